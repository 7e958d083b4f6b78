//! Numbers in Vietnamese words, as sums of money are written on paper.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const SCALES: [&str; 3] = ["", "nghìn", "triệu"];

/// A sum: "Hai mươi mốt nghìn đồng".
pub fn sum_in_words(amount: i64) -> String {
    let words = in_words(amount);
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{} đồng", letters.as_str())
}

/// A number: "một nghìn không trăm linh năm".
pub fn in_words(number: i64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut words: Vec<&str> = Vec::new();
    if number < 0 {
        words.push("âm");
    }
    billions(number.unsigned_abs(), false, &mut words);
    words.join(" ")
}

/// A number counted in billions (tỷ), each of which is read like a number of its own.
fn billions(number: u64, within: bool, words: &mut Vec<&'static str>) {
    let (above, rest) = (number / 1_000_000_000, number % 1_000_000_000);
    if above > 0 {
        billions(above, within, words);
        words.push("tỷ");
    }
    let within = within || above > 0;
    let groups = [rest / 1_000_000, rest / 1000 % 1000, rest % 1000];
    let mut read = within;
    for (group, scale) in groups.into_iter().zip(SCALES.iter().rev()) {
        if group == 0 {
            continue;
        }
        hundreds(group as usize, read, words);
        read = true;
        if !scale.is_empty() {
            words.push(scale);
        }
    }
}

/// Three digits; all of them are read when something stands before: "không trăm linh năm".
fn hundreds(group: usize, within: bool, words: &mut Vec<&'static str>) {
    let (hundred, ten, one) = (group / 100, group / 10 % 10, group % 10);
    if hundred > 0 || within {
        words.extend([DIGITS[hundred], "trăm"]);
    }
    match ten {
        0 if one > 0 && (hundred > 0 || within) => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([DIGITS[ten], "mươi"]),
    }
    match (ten, one) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(DIGITS[one]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_read_them() {
        for (number, words) in [
            (0, "không"),
            (1, "một"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi bốn"),
            (55, "năm mươi lăm"),
            (100, "một trăm"),
            (101, "một trăm linh một"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (121, "một trăm hai mươi mốt"),
            (1_000, "một nghìn"),
            (1_005, "một nghìn không trăm linh năm"),
            (1_015, "một nghìn không trăm mười lăm"),
            (10_500, "mười nghìn năm trăm"),
            (21_000, "hai mươi mốt nghìn"),
            (1_000_000, "một triệu"),
            (1_000_001, "một triệu không trăm linh một"),
            (10_700_000, "mười triệu bảy trăm nghìn"),
            (12_050_000, "mười hai triệu không trăm năm mươi nghìn"),
            (1_000_000_000, "một tỷ"),
            (2_005_000_000, "hai tỷ không trăm linh năm triệu"),
            (1_000_000_000_000, "một nghìn tỷ"),
            (-15, "âm mười lăm"),
        ] {
            assert_eq!(in_words(number), words, "{number}");
        }
        assert_eq!(sum_in_words(10_700_000), "Mười triệu bảy trăm nghìn đồng");
    }

    #[test]
    fn the_largest_number_is_read_too() {
        assert!(in_words(i64::MIN).starts_with("âm chín tỷ"));
    }
}
