//! What waits for a decision, with names and values a person can read.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::cards::{card, keep_filled};
use super::{author, datum, name_of};
use crate::copies::model::{Author, Question, QuestionKind, Side};
use crate::file::decisions::Decision;
use crate::file::history::{self, Deed};
use crate::file::{FileError, decide, decisions as listed, schema};
use crate::office::store::{self as doubles, Kind};

/// Questions shown at once; the count tells how many there are.
const MOST: usize = 500;

/// Questions that are asked: where copies differ about whether two rows are one, which of them is kept is no question yet.
const ASKED: &str = "NOT (kind = 'clash' AND tbl = ?1 AND col = ?2 AND EXISTS
    (SELECT 1 FROM decision d WHERE d.kind = 'clash' AND d.tbl = ?1 AND d.row = decision.row AND d.col = ?3))";

/// Numbers of the verdict's table and of its columns `kept` and `verdict`.
fn verdict_places() -> [i64; 3] {
    let table = schema::table_named("pair_verdict");
    let column = |name| table.and_then(|table| Some(table.named(name)?.number)).unwrap_or(-1);
    [table.map_or(-1, |table| table.number), column("kept"), column("verdict")]
}

/// How many questions wait.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn count(conn: &Connection) -> Result<u64, FileError> {
    let count: i64 = conn
        .prepare_cached(&format!(
            "SELECT (SELECT count(*) FROM decision WHERE kind <> 'clash')
               + (SELECT count(*) FROM decision WHERE kind = 'clash' AND {ASKED})"
        ))?
        .query_row(verdict_places(), |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// What waits.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn decisions(conn: &Connection) -> Result<Vec<Question>, FileError> {
    let open = listed::list(conn)?;
    let differ: BTreeSet<Uuid> =
        open.iter().filter(|one| is_verdict(one, "verdict")).map(|one| one.row).collect();
    let pairs = pairs_of_reports(conn, &open)?;
    let mut questions = Vec::new();
    for decision in open {
        if is_verdict(&decision, "kept") && differ.contains(&decision.row) {
            continue;
        }
        if questions.len() == MOST {
            break;
        }
        if let Some(kind) = kind_of(&decision) {
            questions.push(question(conn, &decision, kind, &pairs)?);
        }
    }
    Ok(questions)
}

fn is_verdict(decision: &Decision, column: &str) -> bool {
    decision.kind == decide::CLASH && decision.table == "pair_verdict" && decision.column == Some(column)
}

fn kind_of(decision: &Decision) -> Option<QuestionKind> {
    Some(match decision.kind.as_str() {
        decide::CLASH if is_verdict(decision, "kept") => QuestionKind::JoinedOpposite,
        decide::CLASH if is_verdict(decision, "verdict") => QuestionKind::JoinedOrApart,
        decide::CLASH => QuestionKind::Clash,
        decide::DELETED_EDITED => QuestionKind::DeletedEdited,
        decide::CIRCLE => QuestionKind::Circle,
        decide::DOUBLE_CODE => QuestionKind::DoubleCode,
        kind if kind == Kind::Person.id() => QuestionKind::DoublePerson,
        kind if kind == Kind::Unit.id() => QuestionKind::DoubleUnit,
        kind if kind == Kind::Item.id() => QuestionKind::DoubleItem,
        _ => return None,
    })
}

fn question(
    conn: &Connection,
    decision: &Decision,
    kind: QuestionKind,
    pairs: &BTreeMap<(Uuid, Uuid), Vec<Matters>>,
) -> Result<Question, FileError> {
    let mut asked = Question {
        id: decision.id,
        kind,
        table: decision.table,
        row: decision.row,
        name: name_of(conn, decision.table, decision.row)?,
        column: decision.column,
        sides: sides(conn, decision)?,
        rows: Vec::new(),
        cards: Vec::new(),
        pairs: Vec::new(),
        stands: None,
        verdicts: Vec::new(),
    };
    match kind {
        QuestionKind::DoublePerson | QuestionKind::DoubleUnit | QuestionKind::DoubleItem => {
            for row in &decision.rows {
                asked.cards.push(card(conn, decision.table, *row)?);
            }
        }
        QuestionKind::JoinedOpposite | QuestionKind::JoinedOrApart => differing(conn, decision, &mut asked)?,
        QuestionKind::DeletedEdited => {
            if let Some(kind) = Kind::of_table(decision.table)
                && let Some(root) = doubles::stands_for(conn, kind, decision.row)?
            {
                asked.stands = Some((root, name_of(conn, decision.table, root)?));
            }
        }
        QuestionKind::Circle | QuestionKind::DoubleCode | QuestionKind::Clash => {
            for row in &decision.rows {
                let name = match kind {
                    QuestionKind::Circle => name_of(conn, decision.table, *row)?,
                    _ => described(conn, decision.table, *row)?,
                };
                let by = set_by(conn, decision, *row)?;
                asked.rows.push((*row, name, by));
            }
        }
    }
    keep_filled(&mut asked.cards);
    if let ([one, other], QuestionKind::DoubleItem) = (decision.rows.as_slice(), kind) {
        asked.pairs = beside(conn, (*one, *other), pairs)?;
    }
    Ok(asked)
}

fn sides(conn: &Connection, decision: &Decision) -> Result<Vec<Side>, FileError> {
    let mut sides = Vec::new();
    for side in &decision.sides {
        let column = side.column.unwrap_or_default();
        let part = if side.row == decision.row {
            None
        } else {
            Some((side.table, name_of(conn, side.table, side.row)?))
        };
        sides.push(Side {
            column,
            part,
            value: datum(conn, side.table, column, &side.value)?,
            author: author(&side.person, &side.office, &side.at),
        });
    }
    Ok(sides)
}

/// Who gave a row what is in question; who entered it where nobody changed it since.
fn set_by(conn: &Connection, decision: &Decision, row: Uuid) -> Result<Author, FileError> {
    let entries = history::of_row(conn, row)?;
    let set = entries.iter().find(|entry| match &entry.deed {
        Deed::Changed { column, .. } => Some(*column) == decision.column,
        deed => *deed == Deed::Created,
    });
    Ok(set.map_or_else(Author::default, |entry| author(&entry.person, &entry.office, &entry.at)))
}

/// A verdict that two copies gave differently: the two rows it is about, and which side says what.
fn differing(conn: &Connection, decision: &Decision, asked: &mut Question) -> Result<(), FileError> {
    let (one, other, kind): (Uuid, Uuid, String) = conn
        .prepare_cached("SELECT one, other, kind FROM pair_verdict WHERE id = ?1")?
        .query_row([decision.row], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let Some(kind) = Kind::of_table(&kind) else { return Ok(()) };
    asked.table = kind.table();
    asked.name = name_of(conn, kind.table(), one)?;
    for row in [one, other] {
        asked.cards.push(card(conn, kind.table(), row)?);
    }
    let said = |wanted: Value| decision.sides.iter().position(|side| side.value == wanted);
    let answers = match asked.kind {
        QuestionKind::JoinedOpposite => [one, other].map(|row| said(Value::Blob(row.as_bytes().to_vec()))),
        _ => ["joined", "apart"].map(|word| said(Value::Text(word.to_owned()))),
    };
    asked.verdicts = answers.into_iter().flatten().collect();
    if asked.kind == QuestionKind::JoinedOpposite {
        // Who kept which.
        for (card, side) in asked.cards.iter_mut().zip(&asked.verdicts) {
            card.author.clone_from(&asked.sides[*side].author);
        }
    }
    Ok(())
}

/// Two matters and their reports.
#[derive(Clone, Copy)]
struct Matters {
    items: (Uuid, Uuid),
    reports: (Uuid, Uuid),
}

/// All pairs of matters that are asked about, by their two reports, the smaller id first.
fn pairs_of_reports(
    conn: &Connection,
    open: &[Decision],
) -> Result<BTreeMap<(Uuid, Uuid), Vec<Matters>>, FileError> {
    let mut pairs: BTreeMap<(Uuid, Uuid), Vec<Matters>> = BTreeMap::new();
    for decision in open.iter().filter(|open| open.kind == Kind::Item.id()) {
        if let [one, other] = decision.rows.as_slice() {
            let reports = (report_of(conn, *one)?, report_of(conn, *other)?);
            let key = (reports.0.min(reports.1), reports.0.max(reports.1));
            pairs.entry(key).or_default().push(Matters { items: (*one, *other), reports });
        }
    }
    Ok(pairs)
}

fn report_of(conn: &Connection, item: Uuid) -> Result<Uuid, FileError> {
    Ok(conn.prepare_cached("SELECT report FROM item WHERE id = ?1")?.query_row([item], |row| row.get(0))?)
}

/// A pair and the others of the same two reports, each as this one stands; a matter is in one of them at most.
fn beside(
    conn: &Connection,
    (one, other): (Uuid, Uuid),
    pairs: &BTreeMap<(Uuid, Uuid), Vec<Matters>>,
) -> Result<Vec<(Uuid, Uuid)>, FileError> {
    let reports = (report_of(conn, one)?, report_of(conn, other)?);
    let key = (reports.0.min(reports.1), reports.0.max(reports.1));
    let mut found = vec![(one, other)];
    let mut used = BTreeSet::from([one, other]);
    for Matters { items, reports: of } in pairs.get(&key).into_iter().flatten() {
        let (left, right) = if of.0 == reports.0 { *items } else { (items.1, items.0) };
        if !used.contains(&left) && !used.contains(&right) {
            used.extend([left, right]);
            found.push((left, right));
        }
    }
    Ok(found)
}

/// Takes a row out of a circle: it stands under nothing any more.
///
/// # Errors
/// Whatever the file answers.
pub fn take_out(conn: &Connection, table: &str, column: &str, row: Uuid) -> Result<(), FileError> {
    let known = schema::table_named(table).and_then(|table| Some((table, table.named(column)?)));
    if let Some((table, column)) = known.filter(|(_, column)| column.refers_to.is_some()) {
        conn.execute(&format!("UPDATE {} SET {} = NULL WHERE id = ?1", table.name, column.name), [row])?;
        if (table.name, column.name) == ("item", "duplicate_of") {
            // A duplicate of nothing would be seen by nobody.
            conn.execute("UPDATE item SET triage = 'new' WHERE id = ?1 AND triage = 'duplicate'", [row])?;
        }
    }
    Ok(())
}

/// Gives a report another arrival number; false, with nothing changed, when another report bears it.
///
/// # Errors
/// Whatever the file answers.
pub fn renumber(conn: &Connection, report: Uuid, number: &str) -> Result<bool, FileError> {
    let taken = conn
        .prepare_cached("SELECT 1 FROM report WHERE arrival_number = ?1 AND deleted = 0")?
        .exists([number])?;
    if !taken {
        conn.execute("UPDATE report SET arrival_number = ?2 WHERE id = ?1", params![report, number])?;
    }
    Ok(!taken)
}

/// A row that shares its number with another: what tells it apart.
fn described(conn: &Connection, table: &str, row: Uuid) -> Result<String, FileError> {
    if table != "report" {
        return name_of(conn, table, row);
    }
    let text: String = conn
        .prepare_cached(
            "SELECT coalesce(nullif(r.title, ''), (SELECT i.title FROM item i WHERE i.report = r.id AND i.deleted = 0 \
               ORDER BY i.position LIMIT 1), '') || '|' || coalesce(u.name, r.unit_name) || '|' || r.received_at \
             FROM report r LEFT JOIN unit u ON u.id = r.unit WHERE r.id = ?1",
        )?
        .query_row([row], |row| row.get(0))?;
    let mut parts: Vec<String> = text.splitn(3, '|').map(str::to_owned).collect();
    if let Some(at) = parts.get(2).and_then(|at| crate::file::value::moment(at)) {
        parts[2] = at.format("%d/%m/%Y %H:%M").to_string();
    }
    parts.retain(|part| !part.is_empty());
    Ok(parts.join(" · "))
}
