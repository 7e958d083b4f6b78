//! The groups of the menu (F9): under which heading a command is looked for by people who know other programs' menus.

use super::{Label, Place, Row};
use crate::screen::action::Action;
use crate::words::Words;

/// A heading of the menu, in the order of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Files, papers, settings, the way out.
    File,
    /// Entering and changing.
    Edit,
    /// Looking for and at things.
    View,
    /// What the place is for.
    Work,
    /// Other tabs and the pages over them.
    Pages,
    /// Help.
    Help,
}

impl Group {
    /// All, as they stand on the bar.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::View, Self::Work, Self::Pages, Self::Help];

    /// Its heading in a place: a window's own commands stand under the window's name.
    pub fn title(self, place: &Place) -> Label {
        match self {
            Self::File => Words::menu_file,
            Self::Edit => Words::menu_edit,
            Self::View => Words::menu_view,
            Self::Work if place.modal => place.title,
            Self::Work => Words::menu_work,
            Self::Pages => Words::menu_pages,
            Self::Help => Words::menu_help,
        }
    }

    /// Where a row of a place stands; `None` for moves, which are no commands.
    pub fn of(row: &'static Row, place: &'static Place) -> Option<Self> {
        use Action as A;
        let of_the_window = place.modal && place.rows.iter().any(|own| std::ptr::eq(own, row));
        Some(match row.action {
            A::Menu => return None,
            A::Back | A::NextPane if of_the_window => Self::Work,
            _ if is_move(&row.action) => return None,
            _ if of_the_window => Self::Work,
            A::Import
            | A::Export
            | A::Papers
            | A::Preview
            | A::OpenFile
            | A::Merge
            | A::Merges
            | A::Bundle
            | A::Publish
            | A::Settings
            | A::OwnKeys
            | A::Suspend
            | A::Quit => Self::File,
            A::New
            | A::CopyAsNew
            | A::Edit
            | A::Delete
            | A::Undo
            | A::Redo
            | A::Mark
            | A::MarkAll
            | A::Copy
            | A::Save
            | A::OwnEditor
            | A::Input(_) => Self::Edit,
            A::Open
            | A::Search
            | A::Filter
            | A::Views
            | A::Sort
            | A::Order
            | A::Refresh
            | A::Original
            | A::PreviousMonth
            | A::NextMonth
            | A::Today
            | A::Grid
            | A::YearPlan
            | A::UnitTree
            | A::Gaps
            | A::Expiring
            | A::Duplicates
            | A::Overdue
            | A::OnlyMissing
            | A::Issues
            | A::Surveys
            | A::Orientations
            | A::Recipients
            | A::Alike
            | A::Charts
            | A::PeopleCharts => Self::View,
            A::Tab(_) | A::Decisions | A::UndoList | A::History => Self::Pages,
            A::Help | A::Palette | A::SwitchTyping => Self::Help,
            _ => Self::Work,
        })
    }
}

/// True for what only moves about, and for what only has a meaning where the cursor is: no command by name.
pub fn is_move(action: &Action) -> bool {
    matches!(
        action,
        Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::ScrollUp
            | Action::ScrollDown
            | Action::Home
            | Action::End
            | Action::Back
            | Action::NextPane
            | Action::PreviousPane
    )
}
