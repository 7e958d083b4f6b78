//! The first start: which letters and signs does this console show? Asked once, in plain letters, so that the question can
//! be read on every console; the settings can change it later.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::screen::popup::Outcome;
use crate::screen::{Action, Look};
use crate::settings::Settings;
use crate::words::Words;

/// The page.
#[derive(Default)]
pub struct TestPage {
    cursor: usize,
}

/// Answers: everything is shown, only the letters are, neither is.
const ANSWERS: usize = 3;

impl TestPage {
    /// Takes an action of [`keys::popup::TEST`](crate::screen::keys::popup::TEST); the choice is the number of the answer.
    pub fn update(&mut self, action: &Action) -> Outcome<usize> {
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(ANSWERS - 1),
            Action::Open => return Outcome::Chosen(self.cursor),
            // Asked again at the next start.
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    /// Puts an answer into the settings.
    pub fn keep(answer: usize, settings: &mut Settings) {
        settings.tested = true;
        settings.ascii = answer > 0;
        settings.unaccented = answer > 1;
    }

    /// Draws it on the whole area.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        frame.render_widget(Clear, area);
        let answers = [words.app_test_all(), words.app_test_letters(), words.app_test_none()];
        let mut lines = vec![
            Line::raw(""),
            Line::styled(format!("  {}", words.app_test_question()), look.strong),
            Line::raw(""),
            // The same in every language: it is what the console has to show.
            Line::raw("      đọc được dòng này không? Nguyễn Thị Hường, ngõ Đồng Tiến, ẵ ặ ỡ ợ ữ ự ỷ ỹ"),
            Line::raw(""),
            Line::raw("      ┌─────────┬────────┐   ▌  ●  ✓  ▲  ≡  …  ·  –  → ← ↑ ↓"),
            Line::raw("      └─────────┴────────┘   █████░░░░░"),
            Line::raw(""),
            Line::raw(format!("  {}", words.app_test_choose())),
            Line::raw(""),
        ];
        for (at, answer) in answers.into_iter().enumerate() {
            let chosen = at == self.cursor;
            // No sign that the console may lack.
            let pointer = if chosen { ">" } else { " " };
            let style = if chosen { look.cursor } else { look.plain };
            lines.push(Line::from(vec![
                Span::styled(format!("  {pointer}"), look.accent),
                Span::styled(format!(" {answer} "), style),
            ]));
        }
        lines.extend([Line::raw(""), Line::styled(format!("  {}", words.app_test_later()), look.dim)]);
        for (line, row) in lines.into_iter().zip(area.rows()) {
            frame.render_widget(line, row);
        }
    }
}

/// True where a console most likely lacks letters: one without windows, the old one of Windows, one that is not told to be
/// of UTF-8.
pub fn is_doubtful() -> bool {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if cfg!(windows) {
        return set("WT_SESSION").is_none() && set("TERM_PROGRAM").is_none();
    }
    let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
    let narrow = locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8") && locale != "c" && locale != "posix"
    });
    set("TERM").as_deref() == Some("linux") || narrow
}
