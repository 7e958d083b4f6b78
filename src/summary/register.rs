//! The register of numbers (sổ số văn bản): every number given, by issuing body, type and year or term; the next free one, numbers
//! given twice, numbers that are missing. Pure functions.
//!
//! The State numbers each type anew every year (Decree 30/2020/NĐ-CP, article 8 and annex I); the Party through a committee's term,
//! from the day after the congress that elected it closed (Guidance 36-HD/VPTW of 2018).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

/// Where a number was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// To a synthesis.
    Synthesis,
    /// To the plan of a class or meeting.
    Class,
    /// To a paper that was not written here.
    Other,
}

/// A number that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The row it stands in.
    pub id: Uuid,
    /// Where.
    pub origin: Origin,
    /// The number.
    pub number: u32,
    /// Type: BC, KH, …
    pub kind: String,
    /// Code of the issuing body: ĐU, …
    pub body: String,
    /// The day.
    pub on: Option<NaiveDate>,
    /// What the paper is about.
    pub title: String,
}

/// A number that was given to a paper written elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewNumber {
    /// The number.
    pub number: u32,
    /// Type: BC, KH, …
    pub kind: String,
    /// Code of the issuing body.
    pub body: String,
    /// The day.
    pub on: Option<NaiveDate>,
    /// What the paper is about.
    pub title: String,
}

/// What numbers run through before they begin again at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// A calendar year.
    Year(i32),
    /// A committee's term, from this day on.
    Term(NaiveDate),
}

impl Run {
    /// Its first day, by which runs are ordered.
    fn first(self) -> NaiveDate {
        match self {
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
            Self::Term(from) => from,
        }
    }
}

impl Default for Run {
    fn default() -> Self {
        Self::Year(0)
    }
}

/// How numbers run in this file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Running {
    /// Numbers without a day are of this one.
    pub today: NaiveDate,
    /// Code of the office that keeps the file.
    pub body: String,
    /// First day of its committee's term; `None` when its numbers run by the year.
    pub term_from: Option<NaiveDate>,
}

impl Running {
    /// What a number of a body given on a day runs through. Of other bodies no term is known.
    pub fn run(&self, body: &str, on: Option<NaiveDate>) -> Run {
        let day = on.unwrap_or(self.today);
        let term = self.term_from.filter(|from| *from <= day && body == self.body);
        term.map_or(Run::Year(day.year()), Run::Term)
    }
}

/// The numbers of a body, type and year or term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Code of the issuing body.
    pub body: String,
    /// Type.
    pub kind: String,
    /// What they run through.
    pub run: Run,
    /// The numbers in their order.
    pub entries: Vec<Entry>,
    /// Numbers that were given more than once.
    pub doubles: Vec<u32>,
    /// Numbers between the first and the last that were given to nothing known.
    pub gaps: Vec<u32>,
}

/// Most missing numbers that are told one by one.
const GAPS: usize = 200;

impl Book {
    /// The next number.
    pub fn next(&self) -> u32 {
        self.entries.last().map_or(1, |entry| entry.number.saturating_add(1))
    }
}

/// Reads a number as papers bear it: `12-BC/ĐU`, `12/BC-UBND`, `12`. Type and body are those given where it names none. `None`
/// when it begins with no number.
pub fn read(text: &str, kind: &str, body: &str) -> Option<(u32, String, String)> {
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let number = text.get(..digits)?.parse().ok()?;
    let rest = text.get(digits..)?.trim_start_matches(['-', '/', ' ']);
    let (own_kind, own_body) = rest.split_once(['-', '/']).unwrap_or((rest, ""));
    let or = |own: &str, usual: &str| if own.trim().is_empty() { usual } else { own.trim() }.to_owned();
    Some((number, or(own_kind, kind).to_uppercase(), or(own_body, body)))
}

/// The books of all numbers, by body and type, the newest first.
pub fn books(entries: Vec<Entry>, running: &Running) -> Vec<Book> {
    type Key = (String, String, Reverse<NaiveDate>);
    let mut books: BTreeMap<Key, (Run, Vec<Entry>)> = BTreeMap::new();
    for entry in entries {
        let run = running.run(&entry.body, entry.on);
        let key = (entry.body.clone(), entry.kind.clone(), Reverse(run.first()));
        books.entry(key).or_insert_with(|| (run, Vec::new())).1.push(entry);
    }
    books.into_iter().map(|((body, kind, _), (run, entries))| book(body, kind, run, entries)).collect()
}

fn book(body: String, kind: String, run: Run, mut entries: Vec<Entry>) -> Book {
    entries.sort_by_key(|entry| (entry.number, entry.on));
    let mut book = Book { body, kind, run, ..Book::default() };
    for pair in entries.windows(2) {
        let (one, next) = (pair[0].number, pair[1].number);
        if one == next && book.doubles.last() != Some(&one) {
            book.doubles.push(one);
        }
        let room = GAPS.saturating_sub(book.gaps.len());
        book.gaps.extend((one + 1..next).take(room));
    }
    book.entries = entries;
    book
}

/// The next number of a type of the office today; `None` when the register has none yet.
pub fn next(entries: &[Entry], kind: &str, running: &Running) -> Option<u32> {
    let body = &running.body;
    let now = running.run(body, None);
    let of = |entry: &&Entry| entry.kind == kind && entry.body == *body && running.run(body, entry.on) == now;
    entries.iter().filter(of).map(|entry| entry.number).max().map(|last| last.saturating_add(1))
}

/// Another paper that bears the number of the one in this row.
pub fn twice<'a>(entries: &'a [Entry], row: Uuid, running: &Running) -> Option<&'a Entry> {
    let own = entries.iter().find(|entry| entry.id == row)?;
    let run = |entry: &Entry| running.run(&entry.body, entry.on);
    entries.iter().find(|other| {
        other.id != row
            && (other.number, &other.kind, &other.body) == (own.number, &own.kind, &own.body)
            && run(other) == run(own)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: u128, written: &str, on: &str) -> Entry {
        let (number, kind, body) = read(written, "BC", "ĐU").unwrap();
        let origin = Origin::Other;
        Entry {
            id: Uuid::from_u128(id),
            origin,
            number,
            kind,
            body,
            on: on.parse().ok(),
            title: String::new(),
        }
    }

    #[test]
    fn numbers_are_read_as_both_layouts_write_them() {
        let read = |text| read(text, "BC", "ĐU");
        let of = |number, kind: &str, body: &str| Some((number, kind.to_owned(), body.to_owned()));
        assert_eq!(read("12-BC/ĐU"), of(12, "BC", "ĐU"));
        assert_eq!(read("05-kh/BTGDVTU"), of(5, "KH", "BTGDVTU"));
        assert_eq!(read("30/BC-UBND"), of(30, "BC", "UBND"));
        assert_eq!(read(" 7 "), of(7, "BC", "ĐU"));
        assert_eq!(read("12-KH"), of(12, "KH", "ĐU"));
        assert_eq!((read(""), read("BC-12")), (None, None));
        assert_eq!(read("99999999999999"), None);
    }

    fn running(today: &str, term_from: Option<&str>) -> Running {
        let day = |text: &str| text.parse().unwrap();
        Running { today: day(today), body: "ĐU".to_owned(), term_from: term_from.map(day) }
    }

    #[test]
    fn doubles_and_gaps_are_told_within_a_year_and_a_type() {
        let entries = vec![
            entry(1, "3", "2026-02-01"),
            entry(2, "5", "2026-03-01"),
            entry(3, "5", "2026-04-01"),
            entry(4, "8-BC/ĐU", "2026-05-01"),
            entry(5, "5-KH/ĐU", "2026-04-01"),
            entry(6, "40", "2025-12-01"),
        ];
        let by_year = running("2026-11-02", None);
        assert_eq!(next(&entries, "BC", &by_year), Some(9));
        assert_eq!(next(&entries, "BC", &running("2027-01-02", None)), None);
        let double = twice(&entries, Uuid::from_u128(2), &by_year).map(|other| other.id);
        assert_eq!(double, Some(Uuid::from_u128(3)));
        assert_eq!(twice(&entries, Uuid::from_u128(5), &by_year), None);
        let books = books(entries, &by_year);
        let told: Vec<_> = books.iter().map(|book| (book.kind.as_str(), book.run, book.next())).collect();
        assert_eq!(
            told,
            [("BC", Run::Year(2026), 9), ("BC", Run::Year(2025), 41), ("KH", Run::Year(2026), 6)]
        );
        assert_eq!((books[0].doubles.as_slice(), books[0].gaps.as_slice()), (&[5][..], &[4, 6, 7][..]));
    }
    #[test]
    fn numbers_of_the_party_run_on_through_the_term_those_of_others_by_the_year() {
        let entries = vec![
            entry(1, "212", "2025-05-30"),
            entry(2, "1", "2025-07-01"),
            entry(3, "38", "2025-12-30"),
            entry(4, "39", "2026-01-05"),
            entry(5, "38/BC-UBND", "2025-12-30"),
            entry(6, "38/BC-UBND", "2026-12-30"),
        ];
        let party = running("2026-11-02", Some("2025-06-30"));
        assert_eq!(next(&entries, "BC", &party), Some(40));
        assert_eq!(next(&entries, "BC", &running("2026-11-02", None)), Some(40), "of January's number");
        assert_eq!(next(&entries, "BC", &running("2027-01-02", Some("2025-06-30"))), Some(40));
        assert_eq!(twice(&entries, Uuid::from_u128(5), &party), None);
        let told: Vec<_> =
            books(entries, &party).iter().map(|book| (book.body.clone(), book.run, book.next())).collect();
        let of = |body: &str, run, next| (body.to_owned(), run, next);
        let term = Run::Term("2025-06-30".parse().unwrap());
        assert_eq!(
            told,
            [
                of("UBND", Run::Year(2026), 39),
                of("UBND", Run::Year(2025), 39),
                of("ĐU", term, 40),
                of("ĐU", Run::Year(2025), 213),
            ]
        );
    }
}
