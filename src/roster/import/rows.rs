//! From the rows of a list to people: headings, totals and signatures are told apart from them.

use super::columns::{Field, Header, Mapping, find_header, likely_header, recognise, said_header};
use super::grid::{Grid, text_of};
use super::values::{self, Term, Title};
use super::{Notice, RosterImportError};
use crate::exchange::{Cell, Sheet};
use crate::roster::model::{
    ListColumns, NewCollaborator, Sex, is_ditto, looks_like_unit, phones_in, plain_person_name,
    plain_unit_name, valid_person_name,
};
use crate::text;

/// Somebody read from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPerson {
    /// Row as Excel shows it.
    pub row: u32,
    /// What the list says; without the unit's id.
    pub known: NewCollaborator,
    /// Unit as it is kept; empty when the list names none.
    pub unit_name: String,
}

/// A list of people that was read.
#[derive(Clone, Debug)]
pub struct PeopleSheet {
    /// The people, in the order of the list.
    pub people: Vec<ReadPerson>,
    /// Lines over the header.
    pub title: Vec<String>,
    /// What the columns held.
    pub mapping: Mapping,
    /// What the header is known again by.
    pub fingerprint: String,
    /// What a person should be told.
    pub notices: Vec<Notice>,
}

/// Reads a list of people. `remembered` gives the mapping a header was confirmed with before.
///
/// # Errors
/// [`RosterImportError`] when the sheet is no list of people, or one without rows.
pub fn read_sheet(
    sheet: &Sheet,
    remembered: impl Fn(&str) -> Option<Mapping>,
) -> Result<PeopleSheet, RosterImportError> {
    let grid = Grid::new(sheet);
    let header = header(&grid, remembered).ok_or(RosterImportError::NoHeader)?;
    if header.body >= grid.rows().len() {
        return Err(RosterImportError::NoRows);
    }
    let title: Vec<String> =
        (0..header.first).flat_map(|row| grid.own_texts(row)).filter(|text| !text.is_empty()).collect();
    let mut reader = Reader::new(&grid, &header, values::title(&title));
    reader.columns_left_out();
    for row in header.body..grid.rows().len() {
        reader.row(row);
    }
    let (people, notices) = (reader.people, reader.notices);
    Ok(PeopleSheet { people, title, mapping: header.mapping, fingerprint: header.fingerprint, notices })
}

/// The header as a person said or as it speaks for itself.
fn header(grid: &Grid, remembered: impl Fn(&str) -> Option<Mapping>) -> Option<Header> {
    said_header(grid, remembered).or_else(|| find_header(grid))
}

/// The columns of a sheet as they would be read; of one whose header names nobody, as they may be meant. `None` when there is
/// nothing that could be a header.
pub fn list_columns(sheet: &Sheet, remembered: impl Fn(&str) -> Option<Mapping>) -> Option<ListColumns> {
    let grid = Grid::new(sheet);
    let header = header(&grid, remembered).or_else(|| likely_header(&grid))?;
    let rows = (header.body..grid.rows().len()).take(SAMPLED);
    let texts: Vec<Vec<String>> = rows.map(|row| grid.own_texts(row)).collect();
    let sample = |column: usize| {
        texts
            .iter()
            .filter_map(|row| row.get(column))
            .find(|text| !text.is_empty())
            .cloned()
            .unwrap_or_default()
    };
    Some(ListColumns {
        sheet: sheet.name.clone(),
        // What is not read is not looked at either.
        samples: (0..header.labels.len())
            .map(|at| {
                if header.mapping.0.get(&at) == Some(&Field::Sensitive) { String::new() } else { sample(at) }
            })
            .collect(),
        fingerprint: header.fingerprint,
        labels: header.labels,
        mapping: header.mapping,
    })
}

/// Rows among which the first value of a column is looked for.
const SAMPLED: usize = 50;

/// Reads row after row, remembering the heading above.
struct Reader<'a> {
    grid: &'a Grid<'a>,
    header: &'a Header,
    title: Title,
    /// Unit named by the heading above; empty under a heading that is no unit, and without one.
    heading: String,
    /// There is a heading above.
    under_heading: bool,
    /// Unit of the person above, for "nt".
    unit_above: String,
    /// Post of the person above, for "nt".
    post_above: String,
    /// A total or a signature was seen: what follows is no person unless it is numbered.
    closed: bool,
    people: Vec<ReadPerson>,
    notices: Vec<Notice>,
}

impl<'a> Reader<'a> {
    fn new(grid: &'a Grid<'a>, header: &'a Header, title: Title) -> Self {
        Self {
            grid,
            header,
            title,
            heading: String::new(),
            under_heading: false,
            unit_above: String::new(),
            post_above: String::new(),
            closed: false,
            people: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// Says which columns are not kept.
    fn columns_left_out(&mut self) {
        let labels = |wanted: Field| -> Vec<String> {
            let held = self.header.mapping.0.iter().filter(|(_, field)| **field == wanted);
            held.filter_map(|(&column, _)| self.header.labels.get(column).cloned()).collect()
        };
        let (sensitive, ignored) = (labels(Field::Sensitive), labels(Field::Ignored));
        if !sensitive.is_empty() {
            self.notices.push(Notice::SensitiveLeftOut(sensitive));
        }
        if !ignored.is_empty() {
            self.notices.push(Notice::ColumnsLeftOut(ignored));
        }
    }

    fn field(&self, row: usize, field: Field) -> &'a Cell {
        self.header.mapping.column(field).map_or(&Cell::Empty, |column| self.grid.cell(row, column))
    }

    fn text(&self, row: usize, field: Field) -> String {
        text_of(self.field(row, field))
    }

    fn row(&mut self, row: usize) {
        let own = self.grid.own_texts(row);
        let filled: Vec<&String> = own.iter().filter(|text| !text.is_empty()).collect();
        let Some(first) = filled.first() else { return };
        let number = self.text(row, Field::Number);
        let numbered = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
        if !numbered && is_closing(first) {
            self.closed = true;
            return;
        }
        let labels = filled.iter().filter(|text| recognise(text) != Field::Ignored).count();
        if labels >= 3 && !numbered {
            return; // The header again, on the next page.
        }
        let name = self.name(row);
        if !numbered && self.heading(row, &filled, &name) {
            return;
        }
        if self.closed && !numbered {
            return;
        }
        self.person(row, &name, filled.len() > usize::from(numbered));
    }

    /// A heading: one text over the whole row, or a Roman number and a unit's name.
    fn heading(&mut self, row: usize, filled: &[&String], name: &str) -> bool {
        let text = match filled {
            [only] => only.as_str(),
            [_, second] if looks_like_unit(second) && !self.text(row, Field::Number).is_empty() => {
                second.as_str()
            }
            _ => return false,
        };
        let person_alone = valid_person_name(name)
            && !looks_like_unit(text)
            && self.header.mapping.column(Field::Number).is_none()
            && !self.closed;
        if person_alone {
            return false;
        }
        if !self.closed {
            self.under_heading = true;
            self.heading =
                if looks_like_unit(text) { plain_unit_name(&without_count(text)) } else { String::new() };
        }
        true
    }

    /// Full name of the row, from one column or two.
    fn name(&self, row: usize) -> String {
        let mapping = &self.header.mapping;
        if mapping.column(Field::FullName).is_some() {
            let mut name = self.text(row, Field::FullName);
            // "Họ và tên" merged over two columns: the given name stands in the one without a label of its own.
            if let Some(given) =
                mapping.column(Field::Given).filter(|_| mapping.column(Field::FamilyMiddle).is_none())
            {
                let given = text_of(self.grid.cell(row, given));
                if !given.is_empty() && !name.ends_with(&given) {
                    name = format!("{name} {given}");
                }
            }
            return plain_person_name(&name);
        }
        plain_person_name(&format!(
            "{} {}",
            self.text(row, Field::FamilyMiddle),
            self.text(row, Field::Given)
        ))
    }

    fn person(&mut self, row: usize, name: &str, has_data: bool) {
        let number = self.grid.rows()[row].number;
        if !valid_person_name(name) {
            if has_data {
                self.notices.push(Notice::NoValidName { row: number, text: name.to_owned() });
            }
            return;
        }
        let mut known = NewCollaborator {
            full_name: name.to_owned(),
            given_name: plain_person_name(&self.text(row, Field::Given)),
            code: self.text(row, Field::Code),
            address: self.text(row, Field::Address),
            concurrent_post: self.text(row, Field::ConcurrentPost),
            note: self.text(row, Field::Note),
            allowance: allowance(&self.text(row, Field::Allowance)),
            decision_number: self.text(row, Field::DecisionNumber),
            decision_date: values::day_of(self.field(row, Field::DecisionDate)),
            ..NewCollaborator::default()
        };
        if known.decision_number.is_empty() {
            known.decision_number.clone_from(&self.title.decision_number);
            known.decision_date = known.decision_date.or(self.title.decision_date);
        }
        known.post = self.post(row);
        self.sex_and_birth(row, &mut known);
        self.contacts(row, &mut known);
        self.term(row, &mut known);
        let unit_name = self.unit(row, &mut known);
        self.unit_above.clone_from(&unit_name);
        self.post_above.clone_from(&known.post);
        self.people.push(ReadPerson { row: number, known, unit_name });
    }

    fn post(&self, row: usize) -> String {
        let post = self.text(row, Field::Post);
        if is_ditto(&post) { self.post_above.clone() } else { post }
    }

    /// The unit of the row: its own cell, the heading for an empty one or "nt", the title where nothing else tells.
    fn unit(&mut self, row: usize, known: &mut NewCollaborator) -> String {
        let written = self.text(row, Field::Unit);
        let number = self.grid.rows()[row].number;
        if is_ditto(&written) {
            if !self.heading.is_empty() {
                return self.heading.clone();
            }
            if self.under_heading {
                self.notices.push(Notice::DittoFromAbove { row: number, unit: self.unit_above.clone() });
            }
            return self.unit_above.clone();
        }
        if written.is_empty() {
            return if self.heading.is_empty() {
                plain_unit_name(&self.title.unit)
            } else {
                self.heading.clone()
            };
        }
        if written.starts_with(['=', '+', '@', '-']) || !written.chars().any(char::is_alphabetic) {
            self.notices.push(Notice::NoUnitName { row: number, text: written.clone() });
            add_note(&mut known.note, &written);
            return String::new();
        }
        plain_unit_name(&written)
    }

    fn sex_and_birth(&mut self, row: usize, known: &mut NewCollaborator) {
        let sex = text::fold(&self.text(row, Field::Sex));
        known.sex = match sex.trim() {
            "nam" => Sex::Male,
            "nu" => Sex::Female,
            _ => Sex::Unknown,
        };
        let number = self.grid.rows()[row].number;
        if known.sex == Sex::Unknown && !sex.trim().is_empty() {
            self.notices.push(Notice::SexUnclear { row: number, text: self.text(row, Field::Sex) });
        }
        let mut cells = vec![self.field(row, Field::Birth)];
        for (field, sex) in [(Field::Male, Sex::Male), (Field::Female, Sex::Female)] {
            let cell = self.field(row, field);
            if *cell != Cell::Empty && !text_of(cell).is_empty() {
                known.sex = sex;
                cells.push(cell);
            }
        }
        let found = cells.iter().find_map(|cell| values::birth(cell));
        if let Some(birth) = found {
            (known.birth_year, known.birth_date) = (birth.year, birth.date);
        } else if let Some(text) = cells.iter().map(|cell| text_of(cell)).find(|text| text.len() > 1) {
            self.notices.push(Notice::UnreadableBirth { row: number, text: text.clone() });
            add_note(&mut known.note, &text);
        }
    }

    fn contacts(&mut self, row: usize, known: &mut NewCollaborator) {
        let number = self.grid.rows()[row].number;
        let mut phones = self.text(row, Field::Phone);
        let mut email = self.text(row, Field::Email);
        let both = self.text(row, Field::PhoneEmail);
        for part in both.split([' ', ';', ',', '\n']) {
            let into = if part.contains('@') { &mut email } else { &mut phones };
            into.push(' ');
            into.push_str(part);
        }
        let read = phones_in(phones.trim());
        known.phones = read.numbers;
        for text in read.unreadable {
            add_note(&mut known.note, &text);
            self.notices.push(Notice::UnreadablePhone { row: number, text });
        }
        let email = email.trim().trim_matches(['<', '>', ';', ',']);
        if email.contains('@')
            && !email.contains(char::is_whitespace)
            && !email.starts_with(['=', '+', '@', '-'])
        {
            email.clone_into(&mut known.email);
        } else if !email.is_empty() {
            self.notices.push(Notice::UnreadableEmail { row: number, text: email.to_owned() });
            add_note(&mut known.note, email);
        }
    }

    fn term(&mut self, row: usize, known: &mut NewCollaborator) {
        let written = self.text(row, Field::Term);
        let mut term = if written.is_empty() {
            self.title.term.clone().unwrap_or_default()
        } else {
            values::term(&written)
        };
        let from = values::term_edge(self.field(row, Field::TermFrom), false);
        let to = values::term_edge(self.field(row, Field::TermTo), true);
        if from.is_some() || to.is_some() {
            let texts = [self.text(row, Field::TermFrom), self.text(row, Field::TermTo)];
            term = Term { text: texts.join("-").trim_matches('-').to_owned(), from, to, months: term.months };
            term.to = term.to.or_else(|| values::end_of_contract(term.from?, term.months?));
        }
        (known.term_text, known.term_from, known.term_to) = (term.text, term.from, term.to);
        known.contract_months = term.months;
    }
}

/// Words a total, a closing line or a signature begins with, folded.
const CLOSING: &[&str] = &[
    "tong cong",
    "tong so",
    "cong:",
    "cong ",
    "tong:",
    "danh sach co",
    "danh sach nay",
    "danh sach gom",
    "an dinh",
    "nguoi lap",
    "nguoi tong hop",
    "t/m",
    "tm.",
    "tl.",
    "kt.",
    "thu truong",
    "xac nhan",
    "noi nhan",
];

fn is_closing(text: &str) -> bool {
    let folded = text::fold(text);
    (folded == "cong" || CLOSING.iter().any(|word| folded.starts_with(word)))
        && !folded.starts_with("cong an")
}

/// "Xã Lộc An (12 đồng chí)" without the count.
fn without_count(text: &str) -> String {
    let cut = text.find(['(', ':']).filter(|&at| text[at..].chars().any(|c| c.is_ascii_digit()));
    text[..cut.unwrap_or(text.len())].trim().to_owned()
}

fn add_note(note: &mut String, text: &str) {
    if !note.is_empty() {
        note.push_str("; ");
    }
    note.push_str(text);
}

/// đồng of "500.000", "500000 đ".
fn allowance(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}
