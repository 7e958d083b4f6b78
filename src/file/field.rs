//! One field's records, and what follows from them alone: which one holds, which stand against each other, which are erased.
//!
//! Everything here depends on the set of records and on nothing else, so that copies that hold the same records say the
//! same, in whatever order they came.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::error::FileError;

/// What a record does (`log.op`).
pub(super) mod op {
    /// A row was created.
    pub const CREATED: i64 = 0;
    /// A field was changed.
    pub const CHANGED: i64 = 1;
    /// A field was erased for good.
    pub const ERASED: i64 = 2;
    /// A change or a creation whose values were erased.
    pub const BLANKED: i64 = 3;
}

/// A field: table, row, column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Field {
    pub row: Uuid,
    pub tbl: i64,
    pub col: i64,
}

/// A record without its values.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub rep: i64,
    pub uuid: Uuid,
    pub seq: i64,
    pub hlc: i64,
    pub op: i64,
    pub parent: Option<(i64, i64)>,
    pub knew: Option<Vec<u8>>,
}

impl Record {
    /// Records are ordered by clock; ties by replica, then by number (shipped rows share one clock).
    fn rank(&self) -> (i64, Uuid, i64) {
        (self.hlc, self.uuid, self.seq)
    }
}

/// What follows from a field's records; numbers are places in the list judged.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Judged {
    /// The record that holds; `None` when there is none.
    pub head: Option<usize>,
    /// Records nobody overwrote, the head first.
    pub leaves: Vec<usize>,
    /// Records whose values have to go.
    pub erased: Vec<usize>,
}

/// True when what a writer knew holds this record.
pub(super) fn knows(knew: &[u8], uuid: Uuid, seq: i64) -> bool {
    knew.chunks_exact(24).any(|pair| {
        let (replica, upto) = pair.split_at(16);
        let upto = upto.try_into().map_or(0, i64::from_be_bytes);
        replica == uuid.as_bytes() && seq <= upto
    })
}

/// Judges a field's records.
///
/// Erasing wins every merge: a record stands only when the nearest erasure on the way up its parents is there and was not
/// itself overwritten by a later erasure; who typed a value without knowing of the erasure typed something to be erased.
/// Erasure is never undone by more records: no record gets other parents.
pub(super) fn judge(records: &[Record]) -> Judged {
    let parents: Vec<Option<usize>> = records
        .iter()
        .map(|record| {
            let (rep, seq) = record.parent?;
            records.iter().position(|other| other.rep == rep && other.seq == seq)
        })
        .collect();
    let erasing = records.iter().any(|record| record.op == op::ERASED);
    let stands = if erasing { standing(records, &parents) } else { vec![true; records.len()] };
    let alive = |place: usize| stands[place] && records[place].op != op::BLANKED;
    let superseded = |place: usize| {
        let record = &records[place];
        (0..records.len()).any(|other| {
            other != place
                && (parents[other] == Some(place)
                    || records[other]
                        .knew
                        .as_deref()
                        .is_some_and(|knew| knows(knew, record.uuid, record.seq)))
        })
    };
    let mut leaves: Vec<_> = (0..records.len()).filter(|&place| alive(place) && !superseded(place)).collect();
    leaves.sort_by_key(|&place| std::cmp::Reverse(records[place].rank()));
    Judged {
        head: (0..records.len()).filter(|&place| alive(place)).max_by_key(|&place| records[place].rank()),
        leaves,
        erased: (0..records.len())
            .filter(|&place| !stands[place] && !matches!(records[place].op, op::BLANKED | op::ERASED))
            .collect(),
    }
}

/// Which records stand where the field was erased.
fn standing(records: &[Record], parents: &[Option<usize>]) -> Vec<bool> {
    // The way up is bounded: a hand-made file may hold a circle.
    let above = |place: usize| std::iter::successors(parents[place], |&up| parents[up]).take(records.len());
    let is_erasure = |place: usize| records[place].op == op::ERASED;
    let mut overwritten = vec![false; records.len()];
    for erasure in (0..records.len()).filter(|&place| is_erasure(place)) {
        above(erasure).for_each(|up| overwritten[up] = true);
    }
    (0..records.len())
        .map(|place| {
            std::iter::once(place)
                .chain(above(place))
                .find(|&up| is_erasure(up))
                .is_some_and(|erasure| !overwritten[erasure])
        })
        .collect()
}

/// The field's records in the file.
pub(super) fn load(conn: &Connection, field: Field) -> Result<Vec<Record>, FileError> {
    let mut statement = conn.prepare_cached(
        "SELECT l.rep, r.uuid, l.seq, l.hlc, l.op, l.prep, l.pseq, l.knew FROM log l JOIN replica r ON r.n = l.rep \
         WHERE l.row = ?1 AND l.tbl = ?2 AND l.col = ?3",
    )?;
    let records = statement.query_map(params![field.row, field.tbl, field.col], |row| {
        let parent: Option<i64> = row.get(5)?;
        Ok(Record {
            rep: row.get(0)?,
            uuid: row.get(1)?,
            seq: row.get(2)?,
            hlc: row.get(3)?,
            op: row.get(4)?,
            parent: parent.zip(row.get(6)?),
            knew: row.get(7)?,
        })
    })?;
    Ok(records.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Replica (1, 2, …), number, clock, kind, parent.
    type Line = (i64, i64, i64, i64, Option<(i64, i64)>);

    fn records(list: &[Line]) -> Vec<Record> {
        list.iter()
            .map(|&(rep, seq, hlc, op, parent)| Record {
                rep,
                uuid: Uuid::from_u128(rep as u128),
                seq,
                hlc,
                op,
                parent,
                knew: None,
            })
            .collect()
    }

    #[test]
    fn two_edits_of_one_value_are_two_leaves_and_the_newer_holds() {
        let field = records(&[(1, 1, 10, 1, None), (2, 1, 30, 1, Some((1, 1))), (3, 1, 20, 1, Some((1, 1)))]);
        let judged = judge(&field);
        assert_eq!((judged.head, judged.leaves), (Some(1), vec![1, 2]));
        assert!(judged.erased.is_empty());
    }

    #[test]
    fn frozen_clocks_are_told_apart_by_the_replica() {
        let field = records(&[(2, 1, 10, 1, None), (1, 1, 10, 1, None)]);
        assert_eq!(judge(&field).head, Some(0));
    }

    #[test]
    fn a_decision_knows_what_it_decides() {
        let mut field = records(&[(1, 1, 10, 1, None), (2, 1, 11, 1, None), (3, 1, 12, 1, Some((2, 1)))]);
        assert_eq!(judge(&field).leaves, [2, 0]);
        let mut knew = Uuid::from_u128(1).as_bytes().to_vec();
        knew.extend_from_slice(&1_i64.to_be_bytes());
        field[2].knew = Some(knew);
        assert_eq!(judge(&field).leaves, [2]);
    }

    #[test]
    fn erasing_wins_over_what_did_not_know_of_it_however_late() {
        let field = records(&[
            (1, 1, 10, 1, None),
            (1, 2, 20, 2, Some((1, 1))),
            (2, 1, 99, 1, Some((1, 1))), // typed elsewhere, later by the clock
            (1, 3, 30, 1, Some((1, 2))), // typed after the erasure
        ]);
        let judged = judge(&field);
        assert_eq!((judged.head, judged.erased), (Some(3), vec![0, 2]));
    }

    #[test]
    fn what_was_typed_after_one_erasure_is_erased_by_the_next() {
        let field = records(&[
            (1, 1, 10, 2, None),
            (1, 2, 20, 1, Some((1, 1))),
            (1, 3, 30, 2, Some((1, 2))),
            (2, 1, 40, 1, Some((1, 2))),
        ]);
        let judged = judge(&field);
        assert_eq!((judged.head, judged.erased), (Some(2), vec![1, 3]));
    }

    #[test]
    fn a_circle_of_parents_ends() {
        let field = records(&[(1, 1, 10, 1, Some((1, 2))), (1, 2, 20, 2, Some((1, 1)))]);
        judge(&field);
    }
}
