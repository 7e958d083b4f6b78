//! The units of a class: names before it, attendance once it has begun; below them the levels and all together.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::parts::Sheet;
use crate::roster::labels::level;
use crate::roster::model::short_unit;
use crate::screen::columns::cell;
use crate::text::width;
use crate::training::model::Tally;
use crate::words::Words;

/// Cells of a number with the blank before it.
const NUMBER: usize = 8;
/// Cells of the day names are due, with its blanks.
const DUE: usize = 8;

/// Headings of the numbers: names until it begins, then who came too.
fn headings(begun: bool, words: &Words) -> Vec<&str> {
    let mut of =
        vec![words.training_units_summoned(), words.training_units_named(), words.training_units_missing()];
    if begun {
        of.pop();
        of.extend([
            words.training_units_attended(),
            words.training_units_excused(),
            words.training_units_unexcused(),
            words.training_units_certificates(),
        ]);
    }
    of
}

/// The numbers under them.
fn numbers(begun: bool, of: &Tally) -> Vec<i64> {
    if begun {
        vec![of.summoned, of.listed, of.attended, of.excused, of.unexcused, of.certificates]
    } else {
        vec![of.summoned, of.named, of.missing]
    }
}

/// Cells of the name.
fn name_cells(sheet: &Sheet, room: usize) -> usize {
    let begun = sheet.class.has_begun(sheet.today);
    let due = if begun { 0 } else { DUE };
    room.saturating_sub(headings(begun, sheet.words).len() * NUMBER + due).clamp(16, 60)
}

/// The headings over the rows.
pub(super) fn heading(sheet: &Sheet, room: usize) -> String {
    let (begun, ellipsis) = (sheet.class.has_begun(sheet.today), sheet.look.ellipsis());
    let mut line = String::with_capacity(room + 8);
    cell(&mut line, sheet.words.roster_column_unit(), name_cells(sheet, room), false, ellipsis);
    for heading in headings(begun, sheet.words) {
        cell(&mut line, heading, NUMBER, true, ellipsis);
    }
    if !begun {
        line.push_str("  ");
        line.push_str(sheet.words.training_form_due());
    }
    line
}

fn counted(line: &mut String, begun: bool, tally: &Tally, sheet: &Sheet) {
    for number in numbers(begun, tally) {
        // What is nought says nothing; it would only hide what is not.
        let text = if number == 0 { sheet.look.dot().to_owned() } else { sheet.words.number(number) };
        cell(line, &text, NUMBER, true, "");
    }
}

/// A unit.
pub(super) fn row(sheet: &Sheet, at: usize, room: usize) -> (String, Style) {
    let (look, words, today) = (sheet.look, sheet.words, sheet.today);
    let Some(unit) = sheet.parts.units.get(at) else { return (String::new(), look.plain) };
    let begun = sheet.class.has_begun(today);
    let cells = name_cells(sheet, room);
    let name = if unit.name.is_empty() { words.training_units_unknown() } else { unit.name.as_str() };
    let short = short_unit(name);
    let late = unit.is_overdue(today) && !begun;
    let sign = if late { "! " } else { "" };
    let name = if width(name) + sign.len() <= cells { name } else { &short };
    let mut line = String::with_capacity(room + 8);
    cell(&mut line, &format!("{sign}{name}"), cells, false, look.ellipsis());
    counted(&mut line, begun, &unit.tally, sheet);
    if !begun && let Some(due) = unit.due {
        line.push_str("  ");
        line.push_str(&words.day_short(due, today));
    }
    let style = match (late, unit.tally.missing) {
        (true, _) => look.warning,
        (false, 0) if !begun && unit.tally.summoned > 0 => look.dim,
        _ => look.plain,
    };
    (line, style)
}

/// The levels, and all together.
pub(super) fn foot(frame: &mut Frame, area: Rect, sheet: &Sheet) {
    if area.is_empty() {
        return;
    }
    let (look, words) = (sheet.look, sheet.words);
    let begun = sheet.class.has_begun(sheet.today);
    let room = usize::from(area.width).saturating_sub(2);
    let cells = name_cells(sheet, room);
    let rule = look.horizontal().repeat(usize::from(area.width).saturating_sub(2));
    frame.render_widget(Line::styled(format!(" {rule}"), look.rule), Rect { height: 1, ..area });
    let all = Tally::sum(sheet.parts.levels.iter().map(|(_, tally)| tally));
    let levels = sheet.parts.levels.iter().filter(|_| sheet.parts.levels.len() > 1);
    let levels = levels.map(|(of, tally)| {
        let name = level(words, *of);
        (words.training_units_level(name), tally, look.plain)
    });
    let rows = levels.chain([(words.training_units_all().to_owned(), &all, look.strong)]);
    for (y, (name, tally, style)) in (area.y + 1..area.bottom()).zip(rows) {
        let mut line = String::from("  ");
        cell(&mut line, &name, cells, false, look.ellipsis());
        counted(&mut line, begun, tally, sheet);
        frame.render_widget(Line::styled(line, style), Rect { y, height: 1, ..area });
    }
}
