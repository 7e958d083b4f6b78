//! What the columns of a log hold: looked at once, set right, remembered by the header.

use super::Effects;
use super::rehearsal::Planned;
use crate::inbox::columns::{Field, LogSheet};
use crate::inbox::labels;
pub use crate::screen::columns::letters;
use crate::screen::keys;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice, Place};

/// The columns of a sheet.
#[derive(Debug)]
pub struct Columns {
    /// Which file it is of.
    pub row: usize,
    /// Its name.
    pub name: String,
    /// The sheet as it is being set right.
    pub log: LogSheet,
    /// The column under the cursor.
    pub cursor: usize,
    /// What that column may hold.
    pub pick: Option<Picker<Option<Field>>>,
}

/// The columns of a file's sheet.
pub(super) fn of(file: &Planned, row: usize, sheet: usize) -> Option<Columns> {
    let log = file.logs.get(sheet)?.clone();
    // The cursor stands on the first column that holds nothing yet.
    let free = |at: &usize| !log.layout.labels[*at].is_empty() && !log.layout.mapping.0.contains_key(at);
    let cursor = (0..log.layout.labels.len()).find(free).unwrap_or_default();
    Some(Columns { row, name: file.name.clone(), log, cursor, pick: None })
}

impl Columns {
    pub(super) fn place(&self) -> &'static Place {
        match &self.pick {
            Some(picker) => picker.place(),
            None => &keys::inbox::COLUMNS,
        }
    }

    /// Takes an action; the choice is the sheet as it was confirmed.
    pub(super) fn update(&mut self, action: &Action, moment: &Moment) -> (Outcome<LogSheet>, Effects) {
        if let Some(picker) = &mut self.pick {
            let outcome = match picker.update(action) {
                Outcome::Open => Outcome::Open,
                Outcome::Unused => Outcome::Unused,
                Outcome::Cancelled => {
                    self.pick = None;
                    Outcome::Open
                }
                Outcome::Chosen(chosen) => {
                    self.pick = None;
                    self.log.layout.mapping.set(self.cursor, chosen.first().copied().flatten());
                    self.go(self.cursor + 1);
                    Outcome::Open
                }
            };
            return (outcome, Effect::none());
        }
        match action {
            Action::Up => self.go(self.cursor.saturating_sub(1)),
            Action::Down => self.go(self.cursor + 1),
            Action::Home => self.go(0),
            Action::End => self.go(usize::MAX),
            Action::Open => self.ask(moment),
            Action::Delete => self.log.layout.mapping.set(self.cursor, None),
            Action::Save if !self.log.layout.mapping.has_content() => {
                let said = Notice::problem(moment.words.inbox_columns_need_content());
                return (Outcome::Open, vec![Effect::Notify(said)]);
            }
            Action::Save => return (Outcome::Chosen(self.log.clone()), Effect::none()),
            Action::Back => return (Outcome::Cancelled, Effect::none()),
            _ => return (Outcome::Unused, Effect::none()),
        }
        (Outcome::Open, Effect::none())
    }

    fn go(&mut self, to: usize) {
        self.cursor = to.min(self.log.layout.labels.len().saturating_sub(1));
    }

    fn ask(&mut self, moment: &Moment) {
        let words = moment.words;
        let mapping = &self.log.layout.mapping;
        let held = mapping.0.get(&self.cursor).copied();
        let column_of = |field| mapping.0.iter().find(|(_, known)| **known == field).map(|(at, _)| *at);
        let mut choices = vec![Choice::new(None, words.inbox_column_none(), "")];
        choices.extend(Field::ALL.into_iter().map(|field| {
            let note = column_of(field).map_or_else(String::new, |at| words.inbox_column_held(letters(at)));
            Choice::new(Some(field), labels::field(words, field), note)
        }));
        let title = words.inbox_column_what(letters(self.cursor));
        self.pick = Some(Picker::one(title, choices).standing_on(|choice| *choice == held));
    }
}
