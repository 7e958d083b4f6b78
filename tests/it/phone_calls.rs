//! Ten calls one after the other, of the kinds an office gets, each entered the quickest way; the keys are counted.

use std::path::PathBuf;

use duluan::file::{FileError, Who};
use duluan::roster::model::NewCollaborator;
use duluan::roster::store::{ensure_unit, insert_collaborator};
use rusqlite::Connection;

use crate::common::terminal::{Terminal, key};

const CTRL_N: &str = "\x0e";

/// A clerk whose keys are counted: those that are text, and those that are not.
struct Clerk {
    terminal: Terminal,
    path: PathBuf,
    letters: usize,
    keys: usize,
    _folder: tempfile::TempDir,
}

impl Clerk {
    fn at_work() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so-tay.duluan");
        let mut file = duluan::office::create(&path, Who::default()).unwrap();
        file.write("roster-import", |tx| -> Result<(), FileError> {
            let unit = ensure_unit(tx, "Hội LHPN xã Lộc An")?;
            for name in ["Nguyễn Thị Thanh Hương", "Nguyễn Thị Lan", "Đinh Thị Lan"] {
                let full_name = name.to_owned();
                let person = NewCollaborator { full_name, unit: Some(unit), ..NewCollaborator::default() };
                insert_collaborator(tx, &person)?;
            }
            Ok(())
        })
        .unwrap();
        drop(file);
        let terminal = Terminal::open(&path, 80, 24);
        terminal.wait_for("Mới 0");
        Self { terminal, path, letters: 0, keys: 0, _folder: folder }
    }

    fn types(&mut self, text: &str) {
        self.letters += text.chars().count();
        self.terminal.type_keys(text);
    }

    fn presses(&mut self, key: &str) {
        self.keys += 1;
        self.terminal.press(key);
    }

    fn sees(&self, text: &str) {
        self.terminal.wait_for(text);
    }

    /// The sender found by a few letters and taken.
    fn sender(&mut self, letters: &str, name: &str) {
        self.types(letters);
        self.sees(name);
        self.presses(key::ENTER);
    }

    fn one<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        Connection::open(&self.path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    fn count(&self, what: &str) -> i64 {
        self.one(&format!("SELECT count(*) FROM {what}"))
    }
}

#[test]
fn calls_of_every_kind_take_a_name_a_text_and_a_key_or_two() {
    let mut clerk = Clerk::at_work();
    clerk.presses("n");
    clerk.sees("Ai báo");
    // A collaborator, by the initials.
    clerk.sender("ntth", "Nguyễn Thị Thanh Hương");
    clerk.types("Đường thôn 3 sụt lún sau mưa, nhiều người lo ngã xe.");
    clerk.presses(CTRL_N);
    clerk.sees("Đã ghi 0001: Đường thôn 3");
    // Somebody nobody knows, and it is urgent: the field stands right behind the text.
    clerk.types("Hội CCB xã Đông");
    clerk.presses(key::TAB);
    clerk.sees("Ngoài danh sách");
    clerk.types("Cháy chợ lúc 3 giờ sáng, xe chữa cháy đến chậm.");
    clerk.presses(key::TAB);
    clerk.types("k");
    clerk.presses(CTRL_N);
    clerk.sees("Đã ghi 0002");
    // A rumour is recognised by its words.
    clerk.sender("dtl", "Đinh Thị Lan");
    clerk.types("Có tin đồn sắp thu phí qua cầu mới, bà con lo lắng.");
    clerk.presses(CTRL_N);
    clerk.sees("Đã ghi 0003");
    // Nothing to report, said as it is; the one after it is an ordinary report again.
    clerk.sender("ntth", "Nguyễn Thị Thanh Hương");
    clerk.types("không phát sinh");
    clerk.presses(CTRL_N);
    clerk.sees("Đã ghi 0004: Nguyễn Thị Thanh Hương không phát sinh");
    // It came yesterday: what is typed takes the place of what stands there.
    clerk.sender("dtl", "Đinh Thị Lan");
    clerk.types("Đèn đường thôn 5 hỏng cả tháng.");
    for _ in 0..6 {
        clerk.presses(key::TAB);
    }
    clerk.types("hôm qua");
    clerk.presses(key::CTRL_S);
    clerk.sees("Đã ghi 0005 · n nhập tiếp · F2 sửa");
    assert_eq!(clerk.one::<String>("SELECT kind FROM report WHERE arrival_number = '0004'"), "nothing");
    assert_eq!(clerk.one::<String>("SELECT kind FROM report WHERE arrival_number = '0005'"), "feedback");
    assert_eq!(clerk.count("report WHERE urgency = 'urgent' AND submitter_name = 'Hội CCB xã Đông'"), 1);
    assert_eq!(clerk.count("item WHERE kind = 'rumour' AND verification = 'unverified'"), 1);
    assert_eq!(clerk.count("report WHERE date(received_at) = date('now', 'localtime', '-1 day')"), 1);
    // Five calls: what is no text are a handful of keys a call.
    assert!(clerk.keys <= 20, "{} keys beside {} letters", clerk.keys, clerk.letters);
    clerk.terminal.quit();
}

#[test]
fn two_matters_of_one_call_are_split_with_two_keys() {
    let mut clerk = Clerk::at_work();
    clerk.presses("n");
    clerk.sees("Ai báo");
    clerk.sender("dtl", "Đinh Thị Lan");
    clerk.types("1. Nước máy ở thôn 3 đục cả tuần.");
    clerk.presses(key::ENTER);
    clerk.types("2. Học sinh phải đi học xa.");
    clerk.presses(key::CTRL_S);
    clerk.sees("có 2 ý đánh số");
    clerk.presses("s");
    clerk.sees("Enter tách thành 2 nội dung");
    clerk.presses(key::ENTER);
    clerk.sees("Đã tách thành 2 nội dung");
    clerk.sees("Mới 2");
    // Opening, the sender, the line between, saving, and the two that split.
    assert_eq!(clerk.keys, 6);
    clerk.terminal.quit();
    // A title needs no number, nor does a text that stands alone.
    assert_eq!(
        clerk.one::<String>("SELECT title FROM item WHERE position = 0"),
        "Nước máy ở thôn 3 đục cả tuần"
    );
    assert_eq!(clerk.one::<String>("SELECT title FROM item WHERE position = 1"), "Học sinh phải đi học xa");
    assert_eq!(clerk.one::<String>("SELECT body FROM item WHERE position = 1"), "Học sinh phải đi học xa.");
}

#[test]
fn a_pasted_greeting_is_no_title_and_a_wrong_sender_is_mended_with_f2() {
    let mut clerk = Clerk::at_work();
    let message = "Em chào anh, em Lan hội phụ nữ ạ.\nMấy hôm nay chợ tạm bốc mùi, nhiều phụ huynh bức xúc.";
    clerk.presses(&format!("\x1b[200~{message}\x1b[201~"));
    clerk.sees("(Mấy hôm nay chợ tạm bốc mùi");
    clerk.sender("lan", "Đinh Thị Lan");
    clerk.presses(key::CTRL_S);
    clerk.sees("Đã ghi 0001");
    assert_eq!(clerk.one::<String>("SELECT submitter_name FROM report"), "Đinh Thị Lan");
    // It was the other Lan, and urgent: both are of the whole report.
    clerk.presses(key::F2);
    clerk.sees("Báo cáo 0001");
    // The way to who sent it stands on the hint line.
    clerk.sees("PgDn phần sau");
    clerk.presses(key::PAGE_DOWN);
    clerk.sender("ntl", "Nguyễn Thị Lan");
    clerk.presses(key::TAB);
    clerk.types("ho");
    clerk.presses(key::CTRL_S);
    clerk.sees("Đã lưu");
    clerk.sees("Nguyễn Thị Lan, Hội LHPN");
    assert_eq!(clerk.one::<String>("SELECT channel FROM report"), "meeting");
    let who = "SELECT full_name FROM collaborator JOIN report ON report.collaborator = collaborator.id";
    assert_eq!(clerk.one::<String>(who), "Nguyễn Thị Lan");
    assert_eq!(
        clerk.one::<String>("SELECT title FROM item"),
        "Mấy hôm nay chợ tạm bốc mùi, nhiều phụ huynh bức xúc"
    );
    // One action, taken back as one.
    clerk.presses("z");
    clerk.sees("Đinh Thị Lan, Hội LHPN");
    assert_eq!(clerk.one::<String>("SELECT channel FROM report"), "social");
    clerk.terminal.quit();
}

#[test]
fn a_call_broken_off_is_gone_on_with_and_a_text_is_not_nothing() {
    let mut clerk = Clerk::at_work();
    clerk.presses("n");
    clerk.sees("Ai báo");
    clerk.sender("dtl", "Đinh Thị Lan");
    clerk.types("Đèn đường thôn 5 hỏng");
    clerk.presses(key::ESC);
    clerk.sees("bản nháp");
    clerk.presses("n");
    clerk.sees("Bản nháp chưa lưu được mở lại");
    // What the text says is recognised again.
    clerk.sees("(thôn 5)");
    clerk.types(" cả tháng.");
    // Past urgency, rumour, title, place, topics, received and channel: the kind does not fit the text.
    for _ in 0..8 {
        clerk.presses(key::TAB);
    }
    clerk.types("kho");
    clerk.presses(key::CTRL_S);
    clerk.sees("Có nội dung thì không phải");
    assert_eq!(clerk.count("report"), 0);
    clerk.types("ph");
    clerk.presses(key::CTRL_S);
    clerk.sees("Đã ghi 0001");
    clerk.terminal.quit();
    assert_eq!(clerk.one::<String>("SELECT body FROM item"), "Đèn đường thôn 5 hỏng cả tháng.");
    assert_eq!(clerk.count("draft"), 0);
}
