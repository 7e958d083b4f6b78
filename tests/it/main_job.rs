//! The main job once through, as the README tells it: real files in, a person looked up, the inbox triaged by keys, the month's
//! synthesis composed and opened as a Word file. Everything through a real pseudo-terminal.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use crate::common::terminal::{Terminal, key};

fn samples(folder: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples").join(folder);
    path.to_str().unwrap().to_owned()
}

/// Text of the paragraphs of a Word file, marks and tags left out.
fn word_text(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut text = String::new();
    let mut tag = false;
    for letter in xml.chars() {
        match letter {
            '<' => tag = true,
            '>' => tag = false,
            _ if !tag => text.push(letter),
            _ => {}
        }
    }
    text
}

#[test]
fn from_the_files_of_a_month_to_its_synthesis_in_word() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("so.duluan");
    let path = file.to_str().unwrap();

    // Rosters and reports go in; what cannot be read is named, so the exit code says "in part".
    let mut import = Terminal::start(&["import", path, &samples("rosters"), &samples("reports")], 120, 40);
    assert_eq!(import.wait_exit(), 1);
    import.wait_for("176 báo cáo");
    let said = import.text();
    assert!(said.contains("MẬT"), "{said}");

    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("1 Cộng tác viên");

    // A person, found without marks while typing.
    terminal.press("1");
    terminal.press("/");
    terminal.type_keys("thanh huong");
    terminal.wait_for("Nghiêm Thị Thanh Hương");
    terminal.wait_for("0719 897 905");
    terminal.press(key::ESC);

    // The queue: one key a decision, taken back, decided again.
    terminal.press("3");
    terminal.wait_for("Mới 208");
    terminal.press("t");
    terminal.wait_for("Mới 207");
    terminal.press("z");
    terminal.wait_for("Mới 208");
    terminal.press("b");
    terminal.wait_for("Mới 207");

    // October at once: filtered, marked, and let in after a look at how many.
    terminal.press("f");
    terminal.type_keys("từ:01/10/2026 đến:31/10/2026");
    terminal.press(key::ENTER);
    terminal.wait_for("/ 44");
    terminal.press("*");
    terminal.press("t");
    terminal.wait_for("áp dụng cho 44 nội dung?");
    terminal.press(key::ENTER);
    terminal.wait_for("Mới 163");

    // The month's draft, a sentence of one's own, saved and exported.
    terminal.draft("10/2026");
    terminal.wait_for("Tình hình địa phương");
    terminal.press(key::ENTER);
    terminal.wait_for("đã tiếp nhận 38▸ báo cáo");
    terminal.type_keys("Tình hình ổn định. ");
    terminal.press("\u{13}");
    terminal.wait_for("Đã lưu mục này");
    terminal.press(key::ESC);
    terminal.wait_for("xuất");
    // A file made by an import has no office's name yet: it is asked before the first paper.
    terminal.press("x");
    terminal.wait_for("Sổ chưa có tên cơ quan");
    terminal.press(key::ENTER);
    terminal.wait_for("Ctrl-S");
    terminal.type_keys("Đảng ủy xã Lộc An");
    terminal.press("\u{13}");
    terminal.wait_gone("Sổ chưa có tên cơ quan");
    terminal.press("x");
    terminal.wait_for("Tên tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã ghi");
    terminal.quit();

    let text = word_text(&folder.path().join("BC tong hop 2026-10.docx"));
    for wanted in [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "ĐẢNG ỦY XÃ LỘC AN",
        "tình hình Nhân dân và dư luận xã hội tháng 10/2026",
        "Tình hình ổn định.",
        "Nông nghiệp, giá cả",
        "Nơi nhận",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in:\n{text}");
    }
    assert!(!text.contains('⟦') && !text.contains('▸'), "citations do not show in the paper");
    assert!(!text.contains("Chuyển Ủy ban nhân dân"), "handling words of a log are no situation");
}
