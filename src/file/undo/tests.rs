use super::*;
use crate::file::testing::{Nothing, new_file};
use crate::file::{Who, link_id};

fn enter(file: &mut OfficeFile, name: &str) -> Uuid {
    file.write("enter", |tx| {
        let id = tx.new_id();
        tx.execute("INSERT INTO unit(id, name) VALUES (?1, ?2)", params![id, name])?;
        Ok::<_, FileError>(id)
    })
    .unwrap()
    .value
}

fn rename(file: &mut OfficeFile, id: Uuid, name: &str) {
    file.write("edit", |tx| {
        Ok::<_, FileError>(tx.execute("UPDATE unit SET name = ?2 WHERE id = ?1", params![id, name])?)
    })
    .unwrap();
}

fn state(file: &OfficeFile, id: Uuid) -> (String, i64) {
    file.connection()
        .query_row("SELECT name, deleted FROM unit WHERE id = ?1", [id], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
}

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let (_folder, mut file) = new_file();
    let unit = enter(&mut file, "a");
    rename(&mut file, unit, "b");
    rename(&mut file, unit, "c");
    let mut seen = Vec::new();
    while let Some(step) = file.undo().unwrap() {
        assert_eq!(step.changed.rows("unit"), [unit]);
        seen.push((step.value.action, state(&file, unit)));
    }
    let text = |name: &str, deleted| (name.to_owned(), deleted);
    assert_eq!(
        seen,
        [
            ("edit".to_owned(), text("b", 0)),
            ("edit".to_owned(), text("a", 0)),
            ("enter".to_owned(), text("a", 1))
        ]
    );
    while file.redo().unwrap().is_some() {}
    assert_eq!(state(&file, unit), text("c", 0));
    file.undo().unwrap();
    rename(&mut file, unit, "d");
    assert!(!file.can_redo(), "a new action forgets what was undone");
}

#[test]
fn what_is_done_again_bears_its_own_name_and_can_be_listed() {
    let (_folder, mut file) = new_file();
    let unit = enter(&mut file, "a");
    rename(&mut file, unit, "b");
    file.undo().unwrap();
    let again = file.redo().unwrap().unwrap().value;
    assert_eq!(again.action, "edit", "not the undo that it takes back");
    let back = file.undo().unwrap().unwrap().value;
    assert_eq!(back.action, "edit");
    file.redo().unwrap();
    let done = file.done().unwrap();
    let names: Vec<_> = done.iter().map(|done| (done.action.as_str(), done.rows)).collect();
    assert_eq!(names, [("edit", 1), ("enter", 1)]);
    assert_eq!(done[0].first, Some(("unit", unit)));
    let (taken, left) = file.undo_to(done[1].group).unwrap();
    assert_eq!((taken, left.len()), (2, 0));
    assert_eq!(state(&file, unit), ("a".to_owned(), 1));
    assert!(file.done().unwrap().is_empty());
    while file.redo().unwrap().is_some() {}
    assert_eq!(state(&file, unit), ("b".to_owned(), 0));
}

#[test]
fn a_field_is_put_back_from_its_record() {
    let (_folder, mut file) = new_file();
    let unit = enter(&mut file, "a");
    rename(&mut file, unit, "b");
    rename(&mut file, unit, "c");
    let entries = history::of_row(file.connection(), unit).unwrap();
    let first = &entries[1];
    assert!(matches!(&first.deed, Deed::Changed { old, .. } if *old == Value::from("a".to_owned())));
    let put = file.put_back(&[(first.replica, first.seq)], false).unwrap();
    assert_eq!((put.value, state(&file, unit).0.as_str()), (1, "a"), "over a later change");
    file.put_back(&[(first.replica, first.seq)], true).unwrap();
    assert_eq!(state(&file, unit).0, "b", "what the record wrote");
    file.undo().unwrap();
    file.undo().unwrap();
    assert_eq!(state(&file, unit).0, "c");
    let created = entries.last().unwrap();
    file.put_back(&[(created.replica, created.seq)], false).unwrap();
    assert_eq!(state(&file, unit).1, 1);
    assert!(matches!(file.put_back(&[(unit, 1)], false), Err(FileError::NoSuchRow(_))));
}

#[test]
fn what_somebody_changed_since_is_left_and_named() {
    let (_folder, mut file) = new_file();
    let unit = enter(&mut file, "a");
    rename(&mut file, unit, "b");
    let who = Who { person: "Chị Hoa".into(), ..Who::default() };
    let mut other = OfficeFile::open(file.path(), who, &Nothing).unwrap();
    rename(&mut other, unit, "z");
    let undone = file.undo().unwrap().unwrap().value;
    assert_eq!((undone.reverted, undone.left.len()), (0, 1));
    assert_eq!((undone.left[0].person.as_str(), undone.left[0].column), ("Chị Hoa", Some("name")));
    assert_eq!(state(&file, unit).0, "z");
    let undone = file.undo().unwrap().unwrap().value;
    assert_eq!(
        (undone.action.as_str(), undone.reverted),
        ("enter", 0),
        "her unit is not taken away from her"
    );
}

#[test]
fn an_old_group_is_taken_back_from_history() {
    let (_folder, mut file) = new_file();
    let unit = enter(&mut file, "a");
    rename(&mut file, unit, "b");
    let mut later = OfficeFile::open(file.path(), Who::default(), &Nothing).unwrap();
    let (replica, group): (Uuid, i64) = later
        .connection()
        .query_row("SELECT uuid, grp FROM grp JOIN replica ON n = rep WHERE action = 'edit'", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(later.take_back_group(replica, group).unwrap().value.reverted, 1);
    assert_eq!(state(&later, unit).0, "a");
    later.undo().unwrap();
    assert_eq!(state(&later, unit).0, "b");
}

#[test]
fn a_link_is_undeleted_and_undone_like_any_row() {
    let (_folder, mut file) = new_file();
    let ends = file
        .write("enter", |tx| {
            let (person, topic) = (tx.new_id(), tx.new_id());
            tx.execute("INSERT INTO collaborator(id) VALUES (?1)", [person])?;
            tx.execute("INSERT INTO topic(id) VALUES (?1)", [topic])?;
            Ok::<_, FileError>((person, topic))
        })
        .unwrap()
        .value;
    let id = link_id("collaborator_topic", &[ends.0.as_bytes(), ends.1.as_bytes()]);
    for _ in 0..2 {
        file.write("link", |tx| {
            Ok::<_, FileError>(tx.execute(
                "INSERT INTO collaborator_topic(id, collaborator, topic) VALUES (?1, ?2, ?3) \
                 ON CONFLICT (id) DO UPDATE SET deleted = 0",
                params![id, ends.0, ends.1],
            )?)
        })
        .unwrap();
        let gone = |file: &OfficeFile| -> i64 {
            file.connection()
                .query_row("SELECT deleted FROM collaborator_topic", [], |row| row.get(0))
                .unwrap()
        };
        assert_eq!(gone(&file), 0);
        file.undo().unwrap();
        assert_eq!(gone(&file), 1);
    }
}
