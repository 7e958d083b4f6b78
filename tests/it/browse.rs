//! Choosing files by keyboard, for the intake and for a report that is typed in.

use std::fs;

use crate::common::terminal::{Terminal, key};

/// The first bytes of a picture.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde";

/// An empty office with the folder its user keeps papers in.
fn office() -> (tempfile::TempDir, Terminal) {
    let home = tempfile::tempdir().unwrap();
    let papers = home.path().join("Tài liệu đến");
    fs::create_dir(&papers).unwrap();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/samples/reports/152-BC-DU.docx");
    fs::copy(sample, papers.join("152-BC-DU.docx")).unwrap();
    fs::write(papers.join("ảnh chụp đơn.png"), PICTURE).unwrap();
    let path = home.path().join("so-tay.duluan");
    drop(duluan::office::create(&path, duluan::file::Who::default()).unwrap());
    let file = path.to_str().unwrap().to_owned();
    let folder = home.path().to_str().unwrap().to_owned();
    let terminal = Terminal::start_in(home, &[&file], &[("HOME", &folder)], 80, 24);
    terminal.wait_for("Hộp báo cáo");
    (tempfile::tempdir().unwrap(), terminal)
}

/// From the line of the intake to the folder of papers.
fn browse(terminal: &mut Terminal) {
    terminal.press("n");
    terminal.wait_for("Ctrl-O");
    terminal.press(key::CTRL_O);
    terminal.wait_for("F4");
    terminal.press(key::F4);
    terminal.wait_for("[ Cả thư mục này ]");
    if !terminal.text().contains("Tài liệu đến") {
        // It begins where the person's papers are; the home folder is one of the places above.
        terminal.wait_until("the folder is read", |text| !text.contains("Đang đọc"));
    }
    terminal.type_keys("tai lieu");
    terminal.wait_for("Tài liệu đến");
    terminal.press(key::ENTER);
    terminal.wait_for("152-BC-DU.docx");
}

#[test]
fn a_file_is_chosen_in_a_list_and_brought_in() {
    let (_folder, mut terminal) = office();
    browse(&mut terminal);
    terminal.type_keys("152");
    terminal.wait_gone("ảnh chụp");
    terminal.press(key::ENTER);
    terminal.wait_for("152-BC-DU.docx");
    terminal.press(key::ENTER);
    let preview = terminal.wait_for("Sẽ nhập 1 tệp");
    assert!(preview.contains("152-BC-DU.docx"), "{preview}");
    terminal.press(key::ESC);
    terminal.quit();
}

#[test]
fn a_picture_opens_a_new_report_with_it_and_is_kept_byte_for_byte() {
    let (_folder, mut terminal) = office();
    browse(&mut terminal);
    terminal.type_keys("anh");
    terminal.wait_gone("152-BC");
    terminal.press(key::ENTER);
    terminal.wait_for("ảnh chụp đơn.png");
    terminal.press(key::ENTER);
    terminal.wait_for("Chữ trong ảnh");
    terminal.press(key::TAB);
    terminal.type_keys("Bà con thôn 3 xin sửa đường.");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Mới 1");
    terminal.press("q");
    terminal.wait_for("ảnh chụp đơn.png");
    terminal.press(key::ESC);
    terminal.quit();
    let file = terminal.home.path().join("so-tay.duluan");
    let out = terminal.home.path().join("ra");
    fs::create_dir(&out).unwrap();
    let saved = assert_cmd::Command::cargo_bin("duluan")
        .unwrap()
        .args(["attachments", file.to_str().unwrap(), "0001", "--to", out.to_str().unwrap()])
        .env("DULUAN_CONFIG", terminal.home.path())
        .env("DULUAN_BACKUPS", terminal.home.path().join("sao-luu"))
        .output()
        .unwrap();
    assert!(saved.status.success(), "{}", String::from_utf8_lossy(&saved.stderr));
    let kept: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert!(fs::read(&kept[0]).unwrap() == PICTURE);
}
