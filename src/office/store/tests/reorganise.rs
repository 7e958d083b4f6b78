//! Units reorganised over all rooms: what follows, what stays, and what copies make of it.

use super::*;
use crate::inbox::records::RuleRecord;
use crate::inbox::store::save_rule;
use crate::office::store::{follows, reorganise};
use crate::roster::model::{Change, Leftover, Moving, NewUnit, Order, Plan, Roster, Successor, Wish};
use crate::roster::store::{collaborator, find_unit, find_unit_on, roster};

fn wish(change: Change, units: &[Uuid], successors: Vec<Successor>) -> Wish {
    Wish {
        change,
        units: units.to_vec(),
        on: "2026-07-01".parse().unwrap(),
        basis: "Nghị quyết 12/NQ-HĐND".into(),
        successors,
        leftover: Leftover::Above,
    }
}

fn new(name: &str, parent: Option<Uuid>) -> Successor {
    Successor::New(Box::new(NewUnit { parent, ..NewUnit::named(name) }))
}

fn known(file: &OfficeFile) -> Roster {
    roster(file.connection(), Order::Given, None).unwrap()
}

fn planned(file: &OfficeFile, wish: Wish) -> Plan {
    let follows = follows(file.connection(), &wish.units, wish.on).unwrap();
    Plan::of(&known(file), wish).unwrap().with_follows(follows)
}

fn carry_out(file: &mut OfficeFile, wish: Wish) -> Reorganised {
    let plan = planned(file, wish);
    file.write("unit-reorganise", |tx| reorganise(tx, &plan)).unwrap().value
}

fn get<T: rusqlite::types::FromSql>(file: &OfficeFile, sql: &str, values: impl rusqlite::Params) -> T {
    file.connection().query_row(sql, values, |row| row.get(0)).unwrap()
}

fn names_below(file: &OfficeFile, parent: Uuid) -> Vec<String> {
    let sql = "SELECT name FROM unit WHERE parent = ?1 AND deleted = 0 AND valid_to IS NULL ORDER BY name";
    let mut statement = file.connection().prepare(sql).unwrap();
    let rows = statement.query_map([parent], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

struct Office {
    _folder: tempfile::TempDir,
    file: OfficeFile,
    province: Uuid,
    an: Uuid,
    duc: Uuid,
    huong: Uuid,
    nam: Uuid,
}

/// Two communes with a hamlet, two people, a duty by name, a rule, a report of last year and two summons.
fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let mut file = opened(&folder.path().join("so.duluan"), "A");
    let province = unit(&mut file, "tỉnh Nam Sơn", None);
    let an = unit(&mut file, "xã Lộc An", Some(province));
    let duc = unit(&mut file, "xã Lộc Đức", Some(province));
    unit(&mut file, "thôn 1", Some(an));
    let huong = person(&mut file, "Nguyễn Thị Hương", an, "0912345678");
    let nam = person(&mut file, "Trần Văn Nam", duc, "0987000111");
    item(&mut file, an, Some(huong), WATER);
    file.write("enter", |tx| {
        let (duty, held, coming) = (tx.new_id(), tx.new_id(), tx.new_id());
        tx.execute("INSERT INTO duty (id, name, who) VALUES (?1, 'Tháng', 'named')", [duty])?;
        let link = crate::file::link_id("duty_member", &[duty.as_bytes(), an.as_bytes()]);
        tx.execute("INSERT INTO duty_member (id, duty, unit) VALUES (?1, ?2, ?3)", params![link, duty, an])?;
        let rule = RuleRecord {
            handler_name: "Lò Văn Ỏm".into(),
            unit: Some((an, String::new())),
            ..RuleRecord::default()
        };
        save_rule(tx, &rule)?;
        for (class, day, state) in [(held, "2026-03-01", "held"), (coming, "2026-09-01", "planned")] {
            tx.execute(
                "INSERT INTO class (id, title, date_from, state) VALUES (?1, 'Lớp', ?2, ?3)",
                params![class, day, state],
            )?;
            for (unit, number) in [(an, 2), (duc, 3)] {
                tx.execute(
                    "INSERT INTO class_summons (id, class, unit, category, number) VALUES (?1, ?2, ?3, 'trưởng ban', ?4)",
                    params![tx.new_id(), class, unit, number],
                )?;
            }
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    Office { _folder: folder, file, province, an, duc, huong, nam }
}

/// All there is, for comparing before and after.
fn whole(file: &OfficeFile) -> Vec<String> {
    let mut all = Vec::new();
    for table in crate::file::schema::tables() {
        let columns: Vec<_> = table.columns.iter().map(|column| format!("quote({})", column.name)).collect();
        let sql = format!(
            "SELECT json_array({}) FROM {} WHERE deleted = 0 ORDER BY id",
            columns.join(", "),
            table.name
        );
        let mut rows = file.connection().prepare(&sql).unwrap();
        let rows = rows.query_map([], |row| row.get::<_, String>(0)).unwrap();
        all.extend(rows.map(|row| format!("{} {}", table.name, row.unwrap())));
    }
    all
}

#[test]
fn a_merger_takes_people_duties_rules_and_coming_summons_and_leaves_the_past() {
    let mut office = office();
    let before = whole(&office.file);
    let (an, duc, province) = (office.an, office.duc, office.province);
    let done =
        carry_out(&mut office.file, wish(Change::Merge, &[an, duc], vec![new("xã Lộc Phú", Some(province))]));
    let file = &mut office.file;
    let phu = done.unit.unwrap();
    assert_eq!((done.ceased, done.people), (2, 2));
    for person in [office.huong, office.nam] {
        let found = collaborator(file.connection(), person).unwrap().unwrap();
        assert_eq!((found.known.unit, found.unit_name.as_str()), (Some(phu), "xã Lộc Phú"));
        assert!(found.decisions[0].reason.ends_with(" → xã Lộc Phú; Nghị quyết 12/NQ-HĐND"));
    }
    assert_eq!(names_below(file, phu), ["thôn 1"]);
    assert_eq!(names_below(file, province), ["xã Lộc Phú"]);
    let until: String = get(file, "SELECT valid_to FROM unit WHERE id = ?1", [an]);
    assert_eq!(until, "2026-06-30");
    // What was, was of the old units.
    assert_eq!(get::<Uuid>(file, "SELECT unit FROM report", []), an);
    let held =
        "SELECT count(*) FROM class_summons s JOIN class c ON c.id = s.class WHERE s.deleted = 0 AND s.unit ";
    assert_eq!(get::<i64>(file, &format!("{held} IN (?1, ?2) AND c.state = 'held'"), [an, duc]), 2);
    // What comes is of the new one: the numbers of both in one line.
    let number: i64 = get(file, "SELECT number FROM class_summons WHERE unit = ?1 AND deleted = 0", [phu]);
    assert_eq!(number, 5);
    assert_eq!(get::<Uuid>(file, "SELECT unit FROM assignment_rule", []), phu);
    assert_eq!(get::<i64>(file, "SELECT count(*) FROM duty_member WHERE deleted = 0", []), 2);
    // The old name means the new unit; what is dated before means the old one.
    let day = |text: &str| text.parse().ok();
    assert_eq!(find_unit(file.connection(), "xã Lộc An").unwrap(), Some(phu));
    assert_eq!(find_unit_on(file.connection(), "xã Lộc An", day("2026-05-02")).unwrap(), Some(an));
    assert_eq!(find_unit_on(file.connection(), "xã Lộc An", day("2026-07-01")).unwrap(), Some(phu));
    let roster = known(file);
    let found = roster.find("huong loc an", &crate::roster::model::Narrow::default());
    assert_eq!(found.len(), 1, "found by the old name");
    assert_eq!(roster.units_answering("loc duc").collect::<Vec<_>>(), [(phu, "xã Lộc Phú", "xã Lộc Đức")]);
    // One action back, and forth.
    let after = whole(file);
    file.undo().unwrap();
    assert_eq!(whole(file), before);
    file.redo().unwrap();
    assert_eq!(whole(file), after);
    assert_eq!(file.check().unwrap(), []);
}

#[test]
fn a_level_goes_at_once_and_a_name_stays_on_what_is_older() {
    let mut office = office();
    let (province, file) = (office.province, &mut office.file);
    let district = unit(file, "huyện Lộc Hà", Some(province));
    let commune = unit(file, "xã Lộc Tân", Some(district));
    let chief = person(file, "Đỗ Thị Mơ", district, "");
    let mut gone = wish(Change::Abolish, &[district], Vec::new());
    gone.leftover = Leftover::End;
    let done = carry_out(file, gone);
    assert_eq!((done.ceased, done.people, done.unit), (1, 1, Some(province)));
    assert_eq!(get::<Uuid>(file, "SELECT parent FROM unit WHERE id = ?1", [commune]), province);
    let chief = collaborator(file.connection(), chief).unwrap().unwrap().known;
    assert_eq!(chief.status, crate::roster::model::Status::Ended);
    assert_eq!(chief.term_to, "2026-06-30".parse().ok());
    carry_out(file, wish(Change::Rename, &[commune], vec![new("phường Lộc Tân", None)]));
    let named = |day: &str| -> String {
        let sql = format!(
            "SELECT {} FROM unit WHERE id = ?1",
            crate::roster::store::name_on("unit", &format!("'{day}'"))
        );
        get(file, &sql, [commune])
    };
    assert_eq!(named("2026-06-30"), "xã Lộc Tân");
    assert_eq!(named("2026-07-01T08:00:00"), "phường Lộc Tân");
    let basis: String = get(file, "SELECT basis FROM unit_succession WHERE kind = 'rename'", []);
    assert_eq!(basis, "Nghị quyết 12/NQ-HĐND");
}

#[test]
fn who_entered_somebody_into_the_old_unit_meanwhile_loses_nothing() {
    let mut office = office();
    let path = office.file.path().with_file_name("kia.duluan");
    std::fs::copy(office.file.path(), &path).unwrap();
    let mut theirs = opened(&path, "B");
    let (an, duc, province) = (office.an, office.duc, office.province);
    carry_out(&mut office.file, wish(Change::Merge, &[an, duc], vec![new("xã Lộc Phú", Some(province))]));
    let late = person(&mut theirs, "Vi Văn Sáng", an, "0398111222");
    theirs
        .write("edit", |tx| {
            Ok::<_, FileError>(
                tx.execute("UPDATE collaborator SET post = 'Bí thư' WHERE id = ?1", [office.huong])?,
            )
        })
        .unwrap();
    let ours = office.file.path().to_owned();
    office.file.merge(&path, PLAIN).unwrap();
    theirs.merge(&ours, PLAIN).unwrap();
    assert_eq!(whole(&office.file), whole(&theirs));
    let huong = collaborator(theirs.connection(), office.huong).unwrap().unwrap();
    assert_eq!((huong.unit_name.as_str(), huong.known.post.as_str()), ("xã Lộc Phú", "Bí thư"));
    // Who came in later is shown in the unit that is no more, with what it is now.
    let roster = known(&theirs);
    assert_eq!(roster.unit_of(late), Some(an));
    let row = roster.tree().into_iter().find(|row| row.id == an).unwrap();
    assert_eq!((row.total, row.now.as_str(), row.until.is_some()), (1, "xã Lộc Phú", true));
}

/// The communes are excused from a month that is over, from one that is not, and from the next.
fn excuse(office: &mut Office) {
    let (an, duc) = (office.an, office.duc);
    office
        .file
        .write("enter", |tx| {
            let duty: Uuid = tx.query_row("SELECT id FROM duty", [], |row| row.get(0))?;
            let months =
                [("2026-05-01", "2026-05-31"), ("2026-06-15", "2026-07-14"), ("2026-07-15", "2026-08-14")];
            for (unit, months) in [(an, &months[..]), (duc, &months[2..])] {
                for (from, to) in months {
                    tx.execute(
                        "INSERT INTO duty_excuse (id, duty, unit, period_from, period_to, reason)
                         VALUES (?1, ?2, ?3, ?4, ?5, 'lũ lụt')",
                        params![tx.new_id(), duty, unit, from, to],
                    )?;
                }
            }
            Ok::<_, FileError>(())
        })
        .unwrap();
}

/// From which periods a unit is excused, by their first days.
fn excused_from(file: &OfficeFile, unit: Uuid) -> Vec<String> {
    let sql = "SELECT period_from FROM duty_excuse WHERE unit = ?1 AND deleted = 0 ORDER BY period_from";
    let mut statement = file.connection().prepare(sql).unwrap();
    let rows = statement.query_map([unit], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

#[test]
fn what_need_not_be_reported_follows_a_merger_once_and_comes_back_with_it() {
    let mut office = office();
    excuse(&mut office);
    let before = whole(&office.file);
    let (an, duc, province) = (office.an, office.duc, office.province);
    let merger = wish(Change::Merge, &[an, duc], vec![new("xã Lộc Phú", Some(province))]);
    let done = carry_out(&mut office.file, merger);
    assert_eq!(excused_from(&office.file, done.unit.unwrap()), ["2026-06-15", "2026-07-15"]);
    assert_eq!(excused_from(&office.file, an), ["2026-05-01", "2026-06-15"], "what began before stays");
    assert_eq!(excused_from(&office.file, duc), Vec::<String>::new());
    office.file.undo().unwrap();
    assert_eq!(whole(&office.file), before);
}

#[test]
fn of_a_division_somebody_says_which_part_need_not_report() {
    let mut office = office();
    excuse(&mut office);
    let (an, province) = (office.an, office.province);
    let division = wish(Change::Split, &[an], vec![Successor::Known(an), new("xã Lộc Tân", Some(province))]);
    let mut plan = planned(&office.file, division);
    let lines: Vec<usize> =
        (0..plan.moves.len()).filter(|at| matches!(plan.moves[*at].what, Moving::Excuse(_))).collect();
    assert_eq!(lines.len(), 2, "{:?}", plan.moves);
    // The first goes to the new part, the second lapses for nobody: it stays with the unit.
    assert!(plan.turn(lines[0], &known(&office.file), false));
    let done = office.file.write("unit-reorganise", |tx| reorganise(tx, &plan)).unwrap().value;
    let file = &office.file;
    let part: Uuid = get(file, "SELECT id FROM unit WHERE name = 'xã Lộc Tân'", []);
    assert_eq!(done.ceased, 0);
    assert_eq!(excused_from(file, part), ["2026-06-15"]);
    assert_eq!(excused_from(file, an), ["2026-05-01", "2026-06-15", "2026-07-15"]);
}
