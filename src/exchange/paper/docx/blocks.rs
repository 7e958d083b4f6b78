//! The blocks of the text: paragraphs, lines, tables, pictures.

use super::super::{Align, Block, Chart, Line, Picture, RowKind, Table, png};
use super::body::Body;
use super::chart::CHART;
use super::xml::{self, RunLook, paragraph, run};

/// English metric units in a millimetre: the unit of pictures.
const EMU: f32 = 36_000.0;

impl Body<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            let last = index + 1 == blocks.len() || matches!(blocks[index + 1], Block::Closing(_));
            // The last one goes with what follows it: a signature never stands alone on a page.
            let keep = if last { "<w:keepNext/>" } else { "" };
            match block {
                Block::Heading { level, text } => {
                    let style = format!("Heading{}", (*level).clamp(1, 3));
                    self.out.push_str(&paragraph(&style, "", &run(text, RunLook::default())));
                }
                Block::Paragraph(text) => {
                    self.out.push_str(&paragraph("BodyText", keep, &run(text, RunLook::default())));
                }
                Block::Lead { lead, text } => {
                    let bold = RunLook { bold: true, ..RunLook::default() };
                    let runs = run(&format!("{lead} "), bold) + &run(text, RunLook::default());
                    self.out.push_str(&paragraph("BodyText", keep, &runs));
                }
                Block::Line(line) => self.line(line, keep),
                Block::Table(table) => self.table(table, last),
                Block::PageBreak => self.out.push_str(PAGE_BREAK),
                Block::Head => self.head(false),
                Block::Closing(closing) => self.closing_block(closing),
                Block::Picture(picture) => self.picture(picture),
                Block::Chart(chart) => self.chart(chart, keep),
            }
        }
    }

    fn line(&mut self, line: &Line, keep: &str) {
        let look = RunLook {
            bold: line.bold,
            italic: line.italic,
            size: (line.size > 0).then(|| f32::from(line.size)),
            ..RunLook::default()
        };
        let keep = if line.keep { "<w:keepNext/>" } else { keep };
        let spacing = format!("{keep}<w:spacing w:before=\"{}\"/>", u32::from(line.gap) * 20);
        let properties = format!("{spacing}<w:jc w:val=\"{}\"/>", side(line.align));
        self.out.push_str(&paragraph("Line", &properties, &run(&line.text, look)));
    }

    /// A ruled table over the whole width; its heading row comes back on every page.
    fn table(&mut self, table: &Table, last: bool) {
        let widths = widths(table, xml::twips(self.sheet.text_width));
        let whole: i32 = widths.iter().sum();
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let edges: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
            .iter()
            .map(|edge| format!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"))
            .collect();
        let out = &mut self.out;
        out.push_str(&thin_line(6.0));
        out.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblBorders>{edges}</w:tblBorders>\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/>\
             </w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        ));
        let bold = RunLook { bold: true, ..RunLook::default() };
        out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            out.push_str(&cell(&column.heading, *width, 1, Align::Centre, bold, true));
        }
        out.push_str("</w:tr>");
        let height = match table.row_height {
            0 => String::new(),
            height => {
                format!("<w:trHeight w:val=\"{}\" w:hRule=\"atLeast\"/>", xml::twips(f32::from(height)))
            }
        };
        for row in 0..table.rows.len() {
            let kind = table.kinds.get(&row);
            let look = if kind.is_some() { bold } else { RunLook::default() };
            let height = if kind == Some(&RowKind::Group) { "" } else { height.as_str() };
            out.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>"));
            // A heading within the table never ends a page, and the last row goes with the signature.
            let keep = kind == Some(&RowKind::Group) || last && row + 1 == table.rows.len();
            let mut at = 0;
            for (text, span) in table.cells(row) {
                let width: i32 = widths[at..at + span].iter().sum();
                let align = match kind {
                    Some(RowKind::Sum) if span > 1 => Align::Centre,
                    Some(RowKind::Group) => Align::Left,
                    _ => table.columns.get(at).map_or(Align::Left, |column| column.align),
                };
                out.push_str(&cell(text, width, span, align, look, keep));
                at += span;
            }
            out.push_str("</w:tr>");
        }
        // Word wants a paragraph after a table before another one or the end of the text.
        out.push_str("</w:tbl>");
        out.push_str(&thin_line(6.0));
    }

    /// A chart over the width of the text.
    fn chart(&mut self, chart: &Chart, keep: &str) {
        self.charts.push(chart.clone());
        let number = self.charts.len();
        let height = chart.height_mm().min(self.sheet.text_height);
        let (across, down) = ((self.sheet.text_width * EMU) as i64, (height * EMU) as i64);
        let alt = xml::escape(&chart.alt);
        let id = 1000 + number;
        let run = format!(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{across}\" cy=\"{down}\"/><wp:docPr id=\"{id}\" name=\"Biểu đồ {number}\" descr=\"{alt}\"/>\
             <a:graphic xmlns:a=\"{DRAWING}/main\"><a:graphicData uri=\"{CHART}\"><c:chart xmlns:c=\"{CHART}\" r:id=\"rIdChart{number}\"/>\
             </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        );
        let properties =
            format!("{keep}<w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>");
        self.out.push_str(&paragraph("Normal", &properties, &run));
    }

    /// A picture; what is none is told by its words.
    fn picture(&mut self, picture: &Picture) {
        let Some((dots_across, dots_down)) = png::size(&picture.png) else {
            let look = RunLook { italic: true, ..RunLook::default() };
            self.out.push_str(&paragraph("Line", "<w:jc w:val=\"center\"/>", &run(&picture.alt, look)));
            return;
        };
        self.pictures.push(picture.clone());
        let number = self.pictures.len();
        let width = f32::from(picture.width_mm).min(self.sheet.text_width);
        let height = (width * dots_down as f32 / dots_across as f32).min(self.sheet.text_height);
        let (across, down) = ((width * EMU) as i64, (height * EMU) as i64);
        let alt = xml::escape(&picture.alt);
        let run = format!(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{across}\" cy=\"{down}\"/><wp:docPr id=\"{number}\" name=\"Hình {number}\" descr=\"{alt}\"/>\
             <a:graphic xmlns:a=\"{DRAWING}/main\"><a:graphicData uri=\"{DRAWING}/picture\">\
             <pic:pic xmlns:pic=\"{DRAWING}/picture\"><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"Hình {number}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rIdPicture{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{across}\" cy=\"{down}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        );
        let properties = "<w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>";
        self.out.push_str(&paragraph("Normal", properties, &run));
    }
}

const PAGE_BREAK: &str = "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" \
    w:lineRule=\"exact\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>";

/// Namespaces of pictures (ECMA-376 part 1, chapter 20).
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

fn side(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}

/// Widths of a table's columns, which fill `whole`.
fn widths(table: &Table, whole: i32) -> Vec<i32> {
    let shares: u32 = table.columns.iter().map(|column| column.share.max(1)).sum::<u32>().max(1);
    let mut widths: Vec<i32> = table
        .columns
        .iter()
        .map(|column| (f64::from(whole) * f64::from(column.share.max(1)) / f64::from(shares)).floor() as i32)
        .collect();
    let used: i32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += whole - used;
    }
    widths
}

fn cell(text: &str, width: i32, span: usize, align: Align, look: RunLook, keep: bool) -> String {
    let keep = if keep { "<w:keepNext/>" } else { "" };
    let content = paragraph("Cell", &format!("{keep}<w:jc w:val=\"{}\"/>", side(align)), &run(text, look));
    let span = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}<w:vAlign w:val=\"center\"/></w:tcPr>{content}</w:tc>"
    )
}

/// An empty line so many points high.
pub(super) fn thin_line(points: f32) -> String {
    let height = xml::twentieths(points);
    let spacing =
        format!("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{height}\" w:lineRule=\"exact\"/>");
    paragraph("Cell", &format!("<w:keepNext/>{spacing}"), "")
}
