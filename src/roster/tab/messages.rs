//! What the tab reads and writes, and what comes back.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Asked, ImportPlan, Material, Said};
use crate::exchange::Written;
use crate::roster::model::{
    Births, BulkChange, Card, Decision, NewCollaborator, NewUnit, Order, Output, Plan, Roster, SavedView,
    ViewRecord, ViewWrite,
};
use crate::screen::form::{DraftKey, DraftWrite};

/// What the tab reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// The first screen of the roster.
    First(Order),
    /// Everybody.
    Whole(Order),
    /// The card of somebody, with the twelve months up to a day.
    Card(Uuid, NaiveDate),
    /// What importing a file would do.
    PlanImport(String, Said),
    /// What a form is made of.
    Form(Asked),
    /// How many of these people a change would change.
    Differ(Vec<Uuid>, Box<BulkChange>),
    /// What else hangs on the units of a plan.
    Follows(Box<Plan>),
    /// Writes people to a file.
    Output(Box<Output>),
    /// Filters with a name.
    Views,
    /// Sex and year of birth of everybody, for sums.
    Births,
}

/// What the tab writes.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Keeps a collaborator; a new one without an id.
    SavePerson {
        /// Who.
        id: Option<Uuid>,
        /// What is known.
        known: Box<NewCollaborator>,
        /// A unit that is not on the roster yet; empty when it is.
        unit_name: String,
        /// Another one is entered next.
        next: bool,
    },
    /// Keeps a unit; a new one without an id.
    SaveUnit {
        /// Which.
        id: Option<Uuid>,
        /// What is known.
        known: Box<NewUnit>,
        /// Since when it bears its new name; `None`: a slip was mended.
        renamed_on: Option<NaiveDate>,
    },
    /// Makes a decision about people.
    Decide {
        /// Who.
        people: Vec<Uuid>,
        /// What.
        decision: Box<Decision>,
    },
    /// Changes people.
    Change {
        /// Who.
        people: Vec<Uuid>,
        /// What.
        change: Box<BulkChange>,
    },
    /// Takes people off the roster.
    Delete(Vec<Uuid>),
    /// Takes a unit off.
    DeleteUnit {
        /// Which.
        id: Uuid,
        /// Its name.
        name: String,
    },
    /// Reorganises units.
    Reorganise(Box<Plan>),
    /// Moves a unit one place up or down among those below the same unit.
    MoveUnit {
        /// Which.
        id: Uuid,
        /// Up.
        up: bool,
    },
    /// Keeps what is typed, or forgets it.
    Draft(DraftWrite),
    /// Forgets what was typed and opens the form without it.
    DropDraft(DraftWrite, Asked),
    /// Imports a file.
    Import(String, Said),
    /// Keeps a filter with a name.
    SaveView(ViewRecord),
    /// Takes one off, or moves it.
    View(ViewWrite),
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// The roster, whole or its first screen.
    Roster {
        /// The people.
        roster: Box<Roster>,
        /// Everybody is in it.
        whole: bool,
    },
    /// Answer to [`Query::Births`].
    Births(Births),
    /// Filters with a name, in their order.
    Views(Vec<SavedView>),
    /// A card; `None` when the person is gone.
    Card(Option<Box<Card>>),
    /// What a form is made of.
    Form(Box<Material>),
    /// How many of these people a change would change.
    Differ(Vec<Uuid>, Box<BulkChange>, usize),
    /// There is a file of that name.
    Exists(Box<Output>),
    /// What became of a file.
    Written(Written),
    /// A plan with what else hangs on its units.
    Follows(Box<Plan>),
    /// Something was written.
    Saved(Saved),
    /// A draft is kept.
    Kept(DraftKey),
    /// A draft was forgotten; the form opens again.
    Dropped(DraftKey, Asked),
    /// What an import would do.
    Planned(Box<ImportPlan>),
    /// What an import did.
    Imported(Box<ImportPlan>),
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// A collaborator.
    Person {
        /// Who.
        id: Uuid,
        /// The name.
        name: String,
        /// It is a new one.
        new: bool,
        /// Another one is entered next.
        next: bool,
    },
    /// A unit.
    Unit {
        /// Which.
        id: Uuid,
        /// The name.
        name: String,
    },
    /// A decision about so many.
    Decision(usize),
    /// So many were changed.
    Changed(usize),
    /// So many were taken off.
    Deleted(usize),
    /// A unit was taken off.
    UnitDeleted(String),
    /// Units were reorganised.
    Reorganised {
        /// One to look at.
        unit: Option<Uuid>,
        /// Units that are no more.
        ceased: usize,
        /// People who moved.
        people: usize,
    },
    /// A filter with a name, and all of them.
    View(String, Vec<SavedView>),
    /// A unit stands in another place of the order.
    UnitMoved(Uuid),
}
