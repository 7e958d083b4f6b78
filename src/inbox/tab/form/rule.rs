//! The form of a rule that gives new items to a colleague.

use super::report::topic_choices;
use crate::inbox::records::RuleRecord;
use crate::inbox::rows::{Handler, Topic};
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked};

/// The field that asks for units alone.
pub(super) const UNIT: &str = "from_unit";

/// The form of a rule.
pub(super) fn form(record: &RuleRecord, colleagues: &[Handler], topics: &[Topic], moment: &Moment) -> Form {
    let words = moment.words;
    let known: Vec<Picked> =
        colleagues.iter().map(|one| Picked::row(one.id, &one.full_name, &one.mark)).collect();
    let handler = record.handler.map(|id| Picked::row(id, &record.handler_name, "")).into_iter().collect();
    let unit = record.unit.iter().map(|(id, name)| Picked::new(format!("u:{id}"), name, "")).collect();
    let topics = topic_choices(topics);
    let topic =
        topics.iter().filter(|one| one.uuid().is_some() && one.uuid() == record.topic).cloned().collect();
    let fields = vec![
        Field::pick(UNIT, words.inbox_rule_unit(), Pick::asked())
            .chosen(unit)
            .help(words.inbox_rule_unit_help()),
        Field::pick("topic", words.inbox_rule_topic(), Pick::among(topics))
            .chosen(topic)
            .help(words.inbox_rule_topic_help()),
        Field::pick("handler", words.inbox_rule_handler(), Pick::among(known).free())
            .chosen(handler)
            .required()
            .help(words.inbox_rule_handler_help()),
    ];
    Form::new(words.inbox_rule_form(), fields, moment).note(words.inbox_rule_note())
}

/// The rule as it was filled in.
pub(super) fn read(form: &Form, before: &RuleRecord) -> RuleRecord {
    let unit = form.chosen(UNIT).first().and_then(|one| {
        let id = one.id.strip_prefix("u:").unwrap_or(&one.id).parse().ok()?;
        Some((id, one.name.clone()))
    });
    RuleRecord {
        id: before.id,
        handler: form.id("handler"),
        handler_name: form.text("handler"),
        unit,
        topic: form.id("topic"),
    }
}
