//! Occurrences of standing meetings.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::{class, insert_class, update_class};
use crate::file::Tx;
use crate::training::model::NewClass;

/// Makes a class a standing meeting and enters its later occurrences. How many were entered.
///
/// # Errors
/// Whatever SQLite answers.
pub fn add_occurrences(tx: &Tx, id: Uuid, first: &NewClass) -> rusqlite::Result<usize> {
    let series = Some(tx.new_id());
    tx.prepare_cached("UPDATE class SET series = ?2, repeat_rule = ?3 WHERE id = ?1")?.execute(params![
        id,
        series,
        first.repeat_rule.id()
    ])?;
    let first = NewClass { series, ..first.clone() };
    let later = first.occurrences();
    for occurrence in &later {
        insert_class(tx, occurrence)?;
    }
    Ok(later.len())
}

/// Later occurrences of a series than a day, that are still to be held.
const LATER: &str = "SELECT later.id FROM class JOIN class AS later ON later.series = class.series
     WHERE class.id = ?1 AND later.id <> class.id AND later.date_from > ?2 AND later.deleted = 0
       AND later.state NOT IN ('running', 'held', 'cancelled')";

fn later(tx: &Tx, id: Uuid, before: &NewClass) -> rusqlite::Result<Vec<Uuid>> {
    tx.prepare_cached(LATER)?.query_map(params![id, before.date_from], |row| row.get(0))?.collect()
}

/// Brings what changed in one occurrence into the later ones that are still to be held. How many those are.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_later(tx: &Tx, id: Uuid, before: &NewClass, after: &NewClass) -> rusqlite::Result<usize> {
    let later = later(tx, id, before)?;
    for &occurrence in &later {
        if let Some(class) = class(tx, occurrence)? {
            let mut known = class.known;
            known.follow(before, after);
            update_class(tx, occurrence, &known)?;
        }
    }
    Ok(later.len())
}

/// The last occurrence of the standing meeting a class belongs to.
///
/// # Errors
/// Whatever SQLite answers.
fn last_of(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<NewClass>> {
    let last: Option<Uuid> = conn
        .prepare_cached(
            "SELECT last.id FROM class JOIN class AS last ON last.series = class.series
             WHERE class.id = ?1 AND last.deleted = 0 AND last.date_from IS NOT NULL
             ORDER BY last.date_from DESC, last.id DESC LIMIT 1",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(last) = last else { return Ok(None) };
    Ok(class(conn, last)?.map(|class| class.known))
}

/// The day of the month most of the last six occurrences of a standing meeting are on: one of them may have been moved, or have
/// given way to a weekend; from more of them on, the day was changed for good.
fn usual_day(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<u32>> {
    conn.prepare_cached(
        "SELECT day FROM (
           SELECT CAST(strftime('%d', one.date_from) AS INTEGER) AS day FROM class JOIN class AS one ON one.series = class.series
           WHERE class.id = ?1 AND one.deleted = 0 AND one.date_from IS NOT NULL ORDER BY one.date_from DESC LIMIT 6)
         GROUP BY day ORDER BY count(*) DESC, day LIMIT 1",
    )?
    .query_row([id], |row| row.get(0))
    .optional()
}

/// The occurrences that follow the last of a standing meeting.
///
/// # Errors
/// Whatever SQLite answers.
pub fn next_of(conn: &Connection, id: Uuid) -> rusqlite::Result<Vec<NewClass>> {
    let last = last_of(conn, id)?;
    let usual = usual_day(conn, id)?;
    Ok(last.map(|last| last.occurrences_on(usual)).unwrap_or_default())
}

/// Enters the occurrences after the last of a standing meeting. How many were entered.
///
/// # Errors
/// Whatever SQLite answers.
pub fn extend(tx: &Tx, id: Uuid) -> rusqlite::Result<usize> {
    let later = next_of(tx, id)?;
    for occurrence in &later {
        insert_class(tx, occurrence)?;
    }
    Ok(later.len())
}

/// Takes an occurrence off, and the later ones that are still to be held.
///
/// # Errors
/// Whatever SQLite answers.
pub fn delete_later(tx: &Tx, id: Uuid) -> rusqlite::Result<()> {
    let Some(class) = class(tx, id)? else { return Ok(()) };
    let later = later(tx, id, &class.known)?;
    let mut delete = tx.prepare_cached("UPDATE class SET deleted = 1 WHERE id = ?1")?;
    for occurrence in later.iter().chain([&id]) {
        delete.execute([occurrence])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{FileError, Who};
    use crate::training::model::{Preparation, Repeat, Session};
    use crate::training::store::class_lines;

    #[test]
    fn later_occurrences_follow_move_with_their_sessions_and_go_with_one_undo() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let day = |text: &str| -> Option<chrono::NaiveDate> { Some(text.parse().unwrap()) };
        let first = NewClass {
            title: "Giao ban tháng 9/2026".into(),
            date_from: day("2026-09-24"),
            date_to: day("2026-09-24"),
            repeat_rule: Repeat::Month,
            sessions: vec![Session { on: day("2026-09-24"), ..Session::default() }],
            preparation: vec![Preparation { due_on: day("2026-09-22"), ..Preparation::default() }],
            ..NewClass::default()
        };
        let added = file
            .write("class-add", |tx| {
                let id = insert_class(tx, &first)?;
                Ok::<_, FileError>(add_occurrences(tx, id, &first)?)
            })
            .unwrap()
            .value;
        assert_eq!(added, 3);
        let lines = class_lines(file.connection()).unwrap();
        assert!(lines.iter().all(|line| line.series.is_some() && line.series == lines[0].series));
        // The one of November is held already.
        file.write("class-state", |tx| {
            let held = crate::training::model::ClassState::Held;
            Ok::<_, FileError>(crate::training::store::set_class_state(tx, lines[2].id, held)?)
        })
        .unwrap();
        let october = lines[1].id;
        let before = crate::training::store::class(file.connection(), october).unwrap().unwrap().known;
        // 24/10/2026 is a Saturday.
        assert_eq!(before.date_from, day("2026-10-26"));
        let after = NewClass {
            place: "Hội trường B".into(),
            date_from: day("2026-10-28"),
            date_to: day("2026-10-28"),
            ..before.clone()
        };
        let changed = file
            .write("class-edit", |tx| {
                update_class(tx, october, &after)?;
                Ok::<_, FileError>(update_later(tx, october, &before, &after)?)
            })
            .unwrap()
            .value;
        assert_eq!(changed, 1);
        let of = |file: &crate::file::OfficeFile, at: usize| {
            crate::training::store::class(file.connection(), lines[at].id).unwrap().unwrap().known
        };
        assert_eq!(of(&file, 0).place, "");
        assert_eq!(
            (of(&file, 1).sessions[0].on, of(&file, 1).preparation[0].due_on),
            (day("2026-10-28"), day("2026-10-26"))
        );
        assert_eq!(of(&file, 2).place, "");
        let december = of(&file, 3);
        assert_eq!((december.place.as_str(), december.date_from), ("Hội trường B", day("2026-12-28")));
        assert_eq!(december.sessions[0].on, day("2026-12-28"));
        // The series goes on after its last, in December: the whole of the next year.
        let extended =
            file.write("class-extend", |tx| Ok::<_, FileError>(extend(tx, october)?)).unwrap().value;
        assert_eq!(extended, 12);
        let last = last_of(file.connection(), october).unwrap().unwrap();
        assert_eq!((last.title.as_str(), last.place.as_str()), ("Giao ban tháng 12/2027", "Hội trường B"));
        file.undo().unwrap();
        file.write("class-delete", |tx| Ok::<_, FileError>(delete_later(tx, october)?)).unwrap();
        assert_eq!(class_lines(file.connection()).unwrap().len(), 2);
        file.undo().unwrap();
        assert_eq!(class_lines(file.connection()).unwrap().len(), 4);
    }

    #[test]
    fn what_is_added_later_keeps_the_day_of_most_occurrences() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let series = Some(uuid::Uuid::from_u128(7));
        let ids: Vec<Uuid> = ["2026-09-28", "2026-10-26", "2026-11-26", "2026-12-28"]
            .into_iter()
            .map(|day| {
                let known = NewClass {
                    title: "Giao ban".into(),
                    date_from: day.parse().ok(),
                    date_to: day.parse().ok(),
                    repeat_rule: Repeat::Month,
                    series,
                    ..NewClass::default()
                };
                file.write("class-add", |tx| Ok::<_, FileError>(insert_class(tx, &known)?)).unwrap().value
            })
            .collect();
        let next = next_of(file.connection(), ids[0]).unwrap();
        assert_eq!(next[0].date_from, "2027-01-26".parse().ok(), "of two days as usual the earlier");
        assert_eq!(next.len(), 12);
        let added = file.write("class-add", |tx| Ok::<_, FileError>(extend(tx, ids[2])?)).unwrap().value;
        assert_eq!(added, 12);
    }
}
