//! The page "Vấn đề": the issues with what is owed for them, and one of them whole.

mod copied;
mod shape;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

pub use copied::copied;
pub use shape::{LINES, Shape};

use super::form::{Answer, Ask, Host, Subject, Write, open_over};
use super::orientations::{briefing_picker, told};
use crate::inbox::briefing::{Briefing, Matter, Told};
use crate::inbox::issues::{IssueCard, IssueLine, IssueView, sort};
use crate::screen::list::{Keyed, List};
use crate::screen::picker::Picker;
use crate::screen::popup::{Confirm, Outcome};
use crate::screen::{Action, Effect, Moment, Notice, Place, Tab, Target, keys};
use crate::search::filter::{Filter, Key, Term, Value};

/// What the page reads.
#[derive(Clone, Debug)]
pub enum Query {
    /// All issues.
    Lines,
    /// How many items each has.
    Counts,
    /// One of them whole.
    Card(Uuid),
    /// The same of one with many items.
    LongCard(Uuid),
    /// The giao ban.
    Briefings,
    /// What a form asks.
    Form(Ask),
}

/// What the page writes.
#[derive(Debug)]
pub enum Command {
    /// What a form writes.
    Form(Write),
    /// Takes an issue away.
    Remove(Uuid),
    /// Its answer is told at a giao ban.
    Tell(Matter, Box<Briefing>, NaiveDateTime),
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// Answer to [`Query::Lines`].
    Lines(Vec<IssueLine>),
    /// Answer to [`Query::Counts`].
    Counts(HashMap<Uuid, u64>),
    /// Answer to [`Query::Card`] and [`Query::LongCard`]; `None` when it is gone.
    Card(Option<Box<IssueCard>>),
    /// Answer to a form.
    Form(Answer),
    /// Answer to [`Query::Briefings`].
    Briefings(Vec<Briefing>),
    /// An answer is told at a giao ban of this day.
    Told(Told, NaiveDate),
    /// An issue was taken away.
    Removed,
}

impl Keyed for IssueLine {
    type Id = Uuid;
    type Key = Uuid;
    fn id(&self) -> Uuid {
        self.id
    }
    fn key(&self) -> Uuid {
        self.id
    }
}

/// All the page shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// All issues, in order.
    pub lines: Vec<IssueLine>,
    /// Which of them are shown.
    pub view: IssueView,
    /// Those.
    pub list: List<IssueLine>,
    /// The one under the cursor, once read.
    pub card: Option<Box<IssueCard>>,
    /// Lines it is scrolled by.
    pub scroll: u16,
    /// The form over the page.
    pub form: Host,
    /// A window over the page.
    pub window: Option<Window>,
    /// It was read.
    pub ready: bool,
    /// The row to stand on when the lines come.
    stand_on: Option<Uuid>,
    /// The day.
    pub today: NaiveDate,
    /// What fits the window.
    pub shape: Shape,
}

/// A window over the page.
#[derive(Debug)]
pub enum Window {
    /// Whether to take an issue away.
    Remove(Confirm<Uuid>),
    /// At which giao ban its answer is told.
    Briefings(Box<Picker<usize>>, Vec<Briefing>, Uuid),
}

type Effects = Vec<Effect<Query, Command>>;

impl State {
    /// The card, when it is that of the row under the cursor.
    pub fn card(&self) -> Option<&IssueCard> {
        self.card.as_deref().filter(|card| card.record.id == self.list.current_id())
    }

    /// How many issues a view has.
    pub fn count(&self, view: IssueView) -> usize {
        self.lines.iter().filter(|line| view.holds(line, self.today)).count()
    }

    fn fit(&mut self, moment: &Moment) {
        self.today = moment.today();
        self.shape = Shape::of(moment.width, moment.height);
        self.list.set_height(usize::from(self.shape.rows));
    }

    /// The lines of the view; the cursor stays where it can.
    fn arrange(&mut self) {
        sort(&mut self.lines, self.today);
        if let Some(wanted) = self.stand_on {
            let held = self.lines.iter().find(|line| line.id == wanted);
            if held.is_some_and(|line| !self.view.holds(line, self.today)) {
                self.view = IssueView::All;
            }
        }
        let shown = self.lines.iter().filter(|line| self.view.holds(line, self.today));
        self.list.set_whole(shown.cloned().collect());
        if let Some(wanted) = self.stand_on.take() {
            self.list.select(wanted);
        }
    }

    /// Reads the issue under the cursor.
    fn shown(&mut self) -> Effects {
        self.scroll = 0;
        match self.list.current() {
            // The newest of many items are found by looking at all of them.
            Some(line) if line.items.is_none_or(|items| items > MANY) => {
                vec![Effect::Read(Query::LongCard(line.id))]
            }
            Some(line) => vec![Effect::ReadNow(Query::Card(line.id))],
            None => {
                self.card = None;
                Effect::none()
            }
        }
    }
}

/// Items of an issue whose card is read before the next frame at most.
const MANY: u64 = 100;

/// A form's effects as the page's own.
fn of_form(effects: Vec<Effect<Ask, Write>>) -> Effects {
    effects.into_iter().map(|effect| effect.of(Query::Form, Command::Form)).collect()
}

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    state.fit(moment);
    if let Some(effects) = state.form.update(action, moment) {
        return of_form(effects);
    }
    match action {
        Action::Issues | Action::Refresh => return vec![Effect::ReadNow(Query::Lines)],
        Action::Show(Target::Issue(id)) => {
            state.stand_on = Some(*id);
            return vec![Effect::ReadNow(Query::Lines)];
        }
        Action::Resize | Action::Recount | Action::KeepDraft => return Effect::none(),
        _ => {}
    }
    if state.window.is_some() {
        return in_window(state, action, moment);
    }
    if let Some(moved) = state.list.go(action) {
        return if moved.moved { state.shown() } else { Effect::none() };
    }
    match action {
        Action::Left | Action::Right => {
            turn(state, *action == Action::Right);
            state.shown()
        }
        Action::ScrollDown => {
            state.scroll = state.scroll.saturating_add(3);
            Effect::none()
        }
        Action::ScrollUp => {
            state.scroll = state.scroll.saturating_sub(3);
            Effect::none()
        }
        Action::New => of_form(open_over(Subject::Issue(None))),
        Action::Back => vec![Effect::Close],
        _ => with_issue(state, action, moment),
    }
}

/// Takes an action while a window is open.
fn in_window(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(mut window) = state.window.take() else { return Effect::none() };
    let outcome = match &mut window {
        Window::Remove(asking) => match asking.update(action) {
            Outcome::Chosen(id) => return vec![Effect::Write(Command::Remove(id))],
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open => Effect::none(),
            Outcome::Unused => Effect::unused(),
        },
        Window::Briefings(picker, all, id) => match picker.update(action) {
            Outcome::Chosen(at) => {
                let Some(chosen) = at.first().and_then(|at| all.get(*at)) else { return Effect::none() };
                let title = state.list.current().map_or("", |line| line.title.as_str());
                let matter = Matter::Issue(*id, moment.words.inbox_form_reply_title(title));
                return vec![Effect::Write(Command::Tell(matter, Box::new(chosen.clone()), moment.now))];
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open => Effect::none(),
            Outcome::Unused => Effect::unused(),
        },
    };
    state.window = Some(window);
    outcome
}

/// What is done with the issue under the cursor.
fn with_issue(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some(line) = state.list.current() else { return Effect::unused() };
    match action {
        Action::Open if line.items == Some(0) => vec![Effect::Notify(Notice::note(words.issues_no_items()))],
        Action::Open => vec![Effect::Show(Tab::Inbox, items_of(&line.title))],
        Action::Edit => of_form(open_over(Subject::Issue(Some(line.id)))),
        Action::AtBriefing if line.has_answer => vec![Effect::ReadNow(Query::Briefings)],
        Action::AtBriefing => vec![Effect::Notify(Notice::note(words.orientations_nothing_to_tell()))],
        Action::Reply => of_form(open_over(Subject::IssueAnswer(line.id))),
        Action::Delete => {
            let question = words.issues_remove_question(line.items.unwrap_or_default(), &line.title);
            let asking = Confirm::new(words.issues_remove_title(), question, line.id);
            state.window = Some(Window::Remove(asking));
            Effect::none()
        }
        _ => Effect::unused(),
    }
}

/// What shows the items of an issue in the inbox.
pub(in crate::inbox::tab) fn items_of(title: &str) -> Target {
    let any_of = vec![Value::Text(title.to_owned())];
    let term = Term { key: Key::Issue, any_of, negated: false, span: 0..0 };
    Target::Filter(Filter { terms: vec![term], words: String::new() }.to_string())
}

fn turn(state: &mut State, forward: bool) {
    let all = IssueView::ALL;
    let at = all.iter().position(|view| *view == state.view).unwrap_or_default();
    let step = if forward { 1 } else { all.len() - 1 };
    state.view = all[(at + step) % all.len()];
    state.list.clear();
    state.arrange();
}

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    let words = moment.words;
    match message {
        Message::Lines(lines) => {
            // What was counted before stands until it is counted again.
            let counted: HashMap<Uuid, Option<u64>> =
                state.lines.iter().map(|line| (line.id, line.items)).collect();
            state.lines = lines;
            for line in &mut state.lines {
                line.items = counted.get(&line.id).copied().flatten();
            }
            state.ready = true;
            state.arrange();
            let mut effects = state.shown();
            effects.push(Effect::Read(Query::Counts));
            effects
        }
        Message::Counts(counted) => {
            for line in &mut state.lines {
                line.items = Some(counted.get(&line.id).copied().unwrap_or_default());
            }
            state.arrange();
            Effect::none()
        }
        Message::Card(card) => {
            state.card = card;
            Effect::none()
        }
        Message::Form(answer) => {
            let (effects, saved) = state.form.receive(answer, moment);
            let mut effects = of_form(effects);
            if let Some(saved) = saved {
                state.stand_on = saved.id.filter(|_| matches!(saved.subject, Subject::Issue(_)));
                effects.push(Effect::ReadNow(Query::Lines));
                effects.push(Effect::Notify(Notice::done(words.inbox_form_kept())));
            }
            effects
        }
        Message::Briefings(briefings) if briefings.is_empty() => {
            vec![Effect::Notify(Notice::note(words.orientations_no_briefing()))]
        }
        Message::Briefings(briefings) => {
            if let Some(id) = state.list.current_id() {
                let picker = Box::new(briefing_picker(&briefings, moment));
                state.window = Some(Window::Briefings(picker, briefings, id));
            }
            Effect::none()
        }
        Message::Told(what, on) => vec![Effect::ReadNow(Query::Lines), told(what, on, moment)],
        Message::Removed => {
            vec![Effect::ReadNow(Query::Lines), Effect::Notify(Notice::done(words.issues_removed()))]
        }
    }
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    if let Some(place) = state.form.place() {
        return place;
    }
    match &state.window {
        Some(Window::Remove(_)) => &keys::popup::CONFIRM,
        Some(Window::Briefings(picker, ..)) => picker.place(),
        None => &keys::issues::ISSUES,
    }
}

/// Whether an action would do something now.
pub fn works(state: &State, action: &Action) -> bool {
    if state.form.is_open() {
        return state.form.works(action);
    }
    if state.window.is_some() {
        return true;
    }
    let line = state.list.current();
    match action {
        Action::Open => line.is_some_and(|line| line.items != Some(0)),
        Action::AtBriefing => line.is_some_and(|line| line.has_answer),
        Action::Edit | Action::Reply | Action::Delete | Action::Copy => line.is_some(),
        _ => true,
    }
}
