//! The Vietnamese letter: base with its quality mark, tone, case.

use unicode_normalization::char::decompose_canonical;

/// Level tone, written without a mark.
pub const LEVEL: u8 = 1;
/// Sắc, one of the two tones a syllable ending in c, ch, p, t can bear.
pub const ACUTE: u8 = 5;
/// Nặng, the other one.
pub const DOT: u8 = 6;

/// A letter taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Lower case, with the quality mark (ă â đ ê ô ơ ư) and without the tone mark.
    pub base: char,
    /// 1 ngang, 2 huyền, 3 hỏi, 4 ngã, 5 sắc, 6 nặng.
    pub tone: u8,
    /// Written as a capital.
    pub upper: bool,
}

/// The vowels with their tones, in the order ngang, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [[char; 6]; 24] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
    ['A', 'À', 'Ả', 'Ã', 'Á', 'Ạ'],
    ['Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ'],
    ['Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ'],
    ['E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ'],
    ['Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ'],
    ['I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị'],
    ['O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ'],
    ['Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ'],
    ['Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ'],
    ['U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ'],
    ['Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự'],
    ['Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ'],
];

/// First and one-past-last code point of the two blocks that hold the marked vowels.
const LATIN: (usize, usize) = (0xC0, 0x1B1);
const ADDITIONAL: (usize, usize) = (0x1EA0, 0x1EFA);

/// Row of [`VOWELS`] plus one in the upper five bits, tone in the lower three; 0 = no marked Vietnamese vowel.
const fn table<const N: usize>(first: usize) -> [u8; N] {
    let mut cells = [0; N];
    let mut row = 0;
    while row < VOWELS.len() {
        let mut tone = 0;
        while tone < 6 {
            let code = VOWELS[row][tone] as usize;
            if code >= first && code < first + N {
                cells[code - first] = ((row as u8 + 1) << 3) | (tone as u8 + 1);
            }
            tone += 1;
        }
        row += 1;
    }
    cells
}

static LATIN_VOWELS: [u8; LATIN.1 - LATIN.0] = table(LATIN.0);
static ADDITIONAL_VOWELS: [u8; ADDITIONAL.1 - ADDITIONAL.0] = table(ADDITIONAL.0);

/// Takes a letter of composed text apart. Letters of other languages lose their marks (ü is u); what is no letter
/// comes back as it is. `None` is a mark that stands alone.
pub fn letter(c: char) -> Option<Letter> {
    vietnamese(c).or_else(|| (!matches!(c, '\u{300}'..='\u{36f}')).then(|| foreign(c)))
}

/// Takes a letter of composed Vietnamese apart, or any ASCII character; `None` is everything else. Costs a look at a table.
pub(super) fn vietnamese(c: char) -> Option<Letter> {
    if c.is_ascii() {
        return Some(Letter { base: c.to_ascii_lowercase(), tone: LEVEL, upper: c.is_ascii_uppercase() });
    }
    let code = c as usize;
    let packed = if (LATIN.0..LATIN.1).contains(&code) {
        LATIN_VOWELS[code - LATIN.0]
    } else if (ADDITIONAL.0..ADDITIONAL.1).contains(&code) {
        ADDITIONAL_VOWELS[code - ADDITIONAL.0]
    } else {
        0
    };
    if packed != 0 {
        let row = usize::from(packed >> 3) - 1;
        return Some(Letter { base: VOWELS[row % 12][0], tone: packed & 7, upper: row >= 12 });
    }
    match c {
        // The Icelandic and African letters look the same as đ and come from wrong keyboards and converters.
        'đ' | 'ð' | 'ɖ' => Some(Letter { base: 'đ', tone: LEVEL, upper: false }),
        'Đ' | 'Ð' | 'Ɖ' => Some(Letter { base: 'đ', tone: LEVEL, upper: true }),
        _ => None,
    }
}

/// A letter of another language without its marks, in lower case.
fn foreign(c: char) -> Letter {
    let mut base = None;
    decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    let base = base.unwrap_or(c);
    let mut lower = base.to_lowercase();
    let lower = lower.next().unwrap_or(base);
    Letter { base: lower, tone: LEVEL, upper: c.is_uppercase() }
}

/// The letter put together again.
pub fn compose(letter: Letter) -> char {
    let upper = usize::from(letter.upper) * 12;
    for (row, vowels) in VOWELS[..12].iter().enumerate() {
        if vowels[0] == letter.base {
            return VOWELS[row + upper][usize::from(letter.tone.clamp(1, 6)) - 1];
        }
    }
    if letter.upper { letter.base.to_uppercase().next().unwrap_or(letter.base) } else { letter.base }
}

/// True for the twelve vowels of the alphabet (a letter base, lower case).
pub fn is_vowel(base: char) -> bool {
    matches!(base, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// The base without its quality mark: ă and â are a, đ is d.
pub fn plain(base: char) -> char {
    match base {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        other => other,
    }
}
