use rusqlite::params;
use uuid::Uuid;

use super::*;
use crate::file::merge::{self, MergeError, Merged};
use crate::file::scenarios::{PLAIN, office};
use crate::file::seal::Passphrases;
use crate::file::testing::new_file;
use crate::file::{Who, own, testing};

/// What must not show in a redacted bundle.
const TELLING: [&str; 9] = [
    "Đặng Thị Thanh Hương",
    "0912345678",
    "huong@locan.gov.vn",
    "Nguyễn Văn Hòa",
    "012345678901",
    "facebook.com/ai.do",
    "đơn thư viết tay",
    "Trần Văn Mẫu",
    "lý do riêng",
];

/// An office with a unit tree, a collaborator and a report of two items; the first item was edited twice.
fn filled(file: &mut OfficeFile) -> (Vec<Uuid>, Uuid) {
    let written = file.write("enter", |tx| {
        let office = own::make_office(tx)?;
        tx.execute("UPDATE office SET name = 'Đảng ủy xã Lộc An' WHERE id = ?1", [office])?;
        let [commune, village, other, person, report] = std::array::from_fn(|_| tx.new_id());
        tx.execute("INSERT INTO unit(id, name, level) VALUES (?1, 'xã Lộc An', 'commune')", [commune])?;
        tx.execute("INSERT INTO unit(id, parent, name) VALUES (?1, ?2, 'thôn 7')", [village, commune])?;
        tx.execute("INSERT INTO unit(id, name) VALUES (?1, 'xã không liên quan')", [other])?;
        tx.execute(
            "INSERT INTO collaborator(id, full_name, unit, email) VALUES (?1, ?2, ?3, ?4)",
            params![person, TELLING[0], village, TELLING[2]],
        )?;
        tx.execute(
            "INSERT INTO report(id, arrival_number, collaborator, submitter_name, unit, summary, note, received_at) \
             VALUES (?1, 'LA-H-0001', ?2, ?3, ?4, ?5, ?6, '2026-11-20T08:00:00')",
            params![report, person, TELLING[7], village, format!("Đồng chí {} gọi từ {}", TELLING[0], TELLING[1]), TELLING[8]],
        )?;
        tx.execute(
            "INSERT INTO attachment(id, report, name, content) VALUES (?1, ?2, 'thu.txt', ?3)",
            params![tx.new_id(), report, TELLING[6].as_bytes()],
        )?;
        let mut items = Vec::new();
        for (position, body) in [
            format!("Ông {} (CCCD {}) viết trên {} về nước đục.", TELLING[3], TELLING[4], TELLING[5]),
            "Giá điện".to_owned(),
        ]
        .iter()
        .enumerate()
        {
            let item = tx.new_id();
            tx.execute(
                "INSERT INTO item(id, report, position, title, body, note) VALUES (?1, ?2, ?3, 'Nước đục', ?4, ?5)",
                params![item, report, position as i64, body, TELLING[8]],
            )?;
            tx.execute(
                "INSERT INTO stream(id, item, gist) VALUES (?1, ?2, ?3)",
                params![tx.new_id(), item, format!("ĐẶNG THỊ THANH HƯƠNG nghe dân nói về nước ({})", TELLING[2])],
            )?;
            items.push(item);
        }
        Ok::<_, FileError>((items, other))
    });
    let (items, other) = written.unwrap().value;
    for title in ["Nước sinh hoạt đục", "Nước sinh hoạt đục kéo dài"] {
        file.write("edit", |tx| {
            Ok::<_, FileError>(
                tx.execute("UPDATE item SET title = ?2 WHERE id = ?1", params![items[0], title])?,
            )
        })
        .unwrap();
    }
    (items, other)
}

fn number(file: &OfficeFile, sql: &str) -> i64 {
    file.connection().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn chosen_items_come_with_their_history_and_all_they_refer_to() {
    let (folder, mut ours) = new_file();
    let (items, _) = filled(&mut ours);
    let out = folder.path().join("goi.duluan");
    let bundled = ours.bundle(&Choice::Items(vec![items[0]]), &out, Options::default()).unwrap();
    assert_eq!(bundled.bytes, std::fs::metadata(&out).unwrap().len());
    assert!(matches!(ours.bundle(&Choice::Roster, &out, Options::default()), Err(FileError::Exists(_))));
    let mut theirs = office(&folder.path().join("tinh.duluan"), "Chị Hoa");
    let before = number(&theirs, "SELECT count(*) FROM log");
    let merged = theirs.merge(&out, PLAIN).unwrap();
    assert_eq!((merged.records, merged.rows), (bundled.records, bundled.rows));
    assert_eq!(number(&theirs, "SELECT count(*) FROM log") - before, bundled.records as i64);
    for (sql, wanted) in [
        ("SELECT count(*) FROM item", 1),
        ("SELECT count(*) FROM log WHERE op = 1 AND tbl = 15", 2),
        ("SELECT count(*) FROM unit", 2),
        ("SELECT count(*) FROM collaborator JOIN report ON collaborator = collaborator.id", 1),
        ("SELECT count(*) FROM attachment", 1),
        ("SELECT count(*) FROM stream", 1),
        ("SELECT count(*) FROM held_there", 0),
    ] {
        assert_eq!(number(&theirs, sql), wanted, "{sql}");
    }
    assert_eq!(
        own::office(theirs.connection()).unwrap(),
        None,
        "whose bundle it is does not make the file theirs"
    );
    assert_eq!(theirs.check().unwrap(), []);
    assert_eq!(theirs.merge(&out, PLAIN).unwrap(), Merged::default(), "any number of times");
    // The other one, then the whole file: in any order both hold the same.
    let second = folder.path().join("goi-2.duluan");
    ours.bundle(&Choice::Items(vec![items[1]]), &second, Options::default()).unwrap();
    let mut other = office(&folder.path().join("tinh-2.duluan"), "Chị Hoa");
    for file in [&second, &ours.path().to_owned(), &out] {
        other.merge(file, PLAIN).unwrap();
    }
    theirs.merge(&second, PLAIN).unwrap();
    theirs.merge(ours.path(), PLAIN).unwrap();
    for file in [&theirs, &other] {
        assert_eq!(file.check().unwrap(), []);
        for table in ["item", "unit", "log"] {
            let count = format!("SELECT count(*) FROM {table}");
            assert_eq!(number(file, &count), number(&ours, &count), "{table}");
        }
    }
    // A bundle can be opened like any file.
    assert_eq!(office(&out, "").check().unwrap(), []);
}

#[test]
fn what_is_new_for_an_office_is_what_its_last_file_did_not_hold() {
    let (folder, mut ours) = new_file();
    let (items, unrelated) = filled(&mut ours);
    let province = folder.path().join("tinh.duluan");
    let mut theirs = office(&province, "Chị Hoa");
    let named = theirs.write("found", |tx| {
        let office = own::make_office(tx)?;
        tx.execute("UPDATE office SET name = 'Tỉnh ủy' WHERE id = ?1", [office])?;
        Ok::<_, FileError>(office)
    });
    let office = named.unwrap().value;
    theirs.merge(ours.path(), PLAIN).unwrap();
    ours.merge(&province, PLAIN).unwrap();
    assert_eq!(own::others(ours.connection()).unwrap(), [(office, "Tỉnh ủy".to_owned())]);
    let out = folder.path().join("khong-co-gi.duluan");
    let nothing = ours.bundle(&Choice::NewFor(office), &out, Options::default()).unwrap();
    assert_eq!((nothing, out.exists()), (Bundled::default(), false));
    ours.write("edit", |tx| {
        Ok::<_, FileError>(tx.execute("UPDATE item SET note = 'mới' WHERE id = ?1", [items[1]])?)
    })
    .unwrap();
    let out = folder.path().join("moi.duluan");
    ours.bundle(&Choice::NewFor(office), &out, Options::default()).unwrap();
    let bundle = office_of(&out);
    assert_eq!(number(&bundle, "SELECT count(*) FROM item"), 1);
    let unrelated =
        bundle.connection().prepare("SELECT 1 FROM unit WHERE id = ?1").unwrap().exists([unrelated]).unwrap();
    assert!(!unrelated, "what did not change stays behind");
    let merged = theirs.merge(&out, PLAIN).unwrap();
    assert_eq!((merged.records, merged.rows), (1, 1));
    // An equal file tells that it holds everything, though it brings nothing.
    ours.merge(&province, PLAIN).unwrap();
    let again = folder.path().join("nua.duluan");
    assert_eq!(ours.bundle(&Choice::NewFor(office), &again, Options::default()).unwrap().rows, 0);
    // Of an office that never sent a file nothing is known: it gets everything.
    let all = folder.path().join("tat-ca.duluan");
    ours.bundle(&Choice::NewFor(Uuid::now_v7()), &all, Options::default()).unwrap();
    let mut fresh = super::super::scenarios::office(&folder.path().join("khac.duluan"), "");
    fresh.merge(&all, PLAIN).unwrap();
    assert_eq!(fresh.merge(ours.path(), PLAIN).unwrap(), Merged::default());
}

fn office_of(path: &Path) -> OfficeFile {
    OfficeFile::open(path, Who::default(), &testing::Nothing).unwrap()
}

#[test]
fn the_roster_goes_down_without_what_people_reported() {
    let (folder, mut ours) = new_file();
    filled(&mut ours);
    let out = folder.path().join("danh-sach.duluan");
    ours.bundle(&Choice::Roster, &out, Options::default()).unwrap();
    let bundle = office_of(&out);
    for (table, wanted) in [("unit", 3), ("collaborator", 1), ("report", 0), ("item", 0), ("attachment", 0)] {
        assert_eq!(number(&bundle, &format!("SELECT count(*) FROM {table}")), wanted, "{table}");
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

#[test]
fn a_redacted_bundle_tells_nobody_in_any_byte_and_never_meets_its_original() {
    let (folder, mut ours) = new_file();
    let (items, _) = filled(&mut ours);
    let out = folder.path().join("che.duluan");
    let redaction = Redaction { note: "Bản trích đã che".into() };
    let options = Options { redact: Some(&redaction), ..Options::default() };
    ours.bundle(&Choice::Items(items.clone()), &out, options).unwrap();
    let bytes = std::fs::read(&out).unwrap();
    let original = std::fs::read(ours.path()).unwrap();
    for telling in TELLING {
        assert!(holds(&original, telling), "{telling} was never there");
        assert!(!holds(&bytes, telling), "{telling} shows");
        assert!(!holds(&bytes, &telling.to_uppercase()), "{telling} shows in capitals");
    }
    let bundle = office_of(&out);
    assert_eq!(bundle.check().unwrap(), []);
    assert_eq!(number(&bundle, "SELECT count(*) FROM item"), 2);
    assert_eq!(number(&bundle, "SELECT count(*) FROM log WHERE op > 0"), 0, "no history");
    for table in ["collaborator", "handler", "attachment", "unit"] {
        assert_eq!(number(&bundle, &format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
    let said: (String, String, String, String) = bundle
        .connection()
        .query_row("SELECT note, source_name, unit_name, summary FROM report", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap();
    assert_eq!((said.0.as_str(), said.1.as_str()), ("Bản trích đã che", "Đảng ủy xã Lộc An · LA-H-0001"));
    assert_eq!((said.2.as_str(), said.3.as_str()), ("thôn 7", "Đồng chí ••• gọi từ •••"));
    drop(bundle);
    ours.merge(&out, PLAIN).unwrap();
    assert_eq!(number(&ours, "SELECT count(*) FROM item"), 4, "new documents beside their originals");
    assert_eq!(ours.check().unwrap(), []);
}

#[test]
fn a_closed_bundle_opens_with_its_passphrase_alone() {
    let (folder, mut ours) = new_file();
    let (items, _) = filled(&mut ours);
    let out = folder.path().join("khoa.duluan");
    let passphrase = Passphrase::new("bí mật của xã");
    let options = Options { passphrase: Some(&passphrase), ..Options::default() };
    let bundled = ours.bundle(&Choice::Items(items), &out, options).unwrap();
    let bytes = std::fs::read(&out).unwrap();
    for telling in TELLING.iter().chain(&["SQLite format", "xã Lộc An", "collaborator"]) {
        assert!(!holds(&bytes, telling), "{telling} shows");
    }
    let mut theirs = office(&folder.path().join("tinh.duluan"), "Chị Hoa");
    let opens = |typed: &str| Passphrases::one(Passphrase::new(typed));
    let wrong = opens("bí mật của huyện");
    let before = std::fs::read(theirs.path()).unwrap();
    let answer = theirs.merge(&out, merge::Options { passphrases: Some(&wrong), ..PLAIN });
    assert!(matches!(answer, Err(MergeError::Other(FileError::WrongPassphrase))), "{answer:?}");
    assert!(matches!(theirs.merge(&out, PLAIN), Err(MergeError::Other(FileError::Sealed))));
    let opened = OfficeFile::open(&out, Who::default(), &testing::Nothing);
    assert!(matches!(opened, Err(FileError::SealedBundle)), "who opens it is told what it is");
    assert!(before == std::fs::read(theirs.path()).unwrap());
    let right = opens("bí mật của xã");
    let merged = theirs.merge(&out, merge::Options { passphrases: Some(&right), ..PLAIN }).unwrap();
    assert_eq!(merged.records, bundled.records);
    assert_eq!(theirs.check().unwrap(), []);
}

#[test]
fn a_bundle_that_cannot_be_written_leaves_nothing_behind() {
    let (folder, mut ours) = new_file();
    filled(&mut ours);
    let nowhere = folder.path().join("khong-co").join("goi.duluan");
    assert!(ours.bundle(&Choice::Roster, &nowhere, Options::default()).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
