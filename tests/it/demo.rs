//! The demonstration office: same seed, same content; as many as asked; nothing in it that names a citizen.

use std::path::Path;

use assert_cmd::Command;
use chrono::NaiveDate;
use duluan::demo::{DemoError, Options, invent};
use duluan::file::{OfficeFile, Who, schema};
use duluan::office;
use rusqlite::types::ValueRef;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn made(folder: &Path, name: &str, options: &Options) -> OfficeFile {
    let mut file = office::create(&folder.join(name), Who::default()).unwrap();
    invent(&mut file, options, &mut |_| true).unwrap();
    file
}

fn small(seed: u64) -> Options {
    Options { reports: 120, collaborators: 40, seed, today: day() }
}

fn count(file: &OfficeFile, what: &str) -> i64 {
    file.connection().query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0)).unwrap()
}

/// Everything a person can read in the office tables; ids are left out, also those in citations and in digests of them.
fn content(file: &OfficeFile) -> Vec<String> {
    let mut rows = Vec::new();
    for table in schema::tables() {
        let mut statement = file.connection().prepare(&format!("SELECT * FROM {}", table.name)).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let mut text = table.name.to_string();
            for (column, name) in names.iter().enumerate() {
                text.push('|');
                match row.get_ref(column).unwrap() {
                    ValueRef::Integer(number) => text.push_str(&number.to_string()),
                    ValueRef::Text(_) if name == "drafted" => {}
                    ValueRef::Text(bytes) => {
                        text.push_str(&without_citations(&String::from_utf8_lossy(bytes)));
                    }
                    _ => {}
                }
            }
            rows.push(text);
        }
    }
    rows.sort_unstable();
    rows
}

fn without_citations(text: &str) -> String {
    let mut parts = text.split('⟦');
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push('▸');
        rest.push_str(part.split_once('⟧').map_or(part, |(_, after)| after));
    }
    rest
}

#[test]
fn the_same_seed_gives_the_same_office_and_another_seed_another() {
    let folder = tempfile::tempdir().unwrap();
    let first = content(&made(folder.path(), "a.duluan", &small(7)));
    let second = content(&made(folder.path(), "b.duluan", &small(7)));
    let other = content(&made(folder.path(), "c.duluan", &small(8)));
    assert!(first.len() > 800, "{}", first.len());
    assert_eq!(first, second);
    assert_ne!(first, other);
}

#[test]
fn the_usual_office_has_something_to_do_in_every_tab() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path(), "a.duluan", &Options::usual(day()));
    assert_eq!(count(&file, "report"), 400);
    assert_eq!(count(&file, "collaborator"), 76);
    assert_eq!(count(&file, "office WHERE demonstration = 1"), 1);
    let new = count(&file, "item WHERE triage = 'new'");
    assert!((12..=60).contains(&new), "{new} new");
    assert_eq!(count(&file, "issue WHERE grade = 'hot_spot'"), 1);
    assert!(count(&file, "item WHERE issue IN (SELECT id FROM issue WHERE grade = 'hot_spot')") >= 4);
    assert!(count(&file, "item WHERE kind = 'rumour' AND verification IN ('unverified', 'checking')") >= 1);
    assert!(count(&file, "report WHERE urgency <> 'normal'") >= 5);
    assert!(count(&file, "report WHERE kind = 'nothing'") >= 3);
    let soon = "collaborator WHERE status = 'active' AND term_to BETWEEN '2026-11-22' AND '2027-01-21'";
    assert!(count(&file, soon) >= 2);
    assert_eq!(count(&file, "collaborator WHERE term_from > '2026-11-22'"), 0);
    let gaps = "unit WHERE level <> 'province' AND id NOT IN (SELECT unit FROM collaborator)";
    assert!(count(&file, gaps) >= 20);
    assert!(count(&file, "class WHERE date_from > '2026-11-22'") >= 3);
    assert!(count(&file, "class WHERE state = 'held'") >= 5);
    assert!(count(&file, "participant") >= 40);
    assert!(count(&file, "duty WHERE direction = 'owes'") >= 2);
    assert_eq!(count(&file, "report WHERE received_at >= '2026-11-22'"), 0);
    assert_eq!(count(&file, "item WHERE triage = 'filed' AND triage_reason = ''"), 0);
    assert_eq!(count(&file, "synthesis WHERE period_from IN ('2026-09-01', '2026-10-01')"), 2);
    assert!(count(&file, "synthesis_source WHERE carried = 1") >= 20);
    let topics = "(SELECT DISTINCT topic FROM item_topic)";
    assert!(count(&file, topics) >= 14);
}

#[test]
fn small_and_empty_offices_come_about_too() {
    let folder = tempfile::tempdir().unwrap();
    for (number, (reports, collaborators)) in
        [(0, 0), (5, 0), (0, 3), (30, 1), (10, 900)].into_iter().enumerate()
    {
        let options = Options { reports, collaborators, ..small(3) };
        let file = made(folder.path(), &format!("{number}.duluan"), &options);
        assert_eq!(count(&file, "report"), reports as i64);
        assert_eq!(count(&file, "collaborator"), collaborators as i64);
    }
}

#[test]
fn no_text_names_a_citizen_or_holds_a_number_of_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path(), "a.duluan", &Options { reports: 1_500, ..small(5) });
    let mut texts = Vec::new();
    for sql in [
        "SELECT title || '. ' || body || char(10) || forecast || char(10) || recommendation FROM item",
        "SELECT group_name || ': ' || gist FROM stream",
        "SELECT title || char(10) || cause || char(10) || answer FROM issue",
    ] {
        let mut statement = file.connection().prepare(sql).unwrap();
        texts.extend(statement.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
    }
    assert!(texts.len() > 3_000);
    for text in &texts {
        assert!(!text.contains('{') && !text.contains('}') && !text.contains("  "), "{text}");
        let longest = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
        assert!(longest < Some(8), "{text}");
        let lines = text.lines().map(|line| line.split(' ').collect::<Vec<_>>());
        for pair in
            lines.flat_map(|words| words.windows(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>())
        {
            let person = ["ông", "bà", "anh", "chị", "cô", "chú", "hộ", "cháu", "em"].contains(&pair[0]);
            let name = pair[1].chars().next().is_some_and(char::is_uppercase);
            assert!(!(person && name), "{text}");
        }
    }
}

#[test]
fn stopping_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
    let stopped = invent(&mut file, &Options { reports: 2_000, ..small(1) }, &mut |_| false);
    assert!(matches!(stopped, Err(DemoError::Stopped)));
}

fn duluan() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("duluan"));
    command.env("DULUAN_LANG", "vi");
    command
}

#[test]
fn the_command_makes_a_file_once_and_leaves_nothing_else_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so tay.duluan");
    let settings = folder.path().join("settings");
    let run = |arguments: &[&str]| {
        duluan().env("DULUAN_CONFIG", &settings).arg("demo").arg(&path).args(arguments).output().unwrap()
    };
    let made = run(&["--reports", "25", "--collaborators", "12", "--seed", "9", "--date", "2026-11-22"]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let said = String::from_utf8(made.stdout).unwrap();
    assert!(said.contains("25") && said.contains("12"), "{said}");
    let again = run(&[]);
    assert_eq!(again.status.code(), Some(3));
    assert!(String::from_utf8(again.stderr).unwrap().contains("đã có"));
    assert_eq!(run(&["--date", "9999-01-01"]).status.code(), Some(2));
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name != "settings")
        .collect();
    assert_eq!(left, ["so tay.duluan"]);
}

#[test]
fn a_folder_that_is_not_there_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nowhere").join("a.duluan");
    let refused = duluan().arg("demo").arg(&path).output().unwrap();
    assert_eq!(refused.status.code(), Some(3));
    assert!(!refused.stderr.is_empty());
}
