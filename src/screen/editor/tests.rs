//! The editor by its flows, and against a naive text of letters in a row.

use std::time::Instant;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::screen::look::{Look, Wish};
use crate::words::{Language, Words};

fn insert(text: &str) -> InputEvent {
    InputEvent::Insert(text.to_owned())
}

fn typed(events: &[InputEvent]) -> Editor {
    let mut editor = Editor::default();
    for event in events {
        editor.apply(event);
    }
    editor
}

/// The screen as lines, and the cursor.
fn drawn(editor: &Editor, width: u16, height: u16) -> (Vec<String>, (u16, u16)) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let look = Look::new(Wish::default());
    let words = Words::new(Language::Vietnamese);
    terminal.draw(|frame| editor.draw(frame, frame.area(), &look, &words, true)).unwrap();
    let buffer = terminal.backend().buffer().clone();
    let lines = (0..height).map(|y| shown(&buffer, y)).collect();
    let cursor = terminal.get_cursor_position().unwrap();
    (lines, (cursor.x, cursor.y))
}

fn shown(buffer: &Buffer, y: u16) -> String {
    let mut line = String::new();
    let mut x = 0;
    while x < buffer.area.width {
        let symbol = buffer[(x, y)].symbol();
        line.push_str(symbol);
        // A wide letter takes the cell behind it too.
        x += symbol.width().max(1) as u16;
    }
    line.trim_end().to_owned()
}

#[test]
fn a_corrected_syllable_ends_as_it_was_meant_and_is_one_undo_step() {
    use InputEvent::{Backspace, Undo};
    let mut editor = typed(&[
        insert("Đường "),
        insert("vie"),
        Backspace,
        insert("ê"),
        insert("t"),
        Backspace,
        Backspace,
        insert("ệt"),
    ]);
    assert_eq!(editor.text(), "Đường việt");
    editor.apply(&Undo);
    assert_eq!(editor.text(), "Đường ");
    editor.apply(&InputEvent::Redo);
    assert_eq!(editor.text(), "Đường việt");
}

#[test]
fn backspaces_beyond_the_word_are_a_step_of_their_own() {
    let mut editor = Editor::new("xin ");
    editor.apply(&InputEvent::Bottom);
    for event in [insert("la"), InputEvent::Backspace, InputEvent::Backspace, InputEvent::Backspace] {
        editor.apply(&event);
    }
    assert_eq!(editor.text(), "xin");
    editor.apply(&InputEvent::Undo);
    assert_eq!(editor.text(), "xin ");
}

#[test]
fn pastes_keep_their_lines_and_lose_their_control_characters() {
    let editor = typed(&[InputEvent::Paste("một\r\nhai\u{1b}[31m\rba\tbốn".to_owned())]);
    assert_eq!(editor.text(), "một\nhai\nba bốn");
}

#[test]
fn marks_join_their_letter_and_backspace_takes_both() {
    let mut editor = typed(&[insert("nu"), insert("\u{31b}"), insert("\u{301}")]);
    assert_eq!(editor.text(), "nứ");
    editor.apply(&InputEvent::Backspace);
    assert_eq!(editor.text(), "n");
    // A mark at the begin of a line joins the letter it comes to stand behind.
    let mut editor = Editor::new("e\n\u{301}x");
    editor.set_cursor(0, 1);
    editor.apply(&InputEvent::Delete);
    assert_eq!(editor.text(), "éx");
    editor.apply(&InputEvent::Undo);
    assert_eq!(editor.text(), "e\n\u{301}x");
}

#[test]
fn long_lines_wrap_between_words_and_no_line_begins_with_a_comma() {
    let mut editor = Editor::new("Nhân dân băn khoăn, lo lắng.");
    let (lines, _) = drawn(&editor, 18, 4);
    assert_eq!(lines, ["Nhân dân băn", "khoăn, lo lắng.", "", ""]);
    editor.apply(&InputEvent::Bottom);
    assert_eq!(drawn(&editor, 18, 4).1, (15, 1));
    // A blank hangs over the edge; the cursor stands at the begin of the next line.
    editor.set_cursor(0, "Nhân dân băn ".len());
    assert_eq!(drawn(&editor, 18, 4).1, (0, 1));
    // Before it, at the end of the first.
    editor.set_cursor(0, "Nhân dân băn".len());
    assert_eq!(drawn(&editor, 18, 4).1, (12, 0));
}

#[test]
fn up_and_down_go_by_the_lines_of_the_screen_and_keep_their_column() {
    let mut editor = Editor::new("Nhân dân băn khoăn về giá\nsách\nnăm học mới này");
    drawn(&editor, 14, 9);
    editor.set_cursor(0, "Nhân dân bă".len());
    editor.apply(&InputEvent::Down);
    assert_eq!(editor.cursor(), (0, "Nhân dân băn khoăn về gi".len()));
    editor.apply(&InputEvent::Down);
    assert_eq!(editor.cursor(), (1, "sách".len()));
    editor.apply(&InputEvent::Down);
    assert_eq!(editor.cursor(), (2, "năm học mới".len()));
    for _ in 0..3 {
        editor.apply(&InputEvent::Up);
    }
    assert_eq!(editor.cursor(), (0, "Nhân dân bă".len()));
    editor.apply(&InputEvent::End);
    assert_eq!(editor.cursor(), (0, "Nhân dân băn".len()));
    editor.apply(&InputEvent::End);
    assert_eq!(editor.cursor(), (0, "Nhân dân băn khoăn về giá".len()));
    editor.apply(&InputEvent::Home);
    assert_eq!(editor.cursor(), (0, "Nhân dân băn ".len()));
    editor.apply(&InputEvent::Home);
    assert_eq!(editor.cursor(), (0, 0));
}

#[test]
fn words_and_paragraphs() {
    let mut editor = Editor::new("Giá điện, nước.\n\n- Ý kiến khác");
    let mut stops = Vec::new();
    for _ in 0..7 {
        editor.apply(&InputEvent::WordRight);
        stops.push(editor.cursor());
    }
    let first = "Giá điện, nước.";
    assert_eq!(
        stops,
        [(0, 5), (0, "Giá điện, ".len()), (0, first.len()), (1, 0), (2, 0), (2, 2), (2, "- Ý ".len())]
    );
    editor.apply(&InputEvent::ParagraphUp);
    assert_eq!(editor.cursor(), (2, 0));
    editor.apply(&InputEvent::ParagraphUp);
    assert_eq!(editor.cursor(), (0, 0));
    editor.apply(&InputEvent::ParagraphDown);
    assert_eq!(editor.cursor(), (2, 0));
}

#[test]
fn a_selection_is_copied_cut_written_over_and_left() {
    let mut editor = Editor::new("giá điện, giá nước");
    for _ in 0..4 {
        editor.apply(&InputEvent::Extend(Motion::Right));
    }
    assert_eq!(editor.selected().as_deref(), Some("giá "));
    editor.apply(&InputEvent::Copy);
    assert_eq!(editor.take_copied().as_deref(), Some("giá "));
    assert_eq!(editor.take_copied(), None);
    assert!(editor.apply(&InputEvent::Cut));
    assert_eq!(editor.text(), "điện, giá nước");
    assert_eq!(editor.take_copied().as_deref(), Some("giá "));
    editor.apply(&InputEvent::Undo);
    assert_eq!(editor.text(), "giá điện, giá nước");
    // For terminals that do not send Shift with the arrows; Esc ends it and only then leaves the text.
    editor.apply(&InputEvent::Top);
    editor.apply(&InputEvent::BeginSelection);
    editor.apply(&InputEvent::WordRight);
    assert_eq!(editor.selected().as_deref(), Some("giá "));
    assert!(editor.escape());
    assert!(!editor.escape());
    editor.apply(&InputEvent::SelectAll);
    editor.apply(&insert("x"));
    assert_eq!(editor.text(), "x");
    editor.apply(&InputEvent::Undo);
    assert_eq!(editor.text(), "giá điện, giá nước");
    // Nothing selected copies nothing and cuts nothing.
    editor.apply(&InputEvent::Bottom);
    assert!(!editor.apply(&InputEvent::Cut));
    assert_eq!(editor.take_copied(), None);
}

#[test]
fn find_goes_from_place_to_place_and_round() {
    let mut editor = Editor::new("đất đai\nđạt\ndát\nsông");
    editor.set_cursor(1, 0);
    editor.apply(&InputEvent::Find);
    editor.apply(&insert("dat"));
    assert_eq!(editor.selected().as_deref(), Some("đạt"));
    let (lines, cursor) = drawn(&editor, 40, 6);
    assert!(lines[5].starts_with("Tìm: dat") && lines[5].contains("2/3"), "{lines:?}");
    assert_eq!(cursor, (8, 5));
    // With room the keys say what they do.
    let (lines, _) = drawn(&editor, 60, 6);
    assert!(lines[5].ends_with("2/3  ↑ ↓ chỗ khác  Esc đóng"), "{lines:?}");
    editor.apply(&InputEvent::Newline);
    assert_eq!(editor.selected().as_deref(), Some("dát"));
    editor.apply(&InputEvent::Down);
    assert_eq!(editor.selected().as_deref(), Some("đất"));
    editor.apply(&InputEvent::Up);
    assert_eq!(editor.selected().as_deref(), Some("dát"));
    assert!(editor.escape());
    assert_eq!((editor.cursor(), editor.selected()), ((2, 0), None));
    assert_eq!(editor.text(), "đất đai\nđạt\ndát\nsông");
    editor.apply(&InputEvent::FindNext);
    assert_eq!(editor.cursor(), (0, 0));
    // What is not there leaves the cursor where it stood.
    editor.apply(&InputEvent::Find);
    editor.apply(&insert("xyz"));
    editor.escape();
    assert_eq!(editor.cursor(), (0, 0));
}

#[test]
fn another_text_comes_in_as_one_step_and_the_same_is_nothing() {
    let mut editor = Editor::new("một\nhai\nba");
    assert!(!editor.apply(&InputEvent::Replace("một\nhai\nba".to_owned())));
    assert!(editor.apply(&InputEvent::Replace("một\nhai mươi\nba\nbốn".to_owned())));
    assert_eq!(editor.text(), "một\nhai mươi\nba\nbốn");
    editor.apply(&InputEvent::Undo);
    assert_eq!(editor.text(), "một\nhai\nba");
    assert!(!editor.apply(&InputEvent::Undo));
}

#[test]
fn a_text_to_read_is_not_changed_but_searched_and_copied() {
    let mut editor = Editor::new("nguyên văn").read_only();
    for event in [insert("x"), InputEvent::Delete, InputEvent::Newline, InputEvent::Paste("y".into())] {
        assert!(!editor.apply(&event));
    }
    assert!(!editor.insert("z") && !editor.replace("z"));
    editor.apply(&InputEvent::SelectAll);
    assert!(!editor.apply(&InputEvent::Cut));
    editor.apply(&InputEvent::Copy);
    assert_eq!(editor.take_copied().as_deref(), Some("nguyên văn"));
    assert_eq!(editor.text(), "nguyên văn");
}

#[test]
fn a_text_is_dirty_until_it_is_saved_or_as_it_was() {
    let mut editor = Editor::new("một");
    assert!(!editor.is_dirty());
    editor.apply(&InputEvent::End);
    editor.apply(&insert(" hai"));
    assert!(editor.is_dirty());
    editor.apply(&InputEvent::Undo);
    assert!(!editor.is_dirty());
    editor.apply(&InputEvent::Redo);
    editor.mark_saved();
    assert!(!editor.is_dirty());
}

#[test]
fn the_cursor_is_told_in_bytes_of_its_line() {
    let mut editor = Editor::new("đất\nnước");
    editor.set_cursor(1, "nư".len());
    assert_eq!(editor.cursor(), (1, "nư".len()));
    editor.insert("!");
    assert_eq!(editor.text(), "đất\nnư!ớc");
    editor.set_cursor(9, 99);
    assert_eq!(editor.cursor(), (1, "nư!ớc".len()));
}

#[test]
fn a_page_moves_the_window_with_the_cursor() {
    let text = (0..100).map(|row| format!("dòng {row}")).collect::<Vec<_>>().join("\n");
    let mut editor = Editor::new(&text);
    assert_eq!(drawn(&editor, 20, 10).0[0], "dòng 0");
    editor.apply(&InputEvent::PageDown);
    let (lines, cursor) = drawn(&editor, 20, 10);
    assert_eq!((lines[0].as_str(), cursor), ("dòng 9", (0, 0)));
    editor.apply(&InputEvent::Bottom);
    let (lines, cursor) = drawn(&editor, 20, 10);
    assert_eq!((lines[0].as_str(), lines[9].as_str(), cursor), ("dòng 90", "dòng 99", (7, 9)));
    editor.apply(&InputEvent::PageUp);
    assert_eq!(drawn(&editor, 20, 10).0[0], "dòng 81");
    // A larger window is not left half empty.
    assert_eq!(drawn(&editor, 20, 30).0[0], "dòng 70");
}

/// A text as a row of letters; the words of the editor's promises with nothing clever about them.
#[derive(Debug, Default)]
struct Naive {
    letters: Vec<String>,
    cursor: usize,
    anchor: Option<usize>,
}

impl Naive {
    fn text(&self) -> String {
        self.letters.concat()
    }

    fn selection(&self) -> (usize, usize) {
        let anchor = self.anchor.unwrap_or(self.cursor);
        (anchor.min(self.cursor), anchor.max(self.cursor))
    }

    fn put(&mut self, from: usize, to: usize, text: &str) {
        let new: Vec<String> = text.graphemes(true).map(str::to_owned).collect();
        self.cursor = from + new.len();
        self.letters.splice(from..to, new);
        self.anchor = None;
    }

    fn apply(&mut self, event: &InputEvent) {
        let (from, to) = self.selection();
        match event {
            InputEvent::Insert(text) | InputEvent::Paste(text) => self.put(from, to, text),
            InputEvent::Newline => self.put(from, to, "\n"),
            InputEvent::Backspace if from == to => self.put(from.saturating_sub(1), to, ""),
            InputEvent::Delete if from == to => self.put(from, (to + 1).min(self.letters.len()), ""),
            InputEvent::Backspace | InputEvent::Delete | InputEvent::Cut => self.put(from, to, ""),
            InputEvent::Left if from < to => (self.cursor, self.anchor) = (from, None),
            InputEvent::Right if from < to => (self.cursor, self.anchor) = (to, None),
            InputEvent::Left => (self.cursor, self.anchor) = (self.cursor.saturating_sub(1), None),
            InputEvent::Right => {
                (self.cursor, self.anchor) = ((self.cursor + 1).min(self.letters.len()), None);
            }
            InputEvent::Top => (self.cursor, self.anchor) = (0, None),
            InputEvent::Bottom => (self.cursor, self.anchor) = (self.letters.len(), None),
            InputEvent::Extend(motion) => {
                self.anchor.get_or_insert(self.cursor);
                self.cursor = match motion {
                    Motion::Left => self.cursor.saturating_sub(1),
                    Motion::Right => (self.cursor + 1).min(self.letters.len()),
                    Motion::Top => 0,
                    _ => self.letters.len(),
                };
            }
            _ => {}
        }
    }
}

fn event() -> impl Strategy<Value = InputEvent> {
    let text = prop::sample::select(vec![
        "a",
        "ệt",
        " ",
        "nước sạch, ",
        "Đ",
        "👩‍👧",
        "中",
        ".",
        "một\nhai",
        "\n",
        "ư ",
        "thôn 3 ",
    ]);
    prop_oneof![
        6 => text.clone().prop_filter("typed text has no line ends", |text| !text.contains('\n'))
            .prop_map(|text| InputEvent::Insert(text.to_owned())),
        2 => text.prop_map(|text| InputEvent::Paste(text.to_owned())),
        8 => prop::sample::select(vec![
            InputEvent::Newline, InputEvent::Backspace, InputEvent::Delete, InputEvent::Cut,
            InputEvent::Left, InputEvent::Right, InputEvent::Top, InputEvent::Bottom,
            InputEvent::Extend(Motion::Left), InputEvent::Extend(Motion::Right),
            InputEvent::Extend(Motion::Top), InputEvent::Extend(Motion::Bottom),
        ]),
    ]
}

fn moves() -> impl Strategy<Value = InputEvent> {
    prop::sample::select(vec![
        InputEvent::Up,
        InputEvent::Down,
        InputEvent::Home,
        InputEvent::End,
        InputEvent::WordLeft,
        InputEvent::WordRight,
        InputEvent::ParagraphUp,
        InputEvent::ParagraphDown,
        InputEvent::PageUp,
        InputEvent::PageDown,
        InputEvent::DeleteWord,
        InputEvent::SelectAll,
        InputEvent::Undo,
        InputEvent::Redo,
    ])
}

// proptest prints the seed and the smallest failing case.
proptest! {
    #[test]
    fn it_does_what_the_naive_text_does(events in prop::collection::vec(event(), 0..60)) {
        let mut editor = Editor::default();
        let mut naive = Naive::default();
        for event in &events {
            editor.apply(event);
            naive.apply(event);
            prop_assert_eq!(editor.text(), naive.text(), "after {:?}", event);
            let head: String = naive.letters[..naive.cursor].concat();
            let at = editor.buffer.slice(Pos::default(), editor.cursor);
            prop_assert_eq!(at, head, "cursor after {:?}", event);
        }
    }

    #[test]
    fn undo_and_redo_lead_back_and_forth(
        events in prop::collection::vec(prop_oneof![3 => event(), 1 => moves()], 0..60),
        width in 3_u16..40,
    ) {
        let start = "Giá điện, nước.\n\nÝ kiến";
        let mut editor = Editor::new(start);
        for event in &events {
            editor.apply(event);
            // Drawing may not disturb anything.
            drawn(&editor, width, 5);
        }
        let end = editor.text();
        while editor.apply(&InputEvent::Redo) {}
        let redone = editor.text();
        while editor.apply(&InputEvent::Undo) {}
        prop_assert_eq!(editor.text(), start);
        while editor.apply(&InputEvent::Redo) {}
        prop_assert_eq!(editor.text(), redone);
        prop_assert!(unicode_normalization::is_nfc(&end));
    }

    #[test]
    fn the_window_shows_the_whole_text_in_order_and_never_more_than_its_width(
        words in prop::collection::vec(prop::sample::select(vec![
            "nước", "sạch,", "-", "nghiêng", "中文", "\n", "a", "đườngdàidằngdặckhôngngắt", ".", "  ",
        ]), 0..40),
        width in 3_u16..30,
    ) {
        let text = words.join(" ");
        let editor = Editor::new(&text);
        let height = 200;
        let (lines, _) = drawn(&editor, width, height);
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&lines.concat()), letters(&text));
        for line in &lines {
            prop_assert!(line.width() < usize::from(width));
        }
    }
}

#[test]
#[ignore = "measures; run by hand in a release build"]
fn a_key_in_a_long_text_is_quick() {
    let line = "Nhân dân băn khoăn, lo lắng về giá sách giáo khoa năm học mới tăng so với năm trước. ";
    for (name, text) in [
        ("many paragraphs", format!("{}\n", line.repeat(3)).repeat(200_000 / line.len() / 3)),
        ("one paragraph", line.repeat(200_000 / line.len())),
    ] {
        let (look, words) = (Look::new(Wish::default()), Words::new(Language::Vietnamese));
        let mut editor = Editor::new(&text);
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        for (what, event) in [
            ("letter", insert("đ")),
            ("newline", InputEvent::Newline),
            ("down", InputEvent::Down),
            ("undo", InputEvent::Undo),
        ] {
            editor.set_cursor(editor.buffer.rows() / 2, 500);
            terminal.draw(|frame| editor.draw(frame, frame.area(), &look, &words, true)).unwrap();
            let began = Instant::now();
            for _ in 0..50 {
                editor.apply(&event);
                terminal.draw(|frame| editor.draw(frame, frame.area(), &look, &words, true)).unwrap();
            }
            println!("{} bytes, {name}: {what} {:?} a key", text.len(), began.elapsed() / 50);
        }
        let began = Instant::now();
        editor.apply(&InputEvent::Find);
        editor.apply(&insert("giao khoa"));
        println!("{name}: find {:?}", began.elapsed());
    }
}
