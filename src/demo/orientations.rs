//! Orientations: one that waits to be sent, some that were, and an answer told at a giao ban.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::DemoError;
use crate::file::Tx;
use crate::inbox::briefing::Matter;
use crate::inbox::records::OrientationRecord;
use crate::inbox::store::{briefings, insert_orientation, issue_lines, tell};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    orientation: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    title: String,
    content: String,
    official: String,
    source: String,
    recipients: String,
    through: String,
    days: u64,
}

/// Enters them, the oldest first.
///
/// # Errors
/// [`DemoError`] when the file refuses.
pub fn enter(tx: &Tx, today: NaiveDate) -> Result<(), DemoError> {
    let texts: Texts = toml::from_str(include_str!("data/orientations.toml"))
        .map_err(|error| DemoError::data("orientations", &error))?;
    told(tx, today)?;
    for text in texts.orientation.into_iter().rev() {
        let sent = (text.days > 0).then(|| today - Days::new(text.days));
        insert_orientation(
            tx,
            &OrientationRecord {
                title: text.title,
                content: text.content.trim().to_owned(),
                official_info: text.official,
                source_document: text.source,
                filter: text.recipients,
                sent_through: text.through,
                sent_at: sent.and_then(|day| day.and_hms_opt(15, 30, 0)),
                ..OrientationRecord::default()
            },
        )?;
    }
    Ok(())
}

/// The newest answer was told at the first giao ban after it, or will be.
fn told(tx: &Tx, today: NaiveDate) -> Result<(), DemoError> {
    let lines = issue_lines(tx)?;
    let Some(issue) = lines.iter().max_by_key(|line| (line.answered_on, line.id)) else { return Ok(()) };
    let Some(answered_on) = issue.answered_on else { return Ok(()) };
    let after = briefings(tx)?.into_iter().rfind(|one| one.at.date() >= answered_on);
    if let (Some(briefing), Some(now)) = (after, today.and_hms_opt(9, 0, 0)) {
        let matter = Matter::Issue(issue.id, format!("Trả lời: {}", issue.title));
        tell(tx, &matter, &briefing, now)?;
    }
    Ok(())
}
