//! Rosters and attendee lists as offices write them: every field of every row against what the samples promise.

use std::collections::HashMap;
use std::path::PathBuf;

use duluan::exchange::{Content, Source, Workbook, read};
use duluan::file::{OfficeFile, Who};
use duluan::roster::import::{
    Notice, RosterImportError, RosterImported, import_workbook, looks_like_roster, read_workbook,
};
use duluan::roster::model::{Collaborator, Sex, name_key};
use duluan::roster::store;
use serde_json::Value;

const LIST: &str = "rosters/Danh_sach_CTV_DLXH_2026.xlsx";
const CLUSTER: &str = "rosters/CTV Tân Thủy - Đại Lãm (sửa lần 2).xlsx";
const EXPORTED: &str = "rosters/danhsach_ctv_xuat_tu_phan_mem.csv";
const OLD_CSV: &str = "rosters/CTV_2018_font_cu.csv";
const OLD_XLS: &str = "rosters/DSCTV_VnTime.xls";
const ODS: &str = "rosters/ds-ctv-hoa-lac-tay.ods";

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples").join(name)
}

fn expected() -> Value {
    serde_json::from_slice(&std::fs::read(sample("expected.json")).unwrap()).unwrap()
}

fn workbook(name: &str) -> Workbook {
    let path = sample(name);
    let source = Source { name: name.to_owned(), bytes: std::fs::read(path).unwrap() };
    match read(&source, None).unwrap().content {
        Content::Workbook(workbook) => workbook,
        other => panic!("{name} is no workbook: {other:?}"),
    }
}

struct Office {
    file: OfficeFile,
    _folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = duluan::office::create(&folder.path().join("so.duluan"), Who::default()).unwrap();
        Self { file, _folder: folder }
    }

    fn import(&mut self, name: &str) -> RosterImported {
        self.try_import(name).unwrap()
    }

    fn try_import(&mut self, name: &str) -> Result<RosterImported, RosterImportError> {
        let workbook = workbook(name);
        self.file.write("import", |tx| import_workbook(tx, &workbook, None)).map(|written| written.value)
    }

    fn people(&self) -> Vec<Collaborator> {
        let ids: Vec<uuid::Uuid> = self
            .file
            .connection()
            .prepare("SELECT id FROM collaborator WHERE deleted = 0")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        ids.into_iter().map(|id| store::collaborator(self.file.connection(), id).unwrap().unwrap()).collect()
    }
}

/// The row of the list that no reading of the list can give: "nt" stands under the row of the Political School, and the
/// samples name another unit there.
const UNKNOWABLE_UNITS: &[(&str, u64)] = &[(LIST, 68)];

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

#[test]
fn every_field_of_every_row_is_read() {
    let expected = expected();
    for name in [LIST, CLUSTER, EXPORTED, OLD_CSV, OLD_XLS, ODS] {
        let workbook = workbook(name);
        assert!(looks_like_roster(&workbook), "{name}");
        let sheets = read_workbook(&workbook, |_| None).unwrap();
        assert_eq!(sheets.len(), 1, "{name}: the summary sheet holds no people");
        let promised = &expected["rosters"][name];
        // TCVN3 has no capitals with tones: the set compares its texts without case.
        let without_case = [OLD_CSV, OLD_XLS].contains(&name);
        let shown = |text: &str| if without_case { text.to_lowercase() } else { text.to_owned() };
        let rows = promised["rows"].as_array().unwrap();
        assert_eq!(sheets[0].people.len() as u64, promised["records"].as_u64().unwrap(), "{name}");
        for (read, row) in sheets[0].people.iter().zip(rows) {
            let at = format!("{name}, row {}", row["row"]);
            assert_eq!(u64::from(read.row), row["row"].as_u64().unwrap(), "{at}");
            assert_eq!(name_key(&read.known.full_name), name_key(text(row, "name")), "{at}");
            assert!(read.known.full_name.chars().any(char::is_lowercase), "{at}: capitals are mended");
            let given = if read.known.given_name.is_empty() {
                read.known.full_name.rsplit(' ').next().unwrap()
            } else {
                &read.known.given_name
            };
            assert_eq!(name_key(given), name_key(text(row, "given")), "{at}");
            let sex = match text(row, "gender") {
                "nam" => Sex::Male,
                "nữ" => Sex::Female,
                _ => Sex::Unknown,
            };
            assert_eq!(read.known.sex, sex, "{at}");
            assert_eq!(read.known.birth_year.map(i64::from), row["birth_year"].as_i64(), "{at}");
            assert_eq!(
                read.known.birth_date.map(|d| d.to_string()).unwrap_or_default(),
                text(row, "birth_date"),
                "{at}"
            );
            assert_eq!(read.known.phones.first().map(String::as_str), row["phone"].as_str(), "{at}");
            assert_eq!(shown(&read.known.post), shown(text(row, "position")), "{at}");
            assert_eq!(read.known.email, text(row, "email"), "{at}");
            if let Some((from, to)) = text(row, "term").split_once('/') {
                let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
                assert_eq!(
                    (day(read.known.term_from).as_str(), day(read.known.term_to).as_str()),
                    (from, to),
                    "{at}"
                );
            } else {
                assert_eq!(read.known.term_text, text(row, "term"), "{at}");
            }
            if !row["code"].is_null() {
                assert_eq!(read.known.code, text(row, "code"), "{at}");
            }
            if !UNKNOWABLE_UNITS.contains(&(name, u64::from(read.row))) {
                assert_eq!(shown(&read.unit_name), shown(text(row, "unit")), "{at}");
            }
        }
    }
}

#[test]
fn two_numbers_of_one_cell_are_both_kept() {
    let people = read_workbook(&workbook(EXPORTED), |_| None).unwrap().remove(0).people;
    let thuy = people.iter().find(|person| person.row == 9).unwrap();
    assert_eq!(thuy.known.phones, ["0538337527", "0531112223"]);
}

#[test]
fn the_decision_of_the_title_and_the_term_are_everybodys() {
    let people = read_workbook(&workbook(LIST), |_| None).unwrap().remove(0).people;
    assert!(people.iter().all(|person| person.known.decision_number == "112-QĐ/BTGDVTU"));
    assert!(people.iter().all(|person| person.known.decision_date.unwrap().to_string() == "2026-03-16"));
    assert_eq!(people[0].known.term_to.unwrap().to_string(), "2030-12-31");
}

#[test]
fn what_is_not_kept_is_said() {
    let sheet = read_workbook(&workbook(CLUSTER), |_| None).unwrap().remove(0);
    assert!(sheet.notices.contains(&Notice::SensitiveLeftOut(vec!["Dân tộc".into(), "Tôn giáo".into()])));
    assert!(sheet.notices.iter().any(|notice| matches!(notice, Notice::SexUnclear { row: 25, .. })));
    let sheet = read_workbook(&workbook(LIST), |_| None).unwrap().remove(0);
    assert!(sheet.notices.contains(&Notice::ColumnsLeftOut(vec!["Trình độ".into()])));
    assert!(sheet.notices.iter().any(|notice| matches!(notice, Notice::DittoFromAbove { row: 68, .. })));
}

#[test]
fn one_person_on_two_rows_is_one_collaborator() {
    let mut office = Office::new();
    let imported = office.import(LIST);
    assert_eq!(imported.collaborators, 59, "distinct people");
    assert_eq!(imported.duplicates, 1);
    assert_eq!(imported.units, 10);
    let hoa = office.people().into_iter().find(|person| person.known.phones == ["0718926107"]).unwrap();
    assert_eq!(hoa.known.full_name, "Nguyễn Văn Hòa");
    assert_eq!(hoa.unit_name, "xã Lộc An");
    assert_eq!(hoa.known.concurrent_post, "Ủy viên Ban Chấp hành Hội Nhà báo, Liên đoàn Lao động tỉnh");
    let names: Vec<String> = office.people().into_iter().map(|person| person.known.full_name).collect();
    assert!(!names.iter().any(|name| name == "Quách Diệu Linh" || name == "Nghiêm Đình Phách"));
}

#[test]
fn people_of_several_lists_are_known_again_and_namesakes_kept_apart() {
    let mut office = Office::new();
    let mut ids: HashMap<(&str, u64), uuid::Uuid> = HashMap::new();
    let expected = expected();
    for name in [LIST, CLUSTER, EXPORTED] {
        office.import(name);
        let people = office.people();
        for row in expected["rosters"][name]["rows"].as_array().unwrap() {
            let same: Vec<&Collaborator> = people
                .iter()
                .filter(|p| p.known.phones.iter().any(|phone| phone == text(row, "phone")))
                .collect();
            assert_eq!(same.len(), 1, "{name} {}", row["row"]);
            ids.insert((name, row["row"].as_u64().unwrap()), same[0].id);
        }
    }
    let known = |pair: &Value, at: usize| {
        let file = [LIST, CLUSTER, EXPORTED].into_iter().find(|name| *name == text(&pair[at], "file"))?;
        ids.get(&(file, pair[at]["row"].as_u64().unwrap())).copied()
    };
    let mut compared = 0;
    for pair in expected["same_person"].as_array().unwrap() {
        if let (Some(a), Some(b)) = (known(pair, 0), known(pair, 1)) {
            assert_eq!(a, b, "{pair}");
            compared += 1;
        }
    }
    assert_eq!(compared, 4);
    for pair in expected["not_same_person"].as_array().unwrap() {
        assert_ne!(known(pair, 0).unwrap(), known(pair, 1).unwrap(), "{pair}");
    }
    assert_eq!(office.people().len(), 60 + 24 + 30 - 4, "four rows are people another row is");
}

#[test]
fn the_same_list_twice_changes_nothing() {
    let mut office = Office::new();
    for name in [LIST, CLUSTER, EXPORTED] {
        office.import(name);
        let before = office.people();
        let again = office.import(name);
        assert_eq!((again.units, again.collaborators, again.updated), (0, 0, 0), "{name}");
        assert_eq!(office.people(), before, "{name}");
    }
}

#[test]
fn a_list_of_names_that_are_none_is_told_row_by_row() {
    let mut office = Office::new();
    let imported = office.import("bad/cong_thuc.csv");
    assert_eq!(imported.collaborators, 1);
    let rows: Vec<u32> = imported
        .notices
        .iter()
        .filter_map(|notice| match notice {
            Notice::NoValidName { row, .. } => Some(*row),
            _ => None,
        })
        .collect();
    assert_eq!(rows, [2, 4]);
    let person = office.people().remove(0);
    assert_eq!(person.known.full_name, "Nguyễn Văn Thử");
    assert_eq!(person.known.unit, None, "a formula is no unit");
    assert!(person.known.note.contains("@SUM(1+1)") && person.known.note.contains("=HYPERLINK"));
}

#[test]
fn a_header_without_rows_is_refused() {
    let mut office = Office::new();
    assert!(matches!(office.try_import("bad/trieu_dong_trong.xlsx"), Err(RosterImportError::NoRows)));
}
