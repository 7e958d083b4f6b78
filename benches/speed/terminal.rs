//! The program in a pseudo-terminal, with a clock on everything that comes out of it.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Columns and rows.
const WIDTH: u16 = 120;
const HEIGHT: u16 = 40;
/// The end of a frame.
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// So long nothing comes: the screen rests.
const REST: Duration = Duration::from_millis(120);
/// So long a frame may take before the measurement gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running program.
pub struct Terminal {
    begun: Instant,
    pieces: Receiver<(Instant, Vec<u8>)>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    parser: vt100::Parser,
    bytes: usize,
    /// The last bytes, in which the end of a frame may be cut in two.
    tail: Vec<u8>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the program on a file, with settings and backups in `home`.
    pub fn open(file: &Path, home: &Path) -> Self {
        let size = PtySize { rows: HEIGHT, cols: WIDTH, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_duluan"));
        command.arg(file);
        for name in [
            "DULUAN_CONFIG",
            "DULUAN_BACKUPS",
            "HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "APPDATA",
            "LOCALAPPDATA",
        ] {
            command.env(name, home);
        }
        command.env_remove("NO_COLOR");
        command.env_remove("DULUAN_LANG");
        command.env("TERM", "xterm-256color");
        let mut output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (sender, pieces) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            begun,
            pieces,
            keys,
            child,
            parser: vt100::Parser::new(HEIGHT, WIDTH, 0),
            bytes: 0,
            tail: Vec::new(),
            _master: pair.master,
        }
    }

    /// Takes in what comes within `patience`: when it came, and how many frames ended in it.
    fn take(&mut self, patience: Duration) -> Option<(Instant, usize)> {
        match self.pieces.recv_timeout(patience) {
            Ok((at, piece)) => {
                self.bytes += piece.len();
                self.parser.process(&piece);
                self.tail.extend_from_slice(&piece);
                let ends = self.tail.windows(FRAME_END.len()).filter(|part| *part == FRAME_END).count();
                let kept = self.tail.len().min(FRAME_END.len() - 1);
                self.tail.drain(..self.tail.len() - kept);
                Some((at, ends))
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                panic!("the program ended: {}", self.parser.screen().contents())
            }
        }
    }

    /// Time from the start until rows of the queue stand on the screen: a line with a day like 19/11.
    pub fn first_rows(&mut self) -> Duration {
        loop {
            let Some((at, _)) = self.take(PATIENCE) else {
                panic!("no rows: {}", self.parser.screen().contents())
            };
            if has_rows(&self.parser.screen().contents()) {
                return at - self.begun;
            }
        }
    }

    /// Bytes that came so far.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Number of the process.
    pub fn pid(&self) -> Option<u32> {
        self.child.process_id()
    }

    /// Waits until nothing more comes.
    pub fn settle(&mut self) {
        while self.take(REST).is_some() {}
    }

    /// Types without waiting.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Presses a key and waits for the end of the next frame.
    pub fn frame_after(&mut self, key: &str) -> Duration {
        let pressed = Instant::now();
        self.press(key);
        loop {
            let Some((at, ends)) = self.take(PATIENCE) else {
                panic!("no frame after {key:?}: {}", self.parser.screen().contents())
            };
            if ends > 0 {
                return at - pressed;
            }
        }
    }

    /// Presses a key: time to the end of the next frame, and to the end of the last frame before the screen rests.
    pub fn frames_after(&mut self, key: &str) -> (Duration, Duration) {
        let pressed = Instant::now();
        let first = self.frame_after(key);
        let mut last = first;
        while let Some((at, ends)) = self.take(REST) {
            if ends > 0 {
                last = at - pressed;
            }
        }
        (first, last)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A line below the bars that holds a day.
fn has_rows(screen: &str) -> bool {
    screen.lines().skip(2).any(|line| {
        line.as_bytes()
            .windows(5)
            .any(|part| part[2] == b'/' && [0, 1, 3, 4].iter().all(|&at| part[at].is_ascii_digit()))
    })
}
