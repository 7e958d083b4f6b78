use rusqlite::params;
use rusqlite::types::Value;
use uuid::Uuid;

use super::super::merge::runs;
use super::super::scenarios::{PLAIN, office};
use super::super::testing::new_file;
use super::super::{FileError, OfficeFile, decisions};
use super::{CIRCLE, CLASH, DELETED_EDITED};

fn insert(file: &mut OfficeFile, sql: &str, other: Option<Uuid>) -> Uuid {
    file.write("enter", |tx| {
        let id = tx.new_id();
        tx.execute(sql, params![id, other])?;
        Ok::<_, FileError>(id)
    })
    .unwrap()
    .value
}

fn execute(file: &mut OfficeFile, sql: &str, id: Uuid, other: Option<Uuid>) {
    file.write("edit", |tx| Ok::<_, FileError>(tx.execute(sql, params![id, other])?)).unwrap();
}

fn get<T: rusqlite::types::FromSql>(file: &OfficeFile, sql: &str, id: Uuid) -> T {
    file.connection().query_row(sql, [id], |row| row.get(0)).unwrap()
}

fn asked(file: &OfficeFile) -> Vec<decisions::Decision> {
    decisions::list(file.connection()).unwrap()
}

const CLASS: &str = "INSERT INTO class(id, title, series) VALUES (?1, 'Lớp bồi dưỡng', ?2)";
const GUEST: &str = "INSERT INTO participant(id, full_name, class) VALUES (?1, 'Lê Văn Thử', ?2)";
const AWAY: &str = "UPDATE class SET deleted = 1 WHERE id = ?1 AND ?2 IS NULL";
const UNIT: &str = "INSERT INTO unit(id, name, parent) VALUES (?1, 'xã', ?2)";
const UNDER: &str = "UPDATE unit SET parent = ?2 WHERE id = ?1";

/// So many copies of one file, made after `before` ran.
fn copies<T>(
    count: usize,
    before: impl FnOnce(&mut OfficeFile) -> T,
) -> (tempfile::TempDir, Vec<OfficeFile>, T) {
    let (folder, file) = new_file();
    let mut first = office(file.path(), "Anh Nam");
    drop(file);
    let made = before(&mut first);
    let mut files = vec![first];
    for (copy, person) in (1..count).zip(["Chị Hoa", "Bác Ba"]) {
        let path = folder.path().join(format!("ban-sao-{copy}.duluan"));
        std::fs::copy(files[0].path(), &path).unwrap();
        files.push(office(&path, person));
    }
    (folder, files, made)
}

fn merge(into: &mut OfficeFile, from: &OfficeFile) -> usize {
    into.merge(from.path(), PLAIN).unwrap().clashes
}

#[test]
fn who_enters_a_participant_of_a_class_deleted_elsewhere_has_edited_the_class() {
    for keep in [0, 1] {
        let (_folder, mut files, (class, known)) = copies(2, |file| {
            let class = insert(file, CLASS, None);
            (class, insert(file, GUEST, Some(class)))
        });
        let [ours, theirs] = files.as_mut_slice() else { panic!() };
        execute(ours, AWAY, class, None);
        let guest = insert(theirs, GUEST, Some(class));
        assert_eq!(asked(ours), [], "who deletes a class means the participants it has");
        // Whichever way it goes, the same question is asked once.
        assert_eq!((merge(ours, theirs), merge(theirs, ours)), (1, 1));
        assert_eq!(asked(theirs), asked(ours));
        let open = asked(ours);
        assert_eq!((open.len(), open[0].kind.as_str(), open[0].row), (1, DELETED_EDITED, class));
        let rows: Vec<Uuid> = open[0].sides.iter().map(|side| side.row).collect();
        assert_eq!(rows, [class, guest]);
        assert_eq!((open[0].sides[1].table, open[0].sides[1].column), ("participant", None));
        ours.rebuild().unwrap();
        assert_eq!(asked(ours), open, "built anew it is the same");
        ours.keep(open[0].id, keep).unwrap();
        assert_eq!(asked(ours), []);
        assert_eq!(merge(theirs, ours), 0);
        assert_eq!(asked(theirs), [], "the decision travels");
        for file in [&*ours, &*theirs] {
            assert_eq!(
                get::<i64>(file, "SELECT deleted FROM class WHERE id = ?1", class),
                i64::from(keep == 0)
            );
            assert_eq!(
                get::<String>(file, "SELECT full_name FROM participant WHERE id = ?1", guest),
                "Lê Văn Thử"
            );
            assert_eq!(get::<i64>(file, "SELECT deleted FROM participant WHERE id = ?1", known), 0);
        }
        ours.undo().unwrap();
        assert_eq!(asked(ours), open, "a decision undone asks again");
    }
}

#[test]
fn a_question_about_a_class_goes_with_the_merge_that_brought_it() {
    let (_folder, mut files, class) = copies(2, |file| insert(file, CLASS, None));
    let [ours, theirs] = files.as_mut_slice() else { panic!() };
    execute(ours, AWAY, class, None);
    insert(theirs, GUEST, Some(class));
    merge(ours, theirs);
    assert_eq!(asked(ours).len(), 1);
    let run = runs(ours.connection()).unwrap()[0].id;
    ours.take_merge_back(run).unwrap();
    assert_eq!(asked(ours), []);
    assert_eq!(ours.check().unwrap(), []);
}

#[test]
fn units_put_under_each_other_are_a_circle_until_one_is_taken_out() {
    let (_folder, mut files, (one, other)) =
        copies(2, |file| (insert(file, UNIT, None), insert(file, UNIT, None)));
    let [ours, theirs] = files.as_mut_slice() else { panic!() };
    execute(ours, UNDER, one, Some(other));
    execute(theirs, UNDER, other, Some(one));
    assert_eq!(merge(ours, theirs), 1);
    let open = asked(ours);
    assert_eq!((open[0].kind.as_str(), open[0].column), (CIRCLE, Some("parent")));
    assert_eq!(open[0].rows, [one, other]);
    ours.rebuild().unwrap();
    assert_eq!(asked(ours), open);
    merge(theirs, ours);
    assert_eq!(asked(theirs), open);
    execute(ours, UNDER, other, None);
    assert_eq!(asked(ours), []);
    merge(theirs, ours);
    assert_eq!(asked(theirs), []);
    ours.undo().unwrap();
    assert_eq!(asked(ours), open, "undone it is a circle again");
}

#[test]
fn a_decision_made_in_one_of_three_copies_is_made_in_all() {
    let (_folder, mut files, class) = copies(3, |file| insert(file, CLASS, None));
    let title = |file: &mut OfficeFile, title: &str| {
        file.write("edit", |tx| {
            Ok::<_, FileError>(
                tx.execute("UPDATE class SET title = ?2 WHERE id = ?1", params![class, title])?,
            )
        })
        .unwrap();
    };
    let [first, second, third] = files.as_mut_slice() else { panic!() };
    title(first, "Lớp A");
    title(second, "Lớp B");
    title(third, "Lớp C");
    merge(first, second);
    merge(first, third);
    let open = asked(first);
    assert_eq!((open[0].kind.as_str(), open[0].sides.len()), (CLASH, 3));
    first.decide(open[0].id, &Value::Text("Lớp D".into())).unwrap();
    assert_eq!(asked(first), []);
    // The second hears it from the third, who had heard only one of the values.
    merge(third, second);
    assert_eq!(asked(third).len(), 1);
    merge(third, first);
    merge(second, third);
    for file in [&*first, &*second, &*third] {
        assert_eq!(asked(file), []);
        assert_eq!(get::<String>(file, "SELECT title FROM class WHERE id = ?1", class), "Lớp D");
        assert_eq!(file.check().unwrap(), []);
    }
}

#[test]
fn a_clash_decided_and_undone_asks_again_in_every_copy_and_redone_is_decided() {
    for keep in [0, 1] {
        let (_folder, mut files, class) = copies(2, |file| insert(file, CLASS, None));
        let [ours, theirs] = files.as_mut_slice() else { panic!() };
        let title = |file: &mut OfficeFile, title: &str| {
            file.write("edit", |tx| {
                let sql = "UPDATE class SET title = ?2 WHERE id = ?1";
                Ok::<_, FileError>(tx.execute(sql, params![class, title])?)
            })
            .unwrap();
        };
        title(ours, "Lớp A");
        title(theirs, "Lớp B");
        merge(ours, theirs);
        let open = asked(ours);
        let told = |file: &OfficeFile| -> Vec<(Value, String)> {
            asked(file)
                .into_iter()
                .flat_map(|open| open.sides)
                .map(|side| (side.value, side.person))
                .collect()
        };
        let before = told(ours);
        assert_eq!(before.len(), 2);
        ours.keep(open[0].id, keep).unwrap();
        assert_eq!(asked(ours), []);
        for _ in 0..2 {
            ours.undo().unwrap();
            assert_eq!(told(ours), before, "by whom they were said");
            ours.rebuild().unwrap();
            assert_eq!(told(ours), before);
            ours.redo().unwrap();
            assert_eq!(asked(ours), []);
            ours.rebuild().unwrap();
            assert_eq!(asked(ours), []);
        }
        merge(theirs, ours);
        assert_eq!(asked(theirs), []);
        ours.undo().unwrap();
        merge(theirs, ours);
        assert_eq!(told(theirs), before, "undone it travels too");
        for file in [&*ours, &*theirs] {
            assert_eq!(file.check().unwrap(), []);
        }
    }
}
