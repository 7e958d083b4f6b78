//! Who has not reported, over a real file.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Office, at, item, office};
use crate::file::FileError;
use crate::inbox::model::duties::{Duty, Sent, Standing};
use crate::inbox::model::{NewReport, PeriodKind, ReportKind};
use crate::inbox::overdue::{Sheet, Who};
use crate::inbox::records::{Addressee, DutyRecord};
use crate::inbox::store::{Sight, all_duties, excuse, save_duty, sheet, unexcuse};
use crate::roster::model::{Decision, DecisionKind, NewCollaborator, NewUnit};
use crate::roster::store as roster;
use crate::text::NameOrder;
use Standing::{Excused, Late, Missing, NotBound, NotDue, Nothing, OnTime};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sight() -> Sight {
    Sight { today: day("2026-11-22"), order: NameOrder::GivenFirst }
}

/// Months from their first day, due on the fifth, Monday instead of a weekend.
fn monthly(who: &str) -> DutyRecord {
    DutyRecord { name: "Báo cáo tháng".into(), who: who.into(), ..DutyRecord::monthly() }
}

impl Office {
    fn person(&mut self, name: &str, term_from: Option<&str>) -> Uuid {
        let person = NewCollaborator {
            full_name: name.into(),
            term_from: term_from.map(day),
            ..NewCollaborator::default()
        };
        self.file
            .write("enter", |tx| roster::insert_collaborator(tx, &person).map_err(FileError::from))
            .unwrap()
            .value
    }

    fn unit(&mut self, name: &str) -> Uuid {
        let unit = NewUnit { name: name.into(), ..NewUnit::default() };
        self.file.write("enter", |tx| roster::insert_unit(tx, &unit).map_err(FileError::from)).unwrap().value
    }

    fn duty(&mut self, record: &DutyRecord) -> Duty {
        let id = self.file.write("enter", |tx| save_duty(tx, record)).unwrap().value;
        all_duties(self.file.connection()).unwrap().into_iter().find(|duty| duty.id == id).unwrap()
    }

    fn came(&mut self, received: &str, report: NewReport) {
        let received_at = Some(at(received));
        self.enter(&[NewReport { received_at, items: vec![item("Nước sạch")], ..report }]);
    }

    /// The periods that end with the one of today, this many.
    fn sheet(&self, duty: &Duty, back: i64, sent: &[Sent]) -> Sheet {
        let last = duty.number(sight().today);
        sheet(self.file.connection(), duty, last - back + 1..=last, sent, &sight()).unwrap()
    }
}

fn standings(sheet: &Sheet) -> Vec<(&str, Vec<Standing>)> {
    let row = |row: &'_ crate::inbox::overdue::Bound| row.cells.iter().map(|cell| cell.standing).collect();
    sheet.rows.iter().map(|bound| (bound.name.as_str(), row(bound))).collect()
}

fn of_month(collaborator: Option<Uuid>, unit: Option<Uuid>, month: &str) -> NewReport {
    let from = day(&format!("{month}-01"));
    NewReport {
        collaborator,
        unit,
        kind: ReportKind::Periodic,
        period_kind: PeriodKind::Month,
        period_from: Some(from),
        period_to: from.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt()),
        ..NewReport::default()
    }
}

#[test]
fn a_sheet_says_of_everybody_what_each_month_came_to() {
    let mut office = office();
    let huong = office.person("Nguyễn Thị Hương", None);
    let an = office.person("Trần Văn An", Some("2026-10-20"));
    let duty = office.duty(&monthly("collaborator"));
    office.came("2026-10-05 08:00", of_month(Some(huong), None, "2026-09"));
    office.came("2026-11-09 08:00", of_month(Some(huong), None, "2026-10"));
    // Another person's month is none of hers, a week none of the months.
    let week = NewReport {
        collaborator: Some(an),
        period_kind: PeriodKind::Week,
        period_from: Some(day("2026-11-09")),
        period_to: Some(day("2026-11-15")),
        ..NewReport::default()
    };
    office.came("2026-11-16 08:00", week);
    let found = office.sheet(&duty, 4, &[]);
    // 5/9 was a Saturday: August was due on Monday the seventh.
    assert_eq!(found.periods[0].1, day("2026-09-07"));
    // By given name: An before Hương.
    let expected = [
        ("Trần Văn An", vec![NotBound, NotBound, NotBound, NotDue]),
        ("Nguyễn Thị Hương", vec![Missing, OnTime, Late, NotDue]),
    ];
    assert_eq!(standings(&found), expected);
    let row = &found.rows[1];
    assert_eq!((row.cells[2].late, row.missing(), row.last_came(2)), (4, 1, Some(day("2026-11-09"))));
    // A report told without a period is one of the month it came in.
    let nothing = NewReport { collaborator: Some(an), kind: ReportKind::Nothing, ..NewReport::default() };
    office.came("2026-11-20 08:00", nothing);
    assert_eq!(office.sheet(&duty, 1, &[]).rows[0].cells[0].standing, Nothing);
}

#[test]
fn who_ended_owes_until_then_and_who_was_renewed_since_the_first_term() {
    let mut office = office();
    let an = office.person("Trần Văn An", None);
    let binh = office.person("Lê Thị Bình", Some("2026-01-01"));
    let duty = office.duty(&monthly("collaborator"));
    let decide = |office: &mut Office, who, kind, on: &str, term_to: Option<&str>| {
        let decision = Decision { kind, on: Some(day(on)), term_to: term_to.map(day), ..Decision::default() };
        office
            .file
            .write("decide", |tx| roster::decide(tx, &[who], &decision).map_err(FileError::from))
            .unwrap();
    };
    decide(&mut office, an, DecisionKind::End, "2026-10-10", None);
    decide(&mut office, binh, DecisionKind::Appoint, "2026-01-01", None);
    decide(&mut office, binh, DecisionKind::Renew, "2026-11-01", Some("2028-12-31"));
    let expected =
        [("Trần Văn An", vec![Missing, NotBound, NotBound]), ("Lê Thị Bình", vec![Missing, Missing, NotDue])];
    assert_eq!(standings(&office.sheet(&duty, 3, &[])), expected);
    // Who was paused without a day on record owes nothing any more; without a report there is no row.
    let paused = NewCollaborator {
        full_name: "Đỗ Văn Cường".into(),
        status: crate::roster::model::Status::Paused,
        ..NewCollaborator::default()
    };
    office
        .file
        .write("enter", |tx| roster::insert_collaborator(tx, &paused).map_err(FileError::from))
        .unwrap();
    assert_eq!(office.sheet(&duty, 3, &[]).rows.len(), 2);
}

#[test]
fn a_named_duty_binds_units_and_people_and_takes_from_a_unit_what_the_unit_sent() {
    let mut office = office();
    let (thon, hoi) = (office.unit("Thôn 3"), office.unit("Hội LHPN"));
    let huong = office.person("Nguyễn Thị Hương", None);
    office.person("Trần Văn An", None);
    let named = |collaborator, unit| Addressee { collaborator, unit, name: String::new() };
    let members = vec![named(None, Some(thon)), named(Some(huong), None)];
    let duty = office.duty(&DutyRecord { members, ..monthly("named") });
    office.came("2026-10-20 08:00", NewReport { unit: Some(thon), ..NewReport::default() });
    office.came("2026-10-20 09:00", NewReport { unit: Some(hoi), ..NewReport::default() });
    let found = office.sheet(&duty, 2, &[]);
    let expected = [("Nguyễn Thị Hương", vec![Missing, NotDue]), ("Thôn 3", vec![OnTime, NotDue])];
    assert_eq!(standings(&found), expected);
    // What one of the unit's people tells on the phone is not the unit's report; a report for the month is.
    let told = NewReport { unit: Some(thon), collaborator: Some(huong), ..NewReport::default() };
    office.came("2026-11-10 08:00", told);
    assert_eq!(office.sheet(&duty, 1, &[]).rows[1].cells[0].standing, NotDue);
    office.came("2026-11-12 08:00", of_month(Some(huong), Some(thon), "2026-11"));
    assert_eq!(office.sheet(&duty, 1, &[]).rows[1].cells[0].standing, OnTime);
    let every = office.duty(&monthly("unit"));
    assert_eq!(office.sheet(&every, 1, &[]).rows.len(), 2, "both units and nobody else");
}

#[test]
fn an_excuse_is_kept_changed_taken_away_and_undone() {
    let mut office = office();
    let an = Who::Collaborator(office.person("Trần Văn An", None));
    let duty = office.duty(&monthly("collaborator"));
    let october = office.sheet(&duty, 2, &[]).periods[0].0;
    let write = |office: &mut Office, reason: &str| {
        office.file.write("duty-excuse", |tx| excuse(tx, duty.id, october, &[an], reason)).unwrap();
    };
    let first = |office: &Office| {
        let found = office.sheet(&duty, 2, &[]);
        let row = &found.rows[0];
        (row.cells[0].standing, row.reason(october).map(str::to_owned))
    };
    write(&mut office, "Đi học");
    write(&mut office, "Ốm");
    assert_eq!(first(&office), (Excused, Some("Ốm".to_owned())));
    let rows: i64 =
        office.file.connection().query_row("SELECT count(*) FROM duty_excuse", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 1, "the second reason took the place of the first");
    let gone = office.file.write("duty-unexcuse", |tx| unexcuse(tx, duty.id, october, &[an])).unwrap();
    assert_eq!((gone.value, first(&office)), (1, (Missing, None)));
    office.file.undo().unwrap();
    assert_eq!(first(&office).0, Excused);
    office.file.undo().unwrap();
    assert_eq!(first(&office), (Excused, Some("Đi học".to_owned())));
    office.file.undo().unwrap();
    assert_eq!(first(&office).0, Missing);
}

#[test]
fn what_the_office_owes_is_met_by_what_it_issued() {
    let mut office = office();
    let owes = DutyRecord {
        direction: "owes".into(),
        counterpart: "Thường trực Tỉnh ủy".into(),
        due_day: -3,
        ..monthly("unit")
    };
    let duty = office.duty(&owes);
    let made = |month: &str, on: Option<&str>| {
        let report = of_month(None, None, month);
        Sent {
            id: Uuid::now_v7(),
            kind: PeriodKind::Month,
            from: report.period_from,
            to: report.period_to,
            on: on.map(day),
            ..Sent::default()
        }
    };
    // 28/9 was a Monday, 28/10 a Wednesday.
    let sent =
        [made("2026-09", Some("2026-09-28")), made("2026-10", Some("2026-10-30")), made("2026-11", None)];
    let found = office.sheet(&duty, 4, &sent);
    assert_eq!(standings(&found), [("Báo cáo tháng", vec![Missing, OnTime, Late, NotDue])]);
    assert_eq!(found.rows[0].cells[2].late, 2);
    assert!(found.in_work(found.periods[3].0).is_some());
    assert!(found.in_work(found.periods[2].0).is_none(), "that one is issued");
}
