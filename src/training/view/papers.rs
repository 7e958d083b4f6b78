//! Draws the papers of a class.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::screen::popup::more;
use crate::screen::wrap;
use crate::training::papers::labels;
use crate::training::tab::{PaperLine, Papers};
use crate::words::Words;

/// Cells of a paper's name.
const NAME: usize = 36;
/// Lines below the list that tell what the paper under the cursor lacks.
const BELOW: u16 = 4;

pub(super) fn draw(frame: &mut Frame, area: Rect, papers: &Papers, look: &Look, words: &Words) {
    if let Some(preview) = papers.preview() {
        preview.draw(frame, area, look, words);
        return;
    }
    let [head, list, rule, below] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(BELOW),
    ])
    .areas(area);
    let title = match &papers.of {
        Some((_, title)) => words.training_papers_of(title.as_str()),
        None => words.training_papers().to_owned(),
    };
    let title = cut(&title, usize::from(head.width).saturating_sub(2), look.ellipsis());
    frame.render_widget(Line::styled(format!(" {title}"), look.strong), head);
    let shown = usize::from(list.height).max(1);
    let top = (papers.cursor + 1).saturating_sub(shown);
    let lines = papers.lines.iter().enumerate().skip(top).take(shown);
    for (y, (at, line)) in (list.y..list.bottom()).zip(lines) {
        let place = Rect { y, height: 1, ..list };
        frame.render_widget(row(papers, at, line, usize::from(list.width), look, words), place);
    }
    more(frame, list, [top > 0, papers.lines.len() > top + shown], look);
    let edge = look.horizontal().repeat(usize::from(rule.width).saturating_sub(2));
    frame.render_widget(Line::styled(format!(" {edge}"), look.rule), rule);
    if let Some(line) = papers.current() {
        told(frame, below, line, look, words);
    }
    if let Some(prompt) = papers.prompt() {
        prompt.draw(frame, area, look);
    }
    if let Some(confirm) = papers.confirm() {
        confirm.draw(frame, area, look);
    }
}

fn row<'a>(
    papers: &Papers,
    at: usize,
    line: &PaperLine,
    width: usize,
    look: &Look,
    words: &Words,
) -> Line<'a> {
    let cursor = at == papers.cursor;
    let mark = if papers.marked.contains(&at) { look.mark() } else { " " };
    let mut name = format!("{}{mark} ", if cursor { look.pointer() } else { " " });
    cell(&mut name, &line.name(words), NAME, false, look.ellipsis());
    name.push_str("  ");
    let lacks = match (line.stopped, line.gaps.len()) {
        (true, _) => words.training_papers_cannot().to_owned(),
        (false, 0) => words.training_papers_ready().to_owned(),
        (false, count) => words.training_papers_lacks(count as i64),
    };
    let mut rest = String::new();
    cell(&mut rest, &lacks, width.saturating_sub(NAME + 6), false, look.ellipsis());
    let (left, right) = match (cursor, line.stopped, line.gaps.is_empty()) {
        (true, ..) => (look.cursor, look.cursor),
        (_, true, _) => (look.dim, look.dim),
        (_, _, true) => (look.plain, look.good),
        _ => (look.plain, look.warning),
    };
    Line::from(vec![Span::styled(name, left), Span::styled(rest, right)])
}

/// What the paper lacks, and where it is entered.
fn told(frame: &mut Frame, area: Rect, line: &PaperLine, look: &Look, words: &Words) {
    let text = if line.gaps.is_empty() {
        if line.stopped {
            words.training_papers_cannot().to_owned()
        } else {
            words.training_papers_file_is(line.file.as_str())
        }
    } else {
        words.training_papers_missing(labels::gaps(words, &line.gaps))
    };
    let parts = wrap::lines(&text, usize::from(area.width).saturating_sub(4), usize::from(area.height));
    for (y, part) in (area.y..area.bottom()).zip(parts) {
        let place = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
        frame.render_widget(Line::styled(part.to_owned(), look.plain), place);
    }
}
