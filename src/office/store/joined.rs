//! What was joined before: who stands for whom now. A row that was joined to another still tells what its like looks like,
//! and what refers to it means the other.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use uuid::Uuid;

use super::doubles::Kind;

/// Rows of a kind that went into others.
#[derive(Debug, Default)]
pub(super) struct Joined {
    roots: BTreeMap<Uuid, Uuid>,
    gone: BTreeMap<Uuid, Vec<Uuid>>,
}

impl Joined {
    /// Those that are away: a row that somebody brought back stands for itself again.
    pub fn read(conn: &Connection, kind: Kind) -> rusqlite::Result<Self> {
        let mut joined = Self::of(&edges(conn, kind)?);
        if joined.roots.is_empty() {
            return Ok(joined);
        }
        let away = match kind {
            Kind::Person | Kind::Unit => "deleted = 1",
            Kind::Item => "triage = 'duplicate'",
        };
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1 AND {away}", kind.table());
        let mut is_away = conn.prepare_cached(&sql)?;
        let mut back = BTreeSet::new();
        for gone in joined.roots.keys() {
            if !is_away.exists([gone])? {
                back.insert(*gone);
            }
        }
        joined.roots.retain(|gone, _| !back.contains(gone));
        for gone in joined.gone.values_mut() {
            gone.retain(|row| !back.contains(row));
        }
        Ok(joined)
    }

    /// From who goes into whom.
    pub fn of(edges: &[(Uuid, Uuid)]) -> Self {
        let mut into: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
        for (gone, keep) in edges {
            into.entry(*gone).or_default().insert(*keep);
        }
        let mut joined = Self::default();
        for gone in into.keys() {
            let root = root(&into, *gone);
            if root != *gone {
                joined.roots.insert(*gone, root);
                joined.gone.entry(root).or_default().push(*gone);
            }
        }
        joined
    }

    /// The row that stands for this one; itself where it was never joined to another.
    pub fn root(&self, row: Uuid) -> Uuid {
        self.roots.get(&row).copied().unwrap_or(row)
    }

    /// True when it went into another.
    pub fn is_gone(&self, row: Uuid) -> bool {
        self.roots.contains_key(&row)
    }

    /// Rows that went into this one.
    pub fn joined_to(&self, root: Uuid) -> &[Uuid] {
        self.gone.get(&root).map_or(&[], Vec::as_slice)
    }

    /// All that went, with what stands for them.
    pub fn all(&self) -> impl Iterator<Item = (Uuid, Uuid)> {
        self.roots.iter().map(|(gone, root)| (*gone, *root))
    }
}

/// Where the way from a row ends. Two copies may have joined it to two rows, three may have joined in a ring: the smallest id
/// decides, in every copy alike.
fn root(into: &BTreeMap<Uuid, BTreeSet<Uuid>>, row: Uuid) -> Uuid {
    let mut way = vec![row];
    while let Some(next) = way.last().and_then(|last| into.get(last)?.first()).copied() {
        if let Some(begins) = way.iter().position(|seen| *seen == next) {
            return way[begins..].iter().min().copied().unwrap_or(row);
        }
        way.push(next);
    }
    way.last().copied().unwrap_or(row)
}

/// Who goes into whom by what people said.
pub(super) fn edges(conn: &Connection, kind: Kind) -> rusqlite::Result<Vec<(Uuid, Uuid)>> {
    conn.prepare_cached(
        "SELECT CASE WHEN kept = one THEN other ELSE one END, kept FROM pair_verdict
         WHERE verdict = 'joined' AND deleted = 0 AND kind = ?1 AND kept IN (one, other) ORDER BY id",
    )?
    .query_map([kind.table()], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_ends_at_one_row_however_the_copies_joined() {
        let id = Uuid::from_u128;
        let roots = |edges: &[(u128, u128)]| {
            let edges: Vec<_> = edges.iter().map(|(gone, keep)| (id(*gone), id(*keep))).collect();
            let joined = Joined::of(&edges);
            (1..=4).map(|row| joined.root(id(row)).as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(roots(&[(2, 1), (3, 2)]), [1, 1, 1, 4], "a chain");
        assert_eq!(roots(&[(1, 2), (2, 3), (3, 1)]), [1, 1, 1, 4], "a ring");
        assert_eq!(roots(&[(4, 1), (1, 2), (2, 3), (3, 2)]), [2, 2, 2, 2], "a way into a ring");
        assert_eq!(roots(&[(1, 3), (1, 2)]), [2, 2, 3, 4], "joined to two");
    }
}
