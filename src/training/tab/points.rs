//! The agenda of a giao ban: its points, what the file holds that belongs on it, what is added at once as an item.

use uuid::Uuid;

use super::form::{self, Asked};
use super::{Command, Effects, Query, State, Window};
use crate::screen::form::{Field, Form};
use crate::screen::picker::{Choice, Picker};
use crate::screen::{Action, Effect, Moment, Notice, Tab, Target};
use crate::training::labels;
use crate::training::model::{AgendaKind, AgendaPoint, Class, Offer, Point};

/// The points have the keys.
pub(super) fn update(state: &mut State, class: Uuid, action: &Action) -> Effects {
    let Some(parts) = &state.parts else { return Effect::unused() };
    let here = parts.list.current().and_then(|line| parts.points.get(line.at));
    match (action, here) {
        (Action::New, _) => form::ask(Asked::Point(class, None)),
        (Action::Edit | Action::Open, Some(point)) => form::ask(Asked::Point(class, Some(point.id))),
        (Action::Insert, _) => vec![Effect::ReadNow(Query::Offers(class, state.today))],
        (Action::Addition, _) => vec![Effect::Show(Tab::Inbox, Target::Addition(class))],
        (Action::Reply, Some(point)) => match (point.issue, point.item) {
            (Some(issue), _) => vec![Effect::Show(Tab::Inbox, Target::Issue(issue))],
            (None, Some(item)) => vec![Effect::Show(Tab::Inbox, Target::Item(item))],
            (None, None) => Effect::unused(),
        },
        (Action::ScrollUp | Action::ScrollDown, Some(point)) => {
            let down = *action == Action::ScrollDown;
            vec![Effect::Write(Command::MovePoint { class, id: point.id, down })]
        }
        _ => Effect::unused(),
    }
}

/// Offers what may be put on the agenda.
pub(super) fn offer(state: &mut State, offers: Vec<Offer>, moment: &Moment) -> Effects {
    let words = moment.words;
    if offers.is_empty() {
        return vec![Effect::Notify(Notice::note(words.training_offers_none()))];
    }
    let choices = offers.into_iter().map(|offer| {
        let kind = labels::agenda(words, offer.point.point.kind);
        let note = match offer.day {
            Some(day) if offer.late => words.training_late(words.day_short(day, moment.today())),
            Some(day) => words.day_short(day, moment.today()),
            None => String::new(),
        };
        let name = format!("{kind}: {}", offer.point.point.content.replace('\n', " "));
        Choice::new(offer.point, name, note)
    });
    let picker = Picker::many(words.training_offers(), choices.collect(), |_| false);
    state.window = Some(Window::Offers(picker));
    Effect::none()
}

/// Puts those chosen on the agenda.
pub(super) fn chosen(state: &State, points: Vec<Point>) -> Effects {
    let Some(class) = &state.class else { return Effect::none() };
    vec![Effect::Write(Command::AddPoints(class.id, points))]
}

/// The form of a point.
pub(super) fn form(class: Option<&Class>, point: Option<&Point>, moment: &Moment) -> Form {
    let words = moment.words;
    let kinds = AgendaKind::ALL
        .iter()
        .map(|&kind| {
            let name = match labels::agenda(words, kind) {
                "" => words.training_agenda_other(),
                name => name,
            };
            (kind.id(), name.to_owned())
        })
        .collect();
    let known = point.map(|point| point.point.clone()).unwrap_or_default();
    let fields = vec![
        Field::choice("kind", words.training_column_kind(), kinds).value(known.kind.id()),
        Field::long("content", words.training_form_content(), 2, 10).required().value(&known.content),
    ];
    let title = if point.is_none() { words.training_form_point_new() } else { words.training_form_point() };
    let form = Form::new(title, fields, moment)
        .note(class.map_or("", |class| &class.known.title))
        .begin_at("content");
    if point.is_none() { form.chain() } else { form }
}

/// The point as the form has it; what it answers stays.
pub(super) fn read(form: &Form, before: Option<&Point>) -> Point {
    let point = AgendaPoint { kind: AgendaKind::from_id(&form.text("kind")), content: form.text("content") };
    match before {
        Some(before) => Point { point, ..before.clone() },
        None => Point { id: Uuid::nil(), point, item: None, issue: None },
    }
}
