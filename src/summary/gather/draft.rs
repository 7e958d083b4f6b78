//! The text of sections as a draft has it.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::{
    Group, Material, MaterialIssue, MaterialItem, Phrases, compare, gathered, group, phrase, shorter,
};
use crate::summary::model::{Count, Grouping, Part, Section, Source, citation, counted, letter};

/// Most sentences a draft writes about one topic; every tendency has one, whatever the number.
pub(super) const MOST_SENTENCES: usize = 12;
/// Most forecasts and most recommendations a draft carries.
const MOST_POINTS: usize = 20;

/// Writes the sections of an outline: each gets the text its source gathers. Sections that are free stay empty. What an issued
/// synthesis of a shorter period tells is taken from it; the sources are read only where there is none.
pub fn draft(material: &Material, outline: &[Section], phrases: &Phrases) -> Vec<Section> {
    let groups = gathered(material);
    let rest = (!material.shorter.issued.is_empty()).then(|| material.uncovered());
    let rest_groups = rest.as_ref().map(gathered);
    let fill = |source: Source| match (&rest, &rest_groups) {
        (Some(rest), Some(groups)) if shorter::draws_on(source) => {
            let tells = || body(rest, source, groups, phrases);
            shorter::body(&material.shorter, source, tells)
        }
        _ => body(material, source, &groups, phrases),
    };
    outline.iter().map(|section| Section { body: fill(section.source), ..section.clone() }).collect()
}

pub(super) fn body(material: &Material, source: Source, groups: &[Group], phrases: &Phrases) -> String {
    match source {
        Source::General => general(material, groups),
        Source::Comparison => compare::told(material),
        Source::International | Source::Domestic | Source::Local | Source::Matters => {
            matters(material, source.area(), groups, phrases)
        }
        Source::Issues => issues(material),
        Source::Forecast => points(material, |item| &item.forecast),
        Source::Recommendation => points(material, |item| &item.recommendation),
        Source::Answers => answers(material),
        Source::Orientation => lines(material.orientations.iter().map(|text| phrase::ended(text))),
        Source::Network | Source::Reporting | Source::Cases | Source::Training | Source::Next => {
            material.work.as_ref().map_or_else(String::new, |work| work.told(source, material))
        }
        Source::Free => String::new(),
    }
}

pub(super) fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

/// The number of reports with the change: `7 báo cáo, tăng 3 so với kỳ trước`.
fn with_change(now: usize, before: usize, what: Part) -> String {
    let told = format!("{} báo cáo", counted(now, what.now()));
    let change = counted(now.abs_diff(before), Count::Change(what));
    match now.cmp(&before) {
        _ if before == 0 => told,
        std::cmp::Ordering::Greater => format!("{told}, tăng {change} so với kỳ trước"),
        std::cmp::Ordering::Less => format!("{told}, giảm {change} so với kỳ trước"),
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
        with_change(counters.reports, material.before.reports, Part::Reports)
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
    let by_topic = (material.by != Grouping::Topic).then(|| group::groups(material));
    let groups = by_topic.as_deref().unwrap_or(groups);
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

fn matters(material: &Material, area: Option<&str>, groups: &[Group], phrases: &Phrases) -> String {
    let groups: Vec<&Group> =
        groups.iter().filter(|group| area.is_none_or(|area| group.area == area)).collect();
    let mut out = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        if groups.len() > 1 || group.reports > 1 {
            let counts = if group.by_topic {
                let before = material.before.by_topic.get(&group.topic).copied().unwrap_or(0);
                with_change(group.reports, before, Part::Topic(group.topic))
            } else {
                format!("{} báo cáo", group.reports)
            };
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

/// Salient issues, graver ones first, each with what its matters tell.
fn issues(material: &Material) -> String {
    let mut about: HashMap<Uuid, Vec<&MaterialItem>> = HashMap::new();
    for item in material.usable() {
        if let Some(issue) = item.issue {
            about.entry(issue).or_default().push(item);
        }
    }
    let mut salient: Vec<(&MaterialIssue, Vec<&MaterialItem>)> = about
        .into_iter()
        .filter_map(|(id, items)| Some((material.issues.get(&id)?, items)))
        .filter(|(issue, _)| issue.rank() > 0)
        .collect();
    salient.sort_by(|(a, _), (b, _)| b.rank().cmp(&a.rank()).then_with(|| a.title.cmp(&b.title)));
    lines(salient.into_iter().map(|(issue, items)| {
        let mut reports: Vec<usize> = items.iter().map(|item| item.report).collect();
        reports.dedup();
        let sources: Vec<Uuid> = items.iter().map(|item| item.id).collect();
        let line = issue_line(issue, reports.len());
        format!("- {}", phrase::cite(&line, &citation(&sources)))
    }))
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
