//! What comes in after a joining: more of the same, edits of the row that went, joinings made elsewhere.

use super::*;
use crate::file::decide;

const NAME: &str = "SELECT full_name FROM collaborator WHERE id = ?1";
const AWAY: &str = "SELECT deleted FROM collaborator WHERE id = ?1";
const BY: &str = "SELECT r.collaborator FROM item i JOIN report r ON r.id = i.report WHERE i.id = ?1";

fn join_people(file: &mut OfficeFile, keep: Uuid, gone: Uuid) {
    file.write("join", |tx| join(tx, Kind::Person, keep, gone)).unwrap();
}

/// A second copy of a file, opened by somebody else.
fn copied(file: &OfficeFile, name: &str, person: &str) -> OfficeFile {
    let path = file.path().with_file_name(name);
    std::fs::copy(file.path(), &path).unwrap();
    opened(&path, person)
}

/// Merges both into each other until nothing comes any more; both ask the same then.
fn exchange(one: &mut OfficeFile, other: &mut OfficeFile) {
    for round in 0.. {
        let other_path = other.path().to_owned();
        let came =
            one.merge(&other_path, PLAIN).unwrap().records + other.merge(one.path(), PLAIN).unwrap().records;
        if came == 0 {
            break;
        }
        assert!(round < 6, "they never come to rest");
    }
    assert_eq!(decisions::list(one.connection()).unwrap(), decisions::list(other.connection()).unwrap());
    assert_eq!(one.check().unwrap(), []);
    assert_eq!(other.check().unwrap(), []);
}

fn exec(file: &mut OfficeFile, sql: &str, id: Uuid) {
    file.write("edit", |tx| Ok::<_, FileError>(tx.execute(sql, [id])?)).unwrap();
}

#[test]
fn a_third_who_looks_like_the_one_that_went_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let school = unit(&mut ours, "Trường Tiểu học Lộc An", None);
    let mut theirs = copied(&ours, "b.duluan", "Anh Nam");
    let kept = person(&mut ours, "Nguyễn Thị Hương", commune, "0912345678");
    let gone = person(&mut ours, "Nguyễn T. Hương", school, "0912345678");
    join_people(&mut ours, kept, gone);
    // Like the one that went by name and unit, like the one that stayed by nothing.
    let third = person(&mut theirs, "Nguyễn T. Hương", school, "");
    exchange(&mut ours, &mut theirs);
    assert_eq!(asked(&ours, Kind::Person), [[kept, third]]);
    let open = decisions::list(ours.connection()).unwrap();
    ours.rebuild().unwrap();
    assert_eq!(decisions::list(ours.connection()).unwrap(), open, "built anew it is the same");
    ours.write("not-the-same", |tx| set_apart(tx, Kind::Person, kept, third).map_err(FileError::from))
        .unwrap();
    assert!(asked(&ours, Kind::Person).is_empty());
}

#[test]
fn reports_that_name_the_one_that_went_mean_the_one_that_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let kept = person(&mut ours, "Nguyễn Thị Hương", commune, "0912345678");
    let gone = person(&mut ours, "Nguyễn Thị Hương", commune, "0987000111");
    let mut theirs = copied(&ours, "b.duluan", "Anh Nam");
    join_people(&mut ours, kept, gone);
    let reported = item(&mut theirs, commune, Some(gone), WATER);
    theirs
        .write("edit", |tx| {
            let numbers = ["0987000111".to_owned(), "0911222333".to_owned()];
            set_phones(tx, gone, &numbers).map_err(FileError::from)
        })
        .unwrap();
    exchange(&mut ours, &mut theirs);
    for file in [&ours, &theirs] {
        assert_eq!(get::<Uuid>(file, BY, reported), kept);
        let phones = "SELECT count(*) FROM collaborator_phone WHERE collaborator = ?1 AND deleted = 0";
        assert_eq!(get::<i64>(file, phones, kept), 3);
        assert_eq!((get::<i64>(file, AWAY, kept), get::<i64>(file, AWAY, gone)), (0, 1));
        assert!(asked(file, Kind::Person).is_empty());
    }
    assert_eq!(decisions::list(ours.connection()).unwrap(), []);
}

#[test]
fn an_edit_of_the_one_that_went_is_asked_about_and_can_be_carried_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let kept = person(&mut ours, "Nguyễn Thị Hương", commune, "0912345678");
    let gone = person(&mut ours, "Nguyễn Thị Hường", commune, "0912345678");
    let mut theirs = copied(&ours, "b.duluan", "Anh Nam");
    join_people(&mut ours, kept, gone);
    exec(
        &mut theirs,
        "UPDATE collaborator SET post = 'Phó Chủ tịch Hội', email = 'huong@x.vn' WHERE id = ?1",
        gone,
    );
    exchange(&mut ours, &mut theirs);
    let open = decisions::list(ours.connection()).unwrap();
    let [question] = open.as_slice() else { panic!("{open:?}") };
    assert_eq!((question.kind.as_str(), question.row), (decide::DELETED_EDITED, gone));
    assert_eq!(stands_for(ours.connection(), Kind::Person, gone).unwrap(), Some(kept));
    ours.keep_and(question.id, 0, |tx, sides| carry_over(tx, Kind::Person, gone, sides)).unwrap();
    let post = "SELECT post || ' ' || email FROM collaborator WHERE id = ?1";
    assert_eq!(get::<String>(&ours, post, kept), "Phó Chủ tịch Hội huong@x.vn");
    assert_eq!((get::<i64>(&ours, AWAY, gone), decisions::list(ours.connection()).unwrap().len()), (1, 0));
    exchange(&mut ours, &mut theirs);
    assert_eq!(get::<String>(&theirs, post, kept), "Phó Chủ tịch Hội huong@x.vn", "it travels");
    ours.undo().unwrap();
    assert_eq!(get::<String>(&ours, post, kept), " ", "one action");
    assert_eq!(decisions::list(ours.connection()).unwrap().len(), 1);
}

/// One person entered twice, the second with a report, in two copies.
struct Twice {
    ours: OfficeFile,
    theirs: OfficeFile,
    kept: Uuid,
    gone: Uuid,
    reported: Uuid,
}

fn entered_twice(folder: &Path) -> Twice {
    let mut ours = opened(&folder.join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let kept = person(&mut ours, "Nguyễn Thị Hương", commune, "0912345678");
    let gone = person(&mut ours, "Nguyễn Thị Hương", commune, "0987000111");
    let reported = item(&mut ours, commune, Some(gone), WATER);
    let theirs = copied(&ours, "b.duluan", "Anh Nam");
    Twice { ours, theirs, kept, gone, reported }
}

#[test]
fn the_same_joining_in_both_copies_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let Twice { mut ours, mut theirs, kept, gone, reported } = entered_twice(folder.path());
    join_people(&mut ours, kept, gone);
    join_people(&mut theirs, kept, gone);
    exchange(&mut ours, &mut theirs);
    for file in [&ours, &theirs] {
        assert_eq!(decisions::list(file.connection()).unwrap(), []);
        assert_eq!(get::<Uuid>(file, BY, reported), kept);
        assert_eq!((get::<i64>(file, AWAY, kept), get::<i64>(file, AWAY, gone)), (0, 1));
    }
}

#[test]
fn opposite_joinings_leave_one_of_the_two_and_ask_which() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let one = person(&mut ours, "Nguyễn Thị Hương", commune, "0912345678");
    let other = person(&mut ours, "Nguyễn T. Hương", commune, "0912345678");
    let reported =
        [item(&mut ours, commune, Some(one), WATER), item(&mut ours, commune, Some(other), "Việc khác")];
    let mut theirs = copied(&ours, "b.duluan", "Anh Nam");
    join_people(&mut ours, one, other);
    join_people(&mut theirs, other, one);
    exchange(&mut ours, &mut theirs);
    let open = decisions::list(ours.connection()).unwrap();
    let [question] = open.as_slice() else { panic!("{open:?}") };
    assert_eq!((question.table, question.column), ("pair_verdict", Some("kept")));
    let stands = |file: &OfficeFile| {
        let alive = [one, other].into_iter().filter(|row| get::<i64>(file, AWAY, *row) == 0);
        let alive: Vec<Uuid> = alive.collect();
        assert_eq!(alive.len(), 1, "one of them stands");
        for reported in reported {
            assert_eq!(get::<Uuid>(file, BY, reported), alive[0], "everything is theirs");
        }
        alive[0]
    };
    let first = stands(&ours);
    assert_eq!(stands(&theirs), first, "the same in every copy");
    // A person decides for the other one.
    let wanted = if first == one { other } else { one };
    let side = question
        .sides
        .iter()
        .position(|side| side.value == rusqlite::types::Value::Blob(wanted.as_bytes().to_vec()))
        .unwrap();
    theirs.keep(question.id, side).unwrap();
    assert_eq!(stands(&theirs), wanted);
    exchange(&mut ours, &mut theirs);
    assert_eq!((stands(&ours), stands(&theirs)), (wanted, wanted));
    assert_eq!(decisions::list(ours.connection()).unwrap(), []);
    assert!(!get::<String>(&ours, NAME, first).is_empty(), "what it said is still there");
}

#[test]
fn matters_joined_the_opposite_way_round_are_still_seen() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let (one, other) = (item(&mut ours, commune, None, WATER), item(&mut ours, commune, None, WATER));
    exec(&mut ours, "UPDATE item SET triage = 'waiting' WHERE id = ?1", one);
    let mut theirs = copied(&ours, "b.duluan", "Anh Nam");
    assert_eq!(asked(&ours, Kind::Item), [[one, other]]);
    ours.write("join", |tx| join(tx, Kind::Item, one, other)).unwrap();
    theirs.write("join", |tx| join(tx, Kind::Item, other, one)).unwrap();
    exchange(&mut ours, &mut theirs);
    let triage = "SELECT triage FROM item WHERE id = ?1";
    for file in [&ours, &theirs] {
        let said: Vec<String> = [one, other].map(|row| get::<String>(file, triage, row)).into();
        assert_eq!(said.iter().filter(|said| *said == "duplicate").count(), 1, "{said:?}");
        assert!(said.iter().any(|said| said == "waiting" || said == "new"), "as it was before: {said:?}");
    }
    // More of the same matter is asked about against the one that stands.
    let stands = if get::<String>(&ours, triage, one) == "duplicate" { other } else { one };
    let third = item(&mut ours, commune, None, WATER);
    assert_eq!(asked(&ours, Kind::Item), [[stands, third]]);
}

#[test]
fn joined_here_and_parted_there_is_asked_and_parting_brings_everything_back() {
    let folder = tempfile::tempdir().unwrap();
    let Twice { mut ours, mut theirs, kept, gone, reported } = entered_twice(folder.path());
    join_people(&mut ours, kept, gone);
    theirs
        .write("not-the-same", |tx| set_apart(tx, Kind::Person, kept, gone).map_err(FileError::from))
        .unwrap();
    exchange(&mut ours, &mut theirs);
    let open = decisions::list(theirs.connection()).unwrap();
    let question = open.iter().find(|open| open.column == Some("verdict")).expect("asked");
    let apart = rusqlite::types::Value::Text("apart".into());
    let side = question.sides.iter().position(|side| side.value == apart).unwrap();
    settle_verdict(&mut theirs, question.id, side, question.row, false).unwrap();
    exchange(&mut ours, &mut theirs);
    for file in [&ours, &theirs] {
        assert_eq!((get::<i64>(file, AWAY, kept), get::<i64>(file, AWAY, gone)), (0, 0));
        assert_eq!(get::<Uuid>(file, BY, reported), gone);
        assert_eq!(decisions::list(file.connection()).unwrap(), [], "somebody said that they are two");
    }
}

#[test]
fn a_chain_of_joinings_in_two_copies_ends_at_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut ours = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut ours, "xã Lộc An", None);
    let all = ["0912345678", "0987000111", "0911222333"]
        .map(|phone| person(&mut ours, "Nguyễn Thị Hương", commune, phone));
    let reported = item(&mut ours, commune, Some(all[0]), WATER);
    let mut theirs = copied(&ours, "b.duluan", "Anh Nam");
    join_people(&mut ours, all[1], all[0]);
    join_people(&mut theirs, all[2], all[1]);
    exchange(&mut ours, &mut theirs);
    for file in [&ours, &theirs] {
        assert_eq!(get::<Uuid>(file, BY, reported), all[2]);
        assert_eq!(all.map(|row| get::<i64>(file, AWAY, row)), [1, 1, 0]);
        assert!(asked(file, Kind::Person).is_empty());
    }
}

#[test]
fn all_matters_of_two_equal_reports_are_joined_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("a.duluan"), "Chị Hoa");
    let commune = unit(&mut file, "xã Lộc An", None);
    let other_text = "Bà con thôn hai lo ngại giá sách giáo khoa năm học mới tăng cao, gia đình có hai con đi học gặp khó \
        khăn, đề nghị nhà trường công khai danh mục sách và mở rộng tủ sách dùng chung cho học sinh nghèo.";
    let mut sent = || -> [Uuid; 2] {
        file.write("enter", |tx| {
            let report = tx.new_id();
            tx.execute(
                "INSERT INTO report (id, received_at, unit) VALUES (?1, '2026-11-05T08:00:00', ?2)",
                params![report, commune],
            )?;
            let mut items = [Uuid::nil(); 2];
            for (at, body) in [WATER, other_text].into_iter().enumerate() {
                items[at] = tx.new_id();
                tx.execute(
                    "INSERT INTO item (id, report, position, body) VALUES (?1, ?2, ?3, ?4)",
                    params![items[at], report, at as i64, body],
                )?;
            }
            Ok::<_, FileError>(items)
        })
        .unwrap()
        .value
    };
    let (first, second) = (sent(), sent());
    assert_eq!(asked(&file, Kind::Item), [[first[0], second[0]], [first[1], second[1]]]);
    let pairs = [(first[0], second[0]), (first[1], second[1])];
    file.write("join", |tx| join_all(tx, Kind::Item, &pairs)).unwrap();
    let of = "SELECT duplicate_of FROM item WHERE id = ?1";
    assert_eq!(second.map(|row| get::<Uuid>(&file, of, row)), first);
    assert!(asked(&file, Kind::Item).is_empty());
    file.undo().unwrap();
    assert_eq!(asked(&file, Kind::Item).len(), 2, "one action");
    file.write("not-the-same", |tx| set_all_apart(tx, Kind::Item, &pairs)).unwrap();
    assert!(asked(&file, Kind::Item).is_empty());
}
