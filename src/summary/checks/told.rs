//! Sentences that tell wrongly: rumours as facts, majorities that are none, numbers that are others, people who can be recognised.

use std::collections::HashSet;

use uuid::Uuid;

use super::{Check, Facts, Places, Told};
use crate::inbox::model::{Tendency, Verification};
use crate::summary::gather::SWEEPING;
use crate::summary::model::{Count, Section, Sentence, Source, counts, sentences, without_citations};
use crate::text;
use crate::text::personal;

/// Words that tell a reader the truth is not known yet.
const DOUBT: [&str; 6] =
    ["tin don", "chua xac minh", "chua duoc xac minh", "dang xac minh", "chua kiem chung", "lan truyen"];
/// Words that say whose view of the majority it is.
const ATTRIBUTED: [&str; 2] = ["theo bao cao", "theo phan anh"];
/// Words before the number of all reports.
const RECEIVED: [&str; 4] = ["tiep nhan", "nhan duoc", "tong so", "tong cong"];

/// What most people are said to think: the passage, and the issue or topic with the tendency of each source.
type Majority = (Told, Vec<(Uuid, Tendency)>);

pub(super) fn wrongly(found: &mut Vec<Check>, sections: &[Section], places: &Places) {
    let mut most: Vec<Majority> = Vec::new();
    for section in sections {
        for sentence in sentences(&section.body).into_iter().filter(|one| !one.sources.is_empty()) {
            most.extend(one(found, section.id, &sentence, places));
        }
    }
    opposed(found, &most);
}

/// Looks at one sentence; gives what most people think by it, on more than one report.
fn one(found: &mut Vec<Check>, section: Uuid, sentence: &Sentence, places: &Places) -> Option<Majority> {
    let folded = text::fold(&sentence.text);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let told = || Told { section, text: sentence.text.clone() };
    let unverified = places.cited(sentence).any(|(item, _)| {
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
        found.push(Check::RumourAsOpinion(told()));
    }
    if !says(&SWEEPING) || says(&ATTRIBUTED) {
        return None;
    }
    let reports: HashSet<usize> = places.cited(sentence).map(|(item, _)| item.report).collect();
    if reports.len() == 1 {
        found.push(Check::MajorityOnOneReport(told()));
    }
    let about = places.cited(sentence).filter_map(|(item, stream)| {
        let stream = stream?;
        let about = item.issue.or(stream.topic).or_else(|| item.topics.first().copied())?;
        Some((about, stream.tendency))
    });
    Some((told(), about.collect()))
}

/// Most people cannot both agree and not agree.
fn opposed(found: &mut Vec<Check>, most: &[Majority]) {
    for (at, (one, views)) in most.iter().enumerate() {
        for (other, others) in most.iter().skip(at + 1) {
            let contrary = |(about, tendency): &(Uuid, Tendency)| {
                let contrary = match tendency {
                    Tendency::Agree => Tendency::Disagree,
                    Tendency::Disagree => Tendency::Agree,
                    _ => return false,
                };
                others.contains(&(*about, contrary))
            };
            if views.iter().any(contrary) {
                found.push(Check::MajoritiesOpposed(one.clone(), other.clone()));
            }
        }
    }
}

/// Numbers that say another count than the file: live ones everywhere, and the number of all reports in the general situation.
pub(super) fn numbers(found: &mut Vec<Check>, sections: &[Section], facts: &Facts) {
    let reports = facts.count(Count::Reports);
    for section in sections {
        for line in section.body.split('\n') {
            let told = || Told { section: section.id, text: without_citations(line).trim().to_owned() };
            let live = counts(line);
            let wrong = live.iter().find_map(|one| {
                let now = facts.count(one.what);
                (now != one.written).then_some((one.written, now))
            });
            let typed =
                (section.source == Source::General && live.is_empty()).then(|| received(line)).flatten();
            let typed = typed.filter(|number| *number != reports).map(|number| (number, reports));
            if let Some((written, now)) = wrong.or(typed) {
                found.push(Check::NumbersDisagree(told(), written, now));
            }
        }
    }
}

/// The number of all reports as a line gives it: `đã tiếp nhận 12 báo cáo`.
fn received(line: &str) -> Option<usize> {
    let folded = text::fold(&without_citations(line));
    RECEIVED.iter().find_map(|word| {
        let after = folded.split_once(word)?.1.trim_start();
        let (number, rest) = after.split_once(' ')?;
        rest.starts_with("bao cao").then(|| number.parse().ok()).flatten()
    })
}

/// Passages that may tell who a citizen is.
pub(super) fn personal(found: &mut Vec<Check>, sections: &[Section]) {
    for section in sections.iter().filter(|section| !section.is_empty()) {
        for line in without_citations(&section.body).lines() {
            if !personal::find(line).is_empty() {
                let told = Told { section: section.id, text: line.trim().to_owned() };
                found.push(Check::PersonalData(told));
            }
        }
    }
}
