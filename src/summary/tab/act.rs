//! What the keys do while a synthesis is open.

use super::composer::{Composer, Pane, count};
use super::{Command, Effects, Findings, Query, Question, State, Window, paper, paper_name};
use uuid::Uuid;

use crate::file::value::moment_text;
use crate::inbox::labels;
use crate::screen::popup::Confirm;
use crate::screen::{Action, Decision, Effect, InputEvent, Moment, Notice};
use crate::summary::checks::{Lead, Told};
use crate::summary::gather::MaterialItem;
use crate::summary::labels as labels_of;
use crate::summary::model::{Section, Synthesis, sentences};
use crate::summary::period::Period;
use crate::words::Words;

/// Takes an action while a synthesis is open.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref_mut() else {
        return Effect::none();
    };
    match (action, open.pane) {
        (Action::Save, _) => paper::stands(open, moment.words).unwrap_or_else(|| save(open, moment)),
        (Action::NextPane | Action::Right, Pane::Outline)
        | (Action::PreviousPane | Action::Left, Pane::Sources) => {
            open.pane = Pane::Editor;
            Effect::none()
        }
        (Action::NextPane, Pane::Editor) => {
            open.recheck();
            open.seek_cited();
            open.pane = Pane::Sources;
            open.keep_draft(moment)
        }
        (Action::Back, Pane::Editor) if open.editor.escape() => Effect::none(),
        (Action::NextPane, Pane::Sources) | (Action::PreviousPane | Action::Back, Pane::Editor) => {
            open.recheck();
            open.pane = Pane::Outline;
            open.keep_draft(moment)
        }
        (Action::PreviousPane, Pane::Outline) => {
            open.pane = Pane::Sources;
            Effect::none()
        }
        (Action::Back, Pane::Sources) => {
            open.pane = Pane::Outline;
            Effect::none()
        }
        (Action::PlaceExhibit, Pane::Editor | Pane::Outline) => super::placing::choose(state, moment),
        (Action::Sources, Pane::Editor) => super::cited::open(state, moment),
        (Action::Input(InputEvent::Newline), Pane::Editor) if open.on_citation() => {
            super::cited::open(state, moment)
        }
        (Action::Input(event), Pane::Editor) => {
            let stands = paper::stands(open, moment.words).filter(|_| writes(event));
            stands.unwrap_or_else(|| open.write(event))
        }
        // What was written there would have nowhere to go.
        (Action::OwnEditor, Pane::Editor) => paper::stands(open, moment.words)
            .unwrap_or_else(|| vec![Effect::OwnEditor(open.for_own_editor())]),
        (_, Pane::Editor) => moved_in_text(open, action),
        (_, Pane::Outline) => outline(state, action, moment),
        (_, Pane::Sources) => sources(state, action, moment),
    }
}

/// True for what would change the text.
fn writes(event: &InputEvent) -> bool {
    matches!(
        event,
        InputEvent::Insert(_)
            | InputEvent::Paste(_)
            | InputEvent::Newline
            | InputEvent::Backspace
            | InputEvent::Delete
            | InputEvent::DeleteWord
            | InputEvent::Cut
            | InputEvent::PasteKept
            | InputEvent::Replace(_)
    )
}

/// Cursor keys reach a text as input; an action of a list that comes all the same moves in the text too.
fn moved_in_text(open: &mut Composer, action: &Action) -> Effects {
    let event = match action {
        Action::Up => InputEvent::Up,
        Action::Down => InputEvent::Down,
        Action::PageUp => InputEvent::PageUp,
        Action::PageDown => InputEvent::PageDown,
        Action::Undo => InputEvent::Undo,
        Action::Redo => InputEvent::Redo,
        _ => return Effect::unused(),
    };
    open.editor.apply(&event);
    Effect::none()
}

fn save(open: &mut Composer, moment: &Moment) -> Effects {
    let body = open.body();
    let synthesis = open.synthesis.id;
    let Some(section) = open.synthesis.sections.get_mut(open.section) else {
        return Effect::none();
    };
    let (id, changed) = (section.id, section.body != body);
    section.edited |= changed;
    section.body.clone_from(&body);
    open.drafts.remove(&id);
    open.kept = Some(body.clone());
    open.editor.mark_saved();
    open.recheck();
    vec![Effect::Write(Command::Save { synthesis, section: id, at: moment_text(moment.now), body })]
}

fn outline(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref_mut() else {
        return Effect::none();
    };
    let words = moment.words;
    let last = open.synthesis.sections.len().saturating_sub(1);
    if let Some(effects) = super::outline::update(state, action, moment) {
        return effects;
    }
    let Some(open) = state.open.as_deref_mut() else {
        return Effect::none();
    };
    match action {
        Action::Up => open.select(open.section.saturating_sub(1)),
        Action::Down => open.select(open.section + 1),
        Action::PageUp | Action::Home => open.select(0),
        Action::PageDown | Action::End => open.select(last),
        Action::Open => open.pane = Pane::Editor,
        Action::Back => return leave(state, moment),
        Action::Head => return paper::edit(state, moment),
        Action::Submit | Action::IssueSynthesis | Action::Triage(Decision::Reopen) => {
            return paper::step(state, action, moment);
        }
        Action::Gather => {
            if let Some(stands) = paper::stands(open, words) {
                return stands;
            }
            super::outline::ask_grouping(state, words);
        }
        Action::Delete => {
            let Some(section) = open.here().filter(|_| open.is_unsaved(open.section)) else {
                return Effect::unused();
            };
            let question = words.summary_drop_question(section.heading.as_str());
            let ask = Confirm::new(words.summary_drop(), question, Question::DropDraft(section.id));
            state.window = Some(Window::Ask(ask));
        }
        _ => return everywhere(state, action, moment),
    }
    Effect::none()
}

/// What the outline and the sources share.
fn everywhere(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref() else {
        return Effect::none();
    };
    let id = open.synthesis.id;
    match action {
        Action::Checks => state.window = Some(Window::Findings(Findings::of(open, moment.words))),
        Action::Preview => return super::pages::ask(open, moment),
        Action::SourceTable => return super::table::open(state, moment),
        Action::Compare => return super::compare::open(state, moment.words),
        Action::Register => return super::register::ask(moment),
        Action::Export => {
            let period = period(&open.synthesis).map(|period| period.id()).unwrap_or_default();
            state.window = Some(Window::export(moment.words, &paper_name(&period, false), id, false));
            return not_saved(state, moment);
        }
        _ => return Effect::unused(),
    }
    Effect::none()
}

/// Told before a paper is written while texts are not saved.
pub(super) fn not_saved(state: &State, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::none() };
    let unsaved = (0..open.synthesis.sections.len()).filter(|at| open.is_unsaved(*at)).count();
    if unsaved == 0 {
        return Effect::none();
    }
    vec![Effect::Notify(Notice::note(moment.words.summary_unsaved_not_printed(count(unsaved))))]
}

/// The period of a synthesis.
fn period(synthesis: &Synthesis) -> Option<Period> {
    Period::stored(&synthesis.period_kind, synthesis.from?, synthesis.to?)
}

fn leave(state: &mut State, moment: &Moment) -> Effects {
    let Some(mut open) = state.open.take() else {
        return Effect::none();
    };
    let mut effects = open.keep_draft(moment);
    open.park();
    effects.push(Effect::ReadNow(Query::List));
    if !open.drafts.is_empty() {
        let told = moment.words.summary_left_unsaved(count(open.drafts.len()));
        effects.push(Effect::Notify(Notice::note(told)));
    }
    effects
}

fn sources(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref_mut() else {
        return Effect::none();
    };
    let last = open.sources.len().saturating_sub(1);
    let page = (usize::from(moment.height) / 2).max(1);
    match action {
        Action::Up => open.source = open.source.saturating_sub(1),
        Action::Down => open.source = (open.source + 1).min(last),
        Action::PageUp => open.source = open.source.saturating_sub(page),
        Action::PageDown => open.source = (open.source + page).min(last),
        Action::Home => open.source = 0,
        Action::End => open.source = last,
        Action::Insert => {
            if let Some(stands) = paper::stands(open, moment.words) {
                return stands;
            }
            if !open.insert_source() {
                return Effect::unused();
            }
            open.source = (open.source + 1).min(last);
            return vec![Effect::Notify(Notice::done(moment.words.summary_inserted()))];
        }
        Action::Open => return read_source(open, moment.words),
        Action::Rephrase => return super::phrases::rephrase(state, moment),
        Action::Phrases => return vec![Effect::Read(Query::Phrases)],
        Action::Gather if !open.sources.is_empty() => {
            let by = labels_of::grouping(moment.words, open.order_sources());
            return vec![Effect::Notify(Notice::done(moment.words.summary_sources_by(by)))];
        }
        Action::ToSentence => return to_sentence(open, moment),
        Action::Stands => {
            let changed = open.sources.get(open.source).filter(|row| open.is_changed_source(row));
            let Some(id) = changed.and_then(|row| open.cites(row)) else { return Effect::unused() };
            return super::cited::stands(open, id, moment);
        }
        Action::Right => {}
        _ => return everywhere(state, action, moment),
    }
    Effect::none()
}

/// To the first sentence that cites the source under the cursor.
fn to_sentence(open: &mut Composer, moment: &Moment) -> Effects {
    let Some(id) = open.sources.get(open.source).and_then(|row| open.cites(row)) else {
        return Effect::unused();
    };
    match sentence_citing(open, id) {
        Some(told) => super::findings::go(open, &Lead::Passage(told), moment),
        None => vec![Effect::Notify(Notice::note(moment.words.summary_not_cited()))],
    }
}

/// The first sentence that cites a stream or an item, in the section in sight first: there the person came from.
pub(super) fn sentence_citing(open: &Composer, id: Uuid) -> Option<Told> {
    let cites = |section: &Section| {
        let cited = sentences(&section.body).into_iter().find(|one| one.sources.contains(&id))?;
        Some(Told { section: section.id, text: cited.text })
    };
    let sections = open.sections_now();
    sections.get(open.section).and_then(cites).or_else(|| sections.iter().find_map(cites))
}

fn read_source(open: &Composer, words: &Words) -> Effects {
    let told = open.sources.get(open.source).and_then(|row| open.told(row));
    told.map_or_else(Effect::unused, |(item, _)| read(open, item, words))
}

/// Reads the item that has this id or a stream of this id.
pub(super) fn read_item(open: &Composer, id: Uuid, words: &Words) -> Effects {
    let has = |item: &&MaterialItem| item.id == id || item.streams.iter().any(|stream| stream.id == id);
    open.material.items.iter().find(has).map_or_else(Effect::unused, |item| read(open, item, words))
}

fn read(open: &Composer, item: &MaterialItem, words: &Words) -> Effects {
    let mut below = Vec::new();
    for stream in &item.streams {
        let band = labels::band(words, stream.band);
        let tendency = labels::tendency(words, stream.tendency);
        let group =
            if stream.group_name.is_empty() { String::new() } else { format!("{}, ", stream.group_name) };
        below.push(format!("- {group}{band}, {tendency}: {}", stream.gist));
    }
    for (label, text) in
        [(words.summary_forecast(), &item.forecast), (words.summary_recommendation(), &item.recommendation)]
    {
        if !text.trim().is_empty() {
            below.push(format!("{label}: {}", text.trim()));
        }
    }
    let report = open.material.report(item);
    let above = report.map_or_else(String::new, |report| {
        let day = report.received_on.map(|day| words.day(day)).unwrap_or_default();
        format!("{} · {} · {day}\n{}\n", report.arrival_number, report.unit, item.title)
    });
    let title = words.summary_source().to_owned();
    vec![Effect::Read(Query::Item { id: item.id, title, above, below: below.join("\n") })]
}
