//! Byte streams of Vietnamese keyboard drivers through a real terminal, into fields, long texts and lists: nothing is lost and
//! nothing is wrong. The streams are made by models of the drivers over a real engine.

use std::path::Path;
use std::time::Duration;

use duluan::screen::burst::{Keyboard, Step};
use duluan::screen::keys::{self, Key};
use duluan::screen::{Action, InputEvent};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::common::drivers::{DRIVERS, Keys, Typist, Way, keys_of, meant};
use crate::common::terminal::{Terminal, key};
use crate::composer::october;

const METHODS: [Keys; 2] = [Keys::Telex, Keys::Vni];

/// Words of real reports that the engine writes as they stand, from the `nth` on.
fn words(by: Keys, from: usize, count: usize) -> Vec<String> {
    let text = include_str!("../data/text/reports_clean.txt");
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphabetic()))
        .filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
        .filter(|word| meant(&keys_of(word, by), by) == **word)
        .skip(from)
        .take(count)
        .map(str::to_owned)
        .collect();
    assert_eq!(words.len(), count, "the data has enough words");
    words
}

fn list(by: Keys) -> impl Iterator<Item = &'static str> {
    let list = match by {
        Keys::Telex => include_str!("../data/lists/telex.tsv"),
        Keys::Vni => include_str!("../data/lists/vni.tsv"),
    };
    list.lines().filter_map(|line| line.split('\t').next())
}

/// The composer's editor, empty, at its first line.
fn composer(folder: &Path) -> Terminal {
    let mut terminal = Terminal::open(&october(folder, true), 100, 30);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.draft("10/2026");
    terminal.wait_for("Tình hình địa phương");
    terminal.press(key::ENTER);
    terminal.wait_for("đã tiếp nhận 2▸ báo cáo");
    // Everything selected is written over.
    terminal.press("\x01");
    terminal.press(key::BACKSPACE);
    terminal.wait_gone("đã tiếp nhận 2▸ báo cáo");
    terminal
}

/// Saves, leaves, and reads what stands in the file.
fn saved(mut terminal: Terminal, folder: &Path) -> String {
    terminal.send("\x13");
    terminal.wait_for("Đã lưu mục này");
    terminal.quit();
    let file = rusqlite::Connection::open(folder.join("so-tay.duluan")).unwrap();
    // The only section that is longer than what was gathered.
    let query = "SELECT body FROM synthesis_section ORDER BY length(body) DESC LIMIT 1";
    file.query_row(query, [], |row| row.get(0)).unwrap()
}

/// Thousands of words: every driver by every method, their corrections fused as the terminal happens to read them.
fn a_long_text_arrives(number: usize) {
    let driver = DRIVERS[number];
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = composer(folder.path());
    let mut expected = String::new();
    for by in METHODS {
        let typed: Vec<String> = list(by)
            .map(str::to_owned)
            .chain(words(by, number * 150, 100).iter().map(|word| keys_of(word, by)))
            .collect();
        for (at, line) in typed.chunks(12).enumerate() {
            // A number ends the line, to see on the screen that it has arrived.
            let number = format!("{}{at}", if by == Keys::Telex { 10 } else { 20 });
            for (at, keys) in line.iter().chain([&number]).enumerate() {
                let pieces = Typist::new(driver, by).type_all(keys);
                let end = if *keys == number { ".\r" } else { " " };
                // One write a key, read as the terminal happens to; every third word in one write with the blank behind it.
                if at % 3 == 0 {
                    terminal.send(&format!("{}{end}", pieces.concat()));
                } else {
                    for piece in &pieces {
                        terminal.send(piece);
                    }
                    terminal.send(end);
                }
                expected.push_str(&meant(keys, by));
                expected.push_str(&end.replace('\r', "\n"));
            }
            // A terminal's reader that is more than 1,024 bytes behind waits for the next key.
            terminal.wait_for(&format!(" {number}."));
        }
    }
    let written = saved(terminal, folder.path());
    let differs = written.split_whitespace().zip(expected.split_whitespace()).find(|(a, b)| a != b);
    assert_eq!(differs, None, "{}", driver.name);
    assert_eq!(written.trim_end(), expected.trim_end(), "{}", driver.name);
}

macro_rules! long_texts {
    ($($name:ident: $number:expr;)*) => {$(
        #[test]
        fn $name() {
            a_long_text_arrives($number);
        }
    )*};
}

long_texts! {
    a_long_text_by_unikey: 0;
    a_long_text_by_unikey_over_putty: 1;
    a_long_text_by_evkey: 2;
    a_long_text_by_openkey: 3;
    a_long_text_by_ibus_bamboo_with_backspaces: 4;
    a_long_text_by_ibus_bamboo_with_shift_left: 5;
    a_long_text_by_ibus_bamboo_with_preedit: 6;
    a_long_text_by_ibus_unikey: 7;
}

#[test]
fn every_driver_is_tried() {
    assert_eq!(DRIVERS.len(), 8);
}

#[test]
fn a_field_shows_what_was_meant_when_bytes_come_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(&october(folder.path(), false), 100, 30);
    terminal.wait_for("4 Soạn tổng hợp");
    let names = ["Nguyễn Thị Hương", "Đặng Phước Thuỷ Tiên", "đường liên thôn hỏng nặng"];
    for (at, driver) in DRIVERS.iter().enumerate() {
        let by = METHODS[at % 2];
        let name = names[at % names.len()];
        let keys: Vec<String> = name.split(' ').map(|word| keys_of(word, by)).collect();
        terminal.press("/");
        terminal.wait_for("Tìm:");
        for piece in Typist::new(*driver, by).type_all(&keys.join(" ")) {
            // The sequence of a key is never torn: an Esc alone is the key Esc.
            if piece.contains('\x1b') {
                terminal.press(&piece);
            } else {
                terminal.send_each(piece.as_bytes(), Duration::from_millis(3));
            }
        }
        let expected = keys.iter().map(|keys| meant(keys, by)).collect::<Vec<_>>().join(" ");
        let field = format!("Tìm: {expected}");
        terminal.wait_until(&format!("{field} by {}", driver.name), |screen| {
            screen.lines().any(|line| line.trim_start().starts_with(&field))
        });
        terminal.press(key::ESC);
        terminal.settle();
        terminal.press(key::ESC);
        terminal.wait_gone(&expected);
    }
    terminal.quit();
}

/// The events a terminal makes of what a driver sends.
fn events(sent: &str) -> Vec<Event> {
    let press = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
    sent.replace("\x1b[1;2D", "\u{f8ff}")
        .chars()
        .map(|letter| match letter {
            '\x7f' => press(KeyCode::Backspace, KeyModifiers::NONE),
            '\x08' => press(KeyCode::Char('h'), KeyModifiers::CONTROL),
            '\u{f8ff}' => press(KeyCode::Left, KeyModifiers::SHIFT),
            letter => press(KeyCode::Char(letter), KeyModifiers::NONE),
        })
        .collect()
}

/// What the keyboard asks for in a list.
fn asked(keyboard: &mut Keyboard, sent: &str) -> Vec<Action> {
    keyboard.take(&events(sent));
    let steps: Vec<Step> = std::iter::from_fn(|| keyboard.next(&keys::inbox::QUEUE, false)).collect();
    steps
        .into_iter()
        .filter_map(|step| if let Step::Act(action) = step { Some(action) } else { None })
        .collect()
}

const SHORTCUTS: &str = "tblgvcxpsnfz";

#[test]
fn in_a_list_shortcuts_alone_never_compose() {
    for by in METHODS {
        for driver in DRIVERS.iter().filter(|driver| !matches!(driver.way, Way::Hold { .. })) {
            for first in SHORTCUTS.chars() {
                for second in SHORTCUTS.chars() {
                    for third in SHORTCUTS.chars() {
                        let keys: String = [first, second, third].into_iter().collect();
                        assert_eq!(
                            Typist::new(*driver, by).type_all(&keys).concat(),
                            keys,
                            "{}",
                            driver.name
                        );
                    }
                }
            }
        }
    }
}

/// A person who began a word in a list by mistake and then presses a shortcut: the driver composes it with the word. The
/// shortcut acts, or it does nothing and the person is told; no other command ever runs.
#[test]
fn in_a_list_a_shortcut_that_was_composed_runs_no_other_command() {
    let mut silent = 0;
    for by in METHODS {
        for driver in DRIVERS.iter().filter(|driver| matches!(driver.way, Way::Correct { .. })) {
            for word in
                ["", "a", "at", "an", "ac", "og", "uong", "thuong", "ban", "gi", "hoac", "e", "vie", "luat"]
            {
                for shortcut in SHORTCUTS.chars() {
                    let mut typist = Typist::new(*driver, by);
                    let mut keyboard = Keyboard::default();
                    for key in word.chars() {
                        asked(&mut keyboard, &typist.press(key));
                    }
                    let wanted = keys::inbox::QUEUE.find(Key::Char(shortcut)).map(|row| row.action.clone());
                    let told = format!("{word}{shortcut} by {}", driver.name);
                    let got = asked(&mut keyboard, &typist.press(shortcut));
                    assert!(got.is_empty() || got == [wanted.clone().unwrap()], "{told}: {got:?}");
                    if got.is_empty() {
                        silent += 1;
                        // Pressed once more, the driver takes its mark back and the key is itself.
                        let again = asked(&mut keyboard, &typist.press(shortcut));
                        assert!(again.is_empty() || again == [wanted.unwrap()], "{told} again: {again:?}");
                    }
                }
            }
        }
    }
    assert!(silent > 0, "some are composed");
}

#[test]
fn in_a_list_through_a_terminal_a_composed_letter_decides_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(&october(folder.path(), false), 100, 30);
    terminal.wait_for("Thôn 7");
    let mut typist = Typist::new(DRIVERS[0], Keys::Telex);
    for letter in "as".chars() {
        let sent = typist.press(letter);
        terminal.press(&sent);
    }
    terminal.wait_for("bộ gõ ghép dấu");
    // The keys themselves still work.
    terminal.press(key::ESC);
    terminal.press("t");
    terminal.wait_for("tổng hợp");
    terminal.quit();
}

#[test]
fn the_built_in_typing_goes_round_by_f12_and_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let file = october(folder.path(), false);
    let mut terminal = Terminal::open(&file, 100, 30);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.press("/");
    terminal.wait_for("Tìm:");
    terminal.press(key::F12);
    terminal.wait_for("Telex");
    terminal.type_keys("ddaats");
    terminal.wait_for("Tìm: đất");
    assert!(terminal.lines()[29].ends_with("Telex"), "{}", terminal.text());
    // Esc gives the keys back and the field stays.
    terminal.press(key::ESC);
    terminal.wait_for("Tìm: ddaats");
    terminal.type_keys(" user ");
    terminal.wait_for("ddaats user");
    terminal.press(key::F12);
    terminal.wait_for("VNI");
    terminal.type_keys("d9a6t1");
    terminal.wait_for("user đất");
    terminal.quit();
    let home = std::mem::replace(&mut terminal.home, tempfile::tempdir().unwrap());
    let mut again = Terminal::start_in(home, &[file.to_str().unwrap()], &[], 100, 30);
    again.wait_for("4 Soạn tổng hợp");
    again.press("/");
    again.type_keys("nuoc71");
    again.wait_for("Tìm: nước");
    again.press(key::F12);
    again.wait_for("Đã tắt");
    again.type_keys("a1");
    again.wait_for("nướca1");
    again.quit();
}

#[test]
fn a_paste_in_a_list_is_one_action_with_its_text_and_runs_no_commands() {
    let text = "Thôn 3 báo:\nmất nước 5 ngày, bà con bức xúc";
    let mut keyboard = Keyboard::default();
    let keys: Vec<Event> = events(&text.replace('\n', "\r"))
        .into_iter()
        .map(|event| match event {
            Event::Key(key) if key.code == KeyCode::Char('\r') => {
                Event::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE))
            }
            event => event,
        })
        .collect();
    keyboard.take(&keys);
    assert_eq!(keyboard.next(&keys::inbox::QUEUE, true), Some(Step::Act(Action::Paste(text.to_owned()))));
    keyboard.take(&keys);
    assert_eq!(
        keyboard.next(&keys::inbox::SEARCH, true),
        Some(Step::Act(Action::Input(InputEvent::Paste(text.to_owned()))))
    );
}
