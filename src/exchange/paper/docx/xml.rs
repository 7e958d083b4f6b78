//! The few elements of WordprocessingML a paper is made of.

use super::super::profile::Look;

/// First line of every part.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Namespace of the text.
pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Twentieths of a point in so many millimetres.
pub fn twips(millimetres: f32) -> i32 {
    (millimetres * 1440.0 / 25.4).round() as i32
}

/// Twentieths of a point in so many points.
pub fn twentieths(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

/// Half points in so many points: the unit of type sizes.
pub fn half_points(points: f32) -> i32 {
    (points * 2.0).round() as i32
}

/// Text for an element: escaped, and without the characters XML 1.0 cannot hold.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(sign),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(sign),
        }
    }
    escaped
}

/// How a run of text looks beyond its paragraph's style.
#[derive(Clone, Copy, Default)]
pub struct RunLook {
    /// Bold.
    pub bold: bool,
    /// Italics.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Size in points; `None` keeps the style's.
    pub size: Option<f32>,
}

impl RunLook {
    /// The look a profile asks for, in the size with which `text` stays within `width` millimetres.
    pub fn of(look: &Look, text: &str, width: f32) -> Self {
        Self {
            bold: look.bold,
            italic: look.italic,
            underline: look.underline,
            size: Some(look.size(text, width)),
        }
    }

    fn properties(self) -> String {
        let mut inside = String::new();
        for (on, element) in [(self.bold, "<w:b/><w:bCs/>"), (self.italic, "<w:i/><w:iCs/>")] {
            if on {
                inside.push_str(element);
            }
        }
        if let Some(size) = self.size.map(half_points) {
            inside.push_str(&format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"));
        }
        if self.underline {
            inside.push_str("<w:u w:val=\"single\"/>");
        }
        if inside.is_empty() { inside } else { format!("<w:rPr>{inside}</w:rPr>") }
    }
}

/// A run of text; line breaks and tabs become elements.
pub fn run(text: &str, look: RunLook) -> String {
    let mut content = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            content.push_str("<w:br/>");
        }
        for (place, part) in line.split('\t').enumerate() {
            if place > 0 {
                content.push_str("<w:tab/>");
            }
            if !part.is_empty() {
                content.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(part)));
            }
        }
    }
    format!("<w:r>{}{content}</w:r>", look.properties())
}

/// A paragraph of a style with properties of its own (in the order of the standard) and runs.
pub fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>")
}

/// A short line in the middle of a column of `width` millimetres, a third of it long.
pub fn rule(style: &str, width: f32) -> String {
    let side = twips(width / 3.0);
    let properties = format!(
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"40\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"{side}\" w:right=\"{side}\"/>"
    );
    paragraph(style, &properties, "")
}

/// A borderless table of fixed column widths in millimetres; `rows` are the finished cells' contents.
pub fn layout_table(widths: &[f32], rows: &[Vec<String>]) -> String {
    let twips: Vec<i32> = widths.iter().map(|width| twips(*width)).collect();
    let total: i32 = twips.iter().sum();
    let grid: String = twips.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let mut table = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>"
    );
    for row in rows {
        table.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (width, content) in twips.iter().zip(row) {
            let content = if content.is_empty() { paragraph("Cell", "", "") } else { content.clone() };
            table.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>"
            ));
        }
        table.push_str("</w:tr>");
    }
    table + "</w:tbl>"
}
