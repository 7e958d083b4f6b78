//! What the tab reads and writes, and what comes back.

use std::path::PathBuf;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Change, Done, PhraseChange, Unread};
use crate::exchange::paper::pages::Page as PrintedPage;
use crate::summary::checks::{Facts, Kept};
use crate::summary::gather::{Material, Phrase, Phrases};
use crate::summary::model::{Grouping, Head, Synthesis, SynthesisRow, Template};
use crate::summary::period::Period;
use crate::summary::problem::ExportError;
use crate::summary::register::{Entry, NewNumber, Running};
use crate::summary::signed::ReadBack;
use crate::summary::wanted::Wanted;

/// What the tab reads.
#[derive(Clone, Debug)]
pub enum Query {
    /// The syntheses of the file.
    List,
    /// One of them, with the material of its period.
    Open(Uuid),
    /// The whole text of an item, as a page.
    Item {
        /// Item.
        id: Uuid,
        /// Heading of the page.
        title: String,
        /// What stands above the text.
        above: String,
        /// What stands below the text.
        below: String,
    },
    /// The paper as pages.
    Preview {
        /// Synthesis.
        id: Uuid,
        /// Today.
        today: NaiveDate,
        /// Texts of sections that are not in the file yet.
        bodies: Vec<(Uuid, String)>,
    },
    /// The numbers of the file, on this day.
    Register(NaiveDate),
    /// Writes the register of this day to a workbook.
    ExportRegister(PathBuf, NaiveDate),
    /// Writes the paper to a file.
    Export(Export),
    /// The templates of the file, for a synthesis of this period.
    Templates(Period),
    /// The topics a thematic one can be about.
    Topics(Wanted),
    /// The places it can be of.
    Places(Wanted),
    /// The sentences drafts are written with.
    Phrases,
    /// Reads a signed paper back.
    Signed(Uuid, Box<Head>, PathBuf),
}

/// A paper to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Synthesis.
    pub id: Uuid,
    /// File; a bare name stands beside the office's file.
    pub path: PathBuf,
    /// Today.
    pub today: NaiveDate,
    /// With the table of sources, for use inside the office.
    pub annex: bool,
    /// Over a file of that name.
    pub over: bool,
}

/// What the tab writes.
#[derive(Clone, Debug)]
pub enum Command {
    /// Makes the synthesis that is wanted, unless there is one.
    Create(Wanted),
    /// Changes the outline.
    Outline(Uuid, Change),
    /// Gathers again; with `over` also where a person wrote.
    Gather {
        /// Synthesis.
        id: Uuid,
        /// By what.
        by: Grouping,
        /// Over what a person wrote.
        over: bool,
    },
    /// Keeps the text of a section.
    Save {
        /// Synthesis.
        synthesis: Uuid,
        /// Section.
        section: Uuid,
        /// Now.
        at: String,
        /// Text with citations.
        body: String,
    },
    /// Keeps a text that is not saved, on this copy only.
    KeepDraft {
        /// Section.
        section: Uuid,
        /// Now.
        at: String,
        /// Text with citations.
        body: String,
    },
    /// Forgets a text that was not saved.
    DropDraft(Uuid),
    /// Keeps what stands around the text.
    Head(Uuid, Box<Head>),
    /// Hands it to the one who signs.
    Submit(Uuid),
    /// Issues it, with the text of the signed paper when there is one.
    Issue(Uuid, Box<Head>, Option<Box<ReadBack>>),
    /// Takes it back to be written on: the line that says why.
    TakeBack(Uuid, String),
    /// Enters a number of a paper written elsewhere.
    AddNumber(Box<NewNumber>),
    /// Takes such a number off the register.
    RemoveNumber(Uuid),
    /// Takes a synthesis away.
    Delete(Uuid),
    /// Changes the sentences drafts are written with.
    Phrase(PhraseChange),
    /// Keeps why findings stay as they are; an empty reason takes the answers back.
    Answer {
        /// Synthesis.
        synthesis: Uuid,
        /// Kinds of the findings and what they are about.
        about: Vec<(&'static str, Uuid)>,
        /// Why.
        reason: String,
    },
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// The syntheses.
    List(Vec<SynthesisRow>),
    /// The synthesis that was asked for; `None` when it is gone.
    Opened(Option<Box<Opened>>),
    /// A page to read: heading and text.
    Page(String, String),
    /// The paper of a synthesis as pages, or why there are none.
    Pages {
        /// Synthesis.
        id: Uuid,
        /// Its subject.
        title: String,
        /// Its period, as files are named.
        period: String,
        /// The pages.
        pages: Result<Vec<PrintedPage>, ExportError>,
    },
    /// The paper was written, or why not.
    Exported(Result<PathBuf, ExportError>),
    /// A file of that name is there already.
    Exists(Export),
    /// The synthesis of the period; true when it was there before.
    Created(Uuid, bool),
    /// Sections renewed and sections kept as a person wrote them.
    Gathered {
        /// Synthesis.
        id: Uuid,
        /// By what.
        by: Grouping,
        /// Sections renewed.
        renewed: usize,
        /// Sections left as they are.
        kept: usize,
    },
    /// The templates of the file, for a synthesis of this period.
    Templates(Period, Vec<Template>),
    /// The topics of the file, for a thematic one.
    Topics(Wanted, Vec<(Uuid, String)>),
    /// The units with units below them, for one of a place.
    Places(Wanted, Vec<(Uuid, String)>),
    /// The sentences drafts are written with, and the one that was changed.
    Phrases(Vec<(Uuid, Phrase)>, Option<Uuid>),
    /// The outline was changed: the section to stand on; true when it was only kept as a template.
    Outlined(Uuid, Option<Uuid>, bool),
    /// The signed paper of a synthesis.
    Signed(Uuid, Box<Head>, Result<Box<ReadBack>, Unread>),
    /// A step was taken.
    Done(Uuid, Done),
    /// The text of a section is in the file.
    Saved,
    /// The synthesis was submitted or issued meanwhile: the text of a section was kept as not saved.
    Stands(Uuid),
    /// The numbers of the file, and how they run.
    Register(Vec<Entry>, Running),
    /// A number was entered or taken off.
    Numbered(bool),
    /// The rows changed: read them anew.
    Changed,
    /// What the screen shows already is in the file: a text not saved, an answer to a finding.
    Drafts,
}

/// A synthesis with all the composer needs.
#[derive(Debug)]
pub struct Opened {
    /// The synthesis.
    pub synthesis: Synthesis,
    /// Material of its period.
    pub material: Material,
    /// What the checks know of it.
    pub facts: Facts,
    /// Sentences drafts are written with.
    pub phrases: Phrases,
    /// The next number of its type, where the register has any.
    pub next_number: Option<u32>,
    /// Texts that were not saved.
    pub drafts: std::collections::HashMap<Uuid, String>,
    /// Answers to findings, and what the sources said when they were cited.
    pub kept: Kept,
}
