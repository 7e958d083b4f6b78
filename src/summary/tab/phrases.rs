//! The window of sentences drafts are written with: seen, added, changed, removed.

use uuid::Uuid;

use super::inserted::Kept;
use super::{Command, Effects, State, Window, count};
use crate::inbox::labels;
use crate::inbox::model::{Band, Tendency};
use crate::screen::form::{Field, Fixed, Form, Said, Step};
use crate::screen::{Action, Effect, Moment, Notice};
use crate::summary::gather::slots::{BadPhrase, names, preview, read, shown};
use crate::summary::gather::{Fits, Phrase};
use crate::words::{Language, Words};

/// The window.
#[derive(Debug, Default)]
pub struct PhraseList {
    /// The sentences with the ids of their rows.
    pub rows: Vec<(Uuid, Phrase)>,
    /// The one under the cursor.
    pub cursor: usize,
    /// The form over the list, and the sentence it changes; `None` for a new one.
    pub form: Option<(Option<Uuid>, Form)>,
}

/// A change of the sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseChange {
    /// A new one.
    Add(Phrase),
    /// Another text, or for others.
    Save(Uuid, Phrase),
    /// Takes it off.
    Remove(Uuid),
}

impl PhraseList {
    /// The sentences as they are read.
    pub fn new(rows: Vec<(Uuid, Phrase)>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// The sentence under the cursor.
    pub fn here(&self) -> Option<&(Uuid, Phrase)> {
        self.rows.get(self.cursor)
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match (&self.form, action) {
            (Some((_, form)), _) => form.works(action),
            (None, Action::Open | Action::Edit | Action::Delete) => !self.rows.is_empty(),
            _ => true,
        }
    }
}

/// Which streams a sentence is for, in words.
pub fn fits(words: &Words, fits: Fits) -> &str {
    match fits {
        Fits::Any => words.summary_fits_any(),
        Fits::Said => words.summary_fits_said(),
        Fits::Tendency(tendency) => labels::tendency(words, tendency),
    }
}

/// The sentences were read anew: the window stays where it was, or opens.
pub(super) fn arrived(state: &mut State, rows: Vec<(Uuid, Phrase)>, changed: Option<Uuid>) {
    let before = match state.window.take() {
        Some(Window::Phrases(list)) => Some(list),
        other => {
            // Another window was opened meanwhile: it stays.
            if other.is_some() && changed.is_some() {
                state.window = other;
                return;
            }
            None
        }
    };
    let cursor = before.map_or(0, |list| list.cursor);
    let found = changed.and_then(|id| rows.iter().position(|(row, _)| *row == id));
    let cursor = found.unwrap_or(cursor).min(rows.len().saturating_sub(1));
    state.window = Some(Window::Phrases(PhraseList { rows, cursor, form: None }));
}

/// Takes an action while the window is open.
pub(super) fn update(state: &mut State, mut list: PhraseList, action: &Action, moment: &Moment) -> Effects {
    if let Some((id, form)) = list.form.take() {
        return in_form(state, list, (id, form), action, moment);
    }
    let bottom = list.rows.len().saturating_sub(1);
    let page = usize::from(moment.height).saturating_sub(10).max(1);
    let mut effects = Effect::none();
    match action {
        Action::Up => list.cursor = list.cursor.saturating_sub(1),
        Action::Down => list.cursor = (list.cursor + 1).min(bottom),
        Action::PageUp => list.cursor = list.cursor.saturating_sub(page),
        Action::PageDown => list.cursor = (list.cursor + page).min(bottom),
        Action::Home => list.cursor = 0,
        Action::End => list.cursor = bottom,
        Action::New => list.form = Some((None, form(&Phrase::default(), moment))),
        Action::Open | Action::Edit => {
            list.form = list.here().map(|(id, phrase)| (Some(*id), form(phrase, moment)));
        }
        Action::Delete => {
            let remove = list.here().map(|(id, _)| Command::Phrase(PhraseChange::Remove(*id)));
            effects.extend(remove.map(Effect::Write));
        }
        Action::Back => return Effect::none(),
        _ => effects = Effect::unused(),
    }
    state.window = Some(Window::Phrases(list));
    effects
}

fn form(phrase: &Phrase, moment: &Moment) -> Form {
    let words = moment.words;
    let vietnamese = words.language() == Language::Vietnamese;
    let mut tendencies: Vec<Fixed> =
        Tendency::ALL.iter().map(|one| (one.id(), labels::tendency(words, *one).to_owned())).collect();
    tendencies.push((Fits::Said.id(), words.summary_fits_said().to_owned()));
    tendencies.push((Fits::Any.id(), words.summary_fits_any().to_owned()));
    let mut bands: Vec<Fixed> = vec![("", words.summary_phrase_any().to_owned())];
    bands.extend(Band::ALL.iter().rev().map(|one| (one.id(), labels::band(words, *one).to_owned())));
    let fields = vec![
        Field::choice("fits", words.summary_phrase_fits(), tendencies)
            .help(words.summary_phrase_fits_help())
            .value(phrase.fits.id()),
        Field::choice("band", words.summary_phrase_band(), bands)
            .help(words.summary_phrase_band_help())
            .value(phrase.band.map_or("", Band::id)),
        Field::text("group", words.summary_phrase_group())
            .help(words.summary_phrase_group_help())
            .value(&phrase.group),
        Field::long("body", words.summary_phrase_body(), 2, 4)
            .required()
            .help(words.summary_phrase_body_help(names(vietnamese)))
            .check(|text, words| {
                read(text, Some(Band::Majority)).err().map(|bad| Said::Wrong(explain(words, &bad)))
            })
            .value(&shown(&phrase.body, vietnamese)),
    ];
    let mut form = Form::new(words.summary_phrase(), fields, moment).begin_at("body");
    form.set_note(seen(&form, words));
    form
}

fn phrase_of(form: &Form) -> Result<Phrase, BadPhrase> {
    let band = form.text("band");
    let band = (!band.is_empty()).then(|| Band::from_id(&band));
    let body = read(&form.text("body"), band)?;
    Ok(Phrase {
        band,
        fits: Fits::from_id(&form.text("fits")),
        group: form.text("group").trim().to_owned(),
        body,
    })
}

/// The sentence as it would be written, or what is wrong with it.
fn seen(form: &Form, words: &Words) -> String {
    match phrase_of(form) {
        Ok(phrase) => preview(&phrase),
        Err(BadPhrase::Empty) => String::new(),
        Err(bad) => explain(words, &bad),
    }
}

/// What is wrong with a template, in words.
pub fn explain(words: &Words, bad: &BadPhrase) -> String {
    let names = names(words.language() == Language::Vietnamese);
    match bad {
        BadPhrase::Empty => words.summary_phrase_empty().to_owned(),
        BadPhrase::Brace => words.summary_phrase_brace(names),
        BadPhrase::Unknown(slot) => words.summary_phrase_unknown(names, slot.as_str()),
        BadPhrase::NoGist => words.summary_phrase_no_gist().to_owned(),
        BadPhrase::Sweeping => words.summary_phrase_sweeping().to_owned(),
    }
}

fn in_form(
    state: &mut State,
    mut list: PhraseList,
    (id, mut form): (Option<Uuid>, Form),
    action: &Action,
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let effects = match form.update(action, moment) {
        Step::Save | Step::SaveNext => match phrase_of(&form) {
            Ok(phrase) => {
                state.window = Some(Window::Phrases(list));
                let change = id.map_or_else(
                    || PhraseChange::Add(phrase.clone()),
                    |id| PhraseChange::Save(id, phrase.clone()),
                );
                return vec![Effect::Write(Command::Phrase(change))];
            }
            Err(bad) => {
                let said = explain(words, &bad);
                form.go_to("body");
                form.say("body", Said::Wrong(said.clone()));
                vec![Effect::Notify(Notice::problem(said))]
            }
        },
        Step::Leave | Step::Drop => {
            state.window = Some(Window::Phrases(list));
            return Effect::none();
        }
        Step::Copy(text) => vec![Effect::Copy(text)],
        Step::Unused => Effect::unused(),
        _ => Effect::none(),
    };
    form.set_note(seen(&form, words));
    list.form = Some((id, form));
    state.window = Some(Window::Phrases(list));
    effects
}

/// Puts the next phrasing in the place of the sentence just inserted, and says which of how many it is.
pub(super) fn rephrase(state: &mut State, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref_mut() else { return Effect::none() };
    let words = moment.words;
    let told = match open.rephrase() {
        Ok((at, all)) => Notice::done(words.summary_rephrased(count(all), count(at))),
        Err(Kept::OnlyOne) => Notice::note(words.summary_one_phrasing()),
        Err(Kept::Gone) => Notice::note(words.summary_nothing_to_rephrase()),
    };
    vec![Effect::Notify(told)]
}
