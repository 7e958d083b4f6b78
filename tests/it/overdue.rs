//! Who has not reported: the command line, and the matrix in a real terminal.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use chrono::{Datelike, Days, Local, NaiveDate};
use duluan::file::{FileError, Who};
use duluan::inbox::model::{NewReport, PeriodKind, ReportKind};
use duluan::inbox::records::DutyRecord;
use duluan::inbox::store::{Numbering, insert_report, save_duty};
use duluan::roster::model::NewCollaborator;
use duluan::roster::store::insert_collaborator;

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

/// Three people report every week from Monday, due two weeks before they are looked at; and the office owes a month.
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
            due_day: -2,
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
        for (who, kind, day) in [(huong, ReportKind::Feedback, 1), (binh, ReportKind::Nothing, 6)] {
            let report = NewReport {
                received_at: (last_monday() + Days::new(day)).and_hms_opt(8, 0, 0),
                title: "Tuần qua".into(),
                collaborator: Some(who),
                kind,
                ..NewReport::default()
            };
            insert_report(tx, &report, &mut numbering)?;
        }
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
    assert!(lines.next().unwrap().trim().starts_with("muộn 2 ngày  Lê Thị Bình"), "{told}");

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
        assert_eq!(row["due"], (last_monday() + Days::new(4)).to_string());
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
