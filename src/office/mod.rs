//! The office's file opened with everything the rooms derive from it and ship with it.
//!
//! `file` knows no room and each room knows only its own tables; this is the one place that puts them together, used by the
//! command line, the running program and the demonstration alike.

pub mod import;
pub mod model;
pub mod problem;
pub mod store;

use std::path::Path;

use rusqlite::Connection;

use crate::file::{Changed, FileError, Following, OfficeFile, Rooms, Source, Who};
use crate::inbox;
use crate::roster;
use crate::roster::store::{OfficeCard, know_handler, set_office};
use crate::search::index;
use crate::settings::Settings;
use crate::summary;

/// All rooms' shipped and derived rows.
pub struct AllRooms;

/// The one value every caller passes to [`OfficeFile`].
pub static ROOMS: AllRooms = AllRooms;

impl Rooms for AllRooms {
    fn shipped(&self, conn: &Connection) -> rusqlite::Result<()> {
        roster::store::shipped(conn)?;
        inbox::store::shipped(conn)?;
        summary::store::shipped(conn)?;
        Ok(())
    }
    fn update(&self, conn: &Connection, changed: &Changed) -> rusqlite::Result<()> {
        roster::store::update_keys(conn, changed)?;
        inbox::store::update_docs(conn, changed)?;
        // After the rows it reads.
        store::update_doubles(conn, changed)?;
        Ok(())
    }
    fn rebuild(&self, conn: &Connection) -> rusqlite::Result<()> {
        roster::store::rebuild_keys(conn)?;
        inbox::store::rebuild_docs(conn)?;
        store::rebuild_doubles(conn)?;
        Ok(())
    }
    fn following<'a>(
        &self,
        conn: &'a Connection,
        changed: &'a Changed,
        source: Source,
    ) -> rusqlite::Result<Vec<Following<'a>>> {
        let mut following = Vec::new();
        if store::joins_follow(conn, changed, source)? {
            following.push(Following {
                action: "join-followed",
                write: Box::new(|tx| store::follow_joins(tx, changed)),
            });
        }
        let new = changed.created("item");
        if !new.is_empty() && inbox::store::has_rules(conn)? {
            following.push(Following {
                action: "assign-by-rule",
                write: Box::new(|tx| Ok(inbox::store::give(tx, new.iter().copied()).map(drop)?)),
            });
        }
        Ok(following)
    }
    fn tidy(&self, conn: &Connection) -> rusqlite::Result<()> {
        index::join(conn)
    }
}

/// Opens an office's file.
///
/// # Errors
/// [`FileError`] when it cannot be used.
pub fn open(path: &Path, who: Who) -> Result<OfficeFile, FileError> {
    OfficeFile::open(path, who, &ROOMS)
}

/// Creates the file of the office that the settings name.
///
/// # Errors
/// [`FileError`] when it exists or cannot be written.
pub fn found(path: &Path, settings: &Settings) -> Result<OfficeFile, FileError> {
    let mut file = create(path, settings.who())?;
    let office = OfficeCard {
        name: settings.office.clone(),
        prefix: settings.prefix.clone(),
        profile: settings.profile.clone(),
        ..OfficeCard::default()
    };
    if office != OfficeCard::default() {
        file.write("found-office", |tx| {
            set_office(tx, &office)?;
            know_handler(tx, &settings.person, &settings.mark).map_err(FileError::from)
        })?;
    }
    Ok(file)
}

/// Creates an office's file with the shipped rows.
///
/// # Errors
/// [`FileError`] when it exists or cannot be written.
pub fn create(path: &Path, who: Who) -> Result<OfficeFile, FileError> {
    OfficeFile::create(path, who, &ROOMS)
}
