//! A file the roster is written to: which list, of whom.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use uuid::Uuid;

use super::ActivityRule;

crate::text::identifiers! {
    /// Which list.
    OutputKind {
        /// The people with all that is known of them.
        #[default]
        List = "list",
        /// The sheet on which an allowance is signed for.
        Allowance = "allowance",
        /// Who is put up for commendation.
        Commended = "commended",
    }
}

impl OutputKind {
    /// Endings of the files it can be written to, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::List => &["xlsx", "csv", "vcf", "json"],
            Self::Allowance => &["docx", "xlsx", "md", "txt"],
            Self::Commended => &["docx", "md", "txt"],
        }
    }

    /// The file a person meant: without an ending that can be written it is the usual one.
    pub fn with_ending(self, typed: &str) -> String {
        let typed = typed.trim();
        let ending = Path::new(typed).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if self.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)) {
            typed.to_owned()
        } else {
            format!("{typed}.{}", self.endings()[0])
        }
    }
}

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Which list.
    pub kind: OutputKind,
    /// Of whom, in this order.
    pub people: Vec<Uuid>,
    /// The file.
    pub path: PathBuf,
    /// It may be written over.
    pub over: bool,
    /// The months that are paid, or that activity is counted in, and the rule.
    pub rule: ActivityRule,
    /// What the months are called on the paper.
    pub named: String,
    /// Today.
    pub today: NaiveDate,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_gets_the_usual_one() {
        assert_eq!(OutputKind::List.with_ending("a"), "a.xlsx");
        assert_eq!(OutputKind::List.with_ending(" a.VCF "), "a.VCF");
        assert_eq!(OutputKind::Allowance.with_ending("tháng 11.2026"), "tháng 11.2026.docx");
        assert_eq!(OutputKind::Commended.with_ending("a.xlsx"), "a.xlsx.docx");
    }
}
