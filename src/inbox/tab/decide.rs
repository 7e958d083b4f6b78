//! Decisions: shown at once, written in order, corrected by the answer.

use uuid::Uuid;

use super::window::{self, Window};
use super::{Command, Effects, Query, State, Verdict, compare, queue};
use crate::inbox::model::{ItemKind, Triage, Verification};
use crate::inbox::rows::{Decision, ItemRow};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::words::Words;

/// A key of decision: done at once, or after what it has to ask.
pub(super) fn ask(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    use crate::screen::Decision as Key;
    let items = state.list.chosen();
    if items.is_empty() {
        return Effect::none();
    }
    match action {
        Action::Triage(Key::Include) => triage(state, items, Triage::Included, moment),
        Action::Triage(Key::Wait) => triage(state, items, Triage::Waiting, moment),
        Action::Triage(Key::Reopen) => triage(state, items, Triage::New, moment),
        Action::Triage(Key::File) if state.reasons.is_empty() => vec![Effect::ReadNow(Query::Reasons(items))],
        Action::Triage(Key::File) => window::ask_reason(state, items, moment),
        Action::Triage(Key::Duplicate) => duplicate(state, items, moment),
        Action::Issue => vec![Effect::ReadNow(Query::Issues(items))],
        Action::Topic => vec![Effect::ReadNow(Query::Topics(items))],
        Action::Assign => vec![Effect::ReadNow(Query::Handlers(items))],
        Action::Verify => window::ask_verification(state, items, moment),
        _ => Effect::unused(),
    }
}

fn triage(state: &mut State, items: Vec<Uuid>, triage: Triage, moment: &Moment) -> Effects {
    let decision = Decision::Triage(triage, String::new());
    if state.list.marked().is_empty() {
        return apply(state, items, decision, moment);
    }
    let count = items.len() as u64;
    let question = moment.words.inbox_apply_to(count, name(moment.words, &decision));
    confirm(state, question, Verdict { items, decision }, moment)
}

fn confirm(state: &mut State, question: String, verdict: Verdict, moment: &Moment) -> Effects {
    state.window = Some(Window::Confirm(Confirm::new(moment.words.inbox_marked_title(), question, verdict)));
    Effect::none()
}

/// Marked items are gathered: under the one the cursor is on when it is not marked itself, else under the one that came
/// first. Without marks the most alike ones are offered.
fn duplicate(state: &mut State, items: Vec<Uuid>, moment: &Moment) -> Effects {
    let Some(current) = state.list.current().cloned() else {
        return Effect::none();
    };
    if state.list.marked().is_empty() {
        return compare::ask(state, &current, moment);
    }
    let original = if state.list.marked().contains(&current.item) {
        let oldest = state.list.rows().filter(|row| items.contains(&row.item)).min_by_key(|row| row.doc);
        oldest.cloned().unwrap_or(current)
    } else {
        current
    };
    let others: Vec<Uuid> = items.into_iter().filter(|item| *item != original.item).collect();
    if others.is_empty() {
        return compare::ask(state, &original, moment);
    }
    let question =
        moment.words.inbox_gather_question(others.len() as u64, &original.arrival_number, &original.title);
    let verdict = Verdict { items: others, decision: Decision::Duplicate(original.item) };
    confirm(state, question, verdict, moment)
}

/// Shows a decision at once and sends it to the file. Behind one that settles an item the cursor moves on; topic, issue and
/// verification leave it to be decided, and the cursor on it.
pub(super) fn apply(state: &mut State, items: Vec<Uuid>, decision: Decision, moment: &Moment) -> Effects {
    let single = state.list.marked().is_empty();
    let mut stand = state.stand();
    if single {
        stand.item = items.first().copied();
    }
    state.decided_at.push(stand);
    let leaves = leaves(state.view_code(), &decision);
    let settles = matches!(decision, Decision::Triage(..) | Decision::Duplicate(_));
    for item in &items {
        if leaves {
            state.list.remove(*item);
        } else {
            state.list.change(*item, |row| change(row, &decision));
        }
    }
    if single && !leaves && settles {
        state.list.go(&Action::Down);
    }
    state.list.unmark();
    state.generation += 1;
    state.writing += 1;
    let mut effects = queue::shown(state);
    let count = items.len() as u64;
    let done = moment.words.inbox_decided(count, name(moment.words, &decision));
    effects.push(Effect::Notify(Notice::done(done)));
    effects.push(Effect::Write(Command::Decide(Verdict { items, decision })));
    effects
}

/// A decision is in the file.
pub(super) fn decided(state: &mut State, changed: usize, moment: &Moment) -> Effects {
    state.writing = state.writing.saturating_sub(1);
    let mut effects = Effect::none();
    if changed == 0 {
        // Nothing to take back, so nowhere to go back to.
        state.decided_at.pop();
        effects.push(Effect::Notify(Notice::note(moment.words.inbox_nothing_changed())));
    }
    if state.writing == 0 {
        let current = state.list.current_id();
        state.cards.keep_only(current);
        effects.extend(current.map(|item| Effect::ReadNow(Query::Cards(vec![item]))));
        effects.extend(queue::reread(state, moment, false));
        effects.push(queue::counts(state, moment));
    }
    effects
}

/// Words were masked: what is shown is read anew.
pub(super) fn masked(state: &mut State, count: usize, moment: &Moment) -> Effects {
    let mut effects = queue::refresh(state, moment);
    state.list.unmark();
    effects.push(Effect::Notify(Notice::done(moment.words.inbox_personal_done(count as u64))));
    effects
}

/// True when an item so decided no longer belongs to a shipped view. Other lists are read anew by the answer.
fn leaves(view: &str, decision: &Decision) -> bool {
    let triage = match decision {
        Decision::Triage(triage, _) => *triage,
        Decision::Duplicate(_) => Triage::Duplicate,
        Decision::Verify(verification) => {
            return view == "rumour"
                && !matches!(verification, Verification::Unverified | Verification::Checking);
        }
        _ => return false,
    };
    match view {
        "new" | "urgent" | "mine" => triage != Triage::New,
        "waiting" => triage != Triage::Waiting,
        _ => false,
    }
}

/// The decision on a row of the list.
fn change(row: &mut ItemRow, decision: &Decision) {
    match decision {
        Decision::Triage(triage, _) => row.triage = *triage,
        Decision::Duplicate(of) if *of != row.item => row.triage = Triage::Duplicate,
        Decision::Verify(verification) => {
            row.verification = *verification;
            row.kind = if *verification == Verification::None { ItemKind::Opinion } else { ItemKind::Rumour };
        }
        Decision::NewIssue(_, grade) => (*grade).clone_into(&mut row.grade),
        Decision::Issue(None) => row.grade.clear(),
        _ => {}
    }
}

/// What a decision does, in words.
pub(super) fn name<'a>(words: &'a Words, decision: &Decision) -> &'a str {
    words.by_id(&format!("action-{}", decision.action())).unwrap_or_default()
}

/// An answer of a window that carries a whole decision.
pub(super) fn run(state: &mut State, verdict: Verdict, moment: &Moment) -> Effects {
    apply(state, verdict.items, verdict.decision, moment)
}
