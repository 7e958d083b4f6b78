//! A small form of one-line fields: a new office, the person's settings.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::screen::input::Input;
use crate::screen::keys::Label;
use crate::screen::popup::Outcome;
use crate::screen::{Action, Look, wrap};
use crate::settings::Settings;
use crate::text::width;
use crate::words::Words;

/// A field: its name, and what is to be filled in.
pub type Field = (Label, Label);

/// The name of the office.
pub const OFFICE: usize = 0;
/// Its prefix in arrival numbers.
pub const PREFIX: usize = 1;
/// The person's name.
pub const PERSON: usize = 2;
/// The person's mark in arrival numbers.
pub const MARK: usize = 3;
/// Fields about office and person, the same in every form.
const WHO: [Field; 4] = [
    (Words::app_start_office, Words::app_start_office_hint),
    (Words::app_start_prefix, Words::app_start_prefix_hint),
    (Words::app_start_person, Words::app_start_person_hint),
    (Words::app_start_mark, Words::app_start_mark_hint),
];

/// A form about office and person, with one field more.
pub struct Form {
    labels: Vec<Field>,
    fields: Vec<Input>,
    at: usize,
}

impl Form {
    /// A form filled with the settings; `last` is its last field with its text.
    pub fn new(settings: &Settings, last: Field, text: &str) -> Self {
        let who = [&settings.office, &settings.prefix, &settings.person, &settings.mark];
        Self {
            labels: WHO.into_iter().chain([last]).collect(),
            fields: who.into_iter().map(String::as_str).chain([text]).map(Input::new).collect(),
            at: 0,
        }
    }

    /// What is filled in, without blanks around it.
    pub fn text(&self, at: usize) -> &str {
        self.fields.get(at).map_or("", |field| field.text().trim())
    }

    /// What is filled into the last field.
    pub fn last(&self) -> &str {
        self.text(self.fields.len() - 1)
    }

    /// Puts the cursor into a field.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.fields.len() - 1);
    }

    /// Puts the cursor into the last field.
    pub fn go_to_last(&mut self) {
        self.at = self.fields.len() - 1;
    }

    /// Puts office and person into the settings.
    ///
    /// # Errors
    /// When a field is not right: its number, and why.
    pub fn keep(&self, settings: &mut Settings, words: &Words) -> Result<(), (usize, String)> {
        if self.text(OFFICE).is_empty() {
            return Err((OFFICE, words.app_start_office_missing().to_owned()));
        }
        if !is_mark(self.text(PREFIX)) {
            return Err((PREFIX, words.app_start_prefix_wrong().to_owned()));
        }
        if !is_mark(self.text(MARK)) {
            return Err((MARK, words.app_start_mark_wrong().to_owned()));
        }
        self.text(OFFICE).clone_into(&mut settings.office);
        settings.prefix = self.text(PREFIX).to_uppercase();
        self.text(PERSON).clone_into(&mut settings.person);
        settings.mark = self.text(MARK).to_uppercase();
        Ok(())
    }

    /// Takes an action of [`keys::popup::FORM`](crate::screen::keys::popup::FORM).
    pub fn update(&mut self, action: &Action) -> Outcome<()> {
        let last = self.fields.len() - 1;
        match action {
            Action::Save => return Outcome::Chosen(()),
            Action::Open if self.at == last => return Outcome::Chosen(()),
            Action::Open | Action::Down | Action::NextPane => self.at = (self.at + 1).min(last),
            Action::Up | Action::PreviousPane => self.at = self.at.saturating_sub(1),
            Action::Input(event) => {
                if let Some(field) = self.fields.get_mut(self.at) {
                    field.apply(event);
                }
            }
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    /// Rows it takes at most.
    pub fn height(&self) -> u16 {
        self.fields.len() as u16 + 3
    }

    /// Draws the fields, and below them what is to be filled into the one with the cursor.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let widest = self.labels.iter().map(|(label, _)| width(label(words))).max().unwrap_or_default();
        let mut rows = area.rows();
        for (at, ((label, _), field)) in self.labels.iter().zip(&self.fields).enumerate() {
            let Some(row) = rows.next() else { return };
            let focused = at == self.at;
            let pointer = if focused { look.pointer() } else { " " };
            let label = label(words);
            let text = format!("{pointer} {label}{}  ", " ".repeat(widest - width(label)));
            field.draw(frame, row, &text, look, focused);
        }
        let hint = self.labels.get(self.at).map_or("", |(_, hint)| hint(words));
        let lines = wrap::lines(hint, usize::from(area.width).saturating_sub(2), 2);
        for (line, row) in lines.into_iter().zip(rows.skip(1)) {
            frame.render_widget(Line::styled(format!("  {line}"), look.dim), row);
        }
    }
}

/// A prefix or mark stands in arrival numbers: one to six letters or digits without accents.
fn is_mark(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.chars().all(|letter| letter.is_ascii_alphanumeric())
}
