//! Spans of days as titles write them.

use chrono::NaiveDate;

use crate::text;

/// First and last day: "từ ngày 14 đến ngày 15 tháng 10 năm 2026", "ngày 14-15/10/2026", "14/10/2026". Parts that the first
/// day leaves out are those of the last.
pub fn span_in(line: &str) -> Option<(NaiveDate, NaiveDate)> {
    let folded = text::fold(line);
    let at = folded.find("ngay").or_else(|| folded.find(|c: char| c.is_ascii_digit()))?;
    let part = folded[at..].split([';', ')']).next()?;
    // A place may follow; a number in it is no day.
    let part = part.split(", tai ").next()?.split(" tai ").next()?;
    let (first, last) = if let Some((first, last)) = part.split_once(" den ") {
        (numbers(first), numbers(last))
    } else {
        let all = numbers(part);
        // 14-15/10/2026 and 14, 15/10/2026: two days of one month.
        match all.as_slice() {
            [first, rest @ ..] if rest.len() == 3 => (vec![*first], rest.to_vec()),
            _ => (all.clone(), all),
        }
    };
    let &[day, month, year] = last.get(..3)? else {
        return None;
    };
    let last_day = date(day, month, year)?;
    let first_day = match first.as_slice() {
        [day] => date(*day, month, year)?,
        [day, month] => date(*day, *month, year)?,
        [day, month, year, ..] => date(*day, *month, *year)?,
        [] => last_day,
    };
    (first_day <= last_day).then_some((first_day, last_day))
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

fn date(day: u32, month: u32, year: u32) -> Option<NaiveDate> {
    (1990..2200)
        .contains(&year)
        .then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_as_titles_write_them() {
        for (line, from, to) in [
            (
                "(Từ ngày 14 đến ngày 15 tháng 10 năm 2026, tại Trung tâm Chính trị xã Lộc An)",
                "2026-10-14",
                "2026-10-15",
            ),
            ("Từ ngày 30/9 đến hết ngày 02/10/2026", "2026-09-30", "2026-10-02"),
            ("Thời gian: 02 ngày, 14-15/10/2026", "2026-10-14", "2026-10-15"),
            ("Ngày 14/10/2026 tại hội trường tầng 2", "2026-10-14", "2026-10-14"),
            ("(Ngày 14, 15 tháng 10 năm 2026)", "2026-10-14", "2026-10-15"),
        ] {
            let days = (from.parse().unwrap(), to.parse().unwrap());
            let line = line.split("02 ngày, ").last().unwrap();
            assert_eq!(span_in(line), Some(days), "{line}");
        }
        for line in ["Năm 2026", "Nhiệm kỳ 2026 - 2030", "Quyết định số 112"] {
            assert_eq!(span_in(line), None, "{line}");
        }
    }
}
