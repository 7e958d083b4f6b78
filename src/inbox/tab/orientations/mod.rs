//! The page "Định hướng": what was sent, what waits to be sent, to whom, and one of them whole.

mod messages;
mod window;

use chrono::NaiveDate;
use uuid::Uuid;

pub use messages::{Command, Export, Message, Query};
pub use window::{Window, paper_path};
pub(super) use window::{briefing_picker, told};

use super::form::{Ask, Host, Subject, Write, open_over};
use super::issues::Shape;
use crate::exchange::Written;
use crate::inbox::orientations::{OrientationCard, OrientationLine, OrientationView, message};
use crate::screen::list::{Keyed, List};
use crate::screen::{Action, Effect, Moment, Notice, Place, Target, keys};
use crate::words::Words;

impl Keyed for OrientationLine {
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
    /// All orientations, in order.
    pub lines: Vec<OrientationLine>,
    /// Which of them are shown.
    pub view: OrientationView,
    /// Those.
    pub list: List<OrientationLine>,
    /// The one under the cursor, once read.
    pub card: Option<Box<OrientationCard>>,
    /// The office that sends them, and the mark of an invented one.
    pub office: (String, String),
    /// Lines the card is scrolled by.
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

type Effects = Vec<Effect<Query, Command>>;

impl State {
    /// How many orientations a view has.
    pub fn count(&self, view: OrientationView) -> usize {
        self.lines.iter().filter(|line| view.holds(line)).count()
    }

    /// The card, when it is that of the row under the cursor.
    pub fn shown(&self) -> Option<&OrientationCard> {
        self.card.as_deref().filter(|card| card.record.id == self.list.current_id())
    }

    fn fit(&mut self, moment: &Moment) {
        self.today = moment.today();
        self.shape = Shape::of(moment.width, moment.height);
        self.list.set_height(usize::from(self.shape.rows));
    }

    /// The lines of the view; the cursor stays where it can.
    fn arrange(&mut self) {
        if let Some(wanted) = self.stand_on {
            let held = self.lines.iter().find(|line| line.id == wanted);
            if held.is_some_and(|line| !self.view.holds(line)) {
                self.view = OrientationView::All;
            }
        }
        let shown = self.lines.iter().filter(|line| self.view.holds(line));
        self.list.set_whole(shown.cloned().collect());
        if let Some(wanted) = self.stand_on.take() {
            self.list.select(wanted);
        }
    }

    /// Reads the orientation under the cursor.
    fn read(&mut self) -> Effects {
        self.scroll = 0;
        let read = |line: &OrientationLine| match line.recipients {
            ..=MANY => Effect::ReadNow(Query::Card(line.id)),
            _ => Effect::Read(Query::Found(line.id)),
        };
        self.list.current().map(read).into_iter().collect()
    }

    /// The message of the orientation under the cursor.
    fn message(&self, words: &Words) -> Option<String> {
        let card = self.shown()?;
        let labels = [words.inbox_form_official(), words.orientations_based_on()];
        Some(message(&card.record, labels, &self.office.0, &self.office.1))
    }
}

/// Recipients of an orientation whose card is read before the next frame at most.
const MANY: u64 = 200;

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
        Action::Orientations | Action::Refresh => return vec![Effect::Read(Query::Lines)],
        Action::Show(Target::Orientation(id)) => {
            state.stand_on = Some(*id);
            return vec![Effect::Read(Query::Lines)];
        }
        Action::Resize | Action::Recount | Action::KeepDraft => return Effect::none(),
        _ => {}
    }
    if state.window.is_some() {
        return window::update(state, action, moment);
    }
    if let Some(moved) = state.list.go(action) {
        return if moved.moved { state.read() } else { Effect::none() };
    }
    match action {
        Action::Left | Action::Right => {
            turn(state, *action == Action::Right);
            state.read()
        }
        Action::ScrollDown => {
            state.scroll = state.scroll.saturating_add(3);
            Effect::none()
        }
        Action::ScrollUp => {
            state.scroll = state.scroll.saturating_sub(3);
            Effect::none()
        }
        Action::New => of_form(open_over(Subject::Orientation)),
        Action::Back => vec![Effect::Close],
        _ => with_orientation(state, action, moment),
    }
}

/// What is done with the orientation under the cursor.
fn with_orientation(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some(line) = state.list.current() else { return Effect::unused() };
    let id = line.id;
    match action {
        Action::Edit => of_form(open_over(Subject::Answer(id))),
        Action::Open => window::items(state, words),
        Action::Recipients => window::recipients(state, words),
        Action::MarkSent => window::ways(state, words),
        Action::AtBriefing => vec![Effect::ReadNow(Query::Briefings)],
        Action::Delete => window::remove(state, words),
        Action::Export => window::export(state, words),
        Action::Copy => window::copy(state, words),
        _ => Effect::unused(),
    }
}

fn turn(state: &mut State, forward: bool) {
    let all = OrientationView::ALL;
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
        Message::Lines(lines, office) => {
            state.lines = lines;
            state.office = *office;
            state.ready = true;
            state.arrange();
            state.read()
        }
        Message::Card(card) => {
            let to_find = card.as_ref().filter(|card| card.to_find).and_then(|card| card.record.id);
            state.card = card;
            to_find.map(|id| Effect::Read(Query::Found(id))).into_iter().collect()
        }
        Message::Form(answer) => {
            let (effects, saved) = state.form.receive(answer, moment);
            let mut effects = of_form(effects);
            if let Some(saved) = saved {
                state.stand_on = saved.id;
                effects.push(Effect::Read(Query::Lines));
                effects.push(Effect::Notify(Notice::done(words.orientations_kept())));
            }
            effects
        }
        Message::Briefings(briefings) => window::briefings(state, briefings, moment),
        Message::Told(told, on) => {
            state.stand_on = told.orientation;
            vec![Effect::Read(Query::Lines), window::told(told, on, moment)]
        }
        Message::Sent(id, count) => {
            state.stand_on = Some(id);
            let said = match count {
                Some(count) => words.orientations_sent_to(count as u64),
                None => words.orientations_not_sent_any_more().to_owned(),
            };
            vec![Effect::Read(Query::Lines), Effect::Notify(Notice::done(said))]
        }
        Message::Removed => {
            vec![Effect::Read(Query::Lines), Effect::Notify(Notice::done(words.orientations_removed()))]
        }
        Message::Written(written) => vec![Effect::Notify(said_of(written, words))],
        Message::Exists(export) => window::exists(state, export, words),
    }
}

/// What became of a file, in words.
fn said_of(written: Option<Written>, words: &Words) -> Notice {
    let Some(written) = written else { return Notice::problem(words.orientations_gone()) };
    match written {
        Written::Done(path) | Written::Exists(path) => {
            Notice::done(words.orientations_written(path.display().to_string()))
        }
        Written::Placeholders(left) => Notice::problem(words.orientations_placeholders(left.join(", "))),
        Written::Failed(path, reason) => {
            Notice::problem(words.orientations_not_written(path.display().to_string(), reason))
        }
    }
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    if let Some(place) = state.form.place() {
        return place;
    }
    state.window.as_ref().map_or(&keys::issues::ORIENTATIONS, Window::place)
}

/// Whether an action would do something now.
pub fn works(state: &State, action: &Action) -> bool {
    if state.form.is_open() {
        return state.form.works(action);
    }
    if state.window.is_some() {
        return true;
    }
    match action {
        Action::Open => state.list.current().is_some_and(|line| line.items > 0 || line.issue.is_some()),
        Action::Edit
        | Action::Recipients
        | Action::MarkSent
        | Action::AtBriefing
        | Action::Delete
        | Action::Export
        | Action::Copy => state.list.current().is_some(),
        _ => true,
    }
}

/// What Ctrl-C copies: the message; the page itself shows it then, so it is copied there.
pub fn copied(state: &State, _moment: &Moment) -> Option<String> {
    match &state.window {
        Some(Window::Message(page)) if !state.form.is_open() => Some(page.text.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
