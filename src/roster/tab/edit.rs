//! The windows over the room, and what is taken off after a question.

use uuid::Uuid;

use super::columns::Columns;
use super::intake::{self, ImportPlan, Said};
use super::reorganise::{Planned, carry_out};
use super::{Command, Effects, Query, State, views};
use crate::exchange::Written;
use crate::roster::labels;
use crate::roster::model::{BulkChange, Column, Narrow, Output, Show, ViewWrite};
use crate::screen::chart_page::ChartPage;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::told::Told;
use crate::screen::views::Views;
use crate::screen::{Action, Effect, Moment, Notice, Place, keys};

/// The window over the room.
#[derive(Debug)]
pub enum Window {
    /// Which file.
    File(Prompt<()>),
    /// Whether to import.
    Import(Confirm<ImportPlan>),
    /// What the columns of lists hold.
    Columns(Box<Columns>),
    /// What became of files.
    Told(Told),
    /// Whether to change these people.
    Change(Confirm<(Vec<Uuid>, BulkChange)>),
    /// Whether to take these people off.
    Delete(Confirm<Vec<Uuid>>),
    /// Whether to take this unit off.
    DeleteUnit(Confirm<(Uuid, String)>),
    /// What reorganising units would do.
    Plan(Box<Planned>),
    /// Whether to write over a file.
    Over(Confirm<Output>),
    /// Whom the list shows.
    Show(Picker<Option<Show>>),
    /// Filters with a name.
    Views(Views),
    /// Whether to take a view off.
    ViewGone(Confirm<ViewWrite>),
    /// Charts of who the list shows, on the whole area.
    Charts(Box<ChartPage>),
    /// The order of the list.
    Order(Picker<Column>),
}

impl Window {
    /// The place whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::File(_) => &keys::popup::PATH,
            Self::Told(_) => &keys::popup::READER,
            Self::Import(_) => &keys::roster::IMPORT,
            Self::Columns(columns) => columns.place(),
            Self::Plan(_) => &keys::roster::PLAN,
            Self::Show(picker) => picker.place(),
            Self::Views(_) => &keys::roster::VIEWS,
            Self::Charts(_) => &keys::roster::CHARTS,
            Self::Order(picker) => picker.place(),
            Self::ViewGone(_) | Self::Over(_) | Self::Change(_) | Self::Delete(_) | Self::DeleteUnit(_) => {
                &keys::popup::CONFIRM
            }
        }
    }
}

/// The window has the keys.
pub(super) fn window(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(window) = state.window.take() else {
        return Effect::unused();
    };
    match window {
        Window::File(mut prompt) => match prompt.update(action) {
            Outcome::Chosen(((), path)) if path.is_empty() => Effect::none(),
            Outcome::Chosen(((), path)) => vec![Effect::Read(Query::PlanImport(path, Said::default()))],
            outcome => keep(state, &outcome, Window::File(prompt)),
        },
        Window::Import(confirm) if *action == Action::Columns => {
            state.window = Some(match Columns::of(confirm.into_what()) {
                Ok(columns) => Window::Columns(Box::new(columns)),
                Err(plan) => Window::Import(intake::question(plan, moment)),
            });
            Effect::none()
        }
        Window::Import(confirm) => match confirm.update(action) {
            Outcome::Chosen(plan) => vec![Effect::Write(Command::Import(plan.path, plan.said))],
            outcome => keep(state, &outcome, Window::Import(confirm)),
        },
        Window::Columns(mut columns) => {
            let (outcome, mut effects) = columns.update(action, moment);
            match outcome {
                Outcome::Chosen((path, said)) => vec![Effect::Read(Query::PlanImport(path, said))],
                outcome => {
                    effects.extend(keep(state, &outcome, Window::Columns(columns)));
                    effects
                }
            }
        }
        Window::Told(mut told) => match told.update(action) {
            Outcome::Cancelled => Effect::none(),
            outcome => keep(state, &outcome, Window::Told(told)),
        },
        Window::Change(confirm) => match confirm.update(action) {
            Outcome::Chosen((people, change)) => {
                vec![Effect::Write(Command::Change { people, change: Box::new(change) })]
            }
            outcome => keep(state, &outcome, Window::Change(confirm)),
        },
        Window::Delete(confirm) => match confirm.update(action) {
            Outcome::Chosen(people) => vec![Effect::Write(Command::Delete(people))],
            outcome => keep(state, &outcome, Window::Delete(confirm)),
        },
        Window::DeleteUnit(confirm) => match confirm.update(action) {
            Outcome::Chosen((id, name)) => vec![Effect::Write(Command::DeleteUnit { id, name })],
            outcome => keep(state, &outcome, Window::DeleteUnit(confirm)),
        },
        Window::Over(confirm) => match confirm.update(action) {
            Outcome::Chosen(output) => {
                vec![Effect::Read(Query::Output(Box::new(Output { over: true, ..output })))]
            }
            outcome => keep(state, &outcome, Window::Over(confirm)),
        },
        window @ (Window::Show(_)
        | Window::Views(_)
        | Window::ViewGone(_)
        | Window::Order(_)
        | Window::Charts(_)) => of_the_list(state, window, action, moment),
        Window::Plan(mut page) => {
            let Some(roster) = &state.roster else { return Effect::none() };
            match page.update(action, roster, moment) {
                Outcome::Chosen(plan) => carry_out(state, plan),
                outcome => keep(state, &outcome, Window::Plan(page)),
            }
        }
    }
}

/// A window about what the list shows, and in which order.
fn of_the_list(state: &mut State, window: Window, action: &Action, moment: &Moment) -> Effects {
    match window {
        Window::Show(mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => {
                let show = chosen.first().copied().flatten();
                state.narrow.show = show.map(|show| (show, moment.today()));
                state.find(true)
            }
            outcome => keep(state, &outcome, Window::Show(picker)),
        },
        Window::Views(mut open) => match open.update(action) {
            Outcome::Chosen(wish) => views::run(state, open, wish, moment),
            outcome => keep(state, &outcome, Window::Views(open)),
        },
        Window::ViewGone(confirm) => match confirm.update(action) {
            Outcome::Chosen(write) => vec![Effect::Write(Command::View(write))],
            // Back to the views.
            Outcome::Cancelled => views::choose(state),
            outcome => keep(state, &outcome, Window::ViewGone(confirm)),
        },
        Window::Charts(mut page) => {
            let outcome = page.update(action, moment);
            keep(state, &outcome, Window::Charts(page))
        }
        Window::Order(mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => {
                chosen.first().map_or_else(Effect::none, |column| views::put_in_order(state, *column))
            }
            outcome => keep(state, &outcome, Window::Order(picker)),
        },
        _ => Effect::unused(),
    }
}

/// Keeps a window that is still open.
fn keep<T>(state: &mut State, outcome: &Outcome<T>, window: Window) -> Effects {
    match outcome {
        Outcome::Open => state.window = Some(window),
        Outcome::Unused => {
            state.window = Some(window);
            return Effect::unused();
        }
        Outcome::Cancelled | Outcome::Chosen(_) => {}
    }
    Effect::none()
}

/// Asks whether to take the marked people off, or the one under the cursor.
pub(super) fn ask_delete(state: &mut State, moment: &Moment) -> Effects {
    let people = state.list.chosen();
    let Some(name) = people.first().and_then(|id| Some(&state.roster.as_ref()?.named(*id)?.full_name)) else {
        return Effect::unused();
    };
    let words = moment.words;
    let name = if people.len() == 1 { name.to_string() } else { format!("{name}…") };
    let question = words.roster_delete_question(people.len() as i64, name);
    state.window = Some(Window::Delete(Confirm::new(words.roster_delete(), question, people)));
    Effect::none()
}

/// Asks whom the list is to show, with how many there are of each.
pub(super) fn ask_show(state: &mut State, moment: &Moment) -> Effects {
    let Some(roster) = state.roster.as_ref().filter(|_| state.whole) else { return Effect::unused() };
    let words = moment.words;
    let count = |show: Option<Show>| {
        let narrow = Narrow { show: show.map(|show| (show, moment.today())), ..Narrow::default() };
        words.number(roster.find("", &narrow).len() as i64)
    };
    let choice =
        |show: Option<Show>| Choice::new(show, labels::show(words, show, roster.retention()), count(show));
    let all = std::iter::once(None).chain(Show::ALL.iter().copied().map(Some));
    let now = state.narrow.show.map(|(show, _)| show);
    let picker = Picker::one(words.roster_show_title(), all.map(choice).collect());
    state.window = Some(Window::Show(picker.standing_on(|show| *show == now)));
    Effect::none()
}

/// Asks whether to write over a file that is there.
pub(super) fn exists(state: &mut State, output: Output, moment: &Moment) -> Effects {
    let words = moment.words;
    let question = words.roster_output_over(output.path.display().to_string());
    state.window = Some(Window::Over(Confirm::new(words.roster_output(), question, output)));
    Effect::none()
}

/// Says what became of a file; the form closes when it is there.
pub(super) fn written(state: &mut State, became: Written, moment: &Moment) -> Effects {
    let words = moment.words;
    let notice = match became {
        Written::Done(path) | Written::Exists(path) => {
            state.form = None;
            Notice::done(words.roster_output_written(path.display().to_string()))
        }
        Written::Placeholders(left) => Notice::problem(left.join(", ")),
        Written::Failed(path, reason) => {
            Notice::problem(words.roster_output_failed(path.display().to_string(), reason))
        }
    };
    vec![Effect::Notify(notice)]
}

/// Asks whether to take a unit off, when nobody and no unit stands in it.
pub(super) fn ask_delete_unit(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some(row) = state.units.as_ref().and_then(|units| units.list.current()).map(|line| line.0.clone())
    else {
        return Effect::unused();
    };
    let Some(roster) = &state.roster else { return Effect::unused() };
    let below = roster.with_below(row.id).len() - 1;
    let people = roster.people_in(row.id);
    if below > 0 || people > 0 {
        let said = words.roster_unit_members(row.name, people as i64, below as i64);
        return vec![Effect::Notify(Notice::problem(said))];
    }
    let question = words.roster_unit_delete_question(row.name.as_str());
    state.window =
        Some(Window::DeleteUnit(Confirm::new(words.roster_unit_delete(), question, (row.id, row.name))));
    Effect::none()
}
