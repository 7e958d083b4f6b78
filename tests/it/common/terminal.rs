//! The real program in a pseudo-terminal: keys in, screen out.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a text may take to appear. Long, because tests run beside each other on slow machines.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program running in a pseudo-terminal, with settings and data folders of its own.
pub struct Terminal {
    shown: Arc<Mutex<Shown>>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    /// The program's end of the line, to ask what it has not read yet.
    #[cfg(unix)]
    line: Option<std::fs::File>,
    child: Box<dyn Child + Send + Sync>,
    /// Settings and data folder; kept as long as the program runs.
    pub home: tempfile::TempDir,
}

struct Shown {
    parser: vt100::Parser,
    bytes: usize,
}

impl Terminal {
    /// Starts `duluan` with arguments in a window of `width` × `height`.
    pub fn start(arguments: &[&str], width: u16, height: u16) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), arguments, &[], width, height)
    }

    /// Starts `duluan FILE`.
    pub fn open(file: &Path, width: u16, height: u16) -> Self {
        Self::start(&[file.to_str().unwrap()], width, height)
    }

    /// Starts `duluan` with a home folder made before and further environment.
    pub fn start_in(
        home: tempfile::TempDir,
        arguments: &[&str],
        environment: &[(&str, &str)],
        width: u16,
        height: u16,
    ) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_duluan"));
        command.args(arguments);
        Self::run(command, home, environment, width, height)
    }

    /// Starts any program.
    pub fn run(
        mut command: CommandBuilder,
        home: tempfile::TempDir,
        environment: &[(&str, &str)],
        width: u16,
        height: u16,
    ) -> Self {
        for name in ["DULUAN_LANG", "NO_COLOR", "LANG", "LC_ALL"] {
            command.env_remove(name);
        }
        for name in [
            "DULUAN_CONFIG",
            "HOME",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
        ] {
            command.env(name, home.path());
        }
        command.env("DULUAN_BACKUPS", home.path().join("backups"));
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        command.cwd(home.path());
        for (name, value) in environment {
            command.env(name, value);
        }
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let shown = Arc::new(Mutex::new(Shown { parser: vt100::Parser::new(height, width, 0), bytes: 0 }));
        let mut output = pair.master.try_clone_reader().unwrap();
        let copy = Arc::clone(&shown);
        thread::spawn(move || {
            let mut buffer = [0; 16 * 1024];
            while let Ok(count) = output.read(&mut buffer) {
                if count == 0 {
                    break;
                }
                let mut shown = copy.lock().unwrap();
                shown.parser.process(&buffer[..count]);
                shown.bytes += count;
            }
        });
        Self {
            shown,
            keys: pair.master.take_writer().unwrap(),
            #[cfg(unix)]
            line: line_of(pair.master.as_ref()),
            master: pair.master,
            child,
            home,
        }
    }

    /// Sends bytes in one write: the program reads them at once, as a burst.
    pub fn send(&mut self, bytes: &str) {
        self.keys.write_all(bytes.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Types text key by key, as a person does: each is read by itself.
    pub fn type_keys(&mut self, text: &str) {
        for letter in text.chars() {
            let mut buffer = [0; 4];
            self.press(letter.encode_utf8(&mut buffer));
        }
    }

    /// Presses one key, given as the bytes of its name in [`key`] or as its letter, and waits until the program has read it: on
    /// a busy machine keys would otherwise pile up and be taken for a paste.
    pub fn press(&mut self, key: &str) {
        self.send(key);
        thread::sleep(Duration::from_millis(20));
        let until = Instant::now() + PATIENCE;
        while self.unread() && Instant::now() < until && self.child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether something that was sent has not been read by the program.
    #[cfg(unix)]
    fn unread(&self) -> bool {
        self.line.as_ref().is_some_and(|line| rustix::io::ioctl_fionread(line).is_ok_and(|bytes| bytes > 0))
    }

    /// Whether something that was sent has not been read by the program; not to be known here.
    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "asked as on the other systems")]
    fn unread(&self) -> bool {
        false
    }

    /// Bytes one by one, as a slow line delivers them.
    pub fn send_slowly(&mut self, bytes: &[u8]) {
        self.send_each(bytes, Duration::from_millis(15));
    }

    /// Bytes one by one, so much time apart.
    pub fn send_each(&mut self, bytes: &[u8], apart: Duration) {
        for byte in bytes {
            self.keys.write_all(&[*byte]).unwrap();
            self.keys.flush().unwrap();
            thread::sleep(apart);
        }
    }

    /// The screen as lines without the blanks at their ends.
    pub fn lines(&self) -> Vec<String> {
        let shown = self.shown.lock().unwrap();
        let (_, width) = shown.parser.screen().size();
        shown.parser.screen().rows(0, width).map(|line| line.trim_end().to_owned()).collect()
    }

    /// The screen as one text.
    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// Asks the emulated screen: cursor, attributes of a cell, modes.
    pub fn ask<T>(&self, question: impl FnOnce(&vt100::Screen) -> T) -> T {
        question(self.shown.lock().unwrap().parser.screen())
    }

    /// Column and row of the cursor; `None` when it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.ask(|screen| {
            let (row, column) = screen.cursor_position();
            (!screen.hide_cursor()).then_some((column, row))
        })
    }

    /// Bytes the program has written so far.
    pub fn bytes(&self) -> usize {
        self.shown.lock().unwrap().bytes
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub fn wait_for(&self, text: &str) -> String {
        self.wait_until(&format!("“{text}”"), |screen| screen.contains(text))
    }

    /// Waits until the screen does not show `text` any more.
    #[track_caller]
    pub fn wait_gone(&self, text: &str) -> String {
        self.wait_until(&format!("no “{text}”"), |screen| !screen.contains(text))
    }

    /// Waits until the text of the screen is as wanted.
    #[track_caller]
    pub fn wait_until(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let text = self.text();
            if wanted(&text) {
                return text;
            }
            assert!(Instant::now() < until, "waited for {what} in vain; the screen shows:\n{text}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program has not written anything for a while: what it had to draw is drawn.
    pub fn settle(&self) {
        let mut before = self.bytes();
        loop {
            thread::sleep(Duration::from_millis(150));
            let now = self.bytes();
            if now == before {
                return;
            }
            before = now;
        }
    }

    /// Gives the window another size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.shown.lock().unwrap().parser.screen_mut().set_size(height, width);
        self.master.resize(size(width, height)).unwrap();
    }

    /// The process.
    #[cfg(unix)]
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits until the program has ended and gives its exit code.
    #[track_caller]
    pub fn wait_exit(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What was written last is still on its way.
                thread::sleep(Duration::from_millis(50));
                return status.exit_code();
            }
            assert!(Instant::now() < until, "the program does not end; the screen shows:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Drafts the first synthesis of a file, of this period, in the composer.
    #[track_caller]
    pub fn draft(&mut self, period: &str) {
        self.press("4");
        self.wait_for("Chưa có báo cáo tổng hợp");
        self.press("n");
        self.wait_for("Kỳ nào?");
        // The period offered is written over.
        for _ in 0..10 {
            self.press(key::BACKSPACE);
        }
        self.type_keys(period);
        self.press(key::ENTER);
        // By the outline that is offered first.
        self.wait_for("Soạn theo mẫu nào?");
        self.press(key::ENTER);
    }

    /// Leaves the program by its key and waits for the end.
    #[track_caller]
    pub fn quit(&mut self) {
        self.press(key::CTRL_Q);
        assert_eq!(self.wait_exit(), 0, "{}", self.text());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already in a test that went well.
        let _ = self.child.kill();
    }
}

/// The other end of a pseudo-terminal, which must not become that of the tests.
#[cfg(unix)]
fn line_of(master: &(dyn MasterPty + Send)) -> Option<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    let own = rustix::fs::OFlags::NOCTTY.bits().cast_signed();
    std::fs::OpenOptions::new().read(true).custom_flags(own).open(master.tty_name()?).ok()
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }
}

/// Bytes of keys.
#[allow(dead_code, reason = "the whole keyboard, whichever of it the tests use")]
pub mod key {
    pub const ENTER: &str = "\r";
    pub const ESC: &str = "\x1b";
    pub const TAB: &str = "\t";
    pub const BACK_TAB: &str = "\x1b[Z";
    pub const BACKSPACE: &str = "\x7f";
    pub const UP: &str = "\x1b[A";
    pub const DOWN: &str = "\x1b[B";
    pub const RIGHT: &str = "\x1b[C";
    pub const LEFT: &str = "\x1b[D";
    pub const HOME: &str = "\x1b[H";
    pub const END: &str = "\x1b[F";
    pub const INSERT: &str = "\x1b[2~";
    pub const DELETE: &str = "\x1b[3~";
    pub const PAGE_UP: &str = "\x1b[5~";
    pub const PAGE_DOWN: &str = "\x1b[6~";
    pub const F1: &str = "\x1bOP";
    pub const F2: &str = "\x1bOQ";
    pub const F3: &str = "\x1bOR";
    pub const F4: &str = "\x1bOS";
    pub const F5: &str = "\x1b[15~";
    pub const F9: &str = "\x1b[20~";
    pub const F12: &str = "\x1b[24~";
    pub const F10: &str = "\x1b[21~";
    pub const CTRL_A: &str = "\x01";
    pub const CTRL_G: &str = "\x07";
    pub const SPACE: &str = " ";
    pub const CTRL_O: &str = "\x0f";
    pub const CTRL_P: &str = "\x10";
    pub const CTRL_Q: &str = "\x11";
    pub const CTRL_S: &str = "\x13";
    pub const CTRL_Y: &str = "\x19";
    pub const CTRL_Z: &str = "\x1a";
}
