//! Gathers a period's matters into a draft: by area, topic, issue or unit, the most prevalent view first, no tendency lost.
//!
//! Pure functions over a [`Material`] that the store read in a few passes.

mod compare;
mod draft;
mod group;
mod phrase;
mod shorter;
pub mod slots;
mod work;

use std::collections::{HashMap, HashSet};
use std::thread;

use chrono::NaiveDate;
use uuid::Uuid;

use super::exhibit::Round;
use super::model::{Count, Counters, Grouping, Part, Source};
use super::period::Period;
use crate::inbox::model::{Band, Intensity, Tendency, Triage, Verification};
use crate::text::likeness::{Near, Print, nearly_same};

pub use compare::{Compared, Comparison, compare};
pub use draft::draft;
pub use group::{Cluster, Group, gathered, groups};
pub use phrase::{Fits, Phrase, Phrases, SWEEPING, cite, ended, lowered};
pub use shorter::{Issued, Lacking, Shorter};
pub use work::Work;

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
    /// Counts of the period before.
    pub before: Before,
    /// Orientation sent in the period: its title and content.
    pub orientations: Vec<String>,
    /// Matters that say nearly what an earlier one of another report says: positions in [`Material::items`].
    pub doubled: Vec<Near>,
    /// Survey rounds with questions, the newest first.
    pub rounds: Vec<Round>,
    /// The office has a name to stand in the head of its papers.
    pub named: bool,
    /// What its matters are gathered by.
    pub by: Grouping,
    /// What the office did; counted only for a synthesis that tells it.
    pub work: Option<Work>,
    /// Syntheses of shorter periods within this one.
    pub shorter: Shorter,
}

/// Counts of the period before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// All reports.
    pub reports: usize,
    /// Matters that could be told.
    pub taken: usize,
    /// Reports that touch a topic.
    pub by_topic: HashMap<Option<Uuid>, usize>,
    /// Streams of a tendency.
    pub by_tendency: HashMap<Tendency, usize>,
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
    /// The day that says which period it belongs to.
    pub about: Option<NaiveDate>,
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
    let prints = |items: &[MaterialItem]| -> Vec<Print> { items.iter().map(told).collect() };
    // Folding the letters of a large month takes longest: both halves at once.
    let (one, other) = items.split_at(items.len() / 2);
    let prints: Vec<Print> = thread::scope(|scope| {
        let other = scope.spawn(|| prints(other));
        let mut all = prints(one);
        all.extend(other.join().unwrap_or_default());
        all
    });
    nearly_same(&prints, |earlier, later| items[earlier].report != items[later].report)
}

impl Material {
    /// Nothing yet of a period.
    pub fn empty(period: Period) -> Self {
        Self {
            period,
            reports: Vec::new(),
            items: Vec::new(),
            topics: HashMap::new(),
            issues: HashMap::new(),
            before: Before::default(),
            orientations: Vec::new(),
            doubled: Vec::new(),
            rounds: Vec::new(),
            named: true,
            by: Grouping::default(),
            work: None,
            shorter: Shorter::default(),
        }
    }

    /// Leaves only what is about one of these topics, the reports that tell it and the issues it belongs to.
    pub fn keep_about(&mut self, topics: &HashSet<Uuid>) {
        let of_issue = |item: &MaterialItem| item.issue.and_then(|id| self.issues.get(&id)?.topic);
        let about: HashSet<Uuid> = self
            .items
            .iter()
            .filter(|item| {
                let streams = item.streams.iter().filter_map(|stream| stream.topic);
                item.topics
                    .iter()
                    .copied()
                    .chain(of_issue(item))
                    .chain(streams)
                    .any(|one| topics.contains(&one))
            })
            .map(|item| item.id)
            .collect();
        self.items.retain(|item| about.contains(&item.id));
        let raised: HashSet<Uuid> = self.items.iter().filter_map(|item| item.issue).collect();
        self.issues.retain(|id, issue| {
            issue.topic.is_some_and(|topic| topics.contains(&topic)) || raised.contains(id)
        });
        let mut places: Vec<usize> = self.items.iter().map(|item| item.report).collect();
        places.dedup();
        for item in &mut self.items {
            item.report = places.partition_point(|at| *at < item.report);
        }
        let mut at = 0;
        self.reports.retain(|_| {
            at += 1;
            places.binary_search(&(at - 1)).is_ok()
        });
    }

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

    /// What every live count of a text says now.
    pub fn counts(&self) -> HashMap<Count, usize> {
        let counters = self.counters();
        let mut counts = HashMap::from([
            (Count::Reports, counters.reports),
            (Count::Units, counters.units),
            (Count::Taken, self.usable_places().len()),
        ]);
        for group in groups(self) {
            counts.insert(Count::Topic(group.topic), group.reports);
        }
        for item in self.usable() {
            for stream in &item.streams {
                *counts.entry(Count::Tendency(stream.tendency.id())).or_default() += 1;
            }
        }
        let before = &self.before;
        let mut parts = vec![(Part::Reports, before.reports), (Part::Taken, before.taken)];
        parts.extend(before.by_topic.iter().map(|(topic, count)| (Part::Topic(*topic), *count)));
        parts.extend(before.by_tendency.iter().map(|(one, count)| (Part::Tendency(one.id()), *count)));
        // What was not there before differs by all of it.
        let now: Vec<(Count, usize)> = counts.iter().map(|(count, now)| (*count, *now)).collect();
        for (count, now) in now {
            counts.extend(Part::of(count).map(|part| (Count::Change(part), now)));
        }
        for (part, before) in parts {
            let now = counts.get(&part.now()).copied().unwrap_or(0);
            counts.insert(Count::Before(part), before);
            counts.insert(Count::Change(part), now.abs_diff(before));
        }
        for (fact, count) in self.work.iter().flat_map(|work| &work.counts) {
            counts.insert(Count::Work(*fact), *count);
        }
        counts
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

/// One sentence about a stream of an item, or about an item without streams, with its citation; `turn` chooses among phrasings.
pub fn sentence_about(
    material: &Material,
    item: &MaterialItem,
    stream: Option<&MaterialStream>,
    phrases: &Phrases,
    turn: usize,
) -> String {
    phrases.sentence(&group::alone(material, item, stream), turn, material)
}

/// How many sentences [`sentence_about`] knows for it.
pub fn phrasings(
    material: &Material,
    item: &MaterialItem,
    stream: Option<&MaterialStream>,
    phrases: &Phrases,
) -> usize {
    phrases.fitting(&group::alone(material, item, stream), material).len().max(1)
}

/// What a section of this source can tell: items with the stream, if it is one, in the order of the draft.
pub fn tellable(material: &Material, source: Source) -> Vec<(usize, Option<usize>)> {
    let usable: Vec<(usize, &MaterialItem)> =
        material.usable_places().into_iter().filter_map(|at| Some((at, material.items.get(at)?))).collect();
    match source {
        Source::Forecast => places(usable, |item| !item.forecast.trim().is_empty()),
        Source::Recommendation => places(usable, |item| !item.recommendation.trim().is_empty()),
        Source::Answers | Source::Orientation | Source::Comparison => Vec::new(),
        work if work.tells_work() => Vec::new(),
        _ => {
            let area = source.area();
            let groups = gathered(material);
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

#[cfg(test)]
pub(crate) mod tests;
