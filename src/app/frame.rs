//! The frame around a room: the bar on top, the line of hints or messages at the bottom.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::desk::{Busy, Desk};
use crate::roster::model::short_unit;
use crate::screen::keys::Label;
use crate::screen::keys::hints::hint_line;
use crate::screen::status::Progress;
use crate::screen::{Look, Notice, Place, Tab};
use crate::text::typing::Method;
use crate::text::{cut_to_width, width};
use crate::words::Words;

/// Least columns the tabs are drawn for.
pub const LEAST_WIDTH: u16 = 60;
/// Least rows the tabs are drawn for.
pub const LEAST_HEIGHT: u16 = 16;

/// Bar, room and bottom line of a window.
pub fn areas(area: Rect) -> [Rect; 3] {
    Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(1)]).areas(area)
}

/// True when the window is too small for the tabs.
pub fn too_small(area: Rect) -> bool {
    area.width < LEAST_WIDTH || area.height < LEAST_HEIGHT
}

/// Says that the window is too small.
pub fn draw_too_small(frame: &mut Frame, words: &Words) {
    let area = frame.area();
    let text = words.screen_too_small(LEAST_HEIGHT, LEAST_WIDTH);
    let lines = crate::screen::wrap::lines(&text, usize::from(area.width), usize::from(area.height));
    for (line, row) in lines.into_iter().zip(area.rows()) {
        frame.render_widget(Line::raw(line), row);
    }
}

/// The title of a tab.
pub fn title(tab: Tab) -> Label {
    match tab {
        Tab::Roster => Words::key_tab_roster,
        Tab::Training => Words::key_tab_training,
        Tab::Inbox => Words::key_tab_inbox,
        Tab::Summary => Words::key_tab_summary,
    }
}

/// The bar: tabs with their counts, the office at the right.
pub fn draw_bar(frame: &mut Frame, area: Rect, desk: &Desk, office: &str, look: &Look, words: &Words) {
    let mut spans = Vec::with_capacity(9);
    let mut used = 0;
    for (at, tab) in Tab::ALL.into_iter().enumerate() {
        let count = match desk.count(tab) {
            Some(count) if count > 0 => {
                format!(" {}", words.number(i64::try_from(count).unwrap_or(i64::MAX)))
            }
            _ => String::new(),
        };
        let chosen = tab == desk.chosen();
        let (open, close) = if chosen { ('[', ']') } else { (' ', ' ') };
        let text = format!("{open}{} {}{count}{close}", at + 1, title(tab)(words));
        used += width(&text);
        spans.push(Span::styled(text, if chosen { look.bar_chosen } else { look.bar }));
    }
    let room = usize::from(area.width).saturating_sub(used + 2);
    let office = fitted(office, room, look);
    let blanks = usize::from(area.width).saturating_sub(used + width(&office) + 1);
    spans.push(Span::styled(format!("{}{office} ", " ".repeat(blanks)), look.bar));
    frame.render_widget(Line::from(spans), area);
}

/// A body's name in `room` cells: its kind shortened, then words left out from the front, because what tells it from others
/// stands at the end.
fn fitted<'a>(name: &'a str, room: usize, look: &Look) -> Cow<'a, str> {
    if width(name) <= room {
        return Cow::Borrowed(name);
    }
    let short = short_unit(name);
    if width(&short) <= room {
        return short;
    }
    let ellipsis = look.ellipsis();
    let mut ends = short.match_indices(' ').map(|(at, _)| short[at..].trim_start());
    let end = ends.find(|end| width(end) + width(ellipsis) <= room);
    match end {
        Some(end) => Cow::Owned(format!("{ellipsis}{end}")),
        None => Cow::Owned(cut_to_width(&short, room).into_owned()),
    }
}

/// What the right end of the bottom line tells.
#[derive(Clone, Copy)]
pub struct GoingOn {
    /// Work beside the loop.
    pub busy: Busy,
    /// How Vietnamese is typed; told where there is a text to type.
    pub typing: Option<Method>,
}

/// The bottom line: a message until the next key, otherwise the keys that matter here; at the right what is going on.
pub fn draw_bottom(
    frame: &mut Frame,
    area: Rect,
    place: &Place,
    notice: Option<&Notice>,
    going_on: GoingOn,
    look: &Look,
    words: &Words,
) {
    let typing = going_on.typing.filter(|_| place.is_text()).map_or("", Method::name);
    let going_on = match going_on.busy {
        Busy::Idle => typing.to_owned(),
        Busy::Reading => words.screen_reading().to_owned(),
        Busy::Writing => words.screen_writing().to_owned(),
        Busy::Working(progress) => working(progress, look, words),
    };
    let right = if going_on.is_empty() { 0 } else { width(&going_on) as u16 + 2 };
    let [left, right] = Layout::horizontal([Constraint::Min(1), Constraint::Length(right)]).areas(area);
    match notice {
        Some(notice) => frame.render_widget(notice.line(look), left),
        None => frame.render_widget(hint_line(place, words, look, left.width), left),
    }
    if right.width > 0 {
        frame.render_widget(Line::styled(format!(" {going_on}"), look.dim), right);
    }
}

/// The bar of long work with its share, and how to stop it.
fn working(progress: Progress, look: &Look, words: &Words) -> String {
    let percent = (progress.done.min(progress.total) * 100).checked_div(progress.total);
    match percent {
        Some(percent) => format!("{} {percent:>3}%  {}", progress.bar(BAR, look), words.screen_esc_stops()),
        None => format!("{}  {}", words.number(progress.done as i64), words.screen_esc_stops()),
    }
}

/// Cells of the bar of long work.
const BAR: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::look::Wish;

    #[test]
    fn a_long_office_keeps_the_end_of_its_name() {
        let look = Look::new(Wish { plain: true, ascii: false });
        let name = "Ban Tuyên giáo và Dân vận Đảng ủy xã Lộc An";
        assert_eq!(fitted(name, 60, &look), name);
        assert_eq!(fitted(name, 28, &look), "Ban TGDV Đảng ủy xã Lộc An");
        assert_eq!(fitted(name, 12, &look), "…xã Lộc An");
        assert_eq!(width(&fitted("Bến", 2, &look)), 2);
        assert_eq!(fitted(name, 0, &look), "");
    }
}
