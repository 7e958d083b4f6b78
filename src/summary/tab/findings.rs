//! The window of findings: what is still lacking, one by one. The keys lead to the place, or keep a reason why it stays so.

use std::collections::HashMap;

use uuid::Uuid;

use super::composer::{Composer, Pane, count};
use super::{Effects, State, Window, act};
use crate::roster::model::short_unit;
use crate::screen::popup::{Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Tab, Target};
use crate::summary::checks::{Check, Lead, Subject, all};
use crate::summary::gather::Material;
use crate::summary::model::Synthesis;
use crate::words::Words;

/// One row of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Kind of the finding.
    pub kind: &'static str,
    /// What it is about; `None` for the line above findings of one kind.
    pub subject: Option<Subject>,
    /// The finding in words.
    pub text: String,
    /// It stands below the line of its kind.
    pub below: bool,
    /// Why it stays as it is; `None` when nobody said so.
    pub reason: Option<String>,
    /// A hot spot.
    pub hot: bool,
}

/// The window.
#[derive(Debug, Default)]
pub struct Findings {
    /// Open ones first, those with a reason behind them.
    pub rows: Vec<Row>,
    /// The row under the cursor.
    pub cursor: usize,
    /// Findings nobody gave a reason for.
    pub open: usize,
    /// The reason that is being written.
    pub prompt: Option<Prompt<()>>,
}

/// What the window wants.
enum Wanted {
    Lead(Lead),
    Answer(Subject, &'static str, String),
}

impl Findings {
    /// The findings about the texts as they are now.
    pub fn of(open: &Composer, words: &Words) -> Self {
        let mut findings = Self::default();
        findings.fill(open, words);
        findings
    }

    fn fill(&mut self, open: &Composer, words: &Words) {
        let told: HashMap<Uuid, String> = sources_told(&open.material);
        let checks = all(&open.sections_now(), &open.material, &open.facts, &open.kept_beside);
        let (mut rows, mut answered) = (Vec::new(), Vec::new());
        for check in checks {
            let about: Vec<(Subject, Option<String>)> = check
                .subjects(&open.material)
                .into_iter()
                .map(|subject| {
                    let key = (check.kind().to_owned(), subject.id);
                    let reason = open.kept_beside.answers.get(&key).cloned();
                    (subject, reason)
                })
                .collect();
            let (closed, still): (Vec<_>, Vec<_>) =
                about.into_iter().partition(|(_, reason)| reason.is_some());
            push(&mut rows, &check, still, &told, words);
            push(&mut answered, &check, closed, &told, words);
        }
        self.open = rows.iter().filter(|row| row.subject.is_some()).count();
        rows.append(&mut answered);
        self.rows = rows;
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
    }

    /// The row under the cursor.
    pub fn here(&self) -> Option<&Row> {
        self.rows.get(self.cursor)
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match action {
            Action::Open => !self.rows.is_empty(),
            Action::LeaveOut => self.here().is_some_and(|row| row.subject.is_some()),
            Action::Delete => self.here().is_some_and(|row| row.reason.is_some()),
            _ => true,
        }
    }

    fn update(&mut self, action: &Action, moment: &Moment) -> Outcome<Wanted> {
        if let Some(mut prompt) = self.prompt.take() {
            match prompt.update(action) {
                Outcome::Chosen(((), reason)) => return self.answer(reason),
                Outcome::Cancelled => {}
                outcome => {
                    self.prompt = Some(prompt);
                    return if matches!(outcome, Outcome::Unused) { Outcome::Unused } else { Outcome::Open };
                }
            }
            return Outcome::Open;
        }
        let last = self.rows.len().saturating_sub(1);
        let page = usize::from(moment.height / 2).max(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(page),
            Action::PageDown => self.cursor = (self.cursor + page).min(last),
            Action::Home => self.cursor = 0,
            Action::End => self.cursor = last,
            Action::Back | Action::Checks => return Outcome::Cancelled,
            Action::Open => {
                // The line above stands for the first below it.
                let lead = self.rows.iter().skip(self.cursor).find_map(|row| row.subject.as_ref());
                return lead
                    .map_or(Outcome::Unused, |subject| Outcome::Chosen(Wanted::Lead(subject.lead.clone())));
            }
            Action::LeaveOut => {
                let Some(row) = self.here().filter(|row| row.subject.is_some()) else {
                    return Outcome::Unused;
                };
                let words = moment.words;
                let typed = row.reason.clone().unwrap_or_default();
                self.prompt =
                    Some(Prompt::new(words.summary_reason(), words.summary_which_reason(), &typed, ()));
            }
            Action::Delete if self.here().is_some_and(|row| row.reason.is_some()) => {
                return self.answer(String::new());
            }
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    fn answer(&self, reason: String) -> Outcome<Wanted> {
        let Some(row) = self.here() else { return Outcome::Open };
        let Some(subject) = row.subject.clone() else { return Outcome::Open };
        Outcome::Chosen(Wanted::Answer(subject, row.kind, reason))
    }
}

/// How each stream and item is named in a row.
fn sources_told(material: &Material) -> HashMap<Uuid, String> {
    let mut told = HashMap::new();
    for item in &material.items {
        let from = material.report(item).map_or_else(String::new, |report| {
            format!("{} {}: ", report.arrival_number, short_unit(&report.unit))
        });
        for stream in &item.streams {
            let said = if stream.gist.trim().is_empty() { &item.title } else { &stream.gist };
            told.insert(stream.id, format!("{from}{said}"));
        }
        told.insert(item.id, format!("{from}{}", item.title));
    }
    told
}

fn push(
    rows: &mut Vec<Row>,
    check: &Check,
    about: Vec<(Subject, Option<String>)>,
    told: &HashMap<Uuid, String>,
    words: &Words,
) {
    let kind = check.kind();
    let hot = matches!(check, Check::HotSpotNotMentioned(..));
    let row = |subject, text, below, reason| Row { kind, subject, text, below, reason, hot };
    let head = match check {
        Check::ItemsNotUsed(_) => words.summary_check_items(count(about.len())),
        Check::StreamsLeftOut(_) => words.summary_check_streams(count(about.len())),
        Check::MinorityLeftOut(_) => words.summary_check_minority(count(about.len())),
        Check::SourcesChanged(_) => words.summary_check_changed(count(about.len())),
        Check::CountedTwice(pairs) => {
            rows.extend(about.into_iter().filter_map(|(subject, reason)| {
                let twice = pairs.iter().find(|twice| twice.item == subject.id)?;
                let text = Check::CountedTwice(vec![twice.clone()]).message(words);
                Some(row(Some(subject), text, false, reason))
            }));
            return;
        }
        single => {
            let text = single.whole(words);
            rows.extend(
                about.into_iter().map(|(subject, reason)| row(Some(subject), text.clone(), false, reason)),
            );
            return;
        }
    };
    if about.is_empty() {
        return;
    }
    rows.push(row(None, head, false, None));
    rows.extend(about.into_iter().map(|(subject, reason)| {
        let source = match subject.lead {
            Lead::Source(id) | Lead::Cited(id) => told.get(&id).cloned(),
            _ => None,
        };
        row(Some(subject), source.unwrap_or_default(), true, reason)
    }));
}

/// Takes an action while the window is open.
pub(super) fn update(state: &mut State, mut findings: Findings, action: &Action, moment: &Moment) -> Effects {
    let outcome = findings.update(action, moment);
    let Some(open) = state.open.as_deref_mut() else {
        return Effect::none();
    };
    match outcome {
        Outcome::Cancelled => Effect::none(),
        Outcome::Open => {
            state.window = Some(Window::Findings(findings));
            Effect::none()
        }
        Outcome::Unused => {
            state.window = Some(Window::Findings(findings));
            Effect::unused()
        }
        Outcome::Chosen(Wanted::Lead(lead)) => go(open, &lead, moment),
        Outcome::Chosen(Wanted::Answer(subject, kind, reason)) => {
            let effects = open.answer(vec![(kind, subject.id)], &reason);
            findings.fill(open, moment.words);
            state.window = Some(Window::Findings(findings));
            effects
        }
    }
}

/// Goes to the place of a finding.
pub(super) fn go(open: &mut Composer, lead: &Lead, moment: &Moment) -> Effects {
    match lead {
        Lead::Passage(told) => {
            let at = open.synthesis.sections.iter().position(|section| section.id == told.section);
            if let Some(at) = at {
                open.select(at);
                open.seek_text(&told.text);
                open.pane = Pane::Editor;
            }
            Effect::none()
        }
        Lead::Exhibit(section, exhibit) => {
            open.seek_exhibit(*section, *exhibit);
            open.pane = Pane::Editor;
            Effect::none()
        }
        Lead::Section(source) => {
            if let Some(at) = open.synthesis.sections.iter().position(|section| section.source == *source) {
                open.select(at);
                open.pane = Pane::Editor;
            }
            Effect::none()
        }
        Lead::Cited(id) => match act::sentence_citing(open, *id) {
            Some(told) => go(open, &Lead::Passage(told), moment),
            None => go(open, &Lead::Source(*id), moment),
        },
        Lead::Source(id) => {
            if open.seek_source(*id) {
                open.pane = Pane::Sources;
                return Effect::none();
            }
            // It stands in no section that could tell it; it is read as it is.
            act::read_item(open, *id, moment.words)
        }
        Lead::Inbox => vec![Effect::Show(Tab::Inbox, Target::Filter(untriaged(&open.synthesis)))],
        Lead::Office => {
            vec![Effect::Notify(crate::screen::Notice::note(moment.words.summary_name_the_office()))]
        }
    }
}

/// The filter of matters of the period nobody decided about.
fn untriaged(synthesis: &Synthesis) -> String {
    let days = synthesis.from.zip(synthesis.to);
    days.map_or_else(
        || "tt:mới".to_owned(),
        |(from, to)| format!("tt:mới từ:{} đến:{}", from.format("%d/%m/%Y"), to.format("%d/%m/%Y")),
    )
}
