//! Logs: a sheet whose rows are reports (`sổ theo dõi phản ánh`).

use std::collections::HashMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::columns;
use super::document::{NamedStream, item, take_outlook};
use super::outline::Matter;
use super::phrases::headline;
use super::{NotAReport, channel, dates, marks, names};
use crate::exchange::{Cell, Row, Sheet, Workbook};
use crate::inbox::columns::{Field, Layouts};
use crate::inbox::model::{Channel, ItemKind, NewReport, ReportKind, Verification};
use crate::inbox::topics::TopicRecogniser;
use crate::text::fold;

/// A sheet with the columns of a log.
struct Log<'a> {
    sheet: &'a Sheet,
    header: usize,
    columns: HashMap<Field, usize>,
}

/// True when a workbook is a log of reports: a header row with a column for the content.
pub fn looks_like_log(workbook: &Workbook, layouts: &Layouts) -> bool {
    workbook.sheets.iter().any(|sheet| columns::find(sheet, layouts).is_some())
}

fn log<'a>(sheet: &'a Sheet, layouts: &Layouts) -> Option<Log<'a>> {
    let layout = columns::find(sheet, layouts)?;
    Some(Log { sheet, header: layout.header, columns: layout.mapping.by_field() })
}

/// Makes a report of every row that holds content, each with one item. The number is the row's.
///
/// # Errors
/// [`NotAReport`] when no sheet is a log, it has no rows, or a mark of secrecy stands over it.
pub fn reports(
    workbook: &Workbook,
    topics: &TopicRecogniser,
    layouts: &Layouts,
) -> Result<Vec<(u32, NewReport)>, NotAReport> {
    let mut found = Vec::new();
    let mut any = false;
    for sheet in &workbook.sheets {
        let Some(log) = log(sheet, layouts) else { continue };
        any = true;
        if let Some(mark) = sheet.rows[..log.header].iter().flat_map(|row| &row.cells).find_map(secrecy) {
            return Err(NotAReport::Secret(mark));
        }
        for row in &sheet.rows[log.header + 1..] {
            if let Some(report) = log.report(row, topics) {
                found.push((row.number, report));
            }
        }
    }
    if !any {
        return Err(NotAReport::NoColumns);
    }
    if found.is_empty() { Err(NotAReport::NoRows) } else { Ok(found) }
}

fn secrecy(cell: &Cell) -> Option<marks::Secrecy> {
    match cell {
        Cell::Text(text) => text.lines().find_map(marks::secrecy),
        _ => None,
    }
}

impl Log<'_> {
    fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r Cell {
        self.columns.get(&field).and_then(|&column| row.cells.get(column)).unwrap_or(&Cell::Empty)
    }

    fn text(&self, row: &Row, field: Field) -> String {
        match self.cell(row, field) {
            Cell::Text(text) => text.trim().to_owned(),
            Cell::Number(number) => number.to_string(),
            _ => String::new(),
        }
    }

    fn report(&self, row: &Row, topics: &TopicRecogniser) -> Option<NewReport> {
        let content = self.text(row, Field::Content);
        if content.is_empty() || Self::is_total(row) || self.is_header_again(row) {
            return None;
        }
        let received = dates::of_cell(self.cell(row, Field::Date));
        let reporter = self.text(row, Field::Reporter);
        let said_channel = self.text(row, Field::Channel);
        let mut matter = Matter {
            title: self.text(row, Field::Title),
            paragraphs: content
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            forecast: lines(&self.text(row, Field::Forecast)),
            recommendation: lines(&self.text(row, Field::Recommendation)),
            ..Matter::default()
        };
        take_outlook(&mut matter);
        let title = if matter.title.is_empty() {
            headline(&content, super::document::HEADLINE)
        } else {
            matter.title.clone()
        };
        let mut item = item(matter, None, topics);
        if let Some(topic) = topics.named(&self.text(row, Field::Topic)) {
            item.topics = vec![topic];
            item.streams.iter_mut().for_each(|stream| stream.topic = Some(topic));
        }
        let place = self.text(row, Field::Place);
        if !place.is_empty() {
            item.place = place;
        }
        let rumour = fold(&self.text(row, Field::Rumour));
        if matches!(rumour.as_str(), "co" | "x" | "yes" | "tin don") && item.kind == ItemKind::Opinion {
            item.kind = ItemKind::Rumour;
            item.verification = Verification::Unverified;
        }
        let named = NamedStream {
            band: self.text(row, Field::Band),
            tendency: self.text(row, Field::Tendency),
            group: self.text(row, Field::Group),
        };
        if let Some(mut stream) = named.stream(&item.body, &item.streams) {
            stream.topic = item.topics.first().copied();
            item.streams.push(stream);
        }
        Some(NewReport {
            received_at: received,
            received_rule: if received.is_some() { "log" } else { "import" },
            title,
            // What was done about it is no part of the situation that a synthesis tells.
            note: self.text(row, Field::Handling),
            submitter_name: names::person(&reporter).unwrap_or(reporter),
            unit_name: names::unit(&self.text(row, Field::Unit)),
            document_date: received.map(|moment| moment.date()),
            kind: ReportKind::Feedback,
            channel: if said_channel.is_empty() { Channel::Unknown } else { channel(&said_channel) },
            urgency: marks::urgency_of_field(&self.text(row, Field::Urgency)),
            source_key: self.key(row),
            items: vec![item],
            ..NewReport::default()
        })
    }

    /// A row of sums or a signature: no content, or a sum's word in front.
    fn is_total(row: &Row) -> bool {
        let first = row.cells.iter().find_map(|cell| match cell {
            Cell::Text(text) => Some(fold(text)),
            Cell::Empty => None,
            _ => Some(String::new()),
        });
        first.is_some_and(|first| first.starts_with("tong") || first.starts_with("cong:") || first == "cong")
    }

    /// The header repeated where a printed page began.
    fn is_header_again(&self, row: &Row) -> bool {
        self.sheet.rows[self.header].cells == row.cells
    }

    /// A log grows and is imported again: a row is known by what it says, not by its file. A form's row bears its own
    /// identity.
    fn key(&self, row: &Row) -> String {
        let own = self.text(row, Field::Key);
        if !own.is_empty() {
            return format!("form:{own}");
        }
        let date =
            dates::of_cell(self.cell(row, Field::Date)).map(|moment| moment.to_string()).unwrap_or_default();
        let mut digest = Sha256::new();
        for part in [
            date,
            self.text(row, Field::Unit),
            self.text(row, Field::Reporter),
            self.text(row, Field::Content),
        ] {
            digest.update(fold(&part).as_bytes());
            digest.update([0]);
        }
        digest.finalize().iter().fold("form:".to_owned(), |mut key, byte| {
            // Writing to a String cannot fail.
            let _ = write!(key, "{byte:02x}");
            key
        })
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
