//! Words found in a text by the rule of every search box: marks that are typed must be there, marks that are not are free.

use crate::text::letter::{LEVEL, letter, plain};

use super::buffer::{Buffer, Pos};

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Pattern {
    letters: Vec<Wanted>,
    /// First and last letter of each word that was typed with a tone, and the tone.
    tones: Vec<(usize, usize, u8)>,
}

#[derive(Clone, Copy, Debug)]
struct Wanted {
    plain: char,
    /// With its quality mark, when one was typed.
    exact: Option<char>,
}

/// A letter of the text: its byte, with its quality mark, its tone.
type Seen = (usize, char, u8);

impl Pattern {
    /// The pattern of what was typed; nothing typed finds nothing.
    pub fn new(typed: &str) -> Self {
        let mut pattern = Self::default();
        let mut word: Option<(usize, u8)> = None;
        for parts in typed.chars().filter_map(letter) {
            let at = pattern.letters.len();
            let plain = plain(parts.base);
            pattern.letters.push(Wanted { plain, exact: (plain != parts.base).then_some(parts.base) });
            if parts.base.is_alphanumeric() {
                let (begin, tone) = word.unwrap_or((at, LEVEL));
                word = Some((begin, if tone == LEVEL { parts.tone } else { tone }));
            } else {
                pattern.end_word(word.take());
            }
        }
        pattern.end_word(word);
        pattern
    }

    fn end_word(&mut self, word: Option<(usize, u8)>) {
        if let Some((begin, tone)) = word.filter(|(_, tone)| *tone != LEVEL) {
            let end =
                self.letters[begin..].iter().take_while(|wanted| wanted.plain.is_alphanumeric()).count();
            self.tones.push((begin, begin + end - 1, tone));
        }
    }

    /// Every place of the text, from its begin to its end; none overlaps another.
    pub fn find_all(&self, buffer: &Buffer) -> Vec<(Pos, Pos)> {
        let mut found = Vec::new();
        if self.letters.is_empty() {
            return found;
        }
        let mut seen: Vec<Seen> = Vec::new();
        for row in 0..buffer.rows() {
            let line = buffer.line(row);
            seen.clear();
            seen.extend(line.char_indices().filter_map(|(byte, c)| {
                let parts = letter(c)?;
                Some((byte, parts.base, parts.tone))
            }));
            let mut at = 0;
            while at + self.letters.len() <= seen.len() {
                if !self.stands_at(&seen, at) {
                    at += 1;
                    continue;
                }
                let end = at + self.letters.len();
                let to = seen.get(end).map_or(line.len(), |next| next.0);
                found.push((Pos { row, byte: seen[at].0 }, Pos { row, byte: to }));
                at = end;
            }
        }
        found
    }

    fn stands_at(&self, seen: &[Seen], at: usize) -> bool {
        let here = self.letters.iter().zip(&seen[at..]);
        let mut same = here.map(|(wanted, (_, base, _))| match wanted.exact {
            Some(exact) => exact == *base,
            None => wanted.plain == plain(*base),
        });
        same.all(|same| same) && self.tones.iter().all(|tone| toned(seen, at, *tone))
    }
}

/// The tone is the word's, wherever in it the mark is written: hoà is hòa.
fn toned(seen: &[Seen], at: usize, (begin, end, tone): (usize, usize, u8)) -> bool {
    let is_word = |seen: &&Seen| seen.1.is_alphanumeric();
    let before = seen[..at + begin].iter().rev().take_while(is_word).count();
    let after = seen[at + end + 1..].iter().take_while(is_word).count();
    let word = &seen[at + begin - before..=at + end + after];
    word.iter().map(|(.., tone)| *tone).find(|tone| *tone != LEVEL) == Some(tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, typed: &str) -> Vec<String> {
        let buffer = Buffer::new(text);
        Pattern::new(typed).find_all(&buffer).into_iter().map(|(from, to)| buffer.slice(from, to)).collect()
    }

    #[test]
    fn marks_typed_must_be_there_and_marks_not_typed_are_free() {
        let text = "Đất đai, đạt chuẩn; dát mỏng, dật\nđắt";
        assert_eq!(found(text, "dat"), ["Đất", "đạt", "dát", "dật", "đắt"]);
        assert_eq!(found(text, "đất"), ["Đất"]);
        assert_eq!(found(text, "đât"), ["Đất"]);
        assert_eq!(found(text, "dât"), ["Đất", "dật"]);
        assert_eq!(found(text, "DAT DAI"), ["Đất đai"]);
        assert_eq!(found(text, ""), [""; 0]);
    }

    #[test]
    fn a_tone_is_the_words_wherever_it_stands() {
        assert_eq!(found("hoà bình, hòa giải, hóa đơn", "hòa"), ["hoà", "hòa"]);
        assert_eq!(found("hoà", "ho"), ["ho"]);
        assert_eq!(found("(3.5%)", "3.5%"), ["3.5%"]);
    }
}
