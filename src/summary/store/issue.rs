//! What stands around the text, and how far a synthesis has come: drafting, submitted, issued.

use std::collections::HashSet;

use rusqlite::params;
use uuid::Uuid;

use super::sources::{LeftOut, freeze, sync_sources};
use super::synthesis::sections;
use crate::file::{FileError, OfficeFile, Tx};
use crate::summary::model::{Head, State, cited};

/// Keeps what stands around the text. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn save_head(file: &mut OfficeFile, id: Uuid, head: &Head) -> Result<(), FileError> {
    file.write("edit-synthesis", |tx| write_head(tx, id, head))?;
    Ok(())
}

fn write_head(tx: &Tx, id: Uuid, head: &Head) -> Result<(), FileError> {
    tx.execute(
        "UPDATE synthesis SET title = ?2, document_number = ?3, document_date = ?4, signer = ?5, signer_post = ?6,
           signs_for = ?7, recipients = ?8 WHERE id = ?1",
        params![
            id,
            head.title,
            head.document_number,
            head.document_date,
            head.signer,
            head.signer_post,
            head.signs_for,
            head.recipients
        ],
    )?;
    Ok(())
}

/// Hands it to the one who signs.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn submit(file: &mut OfficeFile, id: Uuid) -> Result<(), FileError> {
    file.write("submit-synthesis", |tx| set_state(tx, id, State::Submitted))?;
    Ok(())
}

fn set_state(tx: &Tx, id: Uuid, state: State) -> Result<(), FileError> {
    tx.execute("UPDATE synthesis SET state = ?2 WHERE id = ?1", params![id, state.id()])?;
    Ok(())
}

/// What is issued.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// What stands around the text.
    pub head: Head,
    /// The whole text, which stands from now on.
    pub text: String,
    /// Texts of sections as the signed paper has them, with citations; empty when they stand as they are.
    pub bodies: Vec<(Uuid, String)>,
    /// What it leaves out, and why.
    pub left: Vec<LeftOut>,
}

/// Issues it: the text stands from now on, and of every source what it says now. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn issue(file: &mut OfficeFile, id: Uuid, issue: &Issue) -> Result<(), FileError> {
    file.write("issue-synthesis", |tx| -> Result<(), FileError> {
        write_head(tx, id, &issue.head)?;
        for (section, body) in &issue.bodies {
            tx.prepare_cached("UPDATE synthesis_section SET body = ?2 WHERE id = ?1 AND body <> ?2")?
                .execute(params![section, body])?;
        }
        tx.execute("UPDATE synthesis SET issued_text = ?2 WHERE id = ?1", params![id, issue.text])?;
        set_state(tx, id, State::Issued)?;
        let told: HashSet<Uuid> = sections(tx, id)?.iter().flat_map(|section| cited(&section.body)).collect();
        sync_sources(tx, id, &told)?;
        freeze(tx, id, &issue.left)
    })?;
    Ok(())
}

/// Takes a submitted or issued one back to be written on; why stands among its notes.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn take_back(file: &mut OfficeFile, id: Uuid, line: &str) -> Result<(), FileError> {
    file.write("take-back-synthesis", |tx| -> Result<(), FileError> {
        tx.execute(
            "UPDATE synthesis SET note = CASE WHEN note = '' THEN ?2 ELSE note || char(10) || ?2 END WHERE id = ?1",
            params![id, line.trim()],
        )?;
        set_state(tx, id, State::Drafting)
    })?;
    Ok(())
}
