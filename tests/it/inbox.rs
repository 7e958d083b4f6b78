//! The inbox as a person and as a script meet it: triage by keys in a real terminal, and the lists of the command line.

use std::path::{Path, PathBuf};
use std::process::Output;

use chrono::NaiveDateTime;
use duluan::file::{FileError, Who};
use duluan::inbox::model::{
    Band, Channel, Intensity, ItemKind, NewItem, NewReport, NewStream, Tendency, Urgency, Verification,
};
use duluan::inbox::store::{Decision, Numbering, decide, insert_handler, insert_report, insert_topic};
use serde_json::Value;

use crate::common::terminal::{Terminal, key};

fn stream(group: &str, band: Band, tendency: Tendency, intensity: Intensity, gist: &str) -> NewStream {
    NewStream {
        group_name: group.to_owned(),
        band,
        tendency,
        intensity,
        gist: gist.to_owned(),
        ..NewStream::default()
    }
}

pub fn report(received: &str, unit: &str, submitter: &str, items: Vec<NewItem>) -> NewReport {
    NewReport {
        received_at: Some(NaiveDateTime::parse_from_str(received, "%Y-%m-%d %H:%M").unwrap()),
        received_rule: "entry",
        title: "Phản ánh".to_owned(),
        unit_name: unit.to_owned(),
        submitter_name: submitter.to_owned(),
        channel: Channel::Meeting,
        items,
        ..NewReport::default()
    }
}

pub fn item(title: &str, body: &str) -> NewItem {
    NewItem { title: title.to_owned(), body: body.to_owned(), ..NewItem::default() }
}

fn books(school: uuid::Uuid) -> NewItem {
    NewItem {
        topics: vec![school],
        streams: vec![
            stream(
                "Phụ huynh",
                Band::Many,
                Tendency::Worry,
                Intensity::Medium,
                "Giá bộ sách tăng so với năm trước, gia đình có hai con đi học gặp khó.",
            ),
            stream(
                "Phụ huynh",
                Band::Few,
                Tendency::Agree,
                Intensity::None,
                "Thư viện trường cho mượn sách là tốt.",
            ),
        ],
        forecast: "Đầu học kỳ II có thể thành vấn đề nổi cộm.".to_owned(),
        recommendation: "Công khai danh mục, mở rộng tủ sách dùng chung.".to_owned(),
        ..item("Lo ngại giá sách giáo khoa năm học mới", "Nhiều phụ huynh băn khoăn về giá sách.")
    }
}

fn reports([water, school, road, land]: [uuid::Uuid; 4]) -> Vec<NewReport> {
    let year = chrono::Local::now().format("%Y").to_string();
    let at = |day: &str| format!("{year}-01-{day} 08:00");
    let rumour = NewItem {
        kind: ItemKind::Rumour,
        verification: Verification::Unverified,
        topics: vec![road],
        ..item("Tin đồn thu phí cầu mới", "Có tin cầu mới sẽ thu phí từ tháng sau.")
    };
    let mut urgent = report(
        &at("20"),
        "Thôn 3",
        "Nguyễn Văn Bình",
        vec![NewItem {
            topics: vec![water],
            ..item("Nước sinh hoạt đục kéo dài 5 ngày", "Nước máy đục, có mùi, bà con phải mua nước bình.")
        }],
    );
    urgent.urgency = Urgency::Urgent;
    vec![
        urgent,
        report(
            &at("19"),
            "Hội LHPN xã Lộc An",
            "Nguyễn Thị Thanh Hương",
            vec![books(school), item("Sân chơi cho trẻ em", "Đề nghị có thêm sân chơi ở nhà văn hóa thôn.")],
        ),
        report(&at("18"), "Thôn 7", "Lê Văn Tám", vec![rumour]),
        report(
            &at("17"),
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Lộc An",
            "Phạm Thu Hà",
            vec![item("Ý kiến về lịch cấp nước luân phiên", "Lịch cấp nước luân phiên chưa hợp lý.")],
        ),
        report(
            &at("16"),
            "Thôn 1",
            "Đỗ Thị Lan",
            vec![NewItem {
                topics: vec![land],
                ..item(
                    "Bồi thường đường tránh: chưa nhất trí",
                    "Giá đất đai đền bù thấp hơn giá thị trường, một số hộ chưa nhận tiền.",
                )
            }],
        ),
    ]
}

/// An office with six matters of an invented commune.
fn office(path: &Path) {
    let mut file = duluan::office::create(path, Who::default()).unwrap();
    file.write("import-reports", |tx| -> Result<(), FileError> {
        let topic = |name| insert_topic(tx, name, None);
        let topics = [
            topic("Nước sinh hoạt")?,
            topic("Giáo dục")?,
            topic("Giao thông")?,
            topic("Đất đai, bồi thường")?,
        ];
        insert_handler(tx, "Trần Thị Hương", "H", "")?;
        let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
        for report in &reports(topics) {
            insert_report(tx, report, &mut numbering)?;
        }
        Ok(())
    })
    .unwrap();
    let road: uuid::Uuid = file
        .connection()
        .query_row("SELECT id FROM item WHERE title LIKE 'Bồi thường%'", [], |row| row.get(0))
        .unwrap();
    let hot = Decision::NewIssue("Đường tránh qua thôn 1".to_owned(), "risk");
    file.write(hot.action(), |tx| decide(tx, &[road], &hot)).unwrap();
}

fn made() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    office(&path);
    (folder, path)
}

/// The office in a window, its queue in sight.
pub fn opened(width: u16, height: u16) -> (tempfile::TempDir, Terminal) {
    let (folder, path) = made();
    let terminal = Terminal::open(&path, width, height);
    terminal.wait_for("Mới 6");
    (folder, terminal)
}

/// The line of the list the cursor is on.
fn current(terminal: &Terminal) -> String {
    terminal.lines().into_iter().find(|line| line.starts_with('▌')).unwrap_or_default()
}

#[test]
fn the_queue_and_its_preview_are_read_at_80_by_24() {
    let (_folder, mut terminal) = opened(80, 24);
    let screen = terminal.wait_for("LA-H-0001");
    for wanted in ["Khẩn 1", "Tin đồn 1", "Nguy cơ 1", "Tất cả 6", "1 / 6", "! khẩn", "! 20/01"] {
        assert!(screen.contains(wanted), "{wanted}:\n{screen}");
    }
    terminal.press(key::DOWN);
    let screen = terminal.wait_for("LA-H-0002 (1/2)");
    for wanted in
        ["2 / 6", "Nguyễn Thị Thanh Hương, Hội LHPN", "nhiều ý kiến", "băn khoăn, vừa", "Dự báo", "Kiến nghị"]
    {
        assert!(screen.contains(wanted), "{wanted}:\n{screen}");
    }
    terminal.quit();
}

#[test]
fn one_key_decides_the_cursor_moves_on_and_undo_brings_it_back() {
    let (_folder, mut terminal) = opened(80, 24);
    assert!(current(&terminal).contains("Nước sinh hoạt đục"));
    terminal.press("t");
    terminal.wait_for("Mới 5");
    assert!(current(&terminal).contains("Lo ngại giá sách"), "{}", terminal.text());
    // Two quick decisions in one burst: both count, none comes back.
    terminal.send("bb");
    let screen = terminal.wait_for("Mới 3");
    assert!(screen.contains("Chờ 2"), "{screen}");
    assert!(current(&terminal).contains("Tin đồn thu phí"), "{screen}");
    for left in ["Mới 4", "Mới 5", "Mới 6"] {
        terminal.press("z");
        terminal.wait_for(left);
    }
    terminal.wait_until("the cursor is back", |_| current(&terminal).contains("Nước sinh hoạt đục"));
    terminal.quit();
}

#[test]
fn marked_items_are_decided_together_after_a_question_and_undone_together() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.type_keys("  ");
    terminal.wait_for("Đã đánh dấu 2 nội dung");
    terminal.press("t");
    terminal.wait_for("áp dụng cho 2 nội dung?");
    terminal.press(key::ESC);
    terminal.wait_gone("áp dụng cho");
    terminal.press("t");
    terminal.wait_for("áp dụng cho 2 nội dung?");
    terminal.press(key::ENTER);
    terminal.wait_for("Mới 4");
    terminal.press("z");
    terminal.wait_for("Mới 6");
    terminal.quit();
}

#[test]
fn setting_aside_asks_for_a_reason_by_one_key() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press("l");
    terminal.wait_for("Không thuộc phạm vi dư luận xã hội");
    terminal.press("3");
    terminal.wait_for("Mới 5");
    // A reason of one's own.
    terminal.press("l");
    terminal.wait_for("Lý do khác");
    terminal.type_keys("hỏi lại thôn");
    terminal.press(key::ENTER);
    terminal.wait_for("Mới 4");
    // In the view of all items the reason stands in the preview.
    for _ in 0..3 {
        terminal.press(key::LEFT);
    }
    terminal.wait_for("lưu hồ sơ: Đã được giải quyết, trả lời");
    terminal.press(key::DOWN);
    terminal.wait_for("lưu hồ sơ: hỏi lại thôn");
    terminal.quit();
}

#[test]
fn words_are_found_without_marks_while_they_are_typed() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press("/");
    terminal.wait_for("Tìm:");
    terminal.type_keys("dat dai");
    terminal.wait_for("1 nội dung");
    assert!(current(&terminal).contains("Bồi thường đường tránh"), "{}", terminal.text());
    terminal.press(key::ENTER);
    terminal.wait_gone("Tìm:");
    // What was found can be decided like any list.
    terminal.press("t");
    terminal.wait_for("Mới 5");
    terminal.press(key::ESC);
    terminal.wait_for("1 / 5");
    terminal.quit();
}

#[test]
fn a_filter_says_where_it_is_wrong_and_tab_completes_it() {
    let (_folder, mut terminal) = opened(120, 40);
    terminal.press("f");
    terminal.wait_for("Lọc:");
    terminal.type_keys("xx:1");
    terminal.press(key::ENTER);
    terminal.wait_for("Không có khóa lọc");
    for _ in 0..4 {
        terminal.press(key::BACKSPACE);
    }
    terminal.type_keys("chude:giao");
    terminal.press(key::TAB);
    terminal.wait_for("\"Giao thông\"");
    terminal.press(key::ENTER);
    terminal.wait_for("1 / 1");
    assert!(current(&terminal).contains("Tin đồn thu phí"), "{}", terminal.text());
    terminal.quit();
}

#[test]
fn a_whole_report_is_read_and_left() {
    let (_folder, mut terminal) = opened(120, 40);
    terminal.press(key::DOWN);
    terminal.press(key::ENTER);
    let screen = terminal.wait_for("Nội dung 2/2");
    assert!(screen.contains("Sân chơi cho trẻ em"), "{screen}");
    terminal.press(key::ESC);
    terminal.wait_for("Mới 6");
    terminal.quit();
}

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples/reports").join(name);
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_report_is_brought_in_from_the_screen() {
    let (_folder, mut terminal) = opened(120, 40);
    terminal.press("n");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    terminal.press(key::ESC);
    terminal.wait_gone("Nhập từ tệp");
    terminal.press("n");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    terminal.type_keys(&sample("BC_nhanh_nuoc_ThachQuy.docx"));
    terminal.press(key::ENTER);
    terminal.wait_for("Sẽ nhập 1 tệp: 1 báo cáo");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã nhập 1 tệp: 1 báo cáo");
    terminal.wait_for("Mới 7");
    // The second time nothing is made.
    terminal.press("n");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    terminal.send(&format!("\x1b[200~'{}' \x1b[201~", sample("BC_nhanh_nuoc_ThachQuy.docx")));
    terminal.press(key::ENTER);
    terminal.wait_for("1 đã có, không nhập lại");
    terminal.press(key::ENTER);
    terminal.wait_for("Không có tệp nào để nhập");
    terminal.press(key::ESC);
    terminal.wait_gone("Xem trước khi nhập");
    terminal.wait_for("Mới 7");
    terminal.quit();
}

#[test]
fn what_is_refused_is_listed_with_its_reason_and_stops_nothing() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press("n");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    let dropped = ["171-BC-DU.docx", "khong co.docx", "BC_nhanh_nuoc_ThachQuy.docx"]
        .map(|name| format!("'{}'", sample(name)));
    terminal.send(&format!("\x1b[200~{}\x1b[201~", dropped.join(" ")));
    terminal.press(key::ENTER);
    // Before anything comes in each is named with what becomes of it; the reason of the one under the cursor below.
    let screen = terminal.wait_for("Sẽ nhập 1 tệp");
    for wanted in ["171-BC-DU.docx", "khong co.docx", "2 bị từ chối", "văn bản có dấu chỉ độ mật MẬT"]
    {
        assert!(screen.contains(wanted), "{wanted}:\n{screen}");
    }
    // Of what is secret not a line is shown.
    assert!(!screen.contains("CỘNG SẢN"), "{screen}");
    terminal.press(key::ENTER);
    let screen = terminal.wait_for("Bị từ chối (2)");
    for wanted in [
        "171-BC-DU.docx",
        "khong co.docx",
        "văn bản có dấu chỉ độ mật MẬT",
        "Không đọc được tệp",
        "Đã nhập (1)",
    ] {
        assert!(screen.contains(wanted), "{wanted}:\n{screen}");
    }
    terminal.press(key::ESC);
    terminal.wait_gone("Bị từ chối");
    terminal.wait_for("Mới 7");
    terminal.quit();
}

#[test]
fn a_report_sent_again_is_told_and_gathered_side_by_side() {
    let (folder, mut terminal) = opened(120, 40);
    terminal.press("n");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    let dropped =
        ["VinhThuy_T10.docx", "vinh thuy T10 gui lai.docx"].map(|name| format!("'{}'", sample(name)));
    terminal.send(&format!("\x1b[200~{}\x1b[201~", dropped.join(" ")));
    terminal.press(key::ENTER);
    // It is told before they come in, and again with the numbers they were given.
    terminal.wait_for("gửi lại?");
    terminal.wait_for("nội dung ở tệp VinhThuy_T10.docx");
    terminal.press(key::ENTER);
    // Three matters came in twice, one of them with other words.
    terminal.wait_for("Có thể gửi lại lần hai (3)");
    terminal.wait_for("giống 100% nội dung đã có ở 0001 (xã Vĩnh Thúy)");
    terminal.press(key::ESC);
    terminal.wait_gone("gửi lại lần hai");
    terminal.wait_for("Mới 12");
    terminal.press("/");
    terminal.type_keys("an toan thuc pham");
    terminal.press(key::ENTER);
    terminal.wait_for("an toàn thực phẩm");
    terminal.press("g");
    for wanted in [
        "Trùng với nội dung nào? 1/",
        "cùng đơn vị · cùng tiêu đề · cùng ngày",
        "Enter: ghi 0002 là trùng, giữ 0001",
    ] {
        terminal.wait_for(wanted);
    }
    terminal.press(key::ENTER);
    terminal.wait_gone("Trùng với nội dung nào?");
    terminal.wait_for("Mới 11");
    terminal.quit();
    // The one that came second is the duplicate, wherever the cursor stood.
    let file = folder.path().join("so-tay.duluan");
    let found = duluan(&["items", file.to_str().unwrap(), "tt:trùng", "--json"]);
    let found: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1, "{found:#}");
    assert_eq!(found[0]["arrival_number"], "0002");
}

#[test]
fn an_item_is_split_at_a_sentence_joined_and_split_again() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.wait_for("Mới 6");
    // Nothing to split in one sentence.
    terminal.press("s");
    terminal.wait_for("không có chỗ để tách");
    terminal.press("n");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    terminal.send(&format!("\x1b[200~{}\x1b[201~", sample("BC_nhanh_nuoc_ThachQuy.docx")));
    terminal.press(key::ENTER);
    terminal.wait_for("Sẽ nhập 1 tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Mới 7");
    terminal.press(key::HOME);
    terminal.wait_for("xã Thạch Quý · ");
    terminal.press("s");
    terminal.wait_for("Tách nội dung: nội dung mới bắt đầu");
    terminal.press(" ");
    terminal.wait_for("Enter tách thành 2 nội dung");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã tách thành 2 nội dung");
    terminal.wait_for("Mới 8");
    terminal.press("z");
    terminal.wait_for("Mới 7");
    terminal.quit();
}

fn duluan(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    assert_cmd::Command::cargo_bin("duluan")
        .unwrap()
        .args(arguments)
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path())
        .env_remove("DULUAN_LANG")
        .output()
        .unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = duluan(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn items_are_listed_newest_first_in_the_promised_shape() {
    let (_folder, path) = made();
    let file = path.to_str().unwrap();
    let all = json(&["items", file, "--json"]);
    let all = all.as_array().unwrap();
    assert_eq!(all.len(), 6);
    let books = &all[1];
    for name in [
        "id",
        "report",
        "arrival_number",
        "received_at",
        "title",
        "unit",
        "collaborator",
        "triage",
        "urgency",
        "kind",
        "verification",
        "topics",
        "issue",
        "streams",
        "excerpt",
    ] {
        assert!(books.get(name).is_some(), "{name}");
    }
    assert_eq!(books["title"], "Lo ngại giá sách giáo khoa năm học mới");
    assert_eq!(books["streams"][0]["band"], "many");
    assert_eq!(books["streams"][0]["group"], "Phụ huynh");
    assert_eq!(books["topics"][0], "Giáo dục");
    assert_eq!(all[5]["issue"], "Đường tránh qua thôn 1");
    assert_eq!(json(&["items", file, "tt:mới", "khẩn", "--json"]).as_array().unwrap().len(), 1);
    assert_eq!(json(&["items", file, "không:tinđồn", "--limit", "3", "--json"]).as_array().unwrap().len(), 3);
    assert_eq!(json(&["items", file, "gia dat", "--json"])[0]["title"], all[5]["title"]);
    // The shell takes the quotation marks away.
    assert_eq!(json(&["items", file, "đv:Hội LHPN", "--json"]).as_array().unwrap().len(), 2);
    let days = json(&["items", file, "từ:18/01", "đến:19/01", "--json"]);
    assert_eq!(days.as_array().unwrap().len(), 3);
}

#[test]
fn reports_are_listed_newest_first_in_the_promised_shape() {
    let (_folder, path) = made();
    let file = path.to_str().unwrap();
    let all = json(&["reports", file, "--json"]);
    let all = all.as_array().unwrap();
    assert_eq!(all.len(), 5);
    for name in [
        "id",
        "arrival_number",
        "received_at",
        "title",
        "unit",
        "collaborator",
        "channel",
        "period_kind",
        "urgency",
        "items",
    ] {
        assert!(all[1].get(name).is_some(), "{name}");
    }
    assert_eq!((&all[1]["items"], &all[1]["channel"]), (&Value::from(2), &Value::from("meeting")));
    assert_eq!(json(&["reports", file, "tinđồn", "--json"]).as_array().unwrap().len(), 1);
    assert_eq!(json(&["reports", file, "số:3", "--json"]).as_array().unwrap().len(), 0);
    assert_eq!(json(&["reports", file, "số:0003", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_wrong_filter_is_wrong_use_and_says_where() {
    let (_folder, path) = made();
    let output = duluan(&["items", path.to_str().unwrap(), "tt:xong"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("ký tự") && said.contains("mới"), "{said}");
    let output = duluan(&["items", path.to_str().unwrap()]);
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(table.lines().count() == 6 && table.contains("LA-H-0003"), "{table}");
}
