//! Windows over the page: how it was sent, to whom it goes, what it answers, the message, the file.

use std::path::PathBuf;

use chrono::NaiveDate;
use uuid::Uuid;

use super::messages::{Command, Export, Query};
use super::{Effects, State};
use crate::exchange::name_of;
use crate::inbox::briefing::{Briefing, Matter, Told};
use crate::inbox::labels;
use crate::inbox::tab::issues::items_of;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice, Place, Tab, Target, keys};
use crate::words::Words;

/// A window over the page.
#[derive(Debug)]
pub enum Window {
    /// How it was sent.
    Ways(Picker<&'static str>, Uuid),
    /// At which giao ban it is told.
    Briefings(Picker<usize>, Vec<Briefing>, Uuid),
    /// To whom it goes; one that is chosen is shown on the roster.
    Recipients(Picker<Option<Target>>),
    /// What it answers.
    Items(Picker<Target>),
    /// The message, as it was copied.
    Message(Page),
    /// The file to write.
    Export(Prompt<Uuid>),
    /// A question.
    Ask(Confirm<Asked>),
}

/// A text to read.
#[derive(Debug)]
pub struct Page {
    /// The text.
    pub text: String,
    /// First line in sight.
    pub scroll: u16,
}

/// What is done when the person says yes.
#[derive(Clone, Debug)]
pub enum Asked {
    /// Takes it away.
    Remove(Uuid),
    /// Writes over a file.
    WriteOver(Export),
}

impl Window {
    /// Whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Ways(picker, _) => picker.place(),
            Self::Briefings(picker, ..) => picker.place(),
            Self::Recipients(picker) => picker.place(),
            Self::Items(picker) => picker.place(),
            Self::Message(_) => &keys::issues::MESSAGE,
            Self::Export(_) => &keys::popup::PROMPT,
            Self::Ask(_) => &keys::popup::CONFIRM,
        }
    }
}

/// Takes an action while a window is open.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(mut window) = state.window.take() else { return Effect::none() };
    let (open, effects) = match &mut window {
        Window::Ways(picker, id) => {
            let id = *id;
            done(picker.update(action), |way| one(way, |way| sent(id, way, moment)))
        }
        Window::Briefings(picker, all, id) => {
            let id = *id;
            done(picker.update(action), |at| {
                let chosen = at.first().and_then(|at| all.get(*at));
                let command = chosen.map(|chosen| {
                    Command::Tell(Matter::Orientation(id), Box::new(chosen.clone()), moment.now)
                });
                command.map(Effect::Write).into_iter().collect()
            })
        }
        Window::Recipients(picker) => done(picker.update(action), |to| {
            one(to, |to| to.map(|to| Effect::Show(Tab::Roster, to)).into_iter().collect())
        }),
        Window::Items(picker) => {
            done(picker.update(action), |of| one(of, |target| vec![Effect::Show(Tab::Inbox, target)]))
        }
        Window::Message(page) => {
            if *action == Action::Export {
                // As a text, this time.
                return ask_file(state, moment.words, ".txt");
            }
            read(page, action)
        }
        Window::Export(prompt) => done(prompt.update(action), |(id, typed)| write(state, id, &typed, moment)),
        Window::Ask(confirm) => done(confirm.update(action), |asked| match asked {
            Asked::Remove(id) => vec![Effect::Write(Command::Remove(id))],
            Asked::WriteOver(export) => vec![Effect::Read(Query::Export(Export { over: true, ..export }))],
        }),
    };
    if open && state.window.is_none() {
        state.window = Some(window);
    }
    effects
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

fn one<T>(chosen: Vec<T>, then: impl FnOnce(T) -> Effects) -> Effects {
    chosen.into_iter().next().map_or_else(Effect::none, then)
}

fn read(page: &mut Page, action: &Action) -> (bool, Effects) {
    page.scroll = match action {
        Action::Up => page.scroll.saturating_sub(1),
        Action::Down => page.scroll.saturating_add(1),
        Action::PageUp => page.scroll.saturating_sub(10),
        Action::PageDown => page.scroll.saturating_add(10),
        Action::Home => 0,
        Action::End => u16::MAX,
        Action::Back => return (false, Effect::none()),
        _ => return (true, Effect::unused()),
    };
    // Past the end nothing is kept that would have to be scrolled back.
    page.scroll = page.scroll.min(page.text.lines().count() as u16);
    (true, Effect::none())
}

/// Ways an orientation is sent, in the order they are offered. A giao ban has a key of its own.
const WAYS: [&str; 4] = ["zalo", "mailbox", "paper", "phone"];

/// Asks how it was sent; what was sent can be taken back.
pub(super) fn ways(state: &mut State, words: &Words) -> Effects {
    let Some(line) = state.list.current() else { return Effect::unused() };
    if line.sent_at.is_none() && line.recipients == 0 {
        return vec![Effect::Notify(Notice::note(words.orientations_needs_recipients()))];
    }
    let mut choices: Vec<Choice<&'static str>> =
        WAYS.iter().map(|way| Choice::new(*way, labels::sent_through(words, way), "")).collect();
    if line.sent_at.is_some() {
        choices.push(Choice::new("", words.inbox_form_not_sent(), ""));
    }
    let title = words.orientations_ways_title(line.recipients);
    let way = WAYS.iter().find(|way| **way == line.sent_through).copied();
    let picker = Picker::one(title, choices).standing_on(|one| Some(*one) == way);
    state.window = Some(Window::Ways(picker, line.id));
    Effect::none()
}

fn sent(id: Uuid, way: &'static str, moment: &Moment) -> Effects {
    vec![Effect::Write(Command::Sent(id, way, moment.now))]
}

/// Asks at which giao ban it is told; the last one that was held is offered first.
pub(super) fn briefings(state: &mut State, briefings: Vec<Briefing>, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some(id) = state.list.current_id() else { return Effect::none() };
    if briefings.is_empty() {
        return vec![Effect::Notify(Notice::note(words.orientations_no_briefing()))];
    }
    let picker = briefing_picker(&briefings, moment);
    state.window = Some(Window::Briefings(picker, briefings, id));
    Effect::none()
}

/// The giao ban to choose from, on the newest that is not to come.
pub(in crate::inbox::tab) fn briefing_picker(briefings: &[Briefing], moment: &Moment) -> Picker<usize> {
    let words = moment.words;
    let today = moment.today();
    let note = |briefing: &Briefing| {
        let day = words.day_short(briefing.at.date(), today);
        if briefing.at.date() > today {
            words.orientations_briefing_to_come(day, briefing.people)
        } else {
            words.orientations_briefing_note(day, briefing.people)
        }
    };
    let choices = briefings
        .iter()
        .enumerate()
        .map(|(at, one)| Choice::new(at, one.title.as_str(), note(one)))
        .collect();
    let newest = briefings.iter().position(|one| one.at.date() <= today);
    Picker::one(words.orientations_briefing_title(), choices).standing_on(|at| Some(*at) == newest)
}

/// What is said when it is told at a giao ban.
pub(in crate::inbox::tab) fn told<Q, C>(told: Told, on: NaiveDate, moment: &Moment) -> Effect<Q, C> {
    let words = moment.words;
    let day = words.day_short(on, moment.today());
    Effect::Notify(match told {
        Told { orientation: None, .. } => Notice::note(words.orientations_nothing_to_tell()),
        Told { to_come: true, .. } => Notice::done(words.orientations_on_agenda(day)),
        Told { heard, away: 0, .. } => Notice::done(words.orientations_told(day, heard as u64)),
        Told { heard, away, .. } => {
            Notice::done(words.orientations_told_away(away as u64, day, heard as u64))
        }
    })
}

/// Shows to whom it goes.
pub(super) fn recipients(state: &mut State, words: &Words) -> Effects {
    let Some(card) = state.shown() else { return Effect::unused() };
    if card.recipients.is_empty() {
        return vec![Effect::Notify(Notice::note(words.orientations_needs_recipients()))];
    }
    let choices = card.recipients.iter().map(|to| {
        let target = to.collaborator.map(Target::Collaborator).or(to.unit.map(Target::Unit));
        Choice::new(target, to.name.as_str(), to.of.as_str())
    });
    let title = words.orientations_list_title(card.recipients.len() as u64);
    state.window = Some(Window::Recipients(Picker::one(title, choices.collect())));
    Effect::none()
}

/// Shows what it answers: the items, and all of the issue.
pub(super) fn items(state: &mut State, words: &Words) -> Effects {
    let Some(card) = state.shown() else { return Effect::unused() };
    let record = &card.record;
    let mut choices: Vec<Choice<Target>> = Vec::new();
    if let Some((issue, title)) = record.issue.as_ref().filter(|_| record.answers_issue) {
        choices.push(Choice::new(Target::Issue(*issue), title.as_str(), words.orientations_the_issue()));
        choices.push(Choice::new(items_of(title), words.orientations_all_items(), ""));
    }
    let items = record.items.iter().zip(&record.titles);
    choices.extend(items.map(|(item, title)| Choice::new(Target::Item(*item), title.as_str(), "")));
    if choices.is_empty() {
        return vec![Effect::Notify(Notice::note(words.orientations_answers_nothing()))];
    }
    let title = words.orientations_answers_title(record.items.len() as u64);
    state.window = Some(Window::Items(Picker::one(title, choices)));
    Effect::none()
}

/// Asks whether to take it away.
pub(super) fn remove(state: &mut State, words: &Words) -> Effects {
    let Some(line) = state.list.current() else { return Effect::unused() };
    let question = words.orientations_remove_question(&line.title);
    state.window =
        Some(Window::Ask(Confirm::new(words.orientations_remove_title(), question, Asked::Remove(line.id))));
    Effect::none()
}

/// Copies the message and shows it as it was copied.
pub(super) fn copy(state: &mut State, words: &Words) -> Effects {
    let Some(text) = state.message(words) else { return Effect::unused() };
    state.window = Some(Window::Message(Page { text: text.clone(), scroll: 0 }));
    vec![Effect::Copy(text), Effect::Notify(Notice::done(words.orientations_copied()))]
}

/// Asks for the file to write.
pub(super) fn export(state: &mut State, words: &Words) -> Effects {
    ask_file(state, words, ".docx")
}

fn ask_file(state: &mut State, words: &Words, ending: &str) -> Effects {
    let Some(line) = state.list.current() else { return Effect::unused() };
    let name = format!("{}{ending}", name_of(&line.title, "dinh huong"));
    let prompt =
        Prompt::suggesting(words.orientations_export(), words.orientations_which_file(), &name, line.id);
    state.window = Some(Window::Export(prompt));
    Effect::none()
}

/// The file a person meant: without an ending that is known it is a Word file.
pub fn paper_path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let known = [".docx", ".txt", ".md"].iter().any(|ending| typed.to_lowercase().ends_with(ending));
    if known { PathBuf::from(typed) } else { PathBuf::from(format!("{typed}.docx")) }
}

fn write(state: &State, id: Uuid, typed: &str, moment: &Moment) -> Effects {
    if typed.is_empty() {
        return Effect::none();
    }
    let message = state.message(moment.words).unwrap_or_default();
    let path = paper_path(typed);
    vec![Effect::Read(Query::Export(Export { id, path, message, today: moment.today(), over: false }))]
}

/// Asks whether to write over a file that is there.
pub(super) fn exists(state: &mut State, export: Export, words: &Words) -> Effects {
    let question = words.summary_over_question(export.path.display().to_string());
    state.window = Some(Window::Ask(Confirm::new(words.summary_over(), question, Asked::WriteOver(export))));
    Effect::none()
}
