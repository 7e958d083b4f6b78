//! The window of the rules that give new items to colleagues.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use super::split;
use crate::inbox::rows::RuleRow;
use crate::inbox::tab::{Rules, shares};
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::{popup, wrap};
use crate::words::Words;

/// Rules shown at once at most.
const MOST: usize = 14;
/// Cells of the number before a rule and of the count behind it.
const NUMBER: usize = 3;
const COUNT: usize = 6;
/// Lines that say what the rules would do.
const SAID: u16 = 2;

pub(super) fn draw(frame: &mut Frame, area: Rect, rules: &Rules, look: &Look, words: &Words) {
    let width = area.width.saturating_sub(4).clamp(20, 110);
    let count = rules.trial.rules.len();
    let shown = count.clamp(3, MOST.min(usize::from(area.height.saturating_sub(10)).max(3)));
    if count == 0 {
        let lines = wrap::lines(words.inbox_rules_none(), usize::from(width.saturating_sub(4)), 6);
        let lines: Vec<Line> = lines.iter().map(|line| Line::raw(format!(" {line}"))).collect();
        let height = lines.len() as u16 + 2;
        let inside = popup::window(frame, area, words.inbox_rules_title(), width, height, look);
        frame.render_widget(Text::from(lines), inside);
        return;
    }
    let height = shown as u16 + SAID + 4;
    let inside = popup::window(frame, area, words.inbox_rules_title(), width, height, look);
    let [head, rest] = split(inside, 1);
    let [list, foot] = split(rest, shown as u16);
    let room = usize::from(inside.width).saturating_sub(NUMBER + COUNT + 6);
    let columns = [room * 36 / 100, room * 28 / 100, room - room * 36 / 100 - room * 28 / 100];
    let heading = row(
        [
            "",
            words.inbox_rule_from(),
            words.inbox_rule_about(),
            words.inbox_rule_to(),
            words.inbox_rule_fits(),
        ],
        columns,
        look,
    );
    frame.render_widget(Line::styled(format!(" {heading}"), look.dim), head);
    let top = rules.cursor.saturating_sub(shown - 1);
    let lines: Vec<Line> = rules
        .trial
        .rules
        .iter()
        .enumerate()
        .skip(top)
        .take(shown)
        .map(|(at, rule)| {
            let here = at == rules.cursor;
            let pointer = if here { look.pointer() } else { " " };
            let text = format!("{pointer}{}", line(at, rule, columns, look, words));
            let style = match (here, rule.works) {
                (true, _) => look.cursor,
                (false, true) => look.plain,
                (false, false) => look.dim,
            };
            Line::styled(text, style)
        })
        .collect();
    frame.render_widget(Text::from(lines), list);
    let said = words.inbox_rules_would(rules.trial.fits(), shares(&rules.trial), rules.trial.unfit);
    let mut lines = vec![Line::styled(look.horizontal().repeat(usize::from(foot.width)), look.rule)];
    let room = usize::from(foot.width.saturating_sub(2));
    lines.extend(
        wrap::lines(&said, room, usize::from(SAID)).into_iter().map(|line| Line::raw(format!(" {line}"))),
    );
    frame.render_widget(Text::from(lines), foot);
}

fn line(at: usize, rule: &RuleRow, columns: [usize; 3], look: &Look, words: &Words) -> String {
    let number = format!("{}.", at + 1);
    let from = if rule.unit.is_empty() { words.inbox_rule_anywhere() } else { &rule.unit };
    let about = if rule.topic.is_empty() { words.inbox_rule_anything() } else { &rule.topic };
    let to = if rule.works { rule.handler.clone() } else { words.inbox_rule_gone(rule.handler.as_str()) };
    let fits = if rule.works { words.number(rule.fits.cast_signed()) } else { String::new() };
    row([&number, from, about, &to, &fits], columns, look)
}

fn row(cells: [&str; 5], [from, about, to]: [usize; 3], look: &Look) -> String {
    let mut line = String::with_capacity(160);
    for (at, (text, width)) in cells.into_iter().zip([NUMBER, from, about, to, COUNT]).enumerate() {
        cell(&mut line, text, width, matches!(at, 0 | 4), look.ellipsis());
        line.push(' ');
    }
    line
}
