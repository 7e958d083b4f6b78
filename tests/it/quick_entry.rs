//! A clerk with the telephone at the ear: reports typed into the quick form, in a real terminal.

use std::path::{Path, PathBuf};

use duluan::file::{FileError, Who};
use duluan::roster::model::NewCollaborator;
use duluan::roster::store::{ensure_unit, insert_collaborator};
use rusqlite::Connection;

use crate::common::terminal::{Terminal, key};
use crate::composer::october;

const CTRL_N: &str = "\x0e";
const CTRL_G: &str = "\x07";
const CTRL_D: &str = "\x04";

fn office(path: &Path) {
    let mut file = duluan::office::create(path, Who::default()).unwrap();
    file.write("roster-import", |tx| -> Result<(), FileError> {
        let unit = ensure_unit(tx, "Hội LHPN xã Lộc An")?;
        ensure_unit(tx, "Thôn Đông Hạ")?;
        for name in ["Nguyễn Thị Thanh Hương", "Nông Văn Tấn", "Trần Quang Khải"] {
            let person = NewCollaborator {
                full_name: name.to_owned(),
                unit: Some(unit),
                ..NewCollaborator::default()
            };
            insert_collaborator(tx, &person)?;
        }
        Ok(())
    })
    .unwrap();
}

fn opened(width: u16, height: u16) -> (tempfile::TempDir, PathBuf, Terminal) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    office(&path);
    let terminal = Terminal::open(&path, width, height);
    terminal.wait_for("Mới 0");
    (folder, path, terminal)
}

fn one<T: rusqlite::types::FromSql>(path: &Path, sql: &str) -> T {
    Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_report_takes_a_name_a_text_and_one_key() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.wait_for("Ai báo, nói gì, rồi Ctrl-S");
    terminal.type_keys("ntth");
    terminal.wait_for("Nguyễn Thị Thanh Hương");
    terminal.press(key::ENTER);
    terminal.type_keys("Nhiều ý kiến phụ huynh băn khoăn về giá sách giáo khoa ở thôn Đông Hạ.");
    terminal.press(key::CTRL_S);
    // It stands under the cursor, with its number.
    terminal.wait_for("Đã ghi");
    let screen = terminal.wait_for("Mới 1");
    assert!(screen.contains("0001"), "{screen}");
    assert!(screen.contains("▌"), "{screen}");
    assert_eq!(one::<String>(&path, "SELECT channel FROM report"), "phone");
    assert_eq!(one::<String>(&path, "SELECT received_rule FROM report"), "entry");
    assert_eq!(one::<String>(&path, "SELECT submitter_name FROM report"), "Nguyễn Thị Thanh Hương");
    assert_eq!(
        one::<i64>(&path, "SELECT count(*) FROM report WHERE collaborator IS NOT NULL AND unit IS NOT NULL"),
        1
    );
    assert_eq!(one::<String>(&path, "SELECT place FROM item"), "thôn Đông Hạ");
    assert!(one::<String>(&path, "SELECT title FROM item").starts_with("Nhiều ý kiến phụ huynh"));
    assert_eq!(one::<String>(&path, "SELECT band FROM stream"), "many");
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM item_topic WHERE deleted = 0"), 1);
    // Taken back as one action.
    terminal.press("z");
    terminal.wait_for("Mới 0");
    terminal.press(key::CTRL_Y);
    terminal.wait_for("Mới 1");
    terminal.quit();
}

#[test]
fn ten_reports_in_a_row_keep_channel_and_day() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.wait_for("Ai báo");
    for number in 1..=10 {
        terminal.type_keys("nvt");
        terminal.wait_for("Nông Văn Tấn");
        terminal.press(key::ENTER);
        terminal.type_keys(&format!("Ý kiến số {number} về đường liên thôn."));
        if number == 1 {
            // Once: the meeting they were told at, and the day of it.
            for _ in 0..6 {
                terminal.press(key::TAB);
            }
            terminal.type_keys("20/11/2025");
            terminal.press(key::TAB);
            terminal.wait_for("= thứ Năm 20/11/2025");
            terminal.type_keys("ho");
        }
        terminal.press(CTRL_N);
        terminal.wait_for(&format!("Đã ghi {number:04}"));
    }
    terminal.press(key::ESC);
    terminal.wait_for("Mới 10");
    terminal.quit();
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM report WHERE channel = 'meeting'"), 10);
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM report WHERE received_at LIKE '2025-11-20%'"), 10);
    assert_eq!(one::<i64>(&path, "SELECT count(DISTINCT arrival_number) FROM report"), 10);
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM draft"), 0);
}

#[test]
fn nothing_to_report_is_typed_as_it_is_said() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.type_keys("dong ha");
    terminal.wait_for("thôn Đông Hạ");
    terminal.press(key::ENTER);
    terminal.type_keys("không phát sinh");
    terminal.press(key::CTRL_S);
    terminal.wait_for("không phát sinh");
    terminal.wait_for("Đã ghi");
    terminal.quit();
    assert_eq!(one::<String>(&path, "SELECT kind FROM report"), "nothing");
    assert_eq!(one::<String>(&path, "SELECT period_kind FROM report"), "month");
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM report WHERE unit IS NOT NULL"), 1);
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM item"), 0);
}

#[test]
fn what_is_missing_is_said_at_the_field_and_nothing_is_written() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Chưa có nội dung");
    terminal.type_keys("Đường hỏng. Ông Nguyễn Văn Tám gọi từ 0912345678.");
    terminal.wait_for("Có thể cho biết là ai");
    terminal.press(CTRL_G);
    terminal.wait_gone("Có thể cho biết là ai");
    let screen = terminal.text();
    assert!(!screen.contains("Tám") && !screen.contains("0912345678"), "{screen}");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Mới 1");
    terminal.quit();
    assert!(!one::<String>(&path, "SELECT body FROM item").contains("Tám"));
}

#[test]
fn a_pasted_message_opens_the_form_filled() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.send("\x1b[200~Chợ mới chưa có mái che.\nTiểu thương đề nghị làm sớm.\x1b[201~");
    terminal.wait_for("Chợ mới chưa có mái che.");
    terminal.wait_for("mạng xã hội");
    terminal.type_keys("tqk");
    terminal.wait_for("Trần Quang Khải");
    terminal.press(key::ENTER);
    terminal.press(key::CTRL_S);
    terminal.wait_for("Mới 1");
    terminal.quit();
    assert_eq!(one::<String>(&path, "SELECT channel FROM report"), "social");
    assert!(one::<String>(&path, "SELECT body FROM item").contains('\n'));
}

#[test]
fn a_paste_that_arrives_as_keys_fills_the_form_and_decides_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = october(folder.path(), false);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Mới 2");
    // Every letter of it is a key of the list; a terminal without marked pastes sends them all at once.
    terminal.send("tblgvcxs tblgvcxs\rbà con đề nghị làm sớm");
    terminal.wait_for("bà con đề nghị làm sớm");
    terminal.wait_for("tblgvcxs tblgvcxs");
    terminal.type_keys("Bà Lan");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Mới 3");
    terminal.quit();
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM item WHERE triage <> 'new'"), 0);
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM issue"), 0);
    let body = one::<String>(&path, "SELECT body FROM item ORDER BY rowid DESC LIMIT 1");
    assert_eq!(body, "tblgvcxs tblgvcxs\nbà con đề nghị làm sớm");
    let submitter = "SELECT submitter_name FROM report ORDER BY rowid DESC LIMIT 1";
    assert_eq!(one::<String>(&path, submitter), "Bà Lan");
}

#[test]
fn leaving_keeps_a_draft_that_can_be_dropped() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.type_keys("Người lạ");
    terminal.press(key::ESC);
    terminal.wait_for("được giữ làm bản nháp");
    terminal.press("n");
    terminal.wait_for("Bản nháp chưa lưu được mở lại");
    terminal.wait_for("Người lạ");
    // One key alone drops nothing.
    terminal.press(CTRL_D);
    terminal.wait_for("Bỏ hẳn những gì");
    terminal.press(key::ESC);
    terminal.wait_gone("Bỏ hẳn những gì");
    terminal.wait_for("Người lạ");
    terminal.press(CTRL_D);
    terminal.wait_for("Bỏ hẳn những gì");
    terminal.press(key::ENTER);
    terminal.wait_gone("Người lạ");
    // Files are one key away.
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    terminal.press(key::ESC);
    terminal.wait_gone("Nhập từ tệp");
    terminal.quit();
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM draft"), 0);
}

#[test]
fn somebody_who_is_not_in_the_list_is_not_taken_for_another() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.wait_for("Ai báo");
    // Each word begins a word of a person in the list or of her unit.
    terminal.type_keys("Nguyễn Thị Lộ");
    terminal.wait_for("Nguyễn Thị Thanh Hương");
    terminal.press(key::TAB);
    terminal.wait_for("Ngoài danh sách: ghi đúng tên này");
    terminal.type_keys("Đèn đường hỏng.");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Mới 1");
    terminal.press(CTRL_N);
    terminal.wait_for("Ai báo");
    // The letters an office is called by find it.
    terminal.type_keys("lhpn");
    terminal.wait_for("Hội LHPN");
    terminal.press(key::ESC);
    terminal.press(key::ESC);
    terminal.quit();
    assert_eq!(one::<String>(&path, "SELECT submitter_name FROM report"), "Nguyễn Thị Lộ");
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM report WHERE collaborator IS NULL"), 1);
}

#[test]
fn a_matter_that_two_people_tell_is_pointed_out_when_it_is_saved() {
    const TOLD: &str =
        "Nước sinh hoạt ở thôn Đông Hạ đục kéo dài sáu ngày nay, bà con phải mua nước bình để nấu ăn.";
    let (_folder, _path, mut terminal) = opened(80, 24);
    for (who, told) in [("ntth", TOLD.to_owned()), ("nvt", TOLD.replace("sáu", "bảy"))] {
        terminal.press(CTRL_N);
        terminal.wait_for("Ai báo");
        terminal.type_keys(who);
        terminal.wait_for("Lộc An");
        terminal.press(key::ENTER);
        terminal.type_keys(&told);
        terminal.press(key::CTRL_S);
        terminal.wait_for("Đã ghi");
    }
    terminal.wait_for("Đã ghi 0002, có thể trùng 0001");
    terminal.press("g");
    terminal.wait_for("Nông Văn Tấn");
    terminal.press(key::ESC);
    terminal.quit();
}

#[cfg(unix)]
#[test]
fn what_was_typed_survives_a_killed_program() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.type_keys("nvt");
    terminal.wait_for("Nông Văn Tấn");
    terminal.press(key::ENTER);
    terminal.type_keys("Cầu treo rung mạnh khi xe tải qua.");
    std::thread::sleep(std::time::Duration::from_millis(2600));
    let killed =
        std::process::Command::new("kill").args(["-9", &terminal.process().to_string()]).status().unwrap();
    assert!(killed.success());
    terminal.wait_exit();
    let mut again = Terminal::open(&path, 80, 24);
    again.wait_for("đang nhập dở chưa lưu");
    again.press("n");
    again.wait_for("Cầu treo rung mạnh khi xe tải qua.");
    again.wait_for("Nông Văn Tấn");
    again.press(key::CTRL_S);
    again.wait_for("Mới 1");
    again.quit();
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM draft"), 0);
}
