//! The quick form of a report: who, what, and save; everything else has a default or is recognised.

use uuid::Uuid;

use super::super::{Effects, Query};
use super::Ask;
use crate::inbox::labels;
use crate::inbox::model::{
    Band, Channel, Intensity, ItemKind, NewItem, NewReport, NewStream, PeriodKind, ReportKind, Tendency,
    Urgency,
};
use crate::inbox::rows::Topic;
use crate::roster::model::Roster;
use crate::screen::form::{Field, Fixed, Form, Pick, Picked, Said};
use crate::screen::{Effect, Moment};
use crate::text::{dates, fold};
use crate::words::Words;

pub(super) const TEXT: &str = "text";
pub(super) const WHO: &str = "who";
const TITLE: &str = "title";
const PLACE: &str = "place";
const TOPICS: &str = "topics";
const RUMOUR: &str = "rumour";
pub(super) const RECEIVED: &str = "received";
pub(super) const CHANNEL: &str = "channel";
pub(super) const KIND: &str = "kind";
pub(super) const PERIOD: &str = "period";
pub(super) const URGENCY: &str = "urgency";
pub(super) const FILES: &str = "files";
const FORECAST: &str = "forecast";
const RECOMMENDATION: &str = "recommendation";
/// Streams that can be entered.
const STREAMS: usize = 6;
/// Until this day of a month a report is taken for one about the month before.
const EARLY: u32 = 10;

/// An empty form.
pub(super) fn form(topics: &[Topic], groups: &[String], moment: &Moment) -> Form {
    let words = moment.words;
    let mut fields = vec![
        Field::pick(WHO, words.inbox_form_who(), Pick::asked().free()).help(words.inbox_form_who_help()),
        Field::long(TEXT, words.inbox_form_text(), 4, 10)
            .tall()
            .about_people()
            .help(words.inbox_form_text_help()),
        // What only the caller knows comes before what the text tells by itself.
        Field::choice(URGENCY, words.inbox_form_urgency(), urgencies(words)),
        Field::flag(RUMOUR, words.inbox_form_rumour()).help(words.inbox_form_rumour_help()),
        Field::text(TITLE, words.inbox_form_title()).about_people().help(words.inbox_form_title_help()),
        Field::text(PLACE, words.inbox_form_place()).help(words.inbox_form_place_help()),
        Field::pick(TOPICS, words.inbox_form_topics(), Pick::among(topic_choices(topics)).many())
            .help(words.inbox_form_topics_help()),
        Field::moment(RECEIVED, words.inbox_form_received())
            .heading(words.inbox_form_how())
            .beside()
            .value(words.inbox_form_now())
            .required(),
        Field::choice(CHANNEL, words.inbox_form_channel(), channels(words)),
        Field::choice(KIND, words.inbox_form_kind(), kinds(words)).help(words.inbox_form_kind_help()),
        Field::period(PERIOD, words.inbox_form_period()).help(words.inbox_form_period_help()),
        Field::text(FILES, words.inbox_form_attached()).paths().help(words.inbox_form_attached_help()),
    ];
    for at in 0..STREAMS {
        fields.extend(stream_fields(at, groups, words));
    }
    fields.push(
        Field::long(FORECAST, words.inbox_form_forecast(), 2, 5)
            .about_people()
            .heading(words.inbox_form_outlook()),
    );
    fields.push(Field::long(RECOMMENDATION, words.inbox_form_recommendation(), 2, 5).about_people());
    Form::new(words.inbox_form_report(), fields, moment).note(words.inbox_form_report_note()).chain().files()
}

/// Topics to choose from, with the one they stand under.
pub(super) fn topic_choices(topics: &[Topic]) -> Vec<Picked> {
    let parent = |topic: &Topic| topics.iter().find(|other| Some(other.id) == topic.parent);
    let note = |topic: &Topic| parent(topic).map_or_else(String::new, |parent| parent.name.clone());
    topics.iter().map(|topic| Picked::row(topic.id, topic.name.as_str(), note(topic))).collect()
}

pub(super) fn channels(words: &Words) -> Vec<Fixed> {
    let known = [
        Channel::Phone,
        Channel::Direct,
        Channel::Meeting,
        Channel::Social,
        Channel::Letter,
        Channel::Mail,
        Channel::Report,
        Channel::Press,
        Channel::Questionnaire,
    ];
    known.into_iter().map(|channel| (channel.id(), labels::channel(words, channel).to_owned())).collect()
}

pub(super) fn kinds(words: &Words) -> Vec<Fixed> {
    let known = [
        ReportKind::Feedback,
        ReportKind::Periodic,
        ReportKind::Nothing,
        ReportKind::Quick,
        ReportKind::Thematic,
        ReportKind::AdHoc,
    ];
    known.into_iter().map(|kind| (kind.id(), labels::report_kind(words, kind).to_owned())).collect()
}

pub(super) fn urgencies(words: &Words) -> Vec<Fixed> {
    Urgency::ALL.iter().map(|urgency| (urgency.id(), labels::urgency(words, *urgency).to_owned())).collect()
}

/// The fields of a stream; those of the first are shown, the next when the one before is filled in.
pub(super) fn stream_fields(at: usize, groups: &[String], words: &Words) -> Vec<Field> {
    let choices = groups.iter().map(|group| Picked::new(group.as_str(), group.as_str(), ""));
    let bands = Band::ALL.iter().map(|band| (band.id(), labels::band(words, *band).to_owned()));
    let tendencies = Tendency::ALL.iter().map(|one| (one.id(), labels::tendency(words, *one).to_owned()));
    let intensities = Intensity::ALL.iter().map(|one| {
        let name = labels::intensity(words, *one);
        (one.id(), if name.is_empty() { words.inbox_form_not_said() } else { name }.to_owned())
    });
    let number = at as u64 + 1;
    let fields = vec![
        Field::pick(name("group", at), words.inbox_form_group(), Pick::among(choices).free())
            .heading(words.inbox_form_stream(number))
            .help(words.inbox_form_group_help()),
        Field::choice(name("band", at), words.inbox_form_band(), bands.collect()),
        Field::choice(name("tendency", at), words.inbox_form_tendency(), tendencies.collect()),
        Field::choice(name("intensity", at), words.inbox_form_intensity(), intensities.collect()),
        Field::text(name("gist", at), words.inbox_form_gist())
            .about_people()
            .help(words.inbox_form_gist_help()),
    ];
    if at == 0 { fields } else { fields.into_iter().map(Field::hidden).collect() }
}

/// Fields of a stream.
const PARTS: [&str; 5] = ["group", "band", "tendency", "intensity", "gist"];

fn name(part: &str, at: usize) -> String {
    format!("{part}{at}")
}

/// The next stream's fields come into sight when this one says something.
pub(super) fn reveal_streams(form: &mut Form) {
    let mut at = 0;
    while form.has(&name("gist", at + 1)) {
        at += 1;
        let says = |at: usize| !form.is_empty(&name("group", at)) || !form.is_empty(&name("gist", at));
        let shown = says(at - 1) || says(at);
        for part in PARTS {
            form.reveal(&name(part, at), shown);
        }
    }
}

/// The streams that say something.
pub(super) fn streams(form: &Form, topic: Option<Uuid>) -> Vec<NewStream> {
    (0..STREAMS)
        .map(|at| NewStream { topic, ..stream(form, at) })
        .filter(|stream| !stream.group_name.is_empty() || !stream.gist.is_empty())
        .collect()
}

/// What stands in the fields of a stream.
pub(super) fn stream(form: &Form, at: usize) -> NewStream {
    NewStream {
        group_name: form.text(&name("group", at)),
        band: Band::from_id(&form.text(&name("band", at))),
        tendency: Tendency::from_id(&form.text(&name("tendency", at))),
        intensity: Intensity::from_id(&form.text(&name("intensity", at))),
        gist: form.text(&name("gist", at)),
        ..NewStream::default()
    }
}

/// Puts a stream into its fields.
pub(super) fn put_stream(form: &mut Form, at: usize, stream: &NewStream) {
    form.set(&name("group", at), &stream.group_name);
    form.set(&name("band", at), stream.band.id());
    form.set(&name("tendency", at), stream.tendency.id());
    form.set(&name("intensity", at), stream.intensity.id());
    form.set(&name("gist", at), &stream.gist);
}

/// A draft is gone on with in its text: what is typed over the sender would be another sender. What the text says is looked
/// at again.
pub(super) fn resume(form: &mut Form) -> Effects {
    if !form.is_empty(WHO) {
        form.go_to(TEXT);
    }
    let text = form.text(TEXT);
    if text.is_empty() || says_nothing(&text) {
        return Effect::none();
    }
    vec![Effect::ReadNow(Query::Form(Ask::Recognise(text)))]
}

/// A pasted text goes behind what a draft held.
pub(super) fn paste(form: &mut Form, pasted: &str) -> Effects {
    let before = form.text(TEXT);
    let text = if before.is_empty() { pasted.to_owned() } else { format!("{before}\n\n{pasted}") };
    form.set(TEXT, &text);
    // Text is pasted from a message; a call is typed.
    if !form.is_changed_in(CHANNEL) {
        form.set(CHANNEL, Channel::Social.id());
    }
    form.go_to(WHO);
    vec![Effect::ReadNow(Query::Form(Ask::Recognise(text)))]
}

/// A field has another value: what follows from it.
pub(super) fn left(form: &mut Form, field: &str, moment: &Moment) -> Effects {
    match field {
        TEXT => {
            let text = form.text(TEXT);
            if says_nothing(&text) {
                form.set(KIND, ReportKind::Nothing.id());
                period_of_kind(form, moment);
                return Effect::none();
            }
            return vec![Effect::ReadNow(Query::Form(Ask::Recognise(text)))];
        }
        KIND => period_of_kind(form, moment),
        WHO => judge_sender(form, moment),
        _ => reveal_streams(form),
    }
    Effect::none()
}

/// A sender who is not on the list is taken as written, and said to be.
pub(super) fn judge_sender(form: &mut Form, moment: &Moment) {
    if form.chosen(WHO).is_empty() && !form.is_empty(WHO) {
        form.say(WHO, Said::Warning(moment.words.inbox_form_who_unknown().to_owned()));
    }
}

/// `Không phát sinh`, written instead of a text.
fn says_nothing(text: &str) -> bool {
    let folded = fold(text);
    let words = folded.trim_matches(|letter: char| !letter.is_alphanumeric());
    matches!(
        words,
        "khong phat sinh" | "khong co phat sinh" | "khong co gi phat sinh" | "kps" | "khong co gi"
    )
}

/// A text that tells of nothing: short, with one of these words in it.
fn denies(text: &str) -> bool {
    const LONGEST: usize = 200;
    let folded = fold(text);
    says_nothing(text)
        || folded.chars().count() <= LONGEST
            && ["khong phat sinh", "khong co phat sinh", "chua phat sinh", "khong co van de", "khong co gi"]
                .iter()
                .any(|said| folded.contains(said))
}

/// A report for a period is mostly about this month, early in a month about the one before.
fn period_of_kind(form: &mut Form, moment: &Moment) {
    use chrono::Datelike;
    let kind = ReportKind::from_id(&form.text(KIND));
    if !matches!(kind, ReportKind::Nothing | ReportKind::Periodic) || !form.is_empty(PERIOD) {
        return;
    }
    let today = moment.today();
    let month = dates::Period::of(dates::PeriodKind::Month, today);
    let month = if today.day() <= EARLY { month.previous() } else { month };
    form.set(PERIOD, &format!("{}/{}", month.from.month(), month.from.year()));
}

/// What was recognised in the text: proposed where the person has written nothing.
pub(super) fn suggest(form: &mut Form, item: &NewItem, topics: &[Topic]) {
    let words = |text: &str| if text.is_empty() { Vec::new() } else { vec![Picked::new("", text, "")] };
    form.suggest(TITLE, words(&item.title));
    form.suggest(PLACE, words(&item.place));
    let known = topic_choices(topics);
    let found = item.topics.iter().filter_map(|id| known.iter().find(|one| one.uuid() == Some(*id)).cloned());
    form.suggest(TOPICS, found.collect());
    if item.kind == ItemKind::Rumour && !form.is_changed_in(RUMOUR) {
        form.set(RUMOUR, "1");
    }
    let untouched = (0..STREAMS).all(|at| PARTS.iter().all(|part| !form.is_changed_in(&name(part, at))));
    if untouched {
        for (at, stream) in item.streams.iter().take(STREAMS).enumerate() {
            put_stream(form, at, stream);
        }
    }
    reveal_streams(form);
}

/// The report as it was filled in; `None` when something is missing, which the form then says.
pub(super) fn read(form: &mut Form, people: Option<&Roster>, moment: &Moment) -> Option<NewReport> {
    let text = form.text(TEXT);
    let kind = if says_nothing(&text) { ReportKind::Nothing } else { ReportKind::from_id(&form.text(KIND)) };
    let mut title = form.text(TITLE);
    if text.trim().is_empty() && title.is_empty() && !form.is_empty(FILES) {
        // A scan or a photo may be all there is: it stands under its name until somebody writes down what it says.
        title = moment.words.inbox_form_attached_title(file_name(&form.text(FILES)));
    }
    if kind != ReportKind::Nothing && text.trim().is_empty() && title.is_empty() {
        form.say(TEXT, Said::Wrong(moment.words.inbox_form_no_text().to_owned()));
        form.go_to(TEXT);
        return None;
    }
    if kind == ReportKind::Nothing && form.is_empty(WHO) {
        form.say(WHO, Said::Wrong(moment.words.inbox_form_nobody().to_owned()));
        form.go_to(WHO);
        return None;
    }
    if kind == ReportKind::Nothing && !text.trim().is_empty() && !denies(&text) {
        form.say(KIND, Said::Wrong(moment.words.inbox_form_says_something().to_owned()));
        form.go_to(KIND);
        return None;
    }
    if kind == ReportKind::Nothing {
        form.set(KIND, kind.id());
        period_of_kind(form, moment);
    }
    let mut report = NewReport {
        received_at: form.moment(RECEIVED),
        received_rule: "entry",
        kind,
        channel: Channel::from_id(&form.text(CHANNEL)),
        urgency: Urgency::from_id(&form.text(URGENCY)),
        ..NewReport::default()
    };
    let sender = sender(form, people);
    report.collaborator = sender.collaborator;
    report.unit = sender.unit;
    report.unit_name = sender.unit_name;
    report.submitter_name = sender.name;
    if let Some(period) = form.period(PERIOD) {
        report.period_kind = PeriodKind::of_days(period.kind);
        report.period_from = Some(period.from);
        report.period_to = Some(period.to);
    }
    if kind == ReportKind::Nothing {
        moment.words.inbox_form_nothing_title().clone_into(&mut report.title);
        if !says_nothing(&text) {
            report.summary = text;
        }
        return Some(report);
    }
    let topics: Vec<Uuid> = form.chosen(TOPICS).iter().filter_map(Picked::uuid).collect();
    report.title.clone_from(&title);
    report.items.push(NewItem {
        title,
        body: text,
        place: form.text(PLACE),
        streams: streams(form, topics.first().copied()),
        topics,
        kind: if form.flag(RUMOUR) { ItemKind::Rumour } else { ItemKind::Opinion },
        forecast: form.text(FORECAST),
        recommendation: form.text(RECOMMENDATION),
        ..NewItem::default()
    });
    Some(report)
}

/// The name of the first file of a line, without its ending.
fn file_name(typed: &str) -> String {
    let first = typed.trim().trim_start_matches(['"', '\'']);
    let first = first.split(['"', '\'']).next().unwrap_or_default();
    let name = first.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// Who handed a report in, as the form says.
#[derive(Debug, Default)]
pub(super) struct Sender {
    /// The collaborator, when it is one of the roster.
    pub collaborator: Option<Uuid>,
    /// The unit.
    pub unit: Option<Uuid>,
    /// The unit's name as it stood there.
    pub unit_name: String,
    /// The name of who handed it in.
    pub name: String,
}

/// Who handed it in.
pub(super) fn sender(form: &Form, people: Option<&Roster>) -> Sender {
    let written = Sender { name: form.text(WHO), ..Sender::default() };
    let Some(picked) = form.chosen(WHO).first() else { return written };
    match picked.id.split_once(':').map(|(kind, id)| (kind, id.parse::<Uuid>())) {
        Some(("c", Ok(id))) => Sender {
            collaborator: Some(id),
            unit: people.and_then(|people| people.unit_of(id)),
            unit_name: picked.note.clone(),
            ..written
        },
        Some(("u", Ok(id))) => Sender { unit: Some(id), unit_name: written.name, ..Sender::default() },
        _ => written,
    }
}

/// An empty form for the next one: channel, kind, period and a day that was written stay. That there was nothing to report
/// is said of one caller only.
pub(super) fn next(saved: &Form, topics: &[Topic], groups: &[String], moment: &Moment) -> Form {
    let mut form = form(topics, groups, moment);
    let nothing = saved.text(KIND) == ReportKind::Nothing.id();
    let kept: &[&str] = if nothing { &[CHANNEL, RECEIVED] } else { &[CHANNEL, RECEIVED, KIND, PERIOD] };
    for field in kept {
        let kept = saved.text(field);
        if kept != form.text(field) {
            form.set(field, &kept);
        }
    }
    // What was taken over is nothing a draft would have to keep.
    form.opened();
    form
}
