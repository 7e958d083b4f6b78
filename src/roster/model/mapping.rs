//! What the columns of a list hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListField {
    /// Running number (TT, STT).
    Number,
    /// Full name.
    FullName,
    /// Family and middle names, where the given name has a column of its own.
    FamilyMiddle,
    /// Given name.
    Given,
    /// Sex in words.
    Sex,
    /// Column of the men: a mark, or the birth date.
    Male,
    /// Column of the women: a mark, or the birth date.
    Female,
    /// Birth year or date.
    Birth,
    /// Unit.
    Unit,
    /// Post.
    Post,
    /// Posts held beside it.
    ConcurrentPost,
    /// Phone.
    Phone,
    /// E-mail.
    Email,
    /// Phone and e-mail in one cell.
    PhoneEmail,
    /// Term or contract.
    Term,
    /// Begin of the term.
    TermFrom,
    /// End of the term.
    TermTo,
    /// The office's own code.
    Code,
    /// Number of the appointment decision.
    DecisionNumber,
    /// Its date.
    DecisionDate,
    /// Address.
    Address,
    /// Allowance.
    Allowance,
    /// Note.
    Note,
    /// Ethnicity, religion, party record, identity number: never read.
    Sensitive,
    /// Anything else.
    Ignored,
}

/// Column (from 0) → what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping(pub BTreeMap<usize, ListField>);

impl ListField {
    /// What a person can say a column holds, in the order it is offered.
    pub const OFFERED: [Self; 23] = [
        Self::FullName,
        Self::FamilyMiddle,
        Self::Given,
        Self::Sex,
        Self::Male,
        Self::Female,
        Self::Birth,
        Self::Unit,
        Self::Post,
        Self::ConcurrentPost,
        Self::Phone,
        Self::Email,
        Self::PhoneEmail,
        Self::Term,
        Self::TermFrom,
        Self::TermTo,
        Self::DecisionNumber,
        Self::DecisionDate,
        Self::Address,
        Self::Allowance,
        Self::Code,
        Self::Note,
        Self::Number,
    ];
}

impl Mapping {
    /// Says what a column holds; what held the same before holds nothing then.
    pub fn set(&mut self, column: usize, field: ListField) {
        if field != ListField::Ignored {
            self.0.values_mut().filter(|held| **held == field).for_each(|held| *held = ListField::Ignored);
        }
        self.0.insert(column, field);
    }

    /// The first column that holds `field`.
    pub fn column(&self, field: ListField) -> Option<usize> {
        self.0.iter().find(|(_, held)| **held == field).map(|(&column, _)| column)
    }

    /// There is a column of full names, or the two columns that make one.
    pub fn names_people(&self) -> bool {
        self.column(ListField::FullName).is_some()
            || (self.column(ListField::FamilyMiddle).is_some() && self.column(ListField::Given).is_some())
    }
}

/// A sheet with its columns as they would be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListColumns {
    /// The sheet's name; empty for csv.
    pub sheet: String,
    /// What the header is known again by.
    pub fingerprint: String,
    /// Labels by column.
    pub labels: Vec<String>,
    /// The first value of each column.
    pub samples: Vec<String>,
    /// What each column holds.
    pub mapping: Mapping,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_column_holds_a_thing() {
        let mut mapping = Mapping::default();
        mapping.set(0, ListField::Phone);
        mapping.set(1, ListField::Phone);
        assert_eq!(mapping.column(ListField::Phone), Some(1));
        assert!(!mapping.names_people());
        mapping.set(0, ListField::FamilyMiddle);
        assert!(!mapping.names_people(), "a given name is missing");
        mapping.set(2, ListField::Given);
        assert!(mapping.names_people());
    }
}
