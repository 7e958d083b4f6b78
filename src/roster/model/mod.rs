//! Types of the roster and the rules that need nothing but them.

mod activity;
mod bulk;
mod card;
mod charts;
mod columns;
mod commendation;
mod decision;
mod filter;
mod former;
mod imported;
mod list;
mod mapping;
mod match_person;
mod name;
mod output;
mod person;
mod reorganise;
mod saved_view;
mod short_unit;
mod unit;
mod unit_index;

pub use crate::text::phone::{Phones, phone_shown, phones_in};
pub use activity::{Activity, ActivityRule};
pub use bulk::BulkChange;
pub use card::{Card, CardExtra, ClassAttended, LastChange};
pub use charts::{AGES, Births, Charts, Ending, LEAST};
pub use columns::{Wanted, share};
pub use commendation::Commendation;
pub use decision::{Decision, DecisionKind, DecisionProblem};
pub use filter::{FilterProblem, RosterFilter};
pub use former::{Former, OldName, Succession, formers};
pub use imported::{Notice, RosterImported};
pub use list::{
    Column, ENDING_DAYS, Narrow, Order, Person, PersonRow, RETENTION_RANGE, RETENTION_YEARS, Roster, Show,
    UnitRow, answering, retention,
};
pub use mapping::{ListColumns, ListField, Mapping};
pub use match_person::{KnownPerson, PersonIndex, PersonMatch};
pub use name::{is_one_handler, name_key, plain_person_name, spelling_key, valid_person_name, without_title};
pub use output::{Output, OutputKind};
pub use person::{Collaborator, NewCollaborator, PersonProblem, Sex, Status, read_birth};
pub use reorganise::{
    Change, Destination, Excused, Follows, Leftover, Move, Moving, Plan, Remark, Successor, Wish, WishProblem,
};
pub use saved_view::{ROSTER_VIEWS, SavedView, ViewRecord, ViewWrite};
pub use short_unit::{short_post, short_unit};
pub use unit::{NewUnit, Unit, UnitKey, UnitKind, UnitLevel, is_ditto, looks_like_unit, plain_unit_name};
pub use unit_index::UnitIndex;
