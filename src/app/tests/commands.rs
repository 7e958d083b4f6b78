//! The ways to a command: the menu, the person's own keys, the language they are named in.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::screens::office_file;
use super::{Bench, file, words};
use crate::screen::Tab;
use crate::settings::{self, Settings};
use crate::words::{Language, Words};

impl Bench<'_> {
    fn press(&mut self, code: KeyCode) -> String {
        self.key(code, KeyModifiers::NONE)
    }
}

/// The message above the keys.
fn said(screen: &str) -> &str {
    screen.lines().rev().nth(1).unwrap_or_default()
}

#[test]
fn the_menu_gives_a_command_by_the_arrows_and_by_the_letter_beside_it() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&file(&folder)).unwrap();
    let menu = bench.press(KeyCode::F(9));
    assert!(menu.lines().next().unwrap().contains(words.menu_edit()), "{menu}");
    // An empty office has nothing to triage, and the menu says so.
    let told = bench.letter('t');
    assert!(told.contains("danh sách trống"), "{told}");
    assert!(bench.press(KeyCode::Enter).contains("danh sách trống"));
    bench.press(KeyCode::Right);
    bench.press(KeyCode::Down);
    bench.press(KeyCode::Up);
    let roster = bench.press(KeyCode::Enter);
    assert!(roster.lines().next().unwrap().contains("[1 "), "{roster}");
    bench.press(KeyCode::F(9));
    let settings = bench.ctrl('t');
    assert!(settings.contains(words.settings_title()), "{settings}");
    // Over a window too: its own commands.
    let menu = bench.press(KeyCode::F(9));
    assert!(menu.contains("Lưu"), "{menu}");
    bench.press(KeyCode::Esc);
    assert!(bench.screen().contains(words.settings_title()));
    let help = bench.press(KeyCode::F(1));
    assert!(help.contains(words.form_key_leave()), "{help}");
    assert!(bench.press(KeyCode::Esc).contains(words.settings_title()));
}

#[test]
fn an_own_key_works_at_once_and_stands_in_the_settings_file() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let kept = folder.path().join("settings");
    let settings = Settings { folder: Some(kept.clone()), ..Settings::default() };
    let mut bench = Bench::new(&words, settings, 80, 24);
    bench.program.open(&file(&folder)).unwrap();
    bench.ctrl('t');
    bench.ctrl('k');
    for letter in "doc lai".chars() {
        bench.letter(letter);
    }
    assert!(bench.press(KeyCode::Enter).contains(words.keys_change_title()));
    let refused = bench.letter('u');
    assert!(refused.contains("Telex"), "{refused}");
    // Keys that work everywhere are refused too, and do nothing meanwhile.
    for key in [KeyCode::F(1), KeyCode::F(9), KeyCode::F(12)] {
        let refused = bench.press(key);
        assert!(refused.contains(words.keys_change_title()), "{refused}");
    }
    let given = bench.press(KeyCode::F(11));
    assert!(given.contains("F11"), "{given}");
    assert!(said(&given).contains(words.keys_kept()), "{given}");
    assert_eq!(settings::load_from(&kept).keys["refresh"], ["F11"]);
    assert!(bench.press(KeyCode::Esc).contains(words.settings_title()));
    bench.press(KeyCode::Esc);
    let screen = bench.press(KeyCode::F(11));
    assert!(!said(&screen).contains("F11"), "the key means something: {screen}");
    let screen = bench.press(KeyCode::F(5));
    assert!(said(&screen).contains("F5"), "the shipped key means nothing any more: {screen}");
}

#[test]
fn another_language_is_on_every_tab_at_once() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let english = Words::new(Language::English);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    for tab in Tab::ALL {
        bench.letter(char::from_digit(tab.index() as u32 + 1, 10).unwrap());
        bench.rest();
    }
    bench.ctrl('t');
    let to_language = bench.screen().matches(words.settings_language()).count();
    assert_eq!(to_language, 1);
    while !bench.screen().lines().any(|line| line.contains(words.settings_language_hint())) {
        bench.press(KeyCode::Down);
    }
    bench.press(KeyCode::Right);
    let kept = bench.ctrl('s');
    assert!(said(&kept).contains(english.settings_kept()), "{kept}");
    let mut fresh = Bench::new(&english, Settings::default(), 80, 24);
    fresh.program.open(&path).unwrap();
    for tab in Tab::ALL {
        let key = char::from_digit(tab.index() as u32 + 1, 10).unwrap();
        bench.letter(key);
        bench.rest();
        fresh.letter(key);
        fresh.rest();
        assert_eq!(bench.screen(), fresh.screen());
    }
}

#[test]
fn ctrl_c_copies_what_the_cursor_is_on_everywhere() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let mut bench = Bench::new(&words, Settings::default(), 120, 40);
    bench.program.open(&office_file(folder.path())).unwrap();
    bench.rest();
    let copied = |bench: &mut Bench, keys: &str| {
        for key in keys.chars() {
            match key {
                '8' => bench.press(KeyCode::F(8)),
                '\n' => bench.press(KeyCode::Enter),
                '<' => bench.press(KeyCode::Esc),
                letter => bench.letter(letter),
            };
            bench.rest();
        }
        let screen = bench.ctrl('c');
        let text = bench.program.take_copied().unwrap_or_else(|| panic!("{keys}: {screen}"));
        assert!(screen.contains("Đã chép"), "{keys}: {screen}");
        text
    };
    assert!(copied(&mut bench, "3").contains("NS-"));
    let read = copied(&mut bench, "\n");
    assert!(read.lines().count() > 3, "{read}");
    assert!(copied(&mut bench, "<8").contains('\n'));
    let person = copied(&mut bench, "<1");
    assert!(person.split(", ").count() >= 3, "{person}");
    // Marked people come all, a line each.
    let people = copied(&mut bench, "  ");
    assert_eq!(people.lines().count(), 2, "{people}");
    assert!(!copied(&mut bench, "t").is_empty());
    assert!(copied(&mut bench, "<2").lines().count() > 3);
    assert!(!copied(&mut bench, "l").contains('\n'));
    assert!(copied(&mut bench, "<4").contains("dư luận"));
    assert!(copied(&mut bench, "\n").chars().count() > 40);
}

#[test]
fn what_is_cut_in_a_form_is_kept_and_a_line_is_copied() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&file(&folder)).unwrap();
    bench.letter('n');
    bench.rest();
    for letter in "Hội LHPN".chars() {
        bench.letter(letter);
    }
    bench.ctrl('c');
    assert_eq!(bench.program.take_copied().as_deref(), Some("Hội LHPN"));
    bench.press(KeyCode::Tab);
    for letter in "nước đục".chars() {
        bench.letter(letter);
    }
    assert!(bench.screen().contains("nước đục"));
    bench.ctrl('a');
    let cut = bench.ctrl('x');
    assert_eq!(bench.program.take_copied().as_deref(), Some("nước đục"), "{cut}");
    bench.ctrl('v');
    bench.ctrl('v');
    assert!(bench.screen().contains("nước đụcnước đục"), "{}", bench.screen());
}

#[test]
fn a_comparison_that_comes_after_another_key_takes_none() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&office_file(folder.path())).unwrap();
    bench.letter('3');
    bench.rest();
    bench.letter('g');
    bench.press(KeyCode::Down);
    bench.rest();
    assert!(!bench.screen().contains(words.inbox_original_title()), "{}", bench.screen());
    bench.press(KeyCode::Up);
    bench.letter('g');
    bench.rest();
    assert!(bench.screen().contains(words.inbox_original_title()), "{}", bench.screen());
}
