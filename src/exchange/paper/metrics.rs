//! Widths of text in Times New Roman, to choose a size with which a line does not wrap.
//!
//! The numbers are the advance widths of Times (thousandths of the size); Liberation Serif, which stands in for it,
//! has the same ones. Vietnamese marks do not widen a letter but for the horn of ơ and ư.

use unicode_normalization::UnicodeNormalization;

/// Advance widths of U+0020 to U+007E, regular.
const REGULAR: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, // space to /
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, // 0 to ?
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, // @ to O
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, // P to _
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, // ` to o
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, // p to ~
];

/// Advance widths of U+0020 to U+007E, bold.
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, //
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, //
    930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, //
    611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, //
    333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, //
    556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520, //
];

/// Millimetres in a point.
const MM_PER_POINT: f32 = 25.4 / 72.0;

/// Width of a line of text in millimetres.
pub fn width(text: &str, size: f32, bold: bool) -> f32 {
    let table = if bold { &BOLD } else { &REGULAR };
    let thousandths: u32 = text.nfd().map(|sign| u32::from(advance(sign, table))).sum();
    thousandths as f32 / 1000.0 * size * MM_PER_POINT
}

fn advance(sign: char, table: &[u16; 95]) -> u16 {
    let of = |sign: char| table[usize::from(sign as u8 - b' ')];
    match sign {
        ' '..='~' => of(sign),
        '\u{a0}' => of(' '),
        'đ' => of('d'),
        'Đ' => of('D'),
        '\u{31b}' => 60,
        '\u{300}'..='\u{36f}' => 0,
        _ => 1000,
    }
}
