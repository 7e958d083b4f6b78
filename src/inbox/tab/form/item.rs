//! The form of an item: what it says, where, about what, the streams in it, and the head of the report it came with.

use uuid::Uuid;

use super::people::picked;
use super::report::{
    self, CHANNEL, KIND, PERIOD, RECEIVED, URGENCY, WHO, put_stream, reveal_streams, stream, stream_fields,
    topic_choices,
};
use crate::inbox::labels;
use crate::inbox::model::{Channel, ItemKind, PeriodKind, ReportKind, Urgency};
use crate::inbox::records::{Addressee, ItemRecord, ReportHead};
use crate::inbox::rows::Topic;
use crate::roster::model::Roster;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked};
use crate::words::Words;

/// Streams that can be added to those an item has.
const MORE: usize = 4;

/// The form of an item.
pub(super) fn form(record: &ItemRecord, topics: &[Topic], groups: &[String], moment: &Moment) -> Form {
    let words = moment.words;
    let known = topic_choices(topics);
    let chosen =
        record.topics.iter().filter_map(|id| known.iter().find(|one| one.uuid() == Some(*id)).cloned());
    let mut fields = vec![
        Field::text("title", words.inbox_form_title()).value(&record.title).required().about_people(),
        Field::long("text", words.inbox_form_text(), 4, 12)
            .tall()
            .value(&record.body)
            .about_people()
            .help(words.inbox_form_item_text_help()),
        Field::text("place", words.inbox_form_place()).value(&record.place),
        Field::pick("topics", words.inbox_form_topics(), Pick::among(known.clone()).many())
            .chosen(chosen.collect()),
        Field::flag("rumour", words.inbox_form_rumour())
            .value(if record.kind == ItemKind::Rumour { "1" } else { "" })
            .help(words.inbox_form_rumour_help()),
        Field::long("forecast", words.inbox_form_forecast(), 2, 5).value(&record.forecast).about_people(),
        Field::long("recommendation", words.inbox_form_recommendation(), 2, 5)
            .value(&record.recommendation)
            .about_people(),
        Field::long("note", words.inbox_form_note(), 1, 4).value(&record.note).about_people(),
    ];
    fields.extend(head_fields(&record.report, words));
    let first = fields.len();
    for at in 0..record.streams.len() + MORE {
        fields.extend(stream_fields(at, groups, words));
    }
    let beside = fields.remove(first).beside();
    fields.insert(first, beside);
    let mut form = Form::new(words.inbox_form_item(), fields, moment);
    if sender_of(&record.report).is_empty() {
        form.set(WHO, &record.report.submitter_name);
    }
    for (at, (_, stream)) in record.streams.iter().enumerate() {
        put_stream(&mut form, at, stream);
    }
    reveal_streams(&mut form);
    form.opened();
    form
}

/// The fields of the report's head.
fn head_fields(head: &ReportHead, words: &Words) -> Vec<Field> {
    let received = head.received_at.map_or_else(String::new, |at| at.format("%d/%m/%Y %H:%M").to_string());
    // A report with matters is none that says nothing.
    let mut kinds = report::kinds(words);
    kinds.retain(|(kind, _)| *kind != ReportKind::Nothing.id());
    if !kinds.iter().any(|(kind, _)| *kind == head.kind.id()) {
        kinds.push((head.kind.id(), labels::report_kind(words, head.kind).to_owned()));
    }
    let mut channels = report::channels(words);
    if !channels.iter().any(|(channel, _)| *channel == head.channel.id()) {
        channels.insert(0, (head.channel.id(), labels::channel(words, head.channel).to_owned()));
    }
    let heading = match head.items {
        0 | 1 => words.inbox_form_one_report(&head.arrival_number),
        items => words.inbox_form_whole_report(items, &head.arrival_number),
    };
    vec![
        Field::pick(WHO, words.inbox_form_who(), Pick::asked().free())
            .chosen(sender_of(head))
            .heading(heading)
            .help(words.inbox_form_who_help()),
        Field::moment(RECEIVED, words.inbox_form_received()).value(&received).required(),
        Field::choice(CHANNEL, words.inbox_form_channel(), channels).value(head.channel.id()),
        Field::choice(KIND, words.inbox_form_kind(), kinds).value(head.kind.id()),
        Field::period(PERIOD, words.inbox_form_period())
            .value(&period_of(head))
            .help(words.inbox_form_period_help()),
        Field::choice(URGENCY, words.inbox_form_urgency(), report::urgencies(words)).value(head.urgency.id()),
    ]
}

/// Who handed the report in, when the roster knows.
fn sender_of(head: &ReportHead) -> Vec<Picked> {
    let name = if head.collaborator.is_some() { &head.submitter_name } else { &head.unit_name };
    let unit = if head.collaborator.is_some() { None } else { head.unit };
    let mut found = picked(&[Addressee { collaborator: head.collaborator, unit, name: name.clone() }]);
    found.retain(|one| !one.id.is_empty());
    if head.collaborator.is_some()
        && let Some(one) = found.first_mut()
    {
        one.note.clone_from(&head.unit_name);
    }
    found
}

/// The report's period as a field holds it.
fn period_of(head: &ReportHead) -> String {
    let (Some(from), Some(to)) = (head.period_from, head.period_to) else { return String::new() };
    if head.period_kind == PeriodKind::Month {
        return from.format("%-m/%Y").to_string();
    }
    format!("{}..{}", from.format("%d/%m/%Y"), to.format("%d/%m/%Y"))
}

/// The report's head as it was filled in.
fn head(form: &Form, before: &ReportHead, people: Option<&Roster>) -> ReportHead {
    // The field shows no seconds.
    let received = form.moment(RECEIVED).filter(|_| form.is_changed_in(RECEIVED));
    let mut head = ReportHead {
        received_at: received.or(before.received_at),
        channel: Channel::from_id(&form.text(CHANNEL)),
        kind: ReportKind::from_id(&form.text(KIND)),
        urgency: Urgency::from_id(&form.text(URGENCY)),
        ..before.clone()
    };
    if form.is_changed_in(WHO) {
        let sender = report::sender(form, people);
        head.collaborator = sender.collaborator;
        head.unit = sender.unit;
        head.unit_name = sender.unit_name;
        head.submitter_name = sender.name;
    }
    if form.is_changed_in(PERIOD) {
        let period = form.period(PERIOD);
        head.period_kind = period.map_or(PeriodKind::None, |period| PeriodKind::of_days(period.kind));
        head.period_from = period.map(|period| period.from);
        head.period_to = period.map(|period| period.to);
    }
    head
}

/// The item as it was filled in.
pub(super) fn read(form: &Form, before: &ItemRecord, people: Option<&Roster>) -> ItemRecord {
    let topics: Vec<Uuid> = form.chosen("topics").iter().filter_map(Picked::uuid).collect();
    let had = &before.streams;
    let streams = (0..had.len() + MORE).map(|at| {
        let known = had.get(at);
        let topic = known.map_or_else(|| topics.first().copied(), |(_, stream)| stream.topic);
        let mut filled = stream(form, at);
        filled.topic = topic;
        (known.and_then(|(id, _)| *id), filled)
    });
    let streams =
        streams.filter(|(_, stream)| !stream.group_name.is_empty() || !stream.gist.is_empty()).collect();
    ItemRecord {
        id: before.id,
        title: form.text("title"),
        body: form.text("text"),
        place: form.text("place"),
        kind: if form.flag("rumour") { ItemKind::Rumour } else { ItemKind::Opinion },
        forecast: form.text("forecast"),
        recommendation: form.text("recommendation"),
        note: form.text("note"),
        streams,
        topics,
        report: head(form, &before.report, people),
    }
}
