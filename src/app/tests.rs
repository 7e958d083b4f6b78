//! The program without a terminal: a file, keys in, cells out.

mod commands;
mod copies;
mod screens;

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;

use super::program::Program;
use super::threads::Wake;
use crate::office;
use crate::settings::Settings;
use crate::words::{Language, Words};

struct Bench<'a> {
    program: Program<'a>,
    woken: Receiver<Wake>,
    terminal: Terminal<TestBackend>,
}

impl<'a> Bench<'a> {
    fn new(words: &'a Words, settings: Settings, width: u16, height: u16) -> Self {
        let (wake, woken) = mpsc::channel();
        Self {
            program: Program::new(words, settings, wake, Size::new(width, height)),
            woken,
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
        }
    }

    fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) -> String {
        let event = Event::Key(KeyEvent::new(code, modifiers));
        self.program.wake(Wake::Terminal(vec![event]));
        self.screen()
    }

    fn letter(&mut self, letter: char) -> String {
        self.key(KeyCode::Char(letter), KeyModifiers::NONE)
    }

    fn ctrl(&mut self, letter: char) -> String {
        self.key(KeyCode::Char(letter), KeyModifiers::CONTROL)
    }

    /// Lets the threads answer.
    fn settle(&mut self) -> String {
        while let Ok(wake) = self.woken.recv_timeout(Duration::from_secs(5)) {
            self.program.wake(wake);
            if !self.program.is_busy() {
                break;
            }
        }
        self.screen()
    }

    /// Lets the threads answer everything that was asked.
    fn rest(&mut self) {
        self.screen();
        while self.program.is_busy() {
            let wake = self.woken.recv_timeout(Duration::from_secs(20)).expect("the threads answer");
            self.program.wake(wake);
            self.screen();
        }
        while let Ok(wake) = self.woken.try_recv() {
            self.program.wake(wake);
        }
    }

    fn screen(&mut self) -> String {
        self.terminal.draw(|frame| self.program.draw(frame)).unwrap();
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width);
        let rows = buffer.content.chunks(width).map(|row| {
            let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            row.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("so-tay.duluan");
    office::create(&path, Settings::default().who()).unwrap();
    path
}

fn words() -> Words {
    Words::new(Language::Vietnamese)
}

#[test]
fn the_frame_stands_at_both_sizes() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let settings = Settings { office: "Xã Lộc An".to_owned(), ..Settings::default() };
    for (width, height) in [(80, 24), (120, 40)] {
        let mut bench = Bench::new(&words, settings.clone(), width, height);
        bench.program.open(&path).unwrap();
        // The first key takes away that the file does not name its office.
        let screen = bench.letter('j');
        let lines: Vec<&str> = screen.lines().collect();
        assert!(lines[0].starts_with(" 1 Cộng tác viên  2 Bồi dưỡng [3 Hộp báo cáo"), "{screen}");
        assert!(lines[0].ends_with("Xã Lộc An"), "{screen}");
        assert_eq!(lines.len(), usize::from(height), "{screen}");
        // Nothing is promised that does nothing in an empty office.
        assert!(!lines.last().unwrap().contains("tổng hợp"), "{screen}");
        assert!(lines.last().unwrap().contains("F1 trợ giúp"), "{screen}");
        for tab in ['1', '2', '4'] {
            let screen = bench.letter(tab);
            assert!(screen.lines().next().unwrap().contains(&format!("[{tab} ")), "{screen}");
            assert!(!screen.lines().last().unwrap().trim().is_empty(), "{screen}");
        }
    }
}

#[test]
fn ascii_screens_have_no_drawn_lines() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let settings = Settings { ascii: true, ..Settings::default() };
    let mut bench = Bench::new(&words, settings, 80, 24);
    bench.program.open(&path).unwrap();
    let drawn = |screen: &str| screen.chars().any(|sign| ('\u{2500}'..='\u{25ff}').contains(&sign));
    assert!(!drawn(&bench.screen()), "{}", bench.screen());
    let help = bench.key(KeyCode::F(1), KeyModifiers::NONE);
    assert!(!drawn(&help), "{help}");
    bench.key(KeyCode::Esc, KeyModifiers::NONE);
    let palette = bench.ctrl('p');
    assert!(!drawn(&palette), "{palette}");
}

#[test]
fn undo_with_nothing_done_says_so() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    bench.letter('z');
    let screen = bench.settle();
    assert!(screen.contains(words.app_nothing_to_undo()), "{screen}");
    bench.ctrl('y');
    let screen = bench.settle();
    assert!(screen.contains(words.app_nothing_to_redo()), "{screen}");
}

#[test]
fn the_settings_are_found_by_name_and_kept() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let settings = crate::settings::load_from(folder.path());
    let mut bench = Bench::new(&words, settings, 80, 24);
    bench.program.open(&path).unwrap();
    bench.ctrl('p');
    for letter in "cai dat".chars() {
        bench.letter(letter);
    }
    let screen = bench.key(KeyCode::Enter, KeyModifiers::NONE);
    assert!(screen.contains(words.settings_title()), "{screen}");
    let typing = |bench: &mut Bench, text: &str, ends: &[KeyCode]| {
        for letter in text.chars() {
            bench.letter(letter);
        }
        for end in ends {
            bench.key(*end, KeyModifiers::NONE);
        }
    };
    typing(&mut bench, "Xa Loc An", &[KeyCode::Enter; 4]);
    typing(&mut bench, "L-A", &[KeyCode::F(2)]);
    // A prefix with a hyphen is refused and can be mended.
    let screen = bench.screen();
    assert!(screen.contains(words.app_start_prefix_wrong()), "{screen}");
    typing(&mut bench, "", &[KeyCode::Backspace; 2]);
    typing(&mut bench, "A", &[KeyCode::Enter; 4]);
    typing(&mut bench, "Hoa", &[KeyCode::Enter]);
    typing(&mut bench, "h", &[KeyCode::F(2)]);
    assert!(bench.screen().contains("Đã ghi vào sổ: Xa Loc An"), "{}", bench.screen());
    let screen = bench.settle();
    assert!(screen.lines().next().unwrap().ends_with("Xa Loc An"), "{screen}");
    let kept = crate::settings::load_from(folder.path());
    assert_eq!((kept.prefix.as_str(), kept.mark.as_str()), ("LA", "H"));
    assert_eq!(kept.last_file(), Some(path.as_path()));
    let in_file = |path: &std::path::Path| {
        let file = office::open(path, Settings::default().who()).unwrap();
        let card = crate::roster::store::office_card(file.connection()).unwrap();
        let handlers: i64 =
            file.connection().query_row("SELECT count(*) FROM handler", [], |row| row.get(0)).unwrap();
        (card.name, card.prefix, handlers)
    };
    assert_eq!(in_file(&path), ("Xa Loc An".to_owned(), "LA".to_owned(), 1));
    // It is an edit like any other.
    bench.letter('z');
    bench.settle();
    assert_eq!(in_file(&path), (String::new(), String::new(), 1));
}

#[test]
fn a_file_without_an_office_says_so_once_and_before_a_paper() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    // It hides neither the keys nor what waits.
    let screen = bench.screen();
    let rows: Vec<&str> = screen.lines().collect();
    assert!(rows[22].contains(words.app_nameless()) && rows[23].contains(words.key_help()), "{screen}");
    let screen = bench.letter('4');
    assert!(!screen.contains(words.app_nameless()), "{screen}");
    // Nothing is promised that an empty list cannot do.
    let hints = screen.lines().last().unwrap().to_owned();
    assert!(hints.contains(words.key_new_synthesis()) && !hints.contains("Enter"), "{hints}");
    assert!(bench.letter('x').contains(words.app_nameless_title()));
    bench.key(KeyCode::Esc, KeyModifiers::NONE);
    // The second time the key does what it does.
    assert!(!bench.letter('x').contains(words.app_nameless_title()));
}

#[test]
fn another_file_is_opened_from_the_running_program() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let other = folder.path().join("xa-khac.duluan");
    let settings = Settings { office: "Xã Khác".to_owned(), ..Settings::default() };
    office::found(&other, &settings).unwrap();
    let mut settings = Settings::default();
    settings.remember(&other);
    let mut bench = Bench::new(&words, settings, 80, 24);
    bench.program.open(&path).unwrap();
    let screen = bench.ctrl('o');
    assert!(screen.contains("xa-khac.duluan"), "{screen}");
    let at = |screen: &str| {
        let entries = screen.lines().filter(|line| line.contains("duluan") && line.contains("Mở"));
        entries.into_iter().position(|line| line.contains("xa-khac")).unwrap()
    };
    for _ in 0..at(&screen) {
        bench.key(KeyCode::Down, KeyModifiers::NONE);
    }
    let screen = bench.key(KeyCode::Enter, KeyModifiers::NONE);
    assert!(screen.lines().next().unwrap().ends_with("Xã Khác"), "{screen}");
    assert!(screen.contains("[3 Hộp báo cáo"), "{screen}");
}

#[test]
fn the_test_page_is_in_plain_letters_and_its_answer_is_kept() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let settings = crate::settings::load_from(folder.path());
    let mut bench = Bench::new(&words, settings, 80, 24);
    bench.program.test_console();
    let screen = bench.screen();
    assert!(screen.contains("đọc được dòng này không?"), "{screen}");
    bench.key(KeyCode::Down, KeyModifiers::NONE);
    bench.key(KeyCode::Down, KeyModifiers::NONE);
    let screen = bench.key(KeyCode::Enter, KeyModifiers::NONE);
    assert!(screen.is_ascii(), "{screen}");
    assert!(screen.contains("Lap so moi"), "{screen}");
    let kept = crate::settings::load_from(folder.path());
    assert!(kept.tested && kept.ascii && kept.unaccented);
    // Asked once.
    bench.program.test_console();
    assert!(!bench.screen().contains("Can you read"));
}

#[test]
fn a_message_stays_until_the_next_key() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    let screen = bench.letter('0');
    assert!(screen.contains("Phím 0"), "{screen}");
    assert!(bench.screen().contains("Phím 0"));
    assert!(!bench.letter('1').contains("Phím 0"));
}

#[test]
fn esc_on_the_main_screen_tells_how_to_leave_and_ctrl_q_leaves() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    let screen = bench.key(KeyCode::Esc, KeyModifiers::NONE);
    assert!(screen.contains("Ctrl-Q"), "{screen}");
    assert!(!bench.program.has_ended());
    bench.ctrl('q');
    assert!(bench.program.has_ended());
}

#[test]
fn a_file_changed_by_another_program_is_read_again_on_the_next_key() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    let mut other = office::open(&path, Settings::default().who()).unwrap();
    other
        .write("test", |tx| {
            tx.execute("INSERT INTO unit (id, name) VALUES (?1, 'Thôn 3')", [tx.new_id()])
                .map(|_| ())
                .map_err(crate::file::FileError::from)
        })
        .unwrap();
    bench.letter('1');
    // The rows are read again without anybody asking: nothing to see in an empty room but that nothing broke.
    assert!(bench.settle().contains("[1 Cộng tác viên"));
}

#[test]
fn narrow_windows_have_short_tabs_and_nothing_is_cut() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let settings = Settings {
        office: "Ban Xây dựng Đảng, Đảng ủy xã Lộc An".to_owned(),
        ..Settings::default()
    };
    for (width, tabs) in [
        (80, " 1 Cộng tác viên  2 Bồi dưỡng [3 Hộp báo cáo] 4 Soạn tổng hợp "),
        (60, " 1 CTV  2 Bồi dưỡng [3 Hộp báo cáo] 4 Tổng hợp "),
    ] {
        let mut bench = Bench::new(&words, settings.clone(), width, 20);
        bench.program.open(&path).unwrap();
        let screen = bench.screen();
        let bar = screen.lines().next().unwrap();
        assert!(bar.starts_with(tabs), "{bar}");
        assert!(bar.ends_with("xã Lộc An"), "{bar}");
    }
}

#[test]
fn a_message_longer_than_the_line_is_shown_whole() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 60, 20);
    bench.program.open(&path).unwrap();
    let text = "Không ghi được vào tệp sổ vì ổ đĩa đã đầy; thay đổi cuối cùng vẫn còn trên màn hình. Hãy xóa bớt tệp rồi bấm Ctrl-S";
    bench.program.say(crate::screen::Notice::problem(text));
    let screen = bench.screen();
    let rows: Vec<&str> = screen.lines().take(19).skip(16).map(str::trim).collect();
    assert_eq!(rows.join(" ").trim_start_matches("! ").trim(), text, "{screen}");
    assert!(screen.lines().last().unwrap().contains("F9"), "the keys stay in sight: {screen}");
    let screen = bench.letter('1');
    assert!(!screen.contains("ổ đĩa"), "{screen}");
}

#[test]
fn a_key_of_another_place_says_where_it_works() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 120, 30);
    bench.program.open(&path).unwrap();
    bench.letter('1');
    bench.letter('t');
    // In the unit tree the key of the roster's list that reads files in does nothing.
    let screen = bench.letter('x');
    assert!(screen.contains("dùng ở “"), "{screen}");
}

#[test]
fn own_keys_work_are_shown_and_what_is_refused_is_said() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut settings = Settings::default();
    settings.keys.insert("palette".to_owned(), vec!["F11".to_owned()]);
    settings.keys.insert("search".to_owned(), vec!["a".to_owned()]);
    let mut bench = Bench::new(&words, settings, 120, 30);
    bench.program.open(&path).unwrap();
    let screen = bench.screen();
    assert!(screen.contains("không gán được phím “a” cho search"), "{screen}");
    assert!(bench.key(KeyCode::F(11), KeyModifiers::NONE).contains(words.screen_palette_title()));
    bench.key(KeyCode::Esc, KeyModifiers::NONE);
    assert!(bench.ctrl('p').contains("Ctrl-P"));
    assert!(bench.letter('4').contains("F11 mọi lệnh"));
}

#[test]
fn a_console_without_vietnamese_letters_gets_plain_ones() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let settings = Settings { unaccented: true, ascii: true, ..Settings::default() };
    let mut bench = Bench::new(&words, settings, 80, 24);
    bench.program.open(&path).unwrap();
    for screen in [bench.screen(), bench.key(KeyCode::F(1), KeyModifiers::NONE)] {
        assert!(screen.is_ascii(), "{screen}");
    }
    assert!(bench.screen().contains("Cac phim: Hop bao cao"));
}

#[test]
fn a_file_held_by_another_program_holds_no_key_up() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let begun = std::time::Instant::now();
    for key in ['1', '2', '4', '3'] {
        bench.letter(key);
    }
    // The patience of one connection alone is five seconds.
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    assert!(bench.screen().contains("[3 Hộp báo cáo"));
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let screen = bench.settle();
    assert!(screen.contains("[3 Hộp báo cáo"), "{screen}");
}

/// A demonstration file, and the program on it.
fn demonstration<'a>(folder: &tempfile::TempDir, words: &'a Words, size: (u16, u16)) -> Bench<'a> {
    let path = folder.path().join("minh-hoa.duluan");
    let mut made = office::create(&path, Settings::default().who()).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let options = crate::demo::Options { reports: 60, ..crate::demo::Options::usual(day) };
    crate::demo::invent(&mut made, &options, &mut |_| true).unwrap();
    drop(made);
    let mut bench = Bench::new(words, Settings::default(), size.0, size.1);
    bench.program.open(&path).unwrap();
    bench
}

fn click(bench: &mut Bench, column: u16, row: u16) -> String {
    use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
    let kind = MouseEventKind::Down(MouseButton::Left);
    let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
    bench.program.wake(Wake::Terminal(vec![Event::Mouse(event)]));
    bench.screen()
}

fn pointed(screen: &str) -> usize {
    screen.lines().position(|line| line.starts_with('▌')).unwrap()
}

#[test]
fn a_click_goes_to_a_row_a_tab_and_does_what_a_hint_says() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let mut bench = demonstration(&folder, &words, (80, 24));
    let screen = bench.screen();
    assert_eq!(pointed(&screen), 3, "{screen}");
    let screen = click(&mut bench, 20, 6);
    assert_eq!(pointed(&screen), 6, "{screen}");
    let screen = click(&mut bench, 20, 4);
    assert_eq!(pointed(&screen), 4, "{screen}");
    let screen = click(&mut bench, 3, 0);
    assert!(screen.contains("[1 Cộng tác viên"), "{screen}");
    let screen = click(&mut bench, 22, 5);
    assert_eq!(pointed(&screen), 5, "{screen}");
    let at = screen.lines().last().unwrap().find("/ tìm").unwrap();
    click(&mut bench, at as u16 + 2, 23);
    assert_eq!(bench.program.place(), &crate::screen::keys::roster::FIND);
}

#[test]
fn a_click_chooses_in_a_window_and_not_in_the_list_under_it() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let mut bench = demonstration(&folder, &words, (120, 40));
    let before = pointed(&bench.screen());
    let screen = bench.ctrl('p');
    let row = screen.lines().position(|line| line.contains("▌ ") && !line.starts_with('▌')).unwrap();
    let screen = click(&mut bench, 30, row as u16 + 2);
    let there = screen
        .lines()
        .position(|line| line.chars().skip(3).any(|sign| sign == '▌') && line.contains('│'))
        .unwrap();
    assert_eq!(there, row + 2, "{screen}");
    assert_eq!(pointed(&screen), before);
}

#[test]
fn the_wheel_moves_three_rows() {
    use ratatui::crossterm::event::{MouseEvent, MouseEventKind};
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let mut bench = demonstration(&folder, &words, (80, 24));
    let kind = MouseEventKind::ScrollDown;
    let event = MouseEvent { kind, column: 5, row: 5, modifiers: KeyModifiers::NONE };
    bench.program.wake(Wake::Terminal(vec![Event::Mouse(event)]));
    assert_eq!(pointed(&bench.screen()), 6);
}

#[test]
fn the_bottom_line_shows_how_far_long_work_is_and_leaving_asks_first() {
    let (folder, words) = (tempfile::tempdir().unwrap(), words());
    let path = file(&folder);
    let mut bench = Bench::new(&words, Settings::default(), 80, 24);
    bench.program.open(&path).unwrap();
    bench.letter('j');
    bench.program.wake(Wake::Progress(crate::screen::status::Progress { done: 30, total: 120 }));
    let screen = bench.screen();
    assert!(screen.lines().last().unwrap().ends_with("25%  Esc dừng"), "{screen}");
    assert!(bench.ctrl('q').contains(words.app_leave_work()));
    assert!(!bench.program.has_ended());
    assert!(!bench.key(KeyCode::Esc, KeyModifiers::NONE).contains(words.app_leave_work()));
    bench.ctrl('q');
    bench.key(KeyCode::Enter, KeyModifiers::NONE);
    assert!(bench.program.has_ended());
}
