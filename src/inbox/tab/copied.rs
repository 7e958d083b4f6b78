//! What Ctrl-C copies of the inbox.

use super::{Line, State, Window};
use crate::inbox::labels;
use crate::inbox::rows::{ItemCard, ReportCard};
use crate::screen::Moment;
use crate::words::Words;

/// The matter under the cursor with its report, streams, forecast and recommendation; a report that is read, with all its
/// matters; what became of files.
pub fn copied(state: &State, moment: &Moment) -> Option<String> {
    let words = moment.words;
    if state.forms.open.is_some() {
        return None;
    }
    match &state.window {
        Some(Window::Result(came)) => return Some(lines(&came.lines)),
        Some(Window::Compare(compare)) => {
            return compare.others.get(compare.at).map(|other| item(&other.card, words));
        }
        Some(_) => return None,
        None => {}
    }
    if let Some((card, _)) = &state.report {
        return Some(report(card, words));
    }
    state.cards.get(state.list.current_id()?).map(|card| item(card, words))
}

fn lines(lines: &[Line]) -> String {
    let text = lines.iter().map(|line| match line {
        Line::Heading(..) => String::new(),
        Line::Name(name) => name.clone(),
        Line::Said(said) => format!("  {said}"),
    });
    text.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn report(card: &ReportCard, words: &Words) -> String {
    let mut parts: Vec<String> = Vec::with_capacity(card.items.len() + 1);
    if !card.summary.is_empty() {
        parts.push(card.summary.clone());
    }
    parts.extend(card.items.iter().map(|card| item(card, words)));
    parts.join("\n\n")
}

fn item(card: &ItemCard, words: &Words) -> String {
    let received = card.row.received_at.map_or_else(String::new, |at| words.day(at.date()));
    let head = [&card.row.arrival_number, &card.row.submitter, &card.row.unit, &received];
    let head: Vec<&str> = head.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let mut parts = vec![head.join(", "), card.row.title.clone(), card.body.clone()];
    for stream in &card.streams {
        let told = [
            stream.group_name.as_str(),
            labels::band(words, stream.band),
            labels::tendency(words, stream.tendency),
            stream.gist.as_str(),
        ];
        parts.push(told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – "));
    }
    for (heading, text) in
        [(words.inbox_forecast(), &card.forecast), (words.inbox_recommendation(), &card.recommendation)]
    {
        if !text.is_empty() {
            parts.push(format!("{heading}: {text}"));
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n")
}
