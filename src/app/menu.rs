//! F9: the commands of the place under headings, as other programs have them: a bar on top, a list below the heading. It
//! shows what cannot be done now with the reason, and the key that does the same without the menu.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear};

use crate::screen::columns::cell;
use crate::screen::keys::menu::Group;
use crate::screen::keys::{Key, OwnKeys, Place, Row};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Look, wrap};
use crate::text::width;
use crate::words::Words;

/// The menu, open.
pub struct Menu {
    lists: Vec<List>,
    /// The list that is open.
    open: usize,
    cursor: usize,
}

struct List {
    title: String,
    entries: Vec<Entry>,
}

struct Entry {
    action: Action,
    label: String,
    help: String,
    /// The key as it is shown.
    key: String,
    keys: Vec<Key>,
    /// Why it cannot be done now.
    idle: Option<String>,
}

/// What the menu is made for.
pub struct Open<'a> {
    /// Where the keys go.
    pub place: &'static Place,
    /// The person's own keys.
    pub own: &'a OwnKeys,
    /// Why a row does nothing now; `None` when it does something.
    pub idle: &'a dyn Fn(&Row) -> Option<String>,
    /// Messages.
    pub words: &'a Words,
    /// Signs in ASCII.
    pub ascii: bool,
}

impl Menu {
    /// The commands of a place.
    pub fn new(of: &Open) -> Self {
        let mut found = Vec::with_capacity(Group::ALL.len());
        for group in Group::ALL {
            let rows = of.place.rows_with_named().filter(|row| Group::of(row, of.place) == Some(group));
            let entries: Vec<Entry> = rows.map(|row| Entry::new(row, of)).collect();
            if !entries.is_empty() {
                found.push((group, List { title: group.title(of.place)(of.words).to_owned(), entries }));
            }
        }
        // What the place is for, unless that is next to nothing; then what is entered and changed there.
        let is = |wanted: Group, least: usize| {
            found.iter().position(|(group, list)| *group == wanted && list.entries.len() >= least)
        };
        let open = is(Group::Work, LEAST_WORK).or_else(|| is(Group::Edit, 1)).or_else(|| is(Group::Work, 1));
        let open = open.unwrap_or_default();
        let lists = found.into_iter().map(|(_, list)| list).collect();
        let mut menu = Self { lists, open, cursor: 0 };
        menu.turn_to(open);
        menu
    }

    /// Opens a list at the first command that can be given.
    fn turn_to(&mut self, open: usize) {
        self.open = open;
        let usable = self.entries().iter().position(|entry| entry.idle.is_none());
        self.cursor = usable.unwrap_or_default();
    }

    fn entries(&self) -> &[Entry] {
        self.lists.get(self.open).map_or(&[], |list| &list.entries)
    }

    /// Takes an action of [`keys::popup::MENU`](crate::screen::keys::popup::MENU).
    pub fn update(&mut self, action: &Action) -> Outcome<Action> {
        let (lists, entries) = (self.lists.len().max(1), self.entries().len().max(1));
        match action {
            Action::Up => self.cursor = (self.cursor + entries - 1) % entries,
            Action::Down => self.cursor = (self.cursor + 1) % entries,
            Action::Home | Action::PageUp => self.cursor = 0,
            Action::End | Action::PageDown => self.cursor = entries - 1,
            Action::Left | Action::PreviousPane => self.turn_to((self.open + lists - 1) % lists),
            Action::Right | Action::NextPane => self.turn_to((self.open + 1) % lists),
            Action::Open => return self.give(),
            Action::Back | Action::Menu => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    /// Gives the command under the cursor; one that cannot be given says why already.
    fn give(&self) -> Outcome<Action> {
        match self.entries().get(self.cursor) {
            Some(entry) if entry.idle.is_none() => Outcome::Chosen(entry.action.clone()),
            _ => Outcome::Open,
        }
    }

    /// A key that stands beside a command gives it, of the open list first.
    pub fn press(&mut self, key: Key) -> Outcome<Action> {
        let has = |list: &List, key: Key| list.entries.iter().position(|entry| entry.keys.contains(&key));
        let others = (0..self.lists.len()).filter(|at| *at != self.open);
        let found = std::iter::once(self.open).chain(others).find_map(|at| {
            let list = self.lists.get(at)?;
            let entry = has(list, key).or_else(|| has(list, key.small()?))?;
            Some((at, entry))
        });
        let Some((open, cursor)) = found else { return Outcome::Unused };
        (self.open, self.cursor) = (open, cursor);
        self.give()
    }

    /// A click on the bar opens the list under it.
    pub fn click(&mut self, column: u16) {
        let under = (0..self.lists.len())
            .find(|at| (self.column(*at)..self.column(at + 1)).contains(&usize::from(column)));
        if let Some(at) = under {
            self.turn_to(at);
        }
    }

    /// The first column of a heading.
    fn column(&self, at: usize) -> usize {
        self.lists.iter().take(at).map(|list| width(&list.title) + 2).sum()
    }

    /// Draws it over the window; `area` is the window without its bottom line.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let bar = Rect { height: 1, ..area };
        let mut spans = Vec::with_capacity(self.lists.len() + 1);
        for (at, list) in self.lists.iter().enumerate() {
            let style = if at == self.open { look.bar_chosen } else { look.bar };
            spans.push(Span::styled(format!(" {} ", list.title), style));
        }
        let rest = usize::from(bar.width).saturating_sub(self.column(self.lists.len()));
        spans.push(Span::styled(" ".repeat(rest), look.bar));
        frame.render_widget(Clear, bar);
        frame.render_widget(Line::from(spans), bar);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.draw_list(frame, below, look);
    }

    fn draw_list(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let entries = self.entries();
        let widest = |text: fn(&Entry) -> &str| {
            entries.iter().map(|entry| width(text(entry))).max().unwrap_or_default()
        };
        let (labels, keys) = (widest(|entry| &entry.label), widest(|entry| &entry.key));
        let inside = (labels + keys + 7).max(LEAST).min(usize::from(area.width).saturating_sub(2));
        let height = (entries.len() + TOLD + 3).min(usize::from(area.height));
        let x = self.column(self.open).min(usize::from(area.width).saturating_sub(inside + 2));
        let window =
            Rect { x: area.x + x as u16, y: area.y, width: inside as u16 + 2, height: height as u16 };
        let block = Block::bordered().border_set(look.border()).border_style(look.plain);
        let within = block.inner(window);
        frame.render_widget(Clear, window);
        frame.render_widget(block, window);
        let shown = usize::from(within.height).saturating_sub(TOLD + 1).max(1);
        let top = (self.cursor + 1).saturating_sub(shown);
        let rows = entries.iter().enumerate().skip(top).take(shown);
        for ((at, entry), row) in rows.zip(within.rows()) {
            frame.render_widget(entry.line(at == self.cursor, [inside, keys], look), row);
        }
        let told = Rect {
            y: within.y + shown.min(entries.len()) as u16,
            height: within.height.saturating_sub(shown.min(entries.len()) as u16),
            ..within
        };
        self.draw_told(frame, told, look);
    }

    /// What the command under the cursor does, or why it cannot.
    fn draw_told(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let Some(entry) = self.entries().get(self.cursor) else { return };
        let mut rows = area.rows();
        if let Some(rule) = rows.next() {
            let line = look.horizontal().repeat(usize::from(rule.width));
            frame.render_widget(Line::styled(line, look.rule), rule);
        }
        let (text, style) = match &entry.idle {
            Some(why) => (why.as_str(), look.warning),
            None => (entry.help.as_str(), look.plain),
        };
        let lines = wrap::lines(text, usize::from(area.width).saturating_sub(2), TOLD);
        for (line, row) in lines.into_iter().zip(rows) {
            frame.render_widget(Line::styled(format!(" {line}"), style), row);
        }
    }
}

/// Commands a list has at least that the menu opens with.
const LEAST_WORK: usize = 3;
/// Columns inside a list at least: what a command does is told in few rows then.
const LEAST: usize = 46;
/// Rows for what a command does.
const TOLD: usize = 3;

impl Entry {
    fn new(row: &'static Row, of: &Open) -> Self {
        let keys: Vec<Key> = of.own.keys(of.place, row).to_vec();
        let is_text = |key: &&Key| of.place.is_text() && matches!(key, Key::Char(_));
        let key = keys.iter().find(|key| !is_text(key));
        Self {
            action: row.action.clone(),
            label: capital((row.label)(of.words)),
            help: (row.help)(of.words).to_owned(),
            key: key.map(|key| key.name(of.words, of.ascii).into_owned()).unwrap_or_default(),
            idle: (of.idle)(row),
            keys,
        }
    }

    fn line(&self, chosen: bool, [inside, keys]: [usize; 2], look: &Look) -> Line<'_> {
        // What cannot be done now has a sign too: not every screen shows dim letters.
        let mut label = String::from(if self.idle.is_some() { " - " } else { " " });
        let mut key = String::new();
        let room = inside.saturating_sub(keys + 3 + width(&label));
        cell(&mut label, &self.label, room, false, look.ellipsis());
        label.push(' ');
        cell(&mut key, &self.key, keys, true, look.ellipsis());
        key.push(' ');
        let pointer = if chosen { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
        let [labels, keys] = match (chosen, &self.idle) {
            (true, _) => [look.cursor; 2],
            (false, Some(_)) => [look.dim; 2],
            (false, None) => [look.plain, look.accent],
        };
        Line::from(vec![pointer, Span::styled(label, labels), Span::styled(key, keys)])
    }
}

/// The same with a capital at its begin, as menus write commands.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Why a command that belongs to a place does nothing now.
pub fn why_idle(action: &Action, place: &Place, words: &Words) -> String {
    match action {
        Action::Undo if !place.is_text() => words.app_nothing_to_undo(),
        Action::Redo if !place.is_text() => words.app_nothing_to_redo(),
        Action::History => words.copies_no_record(),
        Action::DropDraft => words.menu_no_draft(),
        Action::MaskPersonal => words.menu_nothing_personal(),
        Action::EditMany => words.menu_nothing_marked(),
        Action::Copy => words.menu_nothing_to_copy(),
        _ if place.modal => words.menu_not_here(),
        _ => words.menu_no_row(),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::action::Decision;
    use crate::screen::keys::{inbox, places, roster};
    use crate::words::Language;

    fn menu(place: &'static Place, idle: &dyn Fn(&Row) -> Option<String>) -> Menu {
        let words = Words::new(Language::Vietnamese);
        Menu::new(&Open { place, own: &OwnKeys::default(), idle, words: &words, ascii: false })
    }

    #[test]
    fn it_opens_at_what_the_place_is_for_and_a_letter_gives_its_command() {
        let mut menu = menu(&inbox::QUEUE, &|_| None);
        assert_eq!(menu.update(&Action::Open), Outcome::Chosen(Action::Triage(Decision::Include)));
        assert_eq!(menu.press(Key::Char('B')), Outcome::Chosen(Action::Triage(Decision::Wait)));
        // Of a list that is not open, too.
        assert_eq!(menu.press(Key::Char('n')), Outcome::Chosen(Action::New));
        assert_eq!(menu.press(Key::Char('=')), Outcome::Unused);
        assert_eq!(menu.update(&Action::Menu), Outcome::Cancelled);
    }

    #[test]
    fn where_a_place_is_for_little_it_opens_at_what_is_entered_and_changed() {
        let menu = menu(&roster::UNITS, &|_| None);
        assert_eq!(menu.lists[menu.open].title, Words::new(Language::Vietnamese).menu_edit());
    }

    #[test]
    fn what_cannot_be_done_is_passed_over_and_says_why() {
        let idle = |row: &Row| matches!(row.action, Action::Triage(_)).then(|| "trống".to_owned());
        let mut menu = menu(&inbox::QUEUE, &idle);
        assert_eq!(menu.entries()[menu.cursor].action, Action::Issue);
        assert_eq!(menu.press(Key::Char('t')), Outcome::Open);
        assert_eq!(menu.entries()[menu.cursor].idle.as_deref(), Some("trống"));
    }

    #[test]
    fn the_lists_go_round() {
        let mut menu = menu(&inbox::QUEUE, &|_| None);
        let first = menu.open;
        for _ in 0..menu.lists.len() {
            menu.update(&Action::Right);
        }
        assert_eq!(menu.open, first);
        menu.update(&Action::Up);
        assert_eq!(menu.cursor, menu.entries().len() - 1);
        menu.update(&Action::Down);
        assert_eq!(menu.cursor, 0);
    }

    #[test]
    fn every_list_of_every_place_stands_on_80_by_24_whole() {
        for language in [Language::Vietnamese, Language::English] {
            let words = Words::new(language);
            for place in places() {
                let own = OwnKeys::default();
                let menu = Menu::new(&Open { place, own: &own, idle: &|_| None, words: &words, ascii: true });
                assert!(menu.column(menu.lists.len()) <= 80, "{} {language:?}", place.name);
                for list in &menu.lists {
                    // Bar and bottom line, two borders, the rule and what is told.
                    assert!(list.entries.len() + TOLD + 5 <= 24, "{}: {}", place.name, list.title);
                    for entry in &list.entries {
                        assert!(width(&entry.label) + width(&entry.key) <= 50, "{}", entry.label);
                        let lines = wrap::lines(&entry.help, LEAST - 2, 9);
                        assert!(lines.len() <= TOLD, "{}: {}", place.name, entry.help);
                    }
                }
            }
        }
    }
}
