//! The page "ai chưa báo cáo": a matrix of those a duty binds against its periods, and what the office itself owes.
//!
//! | file | what is in it |
//! |---|---|
//! | [`shape`] | what fits the window |
//! | [`remind`] | the list of those to be reminded, as a message |
//! | `moves` | the cursor on the matrix and on what is owed |
//! | `window` | reasons, the list, a choice among reports |

mod moves;
pub mod remind;
pub mod shape;
mod window;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

pub use shape::Shape;
pub use window::Window;

use crate::inbox::model::duties::{Cell, Duty, Span, Standing};
use crate::inbox::overdue::{Bound, Sheet, Who};
use crate::inbox::rows::{ReportCard, ReportRow};
use crate::screen::{Action, Effect, Moment, Notice, Place, Tab, Target, keys};
use crate::text::NameOrder;

/// What the page reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// The duties, what the office owes, and the sheet of this duty; of the first when it is none or gone.
    Open(Option<Uuid>, NaiveDate, NameOrder),
    /// Heads of the reports of a cell.
    Came(Vec<Uuid>),
    /// A whole report.
    Report(Uuid),
}

/// What the page writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Keeps a reason why these need not report for a period of a duty.
    Excuse(Uuid, Span, Vec<Who>, String),
    /// Takes such reasons away.
    Unexcuse(Uuid, Span, Vec<Who>),
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// Answer to [`Query::Open`].
    Opened(Box<Opened>),
    /// Answer to [`Query::Came`].
    Came(Vec<ReportRow>),
    /// Answer to [`Query::Report`]; `None` when it is gone.
    Report(Option<Box<ReportCard>>),
    /// So many were excused.
    Excused(usize),
    /// So many excuses were taken away.
    Unexcused(usize),
}

/// All that the page shows at first.
#[derive(Debug, Default)]
pub struct Opened {
    /// The duties others have.
    pub duties: Vec<Duty>,
    /// The sheet of one of them; `None` when there is none.
    pub sheet: Option<Sheet>,
    /// What the office owes, a sheet for each duty.
    pub owed: Vec<Sheet>,
}

/// All the page shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// The duties others have.
    pub duties: Vec<Duty>,
    /// Which of them is in sight; behind the last one stands what the office owes.
    pub at: usize,
    /// The sheet in sight.
    pub sheet: Option<Sheet>,
    /// What the office owes.
    pub owed: Vec<Sheet>,
    /// Rows of the sheet in the order they are shown.
    pub shown: Vec<usize>,
    /// Only those are shown who have not reported for the period under the cursor.
    pub only_missing: bool,
    /// Those who miss most come first.
    pub by_missing: bool,
    /// The cursor's place among the rows shown, and the first row in sight.
    pub row: usize,
    /// The first row in sight.
    pub top: usize,
    /// The cursor's period, and the first one in sight.
    pub column: usize,
    /// The first period in sight.
    pub left: usize,
    /// Marked ones.
    pub marked: BTreeSet<Who>,
    /// Reports of the cell under the cursor.
    pub came: Vec<ReportRow>,
    /// A window over the page.
    pub window: Option<Window>,
    /// A report that is read, and how far it is scrolled.
    pub reading: Option<(Box<ReportCard>, u16)>,
    /// It was read.
    pub ready: bool,
    /// The day.
    pub today: NaiveDate,
    /// What fits the window.
    pub shape: Shape,
}

type Effects = Vec<Effect<Query, Command>>;

impl State {
    /// What the office owes is in sight.
    pub fn on_owed(&self) -> bool {
        self.at >= self.duties.len() && !self.owed.is_empty()
    }

    /// How many pages Tab goes through.
    pub fn pages(&self) -> usize {
        self.duties.len() + usize::from(!self.owed.is_empty())
    }

    /// One that is bound, by the place among the rows shown.
    pub fn bound(&self, at: usize) -> Option<&Bound> {
        self.sheet.as_ref()?.rows.get(*self.shown.get(at)?)
    }

    /// Duty, period with its due day, and who, under the cursor.
    pub fn here(&self) -> Option<(&Sheet, usize, &Bound)> {
        if self.on_owed() {
            let (sheet, at) = *moves::owed(&self.owed).get(self.row)?;
            let sheet = self.owed.get(sheet)?;
            return Some((sheet, at, sheet.rows.first()?));
        }
        Some((self.sheet.as_ref()?, self.column, self.bound(self.row)?))
    }

    /// What the cell under the cursor came to.
    pub fn cell(&self) -> Option<&Cell> {
        let (_, at, bound) = self.here()?;
        bound.cells.get(at)
    }

    /// What is owed, in the order it is shown: missing, then what is to come, then what is done.
    pub fn owed_lines(&self) -> Vec<(usize, usize)> {
        moves::owed(&self.owed)
    }

    fn open(&self, moment: &Moment) -> Effects {
        let duty = self.duties.get(self.at).map(|duty| duty.id);
        vec![Effect::Read(Query::Open(duty, moment.today(), moment.settings.name_order))]
    }

    /// Who an action is about: those marked, else the one under the cursor.
    fn chosen(&self) -> Vec<Who> {
        if self.on_owed() || self.marked.is_empty() {
            return self.here().map(|(_, _, bound)| bound.who).into_iter().collect();
        }
        self.marked.iter().copied().collect()
    }
}

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    state.today = moment.today();
    state.shape = Shape::of(moment.width, moment.height);
    match action {
        Action::Overdue => {
            state.window = None;
            state.reading = None;
            return state.open(moment);
        }
        Action::Refresh => return state.open(moment),
        Action::Resize => {
            state.keep_in_sight();
            return Effect::none();
        }
        Action::Recount | Action::KeepDraft => return Effect::none(),
        _ => {}
    }
    if state.window.is_some() {
        return window::update(state, action, moment);
    }
    if state.reading.is_some() {
        return read(state, action);
    }
    if let Some(effects) = moves::update(state, action, moment) {
        return effects;
    }
    match action {
        Action::Back if !state.marked.is_empty() => {
            state.marked.clear();
            Effect::none()
        }
        Action::Back => vec![Effect::Close],
        Action::Excuse => window::ask_reason(state, moment),
        Action::Delete => unexcuse(state, moment),
        Action::Remind => window::remind(state, moment),
        Action::Open => open_cell(state, moment),
        Action::Edit => match state.here() {
            Some((sheet, ..)) => vec![Effect::Show(Tab::Inbox, Target::Duty(Some(sheet.duty.id)))],
            None => vec![Effect::Show(Tab::Inbox, Target::Duty(None))],
        },
        Action::New => vec![Effect::Show(Tab::Inbox, Target::Duty(None))],
        _ => Effect::unused(),
    }
}

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    let words = moment.words;
    match message {
        Message::Opened(opened) => {
            state.take(*opened);
            state.came_here()
        }
        Message::Came(rows) => {
            state.came = rows;
            Effect::none()
        }
        Message::Report(Some(card)) => {
            state.reading = Some((card, 0));
            Effect::none()
        }
        Message::Report(None) => vec![Effect::Notify(Notice::problem(words.inbox_gone()))],
        Message::Excused(count) => {
            state.marked.clear();
            let mut effects = state.open(moment);
            effects.push(Effect::Notify(Notice::done(words.overdue_did_excuse(count as u64))));
            effects
        }
        Message::Unexcused(0) => vec![Effect::Notify(Notice::note(words.overdue_no_excuse()))],
        Message::Unexcused(count) => {
            let mut effects = state.open(moment);
            effects.push(Effect::Notify(Notice::done(words.overdue_did_unexcuse(count as u64))));
            effects
        }
    }
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    if let Some(window) = &state.window {
        return window.place();
    }
    if state.reading.is_some() { &keys::popup::READER } else { &keys::duties::OVERDUE }
}

/// Whether an action would do something now.
pub fn works(state: &State, action: &Action) -> bool {
    if state.window.is_some() || state.reading.is_some() {
        return true;
    }
    match action {
        Action::Excuse | Action::Edit => state.here().is_some(),
        Action::Delete => state.cell().is_some_and(|cell| cell.standing == Standing::Excused),
        Action::Open => match state.here() {
            Some((sheet, at, bound)) => {
                bound.cells.get(at).is_some_and(|cell| !cell.came.is_empty())
                    || sheet.periods.get(at).is_some_and(|(span, _)| sheet.in_work(*span).is_some())
            }
            None => false,
        },
        Action::Remind | Action::OnlyMissing | Action::Sort | Action::Mark | Action::MarkAll => {
            !state.on_owed() && state.sheet.as_ref().is_some_and(|sheet| !sheet.rows.is_empty())
        }
        Action::NextPane | Action::PreviousPane => state.pages() > 1,
        _ => true,
    }
}

/// What Ctrl-C copies: the list of those to be reminded.
pub fn copied(state: &State, moment: &Moment) -> Option<String> {
    match &state.window {
        Some(Window::Reminder(reminder)) => Some(reminder.text.clone()),
        Some(_) => None,
        None => remind::of(state, moment.words).map(|(text, _)| text),
    }
}

/// What the cell holds: one report is read, of several one is chosen; of the office's own the synthesis is shown.
fn open_cell(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some((sheet, at, bound)) = state.here() else { return Effect::unused() };
    let Some(cell) = bound.cells.get(at) else { return Effect::unused() };
    let reports: Vec<Uuid> = bound.came[cell.came.clone()].iter().map(|report| report.id).collect();
    if bound.who == Who::Office {
        let in_work = sheet.periods.get(at).and_then(|(span, _)| sheet.in_work(*span)).map(|sent| sent.id);
        return match reports.last().copied().or(in_work) {
            Some(id) => vec![Effect::Show(Tab::Summary, Target::Synthesis(id))],
            None => vec![Effect::Notify(Notice::note(words.overdue_nothing_sent()))],
        };
    }
    match reports.as_slice() {
        [] => vec![Effect::Notify(Notice::note(words.overdue_nothing_came()))],
        [one] => vec![Effect::ReadNow(Query::Report(*one))],
        _ => window::choose_report(state, moment),
    }
}

/// Takes the reasons of those chosen away.
fn unexcuse(state: &State, moment: &Moment) -> Effects {
    let Some((sheet, at, _)) = state.here() else { return Effect::unused() };
    let Some((span, _)) = sheet.periods.get(at) else { return Effect::unused() };
    let has = state.cell().is_some_and(|cell| cell.standing == Standing::Excused);
    if state.marked.is_empty() && !has {
        return vec![Effect::Notify(Notice::note(moment.words.overdue_no_excuse()))];
    }
    vec![Effect::Write(Command::Unexcuse(sheet.duty.id, *span, state.chosen()))]
}

/// Reading a report whole.
fn read(state: &mut State, action: &Action) -> Effects {
    let Some((_, scroll)) = state.reading.as_mut() else { return Effect::none() };
    if super::scrolled(scroll, action, state.shape.height) {
        return Effect::none();
    }
    match action {
        Action::Back | Action::Open => state.reading = None,
        _ => return Effect::unused(),
    }
    Effect::none()
}

#[cfg(test)]
mod tests;
