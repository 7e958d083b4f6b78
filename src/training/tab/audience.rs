//! Putting people on the list of a class by a reason: never trained, not for years, new in office, of the units summoned.

use uuid::Uuid;

use super::{Command, Effects, Query, State, Window};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Confirm;
use crate::screen::{Effect, Moment, Notice};
use crate::training::model::{Candidate, Participant, Reason};

/// Names told before the rest is counted.
const NAMED: usize = 4;

/// Asks who may be put on the list of the class.
pub(super) fn ask(class: Uuid) -> Effects {
    vec![Effect::Read(Query::Candidates(class))]
}

/// Offers the reasons with how many each has.
pub(super) fn offer(state: &mut State, class: Uuid, candidates: Vec<Candidate>, moment: &Moment) -> Effects {
    let Some(current) = state.class.as_ref().filter(|current| current.id == class) else {
        return Effect::none();
    };
    let words = moment.words;
    let begins = current.known.date_from.unwrap_or(moment.today());
    let choices: Vec<Choice<Reason>> = Reason::ALL
        .into_iter()
        .filter_map(|reason| {
            let count = candidates.iter().filter(|one| reason.fits(one, begins)).count();
            (count > 0).then(|| Choice::new(reason, name(reason, moment), words.number(count as i64)))
        })
        .collect();
    if choices.is_empty() {
        return vec![Effect::Notify(Notice::note(words.training_invite_nobody()))];
    }
    state.window = Some(Window::Invite(Picker::one(words.training_invite(), choices), candidates));
    Effect::none()
}

/// Asks before those of a reason are put on the list, with the first names.
pub(super) fn chosen(
    state: &mut State,
    reason: Reason,
    candidates: Vec<Candidate>,
    moment: &Moment,
) -> Effects {
    let Some(class) = &state.class else { return Effect::none() };
    let begins = class.known.date_from.unwrap_or(moment.today());
    let people: Vec<Participant> =
        candidates.into_iter().filter(|one| reason.fits(one, begins)).map(|one| one.person).collect();
    let mut named: Vec<&str> = people.iter().take(NAMED).map(|person| person.full_name.as_str()).collect();
    if people.len() > NAMED {
        named.push("…");
    }
    let words = moment.words;
    let question =
        words.training_invite_question(people.len() as i64, named.join(", "), name(reason, moment));
    let add = Command::AddPeople { class: class.id, people, again: None };
    state.window = Some(Window::Add(Confirm::new(words.training_invite(), question, Box::new(add))));
    Effect::none()
}

fn name(reason: Reason, moment: &Moment) -> String {
    let words = moment.words;
    match reason {
        Reason::Summoned => words.training_reason_summoned().to_owned(),
        Reason::Never => words.training_reason_never().to_owned(),
        Reason::Years(years) => words.training_reason_years(i64::from(years)),
        Reason::NewTerm => words.training_reason_new().to_owned(),
        Reason::Everybody => words.training_reason_everybody().to_owned(),
    }
}
