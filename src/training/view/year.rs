//! Draws the plan of a year.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::screen::Look;
use crate::screen::columns::{Column, GAP, cell, fit};
use crate::screen::popup::more;
use crate::training::labels;
use crate::training::model::told_when;
use crate::training::tab::{Year, YearLine, YearPart};
use crate::words::Words;

/// Days, what, who, reports this quarter.
const COLUMNS: [Column; 4] =
    [Column::new(20, 26, 0), Column::new(24, 200, 0), Column::new(12, 24, 1), Column::number(9, 0)];

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Year, look: &Look, words: &Words) {
    if let Some((form, _)) = &open.form {
        form.draw(frame, area, look, words);
        return;
    }
    let [head, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let title = words.training_year(open.material.year.to_string());
    let silent = open.silent();
    frame.render_widget(Line::styled(format!(" {title}"), look.strong), head);
    if silent > 0 {
        let told = format!("{} ", words.training_year_silent(silent as i64));
        frame.render_widget(Line::styled(told, look.warning).right_aligned(), head);
    }
    let widths = fit(&COLUMNS, list.width.saturating_sub(4));
    let height = usize::from(list.height).max(1);
    let top = (open.cursor + 1).saturating_sub(height);
    for (y, (at, line)) in (list.y..list.bottom()).zip(open.lines.iter().enumerate().skip(top).take(height)) {
        let place = Rect { y, height: 1, ..list };
        let here = at == open.cursor;
        frame.render_widget(row(open, *line, here, &widths, look, words), place);
    }
    more(frame, list, [top > 0, open.lines.len() > top + height], look);
}

fn row(open: &Year, line: YearLine, here: bool, widths: &[u16], look: &Look, words: &Words) -> Line<'static> {
    let pointer = if here { look.pointer() } else { " " };
    if let YearLine::Head(part) = line {
        let text = match part {
            YearPart::Items => words.training_year_items(open.material.rows.len() as i64),
            YearPart::Classes => words.training_year_classes(open.material.classes.len() as i64),
            YearPart::Surveys => words.training_year_surveys(open.material.surveys.len() as i64),
            YearPart::Duties => words.training_year_duties(open.material.duties.len() as i64),
        };
        let style = if here { look.cursor } else { look.strong };
        let head = Span::styled(format!("{pointer}{text}"), style);
        let bare = matches!(part, YearPart::Items) && open.material.rows.is_empty();
        let told = if bare { format!("  {}", words.training_year_empty()) } else { String::new() };
        return Line::from(vec![head, Span::styled(told, look.dim)]);
    }
    let (days, what, who, reports, silent) = match line {
        YearLine::Item(at) => {
            let Some(row) = open.material.rows.get(at) else { return Line::default() };
            let event = row.item.event.trim();
            let what = if event.is_empty() {
                row.item.content.clone()
            } else {
                format!("{} ({event})", row.item.content)
            };
            let reports =
                row.reports.map_or_else(String::new, |count| words.training_year_reports(i64::from(count)));
            let days = told_when(row.item.date_from, row.item.date_to);
            (days, what, row.item.owner.clone(), reports, row.is_silent(open.quarter))
        }
        YearLine::Class(at) => {
            let Some((_, days, title)) = open.material.classes.get(at) else { return Line::default() };
            (days.clone(), title.clone(), String::new(), String::new(), false)
        }
        YearLine::Survey(at) => {
            let Some((days, title)) = open.material.surveys.get(at) else { return Line::default() };
            (days.clone(), title.clone(), String::new(), String::new(), false)
        }
        YearLine::Duty(at) => {
            let Some(duty) = open.material.duties.get(at) else { return Line::default() };
            let [often, who, due] = labels::duty(words, duty);
            (often, format!("{}, {who}, {due}", duty.name), String::new(), String::new(), false)
        }
        YearLine::Head(_) => return Line::default(),
    };
    let mut text = format!("{pointer}{} ", if silent { "!" } else { " " });
    // What has nobody and no reports beside it takes their room.
    let alone = who.is_empty() && reports.is_empty();
    let rest: u16 = widths.iter().skip(2).filter(|width| **width > 0).map(|width| width + GAP).sum();
    for (at, (part, width)) in [&days, &what, &who, &reports].into_iter().zip(widths).enumerate() {
        if *width == 0 || (alone && at > 1) {
            continue;
        }
        let width = if alone && at == 1 { *width + rest } else { *width };
        if at > 0 {
            text.push_str(&" ".repeat(usize::from(GAP)));
        }
        cell(
            &mut text,
            part.lines().next().unwrap_or_default(),
            usize::from(width),
            at == 3,
            look.ellipsis(),
        );
    }
    text.push(' ');
    match (here, silent) {
        (true, _) => Line::styled(text, look.cursor),
        (false, true) => Line::styled(text, look.warning),
        _ => Line::raw(text),
    }
}
