//! Numbers as offices write them: `4.210` in Vietnamese, `4,210` in English.

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::{Language, Words};

impl Words {
    /// A whole number with its thousands grouped.
    pub fn number(&self, number: impl Into<i64>) -> String {
        grouped(number.into(), separator(self.language))
    }

    /// The size of a file: `340 KB`, `1,2 MB`.
    pub fn bytes(&self, bytes: u64) -> String {
        let kilobytes = bytes.div_ceil(1024);
        if kilobytes < 1024 {
            return format!("{kilobytes} KB");
        }
        let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
        format!("{} MB", self.tenths(tenths.cast_signed()))
    }

    /// A number given in tenths: `62,5` in Vietnamese, `62.5` in English.
    pub fn tenths(&self, tenths: i64) -> String {
        let point = match self.language {
            Language::Vietnamese => ',',
            Language::English => '.',
        };
        format!("{}{point}{}", self.number(tenths / 10), tenths % 10)
    }

    /// A share given in tenths of a hundredth: `62,5%`; nothing and all without a fraction.
    pub fn share(&self, tenths: i64) -> String {
        if tenths == 0 || tenths == 1000 {
            return format!("{}%", tenths / 10);
        }
        format!("{}%", self.tenths(tenths))
    }
}

fn separator(language: Language) -> char {
    match language {
        Language::Vietnamese => '.',
        Language::English => ',',
    }
}

fn grouped(number: i64, separator: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Formats numbers inside Vietnamese messages.
pub(super) fn vietnamese(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    whole(value, '.')
}

/// Formats numbers inside English messages.
pub(super) fn english(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    whole(value, ',')
}

fn whole(value: &FluentValue, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(grouped(number.value as i64, separator))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_files_are_read_at_a_glance() {
        let words = Words::new(Language::Vietnamese);
        assert_eq!(words.bytes(0), "0 KB");
        assert_eq!(words.bytes(1), "1 KB");
        assert_eq!(words.bytes(1024 * 1024 - 1), "1,0 MB");
        assert_eq!(words.bytes(1_258_291), "1,2 MB");
        assert_eq!(Words::new(Language::English).bytes(20 * 1024 * 1024), "20.0 MB");
    }

    #[test]
    fn shares_as_offices_write_them() {
        let (words, english) = (Words::of(Language::Vietnamese), Words::of(Language::English));
        assert_eq!(
            [0, 5, 333, 625, 1000].map(|tenths| words.share(tenths)),
            ["0%", "0,5%", "33,3%", "62,5%", "100%"]
        );
        assert_eq!((english.share(625), english.tenths(10_000)), ("62.5%".to_owned(), "1,000.0".to_owned()));
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(0, '.'), "0");
        assert_eq!(grouped(999, '.'), "999");
        assert_eq!(grouped(4210, '.'), "4.210");
        assert_eq!(grouped(-1_234_567, ','), "-1,234,567");
    }
}
