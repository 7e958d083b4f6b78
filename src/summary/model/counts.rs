//! Live counts: a number in the text with a token behind it that says what it counts, so that it can be brought up to date.

use std::ops::Range;

use uuid::Uuid;

use super::text::{CLOSE, OPEN, Piece, pieces};

/// What a number counts. Reports are counted, not people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// Reports of the period.
    Reports,
    /// Units and bodies that reported.
    Units,
    /// Matters the synthesis is made of.
    Taken,
    /// Reports that touch a topic; `None` for those without one.
    Topic(Option<Uuid>),
}

const REPORTS: &str = "#reports";
const UNITS: &str = "#units";
const TAKEN: &str = "#taken";
const TOPIC: &str = "#topic:";

impl Count {
    /// How the token names it.
    pub fn id(self) -> String {
        match self {
            Self::Reports => REPORTS.to_owned(),
            Self::Units => UNITS.to_owned(),
            Self::Taken => TAKEN.to_owned(),
            Self::Topic(topic) => {
                format!("{TOPIC}{}", topic.map(|id| id.simple().to_string()).unwrap_or_default())
            }
        }
    }

    /// What a token names; `None` for one that is no count.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            REPORTS => Some(Self::Reports),
            UNITS => Some(Self::Units),
            TAKEN => Some(Self::Taken),
            _ => match id.strip_prefix(TOPIC)? {
                "" => Some(Self::Topic(None)),
                topic => Uuid::try_parse(topic).ok().map(|id| Self::Topic(Some(id))),
            },
        }
    }
}

/// A number with its token, as it stands in a section's text.
pub fn counted(number: usize, what: Count) -> String {
    format!("{number}{OPEN}{}{CLOSE}", what.id())
}

/// A live count in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What it counts.
    pub what: Count,
    /// The number as it is written.
    pub written: usize,
    /// Bytes of its digits.
    pub digits: Range<usize>,
}

/// The live counts of a text. A token whose number was taken away counts nothing.
pub fn counts(body: &str) -> Vec<Counted> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in pieces(body) {
        match piece {
            Piece::Text(text) => at += text.len(),
            Piece::Citation(token) => {
                let before = body.get(..at).unwrap_or_default();
                let digits = before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
                let digits = at - digits..at;
                let written = before.get(digits.clone()).and_then(|number| number.parse().ok());
                found.extend(Count::from_id(token).zip(written).map(|(what, written)| Counted {
                    what,
                    written,
                    digits,
                }));
                at += OPEN.len_utf8() + token.len() + CLOSE.len_utf8();
            }
        }
    }
    found
}

/// The text with its live counts as they are now; one that nothing is known of stays.
pub fn recount(body: &str, now: impl Fn(Count) -> Option<usize>) -> String {
    let mut text = body.to_owned();
    for counted in counts(body).into_iter().rev() {
        if let Some(now) = now(counted.what).filter(|now| *now != counted.written) {
            text.replace_range(counted.digits, &now.to_string());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::model::{Marked, cited, sentences, without_citations};

    fn body() -> String {
        let topic = Uuid::from_u128(7);
        format!(
            "Đã tiếp nhận {} báo cáo của {} đơn vị.\na) Đất đai ({} báo cáo)",
            counted(12, Count::Reports),
            counted(8, Count::Units),
            counted(5, Count::Topic(Some(topic)))
        )
    }

    #[test]
    fn a_count_is_read_and_brought_up_to_date_where_it_stands() {
        let found: Vec<(Count, usize)> = counts(&body()).iter().map(|one| (one.what, one.written)).collect();
        let topic = Count::Topic(Some(Uuid::from_u128(7)));
        assert_eq!(found, [(Count::Reports, 12), (Count::Units, 8), (topic, 5)]);
        let now = |what| match what {
            Count::Reports => Some(103),
            Count::Units => None,
            _ => Some(6),
        };
        let renewed = recount(&body(), now);
        assert_eq!(
            without_citations(&renewed),
            "Đã tiếp nhận 103 báo cáo của 8 đơn vị.\na) Đất đai (6 báo cáo)"
        );
        assert_eq!(counts(&renewed).len(), 3);
    }

    #[test]
    fn it_is_no_citation_and_one_sign_in_the_editor() {
        assert!(cited(&body()).is_empty());
        assert_eq!(sentences(&body())[0].text, "Đã tiếp nhận 12 báo cáo của 8 đơn vị.");
        let (text, marked) = Marked::of(&body());
        assert_eq!(text.chars().filter(|sign| Marked::is_mark(*sign)).count(), 3);
        assert_eq!(marked.body(&text), body());
        // The digits are the person's to change.
        let changed = text.replacen("12", "13", 1);
        assert_eq!(counts(&marked.body(&changed))[0].written, 13);
    }

    #[test]
    fn a_token_without_a_number_counts_nothing() {
        let text = format!("nhiều {OPEN}#reports{CLOSE} báo cáo, 3{OPEN}#nothing{CLOSE}");
        assert_eq!(counts(&text), []);
        assert_eq!(recount(&text, |_| Some(9)), text);
    }

    proptest::proptest! {
        #[test]
        fn counting_again_what_is_written_changes_nothing(text in "[a-z0-9 .\n⟦⟧#]{0,80}", number in 0_usize..100_000) {
            let body = format!("{text}{}{text}", counted(number, Count::Taken));
            proptest::prop_assert_eq!(recount(&body, |_| None), body.clone());
            let twice = recount(&recount(&body, |_| Some(7)), |_| Some(7));
            proptest::prop_assert_eq!(&twice, &recount(&body, |_| Some(7)));
        }
    }
}
