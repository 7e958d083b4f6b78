//! What the tab reads and writes, and what comes back.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Asked, ImportPlan, ImportTrouble, Material, PaperLine, Print, Printed, Which, YearMaterial};
use crate::exchange::paper::pages::Page;
use crate::roster::model::{SavedView, ViewRecord, ViewWrite};
use crate::screen::form::{DraftKey, DraftWrite};
use crate::training::model::{
    AttendeesImported, Candidate, Clash, Class, ClassChange, ClassLine, ClassState, DayRow, DueTask,
    NamesDue, NewClass, Offer, PartRow, Participant, PlanItem, Point, Preparation, Session, Trained,
};
use crate::training::papers::print::PrintError;

/// What the tab reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Every class and meeting, what falls due, and what clashes from this day on.
    Classes(NaiveDate),
    /// One with all its parts.
    Class(Uuid),
    /// What is on the days from one to another.
    Days(NaiveDate, NaiveDate),
    /// What a form is made of.
    Form(Asked),
    /// Who may be put on the list of a class.
    Candidates(Uuid),
    /// The points of an agenda.
    Points(Uuid),
    /// The occurrences that would follow the last of the standing meeting a class belongs to.
    Next(Uuid),
    /// What may be put on the agenda of a meeting, and what is late today.
    Offers(Uuid, NaiveDate),
    /// What importing an attendee list would do.
    PlanImport(String),
    /// The papers of a class, if one is meant, and the plan of a year.
    Papers(Option<Uuid>, i32),
    /// The plan of a year.
    Year(i32),
    /// Writes papers; true: several into a folder.
    Print(Print, bool),
    /// The pages of a paper.
    Pages(Print),
    /// The office's own filters with a name.
    Views,
    /// Who is on the lists of classes that were held, for sums.
    Trained,
}

/// What the tab writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Keeps a class; a new one without an id.
    SaveClass {
        /// Which.
        id: Option<Uuid>,
        /// What is known.
        known: Box<NewClass>,
        /// The draft to forget.
        draft: Option<DraftKey>,
        /// What it was before, when later occurrences of the standing meeting follow.
        later: Option<Box<NewClass>>,
    },
    /// Keeps a session.
    SaveSession {
        /// Of which class.
        class: Uuid,
        /// The session.
        session: Box<Session>,
        /// The draft to forget.
        draft: Option<DraftKey>,
        /// The form that follows.
        again: Option<Asked>,
    },
    /// Keeps a thing to prepare.
    SaveTask {
        /// For which class.
        class: Uuid,
        /// The thing.
        task: Box<Preparation>,
        /// The form that follows.
        again: Option<Asked>,
    },
    /// Puts people on the list of a class.
    AddPeople {
        /// Which class.
        class: Uuid,
        /// Who.
        people: Vec<Participant>,
        /// The form that follows.
        again: Option<Asked>,
    },
    /// Somebody was absent from a session, with leave or without, or was there.
    Absence {
        /// Who.
        participant: Uuid,
        /// From which session.
        session: Uuid,
        /// Absent: with leave?
        absent: Option<bool>,
    },
    /// Keeps a point of an agenda.
    SavePoint {
        /// Of which meeting.
        class: Uuid,
        /// The point.
        point: Box<Point>,
        /// The form that follows.
        again: Option<Asked>,
    },
    /// Puts points on an agenda.
    AddPoints(Uuid, Vec<Point>),
    /// Moves a point of an agenda.
    MovePoint {
        /// Of which meeting.
        class: Uuid,
        /// Which.
        id: Uuid,
        /// Down.
        down: bool,
    },
    /// Keeps a point of a year's plan.
    SavePlanItem(i32, Box<PlanItem>),
    /// Moves it among those of its year.
    MovePlanItem {
        /// Year.
        year: i32,
        /// Which.
        id: Uuid,
        /// Down.
        down: bool,
    },
    /// Takes it off.
    DeletePlanItem(i32, Uuid),
    /// Takes a part off.
    Delete(PartRow),
    /// Enters the occurrences after the last of the standing meeting a class belongs to.
    Extend(Uuid),
    /// Takes an occurrence of a standing meeting off, with the later ones.
    DeleteLater(Uuid),
    /// Another state.
    State(Uuid, ClassState),
    /// A thing to prepare is done, or not.
    Task {
        /// The class.
        class: Uuid,
        /// The thing to prepare.
        task: Uuid,
        /// Done.
        done: bool,
    },
    /// Keeps a filter with a name.
    SaveView(ViewRecord),
    /// Takes one off, or moves it.
    View(ViewWrite),
    /// Changes these classes at once.
    Change(Vec<Uuid>, ClassChange),
    /// Imports an attendee list.
    Import(String),
    /// Keeps what is typed, or forgets it.
    Draft(DraftWrite),
    /// Forgets what was typed and opens the form without it.
    DropDraft(DraftWrite, Asked),
}

/// What the month is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Every class and meeting.
    pub classes: Vec<ClassLine>,
    /// Things to prepare that are not done.
    pub due: Vec<DueTask>,
    /// Names that units still have to send.
    pub names: Vec<NamesDue>,
    /// What is wanted in two places at one time.
    pub clashes: Vec<Clash>,
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// Every class and meeting, what falls due, and what clashes.
    Classes(Box<Agenda>),
    /// One; `None` when it is gone.
    Class(Option<Box<Class>>),
    /// The office's own filters with a name.
    Views(Vec<SavedView>),
    /// One was kept, called so; all of them.
    SavedView(String, Vec<SavedView>),
    /// What is on the days of the grid.
    Days(Vec<DayRow>),
    /// What a form is made of.
    Form(Box<Material>),
    /// A class or a part was written from a form; the class to show, and the form that follows.
    Saved(Uuid, Option<Asked>),
    /// A standing meeting was written: the class to show, how many occurrences were entered, how many followed.
    SavedSeries(Uuid, usize, usize),
    /// A class was changed.
    Changed,
    /// Who is on the lists of classes that were held.
    Trained(Vec<Trained>),
    /// So many classes were changed at once.
    ChangedMany(usize),
    /// Something was written that the screen shows already, or that nobody sees.
    Kept,
    /// A draft is in the file, or out of it.
    Drafted(DraftKey),
    /// A draft was forgotten; the form opens again.
    Dropped(DraftKey, Asked),
    /// The plan of a year.
    Year(Box<YearMaterial>),
    /// A point of the plan of a year was written.
    YearKept(i32),
    /// The papers of a class with its title, and the plan of the year.
    Papers(Option<(Uuid, String)>, Vec<PaperLine>),
    /// Papers were written, or some not.
    Printed(Box<Printed>),
    /// The pages of a paper, or why there are none.
    Pages(Which, Result<Vec<Page>, PrintError>),
    /// Who may be put on the list of a class.
    Candidates(Uuid, Vec<Candidate>),
    /// The occurrences that would follow the last of the standing meeting a class belongs to; none when it is none.
    Next(Uuid, Vec<NewClass>),
    /// So many occurrences were entered.
    Extended(usize),
    /// The points of the agenda of a meeting.
    Points(Uuid, Vec<Point>),
    /// What may be put on the agenda.
    Offers(Vec<Offer>),
    /// What an import would do.
    Planned(Box<ImportPlan>),
    /// An import was done, or why not.
    Imported(Box<Result<AttendeesImported, ImportTrouble>>),
}
