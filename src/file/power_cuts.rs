//! A program killed in the middle of a save or a merge leaves the file as it was before or as it is after, never between.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::scenarios::{PLAIN, office};
use super::testing::new_file;
use super::{FileError, OfficeFile};

/// Rows the merge that is cut brings.
const MANY: i64 = 4_000;
/// Rows one save writes.
const SAVED: i64 = 200;

/// Not a test by itself: what the killed program does.
#[test]
fn child() {
    let Ok(job) = std::env::var("DULUAN_TEST_CHILD") else {
        return;
    };
    let (job, path) = job.split_once(':').unwrap();
    let mut file = office(Path::new(path), "bị ngắt điện");
    println!("\nbegun");
    if job == "merge" {
        file.merge(&Path::new(path).with_file_name("lon.duluan"), PLAIN).unwrap();
        return;
    }
    loop {
        file.write("enter", |tx| {
            for _ in 0..SAVED {
                tx.execute("INSERT INTO topic(id, name) VALUES (?1, 'một chủ đề')", [tx.new_id()])?;
            }
            tx.execute("UPDATE unit SET protocol_order = protocol_order + 1", [])?;
            Ok::<_, FileError>(())
        })
        .unwrap();
    }
}

fn start(job: &str, path: &Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "file::power_cuts::child", "--nocapture"])
        .env("DULUAN_TEST_CHILD", format!("{job}:{}", path.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "begun"));
    std::thread::spawn(move || lines.for_each(drop));
    child
}

fn number(file: &OfficeFile, sql: &str) -> i64 {
    file.connection().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_save_cut_short_is_before_or_after() {
    let (_folder, mut file) = new_file();
    file.write("enter", |tx| {
        Ok::<_, FileError>(tx.execute("INSERT INTO unit(id) VALUES (?1)", [tx.new_id()])?)
    })
    .unwrap();
    let path = file.path().to_owned();
    drop(file);
    for cut in 0..8 {
        let mut child = start("save", &path);
        std::thread::sleep(Duration::from_millis(7 + 23 * cut));
        child.kill().unwrap();
        child.wait().unwrap();
        let file = office(&path, "sau đó");
        let saves = number(&file, "SELECT protocol_order FROM unit");
        assert_eq!(number(&file, "SELECT count(*) FROM topic"), saves * SAVED, "between before and after");
        assert_eq!(file.check().unwrap(), []);
    }
}

#[test]
fn a_merge_cut_short_is_before_or_after() {
    let (folder, mut big) = new_file();
    big.write("enter", |tx| {
        for _ in 0..MANY {
            tx.execute(
                "INSERT INTO topic(id, name, keywords) VALUES (?1, 'một chủ đề', 'một vài từ')",
                [tx.new_id()],
            )?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    let path = big.path().to_owned();
    drop(big);
    std::fs::rename(path, folder.path().join("lon.duluan")).unwrap();
    let base = folder.path().join("goc.duluan");
    drop(office(&base, "gốc"));
    let path = folder.path().join("bi-cat.duluan");
    std::fs::copy(&base, &path).unwrap();
    let begun = Instant::now();
    let whole = start("merge", &path).wait().map(|_| begun.elapsed()).unwrap();
    let mut seen = Vec::new();
    for cut in 0..8 {
        std::fs::copy(&base, &path).unwrap();
        let mut child = start("merge", &path);
        std::thread::sleep(whole.mul_f64(f64::from(cut) / 7.0));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut file = office(&path, "sau đó");
        let came = number(&file, "SELECT count(*) FROM topic");
        assert!(came == 0 || came == MANY, "{came} rows came");
        assert_eq!(file.check().unwrap(), []);
        file.merge(&folder.path().join("lon.duluan"), PLAIN).unwrap();
        assert_eq!(number(&file, "SELECT count(*) FROM topic"), MANY);
        seen.push(came);
    }
    assert!(seen.contains(&0), "no merge was cut: {seen:?}");
}
