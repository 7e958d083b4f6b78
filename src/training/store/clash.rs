//! What of coming classes is wanted in two places at one time.

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use crate::training::model::clash::{at_both, meeting, shared};
use crate::training::model::{Clash, DayPart, Shared, Slot};

/// Clashes of halls, speakers and participants from a day on, by day. Classes that were put off or called off clash with nothing.
///
/// # Errors
/// Whatever SQLite answers.
pub fn clashes(conn: &Connection, from: NaiveDate) -> rusqlite::Result<Vec<Clash>> {
    let slots = slots(conn, from)?;
    let mut found = Vec::new();
    let mut asked: Vec<(Uuid, Uuid, NaiveDate)> = Vec::new();
    for pair in meeting(&slots) {
        for (kind, name) in shared(pair.0, pair.1) {
            found.extend(at_both(pair, kind, &name, 0));
        }
        let people_of = (pair.0.class, pair.1.class, pair.0.on);
        if pair.0.class != pair.1.class && !asked.contains(&people_of) {
            asked.push(people_of);
            let names = people(conn, pair.0.class, pair.1.class)?;
            if let Some((first, more)) = names.split_first() {
                found.extend(at_both(pair, Shared::Person, first, more.len()));
            }
        }
    }
    found.sort_by(|a, b| {
        (a.on, a.class, a.shared, a.other, &a.name).cmp(&(b.on, b.class, b.shared, b.other, &b.name))
    });
    found.dedup_by(|b, a| {
        (a.on, a.class, a.shared, a.other, &a.name) == (b.on, b.class, b.shared, b.other, &b.name)
    });
    Ok(found)
}

/// Sessions from a day on, and the days of classes that have none yet. A session without a day is on the only day of its class.
fn slots(conn: &Connection, from: NaiveDate) -> rusqlite::Result<Vec<Slot>> {
    conn.prepare_cached(
        "WITH RECURSIVE
           coming(id, title, place, first, last) AS (
             SELECT id, title, place, date_from, coalesce(date_to, date_from) FROM class
             WHERE deleted = 0 AND state NOT IN ('postponed', 'cancelled')),
           -- A class longer than two months is no class that takes every day.
           whole(id, title, place, on_date, last) AS (
             SELECT id, title, place, first, last FROM coming
             WHERE first IS NOT NULL AND last >= ?1 AND julianday(last) - julianday(first) < 62
               AND NOT EXISTS (SELECT 1 FROM class_session WHERE class = coming.id AND deleted = 0)
             UNION ALL
             SELECT id, title, place, date(on_date, '+1 day'), last FROM whole WHERE on_date < last)
         SELECT id, title, on_date, '', '', '', '', place, '' FROM whole WHERE on_date >= ?1
         UNION ALL
         SELECT coming.id, title, coalesce(on_date, first), part, time_from, time_to, hall, place, speaker
         FROM class_session JOIN coming ON coming.id = class_session.class
         WHERE class_session.deleted = 0 AND (on_date >= ?1 OR on_date IS NULL AND first = last AND first >= ?1)",
    )?
    .query_map([from], |row| {
        Ok(Slot {
            class: row.get(0)?,
            title: row.get(1)?,
            on: row.get(2)?,
            part: DayPart::from_id(row.get_ref(3)?.as_str()?),
            time_from: row.get(4)?,
            time_to: row.get(5)?,
            hall: row.get(6)?,
            place: row.get(7)?,
            speaker: row.get(8)?,
        })
    })?
    .collect()
}

/// Who is on the lists of both: collaborators, and others of the same name, unit and year of birth.
fn people(conn: &Connection, one: Uuid, other: Uuid) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT DISTINCT a.full_name FROM participant a JOIN participant b ON b.class = ?2 AND b.deleted = 0
           AND (b.collaborator = a.collaborator
             OR a.collaborator IS NULL AND b.collaborator IS NULL AND b.full_name = a.full_name
                AND b.unit_name = a.unit_name AND b.birth_year IS a.birth_year)
         WHERE a.class = ?1 AND a.deleted = 0 ORDER BY a.full_name",
    )?
    .query_map([one, other], |row| row.get(0))?
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{FileError, Who};
    use crate::training::model::{ClassState, NewClass, Participant, Session};

    #[test]
    fn coming_classes_tell_what_they_share_and_those_called_off_do_not() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let day = |text: &str| -> Option<NaiveDate> { Some(text.parse().unwrap()) };
        let person = |name: &str| Participant {
            full_name: name.into(),
            unit_name: "Nam Sơn".into(),
            ..Participant::default()
        };
        let class = |title: &str, from: &str, to: &str, speaker: &str| NewClass {
            title: title.into(),
            date_from: day(from),
            date_to: day(to),
            place: "Hội trường xã".into(),
            sessions: if speaker.is_empty() {
                Vec::new()
            } else {
                vec![Session {
                    on: day(from),
                    part: DayPart::Morning,
                    speaker: speaker.into(),
                    ..Session::default()
                }]
            },
            participants: vec![person("Lò Văn Ỏm"), person("Vi Thị Ỏn")],
            ..NewClass::default()
        };
        let off =
            NewClass { state: ClassState::Cancelled, ..class("Lớp hủy", "2026-12-14", "2026-12-14", "") };
        let classes = [
            class("Lớp A", "2026-12-14", "2026-12-14", "Trần Văn Bẩm"),
            class("Giao ban", "2026-12-13", "2026-12-14", ""),
            class("Lớp C", "2026-12-20", "2026-12-20", "Trần Văn Bẩm"),
            class("Lớp D", "2026-12-20", "2026-12-20", "Trần Văn Bẩm"),
            class("Lớp cũ", "2026-10-01", "2026-10-01", ""),
            class("Lớp cũ nữa", "2026-10-01", "2026-10-01", ""),
            off,
        ];
        file.write("training-add", |tx| {
            for class in &classes {
                crate::training::store::insert_class(tx, class)?;
            }
            Ok::<_, FileError>(())
        })
        .unwrap();
        let found = clashes(file.connection(), day("2026-11-22").unwrap()).unwrap();
        let mut told: Vec<String> = found
            .iter()
            .map(|clash| {
                format!("{} {:?} {} +{} {}", clash.on, clash.shared, clash.name, clash.more, clash.title)
            })
            .collect();
        told.sort();
        assert_eq!(
            told,
            [
                "2026-12-14 Hall Hội trường xã +0 Giao ban",
                "2026-12-14 Hall Hội trường xã +0 Lớp A",
                "2026-12-14 Person Lò Văn Ỏm +1 Giao ban",
                "2026-12-14 Person Lò Văn Ỏm +1 Lớp A",
                "2026-12-20 Hall Hội trường xã +0 Lớp C",
                "2026-12-20 Hall Hội trường xã +0 Lớp D",
                "2026-12-20 Person Lò Văn Ỏm +1 Lớp C",
                "2026-12-20 Person Lò Văn Ỏm +1 Lớp D",
                "2026-12-20 Speaker Trần Văn Bẩm +0 Lớp C",
                "2026-12-20 Speaker Trần Văn Bẩm +0 Lớp D",
            ]
        );
    }
}
