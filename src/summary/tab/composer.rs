//! The open synthesis: outline, text of a section, sources.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::inserted::Inserted;
use super::{Command, Effects, Opened};
use crate::file::value::moment_text;
use crate::screen::editor::Editor;
use crate::screen::{Effect, InputEvent, Moment};
use crate::summary::checks::{Check, Facts, Kept, check};
use crate::summary::gather::{
    Material, MaterialItem, MaterialStream, Phrases, cite, ended, sentence_about, tellable,
};
use crate::summary::model::{Grouping, Marked, Section, Source, State, Synthesis, citation, cited, numbers};
use crate::summary::period::Period;
use crate::words::Language;

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
    /// Its period, as papers name it; its title when the period is not known.
    pub period: String,
    /// Level and number of each section.
    pub numbers: Vec<(u8, String)>,
    /// Material of the period.
    pub material: Material,
    /// What the checks know of it.
    pub(super) facts: Facts,
    pub(super) phrases: Phrases,
    /// Answers to findings, and what the sources said when they were cited.
    pub kept_beside: Kept,
    /// The next number of its type, where the register has any.
    pub next_number: Option<u32>,
    /// The section to stand on when the synthesis was read anew.
    pub(super) stand_on: Option<Uuid>,
    /// Which column has the keys.
    pub pane: Pane,
    /// The section under the cursor.
    pub section: usize,
    /// Its text.
    pub editor: Editor,
    pub(super) marked: Marked,
    /// The text that was kept as a draft last.
    pub(super) kept: Option<String>,
    /// Texts of other sections that were not saved.
    pub drafts: HashMap<Uuid, String>,
    /// The sentence inserted last.
    pub(super) inserted: Option<Inserted>,
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
    /// Cited streams and items that say something else than when they were cited, but for those somebody looked at.
    pub changed: HashSet<Uuid>,
    /// Whether each section cites one of them.
    pub changed_in: Vec<bool>,
    /// What is still lacking.
    pub checks: Vec<Check>,
    /// The same as it was last written out, for frames.
    pub told: RefCell<Option<ChecksTold>>,
}

/// What is lacking, in words.
#[derive(Debug)]
pub struct ChecksTold {
    /// What it was written for: the language, and whether only with ASCII signs.
    pub how: (Language, bool),
    /// All findings in one text.
    pub text: String,
    /// Columns of the signs that lead it.
    pub lead: usize,
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

fn period_name(synthesis: &Synthesis) -> String {
    let period = synthesis.from.zip(synthesis.to);
    let period = period.and_then(|(from, to)| Period::stored(&synthesis.period_kind, from, to));
    period.map_or_else(|| synthesis.title.clone(), |period| period.name())
}

impl Composer {
    /// A synthesis that was just read, at its first section with text.
    pub fn new(opened: Opened) -> Self {
        let Opened { synthesis, material, facts, phrases, next_number, drafts, kept } = opened;
        let section = synthesis.sections.iter().position(|section| !section.is_empty()).unwrap_or(0);
        let mut composer = Self {
            numbers: numbers(&synthesis.sections, |_| true),
            period: period_name(&synthesis),
            synthesis,
            facts,
            material,
            phrases,
            kept_beside: kept,
            next_number,
            stand_on: None,
            pane: Pane::Outline,
            section,
            editor: Editor::default(),
            marked: Marked::default(),
            kept: None,
            drafts,
            inserted: None,
            sources: Vec::new(),
            source: 0,
            used: HashSet::new(),
            unused: 0,
            counts: Vec::new(),
            changed: HashSet::new(),
            changed_in: Vec::new(),
            checks: Vec::new(),
            told: RefCell::default(),
        };
        composer.load();
        composer
    }

    /// The same synthesis read anew: what is being written stays, and so does the place.
    pub fn refresh(&mut self, opened: Opened) {
        let here = self.stand_on.take().or_else(|| self.here().map(|section| section.id));
        let cursor = self.editor.cursor();
        self.park();
        self.period = period_name(&opened.synthesis);
        self.synthesis = opened.synthesis;
        self.facts = opened.facts;
        self.material = opened.material;
        self.phrases = opened.phrases;
        self.kept_beside = opened.kept;
        self.next_number = opened.next_number;
        self.numbers = numbers(&self.synthesis.sections, |_| true);
        let found = here.and_then(|id| self.synthesis.sections.iter().position(|section| section.id == id));
        self.section = found.unwrap_or(0);
        self.load();
        self.editor.set_cursor(cursor.0, cursor.1);
    }

    /// The section under the cursor.
    pub fn here(&self) -> Option<&Section> {
        self.synthesis.sections.get(self.section)
    }

    /// The numbers that lead to a section, and its heading: `II.3 Tình hình địa phương`.
    pub fn place_of(&self, at: usize) -> String {
        let Some(section) = self.synthesis.sections.get(at) else { return String::new() };
        let mut path = Vec::new();
        let mut here = Some(at);
        // As deep as an outline goes.
        while let Some(at) = here.filter(|_| path.len() < 8) {
            let number = self.numbers.get(at).map_or("", |(_, number)| number.as_str());
            path.push(number.trim_end_matches(['-', '.', ')']));
            let parent = self.synthesis.sections.get(at).and_then(|section| section.parent);
            here = parent.and_then(|id| self.synthesis.sections.iter().position(|other| other.id == id));
        }
        path.reverse();
        format!("{} {}", path.join("."), section.heading)
    }

    /// The text being written, with its citations.
    pub(super) fn body(&self) -> String {
        self.marked.body(&self.editor.text())
    }

    /// True when the section's text is not the one in the file.
    pub fn is_changed(&self) -> bool {
        self.here().is_some_and(|section| !self.reads(&section.body))
    }

    /// True when what is being written is this text.
    fn reads(&self, body: &str) -> bool {
        self.marked.is_body(self.editor.lines(), body)
    }

    /// True when the text is neither in the file nor kept as a draft.
    pub fn is_dirty(&self) -> bool {
        self.is_changed() && self.kept.as_deref().is_none_or(|kept| !self.reads(kept))
    }

    /// True when a section has a text that was not saved.
    pub fn is_unsaved(&self, section: usize) -> bool {
        if section == self.section {
            return self.is_changed();
        }
        self.synthesis.sections.get(section).is_some_and(|section| self.drafts.contains_key(&section.id))
    }

    /// Puts the text of the section under the cursor into the editor.
    fn load(&mut self) {
        let body = self.here().map(|section| self.drafts.get(&section.id).unwrap_or(&section.body).clone());
        let body = body.unwrap_or_default();
        let (text, marked) = Marked::of(&body);
        self.editor = Editor::new(&text);
        if self.synthesis.state() != State::Drafting {
            self.editor = std::mem::take(&mut self.editor).read_only();
        }
        self.marked = marked;
        self.kept = Some(body);
        self.inserted = None;
        self.gather_sources();
        self.recheck();
    }

    /// Remembers the text of the section before another takes its place.
    pub(super) fn park(&mut self) {
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
        vec![Effect::Write(Command::KeepDraft { section, at: moment_text(moment.now), body })]
    }

    /// Forgets the text of a section that was not saved.
    pub fn forget_draft(&mut self, section: Uuid) {
        self.drafts.remove(&section);
        if self.here().is_some_and(|here| here.id == section) {
            self.load();
        }
    }

    /// The sections with the texts as they are now, saved or not.
    pub(super) fn sections_now(&self) -> Vec<Section> {
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

    /// Texts that are not in the file, by section.
    pub(super) fn unsaved_bodies(&self) -> Vec<(Uuid, String)> {
        let mut bodies: Vec<(Uuid, String)> =
            self.drafts.iter().map(|(section, body)| (*section, body.clone())).collect();
        if let Some(section) = self.here().filter(|_| self.is_changed()) {
            bodies.retain(|(id, _)| *id != section.id);
            bodies.push((section.id, self.body()));
        }
        bodies
    }

    /// Brings all that follows from the texts up to date; done after every key that changes one.
    pub fn recheck(&mut self) {
        let sections = self.sections_now();
        let cited: Vec<Vec<Uuid>> = sections.iter().map(|section| cited(&section.body)).collect();
        self.counts = cited.iter().map(Vec::len).collect();
        self.checks = check(&sections, &self.material, &self.facts, &self.kept_beside);
        let changed = self.checks.iter().find_map(|check| match check {
            Check::SourcesChanged(ids) => Some(ids.iter().copied().collect()),
            _ => None,
        });
        self.changed = changed.unwrap_or_default();
        let is_changed = |cited: &Vec<Uuid>| cited.iter().any(|id| self.changed.contains(id));
        self.changed_in = cited.iter().map(is_changed).collect();
        self.used = cited.into_iter().flatten().collect();
        self.told.take();
        self.unused = self.sources.iter().filter(|row| !self.is_used(row)).count();
    }

    /// Keeps why findings about these stay as they are; an empty reason takes the answers back.
    pub(super) fn answer(&mut self, about: Vec<(&'static str, Uuid)>, reason: &str) -> Effects {
        let reason = reason.trim().to_owned();
        for (kind, subject) in &about {
            let key = ((*kind).to_owned(), *subject);
            if reason.is_empty() {
                self.kept_beside.answers.remove(&key);
            } else {
                self.kept_beside.answers.insert(key, reason.clone());
            }
        }
        self.recheck();
        vec![Effect::Write(Command::Answer { synthesis: self.synthesis.id, about, reason })]
    }

    /// What the section under the cursor can tell.
    fn gather_sources(&mut self) {
        let source = self.here().map_or(Source::Free, |section| section.source);
        let told = tellable(&self.material, source);
        self.sources = told.into_iter().map(|(item, stream)| SourceRow { item, stream }).collect();
        self.source = 0;
    }

    /// Puts the sources in the next order, and says by what; the one under the cursor stays there.
    pub(super) fn order_sources(&mut self) -> Grouping {
        let here = self.sources.get(self.source).copied();
        self.material.by = self.material.by.next();
        self.gather_sources();
        self.source = here.and_then(|here| self.sources.iter().position(|row| *row == here)).unwrap_or(0);
        self.material.by
    }

    /// Item and stream of a source.
    pub fn told(&self, row: &SourceRow) -> Option<(&MaterialItem, Option<&MaterialStream>)> {
        let item = self.material.items.get(row.item)?;
        Some((item, row.stream.and_then(|stream| item.streams.get(stream))))
    }

    /// What a citation of the source names.
    pub(super) fn cites(&self, row: &SourceRow) -> Option<Uuid> {
        let (item, stream) = self.told(row)?;
        Some(stream.map_or(item.id, |stream| stream.id))
    }

    /// True when the source says something else than when it was cited.
    pub fn is_changed_source(&self, row: &SourceRow) -> bool {
        self.cites(row).is_some_and(|id| self.changed.contains(&id))
    }

    /// The item that has this id, or the stream and its item.
    pub(super) fn find(&self, id: Uuid) -> Option<(&MaterialItem, Option<&MaterialStream>)> {
        self.material.items.iter().find_map(|item| {
            let stream = item.streams.iter().find(|stream| stream.id == id);
            (item.id == id || stream.is_some()).then_some((item, stream))
        })
    }

    /// True when the synthesis cites the source.
    pub fn is_used(&self, row: &SourceRow) -> bool {
        self.cites(row).is_some_and(|id| self.used.contains(&id))
    }

    pub(super) fn select(&mut self, section: usize) {
        let section = section.min(self.synthesis.sections.len().saturating_sub(1));
        if section != self.section {
            self.park();
            self.section = section;
            self.load();
        }
    }

    /// Puts the cursor of the sources on a stream or an item, in a section that can tell it: the one in sight if it can. False when
    /// none can.
    pub(super) fn seek_source(&mut self, id: Uuid) -> bool {
        let sections = self.synthesis.sections.len();
        let order = std::iter::once(self.section).chain(0..sections);
        for at in order {
            let Some(source) = self.synthesis.sections.get(at).map(|section| section.source) else {
                continue;
            };
            // A free section could tell everything; it is nobody's place.
            if at != self.section && source == Source::Free {
                continue;
            }
            let rows = tellable(&self.material, source);
            let is = |(item, stream): &(usize, Option<usize>)| {
                let row = SourceRow { item: *item, stream: *stream };
                let told = self.told(&row);
                told.is_some_and(|(item, stream)| {
                    item.id == id || stream.is_some_and(|stream| stream.id == id)
                })
            };
            if let Some(found) = rows.iter().position(is) {
                self.select(at);
                self.source = found;
                return true;
            }
        }
        false
    }

    /// Puts the cursor of the text on the line that says this.
    pub(super) fn seek_text(&mut self, text: &str) {
        let wanted = text.trim();
        let plain = |line: &str| -> String { line.chars().filter(|sign| !Marked::is_mark(*sign)).collect() };
        let found = self.editor.lines().position(|line| plain(line).contains(wanted));
        if let Some(row) = found {
            let line = plain(self.editor.line(row));
            // Signs of citations stand behind what they are about, so the beginning is where it is without them but for those
            // of sentences before it.
            let begin = line.find(wanted).map_or(0, |at| line[..at].chars().count());
            let mut left = begin;
            let byte = self.editor.line(row).char_indices().find(|(_, sign)| {
                if Marked::is_mark(*sign) {
                    return false;
                }
                if left == 0 {
                    return true;
                }
                left -= 1;
                false
            });
            let byte = byte.map_or(0, |(at, _)| at);
            self.editor.set_cursor(row, byte);
        }
    }

    /// A sentence about a source, with its citation.
    pub(super) fn sentence(&self, row: SourceRow, turn: usize) -> Option<String> {
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
            _ => sentence_about(&self.material, item, stream, &self.phrases, turn),
        };
        Some(body)
    }

    /// Puts a text with its tokens on a line of its own, behind the line of the text's cursor.
    pub(super) fn insert_line(&mut self, body: &str) {
        let text = self.marked.take_in(body);
        let (row, _) = self.editor.cursor();
        let line = self.editor.line(row);
        let (end, empty) = (line.len(), line.trim().is_empty());
        self.editor.set_cursor(row, end);
        self.editor.insert(&if empty { text } else { format!("\n{text}") });
        self.recheck();
    }

    /// An event of the text. What is copied goes out without citations and stays inside with them, so that a passage keeps its
    /// sources in another section.
    pub(super) fn write(&mut self, event: &InputEvent) -> Effects {
        let before = self.editor.version();
        match event {
            InputEvent::Paste(text) => self.editor.insert(&self.marked.take_in(text)),
            InputEvent::Replace(text) => self.editor.replace(&self.marked.read_back(text)),
            event => self.editor.apply(event),
        };
        if self.editor.version() != before {
            self.recheck();
        }
        let Some(copied) = self.editor.take_copied() else {
            return Effect::none();
        };
        let plain = copied.chars().filter(|sign| !Marked::is_mark(*sign)).collect();
        vec![Effect::Copy(plain), Effect::Keep(self.marked.body(&copied))]
    }

    /// The text as another editor shows it: citations as numbers.
    pub(super) fn for_own_editor(&self) -> String {
        self.marked.for_own_editor(&self.editor.text())
    }

    /// Puts the cursor of the sources on the one that the sentence at the text's cursor cites.
    pub(super) fn seek_cited(&mut self) {
        let cited = self.cited_here();
        let found = self.sources.iter().position(|row| self.cites(row).is_some_and(|id| cited.contains(&id)));
        self.source = found.unwrap_or(self.source);
    }
}
