//! What is wanted in two places at one time, in words.

use uuid::Uuid;

use super::{Effects, State};
use crate::screen::{Effect, Moment, Notice};
use crate::training::labels;
use crate::training::model::{Clash, DayPart, Shared};

impl State {
    /// Whether something of a class is wanted elsewhere at the same time.
    pub fn clashes(&self, class: Uuid) -> bool {
        clashes_of(self, class).next().is_some()
    }
}

/// What of a class is wanted elsewhere at the same time.
pub fn clashes_of(state: &State, class: Uuid) -> impl Iterator<Item = &Clash> {
    state.clashes.iter().filter(move |clash| clash.class == class)
}

/// A clash as a sentence at its class.
pub(super) fn sentence(clash: &Clash, moment: &Moment) -> String {
    let words = moment.words;
    let day = words.day_short(clash.on, moment.today());
    let when = match clash.part {
        DayPart::Unknown => day,
        part => format!("{} {day}", labels::part(words, part)),
    };
    let (name, title) = (clash.name.as_str(), clash.title.as_str());
    match clash.shared {
        Shared::Hall => words.training_clash_hall(name, title, when),
        Shared::Speaker if clash.class == clash.other => words.training_clash_twice(name, when),
        Shared::Speaker => words.training_clash_speaker(name, title, when),
        Shared::Person => words.training_clash_person(clash.more as i64, name, title, when),
    }
}

/// Tells what the class that was just saved clashes with.
pub(super) fn tell(state: &mut State, moment: &Moment) -> Effects {
    let Some(saved) = state.saved.take() else { return Effect::none() };
    let first = clashes_of(state, saved).next().map(|clash| sentence(clash, moment));
    first
        .map(|said| Effect::Notify(Notice::problem(moment.words.training_saved_clash(said))))
        .into_iter()
        .collect()
}
