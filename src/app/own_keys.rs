//! What is wrong with the person's own keys, in words.

use crate::screen::Notice;
use crate::screen::keys::own::{Refusal, Refused, Ruled};
use crate::words::Words;

/// One sentence about each line of the settings that is not used; the rest works.
pub fn trouble(refused: &[Refused], words: &Words) -> Option<Notice> {
    let (first, rest) = refused.split_first()?;
    let mut text = sentence(first, words);
    for refused in rest.iter().take(MOST) {
        text.push_str("; ");
        text.push_str(&sentence(refused, words));
    }
    if rest.len() > MOST {
        text.push_str("; …");
    }
    Some(Notice::problem(words.screen_own_keys_refused(text)))
}

/// Sentences after the first.
const MOST: usize = 2;

/// Why a line is not used.
pub fn sentence(refused: &Refused, words: &Words) -> String {
    let (action, key) = (refused.action.as_str(), refused.key.as_str());
    match refused.why {
        Refusal::NoAction => words.screen_own_no_action(action),
        Refusal::NoKey => words.screen_own_no_key(action, key),
        Refusal::RuledOut(_) => words.screen_own_ruled_out(action, key),
        Refusal::Taken { by, place } => words.screen_own_taken(action, by(words), key, place(words)),
    }
}

/// Why a key that was pressed for a command cannot be its.
pub fn refusal(why: Refusal, key: &str, words: &Words) -> String {
    match why {
        Refusal::NoAction | Refusal::NoKey => words.keys_no_key(key),
        Refusal::RuledOut(Ruled::Composes) => words.keys_composes(key),
        Refusal::RuledOut(Ruled::Tab) => words.keys_of_tabs(key),
        Refusal::RuledOut(Ruled::Terminal) => words.keys_of_terminal(key),
        Refusal::RuledOut(Ruled::Moves) => words.keys_moves(key),
        Refusal::RuledOut(Ruled::WayOut) => words.keys_way_out(key),
        Refusal::Taken { by, place } => words.keys_taken(by(words), key, place(words)),
    }
}
