//! Days and periods as people type them.
//!
//! Days: `20/11`, `20/11/2026`, `2026-11-20`, `ngày 20 tháng 11 năm 2026`, `hôm qua`, `-7n` (7 days ago),
//! `thứ hai` (the last one, today included), `thứ hai tuần sau`. Periods:
//! `2026-10`, `2026-Q3`, `2026-H1`, `2026`, `2026-W41`, `2026-11-12..2026-11-18`, `tháng 10/2026`, `quý 3`, `6 tháng đầu
//! năm`, `tuần này`. Marks are optional, English words work as well. What is left out is taken from today.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::fold;

/// What kind of stretch of days a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// One day.
    Day,
    /// Monday to Sunday, numbered as in ISO 8601.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// The first or second six months.
    HalfYear,
    /// A year.
    Year,
    /// Any other days.
    Custom,
}

/// A stretch of days, both ends in it. `from` is never after `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Kind.
    pub kind: PeriodKind,
}

/// Why typed text is no day or period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateProblem {
    /// Not in any form that is known.
    #[error("no known form of a date")]
    Form,
    /// A day, week or month that does not exist, or not between 1900 and 2199.
    #[error("no such day")]
    NoSuchDay,
    /// The first day is after the last.
    #[error("ends before it begins")]
    Reversed,
}

impl Period {
    /// One day.
    pub fn day(day: NaiveDate) -> Self {
        Period { from: day, to: day, kind: PeriodKind::Day }
    }

    /// The period of a kind that a day lies in; for [`PeriodKind::Custom`] the day alone.
    pub fn of(kind: PeriodKind, day: NaiveDate) -> Self {
        let (year, month) = (day.year(), day.month());
        let found = match kind {
            PeriodKind::Day => None,
            PeriodKind::Week => week(day.iso_week().year(), day.iso_week().week()),
            PeriodKind::Month => months(year, month, 1, kind),
            PeriodKind::Quarter => months(year, (month - 1) / 3 * 3 + 1, 3, kind),
            PeriodKind::HalfYear => months(year, (month - 1) / 6 * 6 + 1, 6, kind),
            PeriodKind::Year => months(year, 1, 12, kind),
            PeriodKind::Custom => Some(Period { from: day, to: day, kind }),
        };
        found.unwrap_or(Period::day(day))
    }

    /// The period just before: the month before a month, as many days before any other days.
    #[must_use]
    pub fn previous(self) -> Self {
        let Some(day) = self.from.pred_opt() else {
            return self;
        };
        match self.kind {
            PeriodKind::Custom => {
                let days = (self.to - self.from).num_days().unsigned_abs();
                Period {
                    from: day.checked_sub_days(Days::new(days)).unwrap_or(day),
                    to: day,
                    kind: self.kind,
                }
            }
            kind => Period::of(kind, day),
        }
    }

    /// The period just after.
    #[must_use]
    pub fn next(self) -> Self {
        let Some(day) = self.to.succ_opt() else {
            return self;
        };
        match self.kind {
            PeriodKind::Custom => {
                let days = (self.to - self.from).num_days().unsigned_abs();
                Period {
                    from: day,
                    to: day.checked_add_days(Days::new(days)).unwrap_or(day),
                    kind: self.kind,
                }
            }
            kind => Period::of(kind, day),
        }
    }

    /// True when the day lies in the period.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The form of the command line: `2026-10`, `2026-Q3`, `2026-H1`, `2026`, `2026-W41`, `2026-11-12..2026-11-18`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (year, month) = (self.from.year(), self.from.month());
        match self.kind {
            PeriodKind::Day => write!(f, "{}", self.from),
            PeriodKind::Week => {
                let week = self.from.iso_week();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            PeriodKind::Month => write!(f, "{year:04}-{month:02}"),
            PeriodKind::Quarter => write!(f, "{year:04}-Q{}", (month - 1) / 3 + 1),
            PeriodKind::HalfYear => write!(f, "{year:04}-H{}", (month - 1) / 6 + 1),
            PeriodKind::Year => write!(f, "{year:04}"),
            PeriodKind::Custom => write!(f, "{}..{}", self.from, self.to),
        }
    }
}

/// Reads a day.
///
/// # Errors
/// [`DateProblem`] when the text is no day.
pub fn parse_day(text: &str, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    day(&tokens(text), today)
}

/// Reads a period; a day is a period of one day.
///
/// # Errors
/// [`DateProblem`] when the text is no period.
pub fn parse_period(text: &str, today: NaiveDate) -> Result<Period, DateProblem> {
    if let Some((from, to)) = text.split_once("..") {
        return between(period(&tokens(from), today)?.from, period(&tokens(to), today)?.to);
    }
    let tokens = tokens(text);
    match period(&tokens, today) {
        Err(DateProblem::Form) => range(&tokens, today),
        answer => answer,
    }
}

fn between(from: NaiveDate, to: NaiveDate) -> Result<Period, DateProblem> {
    if from > to { Err(DateProblem::Reversed) } else { Ok(Period { from, to, kind: PeriodKind::Custom }) }
}

/// A piece of typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// Value and count of digits.
    Number(u32, usize),
    /// Letters, folded.
    Word(String),
    /// Any other sign but blanks and commas.
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token> {
    let folded = fold(text);
    let mut tokens = Vec::new();
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            tokens.push(Token::Number(rest[..length].parse().unwrap_or(u32::MAX), length));
            length
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            tokens.push(Token::Word(rest[..length].to_owned()));
            length
        } else {
            if !first.is_whitespace() && first != ',' {
                tokens.push(Token::Sign(if matches!(first, '–' | '—' | '−') { '-' } else { first }));
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

use Token::{Number as N, Sign as S, Word as W};

fn day(tokens: &[Token], today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    match tokens {
        [N(y, 4), S('-' | '/' | '.'), N(m, 1..=2), S('-' | '/' | '.'), N(d, 1..=2)] => date(*y, *m, *d),
        [N(d, 1..=2), S('-' | '/' | '.'), N(m, 1..=2), S('-' | '/' | '.'), N(y, 2 | 4)] => {
            date(full_year(*y), *m, *d)
        }
        [N(d, 1..=2), S('-' | '/' | '.'), N(m, 1..=2)] => date(today.year() as u32, *m, *d),
        [S(sign @ ('-' | '+')), N(n, _), W(unit)] => shifted(today, *sign == '-', *n, unit),
        [N(n, _), W(unit), W(ago)] if matches!(ago.as_str(), "truoc" | "ago") => {
            shifted(today, true, *n, unit)
        }
        [W(day), rest @ ..] if day == "ngay" && matches!(rest.first(), Some(N(..))) => self::day(rest, today),
        [N(d, 1..=2), W(month), N(m, 1..=2), rest @ ..] if month == "thang" => {
            date(year_after(rest, today).ok_or(DateProblem::Form)?, *m, *d)
        }
        _ if weekday(tokens).is_some() => on_weekday(tokens, today),
        _ => match words(tokens).as_str() {
            "homnay" | "nay" | "today" => Ok(today),
            "homqua" | "qua" | "yesterday" => today.pred_opt().ok_or(DateProblem::NoSuchDay),
            "homkia" => today.checked_sub_days(Days::new(2)).ok_or(DateProblem::NoSuchDay),
            "ngaymai" | "mai" | "tomorrow" => today.succ_opt().ok_or(DateProblem::NoSuchDay),
            _ => Err(DateProblem::Form),
        },
    }
}

/// A day of the week at the front, counted from Monday = 0, and how many tokens it takes: `thứ hai`, `thứ 2`, `t2`, `chủ
/// nhật`, `cn`, `monday`.
fn weekday(tokens: &[Token]) -> Option<(i64, usize)> {
    match tokens {
        [W(word), N(n @ 2..=7, 1), ..] if matches!(word.as_str(), "thu" | "t") => {
            Some((i64::from(*n) - 2, 2))
        }
        [W(sunday), W(rest), ..] if sunday == "chu" && rest == "nhat" => Some((6, 2)),
        [W(word), W(number), ..] if word == "thu" => {
            let numbers = ["hai", "ba", "tu", "nam", "sau", "bay"];
            Some((numbers.iter().position(|known| known == number)? as i64, 2))
        }
        [W(word), ..] if matches!(word.as_str(), "cn" | "chunhat") => Some((6, 1)),
        [W(word), ..] => {
            let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
            Some((names.iter().position(|known| known == word)? as i64, 1))
        }
        _ => None,
    }
}

/// `thứ hai` is the last one, today included; `tuần này`, `tuần trước`, `tuần sau`, `tới` say which.
fn on_weekday(tokens: &[Token], today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    let (weekday, taken) = weekday(tokens).ok_or(DateProblem::Form)?;
    let today_is = i64::from(today.weekday().num_days_from_monday());
    let days = match words(&tokens[taken..]).as_str() {
        "" if tokens.len() == taken => -(today_is - weekday).rem_euclid(7),
        "tuannay" => weekday - today_is,
        "tuantruoc" | "tuanqua" | "truoc" => weekday - today_is - 7,
        "tuansau" | "tuantoi" => weekday - today_is + 7,
        "toi" | "sau" | "next" => (weekday - today_is - 1).rem_euclid(7) + 1,
        _ => return Err(DateProblem::Form),
    };
    today.checked_add_signed(chrono::TimeDelta::days(days)).ok_or(DateProblem::NoSuchDay)
}

/// The words of tokens that are words only, written together: `hômnay` is as good as `hôm nay`. Empty otherwise.
fn words(tokens: &[Token]) -> String {
    let words: Option<Vec<&str>> =
        tokens.iter().map(|token| if let W(word) = token { Some(word.as_str()) } else { None }).collect();
    words.map(|words| words.concat()).unwrap_or_default()
}

/// The year of `/2026`, `-2026`, `năm 2026`, `2026`, `năm nay`; this year for nothing.
fn year_after(tokens: &[Token], today: NaiveDate) -> Option<u32> {
    match tokens {
        [] => Some(today.year() as u32),
        [S('/' | '-' | '.'), N(y, 2 | 4)] | [N(y, 4)] => Some(full_year(*y)),
        [W(year), N(y, 4)] if year == "nam" => Some(*y),
        [W(year), W(which)] if year == "nam" => relative_year(which, today),
        _ => None,
    }
}

fn relative_year(which: &str, today: NaiveDate) -> Option<u32> {
    let year = today.year() as u32;
    match which {
        "nay" => Some(year),
        "ngoai" | "truoc" | "qua" => Some(year - 1),
        "sau" | "toi" => Some(year + 1),
        _ => None,
    }
}

fn full_year(year: u32) -> u32 {
    if year < 100 { 2000 + year } else { year }
}

fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateProblem> {
    NaiveDate::from_ymd_opt(known_year(year)?, month, day).ok_or(DateProblem::NoSuchDay)
}

fn known_year(year: u32) -> Result<i32, DateProblem> {
    if (1900..2200).contains(&year) { Ok(year as i32) } else { Err(DateProblem::NoSuchDay) }
}

fn shifted(today: NaiveDate, back: bool, n: u32, unit: &str) -> Result<NaiveDate, DateProblem> {
    let days = |n: u32| Days::new(u64::from(n));
    let shifted = match unit {
        "n" | "ngay" | "d" | "day" | "days" if back => today.checked_sub_days(days(n)),
        "n" | "ngay" | "d" | "day" | "days" => today.checked_add_days(days(n)),
        "t" | "tuan" | "w" | "week" | "weeks" if back => today.checked_sub_days(days(n.saturating_mul(7))),
        "t" | "tuan" | "w" | "week" | "weeks" => today.checked_add_days(days(n.saturating_mul(7))),
        "th" | "thang" | "m" | "month" | "months" if back => today.checked_sub_months(Months::new(n)),
        "th" | "thang" | "m" | "month" | "months" => today.checked_add_months(Months::new(n)),
        "nam" | "y" | "year" | "years" if back => today.checked_sub_months(Months::new(n.saturating_mul(12))),
        "nam" | "y" | "year" | "years" => today.checked_add_months(Months::new(n.saturating_mul(12))),
        _ => return Err(DateProblem::Form),
    };
    let shifted = shifted.ok_or(DateProblem::NoSuchDay)?;
    known_year(shifted.year().unsigned_abs()).map(|_| shifted)
}

fn period(tokens: &[Token], today: NaiveDate) -> Result<Period, DateProblem> {
    let made = match tokens {
        [N(y, 4)] => months_of(*y, 1, 12, PeriodKind::Year)?,
        [W(year), N(y, 4)] if matches!(year.as_str(), "nam" | "year") => {
            months_of(*y, 1, 12, PeriodKind::Year)?
        }
        [N(y, 4), S('-' | '/'), N(m, 1..=2)] | [N(m, 1..=2), S('-' | '/' | '.'), N(y, 4)] => {
            months_of(*y, *m, 1, PeriodKind::Month)?
        }
        [N(y, 4), S('-' | '/'), W(letter), N(n, 1..=2)] => lettered(letter, *y, *n)?,
        [W(letter), N(n, 1..=2), rest @ ..] if matches!(letter.as_str(), "q" | "h" | "w" | "t") => {
            lettered(letter, year_after(rest, today).ok_or(DateProblem::Form)?, *n)?
        }
        [W(name), N(n, 1..=2), rest @ ..] => named(name, *n, rest, today)?,
        [W(name), W(roman), rest @ ..] if name == "quy" && quarter_of(roman).is_some() => {
            named(name, quarter_of(roman).unwrap_or(1), rest, today)?
        }
        [N(6, _), W(month), rest @ ..] if month == "thang" => half(rest, today)?,
        [W(six), W(month), rest @ ..] if six == "sau" && month == "thang" => half(rest, today)?,
        [W(half), rest @ ..] if half == "nua" => self::half(rest, today)?,
        [N(n, _), W(unit), W(past)] if matches!(past.as_str(), "qua" | "gan") => {
            let from = shifted(today, true, *n, unit)?;
            return between(from.succ_opt().unwrap_or(from).min(today), today);
        }
        _ => relative(&words(tokens), today).map_or_else(|| day(tokens, today).map(Period::day), Ok)?,
    };
    Ok(made)
}

/// `tháng 10`, `quý 3`, `tuần 41`, with or without a year.
fn named(name: &str, n: u32, rest: &[Token], today: NaiveDate) -> Result<Period, DateProblem> {
    let year = || year_after(rest, today).ok_or(DateProblem::Form);
    match name {
        "thang" | "thg" | "th" | "month" => months_of(year()?, n, 1, PeriodKind::Month),
        "quy" | "quarter" => lettered("q", year()?, n),
        "tuan" | "week" => lettered("w", year()?, n),
        "ngay" => {
            let mut tokens = vec![N(n, 2)];
            tokens.extend_from_slice(rest);
            day(&tokens, today).map(Period::day)
        }
        _ => Err(DateProblem::Form),
    }
}

/// `Q3`, `H1`, `W41`, `T10`.
fn lettered(letter: &str, year: u32, n: u32) -> Result<Period, DateProblem> {
    match (letter, n) {
        ("q", 1..=4) => months_of(year, n * 3 - 2, 3, PeriodKind::Quarter),
        ("h", 1..=2) => months_of(year, n * 6 - 5, 6, PeriodKind::HalfYear),
        ("w", _) => week(known_year(year)?, n).ok_or(DateProblem::NoSuchDay),
        ("t" | "m", _) => months_of(year, n, 1, PeriodKind::Month),
        ("q" | "h", _) => Err(DateProblem::NoSuchDay),
        _ => Err(DateProblem::Form),
    }
}

fn quarter_of(roman: &str) -> Option<u32> {
    match roman {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// `đầu năm`, `cuối năm 2026` after `6 tháng` or `nửa`.
fn half(rest: &[Token], today: NaiveDate) -> Result<Period, DateProblem> {
    let [W(which), after @ ..] = rest else {
        return Err(DateProblem::Form);
    };
    let after = match after {
        [W(year)] if year == "nam" => &[],
        other => other,
    };
    let year = year_after(after, today).ok_or(DateProblem::Form)?;
    match which.as_str() {
        "dau" => lettered("h", year, 1),
        "cuoi" | "sau" => lettered("h", year, 2),
        _ => Err(DateProblem::Form),
    }
}

/// `tuần này`, `tháng trước`, `năm ngoái`, `this month`, `last year`; words written together.
fn relative(words: &str, today: NaiveDate) -> Option<Period> {
    const UNITS: [(&str, &str, PeriodKind); 4] = [
        ("tuan", "week", PeriodKind::Week),
        ("thang", "month", PeriodKind::Month),
        ("quy", "quarter", PeriodKind::Quarter),
        ("nam", "year", PeriodKind::Year),
    ];
    UNITS.iter().find_map(|(vietnamese, english, kind)| {
        let current = Period::of(*kind, today);
        match words.strip_prefix(vietnamese).or_else(|| words.strip_suffix(english))? {
            "nay" | "this" => Some(current),
            "truoc" | "qua" | "ngoai" | "roi" | "last" => Some(current.previous()),
            "sau" | "toi" | "next" => Some(current.next()),
            _ => None,
        }
    })
}

/// `12/11-18/11/2026`, `từ 12/11 đến 18/11`: a year written once holds for both.
fn range(tokens: &[Token], today: NaiveDate) -> Result<Period, DateProblem> {
    let tokens = match tokens {
        [W(from), rest @ ..] if from == "tu" => rest,
        all => all,
    };
    let is_between = |token: &Token| match token {
        S('-') => true,
        W(word) => matches!(word.as_str(), "den" | "toi" | "to"),
        _ => false,
    };
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| is_between(token)) {
        let (before, after) = (&tokens[..at], &tokens[at + 1..]);
        if before.is_empty() || after.is_empty() {
            continue;
        }
        let Ok(to) = period(after, today) else { continue };
        if let Ok(from) = period(before, to.to) {
            return between(from.from, to.to);
        }
    }
    Err(DateProblem::Form)
}

fn months_of(year: u32, month: u32, count: u32, kind: PeriodKind) -> Result<Period, DateProblem> {
    months(known_year(year)?, month, count, kind).ok_or(DateProblem::NoSuchDay)
}

fn months(year: i32, month: u32, count: u32, kind: PeriodKind) -> Option<Period> {
    let from = NaiveDate::from_ymd_opt(year, month, 1)?;
    let to = from.checked_add_months(Months::new(count))?.pred_opt()?;
    Some(Period { from, to, kind })
}

fn week(year: i32, week: u32) -> Option<Period> {
    let from = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
    Some(Period { from, to: from.checked_add_days(Days::new(6))?, kind: PeriodKind::Week })
}
