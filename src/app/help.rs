//! F1: the keys of a place on the whole window, with a line to look for one.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::over::Answer;
use crate::screen::columns::cell;
use crate::screen::input::Input;
use crate::screen::keys::{OwnKeys, Place, Row};
use crate::screen::{Action, InputEvent, Key, Look, wrap};
use crate::text::{fold, width};
use crate::words::Words;

/// The keys of a place; typing narrows them.
pub struct Help {
    title: String,
    /// Heading of the keys that work everywhere.
    everywhere: String,
    lines: Vec<HelpLine>,
    found: Vec<usize>,
    input: Input,
    /// First row in sight.
    top: usize,
}

struct HelpLine {
    keys: String,
    label: String,
    text: String,
    everywhere: bool,
    found_by: String,
}

/// The names of a row's keys; in a text field only those that are no letters.
pub fn key_names(place: &Place, row: &Row, own: &OwnKeys, words: &Words, ascii: bool) -> String {
    let names: Vec<_> = own
        .keys(place, row)
        .iter()
        .filter(|key| !(place.is_text() && matches!(key, Key::Char(_))))
        .map(|key| key.name(words, ascii))
        .collect();
    names.join(" ")
}

/// Rows a key of a page moves.
const PAGE: usize = 10;

impl Help {
    /// The keys that work in `place`.
    pub fn new(
        place: &'static Place,
        useful: &dyn Fn(&Row) -> bool,
        own: &OwnKeys,
        words: &Words,
        ascii: bool,
    ) -> Self {
        let line = |row: &Row, everywhere: bool| {
            let keys = key_names(place, row, own, words, ascii);
            let (label, text) = ((row.label)(words).to_owned(), (row.help)(words).to_owned());
            let found_by = fold(&format!("{keys} {label} {text}"));
            HelpLine { keys, label, text, everywhere, found_by }
        };
        let lines: Vec<HelpLine> = place
            .own_rows()
            // What a window cannot do now it cannot do at all while it is open.
            .filter(|row| !place.modal || useful(row))
            .map(|row| line(row, false))
            .chain(place.rows_of_everywhere().map(|row| line(row, true)))
            .filter(|line| !line.keys.is_empty())
            .collect();
        Self {
            title: words.screen_help_title((place.title)(words)),
            everywhere: words.screen_help_everywhere().to_owned(),
            found: (0..lines.len()).collect(),
            lines,
            input: Input::default(),
            top: 0,
        }
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action) -> Answer {
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::PageUp => self.top = self.top.saturating_sub(PAGE),
            Action::PageDown => self.top += PAGE,
            Action::Input(event) if self.input.apply(event) => self.narrow(),
            Action::Search => {
                self.input.apply(&InputEvent::End);
            }
            Action::Back | Action::Open | Action::Help => return Answer::Close,
            _ => {}
        }
        // Past the end nothing is kept that would have to be scrolled back.
        self.top = self.top.min(self.found.len().saturating_sub(1));
        Answer::Stay
    }

    fn narrow(&mut self) {
        // A slash typed to begin a search, as in the rooms, is no part of it.
        let typed = fold(self.input.text());
        let typed = typed.strip_prefix('/').filter(|rest| !rest.is_empty()).unwrap_or(&typed);
        self.found = (0..self.lines.len())
            .filter(|at| {
                typed == "/" || typed.split_whitespace().all(|word| self.lines[*at].found_by.contains(word))
            })
            .collect();
        self.top = 0;
    }

    /// Draws it on the whole area.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        frame.render_widget(Clear, area);
        let [head, rule, list] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(area);
        let title = format!(" {}", self.title);
        let [left, field] =
            Layout::horizontal([Constraint::Length(width(&title) as u16 + 3), Constraint::Min(12)])
                .areas(head);
        frame.render_widget(Line::styled(title, look.strong), left);
        self.input.draw(frame, field, &format!("{} ", words.screen_help_search()), look, true);
        let line = look.horizontal().repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line, look.rule), rule);
        let rows = self.rows(usize::from(list.width.min(WIDEST)), look);
        if rows.is_empty() {
            frame.render_widget(Line::styled(format!(" {}", words.screen_nothing_found()), look.dim), list);
            return;
        }
        // The last page stays full.
        let top = self.top.min(rows.len().saturating_sub(usize::from(list.height)));
        for (line, row) in rows.into_iter().skip(top).zip(list.rows()) {
            frame.render_widget(line, row);
        }
    }

    /// The lines found, long explanations on several rows.
    fn rows(&self, room: usize, look: &Look) -> Vec<Line<'_>> {
        let widest = |text: fn(&HelpLine) -> &str| {
            self.lines.iter().map(|line| width(text(line))).max().unwrap_or_default()
        };
        let (keys_width, label_width) = (widest(|line| &line.keys), widest(|line| &line.label));
        let text_width = room.saturating_sub(keys_width + label_width + 6);
        let mut rows = Vec::new();
        let mut everywhere = false;
        for line in self.found.iter().map(|at| &self.lines[*at]) {
            if line.everywhere && !everywhere {
                everywhere = true;
                if !rows.is_empty() {
                    rows.push(Line::raw(""));
                }
                rows.push(Line::styled(format!(" {}", self.everywhere), look.strong));
            }
            for (at, text) in wrap::lines(&line.text, text_width, 9).into_iter().enumerate() {
                let (first, second) =
                    if at == 0 { (line.keys.as_str(), line.label.as_str()) } else { ("", "") };
                let (mut keys, mut label) = (String::from(" "), String::from("  "));
                cell(&mut keys, first, keys_width, false, look.ellipsis());
                cell(&mut label, second, label_width, false, look.ellipsis());
                rows.push(Line::from(vec![
                    Span::styled(keys, look.accent),
                    Span::styled(label, look.strong),
                    Span::raw(format!("  {text}")),
                ]));
            }
        }
        rows
    }
}

/// A line longer than this is hard to follow to its key.
const WIDEST: u16 = 120;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::keys::inbox;
    use crate::words::Language;

    fn help() -> Help {
        Help::new(&inbox::QUEUE, &|_| true, &OwnKeys::default(), &Words::new(Language::Vietnamese), false)
    }

    fn typed(help: &mut Help, text: &str) {
        help.update(&Action::Input(InputEvent::Insert(text.to_owned())));
    }

    #[test]
    fn a_slash_begins_a_search_and_finds_its_own_key() {
        let mut help = help();
        let all = help.found.len();
        typed(&mut help, "/");
        assert_eq!(help.found.len(), all);
        typed(&mut help, "hoan tac");
        assert!((1..4).contains(&help.found.len()), "{}", help.found.len());
        assert!(help.found.iter().any(|at| help.lines[*at].keys.starts_with("z ")));
    }

    #[test]
    fn esc_closes_it_whatever_is_looked_for() {
        let mut help = help();
        typed(&mut help, "zzz");
        assert!(help.found.is_empty());
        assert!(matches!(help.update(&Action::Back), Answer::Close));
    }
}
