//! Syntheses of one place, and longer periods over shorter ones that an office counts from another day.

use super::*;
use crate::summary::period::Period;

impl Office {
    fn unit(&mut self, name: &str, parent: Option<Uuid>) -> Uuid {
        let written = self.file.write("add-unit", |tx| -> Result<Uuid, FileError> {
            let id = tx.new_id();
            tx.execute(
                "INSERT INTO unit (id, parent, name) VALUES (?, ?, ?)",
                rusqlite::params![id, parent, name],
            )?;
            Ok(id)
        });
        written.unwrap().value
    }

    fn from(&mut self, day: &str, unit: Uuid, gist: &str) {
        let report = NewReport { unit: Some(unit), ..report(day, "", gist) };
        let ids = self.enter(&[report]);
        self.let_in(ids[0]);
    }

    fn issued(&mut self, wanted: &Wanted, number: &str) -> Uuid {
        let id = compose(&mut self.file, wanted).unwrap();
        let head = Head { document_number: number.into(), ..Head::default() };
        issue(&mut self.file, id, &Issue { head, ..Issue::default() }).unwrap();
        id
    }

    fn local(&self, id: Uuid) -> String {
        let told = synthesis(self.file.connection(), id).unwrap().unwrap();
        told.sections.into_iter().find(|section| section.source == Source::Local).unwrap().body
    }
}

/// A province with two communes of two hamlets each; every hamlet reports in October, one commune in September too.
fn province() -> (Office, [Uuid; 2]) {
    let mut office = new_office();
    let top = office.unit("tỉnh Hải Vân", None);
    let communes = ["xã Lộc An", "xã Lộc Bình"].map(|name| office.unit(name, Some(top)));
    for (commune, gists) in communes.into_iter().zip([["giá điện", "đường hỏng"], ["nước đục", "rác thải"]])
    {
        for gist in gists {
            let hamlet = office.unit(&format!("thôn {gist}"), Some(commune));
            office.from("2026-10-07", hamlet, gist);
        }
    }
    office.from("2026-09-07", communes[0], "giá phân bón");
    office.from("2026-09-08", communes[1], "thiếu thuốc");
    (office, communes)
}

#[test]
fn one_of_a_place_tells_what_its_units_reported_and_nothing_else() {
    let (mut office, [an, binh]) = province();
    let asked: Vec<String> = places(office.file.connection()).unwrap().into_iter().map(|row| row.1).collect();
    assert_eq!(asked, ["xã Lộc An", "xã Lộc Bình"], "the whole province is the whole file");
    let of = |unit| Wanted { unit: Some(unit), ..Wanted::of(october()) };
    let id = compose(&mut office.file, &of(an)).unwrap();
    let told = synthesis(office.file.connection(), id).unwrap().unwrap();
    assert_eq!(told.unit, Some(an));
    assert_eq!(told.title, "tình hình Nhân dân và dư luận xã hội tháng 10/2026 trên địa bàn xã Lộc An");
    let body = office.local(id);
    assert!(body.contains("giá điện") && body.contains("đường hỏng") && !body.contains("nước đục"), "{body}");
    // Its change is that of the place.
    let material = scoped(office.file.connection(), &Scope::of_synthesis(&told).unwrap()).unwrap();
    assert_eq!((material.reports.len(), material.before.reports), (2, 1));
    // Neither that of another place nor that of the whole file stands in its way.
    let find = |wanted: &Wanted| find(office.file.connection(), wanted).unwrap();
    assert_eq!((find(&of(an)), find(&of(binh)), find(&Wanted::of(october()))), (Some(id), None, None));
}

#[test]
fn one_of_a_place_tells_no_answer_to_what_others_asked() {
    let (mut office, [an, binh]) = province();
    office
        .file
        .write("issue", |tx| -> Result<(), FileError> {
            for (title, gist) in [("Giá điện", "giá điện"), ("Nước đục", "nước đục")] {
                let issue = tx.new_id();
                let new = "INSERT INTO issue (id, title, state, answer, answered_on)
                     VALUES (?, ?, 'settled', 'Đã kiểm tra', '2026-10-20')";
                tx.execute(new, rusqlite::params![issue, title])?;
                let sql = "UPDATE item SET issue = ?1 WHERE title = 'Về ' || ?2";
                assert_eq!(tx.execute(sql, rusqlite::params![issue, gist])?, 1);
            }
            Ok(())
        })
        .unwrap();
    let told = |unit| -> Vec<String> {
        let scope = Scope { unit, ..Scope::of(october()) };
        let material = scoped(office.file.connection(), &scope).unwrap();
        let answered = material.issues.values().filter(|issue| issue.answered_now);
        let mut titles: Vec<String> = answered.map(|issue| issue.title.clone()).collect();
        titles.sort();
        titles
    };
    assert_eq!(told(None), ["Giá điện", "Nước đục"]);
    assert_eq!(
        (told(Some(an)), told(Some(binh))),
        (vec!["Giá điện".to_owned()], vec!["Nước đục".to_owned()])
    );
}

#[test]
fn a_quarter_of_a_place_draws_on_its_own_months() {
    let (mut office, [an, binh]) = province();
    let month = Period::month(2026, 10).unwrap();
    let whole = office.issued(&Wanted::of(month), "1-BC/TU");
    let own = office.issued(&Wanted { unit: Some(an), ..Wanted::of(month) }, "2-BC/TU");
    let quarter = Wanted::of(Period::parse("2026-Q4", NaiveDate::default()).unwrap());
    for (unit, month) in [(None, Some(whole)), (Some(an), Some(own)), (Some(binh), None)] {
        let id = compose(&mut office.file, &Wanted { unit, ..quarter }).unwrap();
        let drawn = crate::summary::model::origins(&office.local(id));
        assert_eq!(drawn.first().copied(), month, "{unit:?}");
    }
}

#[test]
fn months_that_run_from_another_day_are_drawn_on_too() {
    let mut office = new_office();
    let hamlet = office.unit("thôn 1", None);
    for (day, gist) in [("2026-07-20", "giá điện"), ("2026-08-10", "đường hỏng"), ("2026-09-25", "nước đục")]
    {
        office.from(day, hamlet, gist);
    }
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let month = |from, to| Period::stored("month", day(from), day(to)).unwrap();
    let july = office.issued(&Wanted::of(month("2026-07-15", "2026-08-14")), "7-BC/ĐU");
    let august = office.issued(&Wanted::of(month("2026-08-15", "2026-09-14")), "8-BC/ĐU");
    let quarter = Period::parse("2026-Q3", NaiveDate::default()).unwrap();
    let material = material(office.file.connection(), &quarter).unwrap();
    let drawn: Vec<Uuid> = material.shorter.issued.iter().map(|one| one.id).collect();
    assert_eq!(drawn, [july, august], "each stands for the calendar month it lies nearest to, none for two");
    let lacking: Vec<String> = material.shorter.lacking.iter().map(|one| one.period.id()).collect();
    assert_eq!(lacking, ["2026-09"]);
    // What came behind the last of them is told from the reports.
    let left = material.uncovered();
    let left: Vec<&str> = left.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(left, ["Về nước đục"]);
}
