//! The form of an issue: what it is, how far it has come, and the answer.

use super::day;
use super::report::topic_choices;
use crate::inbox::labels;
use crate::inbox::records::IssueRecord;
use crate::inbox::rows::Topic;
use crate::screen::Moment;
use crate::screen::form::{Field, Fixed, Form, Pick, Said};
use crate::words::Words;

/// The form of an issue.
pub(super) fn form(record: &IssueRecord, topics: &[Topic], moment: &Moment) -> Form {
    let words = moment.words;
    let known = topic_choices(topics);
    let topic =
        known.iter().filter(|one| one.uuid().is_some() && one.uuid() == record.topic).cloned().collect();
    // What is written down today mostly arose today.
    let arisen = record.arisen_on.or_else(|| record.id.is_none().then(|| moment.today()));
    let fields = vec![
        Field::text("title", words.inbox_form_issue_title()).value(&record.title).required().about_people(),
        Field::choice("grade", words.inbox_form_grade(), grades(words))
            .value(&record.grade)
            .help(words.inbox_form_grade_help()),
        Field::choice("state", words.inbox_form_state(), states(words)).value(&record.state),
        Field::day("arisen_on", words.inbox_form_arisen()).value(&day(arisen, words)),
        Field::text("place", words.inbox_form_place()).value(&record.place),
        Field::pick("topic", words.inbox_form_topic(), Pick::among(known.clone())).chosen(topic),
        Field::long("cause", words.inbox_form_cause(), 2, 5).value(&record.cause).about_people(),
        Field::text("lead_body", words.inbox_form_lead())
            .value(&record.lead_body)
            .heading(words.inbox_form_handling())
            .help(words.inbox_form_lead_help())
            .beside(),
        Field::day("answer_due", words.inbox_form_due()).value(&day(record.answer_due, words)),
        Field::long("measures", words.inbox_form_measures(), 2, 5).value(&record.measures).about_people(),
        Field::long("answer", words.inbox_form_answer(), 2, 6).value(&record.answer).about_people(),
        Field::day("answered_on", words.inbox_form_answered_on()).value(&day(record.answered_on, words)),
        Field::long("result", words.inbox_form_result(), 2, 4).value(&record.result).about_people(),
        Field::long("lesson", words.inbox_form_lesson(), 1, 4).value(&record.lesson).about_people(),
    ];
    let title = if record.id.is_some() { words.inbox_form_issue() } else { words.inbox_form_issue_new() };
    Form::new(title, fields, moment)
}

fn grades(words: &Words) -> Vec<Fixed> {
    ["watch", "salient", "risk", "hot_spot"]
        .map(|grade| (grade, labels::grade(words, grade).to_owned()))
        .to_vec()
}

fn states(words: &Words) -> Vec<Fixed> {
    vec![
        ("new", words.inbox_form_state_new().to_owned()),
        ("handling", words.inbox_form_state_handling().to_owned()),
        ("settled", words.inbox_form_state_settled().to_owned()),
    ]
}

/// The issue as it was filled in; `None` when its parts do not go together, which the form then says.
pub(super) fn read(form: &mut Form, before: &IssueRecord, moment: &Moment) -> Option<IssueRecord> {
    let words = moment.words;
    let (arisen, due) = (form.day("arisen_on"), form.day("answer_due"));
    if arisen.zip(due).is_some_and(|(arisen, due)| due < arisen) {
        form.say("answer_due", Said::Wrong(words.inbox_form_due_too_early().to_owned()));
        form.go_to("answer_due");
        return None;
    }
    if form.day("answered_on").is_some() && form.is_empty("answer") {
        form.say("answer", Said::Wrong(words.inbox_form_answer_missing().to_owned()));
        form.go_to("answer");
        return None;
    }
    Some(IssueRecord {
        id: before.id,
        title: form.text("title"),
        grade: form.text("grade"),
        state: form.text("state"),
        arisen_on: arisen,
        place: form.text("place"),
        cause: form.text("cause"),
        lead_body: form.text("lead_body"),
        answer_due: due,
        measures: form.text("measures"),
        result: form.text("result"),
        lesson: form.text("lesson"),
        answer: form.text("answer"),
        answered_on: form.day("answered_on"),
        topic: form.id("topic"),
    })
}
