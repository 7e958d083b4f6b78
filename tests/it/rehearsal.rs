//! Looking at files before they come in: encodings, columns of a log, what is left out; files kept with a report.

use std::path::{Path, PathBuf};

use duluan::file::Who;
use rusqlite::Connection;

use crate::common::terminal::{Terminal, key};

/// A log whose header says nothing the program knows.
const LOG: &str = "SỔ TRỰC ĐIỆN THOẠI;;\nLúc;Ai gọi;Nói gì\n5/9/2026;Lê Thị Mai;Nước máy thôn 3 đục kéo dài cả tuần nay.\n\
                   6/9/2026;Trần Văn Hải;Đèn đường thôn 5 hỏng chưa ai sửa.\n";

/// An office without reports, open in a terminal, and a folder of what came.
fn opened() -> (tempfile::TempDir, PathBuf, Terminal) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    drop(duluan::office::create(&path, Who::default()).unwrap());
    let terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Mới 0");
    (folder, path, terminal)
}

fn look_at(terminal: &mut Terminal, source: &Path) {
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    terminal.send(&format!("\x1b[200~{}\x1b[201~", source.display()));
    terminal.press(key::ENTER);
    terminal.wait_for("Sẽ nhập");
}

fn all(path: &Path, sql: &str) -> Vec<String> {
    let file = Connection::open(path).unwrap();
    let mut found = file.prepare(sql).unwrap();
    found.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn columns_of_a_log_are_said_once_and_known_the_next_time() {
    let (folder, path, mut terminal) = opened();
    let came = folder.path().join("den");
    std::fs::create_dir(&came).unwrap();
    std::fs::write(came.join("so truc thang 9.csv"), LOG).unwrap();
    look_at(&mut terminal, &came);
    // As it stands nothing can be made of it.
    terminal.wait_for("Sẽ nhập 0 tệp");
    terminal.press("c");
    terminal.wait_for("Cột của sổ theo dõi");
    terminal.wait_for("Chưa có cột nội dung");
    for field in ["ngay nhan", "nguoi phan", "noi dung"] {
        terminal.press(key::ENTER);
        terminal.wait_for("chứa gì");
        terminal.type_keys(field);
        terminal.press(key::ENTER);
        terminal.wait_gone("chứa gì");
    }
    terminal.wait_for("Xác nhận một lần");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Sẽ nhập 1 tệp: 2 báo cáo, 2 nội dung");
    terminal.wait_for("cột đã xác nhận");
    terminal.press(key::ENTER);
    terminal.wait_for("Mới 2");
    let said =
        all(&path, "SELECT date(received_at) || ' ' || submitter_name FROM report ORDER BY received_at");
    assert_eq!(said, ["2026-09-05 Lê Thị Mai", "2026-09-06 Trần Văn Hải"]);
    // The next month the layout is known, and nothing is asked.
    std::fs::write(came.join("so truc thang 10.csv"), LOG.replace("/9/", "/10/")).unwrap();
    look_at(&mut terminal, &came);
    terminal.wait_for("Sẽ nhập 1 tệp: 2 báo cáo, 2 nội dung; 1 tệp đã có");
    terminal.press(key::ENTER);
    terminal.wait_for("Mới 4");
    terminal.quit();
}

#[test]
fn the_encoding_can_be_changed_and_the_text_follows() {
    let (folder, path, mut terminal) = opened();
    let came = folder.path().join("den");
    std::fs::create_dir(&came).unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples/reports/bc_2019_tcvn3.txt");
    std::fs::copy(sample, came.join("bc 2019.txt")).unwrap();
    std::fs::write(came.join("thua.txt"), "Đường thôn 2 lầy lội sau mưa, bà con đi lại khó khăn.").unwrap();
    look_at(&mut terminal, &came);
    let right = terminal.wait_for("TCVN3 (ABC) (tự nhận)");
    terminal.press("m");
    let offered = terminal.wait_for("Bảng mã của bc 2019.txt");
    assert!(offered.contains("VISCII") && offered.contains("UTF-16"), "{offered}");
    terminal.type_keys("vni");
    terminal.press(key::ENTER);
    let wrong = terminal.wait_for("(đã chọn)");
    assert_ne!(right, wrong);
    terminal.press("m");
    terminal.wait_for("Bảng mã của bc 2019.txt");
    terminal.type_keys("tcvn");
    terminal.press(key::ENTER);
    terminal.wait_for("TCVN3 (ABC) (đã chọn)");
    // The other file is left out.
    terminal.press(key::DOWN);
    terminal.press(" ");
    terminal.wait_for("1 bỏ ra");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã nhập 1 tệp");
    terminal.quit();
    let kept = all(&path, "SELECT source_name FROM report");
    assert_eq!(kept, ["bc 2019.txt"]);
    let body = all(&path, "SELECT body FROM item").join(" ");
    assert!(body.contains("nhân dân") || body.contains("ý kiến"), "{body}");
}

/// A photo of a paper that came by hand: kept with the quick entry, and saved out as it came.
#[test]
fn a_photo_is_kept_with_a_report_and_saved_out_byte_for_byte() {
    let (folder, path, mut terminal) = opened();
    let photo = folder.path().join("anh chup phieu.jpg");
    let bytes: Vec<u8> =
        [0xff, 0xd8, 0xff, 0xe0].into_iter().chain((0..5000).map(|at| (at % 251) as u8)).collect();
    std::fs::write(&photo, &bytes).unwrap();
    let secret = folder.path().join("mat.txt");
    std::fs::write(&secret, "BÁO CÁO\nTỐI MẬT\nvề việc a\n\nNhiều ý kiến băn khoăn.\n").unwrap();
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.type_keys("Chi bộ thôn 3");
    terminal.press(key::TAB);
    terminal.type_keys("Nước máy thôn 3 đục kéo dài.");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Mới 1");
    terminal.press("q");
    terminal.wait_for("Chưa có tệp nào");
    for (file, said) in
        [(&secret, "dấu chỉ độ mật"), (&photo, "Đã thêm 1 tệp kèm"), (&photo, "đã có ở báo cáo")]
    {
        terminal.press("n");
        terminal.wait_for("bản chụp, văn bản");
        terminal.send(&format!("\x1b[200~'{}'\x1b[201~", file.display()));
        terminal.press(key::ENTER);
        terminal.wait_for(said);
    }
    terminal.wait_for("5 KB");
    let out = folder.path().join("ra");
    for name in ["anh chup phieu.jpg", "anh chup phieu (2).jpg"] {
        terminal.press(key::ENTER);
        terminal.wait_for("không ghi đè");
        terminal.type_keys(out.to_str().unwrap());
        terminal.press(key::ENTER);
        terminal.wait_gone("không ghi đè");
        terminal.wait_for("Đã lưu 1 tệp vào");
        let saved = out.join(name);
        terminal.wait_until("the file", |_| saved.exists());
        assert_eq!(std::fs::read(saved).unwrap(), bytes);
    }
    terminal.press(key::ESC);
    // It is taken back like anything else.
    terminal.press("z");
    terminal.wait_for("Đã hoàn tác: Thêm tệp kèm");
    terminal.quit();
    let kept = all(&path, "SELECT name FROM attachment WHERE deleted = 0");
    assert!(kept.is_empty(), "{kept:?}");
}
