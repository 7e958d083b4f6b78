//! The window of sentences drafts are written with.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Text};

use crate::inbox::labels;
use crate::screen::columns::cell;
use crate::screen::{Look, popup, wrap};
use crate::summary::gather::slots::{preview, shown};
use crate::summary::tab::{PhraseList, count, fits};
use crate::words::{Language, Words};

/// Lines at the foot for the sentence as it would be written.
const PREVIEW: usize = 3;
/// Columns of tendency, of band and group, on a wide screen.
const FITS: usize = 24;
const WHOM: usize = 26;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &PhraseList, look: &Look, words: &Words) {
    let wide = area.width.saturating_sub(2).clamp(20, 116);
    let most = usize::from(area.height).saturating_sub(PREVIEW + 4).max(1);
    let shown_rows = open.rows.len().clamp(1, most);
    let title = words.summary_phrases(count(open.rows.len()));
    let inside = popup::window(frame, area, &title, wide, (shown_rows + PREVIEW + 3) as u16, look);
    let list = Rect { height: inside.height.min(shown_rows as u16), ..inside };
    let foot = Rect { y: list.bottom(), height: inside.height - list.height, ..inside };
    let width = usize::from(inside.width);
    let vietnamese = words.language() == Language::Vietnamese;
    let top = open.cursor.saturating_sub(shown_rows - 1);
    let mut lines: Vec<Line> = Vec::with_capacity(shown_rows);
    for (at, (_, phrase)) in open.rows.iter().enumerate().skip(top).take(shown_rows) {
        let here = at == open.cursor;
        let mut text = String::with_capacity(width + 8);
        text.push_str(if here { look.pointer() } else { " " });
        cell(&mut text, fits(words, phrase.fits), FITS, false, look.ellipsis());
        text.push(' ');
        let band = phrase.band.map(|band| labels::band(words, band));
        let whom: Vec<&str> =
            band.into_iter().chain(Some(phrase.group.as_str()).filter(|group| !group.is_empty())).collect();
        let whom = whom.join(", ");
        // Few are for one band or one group only: the column stands where there is room.
        let narrow = width < 100;
        if !narrow {
            cell(&mut text, &whom, WHOM, false, look.ellipsis());
            text.push(' ');
        }
        let body = shown(&phrase.body, vietnamese);
        let body = if narrow && !whom.is_empty() { format!("({whom}) {body}") } else { body };
        let taken = FITS + 3 + if narrow { 0 } else { WHOM + 1 };
        cell(&mut text, &body, width.saturating_sub(taken), false, look.ellipsis());
        text.push(' ');
        lines.push(Line::styled(text, if here { look.cursor } else { Style::new() }));
    }
    if open.rows.is_empty() {
        lines.push(Line::styled(format!(" {}", words.summary_phrases_none()), look.dim));
    }
    frame.render_widget(Text::from(lines), list);
    popup::more(frame, list, [top > 0, top + shown_rows < open.rows.len()], look);
    let mut lines = vec![Line::styled(look.horizontal().repeat(width), look.rule)];
    if let Some((_, phrase)) = open.here() {
        let said = preview(phrase);
        let said = wrap::lines(&said, width.saturating_sub(2), PREVIEW).into_iter().take(PREVIEW);
        lines.extend(said.map(|line| Line::raw(format!(" {line}"))));
    }
    frame.render_widget(Text::from(lines), foot);
    if let Some((_, form)) = &open.form {
        form.draw(frame, area, look, words);
    }
}
