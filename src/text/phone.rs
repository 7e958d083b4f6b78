//! Phone numbers as lists write them: with spaces, dots, +84, two in one cell, or without the zero Excel took away.

/// Numbers found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phones {
    /// Local form, digits only, each once, in the order of the text.
    pub numbers: Vec<String>,
    /// Parts that hold digits but are no phone number.
    pub unreadable: Vec<String>,
}

/// Reads the phone numbers of a text. Mobile numbers have 10 digits, landlines (02…) 11, in local form.
pub fn phones_in(text: &str) -> Phones {
    let mut found = Phones::default();
    let text = text.replace(" và ", "/").replace(" hoặc ", "/").replace(" - ", "/");
    for part in text.split(['/', ';', ',', '\n', '|']) {
        if !part.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        if let Some(number) = local_form(part) {
            push(&mut found.numbers, number);
            continue;
        }
        // Two numbers with only a space between them.
        let words: Option<Vec<String>> = part.split_whitespace().map(local_form).collect();
        match words {
            Some(numbers) if !numbers.is_empty() => {
                for number in numbers {
                    push(&mut found.numbers, number);
                }
            }
            _ => found.unreadable.push(part.trim().to_owned()),
        }
    }
    found
}

fn push(numbers: &mut Vec<String>, number: String) {
    if !numbers.contains(&number) {
        numbers.push(number);
    }
}

/// The one number a text holds, in local form.
fn local_form(text: &str) -> Option<String> {
    let labelled = text.to_lowercase().contains("đt");
    if text.chars().any(char::is_alphabetic) && !labelled {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = if let Some(rest) = digits.strip_prefix("0084") {
        rest
    } else if let Some(rest) = digits.strip_prefix("84").filter(|rest| rest.len() >= 9) {
        rest
    } else {
        digits.strip_prefix('0').unwrap_or(&digits)
    };
    // +84 (0)912… keeps the zero some people type behind the country code.
    let national = national.strip_prefix('0').unwrap_or(national);
    let fits = match national.as_bytes().first()? {
        b'2' => national.len() == 10 || national.len() == 9,
        b'3'..=b'9' => national.len() == 9,
        _ => false,
    };
    fits.then(|| format!("0{national}"))
}

/// A number as people read it: 0912 345 678.
pub fn phone_shown(number: &str) -> String {
    let mut shown = String::with_capacity(number.len() + 2);
    for (at, digit) in number.chars().enumerate() {
        if at == 4 || at == 7 {
            shown.push(' ');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_is_one_number() {
        for text in [
            "0912345678",
            "0912 345 678",
            "0912.345.678",
            "0912-345678",
            "+84 912 345 678",
            "84912345678",
            "(+84)912345678",
            "912345678",
            "0084912345678",
            "ĐT: 0912345678",
            "+84 (0)912 345 678",
        ] {
            assert_eq!(phones_in(text).numbers, ["0912345678"], "{text}");
        }
        assert_eq!(phones_in("0236 3821 234").numbers, ["02363821234"]);
        assert_eq!(phones_in("2363821234").numbers, ["02363821234"]);
    }

    #[test]
    fn two_numbers_in_one_cell() {
        let two = ["0912345678", "0398111222"];
        for text in [
            "0912345678 / 0398111222",
            "0912345678; 0398 111 222",
            "0912345678 0398111222",
            "0912345678 - 0398111222",
        ] {
            assert_eq!(phones_in(text).numbers, two, "{text}");
        }
        assert_eq!(phones_in("0912345678/0912 345 678").numbers, ["0912345678"]);
    }

    #[test]
    fn what_is_no_number_is_said() {
        assert_eq!(phones_in("12345").unreadable, ["12345"]);
        assert_eq!(phones_in("không có"), Phones::default());
    }

    #[test]
    fn numbers_are_shown_in_groups() {
        assert_eq!(phone_shown("0912345678"), "0912 345 678");
        assert_eq!(phone_shown("02363821234"), "0236 382 1234");
    }
}
