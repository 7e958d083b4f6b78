//! Numbers as offices write them: `4.210` in Vietnamese, `4,210` in English.

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::{Language, Words};

impl Words {
    /// A whole number with its thousands grouped.
    pub fn number(&self, number: impl Into<i64>) -> String {
        grouped(number.into(), separator(self.language))
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
    use super::grouped;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(0, '.'), "0");
        assert_eq!(grouped(999, '.'), "999");
        assert_eq!(grouped(4210, '.'), "4.210");
        assert_eq!(grouped(-1_234_567, ','), "-1,234,567");
    }
}
