//! Merging on the command line: many files, a dry run, refusals, and whose office a file is.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use duluan::file::{FileError, OfficeFile, Who};
use duluan::office;
use duluan::settings::Settings;

use crate::common::duluan;

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

#[test]
fn a_closed_bundle_goes_up_and_leaves_nothing_readable() {
    let folder = tempfile::tempdir().unwrap();
    let commune = office_file(folder.path(), "Đảng ủy xã Lộc An", "LA", 2);
    office_file(folder.path(), "Tỉnh ủy Nam Sơn", "TU", 0);
    std::fs::write(folder.path().join("mk.txt"), "mật khẩu của xã\n").unwrap();
    std::fs::write(folder.path().join("sai.txt"), "mật khẩu khác hẳn\n").unwrap();
    let temporary = folder.path().join("tam");
    std::fs::create_dir(&temporary).unwrap();
    let run = |arguments: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_duluan"))
            .args(arguments)
            .env("DULUAN_BACKUPS", folder.path().join("backups"))
            .env("DULUAN_CONFIG", folder.path().join("config"))
            .env("DULUAN_LANG", "vi")
            .env("TMPDIR", &temporary)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(std::fs::read_dir(&temporary).unwrap().count(), 0, "{arguments:?} left something behind");
        done
    };
    let bundle = ["bundle", "LA.duluan", "--out", "goi.duluan", "--items", "giá điện", "--encrypt"];
    let nobody = run(&bundle);
    assert_eq!((nobody.status.code(), folder.path().join("goi.duluan").exists()), (Some(2), false));
    let made = run(&[&bundle[..], &["--passphrase-file", "mk.txt"]].concat());
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    assert!(text(&made.stdout).contains("khóa bằng mật khẩu"), "{}", text(&made.stdout));
    let bytes = std::fs::read(folder.path().join("goi.duluan")).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    let title = "Giá điện".as_bytes();
    assert!(!bytes.windows(title.len()).any(|part| part == title));
    for (with, said) in [(None, "khóa bằng mật khẩu"), (Some("sai.txt"), "không mở được")] {
        let mut arguments = vec!["merge", "TU.duluan", "goi.duluan"];
        arguments.extend(with.iter().flat_map(|file| ["--passphrase-file", file]));
        let refused = run(&arguments);
        assert_eq!(refused.status.code(), Some(1));
        assert!(text(&refused.stderr).contains(said), "{}", text(&refused.stderr));
    }
    let merged = run(&["merge", "TU.duluan", "goi.duluan", "--passphrase-file", "mk.txt", "--json"]);
    assert_eq!(merged.status.code(), Some(0), "{}", text(&merged.stderr));
    assert_eq!(json(&merged)["by_kind"]["item"], 2);
    let info = opened(&folder.path().join("TU.duluan")).info().unwrap();
    assert_eq!((info.office.as_str(), info.items), ("Tỉnh ủy Nam Sơn", 2));
    // What the province writes goes down as what is new for the commune.
    let unknown = run(&["bundle", "TU.duluan", "--out", "xuong.duluan", "--new-for", "Hòa Bình"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("Đảng ủy xã Lộc An"), "the known ones are named");
    assert_eq!(run(&["merge", "TU.duluan", "LA.duluan"]).status.code(), Some(0));
    let down = run(&["bundle", "TU.duluan", "--out", "xuong.duluan", "--new-for", "loc an", "--json"]);
    assert!(json(&down)["rows"].as_i64().unwrap() > 0);
    assert_eq!(run(&["merge", "LA.duluan", "xuong.duluan"]).status.code(), Some(0));
    assert_eq!(opened(&commune).info().unwrap().office, "Đảng ủy xã Lộc An");
    let redacted = run(&["bundle", "LA.duluan", "--out", "che.duluan", "--items", "giá điện", "--redact"]);
    assert_eq!(redacted.status.code(), Some(0));
    assert!(text(&redacted.stdout).contains("Đã che"), "{}", text(&redacted.stdout));
}

#[test]
fn colleagues_publish_to_a_shared_file_and_a_pulled_stick_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let own = office_file(folder.path(), "Đảng ủy xã Lộc An", "LA", 1);
    let stick = folder.path().join("the-nho");
    std::fs::create_dir(&stick).unwrap();
    let put = duluan(folder.path(), &["publish", "LA.duluan", "the-nho/so.duluan"]);
    assert_eq!(put.status.code(), Some(0), "{}", text(&put.stderr));
    let fetched = duluan(folder.path(), &["publish", "ban-hai.duluan", "the-nho/so.duluan", "--json"]);
    assert_eq!((&json(&fetched)["made"], &json(&fetched)["put"]), (&true.into(), &false.into()));
    let add = |path: &Path, name: &str| {
        opened(path)
            .write("enter", |tx| {
                let unit = tx.new_id();
                Ok::<_, FileError>(tx.execute("INSERT INTO unit(id, name) VALUES (?1, ?2)", (unit, name))?)
            })
            .unwrap();
    };
    add(&own, "thôn một");
    add(&folder.path().join("ban-hai.duluan"), "thôn hai");
    std::fs::rename(&stick, folder.path().join("rut-ra")).unwrap();
    let gone = duluan(folder.path(), &["publish", "LA.duluan", "the-nho/so.duluan"]);
    assert_eq!(gone.status.code(), Some(3));
    assert!(text(&gone.stderr).contains("vẫn còn nguyên trong LA.duluan"), "{}", text(&gone.stderr));
    std::fs::rename(folder.path().join("rut-ra"), &stick).unwrap();
    for file in ["LA.duluan", "ban-hai.duluan", "LA.duluan"] {
        assert_eq!(duluan(folder.path(), &["publish", file, "the-nho/so.duluan"]).status.code(), Some(0));
    }
    for file in ["LA.duluan", "ban-hai.duluan", "the-nho/so.duluan"] {
        assert_eq!(opened(&folder.path().join(file)).info().unwrap().units, 3, "{file}");
    }
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 1, "nothing lies beside the shared file");
}
