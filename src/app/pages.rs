//! The pages that lie over the tabs: opened by an action, closed by Esc or by choosing a tab.

use super::desk::{Ask, Desk};
use crate::screen::{Action, Moment, Notice};

/// Place of the pages over the tabs among the panes.
const PAGES: usize = 4;

impl Desk {
    /// What has the keys: the page over the tabs when one is open, else the tab.
    pub(super) fn in_sight(&self) -> usize {
        if self.paged { PAGES } else { self.chosen.index() }
    }

    /// How many decisions wait.
    pub fn waiting(&self) -> u64 {
        self.panes[PAGES].count().unwrap_or_default()
    }

    /// Opens what has the keys with an action; `None` when the action opens no page.
    pub(super) fn turn_to_page(&mut self, action: &Action, moment: &Moment) -> Option<Vec<Ask>> {
        let action = match action {
            Action::History => match self.pane().record() {
                Some(record) => Action::Show(record),
                None if self.paged => return None,
                None => return Some(vec![Ask::Say(Notice::note(moment.words.copies_no_record()))]),
            },
            Action::Bundle => Action::Give(self.pane().selection()),
            Action::UndoList | Action::Decisions | Action::Merge | Action::Merges | Action::Publish => {
                action.clone()
            }
            _ => return None,
        };
        self.paged = true;
        self.stale[PAGES] = false;
        Some(self.quietly(PAGES, &action, moment))
    }

    /// Closes the page over the tabs.
    pub(super) fn close_page(&mut self, moment: &Moment) -> Vec<Ask> {
        if !std::mem::take(&mut self.paged) {
            return Vec::new();
        }
        self.show(self.chosen, moment)
    }
}
