//! Windows over the queue: reasons, topics, issues, duplicates, views, orders, sentences, files, questions.

use std::collections::HashMap;

use uuid::Uuid;

use super::answers::{self, Answers};
use super::compare::Compare;
use super::decide::{self, apply};
use super::files::Files;
use super::form;
use super::intake::{self, Came};
use super::personal::{self, Personal};
use super::rehearsal::{self, Rehearsal};
use super::rules::{self, Given, RuleWrite, Rules};
use super::sentences::{self, Sentences};
use super::split::{self, Split};
use super::{Command, Effects, Query, State, Verdict, queue};
use super::{ViewWrite, Views, views};
use crate::inbox::labels;
use crate::inbox::model::{Triage, Verification};
use crate::inbox::order::By;
use crate::inbox::rows::{COUNT_LIMIT, Decision, Issue, Topic};
use crate::screen::input::Input;
use crate::screen::keys;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, InputEvent, Moment, Notice, Place};
use crate::words::Words;

/// A window over the queue.
#[derive(Debug)]
pub enum Window {
    /// A numbered list: reasons, verification, grades.
    Menu(Menu),
    /// A topic for these items.
    Topic(Picker<Uuid>, Vec<Uuid>),
    /// An issue for these items.
    Issue(Picker<IssueChoice>, Vec<Uuid>),
    /// The title of a new issue for these items.
    Title(Prompt<Vec<Uuid>>),
    /// An item beside those like it, to choose the one it is a duplicate of.
    Compare(Compare),
    /// The views.
    Views(Views),
    /// A question about one.
    ViewGone(Confirm<ViewWrite>),
    /// The order of the rows.
    Order(Picker<By>),
    /// A duty, or a new one.
    Duty(Picker<Option<Uuid>>),
    /// The rules that give items away.
    Rules(Rules),
    /// A question about them.
    Rule(Confirm<RuleWrite>),
    /// A colleague for these items.
    Handler(Picker<Given>, Vec<Uuid>),
    /// The name of somebody the file does not know, for these items.
    HandlerName(Prompt<Vec<Uuid>>),
    /// A question before many items are decided.
    Confirm(Confirm<Verdict>),
    /// An item being split.
    Split(Split),
    /// The text of an item sentence by sentence.
    Sentences(Sentences),
    /// What may tell who a citizen is.
    Personal(Personal),
    /// The files to bring in.
    Files(Prompt<()>),
    /// They are being looked at: nothing else is done meanwhile, so that what comes of it meets no key meant for the queue.
    Looking(Confirm<()>),
    /// What the files would make.
    Rehearsal(Box<Rehearsal>),
    /// What became of the files.
    Result(Came),
    /// The files kept with a report.
    Kept(Files),
    /// The answers that were given to an item.
    Answers(Answers),
}

/// What the issue window offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssueChoice {
    /// A new issue.
    New,
    /// No issue.
    None,
    /// This one.
    Known(Uuid),
}

impl Window {
    /// Whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Menu(_) => &keys::inbox::MENU,
            Self::Topic(picker, _) => picker.place(),
            Self::Compare(_) => &keys::inbox::COMPARE,
            Self::Split(split) if split.joins => &keys::inbox::SPLIT,
            Self::Split(_) => &keys::inbox::SPLIT_FIRST,
            Self::Sentences(_) => &keys::inbox::SENTENCES,
            Self::Personal(_) => &keys::inbox::PERSONAL,
            Self::Issue(picker, _) => picker.place(),
            Self::Views(_) => &keys::inbox::VIEWS,
            Self::Order(picker) => picker.place(),
            Self::Duty(picker) => picker.place(),
            Self::Kept(open) => open.place(),
            Self::Rehearsal(open) => open.place(),
            Self::Looking(_) => &keys::inbox::LOOKING,
            Self::Rules(_) => &keys::inbox::RULES,
            Self::Handler(picker, _) => picker.place(),
            Self::Files(_) => &keys::popup::PATH,
            Self::Title(_) | Self::HandlerName(_) => &keys::popup::PROMPT,
            Self::Result(_) => &keys::popup::READER,
            Self::Confirm(_) | Self::Rule(_) | Self::ViewGone(_) => &keys::popup::CONFIRM,
            Self::Answers(_) => &keys::inbox::ANSWERS,
        }
    }
}

/// A short numbered list: a digit chooses, and where `free` typed words are a choice too.
#[derive(Debug)]
pub struct Menu {
    /// Heading.
    pub title: String,
    /// Names and what each decides.
    pub choices: Vec<(String, Decision)>,
    /// The line under the cursor.
    pub cursor: usize,
    /// Words of one's own; `None` when only the listed ones can be chosen.
    pub own: Option<Input>,
    items: Vec<Uuid>,
}

impl Menu {
    fn update(&mut self, action: &Action) -> Outcome<Decision> {
        let last = self.choices.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Open => {
                if let Some(own) =
                    self.own.as_ref().map(|own| own.text().trim()).filter(|own| !own.is_empty())
                {
                    return Outcome::Chosen(Decision::Triage(Triage::Filed, own.to_owned()));
                }
                return self.choose(self.cursor);
            }
            Action::Back => return Outcome::Cancelled,
            Action::Input(event) => return self.typed(event),
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    fn choose(&self, at: usize) -> Outcome<Decision> {
        self.choices.get(at).map_or(Outcome::Open, |(_, decision)| Outcome::Chosen(decision.clone()))
    }

    fn typed(&mut self, event: &InputEvent) -> Outcome<Decision> {
        let begun = self.own.as_ref().is_some_and(|own| !own.is_empty());
        if let (InputEvent::Insert(text), false) = (event, begun) {
            let digit = text.chars().next().and_then(|letter| letter.to_digit(10));
            if let Some(at) = digit.and_then(|digit| (digit as usize).checked_sub(1)) {
                return self.choose(at);
            }
        }
        match &mut self.own {
            Some(own) => {
                own.apply(event);
                Outcome::Open
            }
            None => Outcome::Unused,
        }
    }
}

/// Passes an action to the open window.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    // What the program itself sends is for the list under the window.
    if matches!(action, Action::Refresh | Action::Resize | Action::Recount | Action::KeepDraft) {
        match &mut state.window {
            Some(Window::Result(came)) => came.fit(state.shape),
            Some(Window::Rehearsal(open)) => open.fit(state.shape),
            _ => {}
        }
        let mut effects = queue::update(state, action, moment);
        if *action == Action::Refresh {
            effects.extend(sentences::again(state));
        }
        return effects;
    }
    let Some(mut window) = state.window.take() else {
        return Effect::none();
    };
    let (open, effects) = match &mut window {
        Window::Menu(menu) => {
            let items = menu.items.clone();
            done(menu.update(action), |decision| apply(state, items, decision, moment))
        }
        Window::Topic(picker, items) => done(picker.update(action), |chosen| match chosen.first() {
            Some(topic) => apply(state, items.clone(), Decision::Topic(*topic), moment),
            None => Effect::none(),
        }),
        Window::Issue(picker, items) => {
            let outcome = picker.update(action);
            done(outcome, |chosen| issue_chosen(state, &chosen, picker.typed(), items.clone(), moment))
        }
        Window::Title(prompt) => {
            done(prompt.update(action), |(items, title)| ask_grade(state, items, &title, moment))
        }
        Window::Compare(compare) => done(compare.update(action), |(item, of)| {
            apply(state, vec![item], Decision::Duplicate(of), moment)
        }),
        Window::Views(open) => match open.update(action) {
            Outcome::Chosen(wish) => views::run(state, open, wish, moment),
            other => done(other, |_| Effect::none()),
        },
        Window::ViewGone(confirm) => match confirm.update(action) {
            // Back to the views.
            Outcome::Cancelled => (false, views::choose(state)),
            other => done(other, |write| vec![Effect::Write(Command::View(write))]),
        },
        Window::Order(picker) => done(picker.update(action), |chosen| match chosen.first() {
            Some(by) => views::put_in_order(state, *by, moment),
            None => Effect::none(),
        }),
        Window::Duty(picker) => done(picker.update(action), |chosen| match chosen.first() {
            Some(duty) => form::open(form::Subject::Duty(*duty)),
            None => Effect::none(),
        }),
        Window::Confirm(confirm) => {
            done(confirm.update(action), |verdict| decide::run(state, verdict, moment))
        }
        Window::Rules(rules) => match rules.update(action) {
            Outcome::Chosen(wish) => rules::run(state, rules, wish, moment),
            other => done(other, |_| Effect::none()),
        },
        Window::Rule(confirm) => match confirm.update(action) {
            // Back to the rules.
            Outcome::Cancelled => (false, vec![Effect::ReadNow(Query::Rules)]),
            other => done(other, |write| vec![Effect::Write(Command::Rule(write))]),
        },
        Window::Handler(picker, items) => {
            let outcome = picker.update(action);
            done(outcome, |chosen| {
                rules::handler_chosen(state, &chosen, picker.typed(), items.clone(), moment)
            })
        }
        Window::HandlerName(prompt) => {
            done(prompt.update(action), |(items, name)| rules::named(state, items, &name, moment))
        }
        other => on_texts_and_files(state, other, action, moment),
    };
    if open {
        state.window = Some(window);
    } else if state.window.is_none() {
        state.window = state.result.take().map(Window::Result);
    }
    effects
}

/// The same for windows over the text of an item and over files.
fn on_texts_and_files(
    state: &mut State,
    window: &mut Window,
    action: &Action,
    moment: &Moment,
) -> (bool, Effects) {
    match window {
        Window::Split(split) => done(split.update(action), |(item, wish)| split::run(item, wish, moment)),
        Window::Sentences(open) => match open.update(action) {
            Outcome::Chosen(wish) => sentences::run(open, wish, moment),
            other => done(other, |_| Effect::none()),
        },
        Window::Personal(open) => done(open.update(action), personal::run),
        Window::Files(prompt) => {
            done(prompt.update(action), |((), typed)| intake::rehearse(state, typed, moment))
        }
        Window::Looking(_) if *action == Action::Back => (false, Effect::none()),
        Window::Kept(open) => also(open.update(action, moment), |()| Effect::none()),
        Window::Rehearsal(open) => {
            also(rehearsal::update(open, action, moment), |sources| intake::import(sources, moment))
        }
        Window::Answers(given) if *action == Action::Copy => (true, given.copy(moment)),
        Window::Answers(given) => done(given.update(action), |wish| answers::run(&wish)),
        Window::Result(result) => done(result.update(action), |()| Effect::none()),
        _ => (true, Effect::unused()),
    }
}

/// Whether the window stays open, and the effects.
fn done<T>(outcome: Outcome<T>, chosen: impl FnOnce(T) -> Effects) -> (bool, Effects) {
    match outcome {
        Outcome::Open => (true, Effect::none()),
        Outcome::Cancelled => (false, Effect::none()),
        Outcome::Unused => (true, Effect::unused()),
        Outcome::Chosen(value) => (false, chosen(value)),
    }
}

/// The same for a window that asks for something while it is open.
fn also<T>((outcome, effects): (Outcome<T>, Effects), chosen: impl FnOnce(T) -> Effects) -> (bool, Effects) {
    let (open, more) = done(outcome, chosen);
    (open, effects.into_iter().chain(more).collect())
}

/// Asks why items are set aside.
pub(super) fn ask_reason(state: &mut State, items: Vec<Uuid>, moment: &Moment) -> Effects {
    let choices = state
        .reasons
        .iter()
        .map(|reason| {
            let shown = labels::file_reason(moment.words, reason).to_owned();
            (shown, Decision::Triage(Triage::Filed, reason.clone()))
        })
        .collect();
    let title = moment.words.inbox_reason_title(items.len() as u64);
    state.window = Some(Window::Menu(Menu { title, choices, cursor: 0, own: Some(Input::default()), items }));
    Effect::none()
}

/// Asks how far a rumour is verified; the cursor stands on what comes next.
pub(super) fn ask_verification(state: &mut State, items: Vec<Uuid>, moment: &Moment) -> Effects {
    let words = moment.words;
    let known = [
        Verification::Unverified,
        Verification::Checking,
        Verification::ConfirmedTrue,
        Verification::ConfirmedFalse,
        Verification::Unverifiable,
    ];
    let mut choices: Vec<(String, Decision)> = known
        .into_iter()
        .map(|step| (words.inbox_rumour_is(labels::verification(words, step)), Decision::Verify(step)))
        .collect();
    choices.push((words.inbox_no_rumour().to_owned(), Decision::Verify(Verification::None)));
    let now = state.list.current().map(|row| row.verification);
    let cursor = known.iter().position(|step| Some(*step) == now).map_or(0, |at| at + 1);
    let title = words.inbox_verify_title(items.len() as u64);
    state.window = Some(Window::Menu(Menu { title, choices, cursor, own: None, items }));
    Effect::none()
}

/// Offers the topics; those all the items have are noted.
pub(super) fn choose_topic(
    state: &mut State,
    items: Vec<Uuid>,
    topics: Vec<Topic>,
    set: &[Uuid],
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let parents: Vec<(Uuid, String)> = topics.iter().map(|topic| (topic.id, topic.name.clone())).collect();
    let choices = topics
        .into_iter()
        .map(|topic| {
            let parent = parents.iter().find(|(id, _)| Some(*id) == topic.parent);
            let note = if set.contains(&topic.id) {
                words.inbox_topic_set()
            } else {
                parent.map_or("", |(_, name)| name.as_str())
            };
            Choice::new(topic.id, topic.name, note)
        })
        .collect();
    let title = words.inbox_topic_title(items.len() as u64);
    state.window = Some(Window::Topic(Picker::one(title, choices), items));
    Effect::none()
}

/// Offers the issues, a new one first.
pub(super) fn choose_issue(
    state: &mut State,
    items: Vec<Uuid>,
    issues: Vec<Issue>,
    any: bool,
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let mut choices = vec![Choice::new(IssueChoice::New, words.inbox_issue_new(), "").always()];
    if any {
        choices.push(Choice::new(IssueChoice::None, words.inbox_issue_none(), ""));
    }
    choices.extend(issues.into_iter().map(|issue| {
        Choice::new(IssueChoice::Known(issue.id), issue.title, labels::grade(words, &issue.grade))
    }));
    let title = words.inbox_issue_title(items.len() as u64);
    state.window = Some(Window::Issue(Picker::one(title, choices), items));
    // Counting takes as long as there are items; nobody waits for it.
    vec![Effect::Read(Query::IssueCounts)]
}

/// Says beside every issue that is offered how many items it has.
pub(super) fn issue_counts(state: &mut State, counts: &HashMap<Uuid, u64>, moment: &Moment) -> Effects {
    if let Some(Window::Issue(picker, _)) = &mut state.window {
        picker.add_to_notes(|choice, grade| match choice {
            IssueChoice::Known(issue) => {
                let count = counts.get(issue).copied().unwrap_or_default();
                Some(moment.words.inbox_issue_note(grade, count))
            }
            IssueChoice::New | IssueChoice::None => None,
        });
    }
    Effect::none()
}

/// Files items under an issue; a new one is proposed under the words that were typed to look for it.
fn issue_chosen(
    state: &mut State,
    chosen: &[IssueChoice],
    typed: &str,
    items: Vec<Uuid>,
    moment: &Moment,
) -> Effects {
    match chosen.first() {
        Some(IssueChoice::Known(issue)) => apply(state, items, Decision::Issue(Some(*issue)), moment),
        Some(IssueChoice::None) => apply(state, items, Decision::Issue(None), moment),
        Some(IssueChoice::New) => {
            let own = state.list.current().map_or("", |row| row.title.as_str());
            let title = Some(typed.trim()).filter(|typed| !typed.is_empty()).unwrap_or(own);
            let words = moment.words;
            let prompt = Prompt::new(words.inbox_issue_new(), words.inbox_issue_question(), title, items);
            state.window = Some(Window::Title(prompt));
            Effect::none()
        }
        None => Effect::none(),
    }
}

fn ask_grade(state: &mut State, items: Vec<Uuid>, title: &str, moment: &Moment) -> Effects {
    if title.is_empty() {
        return vec![Effect::Notify(Notice::problem(moment.words.inbox_issue_needs_title()))];
    }
    let words = moment.words;
    let choices = ["watch", "salient", "risk", "hot_spot"]
        .into_iter()
        .map(|grade| (labels::grade(words, grade).to_owned(), Decision::NewIssue(title.to_owned(), grade)))
        .collect();
    let menu = Menu { title: words.inbox_grade_title().to_owned(), choices, cursor: 0, own: None, items };
    state.window = Some(Window::Menu(menu));
    Effect::none()
}

/// Offers the duties, a new one first.
pub(super) fn choose_duty(state: &mut State, duties: Vec<(Uuid, String, bool)>, moment: &Moment) {
    let words = moment.words;
    let mut choices = vec![Choice::new(None, words.inbox_form_duty_new(), "")];
    choices.extend(duties.into_iter().map(|(id, name, owes)| {
        let note = if owes { words.inbox_form_owes() } else { words.inbox_form_receives() };
        Choice::new(Some(id), name, note)
    }));
    state.window = Some(Window::Duty(Picker::one(words.inbox_form_duties(), choices)));
}

/// A count that stopped: `9.999+`.
pub fn count_words(words: &Words, count: u64) -> String {
    if count < COUNT_LIMIT {
        words.number(count as i64)
    } else {
        format!("{}+", words.number(COUNT_LIMIT as i64 - 1))
    }
}
