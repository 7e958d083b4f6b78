//! A document made a report.

use chrono::NaiveTime;

use super::foot::{self, Foot};
use super::headings::clean_title;
use super::letterhead::{self, Head};
use super::lines::{Line, flat, lines, unwrapped};
use super::outline::{Matter, Outline, outline};
use super::phrases::{Phrases, headline};
use super::{NotAReport, dates, form, names, opening, rumours, streams};
use crate::exchange::Document;
use crate::inbox::model::{
    Channel, ItemKind, NewItem, NewReport, NewStream, PeriodKind, ReportKind, Verification,
};
use crate::inbox::topics::TopicRecogniser;

/// Longest title made of a text's first words, in characters.
pub const HEADLINE: usize = 90;

/// Makes a report of a document.
///
/// # Errors
/// [`NotAReport`]: a mark of secrecy, another kind of paper, or nothing that could be reported.
pub fn report(document: &Document, topics: &TopicRecogniser) -> Result<NewReport, NotAReport> {
    let lines = unwrapped(lines(document));
    let head = letterhead::head(&lines, &document.margins);
    if let Some(mark) = head.secrecy {
        return Err(NotAReport::Secret(mark));
    }
    if let Some(kind) = letterhead::other_kind(&head.title) {
        return Err(NotAReport::OtherPaper(kind));
    }
    if let Some(form) = form::read(document, &lines) {
        return Ok(form.report(&head, topics));
    }
    let foot = foot::foot(&lines, head.body);
    let from = if head.title.is_empty() { after_letterhead(&lines, &head) } else { head.body };
    let mut reporter = None;
    let body: Vec<Line> = lines[from.min(foot.at)..foot.at]
        .iter()
        .filter(|line| {
            let named = foot::reporter(&line.text);
            let is_named = named.is_some();
            reporter = reporter.take().or(named);
            !is_named && !flat(&line.text).starts_with("kinh gui")
        })
        .cloned()
        .collect();
    let mut report = headed(&head, &foot, reporter);
    fill(&mut report, outline(&body), topics);
    if report.items.is_empty() && report.summary.is_empty() {
        return Err(NotAReport::NothingSaid);
    }
    Ok(report)
}

/// A paper with a number and a date but no title: its body begins after them.
fn after_letterhead(lines: &[Line], head: &Head) -> usize {
    if head.date.is_none() && head.number.is_empty() {
        return 0;
    }
    lines
        .iter()
        .take(30)
        .rposition(|line| {
            let dated = head.date.is_some()
                && dates::first_day(&line.text) == head.date
                && line.text.chars().count() < 90;
            dated || !head.number.is_empty() && line.text.contains(&head.number)
        })
        .map_or(0, |at| at + 1)
}

fn headed(head: &Head, foot: &Foot, reporter: Option<String>) -> NewReport {
    let period = dates::period(&head.title, head.date);
    let unit = if head.issuer.is_empty() { String::new() } else { names::unit_of_body(&head.issuer) };
    NewReport {
        received_at: head.date.map(|day| day.and_time(NaiveTime::MIN)),
        received_rule: if head.date.is_some() { "document" } else { "import" },
        title: head.title.clone(),
        submitter_name: reporter.or_else(|| foot.signer.clone()).unwrap_or_default(),
        unit_name: unit,
        document_number: head.number.clone(),
        document_date: head.date,
        issuer: head.issuer.clone(),
        kind: kind(&head.title, period.kind),
        period_kind: period.kind,
        period_from: period.from,
        period_to: period.to,
        channel: Channel::Report,
        urgency: head.urgency,
        ..NewReport::default()
    }
}

/// The kind of a report by its title.
fn kind(title: &str, period: PeriodKind) -> ReportKind {
    let words = flat(title);
    if words.starts_with("phieu") || words.starts_with("phan anh") || words.starts_with("bao cao phan anh") {
        ReportKind::Feedback
    } else if words.contains("dot xuat") {
        ReportKind::AdHoc
    } else if words.starts_with("bao cao nhanh") || words.contains(" nhanh ") {
        ReportKind::Quick
    } else if words.contains("chuyen de") {
        ReportKind::Thematic
    } else if period != PeriodKind::None || words.contains("dinh ky") {
        ReportKind::Periodic
    } else if words.contains(" ve ") {
        ReportKind::Thematic
    } else if words.starts_with("bao cao") {
        ReportKind::Periodic
    } else {
        ReportKind::Feedback
    }
}

/// Puts the parts of an outline into a report.
pub fn fill(report: &mut NewReport, outline: Outline, topics: &TopicRecogniser) {
    let Outline { general, mut matters, mut forecast, mut recommendation, has_outlook } = outline;
    let mut summary = general;
    // Free text without headings: what is not a matter's own heading is the matter.
    if matters.is_empty() && !summary.is_empty() && !nothing_happened(&summary) {
        matters.push(Matter { paragraphs: std::mem::take(&mut summary), ..Matter::default() });
    }
    if matters.iter().all(|matter| nothing_happened(&matter.paragraphs)) && !has_rumour(&matters) {
        let says = !matters.is_empty() || !summary.is_empty();
        summary.extend(matters.drain(..).flat_map(|matter| matter.paragraphs));
        if says && nothing_happened(&summary) {
            report.kind = ReportKind::Nothing;
        }
        summary.append(&mut forecast);
        summary.append(&mut recommendation);
    }
    if !has_outlook {
        for matter in &mut matters {
            take_outlook(matter);
        }
    }
    let subject = subject(&report.title);
    let only = matters.len() == 1;
    let mut items: Vec<NewItem> =
        matters.into_iter().map(|matter| item(matter, subject.filter(|_| only), topics)).collect();
    share_out(&forecast, &mut items, topics, |item, text| {
        push_line(&mut item.forecast, text);
    });
    share_out(&recommendation, &mut items, topics, |item, text| {
        push_line(&mut item.recommendation, text);
    });
    report.summary = summary.join("\n");
    report.items = items;
}

fn push_line(field: &mut String, text: &str) {
    if !field.is_empty() {
        field.push('\n');
    }
    field.push_str(text);
}

fn has_rumour(matters: &[Matter]) -> bool {
    matters.iter().any(|matter| matter.rumours || rumours::rumour(&matter.paragraphs).is_some())
}

/// True for `Trong kỳ không phát sinh …` and its like: short, and no opinion in it.
fn nothing_happened(paragraphs: &[String]) -> bool {
    let text = paragraphs.join(" ");
    let words = flat(&text);
    let says = [
        "khong phat sinh",
        "khong co phat sinh",
        "khong co y kien",
        "khong co du luan",
        "khong co van de",
        "chua phat sinh",
        "khong ghi nhan du luan",
        "khong ghi nhan y kien",
        "khong co noi dung phan anh",
        "khong co phan anh",
    ]
    .iter()
    .any(|phrase| words.contains(phrase));
    says && text.chars().count() < 600 && streams::streams(paragraphs, None).is_empty()
}

/// What a title is about: the words after `về`. `None` for `tình hình Nhân dân và dư luận xã hội tháng …`.
fn subject(title: &str) -> Option<&str> {
    let at = ["về việc ", "về vấn đề ", "về ", "Về "]
        .iter()
        .find_map(|lead| title.find(lead).map(|at| at + lead.len()))?;
    let subject = title[at..].trim();
    let words = flat(subject);
    let general = words.starts_with("tinh hinh nhan dan")
        || words.starts_with("tinh hinh du luan")
        || words.starts_with("du luan xa hoi thang");
    (!general && !subject.is_empty()).then_some(subject)
}

/// Makes an item of a matter.
pub fn item(matter: Matter, subject: Option<&str>, topics: &TopicRecogniser) -> NewItem {
    let Matter { title, context, paragraphs, forecast, recommendation, rumours: in_rumours, .. } = matter;
    let body = paragraphs.join("\n");
    // A title made of the text's first words says no more than the text.
    let given = if title.is_empty() { subject.map(clean_title) } else { Some(title) };
    let mut found = topics.recognise(given.as_deref().unwrap_or_default(), &body);
    let title = match given {
        Some(title) if title.chars().count() <= HEADLINE * 2 => title,
        Some(title) => headline(&title, HEADLINE),
        None => headline(opening::matter(&body), HEADLINE),
    };
    if found.is_empty() {
        found = topics.recognise(&context, "");
    }
    let told = rumours::rumour(&paragraphs);
    let is_rumour = in_rumours || told.is_some();
    NewItem {
        place: names::place_in(&body).unwrap_or_default(),
        streams: streams::streams(&paragraphs, found.first().copied()),
        topics: found,
        kind: if is_rumour { ItemKind::Rumour } else { ItemKind::Opinion },
        verification: if is_rumour { told.unwrap_or(Verification::Unverified) } else { Verification::None },
        forecast: forecast.join("\n"),
        recommendation: recommendation.join("\n"),
        title,
        body,
        ..NewItem::default()
    }
}

/// In free text a paragraph that asks for something is the recommendation, one that foresees is the forecast. A stream of
/// opinion stays what it is.
pub fn take_outlook(matter: &mut Matter) {
    let mut kept = Vec::new();
    for paragraph in std::mem::take(&mut matter.paragraphs) {
        let (mut body, mut asks) = (String::new(), String::new());
        for (start, end) in super::sentences::split(&paragraph) {
            let sentence = &paragraph[start..end];
            let bare = sentence.trim_start_matches(['-', '+', ' ']);
            let target = if ASKS.begins(bare).is_some() && !streams::begins_with_band(bare) {
                &mut asks
            } else {
                &mut body
            };
            if !target.is_empty() {
                target.push(' ');
            }
            target.push_str(sentence);
        }
        if !asks.is_empty() {
            matter.recommendation.push(asks.trim_start_matches(['-', '+', ' ']).to_owned());
        }
        if foresees(&body) {
            matter.forecast.push(body.trim_start_matches(['-', '+', ' ']).to_owned());
        } else if !body.is_empty() {
            kept.push(body);
        }
    }
    // A text that only asks is the matter itself.
    if kept.is_empty() {
        kept = if matter.recommendation.is_empty() {
            std::mem::take(&mut matter.forecast)
        } else {
            std::mem::take(&mut matter.recommendation)
        };
    }
    matter.paragraphs = kept;
}

static ASKS: std::sync::LazyLock<Phrases<()>> = std::sync::LazyLock::new(|| {
    Phrases::new(&[("đề nghị; kiến nghị; đề xuất; kính đề nghị; rất mong các cấp", ())])
});

fn foresees(paragraph: &str) -> bool {
    static LEADS: std::sync::LazyLock<Phrases<()>> = std::sync::LazyLock::new(|| {
        Phrases::new(&[(
            "dự báo; nguy cơ; khả năng; nhiều khả năng; thời gian tới; trong thời gian tới; tới đây; dư luận sẽ",
            (),
        )])
    });
    static AHEAD: std::sync::LazyLock<Phrases<()>> =
        std::sync::LazyLock::new(|| Phrases::new(&[("sẽ; nguy cơ; có thể; khả năng; dễ phát sinh", ())]));
    let bare = paragraph.trim_start_matches(['-', '+', ' ']);
    let conditional = bare.starts_with("Nếu ") && AHEAD.occurs(bare);
    !streams::begins_with_band(bare) && (conditional || LEADS.begins(bare).is_some())
}

/// Gives the entries of a section for the whole report to the matters they speak of: by their topic's words and by words in
/// common, else in order when there are as many entries as matters, else to the first.
fn share_out(
    entries: &[String],
    items: &mut [NewItem],
    topics: &TopicRecogniser,
    mut push: impl FnMut(&mut NewItem, &str),
) {
    let in_order = entries.len() == items.len();
    for (at, entry) in entries.iter().enumerate() {
        let likeness: Vec<u32> = items.iter().map(|item| likeness(entry, item, topics)).collect();
        let best =
            (0..items.len()).max_by_key(|&place| (likeness[place], std::cmp::Reverse(place))).unwrap_or(0);
        let clear = likeness.get(best).is_some_and(|best_score| {
            *best_score > 0 && likeness.iter().filter(|score| *score * 3 >= *best_score * 2).count() == 1
        });
        let place = if items.len() > 1 && !clear && in_order { at } else { best };
        if let Some(item) = items.get_mut(place) {
            push(item, entry);
        }
    }
}

fn likeness(entry: &str, item: &NewItem, topics: &TopicRecogniser) -> u32 {
    let words = crate::text::keys(entry);
    let other = crate::text::keys(&format!("{} {}", item.title, item.body));
    let pairs: std::collections::HashSet<(&str, &str)> =
        other.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
    let common =
        words.windows(2).filter(|pair| pairs.contains(&(pair[0].as_str(), pair[1].as_str()))).count() as u32;
    topics.strength(entry, &item.topics) * 2 + common * 3
}

/// A stream a form or a log names in columns of its own.
#[derive(Clone, Debug, Default)]
pub struct NamedStream {
    /// Words of the band.
    pub band: String,
    /// Words of the tendency.
    pub tendency: String,
    /// Group of people.
    pub group: String,
}

impl NamedStream {
    /// The stream, when its columns say anything the text does not.
    pub fn stream(&self, gist: &str, found: &[NewStream]) -> Option<NewStream> {
        if !found.is_empty() || self.band.is_empty() && self.tendency.is_empty() {
            return None;
        }
        let said = format!("{} ý kiến {}", self.band, self.tendency);
        let mut stream =
            streams::streams(&[format!("- {said}")], None).into_iter().next().unwrap_or_default();
        stream.gist = headline(gist, 400);
        stream.group_name.clone_from(&self.group);
        stream.band_word = self.band.to_lowercase();
        stream.tendency_word = self.tendency.to_lowercase();
        Some(stream)
    }
}
