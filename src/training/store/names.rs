//! Names that summoned units still have to send.

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::read::{called, participants, summoned};
use crate::training::model::{Class, NamesDue, NewClass};

/// Names that are missing for classes still to be held, by class and the day they are due.
///
/// # Errors
/// Whatever SQLite answers.
pub fn names_due(conn: &Connection) -> rusqlite::Result<Vec<NamesDue>> {
    let classes: Vec<(Uuid, String)> = conn
        .prepare_cached(
            "SELECT DISTINCT class.id, class.title FROM class_summons JOIN class ON class.id = class_summons.class
             WHERE names_due IS NOT NULL AND class_summons.deleted = 0 AND class.deleted = 0
               AND class.state NOT IN ('running', 'held', 'postponed', 'cancelled')",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut found: Vec<NamesDue> = Vec::new();
    for (class, title) in classes {
        let known = NewClass {
            summons: summoned(conn, class)?,
            participants: participants(conn, class)?,
            ..NewClass::default()
        };
        let units = Class { id: class, known: called(conn, known)?, absences: Vec::new() }.by_unit();
        for unit in units.iter().filter(|unit| unit.tally.missing > 0) {
            let Some(due_on) = unit.due else { continue };
            add(&mut found, (class, &title), due_on, unit.tally.missing);
        }
    }
    found.sort_by_key(|one| one.due_on);
    Ok(found)
}

fn add(found: &mut Vec<NamesDue>, (class, title): (Uuid, &str), due_on: NaiveDate, missing: i64) {
    match found.iter_mut().find(|one| one.class == class && one.due_on == due_on) {
        Some(one) => {
            one.units += 1;
            one.missing += missing;
        }
        None => found.push(NamesDue { class, title: title.to_owned(), due_on, units: 1, missing }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{FileError, Who};
    use crate::roster::model::{NewUnit, UnitLevel};
    use crate::roster::store::insert_unit;
    use crate::training::model::{Participant, Summons};
    use crate::training::store::{class, insert_class};

    #[test]
    fn names_of_units_below_count_for_the_one_that_was_summoned() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let due: Option<NaiveDate> = "2026-12-05".parse().ok();
        let id = file
            .write("class-add", |tx| {
                let commune = insert_unit(tx, &NewUnit::named("xã Lộc An"))?;
                let committee = insert_unit(
                    tx,
                    &NewUnit { parent: Some(commune), ..NewUnit::named("Đảng ủy xã Lộc An") },
                )?;
                let other = insert_unit(tx, &NewUnit::named("xã Phú Hòa"))?;
                let village =
                    insert_unit(tx, &NewUnit { parent: Some(commune), ..NewUnit::named("thôn 3") })?;
                let summons =
                    |unit, number| Summons { unit: Some(unit), number, names_due: due, ..Summons::default() };
                let known = NewClass {
                    title: "Lớp".into(),
                    summons: vec![summons(committee, 2), summons(other, 3)],
                    participants: vec![
                        Participant { unit: Some(village), ..Participant::default() },
                        Participant { unit_name: "Xã Phú Hòa".into(), ..Participant::default() },
                    ],
                    ..NewClass::default()
                };
                Ok::<_, FileError>(insert_class(tx, &known)?)
            })
            .unwrap()
            .value;
        let found = names_due(file.connection()).unwrap();
        let told: Vec<(u32, i64)> = found.iter().map(|one| (one.units, one.missing)).collect();
        assert_eq!(told, [(2, 3)]);
        file.write("unit-edit", |tx| {
            let other = "UPDATE unit SET name = 'Đảng uỷ xã Lộc An' WHERE name = 'Đảng ủy xã Lộc An'";
            Ok::<_, FileError>(tx.execute(other, [])?)
        })
        .unwrap();
        assert_eq!(names_due(file.connection()).unwrap(), found, "its tone mark in the other place");
        let units = class(file.connection(), id).unwrap().unwrap().by_unit();
        let told: Vec<(&str, UnitLevel, i64)> =
            units.iter().map(|unit| (unit.name.as_str(), unit.level, unit.tally.missing)).collect();
        assert_eq!(
            told,
            [("Đảng uỷ xã Lộc An", UnitLevel::Commune, 1), ("xã Phú Hòa", UnitLevel::Commune, 2)]
        );
    }
}
