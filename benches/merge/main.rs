//! What keeping every change costs: `cargo bench --bench merge`.
//!
//! Bringing two files together is measured against the barest statement that could do it (`INSERT … SELECT` and
//! `UPDATE … FROM` through `ATTACH`, triggers asleep, no log, no search index, nothing checked), each pair one after the other,
//! several times, and the median taken, so that the ratios say something on a busy machine too. The files hold matters of
//! 330 bytes of text; `rows` is how many are new or changed. Then 120 communes' files of 500 reports each, what the log adds to a write, and what ten
//! years of a busy office add to its file. Sizes: numbers after `--`, otherwise 1,000, 10,000 and 100,000 rows.

#![allow(clippy::unwrap_used, reason = "a measurement that fails has no result")]

mod bare;
mod log;
mod province;

use std::path::Path;
use std::time::{Duration, Instant};

use duluan::file::merge::Options;
use duluan::file::{Changed, FileError, OfficeFile, Rooms, Who};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Times each pair is measured; the median counts.
const ROUNDS: usize = 5;
/// Most time the merge may take, in terms of the bare statement.
const NEW_ROWS_WANTED: f64 = 1.5;
const CHANGED_ROWS_WANTED: f64 = 1.7;

/// A connection as the program's own is set while it writes much.
const AS_OPENED: &str = "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL; \
    PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;";

/// Rooms that derive nothing: the merge alone.
struct NoRooms;

impl Rooms for NoRooms {
    fn shipped(&self, _: &Connection) -> rusqlite::Result<()> {
        Ok(())
    }
    fn update(&self, _: &Connection, _: &Changed) -> rusqlite::Result<()> {
        Ok(())
    }
    fn rebuild(&self, _: &Connection) -> rusqlite::Result<()> {
        Ok(())
    }
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked };
    println!(
        "                         rows      merged  bare rows  ratio   bare rows and log  ratio     again"
    );
    for rows in sizes {
        bare::new_rows(rows);
        bare::changed_rows(rows);
    }
    println!();
    province::communes();
    println!();
    log::writes();
    log::ten_years();
    println!("! = more than wanted ({NEW_ROWS_WANTED} for new rows, {CHANGED_ROWS_WANTED} for changed ones)");
}

/// A file with nothing in it.
fn empty(path: &Path) -> OfficeFile {
    OfficeFile::create(path, Who::default(), &NoRooms).unwrap()
}

fn opened(path: &Path) -> OfficeFile {
    OfficeFile::open(path, Who::default(), &NoRooms).unwrap()
}

fn merging<'a>() -> Options<'a> {
    Options { backups: None, dry_run: false, by_unit: false, passphrases: None, stop: None }
}

/// One report with so many matters, entered in one action.
fn enter(file: &mut OfficeFile, matters: usize) {
    file.write("enter", |tx| {
        let report = tx.new_id();
        tx.execute("INSERT INTO report(id) VALUES (?1)", [report])?;
        Ok::<_, FileError>(insert_matters(tx, report, matters)?)
    })
    .unwrap();
}

fn insert_matters(conn: &Connection, report: Uuid, matters: usize) -> rusqlite::Result<()> {
    let body = "Người dân phản ánh tuyến đường liên thôn xuống cấp, đi lại khó khăn vào mùa mưa. ".repeat(3);
    let mut insert = conn
        .prepare_cached("INSERT INTO item(id, report, position, title, body) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for place in 0..matters {
        insert.execute(params![Uuid::now_v7(), report, place as i64, "Đường liên thôn xuống cấp", body])?;
    }
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let answer = work();
    (answer, begun.elapsed())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
