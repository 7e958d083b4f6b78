//! The window of an item's sentences, with the streams they are.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::split;
use crate::inbox::labels;
use crate::inbox::rows::StreamRow;
use crate::inbox::tab::{Sentence, Sentences};
use crate::screen::columns::cut;
use crate::screen::{Look, popup, wrap};
use crate::words::Words;

/// Most lines a sentence shows.
const MOST: usize = 4;
/// Cells before a sentence: the pointer, its sign, blanks.
const SIGNS: usize = 5;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Sentences, look: &Look, words: &Words) {
    let width = area.width.saturating_sub(4).clamp(20, 110);
    let room = usize::from(width).saturating_sub(SIGNS + 3);
    let height = |sentence: &Sentence| wrap::lines(&sentence.text, room, MOST).len() + sentence.streams.len();
    let total: usize = open.sentences.iter().map(height).sum();
    let rows = (total + 5).min(usize::from(area.height)) as u16;
    let inside = popup::window(frame, area, words.inbox_sentences_title(), width, rows, look);
    let [head, rest] = split(inside, 1);
    let heading = cut(&open.heading, room + SIGNS, look.ellipsis());
    frame.render_widget(Line::styled(format!(" {heading}"), look.dim), head);
    let [list, foot] = split(rest, rest.height.saturating_sub(2));
    // The sentence under the cursor stays in sight, whole.
    let (mut top, mut used) = (0, open.sentences.iter().take(open.cursor + 1).map(height).sum::<usize>());
    while used > usize::from(list.height) && top < open.cursor {
        used -= height(&open.sentences[top]);
        top += 1;
    }
    let mut lines: Vec<Line> = Vec::new();
    for (at, sentence) in open.sentences.iter().enumerate().skip(top) {
        if lines.len() >= usize::from(list.height) {
            break;
        }
        let here = at == open.cursor;
        write(&mut lines, sentence, here, (room, usize::from(list.width)), look, words);
    }
    frame.render_widget(Text::from(lines), list);
    let told = match open.marked() {
        0 => words.inbox_sentences_told().to_owned(),
        count => words.inbox_sentences_marked(count as u64),
    };
    let lines = vec![
        Line::styled(look.horizontal().repeat(usize::from(foot.width)), look.rule),
        Line::raw(format!(" {}", cut(&told, room + SIGNS, look.ellipsis()))),
    ];
    frame.render_widget(Text::from(lines), foot);
}

/// A sentence with its signs, and the streams it is below it.
fn write(
    lines: &mut Vec<Line<'static>>,
    sentence: &Sentence,
    here: bool,
    (room, whole): (usize, usize),
    look: &Look,
    words: &Words,
) {
    for (row, text) in wrap::lines(&sentence.text, room, MOST).into_iter().enumerate() {
        let pointer = if here { look.pointer() } else { " " };
        let mark = if sentence.marked { look.mark() } else { " " };
        let personal = match sentence.personal {
            true if look.ascii => "!",
            true => "⚠",
            false => " ",
        };
        let signs = if row == 0 { format!("{mark} {personal} ") } else { " ".repeat(SIGNS - 1) };
        let style = if here { look.cursor } else { look.plain };
        lines.push(Line::from(vec![
            Span::raw(pointer.to_owned()),
            Span::styled(signs, look.warning),
            Span::styled(format!("{text}{}", " ".repeat(whole)), style),
        ]));
    }
    for stream in &sentence.streams {
        let said = cut(&read(stream, look, words), room.saturating_sub(2), look.ellipsis()).into_owned();
        lines.push(Line::from(vec![
            Span::raw(" ".repeat(SIGNS)),
            Span::styled(format!("{} {said}", look.tick()), look.accent),
        ]));
    }
}

/// Who, how many, for or against.
fn read(stream: &StreamRow, look: &Look, words: &Words) -> String {
    let mut parts = vec![
        stream.group_name.as_str(),
        labels::band(words, stream.band),
        labels::tendency(words, stream.tendency),
        labels::intensity(words, stream.intensity),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(&format!(" {} ", look.dot()))
}
