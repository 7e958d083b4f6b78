//! A synthesis as a paper: sections become numbered headings, citations disappear, the head comes from the office's row.

mod annex;

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::exhibit::{self, Exhibits, Numbering};
use super::model::{Section, Synthesis, exhibits, numbers, without_citations};
use super::problem::ExportError;
use super::register::{Book, Entry, Run};
use crate::exchange::paper::pages::{self, Page};
use crate::exchange::paper::{
    Block, Format, Number, OfficeHead, Paper, PaperDate, Profile, Signature, plain, print,
};
use crate::exchange::{CellOut, SheetOut, replace, workbook};
use crate::words::{Language, Words};

pub use annex::{Sources, left_out};

/// The paper of a synthesis. `today` dates it where no date was given: month and year, the day is left for the clerk.
/// With `annex`, a table of sources follows for use inside the office.
pub fn paper(
    synthesis: &Synthesis,
    office: &OfficeHead,
    today: NaiveDate,
    exhibits: &Exhibits,
    annex: Option<Sources>,
) -> Paper {
    let date = synthesis.document_date;
    let dated = date.unwrap_or(today);
    let signed =
        [&synthesis.signs_for, &synthesis.signer_post, &synthesis.signer].iter().any(|text| !text.is_empty());
    let signature = if signed {
        Signature {
            authority: synthesis.signs_for.clone(),
            post: synthesis.signer_post.clone(),
            name: synthesis.signer.clone(),
        }
    } else {
        office.usual_signature()
    };
    Paper {
        superior: office.superior.clone(),
        bodies: vec![office.name.clone()],
        number: Number {
            number: synthesis.document_number.clone(),
            kind: "BC".to_owned(),
            code: office.document_code.clone(),
        },
        place: office.place.clone(),
        date: PaperDate { day: date.map(|date| date.day()), month: dated.month(), year: dated.year() },
        kind: "Báo cáo".to_owned(),
        subject: synthesis.title.clone(),
        blocks: blocks(&synthesis.sections, exhibits),
        signatures: vec![signature],
        recipients: recipients(synthesis, office),
        mark: office.mark().to_owned(),
        annex: annex.map(|sources| annex::annex(synthesis, sources)),
        ..Paper::default()
    }
}

fn recipients(synthesis: &Synthesis, office: &OfficeHead) -> Vec<String> {
    let own: Vec<String> = synthesis
        .recipients
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    if !own.is_empty() {
        return own;
    }
    let mut usual = Vec::new();
    if !office.superior.trim().is_empty() {
        usual.push(format!("{} (b/c),", office.superior.trim()));
    }
    usual.push("Lưu Văn phòng.".to_owned());
    usual
}

/// Sections that print: those with text, and those with such a section below them.
pub fn printed(sections: &[Section]) -> Vec<Section> {
    let keeps =
        |section: &Section| !section.is_empty() || below(sections, section).any(|other| !other.is_empty());
    sections.iter().filter(|section| keeps(section)).cloned().collect()
}

fn below<'a>(sections: &'a [Section], top: &'a Section) -> impl Iterator<Item = &'a Section> {
    sections.iter().filter(move |section| {
        let mut parent = section.parent;
        // As deep as an outline goes; a parent that is its own ancestor must not hang the program.
        for _ in 0..8 {
            match parent {
                Some(id) if id == top.id => return true,
                Some(id) => {
                    parent = sections.iter().find(|other| other.id == id).and_then(|other| other.parent);
                }
                None => return false,
            }
        }
        false
    })
}

/// The heading of a section as printed.
pub fn heading(level: u8, number: &str, heading: &str) -> String {
    let words = if level == 1 { heading.to_uppercase() } else { heading.to_owned() };
    if number.is_empty() { words } else { format!("{number} {words}") }
}

fn blocks(sections: &[Section], placed: &Exhibits) -> Vec<Block> {
    let printed = printed(sections);
    let mut blocks = Vec::new();
    let mut numbering = Numbering::default();
    for (section, (level, number)) in printed.iter().zip(numbers(&printed, |_| true)) {
        blocks.push(Block::Heading { level, text: heading(level, &number, &section.heading) });
        for line in section.body.lines() {
            let text = without_citations(line);
            let text = text.trim();
            if is_subheading(text) {
                blocks.push(Block::Heading { level: 3, text: text.to_owned() });
            } else if !text.is_empty() {
                blocks.push(Block::Paragraph(text.to_owned()));
            }
            for exhibit in exhibits(line) {
                blocks.extend(exhibit::blocks(exhibit, placed, &mut numbering));
            }
        }
    }
    blocks
}

/// A line such as `a) Đất đai (7 báo cáo)`: a letter, a bracket, and no full stop at the end.
pub fn is_subheading(line: &str) -> bool {
    let Some((letters, rest)) = line.split_once(')') else {
        return false;
    };
    let count = letters.chars().count();
    (1..=2).contains(&count)
        && letters.chars().all(char::is_lowercase)
        && rest.starts_with(' ')
        && !line.ends_with(['.', ';', ':'])
}

/// The register of numbers as a workbook, a sheet for all books.
///
/// # Errors
/// [`ExportError::Write`].
pub fn write_register(path: &Path, books: &[Book]) -> Result<(), ExportError> {
    let words = Words::of(Language::Vietnamese);
    let run = |book: &Book| match book.run {
        Run::Year(year) => year.to_string(),
        Run::Term(from) => words.summary_register_term(words.day(from)),
    };
    let rows = books.iter().flat_map(|book| {
        let entry = |entry: &Entry| {
            let day = entry.on.map(|day| words.day(day)).unwrap_or_default();
            let twice = if book.doubles.contains(&entry.number) { "trùng số" } else { "" };
            let cells = vec![
                CellOut::from(book.body.as_str()),
                CellOut::from(book.kind.as_str()),
                CellOut::from(run(book).as_str()),
                CellOut::Count(i64::from(entry.number)),
                CellOut::from(day.as_str()),
                CellOut::from(entry.title.as_str()),
                CellOut::from(twice),
            ];
            (false, cells)
        };
        let gap = |number: &u32| {
            let cells = vec![
                CellOut::from(book.body.as_str()),
                CellOut::from(book.kind.as_str()),
                CellOut::from(run(book).as_str()),
                CellOut::Count(i64::from(*number)),
                CellOut::Empty,
                CellOut::Empty,
                CellOut::from("chưa có"),
            ];
            (true, cells)
        };
        book.entries.iter().map(entry).chain(book.gaps.iter().map(gap)).collect::<Vec<_>>()
    });
    let heads = ["Cơ quan ban hành", "Loại", "Năm, nhiệm kỳ", "Số", "Ngày", "Trích yếu", "Ghi chú"];
    let sheet = SheetOut {
        name: "Sổ số văn bản".to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        ..SheetOut::default()
    };
    let not_written = |error| ExportError::Write { path: path.to_owned(), error };
    replace(path, &workbook(&[sheet]).map_err(not_written)?).map_err(not_written)
}

fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// Writes the synthesis to `path`, whose ending decides the format; with its table of sources as a workbook that table alone. The file appears whole or not at all.
///
/// # Errors
/// [`ExportError`]; nothing was written then.
pub fn write(
    path: &Path,
    synthesis: &Synthesis,
    office: &OfficeHead,
    today: NaiveDate,
    exhibits: &Exhibits,
    annex: Option<Sources>,
) -> Result<(), ExportError> {
    let not_written = |error| ExportError::Write { path: path.to_owned(), error };
    if let Some(sources) = annex.filter(|_| is_workbook(path)) {
        let bytes = workbook(&[annex::sheet(synthesis, sources)]).map_err(not_written)?;
        return replace(path, &bytes).map_err(not_written);
    }
    let format = Format::of(path).ok_or_else(|| ExportError::UnknownFormat(path.to_owned()))?;
    if synthesis.sections.iter().all(Section::is_empty) {
        return Err(ExportError::Empty);
    }
    let profile = Profile::of_office(&office.profile)?;
    let bytes = print(&paper(synthesis, office, today, exhibits, annex), &profile, format)?;
    replace(path, &bytes).map_err(not_written)
}

/// The paper as pages that break as they do when it is printed.
///
/// # Errors
/// [`ExportError::Empty`] when there is nothing to read.
pub fn as_pages(
    synthesis: &Synthesis,
    office: &OfficeHead,
    today: NaiveDate,
    exhibits: &Exhibits,
) -> Result<Vec<Page>, ExportError> {
    if synthesis.sections.iter().all(Section::is_empty) {
        return Err(ExportError::Empty);
    }
    let profile = Profile::of_office(&office.profile)?;
    Ok(pages::pages(&paper(synthesis, office, today, exhibits, None), &profile))
}

/// The paper as plain text: what stands when it is issued.
///
/// # Errors
/// [`ExportError::Empty`] when there is nothing to read.
pub fn as_text(
    synthesis: &Synthesis,
    office: &OfficeHead,
    today: NaiveDate,
    exhibits: &Exhibits,
) -> Result<String, ExportError> {
    if synthesis.sections.iter().all(Section::is_empty) {
        return Err(ExportError::Empty);
    }
    let profile = Profile::of_office(&office.profile)?;
    Ok(plain::text(&paper(synthesis, office, today, exhibits, None), &profile))
}

/// The lines of the text as a reader of the printed paper gets them.
#[cfg(test)]
pub(super) fn blocks_of(sections: &[Section]) -> Vec<String> {
    let lines = blocks(sections, &Exhibits::default()).into_iter();
    lines
        .filter_map(|block| match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => Some(text),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests;
