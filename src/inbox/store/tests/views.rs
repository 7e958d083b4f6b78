//! Views of the queue: those that ship, and the office's own.

use super::*;
use crate::inbox::model::VIEWS;
use crate::inbox::records::ViewRecord;

#[test]
fn shipped_views_are_read_by_their_indexes() {
    let mut office = three_days();
    office.file.write("handler", |tx| insert_handler(tx, "Trần Thị Hương", "H", "")).unwrap();
    let quick = |ask: &Ask| ask.is_quick();
    assert!(
        !quick(&view(office.file.connection(), "filed_disagree")),
        "it looks at what was set aside, row by row"
    );
    let by_index = VIEWS.iter().filter(|(code, ..)| *code != "filed_disagree");
    for (code, ..) in by_index {
        let ask = view(office.file.connection(), code);
        assert!(quick(&ask), "{code}");
        for step in plan(office.file.connection(), &ask).unwrap() {
            // What is owed an answer is few and found by its issues; then it is put in order.
            let named = *code == "answer_overdue" && !step.contains("SEARCH d");
            assert!(named || step.starts_with("SEARCH d USING"), "{code}: {step}");
            assert!(named || !step.contains("TEMP B-TREE"), "{code}: {step}");
            assert!(!step.starts_with("SCAN d"), "{code}: {step}");
        }
    }
}

#[test]
fn what_waits_for_an_answer_is_found_by_the_day_it_was_due() {
    let mut office = three_days();
    let (road, water) = (office.item("Bồi thường đường tránh"), office.item("Nước sinh hoạt đục"));
    office.decide(&[road], &Decision::NewIssue("Đường tránh".to_owned(), "risk"));
    office.decide(&[water], &Decision::NewIssue("Nước đục".to_owned(), "salient"));
    let mut issue = |title: &str, due: &str, answered: Option<&str>| {
        let sql =
            "UPDATE issue SET answer_due = ?2, answer = 'Đã có văn bản', answered_on = ?3 WHERE title = ?1";
        office
            .file
            .write("issue-edit", |tx| Ok::<_, FileError>(tx.execute(sql, (title, due, answered))?))
            .unwrap();
    };
    issue("Đường tránh", "2026-11-21", None);
    issue("Nước đục", "2026-11-22", None);
    let found = |office: &Office, filter: &str| {
        let ask = Ask::of_filter(office.file.connection(), filter, &eyes()).unwrap().unwrap();
        let rows = page(office.file.connection(), &ask, &Wanted::First, 9).unwrap().0;
        rows.into_iter().map(|row| row.title).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(office.titles("answer_overdue"), ["Bồi thường đường tránh"], "due yesterday, not today");
    assert_eq!(found(&office, "trảlời:đã"), "");
    let mut issue = |answered: &str| {
        let sql = "UPDATE issue SET answered_on = ?1 WHERE title = 'Đường tránh'";
        office.file.write("issue-edit", |tx| Ok::<_, FileError>(tx.execute(sql, [answered])?)).unwrap();
    };
    issue("2026-11-22");
    assert!(office.titles("answer_overdue").is_empty());
    assert_eq!(found(&office, "traloi:da"), "Bồi thường đường tránh");
    assert_eq!(found(&office, "answer:none đường"), "");
    assert_eq!(found(&office, "trảlời:chưa nước"), "Nước sinh hoạt đục");
    assert_eq!(found(&office, "không:trảlời:quáhạn,chưa"), "Bồi thường đường tránh");
    assert_eq!(found(&office, "vđ:\"đường tránh\""), "Bồi thường đường tránh");
    assert_eq!(found(&office, "vđ:\"không có\""), "");
}

#[test]
fn views_are_kept_moved_and_taken_away() {
    let mut office = three_days();
    let record =
        ViewRecord { name: "Nước sạch".to_owned(), filter: "nước".to_owned(), ..Default::default() };
    let id = office.file.write("view-enter", |tx| save_view(tx, &record)).unwrap().value;
    let names = |office: &Office| -> Vec<String> {
        views(office.file.connection()).unwrap().into_iter().map(|view| view.name).collect()
    };
    assert_eq!(names(&office).last().unwrap(), "Nước sạch");
    let write = |office: &mut Office, front: bool| {
        office.file.write("view-move", |tx| Ok::<_, FileError>(move_view(tx, id, front)?)).unwrap().value
    };
    assert!(!write(&mut office, false), "it stands last");
    assert!(write(&mut office, true) && write(&mut office, true));
    assert_eq!(names(&office)[VIEWS.len() - 2], "Nước sạch");
    assert_eq!(names(&office)[0], "Mới", "the others keep their order");
    office.file.write("view-remove", |tx| Ok::<_, FileError>(remove_view(tx, id)?)).unwrap();
    assert_eq!(names(&office), VIEWS.iter().map(|(_, name, _)| *name).collect::<Vec<_>>());
    assert!(view_record(office.file.connection(), id).unwrap().is_none());
}

#[test]
fn a_list_names_the_unit_as_it_was_called_when_the_report_came() {
    use crate::roster::store::{ensure_unit, rename_unit};
    let mut office = three_days();
    let unit =
        office.file.write("unit-add", |tx| Ok::<_, FileError>(ensure_unit(tx, "xã Lộc An")?)).unwrap().value;
    // Attached only after the unit got its new name.
    office
        .file
        .write("edit", |tx| {
            rename_unit(tx, unit, "xã Lộc Phú", "2026-11-20".parse().unwrap(), "")?;
            Ok::<_, FileError>(tx.execute("UPDATE report SET unit = ?1", [unit])?)
        })
        .unwrap();
    let ask = view(office.file.connection(), "all");
    let rows = page(office.file.connection(), &ask, &Wanted::First, 9).unwrap().0;
    let of = |title: &str| rows.iter().find(|row| row.title == title).unwrap().unit.as_str();
    assert_eq!(of("Bồi thường đường tránh"), "xã Lộc An");
    assert_eq!(of("Nước sinh hoạt đục"), "xã Lộc Phú");
}
