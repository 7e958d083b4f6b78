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
    /// Streams of a tendency.
    Tendency(&'static str),
    /// What the period before had of this.
    Before(Part),
    /// By how much that differs from this period.
    Change(Part),
    /// Something the office did.
    Work(Fact),
    /// No number at all: the text behind it was taken from this synthesis of a shorter period.
    From(Uuid),
}

/// What is compared with the period before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Reports.
    Reports,
    /// Matters.
    Taken,
    /// Reports that touch a topic.
    Topic(Option<Uuid>),
    /// Streams of a tendency.
    Tendency(&'static str),
}

impl Part {
    /// The count of this period.
    pub fn now(self) -> Count {
        match self {
            Self::Reports => Count::Reports,
            Self::Taken => Count::Taken,
            Self::Topic(topic) => Count::Topic(topic),
            Self::Tendency(tendency) => Count::Tendency(tendency),
        }
    }

    /// What of a count of this period is compared; `None` for one that is not.
    pub fn of(count: Count) -> Option<Self> {
        match count {
            Count::Reports => Some(Self::Reports),
            Count::Taken => Some(Self::Taken),
            Count::Topic(topic) => Some(Self::Topic(topic)),
            Count::Tendency(tendency) => Some(Self::Tendency(tendency)),
            _ => None,
        }
    }
}

/// Something the office did, counted in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact {
    /// Collaborators in office.
    Collaborators,
    /// Units that have one.
    CoveredUnits,
    /// Appointed or renewed in the period.
    Appointed,
    /// Ended in the period.
    Ended,
    /// Commended in the period.
    Commended,
    /// Reports that were due in the period.
    Due,
    /// Of them, in time.
    OnTime,
    /// Syntheses and other reports of the composer issued in the period.
    Sent,
    /// Salient issues, risks and hot spots among them.
    Salient,
    /// Issues that may become a hot spot or are one.
    Risks,
    /// Issues settled.
    Settled,
    /// Issues answered in the period.
    Answered,
    /// Answers that are overdue at the end of the period.
    Overdue,
    /// Orientations sent.
    Orientations,
    /// Giao ban held.
    Briefings,
    /// Classes held.
    Classes,
    /// People who took part in them.
    Trained,
    /// Survey rounds.
    Surveys,
    /// Valid forms of them.
    Forms,
}

impl Fact {
    const ALL: [(Self, &'static str); 19] = [
        (Self::Collaborators, "collaborators"),
        (Self::CoveredUnits, "covered_units"),
        (Self::Appointed, "appointed"),
        (Self::Ended, "ended"),
        (Self::Commended, "commended"),
        (Self::Due, "due"),
        (Self::OnTime, "on_time"),
        (Self::Sent, "sent"),
        (Self::Salient, "salient"),
        (Self::Risks, "risks"),
        (Self::Settled, "settled"),
        (Self::Answered, "answered"),
        (Self::Overdue, "overdue"),
        (Self::Orientations, "orientations"),
        (Self::Briefings, "briefings"),
        (Self::Classes, "classes"),
        (Self::Trained, "trained"),
        (Self::Surveys, "surveys"),
        (Self::Forms, "forms"),
    ];

    /// The identifier in tokens and for scripts.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(fact, _)| *fact == self).map_or("", |(_, id)| id)
    }
}

const REPORTS: &str = "#reports";
const UNITS: &str = "#units";
const TAKEN: &str = "#taken";
const TOPIC: &str = "#topic:";
const TENDENCY: &str = "#tendency:";
const BEFORE: &str = "#before:";
const CHANGE: &str = "#change:";
/// How tokens of the office's own work begin.
const WORK: &str = "#work:";
const FROM: &str = "#from:";
/// The tendencies, as the inbox names them.
const TENDENCIES: [&str; 5] = ["agree", "disagree", "worry", "wish", "unclear"];

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
            Self::Tendency(tendency) => format!("{TENDENCY}{tendency}"),
            Self::Before(part) => format!("{BEFORE}{}", part.now().id()),
            Self::Change(part) => format!("{CHANGE}{}", part.now().id()),
            Self::Work(fact) => format!("{WORK}{}", fact.id()),
            Self::From(synthesis) => format!("{FROM}{}", synthesis.simple()),
        }
    }

    /// What a token names; `None` for one that is no count.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            REPORTS => Some(Self::Reports),
            UNITS => Some(Self::Units),
            TAKEN => Some(Self::Taken),
            _ => Self::named(id),
        }
    }

    fn named(id: &str) -> Option<Self> {
        let part = |id: &str| Self::from_id(id).and_then(Part::of);
        if let Some(topic) = id.strip_prefix(TOPIC) {
            return match topic {
                "" => Some(Self::Topic(None)),
                topic => Uuid::try_parse(topic).ok().map(|id| Self::Topic(Some(id))),
            };
        }
        if let Some(tendency) = id.strip_prefix(TENDENCY) {
            return TENDENCIES.into_iter().find(|known| *known == tendency).map(Self::Tendency);
        }
        if let Some(fact) = id.strip_prefix(WORK) {
            return Fact::ALL.into_iter().find(|(_, known)| *known == fact).map(|(fact, _)| Self::Work(fact));
        }
        if let Some(synthesis) = id.strip_prefix(FROM) {
            return Uuid::try_parse(synthesis).ok().map(Self::From);
        }
        if let Some(before) = id.strip_prefix(BEFORE) {
            return part(before).map(Self::Before);
        }
        id.strip_prefix(CHANGE).and_then(part).map(Self::Change)
    }
}

/// A number with its token, as it stands in a section's text.
pub fn counted(number: usize, what: Count) -> String {
    format!("{}{OPEN}{}{CLOSE}", grouped(number), what.id())
}

/// A number as papers write it: `5.069`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// Bytes of the number a text ends with, thousands apart or not.
fn number_at_end(text: &str) -> usize {
    let digits = |text: &str| text.len() - text.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let mut length = digits(text);
    if length != 3 {
        return length;
    }
    while let Some(before) = text[..text.len() - length].strip_suffix('.') {
        match digits(before) {
            0 => break,
            3 => length += 4,
            count if count < 3 => return length + 1 + count,
            // A longer number before the full stop is another one.
            _ => break,
        }
    }
    length
}

/// The number written so; `None` when it is none.
pub fn number_of(written: &str) -> Option<usize> {
    written.replace('.', "").parse().ok()
}

/// The mark behind which text stands that was taken from a synthesis of a shorter period.
pub fn origin(synthesis: Uuid) -> String {
    format!("{OPEN}{}{CLOSE}", Count::From(synthesis).id())
}

/// The syntheses of shorter periods a text was taken from.
pub fn origins(body: &str) -> Vec<Uuid> {
    let tokens = pieces(body).into_iter().filter_map(|piece| match piece {
        Piece::Citation(token) => Count::from_id(token),
        Piece::Text(_) => None,
    });
    tokens.filter_map(|what| if let Count::From(id) = what { Some(id) } else { None }).collect()
}

/// The text without its live counts, whose numbers stay as they are: in another period they would count something else.
pub fn uncounted(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    for piece in pieces(body) {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Citation(token) if Count::from_id(token).is_none() => {
                text.push(OPEN);
                text.push_str(token);
                text.push(CLOSE);
            }
            Piece::Citation(_) => {}
        }
    }
    text
}

/// True when a text counts the office's own work.
pub fn counts_work(body: &str) -> bool {
    body.contains(WORK)
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
                let digits = at - number_at_end(before)..at;
                let written = before.get(digits.clone()).and_then(number_of);
                let what = Count::from_id(token).filter(|what| !matches!(what, Count::From(_)));
                found.extend(what.zip(written).map(|(what, written)| Counted { what, written, digits }));
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
            text.replace_range(counted.digits, &grouped(now));
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
    fn thousands_stand_apart_as_papers_write_them() {
        for (number, written) in [(7, "7"), (999, "999"), (5069, "5.069"), (1_234_567, "1.234.567")] {
            let body = format!("Tiếp nhận {}", counted(number, Count::Reports));
            assert!(body.starts_with(&format!("Tiếp nhận {written}{OPEN}")), "{body}");
            assert_eq!(counts(&body)[0].written, number);
            assert_eq!(without_citations(&recount(&body, |_| Some(12_000))), "Tiếp nhận 12.000");
        }
        for (text, number) in
            [("năm 2026.512", 512), ("2.12", 12), ("5069", 5069), ("mục .512", 512), ("1.2.512", 2512)]
        {
            let body = format!("{text}{OPEN}#reports{CLOSE}");
            assert_eq!(counts(&body)[0].written, number, "{text}");
        }
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

    #[test]
    fn tokens_come_back() {
        let topic = Some(Uuid::from_u128(7));
        for count in [
            Count::Reports,
            Count::Topic(None),
            Count::Tendency("worry"),
            Count::Before(Part::Reports),
            Count::Change(Part::Topic(topic)),
            Count::Before(Part::Tendency("agree")),
            Count::Work(Fact::OnTime),
            Count::From(Uuid::from_u128(9)),
        ] {
            assert_eq!(Count::from_id(&count.id()), Some(count));
        }
        for broken in
            ["#tendency:x", "#before:#units", "#change:", "#work:", "#from:x", "#before:#before:#reports"]
        {
            assert_eq!(Count::from_id(broken), None, "{broken}");
        }
    }

    #[test]
    fn text_of_a_shorter_period_keeps_its_sources_and_not_its_counts() {
        let cites = crate::summary::model::citation(&[Uuid::from_u128(3)]);
        let body = format!("a) Đất đai ({} báo cáo)\nNhân dân lo{cites}.", counted(5, Count::Topic(None)));
        assert_eq!(uncounted(&body), format!("a) Đất đai (5 báo cáo)\nNhân dân lo{cites}."));
        let from = Uuid::from_u128(8);
        let taken = format!("Tháng 7/2026{}:\n{}", origin(from), uncounted(&body));
        assert_eq!(origins(&taken), [from]);
        assert!(counts(&taken).is_empty(), "a year before the mark is no count");
        assert!(without_citations(&taken).starts_with("Tháng 7/2026:\n"));
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
