//! The source table out: behind the paper for use inside the office, as a workbook, and as it stands with what was issued.

use chrono::Datelike;

use crate::exchange::paper::{Align, Annex, Block, Line, Table};
use crate::exchange::{CellOut, SheetOut};
use crate::summary::checks::Kept;
use crate::summary::gather::{Material, MaterialItem};
use crate::summary::labels;
use crate::summary::model::{Section, State, Synthesis, numbers, sentences};
use crate::summary::store::LeftOut;
use crate::summary::table::{Fate, Group, Row, rows, totals};
use crate::words::{Language, Words};

/// What the source table is made of.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Material of the period.
    pub material: &'a Material,
    /// Answers to findings, and what stands with an issued one.
    pub kept: &'a Kept,
}

impl Sources<'_> {
    fn rows(&self, synthesis: &Synthesis) -> Vec<Row> {
        rows(&synthesis.sections, self.material, self.kept, synthesis.state() == State::Issued)
    }

    /// Number, unit and day of a matter's report.
    fn report(&self, item: &MaterialItem) -> String {
        let Some(report) = self.material.report(item) else { return String::new() };
        match report.received_on {
            Some(day) => format!(
                "{} {}, {:02}/{:02}/{}",
                report.arrival_number,
                report.unit,
                day.day(),
                day.month(),
                day.year()
            ),
            None => format!("{} {}", report.arrival_number, report.unit),
        }
    }
}

/// What the paper leaves out and why, in the words its annex prints.
pub fn left_out(sections: &[Section], material: &Material, kept: &Kept) -> Vec<LeftOut> {
    let words = Words::of(Language::Vietnamese);
    let rows = rows(sections, material, kept, false).into_iter();
    rows.filter(|row| row.fate.group() != Group::Carried)
        .filter_map(|row| {
            let (item, stream) = row.told(material)?;
            let reason = labels::fate(words, &row.fate);
            Some(LeftOut { item: item.id, stream: stream.map(|stream| stream.id), reason })
        })
        .collect()
}

/// The table behind the paper: its sentences with their sources, then what it leaves out and why.
pub(super) fn annex(synthesis: &Synthesis, sources: Sources) -> Annex {
    let rows = sources.rows(synthesis);
    let mut blocks = vec![Block::Paragraph(counts(&rows, sources.material)), carried(synthesis, sources)];
    let left = left_table(&rows, sources);
    if !left.rows.is_empty() {
        let heading = Line::centred("Nội dung không đưa vào báo cáo").bold().after(12);
        blocks.extend([Block::Line(heading), Block::Table(left)]);
    }
    Annex { title: "PHỤ LỤC ĐỐI CHIẾU NGUỒN (LƯU HÀNH NỘI BỘ)".to_owned(), blocks }
}

fn counts(rows: &[Row], material: &Material) -> String {
    let totals = totals(rows, material);
    Words::of(Language::Vietnamese).summary_table_totals(
        totals.aside as i64,
        totals.carried as i64,
        totals.disagree as i64,
        totals.open as i64,
        totals.reasoned as i64,
        totals.rows as i64,
    ) + "."
}

/// The sentences with their sources.
fn carried(synthesis: &Synthesis, all: Sources) -> Block {
    let mut table = Table::of(&[
        ("TT", 2, Align::Centre),
        ("Câu trong báo cáo", 16, Align::Left),
        ("Nguồn", 14, Align::Left),
    ]);
    let find = |id| {
        let is = |item: &&MaterialItem| item.id == id || item.streams.iter().any(|stream| stream.id == id);
        all.material.items.iter().find(is)
    };
    for section in super::printed(&synthesis.sections) {
        for sentence in sentences(&section.body).into_iter().filter(|sentence| !sentence.sources.is_empty()) {
            let mut sources: Vec<String> = Vec::new();
            for line in sentence.sources.iter().filter_map(|id| find(*id)).map(|item| all.report(item)) {
                if !sources.contains(&line) {
                    sources.push(line);
                }
            }
            // The dash of a list says nothing in a table.
            let said = sentence.text.trim_start_matches("- ").to_owned();
            table.rows.push(vec![(table.rows.len() + 1).to_string(), said, sources.join("\n")]);
        }
    }
    Block::Table(table)
}

/// What is not carried, group by group.
fn left_table(rows: &[Row], sources: Sources) -> Table {
    let words = Words::of(Language::Vietnamese);
    let mut table = Table::of(&[
        ("TT", 2, Align::Centre),
        ("Luồng ý kiến", 14, Align::Left),
        ("Nguồn", 9, Align::Left),
        ("Lý do", 7, Align::Left),
    ]);
    let mut number = 0;
    for row in rows.iter().filter(|row| row.fate.group() != Group::Carried) {
        let Some((item, stream)) = row.told(sources.material) else { continue };
        number += 1;
        table.rows.push(vec![
            number.to_string(),
            labels::said(words, item, stream),
            sources.report(item),
            labels::fate(words, &row.fate),
        ]);
    }
    table
}

/// The table as a sheet: a row for every stream.
pub(super) fn sheet(synthesis: &Synthesis, sources: Sources) -> SheetOut {
    let words = Words::of(Language::Vietnamese);
    let rows = sources.rows(synthesis);
    let numbered = numbers(&synthesis.sections, |_| true);
    let place = |row: &Row| {
        let at = row.section?;
        let (_, number) = numbered.get(at)?;
        Some(format!("{number} {}", synthesis.sections.get(at)?.heading))
    };
    let cells = rows.iter().zip(1..).filter_map(|(row, number)| {
        let (item, stream) = row.told(sources.material)?;
        let told = if let Fate::Carried(told) = &row.fate { told.text.as_str() } else { "" };
        Some((
            false,
            vec![
                CellOut::Count(number),
                CellOut::from(sources.report(item).as_str()),
                CellOut::from(item.title.as_str()),
                CellOut::from(labels::said(words, item, stream).as_str()),
                CellOut::from(labels::group(words, row.fate.group())),
                CellOut::from(place(row).unwrap_or_default().as_str()),
                CellOut::from(told.trim_start_matches("- ")),
                CellOut::from(labels::fate(words, &row.fate).as_str()),
            ],
        ))
    });
    let heads =
        ["TT", "Nguồn", "Nội dung phản ánh", "Luồng ý kiến", "Xử lý", "Mục", "Câu trong báo cáo", "Lý do"];
    SheetOut {
        name: "Bảng đối chiếu".to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
        rows: cells.collect(),
        notes: vec![counts(&rows, sources.material), "Lưu hành nội bộ.".to_owned()],
        ..SheetOut::default()
    }
}
