//! The paper as pages that will break as they do here, read before it is printed.

use uuid::Uuid;

use super::composer::Composer;
use super::{Effects, Query, State, Window, paper_name};
use crate::exchange::paper::pages::{Page, sheets};
use crate::screen::preview::{Preview, columns};
use crate::screen::{Action, Effect, Moment};

/// Pages that are read.
#[derive(Debug)]
pub struct Pages {
    /// The pages as the screen shows them.
    pub preview: Preview,
    printed: Vec<Page>,
    id: Uuid,
    file: String,
}

impl Pages {
    /// The pages of a synthesis; `period` names the file they would be saved to.
    pub(super) fn new(id: Uuid, title: &str, period: &str, pages: Vec<Page>, moment: &Moment) -> Self {
        let preview = Preview::new(title, sheets(&pages, columns(moment.width)));
        Self { preview, printed: pages, id, file: paper_name(period, false) }
    }
}

/// Asks for the pages of the open synthesis with its texts as they are now.
pub(super) fn ask(open: &Composer, moment: &Moment) -> Effects {
    let bodies = open.unsaved_bodies();
    vec![Effect::Read(Query::Preview { id: open.synthesis.id, today: moment.today(), bodies })]
}

/// Another size of the window.
pub(super) fn resize(state: &mut State, moment: &Moment) {
    if let Some(Window::Print(open)) = &mut state.window {
        open.preview.lay_out(sheets(&open.printed, columns(moment.width)));
    }
}

/// The pages have the keys.
pub(super) fn update(state: &mut State, mut open: Box<Pages>, action: &Action, moment: &Moment) -> Effects {
    match action {
        Action::Back => return Effect::none(),
        Action::Open => {
            state.window = Some(Window::export(moment.words, &open.file, open.id, false));
            return super::act::not_saved(state, moment);
        }
        _ => {}
    }
    let known = open.preview.update(action, moment.height);
    state.window = Some(Window::Print(open));
    if known { Effect::none() } else { Effect::unused() }
}
