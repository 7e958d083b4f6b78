//! Standing meetings: one every month or every quarter, entered ahead as occurrences of one series.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{NewClass, Summons, When};

crate::text::identifiers! {
    /// How a standing meeting repeats.
    Repeat {
        /// Once.
        #[default]
        Never = "",
        /// Every month.
        Month = "month",
        /// Every quarter.
        Quarter = "quarter",
    }
}

impl Repeat {
    /// Months from one occurrence to the next.
    const fn months(self) -> u32 {
        match self {
            Self::Never => 0,
            Self::Month => 1,
            Self::Quarter => 3,
        }
    }
}

/// That day of a month, or its last.
fn of_month(month: NaiveDate, day: u32) -> NaiveDate {
    (1..=day).rev().find_map(|day| month.with_day(day)).unwrap_or(month)
}

impl NewClass {
    /// The occurrences after this one: until the end of its year, in the last quarter until the end of the next. Each is on the
    /// same day of its month; what would fall on a Saturday or Sunday moves to the next working day of the month, unless this
    /// one is on such a day itself. A series without a day, or one that does not repeat, has none.
    pub fn occurrences(&self) -> Vec<Self> {
        self.following(None)
    }

    /// The same, on another day of the month than this one's.
    fn following(&self, usual: Option<u32>) -> Vec<Self> {
        let (Some(first), step @ 1..) = (self.date_from, self.repeat_rule.months()) else {
            return Vec::new();
        };
        let last_year = if first.month() > 9 { first.year() + 1 } else { first.year() };
        let length = self.date_to.map_or(0, |to| (to - first).num_days().max(0).cast_unsigned());
        (1..)
            .map_while(|count| first.with_day(1)?.checked_add_months(Months::new(count * step)))
            .map(|month| of_month(month, usual.unwrap_or(first.day())))
            .take_while(|day| day.year() <= last_year)
            .map(|day| {
                let day = if is_weekend(first) { day } else { working_day(day) };
                self.on_day(first, day, length)
            })
            .collect()
    }

    /// What follows the last occurrence of a series, on the usual day of its months: its year is over, so all of the next.
    pub fn occurrences_on(&self, usual: Option<u32>) -> Vec<Self> {
        let within = self.following(usual);
        let this_year = self.date_from.map(|day| day.year());
        let next: Vec<Self> =
            within.iter().filter(|of| of.date_from.map(|day| day.year()) == this_year).cloned().collect();
        if next.is_empty() { within } else { next }
    }

    /// This meeting on another day.
    fn on_day(&self, first: NaiveDate, day: NaiveDate, length: u64) -> Self {
        let when =
            When { from: Some(day), to: day.checked_add_days(Days::new(length)), vague: String::new() };
        let same = |agenda: &super::AgendaPoint| super::AgendaPoint {
            content: told_for(&agenda.content, first, day),
            ..agenda.clone()
        };
        Self {
            title: told_for(&self.title, first, day),
            agenda: self.agenda.iter().map(same).collect(),
            series: self.series,
            repeat_rule: self.repeat_rule,
            ..self.again(when)
        }
    }

    /// What changed from `before` to `after` in one occurrence, brought into this later one. Its days move along by as many
    /// days; its state, its numbers and what was concluded stay its own.
    pub fn follow(&mut self, before: &Self, after: &Self) {
        fn take<T: Clone + PartialEq>(own: &mut T, before: &T, after: &T) {
            if before != after {
                own.clone_from(after);
            }
        }
        take(&mut self.kind, &before.kind, &after.kind);
        take(&mut self.place, &before.place, &after.place);
        take(&mut self.purpose, &before.purpose, &after.purpose);
        take(&mut self.audience, &before.audience, &after.audience);
        take(&mut self.funding_source, &before.funding_source, &after.funding_source);
        take(&mut self.estimate, &before.estimate, &after.estimate);
        take(&mut self.certificate_signer, &before.certificate_signer, &after.certificate_signer);
        take(&mut self.hosts, &before.hosts, &after.hosts);
        take(&mut self.costs, &before.costs, &after.costs);
        let (Some(from), Some(own)) = (after.date_from, self.date_from) else {
            take(&mut self.title, &before.title, &after.title);
            return;
        };
        if before.title != after.title {
            self.title = told_for(&after.title, from, own);
        }
        if before.agenda != after.agenda {
            let told = |point: &super::AgendaPoint| super::AgendaPoint {
                content: told_for(&point.content, from, own),
                ..point.clone()
            };
            self.agenda = after.agenda.iter().map(told).collect();
        }
        if before.summons != after.summons {
            let moved = |of: &Summons| Summons {
                names_due: of.names_due.map(|due| own + (due - from)),
                ..of.clone()
            };
            self.summons = after.summons.iter().map(moved).collect();
        }
        let length = after.date_to.map(|to| to - from);
        if let Some(moved) = before.date_from.map(|before| from - before).filter(|moved| !moved.is_zero()) {
            self.date_from = Some(if is_weekend(from) { own + moved } else { working_day(own + moved) });
        }
        if before.date_to != after.date_to || before.date_from != after.date_from {
            self.date_to = self.date_from.zip(length).map(|(from, length)| from + length);
        }
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The day itself or the next working day; at the end of a month the one before, so that a meeting stays in its month.
fn working_day(day: NaiveDate) -> NaiveDate {
    let moved = |by: i64| day + chrono::TimeDelta::days(by);
    let (later, earlier) = match day.weekday() {
        Weekday::Sat => (moved(2), moved(-1)),
        Weekday::Sun => (moved(1), moved(-2)),
        _ => return day,
    };
    if later.month() == day.month() { later } else { earlier }
}

/// Quarters as they are written.
const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// A text that names the month, quarter or year of `first`, told for `day`: "Giao ban tháng 11/2026" → "Giao ban tháng
/// 12/2026", "Giao ban quý IV năm 2026" → "Giao ban quý I năm 2027". Other months and years stay.
pub fn told_for(text: &str, first: NaiveDate, day: NaiveDate) -> String {
    let quarter = |day: NaiveDate| QUARTERS[day.month0() as usize / 3].to_owned();
    let text = renamed(text, "tháng ", &first.month().to_string(), &day.month().to_string());
    let text = renamed(&text, "quý ", &quarter(first), &quarter(day));
    let (before, after) = (first.year().to_string(), day.year().to_string());
    ["năm ", "/", "-"].iter().fold(text, |text, word| renamed(&text, word, &before, &after))
}

/// `word` followed by `before` and no further letter or digit is followed by `after`; the word in capitals too.
fn renamed(text: &str, word: &str, before: &str, after: &str) -> String {
    let mut told = String::with_capacity(text.len() + 4);
    let mut rest = text;
    while let Some(at) = found(rest, word, before) {
        let end = at + before.len();
        told.push_str(&rest[..at]);
        told.push_str(after);
        rest = &rest[end..];
    }
    told.push_str(rest);
    told
}

/// Where `number` stands after `word`, whatever the case of the word.
fn found(text: &str, word: &str, number: &str) -> Option<usize> {
    let words = [word.to_owned(), word.to_uppercase(), capital(word)];
    words
        .iter()
        .flat_map(|word| text.match_indices(word.as_str()).map(|(at, found)| at + found.len()))
        .filter(|&at| {
            let after = text[at..].strip_prefix(number);
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        })
        .min()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::model::{AgendaKind, AgendaPoint, ClassState, Session};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn meeting(on: &str, repeat_rule: Repeat) -> NewClass {
        NewClass {
            title: format!("Giao ban tháng {}/{}", day(on).month(), day(on).year()),
            date_from: Some(day(on)),
            date_to: Some(day(on)),
            place: "Phòng họp".into(),
            state: ClassState::Summoned,
            repeat_rule,
            sessions: vec![Session { on: Some(day(on)), ..Session::default() }],
            ..NewClass::default()
        }
    }

    #[test]
    fn a_meeting_of_every_month_is_there_until_the_end_of_the_year_on_working_days() {
        let days = |on, rule| -> Vec<String> {
            meeting(on, rule).occurrences().iter().map(|of| of.date_from.unwrap().to_string()).collect()
        };
        // 25/7 is a Saturday, 25/10 a Sunday.
        assert_eq!(
            days("2026-06-25", Repeat::Month),
            ["2026-07-27", "2026-08-25", "2026-09-25", "2026-10-26", "2026-11-25", "2026-12-25"]
        );
        // The last day of a month stays in its month: 31/1/2027 is a Sunday, 28/2 too.
        assert_eq!(days("2026-12-31", Repeat::Month)[..3], ["2027-01-29", "2027-02-26", "2027-03-31"]);
        assert_eq!(days("2026-03-20", Repeat::Quarter), ["2026-06-22", "2026-09-21", "2026-12-21"]);
        // Who meets on Saturdays does so on purpose.
        assert_eq!(days("2026-10-24", Repeat::Quarter)[0], "2027-01-24");
        assert!(days("2026-06-25", Repeat::Never).is_empty());
        let vague = NewClass { date_from: None, ..meeting("2026-06-25", Repeat::Month) };
        assert!(vague.occurrences().is_empty());
    }

    #[test]
    fn a_series_goes_on_on_its_usual_day_wherever_the_last_one_was() {
        // 26/12/2026 is a Saturday: December's was on Monday, the 28th.
        let last = meeting("2026-12-28", Repeat::Month);
        let days = |usual| -> Vec<String> {
            last.occurrences_on(usual).iter().map(|of| of.date_from.unwrap().to_string()).collect()
        };
        assert_eq!(days(Some(26))[..3], ["2027-01-26", "2027-02-26", "2027-03-26"]);
        assert_eq!(days(Some(31))[..3], ["2027-01-29", "2027-02-26", "2027-03-31"]);
        assert_eq!(days(None)[0], "2027-01-28");
        assert_eq!(last.occurrences_on(Some(26))[0].title, "Giao ban tháng 1/2027");
    }

    #[test]
    fn an_occurrence_is_a_draft_that_names_its_own_month() {
        let next = &meeting("2026-11-25", Repeat::Month).occurrences()[1];
        assert_eq!(next.title, "Giao ban tháng 1/2027");
        assert_eq!(
            (next.state, next.repeat_rule, next.place.as_str()),
            (ClassState::Draft, Repeat::Month, "Phòng họp")
        );
        assert_eq!(next.sessions[0].on, Some(day("2027-01-25")));
    }

    #[test]
    fn texts_name_the_month_the_quarter_and_the_year_they_are_for() {
        let told = |text, first, on| told_for(text, day(first), day(on));
        for (text, expected) in [
            ("Giao ban tháng 11 năm 2026", "Giao ban tháng 1 năm 2027"),
            ("GIAO BAN THÁNG 11-2026", "GIAO BAN THÁNG 1-2027"),
            ("Tháng 11: điểm tình hình tháng 10", "Tháng 1: điểm tình hình tháng 10"),
            ("Giao ban quý IV/2026", "Giao ban quý I/2027"),
            ("Tổ 11, tháng 112", "Tổ 11, tháng 112"),
            ("Nghị quyết 2026", "Nghị quyết 2026"),
            ("", ""),
        ] {
            assert_eq!(told(text, "2026-11-25", "2027-01-25"), expected);
        }
    }

    #[test]
    fn what_changed_in_one_comes_into_the_later_ones_and_nothing_else() {
        let before = meeting("2026-11-25", Repeat::Month);
        let mut later = before.occurrences().remove(0);
        later.audience = "Trưởng thôn".into();
        later.document_number = "12-KH/ĐU".into();
        let mut after = NewClass {
            place: "Hội trường B".into(),
            date_from: Some(day("2026-11-20")),
            date_to: Some(day("2026-11-20")),
            document_number: "11-KH/ĐU".into(),
            ..before.clone()
        };
        after.agenda.push(AgendaPoint { kind: AgendaKind::Synthesis, content: "Báo cáo tháng 11".into() });
        later.follow(&before, &after);
        assert_eq!((later.place.as_str(), later.audience.as_str()), ("Hội trường B", "Trưởng thôn"));
        // 20/12/2026 is a Sunday.
        assert_eq!((later.date_from, later.date_to), (Some(day("2026-12-21")), Some(day("2026-12-21"))));
        assert_eq!(later.document_number, "12-KH/ĐU");
        assert_eq!(later.agenda[0].content, "Báo cáo tháng 12");
        assert_eq!(later.title, "Giao ban tháng 12/2026");
    }
}
