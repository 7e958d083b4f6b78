//! The terminal's clipboard (OSC 52): works in a terminal window, over ssh and in tmux; a terminal that does not know it
//! ignores it.

use std::io::{self, Write as _};

/// Terminals drop what is longer; better to say so than to put half of it there.
pub const MOST: usize = 74_000;

/// Puts text on the clipboard of the terminal the program runs in.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn put(text: &str) -> io::Result<()> {
    let within = match (std::env::var_os("TMUX"), std::env::var("TERM")) {
        (Some(_), _) => Within::Tmux,
        (None, Ok(term)) if term.starts_with("screen") => Within::Screen,
        _ => Within::Terminal,
    };
    let mut out = io::stdout();
    out.write_all(sequence(text, within).as_bytes())?;
    out.flush()
}

/// What stands between the program and the terminal.
#[derive(Clone, Copy)]
enum Within {
    Terminal,
    Tmux,
    Screen,
}

fn sequence(text: &str, within: Within) -> String {
    let plain = format!("\u{1b}]52;c;{}\u{7}", base64(text.as_bytes()));
    match within {
        Within::Terminal => plain,
        // tmux takes the plain one for its own buffer when `set-clipboard on`, and hands the wrapped one through when
        // `allow-passthrough on`; one of the two reaches the person.
        Within::Tmux => {
            let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
            format!("{plain}\u{1b}Ptmux;{doubled}\u{1b}\\")
        }
        // screen hands through at most 768 bytes at a time.
        Within::Screen => {
            let chunks: Vec<_> = plain.as_bytes().chunks(700).map(String::from_utf8_lossy).collect();
            format!("\u{1b}P{}\u{1b}\\", chunks.join("\u{1b}\\\u{1b}P"))
        }
    }
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(group >> (18 - 6 * place)) as usize & 63];
            text.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_rfc_4648() {
        for (text, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), coded);
        }
    }

    #[test]
    fn tmux_and_screen_hand_it_through() {
        let plain = sequence("foo", Within::Terminal);
        assert_eq!(plain, "\u{1b}]52;c;Zm9v\u{7}");
        let tmux = sequence("foo", Within::Tmux);
        assert_eq!(tmux, format!("{plain}\u{1b}Ptmux;\u{1b}{plain}\u{1b}\\"));
        let screen = sequence(&"a".repeat(900), Within::Screen);
        assert_eq!(screen.matches("\u{1b}P").count(), 2);
    }
}
