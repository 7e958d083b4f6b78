//! State and update of the pages over the tabs. No SQL and no files: reads and writes are effects.
//!
//! | module | what is in it |
//! |---|---|
//! | [`history`] | who changed a record, putting a value back |
//! | [`done`] | what was done in this run, undo back to a point |
//! | [`decide`] | what waits for a decision |
//! | [`merge`] | bringing another copy in, taking a merge back |

mod copied;
mod decide;
mod done;
mod history;
mod merge;

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

pub use copied::copied;
pub use decide::{Answer, Decisions, Joining, QuestionLine};
pub use done::DoneList;
pub use history::History;
pub use merge::{After, MergePlan, MergeRefused, MergeRun, MergeTold, Merges};

use super::model::{ActionSize, BackPlan, Question, RecordHistory, RecordId};
use crate::screen::keys::copies as keys;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice, Place, Target, keys::popup};

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

/// A window over the page.
#[derive(Debug)]
pub enum Window {
    /// Whether to put these values back.
    Back(Confirm<(Vec<RecordId>, bool)>),
    /// Whether to take a whole action back.
    Revert(Confirm<(Uuid, i64)>),
    /// Whether to undo back to here.
    UndoTo(Confirm<i64>),
    /// How to answer a question.
    Answer(Picker<Answer>),
    /// A third value, for the decision.
    Third(Prompt<Question>),
    /// Another number for a row.
    Number(Prompt<Uuid>),
    /// Whether to make one of two rows.
    Join(Confirm<Joining>),
    /// Which file to bring in.
    MergePath(Prompt<()>),
    /// Whether to bring it in.
    MergeNow(Confirm<Vec<PathBuf>>),
    /// What came of it.
    Merged(Confirm<Vec<Choice<After>>>),
    /// What to do after it.
    After(Picker<After>),
    /// Whether to take merges back.
    MergeBack(Confirm<Vec<Uuid>>),
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
    /// Makes one of two rows: table, the one that stays, the one that goes.
    Join(&'static str, Uuid, Uuid),
    /// Remembers that two rows are not the same.
    Apart(&'static str, Uuid, Uuid),
    /// What bringing files in would do: paths or a folder, as typed; writes nothing.
    PlanMerge(String),
    /// Brings files in.
    Merge(Vec<PathBuf>),
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
    /// What bringing files in did.
    Merged(Box<MergeTold>),
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
            let mut effects = state.read();
            effects.push(Effect::Read(Query::Count));
            return effects;
        }
        Action::Show(target) => return open(state, Page::History(History::new(target.clone())), moment),
        _ => {}
    }
    if let Some(window) = state.window.take() {
        return in_window(state, window, action, moment);
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

fn in_window(state: &mut State, window: Window, action: &Action, moment: &Moment) -> Effects {
    /// What a window that only asks a question leads to.
    macro_rules! asked {
        ($variant:ident, $confirm:ident, $command:expr) => {
            match $confirm.update(action) {
                Outcome::Chosen(what) => return vec![Effect::Write($command(what))],
                Outcome::Cancelled => return Effect::none(),
                Outcome::Open | Outcome::Unused => Window::$variant($confirm),
            }
        };
    }
    let open = match window {
        Window::Back(confirm) => asked!(Back, confirm, |(records, wrote)| Command::PutBack(records, wrote)),
        Window::Revert(confirm) => {
            asked!(Revert, confirm, |(replica, group)| Command::Revert(replica, group))
        }
        Window::UndoTo(confirm) => asked!(UndoTo, confirm, Command::UndoTo),
        Window::Join(confirm) => {
            asked!(Join, confirm, |joining: Joining| Command::Join(
                joining.table,
                joining.keep.0,
                joining.gone.0
            ))
        }
        Window::MergeNow(confirm) => asked!(MergeNow, confirm, Command::Merge),
        Window::MergeBack(confirm) => asked!(MergeBack, confirm, Command::MergeBack),
        Window::Merged(confirm) => match confirm.update(action) {
            Outcome::Chosen(choices) => Window::After(Picker::one(moment.words.copies_merged(), choices)),
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open | Outcome::Unused => Window::Merged(confirm),
        },
        Window::After(mut picker) => match picker.update(action) {
            Outcome::Chosen(after) => {
                return after
                    .into_iter()
                    .next()
                    .map_or_else(Effect::none, |after| merge::after(state, after, moment));
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open | Outcome::Unused => Window::After(picker),
        },
        Window::Answer(mut picker) => match picker.update(action) {
            Outcome::Chosen(answers) => {
                return answers
                    .into_iter()
                    .next()
                    .map_or_else(Effect::none, |answer| decide::answered(state, answer, moment));
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open | Outcome::Unused => Window::Answer(picker),
        },
        Window::Third(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((question, typed)) => {
                return decide::third(state, prompt, &question, &typed, moment);
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open | Outcome::Unused => Window::Third(prompt),
        },
        Window::Number(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((row, number)) if !number.is_empty() => {
                return vec![Effect::Write(Command::Renumber(row, number))];
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Chosen(_) | Outcome::Open | Outcome::Unused => Window::Number(prompt),
        },
        Window::MergePath(mut prompt) => match prompt.update(action) {
            Outcome::Chosen(((), typed)) if !typed.is_empty() => return merge::plan(&typed, moment),
            Outcome::Cancelled => return Effect::none(),
            Outcome::Chosen(_) | Outcome::Open | Outcome::Unused => Window::MergePath(prompt),
        },
    };
    state.window = Some(open);
    Effect::none()
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
                | Window::MergeBack(_),
            ),
            _,
        ) => &popup::CONFIRM,
        (Some(Window::Answer(picker)), _) => picker.place(),
        (Some(Window::After(picker)), _) => picker.place(),
        (Some(Window::Third(_) | Window::Number(_) | Window::MergePath(_)), _) => &popup::PROMPT,
        (None, Some(Page::Done(_))) => &keys::UNDO_LIST,
        (None, Some(Page::Decisions(_))) => &keys::DECISIONS,
        (None, Some(Page::Merges(_))) => &keys::MERGES,
        (None, Some(Page::History(_)) | None) => &keys::HISTORY,
    }
}

/// Whether an action would do something now.
pub fn works(state: &State, action: &Action) -> bool {
    let empty = match &state.page {
        Some(Page::History(page)) => page.list.is_empty(),
        Some(Page::Done(page)) => page.list.is_empty(),
        Some(Page::Decisions(page)) => page.list.is_empty(),
        Some(Page::Merges(page)) => page.list.is_empty(),
        None => true,
    };
    match action {
        Action::Open | Action::Revert | Action::Retake if state.window.is_none() => !empty,
        Action::Copy => !empty && matches!(state.page, Some(Page::History(_))),
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
