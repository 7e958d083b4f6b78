//! The form of a unit.

use uuid::Uuid;

use super::person::Wrong;
use super::{Asked, Material, Open, units};
use crate::roster::labels;
use crate::roster::model::{NewUnit, Roster, UnitKey, UnitKind, UnitLevel, plain_unit_name};
use crate::roster::tab::Command;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Picked, Said, Step};
use crate::words::Words;

/// Highest protocol order.
const ORDERS: i64 = 100_000;

pub(super) fn open(material: Material, roster: &Roster, moment: &Moment) -> Open {
    let words = moment.words;
    let Material { asked, unit, .. } = material;
    let Asked::Unit(id, below) = asked else { return Open::about(asked, Form::new("", Vec::new(), moment)) };
    let last = roster.units().iter().map(|unit| unit.known.protocol_order).max().unwrap_or(0);
    let new = NewUnit { parent: below, protocol_order: last + 1, ..NewUnit::default() };
    let known = unit.map_or(new, |unit| unit.known);
    let title = if id.is_none() {
        words.roster_unit_new().to_owned()
    } else {
        words.roster_edit(known.name.as_str())
    };
    let form = Form::new(title, fields(&known, roster, words), moment);
    Open { unit: known, ..Open::about(asked, form) }
}

fn fields(known: &NewUnit, roster: &Roster, words: &Words) -> Vec<Field> {
    let levels =
        UnitLevel::ALL.iter().map(|&level| (level.id(), labels::level(words, level).to_owned())).collect();
    let kinds =
        UnitKind::ALL.iter().map(|&kind| (kind.id(), labels::unit_kind(words, kind).to_owned())).collect();
    let parent =
        known.parent.and_then(|id| Some(Picked::row(id, roster.unit_named(id)?, ""))).into_iter().collect();
    let order = if known.protocol_order == 0 { String::new() } else { known.protocol_order.to_string() };
    vec![
        Field::text("name", words.roster_unit_name())
            .required()
            .help(words.roster_unit_name_help())
            .value(&known.name),
        Field::day("renamed_on", words.roster_unit_renamed()).hidden().help(words.roster_unit_renamed_help()),
        Field::pick("parent", words.roster_unit_parent(), units(roster, words))
            .help(words.roster_unit_parent_help())
            .chosen(parent),
        Field::choice("level", words.roster_unit_level(), levels).value(known.level.id()),
        Field::choice("kind", words.roster_unit_kind(), kinds).value(known.kind.id()),
        Field::text("symbol", words.roster_unit_symbol())
            .help(words.roster_unit_symbol_help())
            .value(&known.symbol),
        Field::text("mailbox", words.roster_unit_mailbox()).check(check_mailbox).value(&known.mailbox),
        Field::phone("phone", words.roster_column_phone()).value(&known.phone),
        Field::number("protocol_order", words.roster_unit_order(), 0, ORDERS)
            .help(words.roster_unit_order_help())
            .value(&order),
        Field::text("short_name", words.roster_unit_short())
            .help(words.roster_unit_short_help())
            .value(&known.short_name),
        Field::long("note", words.roster_column_note(), 2, 5).value(&known.note),
    ]
}

fn check_mailbox(text: &str, words: &Words) -> Option<Said> {
    (!text.contains('@') || text.contains(char::is_whitespace))
        .then(|| Said::Wrong(words.roster_form_email_wrong().to_owned()))
}

/// Looks at fields together while they are filled in.
pub(super) fn watch(step: &Step, open: &mut Open, id: Option<Uuid>, roster: &Roster, moment: &Moment) {
    let Step::Left(field) = step else { return };
    if field != "name" {
        return;
    }
    let name = plain_unit_name(&open.form.text("name"));
    let form = &mut open.form;
    if id.is_some() {
        let renamed = name != open.unit.name;
        form.reveal("renamed_on", renamed);
        if renamed && form.is_empty("renamed_on") {
            form.go_to("renamed_on");
        }
    } else {
        // The name says most about a new unit.
        let told = NewUnit::named(&name);
        form.set("level", told.level.id());
        form.set("kind", told.kind.id());
    }
    let key = UnitKey::of(&name);
    let other =
        roster.units().iter().find(|unit| Some(unit.id) != id && UnitKey::of(&unit.known.name).fits(&key));
    if let Some(other) = other {
        let above = other.known.parent.and_then(|id| roster.unit_named(id)).unwrap_or_default();
        let said = if above.is_empty() {
            moment.words.roster_unit_same(other.known.name.as_str())
        } else {
            moment.words.roster_unit_same_below(above, other.known.name.as_str())
        };
        form.say("name", Said::Warning(said));
    }
}

pub(super) fn save(open: &mut Open, roster: &Roster, moment: &Moment) -> Result<Command, Wrong> {
    let Asked::Unit(id, _) = open.asked else { return Err(("name", String::new())) };
    let form = &open.form;
    let parent = form.id("parent");
    if let (Some(id), Some(parent)) = (id, parent)
        && roster.with_below(id).contains(&parent)
    {
        return Err(("parent", moment.words.roster_unit_circle().to_owned()));
    }
    let known = NewUnit {
        parent,
        name: plain_unit_name(&form.text("name")),
        short_name: form.text("short_name"),
        level: UnitLevel::from_id(&form.text("level")),
        kind: UnitKind::from_id(&form.text("kind")),
        symbol: form.text("symbol"),
        mailbox: form.text("mailbox"),
        phone: form.text("phone"),
        protocol_order: form.number("protocol_order").unwrap_or_default(),
        valid_from: open.unit.valid_from,
        valid_to: open.unit.valid_to,
        note: form.text("note"),
    };
    Ok(Command::SaveUnit { id, known: Box::new(known), renamed_on: form.day("renamed_on") })
}
