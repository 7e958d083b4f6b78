//! What the log costs, printed: `cargo test --release --lib file::measure -- --ignored --nocapture`.

use std::path::Path;
use std::time::Instant;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::merge::Options;
use super::testing::{Nothing, new_file};
use super::{FileError, OfficeFile, Who, open, open_reader};

const ROWS: usize = 100_000;

fn fill(conn: &Connection, report: Uuid) -> rusqlite::Result<()> {
    let mut item = conn
        .prepare_cached("INSERT INTO item(id, report, position, title, body) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for place in 0..ROWS {
        let body =
            "Người dân phản ánh tuyến đường liên thôn xuống cấp, đi lại khó khăn vào mùa mưa. ".repeat(4);
        item.execute(params![Uuid::now_v7(), report, place as i64, "Đường liên thôn xuống cấp", body])?;
    }
    Ok(())
}

fn timed(what: &str, work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    let passed = begun.elapsed().as_secs_f64();
    println!("{what}: {:.1} ms", passed * 1000.0);
    passed
}

fn opening(path: &Path) {
    for what in ["open", "open again"] {
        timed(what, || {
            OfficeFile::open(path, Who::default(), &Nothing).unwrap();
        });
    }
    timed("open a reader", || {
        open_reader(path).unwrap();
    });
}

#[test]
#[ignore = "prints figures; nothing to hold"]
fn what_the_log_costs() {
    let (folder, mut file) = new_file();
    let (_other, mut bare) = new_file();
    let path = file.path().to_owned();
    opening(&path);
    let empty = folder.path().join("trong.duluan");
    std::fs::copy(&path, &empty).unwrap();
    let report = |file: &mut OfficeFile| {
        file.write("enter", |tx| {
            let id = tx.new_id();
            tx.execute("INSERT INTO report(id) VALUES (?1)", [id])?;
            Ok::<_, FileError>(id)
        })
        .unwrap()
        .value
    };
    let (one, other) = (report(&mut file), report(&mut bare));
    for _ in 0..3 {
        timed("one small write", || {
            report(&mut file);
        });
    }
    let logged = timed("100,000 rows, logged", || {
        file.write("enter", |tx| Ok::<_, FileError>(fill(tx, one)?)).unwrap();
    });
    let plain = timed("100,000 rows, triggers asleep", || {
        let quiet = super::merge::Quiet::new(&bare.conn).unwrap();
        bare.conn.execute_batch("BEGIN IMMEDIATE").unwrap();
        fill(&bare.conn, other).unwrap();
        bare.conn.execute_batch("COMMIT").unwrap();
        drop(quiet);
    });
    println!("insert: x{:.2}", logged / plain);
    let change = "UPDATE item SET triage = 'included'";
    let logged = timed("100,000 changes, logged", || {
        file.write("edit", |tx| Ok::<_, FileError>(tx.execute(change, [])?)).unwrap();
    });
    let plain = timed("100,000 changes, triggers asleep", || {
        let _quiet = super::merge::Quiet::new(&bare.conn).unwrap();
        bare.conn.execute(change, []).unwrap();
    });
    println!("update: x{:.2}", logged / plain);
    let copy = folder.path().join("sua.duluan");
    std::fs::copy(&path, &copy).unwrap();
    let options = Options { backups: None, dry_run: false, by_unit: false, passphrases: None, stop: None };
    let mut target = OfficeFile::open(&empty, Who::default(), &Nothing).unwrap();
    let merged = timed("100,000 new rows with a change each, merged", || {
        target.merge(&path, options).unwrap();
    });
    timed("merged again", || {
        target.merge(&path, options).unwrap();
    });
    let mut edited = OfficeFile::open(&copy, Who::default(), &Nothing).unwrap();
    edited
        .write("edit", |tx| Ok::<_, FileError>(tx.execute("UPDATE item SET note = 'đã xem'", [])?))
        .unwrap();
    timed("100,000 changed rows, merged", || {
        file.merge(&copy, options).unwrap();
    });
    let (_third, to) = new_file();
    let plain = timed("bare INSERT … SELECT", || {
        let conn = open::connect(to.path(), rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        let _quiet = super::merge::Quiet::new(&conn).unwrap();
        conn.execute("ATTACH ?1 AS other", [path.to_string_lossy()]).unwrap();
        conn.execute_batch(
            "BEGIN IMMEDIATE; INSERT INTO report SELECT * FROM other.report; INSERT INTO item SELECT * FROM other.item; COMMIT",
        )
        .unwrap();
    });
    println!("merge: x{:.2}", merged / plain);
}

/// Reports a province with 120 communes receives in ten years, one from each in a week; a tenth of them is made here.
const TEN_YEARS: usize = 120 * 52 * 10;
const SHARE: usize = 10;

/// Size of the file without free pages.
fn bytes(file: &OfficeFile, to: &Path) -> u64 {
    file.backup_to(to).unwrap();
    std::fs::metadata(to).unwrap().len()
}

#[test]
#[ignore = "prints figures; nothing to hold"]
fn what_ten_years_of_a_busy_office_add_to_the_log() {
    let (folder, mut file) = new_file();
    let text = "Người dân phản ánh tuyến đường liên thôn xuống cấp, đi lại khó khăn vào mùa mưa. ".repeat(8);
    for _ in 0..TEN_YEARS / SHARE {
        // Two matters a report; each is let in, given a topic's words, a handler's note, and read over once.
        file.write("enter", |tx| {
            let report = tx.new_id();
            tx.execute("INSERT INTO report(id, title) VALUES (?1, 'Báo cáo tuần')", [report])?;
            for position in 0..2 {
                tx.execute(
                    "INSERT INTO item(id, report, position, body) VALUES (?1, ?2, ?3, ?4)",
                    params![tx.new_id(), report, position, text],
                )?;
            }
            Ok::<_, FileError>(report)
        })
        .map(|written| {
            for change in
                ["triage = 'included'", "note = 'đã xem'", "title = 'Đường liên thôn'", "place = 'thôn 7'"]
            {
                let sql = format!("UPDATE item SET {change} WHERE report = ?1");
                file.write("edit", |tx| Ok::<_, FileError>(tx.execute(&sql, [written.value])?)).unwrap();
            }
        })
        .unwrap();
    }
    let whole = bytes(&file, &folder.path().join("ca.duluan"));
    let records: i64 = file.conn.query_row("SELECT count(*) FROM log", [], |row| row.get(0)).unwrap();
    {
        let _quiet = super::merge::Quiet::new(&file.conn).unwrap();
        file.conn.execute_batch("DELETE FROM log; DELETE FROM grp").unwrap();
    }
    let without = bytes(&file, &folder.path().join("khong.duluan"));
    let mega = |bytes: u64| bytes as f64 * SHARE as f64 / 1e6;
    println!("ten years, {TEN_YEARS} reports, {} records", records * SHARE as i64);
    println!("file {:.0} MB, of it the log {:.0} MB", mega(whole), mega(whole - without));
    println!("{:.0} bytes a record", (whole - without) as f64 / records as f64);
}
