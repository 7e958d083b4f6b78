//! The period beside the one before: reports, matters, topics, tendencies.

use std::cmp::Ordering;

use serde::Serialize;
use uuid::Uuid;

use super::{Material, groups, phrase};
use crate::inbox::model::Tendency;
use crate::summary::model::{Count, Part, counted};
use crate::text;

/// Topics the paper names at most, of those with more and of those with fewer reports.
const MOST_TOPICS: usize = 4;

/// A count and what it was in the period before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// What is counted: a topic's name; empty for what needs none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Tendency; nothing for other counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tendency: Option<&'static str>,
    /// The topic; `None` for matters without one and for what is no topic.
    #[serde(skip)]
    pub topic: Option<Uuid>,
    /// In this period.
    pub now: usize,
    /// In the period before.
    pub before: usize,
}

impl Compared {
    /// The difference in hundredths of what it was before; `None` where nothing was.
    pub fn share(&self) -> Option<i64> {
        let (now, before) = (self.now as i64, self.before as i64);
        (before > 0).then(|| ((now - before) * 100 + (now - before).signum() * before / 2) / before)
    }
}

/// The period beside the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The period before, as papers name it.
    pub period: String,
    /// Reports.
    pub reports: Compared,
    /// Matters that could be told.
    pub items: Compared,
    /// Topics by reports, those that changed most first.
    pub topics: Vec<Compared>,
    /// Streams by tendency.
    pub tendencies: Vec<Compared>,
}

/// The tendencies in the order papers name them.
const TENDENCIES: [Tendency; 5] =
    [Tendency::Agree, Tendency::Disagree, Tendency::Worry, Tendency::Wish, Tendency::Unclear];

/// The period beside the one before; `None` when that brought nothing.
pub fn compare(material: &Material) -> Option<Comparison> {
    let before = &material.before;
    let previous = material.period.previous().filter(|_| before.reports > 0)?;
    let now = material.counts();
    let count = |what: Count| now.get(&what).copied().unwrap_or(0);
    let known = groups(material);
    let mut topics: Vec<Compared> = known
        .iter()
        .map(|group| Compared {
            name: group.name.clone(),
            topic: group.topic,
            now: group.reports,
            before: before.by_topic.get(&group.topic).copied().unwrap_or(0),
            tendency: None,
        })
        .collect();
    for (topic, reports) in &before.by_topic {
        if !known.iter().any(|group| group.topic == *topic) {
            let name = topic.and_then(|id| material.topics.get(&id)).map(|topic| topic.name.clone());
            let name = name.unwrap_or_else(|| "Nội dung khác".to_owned());
            topics.push(Compared { name, topic: *topic, before: *reports, ..Compared::default() });
        }
    }
    topics.sort_by(|a, b| {
        let change = |one: &Compared| std::cmp::Reverse(one.now.abs_diff(one.before));
        change(a).cmp(&change(b)).then_with(|| text::sort_key(&a.name).cmp(&text::sort_key(&b.name)))
    });
    let tendency = |tendency: Tendency| Compared {
        tendency: Some(tendency.id()),
        now: count(Count::Tendency(tendency.id())),
        before: before.by_tendency.get(&tendency).copied().unwrap_or(0),
        ..Compared::default()
    };
    Some(Comparison {
        period: previous.name(),
        reports: Compared { now: count(Count::Reports), before: before.reports, ..Compared::default() },
        items: Compared { now: count(Count::Taken), before: before.taken, ..Compared::default() },
        topics,
        tendencies: TENDENCIES.map(tendency).into_iter().filter(|one| one.now + one.before > 0).collect(),
    })
}

/// The comparison as a paper tells it, with live counts.
pub(super) fn told(material: &Material) -> String {
    let Some(compared) = compare(material) else { return String::new() };
    let mut out = vec![format!(
        "So với {}, số báo cáo tiếp nhận là {}; số nội dung phản ánh được tổng hợp là {}.",
        compared.period,
        beside(&compared.reports, Part::Reports, ""),
        beside(&compared.items, Part::Taken, ""),
    )];
    let told = |one: &Compared| {
        format!("{} {}", phrase::lowered(&one.name), beside(one, Part::Topic(one.topic), " báo cáo"))
    };
    for (way, words) in [
        (Ordering::Greater, "Lĩnh vực được phản ánh nhiều hơn"),
        (Ordering::Less, "Lĩnh vực được phản ánh ít hơn"),
    ] {
        let named: Vec<String> = compared
            .topics
            .iter()
            .filter(|one| one.topic.is_some() && one.now.cmp(&one.before) == way)
            .take(MOST_TOPICS)
            .map(told)
            .collect();
        if !named.is_empty() {
            out.push(format!("{words}: {}.", named.join("; ")));
        }
    }
    let tendencies: Vec<String> = TENDENCIES
        .into_iter()
        .filter_map(|tendency| {
            let one = compared.tendencies.iter().find(|one| one.tendency == Some(tendency.id()))?;
            Some(format!("{} {}", named(tendency), beside(one, Part::Tendency(tendency.id()), "")))
        })
        .collect();
    if !tendencies.is_empty() {
        out.push(format!("Theo khuynh hướng, số luồng ý kiến: {}.", tendencies.join("; ")));
    }
    super::draft::lines(out)
}

/// `12 báo cáo (kỳ trước 9, tăng 3)`; `what` is counted, with a blank before it.
fn beside(one: &Compared, part: Part, what: &str) -> String {
    let now = counted(one.now, part.now());
    let before = counted(one.before, Count::Before(part));
    let change = counted(one.now.abs_diff(one.before), Count::Change(part));
    match one.now.cmp(&one.before) {
        Ordering::Greater => format!("{now}{what} (kỳ trước {before}, tăng {change})"),
        Ordering::Less => format!("{now}{what} (kỳ trước {before}, giảm {change})"),
        Ordering::Equal => format!("{now}{what} (bằng kỳ trước)"),
    }
}

fn named(tendency: Tendency) -> &'static str {
    match tendency {
        Tendency::Agree => "đồng tình",
        Tendency::Disagree => "không đồng tình",
        Tendency::Worry => "băn khoăn, lo lắng",
        Tendency::Wish => "kiến nghị, mong muốn",
        Tendency::Unclear => "chưa rõ khuynh hướng",
    }
}
