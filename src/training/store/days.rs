//! What is on the days of a month.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use crate::training::model::{ClassState, DayKind, DayPart, DayRow};

/// Sessions, classes without a session on their day, and what is due, from one day to another; by day.
///
/// # Errors
/// Whatever SQLite answers.
pub fn days(conn: &Connection, from: NaiveDate, to: NaiveDate) -> rusqlite::Result<Vec<DayRow>> {
    let mut rows: Vec<DayRow> = conn
        .prepare_cached(
            "SELECT coalesce(session.on_date, class.date_from), class.id, title, state, part, time_from, time_to,
               session.content, 0
             FROM class_session AS session JOIN class ON class.id = session.class
             WHERE session.deleted = 0 AND class.deleted = 0
               AND coalesce(session.on_date, class.date_from) BETWEEN ?1 AND ?2
             ORDER BY 1, time_from = '', time_from, session.position, session.id",
        )?
        .query_map(params![from, to], |row| day_row(row, DayKind::Session))?
        .collect::<rusqlite::Result<_>>()?;
    let told: HashSet<(Uuid, NaiveDate)> = rows.iter().map(|row| (row.class, row.on)).collect();
    let classes: Vec<(DayRow, NaiveDate)> = conn
        .prepare_cached(
            "SELECT coalesce(date_from, date_to), id, title, state, '', '', '', '', 0, coalesce(date_to, date_from)
             FROM class
             WHERE deleted = 0 AND coalesce(date_from, date_to) <= ?2 AND coalesce(date_to, date_from) >= ?1",
        )?
        .query_map(params![from, to], |row| Ok((day_row(row, DayKind::Class)?, row.get(9)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (class, last) in classes {
        let mut on = class.on.max(from);
        while on <= last.min(to) {
            if !told.contains(&(class.class, on)) {
                rows.push(DayRow { on, ..class.clone() });
            }
            let Some(next) = on.checked_add_days(Days::new(1)) else { break };
            on = next;
        }
    }
    let tasks = conn
        .prepare_cached(
            "SELECT due_on, class.id, title, state, '', '', '', task, done
             FROM class_preparation AS task JOIN class ON class.id = task.class
             WHERE task.deleted = 0 AND class.deleted = 0 AND due_on BETWEEN ?1 AND ?2
             ORDER BY due_on, task.position, task.id",
        )?
        .query_map(params![from, to], |row| day_row(row, DayKind::Task))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.extend(tasks);
    // Held before due; the order within a day is kept.
    rows.sort_by_key(|row| (row.on, row.kind == DayKind::Task));
    Ok(rows)
}

fn day_row(row: &Row, kind: DayKind) -> rusqlite::Result<DayRow> {
    let (begin, end): (String, String) = (row.get(5)?, row.get(6)?);
    Ok(DayRow {
        on: row.get(0)?,
        kind,
        class: row.get(1)?,
        title: row.get(2)?,
        state: ClassState::from_id(row.get_ref(3)?.as_str()?),
        part: DayPart::from_id(row.get_ref(4)?.as_str()?),
        hours: if end.is_empty() { begin } else { format!("{begin}–{end}") },
        text: row.get(7)?,
        done: row.get(8)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{FileError, Who};
    use crate::training::model::{NewClass, Preparation, Session};
    use crate::training::store::insert_class;

    #[test]
    fn a_day_tells_its_sessions_or_its_class_and_what_is_due() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let day = |text: &str| -> Option<NaiveDate> { text.parse().ok() };
        let class = NewClass {
            title: "Lớp".into(),
            date_from: day("2026-11-30"),
            date_to: day("2026-12-02"),
            sessions: vec![Session {
                on: day("2026-12-01"),
                content: "Khai mạc".into(),
                ..Session::default()
            }],
            preparation: vec![Preparation {
                task: "Tài liệu".into(),
                due_on: day("2026-12-01"),
                ..Preparation::default()
            }],
            ..NewClass::default()
        };
        file.write("class-add", |tx| Ok::<_, FileError>(insert_class(tx, &class)?)).unwrap();
        let (from, to) = (day("2026-12-01").unwrap(), day("2026-12-31").unwrap());
        let rows = days(file.connection(), from, to).unwrap();
        let told: Vec<(String, DayKind, &str)> =
            rows.iter().map(|row| (row.on.to_string(), row.kind, row.text.as_str())).collect();
        assert_eq!(
            told,
            [
                ("2026-12-01".to_owned(), DayKind::Session, "Khai mạc"),
                ("2026-12-01".to_owned(), DayKind::Task, "Tài liệu"),
                ("2026-12-02".to_owned(), DayKind::Class, ""),
            ]
        );
    }
}
