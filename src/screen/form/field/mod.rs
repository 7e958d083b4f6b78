//! A field of a form: what it is called, what may stand in it, and what is said about it.

mod judge;
mod typing;
mod value;

use serde_json::Value;

use super::pick::{Pick, Picked};
use super::read;
use crate::screen::editor::Editor;
use crate::screen::input::Input;
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
    pub(in crate::screen::form) name: String,
    pub(in crate::screen::form) label: String,
    pub(in crate::screen::form) help: String,
    pub(in crate::screen::form) kind: Kind,
    pub(in crate::screen::form) required: bool,
    pub(in crate::screen::form) check: Option<Check>,
    /// Text about citizens' views: personal data in it is flagged while it is typed.
    pub(in crate::screen::form) about_people: bool,
    pub(in crate::screen::form) hidden: bool,
    /// It takes paths of files: they can be chosen.
    pub(in crate::screen::form) paths: bool,
    /// A sign shows for every letter: it is not copied, and blanks at its ends are part of it.
    pub(in crate::screen::form) secret: bool,
    /// Heading above it; its section begins here.
    pub(in crate::screen::form) heading: Option<String>,
    /// The section goes to the right column of a wide screen.
    pub(in crate::screen::form) beside: bool,
    /// It takes the rows its column leaves.
    pub(in crate::screen::form) tall: bool,
    /// Taken for the value as long as the field is empty.
    pub(in crate::screen::form) suggested: Vec<Picked>,
    /// The person wants no suggestion here.
    pub(in crate::screen::form) refused: bool,
    pub(in crate::screen::form) said: Option<Said>,
    /// What may tell who somebody is, as it stands in the text.
    pub(in crate::screen::form) found: Vec<String>,
    /// As it was when the form was opened.
    pub(in crate::screen::form) opened: Value,
    /// As it was when the cursor came in.
    pub(in crate::screen::form) entered: Value,
}

#[derive(Debug)]
pub(in crate::screen::form) enum Kind {
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
pub(in crate::screen::form) enum Reads {
    Day,
    Moment,
    Period,
}

impl Field {
    /// What is selected in a field of one line.
    pub(in crate::screen::form) fn selected(&self) -> Option<&str> {
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
            paths: false,
            secret: false,
            heading: None,
            beside: false,
            tall: false,
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

    /// It takes paths of files, which can be chosen in a list.
    #[must_use]
    pub fn paths(mut self) -> Self {
        self.paths = true;
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

    /// It takes the rows that the other fields of its column leave: what the form is there for.
    #[must_use]
    pub fn tall(mut self) -> Self {
        self.tall = true;
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
}
