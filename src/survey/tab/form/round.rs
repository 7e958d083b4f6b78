//! The form of a round.

use crate::screen::Moment;
use crate::screen::form::{Field, Form};
use crate::survey::labels;
use crate::survey::model::{NewSurvey, Sampling, Survey};

pub(super) fn form(survey: Option<&Survey>, moment: &Moment) -> Form {
    let words = moment.words;
    let known = survey.map(|survey| survey.known.clone()).unwrap_or_default();
    let ways = Sampling::ALL.iter().map(|&way| (way.id(), labels::sampling(words, way).to_owned())).collect();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    let fields = vec![
        Field::text("title", words.survey_form_title_field())
            .required()
            .help(words.survey_form_title_help())
            .value(&known.title),
        Field::text("target_group", words.survey_form_target())
            .help(words.survey_form_target_help())
            .value(&known.target_group),
        Field::choice("sampling", words.survey_form_sampling(), ways)
            .help(words.survey_form_sampling_help())
            .value(known.sampling.id()),
        Field::day("date_from", words.survey_form_from()).value(&day(known.date_from)),
        Field::day("date_to", words.survey_form_to()).value(&day(known.date_to)),
        Field::text("basis", words.survey_basis()).help(words.survey_form_basis_help()).value(&known.basis),
        Field::long("note", words.survey_note(), 2, 6).about_people().value(&known.note),
    ];
    let title = match survey {
        Some(survey) => words.roster_edit(survey.known.title.as_str()),
        None => words.survey_form_new().to_owned(),
    };
    Form::new(title, fields, moment)
}

pub(super) fn read(form: &Form) -> NewSurvey {
    let (from, to) = (form.day("date_from"), form.day("date_to"));
    // Typed the wrong way round.
    let (from, to) = if from.zip(to).is_some_and(|(from, to)| from > to) { (to, from) } else { (from, to) };
    NewSurvey {
        title: form.text("title"),
        target_group: form.text("target_group"),
        sampling: Sampling::from_id(&form.text("sampling")),
        date_from: from,
        date_to: to,
        basis: form.text("basis"),
        note: form.text("note"),
    }
}
