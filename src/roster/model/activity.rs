//! How active a collaborator was, by what can be counted and is no opinion: reports handed in, and in time.

use chrono::NaiveDate;

use crate::text::dates::{Period, PeriodKind};

/// What somebody did in a span of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// Reports handed in.
    pub reports: u32,
    /// Periods of duties for which a report came in time.
    pub on_time: u32,
    /// Periods of duties that were due.
    pub due: u32,
}

impl Activity {
    /// Share of what was due that came in time, in hundredths; `None` where nothing was due.
    pub fn share(self) -> Option<u32> {
        (self.due > 0).then(|| (self.on_time * 100 + self.due / 2) / self.due)
    }
}

/// The rule by which people are put up for commendation. It stands on the list it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActivityRule {
    /// First day that counts.
    pub from: NaiveDate,
    /// Last day that counts.
    pub to: NaiveDate,
    /// Reports handed in, at least.
    pub reports: u32,
    /// Hundredths of what was due that came in time, at least. It asks nothing of whom no duty binds.
    pub share: u32,
}

impl ActivityRule {
    /// The days it looks at.
    pub fn span(&self) -> Period {
        Period { from: self.from, to: self.to, kind: PeriodKind::Custom }
    }

    /// True when somebody is put up by it.
    pub fn meets(&self, activity: Activity) -> bool {
        activity.reports >= self.reports.max(1) && activity.share().is_none_or(|share| share >= self.share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_counts_reports_and_days_and_nothing_else() {
        let day = |text: &str| text.parse().unwrap();
        let rule = ActivityRule { from: day("2026-01-01"), to: day("2026-12-31"), reports: 10, share: 80 };
        let did = |reports, on_time, due| rule.meets(Activity { reports, on_time, due });
        assert!(did(10, 8, 10) && did(30, 0, 0));
        assert!(!did(9, 10, 10), "too few");
        assert!(!did(30, 7, 10), "too late");
        assert!(!ActivityRule { reports: 0, ..rule }.meets(Activity::default()), "nobody for nothing");
        assert_eq!(Activity { reports: 3, on_time: 2, due: 3 }.share(), Some(67));
    }
}
