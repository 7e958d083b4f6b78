//! Numbers of items when many come at once.

use std::collections::HashSet;

use super::*;
use crate::search::Vocabulary;

fn docs(office: &Office) -> Vec<(i64, Uuid)> {
    let conn = office.file.connection();
    let mut rows = conn.prepare("SELECT doc, item FROM item_doc ORDER BY doc DESC").unwrap();
    rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

fn count_of(office: &Office, filter: &str) -> u64 {
    let conn = office.file.connection();
    let ask = Ask::of_filter(conn, filter, &eyes()).unwrap().unwrap();
    count(conn, &ask).unwrap()
}

/// A log that says only the day of its reports, and reports before and after it.
fn a_full_second() -> Office {
    let mut office = office();
    office.enter(&[report("2026-11-19 23:59", vec![item("Trước nửa đêm")])]);
    let log: Vec<NewReport> = (0..300)
        .map(|n| {
            let items = vec![item(&format!("Việc {n} thứ nhất")), item(&format!("Việc {n} thứ hai"))];
            report("2026-11-20 00:00", items)
        })
        .collect();
    office.enter(&log);
    office.enter(&[report("2026-11-20 00:01", vec![item("Sau nửa đêm")])]);
    office
}

#[test]
fn many_reports_of_one_second_stand_in_their_day_in_the_order_they_were_entered() {
    let office = a_full_second();
    let rows = page(office.file.connection(), &Ask::all(), &Wanted::First, 1000).unwrap().0;
    assert_eq!(rows.len(), 602);
    assert_eq!(rows.iter().map(|row| row.doc).collect::<HashSet<_>>().len(), 602);
    // The day's log fills the minutes after midnight; who came in one of them stands on top of it.
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles[..4], ["Sau nửa đêm", "Việc 299 thứ nhất", "Việc 299 thứ hai", "Việc 298 thứ nhất"]);
    assert_eq!(titles[600..], ["Việc 0 thứ hai", "Trước nửa đêm"]);
    assert_eq!(count_of(&office, "từ:20/11/2026"), 601);
    assert_eq!(count_of(&office, "đến:19/11/2026"), 1);
    let conn = office.file.connection();
    let vocabulary = Vocabulary::load(conn).unwrap();
    let (rows, more) = found(conn, &vocabulary, "viec 299").unwrap();
    assert_eq!((rows.len(), more), (2, false));
}

#[test]
fn numbers_stay_when_the_items_are_decided_and_changed() {
    let mut office = a_full_second();
    let before = docs(&office);
    let items: Vec<Uuid> = before.iter().map(|(_, item)| *item).collect();
    office.decide(&items, &Decision::Triage(Triage::Included, String::new()));
    assert_eq!(docs(&office), before);
    office
        .file
        .write("item-edit", |tx| {
            let all = tx.execute("UPDATE item SET body = 'Kênh mương bị lấp.'", [])?;
            Ok::<_, FileError>(all)
        })
        .unwrap();
    assert_eq!(docs(&office), before);
    let vocabulary = Vocabulary::load(office.file.connection()).unwrap();
    let found = |typed| found(office.file.connection(), &vocabulary, typed).unwrap().0.len();
    assert_eq!((found("kenh muong"), found("phan anh")), (FOUND_LIMIT, 0));
    rebuild_docs(office.file.connection()).unwrap();
    assert_eq!(docs(&office), before);
}

#[test]
fn another_date_gives_another_number() {
    let mut office = a_full_second();
    let late = office.item("Sau nửa đêm");
    office
        .file
        .write("report-edit", |tx| {
            let sql = "UPDATE report SET received_at = '2026-11-20T00:00:00'
                WHERE id = (SELECT report FROM item WHERE id = ?1)";
            Ok::<_, FileError>(tx.execute(sql, [late])?)
        })
        .unwrap();
    // It stands on top of the log it now belongs to.
    let docs = docs(&office);
    assert_eq!((docs.len(), docs[0]), (602, (docs[1].0 + 1, late)));
}
