//! A list over a window of loaded rows.
//!
//! A file may hold a million reports: only the rows around the cursor are in memory. They are read page by page by key
//! (never OFFSET), and only those in sight are drawn. A room keeps a [`List`] of its rows; [`List::go`] moves the cursor and
//! says which page is wanted next; [`List::fill`] takes the page when it comes. A refreshed list keeps the cursor on its row,
//! or on the one that followed it, at the same height of the screen.

use std::collections::{BTreeSet, VecDeque};

use super::action::Action;

/// A row that is known by its id and read by its key.
pub trait Keyed {
    /// What the row is known by.
    type Id: Copy + Ord;
    /// Where it stands in the order of the list: the sorted values and the id, as the store pages by them.
    type Key: Clone + PartialEq;
    /// The id.
    fn id(&self) -> Self::Id;
    /// The key.
    fn key(&self) -> Self::Key;
}

/// A page a list wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted<K> {
    /// From the first row on.
    First,
    /// The last rows, in the order of the list.
    Last,
    /// After a row, without it.
    After(K),
    /// Before a row, without it, in the order of the list.
    Before(K),
    /// A row and those after it; the row itself may be gone.
    From(K),
}

/// What a move gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved<K> {
    /// The cursor stands on another row.
    pub moved: bool,
    /// Read this page and [`List::fill`] it in.
    pub wanted: Option<Wanted<K>>,
}

/// A row in sight.
#[derive(Debug)]
pub struct Seen<'a, R> {
    /// The row.
    pub row: &'a R,
    /// The cursor is on it.
    pub cursor: bool,
    /// It is marked.
    pub marked: bool,
}

/// A list over a window of loaded rows.
#[derive(Clone, Debug)]
pub struct List<R: Keyed> {
    rows: VecDeque<R>,
    marked: BTreeSet<R::Id>,
    /// Rows above the window.
    before: u64,
    /// Rows in all, when they were counted.
    total: Option<u64>,
    at_start: bool,
    at_end: bool,
    cursor: usize,
    top: usize,
    height: usize,
}

/// Most rows kept in memory.
const MOST: usize = 1000;

impl<R: Keyed> Default for List<R> {
    fn default() -> Self {
        Self {
            rows: VecDeque::new(),
            marked: BTreeSet::new(),
            before: 0,
            total: None,
            at_start: true,
            at_end: true,
            cursor: 0,
            top: 0,
            height: 1,
        }
    }
}

impl<R: Keyed> List<R> {
    /// A list of rows that are all there.
    pub fn whole(rows: Vec<R>) -> Self {
        let mut list = Self::default();
        list.set_whole(rows);
        list
    }

    /// Puts other rows in, all of them; the cursor stays on its row.
    pub fn set_whole(&mut self, rows: Vec<R>) {
        self.total = Some(rows.len() as u64);
        self.replace(rows);
        self.at_start = true;
        self.at_end = true;
        self.before = 0;
    }

    /// Takes a page. `more`: the store has further rows in the direction of the page (for `From`: after it). A page that no
    /// longer joins what is loaded is left out: it came twice, read ahead and at once.
    pub fn fill(&mut self, wanted: &Wanted<R::Key>, rows: Vec<R>, more: bool) {
        let joins = match wanted {
            Wanted::After(key) => self.rows.back().is_some_and(|row| row.key() == *key),
            Wanted::Before(key) => self.rows.front().is_some_and(|row| row.key() == *key),
            Wanted::First | Wanted::Last | Wanted::From(_) => true,
        };
        if !joins {
            return;
        }
        match wanted {
            Wanted::First => {
                let stay = self.at_start;
                self.replace(rows);
                self.at_start = true;
                self.at_end = !more;
                self.before = 0;
                if !stay {
                    self.cursor = 0;
                    self.top = 0;
                }
            }
            Wanted::From(_) => {
                self.replace(rows);
                self.at_end = !more;
            }
            Wanted::Last => {
                self.before = self.total.unwrap_or_default().saturating_sub(rows.len() as u64);
                self.rows = rows.into();
                self.at_start = !more;
                self.at_end = true;
                self.cursor = self.rows.len().saturating_sub(1);
            }
            Wanted::After(_) => {
                self.rows.extend(rows);
                self.at_end = !more;
                while self.rows.len() > MOST && self.top > MOST / 4 {
                    self.rows.pop_front();
                    self.before += 1;
                    self.cursor = self.cursor.saturating_sub(1);
                    self.top -= 1;
                    self.at_start = false;
                }
            }
            Wanted::Before(_) => {
                let count = rows.len();
                for row in rows.into_iter().rev() {
                    self.rows.push_front(row);
                }
                self.cursor += count;
                self.top += count;
                self.before = self.before.saturating_sub(count as u64);
                self.at_start = !more;
                if self.at_start {
                    self.before = 0;
                }
                if self.rows.len() > MOST {
                    self.at_end = self.at_end && self.rows.len() <= MOST;
                    self.rows.truncate(MOST.max(self.cursor + self.height + 1));
                }
            }
        }
        self.show_cursor();
    }

    /// Other rows in the place of the window; the cursor stays on its row or the one that followed it.
    fn replace(&mut self, rows: Vec<R>) {
        let line = self.cursor.saturating_sub(self.top);
        let place = |id: R::Id| rows.iter().position(|row| row.id() == id);
        let kept = self
            .rows
            .iter()
            .skip(self.cursor)
            .find_map(|row| place(row.id()))
            .or_else(|| self.rows.iter().take(self.cursor).rev().find_map(|row| place(row.id())));
        self.cursor = kept.unwrap_or(0);
        self.top = self.cursor.saturating_sub(line);
        self.rows = rows.into();
        self.show_cursor();
    }

    /// Empties the list, for another view; the marks go too.
    pub fn clear(&mut self) {
        let height = self.height;
        *self = Self::default();
        self.height = height;
    }

    /// The page that brings the window up to date: ask for as many rows as [`List::page`] says.
    pub fn refresh(&self) -> Wanted<R::Key> {
        match self.rows.front() {
            Some(row) if !self.at_start => Wanted::From(row.key()),
            _ => Wanted::First,
        }
    }

    /// Rows to ask for: three screens, or for a refresh as many as are loaded.
    pub fn page(&self, wanted: &Wanted<R::Key>) -> usize {
        let screens = (self.height * 3).max(60);
        match wanted {
            Wanted::First | Wanted::From(_) => screens.max(self.rows.len().min(self.cursor + screens)),
            _ => screens,
        }
    }

    /// Moves the cursor; `None` when the action is no move.
    pub fn go(&mut self, action: &Action) -> Option<Moved<R::Key>> {
        let last = self.rows.len().saturating_sub(1);
        let step = self.height.saturating_sub(1).max(1);
        let from = self.cursor;
        let to = match action {
            Action::Up => from.saturating_sub(1),
            Action::Down => (from + 1).min(last),
            Action::PageUp => from.saturating_sub(step),
            Action::PageDown => (from + step).min(last),
            Action::Home if self.at_start => 0,
            Action::End if self.at_end => last,
            Action::Home => return Some(far(Wanted::First)),
            Action::End => return Some(far(Wanted::Last)),
            _ => return None,
        };
        self.cursor = to;
        self.show_cursor();
        Some(Moved { moved: to != from, wanted: self.wanted() })
    }

    /// The page that will be needed soon, when the cursor is within two screens of the window's edge.
    pub fn wanted(&self) -> Option<Wanted<R::Key>> {
        let near = self.height * 2;
        if !self.at_end && self.cursor + near >= self.rows.len() {
            return self.rows.back().map(|row| Wanted::After(row.key()));
        }
        if !self.at_start && self.cursor < near {
            return self.rows.front().map(|row| Wanted::Before(row.key()));
        }
        None
    }

    /// True when the cursor stands on the last loaded row before a page: the next key needs it.
    pub fn stands_before(&self, wanted: &Wanted<R::Key>) -> bool {
        match wanted {
            Wanted::After(_) => self.cursor + 1 >= self.rows.len(),
            Wanted::Before(_) => self.cursor == 0,
            Wanted::First | Wanted::Last | Wanted::From(_) => false,
        }
    }

    /// The list is `height` rows high on the screen.
    pub fn set_height(&mut self, height: usize) {
        self.height = height.max(1);
        self.show_cursor();
    }

    fn show_cursor(&mut self) {
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        let least = (self.cursor + 1).saturating_sub(self.height);
        // No blank lines below while there are rows above.
        let most = self.rows.len().saturating_sub(self.height);
        self.top = self.top.clamp(least, self.cursor).min(most.max(least));
    }

    /// The rows in sight.
    pub fn visible(&self) -> impl Iterator<Item = Seen<'_, R>> {
        self.rows.iter().enumerate().skip(self.top).take(self.height).map(|(at, row)| Seen {
            row,
            cursor: at == self.cursor,
            marked: self.marked.contains(&row.id()),
        })
    }

    /// The loaded rows, in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &R> {
        self.rows.iter()
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&R> {
        self.rows.get(self.cursor)
    }

    /// The id of the row under the cursor.
    pub fn current_id(&self) -> Option<R::Id> {
        self.current().map(Keyed::id)
    }

    /// The row `distance` below the cursor (above when negative), when it is loaded: for reading previews ahead.
    pub fn neighbour(&self, distance: isize) -> Option<&R> {
        self.rows.get(self.cursor.checked_add_signed(distance)?)
    }

    /// Puts the cursor on a loaded row; false when it is not there.
    pub fn select(&mut self, id: R::Id) -> bool {
        let Some(at) = self.rows.iter().position(|row| row.id() == id) else {
            return false;
        };
        self.cursor = at;
        self.show_cursor();
        true
    }

    /// Takes a row out at once; the cursor moves on to the next.
    pub fn remove(&mut self, id: R::Id) {
        self.marked.remove(&id);
        if let Some(at) = self.rows.iter().position(|row| row.id() == id) {
            self.rows.remove(at);
            if at < self.cursor {
                self.cursor -= 1;
            }
            self.total = self.total.map(|total| total.saturating_sub(1));
            self.show_cursor();
        }
    }

    /// Changes a loaded row in place.
    pub fn change(&mut self, id: R::Id, change: impl FnOnce(&mut R)) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.id() == id) {
            change(row);
        }
    }

    /// Marks the row under the cursor, or takes the mark away, and moves on.
    pub fn mark(&mut self) -> Option<Moved<R::Key>> {
        let id = self.current_id()?;
        if !self.marked.remove(&id) {
            self.marked.insert(id);
        }
        self.go(&Action::Down)
    }

    /// Marks these rows as well, loaded or not.
    pub fn mark_many(&mut self, ids: impl IntoIterator<Item = R::Id>) {
        self.marked.extend(ids);
    }

    /// Takes all marks away.
    pub fn unmark(&mut self) {
        self.marked.clear();
    }

    /// The marked rows, by id.
    pub fn marked(&self) -> &BTreeSet<R::Id> {
        &self.marked
    }

    /// The marked rows, or the one under the cursor when none is marked.
    pub fn chosen(&self) -> Vec<R::Id> {
        if self.marked.is_empty() {
            self.current_id().into_iter().collect()
        } else {
            self.marked.iter().copied().collect()
        }
    }

    /// How many rows the whole list has.
    pub fn set_total(&mut self, total: u64) {
        self.total = Some(total);
        if self.at_end && !self.at_start {
            self.before = total.saturating_sub(self.rows.len() as u64);
        }
    }

    /// Rows in all, when they were counted or are all loaded.
    pub fn total(&self) -> Option<u64> {
        if self.at_start && self.at_end {
            return Some(self.rows.len() as u64);
        }
        self.total
    }

    /// Position of the cursor in the whole list, from 1; 0 in an empty one.
    pub fn position(&self) -> u64 {
        if self.rows.is_empty() { 0 } else { self.before + self.cursor as u64 + 1 }
    }

    /// True when there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Loaded rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }
}

fn far<K>(wanted: Wanted<K>) -> Moved<K> {
    Moved { moved: true, wanted: Some(wanted) }
}

#[cfg(test)]
mod tests;
