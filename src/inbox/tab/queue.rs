//! Moving in the queue, views, marks, and what the list reads.

use uuid::Uuid;

use super::{
    Effects, Field, Message, Query, Source, Stand, State, answers, decide, eyes, field, files, form, intake,
    personal, sentences, split, views,
};
use crate::inbox::order::Order;
use crate::inbox::rows::{COUNT_LIMIT, ItemRow};
use crate::screen::list::Wanted;
use crate::screen::{Action, Effect, Moment, Notice, Target};

/// Previews read ahead on each side of the cursor.
const AHEAD: isize = 4;
/// Most rows read to come back to a place.
const FAR: usize = 600;

pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    if let Some(moved) = state.list.go(action) {
        let mut effects = if moved.moved { shown(state) } else { Effect::none() };
        effects.extend(moved.wanted.and_then(|wanted| read_page(state, wanted, moment)));
        return effects;
    }
    match action {
        Action::Refresh => refresh(state, moment),
        Action::Resize => {
            let wanted = state.list.wanted();
            wanted.and_then(|wanted| read_page(state, wanted, moment)).into_iter().collect()
        }
        Action::Recount => vec![Effect::Read(Query::New(eyes(moment)))],
        Action::KeepDraft => Effect::none(),
        Action::Left => next_view(state, false, moment),
        Action::Right => next_view(state, true, moment),
        Action::Views => views::choose(state),
        Action::Sort if state.list.is_empty() => Effect::unused(),
        Action::Sort => views::choose_order(state, moment),
        Action::Mark => {
            let moved = state.list.mark();
            let mut effects = shown(state);
            effects.extend(
                moved.and_then(|moved| moved.wanted).and_then(|wanted| read_page(state, wanted, moment)),
            );
            effects
        }
        Action::MarkAll => mark_all(state, moment),
        Action::ScrollDown => {
            state.scroll = state.scroll.saturating_add(3);
            Effect::none()
        }
        Action::ScrollUp => {
            state.scroll = state.scroll.saturating_sub(3);
            Effect::none()
        }
        Action::Open => match state.list.current() {
            Some(row) => vec![Effect::ReadNow(Query::Report(row.report))],
            None => Effect::none(),
        },
        Action::Back => back(state, moment),
        Action::Search => field::search(state),
        Action::Filter => field::filter(state, moment),
        Action::Undo => undo(state, moment),
        Action::Redo => vec![Effect::Redo],
        Action::Show(target) => show(state, target, moment),
        Action::New => form::open(form::Subject::Report(String::new())),
        Action::Paste(text) => form::open(form::Subject::Report(text.clone())),
        Action::Import => intake::ask(state, moment),
        Action::Split => split::ask(state),
        Action::NextPane => sentences::ask(state),
        Action::MaskPersonal => personal::ask(state.list.chosen()),
        Action::Files => files::ask(state),
        Action::Reply => answers::ask(state),
        Action::Edit => form::edit(state),
        Action::EditIssue => form::edit_issue(state, moment),
        Action::Duties => form::duties(),
        Action::Rules => vec![Effect::ReadNow(Query::Rules)],
        Action::Triage(_) | Action::Issue | Action::Topic | Action::Verify | Action::Assign => {
            decide::ask(state, action, moment)
        }
        _ => Effect::unused(),
    }
}

pub(super) fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    match message {
        Message::Started { views, rows, more, card, draft, generation } if generation == state.generation => {
            state.counts.resize(views.len(), None);
            state.views = views;
            state.ready = true;
            state.cards.add(card.into_iter().map(|card| *card).collect());
            state.list.fill(&Wanted::First, rows, more);
            let mut effects = shown(state);
            effects.push(counts(state, moment));
            if draft {
                effects.push(Effect::Notify(Notice::note(moment.words.inbox_form_draft_waits())));
            }
            effects
        }
        Message::Page { wanted, rows, more, generation } if generation == state.generation => {
            state.ready = true;
            state.list.fill(&wanted, rows, more);
            stand(state);
            shown(state)
        }
        Message::Found { rows, more, generation } if generation == state.generation => {
            state.ready = true;
            state.more_found = more;
            state.list.set_whole(rows);
            if !stand(state) && state.field.is_some() {
                state.list.go(&Action::Home);
            }
            shown(state)
        }
        other => noted(state, other, moment),
    }
}

/// Puts the cursor on the row to come back to, when it is there already; a page read before an undo does not hold it.
fn stand(state: &mut State) -> bool {
    let there = state.stand_on.is_some_and(|item| state.list.select(item));
    if there {
        state.stand_on = None;
    }
    there
}

/// Answers that bring no rows. A late answer to a list that is no longer shown is none of them.
fn noted(state: &mut State, message: Message, moment: &Moment) -> Effects {
    match message {
        Message::Counts { views, list } => {
            let late: Vec<(Uuid, String)> = state
                .views
                .iter()
                .zip(&views)
                .filter(|(_, count)| count.is_none())
                .map(|(view, _)| (view.id, view.filter.clone()))
                .collect();
            state.counts.resize(state.views.len(), None);
            for (known, count) in state.counts.iter_mut().zip(views) {
                // What takes longer shows what it was until it is counted.
                *known = count.or(*known);
            }
            let mut late_list = None;
            let total = match &state.source {
                Source::View(at) => state.counts.get(*at).copied().flatten(),
                Source::Filter(filter) => {
                    late_list = list.is_none().then(|| filter.clone());
                    list
                }
                Source::Search(_) => None,
            };
            if let Some(total) = total.filter(|_| state.order.is_received()) {
                state.list.set_total(total);
            }
            if late.is_empty() && late_list.is_none() {
                return Effect::none();
            }
            vec![Effect::ReadLast(Query::Counted { eyes: eyes(moment), views: late, list: late_list })]
        }
        Message::Counted { views, list } => {
            let mut total =
                list.and_then(|(filter, count)| (state.source == Source::Filter(filter)).then_some(count));
            for (id, count) in views {
                let Some(at) = state.views.iter().position(|view| view.id == id) else { continue };
                state.counts[at] = Some(count);
                if state.source == Source::View(at) {
                    total = Some(count);
                }
            }
            if let Some(total) = total.filter(|_| state.order.is_received()) {
                state.list.set_total(total);
            }
            Effect::none()
        }
        Message::New(count) => {
            let at = state.views.iter().position(|view| view.code == "new").unwrap_or(0);
            if state.counts.len() <= at {
                state.counts.resize(at + 1, None);
            }
            state.counts[at] = Some(count);
            Effect::none()
        }
        Message::Ids(ids) => {
            let whole = ids.len() as u64;
            state.list.mark_many(ids);
            vec![Effect::Notify(Notice::note(moment.words.inbox_marked(whole)))]
        }
        Message::Vocabulary(vocabulary) => {
            state.vocabulary = vocabulary;
            Effect::none()
        }
        Message::Names(names) => {
            state.names = names;
            Effect::none()
        }
        Message::Located(Some(row)) => {
            state.field = None;
            let all = state.views.iter().position(|view| view.filter.is_empty()).unwrap_or(0);
            state.stand_on = Some(row.item);
            open(state, Source::View(all), Wanted::From(row.doc), moment)
        }
        Message::Located(None) => gone(moment),
        // A late answer to a list that is no longer shown.
        _ => Effect::none(),
    }
}

/// Says that something is no longer there.
pub(super) fn gone(moment: &Moment) -> Effects {
    vec![Effect::Notify(Notice::problem(moment.words.inbox_gone()))]
}

/// Reads what is shown anew; the cursor stays.
pub(super) fn refresh(state: &mut State, moment: &Moment) -> Effects {
    state.generation += 1;
    state.writing = 0;
    if state.views.is_empty() {
        let limit = state.list.page(&Wanted::First);
        let eyes = eyes(moment);
        return vec![Effect::ReadNow(Query::Start { eyes, limit, generation: state.generation })];
    }
    let shown = state.list.current_id();
    state.cards.keep_only(None);
    let mut effects = vec![Effect::ReadNow(Query::Views)];
    effects.extend(reread(state, moment, true));
    effects.extend(shown.map(|item| Effect::ReadNow(Query::Cards(vec![item]))));
    effects.push(counts(state, moment));
    if matches!(state.field, Some(Field::Search(_))) {
        effects.push(Effect::Read(Query::Vocabulary));
    }
    effects
}

/// Reads the rows of the list again.
pub(super) fn reread(state: &State, moment: &Moment, now: bool) -> Effects {
    let generation = state.generation;
    let query = match (&state.source, state.filter()) {
        (Source::Search(typed), _) => {
            let vocabulary = state.vocabulary.clone();
            let order = state.order;
            return vec![Effect::Read(Query::Found { typed: typed.clone(), vocabulary, order, generation })];
        }
        (_, Some(filter)) if !state.order.is_received() => {
            let (filter, order) = (filter.to_owned(), state.order);
            return vec![Effect::Read(Query::Whole { eyes: eyes(moment), filter, order, generation })];
        }
        (_, Some(filter)) => {
            let wanted = state.list.refresh();
            let limit = state.list.page(&wanted);
            Query::Page { eyes: eyes(moment), filter: filter.to_owned(), wanted, limit, generation }
        }
        (_, None) => return Effect::none(),
    };
    // A page of a view comes by its index; a filter may have to look at many rows.
    let quick = now && state.is_quick();
    vec![if quick { Effect::ReadNow(query) } else { Effect::Read(query) }]
}

pub(super) fn counts(state: &State, moment: &Moment) -> Effect<Query, super::Command> {
    let list = match &state.source {
        Source::Filter(filter) => Some(filter.clone()),
        _ => None,
    };
    let views = state.views.iter().map(|view| view.filter.clone()).collect();
    Effect::Read(Query::Counts { eyes: eyes(moment), views, list })
}

fn read_page(state: &State, wanted: Wanted<i64>, moment: &Moment) -> Option<Effect<Query, super::Command>> {
    // Of a search, and of a list in another order, all rows are there; while decisions are being written a page would bring back what was decided.
    let pages = state.writing == 0 && state.order.is_received();
    let filter = state.filter().filter(|_| pages)?.to_owned();
    // Keys can come faster than pages that are read ahead, the more so from a cold disk: none may be lost at the edge.
    let now = matches!(wanted, Wanted::First | Wanted::Last) || state.list.stands_before(&wanted);
    let limit = state.list.page(&wanted);
    let generation = state.generation;
    let query = Query::Page { eyes: eyes(moment), filter, wanted, limit, generation };
    Some(if now && state.is_quick() { Effect::ReadNow(query) } else { Effect::Read(query) })
}

/// The cursor stands on another row: its preview now, its neighbours' on the reader thread.
pub(super) fn shown(state: &mut State) -> Effects {
    state.scroll = 0;
    let mut effects = Effect::none();
    let missing = |state: &State, row: Option<&ItemRow>| -> Option<Uuid> {
        row.map(|row| row.item).filter(|item| state.cards.get(*item).is_none())
    };
    if let Some(item) = missing(state, state.list.current()) {
        effects.push(Effect::ReadNow(Query::Cards(vec![item])));
    }
    let near: Vec<Uuid> =
        (1..=2).flat_map(|at| [at, -at]).filter_map(|at| missing(state, state.list.neighbour(at))).collect();
    if !near.is_empty() {
        // When one has to be read, its neighbours further on are read with it, so that not every key reads.
        let far =
            (3..=AHEAD).flat_map(|at| [at, -at]).filter_map(|at| missing(state, state.list.neighbour(at)));
        let items = near.iter().copied().chain(far).collect();
        effects.push(Effect::Read(Query::Cards(items)));
    }
    effects
}

/// Shows another list from a page on.
pub(super) fn open(state: &mut State, source: Source, wanted: Wanted<i64>, moment: &Moment) -> Effects {
    if matches!(source, Source::View(_)) {
        state.before = None;
    } else {
        state.remember();
    }
    state.generation += 1;
    state.source = source;
    state.order = Order::default();
    state.list.clear();
    state.ready = false;
    state.scroll = 0;
    let Some(filter) = state.filter().map(str::to_owned) else {
        return reread(state, moment, true);
    };
    let limit = if state.stand_on.is_some() { FAR } else { state.list.page(&wanted) };
    let query = Query::Page { eyes: eyes(moment), filter, wanted, limit, generation: state.generation };
    let quick = state.is_quick();
    vec![if quick { Effect::ReadNow(query) } else { Effect::Read(query) }, counts(state, moment)]
}

/// Reads what is shown anew with the cursor on an item that is new in it; in a view that cannot hold it, the view of new ones
/// is shown.
pub(super) fn stand_on(state: &mut State, row: &ItemRow, moment: &Moment) -> Effects {
    let shows = |state: &State| matches!(state.view_code(), "new" | "all");
    let source = if shows(state) {
        state.source.clone()
    } else {
        let at = state.views.iter().position(|view| view.code == "new");
        Source::View(at.unwrap_or(0))
    };
    state.stand_on = Some(row.item);
    open(state, source, Wanted::First, moment)
}

/// Goes back to a place.
fn go_to(state: &mut State, stand: Stand, moment: &Moment) -> Effects {
    state.stand_on = stand.item;
    open(state, stand.source, Wanted::First, moment)
}

fn next_view(state: &mut State, forward: bool, moment: &Moment) -> Effects {
    let count = state.views.len();
    if count == 0 {
        return Effect::none();
    }
    let at = match state.source {
        Source::View(at) if forward => (at + 1) % count,
        Source::View(at) => (at + count - 1) % count,
        // From a search or a filter back to the view it was typed in.
        _ => match &state.before {
            Some(Stand { source: Source::View(at), .. }) => *at,
            _ => 0,
        },
    };
    open(state, Source::View(at), Wanted::First, moment)
}

/// Esc: marks first, then a search or a filter, and in a view nothing.
fn back(state: &mut State, moment: &Moment) -> Effects {
    if !state.list.marked().is_empty() {
        state.list.unmark();
        return Effect::none();
    }
    match state.before.take() {
        Some(stand) => go_to(state, stand, moment),
        None => Effect::unused(),
    }
}

fn mark_all(state: &mut State, moment: &Moment) -> Effects {
    if !state.list.marked().is_empty() {
        state.list.unmark();
        return Effect::none();
    }
    if state.list.total().is_some_and(|total| total >= COUNT_LIMIT) {
        return vec![Effect::Notify(Notice::note(moment.words.inbox_too_many_to_mark(COUNT_LIMIT)))];
    }
    if let Some(filter) = state.filter() {
        let filter = filter.to_owned();
        vec![Effect::Read(Query::Ids { eyes: eyes(moment), filter })]
    } else {
        let ids: Vec<Uuid> = state.list.rows().map(|row| row.item).collect();
        receive(state, Message::Ids(ids), moment)
    }
}

/// Takes the last action back and returns to where it was taken.
fn undo(state: &mut State, moment: &Moment) -> Effects {
    let mut effects = vec![Effect::Undo];
    if let Some(stand) = state.decided_at.pop() {
        state.stand_on = stand.item;
        if stand.source != state.source {
            effects.extend(go_to(state, stand, moment));
        }
    }
    effects
}

fn show(state: &mut State, target: &Target, moment: &Moment) -> Effects {
    match target {
        Target::Item(item) => vec![Effect::ReadNow(Query::Locate(*item))],
        Target::Report(report) => vec![Effect::ReadNow(Query::Report(*report))],
        Target::Addition(meeting) => form::told_at(state, *meeting),
        Target::Issue(issue) => form::open(form::Subject::Issue(Some(*issue))),
        Target::Duty(duty) => form::open(form::Subject::Duty(*duty)),
        Target::Filter(filter) => open(state, Source::Filter(filter.clone()), Wanted::First, moment),
        _ => Effect::unused(),
    }
}
