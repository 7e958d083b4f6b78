//! Two items side by side, the words that differ marked.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span, Text};

use super::{below, split};
use crate::inbox::rows::ItemCard;
use crate::inbox::tab::Compare;
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::{popup, wrap};
use crate::text::width;
use crate::words::Words;

/// Most lines of a text that are broken.
const MOST: usize = 2000;
/// Rows of the heads: number and day, unit and person, two for the title, a blank.
const HEAD: u16 = 5;

pub(super) fn draw(frame: &mut Frame, area: Rect, compare: &Compare, look: &Look, words: &Words) {
    let Some(other) = compare.other() else { return };
    let title = format!("{} {}/{}", words.inbox_original_title(), compare.at + 1, compare.others.len());
    let inside = popup::window(frame, area, &title, area.width.min(150), area.height, look);
    let inside = inside.inner(Margin::new(1, 0));
    let [body, foot] = split(inside, inside.height.saturating_sub(3));
    let half = body.width.saturating_sub(3) / 2;
    let left = Rect { width: half, ..body };
    let right = Rect { x: body.x + half + 3, width: body.width.saturating_sub(half + 3), ..body };
    for y in body.y..body.bottom() {
        frame.buffer_mut().set_string(body.x + half + 1, y, look.vertical(), look.rule);
    }
    // Both are scrolled together, to the end of the longer one.
    let room = usize::from(body.height.saturating_sub(HEAD));
    let longest = [(&*compare.own, left), (&other.card, right)]
        .map(|(card, place)| wrap::lines(Compare::text(card), usize::from(place.width), MOST).len());
    let top = usize::from(compare.scroll).min(longest[0].max(longest[1]).saturating_sub(room));
    for (card, place, differing) in
        [(&*compare.own, left, &compare.differing.0), (&other.card, right, &compare.differing.1)]
    {
        head(frame, split(place, HEAD)[0], card, look, words);
        let text = Compare::text(card);
        let lines: Vec<Line> = wrap::lines(text, usize::from(place.width), MOST)
            .into_iter()
            .skip(top)
            .take(room)
            .map(|line| marked(text, line, differing, look))
            .collect();
        frame.render_widget(Text::from(lines), below(place, HEAD));
    }
    footer(frame, foot, compare, other.share, look, words);
}

fn head(frame: &mut Frame, area: Rect, card: &ItemCard, look: &Look, words: &Words) {
    let room = usize::from(area.width);
    let day = card.row.received_at.map_or_else(String::new, |at| words.day(at.date()));
    let mut lines = vec![Line::from(vec![
        Span::styled(card.row.arrival_number.clone(), look.accent),
        Span::raw(format!(" {} {day}", look.dot())),
    ])];
    let from = [card.row.unit.as_str(), card.row.submitter.as_str()];
    let from = from.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    lines.push(Line::styled(cut(&from, room, look.ellipsis()).into_owned(), look.dim));
    lines.extend(
        wrap::lines(&card.row.title, room, 2)
            .into_iter()
            .map(|line| Line::styled(line.to_owned(), look.strong)),
    );
    frame.render_widget(Text::from(lines), area);
}

/// A line of a text, with the words that differ marked.
fn marked(text: &str, line: &str, differing: &[Range<usize>], look: &Look) -> Line<'static> {
    let parts = wrap::marked(text, line, differing);
    let style = |differs| if differs { look.found.patch(look.warning) } else { look.plain };
    let spans = parts.into_iter().map(|(part, differs)| Span::styled(part.to_owned(), style(differs)));
    Line::from(spans.collect::<Vec<_>>())
}

/// Why they may be the same, and what Enter does.
fn footer(frame: &mut Frame, area: Rect, compare: &Compare, share: u32, look: &Look, words: &Words) {
    let Some((later, earlier)) = compare.later_and_earlier() else { return };
    let mut reasons = vec![words.inbox_alike_share(u64::from(share))];
    if compare.same_unit() {
        reasons.push(words.inbox_alike_unit().to_owned());
    }
    if compare.same_title() {
        reasons.push(words.inbox_alike_title().to_owned());
    }
    match compare.days_apart() {
        Some(0) => reasons.push(words.inbox_alike_day().to_owned()),
        Some(days) => reasons.push(words.inbox_alike_days(days)),
        None => {}
    }
    let reasons = reasons.join(&format!(" {} ", look.dot()));
    let does = words.inbox_alike_enter(&earlier.row.arrival_number, &later.row.arrival_number);
    let room = usize::from(area.width);
    let lines = vec![
        Line::styled(look.horizontal().repeat(room), look.rule),
        Line::styled(cut(&reasons, room, look.ellipsis()).into_owned(), look.plain),
        Line::styled(
            if width(&does) <= room { does } else { cut(&does, room, look.ellipsis()).into_owned() },
            look.accent,
        ),
    ];
    frame.render_widget(Text::from(lines), area);
}
