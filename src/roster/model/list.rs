//! The roster in memory: everybody in order, narrowed while one types.

mod alike;
mod answering;
mod show;
mod slips;
mod sort;
mod tree;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use chrono::{Days, Months, NaiveDate};
use uuid::Uuid;

use super::{Former, Status, Unit, Wanted, short_post, short_unit};
use crate::text;
use crate::text::lookup::{Keys, Query, Score};

pub use answering::answering;
pub use show::{RETENTION_RANGE, RETENTION_YEARS, Show, retention};
pub use sort::Column;
pub use tree::UnitRow;

/// In which order the roster stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Given name, middle names, family name.
    #[default]
    Given,
    /// Family name first.
    Family,
    /// Units in protocol order, people of a unit by given name.
    Unit,
}

impl Order {
    /// The next one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Given => Self::Family,
            Self::Family => Self::Unit,
            Self::Unit => Self::Given,
        }
    }
}

/// A row of the roster as the store reads it.
#[derive(Clone, Debug, Default)]
pub struct PersonRow {
    /// Id.
    pub id: Uuid,
    /// Full name.
    pub full_name: String,
    /// Given name of its own column.
    pub given_name: String,
    /// Unit.
    pub unit: Option<Uuid>,
    /// Post.
    pub post: String,
    /// Posts held beside it.
    pub concurrent_post: String,
    /// Phones, one a line, the main one first.
    pub phones: String,
    /// Status.
    pub status: Status,
    /// Last day of the term.
    pub term_to: Option<NaiveDate>,
}

/// Somebody on the roster. Small, because fifty thousand of them are in memory.
#[derive(Clone, Debug)]
pub struct Person {
    /// Id.
    pub id: Uuid,
    /// Full name.
    pub full_name: Box<str>,
    /// Main phone; empty without one.
    pub phone: Box<str>,
    /// Status.
    pub status: Status,
    /// Last day of the term.
    pub term_to: Option<NaiveDate>,
    unit: u32,
    post: u32,
    keys: Keys,
}

/// No unit.
const NONE: u32 = u32::MAX;

/// What the roster is narrowed to, beside the typed words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Units whose people are shown; `None` = all.
    pub units: Option<Vec<Uuid>>,
    /// Only active people whose term ends within so many days from this day.
    pub ending: Option<(NaiveDate, u32)>,
    /// Only active people who were in no class in the so many years before this day.
    pub untrained: Option<(NaiveDate, u32)>,
    /// Only these, on this day.
    pub show: Option<(Show, NaiveDate)>,
}

/// Days before its end in which a term is listed as ending.
pub const ENDING_DAYS: u32 = 60;

/// Everybody, in order.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    people: Vec<Person>,
    units: Vec<Unit>,
    posts: Vec<Box<str>>,
    /// Names that are no more, with the units of today.
    pub(super) formers: Vec<Former>,
    /// People about whom copies of the file disagree.
    clashes: HashSet<Uuid>,
    /// Years a record is kept after the term.
    retention: show::Retention,
    /// When somebody was in a class last.
    trained: HashMap<Uuid, NaiveDate>,
    /// Words that occur, counted when they are first asked for.
    vocabulary: OnceLock<slips::Vocabulary>,
    name_wanted: Wanted,
    unit_wanted: Wanted,
    post_wanted: Wanted,
}

impl Roster {
    /// Notes about whom copies of the file disagree.
    pub fn set_clashes(&mut self, clashes: HashSet<Uuid>) {
        self.clashes = clashes;
    }

    /// True when copies of the file disagree about this person.
    pub fn has_clash(&self, person: Uuid) -> bool {
        self.clashes.contains(&person)
    }

    /// When people were in a class last, as the room above knows it.
    pub fn set_trained(&mut self, trained: HashMap<Uuid, NaiveDate>) {
        self.trained = trained;
    }

    /// When somebody was in a class last.
    pub fn trained(&self, person: Uuid) -> Option<NaiveDate> {
        self.trained.get(&person).copied()
    }

    /// Builds the roster of rows in order.
    pub fn new(units: Vec<Unit>, rows: impl IntoIterator<Item = PersonRow>) -> Self {
        Self::with_formers(units, Vec::new(), rows)
    }

    /// The same with the names that are no more: people are found by them too.
    pub fn with_formers(
        units: Vec<Unit>,
        formers: Vec<Former>,
        rows: impl IntoIterator<Item = PersonRow>,
    ) -> Self {
        let called = called(&units, &formers);
        let by_id: HashMap<Uuid, u32> =
            units.iter().enumerate().map(|(at, unit)| (unit.id, at as u32)).collect();
        let mut posts: Vec<Box<str>> = Vec::new();
        let mut known_posts: HashMap<Box<str>, u32> = HashMap::new();
        let mut people = Vec::new();
        for row in rows {
            let unit = row.unit.and_then(|id| by_id.get(&id).copied()).unwrap_or(NONE);
            let unit_name = called.get(unit as usize).map_or("", String::as_str);
            let both = format!("{} {}", row.post, row.concurrent_post);
            let keys = Keys::new(text::lookup::Person {
                full_name: &row.full_name,
                given_name: &row.given_name,
                unit: unit_name,
                post: &both,
                phones: &row.phones,
            });
            let post = *known_posts.entry(row.post.into_boxed_str()).or_insert_with_key(|post| {
                posts.push(post.clone());
                posts.len() as u32 - 1
            });
            people.push(Person {
                id: row.id,
                full_name: row.full_name.into(),
                phone: row.phones.lines().next().unwrap_or_default().into(),
                status: row.status,
                term_to: row.term_to,
                unit,
                post,
                keys,
            });
        }
        let mut roster = Self { people, units, posts, formers, ..Self::default() };
        roster.measure();
        roster
    }

    /// Measures units and posts for the columns of the list, once for all of them, so that the columns stand still.
    fn measure(&mut self) {
        let units: Vec<usize> =
            self.units.iter().map(|unit| text::width(&short_unit(&unit.known.name))).collect();
        let posts: Vec<usize> = self.posts.iter().map(|post| text::width(&short_post(post))).collect();
        let widths = |of: fn(&Person) -> u32, widths: &[usize]| {
            let known = self.people.iter().filter_map(|person| widths.get(of(person) as usize).copied());
            Wanted::of(known.collect())
        };
        self.name_wanted =
            Wanted::of(self.people.iter().map(|person| text::width(&person.full_name)).collect());
        self.unit_wanted = widths(|person| person.unit, &units);
        self.post_wanted = widths(|person| person.post, &posts);
    }

    /// What the columns of names, units and posts would like.
    pub fn wanted(&self) -> [Wanted; 3] {
        [self.name_wanted, self.unit_wanted, self.post_wanted]
    }

    /// Everybody, in order.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.iter()
    }

    /// Every unit.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit of somebody, with what is known of it.
    pub fn unit(&self, person: &Person) -> Option<&Unit> {
        self.units.get(person.unit as usize)
    }

    /// The unit of somebody.
    pub fn unit_id(&self, person: &Person) -> Option<Uuid> {
        self.units.get(person.unit as usize).map(|unit| unit.id)
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// True without anybody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Somebody by position in the order.
    pub fn person(&self, at: u32) -> Option<&Person> {
        self.people.get(at as usize)
    }

    /// Somebody by id.
    pub fn named(&self, id: Uuid) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// How many people stand in a unit itself, whatever their status.
    pub fn people_in(&self, unit: Uuid) -> usize {
        self.people.iter().filter(|person| self.unit_id(person) == Some(unit)).count()
    }

    /// Name of a person's unit; empty without one.
    pub fn unit_name(&self, person: &Person) -> &str {
        self.units.get(person.unit as usize).map_or("", |unit| unit.known.name.as_str())
    }

    /// Name of a unit.
    pub fn unit_named(&self, unit: Uuid) -> Option<&str> {
        self.units.iter().find(|row| row.id == unit).map(|row| row.known.name.as_str())
    }

    /// The unit of a person.
    pub fn unit_of(&self, person: Uuid) -> Option<Uuid> {
        let person = self.people.iter().find(|row| row.id == person)?;
        self.units.get(person.unit as usize).map(|unit| unit.id)
    }

    /// Units that stand and answer to what was typed: every word begins a word of the name, marks optional. Behind them those
    /// that bore such a name, with it.
    pub fn units_answering(&self, typed: &str) -> impl Iterator<Item = (Uuid, &str, &str)> {
        let typed = text::fold(typed);
        let old = typed.clone();
        let now = self.units.iter().filter(|unit| unit.stands()).filter_map(move |unit| {
            let name = text::fold(&unit.known.name);
            let begins = |word: &str| {
                name.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.starts_with(word))
            };
            // Offices call each other by letters out of the middle of a name: LHPN, MTTQ.
            let letters: String = name.split_whitespace().filter_map(|part| part.chars().next()).collect();
            let begins = |word: &str| begins(word) || word.len() > 2 && letters.contains(word);
            typed.split_whitespace().all(begins).then_some((unit.id, unit.known.name.as_str(), ""))
        });
        let before = self.formers.iter().filter(move |former| former.answers(&old));
        now.chain(
            before.filter_map(|former| {
                Some((former.unit, self.unit_named(former.unit)?, former.name.as_str()))
            }),
        )
    }

    /// A person's post.
    pub fn post(&self, person: &Person) -> &str {
        self.posts.get(person.post as usize).map_or("", |post| post)
    }

    /// Positions of the people who answer to what was typed, best first; all that fit `narrow` in order when nothing was.
    ///
    /// Where nobody answers, what may have been meant is looked for: keys of Telex or VNI that nothing composed, a letter too many
    /// or too few, two swapped, two words in one.
    pub fn find(&self, typed: &str, narrow: &Narrow) -> Vec<u32> {
        let found = self.answer_to(typed, narrow);
        if !found.is_empty() || !typed.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            return found;
        }
        let vocabulary = || self.vocabulary.get_or_init(|| self.words_known());
        let others = slips::meant(typed, vocabulary).into_iter();
        others.map(|other| self.answer_to(&other, narrow)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn words_known(&self) -> slips::Vocabulary {
        let names = self.people.iter().map(|person| &*person.full_name);
        let units = self.units.iter().map(|unit| unit.known.name.as_str());
        let before = self.formers.iter().map(|former| former.name.as_str());
        let posts = self.posts.iter().map(|post| &**post);
        slips::Vocabulary::of(names.chain(units).chain(before).chain(posts))
    }

    fn answer_to(&self, typed: &str, narrow: &Narrow) -> Vec<u32> {
        let query = Query::new(typed);
        let units: Option<Vec<bool>> = narrow
            .units
            .as_ref()
            .map(|wanted| self.units.iter().map(|unit| wanted.contains(&unit.id)).collect());
        let ends = |person: &Person, (from, days): (NaiveDate, u32)| {
            let last = from.checked_add_days(Days::new(u64::from(days)));
            let within = |end: NaiveDate| end >= from && last.is_none_or(|last| end <= last);
            person.status == Status::Active && person.term_to.is_some_and(within)
        };
        let untrained = |person: &Person, (today, years): (NaiveDate, u32)| {
            let since = today.checked_sub_months(Months::new(years.saturating_mul(12)));
            let lately = |last: NaiveDate| since.is_none_or(|since| last > since);
            person.status == Status::Active && !self.trained.get(&person.id).copied().is_some_and(lately)
        };
        let fits = |person: &Person| {
            units.as_ref().is_none_or(|units| units.get(person.unit as usize).copied().unwrap_or(false))
                && narrow.ending.is_none_or(|ending| ends(person, ending))
                && narrow.untrained.is_none_or(|years| untrained(person, years))
                && narrow.show.is_none_or(|(show, today)| self.shows(person, show, today))
        };
        let people = self.people.iter().enumerate().filter(|(_, person)| fits(person));
        if query.is_empty() {
            return people.map(|(at, _)| at as u32).collect();
        }
        let mut found: Vec<(Score, u32)> =
            people.filter_map(|(at, person)| Some((query.score(&person.keys)?, at as u32))).collect();
        found.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        found.into_iter().map(|(_, at)| at).collect()
    }
}

/// What each unit is found by: its name, and those that are no more.
fn called(units: &[Unit], formers: &[Former]) -> Vec<String> {
    let mut called: Vec<String> = units.iter().map(|unit| unit.known.name.clone()).collect();
    let places: HashMap<Uuid, usize> = units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
    for former in formers {
        if let Some(&at) = places.get(&former.unit) {
            called[at].push(' ');
            called[at].push_str(&former.name);
        }
    }
    called
}

#[cfg(test)]
mod tests {
    use super::super::NewUnit;
    use super::*;

    fn roster() -> Roster {
        let unit = |id: u128, name: &str, parent: Option<u128>| Unit {
            id: Uuid::from_u128(id),
            known: NewUnit { parent: parent.map(Uuid::from_u128), ..NewUnit::named(name) },
        };
        let units = vec![
            unit(1, "xã Lộc An", None),
            unit(2, "thôn 7", Some(1)),
            unit(3, "thôn 10", Some(1)),
            unit(4, "xã Phú Hòa", None),
        ];
        let person = |id: u128, name: &str, unit: u128, post: &str, end: &str| PersonRow {
            id: Uuid::from_u128(id),
            full_name: name.to_owned(),
            unit: Some(Uuid::from_u128(unit)),
            post: post.to_owned(),
            phones: format!("091200000{id}"),
            term_to: end.parse().ok(),
            ..PersonRow::default()
        };
        Roster::new(
            units,
            [
                person(1, "Nông Thị Huệ", 4, "Phó Hiệu trưởng", "2030-12-31"),
                person(2, "Nguyễn Thị Hương", 1, "Chủ tịch", "2026-12-31"),
                person(3, "Trần Văn Nam", 2, "Bí thư chi bộ", ""),
            ],
        )
    }

    fn names(roster: &Roster, typed: &str, narrow: &Narrow) -> Vec<String> {
        roster
            .find(typed, narrow)
            .into_iter()
            .map(|at| roster.person(at).unwrap().full_name.to_string())
            .collect()
    }

    #[test]
    fn typing_narrows_and_puts_the_best_first() {
        let roster = roster();
        let all = Narrow::default();
        assert_eq!(names(&roster, "", &all).len(), 3);
        assert_eq!(names(&roster, "nt hu", &all), ["Nguyễn Thị Hương", "Nông Thị Huệ"]);
        assert_eq!(names(&roster, "huong", &all), ["Nguyễn Thị Hương"]);
        assert_eq!(names(&roster, "nam loc", &all), Vec::<String>::new(), "a unit above is not the unit");
        assert_eq!(names(&roster, "thon 7", &all), ["Trần Văn Nam"]);
        assert_eq!(names(&roster, "0003", &all), ["Trần Văn Nam"]);
    }

    #[test]
    fn the_roster_is_narrowed_to_units_and_to_terms_that_end() {
        let roster = roster();
        let commune = Narrow { units: Some(roster.with_below(Uuid::from_u128(1))), ..Narrow::default() };
        assert_eq!(names(&roster, "", &commune), ["Nguyễn Thị Hương", "Trần Văn Nam"]);
        let ending =
            Narrow { ending: "2026-11-22".parse().ok().map(|day| (day, ENDING_DAYS)), ..Narrow::default() };
        assert_eq!(names(&roster, "", &ending), ["Nguyễn Thị Hương"]);
    }

    #[test]
    fn the_tree_counts_and_shows_gaps() {
        let rows = roster().tree();
        let shown: Vec<(String, usize, usize, usize, bool)> =
            rows.iter().map(|row| (row.name.clone(), row.depth, row.own, row.total, row.is_gap())).collect();
        assert_eq!(
            shown,
            [
                ("xã Lộc An".into(), 0, 1, 2, false),
                ("thôn 7".into(), 1, 1, 1, false),
                ("thôn 10".into(), 1, 0, 0, true),
                ("xã Phú Hòa".into(), 0, 1, 1, false),
            ]
        );
    }

    #[test]
    fn by_unit_people_of_a_unit_stand_together() {
        let mut roster = roster();
        roster.sort_by_unit();
        assert_eq!(
            names(&roster, "", &Narrow::default()),
            ["Trần Văn Nam", "Nguyễn Thị Hương", "Nông Thị Huệ"]
        );
    }

    #[test]
    fn what_answers_is_shown() {
        let parts = |name: &str, typed: &str| -> Vec<String> {
            answering(name, typed).into_iter().map(|range| name[range].to_owned()).collect()
        };
        assert_eq!(parts("Nguyễn Thị Hương", "huo ng"), ["Ng", "Hươ"]);
        assert_eq!(parts("Nguyễn Thị Hương", "nth"), ["N", "T", "H"]);
        assert_eq!(parts("Nguyễn Thị Hương", "hướ"), Vec::<String>::new());
    }
}
