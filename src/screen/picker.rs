//! Type to find and choose: a list that narrows while one types, marks optional.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::action::Action;
use super::columns::cell;
use super::input::Input;
use super::look::Look;
use super::popup::{Outcome, more, window};
use crate::text::fold;

/// Something that can be chosen.
#[derive(Clone, Debug)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub name: String,
    /// What stands dim behind it: a key, a count, a code.
    pub note: String,
    found_by: String,
    /// It stays whatever is typed, below what was found.
    always: bool,
}

impl<T> Choice<T> {
    /// A choice, found by its name and note.
    pub fn new(value: T, name: impl Into<String>, note: impl Into<String>) -> Self {
        let (name, note) = (name.into(), note.into());
        let found_by = fold(&format!("{name} {note}"));
        Self { value, name, note, found_by, always: false }
    }

    /// One that stays in the list whatever is typed: making something new out of the typed words.
    #[must_use]
    pub fn always(mut self) -> Self {
        self.always = true;
        self
    }
}

/// A list that narrows while one types. Every typed word must begin a word of the choice, in any order, marks optional.
#[derive(Clone, Debug)]
pub struct Picker<T> {
    title: String,
    choices: Vec<Choice<T>>,
    input: Input,
    found: Vec<usize>,
    marked: BTreeSet<usize>,
    many: bool,
    cursor: usize,
}

/// Rows of choices shown at most.
const ROWS: usize = 14;

impl<T: Clone> Picker<T> {
    /// Chooses one.
    pub fn one(title: impl Into<String>, choices: Vec<Choice<T>>) -> Self {
        let mut picker = Self {
            title: title.into(),
            choices,
            input: Input::default(),
            found: Vec::new(),
            marked: BTreeSet::new(),
            many: false,
            cursor: 0,
        };
        picker.narrow();
        picker
    }

    /// Chooses any number; Insert marks, Enter takes the marked ones or the one under the cursor.
    pub fn many(title: impl Into<String>, choices: Vec<Choice<T>>, marked: impl Fn(&T) -> bool) -> Self {
        let mut picker = Self::one(title, choices);
        picker.many = true;
        picker.marked = (0..picker.choices.len()).filter(|at| marked(&picker.choices[*at].value)).collect();
        picker
    }

    /// Stands on the first choice of which this is true.
    #[must_use]
    pub fn standing_on(mut self, is: impl Fn(&T) -> bool) -> Self {
        let stands = |at: &usize| is(&self.choices[*at].value);
        self.cursor = self.found.iter().position(stands).unwrap_or_default();
        self
    }

    /// Changes notes by something that became known while the list is open; what is typed finds what it found before.
    pub fn add_to_notes(&mut self, note: impl Fn(&T, &str) -> Option<String>) {
        for choice in &mut self.choices {
            if let Some(note) = note(&choice.value, &choice.note) {
                choice.note = note;
            }
        }
    }

    /// What is typed.
    pub fn typed(&self) -> &str {
        self.input.text()
    }

    /// The place whose keys it takes.
    pub fn place(&self) -> &'static super::keys::Place {
        if self.many { &super::keys::popup::PICKER_MANY } else { &super::keys::popup::PICKER }
    }

    fn narrow(&mut self) {
        let typed = fold(self.input.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        self.found = (0..self.choices.len())
            .filter(|at| {
                let choice = &self.choices[*at].found_by;
                words.iter().all(|word| {
                    choice.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.starts_with(word))
                        || choice.contains(word) && !word.chars().all(char::is_alphanumeric)
                })
            })
            .collect();
        // “nuoc” means “Nước sinh hoạt” before “Trong nước”.
        self.found.sort_by_key(|at| !self.choices[*at].found_by.starts_with(typed.trim_end()));
        let left_out = |at: &usize| self.choices[*at].always && !self.found.contains(at);
        let stays: Vec<usize> = (0..self.choices.len()).filter(left_out).collect();
        self.found.extend(stays);
        self.cursor = 0;
    }

    /// Takes an action; the choice is one value, or for a picker of many all marked ones.
    pub fn update(&mut self, action: &Action) -> Outcome<Vec<T>> {
        let last = self.found.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(ROWS - 1),
            Action::PageDown => self.cursor = (self.cursor + ROWS - 1).min(last),
            Action::Input(event) => {
                if self.input.apply(event) {
                    self.narrow();
                }
            }
            Action::Mark if self.many => {
                if let Some(at) = self.found.get(self.cursor) {
                    if !self.marked.remove(at) {
                        self.marked.insert(*at);
                    }
                    self.cursor = (self.cursor + 1).min(last);
                }
            }
            Action::Open => return self.chosen(),
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    fn chosen(&self) -> Outcome<Vec<T>> {
        if self.many && !self.marked.is_empty() {
            let values = self.marked.iter().map(|at| self.choices[*at].value.clone());
            return Outcome::Chosen(values.collect());
        }
        match self.found.get(self.cursor) {
            Some(at) => Outcome::Chosen(vec![self.choices[*at].value.clone()]),
            None if self.many => Outcome::Chosen(Vec::new()),
            None => Outcome::Open,
        }
    }

    /// Draws it over `area`, with the terminal's cursor in the field. `nothing` stands where no choice is left.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, nothing: &str) {
        let width = area.width.saturating_sub(6).clamp(20, 72);
        let rows = ROWS.min(usize::from(area.height.saturating_sub(5))).max(1);
        let height = self.choices.len().clamp(1, rows) as u16 + 4;
        let inside = window(frame, area, &self.title, width, height, look);
        let [field, rule, list] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)])
                .areas(inside);
        self.input.draw(frame, field, " › ", look, true);
        let line = look.horizontal().repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line, look.rule), rule);
        if self.found.is_empty() {
            frame.render_widget(Line::styled(format!("   {nothing}"), look.dim), list);
            return;
        }
        let shown = usize::from(list.height).max(1);
        let top = (self.cursor + 1).saturating_sub(shown);
        let lines: Vec<Line> = self
            .found
            .iter()
            .enumerate()
            .skip(top)
            .take(shown)
            .map(|(row, at)| self.line(row, *at, usize::from(list.width), look))
            .collect();
        frame.render_widget(ratatui::text::Text::from(lines), list);
        more(frame, list, [top > 0, self.found.len() > top + shown], look);
    }

    fn line(&self, row: usize, at: usize, width: usize, look: &Look) -> Line<'_> {
        let choice = &self.choices[at];
        let marked = self.marked.contains(&at);
        let note_width = unicode_width::UnicodeWidthStr::width(choice.note.as_str()).min(width / 2);
        let pointer =
            if row == self.cursor { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
        let mut name = String::with_capacity(width + 8);
        name.push_str(if marked { look.mark() } else { " " });
        name.push(' ');
        cell(&mut name, &choice.name, width.saturating_sub(note_width + 6), false, look.ellipsis());
        name.push(' ');
        let mut note = String::new();
        cell(&mut note, &choice.note, note_width, true, look.ellipsis());
        // Behind the note there is room for the sign that the list goes on.
        note.push_str("  ");
        let (name_style, note_style) = if row == self.cursor {
            (look.cursor, look.cursor)
        } else if marked {
            (look.marked, look.dim)
        } else {
            (look.plain, look.dim)
        };
        Line::from(vec![pointer, Span::styled(name, name_style), Span::styled(note, note_style)])
    }
}

#[cfg(test)]
mod tests {
    use super::super::action::InputEvent;
    use super::*;

    fn picker(many: bool) -> Picker<u8> {
        let choices = vec![
            Choice::new(1, "Đất đai", ""),
            Choice::new(2, "Nước sạch", ""),
            Choice::new(3, "Đường giao thông", "g"),
        ];
        if many {
            Picker::many("Chủ đề", choices, |value| *value == 2)
        } else {
            Picker::one("Chủ đề", choices)
        }
    }

    fn typing(picker: &mut Picker<u8>, text: &str) {
        picker.update(&Action::Input(InputEvent::Insert(text.to_owned())));
    }

    #[test]
    fn words_are_found_without_marks_in_any_order() {
        let mut one = picker(false);
        typing(&mut one, "thong du");
        assert_eq!(one.update(&Action::Open), Outcome::Chosen(vec![3]));
        let mut one = picker(false);
        typing(&mut one, "đất");
        assert_eq!(one.update(&Action::Open), Outcome::Chosen(vec![1]));
    }

    #[test]
    fn a_name_that_begins_with_what_is_typed_stands_first() {
        let names = ["Trong nước", "Nước sinh hoạt", "Địa phương"];
        let choices = names.into_iter().map(|name| Choice::new(name, name, "")).collect();
        let mut one = Picker::one("Chủ đề", choices);
        one.update(&Action::Input(InputEvent::Insert("nuoc".to_owned())));
        assert_eq!(one.update(&Action::Open), Outcome::Chosen(vec!["Nước sinh hoạt"]));
    }

    #[test]
    fn nothing_found_chooses_nothing() {
        let mut one = picker(false);
        typing(&mut one, "xyz");
        assert_eq!(one.update(&Action::Open), Outcome::Open);
        assert_eq!(one.update(&Action::Back), Outcome::Cancelled);
    }

    #[test]
    fn what_makes_something_new_stays_below_what_is_found() {
        let choices =
            vec![Choice::new(0, "Vấn đề mới…", "").always(), Choice::new(1, "Nước sạch thôn 3", "")];
        let mut one = Picker::one("Vấn đề", choices);
        typing(&mut one, "nuoc");
        assert_eq!(one.clone().update(&Action::Open), Outcome::Chosen(vec![1]));
        typing(&mut one, " tổ 5");
        assert_eq!(one.update(&Action::Open), Outcome::Chosen(vec![0]));
    }

    #[test]
    fn many_keeps_what_was_marked() {
        let mut many = picker(true);
        many.update(&Action::Mark);
        assert_eq!(many.update(&Action::Open), Outcome::Chosen(vec![1, 2]));
    }
}
