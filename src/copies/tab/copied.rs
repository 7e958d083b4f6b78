//! What Ctrl-C copies of the pages over the tabs.

use super::{Page, State};
use crate::copies::labels;
use crate::copies::model::Deed;
use crate::screen::Moment;

/// The line of the history under the cursor: when, who, what, and both values whole.
pub fn copied(state: &State, moment: &Moment) -> Option<String> {
    if state.window.is_some() {
        return None;
    }
    let Some(Page::History(page)) = &state.page else { return None };
    let (entry, words) = (page.list.current()?, moment.words);
    let at = entry.author.at.map_or_else(String::new, |at| words.moment(at));
    let by = labels::author(words, &entry.author);
    let head = [at.as_str(), by.as_str(), labels::action(words, &entry.action)];
    let head = head.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let told = match &entry.deed {
        Deed::Changed { column, old, new } if *column != "deleted" => {
            let value = |datum| labels::value(words, entry.table, column, datum);
            format!("{}: {} → {}", labels::column(words, entry.table, column), value(old), value(new))
        }
        _ => labels::deed(words, entry),
    };
    Some(format!("{head}\n{told}"))
}
