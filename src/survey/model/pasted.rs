//! A question typed or pasted as lines: the question, then an answer and its number on each line.

use super::{Answer, Question};

/// What lines say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Lines without a number in front of the answers: the question.
    pub body: String,
    /// Answers with their numbers.
    pub answers: Vec<Answer>,
    /// Lines after the first answer that hold no number.
    pub without: Vec<String>,
}

/// Reads lines. The number stands at the end, behind a tab, blanks, a colon or a dash; a share behind it is left out, because it
/// is counted anew.
pub fn pasted(text: &str) -> Pasted {
    let mut read = Pasted::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match answer(line) {
            Some(answer) => read.answers.push(answer),
            None if read.answers.is_empty() => {
                if !read.body.is_empty() {
                    read.body.push(' ');
                }
                read.body.push_str(line);
            }
            None => read.without.push(line.to_owned()),
        }
    }
    read
}

fn answer(line: &str) -> Option<Answer> {
    let mut rest = line;
    // At most a share, its sign alone, and the number.
    for _ in 0..3 {
        let start = rest.rfind([' ', '\t', ':', '\u{a0}']).map_or(0, |at| at + 1);
        let token = rest.get(start..)?.trim_matches(['(', ')', ',', ';']);
        let before = rest.get(..start)?.trim_end();
        let label = before.trim_end_matches([':', '-', '–', '=', '…', ' ', '\t', '(']);
        let label = if label.ends_with("...") { label.trim_end_matches(['.', ' ']) } else { label };
        if let Some(answers) = count(token) {
            let label = label.trim_start_matches(['-', '•', '+']).trim();
            return (!label.is_empty()).then(|| Answer { id: None, label: label.to_owned(), answers });
        }
        let share = token == "%" || token.ends_with('%') || is_fraction(token);
        if !share {
            return None;
        }
        rest = before;
    }
    None
}

/// A whole number, its thousands grouped or not.
fn count(token: &str) -> Option<i64> {
    let mut groups = token.split('.');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
    let digits: String = token.chars().filter(|letter| *letter != '.').collect();
    let whole = grouped && digits.len() <= 9 && digits.bytes().all(|digit| digit.is_ascii_digit());
    whole.then(|| digits.parse().ok()).flatten()
}

/// `62,5` or `62.5` in a column of shares.
fn is_fraction(token: &str) -> bool {
    let parts: Vec<&str> = token.split([',', '.']).collect();
    parts.len() == 2
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit()))
        && parts[1].len() <= 2
}

/// The answers of a question as lines that are read back the same.
pub fn written(question: &Question) -> String {
    let lines = question.answers.iter().map(|answer| format!("{}: {}", answer.label, answer.answers));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(text: &str) -> Vec<(String, i64)> {
        pasted(text).answers.into_iter().map(|answer| (answer.label, answer.answers)).collect()
    }

    #[test]
    fn a_question_is_read_as_it_is_pasted() {
        let read =
            pasted("Ông/bà hài lòng ra sao với\nbộ phận một cửa?\n\nRất hài lòng\t250\nHài lòng\t1.100\n");
        assert_eq!(read.body, "Ông/bà hài lòng ra sao với bộ phận một cửa?");
        assert_eq!(read.answers.len(), 2);
        assert_eq!(read.answers[1].answers, 1100);
        for (line, label, number) in [
            ("- Có: 12", "Có", 12),
            ("Từ 18 đến 30 tuổi   45", "Từ 18 đến 30 tuổi", 45),
            ("Hài lòng\t250\t62,5%", "Hài lòng", 250),
            ("Hài lòng 250 62,5 %", "Hài lòng", 250),
            ("Hài lòng (250)", "Hài lòng", 250),
            ("Hài lòng – 250", "Hài lòng", 250),
            ("Hài lòng\t250\t62.5", "Hài lòng", 250),
            ("Hài lòng ........ 250", "Hài lòng", 250),
            ("Trên 5.000.000 đồng: 7", "Trên 5.000.000 đồng", 7),
        ] {
            assert_eq!(answers(line), [(label.to_owned(), number)], "{line}");
        }
    }

    #[test]
    fn lines_without_a_number_are_told() {
        let read = pasted("Câu hỏi\nCó 3\nKhông rõ\n62,5%\n12");
        assert_eq!(read.answers.len(), 1);
        assert_eq!(read.without, ["Không rõ", "62,5%", "12"]);
    }

    #[test]
    fn written_answers_are_read_back_the_same() {
        let labels = ["Có", "Từ 18 đến 30", "Ý kiến khác: ghi rõ", "50% trở lên", "A – B", "Mục 1."];
        let answers = labels.iter().enumerate().map(|(at, label)| Answer {
            id: None,
            label: (*label).to_owned(),
            answers: at as i64 * 1000,
        });
        let question = Question { answers: answers.collect(), ..Question::default() };
        assert_eq!(pasted(&written(&question)).answers, question.answers);
    }
}
