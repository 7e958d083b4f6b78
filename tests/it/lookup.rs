//! How well the roster is looked up: 200 things people type, each with the person they mean. The list was written before anything
//! was tuned on it. All people are invented.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use duluan::roster::model::{Narrow, NewUnit, OldName, PersonRow, Roster, Unit, formers};
use uuid::Uuid;

/// Found first, and among the first five, of 200: what is reached.
const FIRST: usize = 166;
const FIVE: usize = 183;

fn lines(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/lookup").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The roster of the list: units in the order they are met, communes with the names they bore.
fn roster() -> (Roster, Vec<String>) {
    let mut units: Vec<Unit> = Vec::new();
    let mut known: HashMap<String, Uuid> = HashMap::new();
    let mut rows = Vec::new();
    let mut names = Vec::new();
    for (at, line) in lines("people.tsv").into_iter().enumerate() {
        let [id, full_name, unit, post, phone] = line.try_into().unwrap();
        let unit = *known.entry(unit.clone()).or_insert_with(|| {
            let id = Uuid::from_u128(1000 + units.len() as u128);
            units.push(Unit { id, known: NewUnit::named(&unit) });
            id
        });
        names.push(id);
        rows.push(PersonRow {
            id: Uuid::from_u128(at as u128),
            full_name,
            unit: Some(unit),
            post,
            phones: phone,
            ..PersonRow::default()
        });
    }
    // Who sits in a body or a hamlet of a commune is found by the commune's old name too.
    let mut old = Vec::new();
    for line in lines("former.tsv") {
        let bare = line[1].split_once(' ').unwrap().1;
        for unit in units.iter().filter(|unit| unit.known.name.ends_with(bare)) {
            old.push(OldName { unit: unit.id, name: line[0].clone(), until: "2025-06-30".parse().ok() });
        }
    }
    let formers = formers(&units, &old, &[]);
    (Roster::with_formers(units, formers, rows), names)
}

#[test]
fn what_people_type_finds_whom_they_mean() {
    let (roster, names) = roster();
    let mut kinds: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let (mut first, mut five, mut all) = (0, 0, 0);
    for line in lines("queries.tsv") {
        let [typed, wanted, kind] = line.try_into().unwrap();
        let found = roster.find(&typed, &Narrow::default());
        let place = found.iter().position(|at| names[*at as usize] == wanted);
        let counted = kinds.entry(kind).or_default();
        counted[2] += 1;
        all += 1;
        if place == Some(0) {
            counted[0] += 1;
            first += 1;
        }
        if place.is_some_and(|place| place < 5) {
            counted[1] += 1;
            five += 1;
        } else {
            println!("missed: {typed:30} at {place:?} of {}", found.len());
        }
    }
    for (kind, [first, five, all]) in kinds {
        println!("{kind:10} first {first:3}, of five {five:3}, of {all:3}");
    }
    println!("first {first}, of five {five}, of {all}");
    assert_eq!(all, 200);
    assert!(first >= FIRST && five >= FIVE, "first {first}, of five {five}");
}
