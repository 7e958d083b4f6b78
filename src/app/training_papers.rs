//! Papers of classes and of the year, for the tab and the command line.

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;
use uuid::Uuid;

use crate::exchange::paper::{Format, OfficeHead, Profile, pages, print};
use crate::exchange::{self, replace, save_beside};
use crate::file::{FileError, drafts};
use crate::inbox;
use crate::roster::store::office_head;
use crate::survey;
use crate::training::calendar::events;
use crate::training::export::classes;
use crate::training::model::{Class, quarter, told_when};
use crate::training::papers::print::{PrintError, Source, file_words, proposed};
use crate::training::papers::year::{DutyLine, YearPlan};
use crate::training::papers::{Gap, PaperKind, gaps};
use crate::training::store;
use crate::training::tab::{Message, PaperLine, Print, Printed, Which, YearMaterial, plan_draft};
use crate::words::{Language, Words};

/// What a year's plan is made of: the survey rounds are another room's.
///
/// # Errors
/// Whatever the file answers.
pub fn year_plan(conn: &Connection, year: i32) -> Result<(YearPlan, OfficeHead), FileError> {
    let of_year = |day: Option<NaiveDate>| day.is_some_and(|day| day.year() == year);
    let day = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
    let surveys = survey::store::survey_lines(conn)?;
    let surveys =
        surveys.into_iter().filter(|round| of_year(round.date_from.or(round.date_to))).map(|round| {
            let days: Vec<String> = [round.date_from, round.date_to].into_iter().flatten().map(day).collect();
            (round.title, days.join(" - "))
        });
    let plan = YearPlan {
        year,
        items: store::plan_items(conn, year)?,
        classes: store::class_lines(conn)?,
        surveys: surveys.collect(),
        duties: duty_lines(conn, year)?,
    };
    Ok((plan, office_head(conn)?))
}

/// Duties that hold in some part of a year.
fn duty_lines(conn: &Connection, year: i32) -> Result<Vec<DutyLine>, FileError> {
    let mut lines = Vec::new();
    for (id, ..) in inbox::store::duties(conn)? {
        let Some(duty) = inbox::store::duty_record(conn, id)? else { continue };
        let begins = duty.valid_from.is_none_or(|from| from.year() <= year);
        if !begins || duty.valid_to.is_some_and(|to| to.year() < year) {
            continue;
        }
        lines.push(DutyLine {
            id,
            name: duty.name,
            period: duty.period.id().to_owned(),
            owes: duty.direction == "owes",
            who: duty.who,
            counterpart: duty.counterpart,
            due_day: duty.due_day,
        });
    }
    Ok(lines)
}

/// What the page of a year shows.
///
/// # Errors
/// Whatever the file answers.
pub fn year_page(conn: &Connection, year: i32) -> Result<YearMaterial, FileError> {
    let (plan, _) = year_plan(conn, year)?;
    let today = chrono::Local::now().date_naive();
    let days = (today.year() == year).then(|| quarter(today));
    let mut classes: Vec<(Option<NaiveDate>, (Uuid, String, String))> = plan
        .of_year()
        .map(|class| {
            let days = match class.date_from.or(class.date_to) {
                None => class.date_text.clone(),
                Some(_) => told_when(class.date_from, class.date_to),
            };
            (class.date_from, (class.id, days, class.title.clone()))
        })
        .collect();
    classes.sort_by_key(|(day, _)| *day);
    let rows = store::plan_rows(conn, year, days)?;
    let keys = rows.iter().map(|row| row.item.id).chain([Uuid::nil()]).map(|id| plan_draft(year, id));
    let mut kept = Vec::new();
    for (place, row) in keys {
        kept.extend(drafts::read(conn, place, row)?.map(|text| (row, text)));
    }
    Ok(YearMaterial {
        year,
        rows,
        duties: plan.duties,
        drafts: kept,
        topics: store::plan_topics(conn)?,
        classes: classes.into_iter().map(|(_, class)| class).collect(),
        surveys: plan.surveys.into_iter().map(|(title, days)| (days, title)).collect(),
    })
}

/// Writes the plan of a year to a file.
///
/// # Errors
/// [`PrintError`]; nothing was written then.
pub fn write_year(
    plan: &YearPlan,
    office: &OfficeHead,
    today: NaiveDate,
    path: &Path,
    over: bool,
) -> Result<(), PrintError> {
    if path.exists() && !over {
        return Err(PrintError::Exists(path.to_owned()));
    }
    let bytes = year_bytes(plan, office, today, Format::of(path).unwrap_or(Format::Docx))?;
    replace(path, &bytes).map_err(|error| PrintError::Write(path.to_owned(), error))
}

fn year_bytes(
    plan: &YearPlan,
    office: &OfficeHead,
    today: NaiveDate,
    format: Format,
) -> Result<Vec<u8>, PrintError> {
    let profile = Profile::of_office(&office.profile)?;
    Ok(print(&plan.paper(office, today), &profile, format)?)
}

/// File of a year's plan.
fn year_file(year: i32) -> String {
    format!("Ke hoach cong tac DLXH nam {year}.docx")
}

/// The papers of a class, and of the year.
pub(super) fn lines(conn: &Connection, class: Option<Uuid>, year: i32) -> Result<Message, FileError> {
    let class = read(conn, class)?;
    let (plan, office) = year_plan(conn, year)?;
    let of_class = class.iter().flat_map(|class| {
        PaperKind::of(class.known.kind).iter().map(|&kind| {
            let gaps = gaps(kind, class, &office);
            PaperLine {
                which: Which::Of(kind),
                stopped: gaps.iter().any(|gap| gap.stops(kind)),
                gaps,
                file: proposed(kind, class, ".docx"),
            }
        })
    });
    let mut lines: Vec<PaperLine> = of_class.collect();
    lines.push(PaperLine {
        which: Which::Year(year),
        gaps: Vec::<Gap>::new(),
        stopped: plan.is_empty(),
        file: year_file(year),
    });
    let calendar = |which, classes: &[Class], file: String| PaperLine {
        which,
        gaps: Vec::new(),
        stopped: classes.iter().all(|class| {
            class.known.date_from.is_none() && class.known.sessions.iter().all(|of| of.on.is_none())
        }),
        file,
    };
    if let Some(class) = &class {
        let file = calendar_file(Some(&class.known.title));
        lines.push(calendar(Which::Calendar, std::slice::from_ref(class), file));
    }
    lines.push(PaperLine {
        which: Which::CalendarOfAll,
        gaps: Vec::new(),
        stopped: plan.classes.iter().all(|class| class.date_from.is_none()),
        file: calendar_file(None),
    });
    Ok(Message::Papers(class.map(|class| (class.id, class.known.title)), lines))
}

/// File of a calendar.
fn calendar_file(title: Option<&str>) -> String {
    match title {
        Some(title) => format!("Lich - {}.ics", file_words(title)),
        None => "Lich lop, giao ban.ics".to_owned(),
    }
}

/// A calendar of the class that is meant, or of all.
fn calendar(conn: &Connection, class: Option<&Class>) -> Result<Vec<u8>, FileError> {
    let words = Words::of(Language::Vietnamese);
    let all = if class.is_none() { classes(conn)? } else { Vec::new() };
    let of = class.map_or(all.as_slice(), std::slice::from_ref);
    let (events, _) = events(of, words);
    let text = exchange::calendar(&events, &office_head(conn)?.name, chrono::Utc::now().naive_utc());
    Ok(text.into_bytes())
}

fn read(conn: &Connection, class: Option<Uuid>) -> Result<Option<Class>, FileError> {
    Ok(match class {
        Some(id) => store::class(conn, id)?,
        None => None,
    })
}

/// Writes papers: one to its file, several into a folder. What is relative lies beside the office's file.
pub(super) fn printed(conn: &Connection, print: &Print, several: bool) -> Result<Message, FileError> {
    let beside = conn.path().map(Path::new).and_then(Path::parent).unwrap_or(Path::new(""));
    let path = beside.join(&print.path);
    let class = read(conn, print.class)?;
    let office = office_head(conn)?;
    let mut done = Printed { print: print.clone(), written: Vec::new(), failed: Vec::new() };
    for &which in &print.which {
        let written = match (which, &class) {
            (Which::Of(kind), Some(class)) => {
                let source = Source { class, office: &office, today: print.today };
                if several { source.save_into(kind, &path) } else { source.write(kind, &path, print.over) }
            }
            (Which::Of(_) | Which::Calendar, None) => continue,
            (Which::Calendar | Which::CalendarOfAll, _) => {
                let one = class.as_ref().filter(|_| which == Which::Calendar);
                let bytes = calendar(conn, one)?;
                let file = calendar_file(one.map(|class| class.known.title.as_str()));
                written_bytes(&bytes, &path, &file, several, print.over)
            }
            (Which::Year(year), _) => {
                let (plan, office) = year_plan(conn, year)?;
                if several {
                    year_bytes(&plan, &office, print.today, Format::Docx).and_then(|bytes| {
                        let saved = save_beside(&path, &year_file(year), &bytes);
                        saved.map(|path| vec![path]).map_err(|error| PrintError::Write(path.clone(), error))
                    })
                } else {
                    write_year(&plan, &office, print.today, &path, print.over).map(|()| vec![path.clone()])
                }
            }
        };
        match written {
            Ok(paths) => done.written.extend(paths),
            Err(error) => done.failed.push((which, error)),
        }
    }
    Ok(Message::Printed(Box::new(done)))
}

/// Bytes into their own file, or beside others into a folder.
fn written_bytes(
    bytes: &[u8],
    path: &Path,
    file: &str,
    several: bool,
    over: bool,
) -> Result<Vec<std::path::PathBuf>, PrintError> {
    let failed = |error| PrintError::Write(path.to_owned(), error);
    if several {
        return save_beside(path, file, bytes).map(|path| vec![path]).map_err(failed);
    }
    if path.exists() && !over {
        return Err(PrintError::Exists(path.to_owned()));
    }
    replace(path, bytes).map(|()| vec![path.to_owned()]).map_err(failed)
}

/// The pages of a paper; of letters to several those of all.
pub(super) fn pages_of(conn: &Connection, print: &Print) -> Result<Message, FileError> {
    let Some(&which) = print.which.first() else { return Ok(Message::Kept) };
    let class = read(conn, print.class)?;
    let office = office_head(conn)?;
    let laid = match (which, &class) {
        (Which::Of(kind), Some(class)) => {
            let source = Source { class, office: &office, today: print.today };
            source.made(kind).map(|(made, profile)| {
                made.iter().flat_map(|made| pages::pages(&made.paper, &profile)).collect()
            })
        }
        (Which::Of(_), None) | (Which::Calendar | Which::CalendarOfAll, _) => return Ok(Message::Kept),
        (Which::Year(year), _) => {
            let (plan, office) = year_plan(conn, year)?;
            Profile::of_office(&office.profile)
                .map(|profile| pages::pages(&plan.paper(&office, print.today), &profile))
                .map_err(PrintError::from)
        }
    };
    Ok(Message::Pages(which, laid))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::file::{OfficeFile, Who};
    use crate::roster::store::{OfficeCard, set_office};
    use crate::training::model::{NewClass, Session};

    fn office(folder: &Path) -> (OfficeFile, Uuid) {
        let mut file = crate::office::create(&folder.join("a.duluan"), Who::default()).unwrap();
        let session = Session { content: "Chuyên đề 1".into(), ..Session::default() };
        let class = NewClass { title: "Lớp nhỏ".into(), sessions: vec![session], ..NewClass::default() };
        let card = OfficeCard { name: "Đảng ủy xã Lộc An".into(), ..OfficeCard::default() };
        let written = file.write("class-add", |tx| {
            set_office(tx, &card)?;
            Ok::<_, FileError>(store::insert_class(tx, &class)?)
        });
        (file, written.unwrap().value)
    }

    fn asked(class: Uuid, which: &[Which], path: &str) -> Print {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        Print { class: Some(class), which: which.to_vec(), path: PathBuf::from(path), over: false, today }
    }

    fn print_it(file: &OfficeFile, print: &Print, several: bool) -> Printed {
        match printed(file.connection(), print, several).unwrap() {
            Message::Printed(printed) => *printed,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_bare_name_stands_beside_the_office_and_what_is_there_is_asked_about() {
        let folder = tempfile::tempdir().unwrap();
        let (file, class) = office(folder.path());
        let print = asked(class, &[Which::Of(PaperKind::Program)], "lich.docx");
        let done = print_it(&file, &print, false);
        assert_eq!(done.written, [folder.path().join("lich.docx")]);
        assert!(done.written[0].exists());
        let again = print_it(&file, &print, false);
        assert!(matches!(again.failed.as_slice(), [(_, PrintError::Exists(_))]));
        assert_eq!(print_it(&file, &Print { over: true, ..print }, false).written.len(), 1);
    }

    #[test]
    fn several_go_into_a_folder_and_one_that_cannot_does_not_stop_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let (file, class) = office(folder.path());
        let which = [Which::Of(PaperKind::Estimate), Which::Of(PaperKind::Plan), Which::Year(2026)];
        let done = print_it(&file, &asked(class, &which, "Giấy tờ"), true);
        let names: Vec<_> = done
            .written
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["Ke hoach - lop nho.docx", "Ke hoach cong tac DLXH nam 2026.docx"]);
        assert!(done.written.iter().all(|path| path.starts_with(folder.path().join("Giấy tờ"))));
        assert!(matches!(done.failed.as_slice(), [(Which::Of(PaperKind::Estimate), PrintError::Missing(_))]));
    }

    #[test]
    fn pages_can_be_read_before() {
        let folder = tempfile::tempdir().unwrap();
        let (file, class) = office(folder.path());
        let print = asked(class, &[Which::Of(PaperKind::Plan)], "");
        match pages_of(file.connection(), &print).unwrap() {
            Message::Pages(_, Ok(pages)) => assert_eq!(pages.len(), 1),
            other => panic!("{other:?}"),
        }
    }
}
