//! Speed of the whole program, as a person in front of it meets it: `cargo bench --bench speed`.
//!
//! Offices are made by the demonstration once and kept under `target/speed`. Which sizes: numbers after `--`
//! (`cargo bench --bench speed -- 100000`), otherwise 100,000 and 1,000,000 reports. The program runs in a real
//! pseudo-terminal of 120 × 40; a frame is over when its synchronized-update mark has arrived. What stands beside `wanted`
//! is for an ordinary office machine with two cores and nothing else to do; the last column is the larger office's figure in
//! terms of the smaller one's. Percentiles of the search are over the 47 keys of [`SEARCHES`], so that p99 is the worst key.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that fails has no result"
)]

mod keys;
mod process;
mod terminal;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use duluan::demo::{Options, invent};
use duluan::file::{Who, open_reader};
use duluan::office;

use terminal::Terminal;

/// Starts measured.
const STARTS: usize = 15;
/// Cursor keys measured.
const KEYS: usize = 400;
/// Words typed into the search, marks left out as people do.
const SEARCHES: &[&str] = &["dat dai", "nuoc duc", "gia dien", "boi thuong", "hoc phi", "tin don"];
/// How long the program is watched doing nothing.
const IDLE: Duration = Duration::from_secs(5);

/// What was measured on one office.
struct Figures {
    reports: usize,
    rows: Vec<Row>,
}

/// One line of the table.
struct Row {
    name: &'static str,
    unit: &'static str,
    value: f64,
    /// Largest value wanted; `None` = for comparison only.
    wanted: Option<f64>,
}

/// Lines whose figure should hardly grow with the office, and how much at most.
const STEADY: &[&str] =
    &["start to first rows, p50", "cursor key with preview, p50", "cursor key with preview, p99"];
const STEADY_RATIO: f64 = 1.25;

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![100_000, 1_000_000] } else { asked };
    let mut all = Vec::new();
    for size in sizes {
        all.push(measured(size));
        print(&all);
    }
}

/// The office of so many reports, made when it is not there yet.
fn made(reports: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("speed");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{reports}.duluan"));
    // One of an older version is brought up to date by opening it.
    if path.exists() {
        drop(office::open(&path, Who::default()).unwrap());
    } else {
        let half = folder.join(format!("{reports}.part"));
        let _ = std::fs::remove_file(&half);
        let begun = Instant::now();
        let mut file = office::create(&half, Who::default()).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        invent(&mut file, &Options { reports, ..Options::usual(today) }, &mut |_| true).unwrap();
        drop(file);
        std::fs::rename(&half, &path).unwrap();
        eprintln!("{reports} reports made in {:.1} s", begun.elapsed().as_secs_f64());
    }
    path
}

fn measured(reports: usize) -> Figures {
    let path = made(reports);
    let mut rows = Vec::new();
    let mut row = |name, unit, value, wanted| rows.push(Row { name, unit, value, wanted });

    let (reader, writer) = opening(&path);
    row("open for reading", "ms", ms(reader), None);
    row("open for writing", "ms", ms(writer), None);

    // The first start of a day makes a backup; it is not what is measured here.
    let home = tempfile::tempdir().unwrap();
    let first = Terminal::open(&path, home.path());
    wait_for_backup(home.path());
    drop(first);
    let starts: Vec<Duration> =
        (0..STARTS).map(|_| Terminal::open(&path, home.path()).first_rows()).collect();
    row("start to first rows, p50", "ms", ms(percentile(&starts, 50)), Some(50.0));
    row("start to first rows, worst", "ms", ms(percentile(&starts, 100)), None);

    let mut terminal = Terminal::open(&path, home.path());
    terminal.first_rows();
    terminal.settle();
    let before = terminal.bytes();
    let keys: Vec<Duration> = (0..KEYS).map(|_| terminal.frame_after("\u{1b}[B")).collect();
    terminal.settle();
    row("cursor key with preview, p50", "ms", ms(percentile(&keys, 50)), Some(1.5));
    row("cursor key with preview, p99", "ms", ms(percentile(&keys, 99)), Some(5.0));
    row("bytes sent a cursor key", "B", (terminal.bytes() - before) as f64 / KEYS as f64, None);

    let (frames, results) = searching(&mut terminal);
    row("search key to next frame, p50", "ms", ms(percentile(&frames, 50)), None);
    row("search key to next frame, p99", "ms", ms(percentile(&frames, 99)), Some(16.0));
    row("search key to its hits, p50", "ms", ms(percentile(&results, 50)), None);
    row("search key to its hits, p99", "ms", ms(percentile(&results, 99)), Some(16.0));

    let (pressed, all) = keys::every(&path, reports);
    row("any key of the queue, p50", "ms", ms(percentile(&all, 50)), None);
    row("any key of the queue, p99", "ms", ms(percentile(&all, 99)), Some(5.0));
    let slow: Vec<String> = pressed
        .iter()
        .take(8)
        .map(|key| format!("{} {:.1}/{:.1}", key.name, ms(key.median), ms(key.worst)))
        .collect();
    eprintln!("{reports}: slowest keys, median/worst ms: {}", slow.join(", "));

    if let Some(watched) = terminal.pid().and_then(|pid| process::watch(pid, IDLE)) {
        row("memory at its highest", "MB", watched.peak_kib as f64 / 1024.0, Some(30.0));
        row("idle: processor time in 5 s", "ms", watched.cpu_ms, Some(0.0));
        row("idle: wake-ups in 5 s", "", watched.wakeups as f64, Some(0.0));
    }
    Figures { reports, rows }
}

/// Waits for the backup of a day's first start; it stands under its own name when done, and under `.part` before.
fn wait_for_backup(home: &Path) {
    let made = || {
        let mut entries = std::fs::read_dir(home).into_iter().flatten().flatten();
        entries.any(|entry| entry.path().extension().is_some_and(|extension| extension == "duluan"))
    };
    while !made() {
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Median time to open a connection: the reader's, and the whole file as the program opens it.
fn opening(path: &Path) -> (Duration, Duration) {
    let timed = |open: &dyn Fn()| {
        let times: Vec<Duration> = (0..15)
            .map(|_| {
                let begun = Instant::now();
                open();
                begun.elapsed()
            })
            .collect();
        percentile(&times, 50)
    };
    (
        timed(&|| drop(open_reader(path).unwrap())),
        timed(&|| drop(office::open(path, Who::default()).unwrap())),
    )
}

/// Types searches letter by letter: time to the first frame after each key, and to the last one before the screen rests.
fn searching(terminal: &mut Terminal) -> (Vec<Duration>, Vec<Duration>) {
    let (mut frames, mut results) = (Vec::new(), Vec::new());
    for words in SEARCHES {
        terminal.press("/");
        terminal.settle();
        for letter in words.chars() {
            let (first, last) = terminal.frames_after(&letter.to_string());
            frames.push(first);
            results.push(last);
        }
        for _ in 0..2 {
            terminal.press("\u{1b}");
            terminal.settle();
        }
    }
    (frames, results)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn percentile(times: &[Duration], percent: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len() * percent).div_ceil(100).max(1) - 1;
    sorted.get(at).copied().unwrap_or_default()
}

fn print(all: &[Figures]) {
    let Some(first) = all.first() else { return };
    print!("{:<32} {:>10}", "", "wanted");
    for figures in all {
        print!(" {:>12}", figures.reports);
    }
    println!("{}", if all.len() == 2 { "    ratio" } else { "" });
    for (at, row) in first.rows.iter().enumerate() {
        let unit = if row.unit.is_empty() { String::new() } else { format!(" {}", row.unit) };
        let wanted = row.wanted.map_or_else(String::new, |wanted| format!("{wanted}{unit}"));
        print!("{:<32} {wanted:>10}", row.name);
        let values: Vec<f64> =
            all.iter().filter_map(|figures| figures.rows.get(at)).map(|row| row.value).collect();
        for value in &values {
            let missed = row.wanted.is_some_and(|wanted| *value > wanted);
            let shown = format!("{value:.2}{unit}");
            print!(" {shown:>11}{}", if missed { '!' } else { ' ' });
        }
        match values[..] {
            [small, large] if small > 0.0 => {
                let steady = STEADY.contains(&row.name);
                let missed = steady && large / small > STEADY_RATIO;
                let wanted = if steady { format!(" (wanted {STEADY_RATIO})") } else { String::new() };
                println!("    {:.2}{}{wanted}", large / small, if missed { "!" } else { "" });
            }
            _ => println!(),
        }
    }
    println!("! = more than wanted");
}
