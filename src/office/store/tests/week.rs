//! A week of three colleagues, each with a copy of the office's file.

use chrono::{Days, NaiveDate};

use super::*;
use crate::inbox::model::{Band, NewItem, NewReport, NewStream, Tendency, Triage};
use crate::inbox::records::RuleRecord;
use crate::inbox::rows::Decision;
use crate::inbox::store::{Numbering, decide as decided, insert_report, save_rule};

/// Every value of every office table, by table and id.
fn everything(file: &OfficeFile) -> Vec<(String, Vec<String>)> {
    let tables = crate::file::schema::tables().iter();
    tables
        .map(|table| {
            let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            let sql = format!(
                "SELECT json_array({}) FROM {} ORDER BY id",
                columns.iter().map(|column| format!("quote({column})")).collect::<Vec<_>>().join(", "),
                table.name
            );
            let rows = file
                .connection()
                .prepare(&sql)
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .collect::<Result<_, _>>();
            (table.name.to_owned(), rows.unwrap())
        })
        .collect()
}

/// One colleague's week: new reports with streams, decisions about their own matters, one field of everybody's.
fn works(file: &mut OfficeFile, me: usize, people: &[Uuid], units: &[Uuid], shared: &[Uuid]) -> Vec<String> {
    let marks = ["H", "T", "B"];
    let mut typed = Vec::new();
    for day in 0..5_u64 {
        let date = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap().checked_add_days(Days::new(day)).unwrap();
        for number in 0..8 {
            let gist = format!("Ngày {day}, người {me}, việc {number}: bà con băn khoăn về lịch cấp nước");
            let stream = NewStream {
                group_name: "nông dân".into(),
                band: Band::Many,
                tendency: Tendency::Worry,
                gist: gist.clone(),
                ..NewStream::default()
            };
            let report = NewReport {
                received_at: date.and_hms_opt(8 + number, 10, 0),
                unit: Some(units[(me + number as usize) % units.len()]),
                collaborator: Some(people[(me * 7 + number as usize) % people.len()]),
                items: vec![NewItem {
                    title: format!("Việc {day}{me}{number}"),
                    body: format!("{gist}, mong xã trả lời."),
                    streams: vec![stream],
                    ..NewItem::default()
                }],
                ..NewReport::default()
            };
            let id = file
                .write("report-enter", |tx| {
                    insert_report(tx, &report, &mut Numbering::with_prefix(tx, "LA", marks[me])?)
                })
                .unwrap()
                .value;
            typed.push(gist);
            let item = get::<Uuid>(file, "SELECT id FROM item WHERE report = ?1", id);
            let verdict = match number % 4 {
                0 => Decision::Triage(Triage::Included, String::new()),
                1 => Decision::Triage(Triage::Filed, format!("lý do {day}{me}{number}")),
                2 => Decision::Triage(Triage::Waiting, String::new()),
                _ => continue,
            };
            file.write(verdict.action(), |tx| decided(tx, &[item], &verdict)).unwrap();
        }
    }
    // Of the matters that were there one decides, another writes the note, the third the recommendation.
    for (at, row) in shared.iter().enumerate() {
        let column = ["triage_reason", "note", "recommendation"][(at + me) % 3];
        let text = format!("{me} viết {at}");
        file.write("item-edit", |tx| {
            Ok::<_, FileError>(
                tx.execute(&format!("UPDATE item SET {column} = ?2 WHERE id = ?1"), params![row, text])?,
            )
        })
        .unwrap();
        typed.push(text);
    }
    // And of the people on the list everybody edits another field.
    for (at, row) in people.iter().enumerate() {
        let column = ["post", "email", "address"][(at + me) % 3];
        let text = format!("{column} {me}-{at}");
        file.write("person-edit", |tx| {
            let sql = format!("UPDATE collaborator SET {column} = ?2 WHERE id = ?1");
            Ok::<_, FileError>(tx.execute(&sql, params![row, text])?)
        })
        .unwrap();
        typed.push(text);
    }
    typed
}

#[test]
fn a_weeks_work_of_three_colleagues_comes_together_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = opened(&folder.path().join("0.duluan"), "Lê Thị Hoa");
    let commune = unit(&mut first, "xã Lộc An", None);
    let units: Vec<Uuid> =
        (1..=4).map(|number| unit(&mut first, &format!("Thôn {number}"), Some(commune))).collect();
    let people: Vec<Uuid> = (0..12)
        .map(|number| {
            let name = format!(
                "Nguyễn Văn {}",
                ["An", "Bảy", "Cường", "Dũng", "Em", "Phúc", "Giang", "Hải", "Ích", "Kiên", "Lâm", "Minh"]
                    [number]
            );
            person(&mut first, &name, units[number % 4], &format!("09123456{number:02}"))
        })
        .collect();
    let shared: Vec<Uuid> =
        (0..30).map(|number| item(&mut first, commune, None, &format!("Việc thứ {number}"))).collect();
    for (place, to) in [(0, "Lê Thị Hoa"), (1, "Trần Nam"), (2, "Phạm Bình")] {
        let record = RuleRecord {
            handler_name: to.into(),
            unit: Some((units[place], String::new())),
            ..RuleRecord::default()
        };
        first.write("rule-enter", |tx| save_rule(tx, &record)).unwrap();
    }
    let mut files = vec![first];
    for (number, person) in [(1, "Trần Nam"), (2, "Phạm Bình")] {
        let path = folder.path().join(format!("{number}.duluan"));
        std::fs::copy(files[0].path(), &path).unwrap();
        files.push(opened(&path, person));
    }
    let mut typed = Vec::new();
    for (me, file) in files.iter_mut().enumerate() {
        typed.extend(works(file, me, &people, &units, &shared));
    }
    // Everybody takes in the other two; what they took in came by way of others too.
    let paths: Vec<_> = files.iter().map(|file| file.path().to_owned()).collect();
    for me in [0, 1, 2, 0, 1] {
        let others: Vec<_> =
            paths.iter().enumerate().filter(|(at, _)| *at != me).map(|(_, path)| path.clone()).collect();
        let merged = files[me].merge_all(&others, PLAIN, |_| true);
        assert_eq!((merged.sum.clashes, merged.sum.duplicates_to_decide), (0, 0));
    }
    let ours = everything(&files[0]);
    for file in &files {
        let questions: Vec<_> = decisions::list(file.connection()).unwrap();
        assert_eq!(questions, []);
        assert!(everything(file) == ours, "the files are equal");
        assert_eq!(file.check().unwrap(), []);
    }
    let whole = ours.iter().flat_map(|(_, rows)| rows).fold(String::new(), |whole, row| whole + row);
    for text in &typed {
        assert!(whole.contains(text), "{text} is gone");
    }
    let handled = "SELECT count(*) FROM item JOIN report ON report.id = item.report
        WHERE item.handler IS NOT NULL AND report.unit IN (SELECT unit FROM assignment_rule)";
    let given: i64 = files[0].connection().query_row(handled, [], |row| row.get(0)).unwrap();
    assert_eq!(given, 90, "three of four hamlets have somebody in charge");
}
