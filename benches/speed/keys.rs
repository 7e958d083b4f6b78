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

/// How often each is pressed.
const ROUNDS: usize = 12;

/// Presses them all: the median of each, with its name, and all times together.
pub fn every(office: &Path) -> (Vec<(&'static str, Duration)>, Vec<Duration>) {
    let home = tempfile::tempdir().unwrap();
    let copy = home.path().join("copy.duluan");
    std::fs::copy(office, &copy).unwrap();
    let mut terminal = Terminal::open(&copy, home.path());
    terminal.first_rows();
    terminal.settle();
    let (mut names, mut all) = (Vec::new(), Vec::new());
    for (key, name, back) in KEYS {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            times.push(terminal.frame_after(key));
            terminal.settle();
            for back in *back {
                terminal.press(back);
                terminal.settle();
            }
        }
        names.push((*name, crate::percentile(&times, 50)));
        all.extend(times);
    }
    names.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    (names, all)
}
