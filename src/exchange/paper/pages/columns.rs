//! What stands in columns: the head, signatures, tables.

use super::super::{Align, Closing, RowKind, Signature, Table, Top};
use super::flow::Unit;
use super::measure::{line_height, wrapped};
use super::{Cell, Look, Maker, PageLine, Printed, centred, looked};

/// Millimetres of a cell that no text stands on: 85 twentieths of a point on either side.
const PADDING: f32 = 3.0;

/// Lines of a column with their heights.
type Column = Vec<(Printed, f32)>;

impl Maker<'_> {
    /// Bodies and motto; with number and date above a paper that has them.
    pub(super) fn head(&mut self, numbered: bool) {
        let (paper, layout) = (self.paper, &self.profile.head);
        let widths = self.sheet.head(self.profile);
        let room = widths[0] - 2.0;
        let mut left: Column = Vec::new();
        if !paper.superior.trim().is_empty() {
            left.extend(looked(&paper.superior, &layout.superior, room));
        }
        for body in &paper.bodies {
            left.extend(looked(body, &layout.body, room));
        }
        match layout.after_body.as_str() {
            "rule" => left.push((centred("───────"), 8.0)),
            "" => {}
            words => left.extend(looked(words, &layout.number_style, room)),
        }
        let mut right: Column =
            layout.motto.iter().flat_map(|motto| looked(&motto.text, &motto.look, widths[1])).collect();
        if numbered {
            let mut number = looked(&self.profile.number_line(&paper.number), &layout.number_style, room);
            if paper.top == Top::Letter && !paper.subject.trim().is_empty() {
                let look = Look { sizes: vec![12.0], italic: !layout.date_beside_number, ..Look::default() };
                number.extend(looked(&format!("V/v {}", paper.subject.trim()), &look, room));
            }
            let date = self.profile.date_line(&paper.place, paper.date);
            let date = looked(&date, &layout.place_date_style, widths[1]);
            if layout.date_beside_number {
                let unit = beside(vec![left, right], &widths);
                self.units.push(unit.keeping());
                (left, right) = (number, date);
            } else {
                left.extend(number);
                right.push((Printed::default(), 6.0));
                right.extend(date);
            }
        }
        let unit = beside(vec![left, right], &widths);
        self.units.push(unit.keeping());
    }

    /// Signatures and recipients at the end of the paper.
    pub(super) fn closing(&mut self) {
        let paper = self.paper;
        if paper.signatures.is_empty() && paper.recipients.is_empty() {
            return;
        }
        self.units.push(Unit::space(self.profile.signature.gap_above).keeping());
        let widths = self.sheet.signature(self.profile);
        if paper.signatures.len() > 1 {
            self.signed(&paper.signatures, &[]);
            if !paper.recipients.is_empty() {
                self.units.push(Unit::space(12.0));
                let list = self.recipients(widths[0]);
                let unit = beside(vec![list, Vec::new()], &widths);
                self.units.push(unit);
            }
            return;
        }
        let signed =
            paper.signatures.first().map(|one| self.signature(one, widths[1], 0)).unwrap_or_default();
        let list = self.recipients(widths[0]);
        let unit = beside(vec![list, signed], &widths);
        self.units.push(unit);
    }

    /// Signatures within the text.
    pub(super) fn closing_block(&mut self, closing: &Closing) {
        let widths = self.sheet.signature(self.profile);
        self.units.push(Unit::space(self.profile.signature.gap_above).keeping());
        let date = if closing.dated {
            let text = self.profile.date_line(&self.paper.place, self.paper.date);
            let mut date = looked(&text, &self.profile.head.place_date_style, widths[1]);
            date.push((Printed::default(), 3.0));
            date
        } else {
            Vec::new()
        };
        self.signed(&closing.signatures, &date);
    }

    /// Rows of two signatures each, one alone on the right; `date` stands above the right one of the first row.
    fn signed(&mut self, signatures: &[Signature], date: &[(Printed, f32)]) {
        let widths = self.sheet.signature(self.profile);
        let lines = signatures.iter().map(written).max().unwrap_or(0);
        for (at, pair) in signatures.chunks(2).enumerate() {
            let date = if at == 0 { date } else { &[] };
            let mut columns: Vec<Column> =
                pair.iter().zip(widths).map(|(one, width)| self.signature(one, width, lines)).collect();
            if let [left, right] = columns.as_mut_slice() {
                left.splice(0..0, date.iter().map(|(_, height)| (Printed::default(), *height)));
                right.splice(0..0, date.iter().cloned());
            } else if let [one] = columns.as_mut_slice() {
                one.splice(0..0, date.iter().cloned());
                columns.insert(0, Vec::new());
            }
            let unit = beside(columns, &widths);
            self.units.push(unit);
        }
    }

    fn signature(&self, one: &Signature, width: f32, lines: usize) -> Column {
        let layout = &self.profile.signature;
        let mut column = Vec::new();
        if !one.authority.trim().is_empty() {
            column.extend(looked(&one.authority, &layout.authority, width));
        }
        if !one.post.trim().is_empty() {
            let look = if one.authority.trim().is_empty() { &layout.authority } else { &layout.post };
            column.extend(looked(&one.post, look, width));
        }
        for _ in written(one)..lines {
            column.push((Printed::default(), line_height(self.profile.body.size)));
        }
        let empty = (layout.room / 18.0).round().max(1.0);
        for _ in 0..empty as usize {
            column.push((Printed::default(), layout.room / empty));
        }
        column.extend(looked(&one.name, &layout.name, width));
        column
    }

    fn recipients(&self, width: f32) -> Column {
        if self.paper.recipients.is_empty() {
            return Vec::new();
        }
        let layout = &self.profile.recipients;
        let left = |(line, height): (Printed, f32)| (Printed { align: Align::Left, ..line }, height);
        let mut column: Column =
            looked(&layout.title, &layout.title_style, width).into_iter().map(left).collect();
        for one in &self.paper.recipients {
            let text = format!("{}{}", layout.bullet, one.trim());
            for part in wrapped(&text, layout.size, false, width - 4.0, 0.0) {
                let line = Printed { text: part.text, runs_on: part.runs_on, ..Printed::default() };
                column.push((line, line_height(layout.size)));
            }
        }
        column
    }

    pub(super) fn table(&mut self, table: &Table, last: bool) {
        let shares: u32 = table.columns.iter().map(|column| column.share.max(1)).sum::<u32>().max(1);
        let share: Vec<f32> =
            table.columns.iter().map(|column| column.share.max(1) as f32 / shares as f32).collect();
        let headings = table.columns.iter().zip(&share);
        let headings: Vec<(Cell, f32)> =
            headings.map(|(column, share)| self.cell(&column.heading, *share, Align::Centre, true)).collect();
        let heading = row(headings, 0.0);
        self.units.push(Unit::space(6.0).keeping());
        self.units.push(Unit { lines: vec![heading.clone()], keep: true, whole: true, ..Unit::default() });
        let lowest = super::points(f32::from(table.row_height));
        for at in 0..table.rows.len() {
            let kind = table.kinds.get(&at);
            let mut cells = Vec::new();
            let mut from = 0;
            for (text, span) in table.cells(at) {
                let align = match kind {
                    Some(RowKind::Sum) if span > 1 => Align::Centre,
                    Some(RowKind::Group) => Align::Left,
                    _ => table.columns.get(from).map_or(Align::Left, |column| column.align),
                };
                cells.push(self.cell(text, share[from..from + span].iter().sum(), align, kind.is_some()));
                from += span;
            }
            let group = kind == Some(&RowKind::Group);
            self.units.push(Unit {
                lines: vec![row(cells, if group { 0.0 } else { lowest })],
                keep: group || last && at + 1 == table.rows.len(),
                whole: true,
                heading: Some(heading.clone()),
                ..Unit::default()
            });
        }
        self.units.push(Unit { keep: last, ..Unit::space(6.0) });
    }

    /// A cell of a table and its height.
    fn cell(&self, text: &str, share: f32, align: Align, bold: bool) -> (Cell, f32) {
        let layout = &self.profile.table;
        let room = share * self.sheet.text_width - PADDING;
        let pitch = line_height(layout.size).max(layout.line_pitch);
        let lines = wrapped(text, layout.size, bold, room, 0.0).into_iter().map(|line| Printed {
            text: line.text,
            align,
            bold,
            runs_on: line.runs_on,
            ..Printed::default()
        });
        let lines: Vec<Printed> = lines.collect();
        // A point and a half above and below, and the line.
        let height = lines.len() as f32 * pitch + 3.5;
        (Cell { lines, share }, height)
    }
}

/// Columns beside each other as one thing.
fn beside(columns: Vec<Column>, widths: &[f32]) -> Unit {
    let whole: f32 = widths.iter().sum();
    let height = |column: &Column| column.iter().map(|(_, height)| height).sum::<f32>();
    let high = columns.iter().map(height).fold(0.0, f32::max);
    let cells = columns.into_iter().zip(widths).map(|(column, width)| Cell {
        lines: column.into_iter().map(|(line, _)| line).collect(),
        share: width / whole,
    });
    let line = PageLine::Cells { cells: cells.collect(), ruled: false };
    Unit { lines: vec![(line, high)], whole: true, ..Unit::default() }
}

fn row(cells: Vec<(Cell, f32)>, least: f32) -> (PageLine, f32) {
    let height = cells.iter().map(|(_, height)| *height).fold(least, f32::max);
    let cells = cells.into_iter().map(|(cell, _)| cell).collect();
    (PageLine::Cells { cells, ruled: true }, height)
}

/// Lines above the name.
fn written(one: &Signature) -> usize {
    [&one.authority, &one.post].iter().filter(|line| !line.trim().is_empty()).count()
}
