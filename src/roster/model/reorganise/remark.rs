//! What a person should see before units are reorganised: two heads of one unit, two units of one name, units left empty.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Change, Destination, Move, Moving, Plan, Successor};
use crate::roster::model::{Person, Roster, Status, UnitKey, name_key};
use crate::text;

/// Something to look at before a plan is carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// These people would hold one post of one unit, of which there is one.
    TwoHeads {
        /// The unit.
        unit: String,
        /// The post.
        post: String,
        /// Who.
        names: Vec<String>,
    },
    /// Somebody is on the roster of two of the units.
    SamePerson {
        /// The unit.
        unit: String,
        /// The name.
        name: String,
    },
    /// Two units of one name would stand below one.
    SameName {
        /// The unit above; empty: none.
        above: String,
        /// The name.
        name: String,
    },
    /// There is a unit of the new one's name already.
    NameTaken(String),
    /// Nobody would be in this unit.
    Empty(String),
    /// So many people stay in a unit that is no more.
    LeftBehind(usize),
    /// So many rules that give items to colleagues by these units do nothing any more.
    RulesEnd(usize),
    /// The day is still to come: the file shows the new order at once.
    Future,
}

/// A unit that has units below it: one of the roster, or a new one by its place among the successors.
type Below = (Option<Uuid>, Option<usize>);

/// First words of posts that one person of a unit holds. Folded.
const HEADS: &[&str] = &[
    "bi thu",
    "chu tich",
    "truong",
    "hieu truong",
    "giam doc",
    "tong giam doc",
    "tong bien tap",
    "chi huy truong",
    "chu nhiem",
    "thu truong",
    "doi truong",
    "to truong",
];

impl Plan {
    /// What is to be looked at before it is carried out.
    pub fn remarks(&self, roster: &Roster, today: chrono::NaiveDate) -> Vec<Remark> {
        let mut found = Vec::new();
        if self.wish.on > today {
            found.push(Remark::Future);
        }
        self.taken(roster, &mut found);
        for at in 0..self.wish.successors.len() {
            self.in_successor(at, roster, &mut found);
        }
        self.same_names(roster, &mut found);
        let staying = |line: &&Move| line.to == Destination::Stay && matches!(line.what, Moving::Person(_));
        let left = self.moves.iter().filter(staying).count();
        if left > 0 {
            found.push(Remark::LeftBehind(left));
        }
        if self.wish.successors.is_empty() && self.follows.rules > 0 {
            found.push(Remark::RulesEnd(self.follows.rules));
        }
        found
    }

    /// New units that have the name of one that stands.
    fn taken(&self, roster: &Roster, found: &mut Vec<Remark>) {
        for successor in &self.wish.successors {
            let Successor::New(new) = successor else { continue };
            let key = UnitKey::of(&new.name);
            let other = roster.units().iter().find(|unit| {
                unit.stands()
                    && !self.wish.units.contains(&unit.id)
                    && UnitKey::of(&unit.known.name).fits(&key)
            });
            if let Some(other) = other {
                found.push(Remark::NameTaken(other.known.name.clone()));
            }
        }
    }

    /// People who would be in a successor, each with the unit they come from.
    fn people_of<'a>(&'a self, at: usize, roster: &'a Roster) -> Vec<(&'a Person, Uuid)> {
        let mut people: Vec<(&Person, Uuid)> = Vec::new();
        if let Some(Successor::Known(id)) = self.wish.successors.get(at)
            && self.wish.change != Change::Split
        {
            people.extend(roster.serving_in(*id).map(|person| (person, *id)));
        }
        for line in self.moves.iter().filter(|line| line.to == Destination::Successor(at)) {
            if let Moving::Person(id) = line.what {
                people.extend(roster.named(id).map(|person| (person, line.from)));
            }
        }
        people
    }

    fn in_successor(&self, at: usize, roster: &Roster, found: &mut Vec<Remark>) {
        // A renaming moves nobody.
        if self.wish.change == Change::Rename {
            return;
        }
        let unit = self.wish.successor_name(at, roster);
        let people = self.people_of(at, roster);
        let below = self.moves.iter().any(|line| {
            line.to == Destination::Successor(at)
                && matches!(line.what, Moving::Unit(id) if has_anybody(roster, id))
        });
        let already = match self.wish.successors.get(at) {
            Some(Successor::Known(id)) => roster.standing_below(*id).any(|id| has_anybody(roster, id)),
            _ => false,
        };
        let active = people.iter().any(|(person, _)| person.status == Status::Active);
        if !active && !below && (self.wish.change == Change::Split || !already) {
            found.push(Remark::Empty(unit.to_owned()));
        }
        heads(unit, &people, roster, found);
        let mut seen: BTreeMap<(String, Box<str>), Uuid> = BTreeMap::new();
        let mut told = BTreeSet::new();
        for (person, from) in &people {
            let key = (name_key(&person.full_name), person.phone.clone());
            let other = *seen.entry(key.clone()).or_insert(*from);
            if other != *from && told.insert(key) {
                let (unit, name) = (unit.to_owned(), person.full_name.to_string());
                found.push(Remark::SamePerson { unit, name });
            }
        }
    }

    /// Units of one name that come below one unit.
    fn same_names(&self, roster: &Roster, found: &mut Vec<Remark>) {
        let mut below: BTreeMap<Below, Vec<(Uuid, bool)>> = BTreeMap::new();
        for line in &self.moves {
            let Moving::Unit(id) = line.what else { continue };
            let place = match line.to {
                Destination::Successor(at) => match self.wish.successors.get(at) {
                    Some(Successor::Known(id)) => (Some(*id), None),
                    _ => (None, Some(at)),
                },
                Destination::Above(above) => (above, None),
                Destination::End | Destination::Stay => continue,
            };
            below.entry(place).or_default().push((id, true));
        }
        for ((parent, new), mut units) in below {
            if let Some(parent) = parent.filter(|_| self.wish.change != Change::Split) {
                units.extend(roster.standing_below(parent).map(|id| (id, false)));
            }
            let above = match (parent, new) {
                (Some(parent), _) => roster.unit_named(parent).unwrap_or_default().to_owned(),
                (None, Some(at)) => self.wish.successor_name(at, roster).to_owned(),
                (None, None) => String::new(),
            };
            let mut names: BTreeMap<String, Vec<(Uuid, bool)>> = BTreeMap::new();
            for (id, comes) in units {
                let name = roster.unit_named(id).unwrap_or_default();
                let all = names.entry(UnitKey::of(name).whole).or_default();
                if !all.iter().any(|(known, _)| *known == id) {
                    all.push((id, comes));
                }
            }
            for same in
                names.into_values().filter(|same| same.len() > 1 && same.iter().any(|(_, comes)| *comes))
            {
                let name = roster.unit_named(same[0].0).unwrap_or_default().to_owned();
                found.push(Remark::SameName { above: above.clone(), name });
            }
        }
    }
}

fn has_anybody(roster: &Roster, unit: Uuid) -> bool {
    roster
        .with_below(unit)
        .into_iter()
        .any(|id| roster.serving_in(id).any(|person| person.status == Status::Active))
}

/// Posts that one person held in each unit and several would hold in one.
fn heads(unit: &str, people: &[(&Person, Uuid)], roster: &Roster, found: &mut Vec<Remark>) {
    let mut posts: BTreeMap<String, Vec<(&Person, Uuid)>> = BTreeMap::new();
    for (person, from) in people.iter().filter(|(person, _)| person.status == Status::Active) {
        if let Some(post) = head(roster.post(person), roster.unit_named(*from).unwrap_or_default()) {
            posts.entry(post).or_default().push((person, *from));
        }
    }
    for held in posts.into_values() {
        let from: BTreeSet<Uuid> = held.iter().map(|(_, from)| *from).collect();
        // What two of one unit held before is no post of which there is one.
        if from.len() > 1 && from.len() == held.len() {
            found.push(Remark::TwoHeads {
                unit: unit.to_owned(),
                post: roster.post(held[0].0).to_owned(),
                names: held.iter().map(|(person, _)| person.full_name.to_string()).collect(),
            });
        }
    }
}

/// What a post is compared by, without the name of its unit; `None` when it is not that of a head.
fn head(post: &str, unit: &str) -> Option<String> {
    let post = text::fold(post);
    let is_head = HEADS.iter().any(|head| {
        post.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    });
    if !is_head {
        return None;
    }
    let unit = text::fold(unit);
    let bare = text::fold(&UnitKey::bare_name(&unit));
    let mut key = post;
    for name in [unit, bare].iter().filter(|name| !name.is_empty()) {
        key = key.replace(name.as_str(), "");
    }
    Some(key.split_whitespace().collect::<Vec<_>>().join(" "))
}
