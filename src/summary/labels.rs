//! Words of the composer's enumerations.

use super::gather::{MaterialItem, MaterialStream};
use super::model::Grouping;
use super::table::{Fate, Group};
use crate::inbox::labels as inbox;
use crate::inbox::model::Triage;
use crate::words::Words;

/// What matters are gathered by.
pub fn grouping(words: &Words, by: Grouping) -> &str {
    match by {
        Grouping::Topic => words.summary_by_topic(),
        Grouping::Issue => words.summary_by_issue(),
        Grouping::Unit => words.summary_by_unit(),
    }
}

/// State of a synthesis.
pub fn state<'a>(words: &'a Words, state: &'a str) -> &'a str {
    match state {
        "drafting" => words.summary_state_drafting(),
        "submitted" => words.summary_state_submitted(),
        "issued" => words.summary_state_issued(),
        other => other,
    }
}

/// What a stream says, with who, how many and how; the title of a matter without one.
pub fn said(words: &Words, item: &MaterialItem, stream: Option<&MaterialStream>) -> String {
    let Some(stream) = stream else { return item.title.clone() };
    let group = if stream.group_name.is_empty() { String::new() } else { format!("{} ", stream.group_name) };
    let (band, tendency) = (inbox::band(words, stream.band), inbox::tendency(words, stream.tendency));
    let gist = if stream.gist.trim().is_empty() { &item.title } else { &stream.gist };
    format!("{group}{band} {tendency}: {gist}")
}

/// The same with the words first: many say it in the same way, and where a line is cut the words must not be what is lost.
pub fn said_first(words: &Words, item: &MaterialItem, stream: Option<&MaterialStream>) -> String {
    let gist = gist(item, stream);
    stream.map_or_else(
        || gist.to_owned(),
        |stream| format!("{} ({})", gist.trim_end_matches('.'), how(words, stream)),
    )
}

/// What a stream says, or what a matter without streams is about.
pub fn gist<'a>(item: &'a MaterialItem, stream: Option<&'a MaterialStream>) -> &'a str {
    stream.map(|stream| stream.gist.trim()).filter(|gist| !gist.is_empty()).unwrap_or(item.title.trim())
}

/// Who says it, how many and how: `nông dân, đa số, băn khoăn`.
pub fn how(words: &Words, stream: &MaterialStream) -> String {
    let (band, tendency) = (inbox::band(words, stream.band), inbox::tendency(words, stream.tendency));
    let parts = [stream.group_name.trim(), band, tendency];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Why a stream is not carried; nothing for one that is.
pub fn fate(words: &Words, fate: &Fate) -> String {
    match fate {
        Fate::Open => words.summary_table_no_reason().to_owned(),
        Fate::Reasoned(reason) | Fate::Frozen(reason) => reason.clone(),
        Fate::Carried(_) => String::new(),
        Fate::Aside { triage: Triage::Duplicate, same_as, .. } if !same_as.is_empty() => {
            words.summary_table_same_as(same_as.as_str())
        }
        Fate::Aside { triage, reason, .. } => {
            let state = inbox::triage(words, *triage);
            if reason.is_empty() { state.to_owned() } else { format!("{state}: {reason}") }
        }
    }
}

/// A group of the source table.
pub fn group(words: &Words, group: Group) -> &str {
    match group {
        Group::Open => words.summary_table_open(),
        Group::Reasoned => words.summary_table_reasoned(),
        Group::Aside => words.summary_table_aside(),
        Group::Carried => words.summary_table_carried(),
    }
}
