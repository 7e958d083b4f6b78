//! The form of an answer to items: what is said, to whom, through what.

use super::people::{addressees, picked};
use crate::inbox::labels;
use crate::inbox::records::OrientationRecord;
use crate::screen::Moment;
use crate::screen::form::{Field, Fixed, Form, Pick};
use crate::words::Words;

/// Titles of items named in the line under the form's own; more do not fit.
const TITLES: usize = 8;

/// The form of an answer.
pub(super) fn form(record: &OrientationRecord, moment: &Moment) -> Form {
    let words = moment.words;
    let title = match &record.titles[..] {
        _ if record.id.is_some() => record.title.clone(),
        [only] => words.inbox_form_reply_title(only),
        _ => record.issue.as_ref().map_or_else(String::new, |(_, issue)| words.inbox_form_reply_title(issue)),
    };
    let sent_at = record.sent_at.map_or_else(String::new, |at| at.format("%d/%m/%Y %H:%M").to_string());
    let mut fields = vec![
        Field::text("title", words.inbox_form_title()).value(&title).required(),
        Field::long("content", words.inbox_form_content(), 5, 12)
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
        Field::pick("recipients", words.inbox_form_recipients(), Pick::asked().many())
            .chosen(picked(&record.recipients))
            .heading(words.inbox_form_sending())
            .beside()
            .help(words.inbox_form_recipients_help()),
        Field::choice("sent_through", words.inbox_form_sent_through(), ways(words))
            .value(&record.sent_through),
        Field::moment("sent_at", words.inbox_form_sent_at())
            .value(&sent_at)
            .help(words.inbox_form_sent_at_help()),
    ];
    if let Some((_, issue)) = &record.issue {
        fields.push(
            Field::flag("issue", words.inbox_form_answers_issue())
                .value(if record.answers_issue { "1" } else { "" })
                .help(words.inbox_form_answers_issue_help(issue)),
        );
    }
    let form = Form::new(words.inbox_form_reply(), fields, moment).begin_at("content");
    if record.items.is_empty() {
        return form;
    }
    let titles = record.titles.iter().take(TITLES).map(String::as_str).collect::<Vec<_>>().join("; ");
    form.note(words.inbox_form_reply_note(record.items.len() as u64, titles))
}

fn ways(words: &Words) -> Vec<Fixed> {
    ["", "zalo", "mailbox", "meeting", "phone", "paper"]
        .map(|way| (way, labels::sent_through(words, way).to_owned()))
        .to_vec()
}

/// The answer as it was filled in.
pub(super) fn read(form: &Form, before: OrientationRecord) -> OrientationRecord {
    OrientationRecord {
        title: form.text("title"),
        content: form.text("content"),
        official_info: form.text("official_info"),
        source_document: form.text("source_document"),
        recipients: addressees(form.chosen("recipients")),
        sent_through: form.text("sent_through"),
        // The field shows no seconds.
        sent_at: if form.is_changed_in("sent_at") { form.moment("sent_at") } else { before.sent_at },
        issue: before.issue.filter(|_| form.flag("issue")),
        ..before
    }
}
