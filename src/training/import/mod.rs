//! Attendee lists: a class with its title, days and place from the sheet, and its participants, known again on the roster.

mod dates;
mod plan;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

pub use super::model::AttendeesImported;
use super::model::{ClassKind, ClassState, NewClass, Participant};
use super::store;
use crate::exchange::Workbook;
use crate::file::Tx;
use crate::roster::import::{
    PeopleSheet, ReadPerson, RosterImportError, has_people, read_workbook, speaks_of_attendees,
};
use crate::roster::model::{KnownPerson, PersonIndex, PersonMatch, UnitIndex, name_key};
use crate::text;

pub use dates::span_in;
pub use plan::{class_plan, import_plan, preview_plan};

/// True when the workbook is a list of people who attend a class or meeting.
pub fn looks_like_attendees(workbook: &Workbook) -> bool {
    has_people(workbook) && speaks_of_attendees(workbook)
}

struct Plan {
    class: Option<Uuid>,
    new_class: NewClass,
    people: Vec<Participant>,
    imported: AttendeesImported,
}

/// What importing an attendee list would do; nothing is written.
///
/// # Errors
/// [`RosterImportError`] when the workbook holds no people.
pub fn preview(
    conn: &Connection,
    workbook: &Workbook,
    today: NaiveDate,
) -> Result<AttendeesImported, RosterImportError> {
    Ok(plan(conn, workbook, today)?.imported)
}

/// Imports an attendee list as part of a write: into the class of this title and day, or into a new one.
///
/// # Errors
/// [`RosterImportError`] when the workbook holds no people; nothing is written then.
pub fn import_workbook(
    tx: &Tx,
    workbook: &Workbook,
    today: NaiveDate,
) -> Result<AttendeesImported, RosterImportError> {
    let mut plan = plan(tx, workbook, today)?;
    let class = match plan.class {
        Some(class) => class,
        None => store::insert_class(tx, &plan.new_class)?,
    };
    for person in &plan.people {
        store::add_participant(tx, class, person)?;
    }
    plan.imported.class = Some(class);
    Ok(plan.imported)
}

fn plan(conn: &Connection, workbook: &Workbook, today: NaiveDate) -> Result<Plan, RosterImportError> {
    let remembered = crate::roster::store::mappings(conn, "attendees")?;
    let sheets = read_workbook(workbook, |header| serde_json::from_str(remembered.get(header)?).ok())?;
    let new_class = class_of(&sheets, today);
    let class = store::class_by_title(conn, &new_class.title, new_class.date_from)?;
    let present = match class {
        Some(class) => store::class(conn, class)?.map(|class| class.known.participants).unwrap_or_default(),
        None => Vec::new(),
    };
    let mut plan = Plan {
        class,
        imported: AttendeesImported {
            title: new_class.title.clone(),
            class_created: class.is_none(),
            ..AttendeesImported::default()
        },
        new_class,
        people: Vec::new(),
    };
    let units = crate::roster::store::unit_index(conn)?;
    let people = crate::roster::store::person_index(conn)?;
    for sheet in sheets {
        plan.imported.notices.extend(sheet.notices);
        for read in sheet.people {
            let person = participant(read, &units, &people);
            if present.iter().chain(&plan.people).any(|there| same(there, &person)) {
                plan.imported.duplicates += 1;
                continue;
            }
            plan.imported.attendees += 1;
            plan.imported.collaborators += usize::from(person.collaborator.is_some());
            plan.people.push(person);
        }
    }
    Ok(plan)
}

/// The same person on one list.
fn same(there: &Participant, person: &Participant) -> bool {
    if there.collaborator.is_some() && there.collaborator == person.collaborator {
        return true;
    }
    name_key(&there.full_name) == name_key(&person.full_name)
        && (there.phone == person.phone || there.phone.is_empty() || person.phone.is_empty())
        && (there.birth_year == person.birth_year
            || there.birth_year.is_none()
            || person.birth_year.is_none())
        && text::fold(&there.unit_name) == text::fold(&person.unit_name)
}

fn participant(read: ReadPerson, units: &UnitIndex, people: &PersonIndex) -> Participant {
    let ReadPerson { mut known, unit_name, .. } = read;
    known.unit = units.find(&unit_name);
    let collaborator = match people.find(&KnownPerson::of(Uuid::nil(), &known)) {
        PersonMatch::Same(id) => Some(id),
        PersonMatch::Suspected(_) | PersonMatch::New => None,
    };
    Participant {
        collaborator,
        full_name: known.full_name,
        birth_year: known.birth_year,
        unit: known.unit,
        unit_name,
        post: known.post,
        phone: known.phones.into_iter().next().unwrap_or_default(),
        ..Participant::default()
    }
}

/// The class the title over the list speaks of.
fn class_of(sheets: &[PeopleSheet], today: NaiveDate) -> NewClass {
    let lines: Vec<&str> = sheets.iter().flat_map(|sheet| &sheet.title).map(String::as_str).collect();
    let title = lines.iter().find_map(|line| title_in(line)).unwrap_or_default();
    let span = lines.iter().find_map(|line| span_in(line));
    let (date_from, date_to) = span.map_or((None, None), |(from, to)| (Some(from), Some(to)));
    let folded = text::fold(&title);
    NewClass {
        kind: if folded.contains("giao ban") {
            ClassKind::Briefing
        } else if folded.starts_with("hoi nghi") {
            ClassKind::Conference
        } else {
            ClassKind::Class
        },
        title,
        date_from,
        date_to,
        place: lines.iter().find_map(|line| place_in(line)).unwrap_or_default(),
        state: if date_to.is_some_and(|end| end < today) { ClassState::Held } else { ClassState::Summoned },
        ..NewClass::default()
    }
}

/// "DANH SÁCH HỌC VIÊN LỚP BỒI DƯỠNG …" is the list of the class "Lớp bồi dưỡng …".
fn title_in(line: &str) -> Option<String> {
    const LEADS: &[&str] = &[
        "danh sach",
        "hoc vien",
        "dai bieu",
        "can bo",
        "cong tac vien",
        "cac dong chi",
        "tham gia",
        "tham du",
        "trieu tap",
        "du",
        "diem danh",
        "ky nhan",
        "bang",
    ];
    let words: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| text::fold(word)).collect();
    let mut at = 0;
    while let Some(lead) = LEADS.iter().find(|lead| {
        let parts: Vec<&str> = lead.split(' ').collect();
        folded[at..].len() >= parts.len() && folded[at..].iter().zip(&parts).all(|(word, part)| word == part)
    }) {
        at += lead.split(' ').count();
    }
    let speaks = |word: &str| folded[at..].iter().any(|folded| folded == word);
    let is_title =
        at > 0 && at < words.len() && (speaks("lop") || speaks("hoi") || speaks("tap") || speaks("giao"));
    is_title.then(|| sentence(&words[at..].join(" ")))
}

/// Capitals only at the beginning, when the source wrote capitals only.
fn sentence(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        let mut letters = text.chars();
        return letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    }
    let lower = text.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "…, tại Trung tâm Chính trị xã Lộc An)".
fn place_in(line: &str) -> Option<String> {
    let at = line.find("tại ").or_else(|| line.find("Tại "))?;
    let place = line[at..].split_once(' ')?.1;
    let place = place.split(['(', ')', ';']).next()?.trim_matches([',', '.', ' ', ':']);
    (!place.is_empty()).then(|| place.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_names_the_class() {
        assert_eq!(
            title_in("DANH SÁCH HỌC VIÊN LỚP BỒI DƯỠNG NGHIỆP VỤ CÔNG TÁC DƯ LUẬN XÃ HỘI NĂM 2026")
                .as_deref(),
            Some("Lớp bồi dưỡng nghiệp vụ công tác dư luận xã hội năm 2026")
        );
        assert_eq!(
            title_in("Danh sách đại biểu tham dự hội nghị giao ban quý IV").as_deref(),
            Some("Hội nghị giao ban quý IV")
        );
        assert_eq!(title_in("ĐẢNG ỦY XÃ LỘC AN"), None);
        assert_eq!(title_in("DANH SÁCH"), None);
    }

    #[test]
    fn the_place_stands_behind_tai() {
        assert_eq!(
            place_in("(Từ ngày 14 đến ngày 15 tháng 10 năm 2026, tại Trung tâm Chính trị xã Lộc An)")
                .as_deref(),
            Some("Trung tâm Chính trị xã Lộc An")
        );
        assert_eq!(place_in("Năm 2026"), None);
    }
}
