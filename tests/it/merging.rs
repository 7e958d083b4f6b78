//! Merging on the command line: many files, a dry run, refusals, and whose office a file is.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use duluan::file::{FileError, OfficeFile, Who};
use duluan::office;
use duluan::settings::Settings;

/// The file of an office with so many reports.
fn office_file(folder: &Path, name: &str, prefix: &str, reports: usize) -> PathBuf {
    let path = folder.join(format!("{prefix}.duluan"));
    let settings = Settings { office: name.into(), prefix: prefix.into(), ..Settings::default() };
    let mut file = office::found(&path, &settings).unwrap();
    file.write("import-reports", |tx| {
        let unit = tx.new_id();
        tx.execute("INSERT INTO unit(id, name, level) VALUES (?1, ?2, 'commune')", (unit, name))?;
        for number in 0..reports {
            let report = tx.new_id();
            tx.execute(
                "INSERT INTO report(id, arrival_number, received_at, unit) VALUES (?1, ?2, '2026-11-20T08:00:00', ?3)",
                (report, format!("{prefix}-H-{number:04}"), unit),
            )?;
            tx.execute("INSERT INTO item(id, report, title) VALUES (?1, ?2, 'Giá điện')", (tx.new_id(), report))?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

fn duluan(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_duluan"))
        .args(arguments)
        .env("DULUAN_BACKUPS", folder.join("backups"))
        .env("DULUAN_CONFIG", folder.join("config"))
        .env("DULUAN_LANG", "vi")
        .current_dir(folder)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)))
}

fn opened(path: &Path) -> OfficeFile {
    office::open(path, Who::default()).unwrap()
}

#[test]
fn a_province_takes_in_its_communes_and_stays_itself() {
    let folder = tempfile::tempdir().unwrap();
    let province = office_file(folder.path(), "Tỉnh ủy Nam Sơn", "TU", 0);
    office_file(folder.path(), "Đảng ủy xã Lộc An", "LA", 2);
    office_file(folder.path(), "Đảng ủy xã Hòa Bình", "HB", 3);
    std::fs::write(folder.path().join("thu.duluan"), "đây là một bức thư, không phải sổ").unwrap();
    let others = ["LA.duluan", "thu.duluan", "HB.duluan"];
    let before = std::fs::read(&province).unwrap();
    let planned = duluan(folder.path(), &[&["merge", "TU.duluan", "--dry-run"], &others[..]].concat());
    assert_eq!(planned.status.code(), Some(1));
    let said = text(&planned.stdout);
    for told in ["Sẽ gộp", "5  báo cáo", "Đảng ủy xã Lộc An", "Đảng ủy xã Hòa Bình", "Chưa ghi gì"]
    {
        assert!(said.contains(told), "{told} is missing:\n{said}");
    }
    assert!(text(&planned.stderr).contains("thu.duluan"), "the refused file is named");
    assert!(before == std::fs::read(&province).unwrap());
    let planned =
        json(&duluan(folder.path(), &[&["merge", "TU.duluan", "--dry-run", "--json"], &others[..]].concat()));
    let done = duluan(folder.path(), &[&["merge", "TU.duluan", "--json"], &others[..]].concat());
    assert_eq!(done.status.code(), Some(1));
    let done = json(&done);
    assert_eq!(planned["records"], done["records"]);
    assert_eq!((&done["clashes"], &done["complete"]), (&0.into(), &true.into()), "{done}");
    assert_eq!((&done["by_kind"]["report"], &done["by_kind"]["item"]), (&5.into(), &5.into()));
    assert_eq!(planned["by_unit"][0]["unit"], "Đảng ủy xã Hòa Bình");
    assert!(done["refused"][0]["source"].as_str().unwrap().ends_with("thu.duluan"));
    assert!(done["refused"][0]["reason"].as_str().unwrap().contains("không phải sổ"));
    assert_eq!(std::fs::read_dir(folder.path().join("backups")).unwrap().count(), 1, "one backup");
    let info = opened(&province).info().unwrap();
    assert_eq!((info.office.as_str(), info.reports, info.decisions), ("Tỉnh ủy Nam Sơn", 5, 0));
    let again = duluan(folder.path(), &["merge", "TU.duluan", "LA.duluan", "HB.duluan"]);
    assert_eq!(again.status.code(), Some(0));
    assert!(text(&again.stdout).contains("Hai bên đã giống nhau"), "{}", text(&again.stdout));
}
