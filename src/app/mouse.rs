//! The mouse, when the settings have it: a click on a tab, a hint or a row, and the wheel.
//!
//! Rooms know nothing of it. A click on a row walks the cursor there by the same steps as the arrow keys, looking at what is
//! drawn after each: whatever can be reached by key can be clicked, in lists, windows and menus alike.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::frame;
use super::program::{Program, Stage};
use crate::screen::keys::{Kind, Mouse, MouseKind, Row};
use crate::screen::{Action, InputEvent, Tab};
use crate::text::width;

/// Rows a turn of the wheel moves.
const WHEEL: usize = 3;

/// Where the sign of the cursor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pointer {
    column: u16,
    row: u16,
}

impl Program<'_> {
    /// Does what the mouse asks for.
    pub(super) fn mouse(&mut self, mouse: Mouse) {
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(&Action::Up, &InputEvent::Up),
            MouseKind::WheelDown => self.wheel(&Action::Down, &InputEvent::Down),
            MouseKind::Click => self.click(mouse.column, mouse.row),
        }
    }

    fn wheel(&mut self, action: &Action, in_text: &InputEvent) {
        let action = match self.place().kind {
            Kind::Text => Action::Input(in_text.clone()),
            _ => action.clone(),
        };
        for _ in 0..WHEEL {
            self.hush();
            self.act(&action);
        }
        // At the end of a list there is nothing to say about the wheel.
        self.hush();
    }

    fn click(&mut self, column: u16, row: u16) {
        let window = Rect { x: 0, y: 0, width: self.size.width, height: self.size.height };
        if frame::too_small(window) {
            return;
        }
        let [bar, room, bottom] = frame::areas(window);
        if bottom.contains((column, row).into()) {
            self.click_hint(column, bottom);
        } else if let Some(menu) = self.menu.as_mut().filter(|_| bar.contains((column, row).into())) {
            menu.click(column);
        } else if bar.contains((column, row).into()) && self.over.is_none() {
            self.click_tab(column, bar);
        } else if room.contains((column, row).into()) {
            self.hush();
            self.click_row(row);
        }
    }

    fn click_hint(&mut self, column: u16, bottom: Rect) {
        let works = |row: &Row| self.works(row);
        let line = self.bottom(&works);
        let found = line
            .hints(bottom, &self.look)
            .into_iter()
            .find(|hint| (hint.column..hint.column + hint.width()).contains(&column))
            .map(|hint| hint.row.action.clone());
        self.hush();
        if let Some(action) = found {
            self.act(&action);
        }
    }

    fn click_tab(&mut self, column: u16, bar: Rect) {
        let Stage::Desk(desk) = &self.stage else { return };
        let mut end = 0;
        let tabs = frame::tabs(desk, bar.width, self.words);
        let found = Tab::ALL.into_iter().zip(tabs).find(|(_, text)| {
            end += width(text);
            usize::from(column) < end
        });
        if let Some((tab, _)) = found.filter(|_| !desk.pane().place().modal) {
            self.hush();
            self.act(&Action::Tab(tab));
        }
    }

    /// Walks the cursor to a row, or opens the row it stands on.
    fn click_row(&mut self, row: u16) {
        let Some(mut here) = self.pointer() else { return };
        if here.row == row {
            self.act(&Action::Open);
            return;
        }
        let down = here.row < row;
        let step = if down { Action::Down } else { Action::Up };
        for _ in 0..here.row.abs_diff(row) {
            self.act(&step);
            match self.pointer() {
                // Headings between rows are passed in one step; past the row clicked the walk ends.
                Some(there) if there != here => here = there,
                _ => break,
            }
            if if down { here.row >= row } else { here.row <= row } {
                break;
            }
        }
        // A step that found no row left has said so.
        self.hush();
    }

    /// The sign of the cursor on what is drawn now: before a reversed cell, and rightmost, because a window lies over the
    /// list whose sign may still be seen beside it.
    fn pointer(&self) -> Option<Pointer> {
        let backend = TestBackend::new(self.size.width, self.size.height);
        let mut terminal = Terminal::new(backend).ok()?;
        let drawn = terminal.draw(|frame| self.draw(frame)).ok()?;
        let buffer = drawn.buffer;
        let sign = self.look.pointer();
        let is_pointer = |column: u16, row: u16| {
            let reversed = |column: u16| {
                let cell = buffer.cell((column, row));
                cell.is_some_and(|cell| cell.modifier.contains(Modifier::REVERSED))
            };
            buffer.cell((column, row)).is_some_and(|cell| cell.symbol() == sign)
                && (reversed(column) || reversed(column + 1) || reversed(column + 2))
        };
        let rows = 0..self.size.height.saturating_sub(1);
        rows.flat_map(|row| (0..self.size.width).map(move |column| Pointer { column, row }))
            .filter(|at| is_pointer(at.column, at.row))
            .max_by_key(|at| at.column)
    }
}
