//! The form frame: a form as data, the same behaviour for every record.
//!
//! # How a room makes a form
//!
//! 1. Build it when the person asks for it, with the words of the moment:
//!
//! ```ignore
//! let form = Form::new(words.roster_form_title(), vec![
//!     Field::text("full_name", words.roster_name()).required().help(words.roster_name_help()).check(no_digits),
//!     Field::choice("sex", words.roster_sex(), vec![("", "chưa rõ".into()), ("female", "nữ".into()), ("male", "nam".into())]),
//!     Field::pick("unit", words.roster_unit(), Pick::among(units)).heading(words.roster_form_work()),
//!     Field::day("term_to", words.roster_term_to()).value("31/12/2026"),
//!     Field::phone("phones", words.roster_phones()),
//!     Field::long("note", words.roster_note(), 2, 6).about_people().beside(),
//! ], moment);
//! ```
//!
//! 2. Keep it in the state (`Option<Form>`), name [`Form::place`] in the room's `place`, pass every action to
//!    [`Form::update`] first, and do what its [`Step`] says:
//!    [`Step::Save`] → read the values ([`Form::text`], [`Form::day`], [`Form::id`], [`Form::chosen`], [`Form::flag`],
//!    [`Form::number`]), write them, close the form; [`Step::Leave`] → close it, say that the draft is kept when
//!    [`Form::is_changed`]; [`Step::Ask`] → [`Form::offer`]; [`Step::Left`] and [`Step::Filled`] → look at fields together, if at all
//!    ([`Form::say`], [`Form::suggest`], [`Form::reveal`]).
//! 3. Draw it last over the whole area of the room with [`Form::draw`].
//! 4. Drafts: a form made with [`Form::drafted`] and one [`Drafts`] for the room do the rest, see there. Answer `works` with
//!    [`Form::works`]; `file::drafts::forget` the draft in the write that saves the record.
//!
//! # What the frame does
//!
//! Tab, Shift-Tab, Enter and the arrows move; Ctrl-S saves from anywhere, after every field was looked at; Esc closes an open
//! list, then leaves. Dropping a draft asks first: it cannot be taken back. A field is judged when it is left, never while it is typed. The line at the bottom says what belongs
//! into the field, or what is wrong with it. The terminal's cursor stands at the insertion point. What is cut shows a sign.

mod act;
mod draft;
mod field;
mod pick;
mod read;
mod view;

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

pub use draft::{DraftKey, DraftWrite, Drafts};
pub use field::{Check, Field, Fixed, Said};
pub use pick::{Pick, Picked};

use field::Kind;

use super::action::Action;
use super::keys::{Place, form as keys, popup};
use super::moment::Moment;
use super::popup::Confirm;
use crate::text::dates::Period;

/// A form.
#[derive(Debug)]
pub struct Form {
    title: String,
    /// A line under the title: how the record came about, what else can be done here.
    note: String,
    fields: Vec<Field>,
    at: usize,
    /// First row in sight of each column; moved by drawing, so that the field with the cursor is in it.
    top: [Cell<u16>; 2],
    /// What its draft is kept under.
    drafted: Option<DraftKey>,
    /// The draft as it was last kept.
    kept: Option<String>,
    /// Something may stand in the fields that the draft has not.
    unkept: bool,
    /// It was opened with a draft.
    restored: bool,
    /// Whether to forget that draft is being asked.
    asking: Option<Confirm<Step>>,
    /// Several records are entered one after the other.
    chain: bool,
    /// What else it is the place for: files instead (Ctrl-O), the person's own keys (Ctrl-K), whom it goes to (F4).
    offers: Vec<Action>,
    now: NaiveDateTime,
}

/// What the room is to do after an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Stay,
    /// The action means nothing here.
    Unused,
    /// Find choices for what is typed in a field of [`Pick::asked`], and answer with [`Form::offer`].
    Ask {
        /// The field.
        field: String,
        /// What is typed.
        typed: String,
    },
    /// A field was left with another value than it had; one with fixed values has another value.
    Left(String),
    /// Something stands now in a field that was empty, or nothing any more: other fields may come into sight.
    Filled(String),
    /// Save: every field is right.
    Save,
    /// Save, and open an empty form for the next record.
    SaveNext,
    /// Close without saving. The draft stays.
    Leave,
    /// Put this on the clipboard.
    Copy(String),
    /// Bring files in instead.
    Files,
    /// Show everybody it goes to.
    Recipients,
    /// Show the record that may be the same as this one.
    Alike,
    /// Forget the draft that was taken back and open the form as it was without it.
    Drop,
}

impl Form {
    /// A form with the cursor in its first field.
    pub fn new(title: impl Into<String>, fields: Vec<Field>, moment: &Moment) -> Self {
        let mut form = Self {
            title: title.into(),
            note: String::new(),
            fields,
            at: 0,
            top: [Cell::new(0), Cell::new(0)],
            drafted: None,
            kept: None,
            unkept: false,
            restored: false,
            asking: None,
            chain: false,
            offers: Vec::new(),
            now: moment.now,
        };
        form.opened();
        form
    }

    /// With a line under the title.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// With Ctrl-N for the next record: [`Step::SaveNext`].
    #[must_use]
    pub fn chain(mut self) -> Self {
        self.chain = true;
        self
    }

    /// With Ctrl-O for what has the same in files: [`Step::Files`].
    #[must_use]
    pub fn files(mut self) -> Self {
        self.offers.push(Action::Import);
        self
    }

    /// With F4 for the list of those it goes to: [`Step::Recipients`].
    #[must_use]
    pub fn recipients(mut self) -> Self {
        self.offers.push(Action::Recipients);
        self
    }

    /// With Ctrl-L for a record that may be the same, or without it: [`Step::Alike`].
    pub fn offer_alike(&mut self, offered: bool) {
        self.offers.retain(|action| *action != Action::Alike);
        if offered {
            self.offers.push(Action::Alike);
        }
    }

    /// With Ctrl-K for the person's own keys, which the program opens.
    #[must_use]
    pub fn keys(mut self) -> Self {
        self.offers.push(Action::OwnKeys);
        self
    }

    /// With the cursor in another field.
    #[must_use]
    pub fn begin_at(mut self, field: &str) -> Self {
        self.go_to(field);
        self
    }

    /// Takes what stands in the fields now for what the record is: nothing is changed yet.
    pub fn opened(&mut self) {
        for field in &mut self.fields {
            field.opened = field.stored();
            field.entered = field.opened.clone();
        }
    }

    /// Says something else under the title.
    pub fn set_note(&mut self, note: impl Into<String>) {
        self.note = note.into();
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    fn field_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// The name of the field with the cursor.
    pub fn current(&self) -> &str {
        self.fields.get(self.at).map_or("", |field| &field.name)
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        if self.asking.is_some() {
            return &popup::CONFIRM;
        }
        let kind = match self.fields.get(self.at).map(|field| &field.kind) {
            Some(Kind::Long { .. }) => keys::Field::Text,
            Some(Kind::Choice { .. } | Kind::Flag(_)) => keys::Field::Choice,
            Some(Kind::Pick(pick)) if pick.is_open() => keys::Field::List,
            _ => keys::Field::Line,
        };
        keys::place(kind, self.chain)
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match action {
            Action::MaskPersonal => self.fields.iter().any(|field| !field.found.is_empty()),
            Action::Browse => self.fields.get(self.at).is_some_and(|field| field.paths),
            Action::DropDraft => self.restored,
            Action::PageDown => self.next_section().is_some() || self.has_open_list(),
            Action::Import | Action::OwnKeys | Action::Recipients | Action::Alike => {
                self.offers.contains(action)
            }
            _ => true,
        }
    }

    // Values.

    /// The text of a field without blanks around it; the suggestion when the field is empty; the identifier of a fixed value;
    /// the names of what was picked.
    pub fn text(&self, name: &str) -> String {
        let Some(field) = self.field(name) else { return String::new() };
        if field.is_empty() {
            return field.suggested.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        }
        field.written()
    }

    /// The day of a field.
    pub fn day(&self, name: &str) -> Option<NaiveDate> {
        self.field(name)?.day_of(self.now.date())
    }

    /// The moment of a field.
    pub fn moment(&self, name: &str) -> Option<NaiveDateTime> {
        self.field(name)?.moment_of(self.now)
    }

    /// The period of a field.
    pub fn period(&self, name: &str) -> Option<Period> {
        self.field(name)?.period_of(self.now.date())
    }

    /// The number of a field.
    pub fn number(&self, name: &str) -> Option<i64> {
        read::number(&self.field(name)?.written())
    }

    /// Yes or no.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.field(name), Some(Field { kind: Kind::Flag(true), .. }))
    }

    /// What was picked; the suggestion when nothing was.
    pub fn chosen(&self, name: &str) -> &[Picked] {
        match self.field(name) {
            Some(field) if field.is_empty() => &field.suggested,
            Some(Field { kind: Kind::Pick(pick), .. }) => &pick.chosen,
            _ => &[],
        }
    }

    /// The row that was picked.
    pub fn id(&self, name: &str) -> Option<Uuid> {
        self.chosen(name).first()?.uuid()
    }

    /// True when there is a field of this name.
    pub fn has(&self, name: &str) -> bool {
        self.field(name).is_some()
    }

    /// True when nothing stands in a field, not even a suggestion.
    pub fn is_empty(&self, name: &str) -> bool {
        self.field(name).is_none_or(|field| field.is_empty() && field.suggested.is_empty())
    }

    /// True when a field was changed since the form was opened.
    pub fn is_changed_in(&self, name: &str) -> bool {
        self.field(name).is_some_and(Field::changed)
    }

    /// True when any field was changed since the form was opened.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::changed)
    }

    // What a room does to fields.

    /// Puts another value into a field.
    pub fn set(&mut self, name: &str, value: &str) {
        self.unkept = true;
        if let Some(field) = self.field_mut(name) {
            field.put(value);
        }
    }

    /// Puts what is chosen into a field.
    pub fn set_chosen(&mut self, name: &str, chosen: Vec<Picked>) {
        self.unkept = true;
        if let Some(Field { kind: Kind::Pick(pick), .. }) = self.field_mut(name) {
            pick.put_text("");
            pick.chosen = chosen;
        }
    }

    /// A value the field takes as long as it is empty, shown dim; Backspace there refuses it.
    pub fn suggest(&mut self, name: &str, suggested: Vec<Picked>) {
        if let Some(field) = self.field_mut(name).filter(|field| !field.refused) {
            field.suggested = suggested;
        }
    }

    /// Says something about a field until it is changed.
    pub fn say(&mut self, name: &str, said: Said) {
        if let Some(field) = self.field_mut(name) {
            field.said = Some(said);
        }
    }

    /// What stands in a field of one line, with the blanks around it.
    pub fn line(&self, name: &str) -> Option<&str> {
        match &self.field(name)?.kind {
            Kind::Text(input) => Some(input.text()),
            _ => None,
        }
    }

    /// Puts the cursor into a field of one line and selects what is wrong in it.
    pub fn point_at(&mut self, name: &str, span: Range<usize>) {
        self.go_to(name);
        if let Some(Field { kind: Kind::Text(input), .. }) = self.field_mut(name) {
            input.select(span);
        }
    }

    /// Shows a hidden field, or hides it again when nobody has changed it.
    pub fn reveal(&mut self, name: &str, shown: bool) {
        if let Some(field) = self.field_mut(name) {
            field.hidden = !shown && !field.changed();
        }
    }

    /// The answer to [`Step::Ask`].
    pub fn offer(&mut self, name: &str, typed: &str, offered: Vec<Picked>) {
        if let Some(Field { kind: Kind::Pick(pick), .. }) = self.field_mut(name) {
            pick.offer(typed, offered);
        }
    }

    /// Puts the cursor into a field.
    pub fn go_to(&mut self, name: &str) {
        if let Some(at) = self.fields.iter().position(|field| field.name == name) {
            self.enter(at);
        }
    }
}
