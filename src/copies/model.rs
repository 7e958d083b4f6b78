//! What the pages show: plain values read whole, names in the place of ids.

use chrono::NaiveDateTime;
use uuid::Uuid;

/// A value of a field, with names in the place of ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Datum {
    /// No value.
    #[default]
    Nothing,
    /// A number; of a yes-or-no field 0 or 1.
    Number(i64),
    /// A text, a day, a moment or an identifier, by its field.
    Text(String),
    /// What another record is called.
    Name(String),
    /// So many bytes.
    Bytes(usize),
}

impl Datum {
    /// True when there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) | Self::Name(text) => text.is_empty(),
            Self::Number(_) | Self::Bytes(_) => false,
        }
    }
}

/// A field of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: Uuid,
    /// The column.
    pub column: &'static str,
}

/// Who wrote, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The person; empty when the machine's settings had no name.
    pub person: String,
    /// The office; empty likewise.
    pub office: String,
    /// When; `None` for what the program shipped.
    pub at: Option<NaiveDateTime>,
}

/// A record of the log: replica and number.
pub type RecordId = (Uuid, i64);

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The row was created, with so many rows that belong to it.
    Created {
        /// Rows created with it.
        with: usize,
    },
    /// A field was changed.
    Changed {
        /// The column.
        column: &'static str,
        /// Before.
        old: Datum,
        /// After.
        new: Datum,
    },
    /// A field was erased for good.
    Erased {
        /// The column.
        column: &'static str,
    },
    /// A field was changed; its values were erased later.
    Blanked {
        /// The column.
        column: &'static str,
    },
}

/// A line of a history.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its record.
    pub id: RecordId,
    /// Who did it.
    pub author: Author,
    /// Identifier of the action.
    pub action: String,
    /// Group of the action in its replica.
    pub group: i64,
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: Uuid,
    /// What the row is called; empty for the record whose history it is.
    pub name: String,
    /// What happened.
    pub deed: Deed,
}

impl Entry {
    /// True when both are of one action.
    pub fn same_action(&self, other: &Self) -> bool {
        (self.id.0, self.group) == (other.id.0, other.group)
    }
}

/// The history of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordHistory {
    /// Its table.
    pub table: &'static str,
    /// Its id.
    pub row: Uuid,
    /// What it is called.
    pub name: String,
    /// What happened, newest first.
    pub entries: Vec<Entry>,
    /// Older lines were left out.
    pub more: bool,
}

/// Why a field cannot be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It holds that value already.
    Same,
    /// The value was erased for good.
    Erased,
    /// There was nothing before: the record itself was created then.
    Beginning,
    /// What it refers to was deleted since; carries its name.
    Gone(String),
    /// Another record bears that number now; carries its name.
    Taken(String),
}

/// One field of what putting back would do.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldBack {
    /// The record that took the value away.
    pub record: RecordId,
    /// The table.
    pub table: &'static str,
    /// What the row is called; empty for the record whose history is shown.
    pub name: String,
    /// The column; `None` when the row is taken away again.
    pub column: Option<&'static str>,
    /// What it holds now.
    pub now: Datum,
    /// What it will hold.
    pub then: Datum,
    /// Who changed it after the record; `None` when nobody did.
    pub since: Option<Author>,
}

/// What putting back would do.
#[derive(Clone, Debug, PartialEq)]
pub enum BackPlan {
    /// These fields change.
    Fields(Vec<FieldBack>),
    /// Nothing can be put back, and why.
    Not(Obstacle),
}

/// What taking a whole action back would touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionSize {
    /// Replica of the action.
    pub replica: Uuid,
    /// Its group.
    pub group: i64,
    /// Identifier of the action.
    pub action: String,
    /// Rows by table.
    pub rows: Vec<(&'static str, usize)>,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Two copies set one field to different values.
    Clash,
    /// A row was deleted in one copy and edited in another.
    DeletedEdited,
    /// Rows stand above each other in a circle.
    Circle,
    /// Two rows bear one number.
    DoubleCode,
    /// Two collaborators look like one person.
    DoublePerson,
    /// Two units look like one.
    DoubleUnit,
    /// Two matters say nearly the same.
    DoubleItem,
    /// Two copies joined the same two rows, each keeping another.
    JoinedOpposite,
    /// One copy joined two rows, another said that they are two.
    JoinedOrApart,
}

/// One side of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The column it set; empty where a row was added.
    pub column: &'static str,
    /// Table and name of the row, where it only belongs to the row in question.
    pub part: Option<(&'static str, String)>,
    /// The value it gave.
    pub value: Datum,
    /// Who.
    pub author: Author,
}

/// A question that waits for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: Uuid,
    /// What it is about.
    pub kind: QuestionKind,
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: Uuid,
    /// What the row is called.
    pub name: String,
    /// The column; `None` where the row itself is in question.
    pub column: Option<&'static str>,
    /// What stands against each other, what holds now first.
    pub sides: Vec<Side>,
    /// Rows that bear one number or stand in a circle, what tells them apart, and who made it so.
    pub rows: Vec<(Uuid, String, Author)>,
    /// Rows that look like one, field by field: both have the same fields in the same order.
    pub cards: Vec<Card>,
    /// Of two matters: all pairs of the same two reports that look like one, this pair first; each as the cards stand.
    pub pairs: Vec<(Uuid, Uuid)>,
    /// Of a row that was joined to another: that one, and what it is called.
    pub stands: Option<(Uuid, String)>,
    /// Of a verdict two copies gave differently: the place of the side each answer stands for; of two rows kept the place of
    /// the side that keeps the first card and of the one that keeps the second; else of the joining, then of the parting.
    pub verdicts: Vec<usize>,
}

/// A row that looks like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The row.
    pub row: Uuid,
    /// What it is called.
    pub name: String,
    /// Who entered it.
    pub author: Author,
    /// What it says.
    pub fields: Vec<CardField>,
}

/// A field of a card: of the row itself or of one it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct CardField {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The value.
    pub value: Datum,
}

/// Fields that only make sense together: when one goes back, those of the same action and row go with it.
const TOGETHER: &[(&str, &[&str])] = &[
    ("item", &["triage", "triage_reason", "duplicate_of"]),
    ("item", &["kind", "rumour_source", "verification"]),
    ("collaborator", &["term_from", "term_to", "term_text", "contract_months"]),
    ("collaborator", &["full_name", "given_name"]),
    ("collaborator", &["birth_year", "birth_date"]),
    ("report", &["period_kind", "period_from", "period_to"]),
    ("report", &["received_at", "received_rule"]),
    ("report", &["unit", "unit_name"]),
    ("report", &["collaborator", "submitter_name"]),
    ("class", &["date_from", "date_to", "date_text"]),
    ("synthesis", &["period_kind", "period_from", "period_to"]),
];

/// True when both columns of a table only make sense together.
pub fn belong_together(table: &str, one: &str, other: &str) -> bool {
    one == other
        || TOGETHER
            .iter()
            .any(|(of, columns)| *of == table && columns.contains(&one) && columns.contains(&other))
}

/// Columns that tell a person nothing: digests, keys and order the program keeps for itself.
pub fn is_told(table: &str, column: &str) -> bool {
    !matches!(
        (table, column),
        (_, "position" | "sha256" | "source_key" | "series" | "code")
            | ("pair_verdict", "one" | "other" | "kind" | "kept")
            | ("synthesis_section", "drafted")
            | ("attachment", "content" | "size" | "media_type")
    ) || (table, column) == ("collaborator", "code")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_goes_back_whole() {
        assert!(belong_together("item", "triage", "triage_reason"));
        assert!(belong_together("item", "title", "title"));
        assert!(!belong_together("item", "triage", "verification"));
        assert!(!belong_together("report", "triage", "triage_reason"));
    }

    #[test]
    fn what_only_the_program_reads_is_not_told() {
        assert!(!is_told("synthesis_section", "drafted"));
        assert!(!is_told("item", "position"));
        assert!(is_told("collaborator", "code"));
        assert!(is_told("item", "triage"));
    }
}
