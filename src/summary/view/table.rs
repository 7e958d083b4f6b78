//! Draws the source table over the whole room.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::screen::columns::{Column, GAP, cell, cut, fit};
use crate::screen::popup::more;
use crate::screen::{Look, wrap};
use crate::summary::labels;
use crate::summary::tab::{Composer, SourceTable, TableLine, table_told};
use crate::summary::table::{Fate, Group};
use crate::words::Words;

/// Who sent it, what they say, what became of it.
const COLUMNS: [Column; 3] = [Column::new(22, 34, 0), Column::new(24, 200, 0), Column::new(18, 44, 0)];
/// Lines at the foot for the whole of what stands under the cursor.
const WHOLE: u16 = 4;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    open: Option<&Composer>,
    table: &SourceTable,
    look: &Look,
    words: &Words,
) {
    let totals = table_told(&table.totals, words);
    let room = usize::from(area.width).saturating_sub(2);
    let lines = wrap::lines(&totals, room, 3);
    let [head, counts, list, rule, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(lines.len() as u16),
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(WHOLE),
    ])
    .areas(area);
    title(frame, head, open, table, look, words);
    for (y, line) in (counts.y..counts.bottom()).zip(&lines) {
        frame.render_widget(Line::styled(format!(" {line}"), look.dim), Rect { y, height: 1, ..counts });
    }
    rows(frame, list, table, look, words);
    frame.render_widget(Line::styled(look.horizontal().repeat(usize::from(rule.width)), look.rule), rule);
    whole(frame, foot, table, look);
    if let Some(prompt) = &table.prompt {
        prompt.draw(frame, area, look);
    }
}

/// The heading, or the line that narrows.
fn title(
    frame: &mut Frame,
    area: Rect,
    open: Option<&Composer>,
    table: &SourceTable,
    look: &Look,
    words: &Words,
) {
    let place = format!("{} / {} ", table.shown.len(), table.lines.len());
    let right = Line::styled(place.clone(), look.dim).right_aligned();
    if table.finding || !table.find.is_empty() {
        let label = format!(" {} ", words.summary_table_find());
        let field = Rect { width: area.width.saturating_sub(place.len() as u16 + 1), ..area };
        table.find.draw(frame, field, &label, look, table.finding);
    } else {
        let group = table
            .group
            .map_or_else(String::new, |group| format!(" {} {}", look.dot(), labels::group(words, group)));
        let period = open.map_or_else(String::new, |open| format!(", {}", open.period));
        let text = format!("{}{period}{group}", words.summary_table());
        let text = cut(&text, usize::from(area.width).saturating_sub(place.len() + 3), look.ellipsis());
        frame.render_widget(Line::styled(format!(" {text}"), look.strong), area);
    }
    frame.render_widget(right, area);
}

fn rows(frame: &mut Frame, area: Rect, table: &SourceTable, look: &Look, words: &Words) {
    let height = usize::from(area.height).max(1);
    if table.shown.is_empty() {
        let told =
            if table.lines.is_empty() { words.summary_table_empty() } else { words.summary_table_none() };
        frame.render_widget(Line::styled(format!(" {told}"), look.dim), Rect { height: 1, ..area });
        return;
    }
    let widths = fit(&COLUMNS, area.width.saturating_sub(4));
    let top = (table.cursor + 1).saturating_sub(height);
    let shown = table.shown.iter().enumerate().skip(top).take(height);
    for (y, (at, line)) in (area.y..area.bottom()).zip(shown) {
        let Some(line) = table.lines.get(*line) else { continue };
        let drawn = row(line, at == table.cursor, &widths, look);
        frame.render_widget(drawn, Rect { y, height: 1, ..area });
    }
    more(frame, area, [top > 0, table.shown.len() > top + height], look);
}

fn row(line: &TableLine, here: bool, widths: &[u16], look: &Look) -> Line<'static> {
    let (sign, style) = match line.row.fate.group() {
        Group::Open => ("!", look.warning),
        Group::Reasoned => (look.dot(), look.plain),
        Group::Aside => (" ", look.dim),
        Group::Carried => (if look.ascii { "+" } else { look.tick() }, look.good),
    };
    let mut text = String::with_capacity(128);
    text.push_str(if here { look.pointer() } else { " " });
    let lead = std::mem::take(&mut text);
    for (place, (part, width)) in [&line.from, &line.said, &line.fate].into_iter().zip(widths).enumerate() {
        if place > 0 {
            text.push_str(&" ".repeat(usize::from(GAP)));
        }
        cell(&mut text, part, usize::from(*width), false, look.ellipsis());
    }
    if here {
        return Line::styled(format!("{lead}{sign} {text} "), look.cursor);
    }
    let dim = matches!(line.row.fate, Fate::Aside { .. });
    Line::from(vec![
        Span::raw(lead),
        Span::styled(sign.to_owned(), style),
        Span::styled(format!(" {text}"), if dim { look.dim } else { Style::new() }),
    ])
}

/// The whole of what stands under the cursor, with the sentence that carries it or the reason.
fn whole(frame: &mut Frame, area: Rect, table: &SourceTable, look: &Look) {
    let Some(line) = table.here() else { return };
    let room = usize::from(area.width).saturating_sub(2);
    let fate = match &line.row.fate {
        Fate::Carried(told) => format!("{}: {}", line.fate, told.text),
        _ => line.fate.clone(),
    };
    let fate = wrap::lines(&fate, room, 2);
    let most = usize::from(area.height).saturating_sub(fate.len());
    let said = format!("{} {} {}", line.from, look.dot(), line.said);
    let said: Vec<&str> = wrap::lines(&said, room, most);
    let said = said.into_iter().map(|line| Line::raw(format!(" {line}")));
    let fate = fate.into_iter().map(|line| Line::styled(format!(" {line}"), look.accent));
    for (y, line) in (area.y..area.bottom()).zip(said.chain(fate)) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}
