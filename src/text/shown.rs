//! How text stands on a screen of cells: its width, where it may be cut, and how names are written.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::composed;
use super::keys::syllables;
use super::letter::{LEVEL, Letter, compose, letter};
use super::syllable::tone_place;

/// Width in cells of a terminal.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text cut to at most `cells` cells at a grapheme's end, with `…` where something is left out.
pub fn cut_to_width(text: &str, cells: usize) -> Cow<'_, str> {
    // A text of fewer bytes than cells cannot be wider: saves the measuring of most cells of a list.
    if text.len() <= cells || width(text) <= cells {
        return Cow::Borrowed(text);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let mut used = 0;
    let mut end = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > cells - 1 {
            break;
        }
        end = start + grapheme.len();
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// A person's name in at most `cells` cells: family and middle names become initials one after the other, then fall
/// away, so that the given name (last word) stays whole: `N.T. Hương`. Only a given name that is itself too long is cut.
pub fn cut_name(name: &str, cells: usize) -> Cow<'_, str> {
    if width(name) <= cells {
        return Cow::Borrowed(name);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some((given, before)) = words.split_last() else {
        return Cow::Borrowed("");
    };
    let initials: Vec<&str> = before.iter().filter_map(|word| word.graphemes(true).next()).collect();
    let whole = (1..=initials.len()).map(|short| (&initials[..short], &before[short..]));
    let fallen = (1..initials.len()).map(|gone| (&initials[gone..], &before[before.len()..]));
    for (short, full) in whole.chain(fallen) {
        let mut candidate = String::with_capacity(name.len());
        for initial in short {
            candidate.push_str(initial);
            candidate.push('.');
        }
        for word in full.iter().chain(std::iter::once(given)) {
            candidate.push(' ');
            candidate.push_str(word);
        }
        if width(&candidate) <= cells {
            return Cow::Owned(candidate);
        }
    }
    cut_to_width(given, cells)
}

/// A name written all in capitals as names are written: `NGUYỄN THỊ HƯƠNG` gives `Nguyễn Thị Hương`, `K'BRÊU` gives
/// `K'Brêu`. A text with any small letter comes back as it is.
pub fn title_case(name: &str) -> Cow<'_, str> {
    let name = composed(name);
    if name.chars().any(char::is_lowercase) || !name.chars().any(char::is_uppercase) {
        return name;
    }
    let mut written = String::with_capacity(name.len());
    let mut inside = false;
    for c in name.chars() {
        if inside {
            written.extend(c.to_lowercase());
        } else {
            written.push(c);
        }
        inside = c.is_alphanumeric();
    }
    Cow::Owned(written)
}

/// The text with every tone mark where modern spelling puts it: `Hoà` gives `Hòa`, `Thuý` gives `Thúy`, `Qúy` gives
/// `Quý`. Words that are no Vietnamese syllables stay as they are.
pub fn modern_tones(text: &str) -> Cow<'_, str> {
    let text = composed(text);
    if text.is_ascii() {
        return text;
    }
    let mut changed = String::with_capacity(text.len());
    let mut copied = 0;
    for word in syllables(&text) {
        let Some(modern) = modern_word(word) else { continue };
        // `syllables` gives slices of the text, in order.
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        changed.push_str(&text[copied..start]);
        changed.push_str(&modern);
        copied = start + word.len();
    }
    if copied == 0 {
        return text;
    }
    changed.push_str(&text[copied..]);
    Cow::Owned(changed)
}

/// The word with its one tone mark moved; `None` when nothing changes.
fn modern_word(word: &str) -> Option<String> {
    let mut letters: Vec<Letter> = word.chars().map(letter).collect::<Option<_>>()?;
    let mut marked = letters.iter().enumerate().filter(|(_, parts)| parts.tone != LEVEL).map(|(at, _)| at);
    let (now, None) = (marked.next()?, marked.next()) else {
        return None;
    };
    let bases: Vec<char> = letters.iter().map(|parts| parts.base).collect();
    let place = tone_place(&bases)?;
    if place == now {
        return None;
    }
    letters[place].tone = std::mem::replace(&mut letters[now].tone, LEVEL);
    Some(letters.into_iter().map(compose).collect())
}
