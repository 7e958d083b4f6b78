//! A longer period draws on what was issued about the shorter ones within it.

use std::collections::HashSet;

use uuid::Uuid;

use super::{Material, MaterialItem, group, phrase};
use crate::summary::model::{Section, Source, State, origin, uncounted, without_citations};
use crate::summary::period::Period;

/// Syntheses of shorter periods within a longer one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shorter {
    /// Issued ones, in the order of their periods.
    pub issued: Vec<Issued>,
    /// Shorter periods without an issued one.
    pub lacking: Vec<Lacking>,
}

/// An issued synthesis of a shorter period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Id.
    pub id: Uuid,
    /// Its period.
    pub period: Period,
    /// Number of its document; empty when it bears none.
    pub number: String,
    /// Its sections as they were issued.
    pub sections: Vec<Section>,
}

/// A shorter period without an issued synthesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The period.
    pub period: Period,
    /// How far its synthesis has come; `None` when there is none.
    pub state: Option<State>,
}

impl Material {
    /// What no issued synthesis of a shorter period tells.
    #[must_use]
    pub fn uncovered(&self) -> Self {
        let items = self.items.iter().filter(|item| !self.is_covered(item));
        Self {
            reports: self.reports.clone(),
            items: items.cloned().collect(),
            topics: self.topics.clone(),
            issues: self.issues.clone(),
            by: self.by,
            ..Self::empty(self.period)
        }
    }
}

impl Material {
    /// True for a matter of a shorter period whose synthesis was issued.
    pub fn is_covered(&self, item: &MaterialItem) -> bool {
        let Some(day) = self.report(item).and_then(|report| report.about) else { return false };
        self.shorter.issued.iter().any(|issued| (issued.period.from..=issued.period.to).contains(&day))
    }
}

/// Sections a longer period takes from shorter ones.
pub(super) fn draws_on(source: Source) -> bool {
    source.tells_matters() || matches!(source, Source::Forecast | Source::Recommendation)
}

/// What the issued ones tell in sections of this source, each under the name of its period, then what only the sources tell.
pub(super) fn body(shorter: &Shorter, source: Source, rest: impl FnOnce() -> String) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut said: HashSet<String> = HashSet::new();
    for issued in &shorter.issued {
        let fits = |section: &&Section| {
            section.source == source || source == Source::Matters && section.source.tells_matters()
        };
        let lines: Vec<String> = issued
            .sections
            .iter()
            .filter(fits)
            .flat_map(|section| uncounted(&section.body).lines().map(str::to_owned).collect::<Vec<_>>())
            .filter(|line| !line.trim().is_empty())
            // What was expected and asked for every month is told once.
            .filter(|line| source.tells_matters() || said.insert(group::key(&without_citations(line))))
            .collect();
        if !lines.is_empty() {
            out.push(heading(&issued.period.name(), &issued.number, &origin(issued.id)));
            out.extend(lines);
        }
    }
    // Its counts are of a part of the period only.
    let rest = uncounted(&rest());
    if !rest.is_empty() {
        if !out.is_empty() {
            let names: Vec<String> = shorter.lacking.iter().map(|one| one.period.name()).collect();
            let names = if names.is_empty() { "Nội dung đến sau".to_owned() } else { names.join(", ") };
            out.push(heading(&names, "", ""));
        }
        out.push(rest);
    }
    super::draft::lines(out)
}

/// `Tháng 7/2026 (Báo cáo số 12-BC/ĐU):`
fn heading(period: &str, number: &str, origin: &str) -> String {
    let number = number.trim();
    let number = if number.is_empty() { String::new() } else { format!(" (Báo cáo số {number})") };
    format!("{}{number}{origin}:", phrase::raised(period))
}
