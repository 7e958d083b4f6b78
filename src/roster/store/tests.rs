//! What is written of people and units, read again.

use uuid::Uuid;

use super::*;
use crate::file::{FileError, OfficeFile, Tx, Who};
use crate::roster::model::{
    BulkChange, Commendation, Decision, DecisionKind, NewCollaborator, NewUnit, Order, Status,
};

fn office() -> (tempfile::TempDir, OfficeFile) {
    let folder = tempfile::tempdir().unwrap();
    let file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
    (folder, file)
}

fn write<T>(file: &mut OfficeFile, body: impl FnOnce(&Tx) -> rusqlite::Result<T>) -> T {
    file.write("collaborator-edit", |tx| Ok::<_, FileError>(body(tx)?)).unwrap().value
}

fn known(file: &OfficeFile, id: Uuid) -> NewCollaborator {
    collaborator(file.connection(), id).unwrap().unwrap().known
}

#[test]
fn topics_and_commendations_are_kept_and_taken_off() {
    let (_folder, mut file) = office();
    let topics: Vec<Uuid> =
        topic_names(file.connection()).unwrap().into_iter().map(|(id, _)| id).take(3).collect();
    let mut person = NewCollaborator {
        full_name: "Nông Thị Huệ".into(),
        topics: topics.clone(),
        commendations: vec![
            Commendation {
                content: "Giấy khen".into(),
                number: "12-QĐ/ĐU".into(),
                ..Commendation::default()
            },
            Commendation { content: "Bằng khen".into(), ..Commendation::default() },
        ],
        phones: vec!["0912345678".into()],
        ..NewCollaborator::default()
    };
    let id = write(&mut file, |tx| insert_collaborator(tx, &person));
    assert_eq!(known(&file, id), person);
    person.topics.remove(1);
    person.commendations.remove(0);
    write(&mut file, |tx| update_collaborator(tx, id, &person));
    assert_eq!(known(&file, id), person);
    file.undo().unwrap();
    assert_eq!((known(&file, id).topics, known(&file, id).commendations.len()), (topics, 2));
}

#[test]
fn one_decision_about_two_people_is_one_step_of_undo() {
    let (_folder, mut file) = office();
    let ids: Vec<Uuid> = ["Nông Thị Huệ", "Trần Văn Nam"]
        .iter()
        .map(|name| {
            let person = NewCollaborator { full_name: (*name).into(), ..NewCollaborator::default() };
            write(&mut file, |tx| insert_collaborator(tx, &person))
        })
        .collect();
    let decision = Decision {
        kind: DecisionKind::End,
        on: "2026-11-30".parse().ok(),
        number: "15-QĐ/ĐU".into(),
        dated: "2026-11-20".parse().ok(),
        reason: "Nghỉ hưu".into(),
        ..Decision::default()
    };
    assert_eq!(write(&mut file, |tx| decide(tx, &ids, &decision)), 2);
    for &id in &ids {
        let person = collaborator(file.connection(), id).unwrap().unwrap();
        assert_eq!(person.known.status, Status::Ended);
        assert_eq!(person.decisions, std::slice::from_ref(&decision));
    }
    file.undo().unwrap();
    for &id in &ids {
        let person = collaborator(file.connection(), id).unwrap().unwrap();
        assert_eq!((person.known.status, person.decisions.len()), (Status::Active, 0));
    }
}

#[test]
fn a_bulk_change_counts_who_differs_before_it_is_made() {
    let (_folder, mut file) = office();
    let ids: Vec<Uuid> = [Some(300_000), Some(500_000)]
        .into_iter()
        .map(|allowance| {
            let person = NewCollaborator { full_name: "Hà".into(), allowance, ..NewCollaborator::default() };
            write(&mut file, |tx| insert_collaborator(tx, &person))
        })
        .collect();
    let change = BulkChange { allowance: Some(500_000), ..BulkChange::default() };
    assert_eq!(would_change(file.connection(), &ids, &change).unwrap(), 1);
    assert_eq!(write(&mut file, |tx| change_many(tx, &ids, &change)), 1);
    assert_eq!(would_change(file.connection(), &ids, &change).unwrap(), 0);
}

#[test]
fn a_renamed_unit_and_its_people_are_found_by_both_names() {
    let (_folder, mut file) = office();
    let unit = write(&mut file, |tx| insert_unit(tx, &NewUnit::named("thôn 3")));
    let person =
        NewCollaborator {
            full_name: "Nông Thị Huệ".into(), unit: Some(unit), ..NewCollaborator::default()
        };
    write(&mut file, |tx| insert_collaborator(tx, &person));
    let renamed = NewUnit::named("tổ dân phố Bến Đá");
    let id = write(&mut file, |tx| save_unit(tx, Some(unit), &renamed, "2026-07-01".parse().ok()));
    assert_eq!(id, unit);
    for name in ["thôn 3", "tổ dân phố Bến Đá"] {
        assert_eq!(find_unit(file.connection(), name).unwrap(), Some(unit), "{name}");
    }
    let found = |words: &str| {
        let people = roster(file.connection(), Order::Given, None).unwrap();
        people.find(words, &crate::roster::model::Narrow::default()).len()
    };
    assert_eq!((found("ben da"), found("thon 3")), (1, 1));
}

#[test]
fn a_name_that_was_written_wrongly_leaves_no_trace() {
    let (_folder, mut file) = office();
    let unit = write(&mut file, |tx| insert_unit(tx, &NewUnit::named("thôn 33")));
    write(&mut file, |tx| save_unit(tx, Some(unit), &NewUnit::named("thôn 3"), None));
    assert_eq!(find_unit(file.connection(), "thôn 33").unwrap(), None);
}

#[test]
fn a_number_taken_off_and_put_back_is_the_row_it_was_and_one_of_two_copies_shows_once() {
    let (folder, mut file) = office();
    let mut person = NewCollaborator {
        full_name: "Nông Thị Huệ".into(),
        phones: vec!["0912345678".into(), "0987000111".into()],
        ..NewCollaborator::default()
    };
    let id = write(&mut file, |tx| insert_collaborator(tx, &person));
    let rows = |file: &OfficeFile| -> i64 {
        let sql = "SELECT count(*) FROM collaborator_phone";
        file.connection().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let both = person.phones.clone();
    for phones in [vec![both[1].clone()], vec![both[1].clone(), both[0].clone()], both.clone()] {
        person.phones = phones;
        write(&mut file, |tx| update_collaborator(tx, id, &person));
        assert_eq!(known(&file, id).phones, person.phones);
    }
    assert_eq!(rows(&file), 2);

    let copy = folder.path().join("b.duluan");
    file.backup_to(&copy).unwrap();
    let mut other = crate::office::open(&copy, Who::default()).unwrap();
    person.phones.push("0905111222".into());
    for file in [&mut file, &mut other] {
        write(file, |tx| update_collaborator(tx, id, &person));
    }
    file.merge(&copy, crate::file::merge::Options::default()).unwrap();
    assert_eq!((rows(&file), &known(&file, id).phones), (4, &person.phones));
    person.phones.pop();
    write(&mut file, |tx| update_collaborator(tx, id, &person));
    assert_eq!(known(&file, id).phones, both, "both rows of the number went");
}

#[test]
fn no_id_that_outlives_an_erasure_can_be_guessed_from() {
    let (folder, mut file) = office();
    let [one, other] = [["0912345678", "0987000111"], ["0912345678", "0905111222"]].map(|phones| {
        let person = NewCollaborator {
            full_name: "Nông Thị Huệ".into(),
            phones: phones.map(String::from).into(),
            ..NewCollaborator::default()
        };
        write(&mut file, |tx| insert_collaborator(tx, &person))
    });
    let kind = crate::office::store::Kind::Person;
    file.write("join", |tx| crate::office::store::join(tx, kind, one, other)).unwrap();
    assert_eq!(known(&file, one).phones.len(), 3);
    file.erase(one, None, "người này yêu cầu", folder.path()).unwrap();
    let bytes = std::fs::read(file.path()).unwrap();
    for (person, number) in
        [one, other].into_iter().flat_map(|id| ["0912345678", "0987000111", "0905111222"].map(|it| (id, it)))
    {
        let guess = crate::file::link_id("collaborator_phone", &[person.as_bytes(), number.as_bytes()]);
        assert!(!bytes.windows(16).any(|part| part == guess.as_bytes()), "{number}");
    }
}
