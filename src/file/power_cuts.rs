//! A program killed in the middle of a save, a merge, an erasure or a publishing leaves the file as it was before or as it is
//! after, never between.
//!
//! `DULUAN_KILLS=n` sets how often, over all four.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use uuid::Uuid;

use super::scenarios::{PLAIN, enter, office};
use super::testing::new_file;
use super::{FileError, OfficeFile, publish};

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
    let beside = |name: &str| Path::new(path).with_file_name(name);
    match job {
        "merge" => {
            file.merge(&beside("lon.duluan"), PLAIN).unwrap();
            return;
        }
        "publish" => loop {
            enter(&mut file, "Người mới");
            file.publish(&beside("chung.duluan"), PLAIN).unwrap();
        },
        "erase" => {
            for (row, _) in people(&file) {
                file.erase(row, None, "thử", &beside("sao-luu")).unwrap();
            }
            return;
        }
        _ => {}
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

/// How often each of the four is cut.
fn cuts() -> u32 {
    let kills = std::env::var("DULUAN_KILLS").ok().and_then(|text| text.parse().ok());
    kills.unwrap_or(200_u32).div_ceil(4)
}

/// Starts the job and kills it after a part of `most`, another one every time.
fn cut(job: &str, path: &Path, most: Duration) {
    let mut child = start(job, path);
    // The end of a fresh id is random.
    let [.., one, other] = *Uuid::now_v7().as_bytes();
    let part = u32::from(u16::from_be_bytes([one, other])) * 1000 / u32::from(u16::MAX);
    std::thread::sleep(most * part / 1000);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// The people in the file, with their names.
fn people(file: &OfficeFile) -> Vec<(Uuid, String)> {
    let mut people = file.connection().prepare("SELECT id, full_name FROM collaborator ORDER BY id").unwrap();
    people.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap()
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
    for _ in 0..cuts() {
        cut("save", &path, Duration::from_millis(160));
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
    for _ in 0..cuts() {
        std::fs::copy(&base, &path).unwrap();
        cut("merge", &path, whole);
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

#[test]
fn an_erasure_cut_short_has_erased_a_person_wholly_or_not_at_all() {
    let (folder, mut file) = new_file();
    for number in 0..12 {
        enter(&mut file, &format!("Người Cần Xóa Số {number};"));
    }
    let base = folder.path().join("goc.duluan");
    std::fs::rename(file.path(), &base).unwrap();
    drop(file);
    let path = folder.path().join("bi-cat.duluan");
    let mut seen = 0;
    for _ in 0..cuts() {
        std::fs::copy(&base, &path).unwrap();
        cut("erase", &path, Duration::from_millis(250));
        // Opening finishes what was due: pages that still hold what was erased are written anew.
        let file = office(&path, "sau đó");
        let left = people(&file);
        assert_eq!(file.check().unwrap(), []);
        drop(file);
        let bytes = std::fs::read(&path).unwrap();
        for (place, (_, name)) in left.iter().enumerate() {
            let told = format!("Người Cần Xóa Số {place};");
            let there = bytes.windows(told.len()).any(|part| part == told.as_bytes());
            assert_eq!(there, !name.is_empty(), "{told} between before and after");
        }
        seen += left.iter().filter(|(_, name)| name.is_empty()).count();
    }
    assert!(seen > 0, "nothing was erased before the cut");
}

#[test]
fn a_publishing_cut_short_leaves_a_whole_file_on_either_side() {
    let (folder, mut file) = new_file();
    let shared = folder.path().join("chung.duluan");
    enter(&mut file, "Người đầu");
    file.publish(&shared, PLAIN).unwrap();
    let path = file.path().to_owned();
    drop(file);
    for _ in 0..cuts() {
        cut("publish", &path, Duration::from_millis(200));
        let mut file = office(&path, "sau đó");
        let (here, there) = (people(&file).len(), people(&office(&shared, "")).len());
        assert!(there == here || there + 1 == here, "{there} there, {here} here");
        assert_eq!((file.check().unwrap(), office(&shared, "").check().unwrap()), (vec![], vec![]));
        file.publish(&shared, PLAIN).unwrap();
        assert_eq!(people(&office(&shared, "")).len(), here);
    }
    let copy = folder.path().join("lai.duluan");
    publish::fetch(&shared, &copy).unwrap();
}
