//! The frame of the screen in a real terminal: start, tabs, help, palette, sizes, and every way out.

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use crate::common::terminal::{Terminal, key};

/// A new office's file.
fn office(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("so-tay.duluan");
    duluan::office::create(&path, duluan::file::Who::default()).unwrap();
    path
}

fn opened(width: u16, height: u16) -> (tempfile::TempDir, Terminal) {
    let folder = tempfile::tempdir().unwrap();
    let file = office(&folder);
    let terminal = Terminal::open(&file, width, height);
    terminal.wait_for("4 Soạn tổng hợp");
    (folder, terminal)
}

#[test]
fn the_four_tabs_are_shown_and_switched() {
    let (_folder, mut terminal) = opened(80, 24);
    assert!(terminal.lines()[0].contains("[3 Hộp báo cáo"), "{}", terminal.text());
    assert!(terminal.lines()[0].ends_with("so-tay"), "{}", terminal.text());
    assert!(terminal.ask(|screen| screen.cell(0, 1).unwrap().inverse()));
    for (digit, title) in [("1", "[1 Cộng tác viên"), ("2", "[2 Bồi dưỡng"), ("4", "[4 Soạn tổng hợp")]
    {
        terminal.press(digit);
        terminal.wait_for(title);
    }
    terminal.quit();
    assert!(!terminal.ask(vt100::Screen::alternate_screen));
    assert!(!terminal.ask(vt100::Screen::hide_cursor));
    assert!(!terminal.ask(vt100::Screen::bracketed_paste));
}

#[test]
fn f1_shows_the_keys_and_typing_narrows_them() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press(key::F1);
    terminal.wait_for("Các phím: Hộp báo cáo");
    terminal.type_keys("hoan tac");
    let screen = terminal.wait_for("Tìm: hoan tac");
    assert!(screen.contains("hoàn tác"), "{screen}");
    let (column, row) = terminal.cursor().unwrap();
    assert!(terminal.lines()[usize::from(row)].contains("hoan tac"), "{screen}");
    assert!(column > 8);
    for _ in "hoan tac".chars() {
        terminal.press(key::BACKSPACE);
    }
    // Letters whose bytes arrive one by one.
    terminal.send_slowly("trợ giúp".as_bytes());
    terminal.wait_for("trợ giúp");
    terminal.wait_gone("hoàn tác");
    terminal.press(key::ESC);
    terminal.wait_gone("Các phím");
    terminal.quit();
}

#[test]
fn the_palette_finds_a_command_without_accents_and_runs_it() {
    let (_folder, mut terminal) = opened(120, 40);
    terminal.press(key::CTRL_P);
    terminal.wait_for("Mọi lệnh: gõ để tìm");
    terminal.type_keys("boi duong");
    terminal.press(key::ENTER);
    terminal.wait_for("[2 Bồi dưỡng");
    terminal.press(key::CTRL_P);
    terminal.wait_for("Mọi lệnh: gõ để tìm");
    terminal.type_keys("thoat");
    terminal.press(key::ENTER);
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn the_menu_names_the_commands_and_an_own_key_works_at_once() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press(key::F9);
    terminal.wait_for("Trợ giúp");
    terminal.press(key::RIGHT);
    terminal.press(key::ENTER);
    terminal.wait_for("[1 Cộng tác viên");
    terminal.press(key::F9);
    terminal.wait_for("Trợ giúp");
    terminal.press("\u{14}");
    terminal.wait_for("Ctrl-K phím của tôi");
    terminal.press("\u{b}");
    terminal.wait_for("Phím tắt của tôi");
    terminal.type_keys("đọc lại");
    terminal.press(key::ENTER);
    terminal.wait_for("Bấm phím mới cho “đọc lại”");
    terminal.press("w");
    terminal.wait_for("ghép");
    terminal.press("%");
    terminal.wait_for("Đã đổi phím");
    terminal.press(key::ESC);
    terminal.wait_gone("Phím tắt của tôi");
    terminal.press(key::ESC);
    terminal.wait_gone("Ctrl-K phím của tôi");
    terminal.press(key::F5);
    terminal.wait_for("Phím F5 không dùng ở đây");
    terminal.press("%");
    terminal.wait_gone("Phím F5 không dùng ở đây");
    terminal.quit();
    let kept = std::fs::read_to_string(terminal.home.path().join("settings.toml")).unwrap();
    assert!(kept.contains("refresh = [\"%\"]"), "{kept}");
}

#[test]
fn a_key_that_does_nothing_says_so() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press("0");
    terminal.wait_for("Phím 0 không dùng ở đây");
    terminal.quit();
}

#[test]
fn a_window_that_is_too_small_says_so_and_works_again_when_it_grows() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.resize(40, 10);
    terminal.wait_for("Cửa sổ quá nhỏ");
    terminal.resize(120, 40);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.quit();
}

#[test]
fn a_first_start_makes_an_office_and_the_next_opens_it() {
    let mut terminal = Terminal::start(&[], 80, 24);
    terminal.wait_for("đọc được dòng này không?");
    terminal.press(key::ENTER);
    terminal.wait_for("Lập sổ mới");
    assert!(terminal.text().contains("bí mật nhà nước"));
    // Who has no file stands on making one.
    terminal.press(key::ENTER);
    for text in ["Xã Lộc An", "LA", "Nguyễn Văn Hòa", "H"] {
        terminal.type_keys(text);
        terminal.press(key::ENTER);
    }
    terminal.press(key::ENTER);
    let screen = terminal.wait_for("4 Soạn tổng hợp");
    assert!(screen.lines().next().unwrap().ends_with("Xã Lộc An"), "{screen}");
    terminal.quit();
    let home = std::mem::replace(&mut terminal.home, tempfile::tempdir().unwrap());
    assert!(home.path().join("so-tay.duluan").is_file());
    let mut again = Terminal::start_in(home, &[], &[], 80, 24);
    again.wait_for("Xã Lộc An");
    // The prefix and the mark reach the arrival numbers.
    let sample = "tests/data/samples/reports/BC_nhanh_nuoc_ThachQuy.docx";
    again.press("n");
    again.press(key::CTRL_O);
    again.wait_for("Nhập từ tệp");
    again.type_keys(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample).to_str().unwrap());
    again.press(key::ENTER);
    again.wait_for("Sẽ nhập 1 tệp");
    again.press(key::ENTER);
    again.wait_for("LA-H-0001");
    again.quit();
    // A colleague without settings sees whose file it is.
    let file = again.home.path().join("so-tay.duluan");
    let mut other = Terminal::open(&file, 80, 24);
    other.wait_for("Xã Lộc An");
    other.quit();
}

#[test]
fn a_first_start_offers_a_demonstration() {
    let mut terminal = Terminal::start(&[], 80, 24);
    terminal.wait_for("đọc được dòng này không?");
    terminal.press(key::ENTER);
    terminal.wait_for("sổ minh họa");
    terminal.press(key::DOWN);
    terminal.press(key::ENTER);
    terminal.wait_for("so-minh-hoa.duluan");
    terminal.press(key::ENTER);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.quit();
    assert!(terminal.home.path().join("so-minh-hoa.duluan").is_file());
}

#[test]
fn a_file_that_is_no_office_ends_with_a_sentence_before_the_screen_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("thu.duluan");
    std::fs::write(&path, "không phải sổ".repeat(400)).unwrap();
    let mut terminal = Terminal::open(&path, 80, 24);
    assert_eq!(terminal.wait_exit(), 3);
    assert!(!terminal.text().trim().is_empty());
    assert!(!terminal.ask(vt100::Screen::alternate_screen));
}

#[test]
fn no_color_still_shows_where_one_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = office(&folder);
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_in(home, &[file.to_str().unwrap()], &[("NO_COLOR", "1")], 80, 24);
    terminal.wait_for("4 Soạn tổng hợp");
    assert!(terminal.ask(|screen| screen.cell(0, 1).unwrap().inverse()));
    for row in 0..24 {
        for column in 0..80 {
            let colour = terminal.ask(|screen| screen.cell(row, column).unwrap().fgcolor());
            assert_eq!(colour, vt100::Color::Default, "{row} {column}");
        }
    }
    terminal.quit();
}

#[test]
fn english_by_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let file = office(&folder);
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_in(home, &[file.to_str().unwrap()], &[("DULUAN_LANG", "en")], 80, 24);
    terminal.wait_for("4 Synthesis");
    terminal.quit();
}

#[cfg(unix)]
#[test]
fn the_terminal_is_given_back_when_the_system_ends_the_program() {
    for signal in ["-TERM", "-HUP", "-INT"] {
        let (_folder, mut terminal) = opened(80, 24);
        let process = terminal.process().to_string();
        let sent = std::process::Command::new("kill").args([signal, &process]).status();
        assert!(sent.unwrap().success());
        terminal.wait_exit();
        assert!(!terminal.ask(vt100::Screen::alternate_screen), "{signal}");
        assert!(!terminal.ask(vt100::Screen::hide_cursor), "{signal}");
    }
}

#[cfg(unix)]
fn signal(terminal: &Terminal, signal: &str) {
    let process = terminal.process().to_string();
    assert!(std::process::Command::new("kill").args([signal, &process]).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn stopped_from_outside_it_gives_the_terminal_back_and_takes_it_again() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press("1");
    terminal.wait_for("[1 Cộng tác viên");
    for stop in ["-TSTP", "-STOP"] {
        signal(&terminal, stop);
        if stop == "-TSTP" {
            terminal.wait_until("the shell's screen", |screen| !screen.contains("4 Soạn tổng hợp"));
            assert!(!terminal.ask(vt100::Screen::alternate_screen));
            assert!(!terminal.ask(vt100::Screen::bracketed_paste));
        }
        signal(&terminal, "-CONT");
        terminal.wait_for("[1 Cộng tác viên");
        assert!(terminal.ask(vt100::Screen::alternate_screen));
    }
    terminal.press("2");
    terminal.wait_for("[2 Bồi dưỡng");
    terminal.quit();
    assert!(!terminal.ask(vt100::Screen::alternate_screen));
}

#[test]
fn the_settings_change_the_look_at_once_and_the_next_start_keeps_it() {
    let (folder, mut terminal) = opened(80, 24);
    terminal.press("\x14");
    terminal.wait_for("Cơ quan (trong tệp sổ)");
    terminal.type_keys("Xã Lộc An");
    terminal.press(key::CTRL_S);
    let screen = terminal.wait_for("Đã ghi vào sổ: Xã Lộc An");
    assert!(screen.lines().next().unwrap().ends_with("Xã Lộc An"), "{screen}");
    terminal.quit();
    let home = std::mem::replace(&mut terminal.home, tempfile::tempdir().unwrap());
    std::fs::write(home.path().join("settings.toml"), "unaccented = true\nascii = true\n").unwrap();
    let file = folder.path().join("so-tay.duluan");
    let mut again = Terminal::start_in(home, &[file.to_str().unwrap()], &[], 60, 20);
    let screen = again.wait_for("4 Tong hop");
    assert!(screen.is_ascii(), "{screen}");
    assert!(screen.lines().next().unwrap().ends_with("Xa Loc An"), "{screen}");
    again.quit();
}

#[test]
fn a_broken_settings_file_is_kept_and_the_program_starts() {
    let folder = tempfile::tempdir().unwrap();
    let file = office(&folder);
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("settings.toml"), "office = [[[").unwrap();
    let mut terminal = Terminal::start_in(home, &[file.to_str().unwrap()], &[], 80, 24);
    let screen = terminal.wait_for("Tệp cài đặt bị hỏng");
    assert!(screen.contains("settings-1.broken"), "{screen}");
    terminal.press("1");
    terminal.wait_for("[1 Cộng tác viên");
    terminal.quit();
    assert!(terminal.home.path().join("settings-1.broken").is_file());
}

#[test]
fn the_mouse_works_when_the_settings_have_it_and_is_left_to_the_terminal_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let file = office(&folder);
    for (wanted, mode) in
        [(false, vt100::MouseProtocolMode::None), (true, vt100::MouseProtocolMode::AnyMotion)]
    {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("settings.toml"), format!("mouse = {wanted}\n")).unwrap();
        let mut terminal = Terminal::start_in(home, &[file.to_str().unwrap()], &[], 80, 24);
        terminal.wait_for("4 Soạn tổng hợp");
        assert_eq!(terminal.ask(vt100::Screen::mouse_protocol_mode), mode);
        if wanted {
            terminal.press("\x1b[<0;4;1M\x1b[<0;4;1m");
            terminal.wait_for("[1 Cộng tác viên");
        }
        terminal.quit();
        assert_eq!(terminal.ask(vt100::Screen::mouse_protocol_mode), vt100::MouseProtocolMode::None);
    }
}

/// Not a test by itself: takes the terminal and panics. The next test runs it in a terminal of its own.
#[test]
#[ignore = "run by the_terminal_is_given_back_after_a_panic"]
fn panics_on_the_screen() {
    duluan::app::terminal::restore_on_panic();
    let _screen = duluan::app::terminal::enter().unwrap();
    panic!("on purpose");
}

#[test]
fn the_terminal_is_given_back_after_a_panic() {
    let mut command = portable_pty::CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "screen::panics_on_the_screen", "--ignored", "--nocapture"]);
    let mut terminal = Terminal::run(command, tempfile::tempdir().unwrap(), &[], 80, 24);
    assert_ne!(terminal.wait_exit(), 0);
    assert!(!terminal.ask(vt100::Screen::alternate_screen));
    assert!(!terminal.ask(vt100::Screen::hide_cursor));
    assert!(terminal.text().contains("on purpose"), "{}", terminal.text());
}

/// Processor time in ticks and voluntary context switches of all threads.
#[cfg(target_os = "linux")]
fn spent(process: u32) -> (u64, u64) {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
    let switches = std::fs::read_dir(format!("/proc/{process}/task"))
        .unwrap()
        .map(|thread| std::fs::read_to_string(thread.unwrap().path().join("status")).unwrap())
        .map(|status| {
            let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches")).unwrap();
            line.split_whitespace().last().unwrap().parse::<u64>().unwrap()
        })
        .sum();
    (ticks, switches)
}

#[cfg(target_os = "linux")]
#[test]
fn an_idle_program_uses_no_processor_and_never_wakes() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.press("j");
    terminal.settle();
    // On a loaded machine the counts read after the first frame may still be on their way; a timer would never be quiet.
    let quiet = (0..8).any(|_| {
        let before = spent(terminal.process());
        thread::sleep(Duration::from_millis(1200));
        spent(terminal.process()) == before
    });
    assert!(quiet, "{:?}", spent(terminal.process()));
    terminal.quit();
}

#[cfg(not(target_os = "linux"))]
#[test]
fn an_idle_program_writes_nothing() {
    let (_folder, mut terminal) = opened(80, 24);
    terminal.settle();
    let before = terminal.bytes();
    thread::sleep(Duration::from_millis(1200));
    assert_eq!(terminal.bytes(), before);
    terminal.quit();
}
