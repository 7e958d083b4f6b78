//! The terminal: entered once, restored on every way out, written to in one piece a frame.

use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use ratatui::crossterm::style::{
    Attribute, Color as TerminalColor, Print, SetAttribute, SetColors, force_color_output,
};
use ratatui::crossterm::terminal::{self, BeginSynchronizedUpdate, Clear, EndSynchronizedUpdate, SetTitle};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// The terminal is in our hands and has to be given back.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The mouse is ours too.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal as the program draws on it.
pub type Screen = Terminal<Output<Stdout>>;

/// Takes the terminal: raw mode, the other screen, marked pastes and focus events where there are such, and the mouse when
/// [`take_mouse`] asked for it before.
///
/// # Errors
/// When there is no terminal.
pub fn enter() -> io::Result<Screen> {
    terminal::enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let entered = take();
    if entered.is_err() {
        restore();
    }
    entered
}

fn take() -> io::Result<Screen> {
    // With NO_COLOR crossterm would write a reset that wipes reverse video; the look has no colours then anyway.
    force_color_output(true);
    dress()?;
    Terminal::new(Output::new(io::stdout()))
}

/// What the terminal is asked for while it is ours.
fn dress() -> io::Result<()> {
    let mut out = io::stdout();
    if titled() {
        // The terminal keeps the title it has, where it can.
        execute!(out, Print("\u{1b}[22;2t"))?;
    }
    execute!(out, terminal::EnterAlternateScreen, Hide)?;
    // An old Windows console knows neither; pastes come as keys there.
    let _ = execute!(out, EnableBracketedPaste);
    let _ = execute!(out, EnableFocusChange);
    if MOUSE.load(Ordering::SeqCst) {
        let _ = execute!(out, EnableMouseCapture);
    }
    Ok(())
}

/// Takes the mouse from the terminal, or leaves it there so that selecting text works.
pub fn take_mouse(takes: bool) {
    if MOUSE.swap(takes, Ordering::SeqCst) == takes || !ENTERED.load(Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // A terminal without a mouse goes on without.
    let _ = if takes { execute!(out, EnableMouseCapture) } else { execute!(out, DisableMouseCapture) };
}

/// Names the terminal's window.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn name(title: &str) -> io::Result<()> {
    if titled() || cfg!(windows) {
        execute!(io::stdout(), SetTitle(crate::text::clean_line(title).text))?;
    }
    Ok(())
}

/// A console without windows would show the title as text.
fn titled() -> bool {
    let term = std::env::var("TERM").unwrap_or_default();
    !cfg!(windows) && !matches!(term.as_str(), "" | "linux" | "dumb")
}

/// Takes the terminal again after the program was stopped and told to go on; what is drawn on it is unknown then.
///
/// # Errors
/// When there is no terminal any more.
pub fn take_again(screen: &mut Screen) -> io::Result<()> {
    // The shell has put its own mode on, which crossterm does not know of.
    let _ = terminal::disable_raw_mode();
    terminal::enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    dress()?;
    screen.backend_mut().forget();
    screen.clear()
}

/// Gives the terminal back; does nothing when it was not taken or is back already. Errors are of no use on the way out.
pub fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        let _ = execute!(out, EndSynchronizedUpdate);
        let _ = execute!(out, SetAttribute(Attribute::Reset));
        if MOUSE.load(Ordering::SeqCst) {
            let _ = execute!(out, DisableMouseCapture);
        }
        let _ = execute!(out, DisableFocusChange);
        let _ = execute!(out, DisableBracketedPaste);
        let _ = execute!(out, terminal::LeaveAlternateScreen, Show);
        if titled() {
            let _ = execute!(out, Print("\u{1b}[23;2t"));
        }
        let _ = terminal::disable_raw_mode();
    }
}

/// Gives the terminal back before the report of a panic is printed, in whichever thread. Goes in after color-eyre's hook.
pub fn restore_on_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        report(panic);
    }));
}

/// Gives the terminal back when the program leaves the screen by any way.
pub struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Writes cells to a terminal: only what changed, without resets that change nothing, everything in one piece at
/// [`Backend::flush`] and between the marks of a synchronized update. (The backend that comes with ratatui flushes at every
/// cursor command and resets underline colours, which old Windows consoles do not survive.)
pub struct Output<W: Write> {
    out: W,
    waiting: Vec<u8>,
    style: Worn,
    cursor: Position,
    cursor_shown: bool,
}

/// What the terminal's next character would look like.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Worn {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Worn = Worn { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

const ATTRIBUTES: &[(Modifier, Attribute)] = &[
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

impl<W: Write> Output<W> {
    /// An output whose terminal is plain with a hidden cursor.
    pub fn new(out: W) -> Self {
        Self {
            out,
            waiting: Vec::with_capacity(16 * 1024),
            style: PLAIN,
            cursor: Position::ORIGIN,
            cursor_shown: false,
        }
    }

    /// The terminal was in other hands: it is plain again, with a hidden cursor.
    fn forget(&mut self) {
        self.waiting.clear();
        self.style = PLAIN;
        self.cursor = Position::new(u16::MAX, u16::MAX);
        self.cursor_shown = false;
    }

    fn wear(&mut self, wanted: Worn) -> io::Result<()> {
        if !wanted.modifier.contains(self.style.modifier) {
            queue!(self.waiting, SetAttribute(Attribute::Reset))?;
            self.style = PLAIN;
        }
        for (modifier, attribute) in ATTRIBUTES {
            if wanted.modifier.contains(*modifier) && !self.style.modifier.contains(*modifier) {
                queue!(self.waiting, SetAttribute(*attribute))?;
            }
        }
        let colours = ratatui::crossterm::style::Colors {
            foreground: (wanted.fg != self.style.fg).then(|| colour(wanted.fg)),
            background: (wanted.bg != self.style.bg).then(|| colour(wanted.bg)),
        };
        if colours.foreground.is_some() || colours.background.is_some() {
            queue!(self.waiting, SetColors(colours))?;
        }
        self.style = wanted;
        Ok(())
    }
}

/// The 16 colours of the terminal's own palette; the look uses no others.
fn colour(colour: Color) -> TerminalColor {
    match colour {
        Color::Black => TerminalColor::Black,
        Color::Red => TerminalColor::DarkRed,
        Color::Green => TerminalColor::DarkGreen,
        Color::Yellow => TerminalColor::DarkYellow,
        Color::Blue => TerminalColor::DarkBlue,
        Color::Magenta => TerminalColor::DarkMagenta,
        Color::Cyan => TerminalColor::DarkCyan,
        Color::Gray => TerminalColor::Grey,
        Color::DarkGray => TerminalColor::DarkGrey,
        Color::LightRed => TerminalColor::Red,
        Color::LightGreen => TerminalColor::Green,
        Color::LightYellow => TerminalColor::Yellow,
        Color::LightBlue => TerminalColor::Blue,
        Color::LightMagenta => TerminalColor::Magenta,
        Color::LightCyan => TerminalColor::Cyan,
        Color::White => TerminalColor::White,
        Color::Indexed(index) => TerminalColor::AnsiValue(index),
        Color::Rgb(r, g, b) => TerminalColor::Rgb { r, g, b },
        Color::Reset => TerminalColor::Reset,
    }
}

impl<W: Write> Backend for Output<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut next: Option<(u16, u16)> = None;
        for (x, y, cell) in content {
            if next != Some((x, y)) {
                queue!(self.waiting, MoveTo(x, y))?;
            }
            next = Some((x + 1, y));
            self.wear(Worn { fg: cell.fg, bg: cell.bg, modifier: cell.modifier })?;
            queue!(self.waiting, Print(cell.symbol()))?;
        }
        if next.is_some() {
            // Wherever the last character left it.
            self.cursor = Position::new(u16::MAX, u16::MAX);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown {
            queue!(self.waiting, Hide)?;
            self.cursor_shown = false;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.cursor_shown {
            queue!(self.waiting, Show)?;
            self.cursor_shown = true;
        }
        Ok(())
    }

    /// Where the program put it. The terminal is never asked: its answer would have to be read by the thread of the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if position != self.cursor {
            queue!(self.waiting, MoveTo(position.x, position.y))?;
            self.cursor = position;
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        // Cleared cells take the background of the moment.
        self.wear(PLAIN)?;
        let kind = match clear_type {
            ClearType::All => terminal::ClearType::All,
            ClearType::AfterCursor => terminal::ClearType::FromCursorDown,
            ClearType::BeforeCursor => terminal::ClearType::FromCursorUp,
            ClearType::CurrentLine => terminal::ClearType::CurrentLine,
            ClearType::UntilNewLine => terminal::ClearType::UntilNewLine,
        };
        queue!(self.waiting, Clear(kind))
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = terminal::size()?;
        Ok(Size::new(width, height))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(self.waiting.len() + 16);
        queue!(frame, BeginSynchronizedUpdate)?;
        frame.append(&mut self.waiting);
        queue!(frame, EndSynchronizedUpdate)?;
        self.out.write_all(&frame)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// What is written for the difference of two frames, without the marks around it.
    fn written(output: &mut Output<Vec<u8>>, before: &Buffer, after: &Buffer) -> String {
        output.draw(before.diff(after).into_iter()).unwrap();
        output.flush().unwrap();
        let text = String::from_utf8(std::mem::take(&mut output.out)).unwrap();
        text.trim_start_matches("\u{1b}[?2026h").trim_end_matches("\u{1b}[?2026l").to_owned()
    }

    #[test]
    fn only_what_changed_is_written_and_nothing_when_nothing_did() {
        let area = Rect::new(0, 0, 20, 2);
        let empty = Buffer::empty(area);
        let mut one = empty.clone();
        one.set_string(0, 0, "Nước sạch", Style::new());
        let mut two = one.clone();
        two.set_string(0, 0, "N", Style::new().add_modifier(Modifier::REVERSED));
        let mut output = Output::new(Vec::new());
        assert_eq!(written(&mut output, &empty, &one), "\u{1b}[1;1HNước\u{1b}[1;6Hsạch");
        assert_eq!(written(&mut output, &one, &two), "\u{1b}[1;1H\u{1b}[7mN");
        assert_eq!(written(&mut output, &two, &one), "\u{1b}[1;1H\u{1b}[0mN");
        assert_eq!(written(&mut output, &one, &one), "");
    }

    #[test]
    fn the_cursor_is_moved_shown_and_hidden_only_when_it_changes() {
        let mut output = Output::new(Vec::new());
        output.hide_cursor().unwrap();
        output.flush().unwrap();
        assert!(output.out.is_empty());
        for _ in 0..2 {
            output.show_cursor().unwrap();
            output.set_cursor_position((3, 1)).unwrap();
            output.flush().unwrap();
        }
        let text = String::from_utf8(output.out).unwrap();
        assert_eq!(text, "\u{1b}[?2026h\u{1b}[?25h\u{1b}[2;4H\u{1b}[?2026l");
    }
}
