//! The window of the saved views of a list: choosing, keeping a filter as one, changing, moving, taking off.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};

use super::action::Action;
use super::columns::cell;
use super::look::Look;
use super::popup::{self, Outcome};
use crate::text::width;
use crate::words::Words;

/// Cells of a count: `9.999+`.
const COUNT: usize = 6;

/// The window of the views.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views {
    /// The line under the cursor.
    pub cursor: usize,
    /// How many there are.
    count: usize,
}

/// What a person wants of the views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To see it.
    Open(usize),
    /// The list's filter kept as a new one.
    New,
    /// Its form.
    Edit(usize),
    /// Taken off the bar.
    Remove(usize),
    /// A place to the front or to the back.
    Move(usize, bool),
}

impl Views {
    /// The window with the cursor on a line.
    pub fn new(cursor: usize, count: usize) -> Self {
        Self { cursor, count }
    }

    /// There are other views now.
    pub fn renew(&mut self, count: usize) {
        self.count = count;
        self.cursor = self.cursor.min(count.saturating_sub(1));
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action) -> Outcome<Wish> {
        let last = self.count.saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Home => self.cursor = 0,
            Action::End => self.cursor = last,
            Action::New => return Outcome::Chosen(Wish::New),
            Action::Open if self.count > 0 => return Outcome::Chosen(Wish::Open(self.cursor)),
            Action::Edit if self.count > 0 => return Outcome::Chosen(Wish::Edit(self.cursor)),
            Action::Delete if self.count > 1 => return Outcome::Chosen(Wish::Remove(self.cursor)),
            Action::ScrollUp if self.cursor > 0 => return Outcome::Chosen(Wish::Move(self.cursor, true)),
            Action::ScrollDown if self.cursor < last => {
                return Outcome::Chosen(Wish::Move(self.cursor, false));
            }
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }
}

/// A line of the window.
#[derive(Clone, Debug)]
pub struct ViewLine<'a> {
    /// Name of the view.
    pub name: &'a str,
    /// How many rows it has, in words; empty while they are counted.
    pub count: String,
    /// Its filter.
    pub filter: &'a str,
}

/// Draws the window: names, counts and filters in their order.
pub fn draw(frame: &mut Frame, area: Rect, views: &[ViewLine], open: &Views, look: &Look, words: &Words) {
    let widest = views.iter().map(|view| width(view.name)).max();
    let room = area.width.saturating_sub(4).clamp(20, 96);
    let shown = (views.len() as u16).min(area.height.saturating_sub(6)).max(1);
    let inside = popup::window(frame, area, words.inbox_views_title(), room, shown + 3, look);
    let room = usize::from(inside.width);
    // A pointer, the count, blanks between.
    let name = widest.unwrap_or(0).min(room / 2).max(width(words.inbox_view_name_label()));
    let filter = room.saturating_sub(name + COUNT + 6);
    let [head, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(inside);
    let mut heading = String::from("  ");
    cell(&mut heading, words.inbox_view_name_label(), name, false, look.ellipsis());
    heading.push(' ');
    cell(&mut heading, words.inbox_view_count_label(), COUNT, true, look.ellipsis());
    heading.push_str("  ");
    cell(&mut heading, words.inbox_view_filter_label(), filter, false, look.ellipsis());
    frame.render_widget(Line::styled(heading, look.dim), head);
    let top = open.cursor.saturating_sub(usize::from(shown) - 1);
    let seen = views.iter().enumerate().skip(top).take(usize::from(shown));
    let lines: Vec<Line> = seen
        .map(|(at, view)| {
            let here = at == open.cursor;
            let mut left = format!("{} ", if here { look.pointer() } else { " " });
            cell(&mut left, view.name, name, false, look.ellipsis());
            left.push(' ');
            cell(&mut left, &view.count, COUNT, true, look.ellipsis());
            let mut right = String::from("  ");
            let narrowed = if view.filter.is_empty() { words.inbox_view_everything() } else { view.filter };
            cell(&mut right, narrowed, filter + 2, false, look.ellipsis());
            let dim = if here { look.cursor } else { look.dim };
            let line = Line::from(vec![Span::raw(left), Span::styled(right, dim)]);
            if here { line.style(look.cursor) } else { line }
        })
        .collect();
    frame.render_widget(Text::from(lines), list);
}
