//! The frame around a room: the bar on top, the line of hints at the bottom with messages above it.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::desk::{Busy, Desk};
use crate::roster::model::short_unit;
use crate::screen::keys::Label;
use crate::screen::keys::hints::{Hint, Hinting, hints, line};
use crate::screen::moment::WIDE;
use crate::screen::status::Progress;
use crate::screen::{Look, Notice, Tab, wrap};
use crate::text::typing::Method;
use crate::text::width;
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
    let lines = wrap::lines(&text, usize::from(area.width), usize::from(area.height));
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

/// Its short title, for narrow windows.
fn short_title(tab: Tab) -> Label {
    match tab {
        Tab::Roster => Words::screen_tab_roster,
        Tab::Training => Words::screen_tab_training,
        Tab::Inbox => Words::screen_tab_inbox,
        Tab::Summary => Words::screen_tab_summary,
    }
}

/// The tabs as they stand on a bar of `width` columns: whole titles, else short ones beside the chosen tab, else only its title.
pub fn tabs(desk: &Desk, width_of_bar: u16, words: &Words) -> [String; 4] {
    let written = |titles: fn(Tab) -> Option<Label>| {
        Tab::ALL.map(|tab| {
            let chosen = tab == desk.chosen();
            let title = if chosen { Some(title(tab)) } else { titles(tab) };
            let title = title.map_or_else(String::new, |title| format!(" {}", title(words)));
            let count = match desk.count(tab) {
                Some(count) if count > 0 => {
                    format!(" {}", words.number(i64::try_from(count).unwrap_or(i64::MAX)))
                }
                _ => String::new(),
            };
            let (open, close) = if chosen { ('[', ']') } else { (' ', ' ') };
            format!("{open}{}{title}{count}{close}", tab.index() + 1)
        })
    };
    let fits = |tabs: &[String; 4]| tabs.iter().map(|tab| width(tab)).sum::<usize>() <= width_of_bar.into();
    let whole = written(|tab| Some(title(tab)));
    if fits(&whole) {
        return whole;
    }
    let short = written(|tab| Some(short_title(tab)));
    if fits(&short) { short } else { written(|_| None) }
}

/// The bar: tabs with their counts, the office at the right.
pub fn draw_bar(frame: &mut Frame, area: Rect, desk: &Desk, office: &str, look: &Look, words: &Words) {
    let mut spans = Vec::with_capacity(5);
    let mut used = 0;
    for (tab, text) in Tab::ALL.into_iter().zip(tabs(desk, area.width, words)) {
        used += width(&text);
        spans.push(Span::styled(text, if tab == desk.chosen() { look.bar_chosen } else { look.bar }));
    }
    let room = usize::from(area.width).saturating_sub(used + 2);
    let office = if room < LEAST_OFFICE { Cow::Borrowed("") } else { fitted(office, room, look) };
    let blanks = usize::from(area.width).saturating_sub(used + width(&office) + 1);
    spans.push(Span::styled(format!("{}{office} ", " ".repeat(blanks)), look.bar));
    frame.render_widget(Line::from(spans), area);
}

/// In fewer cells the office's name says nothing.
const LEAST_OFFICE: usize = 6;

/// A body's name in `room` cells: its kind shortened, then words left out from the front, because what tells it from others
/// stands at the end; else its first words. Empty when neither fits.
fn fitted<'a>(name: &'a str, room: usize, look: &Look) -> Cow<'a, str> {
    if width(name) <= room {
        return Cow::Borrowed(name);
    }
    let short = short_unit(name);
    if width(&short) <= room {
        return short;
    }
    let ellipsis = look.ellipsis();
    let mut ends = name
        .match_indices(' ')
        .filter(|(at, _)| begins_word(&name[..*at], &name[at + 1..]))
        .map(|(at, _)| short_unit(&name[at + 1..]));
    if let Some(end) = ends.find(|end| width(end) + width(ellipsis) <= room) {
        return Cow::Owned(format!("{ellipsis}{end}"));
    }
    // No ending says which office it is: then what kind it is, when that is more than one word.
    let starts = short.match_indices(' ').map(|(at, _)| &short[..at]).skip(1);
    let fitting = starts.take_while(|start| width(start) + width(ellipsis) <= room).last();
    fitting.map_or(Cow::Borrowed(""), |start| Cow::Owned(format!("{start}{ellipsis}")))
}

/// True where a word of more than one syllable does not go on: “ủy” behind “Tỉnh” and “Sơn” behind “Nam” are second halves,
/// “Lộc An” behind “xã” and “xã” behind “UBND” are not.
fn begins_word(before: &str, after: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let is_capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let abbreviated = last.chars().nth(1).is_some_and(char::is_uppercase);
    let of_place = ["Xã", "Phường", "Tỉnh", "Thôn"].contains(&last) && is_capital(after);
    !is_capital(last) || abbreviated || of_place
}

/// What the bottom line is drawn from.
pub struct Bottom<'a> {
    /// A message until the next key. It stands above the keys: what it asks for is done with one of them.
    pub notice: Option<&'a Notice>,
    /// The keys that matter here.
    pub hinting: Hinting<'a>,
    /// What goes on beside the loop.
    pub busy: Busy,
    /// Decisions that wait.
    pub waiting: u64,
    /// How Vietnamese is typed; told where there is a text to type.
    pub typing: Option<Method>,
}

impl Bottom<'_> {
    /// The hints that stand on the line.
    pub fn hints(&self, area: Rect, look: &Look) -> Vec<Hint<'_>> {
        let [left, _] = self.halves(area, look);
        hints(&self.hinting, left.width)
    }

    /// The part of the hints, and the part of what is going on.
    fn halves(&self, area: Rect, look: &Look) -> [Rect; 2] {
        let going_on = self.right_end(area.width, look).0;
        let right = if going_on.is_empty() { 0 } else { width(&going_on) as u16 + 2 };
        Layout::horizontal([Constraint::Min(1), Constraint::Length(right)]).areas(area)
    }

    /// What stands at the right end, and how: what goes on, or else how many decisions wait, with their key.
    fn right_end(&self, room: u16, look: &Look) -> (String, Style) {
        let going_on = self.going_on(look);
        // In a window the key does nothing.
        if !going_on.is_empty() || self.waiting == 0 || self.hinting.place.modal {
            return (going_on, look.dim);
        }
        let words = self.hinting.words;
        let mut told = words.number(i64::try_from(self.waiting).unwrap_or(i64::MAX));
        if room >= WIDE {
            told = words.copies_waiting(told);
        }
        (format!("{} {told} F6", look.clash()), look.warning)
    }

    fn going_on(&self, look: &Look) -> String {
        let words = self.hinting.words;
        match self.busy {
            Busy::Idle => {
                let typing = self.typing.filter(|_| self.hinting.place.is_text());
                typing.map_or_else(String::new, |method| method.name().to_owned())
            }
            Busy::Reading => words.screen_reading().to_owned(),
            Busy::Writing => words.screen_writing().to_owned(),
            Busy::Working(progress) => working(progress, look, words),
        }
    }

    /// Draws it on the last row of `window`: the hints, at the right what is going on; a message on the rows above it.
    pub fn draw(&self, frame: &mut Frame, window: Rect, look: &Look) {
        let [.., last] = areas(window);
        let [left, right] = self.halves(last, look);
        frame.render_widget(line(self.hints(last, look), look), left);
        if let Some(notice) = self.notice {
            let room = Rect { height: window.height.saturating_sub(1), ..window };
            draw_notice(frame, room, notice, look);
        }
        if right.width > 0 {
            let (text, style) = self.right_end(last.width, look);
            frame.render_widget(Line::styled(format!(" {text}"), style), right);
        }
    }
}

/// A message takes as many rows at the bottom of `room` as it needs until the next key; nothing of it is cut.
fn draw_notice(frame: &mut Frame, room: Rect, notice: &Notice, look: &Look) {
    let (sign, style) = notice.sign(look);
    let indent = width(sign);
    let lines = wrap::lines(&notice.text, usize::from(room.width).saturating_sub(indent + 1), MOST_NOTICE);
    let height = (lines.len() as u16).min(room.height);
    let area = Rect { y: room.bottom() - height, height, ..room };
    frame.render_widget(Clear, area);
    for (at, (text, row)) in lines.into_iter().zip(area.rows()).enumerate() {
        let before = if at == 0 { sign.to_owned() } else { " ".repeat(indent) };
        frame.render_widget(Line::styled(format!("{before}{text}"), style), row);
    }
}

/// Rows of a message at most.
const MOST_NOTICE: usize = 6;

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
        let look = Look::new(Wish { plain: true, ..Wish::default() });
        let name = "Ban Tuyên giáo và Dân vận Đảng ủy xã Lộc An";
        assert_eq!(fitted(name, 60, &look), name);
        assert_eq!(fitted(name, 28, &look), "Ban TGDV Đảng ủy xã Lộc An");
        assert_eq!(fitted(name, 15, &look), "…ĐU xã Lộc An");
        assert_eq!(fitted(name, 12, &look), "…xã Lộc An");
        let province = "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn";
        assert_eq!(fitted(province, 16, &look), "…Tỉnh ủy Nam Sơn");
        assert_eq!(fitted(province, 11, &look), "…Nam Sơn");
        assert_eq!(fitted(province, 7, &look), "", "half a name is none");
        assert_eq!(fitted("UBND xã Lộc An", 12, &look), "…xã Lộc An");
        let places = "Ban Tuyên giáo và Dân vận Tỉnh ủy Bà Rịa - Vũng Tàu Côn Đảo Phú Mỹ Long Điền Đất Đỏ";
        assert_eq!(fitted(places, 12, &look), "Ban TGDV…", "no ending tells it apart");
        assert_eq!(fitted("Xã Lộc An", 8, &look), "…Lộc An");
        assert_eq!(fitted("Bến", 2, &look), "");
        assert_eq!(fitted(name, 0, &look), "");
    }
}
