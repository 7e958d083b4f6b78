//! A decision taken back, and done again. A decision says that it knew all that stood against each other; taking it back
//! states that anew, by the records and clocks it had, so that every copy asks again.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::decide;
use super::error::FileError;
use super::field::{self, Field};
use super::schema;

/// A group: its action, and its first and last record.
pub(super) struct Span {
    /// Identifier of the action.
    pub action: String,
    /// How often it was taken back and done again: odd for a group that took the action back.
    pub depth: usize,
    /// Its first record.
    pub from: i64,
    /// Its last.
    pub to: i64,
}

/// A group that undid or did again bears the name of the action it was about.
pub(super) fn span(conn: &Connection, rep: i64, group: i64) -> Result<Span, FileError> {
    let mut one =
        conn.prepare_cached("SELECT action, undoes, seq_from, seq_to FROM grp WHERE rep = ?1 AND grp = ?2")?;
    let mut read = |group: i64| {
        one.query_row([rep, group], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .optional()?
            .ok_or_else(|| FileError::NoSuchRow(format!("{rep}/{group}")))
    };
    let (mut action, mut about, from, to): (String, Option<i64>, i64, i64) = read(group)?;
    // A group is only ever about an earlier one.
    let (mut at, mut depth) = (group, 0);
    while let Some(of) = about.filter(|of| *of < at) {
        let named: (String, Option<i64>, i64, i64) = read(of)?;
        (action, about) = (named.0, named.1);
        (at, depth) = (of, depth + 1);
    }
    Ok(Span { action, depth, from, to })
}

/// States anew what stood against each other before records `from` to `to` of `rep` decided it; `now` is what they decided.
/// False when the field holds something else by now; nothing was changed then.
pub(super) fn reopen(
    conn: &Connection,
    field: Field,
    now: &Value,
    (rep, from, to): (i64, i64, i64),
) -> Result<bool, FileError> {
    let mut before = field::load(conn, field)?;
    before.retain(|record| record.rep != rep || !(from..=to).contains(&record.seq));
    let judged = field::judge(&before);
    let Some(head) = judged.head.map(|head| &before[head]) else { return Ok(false) };
    let value = value_of(conn, head)?;
    if !write(conn, field, now, &value, head.knew.as_deref())? {
        return Ok(false);
    }
    for leaf in judged.leaves.iter().map(|&place| &before[place]).filter(|leaf| !same(leaf, head)) {
        conn.prepare_cached(
            "INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new, knew) VALUES \
             (log_rep(), log_seq(), ?1, ?2, ?3, 1, ?4, ?5, ?6, log_grp(), ?7, ?7, ?8)",
        )?
        .execute(params![
            leaf.hlc,
            field.tbl,
            field.row,
            field.col,
            leaf.rep,
            leaf.seq,
            value_of(conn, leaf)?,
            leaf.knew
        ])?;
    }
    decide::ask_field(conn, field)?;
    decide::ask_row(conn, field.tbl, field.row)?;
    Ok(true)
}

/// Decides again: the field holds `then` instead of `now`, knowing all there is. False when it holds something else.
pub(super) fn decide_again(
    conn: &Connection,
    field: Field,
    now: &Value,
    then: &Value,
) -> Result<bool, FileError> {
    let deletes = schema::table(field.tbl).is_some_and(|table| table.deleted() == field.col);
    let knew = if deletes {
        decide::family_knowledge(conn, field.tbl, field.row)?
    } else {
        decide::knowledge(conn, field.row)?
    };
    write(conn, field, now, then, Some(&knew))
}

fn same(one: &field::Record, other: &field::Record) -> bool {
    (one.rep, one.seq) == (other.rep, other.seq)
}

fn value_of(conn: &Connection, record: &field::Record) -> Result<Value, FileError> {
    Ok(conn
        .prepare_cached("SELECT new FROM log WHERE rep = ?1 AND seq = ?2")?
        .query_row([record.rep, record.seq], |row| row.get(0))?)
}

/// One record that says `then`, also where the field says so already.
fn write(
    conn: &Connection,
    field: Field,
    now: &Value,
    then: &Value,
    knew: Option<&[u8]>,
) -> Result<bool, FileError> {
    let Field { row, tbl, col } = field;
    let Some((table, column)) = schema::table(tbl).and_then(|table| Some((table, table.column(col)?))) else {
        return Ok(false);
    };
    let (table, column) = (table.name, column.name);
    let holds = conn
        .prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?1 AND {column} IS ?2"))?
        .exists(params![row, now])?;
    if !holds {
        return Ok(false);
    }
    if now == then {
        restate(conn, field, then)?;
    } else {
        conn.prepare_cached(&format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"))?
            .execute(params![row, then])?;
    }
    conn.prepare_cached(
        "UPDATE log SET knew = ?4 WHERE row = ?1 AND tbl = ?2 AND col = ?3 AND rep = log_rep() AND grp = log_grp()",
    )?
    .execute(params![row, tbl, col, knew])?;
    Ok(true)
}

/// A record that follows the one that holds and says the same.
pub(super) fn restate(conn: &Connection, field: Field, value: &Value) -> Result<(), FileError> {
    let records = field::load(conn, field)?;
    let head = field::judge(&records).head.map(|head| (records[head].rep, records[head].seq));
    conn.prepare_cached(
        "INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES \
         (log_rep(), log_seq(), log_hlc(), ?1, ?2, 1, ?3, ?4, ?5, log_grp(), ?6, ?6)",
    )?
    .execute(params![
        field.tbl,
        field.row,
        field.col,
        head.map(|head| head.0),
        head.map(|head| head.1),
        value
    ])?;
    Ok(())
}

/// The record in which a value was first said: a decision kept it, or taking something back said it again.
pub(super) fn origin(conn: &Connection, replica: Uuid, seq: i64) -> Result<(Uuid, i64), FileError> {
    let mut at = (replica, seq);
    let mut above = conn.prepare_cached(
        "SELECT p.uuid, l.pseq FROM log l JOIN replica r ON r.n = l.rep JOIN replica p ON p.n = l.prep \
         WHERE r.uuid = ?1 AND l.seq = ?2 AND l.op = 1 AND l.old IS l.new AND l.pseq IS NOT NULL \
         UNION ALL \
         SELECT p.uuid, b.pseq FROM log l JOIN replica r ON r.n = l.rep JOIN grp g ON g.rep = l.rep AND g.grp = l.grp \
         JOIN log b ON b.rep = l.prep AND b.seq = l.pseq JOIN log s ON s.rep = b.prep AND s.seq = b.pseq \
         JOIN replica p ON p.n = s.rep \
         WHERE r.uuid = ?1 AND l.seq = ?2 AND l.op = 1 AND g.undoes IS NOT NULL AND s.op = 1 AND s.new IS l.new",
    )?;
    // A hand-made file may hold a circle.
    for _ in 0..64 {
        let mut rows = above.query(params![at.0, at.1])?;
        let Some(row) = rows.next()? else { break };
        at = (row.get(0)?, row.get(1)?);
    }
    Ok(at)
}
