//! What a synthesis still lacks, checked against the period's material. Pure functions; every finding carries what it is about.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::gather::{Material, MaterialItem, SWEEPING};
use super::model::{Section, Sentence, Source, cited, sentences, without_citations};
use crate::inbox::model::{Band, Tendency, Verification};
use crate::text;
use crate::words::Words;

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Nothing was let in yet, so the draft took matters nobody decided about.
    NothingDecided(usize),
    /// Matters of the period nobody decided about.
    Untriaged(usize),
    /// A hot spot, or a risk of one, the text does not mention: issue and its title.
    HotSpotNotMentioned(Uuid, String),
    /// Matters let in that the text does not use.
    ItemsNotUsed(Vec<Uuid>),
    /// Strong streams (many and above) left out.
    StreamsLeftOut(Vec<Uuid>),
    /// A tendency of a topic that no sentence of the text carries: minority views left out.
    MinorityLeftOut(Vec<Uuid>),
    /// A sentence that tells an unverified rumour as if it were known.
    RumourAsOpinion(String),
    /// A sentence that says what most people think on one report.
    MajorityOnOneReport(String),
    /// Matters used that say nearly what another used one says: arrival numbers of the later and the earlier, and their
    /// share in hundredths.
    CountedTwice(Vec<(String, String, u32)>),
    /// The head of the paper would name no issuing body.
    NoOffice,
    /// No forecast.
    NoForecast,
    /// No recommendation.
    NoRecommendation,
}

impl Check {
    /// Identifier, as scripts read it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NothingDecided(_) => "nothing_decided",
            Self::Untriaged(_) => "untriaged",
            Self::HotSpotNotMentioned(..) => "hot_spot_not_mentioned",
            Self::ItemsNotUsed(_) => "item_not_used",
            Self::StreamsLeftOut(_) => "stream_left_out",
            Self::MinorityLeftOut(_) => "minority_left_out",
            Self::RumourAsOpinion(_) => "rumour_as_opinion",
            Self::MajorityOnOneReport(_) => "majority_on_one_report",
            Self::CountedTwice(_) => "counted_twice",
            Self::NoOffice => "no_office_name",
            Self::NoForecast => "no_forecast",
            Self::NoRecommendation => "no_recommendation",
        }
    }

    /// The finding in words.
    pub fn message(&self, words: &Words) -> String {
        match self {
            Self::NothingDecided(count) => words.summary_check_nothing_decided(count_of(*count)),
            Self::Untriaged(count) => words.summary_check_untriaged(count_of(*count)),
            Self::HotSpotNotMentioned(_, title) => words.summary_check_hot_spot(title.as_str()),
            Self::ItemsNotUsed(items) => words.summary_check_items(count_of(items.len())),
            Self::StreamsLeftOut(streams) => words.summary_check_streams(count_of(streams.len())),
            Self::MinorityLeftOut(streams) => words.summary_check_minority(count_of(streams.len())),
            Self::RumourAsOpinion(sentence) => words.summary_check_rumour(short(sentence)),
            Self::MajorityOnOneReport(sentence) => words.summary_check_majority(short(sentence)),
            Self::CountedTwice(pairs) => {
                let named = pairs
                    .iter()
                    .take(3)
                    .map(|(later, earlier, share)| format!("{later} ~ {earlier} ({share}%)"));
                let more = if pairs.len() > 3 { ", …" } else { "" };
                let named = format!("{}{more}", named.collect::<Vec<_>>().join(", "));
                words.summary_check_twice(count_of(pairs.len()), named)
            }
            Self::NoOffice => words.summary_check_no_office().to_owned(),
            Self::NoForecast => words.summary_check_forecast().to_owned(),
            Self::NoRecommendation => words.summary_check_recommendation().to_owned(),
        }
    }
}

fn count_of(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The beginning of a sentence, cut behind a whole word.
fn short(sentence: &str) -> String {
    let cut = text::cut_to_width(sentence, 60);
    match cut.strip_suffix('…').and_then(|begun| begun.rsplit_once(' ')) {
        Some((whole, _)) => format!("{}…", whole.trim_end_matches([',', ';', ':'])),
        None => cut.into_owned(),
    }
}

/// Findings about these sections, the gravest first.
pub fn check(sections: &[Section], material: &Material) -> Vec<Check> {
    let used: HashSet<Uuid> = sections.iter().flat_map(|section| cited(&section.body)).collect();
    let places = Places::of(material);
    let mut found = Vec::new();
    hot_spots(&mut found, sections, material, &used);
    told_wrongly(&mut found, sections, &places);
    counted_twice(&mut found, material);
    left_out(&mut found, material, &used);
    let empty = |source| sections.iter().filter(|section| section.source == source).all(Section::is_empty);
    if empty(Source::Forecast) {
        found.push(Check::NoForecast);
    }
    if empty(Source::Recommendation) {
        found.push(Check::NoRecommendation);
    }
    let counters = material.counters();
    if counters.untriaged > 0 {
        found.push(if material.undecided() {
            Check::NothingDecided(counters.untriaged)
        } else {
            Check::Untriaged(counters.untriaged)
        });
    }
    if !material.named {
        found.push(Check::NoOffice);
    }
    found
}

/// Where a cited stream or item stands.
struct Places<'a> {
    items: HashMap<Uuid, &'a MaterialItem>,
}

impl<'a> Places<'a> {
    fn of(material: &'a Material) -> Self {
        let mut items = HashMap::new();
        for item in &material.items {
            items.insert(item.id, item);
            items.extend(item.streams.iter().map(|stream| (stream.id, item)));
        }
        Self { items }
    }

    fn cited<'b>(&'b self, sentence: &'b Sentence) -> impl Iterator<Item = &'a MaterialItem> + 'b {
        sentence.sources.iter().filter_map(|id| self.items.get(id).copied())
    }
}

fn hot_spots(found: &mut Vec<Check>, sections: &[Section], material: &Material, used: &HashSet<Uuid>) {
    let told = text::fold(
        &sections.iter().map(|section| without_citations(&section.body)).collect::<Vec<_>>().join("\n"),
    );
    let mut issues: Vec<Uuid> = material.items.iter().filter_map(|item| item.issue).collect();
    issues.sort_unstable();
    issues.dedup();
    for id in issues {
        let Some(issue) = material.issues.get(&id).filter(|issue| issue.rank() >= 2) else {
            continue;
        };
        let title = text::fold(issue.title.trim());
        let cites = |item: &MaterialItem| {
            used.contains(&item.id) || item.streams.iter().any(|stream| used.contains(&stream.id))
        };
        let named = !title.is_empty() && told.contains(&title);
        if !named && !material.items.iter().any(|item| item.issue == Some(id) && cites(item)) {
            found.push(Check::HotSpotNotMentioned(id, issue.title.clone()));
        }
    }
}

/// Words that tell a reader the truth is not known yet.
const DOUBT: [&str; 6] =
    ["tin don", "chua xac minh", "chua duoc xac minh", "dang xac minh", "chua kiem chung", "lan truyen"];
/// Words that say whose view of the majority it is.
const ATTRIBUTED: [&str; 2] = ["theo bao cao", "theo phan anh"];

fn told_wrongly(found: &mut Vec<Check>, sections: &[Section], places: &Places) {
    for sentence in sections.iter().flat_map(|section| sentences(&section.body)) {
        if sentence.sources.is_empty() {
            continue;
        }
        let folded = text::fold(&sentence.text);
        let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        let unverified = places.cited(&sentence).any(|item| {
            matches!(
                item.rumour,
                Some(
                    Verification::Unverified
                        | Verification::Checking
                        | Verification::Unverifiable
                        | Verification::None
                )
            )
        });
        if unverified && !says(&DOUBT) {
            found.push(Check::RumourAsOpinion(sentence.text.clone()));
        }
        let reports: HashSet<usize> = places.cited(&sentence).map(|item| item.report).collect();
        if reports.len() == 1 && says(&SWEEPING) && !says(&ATTRIBUTED) {
            found.push(Check::MajorityOnOneReport(sentence.text));
        }
    }
}

fn counted_twice(found: &mut Vec<Check>, material: &Material) {
    let usable: HashSet<usize> = material.usable_places().into_iter().collect();
    let number = |at: usize| {
        let report = material.items.get(at).and_then(|item| material.report(item));
        report.map_or_else(String::new, |report| report.arrival_number.clone())
    };
    let mut pairs: Vec<(String, String, u32)> = Vec::new();
    for near in &material.doubled {
        if usable.contains(&near.earlier) && usable.contains(&near.later) {
            pairs.push((number(near.later), number(near.earlier), near.share));
        }
    }
    if !pairs.is_empty() {
        found.push(Check::CountedTwice(pairs));
    }
}

fn left_out(found: &mut Vec<Check>, material: &Material, used: &HashSet<Uuid>) {
    let (mut items, mut strong, mut minority) = (Vec::new(), Vec::new(), Vec::new());
    // Tendencies the text carries, by topic.
    let mut carried: HashSet<(Option<Uuid>, Tendency)> = HashSet::new();
    let topic = |item: &MaterialItem, own: Option<Uuid>| own.or_else(|| item.topics.first().copied());
    let usable = material.usable();
    for item in &usable {
        for stream in item.streams.iter().filter(|stream| used.contains(&stream.id)) {
            carried.insert((topic(item, stream.topic), stream.tendency));
        }
    }
    for item in usable {
        let touched = used.contains(&item.id) || item.streams.iter().any(|stream| used.contains(&stream.id));
        if !touched {
            items.push(item.id);
        }
        for stream in item.streams.iter().filter(|stream| !used.contains(&stream.id)) {
            if !carried.contains(&(topic(item, stream.topic), stream.tendency)) {
                minority.push(stream.id);
            } else if stream.band >= Band::Many {
                strong.push(stream.id);
            }
        }
    }
    for (left, check) in [
        (items, Check::ItemsNotUsed as fn(Vec<Uuid>) -> Check),
        (minority, Check::MinorityLeftOut),
        (strong, Check::StreamsLeftOut),
    ] {
        if !left.is_empty() {
            found.push(check(left));
        }
    }
}

#[cfg(test)]
mod tests;
