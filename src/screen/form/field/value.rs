//! What stands in a field: put in, written out, kept in a draft, compared with what was there.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use super::{Field, Kind, Reads, read};
use crate::screen::action::InputEvent;
use crate::screen::editor::Editor;
use crate::screen::input::Input;
use crate::text::dates::{Period, parse_period};
use crate::words::Words;

impl Field {
    pub(in crate::screen::form) fn put(&mut self, value: &str) {
        match &mut self.kind {
            Kind::Text(input) | Kind::Phone(input) | Kind::Day { input, .. } | Kind::Number { input, .. } => {
                *input = Input::new(value);
            }
            Kind::Long { editor, .. } => {
                **editor = Editor::new(value);
                editor.apply(&InputEvent::Bottom);
            }
            Kind::Choice { values, at, .. } => {
                *at = values.iter().position(|(id, _)| *id == value).unwrap_or(*at);
            }
            Kind::Pick(pick) => pick.put_text(value),
            Kind::Flag(on) => *on = value == "1",
        }
        self.look_for_people();
    }

    /// What stands in it, as a draft keeps it.
    pub(in crate::screen::form) fn stored(&self) -> Value {
        match &self.kind {
            Kind::Pick(pick) => pick.stored(),
            _ => json!(self.written()),
        }
    }

    /// Takes back what a draft kept.
    pub(in crate::screen::form) fn restore(&mut self, kept: &Value) {
        match (&mut self.kind, kept) {
            (Kind::Pick(pick), kept) => pick.restore(kept),
            (_, Value::String(text)) => {
                let text = text.clone();
                self.put(&text);
            }
            _ => {}
        }
    }

    /// What stands in it, as text: the identifier of a fixed value, `1` for a flag.
    pub(in crate::screen::form) fn written(&self) -> String {
        match &self.kind {
            Kind::Text(input) if self.secret => input.text().to_owned(),
            Kind::Text(input) | Kind::Phone(input) | Kind::Day { input, .. } | Kind::Number { input, .. } => {
                input.text().trim().to_owned()
            }
            Kind::Long { editor, .. } => editor.text().trim_end().to_owned(),
            Kind::Choice { values, at, .. } => values.get(*at).map_or("", |(id, _)| id).to_owned(),
            Kind::Pick(pick) => pick.text(),
            Kind::Flag(on) => if *on { "1" } else { "" }.to_owned(),
        }
    }

    pub(in crate::screen::form) fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Choice { .. } | Kind::Flag(_) => false,
            Kind::Pick(pick) => pick.is_empty(),
            Kind::Long { editor, .. } => editor.is_empty(),
            _ => self.written().is_empty(),
        }
    }

    /// True when something else stands in it than when the form was opened. Asked at every turn of the loop and by every
    /// frame, so it compares where things stand.
    pub(in crate::screen::form) fn changed(&self) -> bool {
        let opened = self.opened.as_str();
        match &self.kind {
            Kind::Text(input) | Kind::Phone(input) | Kind::Day { input, .. } | Kind::Number { input, .. } => {
                opened != Some(input.text().trim())
            }
            Kind::Long { editor, .. } => !opened.is_some_and(|opened| is_text_of(opened, editor)),
            Kind::Choice { values, at, .. } => opened != Some(values.get(*at).map_or("", |(id, _)| id)),
            Kind::Pick(pick) => !pick.is_as_stored(&self.opened),
            Kind::Flag(on) => opened != Some(if *on { "1" } else { "" }),
        }
    }

    pub(in crate::screen::form) fn day_of(&self, today: NaiveDate) -> Option<NaiveDate> {
        match &self.kind {
            Kind::Day { input, .. } => read::day(input.text(), today).ok(),
            _ => None,
        }
    }

    pub(in crate::screen::form) fn moment_of(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        match &self.kind {
            Kind::Day { input, .. } => read::moment(input.text(), now).ok(),
            _ => None,
        }
    }

    pub(in crate::screen::form) fn period_of(&self, today: NaiveDate) -> Option<Period> {
        match &self.kind {
            Kind::Day { input, .. } => parse_period(input.text(), today).ok(),
            _ => None,
        }
    }

    /// What was understood, to be shown beside what is written.
    pub(in crate::screen::form) fn understood(&self, now: NaiveDateTime, words: &Words) -> Option<String> {
        match &self.kind {
            Kind::Day { input, .. } if input.text().trim().is_empty() => None,
            Kind::Day { input, reads: Reads::Period } => read::period_shown(input.text(), now.date(), words),
            Kind::Day { input, reads } => read::understood(input.text(), *reads == Reads::Moment, now, words),
            Kind::Phone(input) => read::phones_shown(input.text()),
            _ => None,
        }
    }
}

/// True when the editor holds this text, blanks at its end apart.
fn is_text_of(text: &str, editor: &Editor) -> bool {
    let mut left = text.chars();
    for letter in editor.lines().flat_map(|line| line.chars().chain(['\n'])) {
        match left.next() {
            Some(expected) if expected == letter => {}
            None if letter.is_whitespace() => {}
            Some(_) | None => return false,
        }
    }
    left.next().is_none()
}
