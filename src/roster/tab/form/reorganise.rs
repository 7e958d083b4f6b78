//! The form that says what happens to units on a day.

use uuid::Uuid;

use super::person::Wrong;
use super::{Asked, Material, Open, units};
use crate::roster::labels;
use crate::roster::model::{
    Change, Leftover, NewUnit, Plan, Roster, Successor, UnitKey, UnitKind, UnitLevel, Wish, WishProblem,
};
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Picked};
use crate::words::Words;

pub(super) fn open(material: Material, roster: &Roster, moment: &Moment) -> Open {
    let words = moment.words;
    let Asked::Reorganise(marked) = &material.asked else {
        return Open::about(material.asked, Form::new("", Vec::new(), moment));
    };
    let names: Vec<&str> = marked.iter().filter_map(|id| roster.unit_named(*id)).collect();
    let title = match names.as_slice() {
        [one] => words.roster_reorganise_of(*one),
        _ => words.roster_reorganise_of_many(names.len() as i64),
    };
    let note = if names.len() > 1 { names.join(", ") } else { String::new() };
    let form = Form::new(title, fields(marked, roster, words), moment).note(note);
    let mut open = Open::about(material.asked, form);
    watch(&mut open);
    open
}

fn fields(marked: &[Uuid], roster: &Roster, words: &Words) -> Vec<Field> {
    let kinds: &[Change] = if marked.len() == 1 {
        &[Change::Rename, Change::Merge, Change::Split, Change::Abolish]
    } else {
        &[Change::Merge, Change::Abolish]
    };
    let kinds = kinds.iter().map(|&change| (change.id(), labels::change(words, change).to_owned())).collect();
    let leftovers = [Leftover::Above, Leftover::End, Leftover::Stay];
    let leftovers =
        leftovers.iter().map(|&one| (one.id(), labels::leftover(words, one).to_owned())).collect();
    let first = marked.first().and_then(|id| roster.unit_by_id(*id));
    let old = first.map_or("", |unit| unit.known.name.as_str());
    let above = first
        .and_then(|unit| unit.known.parent)
        .and_then(|id| Some(Picked::row(id, roster.unit_named(id)?, "")));
    let parts = if marked.len() == 1 { format!("{old}\n") } else { String::new() };
    vec![
        Field::choice("change", words.roster_reorganise_change(), kinds),
        Field::day("on", words.roster_reorganise_on()).required().help(words.roster_reorganise_on_help()),
        Field::text("basis", words.roster_reorganise_basis()).help(words.roster_reorganise_basis_help()),
        Field::text("name", words.roster_reorganise_name())
            .hidden()
            .help(words.roster_unit_name_help())
            .value(old),
        Field::pick("into", words.roster_reorganise_into(), units(roster, words).free())
            .hidden()
            .help(words.roster_reorganise_into_help()),
        Field::long("parts", words.roster_reorganise_parts(), 3, 8)
            .hidden()
            .help(words.roster_reorganise_parts_help())
            .value(&parts),
        Field::pick("parent", words.roster_unit_parent(), units(roster, words))
            .hidden()
            .help(words.roster_reorganise_parent_help())
            .chosen(above.into_iter().collect()),
        Field::choice("leftover", words.roster_reorganise_leftover(), leftovers)
            .hidden()
            .help(words.roster_reorganise_leftover_help()),
    ]
}

/// Shows the fields that go with what happens.
pub(super) fn watch(open: &mut Open) {
    let form = &mut open.form;
    let change = Change::from_id(&form.text("change"));
    form.reveal("name", change == Change::Rename);
    form.reveal("into", matches!(change, Change::Merge | Change::Abolish));
    form.reveal("parts", change == Change::Split);
    // Only what is new is put somewhere.
    let is_new = match change {
        Change::Merge => form.id("into").is_none() && !form.is_empty("into"),
        Change::Split => true,
        Change::Rename | Change::Abolish => false,
    };
    form.reveal("parent", is_new);
    form.reveal("leftover", change == Change::Abolish && form.is_empty("into"));
}

/// Plans what the form says.
pub(super) fn plan(open: &Open, roster: &Roster, words: &Words) -> Result<Plan, Wrong> {
    let Asked::Reorganise(marked) = &open.asked else { return Err(("change", String::new())) };
    let form = &open.form;
    let change = Change::from_id(&form.text("change"));
    let pattern = pattern(marked, form.id("parent"), roster);
    let successors = match change {
        Change::Rename => vec![Successor::New(Box::new(NewUnit::named(&form.text("name"))))],
        Change::Split => form
            .text("parts")
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| successor(line, marked, &pattern, roster))
            .collect(),
        Change::Merge | Change::Abolish => match (form.id("into"), form.text("into")) {
            (Some(id), _) => vec![Successor::Known(id)],
            (None, name) if name.is_empty() => Vec::new(),
            (None, name) => vec![successor(&name, marked, &pattern, roster)],
        },
    };
    let wish = Wish {
        change,
        units: marked.clone(),
        on: form.day("on").unwrap_or_default(),
        basis: form.text("basis"),
        successors,
        leftover: Leftover::from_id(&form.text("leftover")),
    };
    Plan::of(roster, wish).map_err(|problem| wrong(&problem, change, words))
}

/// What a new unit has of the ones it stands for.
fn pattern(marked: &[Uuid], parent: Option<Uuid>, roster: &Roster) -> NewUnit {
    let old: Vec<&NewUnit> =
        marked.iter().filter_map(|id| roster.unit_by_id(*id)).map(|unit| &unit.known).collect();
    let orders = old.iter().map(|unit| unit.protocol_order).filter(|order| *order > 0);
    NewUnit {
        parent,
        protocol_order: orders.min().unwrap_or_default(),
        level: old.first().map(|unit| unit.level).unwrap_or_default(),
        kind: old.first().map(|unit| unit.kind).unwrap_or_default(),
        ..NewUnit::default()
    }
}

/// The unit of a name: one of those marked, else one that stands beside them, else a new one.
fn successor(name: &str, marked: &[Uuid], pattern: &NewUnit, roster: &Roster) -> Successor {
    let key = UnitKey::of(name).whole;
    let is_named = |id: &Uuid| roster.unit_named(*id).is_some_and(|name| UnitKey::of(name).whole == key);
    if let Some(id) = marked.iter().copied().find(is_named) {
        return Successor::Known(id);
    }
    let beside = roster
        .units()
        .iter()
        .find(|unit| unit.stands() && unit.known.parent == pattern.parent && is_named(&unit.id));
    if let Some(unit) = beside {
        return Successor::Known(unit.id);
    }
    let told = NewUnit::named(name);
    let level = if told.level == UnitLevel::Unknown { pattern.level } else { told.level };
    let kind = if told.kind == UnitKind::Territorial { pattern.kind } else { told.kind };
    Successor::New(Box::new(NewUnit { name: told.name, level, kind, ..pattern.clone() }))
}

fn wrong(problem: &WishProblem, change: Change, words: &Words) -> Wrong {
    let name = match change {
        Change::Rename => "name",
        Change::Split => "parts",
        Change::Merge | Change::Abolish => "into",
    };
    match problem {
        WishProblem::NoSuccessor => (name, words.roster_reorganise_no_successor().to_owned()),
        WishProblem::OnePart => (name, words.roster_reorganise_one_part().to_owned()),
        WishProblem::SameName => (name, words.roster_reorganise_same_name().to_owned()),
        WishProblem::OnlyOne => ("change", words.roster_reorganise_only_one().to_owned()),
        WishProblem::NothingGoes => (name, words.roster_reorganise_nothing_goes().to_owned()),
        WishProblem::Gone(unit) => ("change", words.roster_reorganise_gone(unit.as_str())),
        WishProblem::Below(unit) => (name, words.roster_reorganise_below(unit.as_str())),
    }
}
