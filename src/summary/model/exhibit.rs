//! Tables and charts that stand in the text: a token on a line of its own says which.

use uuid::Uuid;

use super::text::{CLOSE, OPEN, Piece, pieces};

/// A table or chart in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exhibit {
    /// The answers of a survey round, to all its questions or to one.
    Survey(Uuid, Option<Uuid>),
    /// A chart of the period.
    Chart(ChartKind),
}

/// What a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// Reports by topic.
    Topics,
    /// Tendency by month, up to the end of the period.
    Months,
    /// Reports a week.
    Weeks,
}

impl ChartKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Topics, Self::Months, Self::Weeks];

    fn id(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Months => "months",
            Self::Weeks => "weeks",
        }
    }
}

const SURVEY: &str = "#survey:";
const CHART: &str = "#chart:";

impl Exhibit {
    /// How the token names it.
    pub fn id(self) -> String {
        match self {
            Self::Survey(round, None) => format!("{SURVEY}{}", round.simple()),
            Self::Survey(round, Some(question)) => {
                format!("{SURVEY}{}:{}", round.simple(), question.simple())
            }
            Self::Chart(kind) => format!("{CHART}{}", kind.id()),
        }
    }

    /// What a token names; `None` for one that is no table and no chart.
    pub fn from_id(id: &str) -> Option<Self> {
        if let Some(kind) = id.strip_prefix(CHART) {
            return ChartKind::ALL.into_iter().find(|known| known.id() == kind).map(Self::Chart);
        }
        let ids = id.strip_prefix(SURVEY)?;
        let (round, question) = match ids.split_once(':') {
            Some((round, question)) => (round, Some(Uuid::try_parse(question).ok()?)),
            None => (ids, None),
        };
        Some(Self::Survey(Uuid::try_parse(round).ok()?, question))
    }

    /// Its token, as it stands in a section's text.
    pub fn token(self) -> String {
        format!("{OPEN}{}{CLOSE}", self.id())
    }
}

/// The tables and charts of a line, in their order.
pub fn exhibits(line: &str) -> Vec<Exhibit> {
    let found = pieces(line).into_iter().filter_map(|piece| match piece {
        Piece::Citation(token) => Exhibit::from_id(token),
        Piece::Text(_) => None,
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::model::{Marked, cited, counts, sentences, without_citations};

    #[test]
    fn a_token_names_its_table_and_is_neither_count_nor_citation() {
        let (round, question) = (Uuid::from_u128(7), Uuid::from_u128(8));
        for exhibit in [
            Exhibit::Survey(round, None),
            Exhibit::Survey(round, Some(question)),
            Exhibit::Chart(ChartKind::Topics),
            Exhibit::Chart(ChartKind::Months),
            Exhibit::Chart(ChartKind::Weeks),
        ] {
            let body = format!("Trước.\n{}\nSau.", exhibit.token());
            assert_eq!(exhibits(&body), [exhibit]);
            assert_eq!(without_citations(&body), "Trước.\n\nSau.");
            assert!(cited(&body).is_empty() && counts(&body).is_empty());
            assert_eq!(sentences(&body).len(), 2);
            // One sign in the editor, and the same after a person's own editor.
            let (text, marked) = Marked::of(&body);
            assert_eq!(text.lines().nth(1).unwrap().chars().count(), 1);
            assert_eq!(marked.body(&marked.read_back(&marked.for_own_editor(&text))), body);
            assert_eq!(text.chars().filter_map(|sign| marked.exhibit(sign)).collect::<Vec<_>>(), [exhibit]);
        }
        for wrong in ["⟦#chart:people⟧", "⟦#survey:khong⟧", "⟦#survey:⟧", "⟦#survey:7:x⟧"] {
            assert!(exhibits(wrong).is_empty(), "{wrong}");
        }
    }
}
