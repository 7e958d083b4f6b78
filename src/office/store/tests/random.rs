//! Random weeks of three copies in which people are entered twice, joined, parted, edited and named, and copies are merged in
//! any order. What the joinings mean must hold in every copy, and be the same in all of them.

use super::*;
use crate::file::schema;

/// How many are played where nothing else is said; one alone: `DULUAN_SEED=n`.
const RUNS: u64 = 24;
const STEPS: u64 = 40;

/// Numbers that follow from a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }
    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        if all.is_empty() { None } else { Some(all[self.below(all.len())]) }
    }
}

fn ids(file: &OfficeFile, sql: &str) -> Vec<Uuid> {
    let rows = file.connection().prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().collect();
    let rows: rusqlite::Result<Vec<Uuid>> = rows;
    rows.unwrap()
}

fn step(files: &mut [OfficeFile], chance: &mut Chance) {
    let at = chance.below(files.len());
    let (kind, coin) = (chance.below(12), chance.below(2) == 0);
    let names = ["Nguyễn Thị Hương", "Nguyễn T. Hương", "Trần Văn Nam"];
    let phones = ["0912345678", "0987000111", ""];
    let file = &mut files[at];
    let people = ids(file, "SELECT id FROM collaborator WHERE deleted = 0 ORDER BY id");
    let units = ids(file, "SELECT id FROM unit WHERE deleted = 0 ORDER BY id");
    match kind {
        0 | 1 => {
            let (name, phone) = (names[chance.below(3)], phones[chance.below(3)]);
            let place = chance.one_of(&units).unwrap();
            person(file, name, place, phone);
        }
        2 | 3 => {
            let (place, by) = (chance.one_of(&units).unwrap(), chance.one_of(&people));
            let text = if coin { WATER.to_owned() } else { format!("{WATER} Lần {}", chance.below(3)) };
            item(file, place, by, &text);
        }
        4 | 5 => {
            if let Some(row) = chance.one_of(&people) {
                let text = format!("việc {}", chance.below(1000));
                let column = ["post", "email", "note"][chance.below(3)];
                file.write("edit", |tx| {
                    let sql = format!("UPDATE collaborator SET {column} = ?2 WHERE id = ?1");
                    Ok::<_, FileError>(tx.execute(&sql, params![row, text])?)
                })
                .unwrap();
            }
        }
        6..=8 => {
            let kind = Kind::ALL[chance.below(3)];
            let pairs = asked(file, kind);
            if !pairs.is_empty() {
                let pair = &pairs[chance.below(pairs.len())];
                let (keep, gone) = if coin { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
                if chance.below(5) == 0 {
                    file.write("not-the-same", |tx| set_apart(tx, kind, keep, gone).map_err(FileError::from))
                        .unwrap();
                } else {
                    file.write("join", |tx| join(tx, kind, keep, gone)).unwrap();
                }
            }
        }
        9 => {
            // A row that was entered is not taken away again: then both of a pair could be.
            if file.done().unwrap().first().is_some_and(|done| done.action != "enter") {
                file.undo().unwrap();
            }
        }
        _ => {
            let from = (at + 1 + chance.below(files.len() - 1)) % files.len();
            let path = files[from].path().to_owned();
            files[at].merge(&path, PLAIN).unwrap();
        }
    }
}

/// Nothing that stands refers to what went into something else, and of joined rows one stands.
fn holds(file: &OfficeFile, seed: u64) {
    for kind in Kind::ALL {
        let joined = super::super::joined::Joined::read(file.connection(), kind).unwrap();
        for reference in super::super::join::references(kind) {
            for (gone, root) in joined.all() {
                let sql = format!(
                    "SELECT count(*) FROM {} WHERE {} = ?1 AND deleted = 0",
                    reference.table.name, reference.column
                );
                let left: i64 = file.connection().query_row(&sql, [gone], |row| row.get(0)).unwrap();
                assert_eq!(
                    left, 0,
                    "seed {seed}: {} {} means {root}",
                    reference.table.name, reference.column
                );
            }
        }
        // While copies differ about whether two rows are one, a person has the word.
        let open = decisions::list(file.connection()).unwrap();
        if open.iter().any(|open| open.table == "pair_verdict") {
            continue;
        }
        let said =
            super::super::joined::Joined::of(&super::super::joined::edges(file.connection(), kind).unwrap());
        for (gone, root) in said.all() {
            let sql = match kind {
                Kind::Item => "SELECT count(*) FROM item WHERE id IN (?1, ?2) AND triage <> 'duplicate'",
                Kind::Person => "SELECT count(*) FROM collaborator WHERE id IN (?1, ?2) AND deleted = 0",
                Kind::Unit => "SELECT count(*) FROM unit WHERE id IN (?1, ?2) AND deleted = 0",
            };
            let stand: i64 = file.connection().query_row(sql, [gone, root], |row| row.get(0)).unwrap();
            assert!(stand >= 1, "seed {seed}: {gone} and {root} are both away");
        }
    }
}

fn whole(file: &OfficeFile) -> Vec<String> {
    let mut all = Vec::new();
    for table in schema::tables() {
        let columns: Vec<_> = table.columns.iter().map(|column| format!("quote({})", column.name)).collect();
        let sql = format!("SELECT json_array({}) FROM {} ORDER BY id", columns.join(", "), table.name);
        let mut rows = file.connection().prepare(&sql).unwrap();
        let rows = rows.query_map([], |row| row.get::<_, String>(0)).unwrap();
        all.extend(rows.map(|row| format!("{} {}", table.name, row.unwrap())));
    }
    all
}

fn play(seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut first = opened(&folder.path().join("0.duluan"), "A");
    unit(&mut first, "xã Lộc An", None);
    unit(&mut first, "Xã Lộc An", None);
    let mut files = vec![first];
    for (number, person) in [(1, "B"), (2, "C")] {
        let path = folder.path().join(format!("{number}.duluan"));
        std::fs::copy(files[0].path(), &path).unwrap();
        files.push(opened(&path, person));
    }
    for _ in 0..STEPS {
        step(&mut files, &mut chance);
    }
    for round in 0.. {
        let mut came = 0;
        for at in 0..files.len() {
            for from in 0..files.len() {
                if at != from {
                    let path = files[from].path().to_owned();
                    came += files[at].merge(&path, PLAIN).unwrap().records;
                }
            }
        }
        if came == 0 {
            break;
        }
        assert!(round < 8, "seed {seed}: the copies never come to rest");
    }
    let ours = whole(&files[0]);
    for file in &mut files {
        holds(file, seed);
        let theirs = whole(file);
        let differs = ours.iter().zip(&theirs).find(|(one, other)| one != other);
        assert!(differs.is_none() && ours.len() == theirs.len(), "seed {seed}: {differs:?}");
        assert_eq!(file.check().unwrap(), [], "seed {seed}");
        let open = decisions::list(file.connection()).unwrap();
        file.rebuild().unwrap();
        assert_eq!(decisions::list(file.connection()).unwrap(), open, "seed {seed}: built anew");
    }
}

#[test]
fn what_joinings_mean_holds_in_every_copy() {
    let only = std::env::var("DULUAN_SEED").ok().and_then(|seed| seed.parse().ok());
    match only {
        Some(seed) => play(seed),
        None => (1..=RUNS).for_each(play),
    }
}
