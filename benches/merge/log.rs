//! What the log adds to a write and to the file.

use std::path::Path;

use duluan::file::{FileError, OfficeFile};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, params};

use crate::{ROUNDS, empty, enter, insert_matters, median, ms, opened, timed};

/// Rows a write is measured with.
const ROWS: usize = 100_000;
/// Reports a province with 120 communes receives in ten years, one from each in a week; a tenth of them is made here.
const TEN_YEARS: usize = 120 * 52 * 10;
const SHARE: usize = 10;
const CHANGE: &str = "UPDATE item SET triage = 'included'";

/// New and changed rows, with the log and with its triggers asleep.
pub fn writes() {
    let mut times: [Vec<_>; 4] = Default::default();
    for _ in 0..ROUNDS.min(3) {
        let folder = tempfile::tempdir().unwrap();
        let (logged, bare) = (folder.path().join("logged"), folder.path().join("bare"));
        let mut file = empty(&logged);
        let enter_one = |file: &mut OfficeFile| enter(file, 0);
        enter_one(&mut file);
        drop(file);
        std::fs::copy(&logged, &bare).unwrap();
        let mut file = opened(&logged);
        times[0].push(timed(|| written(&mut file, |tx| Ok(insert_matters(tx, report(tx)?, ROWS)?))).1);
        times[1].push(timed(|| written(&mut file, |tx| Ok(tx.execute(CHANGE, []).map(drop)?))).1);
        let conn = asleep(&bare);
        times[2].push(
            timed(|| within(&conn, |conn| insert_matters(conn, report(conn).unwrap(), ROWS).unwrap())).1,
        );
        times[3].push(timed(|| within(&conn, |conn| assert!(conn.execute(CHANGE, []).unwrap() >= ROWS))).1);
    }
    let [new, changed, bare_new, bare_changed] = times.map(|mut times| ms(median(&mut times)));
    println!("{ROWS} new rows, logged {new:.0} ms, not logged {bare_new:.0} ms: {:.2}", new / bare_new);
    println!(
        "{ROWS} changed rows, logged {changed:.0} ms, not logged {bare_changed:.0} ms: {:.2}",
        changed / bare_changed
    );
}

/// Two matters a report; each is let in, given a title, a place and a note.
pub fn ten_years() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ten");
    let mut file = empty(&path);
    let text = "Người dân phản ánh tuyến đường liên thôn xuống cấp, đi lại khó khăn vào mùa mưa. ".repeat(8);
    for _ in 0..TEN_YEARS / SHARE {
        let mut id = None;
        written(&mut file, |tx| {
            let report = tx.new_id();
            tx.execute("INSERT INTO report(id, title) VALUES (?1, 'Báo cáo tuần')", [report])?;
            for position in 0..2 {
                tx.execute(
                    "INSERT INTO item(id, report, position, body) VALUES (?1, ?2, ?3, ?4)",
                    params![tx.new_id(), report, position, text],
                )?;
            }
            id = Some(report);
            Ok(())
        });
        for change in
            ["triage = 'included'", "note = 'đã xem'", "title = 'Đường liên thôn'", "place = 'thôn 7'"]
        {
            let sql = format!("UPDATE item SET {change} WHERE report = ?1");
            written(&mut file, |tx| Ok(tx.execute(&sql, [id]).map(drop)?));
        }
    }
    let whole = bytes(&file, &folder.path().join("whole"));
    drop(file);
    let conn = asleep(&path);
    let records: usize =
        conn.query_row("SELECT count(*) FROM log", [], |row| row.get::<_, i64>(0)).unwrap() as usize;
    conn.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM log; DELETE FROM grp").unwrap();
    drop(conn);
    let without = bytes(&opened(&path), &folder.path().join("without"));
    let mega = |bytes: u64| bytes as f64 * SHARE as f64 / 1e6;
    println!(
        "ten years of {TEN_YEARS} reports: file {:.0} MB, of it the log {:.0} MB ({} records of {:.0} bytes)",
        mega(whole),
        mega(whole - without),
        records * SHARE,
        (whole - without) as f64 / records as f64
    );
}

fn written(file: &mut OfficeFile, mut body: impl FnMut(&duluan::file::Tx) -> Result<(), FileError>) {
    file.write("edit", |tx| body(tx)).unwrap();
}

fn within(conn: &Connection, body: impl FnOnce(&Connection)) {
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    body(conn);
    conn.execute_batch("COMMIT").unwrap();
}

fn report(conn: &Connection) -> rusqlite::Result<uuid::Uuid> {
    conn.query_row("SELECT id FROM report", [], |row| row.get(0))
}

fn asleep(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).unwrap();
    conn.execute_batch(crate::AS_OPENED).unwrap();
    conn
}

/// Size of the file without free pages.
fn bytes(file: &OfficeFile, to: &Path) -> u64 {
    file.backup_to(to).unwrap();
    std::fs::metadata(to).unwrap().len()
}
