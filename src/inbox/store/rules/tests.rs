use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::file::merge::Options;
use crate::file::{OfficeFile, Who, decisions, history};
use crate::inbox::model::{NewItem, NewReport};
use crate::inbox::rows::Decision;
use crate::inbox::store::{Numbering, decide, insert_report, topics};
use crate::office;
use crate::roster::store::{OfficeCard, set_office};

const PLAIN: Options =
    Options { backups: None, dry_run: false, by_unit: false, passphrases: None, stop: None };

fn opened(path: &Path, person: &str, office: &str) -> OfficeFile {
    let who = Who { person: person.into(), office: office.into(), ..Who::default() };
    if path.exists() {
        return office::open(path, who).unwrap();
    }
    let mut file = office::create(path, who).unwrap();
    file.write("found-office", |tx| {
        set_office(tx, &OfficeCard { name: office.into(), ..OfficeCard::default() })?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    file
}

fn unit(file: &mut OfficeFile, name: &str, parent: Option<Uuid>) -> Uuid {
    file.write("enter", |tx| {
        let id = tx.new_id();
        tx.execute("INSERT INTO unit (id, name, parent) VALUES (?1, ?2, ?3)", params![id, name, parent])?;
        Ok::<_, FileError>(id)
    })
    .unwrap()
    .value
}

fn rule(file: &mut OfficeFile, to: &str, unit: Option<Uuid>, topic: Option<Uuid>) -> Uuid {
    let record = RuleRecord {
        handler_name: to.into(),
        unit: unit.map(|unit| (unit, String::new())),
        topic,
        ..RuleRecord::default()
    };
    file.write("rule-enter", |tx| save_rule(tx, &record)).unwrap().value
}

fn item(file: &mut OfficeFile, unit: Option<Uuid>, topics: &[Uuid]) -> Uuid {
    let day = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
    let report = NewReport {
        received_at: day.and_hms_opt(8, 0, 0),
        unit,
        items: vec![NewItem { body: "Nước đục".into(), topics: topics.to_vec(), ..NewItem::default() }],
        ..NewReport::default()
    };
    let report = file
        .write("report-enter", |tx| {
            let mut numbering = Numbering::read(tx, "H")?;
            insert_report(tx, &report, &mut numbering)
        })
        .unwrap()
        .value;
    file.connection().query_row("SELECT id FROM item WHERE report = ?1", [report], |row| row.get(0)).unwrap()
}

/// Who handles an item; empty for nobody.
fn has(file: &OfficeFile, item: Uuid) -> String {
    let sql = "SELECT coalesce((SELECT full_name FROM handler WHERE handler.id = item.handler), '') FROM item WHERE id = ?1";
    file.connection().query_row(sql, [item], |row| row.get(0)).unwrap()
}

fn topic(file: &OfficeFile, code: &str) -> Uuid {
    topics(file.connection()).unwrap().into_iter().find(|topic| topic.code == code).unwrap().id
}

#[test]
fn the_first_rule_that_fits_gives_and_a_branch_counts_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("a.duluan"), "Lê Hoa", "xã Lộc An");
    let commune = unit(&mut file, "xã Lộc An", None);
    let hamlet = unit(&mut file, "Thôn 1", Some(commune));
    let water = topic(&file, "nuoc_sach");
    let above =
        topics(file.connection()).unwrap().into_iter().find(|topic| topic.id == water).unwrap().parent;
    let by_place = rule(&mut file, "Trần Nam", Some(commune), None);
    let by_topic = rule(&mut file, "Phạm Bình", None, Some(above.unwrap_or(water)));
    let both = rule(&mut file, "Võ Lan", Some(hamlet), Some(water));
    let (local, about, neither) =
        (item(&mut file, Some(hamlet), &[]), item(&mut file, None, &[water]), item(&mut file, None, &[]));
    assert_eq!([local, about, neither].map(|item| has(&file, item)), ["Trần Nam", "Phạm Bình", ""]);
    assert_eq!(item(&mut file, Some(hamlet), &[water]).get_version_num(), 7);
    file.write("rule-move", |tx| {
        Ok::<_, FileError>(move_rule(tx, both, true)? && move_rule(tx, both, true)?)
    })
    .unwrap();
    let order: Vec<Uuid> = rules(file.connection()).unwrap().into_iter().map(|rule| rule.id).collect();
    assert_eq!(order, [both, by_place, by_topic]);
    let special = item(&mut file, Some(hamlet), &[water]);
    assert_eq!(has(&file, special), "Võ Lan", "the order is another now");
    file.write("rule-remove", |tx| remove_rule(tx, both).map_err(FileError::from)).unwrap();
    assert_eq!(has(&file, special), "Võ Lan", "what was given stays given");
    let special = item(&mut file, Some(hamlet), &[water]);
    assert_eq!(has(&file, special), "Trần Nam");
    let told = history::of_row(file.connection(), special).unwrap();
    assert!(told.iter().any(|entry| entry.action == "assign-by-rule"), "{told:?}");
    // The undo key takes the report back, not what followed from it.
    let undone = file.undo().unwrap().unwrap().value;
    assert_eq!(undone.action, "report-enter");
    assert_eq!(file.check().unwrap(), []);
}

#[test]
fn rules_set_later_give_what_nobody_had_and_one_undo_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("a.duluan"), "Lê Hoa", "xã Lộc An");
    let commune = unit(&mut file, "xã Lộc An", None);
    let [free, mine, returned, filed, elsewhere] = [(); 5].map(|()| item(&mut file, Some(commune), &[]));
    let decided = |file: &mut OfficeFile, item, decision: Decision| {
        file.write(decision.action(), |tx| decide(tx, &[item], &decision)).unwrap();
    };
    decided(&mut file, mine, Decision::HandlerNamed("Lê Hoa".into(), "H".into()));
    decided(&mut file, returned, Decision::HandlerNamed("Lê Hoa".into(), "H".into()));
    decided(&mut file, returned, Decision::Handler(None));
    decided(&mut file, filed, Decision::Triage(crate::inbox::model::Triage::Filed, "ngoài phạm vi".into()));
    file.write("edit", |tx| {
        Ok::<_, FileError>(tx.execute(
            "UPDATE report SET unit = NULL WHERE id = (SELECT report FROM item WHERE id = ?1)",
            [elsewhere],
        )?)
    })
    .unwrap();
    rule(&mut file, "Trần Nam", Some(commune), None);
    let trial = try_rules(file.connection()).unwrap();
    assert_eq!((trial.by_handler.clone(), trial.unfit), (vec![("Trần Nam".to_owned(), 1)], 1));
    assert_eq!(trial.rules[0].fits, 1);
    let given = file.write("assign-rules", |tx| apply_rules(tx).map_err(FileError::from)).unwrap().value;
    assert_eq!(given, 1);
    let all = [free, mine, returned, filed, elsewhere];
    assert_eq!(all.map(|item| has(&file, item)), ["Trần Nam", "Lê Hoa", "", "", ""]);
    file.undo().unwrap();
    assert_eq!(has(&file, free), "");
    let again = file.write("assign-rules", |tx| apply_rules(tx).map_err(FileError::from)).unwrap().value;
    assert_eq!(again, 0, "who took it back meant it");
}

#[test]
fn copies_that_give_the_same_item_away_by_themselves_ask_nobody_and_a_person_wins() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut ours = opened(&path("d.duluan"), "Lê Hoa", "xã Lộc An");
    rule(&mut ours, "Trần Nam", None, None);
    std::fs::copy(path("d.duluan"), path("e.duluan")).unwrap();
    let mut theirs = opened(&path("e.duluan"), "Phạm Bình", "xã Lộc An");
    let mut commune_file = opened(&path("f.duluan"), "Cán bộ thôn", "xã Lộc Đức");
    let came = [item(&mut commune_file, None, &[]), item(&mut commune_file, None, &[])];
    ours.merge(&path("f.duluan"), PLAIN).unwrap();
    theirs.merge(&path("f.duluan"), PLAIN).unwrap();
    assert_eq!(came.map(|item| has(&ours, item)), ["Trần Nam", "Trần Nam"]);
    // One of them is given to somebody else by hand, before the other copy's own giving comes in, which is later by the clock.
    ours.write("item-handler", |tx| {
        decide(tx, &[came[0]], &Decision::HandlerNamed("Lê Hoa".into(), String::new()))
    })
    .unwrap();
    theirs
        .write("rule-enter", |tx| {
            save_rule(tx, &RuleRecord { handler_name: "Phạm Bình".into(), ..RuleRecord::default() })
        })
        .unwrap();
    theirs.merge(&path("d.duluan"), PLAIN).unwrap();
    ours.merge(&path("e.duluan"), PLAIN).unwrap();
    for file in [&ours, &theirs] {
        assert_eq!(came.map(|item| has(file, item)), ["Lê Hoa", "Trần Nam"]);
        assert_eq!(decisions::list(file.connection()).unwrap(), []);
        assert_eq!(file.check().unwrap(), []);
    }
}

#[test]
fn a_merge_taken_back_takes_back_what_the_rules_gave() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut ours = opened(&path("a.duluan"), "Lê Hoa", "Tỉnh ủy");
    rule(&mut ours, "Trần Nam", None, None);
    let mut theirs = opened(&path("b.duluan"), "Chị Mai", "xã Lộc Đức");
    let came = item(&mut theirs, None, &[]);
    ours.merge(&path("b.duluan"), PLAIN).unwrap();
    assert_eq!(has(&ours, came), "Trần Nam");
    let run = crate::file::merge::runs(ours.connection()).unwrap()[0].id;
    let taken = ours.take_merge_back(run).unwrap();
    assert_eq!(taken.kept, [], "nobody has worked on it");
    let there = "SELECT count(*) FROM item WHERE id = ?1";
    let count: i64 = ours.connection().query_row(there, [came], |row| row.get(0)).unwrap();
    assert_eq!(count, 0);
    assert_eq!(ours.check().unwrap(), []);
    ours.merge(&path("b.duluan"), PLAIN).unwrap();
    assert_eq!(has(&ours, came), "Trần Nam", "brought again it is given again");
    assert_eq!(ours.check().unwrap(), []);
}

#[test]
fn another_offices_rules_give_nothing_away_here() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut province = opened(&path("tinh.duluan"), "Lê Hoa", "Tỉnh ủy");
    let mut commune = opened(&path("xa.duluan"), "Chị Mai", "xã Lộc Đức");
    rule(&mut commune, "Chị Mai", None, None);
    let theirs = item(&mut commune, None, &[]);
    assert_eq!(has(&commune, theirs), "Chị Mai");
    province.merge(&path("xa.duluan"), PLAIN).unwrap();
    let ours = item(&mut province, None, &[]);
    assert_eq!((has(&province, ours), has(&province, theirs)), (String::new(), "Chị Mai".into()));
    assert_eq!(rules(province.connection()).unwrap(), []);
    assert_eq!(crate::inbox::store::handlers(province.connection()).unwrap(), []);
}

#[test]
fn two_copies_that_come_to_know_one_colleague_know_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut ours = opened(&path("a.duluan"), "Lê Hoa", "xã Lộc An");
    let (one, two) = (item(&mut ours, None, &[]), item(&mut ours, None, &[]));
    std::fs::copy(path("a.duluan"), path("b.duluan")).unwrap();
    let mut theirs = opened(&path("b.duluan"), "Trần Nam", "xã Lộc An");
    let nam = Decision::HandlerNamed("Trần Nam".into(), "N".into());
    ours.write("item-handler", |tx| decide(tx, &[one], &nam)).unwrap();
    theirs.write("item-handler", |tx| decide(tx, &[two], &nam)).unwrap();
    ours.merge(&path("b.duluan"), PLAIN).unwrap();
    let known = crate::inbox::store::handlers(ours.connection()).unwrap();
    assert_eq!(
        known.iter().map(|one| (one.full_name.as_str(), one.open)).collect::<Vec<_>>(),
        [("Trần Nam", 2)]
    );
    assert_eq!(decisions::list(ours.connection()).unwrap(), []);
}
