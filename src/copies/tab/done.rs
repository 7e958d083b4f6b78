//! What was done in this run, and undoing back to a point.

use super::{DoneRow, Effects, Page, State, Window};
use crate::copies::labels;
use crate::screen::list::{Keyed, List};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment};

impl Keyed for DoneRow {
    type Id = i64;
    type Key = i64;
    fn id(&self) -> i64 {
        self.group
    }
    fn key(&self) -> i64 {
        self.group
    }
}

/// What was done in this run, the last thing first.
#[derive(Debug, Default)]
pub struct DoneList {
    /// The list.
    pub list: List<DoneRow>,
    /// It was read.
    pub ready: bool,
}

impl DoneList {
    pub(super) fn take(&mut self, rows: Vec<DoneRow>) {
        self.ready = true;
        self.list.set_whole(rows);
    }
}

/// Actions a question names.
const NAMED: usize = 8;

pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(Page::Done(page)) = &mut state.page else {
        return Effect::unused();
    };
    if page.list.go(action).is_some() {
        return Effect::none();
    }
    let (Action::Open, Some(row)) = (action, page.list.current()) else {
        return Effect::unused();
    };
    let words = moment.words;
    let count = page.list.rows().take_while(|other| other.group != row.group).count() + 1;
    let mut lines = vec![words.copies_undo_to_question(words.number(count as i64))];
    lines.extend(page.list.rows().take(count.min(NAMED)).map(|row| {
        let at = row.at.map_or_else(String::new, |at| at.format("%H:%M").to_string());
        format!("  {at}  {}", labels::action(words, &row.action))
    }));
    if count > NAMED {
        lines.push(words.copies_undo_to_more(words.number((count - NAMED) as i64)));
    }
    lines.push(String::new());
    lines.push(words.copies_undo_to_redo().to_owned());
    let question = lines.join("\n");
    state.window = Some(Window::UndoTo(Confirm::new(words.copies_undo_to(), question, row.group)));
    Effect::none()
}
