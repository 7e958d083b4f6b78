//! Words of the composer's enumerations.

use crate::words::Words;

/// State of a synthesis.
pub fn state<'a>(words: &'a Words, state: &'a str) -> &'a str {
    match state {
        "drafting" => words.summary_state_drafting(),
        "submitted" => words.summary_state_submitted(),
        "issued" => words.summary_state_issued(),
        other => other,
    }
}
