//! The register of numbers (sổ số văn bản): every number given, by issuing body, type and year; the next free one, numbers given
//! twice, numbers that are missing. Pure functions.

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

/// The numbers of a body, type and year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Code of the issuing body.
    pub body: String,
    /// Type.
    pub kind: String,
    /// The year they run in.
    pub year: i32,
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

/// The books of all numbers, by body and type, the newest year first. Numbers without a day belong to `year`.
pub fn books(entries: Vec<Entry>, year: i32) -> Vec<Book> {
    let mut books: BTreeMap<(String, String, i32), Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        let year = entry.on.map_or(year, |day| day.year());
        books.entry((entry.body.clone(), entry.kind.clone(), -year)).or_default().push(entry);
    }
    books.into_iter().map(|((body, kind, year), entries)| book(body, kind, -year, entries)).collect()
}

fn book(body: String, kind: String, year: i32, mut entries: Vec<Entry>) -> Book {
    entries.sort_by_key(|entry| (entry.number, entry.on));
    let mut book = Book { body, kind, year, ..Book::default() };
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

/// The next number of a type of a body in a year; `None` when the register has none yet.
pub fn next(entries: &[Entry], kind: &str, body: &str, year: i32) -> Option<u32> {
    let of = |entry: &&Entry| {
        entry.kind == kind && entry.body == body && entry.on.is_none_or(|day| day.year() == year)
    };
    entries.iter().filter(of).map(|entry| entry.number).max().map(|last| last.saturating_add(1))
}

/// Another paper that bears the number of the one in this row.
pub fn twice(entries: &[Entry], row: Uuid, year: i32) -> Option<&Entry> {
    let own = entries.iter().find(|entry| entry.id == row)?;
    let year_of = |entry: &Entry| entry.on.map_or(year, |day| day.year());
    entries.iter().find(|other| {
        other.id != row
            && (other.number, &other.kind, &other.body) == (own.number, &own.kind, &own.body)
            && year_of(other) == year_of(own)
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
        assert_eq!(next(&entries, "BC", "ĐU", 2026), Some(9));
        assert_eq!(next(&entries, "BC", "ĐU", 2027), None);
        assert_eq!(twice(&entries, Uuid::from_u128(2), 2026).map(|other| other.id), Some(Uuid::from_u128(3)));
        assert_eq!(twice(&entries, Uuid::from_u128(5), 2026), None);
        let books = books(entries, 2026);
        let told: Vec<_> = books.iter().map(|book| (book.kind.as_str(), book.year, book.next())).collect();
        assert_eq!(told, [("BC", 2026, 9), ("BC", 2025, 41), ("KH", 2026, 6)]);
        assert_eq!((books[0].doubles.as_slice(), books[0].gaps.as_slice()), (&[5][..], &[4, 6, 7][..]));
    }
}
