//! The sections of the open synthesis: added, named, moved, taken off; its outline kept as a template and chosen for a new one.

use uuid::Uuid;

use super::composer::{Composer, count};
use super::{Command, Effects, Query, Question, State, Window, paper};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Prompt};
use crate::screen::{Action, Effect, Moment, Notice};
use crate::summary::labels;
use crate::summary::model::{Grouping, Template, block};
use crate::summary::period::Period;
use crate::summary::wanted::Wanted;
use crate::words::Words;

/// A change of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds a section behind another one, or below it.
    Add {
        /// The other one.
        after: Option<Uuid>,
        /// Below it.
        below: bool,
        /// Heading.
        heading: String,
    },
    /// Another heading.
    Name(Uuid, String),
    /// One place up or down.
    Move(Uuid, bool),
    /// Takes it off with all below it.
    Remove(Uuid),
    /// Keeps the outline as a template of this name.
    Keep(String),
}

/// What a heading or a name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A new section behind another one, or below it.
    Add(Option<Uuid>, bool),
    /// A section.
    Section(Uuid),
    /// A template.
    Template,
}

/// Takes an action on the outline; `None` when it is none of its.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Option<Effects> {
    let open = state.open.as_deref()?;
    let words = moment.words;
    let here = open.here().map(|section| section.id);
    let naming = |title: &str, question: &str, typed: &str, naming: Naming| {
        Window::Heading(Prompt::suggesting(title, question, typed, naming))
    };
    let window = match action {
        Action::New | Action::NewBelow => {
            let below = *action == Action::NewBelow;
            let title = if below { words.summary_add_below() } else { words.summary_add_section() };
            naming(title, words.summary_which_heading(), "", Naming::Add(here, below))
        }
        Action::Edit => {
            let section = open.here()?;
            let title = words.summary_name_section();
            naming(title, words.summary_which_heading(), &section.heading, Naming::Section(section.id))
        }
        Action::KeepOutline => {
            naming(words.summary_keep_outline(), words.summary_which_template(), "", Naming::Template)
        }
        Action::ScrollUp | Action::ScrollDown => {
            if let Some(stands) = paper::stands(open, words) {
                return Some(stands);
            }
            let down = *action == Action::ScrollDown;
            return Some(vec![send(open, Change::Move(here?, down))]);
        }
        Action::Delete if !open.is_unsaved(open.section) => remove(open, moment)?,
        _ => return None,
    };
    if *action != Action::KeepOutline
        && let Some(stands) = paper::stands(open, words)
    {
        return Some(stands);
    }
    state.window = Some(window);
    Some(Effect::none())
}

fn remove(open: &Composer, moment: &Moment) -> Option<Window> {
    let section = open.here()?;
    let words = moment.words;
    let below = block(&open.synthesis.sections, open.section).len() - 1;
    let question = words.summary_remove_question(count(below), section.heading.as_str());
    let asked = Question::RemoveSection(section.id);
    Some(Window::Ask(Confirm::new(words.summary_remove_section(), question, asked)))
}

fn send(open: &Composer, change: Change) -> Effect<Query, Command> {
    Effect::Write(Command::Outline(open.synthesis.id, change))
}

/// A heading or a name was typed.
pub(super) fn named(state: &State, naming: Naming, typed: &str) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::none() };
    let text = typed.trim().to_owned();
    if text.is_empty() {
        return Effect::none();
    }
    let change = match naming {
        Naming::Add(after, below) => Change::Add { after, below, heading: text },
        Naming::Section(section) => Change::Name(section, text),
        Naming::Template => Change::Keep(text),
    };
    vec![send(open, change)]
}

/// Takes a section off.
pub(super) fn removed(state: &State, section: Uuid) -> Effects {
    state.open.as_deref().map(|open| send(open, Change::Remove(section))).into_iter().collect()
}

/// The templates were read: one is taken, of several one is chosen.
pub(super) fn choose(
    state: &mut State,
    period: Period,
    templates: Vec<Template>,
    moment: &Moment,
) -> Effects {
    if templates.len() < 2 {
        return vec![Effect::Read(Query::Places(Wanted::of(period)))];
    }
    let choices = templates
        .into_iter()
        .map(|template| {
            let chosen = (Wanted { outline: Some(template.id), ..Wanted::of(period) }, template.thematic);
            Choice::new(chosen, template.name, template.headings.join(" · "))
        })
        .collect();
    state.window = Some(Window::Template(Picker::one(moment.words.summary_which_outline(), choices)));
    Effect::none()
}

/// A template was chosen; a thematic one still needs its topic.
pub(super) fn chosen((wanted, thematic): (Wanted, bool)) -> Effects {
    let query = if thematic { Query::Topics(wanted) } else { Query::Places(wanted) };
    vec![Effect::Read(query)]
}

/// Asks what a thematic one is about.
pub(super) fn choose_topic(state: &mut State, wanted: Wanted, topics: Vec<(Uuid, String)>, words: &Words) {
    let about = |id| Wanted { topic: Some(id), ..wanted };
    let choices = topics.into_iter().map(|(id, name)| Choice::new(about(id), name, "")).collect();
    state.window = Some(Window::Topic(Picker::one(words.summary_which_topic(), choices)));
}

/// Asks which place it is of: the whole file first, which is what nearly all are. Without units that have others below them there
/// is nothing to ask.
pub(super) fn choose_place(
    state: &mut State,
    wanted: Wanted,
    places: Vec<(Uuid, String)>,
    words: &Words,
) -> Effects {
    if places.is_empty() {
        return place_chosen(wanted);
    }
    let of = |id| Wanted { unit: Some(id), ..wanted };
    let whole = Choice::new(wanted, words.summary_whole_file(), "").always();
    let below = places.into_iter().map(|(id, name)| Choice::new(of(id), name, ""));
    let choices = std::iter::once(whole).chain(below).collect();
    state.window = Some(Window::Place(Picker::one(words.summary_which_place(), choices)));
    Effect::none()
}

/// All is known of the synthesis that is wanted.
pub(super) fn place_chosen(wanted: Wanted) -> Effects {
    vec![Effect::Write(Command::Create(wanted))]
}

/// Asks what to gather by.
pub(super) fn ask_grouping(state: &mut State, words: &Words) {
    let Some(open) = state.open.as_deref() else { return };
    let now = open.synthesis.grouping;
    let choices = Grouping::ALL.map(|by| Choice::new(by, labels::grouping(words, by), "")).to_vec();
    let picker = Picker::one(words.summary_gather_by(), choices).standing_on(|by| *by == now);
    state.window = Some(Window::Grouping(picker));
}

/// A change of the outline is in the file.
pub(super) fn changed(
    state: &mut State,
    id: Uuid,
    stand_on: Option<Uuid>,
    kept: bool,
    moment: &Moment,
) -> Effects {
    if kept {
        return vec![Effect::Notify(Notice::done(moment.words.summary_outline_kept()))];
    }
    if let Some(open) = state.open.as_deref_mut() {
        open.stand_on = stand_on;
    }
    super::open(state, id)
}
