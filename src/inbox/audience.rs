//! Whom an orientation goes to, told by a filter of the roster: `đv:"Lộc An" cấp:xã chủđề:đất tt:tạmdừng nguyễn`.
//!
//! `đv` is a unit with all below it, `chủđề` a topic that is followed, `cấp` the level one reports to, `tt` the status; other
//! words are looked for as on the roster. `tấtcả` means everybody. Only active collaborators are meant where nothing is said
//! of the status. Several values after commas mean any of them; `không:` or `!` turns a term round.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use uuid::Uuid;

use super::records::Addressee;
use super::rows::Topic;
use crate::roster::model::{Narrow, Person, Roster, Status, UnitLevel};
use crate::search::filter::{Completion, bare, complete_with, parts};
use crate::text::{fold, syllables};

/// Everybody an orientation can go to.
#[derive(Clone, Debug, Default)]
pub struct Audience {
    /// The roster.
    pub roster: Roster,
    /// Levels people report to, where they are known.
    pub levels: HashMap<Uuid, UnitLevel>,
    /// Topics people follow.
    pub followed: HashMap<Uuid, Vec<Uuid>>,
    /// All topics.
    pub topics: Vec<Topic>,
}

/// What a term looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Unit,
    Topic,
    Level,
    Status,
}

/// Names of the keys; the first is the one that is offered.
const KEYS: &[(Key, &[&str])] = &[
    (Key::Unit, &["đv", "đơnvị", "unit"]),
    (Key::Topic, &["chủđề", "lĩnhvực", "cđ", "topic"]),
    (Key::Level, &["cấp", "level"]),
    (Key::Status, &["tt", "trạngthái", "status"]),
];

/// Names of the levels.
const LEVELS: &[(UnitLevel, &[&str])] = &[
    (UnitLevel::Province, &["tỉnh", "thànhphố", "province"]),
    (UnitLevel::Commune, &["xã", "phường", "commune"]),
    (UnitLevel::Base, &["cơsở", "thôn", "tổdânphố", "base"]),
    (UnitLevel::Central, &["trungương", "central"]),
    (UnitLevel::District, &["huyện", "district"]),
];

/// Names of the statuses.
const STATUSES: &[(Status, &[&str])] = &[
    (Status::Active, &["hoạtđộng", "đanghoạtđộng", "active"]),
    (Status::Paused, &["tạmdừng", "paused"]),
    (Status::Ended, &["thôi", "đãthôi", "ended"]),
    (Status::Moved, &["chuyển", "đãchuyển", "moved"]),
];

/// The one of them that is offered, and what turns a term round.
const EVERYBODY_WORD: &str = "tấtcả";
const NOT: &str = "không:";

/// What means everybody.
const EVERYBODY: &[&str] = &["tatca", "moinguoi", "all", "everybody"];

/// What is wrong with a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Where, in characters.
    pub span: Range<usize>,
    /// What.
    pub problem: Problem,
}

/// What is wrong with a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A quotation mark is not closed.
    OpenQuote,
    /// No such key; those there are.
    Key(String, Vec<&'static str>),
    /// The key has no such value; those there are.
    Value(String, Vec<&'static str>),
    /// Nothing stands behind the colon.
    Missing(String),
    /// Words cannot be turned round.
    Negated(String),
}

#[derive(Debug)]
enum Term {
    Unit(Vec<String>),
    Topic(Vec<String>),
    Level(Vec<UnitLevel>),
    Status(Vec<Status>),
}

/// A filter that was read.
#[derive(Debug, Default)]
struct Wanted {
    terms: Vec<(Term, bool)>,
    words: String,
    everybody: bool,
}

fn read(filter: &str) -> Result<Wanted, Wrong> {
    let found = parts(filter).map_err(|span| Wrong { span, problem: Problem::OpenQuote })?;
    let mut wanted = Wanted::default();
    let mut words: Vec<String> = Vec::new();
    for part in found {
        let wrong = |problem| Wrong { span: part.span.clone(), problem };
        let Some(name) = part.key else {
            let word = part.values.concat();
            if part.negated {
                return Err(wrong(Problem::Negated(word)));
            }
            words.push(word);
            continue;
        };
        let known = KEYS.iter().find(|(_, names)| named(names, &name));
        let Some((key, _)) = known else {
            let allowed = KEYS.iter().map(|(_, names)| names[0]).collect();
            return Err(wrong(Problem::Key(name, allowed)));
        };
        if part.values.iter().all(|value| value.trim().is_empty()) {
            return Err(wrong(Problem::Missing(name)));
        }
        let term = match key {
            Key::Unit => Term::Unit(part.values),
            Key::Topic => Term::Topic(part.values),
            Key::Level => Term::Level(choices(LEVELS, &part.values).map_err(wrong)?),
            Key::Status => Term::Status(choices(STATUSES, &part.values).map_err(wrong)?),
        };
        wanted.terms.push((term, part.negated));
    }
    let all = bare(&words.concat());
    wanted.everybody = EVERYBODY.contains(&all.as_str());
    if !wanted.everybody {
        wanted.words = words.join(" ");
    }
    Ok(wanted)
}

fn named(names: &[&str], typed: &str) -> bool {
    let typed = bare(typed);
    names.iter().any(|name| bare(name) == typed)
}

/// What a term that begins so may be: keys with their colon, and everybody.
fn begun(typed: &str) -> Vec<String> {
    let typed = bare(typed);
    let begins = |names: &[&str]| names.iter().any(|name| bare(name).starts_with(&typed));
    let keys = KEYS.iter().filter(|(_, names)| begins(names)).map(|(_, names)| format!("{}:", names[0]));
    let mut found: Vec<String> = keys.collect();
    found.extend(begins(&[EVERYBODY_WORD]).then(|| EVERYBODY_WORD.to_owned()));
    found.extend((!typed.is_empty() && bare(NOT).starts_with(&typed)).then(|| NOT.to_owned()));
    found
}

fn choices<T: Copy>(
    all: &'static [(T, &'static [&'static str])],
    typed: &[String],
) -> Result<Vec<T>, Problem> {
    typed
        .iter()
        .map(|typed| {
            let found = all.iter().find(|(_, names)| named(names, typed)).map(|(value, _)| *value);
            found
                .ok_or_else(|| Problem::Value(typed.clone(), all.iter().map(|(_, names)| names[0]).collect()))
        })
        .collect()
}

/// True when every typed word begins a word of the name, marks optional.
fn answers(name: &str, typed: &str) -> bool {
    let name = fold(name);
    let words: Vec<&str> = syllables(&name).collect();
    let typed = fold(typed);
    let mut typed = syllables(&typed).peekable();
    typed.peek().is_some() && typed.all(|part| words.iter().any(|word| word.starts_with(part)))
}

impl Audience {
    /// What may stand at the end of a filter.
    pub fn complete(&self, filter: &str) -> Completion {
        complete_with(filter, filter.chars().count(), begun, |name| {
            let (key, _) = KEYS.iter().find(|(_, names)| named(names, name))?;
            Some(match key {
                Key::Unit => self.roster.units().iter().map(|unit| unit.known.name.clone()).collect(),
                Key::Topic => self.topics.iter().map(|topic| topic.name.clone()).collect(),
                Key::Level => LEVELS.iter().map(|(_, names)| names[0].to_owned()).collect(),
                Key::Status => STATUSES.iter().map(|(_, names)| names[0].to_owned()).collect(),
            })
        })
    }

    /// Who a filter means, in the order of the roster; nobody for an empty one.
    ///
    /// # Errors
    /// What is wrong with the filter, and where.
    pub fn of(&self, filter: &str) -> Result<Vec<Addressee>, Wrong> {
        let addressee = |person: &Person| Addressee {
            collaborator: Some(person.id),
            unit: None,
            name: person.full_name.to_string(),
        };
        Ok(self.people(filter)?.into_iter().map(addressee).collect())
    }

    /// The same as rows of the roster.
    ///
    /// # Errors
    /// What is wrong with the filter, and where.
    pub fn people(&self, filter: &str) -> Result<Vec<&Person>, Wrong> {
        let wanted = read(filter)?;
        if wanted.terms.is_empty() && wanted.words.is_empty() && !wanted.everybody {
            return Ok(Vec::new());
        }
        let terms: Vec<(Met, bool)> = wanted.terms.iter().map(|(term, not)| (self.met(term), *not)).collect();
        let says_status = wanted.terms.iter().any(|(term, _)| matches!(term, Term::Status(_)));
        let mut found: Vec<u32> = self.roster.find(&wanted.words, &Narrow::default());
        found.sort_unstable();
        let people = found.into_iter().filter_map(|at| self.roster.person(at)).filter(|person| {
            (says_status || person.status == Status::Active)
                && terms.iter().all(|(met, not)| self.meets(person, met) != *not)
        });
        Ok(people.collect())
    }

    /// Which rows a term means.
    fn met<'a>(&self, term: &'a Term) -> Met<'a> {
        match term {
            Term::Unit(texts) => {
                let units = texts.iter().flat_map(|text| self.roster.units_answering(text));
                Met::Units(units.flat_map(|(id, ..)| self.roster.with_below(id)).collect())
            }
            Term::Topic(texts) => {
                let is_named = |topic: &&Topic| texts.iter().any(|text| answers(&topic.name, text));
                let mut found: HashSet<Uuid> =
                    self.topics.iter().filter(is_named).map(|topic| topic.id).collect();
                // A topic tree is a few levels deep; one that stands under itself must not hang the program.
                for _ in 0..8 {
                    let below = |topic: &&Topic| topic.parent.is_some_and(|parent| found.contains(&parent));
                    let more: Vec<Uuid> = self.topics.iter().filter(below).map(|topic| topic.id).collect();
                    found.extend(more);
                }
                Met::Topics(found)
            }
            Term::Level(levels) => Met::Levels(levels),
            Term::Status(statuses) => Met::Statuses(statuses),
        }
    }

    fn meets(&self, person: &Person, met: &Met) -> bool {
        match met {
            Met::Units(units) => self.roster.unit_id(person).is_some_and(|unit| units.contains(&unit)),
            Met::Topics(topics) => self
                .followed
                .get(&person.id)
                .is_some_and(|followed| followed.iter().any(|topic| topics.contains(topic))),
            Met::Levels(levels) => levels.contains(&self.level(person)),
            Met::Statuses(statuses) => statuses.contains(&person.status),
        }
    }

    /// The level somebody reports to, else that of the unit.
    fn level(&self, person: &Person) -> UnitLevel {
        let own = self.levels.get(&person.id).copied().unwrap_or_default();
        if own != UnitLevel::Unknown {
            return own;
        }
        self.roster.unit(person).map(|unit| unit.known.level).unwrap_or_default()
    }
}

/// Those named and those found, each once.
pub fn with_found(named: &[Addressee], found: Vec<Addressee>) -> Vec<Addressee> {
    let known: HashSet<Uuid> = named.iter().filter_map(|to| to.collaborator.or(to.unit)).collect();
    let mut all = named.to_vec();
    all.extend(found.into_iter().filter(|to| to.collaborator.is_none_or(|id| !known.contains(&id))));
    all
}

/// Rows a term means.
enum Met<'a> {
    Units(HashSet<Uuid>),
    Topics(HashSet<Uuid>),
    Levels(&'a [UnitLevel]),
    Statuses(&'a [Status]),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::model::{NewUnit, PersonRow, Unit};

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn audience() -> Audience {
        let unit = |number: u128, name: &str, parent: Option<u128>| Unit {
            id: id(number),
            known: NewUnit { parent: parent.map(id), ..NewUnit::named(name) },
        };
        let units = vec![unit(1, "xã Lộc An", None), unit(2, "thôn 7", Some(1)), unit(3, "xã Phú Hòa", None)];
        let person = |number: u128, name: &str, unit: u128, status: Status| PersonRow {
            id: id(number),
            full_name: name.to_owned(),
            unit: Some(id(unit)),
            status,
            ..PersonRow::default()
        };
        let roster = Roster::new(
            units,
            [
                person(10, "Trần Văn An", 1, Status::Active),
                person(11, "Nguyễn Thị Hương", 2, Status::Active),
                person(12, "Nông Thị Huệ", 3, Status::Active),
                person(13, "Lê Văn Nam", 3, Status::Paused),
            ],
        );
        let topic = |number: u128, name: &str, parent: Option<u128>| Topic {
            id: id(number),
            parent: parent.map(id),
            code: String::new(),
            name: name.to_owned(),
            keywords: Vec::new(),
            area: String::new(),
        };
        Audience {
            roster,
            levels: HashMap::from([(id(12), UnitLevel::Province)]),
            followed: HashMap::from([(id(10), vec![id(21)]), (id(13), vec![id(20)])]),
            topics: vec![topic(20, "Đất đai, xây dựng", None), topic(21, "Bồi thường", Some(20))],
        }
    }

    fn names(filter: &str) -> Vec<String> {
        audience().of(filter).unwrap().into_iter().map(|to| to.name).collect()
    }

    #[test]
    fn a_filter_means_those_who_meet_all_its_terms() {
        assert_eq!(names("tất cả"), ["Trần Văn An", "Nguyễn Thị Hương", "Nông Thị Huệ"]);
        assert!(names("").is_empty());
        assert_eq!(names("đv:\"lộc an\""), ["Trần Văn An", "Nguyễn Thị Hương"]);
        assert_eq!(names("!đv:\"Lộc An\""), ["Nông Thị Huệ"]);
        assert_eq!(names("chude:dat"), ["Trần Văn An"], "what stands below a topic is followed with it");
        assert_eq!(names("chude:dat tt:tạmdừng,hoạtđộng"), ["Trần Văn An", "Lê Văn Nam"]);
        assert_eq!(names("cấp:xã"), ["Trần Văn An"], "her own level goes before that of the unit");
        assert_eq!(names("cấp:cơsở,tỉnh"), ["Nguyễn Thị Hương", "Nông Thị Huệ"]);
        assert_eq!(names("nt hu"), ["Nguyễn Thị Hương", "Nông Thị Huệ"]);
        assert_eq!(names("unit:\"Lộc An\" huong"), ["Nguyễn Thị Hương"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let wrong = |filter: &str| audience().of(filter).unwrap_err();
        assert_eq!(wrong("xx đơn:x").span, 3..8);
        assert!(matches!(wrong("đơn:x").problem, Problem::Key(typed, allowed)
            if typed == "đơn" && allowed.contains(&"đv")));
        assert!(
            matches!(wrong("cấp:làng").problem, Problem::Value(typed, allowed) if typed == "làng" && allowed.contains(&"xã"))
        );
        assert_eq!(wrong("đv:").problem, Problem::Missing("đv".to_owned()));
        assert_eq!(wrong("đv:\"Lộc").problem, Problem::OpenQuote);
        assert_eq!(wrong("!nam").problem, Problem::Negated("nam".to_owned()));
    }

    #[test]
    fn the_end_of_a_filter_is_completed() {
        let audience = audience();
        for (filter, wanted) in [
            ("tấtcả đv:lộc", &["\"xã Lộc An\""][..]),
            ("đv:", &["\"xã Lộc An\"", "\"thôn 7\"", "\"xã Phú Hòa\""]),
            ("c", &["chủđề:", "cấp:"]),
            ("cấp:t", &["tỉnh", "trungương"]),
            ("không:tt:tạm", &["tạmdừng"]),
            ("tất", &["tấtcả"]),
            ("khô", &["không:"]),
            ("gì:x", &[]),
            ("nguyễn", &[]),
        ] {
            assert_eq!(audience.complete(filter).candidates, wanted, "{filter}");
        }
        assert_eq!(audience.complete("tấtcả đv:lộc").span, 9..12);
    }
}
