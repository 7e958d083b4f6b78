//! `word/document.xml`: the paper itself, from the head to the annex.

use super::super::lines::broken;
use super::super::profile::Look;
use super::super::{Chart, Closing, Paper, Picture, Profile, Sheet, Signature, Top};
use super::xml::{self, DECLARATION, MAIN, RunLook, paragraph, run};

/// The part, and the pictures and charts it refers to in their order.
pub fn document(paper: &Paper, profile: &Profile) -> (String, Vec<Picture>, Vec<Chart>) {
    let mut body = Body {
        paper,
        profile,
        sheet: Sheet::of(paper, profile),
        out: String::new(),
        pictures: Vec::new(),
        charts: Vec::new(),
    };
    if paper.top != Top::Nothing {
        body.head(paper.top != Top::Bare);
        body.title();
    }
    body.blocks(&paper.blocks);
    body.closing();
    if let Some(annex) = &paper.annex {
        let look = RunLook { bold: true, size: None, ..RunLook::default() };
        let properties = "<w:pageBreakBefore/><w:spacing w:after=\"240\"/>";
        body.out.push_str(&paragraph("PaperTitle", properties, &run(&annex.title, look)));
        body.blocks(&annex.blocks);
    }
    let section = body.section();
    body.out.push_str(&section);
    let document = format!(
        "{DECLARATION}<w:document xmlns:w=\"{MAIN}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{}</w:body></w:document>",
        body.out
    );
    (document, body.pictures, body.charts)
}

/// The text as it is written.
pub struct Body<'a> {
    pub(super) paper: &'a Paper,
    pub(super) profile: &'a Profile,
    pub(super) sheet: Sheet,
    pub(super) out: String,
    pub(super) pictures: Vec<Picture>,
    pub(super) charts: Vec<Chart>,
}

/// A line of a layout column: the text in the profile's case, in the largest size that fits; broken well where none does.
fn line(style: &str, properties: &str, text: &str, look: &Look, width: f32) -> String {
    let text = look.cased(text.trim());
    let broken = broken(&text, look.size(&text, width), look.bold, width);
    paragraph(style, properties, &run(&broken, RunLook::of(look, &text, width)))
}

impl Body<'_> {
    /// Bodies and motto; with number and date above a paper that has them.
    pub(super) fn head(&mut self, numbered: bool) {
        let (paper, layout) = (self.paper, &self.profile.head);
        let [left_width, right_width] = self.sheet.head(self.profile);
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
        let motto: String = layout
            .motto
            .iter()
            .map(|motto| line("Head", "", &motto.text, &motto.look, right_width))
            .collect();
        let rows = if numbered {
            let number = self.profile.number_line(&paper.number);
            let mut number = line("Head", &air, &number, &layout.number_style, left_text);
            if paper.top == Top::Letter && !paper.subject.trim().is_empty() {
                let subject = format!("V/v {}", paper.subject.trim());
                let look = Look {
                    sizes: vec![LETTER_SUBJECT],
                    italic: !layout.date_beside_number,
                    ..Look::default()
                };
                number.push_str(&line("Head", &air, &subject, &look, left_text));
            }
            let date = self.profile.date_line(&paper.place, paper.date);
            let before = if layout.date_beside_number { "" } else { "<w:spacing w:before=\"120\"/>" };
            let date = line("Head", before, &date, &layout.place_date_style, right_width);
            if layout.date_beside_number {
                vec![vec![left, motto], vec![number, date]]
            } else {
                vec![vec![left + &number, motto + &date]]
            }
        } else {
            vec![vec![left, motto]]
        };
        self.out.push_str(&xml::layout_table(&[left_width, right_width], &rows));
    }

    fn title(&mut self) {
        let (paper, layout) = (self.paper, &self.profile.title);
        if paper.top == Top::Letter {
            self.addressees();
            return;
        }
        let width = self.sheet.text_width;
        let above = format!("<w:spacing w:before=\"{}\"/>", xml::twentieths(self.profile.head.gap_below));
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
        self.out.push_str(&title);
        self.addressees();
        let below = format!(
            "<w:spacing w:before=\"0\" w:line=\"{}\" w:lineRule=\"exact\"/>",
            xml::twentieths(layout.gap_below)
        );
        self.out.push_str(&paragraph("PaperTitle", &below, ""));
    }

    /// Kính gửi: one on its line, several below each other.
    fn addressees(&mut self) {
        let gap = xml::twentieths(self.profile.head.gap_below);
        let spacing = format!("<w:spacing w:before=\"{gap}\" w:after=\"120\"/>");
        match self.paper.addressees.as_slice() {
            [] => {}
            [one] => {
                let text = format!("Kính gửi: {}", one.trim());
                let broken = broken(&text, self.profile.body.size, false, self.sheet.text_width - 30.0);
                self.out.push_str(&paragraph("PaperTitle", &spacing, &run(&broken, RunLook::default())));
            }
            many => {
                let side = xml::twips(self.sheet.text_width / 4.0);
                let first = format!(
                    "<w:spacing w:before=\"{gap}\"/><w:ind w:left=\"{side}\"/><w:jc w:val=\"left\"/>"
                );
                self.out.push_str(&paragraph("PaperTitle", &first, &run("Kính gửi:", RunLook::default())));
                let inside = side + xml::twips(18.0);
                for one in many {
                    let properties = format!("<w:ind w:left=\"{inside}\"/><w:jc w:val=\"left\"/>");
                    let text = format!("- {}", one.trim());
                    self.out.push_str(&paragraph("PaperTitle", &properties, &run(&text, RunLook::default())));
                }
            }
        }
    }

    /// Signatures and Nơi nhận: side by side, or with two signers the signatures side by side and the list below.
    fn closing(&mut self) {
        let paper = self.paper;
        if paper.signatures.is_empty() && paper.recipients.is_empty() {
            return;
        }
        self.out.push_str(&super::blocks::thin_line(self.profile.signature.gap_above));
        let widths = self.sheet.signature(self.profile);
        let list = recipients(paper, self.profile, widths[0]);
        let rows = if paper.signatures.len() > 1 {
            let mut rows = self.signed(&paper.signatures, "");
            if !paper.recipients.is_empty() {
                rows.push(vec![super::blocks::thin_line(12.0) + &list, String::new()]);
            }
            rows
        } else {
            let one = paper.signatures.first();
            vec![vec![list, one.map_or(String::new(), |one| signature(one, self.profile, widths[1], 0))]]
        };
        self.out.push_str(&xml::layout_table(&widths, &rows));
        // The last paragraph of the text, as small as can be: it must not start a page of its own.
        self.out.push_str(&super::blocks::thin_line(1.0));
    }

    /// Signatures within the text, the date above the last.
    pub(super) fn closing_block(&mut self, closing: &Closing) {
        let widths = self.sheet.signature(self.profile);
        self.out.push_str(&super::blocks::thin_line(self.profile.signature.gap_above));
        let date = if closing.dated {
            let text = self.profile.date_line(&self.paper.place, self.paper.date);
            line("Head", AFTER_DATE, &text, &self.profile.head.place_date_style, widths[1])
        } else {
            String::new()
        };
        let rows = self.signed(&closing.signatures, &date);
        self.out.push_str(&xml::layout_table(&widths, &rows));
        self.out.push_str(&super::blocks::thin_line(1.0));
    }

    /// Rows of two signatures each, one alone on the right; `date` stands above the right one of the first row, with which it
    /// keeps together.
    fn signed(&self, signatures: &[Signature], date: &str) -> Vec<Vec<String>> {
        let widths = self.sheet.signature(self.profile);
        let lines = signatures.iter().map(written).max().unwrap_or(0);
        let mut rows = Vec::new();
        for (at, pair) in signatures.chunks(2).enumerate() {
            let date = if at == 0 { date } else { "" };
            // An empty line as high as the date keeps the posts on one height.
            let beside = if date.is_empty() {
                String::new()
            } else {
                line("Head", AFTER_DATE, "\u{a0}", &self.profile.head.place_date_style, widths[0])
            };
            let mut cells = match pair {
                [left, right] => vec![
                    beside + &signature(left, self.profile, widths[0], lines),
                    date.to_owned() + &signature(right, self.profile, widths[1], lines),
                ],
                _ => vec![String::new(), date.to_owned()],
            };
            if let [one] = pair {
                cells[1].push_str(&signature(one, self.profile, widths[1], lines));
            }
            rows.push(cells);
        }
        rows
    }

    fn section(&self) -> String {
        let (page, sheet) = (&self.profile.page, self.sheet);
        let across = if self.paper.landscape { " w:orient=\"landscape\"" } else { "" };
        let frame = if self.paper.framed { FRAME } else { "" };
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:headerReference w:type=\"first\" r:id=\"rId5\"/>\
             <w:pgSz w:w=\"{}\" w:h=\"{}\"{across}/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" \
             w:footer=\"{}\" w:gutter=\"0\"/>{frame}<w:cols w:space=\"708\"/><w:titlePg/></w:sectPr>",
            xml::twips(sheet.width),
            xml::twips(sheet.height),
            xml::twips(page.top),
            xml::twips(page.right),
            xml::twips(page.bottom),
            xml::twips(page.left),
            xml::twips(page.header),
            xml::twips(page.header),
        )
    }
}

/// Size of the subject below the number of a letter.
const LETTER_SUBJECT: f32 = 12.0;

/// Room below the date of a list.
const AFTER_DATE: &str = "<w:spacing w:after=\"60\"/>";

/// A double line around the page, measured from its edge.
const FRAME: &str = "<w:pgBorders w:offsetFrom=\"page\">\
    <w:top w:val=\"double\" w:sz=\"12\" w:space=\"20\" w:color=\"000000\"/>\
    <w:left w:val=\"double\" w:sz=\"12\" w:space=\"20\" w:color=\"000000\"/>\
    <w:bottom w:val=\"double\" w:sz=\"12\" w:space=\"20\" w:color=\"000000\"/>\
    <w:right w:val=\"double\" w:sz=\"12\" w:space=\"20\" w:color=\"000000\"/></w:pgBorders>";

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

fn recipients(paper: &Paper, profile: &Profile, width: f32) -> String {
    if paper.recipients.is_empty() {
        return String::new();
    }
    let layout = &profile.recipients;
    let mut out = line("Recipients", "", &layout.title, &layout.title_style, width);
    for recipient in &paper.recipients {
        let text = format!("{}{}", layout.bullet, recipient.trim());
        let air = format!("<w:ind w:right=\"{}\"/>", xml::twips(4.0));
        out.push_str(&paragraph("Recipients", &air, &run(&text, RunLook::default())));
    }
    out
}
