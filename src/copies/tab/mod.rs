//! State and update of the pages over the tabs. No SQL and no files: reads and writes are effects.
//!
//! | module | what is in it |
//! |---|---|
//! | [`history`] | who changed a record, putting a value back |
//! | [`done`] | what was done in this run, undo back to a point |
//! | [`decide`] | what waits for a decision |
//! | [`merge`] | bringing another copy in, taking a merge back |
//! | [`give`] | sending a bundle |
//! | [`share`] | the file that colleagues share |

mod copied;
mod decide;
mod done;
mod give;
mod history;
mod merge;
mod share;
mod window;

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

pub use copied::copied;
pub use decide::{Answer, Decisions, Joining, QuestionLine};
pub use done::DoneList;
pub use give::{Given, Giving, Items, Offer, Order, What};
pub use history::History;
pub use merge::{After, Coming, MergePlan, MergeRefused, MergeRun, MergeTold, Merges};
pub use share::{Put, Shared, Sharing};
pub use window::Window;

use super::model::{ActionSize, BackPlan, Question, RecordHistory, RecordId};
use crate::file::seal::Passphrases;
use crate::inbox::rows::Eyes;
use crate::screen::form::Form;
use crate::screen::keys::copies as keys;
use crate::screen::{Action, Effect, Moment, Notice, Place, Selection, Target, keys::popup};

/// All the pages show and remember.
#[derive(Debug, Default)]
pub struct State {
    /// The page in sight.
    pub page: Option<Page>,
    /// The page under it, to come back to.
    under: Option<Page>,
    /// Decisions that wait.
    pub waiting: u64,
    /// The window over the page.
    pub window: Option<Window>,
    /// A bundle that is being put together, over the page or over the tab.
    pub giving: Option<Giving>,
    /// The question where the file is shared, likewise.
    pub sharing: Option<Sharing>,
    /// Today, so that this year's dates need no year.
    pub today: NaiveDate,
}

/// A page.
#[derive(Debug)]
pub enum Page {
    /// Who changed a record.
    History(History),
    /// What was done in this run.
    Done(DoneList),
    /// What waits for a decision.
    Decisions(Decisions),
    /// The merges done here.
    Merges(Merges),
}

/// What the pages read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// How many decisions wait.
    Count,
    /// The history of a record.
    History(Target),
    /// What putting back the value a record took away would do, or with true the one it wrote; the row whose history is
    /// shown.
    PlanBack(RecordId, Uuid, bool),
    /// How much an action touched: replica and group.
    ActionSize(Uuid, i64),
    /// What waits for a decision.
    Decisions,
    /// What hangs on the row that is to go into another.
    JoinSize(Box<Joining>),
    /// The merges done here.
    Merges,
    /// What can go out in a bundle; the office's prefix goes into the name of the file.
    Offer(Box<(Selection, Eyes, String)>),
    /// Which file this is.
    Own,
}

/// What the pages write. Some only need the connection that writes.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// What was done in this run: only the writer knows.
    Done,
    /// Puts values back that records took away, or with true those they wrote.
    PutBack(Vec<RecordId>, bool),
    /// Takes a whole action back: replica and group.
    Revert(Uuid, i64),
    /// Undoes back to this group of this run.
    UndoTo(i64),
    /// Keeps one side of a question.
    Keep(Uuid, usize),
    /// Decides a clash with a third value.
    Decide(Uuid, Third),
    /// Gives a report another arrival number.
    Renumber(Uuid, String),
    /// Takes a row out of a circle: table, column, row.
    TakeOut(&'static str, &'static str, Uuid),
    /// Makes one of two rows, of every pair: table, the one that stays, the one that goes.
    Join(&'static str, Vec<(Uuid, Uuid)>),
    /// Remembers that the rows of every pair are not the same.
    Apart(&'static str, Vec<(Uuid, Uuid)>),
    /// Puts the edits of a row that was joined to another into that one: the question, table, row.
    CarryOver(Uuid, &'static str, Uuid),
    /// Whether two rows are one, which copies differ about: the question, the place of the side that is right, the verdict, and
    /// true where that side joined them.
    Verdict(Uuid, usize, Uuid, bool),
    /// What bringing files in would do; writes nothing.
    PlanMerge(Box<Coming>),
    /// Brings files in, with what opens those that are closed.
    Merge(Vec<PathBuf>, Passphrases),
    /// What a bundle would hold; writes nothing.
    PlanGive(Box<Order>),
    /// Writes a bundle; the file stays as it is.
    Give(Box<Order>),
    /// Takes in what lies at the shared place, as typed, and puts the file there.
    Publish(String),
    /// Takes merges back, the last one first.
    MergeBack(Vec<Uuid>),
}

/// A value typed for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Third {
    /// A text, or a day as the file writes it.
    Text(String),
    /// A number.
    Number(i64),
}

/// Something done in this run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneRow {
    /// Its group.
    pub group: i64,
    /// Identifier of the action.
    pub action: String,
    /// When.
    pub at: Option<NaiveDateTime>,
    /// Rows it touched.
    pub rows: u64,
    /// Table of the first of them, empty for none, and its name.
    pub first: (&'static str, String),
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// How many decisions wait.
    Count(u64),
    /// A history; `None` when the record is not there.
    History(Option<Box<RecordHistory>>),
    /// What putting back would do.
    Plan(Box<BackPlan>, bool),
    /// How much an action touched.
    ActionSize(Option<ActionSize>),
    /// Fields were put back.
    Put(usize),
    /// An action was taken back: rows and fields that went back, and that were left because they changed since.
    Reverted(usize, usize),
    /// What was done in this run.
    Done(Vec<DoneRow>),
    /// So many actions were undone; so many fields were left.
    Undone(usize, usize),
    /// What waits.
    Decisions(Vec<Question>),
    /// A question was decided; so many wait.
    Decided(u64),
    /// What hangs on the row that is to go into another: rows by table.
    JoinSized(Box<Joining>, Vec<(&'static str, usize)>),
    /// Nothing was written: the number stands on another report.
    NumberTaken(String),
    /// The merges done here.
    Merges(Vec<MergeRun>),
    /// What bringing files in would do.
    MergePlanned(Box<MergePlan>),
    /// A file among them is closed, and nothing known opens it.
    MergeClosed(Box<Coming>, PathBuf),
    /// What bringing files in did.
    Merged(Box<MergeTold>),
    /// What can go out in a bundle.
    Offer(Box<Offer>),
    /// What became of a bundle.
    Given(Box<Given>),
    /// Which file this is.
    Own(PathBuf),
    /// What became of publishing.
    Shared(Box<Shared>),
    /// A merge was taken back: records that went, rows that were kept because they changed since.
    TakenBack(usize, usize),
}

/// Effects of these pages.
pub type Effects = Vec<Effect<Query, Command>>;

/// Rows above a list: the title and the headings.
pub const HEAD: u16 = 2;

/// Rows of the detail under a list, without its rule.
pub fn detail_rows(height: u16) -> u16 {
    (height * 2 / 5).clamp(6, 18)
}

/// Rows of a list.
fn list_rows(moment: &Moment) -> usize {
    usize::from(moment.height.saturating_sub(HEAD + 1 + detail_rows(moment.height))).max(1)
}

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    state.today = moment.today();
    match action {
        Action::Recount => return vec![Effect::Read(Query::Count)],
        Action::KeepDraft => return Effect::none(),
        Action::Resize => {
            state.fit(moment);
            return Effect::none();
        }
        Action::Refresh => {
            state.fit(moment);
            state.answered();
            let mut effects = state.read();
            effects.push(Effect::Read(Query::Count));
            return effects;
        }
        Action::Show(target) => return open(state, Page::History(History::new(target.clone())), moment),
        _ => {}
    }
    if let Some(window) = state.window.take() {
        return window::update(state, window, action, moment);
    }
    if state.giving.is_some() {
        return give::update(state, action, moment);
    }
    if state.sharing.is_some() {
        return share::update(state, action, moment);
    }
    match action {
        Action::Decisions if !matches!(state.page, Some(Page::Decisions(_))) => {
            return open(state, Page::Decisions(Decisions::default()), moment);
        }
        Action::UndoList if !matches!(state.page, Some(Page::Done(_))) => {
            return open(state, Page::Done(DoneList::default()), moment);
        }
        Action::Merges if !matches!(state.page, Some(Page::Merges(_))) => {
            return open(state, Page::Merges(Merges::default()), moment);
        }
        Action::Merge => {
            let effects = match state.page {
                Some(Page::Merges(_)) => Effect::none(),
                _ => open(state, Page::Merges(Merges::default()), moment),
            };
            merge::ask(state, moment);
            return effects;
        }
        Action::Give(selection) => return give::ask(selection.clone(), moment),
        Action::Publish => return vec![Effect::ReadNow(Query::Own)],
        Action::Back | Action::History | Action::Decisions | Action::UndoList | Action::Merges => {
            return close(state, moment);
        }
        _ => {}
    }
    match &mut state.page {
        Some(Page::History(page)) => history::update(page, action, moment),
        Some(Page::Done(_)) => done::update(state, action, moment),
        Some(Page::Decisions(_)) => decide::update(state, action, moment),
        Some(Page::Merges(_)) => merge::update(state, action, moment),
        None => Effect::unused(),
    }
}

/// Opens a page; one that was open waits under a history.
fn open(state: &mut State, page: Page, moment: &Moment) -> Effects {
    let before = state.page.replace(page);
    state.under = match (&state.page, before) {
        (Some(Page::History(_)), Some(before @ (Page::Decisions(_) | Page::Done(_)))) => Some(before),
        _ => None,
    };
    state.window = None;
    state.fit(moment);
    state.read()
}

/// Closes the page; the one under it comes into sight again.
fn close(state: &mut State, moment: &Moment) -> Effects {
    state.page = state.under.take();
    if state.page.is_none() {
        return vec![Effect::Close];
    }
    state.fit(moment);
    state.read()
}

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    let words = moment.words;
    state.today = moment.today();
    match message {
        Message::Count(count) => state.waiting = count,
        Message::History(read) => {
            if let Some(Page::History(page)) = &mut state.page {
                page.take(read.map(|read| *read));
            }
        }
        Message::Plan(plan, wrote) => return history::planned(state, *plan, wrote, moment),
        Message::ActionSize(size) => return history::sized(state, size, moment),
        Message::Put(fields) => {
            let told = Notice::done(words.copies_put_back(words.number(fields as i64)));
            return state.read_and_say(told);
        }
        Message::Reverted(back, left) => {
            let told = if left == 0 {
                Notice::done(words.copies_reverted(words.number(back as i64)))
            } else {
                Notice::note(
                    words.copies_reverted_in_part(words.number(back as i64), words.number(left as i64)),
                )
            };
            return state.read_and_say(told);
        }
        Message::Done(rows) => {
            if let Some(Page::Done(page)) = &mut state.page {
                page.take(rows);
            }
        }
        Message::Undone(actions, left) => {
            let told = if left == 0 {
                Notice::done(words.copies_undone(words.number(actions as i64)))
            } else {
                Notice::note(
                    words.copies_undone_in_part(words.number(actions as i64), words.number(left as i64)),
                )
            };
            return state.read_and_say(told);
        }
        Message::Decisions(questions) => {
            state.waiting = state.waiting.max(questions.len() as u64);
            if let Some(Page::Decisions(page)) = &mut state.page {
                page.take(questions);
            }
        }
        Message::Decided(waiting) => {
            state.waiting = waiting;
            let told = if waiting == 0 {
                words.copies_decided_all().to_owned()
            } else {
                words.copies_decided(words.number(waiting as i64))
            };
            return state.read_and_say(Notice::done(told));
        }
        Message::JoinSized(joining, refer) => return decide::joining(state, *joining, &refer, moment),
        Message::NumberTaken(number) => {
            return vec![Effect::Notify(Notice::problem(words.copies_number_taken(number)))];
        }
        Message::Offer(offer) => give::open(state, *offer, moment),
        Message::Given(given) => return give::receive(state, *given, moment),
        Message::Own(own) => share::open(state, &own, moment),
        Message::Shared(shared) => return share::receive(state, *shared, moment),
        other => return merge::receive(state, other, moment),
    }
    Effect::none()
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    match (&state.window, &state.page) {
        (
            Some(
                Window::Back(_)
                | Window::Revert(_)
                | Window::UndoTo(_)
                | Window::Join(_)
                | Window::MergeNow(_)
                | Window::Merged(_)
                | Window::GiveNow(_)
                | Window::Told(_)
                | Window::MergeBack(_),
            ),
            _,
        ) => &popup::CONFIRM,
        (Some(Window::Answer(picker)), _) => picker.place(),
        (Some(Window::After(picker)), _) => picker.place(),
        (Some(Window::MergePath(_)), _) => &popup::PATH,
        (Some(Window::Third(_) | Window::Number(_) | Window::Passphrase(_)), _) => &popup::PROMPT,
        (None, _) if state.giving.is_some() || state.sharing.is_some() => {
            state.form().map_or(&keys::HISTORY, Form::place)
        }
        (None, Some(Page::Done(_))) => &keys::UNDO_LIST,
        (None, Some(Page::Decisions(_))) => &keys::DECISIONS,
        (None, Some(Page::Merges(_))) => &keys::MERGES,
        (None, Some(Page::History(_)) | None) => &keys::HISTORY,
    }
}

/// Whether an action would do something now.
pub fn works(state: &State, action: &Action) -> bool {
    if let Some(form) = state.form().filter(|_| state.window.is_none()) {
        return form.works(action);
    }
    let empty = match &state.page {
        Some(Page::History(page)) => page.list.is_empty(),
        Some(Page::Done(page)) => page.list.is_empty(),
        Some(Page::Decisions(page)) => page.list.is_empty(),
        Some(Page::Merges(page)) => page.list.is_empty(),
        None => true,
    };
    if let (Some(Page::History(page)), None) = (&state.page, &state.window) {
        return page.works(action);
    }
    match action {
        Action::Open if state.window.is_none() => !empty,
        Action::Copy => false,
        _ => true,
    }
}

impl State {
    /// The row under the cursor, whose history can be asked for.
    pub fn row_in_question(&self) -> Option<(&'static str, Uuid)> {
        match &self.page {
            Some(Page::Decisions(page)) => {
                page.list.current().map(|question| (question.0.table, question.0.row))
            }
            _ => None,
        }
    }

    /// The form over the page.
    pub fn form(&self) -> Option<&Form> {
        let giving = self.giving.as_ref().map(|giving| &giving.form);
        giving.or(self.sharing.as_ref().map(|sharing| &sharing.form))
    }

    /// After a form or a result without a page under it: the tab is there again.
    fn left_alone(&self) -> Effects {
        let alone = self.page.is_none() && self.window.is_none() && self.form().is_none();
        if alone { vec![Effect::Close] } else { Effect::none() }
    }

    /// What was handed over did not work or is done: the forms take keys again.
    fn answered(&mut self) {
        if let Some(giving) = &mut self.giving {
            giving.answered();
        }
        if let Some(sharing) = &mut self.sharing {
            sharing.answered();
        }
    }

    fn fit(&mut self, moment: &Moment) {
        let rows = list_rows(moment);
        match &mut self.page {
            Some(Page::History(page)) => page.list.set_height(rows),
            Some(Page::Done(page)) => {
                page.list.set_height(usize::from(moment.height.saturating_sub(HEAD)).max(1));
            }
            Some(Page::Decisions(page)) => page.list.set_height(rows),
            Some(Page::Merges(page)) => {
                page.list.set_height(usize::from(moment.height.saturating_sub(HEAD)).max(1));
            }
            None => {}
        }
    }

    /// Reads the page in sight.
    fn read(&self) -> Effects {
        match &self.page {
            Some(Page::History(page)) => vec![Effect::ReadNow(Query::History(page.subject.clone()))],
            Some(Page::Done(_)) => vec![Effect::Beside(Command::Done)],
            Some(Page::Decisions(_)) => vec![Effect::ReadNow(Query::Decisions)],
            Some(Page::Merges(_)) => vec![Effect::ReadNow(Query::Merges)],
            None => Effect::none(),
        }
    }

    fn read_and_say(&self, notice: Notice) -> Effects {
        let mut effects = self.read();
        effects.push(Effect::Read(Query::Count));
        effects.push(Effect::Notify(notice));
        effects
    }
}
