//! Windows over a room: the box, a question, a one-line prompt.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Block, Clear};

use super::action::{Action, InputEvent};
use super::columns::cut;
use super::input::Input;
use super::look::Look;

/// How a window ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It is still open.
    Open,
    /// It was left without a choice.
    Cancelled,
    /// This was chosen.
    Chosen(T),
    /// The action is none of its.
    Unused,
}

/// Draws an empty window of at most `width` × `height` cells in the middle of `area` and gives its inside.
pub fn window(frame: &mut Frame, area: Rect, title: &str, width: u16, height: u16, look: &Look) -> Rect {
    let [row] = Layout::vertical([Constraint::Length(height.min(area.height))])
        .flex(ratatui::layout::Flex::Center)
        .areas(area);
    let [place] = Layout::horizontal([Constraint::Length(width.min(area.width))])
        .flex(ratatui::layout::Flex::Center)
        .areas(row);
    let block = Block::bordered().border_set(look.border()).border_style(look.plain).title(Line::styled(
        format!(" {} ", cut(title, usize::from(place.width).saturating_sub(4), look.ellipsis())),
        look.strong,
    ));
    let inside = block.inner(place);
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    inside
}

/// Signs at the right edge of `list`: rows go on above it, below it.
pub fn more(frame: &mut Frame, list: Rect, [above, below]: [bool; 2], look: &Look) {
    if list.is_empty() {
        return;
    }
    let edge = list.right() - 1;
    for (more, sign, y) in [(above, look.above(), list.y), (below, look.below(), list.bottom() - 1)] {
        if more {
            frame.render_widget(Line::styled(sign, look.accent), Rect::new(edge, y, 1, 1));
        }
    }
}

fn wrapped(text: &str, width: u16) -> Text<'_> {
    super::wrap::lines(text, usize::from(width), 20).into_iter().map(Line::raw).collect()
}

/// A question before something that touches much: Enter does it, Esc does not.
#[derive(Clone, Debug)]
pub struct Confirm<T> {
    /// Heading.
    pub title: String,
    /// What will happen, to how many.
    pub question: String,
    what: T,
}

impl<T: Clone> Confirm<T> {
    /// Asks whether to do `what`.
    pub fn new(title: impl Into<String>, question: impl Into<String>, what: T) -> Self {
        Self { title: title.into(), question: question.into(), what }
    }

    /// What it was asked for.
    pub fn into_what(self) -> T {
        self.what
    }

    /// Takes an action of [`keys::popup::CONFIRM`](super::keys::popup::CONFIRM).
    pub fn update(&self, action: &Action) -> Outcome<T> {
        match action {
            Action::Open => Outcome::Chosen(self.what.clone()),
            Action::Back => Outcome::Cancelled,
            _ => Outcome::Unused,
        }
    }

    /// Draws it over `area`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let width = area.width.saturating_sub(8).clamp(20, 72);
        let text = wrapped(&self.question, width.saturating_sub(4));
        let lines = text.height() as u16;
        let inside = window(frame, area, &self.title, width, lines + 4, look);
        let inside = inside.inner(ratatui::layout::Margin::new(1, 1));
        frame.render_widget(text, inside);
    }
}

/// A line of text is asked for: a reason, a name.
#[derive(Clone, Debug)]
pub struct Prompt<T> {
    /// Heading.
    pub title: String,
    /// What is asked, and what for.
    pub question: String,
    /// The line.
    pub input: Input,
    what: T,
    /// The line holds a suggestion nobody has touched: what is typed takes its place.
    suggested: bool,
    /// What is typed does not show.
    secret: bool,
}

impl<T: Clone> Prompt<T> {
    /// Asks for a line, filled with `text` to begin with.
    pub fn new(title: impl Into<String>, question: impl Into<String>, text: &str, what: T) -> Self {
        Self {
            title: title.into(),
            question: question.into(),
            input: Input::new(text),
            what,
            suggested: false,
            secret: false,
        }
    }

    /// Asks for a line with a suggestion in it: Enter takes it, typing replaces it, other keys edit it.
    pub fn suggesting(title: impl Into<String>, question: impl Into<String>, text: &str, what: T) -> Self {
        Self { suggested: true, ..Self::new(title, question, text, what) }
    }

    /// Asks for a passphrase: a sign shows for every letter, and blanks at its ends are part of it.
    pub fn secret(title: impl Into<String>, question: impl Into<String>, what: T) -> Self {
        Self { secret: true, ..Self::new(title, question, "", what) }
    }

    /// What it was asked for.
    pub fn into_what(self) -> T {
        self.what
    }

    /// Takes an action of [`keys::popup::PROMPT`](super::keys::popup::PROMPT); the choice is what it was asked for and the line.
    pub fn update(&mut self, action: &Action) -> Outcome<(T, String)> {
        match action {
            Action::Open if self.secret => Outcome::Chosen((self.what.clone(), self.input.text().to_owned())),
            Action::Open => Outcome::Chosen((self.what.clone(), self.input.text().trim().to_owned())),
            Action::Back => Outcome::Cancelled,
            Action::Input(event) => {
                let suggested = std::mem::take(&mut self.suggested);
                if suggested && matches!(event, InputEvent::Insert(_) | InputEvent::Paste(_)) {
                    self.input.set("");
                }
                self.input.apply(event);
                Outcome::Open
            }
            _ => Outcome::Unused,
        }
    }

    /// Draws it over `area`, with the terminal's cursor in the line.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        self.draw_saying(frame, area, look, "");
    }

    /// Draws it with what is wrong with the line, under it.
    pub fn draw_saying(&self, frame: &mut Frame, area: Rect, look: &Look, wrong: &str) {
        let width = area.width.saturating_sub(8).clamp(20, 64);
        let text = wrapped(&self.question, width.saturating_sub(4));
        let lines = text.height() as u16;
        let wrong = wrapped(wrong, width.saturating_sub(4)).style(look.warning);
        let said = if wrong.width() > 0 { wrong.height() as u16 + 1 } else { 0 };
        let inside = window(frame, area, &self.title, width, lines + 5 + said, look);
        let inside = inside.inner(ratatui::layout::Margin::new(1, 1));
        let [question, line, below] =
            Layout::vertical([Constraint::Length(lines), Constraint::Length(1), Constraint::Min(0)])
                .areas(inside);
        frame.render_widget(text, question);
        frame.render_widget(Line::styled("›", look.dim), Rect { width: line.width.min(1), ..line });
        let field = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line }.intersection(line);
        if self.secret {
            self.input.masked(look.veil()).draw_long(frame, field, look);
        } else {
            self.input.draw_long(frame, field, look);
        }
        if said > 0 {
            let below = Rect { y: below.y + 1, height: below.height.saturating_sub(1), ..below };
            frame.render_widget(wrong, below);
        }
    }
}
