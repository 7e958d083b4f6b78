//! The form of the forms of a unit: handed out, come back, valid.

use uuid::Uuid;

use super::Material;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked, Said};
use crate::survey::model::Forms;

/// Most forms of a unit.
const MOST: i64 = 100_000_000;

pub(super) fn form(material: &Material, id: Option<Uuid>, moment: &Moment) -> Form {
    let words = moment.words;
    let rows = material.survey.as_ref().map(|survey| survey.units.as_slice()).unwrap_or_default();
    let known = rows.iter().find(|forms| id.is_some() && forms.id == id).cloned().unwrap_or_default();
    // A unit has one row.
    let free = |unit: &Uuid| Some(*unit) == known.unit || !rows.iter().any(|forms| forms.unit == Some(*unit));
    let all = material.units.iter().filter(|(unit, _)| free(unit));
    let all = all.map(|(unit, name)| Picked::row(*unit, name.as_str(), ""));
    let chosen = known.unit.map(|unit| Picked::row(unit, known.unit_name.as_str(), ""));
    let number = |count: i64| if count == 0 { String::new() } else { words.number(count) };
    let fields = vec![
        Field::pick("unit", words.survey_column_unit(), Pick::among(all))
            .help(words.survey_form_unit_help())
            .chosen(chosen.into_iter().collect()),
        Field::number("issued", words.survey_column_issued(), 0, MOST)
            .help(words.survey_form_count_help())
            .value(&number(known.issued)),
        Field::number("returned", words.survey_column_returned(), 0, MOST)
            .help(words.survey_form_count_help())
            .value(&number(known.returned)),
        Field::number("valid", words.survey_column_valid(), 0, MOST)
            .help(words.survey_form_valid_help())
            .value(&number(known.valid)),
    ];
    let title = if id.is_none() { words.survey_form_forms_new() } else { words.survey_form_forms() };
    let form = Form::new(title, fields, moment)
        .note(material.survey.as_ref().map_or("", |survey| &survey.known.title));
    if id.is_none() { form.chain() } else { form }
}

/// A field was left: numbers that cannot be are pointed out, not refused.
pub(super) fn left(form: &mut Form, moment: &Moment) {
    let words = moment.words;
    let forms = read(form, None);
    if forms.issued > 0 && forms.returned > forms.issued {
        form.say("returned", Said::Warning(words.survey_form_more_returned().to_owned()));
    }
    if forms.returned > 0 && forms.valid > forms.returned {
        form.say("valid", Said::Warning(words.survey_form_more_valid().to_owned()));
    }
}

pub(super) fn read(form: &Form, id: Option<Uuid>) -> Forms {
    let number = |field: &str| form.number(field).unwrap_or_default().clamp(0, MOST);
    Forms {
        id,
        unit: form.id("unit"),
        unit_name: String::new(),
        issued: number("issued"),
        returned: number("returned"),
        valid: number("valid"),
    }
}
