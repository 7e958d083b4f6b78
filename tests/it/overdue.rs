//! Who has not reported: the command line, and the matrix in a real terminal.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use chrono::{Datelike, Days, Local, NaiveDate};
use duluan::file::{FileError, Who};
use duluan::inbox::model::{NewItem, NewReport, NewStream, PeriodKind, ReportKind, Tendency};
use duluan::inbox::records::DutyRecord;
use duluan::inbox::store::{Numbering, insert_report, save_duty};
use duluan::roster::model::NewCollaborator;
use duluan::roster::store::insert_collaborator;

use crate::common::terminal::{Terminal, key};

fn duluan(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duluan"));
    command.env("DULUAN_CONFIG", home).env("HOME", home).env("XDG_DATA_HOME", home).env("DULUAN_LANG", "vi");
    command
}

/// The Monday of the last whole week.
fn last_monday() -> NaiveDate {
    let today = Local::now().date_naive();
    today - Days::new(u64::from(today.weekday().num_days_from_monday()) + 7)
}

/// Three people report every week from Monday, due on its last day, which is over for the last whole week on any day; one of
/// them sent a day late that there was nothing to report. And the office owes a month.
fn office(home: &Path) -> PathBuf {
    let path = home.join("so.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    file.write("enter", |tx| {
        let person = |name: &str| NewCollaborator { full_name: name.into(), ..NewCollaborator::default() };
        let huong = insert_collaborator(tx, &person("Nguyễn Thị Hương"))?;
        insert_collaborator(tx, &person("Trần Văn An"))?;
        let binh = insert_collaborator(tx, &person("Lê Thị Bình"))?;
        let weekly = DutyRecord {
            name: "Phản ánh tuần".into(),
            period: PeriodKind::Week,
            due_day: 0,
            weekend_rule: "keep".into(),
            ..DutyRecord::monthly()
        };
        save_duty(tx, &weekly)?;
        let owes = DutyRecord {
            name: "Báo cáo tháng".into(),
            direction: "owes".into(),
            counterpart: "Tỉnh ủy".into(),
            ..DutyRecord::monthly()
        };
        save_duty(tx, &owes)?;
        let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
        let day = |days: u64| last_monday() + Days::new(days);
        let told = NewReport {
            received_at: day(1).and_hms_opt(8, 0, 0),
            title: "Tuần qua".into(),
            collaborator: Some(huong),
            ..NewReport::default()
        };
        insert_report(tx, &told, &mut numbering)?;
        let nothing = NewReport {
            received_at: day(7).and_hms_opt(8, 0, 0),
            collaborator: Some(binh),
            kind: ReportKind::Nothing,
            period_kind: PeriodKind::Week,
            period_from: Some(day(0)),
            period_to: Some(day(6)),
            ..told
        };
        insert_report(tx, &nothing, &mut numbering)?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

#[test]
fn the_newest_period_that_is_over_is_told_and_asked_ones_as_json() {
    let home = tempfile::tempdir().unwrap();
    let path = office(home.path());
    let told = duluan(home.path()).arg("overdue").arg(&path).assert().success();
    let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    assert!(told.contains("Phản ánh tuần · tuần") && told.contains("Báo cáo tháng · tháng"), "{told}");

    let week = last_monday().iso_week();
    let period = format!("{}-W{:02}", week.year(), week.week());
    let told = duluan(home.path()).arg("overdue").arg(&path).args(["--period", &period]).assert().success();
    let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    let mut lines = told.lines();
    assert!(lines.next().unwrap().ends_with("chưa gửi 1, muộn 1, đúng hạn 1"), "{told}");
    assert_eq!(
        lines.next().unwrap().split_whitespace().collect::<Vec<_>>(),
        "chưa gửi Trần Văn An".split(' ').collect::<Vec<_>>()
    );
    assert!(lines.next().unwrap().trim().starts_with("muộn 1 ngày  Lê Thị Bình"), "{told}");

    let found = duluan(home.path())
        .arg("overdue")
        .arg(&path)
        .args(["--period", &period, "--json"])
        .assert()
        .success();
    let rows: serde_json::Value = serde_json::from_slice(&found.get_output().stdout).unwrap();
    let told = |row: &serde_json::Value| {
        [&row["collaborator"], &row["state"]].map(|value| value.as_str().unwrap_or_default().to_owned())
    };
    let rows = rows.as_array().unwrap();
    assert_eq!(
        rows.iter().map(told).collect::<Vec<_>>(),
        [["Trần Văn An", "missing"], ["Lê Thị Bình", "late"], ["Nguyễn Thị Hương", "on_time"]]
    );
    for row in rows {
        assert_eq!((&row["direction"], &row["period"]), (&"receives".into(), &period.as_str().into()));
        assert_eq!(row["due"], (last_monday() + Days::new(6)).to_string());
    }
}

#[test]
fn what_the_office_owes_is_in_it_and_bad_words_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let path = office(home.path());
    let found = duluan(home.path()).arg("overdue").arg(&path).arg("--json").assert().success();
    let rows: serde_json::Value = serde_json::from_slice(&found.get_output().stdout).unwrap();
    let owed: Vec<_> = rows.as_array().unwrap().iter().filter(|row| row["direction"] == "owes").collect();
    assert_eq!(owed.len(), 1);
    assert_eq!((&owed[0]["unit"], &owed[0]["state"]), (&"Tỉnh ủy".into(), &"missing".into()));

    let refused =
        duluan(home.path()).arg("overdue").arg(&path).args(["--period", "2026-13"]).assert().code(2);
    assert!(String::from_utf8_lossy(&refused.get_output().stderr).contains("2026-13"));
    duluan(home.path()).arg("overdue").arg(home.path().join("khong-co")).assert().code(3);
    let empty = home.path().join("trong.duluan");
    drop(duluan::office::create(&empty, Who::default()).unwrap());
    let told = duluan(home.path()).arg("overdue").arg(&empty).assert().success();
    assert!(String::from_utf8_lossy(&told.get_output().stderr).contains("chế độ báo cáo"));
    let found = duluan(home.path()).arg("overdue").arg(&empty).arg("--json").assert().success();
    assert_eq!(found.get_output().stdout, b"[]\n");
}

/// The number of rows of the file.
fn count(path: &Path, of: &str) -> i64 {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.query_row(&format!("SELECT count(*) FROM {of}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn the_matrix_is_opened_from_two_tabs_excuses_reminds_and_shows_reports() {
    let home = tempfile::tempdir().unwrap();
    let path = office(home.path());
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Hộp báo cáo");
    terminal.type_keys("15");
    let screen = terminal.wait_for("chưa gửi 1, muộn 1, đúng hạn 1");
    assert!(screen.contains("Ai chưa báo cáo  Phản ánh tuần"), "{screen}");
    let row = |screen: &str, name: &str| {
        screen.lines().find(|line| line.contains(name)).map(|line| line.trim_end().to_owned()).unwrap()
    };
    assert!(row(&screen, "Lê Thị Bình").contains("●+1"), "{screen}");
    assert!(row(&screen, "Nguyễn Thị Hương").contains("●"), "{screen}");

    // An, the first by given name, is excused with a reason, and that is taken back.
    terminal.type_keys("p");
    terminal.wait_for("Vì sao Trần Văn An không phải gửi tuần");
    terminal.press(key::ENTER);
    terminal.wait_for("Ghi lý do miễn");
    terminal.type_keys("Đi học");
    terminal.press(key::ENTER);
    let screen = terminal.wait_for("muộn 1, đúng hạn 1, được miễn 1");
    assert!(screen.contains("được miễn · Đi học"), "{screen}");
    assert_eq!(count(&path, "duty_excuse WHERE deleted = 0 AND reason = 'Đi học'"), 1);
    terminal.type_keys("z");
    terminal.wait_for("chưa gửi 1, muộn 1, đúng hạn 1");
    assert_eq!(count(&path, "duty_excuse WHERE deleted = 0"), 0);
    terminal.press(key::CTRL_Y);
    terminal.wait_for("được miễn 1");
    terminal.press(key::DELETE);
    terminal.wait_for("chưa gửi 1, muộn 1, đúng hạn 1");
    assert_eq!(count(&path, "duty_excuse WHERE deleted = 0"), 0);

    // The list of those to be reminded is shown as it was copied.
    terminal.type_keys("n");
    let screen = terminal.wait_for("1. Trần Văn An");
    assert!(screen.contains("Đã chép lời nhắc 1 nơi"), "{screen}");
    assert!(!screen.contains("2. "), "{screen}");
    terminal.press(key::ESC);
    terminal.wait_gone("1. Trần Văn An");

    // Only who lacks the week, then everybody again; the cell of Bình leads to her report.
    terminal.type_keys("l");
    terminal.wait_gone("Lê Thị Bình");
    terminal.type_keys("l");
    terminal.wait_for("Lê Thị Bình");
    terminal.press(key::DOWN);
    terminal.wait_for("muộn 1 ngày");
    terminal.press(key::ENTER);
    terminal.wait_for("không phát sinh");
    terminal.wait_for("Người gửi");
    terminal.press(key::ESC);
    terminal.wait_for("Ai chưa báo cáo");

    // What the office owes, and back to the tab it was opened from; from the inbox it opens too.
    terminal.press(key::TAB);
    let screen = terminal.wait_for("Cơ quan phải gửi");
    assert!(row(&screen, "Báo cáo tháng").contains('×'), "{screen}");
    terminal.press(key::ESC);
    terminal.wait_for("[1 Cộng tác viên");
    terminal.type_keys("35");
    terminal.wait_for("Ai chưa báo cáo");
    terminal.press(key::ESC);
    terminal.wait_for("[3 Hộp báo cáo");
    terminal.quit();
}

#[test]
fn a_duty_is_set_and_mended_from_the_matrix() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("moi.duluan");
    drop(duluan::office::create(&path, Who::default()).unwrap());
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Hộp báo cáo");
    terminal.type_keys("5");
    terminal.wait_for("Nhấn Insert để đặt");
    terminal.press(key::INSERT);
    terminal.wait_for("Tên chế độ");
    terminal.type_keys("Báo cáo tháng");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu");
    terminal.type_keys("5");
    terminal.wait_for("chưa áp dụng với ai");
    assert_eq!(count(&path, "duty WHERE deleted = 0 AND name = 'Báo cáo tháng'"), 1);
    terminal.quit();
}

#[test]
fn charts_are_drawn_of_the_filter_and_of_no_few_reports() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("bieu-do.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    file.write("enter", |tx| {
        let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
        for (day, title) in [(1, "Đường"), (1, "Đường"), (2, "Đường"), (3, "Nước"), (9, "Nước"), (9, "Nước")]
        {
            let report = NewReport {
                received_at: (last_monday() - Days::new(day)).and_hms_opt(8, 0, 0),
                title: title.into(),
                items: vec![NewItem {
                    title: title.into(),
                    streams: vec![NewStream { tendency: Tendency::Worry, ..NewStream::default() }],
                    ..NewItem::default()
                }],
                ..NewReport::default()
            };
            insert_report(tx, &report, &mut numbering)?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Đường");
    terminal.type_keys("6");
    let screen = terminal.wait_for("Đếm 6 báo cáo");
    let bar = |screen: &str, number: &str| {
        let line = screen.lines().find(|line| line.contains(number) && line.contains('▄')).unwrap();
        line.matches('▄').count()
    };
    assert!(bar(&screen, " 4 ") > bar(&screen, " 2 "), "{screen}");
    terminal.press(key::LEFT);
    let screen = terminal.wait_for("[Khuynh hướng]");
    assert!(screen.contains("▒ băn khoăn"), "{screen}");
    terminal.press(key::ESC);
    terminal.wait_gone("Khuynh hướng");
    // A filter with fewer reports draws nothing, and says why.
    terminal.type_keys("f");
    terminal.type_keys("nuoc");
    terminal.press(key::ENTER);
    terminal.wait_gone("Đường");
    terminal.type_keys("6");
    let screen = terminal.wait_for("chỉ có 3 báo cáo");
    assert!(!screen.contains('▄'), "{screen}");
    terminal.quit();
}
