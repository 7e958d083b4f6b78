//! The form of a question: the question, and a line for each answer with its number.

use uuid::Uuid;

use super::Wrong;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Said};
use crate::survey::model::{Figures, NewQuestion, Question, Survey, pasted, written};

/// Most questions of a round.
const MOST: i64 = 1000;

pub(super) fn form(survey: Option<&Survey>, id: Option<Uuid>, moment: &Moment) -> Form {
    let words = moment.words;
    let questions = survey.map(|survey| survey.questions.as_slice()).unwrap_or_default();
    let at = questions.iter().position(|question| id.is_some() && question.id == id);
    let known = at.and_then(|at| questions.get(at)).cloned().unwrap_or_default();
    let number = at.map_or(questions.len() + 1, |at| at + 1).to_string();
    let kinds = vec![("one", words.survey_single().to_owned()), ("many", words.survey_multiple().to_owned())];
    let fields = vec![
        Field::long("body", words.survey_form_body(), 1, 4)
            .help(words.survey_form_body_help())
            .value(&known.body),
        Field::choice("multiple", words.survey_form_kind(), kinds)
            .help(words.survey_form_kind_help())
            .value(if known.multiple { "many" } else { "one" }),
        Field::number("number", words.survey_form_number(), 1, MOST)
            .help(words.survey_form_number_help())
            .value(&number),
        Field::long("answers", words.survey_form_answers(), 5, 20)
            .help(words.survey_form_answers_help())
            .tall()
            .value(&written(&known)),
    ];
    let title = if id.is_none() { words.survey_form_question_new() } else { words.survey_form_question() };
    let form = Form::new(title, fields, moment).note(survey.map_or("", |survey| &survey.known.title));
    if id.is_none() { form.chain() } else { form }
}

/// The answers were left: what is no answer and what cannot be is pointed out.
pub(super) fn left(form: &mut Form, field: &str, survey: Option<&Survey>, moment: &Moment) {
    if field != "answers" && field != "multiple" {
        return;
    }
    let words = moment.words;
    let read = pasted(&form.text("answers"));
    let valid = survey.map_or(0, |survey| Figures::of(&survey.units).valid);
    let question = Question { multiple: is_multiple(form), answers: read.answers, ..Question::default() };
    let given = question.given();
    let most = question.answers.iter().map(|answer| answer.answers).max().unwrap_or_default();
    let over = valid > 0 && (most > valid || !question.multiple && given > valid);
    if let Some(line) = read.without.first() {
        form.say("answers", Said::Warning(words.survey_form_no_number(line.as_str())));
    } else if over {
        let said = words.survey_form_more_answers(words.number(given.max(most)), words.number(valid));
        form.say("answers", Said::Warning(said));
    }
}

fn is_multiple(form: &Form) -> bool {
    form.text("multiple") == "many"
}

pub(super) fn read(form: &Form, id: Option<Uuid>, moment: &Moment) -> Result<NewQuestion, Wrong> {
    let words = moment.words;
    let mut read = pasted(&form.text("answers"));
    let typed = form.text("body").split_whitespace().collect::<Vec<_>>().join(" ");
    // Pasted as a whole the question stands above its answers.
    let body = match (typed.is_empty(), read.body.is_empty()) {
        (true, false) => std::mem::take(&mut read.body),
        _ => typed,
    };
    if body.is_empty() {
        return Err(("body", words.survey_form_no_body().to_owned()));
    }
    if !read.body.is_empty() {
        return Err(("answers", words.survey_form_no_number(read.body.as_str())));
    }
    if let Some(line) = read.without.first() {
        return Err(("answers", words.survey_form_no_number(line.as_str())));
    }
    let question = Question { id, body, multiple: is_multiple(form), answers: read.answers };
    let number = form.number("number").and_then(|number| usize::try_from(number).ok());
    Ok(NewQuestion { question, number })
}
