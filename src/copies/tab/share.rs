//! The file that colleagues share on a network share, a stick or in a synced folder: what they put there comes in, and the
//! whole takes its place there.

use std::path::{Path, PathBuf};

use super::give::shown;
use super::merge::choices;
use super::{Command, Effects, Query, State, Window};
use crate::file::FileError;
use crate::office::problem;
use crate::screen::form::{Field, Form, Said, Step};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Notice};

/// The question where to.
#[derive(Debug)]
pub struct Sharing {
    /// The form.
    pub form: Form,
    /// It was handed over.
    handed: bool,
}

impl Sharing {
    /// It takes keys again.
    pub(super) fn answered(&mut self) {
        self.handed = false;
    }
}

/// What became of it.
#[derive(Debug)]
pub enum Shared {
    /// It is there.
    Put(Box<Put>),
    /// It is not, and why; everything is still in the own file.
    Refused(PathBuf, FileError),
    /// That is the file itself.
    Itself,
    /// Somebody stopped it.
    Cancelled,
}

/// What was put and what came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Put {
    /// The own file.
    pub own: PathBuf,
    /// The place.
    pub place: PathBuf,
    /// Something of ours was put there.
    pub put: bool,
    /// Changes that came.
    pub records: usize,
    /// Rows they touched.
    pub rows: usize,
    /// Questions that wait in all.
    pub waiting: u64,
}

/// Asks where to; `own` is the path of the file.
pub(super) fn open(state: &mut State, own: &Path, moment: &Moment) {
    let words = moment.words;
    let place = moment.settings.shared_at(own).map(shown).unwrap_or_default();
    let field = Field::text("place", words.copies_share_place())
        .help(words.copies_share_place_hint())
        .required()
        .value(&place);
    let form = Form::new(words.copies_share(), vec![field], moment).note(words.copies_share_note());
    state.sharing = Some(Sharing { form, handed: false });
}

/// Passes an action to the form.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(sharing) = &mut state.sharing else { return Effect::unused() };
    if sharing.handed && *action != Action::Back {
        return Effect::none();
    }
    match sharing.form.update(action, moment) {
        Step::Leave => {
            state.sharing = None;
            state.left_alone()
        }
        Step::Save => {
            sharing.handed = true;
            vec![Effect::Write(Command::Publish(sharing.form.text("place")))]
        }
        Step::Copy(text) => vec![Effect::Copy(text)],
        Step::Unused => Effect::unused(),
        _ => Effect::none(),
    }
}

pub(super) fn receive(state: &mut State, shared: Shared, moment: &Moment) -> Effects {
    let words = moment.words;
    if let Some(sharing) = &mut state.sharing {
        sharing.handed = false;
    }
    match shared {
        Shared::Put(put) => {
            state.sharing = None;
            state.waiting = put.waiting;
            let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
            let mut lines = Vec::new();
            lines.push(if put.records == 0 {
                words.copies_shared_nothing().to_owned()
            } else {
                words.copies_shared_came(number(put.records), number(put.rows))
            });
            lines.push(if put.put {
                words.copies_shared_put(shown(&put.place))
            } else {
                words.copies_shared_equal(shown(&put.place))
            });
            if put.waiting > 0 {
                lines.push(words.copies_merged_waiting(words.number(put.waiting as i64)));
            }
            let choices = choices(words, put.waiting, &[]);
            let title = words.copies_share();
            state.window = Some(if put.waiting > 0 {
                lines.push(words.copies_shared_next().to_owned());
                Window::Merged(Confirm::new(title, lines.join("\n"), choices))
            } else {
                lines.push(words.copies_given_next().to_owned());
                Window::Told(Confirm::new(title, lines.join("\n"), ()))
            });
            let mut effects = state.read();
            effects.push(Effect::Read(Query::Count));
            effects.push(Effect::Share(put.own, put.place));
            effects
        }
        Shared::Refused(path, error) => {
            let said = problem::describe(words, &path, &error);
            if let Some(sharing) = &mut state.sharing {
                sharing.form.say("place", Said::Wrong(words.copies_share_kept(said)));
                sharing.form.go_to("place");
            }
            Effect::none()
        }
        Shared::Itself => {
            if let Some(sharing) = &mut state.sharing {
                sharing.form.say("place", Said::Wrong(words.copies_share_itself().to_owned()));
            }
            Effect::none()
        }
        Shared::Cancelled => vec![Effect::Notify(Notice::note(words.copies_share_cancelled()))],
    }
}
