//! The form of an item: what it says, where, about what, and the streams in it.

use uuid::Uuid;

use super::report::{put_stream, reveal_streams, stream, stream_fields, topic_choices};
use crate::inbox::model::ItemKind;
use crate::inbox::records::ItemRecord;
use crate::inbox::rows::Topic;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked};

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
    let first = fields.len();
    for at in 0..record.streams.len() + MORE {
        fields.extend(stream_fields(at, groups, words));
    }
    let beside = fields.remove(first).beside();
    fields.insert(first, beside);
    let mut form = Form::new(words.inbox_form_item(), fields, moment);
    for (at, (_, stream)) in record.streams.iter().enumerate() {
        put_stream(&mut form, at, stream);
    }
    reveal_streams(&mut form);
    form.opened();
    form
}

/// The item as it was filled in.
pub(super) fn read(form: &Form, before: &ItemRecord) -> ItemRecord {
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
    }
}
