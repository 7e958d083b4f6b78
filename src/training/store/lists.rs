//! The lists of a class that are edited as lines of text: the estimate, the units summoned, the agenda. Rows that stay as they
//! are stay the rows they were, with what hangs on them.

use std::collections::HashSet;

use rusqlite::params;
use uuid::Uuid;

use super::write::{insert_agenda_point, insert_cost, insert_summons};
use crate::file::Tx;
use crate::text::fold;
use crate::training::model::{AgendaKind, AgendaPoint, Cost, Summons};

/// Of the rows that are there, those that stay with their new positions, and those that go; then the new ones with theirs.
struct Change<'a, T> {
    stay: Vec<(Uuid, usize)>,
    gone: Vec<Uuid>,
    new: Vec<(usize, &'a T)>,
}

fn change<T>(mut rows: Vec<(Uuid, T)>, wanted: &[T], same: impl Fn(&T, &T) -> bool) -> Change<'_, T> {
    let mut change = Change { stay: Vec::new(), gone: Vec::new(), new: Vec::new() };
    for (position, one) in wanted.iter().enumerate() {
        match rows.iter().position(|(_, row)| same(row, one)) {
            Some(at) => change.stay.push((rows.remove(at).0, position)),
            None => change.new.push((position, one)),
        }
    }
    change.gone = rows.into_iter().map(|(id, _)| id).collect();
    change
}

/// Makes these the lines of the estimate.
pub(super) fn set_costs(tx: &Tx, class: Uuid, costs: &[Cost]) -> rusqlite::Result<()> {
    let rows = tx
        .prepare_cached(
            "SELECT id, content, quantity, unit_cost FROM class_cost WHERE class = ?1 AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([class], |row| {
            Ok((row.get(0)?, Cost { content: row.get(1)?, quantity: row.get(2)?, unit_cost: row.get(3)? }))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let change = change(rows, costs, |row, cost| row == cost);
    for (id, position) in change.stay {
        tx.prepare_cached("UPDATE class_cost SET position = ?2 WHERE id = ?1")?
            .execute(params![id, position as i64])?;
    }
    for id in change.gone {
        tx.prepare_cached("UPDATE class_cost SET deleted = 1 WHERE id = ?1")?.execute([id])?;
    }
    for (position, cost) in change.new {
        insert_cost(tx, class, position, cost)?;
    }
    Ok(())
}

/// Makes these the units that are summoned.
pub(super) fn set_summons(tx: &Tx, class: Uuid, summons: &[Summons]) -> rusqlite::Result<()> {
    let rows = tx
        .prepare_cached(
            "SELECT id, unit, category, number, names_due FROM class_summons WHERE class = ?1 AND deleted = 0 ORDER BY id",
        )?
        .query_map([class], |row| {
            let summons = Summons {
                unit: row.get(1)?,
                unit_name: String::new(),
                category: row.get(2)?,
                number: row.get(3)?,
                names_due: row.get(4)?,
                ..Summons::default()
            };
            Ok((row.get(0)?, summons))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let same = |row: &Summons, one: &Summons| {
        (row.unit, &row.category, row.number, row.names_due)
            == (one.unit, &one.category, one.number, one.names_due)
    };
    let change = change(rows, summons, same);
    for id in change.gone {
        tx.prepare_cached("UPDATE class_summons SET deleted = 1 WHERE id = ?1")?.execute([id])?;
    }
    for (_, summons) in change.new {
        insert_summons(tx, class, summons)?;
    }
    Ok(())
}

/// Makes these the points of the agenda.
pub(super) fn set_agenda(tx: &Tx, class: Uuid, agenda: &[AgendaPoint]) -> rusqlite::Result<()> {
    let rows = tx
        .prepare_cached(
            "SELECT id, kind, content FROM agenda_point WHERE class = ?1 AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([class], |row| {
            let kind = AgendaKind::from_id(row.get_ref(1)?.as_str()?);
            Ok((row.get(0)?, AgendaPoint { kind, content: row.get(2)? }))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let known = rows.clone();
    let mut change = change(rows, agenda, |row, point| row == point);
    // A point that was only reworded stays the row it was, with the item or the issue it stands for. Another one in its stead is
    // not that row: it would answer what it does not speak of.
    let mut new = Vec::new();
    for (position, point) in change.new {
        let own = change
            .gone
            .iter()
            .position(|id| known.iter().any(|(row, before)| row == id && is_reworded(before, point)));
        let Some(own) = own else {
            new.push((position, point));
            continue;
        };
        tx.prepare_cached("UPDATE agenda_point SET content = ?2, position = ?3 WHERE id = ?1")?
            .execute(params![change.gone.remove(own), point.content, position as i64])?;
    }
    change.new = new;
    for (id, position) in change.stay {
        tx.prepare_cached("UPDATE agenda_point SET position = ?2 WHERE id = ?1")?
            .execute(params![id, position as i64])?;
    }
    for id in change.gone {
        tx.prepare_cached("UPDATE agenda_point SET deleted = 1 WHERE id = ?1")?.execute([id])?;
    }
    for (position, point) in change.new {
        insert_agenda_point(tx, class, position, point)?;
    }
    Ok(())
}

/// The same point in other words: of its kind, with half of the words of the shorter one at least.
fn is_reworded(before: &AgendaPoint, after: &AgendaPoint) -> bool {
    let words = |point: &AgendaPoint| -> HashSet<String> {
        let words = fold(&point.content);
        words
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(before), words(after));
    let shared = one.intersection(&other).count();
    before.kind == after.kind && shared > 0 && shared * 2 >= one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{FileError, Who};
    use crate::training::model::NewClass;
    use crate::training::store::{class, insert_class, update_class};

    #[test]
    fn a_line_put_in_between_leaves_the_other_rows_the_rows_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let point = |content: &str| AgendaPoint { kind: AgendaKind::Answer, content: content.into() };
        let cost = |content: &str| Cost { content: content.into(), quantity: 2, unit_cost: 5000 };
        let mut known = NewClass {
            agenda: vec![point("một"), point("hai")],
            costs: vec![cost("nước"), cost("tài liệu")],
            ..NewClass::default()
        };
        let id = file.write("add", |tx| Ok::<_, FileError>(insert_class(tx, &known)?)).unwrap().value;
        let rows = |file: &crate::file::OfficeFile| -> Vec<(Uuid, String)> {
            let mut rows = file
                .connection()
                .prepare("SELECT id, content FROM agenda_point WHERE deleted = 0 ORDER BY position")
                .unwrap();
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
        };
        let before = rows(&file);
        known.agenda.insert(1, point("mới"));
        known.costs.remove(0);
        file.write("edit", |tx| Ok::<_, FileError>(update_class(tx, id, &known)?)).unwrap();
        let after = rows(&file);
        assert_eq!((&after[0], &after[2]), (&before[0], &before[1]));
        let read = class(file.connection(), id).unwrap().unwrap().known;
        assert_eq!((read.agenda, read.costs), (known.agenda, known.costs));
    }

    #[test]
    fn a_point_put_in_the_stead_of_another_does_not_answer_its_issue() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let point = |content: &str| AgendaPoint { kind: AgendaKind::Answer, content: content.into() };
        let mut known =
            NewClass { agenda: vec![point("Nước sinh hoạt thôn 3")], ..NewClass::default() };
        let id = file
            .write("add", |tx| {
                let id = insert_class(tx, &known)?;
                let issue = tx.new_id();
                tx.execute("INSERT INTO issue (id, title) VALUES (?, 'Nước')", [issue])?;
                tx.execute("UPDATE agenda_point SET issue = ?", [issue])?;
                Ok::<_, FileError>(id)
            })
            .unwrap()
            .value;
        let mut change = |agenda: Vec<AgendaPoint>| -> Vec<bool> {
            known.agenda = agenda;
            file.write("edit", |tx| Ok::<_, FileError>(update_class(tx, id, &known)?)).unwrap();
            let sql = "SELECT issue IS NOT NULL FROM agenda_point WHERE deleted = 0 ORDER BY position";
            let mut rows = file.connection().prepare(sql).unwrap();
            rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        assert_eq!(change(vec![point("Việc mới"), point("Nước sinh hoạt: đã súc rửa")]), [false, true]);
        assert_eq!(change(vec![point("Việc mới"), point("Đèn đường hỏng")]), [false, false]);
    }
}
