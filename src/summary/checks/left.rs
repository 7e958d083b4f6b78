//! What the synthesis leaves out, and what changed under it.

use std::collections::HashSet;

use uuid::Uuid;

use super::{Check, Kept, Places, Twice, said};
use crate::inbox::model::{Band, Tendency};
use crate::summary::exhibit::too_few;
use crate::summary::gather::{Material, MaterialItem};
use crate::summary::model::{Exhibit, Section, exhibits, origins, without_citations};
use crate::text;
use crate::text::mixed::MixedSet;

pub(super) fn hot_spots(
    found: &mut Vec<Check>,
    sections: &[Section],
    places: &Places,
    used: &MixedSet<Uuid>,
) {
    let material = places.material;
    let cites = |item: &MaterialItem| {
        used.contains(&item.id) || item.streams.iter().any(|stream| used.contains(&stream.id))
    };
    let mut told: Option<String> = None;
    for (id, items) in &places.facts.grave {
        let Some(issue) = material.issues.get(id) else { continue };
        if items.iter().filter_map(|at| material.items.get(*at)).any(cites) {
            continue;
        }
        // The whole text is read only when an issue is not cited.
        let told = told.get_or_insert_with(|| {
            let bodies: Vec<String> =
                sections.iter().map(|section| without_citations(&section.body)).collect();
            text::fold(&bodies.join("\n"))
        });
        let title = text::fold(issue.title.trim());
        if title.is_empty() || !told.contains(&title) {
            found.push(Check::HotSpotNotMentioned(*id, issue.title.clone()));
        }
    }
}

/// Sources that say something else than when they were cited.
pub(super) fn changed(found: &mut Vec<Check>, places: &Places, kept: &Kept, used: &MixedSet<Uuid>) {
    let is_other = |id: &&Uuid| {
        let (Some(then), Some((item, stream))) = (kept.cited.get(*id), places.get(**id)) else {
            return false;
        };
        *then != said(item, stream)
    };
    let mut changed: Vec<Uuid> = used.iter().filter(is_other).copied().collect();
    changed.sort_unstable();
    if !changed.is_empty() {
        found.push(Check::SourcesChanged(changed));
    }
}

/// Tables whose round or question is gone, and charts of too few reports.
pub(super) fn not_printed(found: &mut Vec<Check>, sections: &[Section], material: &Material) {
    let round = |id| material.rounds.iter().find(|round| round.id == id);
    let stands = |exhibit: &Exhibit| match exhibit {
        Exhibit::Chart(_) => !too_few(material),
        Exhibit::Survey(id, None) => round(*id).is_some(),
        Exhibit::Survey(id, Some(question)) => {
            round(*id).is_some_and(|round| round.questions.iter().any(|(id, _)| id == question))
        }
    };
    // Most texts have none, and this is asked with every key.
    for section in sections.iter().filter(|section| section.body.contains("⟦#")) {
        for exhibit in exhibits(&section.body).into_iter().filter(|exhibit| !stands(exhibit)) {
            found.push(Check::NotPrinted(section.id, section.heading.clone(), exhibit));
        }
    }
}

pub(super) fn counted_twice(found: &mut Vec<Check>, material: &Material) {
    let usable: HashSet<usize> = material.usable_places().into_iter().collect();
    let number = |at: usize| {
        let report = material.items.get(at).and_then(|item| material.report(item));
        report.map_or_else(String::new, |report| report.arrival_number.clone())
    };
    let mut pairs: Vec<Twice> = Vec::new();
    for near in &material.doubled {
        if usable.contains(&near.earlier) && usable.contains(&near.later) {
            let item = material.items.get(near.later).map_or_else(Uuid::nil, |item| item.id);
            let (later, earlier) = (number(near.later), number(near.earlier));
            pairs.push(Twice { item, later, earlier, share: near.share });
        }
    }
    if !pairs.is_empty() {
        found.push(Check::CountedTwice(pairs));
    }
}

/// Shorter periods that are lacking, and issued ones the text takes nothing from.
pub(super) fn shorter(found: &mut Vec<Check>, sections: &[Section], material: &Material) {
    let shorter = &material.shorter;
    if !shorter.lacking.is_empty() {
        found.push(Check::ShorterLacking(shorter.lacking.clone()));
    }
    if shorter.issued.is_empty() || !sections.iter().any(|section| section.source.tells_matters()) {
        return;
    }
    let taken: HashSet<Uuid> = sections.iter().flat_map(|section| origins(&section.body)).collect();
    let left = shorter.issued.iter().filter(|issued| !taken.contains(&issued.id));
    let left: Vec<_> = left.map(|issued| (issued.id, issued.period)).collect();
    if !left.is_empty() {
        found.push(Check::ShorterNotUsed(left));
    }
}

/// What is left out. Of a longer period only what no issued shorter one told: those say themselves what they left out and why.
pub(super) fn out(found: &mut Vec<Check>, material: &Material, used: &MixedSet<Uuid>) {
    let (mut items, mut strong, mut minority) = (Vec::new(), Vec::new(), Vec::new());
    // Tendencies the text carries, by topic.
    let mut carried: HashSet<(Option<Uuid>, Tendency)> = HashSet::new();
    let topic = |item: &MaterialItem, own: Option<Uuid>| own.or_else(|| item.topics.first().copied());
    let usable = material.usable();
    let usable: Vec<&MaterialItem> = usable.into_iter().filter(|item| !material.is_covered(item)).collect();
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
