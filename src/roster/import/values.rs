//! Values of cells: births, terms, days, decisions, as lists write them.

use chrono::{Months, NaiveDate};

use super::grid::text_of;
use crate::exchange::Cell;
use crate::text;

/// A birth as far as the cell tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Birth {
    /// Year.
    pub year: Option<i32>,
    /// Whole date.
    pub date: Option<NaiveDate>,
}

/// Reads a birth; `None` when the cell holds something else.
pub fn birth(cell: &Cell) -> Option<Birth> {
    let of_date = |date: NaiveDate| Birth { year: Some(year_of(date)), date: Some(date) };
    match cell {
        Cell::Empty => None,
        Cell::Moment(moment) => plausible(moment.date()).map(of_date),
        Cell::Number(number) => {
            let whole = *number as i32;
            if birth_year(whole) {
                Some(Birth { year: Some(whole), date: None })
            } else {
                serial_day(*number).and_then(plausible).map(of_date)
            }
        }
        Cell::Text(text) => birth_in_text(text, of_date),
    }
}

fn birth_in_text(text: &str, of_date: impl Fn(NaiveDate) -> Birth) -> Option<Birth> {
    if let Some(date) = day(text).and_then(plausible) {
        return Some(of_date(date));
    }
    // "tháng 10/1975", "00/00/1975", "1975": only the year is sure.
    let year = numbers(text).into_iter().find(|&number| birth_year(number))?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (digits <= 8).then_some(Birth { year: Some(year), date: None })
}

fn birth_year(year: i32) -> bool {
    (1920..=2015).contains(&year)
}

fn plausible(date: NaiveDate) -> Option<NaiveDate> {
    birth_year(year_of(date)).then_some(date)
}

fn year_of(date: NaiveDate) -> i32 {
    chrono::Datelike::year(&date)
}

/// A day that Excel kept as a number because the cell was not formatted as a date.
fn serial_day(number: f64) -> Option<NaiveDate> {
    if !(1.0..100_000.0).contains(&number) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(number as u64))
}

/// All numbers of a text.
fn numbers(text: &str) -> Vec<i32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// A day: 05/11/2026, 5.11.2026, 05-11-2026, 2026-11-05, ngày 5 tháng 11 năm 2026, 5/11/78.
pub fn day(text: &str) -> Option<NaiveDate> {
    let parts = numbers(text);
    let &[first, month, last] = parts.as_slice() else {
        return None;
    };
    let (day, year) = if first > 31 { (last, first) } else { (first, last) };
    let year = if (30..=99).contains(&year) { 1900 + year } else { year };
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
        .filter(|date| (1900..2200).contains(&year_of(*date)))
}

/// A day of a cell.
pub fn day_of(cell: &Cell) -> Option<NaiveDate> {
    match cell {
        Cell::Moment(moment) => Some(moment.date()),
        Cell::Text(text) => day(text),
        _ => None,
    }
}

/// A term as far as the text tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// As it is kept: `2026-2030`, or the source's words.
    pub text: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Contract in months.
    pub months: Option<i64>,
}

/// Reads a term: "Nhiệm kỳ 2026 - 2030", "01/04/2026 - 31/03/2028", "24 tháng từ 01/04/2026".
pub fn term(written: &str) -> Term {
    let written = written.trim();
    let mut term = Term { text: written.to_owned(), ..Term::default() };
    let years = years_of_term(written);
    if let Some((from, to)) = years {
        term.text = format!("{from}-{to}");
        (term.from, term.to) = (first_of_year(from), last_of_year(to));
        return term;
    }
    let folded = text::fold(written);
    if let Some(at) = folded.find("thang") {
        term.months =
            numbers(&folded[..at]).last().copied().map(i64::from).filter(|months| (1..=120).contains(months));
    }
    let days: Vec<NaiveDate> = written
        .split(|c: char| c.is_whitespace() || matches!(c, '–' | ';' | ',' | '(' | ')'))
        .filter_map(day)
        .collect();
    term.from = days.first().copied();
    term.to = days.get(1).copied().or_else(|| end_of_contract(term.from?, term.months?));
    term
}

/// Last day of a contract.
pub fn end_of_contract(from: NaiveDate, months: i64) -> Option<NaiveDate> {
    from.checked_add_months(Months::new(u32::try_from(months).ok()?))?.pred_opt()
}

/// The years of "2026-2030", "2026 – 2030", with nothing but words around.
fn years_of_term(text: &str) -> Option<(i32, i32)> {
    let all = numbers(text);
    let &[from, to] = all.as_slice() else { return None };
    let year = |year: i32| (1990..=2100).contains(&year);
    (year(from) && year(to) && from <= to && to - from <= 15).then_some((from, to))
}

/// 1 January.
pub fn first_of_year(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)
}

/// 31 December.
pub fn last_of_year(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}

/// First or last day of a term whose begin or end stands in a column of its own, as a year or a day.
pub fn term_edge(cell: &Cell, end: bool) -> Option<NaiveDate> {
    if let Some(day) = day_of(cell) {
        return Some(day);
    }
    let year = text_of(cell).parse().ok().filter(|year| (1990..=2100).contains(year))?;
    if end { last_of_year(year) } else { first_of_year(year) }
}

/// What the title over a list tells of everybody in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// Term of everybody.
    pub term: Option<Term>,
    /// Number of the decision the list belongs to.
    pub decision_number: String,
    /// Its date.
    pub decision_date: Option<NaiveDate>,
    /// The one unit the title names.
    pub unit: String,
}

/// Reads the title lines over a list.
pub fn title(lines: &[String]) -> Title {
    let mut title = Title::default();
    for line in lines {
        let folded = text::fold(line);
        if title.term.is_none() && folded.contains("nhiem ky") {
            let after = folded.find("nhiem ky").and_then(|at| folded.get(at..)).unwrap_or_default();
            let years: Vec<String> = numbers(after)
                .into_iter()
                .filter(|n| (1990..=2100).contains(n))
                .take(2)
                .map(|n| n.to_string())
                .collect();
            title.term = (years.len() == 2).then(|| term(&years.join("-")));
        }
        if title.decision_number.is_empty() && folded.contains("quyet dinh so") {
            let words: Vec<&str> = line.split_whitespace().collect();
            let at = words.iter().position(|word| text::fold(word) == "so");
            let number = at.and_then(|at| words.get(at + 1)).copied().unwrap_or_default();
            number.trim_matches([',', ';', ')']).clone_into(&mut title.decision_number);
            title.decision_date = date_in_words(&folded);
        }
        if title.unit.is_empty() {
            title.unit = unit_in_title(line);
        }
    }
    if title.term.is_none() {
        title.term = lines.iter().find_map(|line| year_of_list(line));
    }
    title
}

/// "Danh sách … năm 2018" is the list of a year; when it ends for a person the list does not say.
fn year_of_list(line: &str) -> Option<Term> {
    let folded = text::fold(line);
    let (before, year) = folded.trim_end_matches(['.', ')', ' ']).rsplit_once("nam ")?;
    let is_year = year.len() == 4 && numbers(year).iter().any(|year| (1990..=2100).contains(year));
    let is_list = folded.contains("danh sach") && !before.contains("thang") && before.ends_with([' ', '(']);
    (is_list && is_year).then(|| Term { text: year.to_owned(), ..Term::default() })
}

/// "ngay 16 thang 3 nam 2026" in a folded line.
pub fn date_in_words(folded: &str) -> Option<NaiveDate> {
    let after = &folded[folded.find("ngay")?..];
    day(&numbers(after).into_iter().take(3).map(|n| n.to_string()).collect::<Vec<_>>().join("/"))
}

/// "DANH SÁCH CỘNG TÁC VIÊN PHƯỜNG HÒA LẠC TÂY NHIỆM KỲ …" names a commune; what follows it is cut off.
fn unit_in_title(line: &str) -> String {
    const ENDS: &[&str] =
        &["nhiem", "nam", "thang", "quy", "giai", "kem", "theo", "tinh", "huyen", "va", "den", "tu"];
    let words: Vec<&str> = line.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| text::fold(word)).collect();
    let at = (0..words.len()).find(|&at| {
        let next = folded.get(at + 1).map_or("", String::as_str);
        match folded[at].as_str() {
            // "dư luận xã hội" holds the word too.
            "xa" => next != "hoi" && !next.is_empty(),
            "phuong" | "dac" => next != "phap" && (folded[at] == "phuong" || next == "khu"),
            _ => false,
        }
    });
    let Some(at) = at else { return String::new() };
    let length = words[at + 1..]
        .iter()
        .zip(&folded[at + 1..])
        .take_while(|(word, folded)| {
            !ENDS.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))
                && word.chars().next().is_some_and(|c| c.is_uppercase() || folded.as_str() == "khu")
        })
        .count();
    if length == 0 {
        String::new()
    } else {
        words[at..=at + length].join(" ").trim_matches([',', '.', '(', ')']).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn text_cell(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn births_as_lists_write_them() {
        for written in ["28/06/1978", "28.6.1978", "28-06-1978", "1978-06-28"] {
            assert_eq!(
                birth(&text_cell(written)),
                Some(Birth { year: Some(1978), date: Some(date("1978-06-28")) }),
                "{written}"
            );
        }
        for cell in
            [text_cell("1978"), Cell::Number(1978.0), text_cell("tháng 10/1978"), text_cell("00/00/1978")]
        {
            assert_eq!(birth(&cell), Some(Birth { year: Some(1978), date: None }), "{cell:?}");
        }
        assert_eq!(birth(&Cell::Number(32501.0)).unwrap().date, Some(date("1988-12-24")));
        assert_eq!(birth(&text_cell("5/11/78")).unwrap().date, Some(date("1978-11-05")));
        for cell in [text_cell("x"), text_cell("0912345678"), Cell::Number(36.0), Cell::Empty] {
            assert_eq!(birth(&cell), None, "{cell:?}");
        }
    }

    #[test]
    fn terms_as_lists_write_them() {
        for written in ["2026-2030", "2026 - 2030", "Nhiệm kỳ 2026-2030", "NK 2026–2030"] {
            let term = term(written);
            assert_eq!(term.text, "2026-2030", "{written}");
            assert_eq!((term.from, term.to), (Some(date("2026-01-01")), Some(date("2030-12-31"))));
        }
        let contract = term("24 tháng từ 01/04/2026");
        assert_eq!((contract.months, contract.to), (Some(24), Some(date("2028-03-31"))));
        let days = term("01/04/2026 - 31/03/2028");
        assert_eq!((days.from, days.to), (Some(date("2026-04-01")), Some(date("2028-03-31"))));
        assert_eq!(term("dài hạn").to, None);
    }

    #[test]
    fn the_title_tells_of_everybody() {
        let lines = [
            "DANH SÁCH CTV DƯ LUẬN XÃ HỘI PHƯỜNG HÒA LẠC TÂY NHIỆM KỲ 2026 - 2030",
            "(Kèm theo Quyết định số 112-QĐ/BTGDVTU, ngày 16 tháng 3 năm 2026)",
        ]
        .map(str::to_owned);
        let title = title(&lines);
        assert_eq!(title.term.unwrap().text, "2026-2030");
        assert_eq!(title.decision_number, "112-QĐ/BTGDVTU");
        assert_eq!(title.decision_date, Some(date("2026-03-16")));
        assert_eq!(title.unit, "PHƯỜNG HÒA LẠC TÂY");
        assert_eq!(unit_in_title("Danh sách đội ngũ CTV dư luận xã hội cụm số 2"), "");
        assert_eq!(unit_in_title("Danh sách CTV xã Lộc An năm 2026"), "xã Lộc An");
    }
}
