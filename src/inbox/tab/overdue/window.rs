//! Windows over the page: the reason of an excuse, the list of those to be reminded, a choice among reports.

use uuid::Uuid;

use super::{Command, Effects, Query, State, remind};
use crate::inbox::labels::duties as labels;
use crate::inbox::model::duties::Span;
use crate::inbox::overdue::Who;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Outcome, Prompt};
use crate::screen::reminder::Reminder;
use crate::screen::{Action, Effect, Moment, Notice, Place, keys};

/// A window over the page.
#[derive(Debug)]
pub enum Window {
    /// Why these need not report for this period of this duty.
    Reason(Prompt<(Uuid, Span, Vec<Who>)>),
    /// The list of those to be reminded.
    Reminder(Reminder),
    /// The reports of a cell.
    Reports(Picker<Uuid>),
}

impl Window {
    /// Whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Reason(_) => &keys::popup::PROMPT,
            Self::Reminder(_) => &keys::duties::REMINDER,
            Self::Reports(picker) => picker.place(),
        }
    }
}

/// Asks why those chosen need not report.
pub(super) fn ask_reason(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some((sheet, at, bound)) = state.here() else { return Effect::unused() };
    let Some((span, _)) = sheet.periods.get(at).copied() else { return Effect::unused() };
    let chosen = state.chosen();
    let period = labels::period(words, &sheet.duty, span);
    let question = match chosen.as_slice() {
        [Who::Office] => words.overdue_reason_own(&sheet.duty.name, period),
        [_] if state.marked.is_empty() => words.overdue_reason_one(&bound.name, period),
        many => words.overdue_reason_many(many.len() as u64, period),
    };
    let known = bound.reason(span).filter(|_| chosen.len() == 1).unwrap_or_default().to_owned();
    let prompt = Prompt::suggesting(words.overdue_reason(), question, &known, (sheet.duty.id, span, chosen));
    state.window = Some(Window::Reason(prompt));
    Effect::none()
}

/// Shows the list of those to be reminded, and copies it.
pub(super) fn remind(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some((text, count)) = remind::of(state, words) else {
        return vec![Effect::Notify(Notice::note(words.overdue_nobody_lacks()))];
    };
    state.window = Some(Window::Reminder(Reminder::new(text.clone())));
    vec![Effect::Copy(text), Effect::Notify(Notice::done(words.overdue_copied(count as u64)))]
}

/// Offers the reports of the cell.
pub(super) fn choose_report(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some((sheet, at, bound)) = state.here() else { return Effect::unused() };
    let (Some(cell), Some((span, _))) = (bound.cells.get(at), sheet.periods.get(at)) else {
        return Effect::unused();
    };
    let named = |report: &Uuid| state.came.iter().find(|row| row.id == *report);
    let choices = bound.came[cell.came.clone()].iter().enumerate().map(|(place, report)| {
        let day = words.day(report.on);
        match named(&report.id) {
            Some(row) => Choice::new(report.id, format!("{day}  {}  {}", row.arrival_number, row.title), ""),
            None => Choice::new(report.id, format!("{day}  {}", words.overdue_nth(place as u64 + 1)), ""),
        }
    });
    let title = format!("{} · {}", bound.name, labels::period(words, &sheet.duty, *span));
    state.window = Some(Window::Reports(Picker::one(title, choices.collect())));
    Effect::none()
}

/// Passes an action to the open window.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    match state.window.take() {
        Some(Window::Reason(mut prompt)) => match prompt.update(action) {
            Outcome::Chosen((_, reason)) if reason.is_empty() => {
                state.window = Some(Window::Reason(prompt));
                vec![Effect::Notify(Notice::note(moment.words.overdue_reason_needed()))]
            }
            Outcome::Chosen(((duty, span, who), reason)) => {
                vec![Effect::Write(Command::Excuse(duty, span, who, reason))]
            }
            Outcome::Cancelled => Effect::none(),
            other => {
                state.window = Some(Window::Reason(prompt));
                stayed(&other)
            }
        },
        Some(Window::Reports(mut picker)) => match picker.update(action) {
            Outcome::Chosen(chosen) => chosen
                .first()
                .map_or_else(Effect::none, |report| vec![Effect::ReadNow(Query::Report(*report))]),
            Outcome::Cancelled => Effect::none(),
            other => {
                state.window = Some(Window::Reports(picker));
                stayed(&other)
            }
        },
        Some(Window::Reminder(mut open)) => match open.update(action, state.shape.height) {
            Outcome::Cancelled | Outcome::Chosen(()) => Effect::none(),
            other => {
                state.window = Some(Window::Reminder(open));
                stayed(&other)
            }
        },
        None => Effect::none(),
    }
}

fn stayed<T>(outcome: &Outcome<T>) -> Effects {
    if matches!(outcome, Outcome::Unused) { Effect::unused() } else { Effect::none() }
}
