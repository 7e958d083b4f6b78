//! Where a line of the head or the title that is too long breaks: into lines about equally long, and best before the name of a
//! body or place, so that `TỈNH ỦY NAM SƠN` is not torn.

use super::metrics::width;

/// First words of what should begin a line.
const BEGINS: [&str; 16] = [
    "tỉnh",
    "thành",
    "đảng",
    "huyện",
    "quận",
    "thị",
    "xã",
    "phường",
    "đặc",
    "ban",
    "hội",
    "mặt",
    "sở",
    "dân",
    "về",
    "và",
];

/// The text with line breaks for a column of `room` millimetres; as it is when it fits, or when one word alone is too wide.
pub fn broken(text: &str, size: f32, bold: bool, room: f32) -> String {
    broken_by(text, room, |text| width(text, size, bold))
}

/// As [`broken`], for any measure of a text.
pub fn broken_by(text: &str, room: f32, measure: impl Fn(&str) -> f32) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let wide = |from: usize, to: usize| measure(&words[from..to].join(" "));
    if wide(0, words.len()) <= room || words.iter().any(|word| measure(word) > room) {
        return text.to_owned();
    }
    let lines = fewest(&words, room, wide);
    let even = wide(0, words.len()) / lines as f32;
    // The best way to put the words from each one on into so many lines: how bad it is, and where the next line begins.
    let mut best = vec![vec![(f32::INFINITY, 0); words.len() + 1]; lines + 1];
    best[0][words.len()] = (0.0, words.len());
    for count in 1..=lines {
        for from in 0..words.len() {
            for next in from + 1..=words.len() {
                let here = wide(from, next);
                if here > room {
                    break;
                }
                let torn = if next == words.len() || begins(words[next]) { 0.0 } else { room / 3.0 };
                let bad = (here - even).powi(2) + torn.powi(2) + best[count - 1][next].0;
                if bad < best[count][from].0 {
                    best[count][from] = (bad, next);
                }
            }
        }
    }
    let mut from = 0;
    let mut out = Vec::with_capacity(lines);
    for count in (1..=lines).rev() {
        let next = best[count][from].1;
        out.push(words[from..next].join(" "));
        from = next;
    }
    out.join("\n")
}

/// Lines the words need when each takes as many as it can.
fn fewest(words: &[&str], room: f32, wide: impl Fn(usize, usize) -> f32) -> usize {
    let mut lines = 1;
    let mut from = 0;
    for to in 1..=words.len() {
        if wide(from, to) > room {
            lines += 1;
            from = to - 1;
        }
    }
    lines
}

fn begins(word: &str) -> bool {
    let word = word.to_lowercase();
    BEGINS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_bodies_stay_whole_and_no_word_stands_alone() {
        for (text, bold, lines) in [
            ("THÀNH ỦY NAM SƠN", false, "THÀNH ỦY NAM SƠN"),
            ("BAN THƯỜNG VỤ TỈNH ỦY NAM SƠN", false, "BAN THƯỜNG VỤ\nTỈNH ỦY NAM SƠN"),
            ("BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY NAM SƠN", true, "BAN TUYÊN GIÁO VÀ\nDÂN VẬN TỈNH ỦY NAM SƠN"),
            ("ỦYBANMẶTTRẬNTỔQUỐCVIỆTNAMTỈNH NAM SƠN", true, "ỦYBANMẶTTRẬNTỔQUỐCVIỆTNAMTỈNH NAM SƠN"),
        ] {
            assert_eq!(broken(text, 13.0, bold, 70.0), lines);
        }
    }

    proptest! {
        #[test]
        fn every_line_fits_and_no_word_is_lost(text in "(BAN|TỈNH|VỤ|CÔNG|TÁC|DƯ|LUẬN|, ){1,40}( (ĐẢNG|ỦY|XÃ|HẠ)){0,30}", room in 60.0_f32..165.0) {
            let text = text.trim();
            let lines = broken(text, 13.0, true, room);
            prop_assert_eq!(lines.replace('\n', " "), text);
            let too_wide = text.split(' ').any(|word| width(word, 13.0, true) > room);
            if !too_wide {
                for line in lines.split('\n') {
                    prop_assert!(width(line, 13.0, true) <= room, "{}", line);
                }
            }
        }
    }
}
