//! Draws the tab Bồi dưỡng, giao ban.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::tab::State;
use crate::screen::Look;
use crate::words::Words;

/// Draws the tab into `area`.
pub fn draw(frame: &mut Frame, area: Rect, _state: &State, look: &Look, words: &Words) {
    let text = Line::styled(words.screen_nothing_here(), look.dim).centered();
    let middle = Rect {
        y: area.y + area.height / 2,
        height: area.height.min(1),
        ..area
    };
    frame.render_widget(text, middle);
}
