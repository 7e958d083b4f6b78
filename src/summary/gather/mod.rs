//! Gathers a period's matters into a draft: by area, topic and issue, the most prevalent view first, no tendency lost.
//!
//! Pure functions over a [`Material`] that the store read in a few passes.

mod group;
mod phrase;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::exhibit::Round;
use super::model::{Count, Counters, Section, Source, citation, counted, letter};
use super::period::Period;
use crate::inbox::model::{Band, Intensity, Tendency, Triage, Verification};
use crate::text::likeness::{Near, Print, nearly_same};

pub use group::{Cluster, Group, groups};
pub use phrase::{Phrase, Phrases, SWEEPING, cite, ended};

/// Most sentences a draft writes about one topic; every tendency has one, whatever the number.
const MOST_SENTENCES: usize = 12;
/// Most forecasts and most recommendations a draft carries.
const MOST_POINTS: usize = 20;

/// Everything a draft is made of.
#[derive(Clone, Debug)]
pub struct Material {
    /// The period.
    pub period: Period,
    /// Reports of the period.
    pub reports: Vec<MaterialReport>,
    /// Matters of those reports, in order of arrival.
    pub items: Vec<MaterialItem>,
    /// Topics by id.
    pub topics: HashMap<Uuid, MaterialTopic>,
    /// Issues by id.
    pub issues: HashMap<Uuid, MaterialIssue>,
    /// Reports of the period before, in all and by topic.
    pub before: Before,
    /// Orientation sent in the period: its title and content.
    pub orientations: Vec<String>,
    /// Matters that say nearly what an earlier one of another report says: positions in [`Material::items`].
    pub doubled: Vec<Near>,
    /// Survey rounds with questions, the newest first.
    pub rounds: Vec<Round>,
    /// The office has a name to stand in the head of its papers.
    pub named: bool,
}

/// Counts of the period before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// All reports.
    pub reports: usize,
    /// Reports that touch a topic.
    pub by_topic: HashMap<Option<Uuid>, usize>,
}

/// A report of the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaterialReport {
    /// Id.
    pub id: Uuid,
    /// Arrival number.
    pub arrival_number: String,
    /// Day it came.
    pub received_on: Option<NaiveDate>,
    /// Unit or body it came from, as papers name it; empty when unknown.
    pub unit: String,
    /// It says that nothing arose.
    pub nothing: bool,
    /// The general situation as it tells it.
    pub summary: String,
}

/// A matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaterialItem {
    /// Id.
    pub id: Uuid,
    /// Position of its report in [`Material::reports`].
    pub report: usize,
    /// Title.
    pub title: String,
    /// The beginning of its text.
    pub lead: String,
    /// Issue.
    pub issue: Option<Uuid>,
    /// A rumour, and how far it is verified; `None` for an opinion.
    pub rumour: Option<Verification>,
    /// Forecast.
    pub forecast: String,
    /// Recommendation.
    pub recommendation: String,
    /// Triage.
    pub triage: Triage,
    /// Why it waits or was set aside.
    pub triage_reason: String,
    /// The matter that says the same.
    pub duplicate_of: Option<Uuid>,
    /// Topics in the order the office keeps them.
    pub topics: Vec<Uuid>,
    /// Streams.
    pub streams: Vec<MaterialStream>,
}

/// A stream of opinion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaterialStream {
    /// Id.
    pub id: Uuid,
    /// Its own topic.
    pub topic: Option<Uuid>,
    /// Group of people.
    pub group_name: String,
    /// Prevalence.
    pub band: Band,
    /// Tendency.
    pub tendency: Tendency,
    /// Intensity.
    pub intensity: Intensity,
    /// What they say.
    pub gist: String,
}

/// A topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaterialTopic {
    /// Name.
    pub name: String,
    /// international | domestic | local.
    pub area: String,
}

/// An issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MaterialIssue {
    /// Title.
    pub title: String,
    /// watch | salient | risk | hot_spot.
    pub grade: String,
    /// new | handling | settled.
    pub state: String,
    /// Topic.
    pub topic: Option<Uuid>,
    /// Answer of the body that handles it.
    pub answer: String,
    /// What came of it.
    pub result: String,
    /// It was answered in the period.
    pub answered_now: bool,
}

impl MaterialIssue {
    /// 0 for watch, to 3 for an open confrontation.
    pub fn rank(&self) -> u8 {
        match self.grade.as_str() {
            "hot_spot" => 3,
            "risk" => 2,
            "salient" => 1,
            _ => 0,
        }
    }
}

/// Matters of different reports that say nearly the same: a report that was sent again counts twice.
pub fn doubled(items: &[MaterialItem]) -> Vec<Near> {
    let told =
        |item: &MaterialItem| Print::of(if item.lead.trim().is_empty() { &item.title } else { &item.lead });
    let prints: Vec<Print> = items.iter().map(told).collect();
    nearly_same(&prints, |earlier, later| items[earlier].report != items[later].report)
}

impl Material {
    /// Items the draft may use: those let in; as long as nobody decided about any, the new ones.
    pub fn usable(&self) -> Vec<&MaterialItem> {
        self.usable_places().into_iter().filter_map(|at| self.items.get(at)).collect()
    }

    /// Positions of [`Material::usable`] in [`Material::items`].
    pub fn usable_places(&self) -> Vec<usize> {
        let state = if self.undecided() { Triage::New } else { Triage::Included };
        (0..self.items.len()).filter(|at| self.items[*at].triage == state).collect()
    }

    /// True when nothing of the period was let in yet, so that a draft has to take what is new.
    pub fn undecided(&self) -> bool {
        !self.items.iter().any(|item| item.triage == Triage::Included)
    }

    /// The report of an item.
    pub fn report(&self, item: &MaterialItem) -> Option<&MaterialReport> {
        self.reports.get(item.report)
    }

    /// Counters for the upper level.
    pub fn counters(&self) -> Counters {
        let usable = self.usable();
        let mut units: Vec<&str> =
            self.reports.iter().map(|report| report.unit.as_str()).filter(|unit| !unit.is_empty()).collect();
        units.sort_unstable();
        units.dedup();
        let mut issues: Vec<Uuid> = self.items.iter().filter_map(|item| item.issue).collect();
        issues.sort_unstable();
        issues.dedup();
        let salient = issues.iter().filter(|id| self.issues.get(*id).is_some_and(|issue| issue.rank() > 0));
        Counters {
            reports: self.reports.len(),
            nothing: self.reports.iter().filter(|report| report.nothing).count(),
            units: units.len(),
            items: self.items.len(),
            included: self.items.iter().filter(|item| item.triage == Triage::Included).count(),
            untriaged: self.items.iter().filter(|item| item.triage == Triage::New).count(),
            streams: usable.iter().map(|item| item.streams.len()).sum(),
            rumours: usable.iter().filter(|item| item.rumour.is_some()).count(),
            salient_issues: salient.count(),
            handled: self.issues.values().filter(|issue| issue.answered_now).count(),
        }
    }
}

/// Writes the sections of an outline: each gets the text its source gathers. Sections that are free stay empty.
pub fn draft(material: &Material, outline: &[Section], phrases: &Phrases) -> Vec<Section> {
    let groups = group::groups(material);
    outline
        .iter()
        .map(|section| Section { body: body(material, section.source, &groups, phrases), ..section.clone() })
        .collect()
}

/// One sentence about a stream of an item, or about an item without streams, with its citation.
pub fn sentence_about(
    material: &Material,
    item: &MaterialItem,
    stream: Option<&MaterialStream>,
    phrases: &Phrases,
) -> String {
    phrases.sentence(&group::alone(material, item, stream), 0, material)
}

/// What a section of this source can tell: items with the stream, if it is one, in the order of the draft.
pub fn tellable(material: &Material, source: Source) -> Vec<(usize, Option<usize>)> {
    let usable: Vec<(usize, &MaterialItem)> =
        material.usable_places().into_iter().filter_map(|at| Some((at, material.items.get(at)?))).collect();
    match source {
        Source::Forecast => places(usable, |item| !item.forecast.trim().is_empty()),
        Source::Recommendation => places(usable, |item| !item.recommendation.trim().is_empty()),
        Source::Answers | Source::Orientation => Vec::new(),
        _ => {
            let area = source.tells_matters().then(|| source.id());
            let groups = group::groups(material);
            let mut order: HashMap<Uuid, usize> = HashMap::new();
            for group in groups.iter().filter(|group| area.is_none_or(|area| group.area == area)) {
                for source in group.clusters.iter().flat_map(|cluster| &cluster.sources) {
                    let next = order.len();
                    order.entry(*source).or_insert(next);
                }
            }
            let mut found: Vec<(usize, usize, Option<usize>)> = Vec::new();
            for (at, item) in usable {
                if item.streams.is_empty() {
                    found.extend(order.get(&item.id).map(|order| (*order, at, None)));
                }
                for (place, stream) in item.streams.iter().enumerate() {
                    found.extend(order.get(&stream.id).map(|order| (*order, at, Some(place))));
                }
            }
            found.sort_unstable_by_key(|(order, ..)| *order);
            found.into_iter().map(|(_, at, stream)| (at, stream)).collect()
        }
    }
}

fn places(
    usable: Vec<(usize, &MaterialItem)>,
    keeps: impl Fn(&MaterialItem) -> bool,
) -> Vec<(usize, Option<usize>)> {
    usable.into_iter().filter(|(_, item)| keeps(item)).map(|(at, _)| (at, None)).collect()
}

fn body(material: &Material, source: Source, groups: &[Group], phrases: &Phrases) -> String {
    match source {
        Source::General => general(material, groups),
        Source::International => area(material, "international", groups, phrases),
        Source::Domestic => area(material, "domestic", groups, phrases),
        Source::Local => area(material, "local", groups, phrases),
        Source::Forecast => points(material, |item| &item.forecast),
        Source::Recommendation => points(material, |item| &item.recommendation),
        Source::Answers => answers(material),
        Source::Orientation => lines(material.orientations.iter().map(|text| phrase::ended(text))),
        Source::Free => String::new(),
    }
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

/// The number of reports with the change: `7 báo cáo, tăng 3 so với kỳ trước`.
fn with_change(now: usize, before: usize, what: Count) -> String {
    let told = format!("{} báo cáo", counted(now, what));
    match now.cmp(&before) {
        _ if before == 0 => told,
        std::cmp::Ordering::Greater => format!("{told}, tăng {} so với kỳ trước", now - before),
        std::cmp::Ordering::Less => format!("{told}, giảm {} so với kỳ trước", before - now),
        std::cmp::Ordering::Equal => format!("{told}, bằng kỳ trước"),
    }
}

fn general(material: &Material, groups: &[Group]) -> String {
    let counters = material.counters();
    if counters.reports == 0 {
        return String::new();
    }
    let mut first = format!(
        "Trong kỳ ({}) đã tiếp nhận {}",
        material.period.name(),
        with_change(counters.reports, material.before.reports, Count::Reports)
    );
    if counters.units > 1 {
        first = format!("{first}; gửi từ {} đơn vị, địa bàn", counted(counters.units, Count::Units));
    }
    let taken = material.usable().len();
    if taken > 0 {
        let taken = counted(taken, Count::Taken);
        first = format!("{first}; {taken} nội dung phản ánh được tổng hợp");
    }
    first.push_str(" (tính theo số báo cáo, không phải số người).");
    let mut out = vec![first];
    out.extend(general_views(material));
    let mut named: Vec<&Group> = groups.iter().filter(|group| group.topic.is_some()).collect();
    named.sort_by_key(|group| std::cmp::Reverse(group.reports));
    let named: Vec<String> = named
        .iter()
        .take(5)
        .map(|group| {
            let reports = counted(group.reports, Count::Topic(group.topic));
            format!("{} ({reports} báo cáo)", phrase::lowered(&group.name))
        })
        .collect();
    if named.len() > 1 {
        out.push(format!("Dư luận tập trung vào các lĩnh vực: {}.", named.join(", ")));
    }
    lines(out)
}

/// What the reports themselves say of the general situation: the ways most of them put it, at most three.
fn general_views(material: &Material) -> Vec<String> {
    let mut views: BTreeMap<String, (usize, String, Vec<Uuid>)> = BTreeMap::new();
    let usable = material.usable();
    let mut first_items: HashMap<usize, Uuid> = HashMap::new();
    for item in &usable {
        first_items.entry(item.report).or_insert(item.id);
    }
    for (index, report) in material.reports.iter().enumerate() {
        let sentence = phrase::first_sentence(&report.summary, 400);
        let Some(item) = first_items.get(&index) else {
            continue;
        };
        if sentence.is_empty() {
            continue;
        }
        let view = views.entry(group::key(&sentence)).or_insert_with(|| (index, sentence, Vec::new()));
        view.2.push(*item);
    }
    let mut views: Vec<_> = views.into_values().collect();
    views.sort_by_key(|(index, _, items)| (std::cmp::Reverse(items.len()), *index));
    views.truncate(3);
    views.into_iter().map(|(_, sentence, items)| phrase::cite(&sentence, &citation(&items))).collect()
}

fn area(material: &Material, area: &str, groups: &[Group], phrases: &Phrases) -> String {
    let groups: Vec<&Group> = groups.iter().filter(|group| group.area == area).collect();
    let mut out = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        if groups.len() > 1 || group.reports > 1 {
            let before = material.before.by_topic.get(&group.topic).copied().unwrap_or(0);
            let counts = with_change(group.reports, before, Count::Topic(group.topic));
            out.push(format!("{}) {} ({counts})", letter(index), group.name));
        }
        let mut told: Option<Uuid> = None;
        for (place, cluster) in group.chosen(MOST_SENTENCES).into_iter().enumerate() {
            if cluster.issue != told {
                told = cluster.issue;
                out.extend(cluster.issue.and_then(|id| material.issues.get(&id)).and_then(|issue| {
                    (issue.rank() > 0).then(|| issue_line(issue, group.reports_of(cluster.issue)))
                }));
            }
            out.push(phrases.sentence(cluster, place, material));
        }
    }
    lines(out)
}

fn issue_line(issue: &MaterialIssue, reports: usize) -> String {
    let grade = match issue.rank() {
        3 => "điểm nóng",
        2 => "có nguy cơ thành điểm nóng",
        _ => "nổi cộm",
    };
    let state = match issue.state.as_str() {
        "handling" => ", đang được xử lý",
        "settled" => ", đã được giải quyết",
        _ => "",
    };
    format!("Vấn đề {grade}: {} ({reports} báo cáo{state}).", issue.title.trim_end_matches('.'))
}

/// Forecasts or recommendations: the same words once, those of graver issues and of more reports first.
fn points<'a>(material: &'a Material, text: impl Fn(&'a MaterialItem) -> &'a str) -> String {
    struct Point {
        rank: u8,
        order: usize,
        text: String,
        items: Vec<Uuid>,
    }
    let mut points: HashMap<String, Point> = HashMap::new();
    let mut order = 0;
    for item in material.usable() {
        let rank = item.issue.and_then(|id| material.issues.get(&id)).map_or(0, MaterialIssue::rank);
        for line in text(item).lines().map(phrase::bare).filter(|line| !line.is_empty()) {
            order += 1;
            let point = points.entry(group::key(line)).or_insert_with(|| Point {
                rank,
                order,
                text: phrase::ended(line),
                items: Vec::new(),
            });
            point.rank = point.rank.max(rank);
            if !point.items.contains(&item.id) {
                point.items.push(item.id);
            }
        }
    }
    let mut points: Vec<Point> = points.into_values().collect();
    points.sort_by_key(|point| {
        (std::cmp::Reverse(point.rank), std::cmp::Reverse(point.items.len()), point.order)
    });
    points.truncate(MOST_POINTS);
    lines(points.into_iter().map(|point| format!("- {}", phrase::cite(&point.text, &citation(&point.items)))))
}

fn answers(material: &Material) -> String {
    let mut answered: Vec<&MaterialIssue> =
        material.issues.values().filter(|issue| issue.answered_now).collect();
    answered.sort_by(|a, b| b.rank().cmp(&a.rank()).then_with(|| a.title.cmp(&b.title)));
    lines(answered.into_iter().map(|issue| {
        let told = if issue.answer.trim().is_empty() { &issue.result } else { &issue.answer };
        let told = phrase::ended(told);
        format!("- {}: {}", issue.title.trim_end_matches('.'), phrase::lowered(&told))
    }))
}

#[cfg(test)]
pub(crate) mod tests;
