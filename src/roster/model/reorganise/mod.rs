//! Reorganisation of units on a day: renamed, merged many to one, split, abolished. What would happen is a plan first, line by
//! line; only the plan that a person has seen is carried out.

mod remark;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{NewUnit, Person, Roster, Status, UnitKey};
use crate::text;

pub use remark::Remark;

crate::text::identifiers! {
    /// What happens to units.
    Change {
        /// Nhập: many units into one.
        #[default]
        Merge = "merge",
        /// Đổi tên.
        Rename = "rename",
        /// Chia, tách.
        Split = "split",
        /// Kết thúc hoạt động, with no unit in its place.
        Abolish = "abolish",
    }
}

crate::text::identifiers! {
    /// What becomes of the people of a unit that no other takes the place of.
    Leftover {
        /// They go to the unit above.
        #[default]
        Above = "above",
        /// Their terms end with the unit.
        End = "end",
        /// They stay where they are, to be looked at one by one.
        Stay = "stay",
    }
}

/// A unit that takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Successor {
    /// One of the roster.
    Known(Uuid),
    /// A new one.
    New(Box<NewUnit>),
}

/// What is to happen, as a person says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What.
    pub change: Change,
    /// To which units.
    pub units: Vec<Uuid>,
    /// First day of the new order.
    pub on: NaiveDate,
    /// The resolution or decision.
    pub basis: String,
    /// What stands in their place: one unit of a merger, the new name of a renaming, all parts of a division.
    pub successors: Vec<Successor>,
    /// People of what is abolished.
    pub leftover: Leftover,
}

impl Wish {
    /// Last day of the old order.
    pub fn last_day(&self) -> NaiveDate {
        self.on.pred_opt().unwrap_or(self.on)
    }

    /// True when this unit stands in the new order too.
    pub fn keeps(&self, unit: Uuid) -> bool {
        self.change == Change::Rename || self.successors.contains(&Successor::Known(unit))
    }

    /// The units that are no more.
    pub fn ceasing(&self) -> impl Iterator<Item = Uuid> {
        self.units.iter().copied().filter(|unit| !self.keeps(*unit))
    }

    /// The name of one of the successors.
    pub fn successor_name<'a>(&'a self, at: usize, roster: &'a Roster) -> &'a str {
        match self.successors.get(at) {
            Some(Successor::Known(id)) => roster.unit_named(*id).unwrap_or_default(),
            Some(Successor::New(unit)) => &unit.name,
            None => "",
        }
    }
}

/// What a line of the plan moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moving {
    /// A collaborator.
    Person(Uuid),
    /// A unit, with all that is in it.
    Unit(Uuid),
    /// That a unit need not report for a period.
    Excuse(Uuid),
}

/// Where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To one of the successors, by its place.
    Successor(usize),
    /// To this unit above the one that goes; `None`: to the root of the tree.
    Above(Option<Uuid>),
    /// The term ends.
    End,
    /// Nowhere.
    Stay,
}

/// A line of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// What moves.
    pub what: Moving,
    /// The unit it stands in.
    pub from: Uuid,
    /// Where it goes.
    pub to: Destination,
}

/// A unit need not report for a period that is not over on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excused {
    /// Its row.
    pub id: Uuid,
    /// The unit.
    pub unit: Uuid,
    /// Name of the duty.
    pub duty: String,
    /// The period.
    pub period: (NaiveDate, NaiveDate),
}

/// What else hangs on units and follows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Follows {
    /// Reports that need not be made: each is a line of the plan.
    pub excuses: Vec<Excused>,
    /// Duties that bind a unit by name.
    pub duties: usize,
    /// Rules that give new items to a colleague by unit.
    pub rules: usize,
    /// Summons to classes that are still to come.
    pub summons: usize,
}

impl Follows {
    /// True when nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.duties + self.rules + self.summons == 0
    }
}

/// Why a wish cannot be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WishProblem {
    /// Nothing takes the units' place.
    NoSuccessor,
    /// A division needs at least two parts.
    OnePart,
    /// The name is the one it has.
    SameName,
    /// Only one unit is renamed or divided at a time.
    OnlyOne,
    /// This unit is no more already.
    Gone(String),
    /// This unit stands below one that goes, and cannot take its place.
    Below(String),
    /// Nothing goes: the unit would be merged into itself.
    NothingGoes,
}

/// What would happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What was asked for.
    pub wish: Wish,
    /// Who and what moves, units first.
    pub moves: Vec<Move>,
    /// What else follows.
    pub follows: Follows,
}

impl Plan {
    /// Plans a wish.
    ///
    /// # Errors
    /// [`WishProblem`] where it cannot be.
    pub fn of(roster: &Roster, wish: Wish) -> Result<Self, WishProblem> {
        check(roster, &wish)?;
        let mut moves = Vec::new();
        let going: Vec<Uuid> = wish.ceasing().collect();
        // Of a division the part that keeps the unit's row keeps those who are not told to go elsewhere; they are shown all the
        // same, because somebody has to say who goes where.
        let shown: &[Uuid] = if wish.change == Change::Split { &wish.units } else { &going };
        for unit in shown {
            for below in roster.standing_below(*unit).filter(|below| !wish.units.contains(below)) {
                let to = destination_of_unit(roster, &wish, *unit, below);
                moves.push(Move { what: Moving::Unit(below), from: *unit, to });
            }
        }
        for unit in shown {
            for person in roster.serving_in(*unit) {
                let to = destination_of_person(roster, &wish, *unit, person);
                moves.push(Move { what: Moving::Person(person.id), from: *unit, to });
            }
        }
        Ok(Self { wish, moves, follows: Follows::default() })
    }

    /// Adds what else hangs on the units. What need not be reported goes where the unit goes; of a division the part that keeps the
    /// unit's row has it, else the first, until somebody says otherwise. Nobody has it of what is abolished without a successor.
    #[must_use]
    pub fn with_follows(mut self, follows: Follows) -> Self {
        let wish = &self.wish;
        self.moves.retain(|line| !matches!(line.what, Moving::Excuse(_)));
        if !wish.successors.is_empty() && wish.change != Change::Rename {
            let kept = |unit| wish.successors.iter().position(|one| *one == Successor::Known(unit));
            let lines = follows
                .excuses
                .iter()
                .filter(|excused| wish.change == Change::Split || kept(excused.unit).is_none());
            let lines = lines.map(|excused| Move {
                what: Moving::Excuse(excused.id),
                from: excused.unit,
                to: Destination::Successor(kept(excused.unit).unwrap_or(0)),
            });
            self.moves.extend(lines.collect::<Vec<_>>());
        }
        self.follows = follows;
        self
    }

    /// Sends a line to the next place, or the one before, round and round; false where there is no other.
    pub fn turn(&mut self, at: usize, roster: &Roster, back: bool) -> bool {
        let Some(line) = self.moves.get(at) else { return false };
        let choices = self.choices(line, roster);
        let Some(now) = choices.iter().position(|choice| *choice == line.to) else { return false };
        let step = if back { choices.len() - 1 } else { 1 };
        self.moves[at].to = choices[(now + step) % choices.len()];
        choices.len() > 1
    }

    /// Where a line can go.
    fn choices(&self, line: &Move, roster: &Roster) -> Vec<Destination> {
        let mut all: Vec<Destination> = (0..self.wish.successors.len()).map(Destination::Successor).collect();
        if self.wish.change == Change::Abolish && !matches!(line.what, Moving::Excuse(_)) {
            all.push(Destination::Above(above(roster, &self.wish, line.from)));
        }
        if matches!(line.what, Moving::Person(_)) {
            all.push(Destination::End);
        }
        if !matches!(line.what, Moving::Unit(_)) {
            all.push(Destination::Stay);
        }
        all
    }

    /// True when this move changes nothing: the unit goes on, and who is in it stays in it.
    pub fn is_still(&self, line: &Move) -> bool {
        match line.to {
            Destination::Successor(at) => self.wish.successors.get(at) == Some(&Successor::Known(line.from)),
            Destination::Stay => true,
            Destination::Above(_) | Destination::End => false,
        }
    }

    /// How many people and how many units move.
    pub fn counts(&self) -> (usize, usize) {
        let moving = || self.moves.iter().filter(|line| !self.is_still(line));
        let people = moving().filter(|line| matches!(line.what, Moving::Person(_))).count();
        let units = moving().filter(|line| matches!(line.what, Moving::Unit(_))).count();
        (people, units)
    }
}

fn check(roster: &Roster, wish: &Wish) -> Result<(), WishProblem> {
    let one = matches!(wish.change, Change::Rename | Change::Split);
    if one && wish.units.len() != 1 {
        return Err(WishProblem::OnlyOne);
    }
    if let Some(gone) = wish.units.iter().filter_map(|id| roster.unit_by_id(*id)).find(|unit| !unit.stands())
    {
        return Err(WishProblem::Gone(gone.known.name.clone()));
    }
    match wish.change {
        Change::Abolish => {}
        _ if wish.successors.is_empty() => return Err(WishProblem::NoSuccessor),
        Change::Split if wish.successors.len() < 2 => return Err(WishProblem::OnePart),
        Change::Rename => {
            let old = wish.units.first().and_then(|unit| roster.unit_named(*unit)).unwrap_or_default();
            if wish.successor_name(0, roster) == old {
                return Err(WishProblem::SameName);
            }
        }
        _ => {}
    }
    if wish.change == Change::Merge && wish.ceasing().next().is_none() {
        return Err(WishProblem::NothingGoes);
    }
    for unit in wish.ceasing() {
        let below = roster.with_below(unit);
        for successor in &wish.successors {
            let of = match successor {
                Successor::Known(id) => Some(*id),
                Successor::New(new) => new.parent,
            };
            if let Some(of) = of.filter(|of| below.contains(of)) {
                return Err(WishProblem::Below(roster.unit_named(of).unwrap_or_default().to_owned()));
            }
        }
    }
    Ok(())
}

/// The nearest unit above that does not go too.
fn above(roster: &Roster, wish: &Wish, unit: Uuid) -> Option<Uuid> {
    let mut at = unit;
    // No tree of units is deeper; a merge may have brought a circle.
    for _ in 0..16 {
        at = roster.unit_by_id(at)?.known.parent?;
        let goes = wish.units.contains(&at) && !wish.keeps(at);
        if !goes && roster.unit_by_id(at).is_some_and(super::Unit::stands) {
            return Some(at);
        }
    }
    None
}

fn destination_of_unit(roster: &Roster, wish: &Wish, unit: Uuid, below: Uuid) -> Destination {
    match wish.change {
        Change::Abolish if wish.successors.is_empty() => Destination::Above(above(roster, wish, unit)),
        Change::Split => {
            let name = roster.unit_named(below).unwrap_or_default();
            Destination::Successor(part_named(roster, wish, unit, name))
        }
        _ => Destination::Successor(0),
    }
}

fn destination_of_person(roster: &Roster, wish: &Wish, unit: Uuid, person: &Person) -> Destination {
    match wish.change {
        Change::Abolish if wish.successors.is_empty() => match wish.leftover {
            Leftover::Above => match above(roster, wish, unit) {
                Some(above) => Destination::Above(Some(above)),
                None => Destination::Stay,
            },
            Leftover::End => Destination::End,
            Leftover::Stay => Destination::Stay,
        },
        Change::Split => Destination::Successor(part_named(roster, wish, unit, roster.post(person))),
        _ => Destination::Successor(0),
    }
}

/// The part of a division whose name stands in a text; else the one that keeps the unit's row; else the first.
fn part_named(roster: &Roster, wish: &Wish, unit: Uuid, written: &str) -> usize {
    let written = format!(" {} ", text::fold(written));
    let named = (0..wish.successors.len()).find(|at| {
        let bare = text::fold(&UnitKey::bare_name(wish.successor_name(*at, roster)));
        !bare.is_empty() && written.contains(&format!(" {bare} "))
    });
    let kept = wish.successors.iter().position(|one| *one == Successor::Known(unit));
    named.or(kept).unwrap_or(0)
}

impl Roster {
    /// A unit by id.
    pub fn unit_by_id(&self, id: Uuid) -> Option<&super::Unit> {
        self.units().iter().find(|unit| unit.id == id)
    }

    /// Units right below one that stand today.
    pub fn standing_below(&self, unit: Uuid) -> impl Iterator<Item = Uuid> {
        self.units()
            .iter()
            .filter(move |row| row.known.parent == Some(unit) && row.stands())
            .map(|row| row.id)
    }

    /// People of a unit who serve or will serve again.
    pub fn serving_in(&self, unit: Uuid) -> impl Iterator<Item = &Person> {
        self.people().filter(move |person| {
            matches!(person.status, Status::Active | Status::Paused) && self.unit_id(person) == Some(unit)
        })
    }
}

#[cfg(test)]
mod tests;
