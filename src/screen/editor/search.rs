//! Ctrl-F in a text: what is typed is found while it is typed.

use super::Editor;
use super::buffer::Pos;
use super::find::Pattern;
use crate::screen::action::InputEvent;
use crate::screen::input::Input;

/// The search that is open.
#[derive(Debug)]
pub struct Search {
    /// What is looked for.
    pub input: Input,
    /// All that was found.
    pub found: Vec<(Pos, Pos)>,
    /// Which of it is selected.
    pub at: usize,
    /// Where the cursor stood when the search began.
    from: Pos,
}

impl Editor {
    pub(super) fn open_search(&mut self) {
        if self.search.is_none() {
            // One selected word is what is meant.
            let word = self.selected().filter(|word| !word.contains('\n') && word.len() < 100);
            let from = self.selection().map_or(self.cursor, |(from, _)| from);
            let input = Input::new(word.as_deref().unwrap_or(""));
            self.search = Some(Search { input, found: Vec::new(), at: 0, from });
            self.seek();
        }
    }

    pub(super) fn close_search(&mut self) {
        let Some(search) = self.search.take() else { return };
        if let Some((from, _)) = search.found.get(search.at) {
            // Not left selected: the next letter would write over it.
            self.set_cursor(from.row, from.byte);
        }
        if !search.input.is_empty() {
            search.input.text().clone_into(&mut self.sought);
        }
    }

    /// Finds what was looked for last once more, behind the cursor.
    pub(super) fn find_next(&mut self) {
        if self.sought.is_empty() {
            return self.open_search();
        }
        let found = Pattern::new(&self.sought).find_all(&self.buffer);
        if let Some((from, _)) = found.iter().find(|(from, _)| *from > self.cursor).or(found.first()) {
            self.set_cursor(from.row, from.byte);
        }
    }

    /// An event while the search is open; false when it closes the search and is the text's.
    pub(super) fn searched(&mut self, event: &InputEvent) -> bool {
        let Some(search) = &mut self.search else { return false };
        let count = search.found.len();
        match event {
            InputEvent::Newline | InputEvent::Down | InputEvent::Find | InputEvent::FindNext if count > 0 => {
                search.at = (search.at + 1) % count;
            }
            InputEvent::Up if count > 0 => search.at = (search.at + count - 1) % count,
            InputEvent::Insert(_)
            | InputEvent::Paste(_)
            | InputEvent::Backspace
            | InputEvent::Delete
            | InputEvent::DeleteWord
            | InputEvent::Undo
            | InputEvent::Redo => {
                if search.input.apply(event) {
                    self.seek();
                }
            }
            InputEvent::Left
            | InputEvent::Right
            | InputEvent::WordLeft
            | InputEvent::WordRight
            | InputEvent::Home
            | InputEvent::End => drop(search.input.apply(event)),
            InputEvent::Newline
            | InputEvent::Down
            | InputEvent::Find
            | InputEvent::FindNext
            | InputEvent::Up => {}
            _ => {
                self.close_search();
                return false;
            }
        }
        self.select_found();
        true
    }

    /// Finds all anew, and goes to the first at or behind where the search began.
    fn seek(&mut self) {
        let Some(search) = &mut self.search else { return };
        search.found = Pattern::new(search.input.text()).find_all(&self.buffer);
        let behind = search.found.iter().position(|(from, _)| *from >= search.from);
        search.at = behind.unwrap_or(0);
        self.select_found();
    }

    fn select_found(&mut self) {
        let Some(search) = &self.search else { return };
        let (anchor, cursor) = match search.found.get(search.at) {
            Some((from, to)) => (Some(*from), *to),
            None => (None, search.from),
        };
        self.anchor = anchor;
        self.cursor = cursor;
        self.column = None;
        self.typing = None;
    }
}
