//! `word/document.xml`: the paper itself, from the head to the annex.

use super::super::lines::broken;
use super::super::profile::Look;
use super::super::{Align, Block, Paper, Profile, Signature, Table};
use super::xml::{self, DECLARATION, MAIN, RunLook, paragraph, run};

/// The whole part.
pub fn document(paper: &Paper, profile: &Profile) -> String {
    let mut body = head(paper, profile);
    body.push_str(&title(paper, profile));
    blocks(&mut body, &paper.blocks, profile);
    body.push_str(&closing(paper, profile));
    if let Some(annex) = &paper.annex {
        let look = RunLook { bold: true, size: None, ..RunLook::default() };
        let properties = "<w:pageBreakBefore/><w:spacing w:after=\"240\"/>";
        body.push_str(&paragraph("PaperTitle", properties, &run(&annex.title, look)));
        blocks(&mut body, &annex.blocks, profile);
    }
    body.push_str(&section(profile));
    format!(
        "{DECLARATION}<w:document xmlns:w=\"{MAIN}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>"
    )
}

/// A line of a layout column: the text in the profile's case, in the largest size that fits; broken well where none does.
fn line(style: &str, properties: &str, text: &str, look: &Look, width: f32) -> String {
    let text = look.cased(text.trim());
    let broken = broken(&text, look.size(&text, width), look.bold, width);
    paragraph(style, properties, &run(&broken, RunLook::of(look, &text, width)))
}

fn head(paper: &Paper, profile: &Profile) -> String {
    let layout = &profile.head;
    let (left_width, right_width) = (layout.left_width, layout.right_width);
    // A little air between the columns, taken from the left one, so that a full line does not touch the motto.
    let left_text = left_width - 2.0;
    let air = format!("<w:ind w:right=\"{}\"/>", xml::twips(2.0));
    let mut left = String::new();
    if !paper.superior.trim().is_empty() {
        left.push_str(&line("Head", &air, &paper.superior, &layout.superior, left_text));
    }
    for body in &paper.bodies {
        left.push_str(&line("Head", &air, body, &layout.body, left_text));
    }
    match layout.after_body.as_str() {
        "rule" => left.push_str(&xml::rule("Head", left_width)),
        "" => {}
        words => left.push_str(&line("Head", &air, words, &layout.number_style, left_text)),
    }
    let number = profile.number_line(&paper.number);
    let number = line("Head", &air, &number, &layout.number_style, left_text);
    let date = profile.date_line(&paper.place, paper.date);
    let before = if layout.date_beside_number { "" } else { "<w:spacing w:before=\"120\"/>" };
    let date = line("Head", before, &date, &layout.place_date_style, right_width);
    let motto: String =
        layout.motto.iter().map(|motto| line("Head", "", &motto.text, &motto.look, right_width)).collect();
    let rows = if layout.date_beside_number {
        vec![vec![left, motto], vec![number, date]]
    } else {
        vec![vec![left + &number, motto + &date]]
    };
    xml::layout_table(&[left_width, right_width], &rows)
}

fn title(paper: &Paper, profile: &Profile) -> String {
    let layout = &profile.title;
    let width = profile.page.text_width();
    let above = format!("<w:spacing w:before=\"{}\"/>", xml::twentieths(profile.head.gap_below));
    let mut title = line("PaperTitle", &above, &paper.kind, &layout.kind, width);
    if !paper.subject.trim().is_empty() {
        let text = paper.subject.trim();
        // A long subject is set in from both sides, so that its lines keep together in the middle.
        let properties = format!("<w:ind w:left=\"{0}\" w:right=\"{0}\"/>", xml::twips(10.0));
        title.push_str(&line("PaperTitle", &properties, text, &layout.subject, width - 20.0));
    }
    match layout.after_subject.as_str() {
        "rule" => title.push_str(&xml::rule("PaperTitle", width)),
        words => title.push_str(&paragraph("PaperTitle", "", &run(words, RunLook::default()))),
    }
    let below = format!(
        "<w:spacing w:before=\"0\" w:line=\"{}\" w:lineRule=\"exact\"/>",
        xml::twentieths(layout.gap_below)
    );
    title + &paragraph("PaperTitle", &below, "")
}

fn blocks(body: &mut String, blocks: &[Block], profile: &Profile) {
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading { level, text } => {
                let style = format!("Heading{}", (*level).clamp(1, 3));
                body.push_str(&paragraph(&style, "", &run(text, RunLook::default())));
            }
            Block::Paragraph(text) => {
                // The last one goes with what follows it: a signature never stands alone on a page.
                let keep = if index + 1 == blocks.len() { "<w:keepNext/>" } else { "" };
                body.push_str(&paragraph("BodyText", keep, &run(text, RunLook::default())));
            }
            Block::Table(rows) => body.push_str(&table(rows, profile)),
            Block::PageBreak => body.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        }
    }
}

/// A ruled table over the whole width; its heading row comes back on every page.
fn table(table: &Table, profile: &Profile) -> String {
    let whole = xml::twips(profile.page.text_width());
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
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let edges: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .iter()
        .map(|edge| format!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"))
        .collect();
    let mut out = thin_line(6.0);
    out.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblBorders>{edges}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    ));
    let bold = RunLook { bold: true, ..RunLook::default() };
    let headings = table.columns.iter().map(|column| column.heading.as_str());
    out.push_str(&row("<w:cantSplit/><w:tblHeader/>", headings, &widths, |_| Align::Centre, bold));
    for cells in &table.rows {
        let padded = (0..widths.len()).map(|index| cells.get(index).map_or("", String::as_str));
        let align = |index: usize| table.columns.get(index).map_or(Align::Left, |column| column.align);
        out.push_str(&row("<w:cantSplit/>", padded, &widths, align, RunLook::default()));
    }
    // Word wants a paragraph after a table before another one or the end of the text.
    out + "</w:tbl>" + &thin_line(6.0)
}

/// An empty line so many points high.
fn thin_line(points: f32) -> String {
    let height = xml::twentieths(points);
    let spacing =
        format!("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{height}\" w:lineRule=\"exact\"/>");
    paragraph("Cell", &format!("<w:keepNext/>{spacing}"), "")
}

fn row<'a>(
    properties: &str,
    cells: impl Iterator<Item = &'a str>,
    widths: &[i32],
    align: impl Fn(usize) -> Align,
    look: RunLook,
) -> String {
    let mut out = format!("<w:tr><w:trPr>{properties}</w:trPr>");
    for (index, (text, width)) in cells.zip(widths).enumerate() {
        let side = match align(index) {
            Align::Left => "left",
            Align::Centre => "center",
            Align::Right => "right",
        };
        let content = paragraph("Cell", &format!("<w:jc w:val=\"{side}\"/>"), &run(text, look));
        let middle = if look.bold { "<w:vAlign w:val=\"center\"/>" } else { "" };
        out.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{middle}</w:tcPr>{content}</w:tc>"
        ));
    }
    out + "</w:tr>"
}

/// Signatures and Nơi nhận: side by side, or with two signers the signatures side by side and the list below.
fn closing(paper: &Paper, profile: &Profile) -> String {
    let layout = &profile.signature;
    if paper.signatures.is_empty() && paper.recipients.is_empty() {
        return String::new();
    }
    let widths = [layout.left_width, layout.right_width];
    let mut out = thin_line(layout.gap_above);
    let recipients = recipients(paper, profile);
    let lines = paper.signatures.iter().map(written).max().unwrap_or(0);
    let rows: Vec<Vec<String>> = if paper.signatures.len() > 1 {
        let pairs = paper.signatures.chunks(2).map(|pair| {
            let mut cells: Vec<String> =
                pair.iter().zip(widths).map(|(one, width)| signature(one, profile, width, lines)).collect();
            cells.resize(2, String::new());
            cells
        });
        pairs.chain(std::iter::once(vec![recipients, String::new()])).collect()
    } else {
        let signed =
            paper.signatures.first().map_or(String::new(), |one| signature(one, profile, widths[1], lines));
        vec![vec![recipients, signed]]
    };
    out.push_str(&xml::layout_table(&widths, &rows));
    // The last paragraph of the text, as small as can be: it must not start a page of its own.
    out + &thin_line(1.0)
}

/// A block of `lines` lines above the name, so that names side by side stand on one height.
fn signature(one: &Signature, profile: &Profile, width: f32, lines: usize) -> String {
    let layout = &profile.signature;
    let mut out = String::new();
    if !one.authority.trim().is_empty() {
        out.push_str(&line("Head", "", &one.authority, &layout.authority, width));
    }
    if !one.post.trim().is_empty() {
        // Who signs in their own right stands where the authority would: in its weight.
        let look = if one.authority.trim().is_empty() { &layout.authority } else { &layout.post };
        out.push_str(&line("Head", "", &one.post, look, width));
    }
    for _ in written(one)..lines {
        out.push_str(&paragraph("Head", "", ""));
    }
    let room = format!("<w:spacing w:before=\"{}\"/>", xml::twentieths(layout.room));
    out + &line("Head", &room, &one.name, &layout.name, width)
}

/// Lines above the name.
fn written(one: &Signature) -> usize {
    [&one.authority, &one.post].iter().filter(|line| !line.trim().is_empty()).count()
}

fn recipients(paper: &Paper, profile: &Profile) -> String {
    if paper.recipients.is_empty() {
        return String::new();
    }
    let layout = &profile.recipients;
    let mut out = line("Recipients", "", &layout.title, &layout.title_style, profile.signature.left_width);
    for recipient in &paper.recipients {
        let text = format!("{}{}", layout.bullet, recipient.trim());
        let air = format!("<w:ind w:right=\"{}\"/>", xml::twips(4.0));
        out.push_str(&paragraph("Recipients", &air, &run(&text, RunLook::default())));
    }
    out
}

fn section(profile: &Profile) -> String {
    let page = &profile.page;
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:headerReference w:type=\"first\" r:id=\"rId5\"/>\
         <w:pgSz w:w=\"{}\" w:h=\"{}\"/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" \
         w:footer=\"{}\" w:gutter=\"0\"/><w:cols w:space=\"708\"/><w:titlePg/></w:sectPr>",
        xml::twips(page.width),
        xml::twips(page.height),
        xml::twips(page.top),
        xml::twips(page.right),
        xml::twips(page.bottom),
        xml::twips(page.left),
        xml::twips(page.header),
        xml::twips(page.header),
    )
}
