//! Ctrl-P: every command of the program by name, with its key.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::frame::title;
use super::help::key_names;
use crate::screen::columns::cell;
use crate::screen::input::Input;
use crate::screen::keys::menu::is_move;
use crate::screen::keys::{self, OwnKeys, Place, Row};
use crate::screen::popup::{Outcome, more, window};
use crate::screen::{Action, Look, Tab, wrap};
use crate::text::{fold, width};
use crate::words::Words;

/// A command: an action, in another tab when one is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// The tab it belongs to, when it is not the one in sight.
    pub tab: Option<Tab>,
    /// What it does.
    pub action: Action,
}

/// Every command; typing narrows them.
pub struct Palette {
    title: String,
    entries: Vec<Entry>,
    input: Input,
    found: Vec<usize>,
    cursor: usize,
}

struct Entry {
    command: Command,
    name: String,
    help: String,
    keys: String,
    /// The words of the name without marks, then those of the rest.
    found_by: [String; 2],
}

/// Moves are no commands, and the ways to find commands are not looked for.
pub fn is_command(row: &Row) -> bool {
    !is_move(&row.action) && !matches!(row.action, Action::Palette | Action::Menu)
}

/// The place a tab opens with.
pub fn first_place(tab: Tab) -> Option<&'static Place> {
    let places = match tab {
        Tab::Roster => keys::roster::PLACES,
        Tab::Training => keys::training::PLACES,
        Tab::Inbox => keys::inbox::PLACES,
        Tab::Summary => keys::summary::PLACES,
    };
    places.first().copied()
}

impl Palette {
    /// The commands of `place` that work now, then those of the other tabs.
    pub fn new(
        place: &'static Place,
        chosen: Tab,
        useful: &dyn Fn(&Row) -> bool,
        own: &OwnKeys,
        words: &Words,
        ascii: bool,
    ) -> Self {
        let mut entries: Vec<Entry> = place
            .rows_with_named()
            .filter(|row| is_command(row) && useful(row))
            .map(|row| Entry::new(row, place, None, own, words, ascii))
            .collect();
        for tab in Tab::ALL.into_iter().filter(|tab| *tab != chosen) {
            let Some(first) = first_place(tab) else { continue };
            let rows = first.rows.iter().filter(|row| is_command(row));
            entries.extend(rows.map(|row| Entry::new(row, first, Some(tab), own, words, ascii)));
        }
        let found = (0..entries.len()).collect();
        let title = words.screen_palette_title().to_owned();
        Self { title, entries, input: Input::default(), found, cursor: 0 }
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action) -> Outcome<Command> {
        let last = self.found.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(PAGE),
            Action::PageDown => self.cursor = (self.cursor + PAGE).min(last),
            Action::Input(event) if self.input.apply(event) => self.narrow(),
            Action::Open => {
                let chosen = self.found.get(self.cursor).map(|at| self.entries[*at].command.clone());
                return chosen.map_or(Outcome::Open, Outcome::Chosen);
            }
            Action::Back | Action::Palette => return Outcome::Cancelled,
            _ => {}
        }
        Outcome::Open
    }

    /// Every typed word must begin a word of the command; those whose name has them all stand first.
    fn narrow(&mut self) {
        let typed = fold(self.input.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let begins = |text: &str, word: &str| {
            text.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.starts_with(word))
                || text.contains(word) && !word.chars().all(char::is_alphanumeric)
        };
        let rank = |entry: &Entry| {
            let [name, rest] = &entry.found_by;
            if !typed.is_empty() && name.starts_with(typed.as_str()) {
                Some(0)
            } else if words.iter().all(|word| begins(name, word)) {
                Some(1)
            } else if words.iter().all(|word| begins(name, word) || begins(rest, word)) {
                Some(2)
            } else {
                None
            }
        };
        let mut ranked: Vec<(u8, usize)> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(at, entry)| rank(entry).map(|rank| (rank, at)))
            .collect();
        ranked.sort_unstable();
        self.found = ranked.into_iter().map(|(_, at)| at).collect();
        self.cursor = 0;
    }

    /// Draws it over `area`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let height = (self.entries.len() as u16 + 4 + 1 + TOLD).min(MOST);
        let inside = window(frame, area, &self.title, area.width.min(WIDEST), height, look);
        let [field, rule, list, rule_below, told] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(1),
            Constraint::Length(TOLD),
        ])
        .areas(inside);
        self.input.draw(frame, field, " › ", look, true);
        let line = look.horizontal().repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line.clone(), look.rule), rule);
        frame.render_widget(Line::styled(line, look.rule), rule_below);
        if self.found.is_empty() {
            frame.render_widget(Line::styled(format!("   {}", words.screen_nothing_found()), look.dim), list);
            return;
        }
        let widest = |text: fn(&Entry) -> &str| {
            self.entries.iter().map(|entry| width(text(entry))).max().unwrap_or_default()
        };
        let names = widest(|entry| &entry.name).min(usize::from(list.width) / 2);
        let keys = widest(|entry| &entry.keys);
        let shown = usize::from(list.height).max(1);
        let top = (self.cursor + 1).saturating_sub(shown);
        for ((row, at), place) in self.found.iter().enumerate().skip(top).zip(list.rows()) {
            let line = self.entries[*at].line(row == self.cursor, [names, keys], place.width, look);
            frame.render_widget(line, place);
        }
        more(frame, list, [top > 0, self.found.len() > top + shown], look);
        if let Some(at) = self.found.get(self.cursor) {
            let room = usize::from(told.width.saturating_sub(2));
            let lines = wrap::lines(&self.entries[*at].help, room, usize::from(TOLD));
            for (line, row) in lines.into_iter().zip(told.rows()) {
                frame.render_widget(Line::raw(format!(" {line}")), row);
            }
        }
    }
}

/// Rows a key of a page moves.
const PAGE: usize = 12;
/// Rows that tell all about the command under the cursor, which its row may have no room for.
const TOLD: u16 = 2;
/// Rows of the window at most.
const MOST: u16 = 28;
/// Columns of the window at most.
const WIDEST: u16 = 100;

impl Entry {
    fn new(
        row: &'static Row,
        place: &'static Place,
        tab: Option<Tab>,
        own: &OwnKeys,
        words: &Words,
        ascii: bool,
    ) -> Self {
        let label = (row.label)(words);
        let name = match tab {
            Some(tab) => format!("{}: {label}", title(tab)(words)),
            None => label.to_owned(),
        };
        let help = (row.help)(words).to_owned();
        let mut keys = key_names(place, row, own, words, ascii);
        if let Some(tab) = tab.filter(|_| !keys.is_empty()) {
            keys = format!("{} {keys}", tab.index() + 1);
        }
        let found_by = [fold(&name), fold(&format!("{help} {keys}"))];
        Self { command: Command { tab, action: row.action.clone() }, name, help, keys, found_by }
    }

    fn line(&self, chosen: bool, [names, keys]: [usize; 2], width: u16, look: &Look) -> Line<'_> {
        let room = usize::from(width).saturating_sub(names + keys + 8);
        let (mut name, mut help, mut key) = (String::from(" "), String::from("  "), String::from("  "));
        cell(&mut name, &self.name, names, false, look.ellipsis());
        cell(&mut help, &self.help, room, false, look.ellipsis());
        cell(&mut key, &self.keys, keys, true, look.ellipsis());
        // Behind the key there is room for the sign that the list goes on.
        key.push_str("  ");
        let pointer = if chosen { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
        let [names, helps, keys] =
            if chosen { [look.cursor; 3] } else { [look.strong, look.dim, look.accent] };
        Line::from(vec![
            pointer,
            Span::styled(name, names),
            Span::styled(help, helps),
            Span::styled(key, keys),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::InputEvent;
    use crate::words::Language;

    fn palette() -> Palette {
        let words = Words::new(Language::Vietnamese);
        Palette::new(&keys::inbox::QUEUE, Tab::Inbox, &|_| true, &OwnKeys::default(), &words, false)
    }

    fn first(palette: &Palette) -> &Entry {
        &palette.entries[palette.found[0]]
    }

    #[test]
    fn a_command_is_found_without_marks_by_its_name_first() {
        let mut palette = palette();
        palette.update(&Action::Input(InputEvent::Insert("hoan tac".to_owned())));
        assert_eq!(first(&palette).command.action, Action::Undo);
        assert!(first(&palette).keys.starts_with('z'), "{}", first(&palette).keys);
        let chosen = palette.update(&Action::Open);
        assert_eq!(chosen, Outcome::Chosen(Command { tab: None, action: Action::Undo }));
    }

    #[test]
    fn commands_of_other_tabs_tell_the_way_there() {
        let mut palette = palette();
        palette.update(&Action::Input(InputEvent::Insert("don vi".to_owned())));
        let entry = first(&palette);
        assert_eq!(entry.command, Command { tab: Some(Tab::Roster), action: Action::UnitTree });
        assert!(entry.keys.starts_with("1 t"), "{}", entry.keys);
    }

    #[test]
    fn nothing_found_runs_nothing() {
        let mut palette = palette();
        palette.update(&Action::Input(InputEvent::Insert("zzz".to_owned())));
        assert_eq!(palette.update(&Action::Open), Outcome::Open);
        assert_eq!(palette.update(&Action::Back), Outcome::Cancelled);
    }
}
