//! The columns of a list: letter, label, the first value, what it holds.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::roster::labels;
use crate::roster::model::ListField;
use crate::roster::tab::{Columns, held};
use crate::screen::columns::{cell, cut, letters};
use crate::screen::{Look, popup};
use crate::words::Words;

/// Cells of the letter.
const LETTER: usize = 3;

pub(super) fn draw(frame: &mut Frame, area: Rect, columns: &Columns, look: &Look, words: &Words) {
    let Some((file, sheet)) = columns.sheet() else { return };
    let width = area.width.saturating_sub(4).clamp(20, 110);
    let height = (sheet.labels.len() as u16).saturating_add(6).min(area.height);
    let inside = popup::window(frame, area, words.roster_columns_title(), width, height, look);
    let room = usize::from(inside.width).saturating_sub(2);
    let [name, head, list, rule, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(inside);
    let mut told = [file.as_str(), sheet.sheet.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ");
    if columns.sheets.len() > 1 {
        told = format!("{}/{}  {told}", columns.at + 1, columns.sheets.len());
    }
    frame.render_widget(Line::styled(format!(" {}", cut(&told, room, look.ellipsis())), look.dim), name);
    let heads = [words.roster_columns_label(), words.roster_columns_sample(), words.roster_columns_holds()];
    frame.render_widget(Line::styled(format!("  {}", row("", heads, room, look)), look.dim), head);
    let rows = usize::from(list.height).max(1);
    let top = (columns.cursor + 1).saturating_sub(rows);
    for (at, place) in (top..sheet.labels.len()).zip(list.rows()) {
        let field = held(sheet, at);
        // What the program does not keep is not shown either.
        let sample =
            if field == ListField::Sensitive { "" } else { sheet.samples.get(at).map_or("", String::as_str) };
        let text =
            row(&letters(at), [&sheet.labels[at], sample, labels::list_field(words, field)], room, look);
        let here = at == columns.cursor;
        let style = match (here, field) {
            (true, _) => look.cursor,
            (false, ListField::Ignored | ListField::Sensitive) => look.dim,
            (false, _) => look.plain,
        };
        let pointer = if here { look.pointer() } else { " " };
        let line =
            Line::from(vec![Span::styled(pointer, look.accent), Span::styled(format!(" {text}"), style)]);
        frame.render_widget(line, place);
    }
    frame.render_widget(Line::styled(look.horizontal().repeat(usize::from(rule.width)), look.rule), rule);
    let said = if sheet.mapping.names_people() {
        words.roster_columns_remembered()
    } else {
        words.roster_columns_need_name()
    };
    frame.render_widget(Line::styled(format!(" {}", cut(said, room, look.ellipsis())), look.accent), foot);
    if let Some(picker) = &columns.pick {
        picker.draw(frame, area, look, words.roster_columns_none());
    }
}

fn row(letter: &str, texts: [&str; 3], room: usize, look: &Look) -> String {
    let room = room.saturating_sub(LETTER + 8);
    let holds = (room * 35 / 100).min(30);
    let label = ((room - holds) * 9 / 20).min(32);
    let mut line = String::new();
    cell(&mut line, letter, LETTER, false, look.ellipsis());
    for (text, width) in texts.into_iter().zip([label, room - holds - label, holds]) {
        line.push_str("  ");
        cell(&mut line, text, width, false, look.ellipsis());
    }
    line
}
