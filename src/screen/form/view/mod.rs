//! Drawing a form.

mod list;
mod values;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use values::{draw_choice, draw_line, draw_pick, draw_suggested};

use super::Form;
use super::field::{Field, Kind, Reads, Said};
use crate::screen::columns::{cell, cut};
use crate::screen::look::Look;
use crate::screen::moment::WIDE;
use crate::screen::popup::more;
use crate::screen::wrap;
use crate::text::width;
use crate::words::Words;

/// Rows below the fields: a rule, and two for what belongs into the field.
const FOOT: u16 = 3;

/// Lines of the note under the title at most.
const MOST_NOTE: usize = 2;
/// Columns of labels at most.
const LABELS: usize = 22;
/// Rows of what is said under a field, at most.
const SAID: usize = 3;

/// A field's place in its column, in rows from the column's first.
#[derive(Clone, Copy)]
struct Block {
    field: usize,
    /// Row of the heading, when a section begins.
    heading: Option<u16>,
    /// First row of the value.
    from: u16,
    /// Rows of the value.
    rows: u16,
    /// Rows of what is said.
    said: u16,
}

impl Form {
    /// Draws it over the whole area of a room.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        frame.render_widget(Clear, area);
        let head = 1 + self.note_lines(area.width).len() as u16;
        let [head, body, foot] =
            Layout::vertical([Constraint::Length(head), Constraint::Min(1), Constraint::Length(FOOT)])
                .areas(area);
        self.draw_head(frame, head, look, words);
        self.draw_foot(frame, foot, look, words);
        let halves = self.columns(body);
        for (at, (column, fields)) in halves.iter().enumerate() {
            self.draw_column(frame, *column, at, fields, look, words);
        }
        if let [(left, _), (right, _)] = halves.as_slice() {
            for y in left.top()..left.bottom() {
                let x = right.x.saturating_sub(2);
                frame.render_widget(Line::styled(look.vertical(), look.rule), Rect::new(x, y, 1, 1));
            }
        }
        // Over everything else: the list belongs to a field anywhere.
        for (at, (column, fields)) in halves.iter().enumerate() {
            self.draw_list(frame, body, *column, at, fields, look, words);
        }
        if let Some(asking) = &self.asking {
            asking.draw(frame, area, look);
        }
    }

    fn draw_head(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let wrong = self.fields.iter().filter(|field| matches!(field.said, Some(Said::Wrong(_)))).count();
        let right = match wrong {
            0 if self.is_changed() => words.form_unsaved().to_owned(),
            0 => String::new(),
            count => words.form_wrong_fields(count as u64),
        };
        let room = usize::from(area.width).saturating_sub(width(&right) + 4);
        let mut title = String::from(" ");
        cell(&mut title, &self.title, room, false, look.ellipsis());
        let style = if wrong > 0 { look.warning } else { look.dim };
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            let line = Line::from(vec![
                Span::styled(title, look.strong),
                Span::raw("  "),
                Span::styled(right, style),
            ]);
            frame.render_widget(line, row);
        }
        for (note, row) in self.note_lines(area.width).into_iter().zip(rows) {
            frame.render_widget(Line::styled(format!(" {note}"), look.dim), row);
        }
    }

    /// The note under the title, broken into lines.
    fn note_lines(&self, all: u16) -> Vec<&str> {
        if self.note.is_empty() {
            return Vec::new();
        }
        wrap::lines(&self.note, usize::from(all).saturating_sub(2), MOST_NOTE)
    }

    /// The rule and what belongs into the field with the cursor, or what is wrong with it.
    fn draw_foot(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            let rule = look.horizontal().repeat(usize::from(row.width));
            frame.render_widget(Line::styled(rule, look.rule), row);
        }
        let Some(field) = self.fields.get(self.at) else { return };
        let room = usize::from(area.width).saturating_sub(2);
        let most = usize::from(FOOT);
        let usage = usage(field, words);
        let sentence_ends =
            field.help.is_empty() || usage.is_empty() || field.help.ends_with(['.', '?', '!', '…']);
        let both = format!("{}{} {usage}", field.help, if sentence_ends { "" } else { "." });
        let mut lines = wrap::lines(both.trim(), room, most);
        if lines.len() == most && !field.help.is_empty() {
            // How the field is used goes without saying before what belongs into it does.
            lines = wrap::lines(&field.help, room, most);
        }
        let cut_off = lines.len() == most;
        for (at, (line, row)) in lines.into_iter().zip(rows).enumerate() {
            let sign = if cut_off && at + 2 == most { look.ellipsis() } else { "" };
            frame.render_widget(Line::styled(format!(" {line}{sign}"), look.dim), row);
        }
    }

    /// The columns of the body with their fields.
    fn columns(&self, body: Rect) -> Vec<(Rect, Vec<usize>)> {
        let shown = |at: &usize| !self.fields[*at].hidden;
        let beside = (0..self.fields.len()).find(|at| self.fields[*at].beside);
        match beside {
            Some(beside) if body.width >= WIDE => {
                let [left, _, right] =
                    Layout::horizontal([Constraint::Fill(1), Constraint::Length(3), Constraint::Fill(1)])
                        .areas(body);
                vec![
                    (left, (0..beside).filter(shown).collect()),
                    (right, (beside..self.fields.len()).filter(shown).collect()),
                ]
            }
            _ => vec![(body, (0..self.fields.len()).filter(shown).collect())],
        }
    }

    /// Columns that labels take in a column of fields.
    fn label_width(&self, fields: &[usize]) -> usize {
        let widths = fields
            .iter()
            .map(|at| width(&self.fields[*at].label) + usize::from(self.fields[*at].required) * 2);
        widths.max().unwrap_or_default().min(LABELS)
    }

    /// Where the fields of a column stand.
    fn blocks(&self, column: Rect, fields: &[usize], words: &Words) -> Vec<Block> {
        let room = value_width(column, self.label_width(fields));
        let mut row = 0;
        let mut blocks = Vec::with_capacity(fields.len());
        for at in fields {
            let field = &self.fields[*at];
            let heading = field.heading.as_ref().map(|_| {
                // An empty row before a section, but not on top.
                row += u16::from(row > 0);
                row += 1;
                row - 1
            });
            let rows = match &field.kind {
                Kind::Long { editor, least, most } => {
                    let most = (*most).min(column.height.saturating_sub(1)).max(*least);
                    editor.rows(room, most).clamp(*least, most)
                }
                _ => 1,
            };
            let said = said(field, words).map_or(0, |(text, _)| wrap::lines(&text, room, SAID).len() as u16);
            blocks.push(Block { field: *at, heading, from: row, rows, said });
            row += rows + said;
        }
        self.stretch(&mut blocks, column.height.saturating_sub(row));
        blocks
    }

    /// Gives the rows nobody needs to the field the form is there for.
    fn stretch(&self, blocks: &mut [Block], spare: u16) {
        let mut further = 0;
        for block in blocks {
            block.from += further;
            block.heading = block.heading.map(|row| row + further);
            if further == 0 && self.fields[block.field].tall {
                block.rows += spare;
                further = spare;
            }
        }
    }

    /// The first row in sight, so that the field with the cursor and what is said about it are.
    fn scroll(&self, column: usize, blocks: &[Block], height: u16) -> u16 {
        let Some(top) = self.top.get(column) else { return 0 };
        let all = blocks.last().map_or(0, |block| block.from + block.rows + block.said);
        let mut first = top.get().min(all.saturating_sub(height));
        if let Some(block) = blocks.iter().find(|block| block.field == self.at) {
            let end = block.from + block.rows + block.said;
            // The next field stays in sight too, so that one sees where Tab goes.
            first = first.max((end + u16::from(end < all)).saturating_sub(height));
            first = first.min(block.heading.unwrap_or(block.from));
        }
        top.set(first);
        first
    }

    fn draw_column(
        &self,
        frame: &mut Frame,
        column: Rect,
        at: usize,
        fields: &[usize],
        look: &Look,
        words: &Words,
    ) {
        let labels = self.label_width(fields);
        let blocks = self.blocks(column, fields, words);
        let first = self.scroll(at, &blocks, column.height);
        let on = |row: u16, rows: u16| visible(column, first, row, rows);
        for block in &blocks {
            let field = &self.fields[block.field];
            if let (Some(row), Some(heading)) = (block.heading, &field.heading)
                && let Some((area, _)) = on(row, 1)
            {
                let heading = cut(heading, usize::from(area.width).saturating_sub(2), look.ellipsis());
                frame.render_widget(Line::styled(format!(" {heading}"), look.strong), area);
            }
            if let Some((area, _)) = on(block.from, block.rows) {
                self.draw_field(frame, area, block.field, labels, look, words);
            }
            if let (Some((area, skipped)), Some((text, wrong))) =
                (on(block.from + block.rows, block.said), said(field, words))
            {
                let area = value_area(area, labels);
                let style = if wrong { look.warning } else { look.dim };
                let lines = wrap::lines(&text, usize::from(area.width), SAID);
                for (line, row) in lines.into_iter().skip(usize::from(skipped)).zip(area.rows()) {
                    frame.render_widget(Line::styled(line, style), row);
                }
            }
        }
        let all = blocks.last().map_or(0, |block| block.from + block.rows + block.said);
        more(frame, column, [first > 0, all > first + column.height], look);
    }

    fn draw_field(
        &self,
        frame: &mut Frame,
        area: Rect,
        at: usize,
        labels: usize,
        look: &Look,
        words: &Words,
    ) {
        let field = &self.fields[at];
        let focused = at == self.at;
        let mut label = String::from(" ");
        let star = if field.required { " *" } else { "" };
        cell(&mut label, &format!("{}{star}", field.label), labels, false, look.ellipsis());
        let wrong = matches!(field.said, Some(Said::Wrong(_)));
        let style = if wrong {
            look.warning
        } else if focused {
            look.accent
        } else {
            look.dim
        };
        let pointer = if focused { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
        let row = Rect { height: 1, ..area };
        frame.render_widget(Line::from(vec![pointer, Span::styled(label, style)]), row);
        let area = value_area(area, labels);
        let line = Rect { height: 1, ..area };
        let reaches_down = matches!(field.kind, Kind::Long { .. }) && area.height > 1;
        if reaches_down {
            draw_edge(frame, area, if focused { look.accent } else { look.rule }, look);
        }
        match &field.kind {
            Kind::Long { editor, .. } if focused => {
                // Lined all over, a large empty field would be all that is seen.
                if !reaches_down {
                    frame.buffer_mut().set_style(area, look.field);
                }
                editor.draw(frame, area, look, words, true);
            }
            Kind::Long { editor, .. } if !field.is_empty() => editor.draw_beginning(frame, area, look),
            Kind::Choice { values, at, .. } if focused => draw_choice(frame, line, values, *at, look),
            Kind::Choice { values, at, .. } => {
                let name = values.get(*at).map_or("", |(_, name)| name);
                frame.render_widget(Line::raw(cut(name, usize::from(line.width), look.ellipsis())), line);
            }
            Kind::Flag(on) => {
                let mark = if *on { look.tick() } else { " " };
                let answer = if *on { words.form_yes() } else { words.form_no() };
                let style = if focused { look.cursor } else { look.plain };
                frame.render_widget(Line::styled(format!("[{mark}] {answer}"), style), line);
                if focused {
                    frame.set_cursor_position((line.x + 1, line.y));
                }
            }
            Kind::Pick(pick) => draw_pick(frame, line, field, pick, focused, look, words),
            Kind::Text(input) if field.secret => {
                draw_line(frame, line, &input.masked(look.veil()), &[], focused, look);
            }
            Kind::Text(input) | Kind::Day { input, .. } | Kind::Number { input, .. } | Kind::Phone(input) => {
                let understood = field.understood(self.now, words);
                let beside = understood.as_deref().map_or(0, |text| width(text) + 3);
                // A day as it is written, and a blank.
                let beside = if beside + 11 > usize::from(line.width) { 0 } else { beside };
                let [value, said] =
                    Layout::horizontal([Constraint::Min(1), Constraint::Length(beside as u16)]).areas(line);
                let value = if beside > 0 { Rect { width: value.width.min(24), ..value } } else { value };
                let said = Rect { x: value.right(), ..said };
                draw_line(frame, value, input, &field.suggested, focused, look);
                if let Some(text) = understood {
                    frame.render_widget(Line::styled(format!(" = {text}"), look.dim), said);
                }
            }
            Kind::Long { .. } => draw_suggested(frame, line, &field.suggested, look),
        }
    }
}

/// How far a text reaches, where nothing else would show it.
fn draw_edge(frame: &mut Frame, area: Rect, style: Style, look: &Look) {
    for row in area.rows() {
        let edge = Rect::new(row.x.saturating_sub(1), row.y, 1, 1);
        frame.render_widget(Line::styled(look.vertical(), style), edge);
    }
}

/// What is said about a field, and whether it must be mended.
fn said(field: &Field, words: &Words) -> Option<(String, bool)> {
    match &field.said {
        Some(Said::Wrong(text)) => return Some((text.clone(), true)),
        Some(Said::Warning(text)) => return Some((text.clone(), false)),
        None => {}
    }
    (!field.found.is_empty()).then(|| (words.form_personal(field.found.join(", ")), false))
}

/// How the field is used, where its kind does not say so itself.
fn usage<'a>(field: &Field, words: &'a Words) -> &'a str {
    match &field.kind {
        Kind::Choice { .. } => words.form_use_choice(),
        Kind::Pick(pick) if pick.is_many() => words.form_use_pick_many(),
        Kind::Pick(_) => words.form_use_pick(),
        Kind::Day { reads: Reads::Moment, .. } => words.form_use_moment(),
        Kind::Day { reads: Reads::Period, .. } => words.form_use_period(),
        Kind::Day { .. } => words.form_use_day(),
        Kind::Flag(_) => words.form_use_flag(),
        _ => "",
    }
}

fn value_width(column: Rect, labels: usize) -> usize {
    usize::from(value_area(column, labels).width)
}

/// The part of a field's rows behind its label.
fn value_area(area: Rect, labels: usize) -> Rect {
    let taken = (labels as u16 + 4).min(area.width);
    Rect { x: area.x + taken, width: (area.width - taken).saturating_sub(1), ..area }
}

/// The part of these rows of a column that is in sight, and how many of them are above it.
fn visible(column: Rect, first: u16, row: u16, rows: u16) -> Option<(Rect, u16)> {
    let skipped = first.saturating_sub(row);
    let y = column.y + row.saturating_sub(first);
    let height = rows.saturating_sub(skipped).min(column.bottom().saturating_sub(y));
    (height > 0 && row + rows > first).then_some((Rect { y, height, ..column }, skipped))
}
