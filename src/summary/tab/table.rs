//! The source table (bảng đối chiếu) of the open synthesis: what it carries and where, what it leaves out and why.

use super::composer::{Composer, count};
use super::findings::go;
use super::{Effects, State, Window, paper, paper_name};
use crate::roster::model::short_unit;
use crate::screen::input::Input;
use crate::screen::keys::{popup, summary as keys};
use crate::screen::popup::{Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Place};
use crate::summary::checks::Lead;
use crate::summary::labels;
use crate::summary::model::State as Stand;
use crate::summary::period::Period;
use crate::summary::table::{Fate, Group, ITEM_KIND, Row, STREAM_KINDS, Totals, answers, rows, totals};
use crate::text::fold;
use crate::words::Words;

/// A row as it is shown.
#[derive(Debug)]
pub struct Line {
    /// The row.
    pub row: Row,
    /// Number of the report and who sent it.
    pub from: String,
    /// What they say, who, how many and how.
    pub said: String,
    /// The section that carries it, or why nothing does.
    pub fate: String,
    found_by: String,
}

/// The open table.
#[derive(Debug)]
pub struct SourceTable {
    /// All its rows.
    pub lines: Vec<Line>,
    /// Positions of those in sight.
    pub shown: Vec<usize>,
    /// The row under the cursor, among those in sight.
    pub cursor: usize,
    /// Only this group; all when `None`.
    pub group: Option<Group>,
    /// What the rows are narrowed to.
    pub find: Input,
    /// The line that narrows has the keys.
    pub finding: bool,
    /// The reason that is being written.
    pub prompt: Option<Prompt<()>>,
    /// The counts of all rows.
    pub totals: Totals,
}

impl SourceTable {
    /// The table of the texts as they are now.
    pub fn of(open: &Composer, words: &Words) -> Self {
        let mut table = Self {
            lines: Vec::new(),
            shown: Vec::new(),
            cursor: 0,
            group: None,
            find: Input::default(),
            finding: false,
            prompt: None,
            totals: Totals::default(),
        };
        table.fill(open, words);
        table
    }

    fn fill(&mut self, open: &Composer, words: &Words) {
        let issued = open.synthesis.state() == Stand::Issued;
        let rows = rows(&open.sections_now(), &open.material, &open.kept_beside, issued);
        self.totals = totals(&rows, &open.material);
        self.lines = rows.into_iter().map(|row| line(row, open, words)).collect();
        self.narrow();
    }

    fn narrow(&mut self) {
        let typed = fold(self.find.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let finds = |line: &Line| {
            self.group.is_none_or(|group| line.row.fate.group() == group)
                && words.iter().all(|word| line.found_by.contains(word))
        };
        self.shown = (0..self.lines.len()).filter(|at| finds(&self.lines[*at])).collect();
        self.cursor = self.cursor.min(self.shown.len().saturating_sub(1));
    }

    /// The row under the cursor.
    pub fn here(&self) -> Option<&Line> {
        self.lines.get(*self.shown.get(self.cursor)?)
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match (&self.prompt, self.finding) {
            (Some(_), _) => &popup::PROMPT,
            (None, true) => &keys::TABLE_FIND,
            (None, false) => &keys::TABLE,
        }
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        let fate = self.here().map(|line| &line.row.fate);
        match action {
            Action::Open => self.finding || fate.is_some(),
            Action::LeaveOut => matches!(fate, Some(Fate::Open | Fate::Reasoned(_))),
            Action::Delete => matches!(fate, Some(Fate::Reasoned(_))),
            _ => true,
        }
    }

    fn moved(&mut self, action: &Action, height: u16) -> bool {
        let last = self.shown.len().saturating_sub(1);
        let page = usize::from(height).saturating_sub(9).max(1);
        self.cursor = match action {
            Action::Up => self.cursor.saturating_sub(1),
            Action::Down => (self.cursor + 1).min(last),
            Action::PageUp => self.cursor.saturating_sub(page),
            Action::PageDown => (self.cursor + page).min(last),
            Action::Home => 0,
            Action::End => last,
            _ => return false,
        };
        true
    }

    /// The next group that has rows, then all of them again.
    fn next_group(&mut self) {
        let has = |group: &Group| self.lines.iter().any(|line| line.row.fate.group() == *group);
        let next = match self.group {
            None => Group::ALL.iter().copied().find(has),
            Some(now) => Group::ALL.iter().copied().skip_while(|group| *group != now).skip(1).find(has),
        };
        self.group = next;
        self.cursor = 0;
        self.narrow();
    }
}

fn line(row: Row, open: &Composer, words: &Words) -> Line {
    let mut line =
        Line { row, from: String::new(), said: String::new(), fate: String::new(), found_by: String::new() };
    let Some((item, stream)) = line.row.told(&open.material) else { return line };
    if let Some(report) = open.material.report(item) {
        line.from = format!("{} {}", report.arrival_number, short_unit(&report.unit));
    }
    line.said = labels::said_first(words, item, stream);
    line.fate = match line.row.section {
        Some(at) => open.place_of(at),
        None => labels::fate(words, &line.row.fate),
    };
    line.found_by = fold(&format!("{} {} {} {}", line.from, item.title, line.said, line.fate));
    line
}

/// Opens the table.
pub(super) fn open(state: &mut State, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::unused() };
    state.window = Some(Window::Table(Box::new(SourceTable::of(open, moment.words))));
    Effect::none()
}

/// Takes an action while the table is open.
pub(super) fn update(
    state: &mut State,
    mut table: Box<SourceTable>,
    action: &Action,
    moment: &Moment,
) -> Effects {
    if let Some(mut prompt) = table.prompt.take() {
        match prompt.update(action) {
            Outcome::Chosen(((), reason)) => return answer(state, table, &reason, moment),
            Outcome::Cancelled => {}
            outcome => {
                table.prompt = Some(prompt);
                return kept(state, table, !matches!(outcome, Outcome::Unused));
            }
        }
        return kept(state, table, true);
    }
    if table.finding {
        let known = narrowing(&mut table, action, moment);
        return kept(state, table, known);
    }
    match action {
        Action::Back if table.find.is_empty() && table.group.is_none() => return Effect::none(),
        Action::Back => {
            table.find.set("");
            table.group = None;
            table.narrow();
        }
        Action::SourceTable => return Effect::none(),
        Action::Search => table.finding = true,
        Action::NextGroup => table.next_group(),
        Action::Open => return lead(state, table, moment),
        Action::LeaveOut if table.works(action) => {
            if let Some(stands) = state.open.as_deref().and_then(|open| issued(open, moment.words)) {
                state.window = Some(Window::Table(table));
                return stands;
            }
            let typed = match table.here().map(|line| &line.row.fate) {
                Some(Fate::Reasoned(reason)) => reason.clone(),
                _ => String::new(),
            };
            let words = moment.words;
            table.prompt =
                Some(Prompt::new(words.summary_table_reason(), words.summary_which_reason(), &typed, ()));
        }
        Action::Delete if table.works(action) => return answer(state, table, "", moment),
        Action::Export => return export(state, moment),
        action => {
            let known = table.moved(action, moment.height);
            return kept(state, table, known);
        }
    }
    kept(state, table, true)
}

fn kept(state: &mut State, table: Box<SourceTable>, known: bool) -> Effects {
    state.window = Some(Window::Table(table));
    if known { Effect::none() } else { Effect::unused() }
}

/// The table of an issued one stands with it.
fn issued(open: &Composer, words: &Words) -> Option<Effects> {
    (open.synthesis.state() == Stand::Issued).then(|| paper::stands(open, words)).flatten()
}

/// The line that narrows has the keys; false for an action that is none of its.
fn narrowing(table: &mut SourceTable, action: &Action, moment: &Moment) -> bool {
    match action {
        Action::Open => table.finding = false,
        Action::Back => {
            table.finding = false;
            table.find.set("");
            table.narrow();
        }
        Action::Input(event) => {
            if table.find.apply(event) {
                table.cursor = 0;
                table.narrow();
            }
        }
        action => return table.moved(action, moment.height),
    }
    true
}

/// To the sentence that carries it, or to the source itself.
fn lead(state: &mut State, table: Box<SourceTable>, moment: &Moment) -> Effects {
    let to = table.here().map(|line| match &line.row.fate {
        Fate::Carried(told) => Lead::Passage(told.clone()),
        _ => Lead::Source(line.row.id),
    });
    let (Some(to), Some(open)) = (to, state.open.as_deref_mut()) else {
        return kept(state, table, false);
    };
    go(open, &to, moment)
}

fn answer(state: &mut State, mut table: Box<SourceTable>, reason: &str, moment: &Moment) -> Effects {
    let (Some(row), Some(open)) = (table.here().map(|line| line.row.clone()), state.open.as_deref_mut())
    else {
        return kept(state, table, true);
    };
    if let Some(stands) = issued(open, moment.words) {
        state.window = Some(Window::Table(table));
        return stands;
    }
    let about = if reason.trim().is_empty() {
        let item = row.told(&open.material).map(|(item, _)| (ITEM_KIND, item.id));
        STREAM_KINDS.map(|kind| (kind, row.id)).into_iter().chain(item).collect()
    } else {
        let rows: Vec<Row> = table.lines.iter().map(|line| line.row.clone()).collect();
        answers(&rows, &row, &open.material)
    };
    let effects = open.answer(about, reason);
    table.fill(open, moment.words);
    // The row went to another group; the next one without a reason stands where it stood.
    state.window = Some(Window::Table(table));
    effects
}

/// Writes the paper with the table behind it, or the table as a workbook.
fn export(state: &mut State, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::none() };
    let synthesis = &open.synthesis;
    let period = synthesis.from.zip(synthesis.to);
    let period = period.and_then(|(from, to)| Period::stored(&synthesis.period_kind, from, to));
    let name = paper_name(&period.map(|period| period.id()).unwrap_or_default(), true);
    state.window = Some(Window::export(moment.words, &name, synthesis.id, true));
    super::act::not_saved(state, moment)
}

/// The counts of the table in words.
pub fn told(totals: &Totals, words: &Words) -> String {
    words.summary_table_totals(
        count(totals.aside),
        count(totals.carried),
        count(totals.disagree),
        count(totals.open),
        count(totals.reasoned),
        count(totals.rows),
    )
}
