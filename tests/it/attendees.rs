//! Attendee lists become classes whose participants are known again on the roster.

use duluan::exchange::{Content, Source, Workbook, read};
use duluan::file::{OfficeFile, Who};
use duluan::roster::import::{RosterImportError, looks_like_roster};
use duluan::training::import::{AttendeesImported, import_workbook, looks_like_attendees};
use duluan::training::model::ClassState;
use duluan::training::store;
use serde_json::Value;

const LIST: &str = "training/DS hoc vien lop boi duong 2026.xlsx";
const ROSTER: &str = "rosters/Danh_sach_CTV_DLXH_2026.xlsx";

fn sample(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples");
    std::fs::read(folder.join(name)).unwrap()
}

fn workbook(name: &str) -> Workbook {
    let source = Source { name: name.to_owned(), bytes: sample(name) };
    match read(&source, None).unwrap().content {
        Content::Workbook(workbook) => workbook,
        other => panic!("{name} is no workbook: {other:?}"),
    }
}

fn import(file: &mut OfficeFile) -> AttendeesImported {
    let workbook = workbook(LIST);
    assert!(looks_like_attendees(&workbook) && !looks_like_roster(&workbook));
    let today = "2026-11-22".parse().unwrap();
    file.write::<_, RosterImportError>("import", |tx| import_workbook(tx, &workbook, today)).unwrap().value
}

#[test]
fn a_list_makes_a_class_with_its_people() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = duluan::office::create(&folder.path().join("so.duluan"), Who::default()).unwrap();
    let roster = workbook(ROSTER);
    assert!(!looks_like_attendees(&roster));
    file.write::<_, RosterImportError>("import", |tx| {
        duluan::roster::import::import_workbook(tx, &roster, None)
    })
    .unwrap();

    let expected: Value = serde_json::from_slice(&sample("expected.json")).unwrap();
    let promised = &expected["training"][LIST];
    let rows = promised["rows"].as_array().unwrap();
    let imported = import(&mut file);
    let known = rows.iter().filter(|row| row["already_in_rosters"].as_bool().unwrap()).count();
    assert_eq!((imported.attendees, imported.collaborators), (rows.len(), known));

    let line = store::class_lines(file.connection()).unwrap().remove(0);
    assert_eq!(line.title, promised["class_title"].as_str().unwrap());
    assert_eq!(line.date_from.unwrap().to_string(), promised["dates"][0].as_str().unwrap());
    assert_eq!(line.date_to.unwrap().to_string(), promised["dates"][1].as_str().unwrap());
    assert_eq!(line.place, "Trung tâm Chính trị xã Lộc An");
    assert_eq!(line.state, ClassState::Held);
    let class = store::class(file.connection(), line.id).unwrap().unwrap();
    for (person, row) in class.known.participants.iter().zip(rows) {
        assert_eq!(person.full_name, row["name"].as_str().unwrap());
        assert_eq!(person.birth_year.map(i64::from), row["birth_year"].as_i64());
        assert_eq!(person.unit_name, row["unit"].as_str().unwrap());
        assert_eq!(person.phone, row["phone"].as_str().unwrap());
        assert_eq!(person.collaborator.is_some(), row["already_in_rosters"].as_bool().unwrap(), "{row}");
    }
    let attended =
        store::classes_of(file.connection(), class.known.participants[0].collaborator.unwrap()).unwrap();
    assert_eq!(attended.len(), 1);

    let again = import(&mut file);
    assert_eq!((again.class_created, again.attendees, again.duplicates), (false, 0, rows.len()));
}
