//! What comes back of reads and writes.

use uuid::Uuid;

use super::{
    Agenda, Effects, Message, Query, State, agenda, audience, charts, clashes, form, grid, page, papers,
    parts, points, views, window, year,
};
use crate::screen::{Effect, Moment, Notice};

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    state.today = moment.today();
    match message {
        Message::Classes(read) => {
            let Agenda { classes, due, names, clashes } = *read;
            state.classes = Some(classes);
            state.due = due;
            state.names = names;
            state.clashes = clashes;
            if matches!(state.window, Some(window::Window::Views(_))) {
                views::count(state);
            }
            if state.month.is_none() {
                state.month = Some(agenda::first_month(state));
            }
            let mut effects = agenda::fill(state, false);
            effects.extend(agenda::go_to_wanted(state));
            effects.extend(clashes::tell(state, moment));
            effects.extend(grid::read(state));
            effects
        }
        Message::Days(rows) => grid::fill(state, rows, moment),
        Message::Class(class) => {
            state.class = class.map(|class| *class);
            state.reading &= state.class.is_some();
            match (&mut state.parts, &state.class) {
                (Some(parts), Some(class)) => {
                    parts.fill(class);
                    parts.resize(moment.height);
                }
                (parts, None) => *parts = None,
                (None, _) => {}
            }
            page::build(state, moment);
            parts::read_points(state)
        }
        Message::Changed => {
            vec![
                Effect::ReadNow(Query::Classes(state.today)),
                Effect::Notify(Notice::done(moment.words.training_changed())),
            ]
        }
        Message::Form(material) => form::open(state, *material, moment),
        Message::SavedSeries(class, added, changed) => {
            let said = moment.words.training_saved_series(added as i64, changed as i64);
            let mut effects = saved(state, class);
            effects.push(Effect::Notify(Notice::done(said)));
            effects
        }
        Message::Saved(class, again) => {
            let mut effects = saved(state, class);
            // In the next form a “z” would be typed.
            let words = moment.words;
            let said = if again.is_some() { words.training_saved_next() } else { words.training_saved() };
            effects.push(Effect::Notify(Notice::done(said)));
            effects.extend(again.into_iter().flat_map(form::ask));
            effects
        }
        Message::Drafted(key) => {
            state.drafts.arrived(key);
            year::drafted(state, key)
        }
        Message::Kept => Effect::none(),
        Message::Dropped(key, asked) => {
            state.drafts.arrived(key);
            form::ask(asked)
        }
        Message::Year(material) => year::open(state, *material),
        Message::YearKept(year) => {
            year::answered(state, true);
            let said = Notice::done(moment.words.training_year_kept());
            vec![Effect::ReadNow(Query::Year(year)), Effect::Notify(said)]
        }
        message => of_a_part(state, message, moment),
    }
}

/// What belongs to a part of a class, to its papers, to views or to a window.
fn of_a_part(state: &mut State, message: Message, moment: &Moment) -> Effects {
    match message {
        Message::Trained(trained) => charts::open(state, &trained, moment),
        Message::ChangedMany(count) => {
            state.sent = None;
            state.list.unmark();
            vec![
                Effect::ReadNow(Query::Classes(state.today)),
                Effect::Notify(Notice::done(moment.words.training_bulk_done(count as i64))),
            ]
        }
        Message::SavedView(name, found) => {
            if let Some(open) = state.sent.take() {
                state.drafts.answered(&open.form);
            }
            views::arrived(state, found);
            vec![Effect::Notify(Notice::done(moment.words.roster_view_kept(name)))]
        }
        Message::Views(found) => {
            views::arrived(state, found);
            Effect::none()
        }
        Message::Papers(of, lines) => papers::open(state, of, lines, moment),
        Message::Printed(printed) => papers::printed(state, *printed, moment),
        Message::Pages(which, pages) => papers::pages(state, which, pages, moment),
        Message::Next(class, next) => window::ask_extend(state, class, &next, moment),
        Message::Extended(added) => window::extended(state, added, moment),
        Message::Points(class, points) => parts::fill_points(state, class, points),
        Message::Offers(offers) => points::offer(state, offers, moment),
        Message::Candidates(class, candidates) => audience::offer(state, class, candidates, moment),
        Message::Planned(plan) => window::confirm_import(state, *plan, moment),
        Message::Imported(imported) => window::imported(state, *imported, moment),
        _ => Effect::none(),
    }
}

/// A form was written: what is on the screen is read anew and the class shown.
fn saved(state: &mut State, class: Uuid) -> Effects {
    if let Some(open) = state.sent.take() {
        state.drafts.answered(&open.form);
    }
    state.saved = Some(class);
    // A form over a part leaves the part where it is.
    state.wanted = state.parts.is_none().then_some(class);
    vec![Effect::ReadNow(Query::Classes(state.today))]
}
