//! The form of an orientation or an answer: what is said, to whom, through what.

use uuid::Uuid;

use super::people::{addressees, picked};
use crate::inbox::labels;
use crate::inbox::records::OrientationRecord;
use crate::screen::Moment;
use crate::screen::form::{Field, Fixed, Form, Pick, Picked};
use crate::words::Words;

/// Titles of items named in the line under the form's own; more do not fit.
const TITLES: usize = 8;

/// The field with the filter of those it goes to.
pub(super) const FILTER: &str = "filter";

/// The form of an orientation. `issues`: those it can answer, when it answers no items.
pub(super) fn form(record: &OrientationRecord, issues: &[(Uuid, String)], moment: &Moment) -> Form {
    let words = moment.words;
    let answers = !record.items.is_empty();
    let title = match &record.titles[..] {
        _ if record.id.is_some() => record.title.clone(),
        [only] => words.inbox_form_reply_title(only),
        _ => record.issue.as_ref().map_or_else(String::new, |(_, issue)| words.inbox_form_reply_title(issue)),
    };
    let content = if answers { words.inbox_form_content() } else { words.orientations_form_content() };
    let mut fields = vec![
        Field::text("title", words.inbox_form_title()).value(&title).required(),
        Field::long("content", content, 5, 12)
            .tall()
            .value(&record.content)
            .required()
            .about_people()
            .help(words.inbox_form_content_help()),
        Field::long("official_info", words.inbox_form_official(), 2, 6)
            .value(&record.official_info)
            .help(words.inbox_form_official_help()),
        Field::text("source_document", words.inbox_form_source())
            .value(&record.source_document)
            .help(words.inbox_form_source_help()),
    ];
    let mut sending = recipients(record, words);
    sending.extend(sent(record, words));
    sending.extend(issue(record, issues, words));
    let mut sending = sending.into_iter();
    fields.extend(sending.next().map(|first| first.heading(words.inbox_form_sending()).beside()));
    fields.extend(sending);
    let heading = if answers || record.issue.is_some() {
        words.inbox_form_reply()
    } else if record.id.is_some() {
        words.orientations_title()
    } else {
        words.orientations_form()
    };
    let mut form = Form::new(heading, fields, moment);
    if form.has(FILTER) {
        form = form.recipients();
    }
    if !title.is_empty() {
        form = form.begin_at("content");
    }
    if !answers {
        return form;
    }
    let titles = record.titles.iter().take(TITLES).map(String::as_str).collect::<Vec<_>>().join("; ");
    form.note(words.inbox_form_reply_note(record.items.len() as u64, titles))
}

/// To whom: those who reported by name; where nothing was reported by a filter, and by name besides. Those a filter meant
/// when it was sent stay who they were.
fn recipients(record: &OrientationRecord, words: &Words) -> Vec<Field> {
    if record.is_settled() {
        return Vec::new();
    }
    let named = |label: &str, help: &str| {
        Field::pick("recipients", label, Pick::asked().many()).chosen(picked(&record.recipients)).help(help)
    };
    if !record.items.is_empty() && record.filter.is_empty() {
        return vec![named(words.inbox_form_recipients(), words.inbox_form_recipients_help())];
    }
    // What is written anew mostly goes to everybody.
    let everybody = record.id.is_none() && record.recipients.is_empty() && record.filter.is_empty();
    // A blank behind it: what is typed next narrows it.
    let filter =
        if everybody { format!("{} ", words.orientations_everybody()) } else { record.filter.clone() };
    vec![
        Field::text(FILTER, words.inbox_form_recipients())
            .value(&filter)
            .help(words.orientations_filter_help()),
        named(words.orientations_form_named(), words.orientations_form_named_help()),
    ]
}

fn sent(record: &OrientationRecord, words: &Words) -> [Field; 2] {
    let sent_at = record.sent_at.map_or_else(String::new, |at| at.format("%d/%m/%Y %H:%M").to_string());
    [
        Field::choice("sent_through", words.inbox_form_sent_through(), ways(words))
            .value(&record.sent_through),
        Field::moment("sent_at", words.inbox_form_sent_at())
            .value(&sent_at)
            .help(words.inbox_form_sent_at_help()),
    ]
}

/// The issue it answers: that of its items yes or no, else one of all.
fn issue(record: &OrientationRecord, issues: &[(Uuid, String)], words: &Words) -> Option<Field> {
    if record.items.is_empty() {
        let known = issues.iter().map(|(id, title)| Picked::row(*id, title.as_str(), ""));
        let chosen = record.issue.iter().map(|(id, title)| Picked::row(*id, title.as_str(), "")).collect();
        let field = Field::pick("answers", words.orientations_form_issue(), Pick::among(known))
            .chosen(chosen)
            .help(words.orientations_form_issue_help());
        return (!issues.is_empty() || record.issue.is_some()).then_some(field);
    }
    let (_, issue) = record.issue.as_ref()?;
    Some(
        Field::flag("issue", words.inbox_form_answers_issue())
            .value(if record.answers_issue { "1" } else { "" })
            .help(words.inbox_form_answers_issue_help(issue)),
    )
}

/// Ways an orientation is sent.
fn ways(words: &Words) -> Vec<Fixed> {
    ["", "zalo", "mailbox", "meeting", "phone", "paper"]
        .map(|way| (way, labels::sent_through(words, way).to_owned()))
        .to_vec()
}

/// The orientation as it was filled in.
pub(super) fn read(form: &Form, before: OrientationRecord) -> OrientationRecord {
    let issue = if form.has("answers") {
        form.chosen("answers").first().and_then(|picked| Some((picked.uuid()?, picked.name.clone())))
    } else {
        before.issue.filter(|_| form.flag("issue"))
    };
    OrientationRecord {
        title: form.text("title"),
        content: form.text("content"),
        official_info: form.text("official_info"),
        source_document: form.text("source_document"),
        recipients: if form.has("recipients") {
            addressees(form.chosen("recipients"))
        } else {
            before.recipients
        },
        filter: if form.has(FILTER) { form.text(FILTER) } else { before.filter },
        sent_through: form.text("sent_through"),
        // The field shows no seconds.
        sent_at: if form.is_changed_in("sent_at") { form.moment("sent_at") } else { before.sent_at },
        answers_issue: issue.is_some(),
        issue,
        ..before
    }
}
