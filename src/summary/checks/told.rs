//! Sentences that tell wrongly: rumours as facts, majorities that are none, numbers that are others, people who can be recognised.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Check, Facts, Places, Told};
use crate::inbox::model::{Tendency, Verification};
use crate::summary::gather::{MaterialStream, SWEEPING};
use crate::summary::model::{
    Count, Section, Sentence, Source, counts, number_of, sentences, without_citations,
};
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

/// What one line of a text has to be said of it, whatever section it stands in.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    wrong: Vec<Check>,
    number: Option<Check>,
    personal: Option<Check>,
    most: Vec<(String, Vec<(Uuid, Tendency)>)>,
}

/// Lines looked at already: with every key only one is another.
pub(super) type Seen = HashMap<(Kind, String), Line>;

/// What a section tells, as far as its lines are judged by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// The general situation: its number of reports is that of the period.
    General,
    /// What may come and what is asked for: neither says that a rumour is true, nor what most people think now.
    Outlook,
    /// What people think.
    Views,
}

impl Kind {
    fn of(source: Source) -> Self {
        match source {
            Source::General => Self::General,
            Source::Forecast | Source::Recommendation => Self::Outlook,
            _ => Self::Views,
        }
    }
}

/// What the lines of the sections have to be said of them, the gravest first.
pub(super) fn passages(found: &mut Vec<Check>, sections: &[Section], places: &Places) {
    let mut seen = places.facts.seen.take();
    // Lines that are gone are forgotten with the old list.
    let mut still = Seen::with_capacity(seen.len());
    let mut most: Vec<Majority> = Vec::new();
    let (mut numbers, mut personal) = (Vec::new(), Vec::new());
    for section in sections {
        let kind = Kind::of(section.source);
        for text in section.body.split('\n').filter(|line| !line.trim().is_empty()) {
            let key = (kind, text.to_owned());
            let line = match still.entry(key) {
                Entry::Occupied(line) => line.into_mut(),
                Entry::Vacant(place) => {
                    let line = seen.remove(place.key()).unwrap_or_else(|| line(text, kind, places));
                    place.insert(line)
                }
            };
            let here = |check: &Check| stands_in(check, section.id);
            found.extend(line.wrong.iter().map(here));
            numbers.extend(line.number.iter().map(here));
            personal.extend(line.personal.iter().map(here));
            most.extend(
                line.most
                    .iter()
                    .map(|(text, views)| (Told { section: section.id, text: text.clone() }, views.clone())),
            );
        }
    }
    places.facts.seen.replace(still);
    opposed(found, &most);
    found.append(&mut numbers);
    found.append(&mut personal);
}

/// The finding of a line in its section.
fn stands_in(check: &Check, section: Uuid) -> Check {
    let mut check = check.clone();
    match &mut check {
        Check::RumourAsOpinion(told)
        | Check::MajorityOnOneReport(told)
        | Check::NumbersDisagree(told, ..)
        | Check::PersonalData(told) => told.section = section,
        _ => {}
    }
    check
}

fn line(text: &str, kind: Kind, places: &Places) -> Line {
    let mut line = Line::default();
    if kind != Kind::Outlook {
        for sentence in sentences(text).into_iter().filter(|one| !one.sources.is_empty()) {
            one(&mut line, sentence, kind, places);
        }
    }
    let plain = without_citations(text).trim().to_owned();
    let told = || Told { section: Uuid::nil(), text: plain.clone() };
    line.number = number(text, kind == Kind::General, places.facts)
        .map(|(written, now)| Check::NumbersDisagree(told(), written, now));
    line.personal = (!personal::find(&plain).is_empty()).then(|| Check::PersonalData(told()));
    line
}

/// Looks at one sentence.
fn one(line: &mut Line, sentence: Sentence, kind: Kind, places: &Places) {
    let folded = text::fold(&sentence.text);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let told = || Told { section: Uuid::nil(), text: sentence.text.clone() };
    // What reports say in general cites a matter for the report it came with, whatever that matter is.
    let told_of = |stream: Option<&MaterialStream>| kind != Kind::General || stream.is_some();
    let unverified = places.cited(&sentence).filter(|(_, stream)| told_of(*stream)).any(|(item, _)| {
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
        line.wrong.push(Check::RumourAsOpinion(told()));
    }
    if !says(&SWEEPING) || says(&ATTRIBUTED) {
        return;
    }
    let reports: HashSet<usize> = places.cited(&sentence).map(|(item, _)| item.report).collect();
    if reports.len() == 1 {
        line.wrong.push(Check::MajorityOnOneReport(told()));
    }
    let about = places.cited(&sentence).filter_map(|(item, stream)| {
        let stream = stream?;
        let about = item.issue.or(stream.topic).or_else(|| item.topics.first().copied())?;
        Some((about, stream.tendency))
    });
    let mut about: Vec<(Uuid, Tendency)> = about.collect();
    about.sort_unstable();
    about.dedup();
    line.most.push((sentence.text, about));
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

/// A number of the line that says another count than the file, and the count: a live one, or the number of all reports in the
/// general situation.
fn number(text: &str, general: bool, facts: &Facts) -> Option<(usize, usize)> {
    let live = counts(text);
    let wrong =
        live.iter().map(|one| (one.written, facts.count(one.what))).find(|(written, now)| written != now);
    if wrong.is_some() || !general || !live.is_empty() {
        return wrong;
    }
    let reports = facts.count(Count::Reports);
    received(text).filter(|number| *number != reports).map(|number| (number, reports))
}

/// The number of all reports as a line gives it: `đã tiếp nhận 12 báo cáo`.
fn received(line: &str) -> Option<usize> {
    let folded = text::fold(&without_citations(line));
    RECEIVED.iter().find_map(|word| {
        let after = folded.split_once(word)?.1.trim_start();
        let (number, rest) = after.split_once(' ')?;
        rest.starts_with("bao cao").then(|| number_of(number)).flatten()
    })
}
