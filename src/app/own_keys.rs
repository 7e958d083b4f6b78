//! What is wrong with the person's own keys, in words.

use crate::screen::Notice;
use crate::screen::keys::own::{Refusal, Refused};
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
        Refusal::RuledOut => words.screen_own_ruled_out(action, key),
        Refusal::Taken { by, place } => words.screen_own_taken(action, by(words), key, place(words)),
    }
}
