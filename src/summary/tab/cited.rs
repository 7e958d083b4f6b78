//! The sources of the sentence under the cursor: what each says now, which were changed since they were cited.

use uuid::Uuid;

use super::composer::Composer;
use super::{Effects, Query, State, Window, act};
use crate::screen::{Action, Effect, Moment, Notice};
use crate::summary::checks::changed;
use crate::summary::labels;
use crate::summary::model::Marked;
use crate::words::Words;

/// A source of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedRow {
    /// Stream or item.
    pub id: Uuid,
    /// Number of the report and who sent it.
    pub from: String,
    /// What it says now.
    pub said: String,
    /// It says something else than when it was cited.
    pub changed: bool,
}

/// The window.
#[derive(Debug, Default)]
pub struct Cited {
    /// The sources.
    pub rows: Vec<CitedRow>,
    /// The one under the cursor.
    pub cursor: usize,
}

impl Cited {
    fn of(open: &Composer, cited: &[Uuid], words: &Words) -> Self {
        let rows = cited.iter().filter_map(|id| row(open, *id, words)).collect();
        Self { rows, cursor: 0 }
    }

    /// The source under the cursor.
    pub fn here(&self) -> Option<&CitedRow> {
        self.rows.get(self.cursor)
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match action {
            Action::Open => !self.rows.is_empty(),
            Action::Stands => self.here().is_some_and(|row| row.changed),
            _ => true,
        }
    }
}

fn row(open: &Composer, id: Uuid, words: &Words) -> Option<CitedRow> {
    let (item, stream) = open.find(id)?;
    let report = open.material.report(item);
    let from = report.map_or_else(String::new, |report| format!("{} {}", report.arrival_number, report.unit));
    Some(CitedRow { id, from, said: labels::said(words, item, stream), changed: open.changed.contains(&id) })
}

/// Opens the window for the sentence at the cursor of the text.
pub(super) fn open(state: &mut State, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::unused() };
    let cited = open.cited_here();
    if let Some(shorter) = open.origin_here().filter(|_| cited.is_empty()) {
        // What was taken from an issued synthesis of a shorter period is read there as it was issued.
        return vec![Effect::Read(Query::Preview { id: shorter, today: moment.today(), bodies: Vec::new() })];
    }
    if cited.is_empty() {
        return vec![Effect::Notify(Notice::note(moment.words.summary_cites_nothing()))];
    }
    let window = Cited::of(open, &cited, moment.words);
    if window.rows.is_empty() {
        return vec![Effect::Notify(Notice::note(moment.words.summary_cited_gone()))];
    }
    state.window = Some(Window::Cited(window));
    Effect::none()
}

/// Takes an action while the window is open.
pub(super) fn update(state: &mut State, mut window: Cited, action: &Action, moment: &Moment) -> Effects {
    let last = window.rows.len().saturating_sub(1);
    match action {
        Action::Up => window.cursor = window.cursor.saturating_sub(1),
        Action::Down => window.cursor = (window.cursor + 1).min(last),
        Action::Home => window.cursor = 0,
        Action::End => window.cursor = last,
        Action::Back => return Effect::none(),
        Action::Open => {
            let (Some(open), Some(row)) = (state.open.as_deref(), window.here()) else {
                return Effect::none();
            };
            return act::read_item(open, row.id, moment.words);
        }
        Action::Stands => {
            let (Some(open), Some(id)) =
                (state.open.as_deref_mut(), window.here().filter(|row| row.changed).map(|row| row.id))
            else {
                state.window = Some(Window::Cited(window));
                return Effect::unused();
            };
            let effects = stands(open, id, moment);
            let cursor = window.cursor;
            let cited: Vec<Uuid> = window.rows.iter().map(|row| row.id).collect();
            state.window = Some(Window::Cited(Cited { cursor, ..Cited::of(open, &cited, moment.words) }));
            return effects;
        }
        _ => {
            state.window = Some(Window::Cited(window));
            return Effect::unused();
        }
    }
    state.window = Some(Window::Cited(window));
    Effect::none()
}

/// The changed source was looked at, the sentences that cite it stand.
pub(super) fn stands(open: &mut Composer, id: Uuid, moment: &Moment) -> Effects {
    let about = vec![("source_changed", changed(&open.material, id))];
    let mut effects = open.answer(about, moment.words.summary_seen_stands());
    effects.push(Effect::Notify(Notice::done(moment.words.summary_stands_kept())));
    effects
}

impl Composer {
    /// What the sentence at the cursor of the text cites: the citation under the cursor or before it, else the next one of the
    /// line, else the last.
    pub(super) fn cited_here(&self) -> Vec<Uuid> {
        let (row, byte) = self.editor.cursor();
        let line = self.editor.line(row);
        let (before, after) = line.split_at(byte);
        let mark = |sign: &char| Marked::is_mark(*sign) && !self.marked.sources(*sign).is_empty();
        let beside = after.chars().next().into_iter().chain(before.chars().next_back());
        let sign = beside
            .filter(mark)
            .chain(after.chars().filter(mark))
            .chain(before.chars().rev().filter(mark))
            .next();
        sign.map(|sign| self.marked.sources(sign)).unwrap_or_default()
    }

    /// The synthesis of a shorter period that the line at the cursor of the text was taken from, or the passage it stands in: its
    /// name stands above what was taken from it.
    pub(super) fn origin_here(&self) -> Option<Uuid> {
        let (row, _) = self.editor.cursor();
        for line in (0..=row).rev().map(|row| self.editor.line(row)) {
            let origin = line.chars().find_map(|sign| self.marked.origin(sign));
            // What the reports alone tell stands below a name of its own.
            if origin.is_some() || line.trim_end().ends_with(':') {
                return origin;
            }
        }
        None
    }

    /// The cursor of the text stands on a citation of sources, or on the mark of a synthesis it was taken from.
    pub(super) fn on_citation(&self) -> bool {
        let (row, byte) = self.editor.cursor();
        let sign = self.editor.line(row).get(byte..).and_then(|after| after.chars().next());
        sign.is_some_and(|sign| !self.marked.sources(sign).is_empty() || self.marked.origin(sign).is_some())
    }

    /// True for a sign of the text whose sources were changed since they were cited.
    pub fn is_changed_mark(&self, sign: char) -> bool {
        !self.changed.is_empty() && self.marked.sources(sign).iter().any(|id| self.changed.contains(id))
    }
}
