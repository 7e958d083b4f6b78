//! What the columns of lists hold: looked at before anything is read in, set right, remembered by the header.

use super::Effects;
use super::intake::{ImportPlan, Said};
use crate::roster::labels;
use crate::roster::model::{ListColumns, ListField};
use crate::screen::columns::letters;
use crate::screen::keys;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice, Place};

/// The columns of all lists of an import, sheet by sheet.
#[derive(Debug)]
pub struct Columns {
    path: String,
    said: Said,
    /// File and sheet, with the columns.
    pub sheets: Vec<(String, ListColumns)>,
    /// The sheet in sight.
    pub at: usize,
    /// The column under the cursor.
    pub cursor: usize,
    /// What that column may hold.
    pub pick: Option<Picker<ListField>>,
}

impl Columns {
    /// The columns of an import; the import itself when no sheet has any.
    pub(super) fn of(plan: ImportPlan) -> Result<Self, ImportPlan> {
        if plan.files.iter().all(|file| file.columns.is_empty()) {
            return Err(plan);
        }
        let of_file = |file: super::FileOutcome| {
            let name = file.name;
            file.columns.into_iter().map(move |columns| (name.clone(), columns))
        };
        let sheets: Vec<(String, ListColumns)> = plan.files.into_iter().flat_map(of_file).collect();
        // The first that a person must say something about.
        let at = sheets.iter().position(|(_, sheet)| !sheet.mapping.names_people()).unwrap_or_default();
        let mut columns = Self { path: plan.path, said: plan.said, sheets, at, cursor: 0, pick: None };
        columns.turn(at);
        Ok(columns)
    }

    pub(super) fn place(&self) -> &'static Place {
        match &self.pick {
            Some(picker) => picker.place(),
            None => &keys::roster::COLUMNS,
        }
    }

    /// The sheet in sight with its file.
    pub fn sheet(&self) -> Option<&(String, ListColumns)> {
        self.sheets.get(self.at)
    }

    /// Shows a sheet, with the cursor on its first column that holds nothing.
    fn turn(&mut self, at: usize) {
        self.at = at;
        self.cursor = self.sheet().map_or(0, |(_, sheet)| {
            let free = |at: &usize| !sheet.labels[*at].is_empty() && held(sheet, *at) == ListField::Ignored;
            (0..sheet.labels.len()).find(free).unwrap_or_default()
        });
    }

    /// Takes an action; the choice is the path with what was said of its headers.
    pub(super) fn update(&mut self, action: &Action, moment: &Moment) -> (Outcome<(String, Said)>, Effects) {
        if let Some(picker) = &mut self.pick {
            let outcome = match picker.update(action) {
                Outcome::Unused => Outcome::Unused,
                Outcome::Open => Outcome::Open,
                Outcome::Cancelled => {
                    self.pick = None;
                    Outcome::Open
                }
                Outcome::Chosen(chosen) => {
                    self.pick = None;
                    self.set(chosen.first().copied().unwrap_or(ListField::Ignored));
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
            Action::NextPane => self.turn((self.at + 1) % self.sheets.len().max(1)),
            Action::Open | Action::Delete if self.is_sensitive() => {
                let said = Notice::note(moment.words.roster_columns_sensitive());
                return (Outcome::Open, vec![Effect::Notify(said)]);
            }
            Action::Open => self.ask(moment),
            Action::Delete => self.set(ListField::Ignored),
            Action::Save => return self.save(moment),
            Action::Back => return (Outcome::Cancelled, Effect::none()),
            _ => return (Outcome::Unused, Effect::none()),
        }
        (Outcome::Open, Effect::none())
    }

    /// Sheets that name people are read; one that does not is no list, unless none does.
    fn save(&mut self, moment: &Moment) -> (Outcome<(String, Said)>, Effects) {
        let mut said = self.said.clone();
        for (_, sheet) in self.sheets.iter().filter(|(_, sheet)| sheet.mapping.names_people()) {
            said.insert(sheet.fingerprint.clone(), sheet.mapping.clone());
        }
        if said.is_empty() {
            let notice = Notice::problem(moment.words.roster_columns_need_name());
            return (Outcome::Open, vec![Effect::Notify(notice)]);
        }
        (Outcome::Chosen((self.path.clone(), said)), Effect::none())
    }

    fn is_sensitive(&self) -> bool {
        self.sheet().is_some_and(|(_, sheet)| held(sheet, self.cursor) == ListField::Sensitive)
    }

    fn set(&mut self, field: ListField) {
        let cursor = self.cursor;
        if let Some((_, sheet)) = self.sheets.get_mut(self.at) {
            sheet.mapping.set(cursor, field);
        }
    }

    fn go(&mut self, to: usize) {
        let last = self.sheet().map_or(0, |(_, sheet)| sheet.labels.len().saturating_sub(1));
        self.cursor = to.min(last);
    }

    fn ask(&mut self, moment: &Moment) {
        let words = moment.words;
        let Some((_, sheet)) = self.sheet() else { return };
        let now = held(sheet, self.cursor);
        let mut choices =
            vec![Choice::new(ListField::Ignored, labels::list_field(words, ListField::Ignored), "")];
        choices.extend(ListField::OFFERED.into_iter().map(|field| {
            let note = sheet.mapping.column(field).map(|at| words.roster_columns_held(letters(at)));
            Choice::new(field, labels::list_field(words, field), note.unwrap_or_default())
        }));
        let title = words.roster_columns_what(letters(self.cursor));
        self.pick = Some(Picker::one(title, choices).standing_on(|choice| *choice == now));
    }
}

/// What a column holds.
pub fn held(sheet: &ListColumns, at: usize) -> ListField {
    sheet.mapping.0.get(&at).copied().unwrap_or(ListField::Ignored)
}
