//! `duluan export`: what comes out can be read by other programs, and nothing half written is left.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use calamine::Reader as _;

fn duluan(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duluan"));
    command.env("DULUAN_CONFIG", home).env("HOME", home).env("XDG_DATA_HOME", home);
    command
}

fn office(home: &Path) -> std::path::PathBuf {
    let file = home.join("so.duluan");
    duluan(home)
        .arg("demo")
        .arg(&file)
        .args(["--reports", "30", "--collaborators", "12", "--seed", "7"])
        .assert()
        .success();
    file
}

#[test]
fn every_kind_is_written_as_excel_csv_and_json_and_people_as_cards() {
    let home = tempfile::tempdir().unwrap();
    let file = office(home.path());
    for what in ["roster", "reports", "items", "training"] {
        let json = home.path().join(format!("{what}.json"));
        duluan(home.path()).arg("export").arg(&file).arg(what).arg("--out").arg(&json).assert().success();
        let rows: serde_json::Value = serde_json::from_slice(&fs::read(&json).unwrap()).unwrap();
        let rows = rows.as_array().unwrap();
        assert!(!rows.is_empty(), "{what}");

        let book = home.path().join(format!("{what}.xlsx"));
        duluan(home.path()).arg("export").arg(&file).arg(what).arg("--out").arg(&book).assert().success();
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(&book).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(sheet.height(), rows.len() + 1, "{what}");

        let csv = home.path().join(format!("{what}.csv"));
        duluan(home.path()).arg("export").arg(&file).arg(what).arg("--out").arg(&csv).assert().success();
        let bytes = fs::read(&csv).unwrap();
        assert!(bytes.starts_with("\u{feff}".as_bytes()), "{what}: Excel needs the mark");
        let lines: Vec<csv::StringRecord> =
            csv::Reader::from_reader(bytes.as_slice()).into_records().collect::<Result<_, _>>().unwrap();
        assert_eq!(lines.len(), rows.len(), "{what}");
    }
    let cards = home.path().join("roster.vcf");
    duluan(home.path()).arg("export").arg(&file).arg("roster").arg("--out").arg(&cards).assert().success();
    let cards = fs::read_to_string(&cards).unwrap();
    assert_eq!(cards.matches("BEGIN:VCARD\r\nVERSION:4.0\r\n").count(), 12);
    assert_eq!(cards.matches("END:VCARD\r\n").count(), 12);
    let left: Vec<_> = fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(".part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn an_ending_that_names_no_format_is_wrong_use() {
    let home = tempfile::tempdir().unwrap();
    let file = office(home.path());
    let out = home.path().join("roster.doc");
    let refused =
        duluan(home.path()).arg("export").arg(&file).arg("roster").arg("--out").arg(&out).assert().code(2);
    let said = String::from_utf8(refused.get_output().stderr.clone()).unwrap();
    assert!(said.contains(".csv") && said.contains(".json"), "{said}");
    assert!(!out.exists());
}
