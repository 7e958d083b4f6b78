//! A hundred matters out of everything an office is sent: brought in on the screen and decided, each decision undone once and
//! done again. The keys are counted.

use std::collections::BTreeMap;
use std::path::Path;

use duluan::file::Who;
use rusqlite::Connection;

use crate::common::terminal::{Terminal, key};

/// Does again what was taken back.
const CTRL_Y: &str = "\x19";
/// Matters that are decided.
const DECIDED: usize = 100;

/// The number behind `Mới` on the bar of views.
fn new_items(screen: &str) -> Option<usize> {
    let rest = screen.split("Mới ").nth(1)?;
    rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

#[test]
fn a_hundred_matters_of_every_kind_are_decided_with_two_keys_at_most() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    drop(duluan::office::create(&path, Who::default()).unwrap());
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Mới 0");
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples/reports");
    terminal.send(&format!("\x1b[200~{}\x1b[201~", samples.display()));
    terminal.press(key::ENTER);
    terminal.wait_for("Sẽ nhập");
    // Columns of the logs were recognised and are looked at once.
    for _ in 0..2 {
        terminal.press(key::ENTER);
        terminal.wait_for("Cột của sổ theo dõi");
        terminal.press(key::CTRL_S);
        terminal.wait_gone("Cột của sổ theo dõi");
        terminal.settle();
    }
    terminal.press(key::ENTER);
    terminal.wait_for("Kết quả nhập");
    terminal.press(key::ESC);
    let screen =
        terminal.wait_until("a full queue", |screen| new_items(screen).is_some_and(|new| new > DECIDED));
    let all = new_items(&screen).unwrap();

    let mut keys = 0;
    for done in 0..DECIDED {
        let (before, after) = (format!("Mới {} ", all - done), format!("Mới {} ", all - done - 1));
        // Most go in; some wait, some are set aside for one of the reasons.
        let decision: &[&str] = match done % 5 {
            3 => &["b"],
            4 => &["l", "1"],
            _ => &["t"],
        };
        assert!(decision.len() <= 2);
        keys += decision.len();
        terminal.press(decision[0]);
        if let Some(reason) = decision.get(1) {
            terminal.wait_for("Không thuộc phạm vi");
            terminal.press(reason);
        }
        terminal.wait_for(&after);
        terminal.press("z");
        terminal.wait_for(&before);
        terminal.press(CTRL_Y);
        terminal.wait_for(&after);
    }
    assert!(keys <= DECIDED * 2, "{keys} keys");
    terminal.quit();
    let file = Connection::open(&path).unwrap();
    let mut counted =
        file.prepare("SELECT triage, count(*) FROM item WHERE deleted = 0 GROUP BY triage").unwrap();
    let counted: BTreeMap<String, i64> = counted
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let wanted = [("filed", 20), ("included", 60), ("new", (all - DECIDED) as i64), ("waiting", 20)];
    assert_eq!(counted, wanted.map(|(triage, count)| (triage.to_owned(), count)).into());
}
