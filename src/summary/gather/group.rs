//! Streams of one topic put together: the same group of people saying the same thing is one cluster.

use std::cmp::Reverse;
use std::collections::HashMap;

use uuid::Uuid;

use super::{Material, MaterialIssue, MaterialItem, MaterialStream};
use crate::inbox::model::{Band, Intensity, Tendency, Verification};
use crate::summary::model::Grouping;
use crate::text;

/// What is told about one topic, one issue or by one unit.
#[derive(Clone, Debug)]
pub struct Group {
    /// The topic; `None` for matters without one.
    pub topic: Option<Uuid>,
    /// It holds all that is told about its topic.
    pub by_topic: bool,
    /// Its name.
    pub name: String,
    /// international | domestic | local.
    pub area: String,
    /// Reports that touch it.
    pub reports: usize,
    /// Highest grade of its issues.
    rank: u8,
    /// What is said, graver issues first, then the most prevalent.
    pub clusters: Vec<Cluster>,
}

/// One thing said by one group of people, or one matter without streams.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// Issue.
    pub issue: Option<Uuid>,
    /// Topic; of the first, where reports gave it several.
    pub topic: Option<Uuid>,
    /// Rumour, and how far it is verified.
    pub rumour: Option<Verification>,
    /// Tendency; `None` for a matter without streams.
    pub tendency: Option<Tendency>,
    /// Group of people.
    pub group_name: String,
    /// Strongest prevalence.
    pub band: Band,
    /// Strongest intensity.
    pub intensity: Intensity,
    /// Title of the matter; of the first, where reports gave it several.
    pub matter: String,
    /// What is said.
    pub gist: String,
    /// More about a matter without streams.
    pub detail: String,
    /// Streams, or items without streams.
    pub sources: Vec<Uuid>,
    /// Positions of the reports in the material, each once.
    pub reports: Vec<usize>,
    rank: u8,
}

impl Group {
    /// The clusters a draft tells: at most `most`, but the first of every tendency among them.
    pub fn chosen(&self, most: usize) -> Vec<&Cluster> {
        let mut seen = Vec::new();
        let mut chosen: Vec<usize> = Vec::new();
        for (index, cluster) in self.clusters.iter().enumerate() {
            if !seen.contains(&(cluster.issue, cluster.tendency)) {
                seen.push((cluster.issue, cluster.tendency));
                chosen.push(index);
            }
        }
        for index in 0..self.clusters.len() {
            if chosen.len() >= most {
                break;
            }
            if !chosen.contains(&index) {
                chosen.push(index);
            }
        }
        chosen.sort_unstable();
        chosen.into_iter().map(|index| &self.clusters[index]).collect()
    }

    /// Reports that touch an issue.
    pub fn reports_of(&self, issue: Option<Uuid>) -> usize {
        let mut reports: Vec<usize> = self
            .clusters
            .iter()
            .filter(|cluster| cluster.issue == issue)
            .flat_map(|cluster| cluster.reports.clone())
            .collect();
        reports.sort_unstable();
        reports.dedup();
        reports.len()
    }
}

/// What a text is compared by: its letters and digits, folded.
pub fn key(words: &str) -> String {
    let folded = text::fold(words);
    let mut key = String::with_capacity(folded.len());
    for sign in folded.chars() {
        if sign.is_alphanumeric() {
            key.push(sign);
        } else if !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// All topics of the period, graver ones first, then by the number of reports.
pub fn groups(material: &Material) -> Vec<Group> {
    gathered_by(material, Grouping::Topic)
}

/// The same by what the synthesis is gathered by.
pub fn gathered(material: &Material) -> Vec<Group> {
    gathered_by(material, material.by)
}

/// What matters are put together by. Those of an issue or a unit are told in the area their topic belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Topic(Option<Uuid>),
    Issue(Uuid, String),
    Unit(String, String),
}

fn gathered_by(material: &Material, by: Grouping) -> Vec<Group> {
    let mut gatherings: HashMap<Key, Gathering> = HashMap::new();
    let key = |item: &MaterialItem, stream: Option<&MaterialStream>, issue: Option<&MaterialIssue>| {
        let topic = topic_of(item, stream, issue);
        let area = || area_of(topic, material).to_owned();
        match (by, item.issue.filter(|_| issue.is_some())) {
            (Grouping::Issue, Some(issue)) => Key::Issue(issue, area()),
            (Grouping::Unit, _) => {
                let unit = material.report(item).map(|report| report.unit.trim().to_owned());
                Key::Unit(unit.unwrap_or_default(), area())
            }
            _ => Key::Topic(topic),
        }
    };
    for item in material.usable() {
        let issue = item.issue.and_then(|id| material.issues.get(&id));
        if item.streams.is_empty() {
            gatherings.entry(key(item, None, issue)).or_default().item(item, issue);
        }
        for stream in &item.streams {
            gatherings.entry(key(item, Some(stream), issue)).or_default().stream(item, stream, issue);
        }
    }
    let finished = gatherings.into_iter().map(|(key, gathering)| gathering.finish(key, by, material));
    // Matters nobody gave a topic, and those of nobody known, come last.
    let mut groups: Vec<(bool, Group)> = finished.collect();
    groups.sort_by(|(a_last, a), (b_last, b)| {
        let order = |last: bool, group: &Group| (last, Reverse(group.rank), Reverse(group.reports));
        order(*a_last, a)
            .cmp(&order(*b_last, b))
            .then_with(|| text::sort_key(&a.name).cmp(&text::sort_key(&b.name)))
    });
    groups.into_iter().map(|(_, group)| group).collect()
}

fn area_of(topic: Option<Uuid>, material: &Material) -> &str {
    topic.and_then(|id| material.topics.get(&id)).map_or("local", |topic| topic.area.as_str())
}

/// A stream of an item, or an item without streams, by itself.
pub fn alone(material: &Material, item: &MaterialItem, stream: Option<&MaterialStream>) -> Cluster {
    let issue = item.issue.and_then(|id| material.issues.get(&id));
    let mut gathering = Gathering::default();
    match stream {
        Some(stream) => gathering.stream(item, stream, issue),
        None => gathering.item(item, issue),
    }
    gathering.clusters.pop().unwrap_or_else(|| Cluster::new(item, issue))
}

fn topic_of(
    item: &MaterialItem,
    stream: Option<&MaterialStream>,
    issue: Option<&MaterialIssue>,
) -> Option<Uuid> {
    issue
        .and_then(|issue| issue.topic)
        .or_else(|| stream.and_then(|stream| stream.topic))
        .or_else(|| item.topics.first().copied())
}

#[derive(Default)]
struct Gathering {
    clusters: Vec<Cluster>,
    places: HashMap<ClusterKey, usize>,
    reports: Vec<usize>,
}

type ClusterKey = (Option<Uuid>, Option<Verification>, Option<Tendency>, String, String);

impl Gathering {
    fn stream(&mut self, item: &MaterialItem, stream: &MaterialStream, issue: Option<&MaterialIssue>) {
        let gist = if stream.gist.trim().is_empty() { &item.title } else { &stream.gist };
        let key = (item.issue, item.rumour, Some(stream.tendency), key(&stream.group_name), key(gist));
        let cluster = self.cluster(key, item, issue, || Cluster {
            topic: topic_of(item, Some(stream), issue),
            tendency: Some(stream.tendency),
            group_name: stream.group_name.trim().to_owned(),
            gist: gist.trim().to_owned(),
            ..Cluster::new(item, issue)
        });
        cluster.band = cluster.band.max(stream.band);
        cluster.intensity = cluster.intensity.max(stream.intensity);
        cluster.sources.push(stream.id);
    }

    fn item(&mut self, item: &MaterialItem, issue: Option<&MaterialIssue>) {
        let title = if item.title.trim().is_empty() { item.lead.trim() } else { item.title.trim() };
        let key = (item.issue, item.rumour, None, String::new(), key(title));
        let cluster = self.cluster(key, item, issue, || Cluster {
            gist: item.title.trim().to_owned(),
            detail: item.lead.clone(),
            ..Cluster::new(item, issue)
        });
        cluster.sources.push(item.id);
    }

    fn cluster(
        &mut self,
        key: ClusterKey,
        item: &MaterialItem,
        issue: Option<&MaterialIssue>,
        new: impl FnOnce() -> Cluster,
    ) -> &mut Cluster {
        let place = *self.places.entry(key).or_insert_with(|| {
            self.clusters.push(Cluster { rank: issue.map_or(0, MaterialIssue::rank), ..new() });
            self.clusters.len() - 1
        });
        self.reports.push(item.report);
        let cluster = &mut self.clusters[place];
        if cluster.reports.last() != Some(&item.report) {
            cluster.reports.push(item.report);
        }
        cluster
    }

    /// The group, and whether it stands behind the others.
    fn finish(mut self, key: Key, by: Grouping, material: &Material) -> (bool, Group) {
        self.reports.sort_unstable();
        self.reports.dedup();
        let rank = self.clusters.iter().map(|cluster| cluster.rank).max().unwrap_or(0);
        // Clusters of one issue stay together; unchanged order of arrival decides between equals.
        self.clusters.sort_by_key(|cluster| {
            (
                Reverse(cluster.rank),
                cluster.issue.is_none(),
                cluster.issue,
                Reverse(cluster.band),
                Reverse(cluster.reports.len()),
            )
        });
        let other = || "Nội dung khác".to_owned();
        let (topic, name, area, last) = match key {
            Key::Topic(topic) => {
                let known = topic.and_then(|id| material.topics.get(&id));
                let name = known.map_or_else(other, |topic| topic.name.clone());
                (topic, name, area_of(topic, material).to_owned(), topic.is_none())
            }
            Key::Issue(issue, area) => {
                let title =
                    material.issues.get(&issue).map(|issue| issue.title.trim_end_matches('.').to_owned());
                (None, title.unwrap_or_else(other), area, false)
            }
            Key::Unit(unit, area) if unit.is_empty() => (None, "Nơi gửi chưa rõ".to_owned(), area, true),
            Key::Unit(unit, area) => (None, unit, area, false),
        };
        let (reports, clusters) = (self.reports.len(), self.clusters);
        (last, Group { topic, by_topic: by == Grouping::Topic, name, area, reports, rank, clusters })
    }
}

impl Cluster {
    fn new(item: &MaterialItem, issue: Option<&MaterialIssue>) -> Self {
        Self {
            issue: item.issue,
            topic: topic_of(item, None, issue),
            rumour: item.rumour,
            tendency: None,
            group_name: String::new(),
            matter: item.title.trim().to_owned(),
            band: Band::Unknown,
            intensity: Intensity::None,
            gist: String::new(),
            detail: String::new(),
            sources: Vec::new(),
            reports: Vec::new(),
            rank: issue.map_or(0, MaterialIssue::rank),
        }
    }
}
