//! The composer with a busy month: `cargo bench --bench composer`.
//!
//! An invented office with about 5,000 reports a month. Measured: reading what a month brought and drafting it, the checks after
//! each key in the text, and the paper as a Word file. Reports in all: a number after `--`, otherwise 60,000.

#![allow(clippy::unwrap_used, reason = "a measurement that fails has no result")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use duluan::exchange::paper::Format;
use duluan::file::Who;
use duluan::office;
use duluan::screen::{Action, InputEvent, Moment};
use duluan::settings::Settings;
use duluan::summary::checks::{Facts, Kept};
use duluan::summary::exhibit::Exhibits;
use duluan::summary::gather::{Material, draft};
use duluan::summary::model::{Section, Synthesis};
use duluan::summary::period::Period;
use duluan::summary::tab::{Composer, Opened, Pane, State, update};
use duluan::summary::{export, store};
use duluan::words::{Language, Words};
use rusqlite::Connection;

/// What issue 6 wants.
const DRAFT: Duration = Duration::from_millis(300);
const KEY: Duration = Duration::from_millis(16);
const PAPER: Duration = Duration::from_millis(500);
/// Paragraphs of about 40 pages.
const PARAGRAPHS: usize = 420;
const ROUNDS: usize = 9;

fn main() {
    let reports = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(60_000);
    let file = office::open(&made(reports), Who::default()).unwrap();
    let conn = file.connection();
    let period = busiest(conn);
    let material = store::material(conn, &period).unwrap();
    println!(
        "{}: {} reports, {} matters of {reports} reports in all",
        period.name(),
        material.reports.len(),
        material.items.len()
    );
    let outline = store::outline(conn, period.kind).unwrap();
    let phrases = store::phrases(conn).unwrap();
    line("the month read", median(|| drop(store::material(conn, &period).unwrap())), None);
    line("drafted from it", median(|| drop(draft(&material, &outline.sections, &phrases))), None);
    let whole = || drop(draft(&store::material(conn, &period).unwrap(), &outline.sections, &phrases));
    line("both", median(whole), Some(DRAFT));
    let sections = draft(&material, &outline.sections, &phrases);
    keys(conn, &period, material, sections);
    paper(conn);
}

fn made(reports: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("composer");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{reports}.duluan"));
    if !path.exists() {
        let mut demo = Command::new(env!("CARGO_BIN_EXE_duluan"));
        let made = demo.arg("demo").arg(&path).args(["--reports", &reports.to_string()]).status().unwrap();
        assert!(made.success());
    }
    path
}

/// The month with the most reports.
fn busiest(conn: &Connection) -> Period {
    let month: String = conn
        .query_row(
            "SELECT substr(received_at, 1, 7) FROM report WHERE deleted = 0 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    Period::parse(&month, NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()).unwrap()
}

/// Every key in the longest section, with all that follows from it.
fn keys(conn: &Connection, period: &Period, material: Material, sections: Vec<Section>) {
    let synthesis = Synthesis {
        period_kind: period.kind.id().to_owned(),
        from: Some(period.from),
        to: Some(period.to),
        sections,
        ..Synthesis::default()
    };
    let phrases = store::phrases(conn).unwrap();
    let facts = Facts::of(&material);
    let kept = Kept::default();
    let opened =
        Opened { synthesis, material, facts, phrases, next_number: None, drafts: HashMap::default(), kept };
    let mut state = State { open: Some(Box::new(Composer::new(opened))), ..State::default() };
    let (words, settings) = (Words::new(Language::Vietnamese), Settings::default());
    let now = NaiveDate::from_ymd_opt(2026, 11, 2).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap();
    let moment = Moment { now, width: 120, height: 40, words: &words, settings: &settings };
    let longest = |open: &Composer| {
        let lengths = open.synthesis.sections.iter().map(|section| section.body.len());
        lengths.enumerate().max_by_key(|(_, length)| *length).map_or(0, |(at, _)| at)
    };
    let at = longest(state.open.as_ref().unwrap());
    update(&mut state, &Action::Home, &moment);
    for _ in 0..at {
        update(&mut state, &Action::Down, &moment);
    }
    state.open.as_mut().unwrap().pane = Pane::Editor;
    let mut times: Vec<Duration> = "Đa số ý kiến đồng tình với chủ trương của xã. "
        .chars()
        .map(|letter| {
            let key = Action::Input(InputEvent::Insert(letter.to_string()));
            timed(|| drop(update(&mut state, &key, &moment)))
        })
        .collect();
    times.sort_unstable();
    line("a key with its checks, median", times[times.len() / 2], None);
    line("a key with its checks, slowest", times[times.len() - 1], Some(KEY));
}

/// A paper of about 40 pages.
fn paper(conn: &Connection) {
    let office = store::office(conn).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
    let paragraph = "Nhân dân trong xã băn khoăn về tiến độ sửa đường liên thôn; nhiều ý kiến đề nghị công khai dự \
        toán, thời gian thi công và người chịu trách nhiệm để bà con theo dõi, giám sát. ";
    let body = vec![paragraph.repeat(2); PARAGRAPHS].join("\n");
    let sections = vec![Section { heading: "Tình hình chung".to_owned(), body, ..Section::default() }];
    let synthesis = Synthesis { title: "tình hình tháng 10".to_owned(), sections, ..Synthesis::default() };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.docx");
    assert!(Format::of(&path).is_some());
    let time =
        median(|| export::write(&path, &synthesis, &office, today, &Exhibits::default(), None).unwrap());
    line("40 pages as a Word file", time, Some(PAPER));
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS).map(|_| timed(&mut work)).collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

fn line(what: &str, time: Duration, wanted: Option<Duration>) {
    let told = wanted.map_or_else(String::new, |wanted| {
        let short = if time > wanted { "   SHORT" } else { "" };
        format!("   wanted {} ms{short}", wanted.as_millis())
    });
    println!("{what:<34} {:>8.1} ms{told}", time.as_secs_f64() * 1000.0);
}
