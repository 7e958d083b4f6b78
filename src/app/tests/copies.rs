//! The pages over the tabs filled: every kind of question, a merge looked at.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rusqlite::params;
use uuid::Uuid;

use super::Bench;
use super::screens::{compare, morning, office_file};
use crate::app::program::Stage;
use crate::file::merge::Options;
use crate::file::{FileError, OfficeFile, Tx, Who};
use crate::office;

const QUESTIONS: &[(&str, &str)] = &[
    ("clash", "f6"),
    ("clash-answers", "f6 enter"),
    ("clash-third", "f6 enter down down enter"),
    ("deleted", "f6 down down"),
    ("deleted-answers", "f6 down down enter"),
    ("circle", "f6 down down down"),
    ("circle-answers", "f6 down down down enter"),
    ("number", "f6 down down down down"),
    ("item", "f6 down down down down down"),
    ("person", "f6 down down down down down down"),
    ("person-answers", "f6 down down down down down down enter"),
    ("person-join", "f6 down down down down down down enter enter"),
    ("unit", "f6 down down down down down down down"),
];
const MERGES: &[(&str, &str)] = &[
    ("merge-path", "3 ctrl-p '$merge' enter"),
    ("share", "3 ctrl-p '$publish' enter"),
    ("share-refused", "3 ctrl-p '$publish' enter '/khong-co/so.duluan' ctrl-s"),
    ("give", "3 ctrl-p '$bundle' enter tab tab tab tab shift-home '/home/hoa/Documents/goi.duluan' tab"),
    ("merge-closed", "3 ctrl-p '$merge' enter '$folder/goi.duluan' enter"),
    ("merge-preview", "3 ctrl-p '$merge' enter '$folder/cac-xa' enter"),
    ("merge-result", "3 ctrl-p '$merge' enter '$folder/cac-xa' enter enter"),
    ("merge-next", "3 ctrl-p '$merge' enter '$folder/cac-xa' enter enter enter"),
    ("merges", "3 ctrl-p '$merge' enter '$folder/cac-xa' enter enter esc"),
];
const DONE: &[(&str, &str)] =
    &[("done", "3 t b l enter 1 down f2 'x' ctrl-s f7"), ("done-question", "3 t b f7 down enter")];

#[test]
fn every_kind_of_question() {
    compare("copies", QUESTIONS, |bench, folder| {
        static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = BYTES.get_or_init(|| {
            let (ours, theirs) = copies(folder);
            opened(&ours, HOA).merge(&theirs, Options::default()).unwrap();
            std::fs::read(ours).unwrap()
        });
        let path = folder.join("so-tay.duluan");
        std::fs::write(&path, bytes).unwrap();
        bench.program.open(&path).unwrap();
    });
}

#[test]
fn a_merge_looked_at() {
    compare("copies", MERGES, |bench, folder| {
        bench.program.open(&copies(folder).0).unwrap();
        // Known by its head; nobody gets as far as opening it.
        let closed = "age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 18\n";
        std::fs::write(folder.join("goi.duluan"), closed).unwrap();
        write_in_the_morning(bench);
    });
}

#[test]
fn what_was_done_in_this_run() {
    compare("copies", DONE, |bench, folder| {
        bench.program.open(&office_file(folder)).unwrap();
        write_in_the_morning(bench);
    });
}

/// What the program writes from now on was written on the day of the screens.
fn write_in_the_morning(bench: &mut Bench) {
    let at = morning().and_utc().timestamp_millis();
    let Stage::Desk(desk) = &mut bench.program.stage else { panic!("an office is open") };
    desk.write_for_all(Box::new(move |file, _| {
        file.set_clock(Box::new(move || at));
        Ok(Box::new(()))
    }))
    .unwrap();
    bench.rest();
}

const HOA: (&str, &str) = ("Lê Hoa", "Ban Xây dựng Đảng xã Lộc An");
const NAM: (&str, &str) = ("Nguyễn Hữu Hoàng Nam", "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn");

fn opened(path: &Path, (person, office): (&str, &str)) -> OfficeFile {
    let who = Who { person: person.into(), office: office.into(), ..Who::default() };
    let mut file = office::open(path, who).unwrap();
    let at = morning().and_utc().timestamp_millis() - 3_600_000;
    file.set_clock(Box::new(move || at));
    file
}

fn edit(file: &mut OfficeFile, action: &'static str, body: impl FnOnce(&Tx) -> Result<(), FileError>) {
    file.write(action, body).unwrap();
}

/// The demonstration office and a copy somebody else worked on; whatever can be asked is asked when they come together.
fn copies(folder: &Path) -> (PathBuf, PathBuf) {
    let path = office_file(folder);
    let mut ours = opened(&path, HOA);
    let id = |sql: &str| -> Uuid { ours.connection().query_row(sql, [], |row| row.get(0)).unwrap() };
    let person = id("SELECT id FROM collaborator WHERE deleted = 0 ORDER BY full_name, id LIMIT 1");
    let twin = id("SELECT id FROM collaborator WHERE deleted = 0 ORDER BY full_name DESC, id LIMIT 1");
    let item = id("SELECT item FROM item_doc ORDER BY doc DESC LIMIT 1");
    let said_before = id(
        "SELECT item FROM item_doc JOIN item ON item.id = item_doc.item WHERE length(body) > 150 ORDER BY doc DESC LIMIT 1",
    );
    let (one, other) = (
        id("SELECT id FROM unit WHERE level = 'base' ORDER BY name, id LIMIT 1"),
        id("SELECT id FROM unit WHERE level = 'base' ORDER BY name DESC, id LIMIT 1"),
    );
    let commune = id("SELECT id FROM unit WHERE level = 'commune' ORDER BY name, id LIMIT 1");
    let (class, guest) = (Uuid::from_u128(0x7000 << 64 | 1), Uuid::from_u128(0x7000 << 64 | 2));
    edit(&mut ours, "class-add", |tx| {
        tx.execute(
            "INSERT INTO class (id, title) VALUES (?1, 'Lớp bồi dưỡng nghiệp vụ nắm bắt dư luận xã hội')",
            [class],
        )?;
        Ok(())
    });
    drop(ours);
    let inside = folder.join("cac-xa");
    std::fs::create_dir_all(&inside).unwrap();
    let copy = inside.join("tinh-uy-nam-son.duluan");
    std::fs::copy(&path, &copy).unwrap();
    std::fs::write(inside.join("xa-hong.duluan"), "không phải sổ").unwrap();
    let (mut ours, mut theirs) = (opened(&path, HOA), opened(&copy, NAM));
    edit(&mut ours, "collaborator-edit", |tx| {
        tx.execute("UPDATE collaborator SET post = 'Bí thư chi bộ' WHERE id = ?1", [person])?;
        Ok(())
    });
    edit(&mut ours, "item-edit", |tx| {
        tx.execute("UPDATE item SET title = 'Nước sinh hoạt ở cuối xã đục kéo dài năm ngày, nhiều hộ phải xin nước' WHERE id = ?1", [item])?;
        tx.execute("UPDATE class SET deleted = 1 WHERE id = ?1", [class])?;
        tx.execute("UPDATE unit SET parent = ?2 WHERE id = ?1", [one, other])?;
        number(tx, 1, "08", "Loa truyền thanh hỏng ở ba thôn")
    });
    edit(&mut theirs, "collaborator-edit", |tx| {
        tx.execute("UPDATE collaborator SET post = 'Phó Bí thư Thường trực Đảng ủy, Chủ nhiệm Ủy ban Kiểm tra' WHERE id = ?1", [person])?;
        Ok(())
    });
    edit(&mut theirs, "item-edit", |tx| {
        tx.execute("UPDATE item SET title = 'Nước sinh hoạt đục' WHERE id = ?1", [item])?;
        tx.execute(
            "INSERT INTO participant (id, class, full_name) VALUES (?1, ?2, 'Trần Thị Mẫu')",
            [guest, class],
        )?;
        tx.execute("UPDATE unit SET parent = ?2 WHERE id = ?1", [other, one])?;
        number(tx, 2, "09", "Thu gom rác chậm")?;
        again(tx, said_before, twin, commune)
    });
    (path, copy)
}

/// A report that bears the number of another.
fn number(tx: &Tx, mark: u128, hour: &str, title: &str) -> Result<(), FileError> {
    let report = Uuid::from_u128(0x7001 << 64 | mark);
    tx.execute(
        "INSERT INTO report (id, arrival_number, received_at, title) VALUES (?1, 'NS-H-9999', ?2, ?3)",
        params![report, format!("2026-11-21T{hour}:00:00"), title],
    )?;
    Ok(())
}

/// What stands in the file already, entered a second time.
fn again(tx: &Tx, item: Uuid, person: Uuid, unit: Uuid) -> Result<(), FileError> {
    let fresh = |mark: u128| Uuid::from_u128(0x7002 << 64 | mark);
    let (report, copy, twin, place) = (fresh(1), fresh(2), fresh(3), fresh(4));
    tx.execute(
        "INSERT INTO report (id, arrival_number, received_at, unit, channel) \
         SELECT ?1, 'NS-N-0001', received_at, unit, 'phone' FROM report WHERE id = (SELECT report FROM item WHERE id = ?2)",
        [report, item],
    )?;
    tx.execute(
        "INSERT INTO item (id, report, title, body) SELECT ?1, ?2, title, replace(body, ' một', ' cả') FROM item WHERE id = ?3",
        [copy, report, item],
    )?;
    tx.execute(
        "INSERT INTO collaborator (id, full_name, unit, post, email) \
         SELECT ?1, full_name, unit, 'Cán bộ văn phòng', 'nguoi.viet@example.vn' FROM collaborator WHERE id = ?2",
        [twin, person],
    )?;
    tx.execute(
        "INSERT INTO unit (id, name, parent, level) SELECT ?1, upper(substr(name, 1, 1)) || substr(name, 2), parent, level \
         FROM unit WHERE id = ?2",
        [place, unit],
    )?;
    Ok(())
}
