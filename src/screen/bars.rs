//! Bars with their numbers, in neutral colours: each line says what its bar shows.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::columns::cell;
use super::look::Look;
use crate::text::width;
use crate::words::Words;

/// Cells of a number.
const NUMBER: usize = 7;

/// Cells of a bar for `count` of `most` in `room` cells. What is not nothing is seen.
pub fn cells(count: u64, most: u64, room: usize) -> usize {
    if count == 0 || most == 0 {
        return 0;
    }
    let room = u64::try_from(room).unwrap_or_default();
    usize::try_from((count * room + most / 2) / most).unwrap_or_default().max(1)
}

/// A line for each in sight: name, number, bar.
pub fn lines(
    rows: &[(String, u64)],
    top: usize,
    area: Rect,
    look: &Look,
    words: &Words,
) -> Vec<Line<'static>> {
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let longest = rows.iter().map(|(name, _)| width(name)).max().unwrap_or_default();
    // A name gets what it needs, up to two fifths of the line.
    let name_room = longest.min(usize::from(area.width) * 2 / 5);
    let bar_room = usize::from(area.width).saturating_sub(name_room + NUMBER + 4);
    let seen = rows.iter().skip(top).take(usize::from(area.height));
    seen.map(|(name, count)| {
        let mut text = String::from(" ");
        cell(&mut text, name, name_room, false, look.ellipsis());
        let mut number = String::new();
        cell(&mut number, &words.number(i64::try_from(*count).unwrap_or(i64::MAX)), NUMBER, true, "");
        Line::from(vec![
            Span::raw(text),
            Span::styled(number, look.strong),
            Span::raw("  "),
            Span::raw(bar(cells(*count, most, bar_room), look)),
        ])
    })
    .collect()
}

/// A bar of so many cells, half as high as a line, so that it does not run into the one below.
fn bar(cells: usize, look: &Look) -> String {
    if look.ascii { "#" } else { "▄" }.repeat(cells)
}
