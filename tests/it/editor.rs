//! The text of a section through a real terminal: found in, carried to another section, sent through the person's own editor.

use std::path::Path;

use crate::common::terminal::{Terminal, key};
use crate::composer::october;

const SELECT_ALL: &str = "\x01";
const FIND: &str = "\x06";
const CUT: &str = "\x18";
const COPY: &str = "\x03";
const PASTE: &str = "\x16";

/// October's draft on a window that shows outline, text and sources; the cursor on the outline's first section.
fn drafted(folder: &Path, environment: &[(&str, &str)]) -> Terminal {
    let file = october(folder, true);
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_in(home, &[file.to_str().unwrap()], environment, 140, 40);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.draft("10/2026");
    terminal.wait_for("đã tiếp nhận 2▸ báo");
    terminal
}

/// Walks the outline to a section.
fn go_to(terminal: &mut Terminal, section: &str, step: &str) {
    let stands = |terminal: &Terminal| {
        terminal.lines().iter().any(|line| line.starts_with('▌') && line.contains(section))
    };
    for _ in 0..9 {
        if stands(terminal) {
            return;
        }
        terminal.press(step);
        terminal.settle();
    }
    assert!(stands(terminal), "{section}:\n{}", terminal.text());
}

fn stored(folder: &Path, section: &str) -> String {
    let file = rusqlite::Connection::open(folder.join("so-tay.duluan")).unwrap();
    let query = "SELECT body FROM synthesis_section WHERE heading = ?1";
    file.query_row(query, [section], |row| row.get(0)).unwrap()
}

#[test]
fn words_are_found_without_their_marks_and_the_next_key_writes_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = drafted(folder.path(), &[]);
    terminal.press(key::ENTER);
    terminal.press(SELECT_ALL);
    terminal.send("\x1b[200~Đất đai, đạt chuẩn.\nNước sạch.\nBồi thường đất rừng.\x1b[201~");
    terminal.wait_for("Bồi thường đất rừng.");
    terminal.press(FIND);
    terminal.wait_for("Ctrl-F");
    terminal.type_keys("dat");
    // The cursor stood behind all of them: the search goes round to the first.
    terminal.wait_for("1/3");
    terminal.press(key::DOWN);
    terminal.wait_for("2/3");
    terminal.press(key::ENTER);
    terminal.wait_for("3/3");
    terminal.type_keys(" rung");
    terminal.wait_for("1/1");
    terminal.press(key::ESC);
    terminal.wait_gone("1/1");
    terminal.type_keys("cho ");
    terminal.wait_for("Bồi thường cho đất rừng.");
    // F3 finds it again, behind the cursor and round the end.
    terminal.press(key::HOME);
    terminal.press(key::F3);
    terminal.type_keys("khu ");
    terminal.wait_for("Bồi thường cho khu đất rừng.");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu mục này");
    terminal.quit();
    let body = stored(folder.path(), "Tình hình chung");
    assert_eq!(body, "Đất đai, đạt chuẩn.\nNước sạch.\nBồi thường cho khu đất rừng.");
}

#[test]
fn a_passage_keeps_its_sources_in_another_section() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = drafted(folder.path(), &[]);
    go_to(&mut terminal, "Tình hình địa phương", key::DOWN);
    terminal.wait_for("mặt đường liên thôn hỏng");
    let before = stored(folder.path(), "Tình hình địa phương");
    assert!(before.contains('⟦'), "{before}");
    terminal.press(key::ENTER);
    terminal.press(SELECT_ALL);
    terminal.press(COPY);
    terminal.wait_for("a) Nội dung khác (2 báo cáo)…");
    terminal.press(CUT);
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu mục này");
    terminal.press(key::ESC);
    terminal.settle();
    go_to(&mut terminal, "Tình hình trong nước", key::UP);
    terminal.press(key::ENTER);
    terminal.press(PASTE);
    terminal.wait_for("mặt đường liên thôn hỏng");
    // Saved from the outline as well as from the text.
    terminal.press(key::ESC);
    terminal.settle();
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu mục này");
    terminal.quit();
    assert_eq!(stored(folder.path(), "Tình hình địa phương"), "");
    assert_eq!(stored(folder.path(), "Tình hình trong nước"), before);
}

#[cfg(unix)]
#[test]
fn the_persons_own_editor_gives_the_text_back_with_its_sources_and_leaves_no_file() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("sua.sh");
    let seen = folder.path().join("seen");
    let body = format!(
        "#!/bin/sh\necho \"$1\" > '{0}'\ncat \"$1\" >> '{0}'\nsed -i 's/mặt đường/nền đường/' \"$1\"\n",
        seen.display()
    );
    std::fs::write(&script, body).unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).unwrap();
    let mut terminal = drafted(folder.path(), &[("VISUAL", script.to_str().unwrap())]);
    go_to(&mut terminal, "Tình hình địa phương", key::DOWN);
    terminal.wait_for("mặt đường liên thôn hỏng");
    let before = stored(folder.path(), "Tình hình địa phương");
    terminal.press(key::ENTER);
    terminal.press("\x05");
    terminal.wait_for("Đã lấy văn bản vừa sửa về");
    terminal.wait_for("nền đường liên thôn hỏng");
    assert!(terminal.ask(vt100::Screen::alternate_screen));
    let seen = std::fs::read_to_string(seen).unwrap();
    assert!(seen.contains("[▸1]") && !seen.contains('⟦'), "{seen}");
    let path = Path::new(seen.lines().next().unwrap());
    assert!(!path.exists() && !path.parent().unwrap().exists(), "{}", path.display());
    // One step of undo, and done again.
    terminal.press(key::CTRL_Z);
    terminal.wait_for("mặt đường liên thôn hỏng");
    terminal.press(key::CTRL_Y);
    terminal.wait_for("nền đường liên thôn hỏng");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu mục này");
    terminal.quit();
    assert_eq!(stored(folder.path(), "Tình hình địa phương"), before.replace("mặt đường", "nền đường"));
}
