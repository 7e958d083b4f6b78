//! Syntheses an office has at hand: the two months before the one whose turn it is, which is left for the person to try.

use chrono::NaiveDate;

use super::DemoError;
use crate::file::OfficeFile;
use crate::summary::period::Period;
use crate::summary::store::compose;
use crate::summary::wanted::Wanted;

/// Drafts the syntheses, the older one first.
pub fn enter(file: &mut OfficeFile, today: NaiveDate) -> Result<(), DemoError> {
    let last = Period::likely(today).and_then(|period| period.previous());
    let before = last.and_then(|period| period.previous());
    for period in before.iter().chain(last.iter()) {
        compose(file, &Wanted::of(*period))?;
    }
    Ok(())
}
