//! Every key of the queue, on a copy of the office because some of them decide: time to the next frame.

use std::path::Path;
use std::time::Duration;

use crate::terminal::Terminal;

/// A key, what it does, and the keys that lead back to the queue.
const KEYS: &[(&str, &str, &[&str])] = &[
    ("\u{1b}[B", "down", &["\u{1b}[A"]),
    ("\u{1b}[6~", "page down", &["\u{1b}[5~"]),
    ("\u{1b}[F", "end", &["\u{1b}[H"]),
    ("\u{1b}[C", "next view", &["\u{1b}[D"]),
    (" ", "mark", &["\u{1b}"]),
    (".", "scroll the preview", &[","]),
    ("\r", "read the report", &["\u{1b}"]),
    ("\t", "sentence by sentence", &["\u{1b}"]),
    ("t", "decide", &["z"]),
    ("l", "reasons", &["\u{1b}"]),
    ("v", "issues to choose", &["\u{1b}"]),
    ("c", "topics to choose", &["\u{1b}"]),
    ("x", "verification", &["\u{1b}"]),
    ("r", "colleagues", &["\u{1b}"]),
    ("g", "look for like ones", &["\u{1b}"]),
    ("p", "answer", &["\u{1b}"]),
    ("q", "files", &["\u{1b}"]),
    ("n", "new report", &["\u{1b}"]),
    ("\u{1b}OQ", "edit", &["\u{1b}"]),
    ("f", "filter", &["\u{1b}"]),
    ("\u{1b}OS", "views", &["\u{1b}"]),
    (";", "order", &["\u{1b}"]),
    ("\u{1b}OP", "help", &["\u{1b}"]),
    ("\u{1b}[20~", "menu", &["\u{1b}"]),
    ("\u{10}", "every command", &["\u{1b}"]),
    ("1", "roster", &["3"]),
    ("2", "training", &["3"]),
    ("4", "synthesis", &["3"]),
    ("5", "who has not reported", &["\u{1b}"]),
    ("6", "charts", &["\u{1b}"]),
    ("7", "issues", &["\u{1b}"]),
    ("8", "orientations", &["\u{1b}"]),
    ("9", "surveys", &["\u{1b}"]),
];

/// A key, its median and its slowest time.
pub struct Pressed {
    /// What it does.
    pub name: &'static str,
    /// Median time to the next frame.
    pub median: Duration,
    /// Longest time to the next frame.
    pub worst: Duration,
}

/// How often each is pressed: fewer times in a large office, where each decision has larger views to count anew before the
/// screen rests.
const fn rounds(reports: usize) -> usize {
    if reports < 500_000 { 12 } else { 4 }
}

/// Presses them all: each key, slowest first, and all times together.
pub fn every(office: &Path, reports: usize) -> (Vec<Pressed>, Vec<Duration>) {
    let home = tempfile::tempdir().unwrap();
    // Beside the office, so that what a killed measurement leaves behind is overwritten by the next.
    let copy = office.with_extension("copy");
    std::fs::copy(office, &copy).unwrap();
    let mut terminal = Terminal::open(&copy, home.path());
    terminal.first_rows();
    crate::wait_for_backup(home.path());
    terminal.settle();
    let (mut keys, mut all) = (Vec::new(), Vec::new());
    for (key, name, back) in KEYS {
        let mut times = Vec::new();
        for _ in 0..rounds(reports) {
            times.push(terminal.frame_after(key));
            terminal.settle();
            for back in *back {
                terminal.press(back);
                terminal.settle();
            }
        }
        keys.push(Pressed {
            name,
            median: crate::percentile(&times, 50),
            worst: crate::percentile(&times, 100),
        });
        all.extend(times);
    }
    drop(terminal);
    let _ = std::fs::remove_file(&copy);
    keys.sort_by_key(|key| std::cmp::Reverse(key.median));
    (keys, all)
}
