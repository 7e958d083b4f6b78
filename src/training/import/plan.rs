//! Plans of classes in Word: title, days, place, hosts and who signs, purpose, timetable, what is to be prepared.

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::Connection;

use super::{place_in, sentence, span_in};
use crate::exchange::{Block, Document};
use crate::file::Tx;
use crate::roster::model::{plain_person_name, plain_unit_name, valid_person_name};
use crate::text::dates::parse_day;
use crate::text::fold;
use crate::training::model::{
    AttendeesImported, ClassState, DayPart, Host, NewClass, Preparation, Session, read_hours,
};
use crate::training::store;

/// Lines of a cell.
type Cell = Vec<String>;

/// What a plan of a class says; `None` for any other paper. A plan of a class has the kind Kế hoạch and a title that speaks of a
/// class, or a timetable with contents.
pub fn class_plan(document: &Document, today: NaiveDate) -> Option<NewClass> {
    let lines: Vec<String> = document.blocks.iter().filter_map(paragraph).collect();
    let all: Vec<String> =
        document.lines().iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let kind =
        all.iter().position(|line| matches!(fold(line).as_str(), "ke hoach" | "ke hoach lien tich"))?;
    let joint = fold(&all[kind]).contains("lien tich");
    let subject = all.get(kind + 1)?;
    let folded = fold(subject);
    if !["lop ", "boi duong", "tap huan"].iter().any(|word| folded.contains(word)) {
        return None;
    }
    let span = labelled(&lines, &["thoi gian"]).and_then(|text| span_in(&text));
    let (date_from, date_to) = span.map_or((None, None), |(from, to)| (Some(from), Some(to)));
    let year = date_from.map_or(today.year(), |day| day.year());
    let tables: Vec<Vec<Vec<Cell>>> = document.blocks.iter().filter_map(table).collect();
    let sessions = tables.iter().find_map(|rows| timetable(rows, year)).unwrap_or_default();
    let mut hosts = hosts(&all[..kind], joint, &lines);
    sign(&mut hosts, tables.last().map(Vec::as_slice).unwrap_or_default());
    let known = NewClass {
        title: title(subject),
        purpose: section(&lines, "muc dich").join(" "),
        date_from,
        date_to,
        date_text: match date_from {
            Some(_) => String::new(),
            None => labelled(&lines, &["thoi gian"]).unwrap_or_default(),
        },
        place: labelled(&lines, &["dia diem"])
            .map(|text| place_in(&text).unwrap_or(text))
            .map(|text| text.trim_end_matches('.').to_owned())
            .unwrap_or_default(),
        state: ClassState::Planned,
        audience: labelled(&lines, &["thanh phan", "doi tuong"])
            .map(|text| text.trim_end_matches('.').to_owned())
            .unwrap_or_default(),
        funding_source: section(&lines, "kinh phi").join(" "),
        document_number: number(&all[..kind]).unwrap_or_default(),
        document_date: all[..kind].iter().find_map(|line| written_day(line)),
        preparation: preparation(&section(&lines, "to chuc thuc hien"), &hosts, date_from),
        hosts,
        sessions,
        ..NewClass::default()
    };
    Some(known)
}

/// What taking a plan in would do; nothing is written.
///
/// # Errors
/// Whatever SQLite answers.
pub fn preview_plan(conn: &Connection, plan: &NewClass) -> rusqlite::Result<AttendeesImported> {
    let class = store::class_by_title(conn, &plan.title, plan.date_from)?;
    let known = match class {
        Some(id) => store::class(conn, id)?,
        None => None,
    };
    let planned = known.as_ref().is_some_and(|class| !class.known.sessions.is_empty());
    Ok(AttendeesImported {
        class,
        title: plan.title.clone(),
        class_created: known.is_none(),
        sessions: if planned { 0 } else { plan.sessions.len() },
        duplicates: usize::from(planned),
        is_plan: true,
        ..AttendeesImported::default()
    })
}

/// Takes a plan in as part of a write: a new class, or what the class of this title and day does not have yet. A class whose
/// sessions are known keeps all it has.
///
/// # Errors
/// Whatever SQLite answers.
pub fn import_plan(tx: &Tx, plan: &NewClass) -> rusqlite::Result<AttendeesImported> {
    let mut imported = preview_plan(tx, plan)?;
    let Some(id) = imported.class else {
        imported.class = Some(store::insert_class(tx, plan)?);
        return Ok(imported);
    };
    let Some(class) = store::class(tx, id)?.filter(|class| class.known.sessions.is_empty()) else {
        return Ok(imported);
    };
    store::update_class(tx, id, &completed(class.known.clone(), plan))?;
    for session in &plan.sessions {
        store::save_session(tx, id, session)?;
    }
    if class.known.preparation.is_empty() {
        for task in &plan.preparation {
            store::save_preparation(tx, id, task)?;
        }
    }
    Ok(imported)
}

/// What is known of a class, with what only its plan says.
fn completed(mut known: NewClass, plan: &NewClass) -> NewClass {
    for (own, from) in [
        (&mut known.purpose, &plan.purpose),
        (&mut known.place, &plan.place),
        (&mut known.audience, &plan.audience),
        (&mut known.funding_source, &plan.funding_source),
        (&mut known.document_number, &plan.document_number),
    ] {
        if own.trim().is_empty() {
            own.clone_from(from);
        }
    }
    known.date_from = known.date_from.or(plan.date_from);
    known.date_to = known.date_to.or(plan.date_to);
    known.document_date = known.document_date.or(plan.document_date);
    if known.hosts.is_empty() {
        known.hosts.clone_from(&plan.hosts);
    }
    known
}

fn paragraph(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.trim().to_owned()).filter(|text| !text.is_empty()),
        Block::Table(_) => None,
    }
}

fn table(block: &Block) -> Option<Vec<Vec<Cell>>> {
    let Block::Table(rows) = block else { return None };
    let cell = |blocks: &Vec<Block>| -> Cell {
        let lines = blocks.iter().filter_map(paragraph);
        lines.flat_map(|text| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()).collect()
    };
    Some(rows.iter().map(|row| row.iter().map(cell).collect()).collect())
}

/// "Mở lớp bồi dưỡng …" is the plan of "Lớp bồi dưỡng …".
fn title(subject: &str) -> String {
    let mut rest = subject.trim();
    loop {
        let folded = fold(rest);
        let Some(lead) = ["ve viec ", "mo ", "to chuc "].iter().find(|lead| folded.starts_with(**lead))
        else {
            return sentence(rest);
        };
        rest = rest.splitn(lead.matches(' ').count() + 1, ' ').last().unwrap_or_default().trim_start();
    }
}

/// The text behind a label: "3. Địa điểm: Hội trường …".
fn labelled(lines: &[String], labels: &[&str]) -> Option<String> {
    lines.iter().find_map(|line| {
        let (label, text) = line.split_once(':')?;
        let label = fold(label);
        let fits =
            labels.iter().any(|wanted| label.ends_with(wanted) || label.contains(&format!("{wanted},")));
        (fits && label.split(' ').count() <= 6 && !text.trim().is_empty()).then(|| text.trim().to_owned())
    })
}

/// True for "II- THÀNH PHẦN, THỜI GIAN, ĐỊA ĐIỂM": a Roman number before capitals.
fn is_heading(line: &str) -> bool {
    let roman = line.chars().take_while(|letter| matches!(letter, 'I' | 'V' | 'X')).count();
    let rest = line.get(roman..).unwrap_or_default();
    roman > 0 && rest.starts_with(['-', '.', ' ', '/']) && !rest.chars().any(char::is_lowercase)
}

/// The lines under a heading, up to the next.
fn section(lines: &[String], wanted: &str) -> Vec<String> {
    let Some(at) = lines.iter().position(|line| is_heading(line) && fold(line).contains(wanted)) else {
        return Vec::new();
    };
    let ends = |line: &str| is_heading(line) || fold(line).starts_with("noi nhan");
    lines[at + 1..].iter().take_while(|line| !ends(line)).cloned().collect()
}

/// "Số 07-KHLT/BXDĐ-TTCT"; nothing where the number is left blank.
fn number(head: &[String]) -> Option<String> {
    head.iter().find_map(|line| {
        let rest = line.strip_prefix("Số")?.trim_start_matches(':').trim();
        (rest.contains("KH") && rest.starts_with(|first: char| first.is_ascii_digit()))
            .then(|| rest.to_owned())
    })
}

/// "Lộc An, ngày 21 tháng 9 năm 2026".
fn written_day(line: &str) -> Option<NaiveDate> {
    let folded = fold(line);
    let rest = &folded[folded.find("ngay ")?..];
    let numbers: Vec<u32> =
        rest.split(|sign: char| !sign.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    match numbers.as_slice() {
        &[day, month, year] => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        _ => None,
    }
}

/// The bodies over the number: of a joint plan the last two, else the last; those above them are their superiors.
fn hosts(head: &[String], joint: bool, body: &[String]) -> Vec<Host> {
    let bodies: Vec<&String> = head
        .iter()
        .take_while(|line| !line.starts_with('*') && !line.starts_with("Số"))
        .filter(|line| !line.chars().any(char::is_lowercase) && !fold(line).contains("cong san viet nam"))
        .collect();
    let count = if joint { 2 } else { 1 };
    let from = bodies.len().saturating_sub(count);
    bodies[from..].iter().map(|name| Host { name: written(name, body), ..Host::default() }).collect()
}

/// A name in capitals as the text of the plan writes it.
fn written(name: &str, body: &[String]) -> String {
    let small = name.to_lowercase();
    let found = body.iter().filter(|line| line.chars().any(char::is_lowercase)).find_map(|line| {
        let at = line.to_lowercase().find(&small)?;
        // A letter whose small form is longer moves what follows; then the name is not at that place.
        line.get(at..at + small.len()).filter(|found| found.to_lowercase() == small)
    });
    found.map_or_else(|| plain_unit_name(name), str::to_owned)
}

/// Puts who signs to the hosts: each block names the body it signs for, or stands where the body does.
fn sign(hosts: &mut [Host], rows: &[Vec<Cell>]) {
    let blocks: Vec<&Cell> = rows.iter().flatten().filter(|cell| cell.len() > 1).collect();
    for (at, block) in blocks.iter().enumerate() {
        let Some(name) = block.last().filter(|name| is_name(name)) else { continue };
        let authority = block.first().map(|line| fold(line)).unwrap_or_default();
        let post = block[..block.len() - 1].iter().rev().find(|line| {
            let line = fold(line);
            !["t/m", "k/t", "t/l", "tm", "kt"].iter().any(|sign| line.starts_with(sign))
        });
        let named = hosts.iter().position(|host| authority.contains(&fold(&host.name)));
        let Some(host) = hosts.get_mut(named.unwrap_or(at)) else { continue };
        host.signer = plain_person_name(name);
        host.post = post.map(|post| sentence(post)).unwrap_or_default();
    }
}

fn is_name(text: &str) -> bool {
    text.chars().any(char::is_lowercase) && text.split_whitespace().count() > 1 && valid_person_name(text)
}

/// Columns of a timetable.
#[derive(Default)]
struct Columns {
    day: Option<usize>,
    part: Option<usize>,
    hours: Option<usize>,
    content: Option<usize>,
    speaker: Option<usize>,
}

impl Columns {
    fn of(head: &[Cell]) -> Option<Self> {
        let mut columns = Self::default();
        for (at, cell) in head.iter().enumerate() {
            let name = fold(&cell.join(" "));
            let place = match name.as_str() {
                "ngay" | "ngay thang" => &mut columns.day,
                "buoi" => &mut columns.part,
                "thoi gian" | "gio" => &mut columns.hours,
                _ if name.contains("noi dung") || name.contains("chuyen de") => &mut columns.content,
                _ if ["bao cao vien", "giang vien", "nguoi trinh bay", "nguoi thuc hien", "phu trach"]
                    .iter()
                    .any(|word| name.contains(word)) =>
                {
                    &mut columns.speaker
                }
                _ => continue,
            };
            place.get_or_insert(at);
        }
        let when = columns.day.or(columns.part).or(columns.hours);
        (columns.content.is_some() && when.is_some()).then_some(columns)
    }
}

/// The day a cell names: "14/10", "Thứ Ba, 14/10/2026", "ngày 14 tháng 10". A day of the week alone is none.
fn day_in(text: &str, first_of_year: NaiveDate) -> Option<NaiveDate> {
    let apart = |sign: char| sign.is_whitespace() || "(),;:".contains(sign);
    let mut written =
        text.split(apart).filter(|part| part.contains('/') || part.contains('.') || part.contains('-'));
    let folded = fold(text);
    let spoken = || folded.find("ngay ").and_then(|at| parse_day(&folded[at..], first_of_year).ok());
    written.find_map(|part| parse_day(part, first_of_year).ok()).or_else(spoken)
}

/// The part of the day a cell begins with: "Sáng", "Buổi chiều".
fn part_in(text: &str) -> Option<DayPart> {
    let folded = fold(text);
    let mut words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| *word != "buoi");
    match words.next()? {
        "sang" => Some(DayPart::Morning),
        "chieu" => Some(DayPart::Afternoon),
        "toi" => Some(DayPart::Evening),
        _ => None,
    }
}

/// The sessions of a timetable. An empty day or part of the day is that of the row above; of a day that cannot be read none is
/// made up.
fn timetable(rows: &[Vec<Cell>], year: i32) -> Option<Vec<Session>> {
    let head = rows.iter().position(|row| Columns::of(row).is_some())?;
    let columns = Columns::of(&rows[head])?;
    let first_of_year = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let mut above = Session::default();
    let mut sessions = Vec::new();
    for row in &rows[head + 1..] {
        let text = |column: Option<usize>| -> String {
            column.and_then(|at| row.get(at)).map(|cell| cell.join(" ")).unwrap_or_default().trim().to_owned()
        };
        let day = text(columns.day);
        if !day.is_empty() {
            let day = day_in(&day, first_of_year);
            if day != above.on {
                above.part = DayPart::Unknown;
            }
            above.on = day;
        }
        let part = part_in(&text(columns.part)).or_else(|| part_in(&day)).unwrap_or(above.part);
        above.part = part;
        let content = text(columns.content);
        if content.is_empty() {
            continue;
        }
        let (time_from, time_to) = read_hours(&text(columns.hours)).unwrap_or_default();
        sessions.push(Session {
            on: above.on,
            part,
            time_from,
            time_to,
            content,
            speaker: text(columns.speaker),
            ..Session::default()
        });
    }
    Some(sessions)
}

/// What is to be prepared, a line each; "trước 02 ngày" is a day before the class begins.
fn preparation(lines: &[String], hosts: &[Host], begins: Option<NaiveDate>) -> Vec<Preparation> {
    lines
        .iter()
        .map(|line| {
            let folded = fold(line);
            let owner = hosts.iter().find(|host| folded.starts_with(&fold(&host.name)));
            let task = owner.map_or(line.as_str(), |host| {
                let words = host.name.split_whitespace().count();
                line.splitn(words + 1, ' ').last().unwrap_or(line)
            });
            let before = folded.split("truoc ").nth(1).and_then(|rest| {
                let (days, unit) = rest.split_once(' ')?;
                unit.starts_with("ngay").then(|| days.parse::<u64>().ok())?
            });
            Preparation {
                task: sentence(task.trim_end_matches('.')),
                owner: owner.map(|host| host.name.clone()).unwrap_or_default(),
                due_on: begins.zip(before).and_then(|(day, days)| day.checked_sub_days(Days::new(days))),
                ..Preparation::default()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_class_and_not_that_it_is_held() {
        assert_eq!(title("Mở lớp bồi dưỡng nghiệp vụ"), "Lớp bồi dưỡng nghiệp vụ");
        assert_eq!(title("Về việc tổ chức Hội nghị tập huấn"), "Hội nghị tập huấn");
        assert_eq!(title("Lớp tập huấn"), "Lớp tập huấn");
    }

    #[test]
    fn a_row_without_a_day_is_on_the_day_above() {
        let row = |cells: &[&str]| -> Vec<Cell> {
            cells
                .iter()
                .map(|cell| if cell.is_empty() { Vec::new() } else { vec![(*cell).to_owned()] })
                .collect()
        };
        let rows = [
            row(&["Ngày", "Buổi", "Thời gian", "Nội dung", "Báo cáo viên"]),
            row(&["14/10", "Sáng", "07:30 - 08:00", "Khai mạc", "Ban Tổ chức"]),
            row(&["", "", "08:00 - 11:00", "Chuyên đề 1", ""]),
            row(&["15/10", "", "07:30 - 11:00", "Chuyên đề 2", ""]),
        ];
        let told: Vec<String> = timetable(&rows, 2026)
            .unwrap()
            .iter()
            .map(|of| format!("{} {:?} {} {}", of.on.unwrap(), of.part, of.time_from, of.content))
            .collect();
        assert_eq!(
            told,
            [
                "2026-10-14 Morning 07:30 Khai mạc",
                "2026-10-14 Morning 08:00 Chuyên đề 1",
                "2026-10-15 Unknown 07:30 Chuyên đề 2",
            ]
        );
        assert!(timetable(&[row(&["Họ và tên", "Đơn vị"])], 2026).is_none());
    }

    #[test]
    fn a_day_is_read_beside_its_weekday_and_never_made_up() {
        let row =
            |cells: [&str; 3]| -> Vec<Cell> { cells.iter().map(|cell| vec![(*cell).to_owned()]).collect() };
        let rows = [
            row(["Ngày", "Buổi", "Nội dung"]),
            row(["Thứ Ba 14/10", "Buổi sáng", "một"]),
            row(["Thứ 4 (15/10/2026)", "Chiều", "hai"]),
            row(["Thứ Năm, ngày 16 tháng 10", "", "ba"]),
            row(["Thứ Sáu", "Sáng", "bốn"]),
            row(["Sáng 17/10", "", "năm"]),
        ];
        let told: Vec<String> = timetable(&rows, 2026)
            .unwrap()
            .iter()
            .map(|of| format!("{} {:?}", of.on.map(|day| day.to_string()).unwrap_or_default(), of.part))
            .collect();
        assert_eq!(
            told,
            [
                "2026-10-14 Morning",
                "2026-10-15 Afternoon",
                "2026-10-16 Unknown",
                " Morning",
                "2026-10-17 Morning"
            ]
        );
    }
}
