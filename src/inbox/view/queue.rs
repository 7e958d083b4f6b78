//! The queue: headings, the rows in sight, the rule with the position.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::{below, rule, split};
use crate::inbox::labels;
use crate::inbox::model::{Triage, Urgency};
use crate::inbox::rows::ItemRow;
use crate::inbox::tab::{Source, State, count_words};
use crate::roster::model::short_unit;
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::list::Seen;
use crate::text::width;
use crate::words::Words;

/// Pointer, sign, mark.
const SIGNS: usize = 3;
/// Between columns of words, which would run into each other; the day is narrow and always as wide.
const GAP: usize = 2;
const AFTER_DAY: usize = 1;
/// A mark, or three first letters.
const HANDLER: usize = 3;

/// Widths of the columns; 0 for one that is left out.
struct Columns {
    day: usize,
    unit: usize,
    title: usize,
    topics: usize,
    handler: usize,
}

impl Columns {
    fn of(width: usize, other_years: bool) -> Self {
        let day = if other_years { 10 } else { 5 };
        // The mark of the colleague who handles it: narrow, and always there, so that nothing jumps.
        let handler = if width < 60 { 0 } else { HANDLER };
        let room =
            width.saturating_sub(SIGNS + day + AFTER_DAY + 1 + if handler > 0 { handler + GAP } else { 0 });
        // Beside a preview, which names the topics, their room goes to unit and title.
        let topics = if room < 62 { 0 } else { (room * 21 / 100).clamp(10, 24) };
        let share = if topics > 0 { 27 } else { 38 };
        let unit = if room < 36 { 0 } else { (room * share / 100).clamp(10, 26) };
        let gaps = GAP * (usize::from(unit > 0) + usize::from(topics > 0));
        Self { day, unit, title: room.saturating_sub(unit + topics + gaps), topics, handler }
    }

    fn line(&self, cells: [&str; 5], look: &Look) -> String {
        let mut line = String::with_capacity(160);
        let widths = [self.day, self.unit, self.title, self.topics, self.handler];
        for (at, (text, width)) in cells.into_iter().zip(widths).enumerate() {
            if width > 0 {
                cell(&mut line, text, width, false, look.ellipsis());
                line.push_str(if at == 0 { " " } else { "  " });
            }
        }
        line
    }
}

pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [head, rest] = split(area, 1);
    let other_years = state.list.rows().any(|row| year_differs(row, state));
    let columns = Columns::of(usize::from(area.width), other_years);
    let headings = columns.line(
        [
            words.inbox_column_day(),
            words.inbox_column_unit(),
            words.inbox_column_title(),
            words.inbox_column_topic(),
            words.inbox_column_handler(),
        ],
        look,
    );
    frame.render_widget(Line::styled(format!("   {headings}"), look.dim), head);
    let [rows, foot] = split(rest, rest.height.saturating_sub(1));
    let position = position(state, words);
    frame.render_widget(rule(foot.width, &position, look), foot);
    if state.list.is_empty() {
        if state.ready {
            empty(frame, rows, state, look, words);
        }
        return;
    }
    let lines: Vec<Line> =
        state.list.visible().map(|seen| line(&seen, &columns, state, look, words)).collect();
    frame.render_widget(Text::from(lines), rows);
}

fn year_differs(row: &ItemRow, state: &State) -> bool {
    use chrono::Datelike;
    row.received_at.is_some_and(|at| at.year() != state.today.year())
}

/// `2 / 12`, and how many are marked.
fn position(state: &State, words: &Words) -> String {
    let total = state.list.total().map_or_else(|| "…".to_owned(), |total| count_words(words, total));
    let place = format!("{} / {total}", words.number(state.list.position() as i64));
    let mut parts = Vec::new();
    if !state.order.is_received() {
        let (by, turned) = (labels::order_short(words, state.order.by), state.order.reversed);
        parts.push(if turned { words.inbox_ordered_back(by) } else { words.inbox_ordered(by) });
    }
    if !state.list.marked().is_empty() {
        parts.push(words.inbox_marked(state.list.marked().len() as u64));
    }
    parts.push(place);
    parts.join(" · ")
}

fn line(seen: &Seen<ItemRow>, columns: &Columns, state: &State, look: &Look, words: &Words) -> Line<'static> {
    let row = seen.row;
    let day = row.received_at.map_or_else(String::new, |at| words.day_short(at.date(), state.today));
    let title = if row.title.is_empty() { words.inbox_no_title() } else { row.title.as_str() };
    // Somebody who is not on the list stands where the unit would.
    let from = if row.unit.is_empty() { &row.submitter } else { &row.unit };
    let unit = short_unit(from);
    let topics = whole_parts(&row.topics, columns.topics);
    let text = columns.line([&day, &unit, title, topics, &row.handler], look);
    let (sign, sign_style) = sign(row, look);
    let done = row.triage != Triage::New;
    let style = if seen.cursor {
        look.cursor
    } else if seen.marked {
        look.marked
    } else if done {
        look.dim
    } else {
        look.plain
    };
    let sign_style = if seen.cursor { style } else { sign_style };
    Line::from(vec![
        Span::styled(if seen.cursor { look.pointer() } else { " " }, style),
        Span::styled(sign, sign_style),
        Span::styled(if seen.marked { look.mark() } else { " " }, style),
        Span::styled(text, style),
    ])
}

/// As many of the parts between commas as fit whole: a name's first words say more than a cut one.
fn whole_parts(names: &str, room: usize) -> &str {
    if width(names) <= room {
        return names;
    }
    let end = names.match_indices(',').map(|(at, _)| at).rfind(|end| width(&names[..*end]) <= room);
    end.map_or(names, |end| &names[..end])
}

/// The most pressing sign of a row; what is decided shows how.
fn sign(row: &ItemRow, look: &Look) -> (&'static str, ratatui::style::Style) {
    if row.clash {
        return (look.clash(), look.warning);
    }
    match row.triage {
        Triage::Included => return (look.tick(), look.good),
        Triage::Filed => return ("-", look.dim),
        Triage::Duplicate => return ("+", look.dim),
        Triage::New | Triage::Waiting => {}
    }
    if row.urgency != Urgency::Normal {
        ("!", look.urgent)
    } else if row.at_risk() {
        (look.hot(), look.urgent)
    } else if row.open_rumour() {
        ("?", look.warning)
    } else if row.triage == Triage::Waiting {
        (look.ellipsis(), look.dim)
    } else {
        (" ", look.plain)
    }
}

fn empty(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let text = match &state.source {
        Source::Search(typed) => words.inbox_empty_search(typed),
        Source::Filter(_) => words.inbox_empty_filter().to_owned(),
        Source::View(at) => match state.views.get(*at).map(|view| view.code.as_str()) {
            Some("mine") if state.nameless => words.inbox_empty_mine_nameless().to_owned(),
            Some("mine") => words.inbox_empty_mine().to_owned(),
            Some("all") | None => words.inbox_empty_all().to_owned(),
            _ => words.inbox_empty_view().to_owned(),
        },
    };
    let lines = crate::screen::wrap::lines(&text, usize::from(area.width.saturating_sub(6)), 4);
    let lines: Vec<Line> =
        lines.into_iter().map(|line| Line::styled(line.to_owned(), look.dim).centered()).collect();
    frame.render_widget(Text::from(lines), below(area, area.height / 3));
}

#[cfg(test)]
mod tests {
    use super::whole_parts;

    #[test]
    fn a_topic_too_long_for_its_column_ends_with_a_whole_name() {
        assert_eq!(whole_parts("Đất đai, bồi thường", 14), "Đất đai");
        assert_eq!(whole_parts("Điện, Giao thông, Giáo dục", 16), "Điện, Giao thông");
        assert_eq!(whole_parts("Nước sinh hoạt", 14), "Nước sinh hoạt");
        assert_eq!(whole_parts("Dịch vụ hành chính công", 14), "Dịch vụ hành chính công");
    }
}
