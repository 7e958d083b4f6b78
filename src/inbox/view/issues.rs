//! The page of issues: the views with their counts, two lines for each issue, and one of them whole.

use chrono::{Datelike, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pages::{draw_card, draw_list, draw_views, inside, panes, title_line, told_line};
use super::preview::Page;
use super::split;
use crate::inbox::issues::{IssueCard, IssueLine, IssueView, is_hot};
use crate::inbox::labels;
use crate::inbox::tab::issues::{State, Window};
use crate::roster::model::short_unit;
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::list::Seen;
use crate::text::width;
use crate::words::Words;

/// Draws the page into `area`.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if state.form.is_open() {
        state.form.draw(frame, area, look, words);
        return;
    }
    let [head, rest] = split(area, 1);
    let views = IssueView::ALL
        .iter()
        .map(|view| (labels::issue_view(words, *view), state.count(*view), *view == state.view));
    draw_views(frame, head, words.issues_title(), views, look, words);
    let [list, card] = panes(frame, rest, state.shape, look);
    let none = if state.lines.is_empty() { words.issues_none() } else { words.issues_none_here() };
    let entry = |seen, room| entry(&seen, room, state, look, words);
    draw_list(frame, list, &state.list, state.ready.then_some(none), entry, look, words);
    if let Some(shown) = state.card() {
        let page = Page::fitting(card, state.scroll, state.today, look, words);
        draw_card(frame, card, state.scroll, page, |page| write_card(page, shown, state, look, words));
    }
    match &state.window {
        Some(Window::Remove(asking)) => asking.draw(frame, area, look),
        Some(Window::Briefings(picker, ..)) => {
            picker.draw(frame, area, look, words.screen_nothing_found());
        }
        None => {}
    }
}

/// Title and how many items; then grade, state, who leads, and how far the answer is.
fn entry(
    seen: &Seen<IssueLine>,
    room: usize,
    state: &State,
    look: &Look,
    words: &Words,
) -> [Line<'static>; 2] {
    let line = seen.row;
    let done = line.is_settled();
    let items = line.items.map_or_else(|| look.ellipsis().to_owned(), |items| words.issues_items(items));
    let title = (line.title.as_str(), if done { look.dim } else { look.plain });
    let first = title_line(seen.cursor, grade_sign(&line.grade, look), title, items, room, look);
    let overdue = line.is_overdue(state.today);
    let answer = labels::issue_answer(words, line, state.today);
    let answer = if overdue { format!("! {answer}") } else { answer };
    let answer_style = match overdue {
        true => look.warning,
        false if line.is_answered() && !done => look.good,
        false => look.dim,
    };
    let mut told = vec![
        labels::grade_short(words, &line.grade).to_owned(),
        labels::issue_state(words, &line.state).to_owned(),
    ];
    told.push(short_unit(&line.lead_body).into_owned());
    told.retain(|part| !part.is_empty());
    let told = told.join(&format!(" {} ", look.dot()));
    let told = cut(&told, inside(room).saturating_sub(width(&answer) + 2), look.ellipsis()).into_owned();
    let blanks = inside(room).saturating_sub(width(&told) + width(&answer));
    let told =
        [Span::styled(told, look.dim), Span::raw(" ".repeat(blanks)), Span::styled(answer, answer_style)];
    [first, told_line(seen.cursor, told, look)]
}

fn grade_sign(grade: &str, look: &Look) -> (&'static str, Style) {
    if is_hot(grade) { (look.hot(), look.urgent) } else { (" ", look.plain) }
}

fn write_card<'a>(page: &mut Page<'a>, card: &'a IssueCard, state: &State, look: &Look, words: &'a Words) {
    let record = &card.record;
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(String::new, |day| words.day_short(day, state.today))
    };
    page.text("", &record.title, 0, look.strong);
    let hot = is_hot(&record.grade);
    let grade = labels::grade(words, &record.grade);
    let grade = if hot { format!("{} {grade}", look.hot()) } else { grade.to_owned() };
    let mut told = vec![Span::styled(grade, if hot { look.urgent } else { look.plain })];
    told.push(Span::raw(labels::issue_state(words, &record.state).to_owned()));
    if !card.topic.is_empty() {
        told.push(Span::raw(card.topic.clone()));
    }
    page.parts(told);
    let pairs = [
        (words.inbox_form_arisen(), day(record.arisen_on)),
        (words.inbox_form_place(), record.place.clone()),
        (words.inbox_form_cause(), record.cause.clone()),
        (words.inbox_form_lead(), record.lead_body.clone()),
        (words.inbox_form_due(), day(record.answer_due)),
        (words.inbox_form_measures(), record.measures.clone()),
        (words.inbox_form_answer(), record.answer.clone()),
        (words.inbox_form_answered_on(), day(record.answered_on)),
        (words.inbox_form_result(), record.result.clone()),
        (words.inbox_form_lesson(), record.lesson.clone()),
    ];
    let indent = pairs.iter().map(|(label, _)| width(label)).max().unwrap_or_default() + 2;
    for (label, value) in pairs {
        page.pair(label, &value, indent);
    }
    write_steps(page, card, state, look, words);
    write_answers(page, card, state, look, words);
    write_items(page, card, state, look, words);
}

/// The ladder of its grade, and who moved it.
fn write_steps<'a>(page: &mut Page<'a>, card: &IssueCard, state: &State, look: &Look, words: &'a Words) {
    if card.steps.is_empty() {
        return;
    }
    page.blank();
    page.push(Line::styled(words.issues_steps(), look.strong));
    let indent = day_room(page, card.steps.iter().map(|step| step.at));
    for step in &card.steps {
        let day = step.at.map_or_else(String::new, |at| words.day_short(at.date(), state.today));
        let mut told = labels::issue_step(words, &step.what, state.today);
        if !step.person.is_empty() {
            told = format!("{told} {} {}", look.dot(), step.person);
        }
        page.pair(&format!("  {day}"), &told, indent);
    }
}

/// Blanks, a day, blanks.
fn day_room(page: &Page, days: impl Iterator<Item = Option<NaiveDateTime>>) -> usize {
    let other_year = days.flatten().any(|at| at.year() != page.today.year());
    if other_year { 14 } else { 9 }
}

fn write_answers<'a>(page: &mut Page<'a>, card: &IssueCard, state: &State, look: &Look, words: &'a Words) {
    if card.answers.is_empty() {
        return;
    }
    page.blank();
    page.push(Line::styled(words.issues_answers(card.answers.len() as u64), look.strong));
    let indent = day_room(page, card.answers.iter().map(|answer| answer.sent_at));
    for answer in &card.answers {
        let day = answer.sent_at.map(|at| words.day_short(at.date(), state.today));
        let sent = labels::sent(words, None, &answer.sent_through);
        let sent =
            if day.is_some() { labels::sent_through(words, &answer.sent_through).to_owned() } else { sent };
        let told = [answer.title.clone(), sent, words.issues_recipients(answer.recipients)];
        let told = told.join(&format!(" {} ", look.dot()));
        page.pair(&format!("  {}", day.unwrap_or_default()), &told, indent);
    }
}

fn write_items<'a>(page: &mut Page<'a>, card: &IssueCard, state: &State, look: &Look, words: &'a Words) {
    if card.items.is_empty() {
        return;
    }
    page.blank();
    page.push(Line::styled(words.issues_items_head(card.all_items), look.strong));
    let indent = day_room(page, card.items.iter().map(|item| item.received_at));
    for item in &card.items {
        let day = item.received_at.map_or_else(String::new, |at| words.day_short(at.date(), state.today));
        let from = short_unit(&item.unit);
        let parts: Vec<&str> =
            [from.as_ref(), item.title.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        let told = parts.join(&format!(" {} ", look.dot()));
        let told = cut(&told, page.width.saturating_sub(indent), look.ellipsis());
        page.pair(&format!("  {day}"), &told, indent);
    }
    let others = card.all_items.saturating_sub(card.items.len() as u64);
    if others > 0 {
        page.push(Line::styled(format!("  {}", words.issues_items_more(others)), look.dim));
    }
}
