use super::*;
use crate::roster::model::{PersonRow, Unit};

fn id(id: u128) -> Uuid {
    Uuid::from_u128(id)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A province with a district of two communes and a third beside it; each commune has a party secretary.
fn roster() -> Roster {
    let unit = |at: u128, name: &str, parent: Option<u128>| Unit {
        id: id(at),
        known: NewUnit { parent: parent.map(id), protocol_order: at as i64, ..NewUnit::named(name) },
    };
    let units = vec![
        unit(1, "tỉnh Nam Sơn", None),
        unit(2, "huyện Lộc Hà", Some(1)),
        unit(3, "xã Lộc An", Some(2)),
        unit(4, "xã Lộc Đức", Some(2)),
        unit(5, "thôn 1", Some(3)),
        unit(6, "thôn 1", Some(4)),
        unit(7, "phường Bến Đá", Some(1)),
    ];
    let person = |at: u128, name: &str, unit: u128, post: &str, status: Status| PersonRow {
        id: id(at),
        full_name: name.to_owned(),
        unit: Some(id(unit)),
        post: post.to_owned(),
        status,
        ..PersonRow::default()
    };
    let rows = [
        person(11, "Nguyễn Thị Hương", 3, "Bí thư Đảng ủy xã Lộc An", Status::Active),
        person(12, "Trần Văn Nam", 4, "Bí thư Đảng ủy xã Lộc Đức", Status::Active),
        person(13, "Lò Văn Ỏm", 3, "Trưởng thôn", Status::Active),
        person(14, "Nông Thị Huệ", 3, "Trưởng thôn", Status::Paused),
        person(15, "Vi Văn Sáng", 4, "Trưởng thôn", Status::Ended),
        person(16, "Đỗ Thị Mơ", 2, "Trưởng ban", Status::Active),
        person(17, "Lò Văn Ỏm", 4, "Phó Bí thư", Status::Active),
        person(18, "Hà Văn Bến", 5, "Trưởng thôn", Status::Active),
    ];
    Roster::new(units, rows)
}

fn wish(change: Change, units: &[u128], successors: Vec<Successor>) -> Wish {
    Wish {
        change,
        units: units.iter().copied().map(id).collect(),
        on: day("2026-07-01"),
        basis: "Nghị quyết 12/NQ-HĐND".into(),
        successors,
        leftover: Leftover::Above,
    }
}

fn new(name: &str, parent: u128) -> Successor {
    Successor::New(Box::new(NewUnit { parent: Some(id(parent)), ..NewUnit::named(name) }))
}

fn told(plan: &Plan, roster: &Roster) -> Vec<(String, Destination)> {
    let name = |line: &Move| match line.what {
        Moving::Person(id) => roster.named(id).unwrap().full_name.to_string(),
        Moving::Excuse(id) => id.to_string(),
        Moving::Unit(id) => roster.unit_named(id).unwrap().to_owned(),
    };
    plan.moves.iter().map(|line| (name(line), line.to)).collect()
}

#[test]
fn a_merger_takes_everybody_who_serves_and_every_unit_below() {
    let roster = roster();
    let plan = Plan::of(&roster, wish(Change::Merge, &[3, 4], vec![new("xã Lộc Phú", 2)])).unwrap();
    let first = Destination::Successor(0);
    assert_eq!(
        told(&plan, &roster),
        [
            ("thôn 1".to_owned(), first),
            ("thôn 1".to_owned(), first),
            ("Nguyễn Thị Hương".to_owned(), first),
            ("Lò Văn Ỏm".to_owned(), first),
            ("Nông Thị Huệ".to_owned(), first),
            ("Trần Văn Nam".to_owned(), first),
            ("Lò Văn Ỏm".to_owned(), first),
        ],
        "who ended stays with the unit of that time"
    );
    assert_eq!(plan.counts(), (5, 2));
    let remarks = plan.remarks(&roster, day("2026-11-22"));
    let heads = Remark::TwoHeads {
        unit: "xã Lộc Phú".into(),
        post: "Bí thư Đảng ủy xã Lộc An".into(),
        names: vec!["Nguyễn Thị Hương".into(), "Trần Văn Nam".into()],
    };
    let same = Remark::SamePerson { unit: "xã Lộc Phú".into(), name: "Lò Văn Ỏm".into() };
    let names = Remark::SameName { above: "xã Lộc Phú".into(), name: "thôn 1".into() };
    assert_eq!(remarks, [heads, same, names]);
    assert!(plan.remarks(&roster, day("2026-06-30")).contains(&Remark::Future));
}

#[test]
fn a_level_goes_and_what_was_below_stands_under_what_was_above() {
    let roster = roster();
    let plan = Plan::of(&roster, wish(Change::Abolish, &[2], Vec::new())).unwrap();
    let up = Destination::Above(Some(id(1)));
    let moved = told(&plan, &roster);
    assert_eq!(moved, [("xã Lộc An".into(), up), ("xã Lộc Đức".into(), up), ("Đỗ Thị Mơ".into(), up)]);
    let both = Plan::of(&roster, wish(Change::Abolish, &[2, 3], Vec::new())).unwrap();
    assert!(
        both.moves.iter().all(|line| line.to == up),
        "past a unit that goes too: {:?}",
        told(&both, &roster)
    );
    let mut ends = wish(Change::Abolish, &[2], Vec::new());
    ends.leftover = Leftover::End;
    assert_eq!(Plan::of(&roster, ends).unwrap().moves[2].to, Destination::End);
    let mut stays = wish(Change::Abolish, &[2], Vec::new());
    stays.leftover = Leftover::Stay;
    let stays = Plan::of(&roster, stays).unwrap();
    assert_eq!(stays.remarks(&roster, day("2026-11-22")), [Remark::LeftBehind(1)]);
    assert_eq!(stays.counts(), (0, 2));
}

#[test]
fn of_a_division_each_goes_where_it_is_sent_and_an_empty_part_is_told() {
    let roster = roster();
    let parts = vec![Successor::Known(id(3)), new("xã Lộc Bình", 2)];
    let mut plan = Plan::of(&roster, wish(Change::Split, &[3], parts)).unwrap();
    assert_eq!(plan.counts(), (0, 0), "the part that keeps the name keeps everybody");
    let empty = Remark::Empty("xã Lộc Bình".into());
    assert_eq!(plan.remarks(&roster, day("2026-11-22")), [empty]);
    let thon = plan.moves.iter().position(|line| line.what == Moving::Unit(id(5))).unwrap();
    assert!(plan.turn(thon, &roster, false));
    assert_eq!(plan.counts(), (0, 1));
    assert_eq!(plan.remarks(&roster, day("2026-11-22")), [], "its people come with the hamlet");
    // A hamlet has two places to go, a person may stay or end besides.
    assert!(plan.turn(thon, &roster, false) && plan.moves[thon].to == Destination::Successor(0));
    let hue = plan.moves.iter().position(|line| line.what == Moving::Person(id(14))).unwrap();
    assert!(plan.turn(hue, &roster, true) && plan.moves[hue].to == Destination::Stay);
}

#[test]
fn what_cannot_be_is_refused() {
    let roster = roster();
    let problem = |wish: Wish| Plan::of(&roster, wish).unwrap_err();
    assert_eq!(problem(wish(Change::Merge, &[3, 4], Vec::new())), WishProblem::NoSuccessor);
    assert_eq!(problem(wish(Change::Merge, &[3], vec![Successor::Known(id(3))])), WishProblem::NothingGoes);
    assert_eq!(
        problem(wish(Change::Merge, &[2], vec![Successor::Known(id(3))])),
        WishProblem::Below("xã Lộc An".into())
    );
    assert_eq!(
        problem(wish(Change::Merge, &[2, 3], vec![new("xã Mới", 2)])),
        WishProblem::Below("huyện Lộc Hà".into())
    );
    assert_eq!(problem(wish(Change::Split, &[3], vec![new("xã A", 2)])), WishProblem::OnePart);
    assert_eq!(problem(wish(Change::Rename, &[3], vec![new("xã Lộc An", 2)])), WishProblem::SameName);
    assert_eq!(problem(wish(Change::Rename, &[3, 4], vec![new("xã B", 2)])), WishProblem::OnlyOne);
    let taken = Plan::of(&roster, wish(Change::Rename, &[3], vec![new("xã Bến Đá", 2)])).unwrap();
    assert_eq!(taken.remarks(&roster, day("2026-11-22")), [], "another leading word is another unit");
    let taken = Plan::of(&roster, wish(Change::Rename, &[3], vec![new("Phường Bến Đá", 2)])).unwrap();
    assert_eq!(taken.remarks(&roster, day("2026-11-22")), [Remark::NameTaken("phường Bến Đá".into())]);
}
