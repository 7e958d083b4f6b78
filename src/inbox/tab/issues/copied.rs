//! What Ctrl-C copies: an issue as one would put it in a message.

use super::State;
use crate::inbox::issues::IssueCard;
use crate::inbox::labels;
use crate::screen::Moment;
use crate::words::Words;

/// The issue under the cursor.
pub fn copied(state: &State, moment: &Moment) -> Option<String> {
    if state.form.is_open() || state.window.is_some() {
        return None;
    }
    state.card().map(|card| message(card, moment.words))
}

fn message(card: &IssueCard, words: &Words) -> String {
    let record = &card.record;
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| words.day(day));
    let grade =
        format!("{}, {}", labels::grade(words, &record.grade), labels::issue_state(words, &record.state));
    let mut lines = vec![record.title.clone(), grade];
    let told = [
        (words.inbox_form_place(), record.place.clone()),
        (words.inbox_form_arisen(), day(record.arisen_on)),
        (words.inbox_form_cause(), record.cause.clone()),
        (words.inbox_form_lead(), record.lead_body.clone()),
        (words.inbox_form_due(), day(record.answer_due)),
        (words.inbox_form_measures(), record.measures.clone()),
        (words.inbox_form_answer(), record.answer.clone()),
        (words.inbox_form_answered_on(), day(record.answered_on)),
        (words.inbox_form_result(), record.result.clone()),
        (words.inbox_form_lesson(), record.lesson.clone()),
    ];
    for (label, value) in told {
        if !value.trim().is_empty() {
            lines.push(format!("{label}: {value}"));
        }
    }
    lines.join("\n")
}
