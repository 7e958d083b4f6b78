//! The unit tree.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::roster::model::{UnitRow, short_unit};
use crate::roster::tab::{UnitLine, Units};
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::list::Seen;
use crate::words::Words;

/// Widest a tree is drawn, so that names and counts stay near each other.
const WIDEST: u16 = 130;

pub(super) fn draw(frame: &mut Frame, area: Rect, units: &Units, look: &Look, words: &Words) {
    let area = Rect { width: area.width.min(WIDEST), ..area };
    let [head, columns, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let title = if units.gaps_only { words.roster_tree_gaps() } else { words.roster_tree() };
    let count = words.roster_tree_count(units.gaps as i64, units.wanting as i64);
    let blanks = usize::from(area.width).saturating_sub(title.width() + count.width() + 2);
    frame.render_widget(
        Line::from(vec![
            Span::styled(format!(" {title}"), look.strong),
            Span::raw(" ".repeat(blanks)),
            Span::styled(count, look.dim),
        ]),
        head,
    );
    if units.list.is_empty() {
        let text = if units.gaps_only && units.wanting > 0 {
            words.roster_tree_no_gaps()
        } else {
            words.roster_tree_empty()
        };
        frame.render_widget(Line::raw(format!("  {text}")), Rect { height: 1.min(body.height), ..body });
        return;
    }
    let room = Columns::of(usize::from(area.width));
    frame.render_widget(Line::styled(room.heading(words, look), look.dim), columns);
    for (y, seen) in (body.y..body.bottom()).zip(units.list.visible()) {
        let line = room.line(&seen, look, words);
        frame.render_widget(line, Rect { y, height: 1, ..body });
    }
}

/// Cells of the order, the symbol, the mailbox and the counts.
const ORDER: usize = 4;
const SYMBOL: usize = 12;
const MAILBOX: usize = 28;
const COUNTS: usize = 18;
/// Cells from which on the mailbox is shown.
const WITH_MAILBOX: usize = 110;

/// Widths of the columns.
struct Columns {
    name: usize,
    mailbox: usize,
}

impl Columns {
    fn of(width: usize) -> Self {
        let mailbox = if width >= WITH_MAILBOX { MAILBOX + 2 } else { 0 };
        // Pointer and sign, and two cells between the columns.
        Self { name: width.saturating_sub(3 + ORDER + 2 + SYMBOL + 2 + mailbox + COUNTS + 1), mailbox }
    }

    fn heading(&self, words: &Words, look: &Look) -> String {
        self.cells(
            [
                words.roster_tree_columns_order(),
                words.roster_column_unit(),
                words.roster_tree_columns_symbol(),
                words.roster_tree_columns_mailbox(),
                words.roster_tree_columns(),
            ],
            0,
            "   ",
            look,
        )
    }

    fn cells(&self, texts: [&str; 5], indent: usize, before: &str, look: &Look) -> String {
        let [order, name, symbol, mailbox, counts] = texts;
        let mut line = before.to_owned();
        let cut_at = |line: &mut String, text: &str, width: usize, right: bool| {
            cell(line, text, width, right, look.ellipsis());
        };
        cut_at(&mut line, order, ORDER, true);
        line.extend(std::iter::repeat_n(' ', indent + 2));
        cut_at(&mut line, name, self.name.saturating_sub(indent), false);
        line.push_str("  ");
        cut_at(&mut line, symbol, SYMBOL, false);
        if self.mailbox > 0 {
            line.push_str("  ");
            cut_at(&mut line, mailbox, self.mailbox - 2, false);
        }
        if !counts.is_empty() {
            cut_at(&mut line, counts, COUNTS, true);
        }
        line
    }

    fn line(&self, seen: &Seen<'_, UnitLine>, look: &Look, words: &Words) -> Line<'static> {
        let row = &seen.row.0;
        let indent = (row.depth * 2).min(self.name / 3);
        let name = named(row, self.name.saturating_sub(indent), words);
        let count = if row.is_gap() {
            words.roster_tree_gap().to_owned()
        } else if row.total == row.own {
            words.number(row.total as i64)
        } else {
            format!("{} / {}", words.number(row.own as i64), words.number(row.total as i64))
        };
        let order = if row.order > 0 { words.number(row.order) } else { String::new() };
        let pointer = if seen.cursor { look.pointer() } else { " " };
        let sign = if seen.marked { look.mark() } else { " " };
        let stranded = row.until.is_some() && (row.total > 0 || row.holds);
        let sign = if stranded && !seen.marked { "!" } else { sign };
        let before = format!("{pointer}{sign} ");
        let text = self.cells([&order, &name, &row.symbol, &row.mailbox, ""], indent, &before, look);
        let mut counted = String::new();
        cell(&mut counted, &count, COUNTS, true, look.ellipsis());
        let style = match (seen.cursor, row.until) {
            (true, _) => look.cursor,
            (false, _) if seen.marked => look.marked,
            (false, _) if stranded => look.warning,
            (false, Some(_)) => look.dim,
            (false, None) => look.plain,
        };
        let warned = if row.is_gap() && !seen.cursor { look.warning } else { style };
        Line::from(vec![Span::styled(text, style), Span::styled(counted, warned)])
    }
}

/// The name of a unit; of one that is no more with what stands in its place.
fn named<'a>(row: &'a UnitRow, room: usize, words: &Words) -> Cow<'a, str> {
    let fits = row.name.width() <= room;
    let name = if fits { Cow::Borrowed(row.name.as_str()) } else { short_unit(&row.name) };
    match row.until {
        None => name,
        Some(_) if !row.now.is_empty() => {
            format!("{name}, {}", words.roster_unit_now(row.now.as_str())).into()
        }
        Some(until) => format!("{name}, {}", words.roster_unit_until(words.day(until))).into(),
    }
}
