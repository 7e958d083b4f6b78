//! Random histories over three copies: whatever happens to them, in whatever order they are brought together, they end
//! equal, sound and with every value ever committed, unless it was erased; and then it is nowhere.
//!
//! `DULUAN_HISTORIES=n` sets how many, `DULUAN_SEED=n` plays one of them again.

mod classes;
mod look;
mod people;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params};
use uuid::Uuid;

use super::bundle::{self, Choice};
use super::merge::{Merged, Options};
use super::testing::Nothing;
use super::undo::Undone;
use super::write::Written;
use super::{FileError, OfficeFile, Who, check, merge, open, schema};

use look::{asked, rows, same, sound, told, values, whole};

/// Tables the histories play with. What they do not touch has no triggers and no index in the tests' file: parsing seven
/// hundred triggers takes as long as a history.
#[rustfmt::skip]
const PLAYED: &[&str] = &[
    "unit", "unit_name", "unit_succession", "topic", "collaborator", "collaborator_phone", "collaborator_topic", "report", "item",
    "class", "class_session", "participant", "absence",
];

/// Columns that are written after a row was created.
const EDITED: &[&str] = &[
    "name",
    "note",
    "full_name",
    "email",
    "title",
    "body",
    "unit",
    "position",
    "valid_to",
    "deleted",
    "content",
    "excused",
];

/// Text columns that are edited and erased, by table.
const TEXTS: &[(&str, &str)] = &[
    ("unit", "name"),
    ("unit", "note"),
    ("unit_name", "name"),
    ("collaborator", "full_name"),
    ("collaborator", "email"),
    ("report", "title"),
    ("item", "body"),
    ("topic", "name"),
    ("class", "title"),
    ("class_session", "content"),
    ("participant", "full_name"),
];

/// A small generator of numbers; its seed says the whole history.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        if from.is_empty() { None } else { Some(&from[self.roll(from.len())]) }
    }
}

/// A field and a value it was given.
type Fact = (&'static str, Uuid, &'static str, String);

/// A copy, and what it must still be able to tell.
struct Copy {
    file: OfficeFile,
    facts: BTreeSet<Fact>,
    /// Values erased here or in what was merged here, and the rows they stood in.
    erased: BTreeSet<(Uuid, String)>,
    /// Fields erased: what was typed into them elsewhere may go too.
    blank: BTreeSet<(Uuid, &'static str)>,
    /// What each merge added to the facts, to go when it is taken back.
    merges: BTreeMap<Uuid, BTreeSet<Fact>>,
}

struct World {
    folder: tempfile::TempDir,
    dice: Dice,
    copies: Vec<Copy>,
    rows: BTreeMap<&'static str, Vec<Uuid>>,
    values: usize,
    files: usize,
}

/// A folder in memory where the system has one.
fn in_memory() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn template() -> &'static Path {
    static TEMPLATE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = TEMPLATE.get_or_init(|| {
        let folder = in_memory();
        let path = folder.path().join("template.duluan");
        drop(OfficeFile::create(&path, Who::default(), &Nothing).unwrap());
        let conn = Connection::open(&path).unwrap();
        let objects = "SELECT type, name, tbl_name FROM sqlite_schema WHERE type = 'trigger' OR type = 'index' AND sql <> ''";
        for object in rows(&conn, objects) {
            let text = |place: usize| match &object[place] {
                Value::Text(text) => text.clone(),
                _ => String::new(),
            };
            let (kind, name, table) = (text(0), text(1), text(2));
            let column = name.rsplit('_').next().and_then(|number| number.parse().ok());
            let column = column.and_then(|number| schema::table_named(&table)?.column(number));
            let logging = table == "field_change";
            let played = logging || PLAYED.contains(&table.as_str())
                && column.is_none_or(|column| EDITED.contains(&column.name));
            if !(played || kind == "index" && matches!(table.as_str(), "log" | "decision")) {
                conn.execute_batch(&format!("DROP {kind} {name}")).unwrap();
            }
        }
        conn.execute_batch("DROP TABLE item_fts").unwrap();
        conn.execute_batch("VACUUM").unwrap();
        (folder, path)
    });
    path
}

fn open_copy(path: &Path, person: usize, clock: usize) -> OfficeFile {
    let conn = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    conn.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY").unwrap();
    let who = Who { person: format!("người {person}"), ..Who::default() };
    let mut file = OfficeFile::of(conn, path, who, &Nothing, None).unwrap();
    // Fast by a day, slow by a day, frozen, and right.
    let skew = [100_000_000, -100_000_000, 0, 0][clock % 4];
    let start = 1_800_000_000_000_i64;
    let ticks = std::sync::atomic::AtomicI64::new(0);
    file.set_clock(Box::new(move || {
        let step = i64::from(clock % 4 != 2);
        start + skew + ticks.fetch_add(step, std::sync::atomic::Ordering::Relaxed)
    }));
    file
}

fn join(file: &mut OfficeFile, other: &Path) -> Result<Merged, merge::MergeError> {
    file.conn.execute("ATTACH ?1 AS other", [other.to_string_lossy()])?;
    let now = merge::Progress { source: other, file: 0, files: 1, part: 0 };
    let watch = &mut merge::Watch { go_on: &mut |_| true, now };
    let merged = file.merge_attached(other, Options::default(), None, watch);
    file.conn.execute_batch("DETACH other")?;
    file.run.seen = -1;
    merged
}

impl World {
    fn new(seed: u64) -> Self {
        let mut world = Self {
            folder: in_memory(),
            dice: Dice(seed),
            copies: Vec::new(),
            rows: BTreeMap::new(),
            values: 0,
            files: 0,
        };
        for person in 0..3 {
            let path = world.path();
            std::fs::copy(template(), &path).unwrap();
            let clock = world.dice.roll(4);
            world.copies.push(Copy {
                file: open_copy(&path, person, clock),
                facts: BTreeSet::new(),
                erased: BTreeSet::new(),
                blank: BTreeSet::new(),
                merges: BTreeMap::new(),
            });
        }
        world
    }

    fn path(&mut self) -> PathBuf {
        self.files += 1;
        self.folder.path().join(format!("{}.duluan", self.files))
    }

    /// A value nobody typed before, or one of few that are typed often.
    fn value(&mut self) -> String {
        if self.dice.roll(4) == 0 {
            return format!("hay gặp {}", self.dice.roll(2));
        }
        self.values += 1;
        format!("giá trị số {};", self.values)
    }

    /// A row of the table that this copy holds.
    fn row(&mut self, copy: usize, table: &'static str) -> Option<Uuid> {
        let known = self.rows.get(table)?.clone();
        let row = *self.dice.pick(&known)?;
        let here = format!("SELECT 1 FROM {table} WHERE id = ?1");
        self.copies[copy].file.conn.prepare(&here).unwrap().exists([row]).unwrap().then_some(row)
    }

    fn step(&mut self) {
        let copy = self.dice.roll(3);
        match self.dice.roll(47) {
            0..=8 => self.enter(copy),
            9..=18 => self.edit(copy),
            19..=21 => self.delete(copy),
            22..=23 => self.refer(copy),
            24..=25 => self.link(copy),
            26..=28 => self.walk_back(copy),
            29..=33 => self.merge(copy),
            34 => self.hand_over(copy),
            35 => self.reopen(copy),
            36 => self.erase(copy),
            37 => self.take_back(copy),
            38 => self.decide(copy),
            39 => self.twice(copy),
            40 => self.reorganise(copy),
            41..=44 => self.attend(copy),
            _ => self.send(copy),
        }
    }

    fn write(&mut self, copy: usize, sql: &str, values: impl rusqlite::Params) {
        let done: Result<Written<usize>, FileError> =
            self.copies[copy].file.write("edit", |tx| Ok(tx.execute(sql, values)?));
        done.unwrap();
    }

    fn enter(&mut self, copy: usize) {
        let id = Uuid::now_v7();
        let value = self.value();
        let (table, column) = match self.dice.roll(5) {
            0 => ("collaborator", "full_name"),
            1 => ("report", "title"),
            2 => ("topic", "name"),
            3 if self.rows.contains_key("report") => ("item", "body"),
            _ => ("unit", "name"),
        };
        if table == "item" {
            let Some(report) = self.row(copy, "report") else {
                return;
            };
            self.write(
                copy,
                "INSERT INTO item(id, report, body) VALUES (?1, ?2, ?3)",
                params![id, report, value],
            );
        } else if table == "report" {
            let number = format!("LA-H-{:04}", self.dice.roll(4));
            let sql = "INSERT INTO report(id, title, arrival_number) VALUES (?1, ?2, ?3)";
            self.write(copy, sql, params![id, value, number]);
        } else {
            self.write(
                copy,
                &format!("INSERT INTO {table}(id, {column}) VALUES (?1, ?2)"),
                params![id, value],
            );
        }
        self.rows.entry(table).or_default().push(id);
        self.copies[copy].facts.insert((table, id, column, value));
    }

    fn edit(&mut self, copy: usize) {
        let (table, column) = TEXTS[self.dice.roll(TEXTS.len())];
        let Some(row) = self.row(copy, table) else { return };
        let value = self.value();
        self.write(copy, &format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"), params![row, value]);
        self.copies[copy].facts.insert((table, row, column, value));
    }

    fn delete(&mut self, copy: usize) {
        let table = PLAYED[self.dice.roll(PLAYED.len())];
        let Some(row) = self.row(copy, table) else { return };
        let deleted = i64::from(self.dice.roll(3) > 0);
        self.write(copy, &format!("UPDATE {table} SET deleted = ?2 WHERE id = ?1"), params![row, deleted]);
    }

    fn refer(&mut self, copy: usize) {
        if let (Some(row), Some(unit)) = (self.row(copy, "collaborator"), self.row(copy, "unit")) {
            self.write(copy, "UPDATE collaborator SET unit = ?2 WHERE id = ?1", params![row, unit]);
        }
    }

    fn walk_back(&mut self, copy: usize) {
        let file = &mut self.copies[copy].file;
        if self.dice.roll(3) == 0 {
            file.redo().unwrap()
        } else {
            file.undo().unwrap()
        };
    }

    fn merge(&mut self, copy: usize) {
        let other = (copy + 1 + self.dice.roll(2)) % 3;
        let path = self.copies[other].file.path.clone();
        self.bring(copy, other, &path, |_| true);
    }

    /// What the other copy knows of these rows comes in with the file at `path`.
    fn bring(&mut self, copy: usize, other: usize, path: &Path, row: impl Fn(&Uuid) -> bool) {
        let from = &self.copies[other];
        let facts: BTreeSet<Fact> = from.facts.iter().filter(|fact| row(&fact.1)).cloned().collect();
        let erased: Vec<_> = from.erased.iter().filter(|(of, _)| row(of)).cloned().collect();
        let blank: Vec<_> = from.blank.iter().filter(|(of, _)| row(of)).copied().collect();
        let copy = &mut self.copies[copy];
        let before: BTreeSet<Uuid> = merge::runs(&copy.file.conn).unwrap().iter().map(|run| run.id).collect();
        join(&mut copy.file, path).unwrap();
        let run = merge::runs(&copy.file.conn).unwrap().into_iter().find(|run| !before.contains(&run.id));
        if let Some(run) = run {
            copy.merges.insert(run.id, facts.difference(&copy.facts).cloned().collect());
        }
        copy.facts.extend(facts);
        copy.erased.extend(erased);
        copy.blank.extend(blank);
    }

    /// A bundle of one item, of the roster or of everything goes to a colleague; sometimes an old one once more.
    fn send(&mut self, copy: usize) {
        let choice = match self.dice.roll(3) {
            0 => self.row(copy, "item").map_or(Choice::Roster, |item| Choice::Items(vec![item])),
            1 => Choice::Roster,
            _ => Choice::NewFor(Uuid::nil()),
        };
        let path = self.path();
        let made = self.copies[copy].file.bundle(&choice, &path, bundle::Options::default()).unwrap();
        if made.rows == 0 {
            return;
        }
        let bundle = Connection::open(&path).unwrap();
        assert_eq!(check::log(&bundle).unwrap(), [], "{choice:?}");
        let held: BTreeSet<Uuid> = bundle
            .prepare("SELECT DISTINCT row FROM log")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        drop(bundle);
        let other = (copy + 1 + self.dice.roll(2)) % 3;
        self.bring(other, copy, &path, |row| held.contains(row));
        if self.dice.roll(2) == 0 {
            self.bring(other, copy, &path, |row| held.contains(row));
        }
    }

    /// The file is copied over another colleague's, who goes on with it.
    fn hand_over(&mut self, copy: usize) {
        let other = (copy + 1 + self.dice.roll(2)) % 3;
        let path = self.path();
        std::fs::copy(&self.copies[copy].file.path, &path).unwrap();
        let clock = self.dice.roll(4);
        let from = &self.copies[copy];
        self.copies[other] = Copy {
            file: open_copy(&path, other, clock),
            facts: from.facts.clone(),
            erased: from.erased.clone(),
            blank: from.blank.clone(),
            merges: from.merges.clone(),
        };
    }

    fn reopen(&mut self, copy: usize) {
        let path = self.copies[copy].file.path.clone();
        let clock = self.dice.roll(4);
        self.copies[copy].file = open_copy(&path, copy, clock);
    }

    fn erase(&mut self, copy: usize) {
        let (table, column) = TEXTS[self.dice.roll(TEXTS.len())];
        let Some(row) = self.row(copy, table) else { return };
        let folder = self.folder.path().to_owned();
        let copy = &mut self.copies[copy];
        copy.file.erase(row, Some(column), "thử", &folder).unwrap();
        copy.blank.insert((row, column));
        let gone: Vec<Fact> =
            copy.facts.iter().filter(|fact| fact.1 == row && fact.2 == column).cloned().collect();
        for fact in gone {
            copy.facts.remove(&fact);
            if fact.3.starts_with("giá trị") {
                copy.erased.insert((row, fact.3));
            }
        }
    }

    fn take_back(&mut self, copy: usize) {
        let copy = &mut self.copies[copy];
        let runs: Vec<Uuid> = merge::runs(&copy.file.conn)
            .unwrap()
            .iter()
            .filter(|run| !run.taken_back)
            .map(|run| run.id)
            .collect();
        let Some(run) = self.dice.pick(&runs) else { return };
        copy.file.take_merge_back(*run).unwrap();
        for fact in copy.merges.remove(run).unwrap_or_default() {
            copy.facts.remove(&fact);
        }
    }

    fn decide(&mut self, copy: usize) {
        let file = &mut self.copies[copy].file;
        let open = super::decisions::list(&file.conn).unwrap();
        let Some(decision) = self.dice.pick(&open) else {
            return;
        };
        let keep = self.dice.roll(2);
        file.keep(decision.id, keep).unwrap();
    }

    /// undo(undo(x)) = x
    fn twice(&mut self, copy: usize) {
        let file = &mut self.copies[copy].file;
        let before = values(&file.conn);
        let taken: Option<Written<Undone>> = file.undo().unwrap();
        if taken.is_some_and(|taken| taken.value.left.is_empty() && !taken.changed.is_empty()) {
            file.redo().unwrap().unwrap();
            same(&before, &values(&file.conn), "undo and redo");
        }
    }

    /// A copy of a copy, brought together with the others in this order.
    fn together(&mut self, order: &[usize]) -> OfficeFile {
        let path = self.path();
        std::fs::copy(&self.copies[order[0]].file.path, &path).unwrap();
        let mut file = open_copy(&path, 9, 2);
        for &other in &order[1..] {
            let path = self.copies[other].file.path.clone();
            join(&mut file, &path).unwrap();
        }
        file
    }

    /// Brings the copies together in several orders and looks at what came of it.
    fn end(&mut self) {
        let mut one = self.together(&[0, 1, 2]);
        let other = if self.dice.roll(2) == 0 {
            self.together(&[2, 1, 0])
        } else {
            let inner = self.together(&[1, 2]);
            let mut outer = self.together(&[0]);
            join(&mut outer, &inner.path).unwrap();
            outer
        };
        same(&whole(&one.conn), &whole(&other.conn), "(a+b)+c against (c+b)+a or a+(b+c)");
        assert_eq!(asked(&one.conn), asked(&other.conn));
        let again = join(&mut one, &other.path).unwrap();
        assert_eq!(Merged::default(), again, "equal files");
        same(&whole(&one.conn), &whole(&other.conn), "merged twice");
        let decisions = asked(&one.conn);
        super::decide::rebuild(&one.conn).unwrap();
        assert_eq!(decisions, asked(&one.conn), "decisions built anew");
        let mut facts = BTreeSet::new();
        let mut erased = BTreeSet::new();
        let mut blank = BTreeSet::new();
        for copy in &self.copies {
            assert_eq!(check::log(&copy.file.conn).unwrap(), []);
            told(&copy.file.conn, &copy.facts, &copy.erased, &copy.blank);
            facts.extend(copy.facts.iter().cloned());
            erased.extend(copy.erased.iter().cloned());
            blank.extend(copy.blank.iter().copied());
        }
        sound(&one.conn);
        told(&one.conn, &facts, &erased, &blank);
    }
}

fn play(seed: u64) {
    let mut world = World::new(seed);
    for _ in 0..24 {
        world.step();
    }
    world.end();
}

/// Histories that found a fault once: an edit after a merged erasure followed the value the erasure had taken away.
const ONCE_FAILED: [u64; 1] = [1_882_534_460_784_848];

#[test]
fn whatever_happens_copies_come_together() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    if let Some(seed) = number("DULUAN_SEED") {
        play(seed);
        return;
    }
    for seed in ONCE_FAILED {
        play(seed);
    }
    let count = number("DULUAN_HISTORIES").unwrap_or(2_000);
    let first = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() << 20;
    std::thread::scope(|scope| {
        for part in 0..2 {
            scope.spawn(move || {
                for seed in (first..first + count).filter(|seed| seed % 2 == part) {
                    if let Err(panic) = std::panic::catch_unwind(|| play(seed)) {
                        eprintln!("the history of DULUAN_SEED={seed} failed");
                        std::panic::resume_unwind(panic);
                    }
                }
            });
        }
    });
}
