use std::path::Path;

use rusqlite::params;
use uuid::Uuid;

use super::*;
use crate::file::merge::Options;
use crate::file::{FileError, OfficeFile, Who, decisions};
use crate::office;
use crate::roster::model::NewCollaborator;
use crate::roster::store::{insert_collaborator, set_phones};

mod after;
mod random;
mod reorganise;
mod week;

const PLAIN: Options =
    Options { backups: None, dry_run: false, by_unit: false, passphrases: None, stop: None };

fn opened(path: &Path, person: &str) -> OfficeFile {
    let who = Who { person: person.into(), office: "Đảng ủy xã Lộc An".into(), ..Who::default() };
    if path.exists() { office::open(path, who) } else { office::create(path, who) }.unwrap()
}

fn unit(file: &mut OfficeFile, name: &str, parent: Option<Uuid>) -> Uuid {
    file.write("enter", |tx| {
        let id = tx.new_id();
        tx.execute("INSERT INTO unit (id, name, parent) VALUES (?1, ?2, ?3)", params![id, name, parent])?;
        Ok::<_, FileError>(id)
    })
    .unwrap()
    .value
}

fn person(file: &mut OfficeFile, name: &str, unit: Uuid, phone: &str) -> Uuid {
    file.write("enter", |tx| {
        let new = NewCollaborator {
            full_name: name.to_owned(),
            unit: Some(unit),
            phones: vec![phone.to_owned()],
            ..NewCollaborator::default()
        };
        insert_collaborator(tx, &new).map_err(FileError::from)
    })
    .unwrap()
    .value
}

fn item(file: &mut OfficeFile, unit: Uuid, by: Option<Uuid>, body: &str) -> Uuid {
    file.write("enter", |tx| {
        let (report, item) = (tx.new_id(), tx.new_id());
        tx.execute(
            "INSERT INTO report (id, received_at, unit, collaborator) VALUES (?1, '2026-11-05T08:00:00', ?2, ?3)",
            params![report, unit, by],
        )?;
        tx.execute("INSERT INTO item (id, report, body) VALUES (?1, ?2, ?3)", params![item, report, body])?;
        Ok::<_, FileError>(item)
    })
    .unwrap()
    .value
}

/// The pairs asked about, of one kind.
fn asked(file: &OfficeFile, kind: Kind) -> Vec<Vec<Uuid>> {
    let open = decisions::list(file.connection()).unwrap();
    open.into_iter().filter(|open| open.kind == kind.id()).map(|open| open.rows).collect()
}

fn get<T: rusqlite::types::FromSql>(file: &OfficeFile, sql: &str, id: Uuid) -> T {
    file.connection().query_row(sql, [id], |row| row.get(0)).unwrap()
}

const WATER: &str = "Nước sinh hoạt ở cuối thôn đục kéo dài năm ngày, nhiều hộ phải đi xin nước về dùng, đề nghị xã \
    cho kiểm tra đường ống và thông báo lịch cấp nước luân phiên để bà con biết mà tích trữ.";

#[test]
fn a_person_entered_twice_is_asked_about_and_joined_with_everything_that_refers_to_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut file, "xã Lộc An", None);
    let one = person(&mut file, "Nguyễn Thị Hương", commune, "0912345678");
    let other = person(&mut file, "Nguyễn Thị Hương", commune, "0987000111");
    let stranger = person(&mut file, "Trần Văn Nam", commune, "0912345678");
    assert_eq!(asked(&file, Kind::Person), [[one, other]], "an office's line makes nobody one");
    let reported = item(&mut file, commune, Some(other), WATER);
    file.write("edit", |tx| {
        Ok::<_, FileError>(tx.execute("UPDATE collaborator SET email = 'h@x.vn' WHERE id = ?1", [other])?)
    })
    .unwrap();
    let would = would_join(file.connection(), Kind::Person, other).unwrap();
    assert_eq!(would, [("collaborator_phone", 1), ("report", 1)]);
    let moved = file.write("join", |tx| join(tx, Kind::Person, one, other)).unwrap().value;
    assert_eq!(moved, 2);
    let by = "SELECT r.collaborator FROM item i JOIN report r ON r.id = i.report WHERE i.id = ?1";
    assert_eq!(get::<Uuid>(&file, by, reported), one);
    assert_eq!(get::<String>(&file, "SELECT email FROM collaborator WHERE id = ?1", one), "h@x.vn");
    let phones = "SELECT group_concat(number, ' ') FROM (SELECT number FROM collaborator_phone
        WHERE collaborator = ?1 AND deleted = 0 ORDER BY number)";
    assert_eq!(get::<String>(&file, phones, one), "0912345678 0987000111");
    assert_eq!(get::<i64>(&file, "SELECT deleted FROM collaborator WHERE id = ?1", other), 1);
    assert!(asked(&file, Kind::Person).is_empty());
    assert_eq!(get::<i64>(&file, "SELECT deleted FROM collaborator WHERE id = ?1", stranger), 0);
    // Undo takes all of it back, and asks again.
    file.undo().unwrap();
    assert_eq!(get::<Uuid>(&file, by, reported), other);
    assert_eq!(get::<String>(&file, phones, other), "0987000111");
    assert_eq!(asked(&file, Kind::Person), [[one, other]]);
    assert_eq!(file.check().unwrap(), []);
    assert!(matches!(
        file.write("join", |tx| join(tx, Kind::Person, one, one)),
        Err(FileError::NoSuchRow(_))
    ));
}

#[test]
fn a_unit_renamed_or_moved_makes_its_people_look_like_others_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let (an, old) = (unit(&mut file, "xã Lộc An", None), unit(&mut file, "xa Loc Anh", None));
    let one = person(&mut file, "Nguyễn Thị Hương", an, "0912345678");
    let other = person(&mut file, "Nguyễn Thị Hương", old, "0987000111");
    assert!(asked(&file, Kind::Person).is_empty());
    let rename = |file: &mut OfficeFile, name: &str| {
        file.write("unit-edit", |tx| {
            Ok::<_, FileError>(tx.execute("UPDATE unit SET name = ?2 WHERE id = ?1", (old, name))?)
        })
        .unwrap();
    };
    rename(&mut file, "xã Lộc An");
    assert_eq!(asked(&file, Kind::Person), [[one, other]]);
    assert_eq!(waiting(file.connection(), Kind::Person).unwrap(), 1);
    rename(&mut file, "xã Lộc Tân");
    assert!(asked(&file, Kind::Person).is_empty(), "and unlike again");
    file.undo().unwrap();
    assert_eq!(asked(&file, Kind::Person), [[one, other]]);
    // The unit above is part of where somebody is.
    let (tall, low) = (unit(&mut file, "xã Phú Hòa", None), unit(&mut file, "xã Phú Hoà Đông", None));
    let (first, second) = (unit(&mut file, "thôn 7", Some(tall)), unit(&mut file, "thôn 7", Some(low)));
    let one = person(&mut file, "Lò Văn Ỏm", first, "0398111222");
    let other = person(&mut file, "Lò Văn Ỏm", second, "0398555666");
    assert_eq!(asked(&file, Kind::Person).len(), 1);
    file.write("unit-edit", |tx| {
        Ok::<_, FileError>(tx.execute("UPDATE unit SET name = 'xã Phú Hòa' WHERE id = ?1", [low])?)
    })
    .unwrap();
    assert!(asked(&file, Kind::Person).contains(&vec![one, other]));
    assert!(asked(&file, Kind::Unit).contains(&vec![first, second]));
}

#[test]
fn one_name_with_numbers_a_slip_apart_is_asked_about_wherever_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let (an, phu) = (unit(&mut file, "xã Lộc An", None), unit(&mut file, "xã Phú Hòa", None));
    let one = person(&mut file, "Nguyễn Thị Hương", an, "0912345678");
    let swapped = person(&mut file, "Nguyên Thị Hương", phu, "0912354678");
    assert_eq!(asked(&file, Kind::Person), [[one, swapped]]);
    person(&mut file, "Nguyễn Thị Hương", phu, "0987000111");
    person(&mut file, "Trần Văn Nam", an, "0912345679");
    let pairs = asked(&file, Kind::Person);
    assert!(pairs.iter().all(|pair| pair.contains(&swapped)), "another number or another name: {pairs:?}");
    file.write("join", |tx| join(tx, Kind::Person, one, swapped)).unwrap();
    file.undo().unwrap();
    assert_eq!(asked(&file, Kind::Person), pairs);
}

#[test]
fn not_the_same_is_remembered_and_travels() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let one = person(&mut ours, "Nguyễn Thị Hương", commune, "0912345678");
    let copy = folder.path().join("b.duluan");
    std::fs::copy(ours.path(), &copy).unwrap();
    let mut theirs = opened(&copy, "Anh Nam");
    let other = person(&mut theirs, "Nguyễn Thị Hương", commune, "0987000111");
    assert_eq!(asked(&theirs, Kind::Person), [[one, other]]);
    ours.merge(&copy, PLAIN).unwrap();
    assert_eq!(asked(&ours, Kind::Person), [[one, other]], "asked in every copy that holds both");
    ours.write("not-the-same", |tx| set_apart(tx, Kind::Person, other, one).map_err(FileError::from))
        .unwrap();
    assert!(asked(&ours, Kind::Person).is_empty());
    // An edit of either asks no more; a list made anew does not either.
    ours.write("edit", |tx| {
        set_phones(tx, one, &["0912345678".to_owned()]).map_err(FileError::from)?;
        Ok::<_, FileError>(tx.execute("UPDATE collaborator SET post = 'Bí thư' WHERE id = ?1", [one])?)
    })
    .unwrap();
    ours.rebuild().unwrap();
    assert!(asked(&ours, Kind::Person).is_empty());
    theirs.merge(ours.path(), PLAIN).unwrap();
    assert!(asked(&theirs, Kind::Person).is_empty(), "it travels");
    ours.undo().unwrap();
    ours.undo().unwrap();
    assert_eq!(asked(&ours, Kind::Person), [[one, other]], "taken back it is asked again");
}

#[test]
fn a_matter_sent_through_two_offices_is_asked_about_once_and_its_likes_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("tinh.duluan"), "Chị Hoa");
    let mut theirs = opened(&folder.path().join("xa.duluan"), "Anh Nam");
    // Founded apart: two rows for one commune.
    let our_unit = unit(&mut ours, "xã Lộc An", None);
    let their_unit = unit(&mut theirs, "Xã Lộc An", None);
    let third = unit(&mut ours, "xã Lộc Đức", None);
    let one = item(&mut ours, our_unit, None, WATER);
    item(&mut ours, third, None, WATER);
    let other = item(&mut theirs, their_unit, None, &WATER.replace("cho kiểm tra", "kiểm tra"));
    item(&mut theirs, their_unit, None, &WATER.replace("năm ngày", "9 ngày"));
    let path = theirs.path().to_owned();
    ours.merge(&path, PLAIN).unwrap();
    assert_eq!(asked(&ours, Kind::Item), [[one, other]]);
    assert_eq!(asked(&ours, Kind::Unit), [[our_unit, their_unit]]);
    let before: Vec<_> = decisions::list(ours.connection()).unwrap();
    ours.rebuild().unwrap();
    assert_eq!(decisions::list(ours.connection()).unwrap(), before, "built anew they are the same");
    ours.write("join", |tx| join(tx, Kind::Unit, our_unit, their_unit)).unwrap();
    let moved = "SELECT r.unit FROM item i JOIN report r ON r.id = i.report WHERE i.id = ?1";
    assert_eq!(get::<Uuid>(&ours, moved, other), our_unit);
    ours.write("join", |tx| join(tx, Kind::Item, one, other)).unwrap();
    assert_eq!(get::<Uuid>(&ours, "SELECT duplicate_of FROM item WHERE id = ?1", other), one);
    assert_eq!(get::<String>(&ours, "SELECT triage FROM item WHERE id = ?1", other), "duplicate");
    assert!(asked(&ours, Kind::Item).is_empty() && asked(&ours, Kind::Unit).is_empty());
    assert_eq!(ours.check().unwrap(), []);
}

#[test]
fn units_under_a_joined_unit_are_asked_about_then() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let one = unit(&mut file, "xã Lộc An", None);
    let hamlet = unit(&mut file, "Thôn 1", Some(one));
    let other = unit(&mut file, "xã Lộc Án", None);
    let again = unit(&mut file, "thôn 1", Some(other));
    file.write("join", |tx| join(tx, Kind::Unit, one, other)).unwrap();
    assert_eq!(get::<Uuid>(&file, "SELECT parent FROM unit WHERE id = ?1", again), one);
    assert_eq!(asked(&file, Kind::Unit), [[hamlet, again]]);
    // The one that stays may hang on the one that goes.
    let inner = unit(&mut file, "Thôn 1", Some(hamlet));
    file.write("join", |tx| join(tx, Kind::Unit, inner, hamlet)).unwrap();
    assert_eq!(get::<Uuid>(&file, "SELECT parent FROM unit WHERE id = ?1", inner), one);
}
