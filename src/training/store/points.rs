//! The points of an agenda, and what the file holds that belongs on it.

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::Tx;
use crate::training::model::{AgendaKind, AgendaPoint, Offer, Point};

/// Offers of each kind at most.
const MOST: i64 = 40;

/// The points of the agenda of a meeting, in their order.
///
/// # Errors
/// Whatever SQLite answers.
pub fn points(conn: &Connection, class: Uuid) -> rusqlite::Result<Vec<Point>> {
    conn.prepare_cached(
        "SELECT id, kind, content, item, issue FROM agenda_point WHERE class = ?1 AND deleted = 0 ORDER BY position, id",
    )?
    .query_map([class], |row| {
        Ok(Point {
            id: row.get(0)?,
            point: AgendaPoint { kind: AgendaKind::from_id(row.get_ref(1)?.as_str()?), content: row.get(2)? },
            item: row.get(3)?,
            issue: row.get(4)?,
        })
    })?
    .collect()
}

/// Keeps a point; a new one stands behind the others of its kind.
///
/// # Errors
/// Whatever SQLite answers.
pub fn save_point(tx: &Tx, class: Uuid, point: &Point) -> rusqlite::Result<()> {
    if !point.id.is_nil() {
        tx.prepare_cached(
            "UPDATE agenda_point SET kind = ?2, content = ?3, item = ?4, issue = ?5 WHERE id = ?1",
        )?
        .execute(params![
            point.id,
            point.point.kind.id(),
            point.point.content,
            point.item,
            point.issue
        ])?;
        return Ok(());
    }
    let mut order = points(tx, class)?;
    let after = order.iter().rposition(|other| other.point.kind == point.point.kind);
    let at = after.map_or(order.len(), |after| after + 1);
    let new = Point { id: tx.new_id(), ..point.clone() };
    tx.prepare_cached(
        "INSERT INTO agenda_point (id, class, kind, content, item, issue, position) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        new.id,
        class,
        new.point.kind.id(),
        new.point.content,
        new.item,
        new.issue,
        at as i64
    ])?;
    order.insert(at, new);
    set_order(tx, &order)
}

/// Moves a point one place up or down; at an end it stays.
///
/// # Errors
/// Whatever SQLite answers.
pub fn move_point(tx: &Tx, class: Uuid, id: Uuid, down: bool) -> rusqlite::Result<()> {
    let mut order = points(tx, class)?;
    let Some(at) = order.iter().position(|other| other.id == id) else { return Ok(()) };
    let other = if down { at + 1 } else { at.wrapping_sub(1) };
    if other >= order.len() {
        return Ok(());
    }
    order.swap(at, other);
    set_order(tx, &order)
}

fn set_order(tx: &Tx, order: &[Point]) -> rusqlite::Result<()> {
    let mut place =
        tx.prepare_cached("UPDATE agenda_point SET position = ?2 WHERE id = ?1 AND position <> ?2")?;
    for (position, point) in order.iter().enumerate() {
        place.execute(params![point.id, position as i64])?;
    }
    Ok(())
}

/// What may be put on the agenda of a meeting and is not on it: syntheses, the newest first; open issues by the day their
/// answer is due, behind them those answered since the giao ban before; what was added at that giao ban; orientations.
///
/// # Errors
/// Whatever SQLite answers.
pub fn offers(conn: &Connection, class: Uuid, today: NaiveDate) -> rusqlite::Result<Vec<Offer>> {
    let before: Option<(Uuid, Option<NaiveDate>)> = {
        let mut statement = conn.prepare_cached(
            "SELECT other.id, other.date_from FROM class JOIN class AS other
               ON other.kind = class.kind AND other.id <> class.id AND other.date_from < coalesce(class.date_from, ?2)
             WHERE class.id = ?1 AND other.deleted = 0 AND other.state NOT IN ('postponed', 'cancelled')
             ORDER BY other.date_from DESC LIMIT 1",
        )?;
        let mut rows = statement.query(params![class, today])?;
        match rows.next()? {
            Some(row) => Some((row.get(0)?, row.get(1)?)),
            None => None,
        }
    };
    let since = before.and_then(|(_, day)| day).map_or_else(String::new, |day| day.to_string());
    let mut offers = syntheses(conn, class)?;
    offers.extend(issues(conn, class, &since, today)?);
    if let Some((meeting, _)) = before {
        offers.extend(additions(conn, class, meeting)?);
    }
    offers.extend(orientations(conn, class, &since)?);
    Ok(offers)
}

fn offer(kind: AgendaKind, content: String, day: Option<NaiveDate>) -> Offer {
    let point = AgendaPoint { kind, content };
    Offer { point: Point { id: Uuid::nil(), point, item: None, issue: None }, day, late: false }
}

fn syntheses(conn: &Connection, class: Uuid) -> rusqlite::Result<Vec<Offer>> {
    conn.prepare_cached(
        "SELECT title, period_to FROM synthesis
         WHERE deleted = 0 AND title <> '' AND NOT EXISTS (SELECT 1 FROM agenda_point AS known
           WHERE known.class = ?1 AND known.deleted = 0 AND known.content = synthesis.title)
         ORDER BY period_to DESC, id DESC LIMIT 6",
    )?
    .query_map([class], |row| Ok(offer(AgendaKind::Synthesis, row.get(0)?, row.get(1)?)))?
    .collect()
}

fn issues(conn: &Connection, class: Uuid, since: &str, today: NaiveDate) -> rusqlite::Result<Vec<Offer>> {
    conn.prepare_cached(
        "SELECT id, title, answer, answer_due FROM issue
         WHERE deleted = 0 AND title <> '' AND (state <> 'settled' OR answered_on > ?2)
           AND NOT EXISTS (SELECT 1 FROM agenda_point AS known
             WHERE known.class = ?1 AND known.deleted = 0 AND known.issue = issue.id)
         ORDER BY state = 'settled', answer_due IS NULL, answer_due, id DESC LIMIT ?3",
    )?
    .query_map(params![class, since, MOST], |row| {
        let (title, answer): (String, String) = (row.get(1)?, row.get(2)?);
        let due: Option<NaiveDate> = row.get(3)?;
        let answered = !answer.trim().is_empty();
        let content = if answered { format!("{title}: {}", answer.trim()) } else { title };
        let mut offer = offer(AgendaKind::Answer, content, due);
        offer.late = !answered && due.is_some_and(|due| due < today);
        offer.point.issue = row.get(0)?;
        Ok(offer)
    })?
    .collect()
}

/// What was added at the meeting before, with the answer its item has. What became no item is known by its words.
fn additions(conn: &Connection, class: Uuid, before: Uuid) -> rusqlite::Result<Vec<Offer>> {
    conn.prepare_cached(
        "SELECT point.item, point.content, coalesce((SELECT orientation.content FROM orientation_item
             JOIN orientation ON orientation.id = orientation_item.orientation
             WHERE orientation_item.item = point.item AND orientation_item.deleted = 0 AND orientation.deleted = 0
             ORDER BY orientation.id DESC LIMIT 1), '')
         FROM agenda_point AS point
         WHERE point.class = ?2 AND point.deleted = 0 AND point.kind = 'addition'
           AND NOT EXISTS (SELECT 1 FROM agenda_point AS known
             WHERE known.class = ?1 AND known.deleted = 0 AND known.kind = 'answer'
               AND iif(point.item IS NULL, instr(known.content, rtrim(point.content, '.')) = 1, known.item = point.item))
         ORDER BY point.position, point.id LIMIT ?3",
    )?
    .query_map(params![class, before, MOST], |row| {
        let (said, answer): (String, String) = (row.get(1)?, row.get(2)?);
        let said = said.trim_end_matches('.').to_owned();
        let content = if answer.trim().is_empty() { said } else { format!("{said}: {}", answer.trim()) };
        let mut offer = offer(AgendaKind::Answer, content, None);
        offer.point.item = row.get(0)?;
        Ok(offer)
    })?
    .collect()
}

fn orientations(conn: &Connection, class: Uuid, since: &str) -> rusqlite::Result<Vec<Offer>> {
    conn.prepare_cached(
        "SELECT title, substr(sent_at, 1, 10) FROM orientation
         WHERE deleted = 0 AND title <> '' AND issue IS NULL AND (sent_at IS NULL OR sent_at > ?2)
           AND NOT EXISTS (SELECT 1 FROM orientation_item WHERE orientation = orientation.id AND deleted = 0)
           AND NOT EXISTS (SELECT 1 FROM agenda_point AS known
             WHERE known.class = ?1 AND known.deleted = 0 AND known.content = orientation.title)
         ORDER BY sent_at IS NOT NULL, sent_at DESC, id DESC LIMIT ?3",
    )?
    .query_map(params![class, since, MOST], |row| {
        Ok(offer(AgendaKind::Orientation, row.get(0)?, row.get(1)?))
    })?
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{FileError, Who};
    use crate::training::model::{ClassKind, NewClass};
    use crate::training::store::{class as read_class, insert_class, update_class};

    #[test]
    fn many_issues_that_are_settled_leave_room_for_the_open_ones() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let now = file
            .write("class-add", |tx| {
                for day in 1..=MOST {
                    let settled = "INSERT INTO issue (id, title, answer_due, state, answered_on)
                         VALUES (?, 'Cũ', date('2026-01-01', '+' || ? || ' days'), 'settled', '2026-03-01')";
                    tx.execute(settled, params![tx.new_id(), day])?;
                }
                let open = "INSERT INTO issue (id, title, state) VALUES (?, 'Nước sinh hoạt', 'handling')";
                tx.execute(open, [tx.new_id()])?;
                let first =
                    NewClass { kind: ClassKind::Briefing, title: "Giao ban".into(), ..NewClass::default() };
                Ok::<_, FileError>(insert_class(tx, &first)?)
            })
            .unwrap()
            .value;
        let offered = offers(file.connection(), now, "2026-11-18".parse().unwrap()).unwrap();
        assert_eq!(offered[0].point.point.content, "Nước sinh hoạt");
    }

    fn point(kind: AgendaKind, content: &str) -> AgendaPoint {
        AgendaPoint { kind, content: content.into() }
    }

    #[test]
    fn what_was_said_last_time_and_what_is_due_is_offered_until_it_is_on_the_agenda() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let day = |text: &str| -> Option<NaiveDate> { text.parse().ok() };
        let meeting = |on: &str, agenda: Vec<AgendaPoint>| NewClass {
            kind: ClassKind::Briefing,
            title: format!("Giao ban {on}"),
            date_from: day(on),
            date_to: day(on),
            agenda,
            ..NewClass::default()
        };
        let now = file
            .write("class-add", |tx| {
                let said = vec![point(AgendaKind::Addition, "Đèn đường thôn 3 hỏng.")];
                insert_class(tx, &meeting("2026-10-20", said))?;
                let issue = "INSERT INTO issue (id, title, answer_due, state) VALUES (?, 'Nước sinh hoạt', '2026-11-01', 'new')";
                tx.execute(issue, [tx.new_id()])?;
                let settled = "INSERT INTO issue (id, title, state, answered_on) VALUES (?, 'Cũ', 'settled', '2026-09-01')";
                tx.execute(settled, [tx.new_id()])?;
                Ok::<_, FileError>(insert_class(tx, &meeting("2026-11-20", Vec::new()))?)
            })
            .unwrap()
            .value;
        let today = day("2026-11-18").unwrap();
        let offered = offers(file.connection(), now, today).unwrap();
        let told: Vec<(&str, bool)> =
            offered.iter().map(|offer| (offer.point.point.content.as_str(), offer.late)).collect();
        assert_eq!(told, [("Nước sinh hoạt", true), ("Đèn đường thôn 3 hỏng", false)]);
        file.write("class-agenda", |tx| {
            for offer in &offered {
                save_point(tx, now, &offer.point)?;
            }
            let new = Point {
                id: Uuid::nil(),
                point: point(AgendaKind::Other, "Việc khác"),
                item: None,
                issue: None,
            };
            Ok::<_, FileError>(save_point(tx, now, &new)?)
        })
        .unwrap();
        assert_eq!(offers(file.connection(), now, today).unwrap(), []);
        let rows = points(file.connection(), now).unwrap();
        assert_eq!(rows.len(), 3);
        // Rewording in the form of the meeting leaves the row, with what it answers.
        let mut known = read_class(file.connection(), now).unwrap().unwrap().known;
        known.agenda[0].content = "Nước sinh hoạt: đã súc rửa đường ống".into();
        file.write("class-edit", |tx| {
            update_class(tx, now, &known)?;
            Ok::<_, FileError>(move_point(tx, now, rows[2].id, false)?)
        })
        .unwrap();
        let after = points(file.connection(), now).unwrap();
        assert_eq!((after[0].id, after[0].issue), (rows[0].id, rows[0].issue));
        assert_eq!(after[1].point.content, "Việc khác");
    }
}
