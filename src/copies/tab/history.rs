//! Who changed a record, and putting a value back.

use super::{Effects, Query, State, Window};
use crate::copies::labels;
use crate::copies::model::{ActionSize, BackPlan, Deed, Entry, FieldBack, Obstacle, RecordHistory, RecordId};
use crate::screen::list::{Keyed, List};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Notice, Target};
use crate::words::Words;

impl Keyed for Entry {
    type Id = RecordId;
    type Key = RecordId;
    fn id(&self) -> RecordId {
        self.id
    }
    fn key(&self) -> RecordId {
        self.id
    }
}

/// The history of a record.
#[derive(Debug)]
pub struct History {
    /// Whose.
    pub subject: Target,
    /// What the record is, once read.
    pub head: Option<Head>,
    /// Its lines.
    pub list: List<Entry>,
    /// Lines the detail is scrolled by.
    pub scroll: u16,
}

/// What a history is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Table of the record.
    pub table: &'static str,
    /// Its id.
    pub row: uuid::Uuid,
    /// What it is called.
    pub name: String,
    /// Older lines were left out.
    pub more: bool,
}

impl History {
    pub(super) fn new(subject: Target) -> Self {
        Self { subject, head: None, list: List::default(), scroll: 0 }
    }

    pub(super) fn take(&mut self, read: Option<RecordHistory>) {
        let Some(RecordHistory { table, row, name, entries, more }) = read else {
            self.list.clear();
            return;
        };
        self.head = Some(Head { table, row, name, more });
        self.list.set_whole(entries);
    }

    /// Whether an action would do something to the line under the cursor.
    pub(super) fn works(&self, action: &Action) -> bool {
        let entry = self.list.current();
        match action {
            Action::Open => entry.is_some_and(|entry| match entry.deed {
                // Before the record itself there is nothing; what belongs to it can be taken away again.
                Deed::Created { .. } => self.head.as_ref().is_some_and(|head| head.row != entry.row),
                Deed::Changed { .. } => true,
                Deed::Erased { .. } | Deed::Blanked { .. } => false,
            }),
            Action::Retake => entry.is_some_and(|entry| matches!(entry.deed, Deed::Changed { .. })),
            Action::Revert => entry
                .is_some_and(|entry| entry.author.at.is_some() && !matches!(entry.deed, Deed::Erased { .. })),
            Action::Copy => entry.is_some(),
            _ => true,
        }
    }
}

pub(super) fn update(page: &mut History, action: &Action, moment: &Moment) -> Effects {
    if page.list.go(action).is_some() {
        page.scroll = 0;
        return Effect::none();
    }
    let words = moment.words;
    match (action, page.list.current(), &page.head) {
        (Action::ScrollDown, ..) => page.scroll = page.scroll.saturating_add(1),
        (Action::ScrollUp, ..) => page.scroll = page.scroll.saturating_sub(1),
        (Action::Open, Some(entry), Some(head)) => {
            return vec![Effect::ReadNow(Query::PlanBack(entry.id, head.row, false))];
        }
        (Action::Retake, Some(entry), Some(head)) => {
            return vec![Effect::ReadNow(Query::PlanBack(entry.id, head.row, true))];
        }
        (Action::Revert, Some(entry), _) if entry.author.at.is_none() => {
            return vec![Effect::Notify(Notice::note(words.copies_not_shipped()))];
        }
        (Action::Revert, Some(entry), _) if matches!(entry.deed, Deed::Erased { .. }) => {
            return vec![Effect::Notify(Notice::note(words.copies_not_erased()))];
        }
        (Action::Revert, Some(entry), _) => {
            return vec![Effect::ReadNow(Query::ActionSize(entry.id.0, entry.group))];
        }
        _ => return Effect::unused(),
    }
    Effect::none()
}

/// Asks whether to put values back, or says why that cannot be.
pub(super) fn planned(state: &mut State, plan: BackPlan, wrote: bool, moment: &Moment) -> Effects {
    let words = moment.words;
    let fields = match plan {
        BackPlan::Not(obstacle) => {
            let said = match obstacle {
                Obstacle::Same => words.copies_not_same().to_owned(),
                Obstacle::Erased => words.copies_not_erased().to_owned(),
                Obstacle::Beginning => words.copies_not_beginning().to_owned(),
                Obstacle::Gone(name) => words.copies_not_gone(name),
                Obstacle::Taken(number) => words.copies_not_taken(number),
            };
            return vec![Effect::Notify(Notice::note(said))];
        }
        BackPlan::Fields(fields) => fields,
    };
    let mut question: Vec<String> = fields.iter().map(|field| sentence(words, field)).collect();
    question.push(words.copies_back_undoable().to_owned());
    let records = fields.iter().map(|field| field.record).collect();
    let title = if wrote { words.copies_retake() } else { words.copies_back() };
    state.window = Some(Window::Back(Confirm::new(title, question.join("\n\n"), (records, wrote))));
    Effect::none()
}

/// What becomes of one field.
fn sentence(words: &Words, field: &FieldBack) -> String {
    const LONG: usize = 160;
    let Some(column) = field.column else {
        return words
            .copies_back_away(words.copies_row(field.name.as_str(), labels::table(words, field.table)));
    };
    let value = |datum| {
        let value = labels::value_line(words, field.table, column, datum);
        crate::text::cut_to_width(&value, LONG).into_owned()
    };
    let mut name = labels::column(words, field.table, column).to_owned();
    if !field.name.is_empty() {
        name = words.copies_of_row(field.name.as_str(), labels::table(words, field.table), name);
    }
    let mut text = words.copies_back_field(name, value(&field.now), value(&field.then));
    if let Some(since) = &field.since {
        let at = since.at.map_or_else(String::new, |at| words.moment(at));
        text.push('\n');
        text.push_str(&words.copies_back_since(at, labels::author(words, since)));
    }
    text
}

/// Asks whether to take a whole action back.
pub(super) fn sized(state: &mut State, size: Option<ActionSize>, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some(size) = size else {
        return vec![Effect::Notify(Notice::note(words.copies_not_same()))];
    };
    let rows: Vec<String> = size
        .rows
        .iter()
        .map(|(table, count)| format!("{} {}", words.number(*count as i64), labels::table(words, table)))
        .collect();
    let question = words.copies_revert_question(labels::action(words, &size.action), rows.join(", "));
    let what = (size.replica, size.group);
    state.window = Some(Window::Revert(Confirm::new(words.copies_revert(), question, what)));
    Effect::none()
}
