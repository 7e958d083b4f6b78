//! What comes back of reads and writes.

use super::edit::{self, Window};
use super::form::{self, Asked};
use super::{Effects, Message, Planned, Query, Saved, State, charts, go_to_wanted, intake, views};
use crate::screen::{Effect, Moment, Notice};

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    state.today = moment.today();
    match message {
        Message::Roster { roster, whole } => {
            if state.whole && !whole {
                return Effect::none();
            }
            state.roster = Some(*roster);
            state.whole = whole;
            if let Some(units) = &mut state.units {
                units.renew(state.roster.as_ref());
            }
            let mut effects = state.find(false);
            if matches!(state.window, Some(Window::Views(_))) {
                views::count(state);
            }
            if whole {
                effects.extend(go_to_wanted(state));
                // Whoever is not among those shown is not waited for.
                state.wanted = None;
            }
            effects
        }
        Message::Births(births) => charts::open(state, &births, moment),
        Message::Views(found) => {
            views::arrived(state, found);
            Effect::none()
        }
        Message::Card(card) => {
            state.card = card.map(|card| *card);
            Effect::none()
        }
        Message::Form(material) => form::open(state, *material, moment),
        Message::Differ(people, change, differ) => form::preview(state, people, *change, differ, moment),
        Message::Exists(output) => edit::exists(state, *output, moment),
        Message::Written(became) => edit::written(state, became, moment),
        Message::Follows(plan) => {
            if let Some(roster) = &state.roster {
                let page = Planned::new(*plan, roster, moment);
                state.window = Some(Window::Plan(Box::new(page)));
            }
            Effect::none()
        }
        Message::Saved(saved) => done(state, saved, moment),
        Message::Kept(key) => {
            state.drafts.arrived(key);
            Effect::none()
        }
        Message::Dropped(key, asked) => {
            state.drafts.arrived(key);
            form::ask(asked)
        }
        Message::Planned(plan) => intake::confirm(state, *plan, moment),
        Message::Imported(imported) => intake::done(state, &imported, moment),
    }
}

/// Closes the form, shows what was written and says so.
fn done(state: &mut State, saved: Saved, moment: &Moment) -> Effects {
    let words = moment.words;
    let before = state.sent.take();
    if let Some(open) = &before {
        state.drafts.answered(&open.form);
    }
    let mut effects = vec![Effect::Read(Query::Whole(state.order()))];
    let said = match saved {
        Saved::Person { id, name, new, next } => {
            state.wanted = Some(id);
            if next {
                effects.extend(form::ask(Asked::Person(None)));
                state.carried = before.map(|open| open.carried());
            }
            match (new, next) {
                // In the next form a “z” would be typed.
                (true, true) => words.roster_saved_next(name),
                (true, false) => words.roster_saved_new(name),
                (false, _) => words.roster_edit_saved(name),
            }
        }
        Saved::Unit { id, name } => {
            if let Some(units) = &mut state.units {
                units.wanted = Some(id);
            }
            words.roster_saved_unit(name)
        }
        Saved::Decision(people) => {
            state.list.unmark();
            words.roster_decided(people as i64)
        }
        Saved::Changed(people) => {
            state.form = None;
            state.list.unmark();
            words.roster_bulk_done(people as i64)
        }
        Saved::Deleted(people) => {
            state.list.unmark();
            words.roster_deleted(people as i64)
        }
        Saved::UnitDeleted(name) => words.roster_unit_deleted(name),
        Saved::Reorganised { unit, ceased, people } => {
            if let Some(units) = &mut state.units {
                units.list.unmark();
                units.wanted = unit;
            }
            words.roster_reorganised(people as i64, ceased as i64)
        }
        Saved::View(name, views) => {
            views::arrived(state, views);
            return vec![Effect::Notify(Notice::done(words.roster_view_kept(name)))];
        }
        Saved::UnitMoved(id) => {
            if let Some(units) = &mut state.units {
                units.wanted = Some(id);
            }
            return effects;
        }
    };
    effects.push(Effect::Notify(Notice::done(said)));
    effects.extend(state.read_card());
    effects
}
