//! A field of a form: what it is called, what may stand in it, and what is said about it.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use super::pick::{Pick, Picked};
use super::read;
use crate::screen::action::InputEvent;
use crate::screen::editor::Editor;
use crate::screen::input::Input;
use crate::screen::moment::Moment;
use crate::text::dates::{Period, parse_period};
use crate::text::{fold, personal};
use crate::words::Words;

/// What a check says about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It cannot be saved so: what is wrong and what is allowed.
    Wrong(String),
    /// It can be saved, but should be looked at.
    Warning(String),
}

/// Looks at what stands in a field when it is left; an empty field is not asked.
pub type Check = fn(&str, &Words) -> Option<Said>;

/// A value of a field with few fixed ones: its identifier in the file and its name.
pub type Fixed = (&'static str, String);

/// A field. Made by [`Field::text`], [`Field::long`] and the others, then refined: `.help(…).required()`.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "properties that do not depend on each other")]
pub struct Field {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) help: String,
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) check: Option<Check>,
    /// Text about citizens' views: personal data in it is flagged while it is typed.
    pub(super) about_people: bool,
    pub(super) hidden: bool,
    /// A sign shows for every letter: it is not copied, and blanks at its ends are part of it.
    pub(super) secret: bool,
    /// Heading above it; its section begins here.
    pub(super) heading: Option<String>,
    /// The section goes to the right column of a wide screen.
    pub(super) beside: bool,
    /// Taken for the value as long as the field is empty.
    pub(super) suggested: Vec<Picked>,
    /// The person wants no suggestion here.
    pub(super) refused: bool,
    pub(super) said: Option<Said>,
    /// What may tell who somebody is, as it stands in the text.
    pub(super) found: Vec<String>,
    /// As it was when the form was opened.
    pub(super) opened: Value,
    /// As it was when the cursor came in.
    pub(super) entered: Value,
}

#[derive(Debug)]
pub(super) enum Kind {
    Text(Input),
    Long { editor: Box<Editor>, least: u16, most: u16 },
    Choice { values: Vec<Fixed>, at: usize, typed: String },
    Pick(Pick),
    Day { input: Input, reads: Reads },
    Number { input: Input, least: i64, most: i64 },
    Phone(Input),
    Flag(bool),
}

/// What a field about time holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    Day,
    Moment,
    Period,
}

impl Field {
    /// What is selected in a field of one line.
    pub(super) fn selected(&self) -> Option<&str> {
        match &self.kind {
            _ if self.secret => None,
            Kind::Text(input) | Kind::Phone(input) | Kind::Day { input, .. } | Kind::Number { input, .. } => {
                input.selected()
            }
            _ => None,
        }
    }

    fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            help: String::new(),
            kind,
            required: false,
            check: None,
            about_people: false,
            hidden: false,
            secret: false,
            heading: None,
            beside: false,
            suggested: Vec::new(),
            refused: false,
            said: None,
            found: Vec::new(),
            opened: Value::Null,
            entered: Value::Null,
        }
    }

    /// One line of text.
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Text(Input::default()))
    }

    /// A passphrase.
    pub fn secret(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { secret: true, ..Self::text(name, label) }
    }

    /// Text of several lines: at least `least` rows on the screen, growing to `most`.
    pub fn long(name: impl Into<String>, label: impl Into<String>, least: u16, most: u16) -> Self {
        Self::new(
            name,
            label,
            Kind::Long { editor: Box::default(), least: least.max(1), most: most.max(least) },
        )
    }

    /// One of a few fixed values; the first one to begin with.
    pub fn choice(name: impl Into<String>, label: impl Into<String>, values: Vec<Fixed>) -> Self {
        Self::new(name, label, Kind::Choice { values, at: 0, typed: String::new() })
    }

    /// One of many, found by typing, or several: see [`Pick`].
    pub fn pick(name: impl Into<String>, label: impl Into<String>, pick: Pick) -> Self {
        Self::new(name, label, Kind::Pick(pick))
    }

    /// A day as people write it.
    pub fn day(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Day { input: Input::default(), reads: Reads::Day })
    }

    /// A day with the time of day.
    pub fn moment(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Day { input: Input::default(), reads: Reads::Moment })
    }

    /// A stretch of days: a week, a month, a quarter, from a day to a day.
    pub fn period(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Day { input: Input::default(), reads: Reads::Period })
    }

    /// A whole number from `least` to `most`.
    pub fn number(name: impl Into<String>, label: impl Into<String>, least: i64, most: i64) -> Self {
        Self::new(name, label, Kind::Number { input: Input::default(), least, most })
    }

    /// Phone numbers, several with a comma between them.
    pub fn phone(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Phone(Input::default()))
    }

    /// Yes or no.
    pub fn flag(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Kind::Flag(false))
    }

    /// One line about what belongs here, shown while the cursor is in the field.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// It must be filled in.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Looked at when the field is left.
    #[must_use]
    pub fn check(mut self, check: Check) -> Self {
        self.check = Some(check);
        self
    }

    /// Personal data of citizens in it is flagged while it is typed.
    #[must_use]
    pub fn about_people(mut self) -> Self {
        self.about_people = true;
        self
    }

    /// Not shown until [`Form::reveal`](super::Form::reveal).
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// A section begins here.
    #[must_use]
    pub fn heading(mut self, heading: impl Into<String>) -> Self {
        self.heading = Some(heading.into());
        self
    }

    /// The section that begins here stands in the right column of a wide screen.
    #[must_use]
    pub fn beside(mut self) -> Self {
        self.beside = true;
        self
    }

    /// Filled with `value`: text, the identifier of a fixed value, `1` for a flag.
    #[must_use]
    pub fn value(mut self, value: &str) -> Self {
        self.put(value);
        self
    }

    /// Filled with what was chosen before.
    #[must_use]
    pub fn chosen(mut self, chosen: Vec<Picked>) -> Self {
        if let Kind::Pick(pick) = &mut self.kind {
            pick.chosen = chosen;
        }
        self
    }

    pub(super) fn put(&mut self, value: &str) {
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
    pub(super) fn stored(&self) -> Value {
        match &self.kind {
            Kind::Pick(pick) => pick.stored(),
            _ => json!(self.written()),
        }
    }

    /// Takes back what a draft kept.
    pub(super) fn restore(&mut self, kept: &Value) {
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
    pub(super) fn written(&self) -> String {
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

    pub(super) fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Choice { .. } | Kind::Flag(_) => false,
            Kind::Pick(pick) => pick.is_empty(),
            Kind::Long { editor, .. } => editor.is_empty(),
            _ => self.written().is_empty(),
        }
    }

    /// True when something else stands in it than when the form was opened. Asked at every turn of the loop and by every
    /// frame, so it compares where things stand.
    pub(super) fn changed(&self) -> bool {
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

    pub(super) fn day_of(&self, today: NaiveDate) -> Option<NaiveDate> {
        match &self.kind {
            Kind::Day { input, .. } => read::day(input.text(), today).ok(),
            _ => None,
        }
    }

    pub(super) fn moment_of(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        match &self.kind {
            Kind::Day { input, .. } => read::moment(input.text(), now).ok(),
            _ => None,
        }
    }

    pub(super) fn period_of(&self, today: NaiveDate) -> Option<Period> {
        match &self.kind {
            Kind::Day { input, .. } => parse_period(input.text(), today).ok(),
            _ => None,
        }
    }

    /// What was understood, to be shown beside what is written.
    pub(super) fn understood(&self, now: NaiveDateTime, words: &Words) -> Option<String> {
        match &self.kind {
            Kind::Day { input, .. } if input.text().trim().is_empty() => None,
            Kind::Day { input, reads: Reads::Period } => read::period_shown(input.text(), now.date(), words),
            Kind::Day { input, reads } => read::understood(input.text(), *reads == Reads::Moment, now, words),
            Kind::Phone(input) => read::phones_shown(input.text()),
            _ => None,
        }
    }

    /// Applies typing; true when what stands in it changed.
    pub(super) fn typed(&mut self, event: &InputEvent) -> bool {
        let before = self.is_empty();
        if before && !self.suggested.is_empty() && matches!(event, InputEvent::Backspace | InputEvent::Delete)
        {
            self.suggested.clear();
            self.refused = true;
            return true;
        }
        let changed = match &mut self.kind {
            Kind::Text(input) | Kind::Phone(input) | Kind::Day { input, .. } | Kind::Number { input, .. } => {
                input.apply(event)
            }
            Kind::Long { editor, .. } => editor.apply(event),
            Kind::Choice { values, at, typed } => choose(values, at, typed, event),
            Kind::Pick(pick) => pick.typed(event),
            Kind::Flag(on) => flip(on, event),
        };
        if changed {
            // What was said was about another text.
            self.said = None;
            self.look_for_people();
        }
        changed
    }

    /// A day or a number that stands there is written over by what is typed, unless the cursor is moved first.
    pub(super) fn select(&mut self) {
        if let Kind::Day { input, .. } | Kind::Number { input, .. } = &mut self.kind {
            input.apply(&InputEvent::SelectAll);
        }
    }

    /// Takes the selection back.
    pub(super) fn unselect(&mut self) {
        if let Kind::Day { input, .. } | Kind::Number { input, .. } = &mut self.kind {
            input.apply(&InputEvent::End);
        }
    }

    fn look_for_people(&mut self) {
        if !self.about_people {
            return;
        }
        let text = self.written();
        self.found = findings(&text)
            .iter()
            .filter_map(|finding| text.get(finding.range.clone()).map(str::to_owned))
            .collect();
    }

    /// Puts “một người dân” for names and dots for numbers; false when there is nothing to mask.
    pub(super) fn mask(&mut self) -> bool {
        if self.found.is_empty() {
            return false;
        }
        let text = self.written();
        let masked = personal::mask(&text, &findings(&text));
        match &mut self.kind {
            Kind::Text(input) => input.set(&masked),
            Kind::Long { editor, .. } => replace(editor, &masked),
            _ => return false,
        }
        self.look_for_people();
        true
    }

    /// Looks at what stands in it; true when it can be saved so.
    pub(super) fn judge(&mut self, moment: &Moment) -> bool {
        let words = moment.words;
        let text = self.written();
        self.said = if self.is_empty() {
            let lacks = self.required && self.suggested.is_empty();
            lacks.then(|| Said::Wrong(words.form_required().to_owned()))
        } else {
            self.misread(&text, moment).or_else(|| self.check.and_then(|check| check(&text, words)))
        };
        !matches!(self.said, Some(Said::Wrong(_)))
    }

    fn misread(&self, text: &str, moment: &Moment) -> Option<Said> {
        let words = moment.words;
        match &self.kind {
            Kind::Day { reads, .. } => {
                let problem = match reads {
                    Reads::Day => read::day(text, moment.today()).err(),
                    Reads::Moment => read::moment(text, moment.now).err(),
                    Reads::Period => parse_period(text, moment.today()).err().map(|_| read::Unread::Period),
                };
                problem.map(|problem| Said::Wrong(read::said(problem, words)))
            }
            Kind::Number { least, most, .. } => match read::number(text) {
                Some(number) if (*least..=*most).contains(&number) => None,
                _ => Some(Said::Wrong(words.form_number_wrong(words.number(*least), words.number(*most)))),
            },
            Kind::Phone(_) => {
                let unread = read::unread_phones(text);
                (!unread.is_empty()).then(|| Said::Wrong(words.form_phone_wrong(unread.join(", "))))
            }
            Kind::Pick(pick) => {
                pick.is_loose().then(|| Said::Wrong(words.form_pick_wrong(pick.typed_text())))
            }
            _ => None,
        }
    }
}

/// An officer's name may stand; everything else is flagged.
fn findings(text: &str) -> Vec<personal::Finding> {
    let mut found = personal::find(text);
    found.retain(|finding| finding.kind != personal::Kind::Official);
    found
}

/// Another text as one step of the editor's undo, the cursor near where it was.
fn replace(editor: &mut Editor, text: &str) {
    let (row, byte) = editor.cursor();
    editor.replace(text);
    editor.set_cursor(row, byte);
}

/// The cursor keys and the blank go through the values; letters go to the value that begins with them.
fn choose(values: &[Fixed], at: &mut usize, typed: &mut String, event: &InputEvent) -> bool {
    let count = values.len().max(1);
    let to = match event {
        InputEvent::Left => (*at + count - 1) % count,
        InputEvent::Right => (*at + 1) % count,
        InputEvent::Home => 0,
        InputEvent::End => count - 1,
        InputEvent::Insert(text) if text.trim().is_empty() => (*at + 1) % count,
        InputEvent::Insert(text) => return jump(values, at, typed, &fold(text)),
        _ => return false,
    };
    typed.clear();
    let moved = to != *at;
    *at = to;
    moved
}

fn jump(values: &[Fixed], at: &mut usize, typed: &mut String, more: &str) -> bool {
    let place = |begun: &str| {
        let found = |(_, name): &Fixed| fold(name).starts_with(begun);
        // From the one after, so that the same letter again goes on to the next.
        (1..=values.len()).map(|step| (*at + step) % values.len()).find(|at| found(&values[*at]))
    };
    let longer = format!("{typed}{more}");
    let stays = values.get(*at).is_some_and(|(_, name)| fold(name).starts_with(&longer));
    if stays && !typed.is_empty() {
        *typed = longer;
        return false;
    }
    let (to, begun) = match (place(&longer), place(more)) {
        (Some(to), _) => (to, longer),
        (None, Some(to)) => (to, more.to_owned()),
        (None, None) => return false,
    };
    *typed = begun;
    let moved = to != *at;
    *at = to;
    moved
}

fn flip(on: &mut bool, event: &InputEvent) -> bool {
    let now = match event {
        InputEvent::Insert(text) if text.trim().is_empty() => !*on,
        InputEvent::Left | InputEvent::Right => !*on,
        InputEvent::Insert(text) => match fold(text).chars().next() {
            Some('c' | 'x' | 'y') => true,
            Some('k' | 'n') => false,
            _ => return false,
        },
        InputEvent::Backspace | InputEvent::Delete => false,
        _ => return false,
    };
    let changed = now != *on;
    *on = now;
    changed
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
