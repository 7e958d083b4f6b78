//! The pages that lie over the tabs: opened by an action, closed by Esc or by choosing a tab.

use super::desk::{Ask, Desk};
use crate::screen::{Action, Moment, Notice, Target};

/// Places of the pages over the tabs among the panes: about the log and merging, who has not reported, charts, issues,
/// orientations, survey rounds.
const COPIES: usize = 4;
const OVERDUE: usize = 5;
const CHARTS: usize = 6;
const ISSUES: usize = 7;
const ORIENTATIONS: usize = 8;
const SURVEYS: usize = 9;

impl Desk {
    /// What has the keys: the page over the tabs when one is open, else the tab.
    pub(super) fn in_sight(&self) -> usize {
        self.paged.unwrap_or(self.chosen.index())
    }

    /// How many decisions wait.
    pub fn waiting(&self) -> u64 {
        self.panes[COPIES].count().unwrap_or_default()
    }

    /// Opens what has the keys with an action; `None` when the action opens no page.
    pub(super) fn turn_to_page(&mut self, action: &Action, moment: &Moment) -> Option<Vec<Ask>> {
        let (page, action) = match action {
            Action::Overdue => (OVERDUE, Action::Overdue),
            Action::Charts => (CHARTS, Action::Give(self.pane().selection())),
            Action::Issues => (ISSUES, Action::Issues),
            Action::Orientations => (ORIENTATIONS, Action::Orientations),
            Action::Show(target @ Target::Orientation(_)) => (ORIENTATIONS, Action::Show(target.clone())),
            Action::Surveys => (SURVEYS, Action::Surveys),
            Action::Show(target @ Target::Issue(_)) => (ISSUES, Action::Show(target.clone())),
            Action::History => match self.pane().record() {
                Some(record) => (COPIES, Action::Show(record)),
                None if self.paged.is_some() => return None,
                None => return Some(vec![Ask::Say(Notice::note(moment.words.copies_no_record()))]),
            },
            Action::Bundle => (COPIES, Action::Give(self.pane().selection())),
            Action::UndoList | Action::Decisions | Action::Merge | Action::Merges | Action::Publish => {
                (COPIES, action.clone())
            }
            _ => return None,
        };
        self.paged = Some(page);
        self.stale[page] = false;
        Some(self.quietly(page, &action, moment))
    }

    /// Closes the page over the tabs.
    pub(super) fn close_page(&mut self, moment: &Moment) -> Vec<Ask> {
        if self.paged.take().is_none() {
            return Vec::new();
        }
        self.show(self.chosen, moment)
    }
}
