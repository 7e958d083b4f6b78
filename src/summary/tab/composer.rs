//! The open synthesis: outline, text of a section, sources.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Command, Effects, Opened, Page, Query, Question, State, Window, paper_name};
use crate::file::value::moment_text;
use crate::screen::editor::Editor;
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, InputEvent, Moment, Notice};
use crate::summary::checks::{Check, check};
use crate::summary::gather::{
    Material, MaterialItem, MaterialStream, Phrases, cite, ended, sentence_about, tellable,
};
use crate::summary::model::{Marked, Section, Source, Synthesis, citation, cited, numbers};
use crate::summary::period::Period;
use crate::words::Words;

/// Which of the three columns has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The outline.
    #[default]
    Outline,
    /// The text.
    Editor,
    /// The sources.
    Sources,
}

/// Something a section can tell: an item, or one stream of it. Positions in the material.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// Item.
    pub item: usize,
    /// Stream of the item.
    pub stream: Option<usize>,
}

/// The open synthesis.
pub struct Composer {
    /// The synthesis as it is in the file.
    pub synthesis: Synthesis,
    /// Level and number of each section.
    pub numbers: Vec<(u8, String)>,
    /// Material of the period.
    pub material: Material,
    phrases: Phrases,
    /// Which column has the keys.
    pub pane: Pane,
    /// The section under the cursor.
    pub section: usize,
    /// Its text.
    pub editor: Editor,
    marked: Marked,
    /// The text that was kept as a draft last.
    kept: Option<String>,
    /// Texts of other sections that were not saved.
    pub drafts: HashMap<Uuid, String>,
    /// What the section can tell.
    pub sources: Vec<SourceRow>,
    /// The source under the cursor.
    pub source: usize,
    /// Streams and items the whole synthesis cites.
    pub used: HashSet<Uuid>,
    /// Sources of the section that are not used.
    pub unused: usize,
    /// Sources each section cites.
    pub counts: Vec<usize>,
    /// What is still lacking.
    pub checks: Vec<Check>,
}

impl std::fmt::Debug for Composer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Composer")
            .field("synthesis", &self.synthesis.id)
            .field("pane", &self.pane)
            .finish_non_exhaustive()
    }
}

/// A count for the words.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl Composer {
    /// A synthesis that was just read, at its first section with text.
    pub fn new(opened: Opened) -> Self {
        let Opened {
            synthesis,
            material,
            phrases,
            drafts,
        } = opened;
        let section = synthesis
            .sections
            .iter()
            .position(|section| !section.is_empty())
            .unwrap_or(0);
        let mut composer = Self {
            numbers: numbers(&synthesis.sections, |_| true),
            synthesis,
            material,
            phrases,
            pane: Pane::Outline,
            section,
            editor: Editor::default(),
            marked: Marked::default(),
            kept: None,
            drafts,
            sources: Vec::new(),
            source: 0,
            used: HashSet::new(),
            unused: 0,
            counts: Vec::new(),
            checks: Vec::new(),
        };
        composer.load();
        composer
    }

    /// The same synthesis read anew: what is being written stays, and so does the place.
    pub fn refresh(&mut self, opened: Opened) {
        let here = self.here().map(|section| section.id);
        let cursor = self.editor.cursor();
        self.park();
        self.synthesis = opened.synthesis;
        self.material = opened.material;
        self.phrases = opened.phrases;
        self.numbers = numbers(&self.synthesis.sections, |_| true);
        let found = here.and_then(|id| {
            self.synthesis
                .sections
                .iter()
                .position(|section| section.id == id)
        });
        self.section = found.unwrap_or(0);
        self.load();
        self.editor.set_cursor(cursor.0, cursor.1);
    }

    /// The section under the cursor.
    pub fn here(&self) -> Option<&Section> {
        self.synthesis.sections.get(self.section)
    }

    /// The text being written, with its citations.
    fn body(&self) -> String {
        self.marked.body(&self.editor.text())
    }

    /// True when the section's text is not the one in the file.
    pub fn is_changed(&self) -> bool {
        self.here().is_some_and(|section| section.body != self.body())
    }

    /// True when the text is neither in the file nor kept as a draft.
    pub fn is_dirty(&self) -> bool {
        self.is_changed() && self.kept.as_deref() != Some(self.body().as_str())
    }

    /// True when a section has a text that was not saved.
    pub fn is_unsaved(&self, section: usize) -> bool {
        if section == self.section {
            return self.is_changed();
        }
        self.synthesis
            .sections
            .get(section)
            .is_some_and(|section| self.drafts.contains_key(&section.id))
    }

    /// Puts the text of the section under the cursor into the editor.
    fn load(&mut self) {
        let body = self
            .here()
            .map(|section| self.drafts.get(&section.id).unwrap_or(&section.body).clone());
        let body = body.unwrap_or_default();
        let (text, marked) = Marked::of(&body);
        self.editor = Editor::new(&text);
        self.marked = marked;
        self.kept = Some(body);
        self.source = 0;
        self.recheck();
    }

    /// Remembers the text of the section before another takes its place.
    fn park(&mut self) {
        let Some(id) = self.here().map(|section| section.id) else {
            return;
        };
        if self.is_changed() {
            self.drafts.insert(id, self.body());
        } else {
            self.drafts.remove(&id);
        }
    }

    /// Keeps what is being written as a draft in this copy of the file.
    pub fn keep_draft(&mut self, moment: &Moment) -> Effects {
        let Some(section) = self.here().map(|section| section.id).filter(|_| self.is_dirty()) else {
            return Effect::none();
        };
        let body = self.body();
        self.kept = Some(body.clone());
        self.recheck();
        vec![Effect::Write(Command::KeepDraft {
            section,
            at: moment_text(moment.now),
            body,
        })]
    }

    /// Forgets the text of a section that was not saved.
    pub fn forget_draft(&mut self, section: Uuid) {
        self.drafts.remove(&section);
        if self.here().is_some_and(|here| here.id == section) {
            self.load();
        }
    }

    /// The sections with the texts as they are now, saved or not.
    fn sections_now(&self) -> Vec<Section> {
        let mut sections = self.synthesis.sections.clone();
        for (index, section) in sections.iter_mut().enumerate() {
            if index == self.section {
                section.body = self.body();
            } else if let Some(draft) = self.drafts.get(&section.id) {
                section.body.clone_from(draft);
            }
        }
        sections
    }

    /// Brings all that follows from the texts up to date.
    pub fn recheck(&mut self) {
        let sections = self.sections_now();
        self.counts = sections
            .iter()
            .map(|section| cited(&section.body).len())
            .collect();
        self.used = sections.iter().flat_map(|section| cited(&section.body)).collect();
        self.checks = check(&sections, &self.material);
        let source = self.here().map_or(Source::Free, |section| section.source);
        self.sources = tellable(&self.material, source)
            .into_iter()
            .map(|(item, stream)| SourceRow { item, stream })
            .collect();
        self.source = self.source.min(self.sources.len().saturating_sub(1));
        let here: HashSet<Uuid> = self
            .counts
            .get(self.section)
            .map(|_| cited(&self.body()).into_iter().collect())
            .unwrap_or_default();
        let told = |row: &&SourceRow| {
            self.cites(row)
                .is_some_and(|id| here.contains(&id) || self.used.contains(&id))
        };
        self.unused = self.sources.len() - self.sources.iter().filter(told).count();
    }

    /// Item and stream of a source.
    pub fn told(&self, row: &SourceRow) -> Option<(&MaterialItem, Option<&MaterialStream>)> {
        let item = self.material.items.get(row.item)?;
        Some((item, row.stream.and_then(|stream| item.streams.get(stream))))
    }

    /// What a citation of the source names.
    fn cites(&self, row: &SourceRow) -> Option<Uuid> {
        let (item, stream) = self.told(row)?;
        Some(stream.map_or(item.id, |stream| stream.id))
    }

    /// True when the synthesis cites the source.
    pub fn is_used(&self, row: &SourceRow) -> bool {
        self.cites(row).is_some_and(|id| self.used.contains(&id))
    }

    fn select(&mut self, section: usize) {
        let section = section.min(self.synthesis.sections.len().saturating_sub(1));
        if section != self.section {
            self.park();
            self.section = section;
            self.load();
        }
    }

    /// A sentence about the source under the cursor, as the editor takes it.
    fn sentence(&mut self) -> Option<String> {
        let row = *self.sources.get(self.source)?;
        let source = self.here().map_or(Source::Free, |section| section.source);
        let (item, stream) = self.told(&row)?;
        let point = |text: &str| {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            lines
                .map(|line| format!("- {}", cite(&ended(line), &citation(&[item.id]))))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let body = match source {
            Source::Forecast => point(&item.forecast),
            Source::Recommendation => point(&item.recommendation),
            _ => sentence_about(&self.material, item, stream, &self.phrases),
        };
        Some(self.marked.take_in(&body))
    }

    /// Writes the sentence of the source under the cursor on a line of its own, after the line of the text's cursor.
    fn insert_source(&mut self) -> bool {
        let Some(sentence) = self.sentence() else {
            return false;
        };
        let (row, _) = self.editor.cursor();
        let text = self.editor.text();
        let line = text.split('\n').nth(row).unwrap_or_default().to_owned();
        self.editor.set_cursor(row, line.len());
        let sentence = if line.trim().is_empty() {
            sentence
        } else {
            format!("\n{sentence}")
        };
        self.editor.insert(&sentence);
        self.recheck();
        true
    }

    /// Puts the cursor of the sources on the one that is cited at the text's cursor.
    fn seek_cited(&mut self) {
        let (row, byte) = self.editor.cursor();
        let text = self.editor.text();
        let line = text.split('\n').nth(row).unwrap_or_default();
        let after = line[byte..].chars().next();
        let before = line[..byte].chars().next_back();
        let sign = after
            .into_iter()
            .chain(before)
            .find(|sign| Marked::is_mark(*sign));
        let Some(cited) = sign.map(|sign| self.marked.sources(sign)) else {
            return;
        };
        let found = self
            .sources
            .iter()
            .position(|row| self.cites(row).is_some_and(|id| cited.contains(&id)));
        self.source = found.unwrap_or(self.source);
    }
}

/// Takes an action while a synthesis is open.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref_mut() else {
        return Effect::none();
    };
    match (action, open.pane) {
        (Action::Save, _) => save(open),
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
        (Action::Input(event), Pane::Editor) => {
            open.editor.apply(event);
            Effect::none()
        }
        (_, Pane::Editor) => moved_in_text(open, action),
        (_, Pane::Outline) => outline(state, action, moment),
        (_, Pane::Sources) => sources(state, action, moment),
    }
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

fn save(open: &mut Composer) -> Effects {
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
    vec![Effect::Write(Command::Save {
        synthesis,
        section: id,
        body,
    })]
}

fn outline(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref_mut() else {
        return Effect::none();
    };
    let words = moment.words;
    let last = open.synthesis.sections.len().saturating_sub(1);
    match action {
        Action::Up => open.select(open.section.saturating_sub(1)),
        Action::Down => open.select(open.section + 1),
        Action::PageUp | Action::Home => open.select(0),
        Action::PageDown | Action::End => open.select(last),
        Action::Open => open.pane = Pane::Editor,
        Action::Back => return leave(state, moment),
        Action::Gather => {
            let id = open.synthesis.id;
            return vec![Effect::Write(Command::Gather { id, over: false })];
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
        Action::Checks => state.window = Some(Window::Read(checks_page(open, moment.words))),
        Action::Preview => return vec![Effect::Read(Query::Preview(id, moment.today()))],
        Action::Export | Action::Papers => {
            let annex = *action == Action::Papers;
            let period = period(&open.synthesis)
                .map(|period| period.id())
                .unwrap_or_default();
            let unsaved = (0..open.synthesis.sections.len())
                .filter(|at| open.is_unsaved(*at))
                .count();
            state.window = Some(Window::export(
                moment.words,
                &paper_name(&period, annex),
                id,
                annex,
            ));
            if unsaved > 0 {
                return vec![Effect::Notify(Notice::note(
                    moment.words.summary_unsaved_not_printed(count(unsaved)),
                ))];
            }
        }
        _ => return Effect::unused(),
    }
    Effect::none()
}

/// The period of a synthesis.
fn period(synthesis: &Synthesis) -> Option<Period> {
    Period::stored(&synthesis.period_kind, synthesis.from?, synthesis.to?)
}

fn checks_page(open: &Composer, words: &Words) -> Page {
    let mut text: Vec<String> = open
        .checks
        .iter()
        .map(|check| format!("- {}", check.message(words)))
        .collect();
    if text.is_empty() {
        text.push(words.summary_nothing_lacking().to_owned());
    }
    Page::new(
        words.summary_checks_count(count(open.checks.len())),
        text.join("\n"),
    )
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
            if !open.insert_source() {
                return Effect::unused();
            }
            open.source = (open.source + 1).min(last);
            return vec![Effect::Notify(Notice::done(moment.words.summary_inserted()))];
        }
        Action::Open => return read_source(open, moment.words),
        Action::Right => {}
        _ => return everywhere(state, action, moment),
    }
    Effect::none()
}

fn read_source(open: &Composer, words: &Words) -> Effects {
    let Some((item, _)) = open.sources.get(open.source).and_then(|row| open.told(row)) else {
        return Effect::unused();
    };
    let mut below = Vec::new();
    for stream in &item.streams {
        let band = crate::inbox::labels::band(words, stream.band);
        let tendency = crate::inbox::labels::tendency(words, stream.tendency);
        let group = if stream.group_name.is_empty() { String::new() } else { format!("{}, ", stream.group_name) };
        below.push(format!("- {group}{band}, {tendency}: {}", stream.gist));
    }
    for (label, text) in [
        (words.summary_forecast(), &item.forecast),
        (words.summary_recommendation(), &item.recommendation),
    ] {
        if !text.trim().is_empty() {
            below.push(format!("{label}: {}", text.trim()));
        }
    }
    let report = open.material.report(item);
    let above = report.map_or_else(String::new, |report| {
        let day = report.received_on.map(|day| words.day(day)).unwrap_or_default();
        format!(
            "{} · {} · {day}\n{}\n",
            report.arrival_number, report.unit, item.title
        )
    });
    let title = words.summary_source().to_owned();
    vec![Effect::Read(Query::Item {
        id: item.id,
        title,
        above,
        below: below.join("\n"),
    })]
}
