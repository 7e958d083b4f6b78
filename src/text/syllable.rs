//! Can this be a Vietnamese syllable? Onset × rhyme × tone, as today's spelling writes them.
//!
//! It tells Vietnamese from text that was decoded with the wrong table, and words from noise. Names of other peoples of
//! Viet Nam (Đắk, K'Brêu) are no syllables in this sense; nothing is refused because of it.

use super::composed;
use super::letter::{ACUTE, DOT, LEVEL, compose, is_vowel, letter};

/// Onsets, longer ones before their beginnings.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// Rhymes without their tone, by first letter.
const RHYMES: &[&str] = &[
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", //
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", //
    "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", //
    "e", "ec", "em", "en", "eng", "eo", "ep", "et", //
    "ê", "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu", //
    "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", //
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", //
    "o", "oc", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", //
    "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", //
    "oăc", "oăm", "oăn", "oăng", "oăt", "oe", "oem", "oen", "oeo", "oet", //
    "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", //
    "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", //
    "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", //
    "uâc", "uân", "uâng", "uât", "uây", "uê", "uêch", "uên", "uênh", "uêt", "uêu", //
    "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ", "uơi", "uơt", //
    "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyp", "uyt", "uyu", //
    "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", //
    "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", //
    "y", "yêm", "yên", "yêng", "yêt", "yêu",
];

/// What may follow `qu`, beside the rhymes that begin with a, ă, â, e, ê, ơ.
const AFTER_QU: &[&str] =
    &["i", "it", "ich", "inh", "iu", "y", "yên", "yêt", "ych", "ynh", "yt", "yn", "ôc", "ôi", "uôc"];

/// True for a spelling that a Vietnamese syllable can have, with at most one tone mark; sắc or nặng before c, ch, p, t.
pub fn is_syllable(word: &str) -> bool {
    let mut bases = [' '; 8];
    let mut count = 0;
    let mut tone = LEVEL;
    for c in composed(word).chars() {
        let Some(parts) = letter(c) else { return false };
        if count == bases.len() || compose(parts) != c || (parts.tone != LEVEL && tone != LEVEL) {
            return false;
        }
        if parts.tone != LEVEL {
            tone = parts.tone;
        }
        bases[count] = parts.base;
        count += 1;
    }
    let bases: String = bases[..count].iter().collect();
    fits(&bases) && (!ends_in_stop(&bases) || matches!(tone, ACUTE | DOT))
}

/// True when the letters without tone are an onset and a rhyme that go together.
pub(crate) fn fits(bases: &str) -> bool {
    ONSETS.iter().any(|onset| bases.strip_prefix(onset).is_some_and(|rhyme| goes_with(onset, rhyme)))
}

fn ends_in_stop(bases: &str) -> bool {
    bases.ends_with(['c', 'p', 't']) || bases.ends_with("ch")
}

fn goes_with(onset: &str, rhyme: &str) -> bool {
    let Some(first) = rhyme.chars().next() else {
        return onset == "gi";
    };
    let front = matches!(first, 'e' | 'ê' | 'i' | 'y');
    match onset {
        "qu" => {
            AFTER_QU.contains(&rhyme)
                || (matches!(first, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'ơ') && RHYMES.contains(&rhyme))
        }
        // gì, gìn, giếng: the i of the onset is the vowel or a part of it.
        "gi" => {
            matches!(rhyme, "n" | "m" | "t" | "p" | "êng" | "êt" | "êc")
                || (first != 'i' && first != 'y' && RHYMES.contains(&rhyme))
        }
        "c" | "g" | "ng" => !front && RHYMES.contains(&rhyme),
        "k" | "gh" | "ngh" => front && RHYMES.contains(&rhyme),
        "" => RHYMES.contains(&rhyme),
        _ => !rhyme.starts_with("yê") && RHYMES.contains(&rhyme),
    }
}

/// Place (in letters) of the vowel that bears the tone mark in modern spelling: `hòa`, `thúy`, `quý`, `toàn`. `bases`
/// are the letters without tone. `None` when it is no Vietnamese spelling.
pub(crate) fn tone_place(bases: &[char]) -> Option<usize> {
    let word: String = bases.iter().collect();
    if !fits(&word) {
        return None;
    }
    let after_onset = match bases {
        ['q', 'u', _, ..] => 2,
        ['g', 'i', next, ..] if is_vowel(*next) => 2,
        _ => bases.iter().position(|&base| is_vowel(base))?,
    };
    let vowels = bases[after_onset..].iter().take_while(|&&base| is_vowel(base)).count();
    let cluster = &bases[after_onset..after_onset + vowels];
    let marked = cluster.iter().rposition(|base| matches!(base, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư'));
    let open = after_onset + vowels == bases.len();
    let place = match (marked, vowels) {
        // ươ bears it on ơ; ưa, ưu on ư.
        (Some(place), _) => place,
        (None, 0) => return None,
        (None, 1) => 0,
        (None, 2) if open => 0,
        (None, _) => 1,
    };
    Some(after_onset + place)
}
