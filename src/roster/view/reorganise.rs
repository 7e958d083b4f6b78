//! The plan of a reorganisation: what is to be looked at, then who and what moves where.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::roster::labels;
use crate::roster::model::{Moving, Roster};
use crate::roster::tab::{PlanRow, Planned};
use crate::screen::columns::{cell, cut};
use crate::screen::{Look, wrap};
use crate::text::cut_name;
use crate::words::Words;

/// Lines of the title at most.
const TITLE: usize = 2;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    page: &Planned,
    roster: &Roster,
    look: &Look,
    words: &Words,
) {
    let width = usize::from(area.width).saturating_sub(2);
    let titles = wrap::lines(&page.title, width, TITLE);
    let [title, basis, head, rule, list] = Layout::vertical([
        Constraint::Length(titles.len() as u16),
        Constraint::Length(u16::from(!page.plan.wish.basis.is_empty())),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
    ])
    .areas(area);
    for (text, place) in titles.into_iter().zip(title.rows()) {
        frame.render_widget(Line::styled(format!(" {text}"), look.strong), place);
    }
    let text = cut(&page.plan.wish.basis, width, look.ellipsis());
    frame.render_widget(Line::styled(format!(" {text}"), look.dim), basis);
    let heads = [words.roster_reorganise_who(), words.roster_reorganise_from(), words.roster_reorganise_to()];
    frame.render_widget(Line::styled(format!("   {}", columns(heads, width, look)), look.dim), head);
    frame.render_widget(Line::styled(look.horizontal().repeat(usize::from(rule.width)), look.rule), rule);
    let rows = usize::from(list.height).max(1);
    let top = page.cursor.saturating_sub(rows - 1).max(page.cursor / rows * rows).min(page.cursor);
    for ((at, row), place) in page.rows.iter().enumerate().skip(top).zip(list.rows()) {
        let here = at == page.cursor;
        let (sign, text, style) = match row {
            PlanRow::Remark(text) => ("!", cut(text, width - 2, look.ellipsis()).into_owned(), look.warning),
            PlanRow::Note(text) => (" ", cut(text, width - 2, look.ellipsis()).into_owned(), look.dim),
            PlanRow::Move(at) => moved(page, *at, roster, width, look, words),
        };
        let style = if here { look.cursor } else { style };
        let pointer = if here { look.pointer() } else { " " };
        frame.render_widget(Line::styled(format!("{pointer}{sign} {text}"), style), place);
    }
}

fn moved(
    page: &Planned,
    at: usize,
    roster: &Roster,
    width: usize,
    look: &Look,
    words: &Words,
) -> (&'static str, String, Style) {
    let line = &page.plan.moves[at];
    let (who, style) = match line.what {
        Moving::Person(id) => {
            let person = roster.named(id);
            let name = person.map(|person| person.full_name.as_ref()).unwrap_or_default();
            let post = person.map(|person| roster.post(person)).unwrap_or_default();
            let room = width * 2 / 5;
            let who = if post.is_empty() { name.to_owned() } else { format!("{name}, {post}") };
            let fits = crate::text::width(&who) <= room;
            (if fits { who } else { cut_name(name, room).into_owned() }, look.plain)
        }
        Moving::Excuse(id) => {
            let excused = page.plan.follows.excuses.iter().find(|excused| excused.id == id);
            (excused.map_or_else(String::new, |excused| labels::excused(words, excused)), look.plain)
        }
        Moving::Unit(id) => (roster.unit_named(id).unwrap_or_default().to_owned(), look.accent),
    };
    let from = roster.unit_named(line.from).unwrap_or_default();
    let to = labels::destination(words, &page.plan, line, roster);
    let style = if page.plan.is_still(line) { look.dim } else { style };
    let sign = if page.marked.contains(&at) { look.mark() } else { " " };
    (sign, columns([&who, from, &to], width.saturating_sub(2), look), style)
}

/// Who, from where, to where.
fn columns(texts: [&str; 3], width: usize, look: &Look) -> String {
    let room = width.saturating_sub(5);
    let who = room * 2 / 5;
    let from = (room - who) / 2;
    let mut line = String::new();
    for (text, width) in texts.into_iter().zip([who, from, room - who - from]) {
        cell(&mut line, text, width, false, look.ellipsis());
        line.push_str("  ");
    }
    line.truncate(line.trim_end().len());
    line
}
