//! What the agenda is narrowed to as text, so that it can be typed and kept as a view: `nhóm:thiếutên năm:2026 giao ban`.
//!
//! Keys and values are read without marks too, and in English: `tt:hoan,huy`, `state:postponed,cancelled`, `group:no_names`.

use std::collections::HashSet;
use std::fmt;

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::{Clash, ClassKind, ClassLine, ClassState, DueTask, Month, NamesDue};
use crate::text::fold;

crate::text::identifiers! {
    /// Classes and meetings that need somebody's eye.
    Group {
        /// They begin within thirty days, or go on.
        #[default]
        Coming = "coming",
        /// Units still have to send names.
        NoNames = "no_names",
        /// Something to prepare should be done.
        Late = "late",
        /// Something is wanted in two places at one time.
        Clash = "clash",
        /// Nobody knows a day.
        Undated = "undated",
        /// Their days are over and nobody said that they were held.
        Past = "past",
        /// They were held and nothing is written about how.
        NoResult = "no_result",
    }
}

/// What an agenda is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaFilter {
    /// Words of title, place and vague date.
    pub words: String,
    /// Only these.
    pub group: Option<Group>,
    /// Only in one of these states; empty = any.
    pub states: Vec<ClassState>,
    /// Only of these kinds; empty = any.
    pub kinds: Vec<ClassKind>,
    /// Only of this year.
    pub year: Option<i32>,
    /// Only of this quarter; without a year of this one.
    pub quarter: Option<u32>,
}

/// Why a filter cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaProblem {
    /// No filter is called so.
    Key(String),
    /// No group is called so.
    Group(String),
    /// No state is called so.
    State(String),
    /// No kind is called so.
    Kind(String),
    /// It is no year.
    Year(String),
    /// It is no quarter.
    Quarter(String),
}

/// What the rest of the agenda knows of its classes.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Today.
    pub today: NaiveDate,
    /// Things to prepare that are not done.
    pub due: &'a [DueTask],
    /// Names that units still have to send.
    pub names: &'a [NamesDue],
    /// What is wanted in two places at one time.
    pub clashes: &'a [Clash],
}

/// Days that count as soon.
const SOON: i64 = 30;

/// Groups as they are written.
const GROUPS: [(Group, &str); 7] = [
    (Group::Coming, "sắptới"),
    (Group::NoNames, "thiếutên"),
    (Group::Late, "trễviệc"),
    (Group::Clash, "trùnglịch"),
    (Group::Undated, "chưangày"),
    (Group::Past, "quangày"),
    (Group::NoResult, "thiếukếtquả"),
];

/// States as they are written.
const STATES: [(ClassState, &str); 7] = [
    (ClassState::Draft, "dựthảo"),
    (ClassState::Planned, "cókếhoạch"),
    (ClassState::Summoned, "triệutập"),
    (ClassState::Running, "đangdiễnra"),
    (ClassState::Held, "đãtổchức"),
    (ClassState::Postponed, "hoãn"),
    (ClassState::Cancelled, "hủy"),
];

/// Kinds as they are written.
const KINDS: [(ClassKind, &str); 3] =
    [(ClassKind::Class, "lớp"), (ClassKind::Briefing, "giaoban"), (ClassKind::Conference, "hộinghị")];

/// Views of the agenda that every file has: identifier and filter. They stand in the program and not in the file.
pub const AGENDA_VIEWS: &[(&str, &str)] = &[
    ("coming", "nhóm:sắptới"),
    ("no_names", "nhóm:thiếutên"),
    ("late", "nhóm:trễviệc"),
    ("clash", "nhóm:trùnglịch"),
    ("undated", "nhóm:chưangày"),
    ("past", "nhóm:quangày"),
    ("no_result", "nhóm:thiếukếtquả"),
    ("off", "tt:hoãn,hủy"),
];

impl AgendaFilter {
    /// Reads it.
    ///
    /// # Errors
    /// [`AgendaProblem`] says what cannot be read.
    pub fn parse(text: &str) -> Result<Self, AgendaProblem> {
        let mut filter = Self::default();
        let mut words = Vec::new();
        for token in text.split_whitespace() {
            // A time of day and a title with a colon are words.
            let Some((key, value)) = token.split_once(':').filter(|(key, _)| is_key(key)) else {
                words.push(token);
                continue;
            };
            match letters(key).as_str() {
                "nhom" | "group" => {
                    filter.group = Some(
                        named(&GROUPS, Group::id, value)
                            .ok_or_else(|| AgendaProblem::Group(value.to_owned()))?,
                    );
                }
                "tt" | "trangthai" | "state" => {
                    filter.states = several(&STATES, ClassState::id, value).map_err(AgendaProblem::State)?;
                }
                "loai" | "kind" => {
                    filter.kinds = several(&KINDS, ClassKind::id, value).map_err(AgendaProblem::Kind)?;
                }
                "nam" | "year" => {
                    let year = value.parse().ok().filter(|year| (1900..2200).contains(year));
                    filter.year = Some(year.ok_or_else(|| AgendaProblem::Year(value.to_owned()))?);
                }
                "quy" | "quarter" => {
                    filter.quarter =
                        Some(quarter(value).ok_or_else(|| AgendaProblem::Quarter(value.to_owned()))?);
                }
                _ if value.is_empty() => words.push(token),
                _ => return Err(AgendaProblem::Key(token.to_owned())),
            }
        }
        filter.words = words.join(" ");
        Ok(filter)
    }

    /// The places of the classes it leaves, in their order.
    pub fn found(&self, classes: &[ClassLine], facts: Facts) -> Vec<usize> {
        let typed = fold(&self.words);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let known = self.group.map(|group| known(group, facts));
        let fits = |class: &ClassLine| {
            (self.states.is_empty() || self.states.contains(&class.state))
                && (self.kinds.is_empty() || self.kinds.contains(&class.kind))
                && self.in_period(class, facts.today)
                && self.group.is_none_or(|group| match &known {
                    Some(Some(ids)) => ids.contains(&class.id),
                    _ => is_of(group, class, facts.today),
                })
                && has_words(class, &words)
        };
        classes.iter().enumerate().filter(|(_, class)| fits(class)).map(|(at, _)| at).collect()
    }

    /// Whether a class reaches into the year and the quarter; one nobody knows a month of does not.
    fn in_period(&self, class: &ClassLine, today: NaiveDate) -> bool {
        if self.year.is_none() && self.quarter.is_none() {
            return true;
        }
        let year = self.year.unwrap_or(Month::of(today).year);
        let (first, last) = self.quarter.map_or((1, 12), |quarter| (quarter * 3 - 2, quarter * 3));
        let (first, last) = (Month { year, month: first }, Month { year, month: last });
        class.months(year).is_some_and(|(from, to)| from <= last && first <= to)
    }
}

impl fmt::Display for AgendaFilter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.group.and_then(|group| name(&GROUPS, group)).map(|name| format!("nhóm:{name}")));
        let states: Vec<&str> = self.states.iter().filter_map(|state| name(&STATES, *state)).collect();
        if !states.is_empty() {
            parts.push(format!("tt:{}", states.join(",")));
        }
        let kinds: Vec<&str> = self.kinds.iter().filter_map(|kind| name(&KINDS, *kind)).collect();
        if !kinds.is_empty() {
            parts.push(format!("loại:{}", kinds.join(",")));
        }
        parts.extend(self.year.map(|year| format!("năm:{year}")));
        parts.extend(self.quarter.map(|quarter| format!("quý:{quarter}")));
        parts.extend((!self.words.is_empty()).then(|| self.words.clone()));
        out.write_str(&parts.join(" "))
    }
}

/// The classes another list of the agenda names; `None` when the class itself tells.
fn known(group: Group, facts: Facts) -> Option<HashSet<Uuid>> {
    match group {
        Group::NoNames => Some(facts.names.iter().map(|of| of.class).collect()),
        Group::Late => {
            let late = facts.due.iter().filter(|task| task.due_on < facts.today);
            Some(late.map(|task| task.class).collect())
        }
        Group::Clash => Some(facts.clashes.iter().map(|clash| clash.class).collect()),
        Group::Coming | Group::Undated | Group::Past | Group::NoResult => None,
    }
}

fn is_of(group: Group, class: &ClassLine, today: NaiveDate) -> bool {
    let from = class.date_from.or(class.date_to);
    let to = class.date_to.or(class.date_from);
    match group {
        Group::Coming => {
            !matches!(class.state, ClassState::Held | ClassState::Postponed | ClassState::Cancelled)
                && from.is_some_and(|from| from <= today + TimeDelta::days(SOON))
                && to.is_some_and(|to| to >= today)
        }
        Group::Undated => from.is_none() && !matches!(class.state, ClassState::Held | ClassState::Cancelled),
        Group::Past => {
            !matches!(class.state, ClassState::Held | ClassState::Postponed | ClassState::Cancelled)
                && to.is_some_and(|to| to < today)
        }
        Group::NoResult => class.state == ClassState::Held && !class.concluded,
        Group::NoNames | Group::Late | Group::Clash => false,
    }
}

fn has_words(class: &ClassLine, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = fold(&format!("{} {} {}", class.title, class.place, class.date_text));
    words.iter().all(|word| text.contains(word))
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(char::is_alphabetic)
}

/// Letters and digits without marks.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn name<T: Copy + PartialEq>(all: &[(T, &'static str)], of: T) -> Option<&'static str> {
    all.iter().find(|(known, _)| *known == of).map(|(_, name)| *name)
}

fn named<T: Copy>(all: &[(T, &'static str)], id: fn(T) -> &'static str, value: &str) -> Option<T> {
    let wanted = letters(value);
    all.iter()
        .find(|(known, name)| letters(name) == wanted || letters(id(*known)) == wanted)
        .map(|(of, _)| *of)
}

/// Several with commas between; the one that is unknown.
fn several<T: Copy + PartialEq>(
    all: &[(T, &'static str)],
    id: fn(T) -> &'static str,
    value: &str,
) -> Result<Vec<T>, String> {
    let mut found = Vec::new();
    for part in value.split(',') {
        let one = named(all, id, part).ok_or_else(|| part.to_owned())?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Ok(found)
}

fn quarter(value: &str) -> Option<u32> {
    match fold(value).as_str() {
        "1" | "i" => Some(1),
        "2" | "ii" => Some(2),
        "3" | "iii" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(id: u128, state: ClassState, from: &str, vague: &str) -> ClassLine {
        ClassLine {
            id: Uuid::from_u128(id),
            kind: if id.is_multiple_of(2) { ClassKind::Briefing } else { ClassKind::Class },
            title: format!("Lớp {id}"),
            date_from: from.parse().ok(),
            date_to: from.parse().ok(),
            date_text: vague.into(),
            place: "Hội trường A".into(),
            state,
            participants: 0,
            open_tasks: 0,
            tasks: 0,
            series: None,
            concluded: id == 1,
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        for (_, filter) in AGENDA_VIEWS {
            assert_eq!(AgendaFilter::parse(filter).unwrap().to_string(), *filter);
        }
        let filter = AgendaFilter::parse(
            "giao  ban STATE:cancelled,hoan Kind:briefing year:2026 quy:IV group:no_names",
        );
        assert_eq!(
            filter.unwrap().to_string(),
            "nhóm:thiếutên tt:hủy,hoãn loại:giaoban năm:2026 quý:4 giao ban"
        );
        let words = AgendaFilter::parse("14:30 chuyên đề: 2").unwrap();
        assert_eq!((words.words.as_str(), words.group), ("14:30 chuyên đề: 2", None));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let problem = |text: &str| AgendaFilter::parse(text).unwrap_err();
        assert_eq!(problem("nhóm:mới"), AgendaProblem::Group("mới".into()));
        assert_eq!(problem("tt:hoãn,mới"), AgendaProblem::State("mới".into()));
        assert_eq!(problem("loại:"), AgendaProblem::Kind(String::new()));
        assert_eq!(problem("quý:5"), AgendaProblem::Quarter("5".into()));
        assert_eq!(problem("năm:26"), AgendaProblem::Year("26".into()));
        assert_eq!(problem("bd:3"), AgendaProblem::Key("bd:3".into()));
    }

    #[test]
    fn a_group_finds_what_needs_an_eye() {
        let classes = [
            class(1, ClassState::Held, "2026-10-01", ""),
            class(2, ClassState::Held, "2026-10-02", ""),
            class(3, ClassState::Planned, "2026-11-01", ""),
            class(4, ClassState::Planned, "2026-12-01", ""),
            class(5, ClassState::Planned, "", "tháng 4/2027"),
            class(6, ClassState::Cancelled, "2026-12-02", ""),
        ];
        let today = "2026-11-23".parse().unwrap();
        let task = |class: u128, due: &str| DueTask {
            class: Uuid::from_u128(class),
            title: String::new(),
            task: String::new(),
            owner: String::new(),
            due_on: due.parse().unwrap(),
        };
        let due = [task(3, "2026-11-24"), task(4, "2026-11-20")];
        let facts = Facts { today, due: &due, names: &[], clashes: &[] };
        let found = |text: &str| -> Vec<usize> {
            let found = AgendaFilter::parse(text).unwrap().found(&classes, facts);
            found.into_iter().map(|at| at + 1).collect()
        };
        assert_eq!(found("nhóm:sắptới"), [4]);
        assert_eq!(found("nhóm:thiếukếtquả"), [2]);
        assert_eq!(found("nhóm:quangày"), [3]);
        assert_eq!(found("nhóm:chưangày"), [5]);
        assert_eq!(found("nhóm:trễviệc"), [4]);
        assert_eq!(found("nhóm:thiếutên"), [] as [usize; 0]);
        assert_eq!(found("tt:hoãn,hủy"), [6]);
        assert_eq!(found("quý:4 loại:giaoban"), [2, 4, 6]);
        assert_eq!(found("năm:2027"), [5]);
        assert_eq!(found("hoi truong 3"), [3]);
    }
}
