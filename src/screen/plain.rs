//! The screen for consoles whose font lacks letters or signs: what is drawn already is put into what they have, cell by cell,
//! so that no room has to know of it. Widths stay as they are.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

use super::keys::base_letter;

/// What a console's font has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Font {
    /// No signs but those of ASCII.
    pub ascii: bool,
    /// No Vietnamese letters: they are shown without their marks.
    pub unaccented: bool,
}

impl Font {
    /// Puts what is drawn into what the font has.
    pub fn fit(self, buffer: &mut Buffer) {
        if !self.ascii && !self.unaccented {
            return;
        }
        for cell in &mut buffer.content {
            if let Some(shown) = self.shown(cell.symbol()) {
                cell.set_symbol(&shown);
            }
        }
    }

    /// What stands for a symbol; `None` for one that stays.
    fn shown(self, symbol: &str) -> Option<String> {
        if symbol.is_ascii() {
            return None;
        }
        let letter = symbol.nfc().next()?;
        if letter.is_alphabetic() {
            return self.unaccented.then(|| {
                unaccented(letter).map_or_else(|| sign(letter, symbol.width()), |plain| plain.to_string())
            });
        }
        (self.ascii || self.unaccented).then(|| sign(letter, symbol.width()))
    }
}

/// The letter without its marks; `None` for one of another script.
fn unaccented(letter: char) -> Option<char> {
    let base = base_letter(letter);
    let base = if letter.is_uppercase() { base.to_ascii_uppercase() } else { base };
    base.is_ascii().then_some(base)
}

/// A sign of ASCII for another, of the same width.
fn sign(sign: char, width: usize) -> String {
    let plain = match sign {
        '…' => '~',
        '–' | '—' | '─' | '━' | '·' | '‐' | '‑' | '░' => '-',
        '│' | '┃' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '▌' | '›' | '»' | '►' | '→' => '>',
        '‹' | '«' | '←' => '<',
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        // A citation is a note to the word before it.
        '●' | '•' | '▸' => '*',
        '▲' | '↑' => '^',
        '↓' | '▼' => 'v',
        '≡' => '=',
        '⚠' => '!',
        '█' | '▇' | '▆' | '▅' | '▄' => '#',
        '▃' | '▂' | '▁' => '_',
        '×' | '✓' => 'x',
        '\u{a0}' => ' ',
        _ => '?',
    };
    let mut text = plain.to_string();
    text.push_str(&" ".repeat(width.saturating_sub(1)));
    text
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn shown(text: &str, font: Font) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, text.width() as u16, 1));
        buffer.set_string(0, 0, text, Style::new());
        font.fit(&mut buffer);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn letters_keep_their_marks_unless_the_font_lacks_them() {
        let line = "▌ Đường Trường Sa – nghĩa trang… 4 × 2";
        assert_eq!(shown(line, Font::default()), line);
        let ascii = Font { ascii: true, unaccented: false };
        assert_eq!(shown(line, ascii), "> Đường Trường Sa - nghĩa trang~ 4 x 2");
        let plain = Font { ascii: false, unaccented: true };
        assert_eq!(shown(line, plain), "> Duong Truong Sa - nghia trang~ 4 x 2");
    }

    #[test]
    fn every_vietnamese_letter_has_a_plain_one() {
        let all = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
        let plain = shown(&format!("{all}{}", all.to_uppercase()), Font { ascii: true, unaccented: true });
        assert!(plain.chars().all(|letter| letter.is_ascii_alphabetic()), "{plain}");
        assert!(plain.ends_with("YYYYYD"), "{plain}");
    }

    #[test]
    fn a_wide_sign_keeps_its_two_cells() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "a中b", Style::new());
        Font { ascii: true, unaccented: true }.fit(&mut buffer);
        let symbols: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!((symbols[0], symbols[1], symbols[3]), ("a", "? ", "b"));
    }
}
