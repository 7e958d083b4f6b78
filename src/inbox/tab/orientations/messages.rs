//! What the page reads and writes, and what comes back.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::exchange::Written;
use crate::inbox::briefing::{Briefing, Matter, Told};
use crate::inbox::orientations::{OrientationCard, OrientationLine};
use crate::inbox::tab::form::{Answer, Ask, Write};

/// What the page reads.
#[derive(Clone, Debug)]
pub enum Query {
    /// All orientations, and the office that sends them.
    Lines,
    /// One of them whole.
    Card(Uuid),
    /// The same with those its filter means.
    Found(Uuid),
    /// The giao ban.
    Briefings,
    /// Writes it as a file.
    Export(Export),
    /// What a form asks.
    Form(Ask),
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Which orientation.
    pub id: Uuid,
    /// The file; a bare name stands beside the office's file.
    pub path: PathBuf,
    /// The message, for a text.
    pub message: String,
    /// The day of the paper.
    pub today: NaiveDate,
    /// What is there may be written over.
    pub over: bool,
}

/// What the page writes.
#[derive(Debug)]
pub enum Command {
    /// What a form writes.
    Form(Write),
    /// It was sent through this, at this moment; an empty way takes that back.
    Sent(Uuid, &'static str, NaiveDateTime),
    /// It is told at a giao ban.
    Tell(Matter, Box<Briefing>, NaiveDateTime),
    /// Takes it away.
    Remove(Uuid),
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// Answer to [`Query::Lines`]: the lines, and the office with the mark of an invented one.
    Lines(Vec<OrientationLine>, Box<(String, String)>),
    /// Answer to [`Query::Card`] and [`Query::Found`]; `None` when it is gone.
    Card(Option<Box<OrientationCard>>),
    /// Answer to [`Query::Briefings`].
    Briefings(Vec<Briefing>),
    /// Answer to a form.
    Form(Answer),
    /// To how many it went; `None` when the note was taken back.
    Sent(Uuid, Option<usize>),
    /// It is told at a giao ban of this day.
    Told(Told, NaiveDate),
    /// It was taken away.
    Removed,
    /// What became of a file; `None` when the orientation is gone.
    Written(Option<Written>),
    /// There is a file of this name.
    Exists(Export),
}
