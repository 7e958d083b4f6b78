//! State and update of the tab Hộp báo cáo. No SQL and no files: reads and writes are effects.
//!
//! | module | what is in it |
//! |---|---|
//! | [`queue`] | moving, views, marks, what the list reads |
//! | [`views`] | the views, the order of the rows |
//! | [`decide`] | decisions: shown at once, written, corrected by the answer |
//! | [`window`] | windows over the queue: reasons, topics, issues, duplicates, questions |
//! | [`answers`] | answers that were given |
//! | [`compare`] | duplicates side by side |
//! | [`rules`] | rules that give new items to colleagues; giving by hand |
//! | [`intake`] | files brought in: which, and what became of them |
//! | [`rehearsal`], [`log_columns`] | what files would make, before they are brought in |
//! | [`files`] | files kept with a report |
//! | [`messages`] | what the tab reads and writes, and what comes back |
//! | [`form`] | forms: a report on the phone, an item, an issue, an orientation, a duty |
//! | [`split`] | a matter split into several, or joined |
//! | [`sentences`], [`personal`] | the text sentence by sentence; what may tell who a citizen is |
//! | [`field`] | the search and the filter line |
//! | [`cards`] | previews read ahead |
//! | [`overdue`], [`charts`], [`issues`], [`orientations`] | pages over the tabs: who has not reported, charts, issues, orientations |
//! | [`shape`] | where things stand on the screen |

mod answers;
mod cards;
pub mod charts;
mod compare;
mod copied;
mod decide;
mod field;
mod files;
pub mod form;
mod intake;
pub mod issues;
mod log_columns;
mod messages;
pub mod orientations;
pub mod overdue;
mod personal;
mod queue;
mod rehearsal;
mod rules;
mod sentences;
mod shape;
mod split;
mod views;
mod window;

use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::order::Order;
use super::rows::{Eyes, ItemRow, ReportCard, View};
use crate::screen::list::{Keyed, List};
use crate::screen::{Action, Effect, Moment, Place, Selection};
use crate::search::Vocabulary;
use crate::search::filter::Key;

pub use crate::roster::model::ViewWrite;
pub use crate::screen::views::Views;
pub use answers::Answers;
pub use cards::Cards;
pub use compare::Compare;
pub use copied::copied;
pub use field::{Field, Said};
pub use files::{Files, FilesDone};
pub use intake::{Came, Entry, Intake, Kind, Line, Sources};
pub use log_columns::{Columns, letters};
pub use messages::{Command, Message, Query, Told, Verdict};
pub use personal::{Masking, Personal};
pub use rehearsal::{Over, Planned, Rehearsal, Rehearsed};
pub use rules::{Given, RuleWrite, Rules, shares};
pub use sentences::{Sentence, Sentences, StreamWrite};
pub use shape::Shape;
pub use split::{Pieces, Split};
pub use window::{Menu, Window, count_words};

impl Keyed for ItemRow {
    type Id = Uuid;
    type Key = i64;
    fn id(&self) -> Uuid {
        self.item
    }
    fn key(&self) -> i64 {
        self.doc
    }
}

/// All the tab shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// The views on the bar.
    pub views: Vec<View>,
    /// Their counts, once read; they stop at [`super::rows::COUNT_LIMIT`].
    pub counts: Vec<Option<u64>>,
    /// What the list shows.
    pub source: Source,
    /// The order of its rows; another list begins with the newest.
    pub order: Order,
    /// The list.
    pub list: List<ItemRow>,
    /// Rows were read at least once; before, an empty list says nothing.
    pub ready: bool,
    /// The search found more than it shows.
    pub more_found: bool,
    /// The search or filter line while it is being typed.
    pub field: Option<Field>,
    /// Previews.
    pub cards: Cards,
    /// Lines the preview is scrolled by.
    pub scroll: u16,
    /// The window over the queue.
    pub window: Option<Window>,
    /// What became of files, to be shown when the window that is open is closed.
    result: Option<Came>,
    /// The form over the queue, and what is on its way from it.
    pub forms: form::Forms,
    /// The report being read whole, and the lines it is scrolled by.
    pub report: Option<(Box<ReportCard>, u16)>,
    /// Where things stand.
    pub shape: Shape,
    /// The settings do not say who sits here, so nobody's items are theirs.
    pub nameless: bool,
    /// Today, so that this year's dates need no year.
    pub today: NaiveDate,
    /// Reasons for setting aside.
    reasons: Vec<String>,
    /// Names a filter can be completed with.
    names: Vec<(Key, Vec<String>)>,
    /// Syllables searches are expanded with.
    vocabulary: Arc<Vocabulary>,
    /// Where to go back to when a search or filter is left.
    before: Option<Stand>,
    /// Where each decision of this run was taken, so that taking it back leads there.
    decided_at: Vec<Stand>,
    /// The view to show when the views have been read: it was just kept.
    show_view: Option<Uuid>,
    /// The row to stand on when the next page comes.
    stand_on: Option<Uuid>,
    /// The item others like it are looked for; no more once another key was pressed, which the window would swallow.
    comparing: Option<Uuid>,
    /// Counts up with every change of what is shown, so that late answers are known as such.
    generation: u64,
    /// Decisions on their way to the disk: pages read meanwhile would bring back what was decided.
    writing: usize,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A view, by its place on the bar.
    View(usize),
    /// A filter, in the filter language.
    Filter(String),
    /// The newest items that hold these words, ranked.
    Search(String),
}

impl Default for Source {
    fn default() -> Self {
        Self::View(0)
    }
}

/// A place to come back to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stand {
    source: Source,
    item: Option<Uuid>,
}

/// Who looks, at a moment.
fn eyes(moment: &Moment) -> Eyes {
    Eyes { mark: moment.settings.mark.clone(), person: moment.settings.person.clone(), today: moment.today() }
}

type Effects = Vec<Effect<Query, Command>>;

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    state.today = moment.today();
    state.nameless = moment.settings.person.trim().is_empty() && moment.settings.mark.trim().is_empty();
    state.fit(moment);
    if !matches!(action, Action::Refresh | Action::Resize | Action::Recount | Action::KeepDraft) {
        // The person goes somewhere else.
        state.stand_on = None;
        state.comparing = None;
    }
    if let Some(effects) = form::update(state, action, moment) {
        return effects;
    }
    if state.window.is_some() {
        return window::update(state, action, moment);
    }
    if state.report.is_some()
        && let Some(effects) = read_report(state, action)
    {
        return effects;
    }
    if state.field.is_some()
        && let Some(effects) = field::update(state, action, moment)
    {
        return effects;
    }
    queue::update(state, action, moment)
}

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    match message {
        Message::Cards(cards) => {
            state.cards.add(cards);
            Effect::none()
        }
        Message::Report(Some(card)) => {
            state.report = Some((card, 0));
            Effect::none()
        }
        Message::Report(None) => queue::gone(moment),
        Message::Topics(items, topics, set) => window::choose_topic(state, items, topics, &set, moment),
        Message::IssueCounts(counts) => window::issue_counts(state, &counts, moment),
        Message::Issues(items, issues, any) => window::choose_issue(state, items, issues, any, moment),
        Message::Reasons(items, reasons) => {
            state.reasons = reasons;
            window::ask_reason(state, items, moment)
        }
        Message::Rules(trial) => rules::open(state, *trial),
        Message::GivenAway(count) => rules::given(count, moment),
        Message::Handlers(items, known) => rules::choose_handler(state, items, known, moment),
        Message::SentAgain(found) => form::sent_again(state, &found, moment),
        Message::Alike(found) => compare::open(state, found, moment),
        Message::Decided(changed) => decide::decided(state, changed, moment),
        Message::Pieces(found) => split::open(state, found, moment),
        Message::Split => split::done(state, moment),
        Message::Sentences(found) => sentences::open(state, found, moment),
        Message::Streams(item) => sentences::written(state, item),
        Message::Flagged(found) => personal::open(state, found, moment),
        Message::Masked(count) => decide::masked(state, count, moment),
        Message::Views(found) => views::arrived(state, found, moment),
        Message::TooLong(generation) if generation == state.generation => views::too_long(state, moment),
        Message::Files(report, number, rows) => files::show(state, report, number, rows),
        Message::FilesDone(done) => files::done(done),
        Message::Rehearsed(rehearsed) => rehearsal::show(state, rehearsed, moment),
        Message::Imported(intake) => intake::done(state, intake, moment),
        Message::Form(answer) => form::receive(state, answer, moment),
        other => queue::receive(state, other, moment),
    }
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    use crate::screen::keys;
    if let Some(open) = &state.forms.open {
        return open.form.place();
    }
    if let Some(window) = &state.window {
        return window.place();
    }
    if state.report.is_some() {
        return &keys::popup::READER;
    }
    match &state.field {
        Some(Field::Search(_)) => &keys::inbox::SEARCH,
        Some(Field::Filter { .. }) => &keys::inbox::FILTER,
        None => &keys::inbox::QUEUE,
    }
}

/// Whether an action would do something now; the hint line promises nothing else.
pub fn works(state: &State, action: &Action) -> bool {
    if let Some(open) = &state.forms.open {
        return open.form.works(action);
    }
    match (&state.window, action) {
        (Some(Window::Answers(open)), Action::Left | Action::Right) => return open.answers.len() > 1,
        (Some(Window::Kept(open)), action) => return open.works(action),
        (Some(Window::Sentences(open)), action) => return open.works(action),
        (Some(Window::Personal(open)), Action::Open) => return open.masked() > 0,
        (Some(Window::Rehearsal(open)), action) => return open.works(action),
        (
            Some(Window::Rules(open)),
            Action::Open | Action::Assign | Action::Delete | Action::ScrollUp | Action::ScrollDown,
        ) => return !open.trial.rules.is_empty(),
        (Some(Window::Compare(open)), Action::Left | Action::Right) => return open.others.len() > 1,
        _ => {}
    }
    match action {
        Action::Triage(_)
        | Action::Issue
        | Action::Topic
        | Action::Verify
        | Action::Reply
        | Action::Split
        | Action::Assign
        | Action::Mark
        | Action::MarkAll
        | Action::Edit
        | Action::EditIssue
        | Action::NextPane
        | Action::MaskPersonal
        | Action::Files
        | Action::Copy
            if state.window.is_none() && state.report.is_none() =>
        {
            !state.list.is_empty()
        }
        Action::Open if state.window.is_none() && state.report.is_none() && state.field.is_none() => {
            !state.list.is_empty()
        }
        _ => true,
    }
}

/// The count on the tab bar: new items.
pub fn count(state: &State) -> Option<u64> {
    let at = state.views.iter().position(|view| view.code == "new").unwrap_or(0);
    state.counts.get(at).copied().flatten()
}

/// What can be given out: what is marked, else the item under the cursor, and what the list shows.
pub fn selection(state: &State) -> Selection {
    let marked: Vec<Uuid> = state.list.marked().iter().copied().collect();
    let current = state.list.current_id().filter(|_| marked.is_empty());
    Selection { marked, current, filter: state.filter().map(str::to_owned) }
}

impl State {
    /// The height of the list by the size of the window.
    fn fit(&mut self, moment: &Moment) {
        self.shape = Shape::of(moment.width, moment.height);
        self.list.set_height(usize::from(self.shape.list_height));
    }

    /// The filter of what the list shows; `None` for a search.
    fn filter(&self) -> Option<&str> {
        match &self.source {
            Source::View(at) => Some(self.views.get(*at).map_or("", |view| view.filter.as_str())),
            Source::Filter(filter) => Some(filter),
            Source::Search(_) => None,
        }
    }

    /// Whether its pages come at once: views of the program's own are read by an index made for them, another filter may have
    /// to look at every item.
    fn is_quick(&self) -> bool {
        matches!(self.source, Source::View(_))
            && !matches!(self.view_code(), "" | "filed_disagree")
            && self.order.is_received()
    }

    /// The code of the view the list shows; empty for any other list.
    fn view_code(&self) -> &str {
        match &self.source {
            Source::View(at) => self.views.get(*at).map_or("", |view| view.code.as_str()),
            _ => "",
        }
    }

    /// Keeps where the cursor stands, to come back when a search or filter is left; the first place counts.
    fn remember(&mut self) {
        if self.before.is_none() {
            self.before = Some(self.stand());
        }
    }

    fn stand(&self) -> Stand {
        Stand { source: self.source.clone(), item: self.list.current_id() }
    }
}

/// Moves a report that is read whole, in a window of so many rows; false for an action that does not move it.
fn scrolled(scroll: &mut u16, action: &Action, height: u16) -> bool {
    let page = height.saturating_sub(2).max(1);
    *scroll = match action {
        Action::Up => scroll.saturating_sub(1),
        Action::Down => scroll.saturating_add(1),
        Action::PageUp => scroll.saturating_sub(page),
        Action::PageDown => scroll.saturating_add(page),
        Action::Home => 0,
        Action::End => u16::MAX,
        _ => return false,
    };
    true
}

/// Reading a report whole; `None` for an action that is none of its.
fn read_report(state: &mut State, action: &Action) -> Option<Effects> {
    let (_, scroll) = state.report.as_mut()?;
    if scrolled(scroll, action, state.shape.height) {
        return Some(Effect::none());
    }
    match action {
        Action::Back | Action::Open => state.report = None,
        Action::Refresh | Action::Resize | Action::Recount | Action::KeepDraft => return None,
        _ => return Some(Effect::unused()),
    }
    Some(Effect::none())
}
