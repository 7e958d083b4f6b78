//! Matters made of a text that is in the file already: where it can be split, and what each part says.

use super::headings::{HEADING, clean_title};
use super::lines::{Number, number};
use super::outline::Matter;
use super::{document, sentences};
use crate::inbox::model::NewItem;
use crate::inbox::topics::TopicRecogniser;

/// The paragraphs of a text, or its sentences when it has only one paragraph; the flag tells where a matter begins: at a
/// heading, and at a number when several paragraphs are numbered from 1 on.
pub fn pieces(body: &str) -> Vec<(String, bool)> {
    let lines: Vec<&str> = body.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if let [line] = lines.as_slice() {
        let found = sentences::split(line);
        return found.into_iter().map(|(start, end)| (line[start..end].to_owned(), false)).collect();
    }
    let counted = counted(&lines);
    let begins = |line: &str| heading(line).is_some() || counted && arabic(line).is_some();
    lines.iter().map(|line| ((*line).to_owned(), begins(line))).collect()
}

/// The number of a paragraph: `2. Học sinh phải đi học xa.`
fn arabic(line: &str) -> Option<u32> {
    let (Number::Arabic(1), _) = number(line)? else { return None };
    let digits = line.trim_start();
    digits[..digits.find(|letter: char| !letter.is_ascii_digit())?].parse().ok()
}

/// At least two paragraphs are numbered, and in order from 1 on.
fn counted(lines: &[&str]) -> bool {
    let numbers: Vec<u32> = lines.iter().filter_map(|line| arabic(line)).collect();
    numbers.len() > 1 && numbers.iter().zip(1..).all(|(number, at)| *number == at)
}

/// How many matters a typed text names by numbering them; 1 when it numbers none.
pub fn numbered(body: &str) -> usize {
    pieces(body).iter().filter(|(_, begins)| *begins).count().max(1)
}

/// The words of a numbered heading.
fn heading(line: &str) -> Option<&str> {
    let (kind, rest) = number(line)?;
    let fits = kind != Number::Bullet && rest.chars().count() <= HEADING;
    // A numbered sentence is text.
    (fits && !rest.trim_end().ends_with(['.', ';', '!', '?'])).then_some(rest)
}

/// A matter of one part of a split text. Its title is empty when the part has no heading and it is the first: the title the
/// whole had goes on.
pub fn part(text: &str, first: bool, topics: &TopicRecogniser) -> NewItem {
    let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
    let title = heading(head).filter(|_| !rest.trim().is_empty()).map(clean_title);
    let body = match (&title, arabic(head)) {
        (Some(_), _) => rest,
        // Where it stands alone, a matter needs no number.
        (None, Some(_)) => number(text).map_or(text, |(_, words)| words),
        (None, None) => text,
    };
    let matter = Matter {
        title: title.clone().unwrap_or_default(),
        paragraphs: body.lines().map(str::to_owned).collect(),
        ..Matter::default()
    };
    let item = document::item(matter, None, topics);
    if first && title.is_none() { NewItem { title: String::new(), ..item } } else { item }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(body: &str) -> Vec<bool> {
        pieces(body).into_iter().map(|(_, heading)| heading).collect()
    }

    #[test]
    fn paragraphs_are_told_with_their_headings_and_one_paragraph_in_sentences() {
        assert_eq!(
            flags("1. Về điện\nGiá tăng.\n\n2. Nước đục cả tuần.\n- Bà con lo"),
            [true, false, true, false]
        );
        assert_eq!(flags("1. Nước đục cả tuần.\n2. Học sinh đi xa."), [true, true]);
        // Not counted on from 1: a number in a text.
        assert_eq!(flags("Bà con hỏi:\n2. Học sinh đi xa."), [false, false]);
        assert_eq!(numbered("1. Nước đục cả tuần.\n2. Học sinh đi xa."), 2);
        assert_eq!(numbered("Nước đục cả tuần. Học sinh đi xa."), 1);
        let sentences: Vec<String> =
            pieces("Giá điện tăng ở TP. Nam Sơn. Nước đục.").into_iter().map(|(text, _)| text).collect();
        assert_eq!(sentences, ["Giá điện tăng ở TP. Nam Sơn.", "Nước đục."]);
        assert!(pieces(" \n").is_empty());
    }

    #[test]
    fn a_part_takes_its_title_from_its_heading_and_else_from_its_words() {
        let topics = TopicRecogniser::new(Vec::new());
        let electric = part("2. Về điện\nGiá tăng.", false, &topics);
        assert_eq!(electric.body, "Giá tăng.");
        assert_eq!(electric.title, "Điện");
        assert_eq!(part("2. Học sinh phải đi học xa.", false, &topics).body, "Học sinh phải đi học xa.");
        assert_eq!(part("Giá tăng.", true, &topics).title, "");
        assert!(part("Giá tăng.", false, &topics).title.starts_with("Giá tăng"));
    }
}
