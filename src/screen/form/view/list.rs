//! The open list of a field that is filled by typing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::{FOOT, value_area};
use crate::screen::columns::cell;
use crate::screen::form::Form;
use crate::screen::form::field::{Field, Kind};
use crate::screen::form::pick::{Picked, SHOWN};
use crate::screen::look::Look;
use crate::text::width;
use crate::words::Words;

impl Form {
    /// The open list under its field, or above it where there is no room below.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and how")]
    pub(super) fn draw_list(
        &self,
        frame: &mut Frame,
        body: Rect,
        column: Rect,
        at: usize,
        fields: &[usize],
        look: &Look,
        words: &Words,
    ) {
        let Some(Field { kind: Kind::Pick(pick), .. }) = self.fields.get(self.at) else { return };
        if !pick.is_open() {
            return;
        }
        let labels = self.label_width(fields);
        let blocks = self.blocks(column, fields, words);
        let Some(block) = blocks.iter().find(|block| block.field == self.at) else { return };
        let first = self.top.get(at).map_or(0, std::cell::Cell::get);
        let y = column.y + block.from.saturating_sub(first);
        let area = value_area(column, labels);
        let rows = (pick.offered.len().min(SHOWN) as u16).max(1);
        let below = (body.bottom() + FOOT).saturating_sub(y + 1);
        let rows = rows.min(below.max(y.saturating_sub(body.y)));
        let top = if rows <= below { y + 1 } else { y.saturating_sub(rows) };
        let list = Rect { x: area.x.saturating_sub(1), y: top, width: area.width + 1, height: rows };
        frame.render_widget(Clear, list);
        let from = (pick.cursor + 1).saturating_sub(usize::from(rows));
        let room = usize::from(list.width);
        let noted = pick.offered.iter().any(|one| !one.note.is_empty());
        let seen = pick.offered.iter().skip(from).take(usize::from(rows));
        let widest = seen.map(|one| width(&one.name)).max().unwrap_or_default();
        let names = widest.min(if noted { room * 3 / 5 } else { room.saturating_sub(5) });
        for ((place, one), row) in pick.offered.iter().enumerate().skip(from).zip(list.rows()) {
            let chosen = place == pick.cursor;
            let more = place + 1 == from + usize::from(rows) && pick.offered.len() > place + 1;
            frame.render_widget(choice_line(one, room, names, chosen, more, look), row);
        }
    }
}

/// A line of an open list, its names `names` columns wide.
fn choice_line(
    one: &Picked,
    room: usize,
    names: usize,
    chosen: bool,
    more: bool,
    look: &Look,
) -> Line<'static> {
    let mut name = String::from(" ");
    cell(&mut name, &one.name, names, false, look.ellipsis());
    name.push_str("  ");
    let mut note = String::new();
    cell(&mut note, &one.note, room.saturating_sub(names + 5), false, look.ellipsis());
    let (style, note_style) = if chosen { (look.cursor, look.cursor) } else { (look.plain, look.dim) };
    let more = if more { look.ellipsis() } else { " " };
    Line::from(vec![
        Span::styled(look.vertical(), look.rule),
        Span::styled(name, style),
        Span::styled(note, note_style),
        Span::styled(more, look.dim),
    ])
}
