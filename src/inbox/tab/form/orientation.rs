//! The form of an answer to items: what is said, to whom, through what.

use super::people::{addressees, picked};
use crate::inbox::records::OrientationRecord;
use crate::screen::Moment;
use crate::screen::form::{Field, Fixed, Form, Pick};
use crate::words::Words;

/// The form of an answer.
pub(super) fn form(record: &OrientationRecord, moment: &Moment) -> Form {
    let words = moment.words;
    let title = match &record.titles[..] {
        [only] => words.inbox_form_reply_title(only),
        _ => String::new(),
    };
    let mut fields = vec![
        Field::text("title", words.inbox_form_title()).value(&title).required(),
        Field::long("content", words.inbox_form_content(), 5, 12)
            .required()
            .about_people()
            .help(words.inbox_form_content_help()),
        Field::long("official_info", words.inbox_form_official(), 2, 6)
            .help(words.inbox_form_official_help()),
        Field::text("source_document", words.inbox_form_source()).help(words.inbox_form_source_help()),
        Field::pick("recipients", words.inbox_form_recipients(), Pick::asked().many())
            .chosen(picked(&record.recipients))
            .heading(words.inbox_form_sending())
            .beside()
            .help(words.inbox_form_recipients_help()),
        Field::choice("sent_through", words.inbox_form_sent_through(), ways(words)),
        Field::moment("sent_at", words.inbox_form_sent_at()).help(words.inbox_form_sent_at_help()),
    ];
    if let Some((_, issue)) = &record.issue {
        fields.push(
            Field::flag("issue", words.inbox_form_answers_issue())
                .value("1")
                .help(words.inbox_form_answers_issue_help(issue)),
        );
    }
    let about = words.inbox_form_reply_note(record.items.len() as u64, record.titles.join("; "));
    Form::new(words.inbox_form_reply(), fields, moment).note(about).begin_at("content")
}

fn ways(words: &Words) -> Vec<Fixed> {
    vec![
        ("", words.inbox_form_not_sent().to_owned()),
        ("zalo", "Zalo".to_owned()),
        ("mailbox", words.inbox_form_way_mailbox().to_owned()),
        ("meeting", words.inbox_form_way_meeting().to_owned()),
        ("phone", words.inbox_form_way_phone().to_owned()),
        ("paper", words.inbox_form_way_paper().to_owned()),
    ]
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
        sent_at: form.moment("sent_at"),
        issue: before.issue.filter(|_| form.flag("issue")),
        ..before
    }
}
