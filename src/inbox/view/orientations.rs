//! The page of orientations: the views with their counts, two lines for each, and one of them whole.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span, Text};

use super::pages::{draw_card, draw_list, draw_views, inside, panes, title_line, told_line};
use super::preview::Page;
use super::split;
use crate::inbox::labels;
use crate::inbox::orientations::{OrientationCard, OrientationLine, OrientationView, Recipient};
use crate::inbox::tab::orientations::{State, Window};
use crate::roster::model::short_unit;
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::list::Seen;
use crate::screen::{popup, wrap};
use crate::text::width;
use crate::words::Words;

/// Draws the page into `area`.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if state.form.is_open() {
        state.form.draw(frame, area, look, words);
        return;
    }
    let [head, rest] = split(area, 1);
    let views = OrientationView::ALL
        .iter()
        .map(|view| (labels::orientation_view(words, *view), state.count(*view), *view == state.view));
    draw_views(frame, head, words.orientations_title(), views, look, words);
    let [list, card] = panes(frame, rest, state.shape, look);
    let none = if state.lines.is_empty() { words.orientations_none() } else { words.issues_none_here() };
    let entry = |seen, room| entry(&seen, room, state, look, words);
    draw_list(frame, list, &state.list, state.ready.then_some(none), entry, look, words);
    if let Some(shown) = state.shown() {
        let page = Page::fitting(card, state.scroll, state.today, look, words);
        draw_card(frame, card, state.scroll, page, |page| write_card(page, shown, state, look, words));
    }
    match &state.window {
        Some(Window::Ways(picker, _)) => picker.draw(frame, area, look, words.screen_nothing_found()),
        Some(Window::Briefings(picker, ..)) => {
            picker.draw(frame, area, look, words.screen_nothing_found());
        }
        Some(Window::Recipients(picker)) => picker.draw(frame, area, look, words.screen_nothing_found()),
        Some(Window::Items(picker)) => picker.draw(frame, area, look, words.screen_nothing_found()),
        Some(Window::Message(page)) => draw_message(frame, area, &page.text, page.scroll, look, words),
        Some(Window::Export(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Ask(asking)) => asking.draw(frame, area, look),
        None => {}
    }
}

/// Title and to how many; then when and how it was sent, and what it answers.
fn entry(
    seen: &Seen<OrientationLine>,
    room: usize,
    state: &State,
    look: &Look,
    words: &Words,
) -> [Line<'static>; 2] {
    let line = seen.row;
    let waits = line.sent_at.is_none();
    let sign = if waits { (look.ellipsis(), look.warning) } else { (look.tick(), look.good) };
    let to = words.issues_recipients(line.recipients);
    let first = title_line(seen.cursor, sign, (&line.title, look.plain), to, room, look);
    let day = line.sent_at.map(|at| words.day_short(at.date(), state.today));
    let sent = labels::sent(words, day, &line.sent_through);
    let mut answers = Vec::new();
    answers.extend(line.issue.as_ref().map(|issue| words.orientations_answers_issue(issue)));
    answers.extend((line.items > 0).then(|| words.orientations_answers(line.items)));
    if answers.is_empty() {
        answers.push(words.orientations_general().to_owned());
    }
    let dot = format!(" {} ", look.dot());
    let answers =
        cut(&answers.join(&dot), inside(room).saturating_sub(width(&sent) + 3), look.ellipsis()).into_owned();
    let told = [
        Span::styled(sent, if waits { look.warning } else { look.dim }),
        Span::styled(format!("{dot}{answers}"), look.dim),
    ];
    [first, told_line(seen.cursor, told, look)]
}

fn write_card<'a>(
    page: &mut Page<'a>,
    card: &'a OrientationCard,
    state: &State,
    look: &Look,
    words: &'a Words,
) {
    let record = &card.record;
    page.text("", &record.title, 0, look.strong);
    let day = record.sent_at.map(|at| words.day_short(at.date(), state.today));
    let sent = labels::sent(words, day, &record.sent_through);
    let style = if record.sent_at.is_some() { look.good } else { look.warning };
    let mut told =
        vec![Span::styled(sent, style), Span::raw(words.issues_recipients(card.recipients.len() as u64))];
    if let Some((_, issue)) = record.issue.as_ref().filter(|_| record.answers_issue) {
        told.push(Span::raw(words.orientations_answers_issue(issue)));
    }
    if !record.items.is_empty() {
        told.push(Span::raw(words.orientations_answers(record.items.len() as u64)));
    }
    page.parts(told);
    page.blank();
    page.text("", &record.content, 0, look.plain);
    let said = [
        (words.inbox_form_official(), &record.official_info),
        (words.inbox_form_source(), &record.source_document),
    ];
    let indent = said.iter().map(|(label, _)| width(label)).max().unwrap_or_default() + 2;
    if said.iter().any(|(_, text)| !text.is_empty()) {
        page.blank();
    }
    for (label, text) in said {
        page.pair(label, text, indent);
    }
    write_recipients(page, card, look, words);
    if !record.titles.is_empty() {
        page.blank();
        page.push(Line::styled(words.orientations_answers_title(record.titles.len() as u64), look.strong));
        for title in record.titles.iter().take(NAMED) {
            page.push(Line::raw(format!("  {}", cut(title, page.width.saturating_sub(2), look.ellipsis()))));
        }
    }
}

/// Rows of recipients and of items on the card at most; a key shows all.
const NAMED: usize = 12;

fn write_recipients<'a>(page: &mut Page<'a>, card: &OrientationCard, look: &Look, words: &'a Words) {
    page.blank();
    let filter = card.record.filter.trim();
    let mut head = vec![Span::styled(words.orientations_to(), look.strong)];
    if !filter.is_empty() {
        head.push(Span::styled(words.orientations_to_by_filter(filter), look.dim));
    }
    if card.to_find {
        head.push(Span::styled(words.orientations_finding(), look.dim));
    }
    page.parts(head);
    for to in card.recipients.iter().take(NAMED) {
        page.push(Line::raw(format!("  {}", cut(&named(to), page.width.saturating_sub(2), look.ellipsis()))));
    }
    let others = card.recipients.len().saturating_sub(NAMED);
    if others > 0 {
        page.push(Line::styled(format!("  {}", words.orientations_to_more(others as u64)), look.dim));
    }
}

fn named(to: &Recipient) -> String {
    if to.of.is_empty() { to.name.clone() } else { format!("{}, {}", to.name, short_unit(&to.of)) }
}

fn draw_message(frame: &mut Frame, area: Rect, text: &str, scroll: u16, look: &Look, words: &Words) {
    let room = area.width.saturating_sub(4).clamp(20, 76);
    let lines: Vec<Line> = text
        .lines()
        .flat_map(|line| wrap::lines(line, usize::from(room.saturating_sub(4)), 40))
        .map(|line| Line::raw(line.to_owned()))
        .collect();
    let height = (lines.len() as u16).saturating_add(2).min(area.height);
    let inside = popup::window(frame, area, words.orientations_message_title(), room, height, look);
    let inside = inside.inner(Margin::new(1, 0));
    let most = lines.len().saturating_sub(usize::from(inside.height));
    let top = usize::from(scroll).min(most);
    popup::more(frame, inside, [top > 0, top < most], look);
    let seen: Vec<Line> = lines.into_iter().skip(top).take(usize::from(inside.height)).collect();
    frame.render_widget(Text::from(seen), inside);
}
