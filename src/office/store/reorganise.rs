//! Units reorganised on a day: the plan a person has seen is carried out in one action, over the tables of all rooms. What was
//! before the day keeps pointing at the old units, so that it bears the old names.

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::{FileError, Tx, link_id};
use crate::roster::model::{
    Change, Decision, DecisionKind, Destination, Excused, Follows, Move, Moving, NewUnit, Plan, Successor,
    Wish,
};
use crate::roster::store::{decide, insert_unit, rename_unit, unit};

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reorganised {
    /// A unit to look at: the first successor, or the one above.
    pub unit: Option<Uuid>,
    /// Units that are no more.
    pub ceased: usize,
    /// People who moved or whose term ended.
    pub people: usize,
}

/// Summons of classes and meetings that are still to come on a day.
const COMING: &str =
    "class_summons.deleted = 0 AND class_summons.class IN (SELECT id FROM class WHERE deleted = 0
    AND state NOT IN ('held', 'cancelled') AND (date_from >= ?2 OR date_from IS NULL))";

/// What hangs on units and would follow them.
///
/// # Errors
/// Whatever SQLite answers.
pub fn follows(conn: &Connection, units: &[Uuid], on: NaiveDate) -> rusqlite::Result<Follows> {
    let mut found = Follows::default();
    for unit in units {
        let count = |sql: &str| -> rusqlite::Result<usize> {
            let count: i64 = conn.prepare_cached(sql)?.query_row([unit], |row| row.get(0))?;
            Ok(usize::try_from(count).unwrap_or_default())
        };
        found.duties += count("SELECT count(*) FROM duty_member WHERE unit = ?1 AND deleted = 0")?;
        found.rules += count("SELECT count(*) FROM assignment_rule WHERE unit = ?1 AND deleted = 0")?;
        let coming: i64 = conn
            .prepare_cached(&format!("SELECT count(*) FROM class_summons WHERE unit = ?1 AND {COMING}"))?
            .query_row(params![unit, on], |row| row.get(0))?;
        found.summons += usize::try_from(coming).unwrap_or_default();
        found.excuses.extend(excused(conn, *unit, on)?);
    }
    Ok(found)
}

/// Reports a unit need not make for periods that are not over on a day.
fn excused(conn: &Connection, unit: Uuid, on: NaiveDate) -> rusqlite::Result<Vec<Excused>> {
    conn.prepare_cached(
        "SELECT excuse.id, duty.name, excuse.period_from, excuse.period_to
         FROM duty_excuse AS excuse JOIN duty ON duty.id = excuse.duty
         WHERE excuse.unit = ?1 AND excuse.deleted = 0 AND duty.deleted = 0 AND excuse.period_to >= ?2
           AND excuse.period_from IS NOT NULL
         ORDER BY excuse.period_from, duty.name, excuse.id",
    )?
    .query_map(params![unit, on], |row| {
        Ok(Excused { id: row.get(0)?, unit, duty: row.get(1)?, period: (row.get(2)?, row.get(3)?) })
    })?
    .collect()
}

/// Carries a plan out. Who or what was moved elsewhere since the plan was shown stays there.
///
/// # Errors
/// [`FileError`] when SQLite refuses; nothing was changed then.
pub fn reorganise(tx: &Tx, plan: &Plan) -> Result<Reorganised, FileError> {
    let wish = &plan.wish;
    if wish.change == Change::Rename {
        return rename(tx, wish);
    }
    let mut successors = Vec::with_capacity(wish.successors.len());
    for successor in &wish.successors {
        successors.push(match successor {
            Successor::Known(id) => *id,
            Successor::New(new) => {
                insert_unit(tx, &NewUnit { valid_from: Some(wish.on), ..NewUnit::clone(new) })?
            }
        });
    }
    let mut done = Reorganised { unit: successors.first().copied(), ..Reorganised::default() };
    for line in &plan.moves {
        done.people += usize::from(carry(tx, plan, line, &successors, &mut done.unit)?);
    }
    for old in wish.ceasing() {
        tx.prepare_cached("UPDATE unit SET valid_to = ?2 WHERE id = ?1 AND valid_to IS NULL")?
            .execute(params![old, wish.last_day()])?;
        done.ceased += 1;
    }
    for old in &wish.units {
        succeed(tx, wish, *old, &successors)?;
        if !wish.keeps(*old) || wish.change == Change::Split {
            follow(tx, wish, *old, &successors)?;
        }
    }
    Ok(done)
}

fn rename(tx: &Tx, wish: &Wish) -> Result<Reorganised, FileError> {
    let (Some(id), Some(Successor::New(new))) = (wish.units.first().copied(), wish.successors.first()) else {
        return Ok(Reorganised::default());
    };
    rename_unit(tx, id, &new.name, wish.on, &wish.basis)?;
    Ok(Reorganised { unit: Some(id), ..Reorganised::default() })
}

/// Writes what became of a unit.
fn succeed(tx: &Tx, wish: &Wish, old: Uuid, successors: &[Uuid]) -> Result<(), FileError> {
    let new: Vec<Option<Uuid>> = if successors.is_empty() {
        vec![None]
    } else {
        successors.iter().copied().filter(|new| *new != old).map(Some).collect()
    };
    // Of a merger into one of them that one stays what it was.
    if wish.change == Change::Merge && wish.keeps(old) {
        return Ok(());
    }
    for new in new {
        tx.prepare_cached(
            "INSERT INTO unit_succession (id, old_unit, new_unit, kind, on_date, basis) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![tx.new_id(), old, new, wish.change.id(), wish.on, wish.basis])?;
    }
    Ok(())
}

/// Moves one line; true for a person who was moved.
fn carry(
    tx: &Tx,
    plan: &Plan,
    line: &Move,
    successors: &[Uuid],
    shown: &mut Option<Uuid>,
) -> Result<bool, FileError> {
    let to = match line.to {
        Destination::Successor(at) => match successors.get(at) {
            Some(to) if *to != line.from => Some(*to),
            _ => return Ok(false),
        },
        Destination::Above(above) => {
            *shown = shown.or(above);
            above
        }
        Destination::End => None,
        Destination::Stay => return Ok(false),
    };
    match line.what {
        Moving::Unit(id) => {
            tx.prepare_cached("UPDATE unit SET parent = ?3 WHERE id = ?1 AND parent = ?2")?
                .execute(params![id, line.from, to])?;
            Ok(false)
        }
        Moving::Excuse(id) => {
            if let Some(to) = to {
                excuse(tx, id, line.from, to, plan.wish.on)?;
            }
            Ok(false)
        }
        Moving::Person(id) => {
            let there = tx
                .prepare_cached("SELECT 1 FROM collaborator WHERE id = ?1 AND unit = ?2 AND deleted = 0")?
                .exists(params![id, line.from])?;
            if !there || (to.is_none() && line.to != Destination::End) {
                return Ok(false);
            }
            Ok(decide(tx, &[id], &decision(tx, plan, line, to)?)? > 0)
        }
    }
}

/// Excuses another unit for what this one was excused from. This one stays excused from a period that began before the day: for
/// that it is still bound.
fn excuse(tx: &Tx, id: Uuid, from: Uuid, to: Uuid, on: NaiveDate) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO duty_excuse (id, duty, unit, period_from, period_to, reason)
         SELECT ?2, duty, ?3, period_from, period_to, reason FROM duty_excuse AS old
         WHERE id = ?1 AND unit = ?4 AND deleted = 0 AND NOT EXISTS (
           SELECT 1 FROM duty_excuse AS other WHERE other.duty = old.duty AND other.unit = ?3 AND other.deleted = 0
             AND other.period_from IS old.period_from AND other.period_to IS old.period_to)",
    )?
    .execute(params![id, tx.new_id(), to, from])?;
    tx.prepare_cached(
        "UPDATE duty_excuse SET deleted = 1 WHERE id = ?1 AND unit = ?2 AND deleted = 0 AND period_from >= ?3",
    )?
    .execute(params![id, from, on])?;
    Ok(())
}

/// The decision a person's move is kept as.
fn decision(tx: &Tx, plan: &Plan, line: &Move, to: Option<Uuid>) -> Result<Decision, FileError> {
    let wish = &plan.wish;
    let name = |id: Uuid| -> rusqlite::Result<String> {
        Ok(unit(tx, id)?.map(|unit| unit.known.name).unwrap_or_default())
    };
    let mut reason = name(line.from)?;
    if let Some(to) = to {
        reason = format!("{reason} → {}", name(to)?);
    }
    if !wish.basis.is_empty() {
        reason = format!("{reason}; {}", wish.basis);
    }
    let ends = to.is_none();
    Ok(Decision {
        kind: if ends { DecisionKind::End } else { DecisionKind::Move },
        on: Some(if ends { wish.last_day() } else { wish.on }),
        unit: to,
        reason,
        ..Decision::default()
    })
}

/// Duties, rules and summons of what is to come follow a unit to its successors.
fn follow(tx: &Tx, wish: &Wish, old: Uuid, successors: &[Uuid]) -> Result<(), FileError> {
    let new: Vec<Uuid> = successors.iter().copied().filter(|new| *new != old).collect();
    let Some((&first, others)) = new.split_first() else { return Ok(()) };
    let ids = |sql: &str, day: Option<NaiveDate>| -> rusqlite::Result<Vec<Uuid>> {
        let mut statement = tx.prepare_cached(sql)?;
        let read = |row: &rusqlite::Row| row.get(0);
        match day {
            Some(day) => statement.query_map(params![old, day], read)?.collect(),
            None => statement.query_map(params![old], read)?.collect(),
        }
    };
    // The old unit stays bound for the time it stood: its last day says so.
    for duty in ids("SELECT duty FROM duty_member WHERE unit = ?1 AND deleted = 0", None)? {
        for unit in &new {
            tx.prepare_cached(
                "INSERT INTO duty_member (id, duty, unit) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET deleted = 0 WHERE deleted <> 0",
            )?
            .execute(params![
                link_id("duty_member", &[duty.as_bytes(), unit.as_bytes()]),
                duty,
                unit
            ])?;
        }
    }
    let goes = !wish.keeps(old);
    for rule in ids("SELECT id FROM assignment_rule WHERE unit = ?1 AND deleted = 0", None)? {
        if goes {
            tx.prepare_cached("UPDATE assignment_rule SET unit = ?2 WHERE id = ?1")?
                .execute(params![rule, first])?;
        }
        for unit in if goes { others } else { &new[..] } {
            tx.prepare_cached(
                "INSERT INTO assignment_rule (id, handler, unit, topic, position)
                 SELECT ?2, handler, ?3, topic, position FROM assignment_rule WHERE id = ?1",
            )?
            .execute(params![rule, tx.new_id(), unit])?;
        }
    }
    if goes && others.is_empty() {
        let sql = format!("SELECT id FROM class_summons WHERE unit = ?1 AND {COMING}");
        for summons in ids(&sql, Some(wish.on))? {
            summon(tx, summons, first)?;
        }
    }
    Ok(())
}

/// Summons another unit in place of the one that goes; where that one is summoned too, for both numbers.
fn summon(tx: &Tx, summons: Uuid, unit: Uuid) -> Result<(), FileError> {
    let added = tx
        .prepare_cached(
            "UPDATE class_summons SET number = number + (SELECT number FROM class_summons WHERE id = ?1)
             WHERE id = (SELECT other.id FROM class_summons other JOIN class_summons gone ON gone.id = ?1
               WHERE other.class = gone.class AND other.unit = ?2 AND other.category = gone.category
                 AND other.deleted = 0 AND other.id <> ?1 ORDER BY other.id LIMIT 1)",
        )?
        .execute(params![summons, unit])?;
    let sql = if added > 0 {
        "UPDATE class_summons SET deleted = 1 WHERE id = ?1 AND ?2 IS NOT NULL"
    } else {
        "UPDATE class_summons SET unit = ?2 WHERE id = ?1"
    };
    tx.prepare_cached(sql)?.execute(params![summons, unit])?;
    Ok(())
}
