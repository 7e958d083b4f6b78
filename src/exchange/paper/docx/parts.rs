//! The parts of the archive around the text.

use super::super::{Paper, Profile, Sheet, Top};
use super::xml::{self, DECLARATION, MAIN, RunLook};

/// `[Content_Types].xml`, with so many charts.
pub fn content_types(charts: usize) -> String {
    let mut types = CONTENT_TYPES.to_owned();
    for number in 1..=charts {
        types.push_str(&format!(
            "<Override PartName=\"/word/charts/chart{number}.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
        ));
    }
    types + "</Types>"
}

const CONTENT_TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Default Extension=\"png\" ContentType=\"image/png\"/>",
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>",
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml\"/>",
    "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>",
    "<Override PartName=\"/word/header2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>",
);

/// `_rels/.rels`.
pub const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "</Relationships>"
);

/// `word/_rels/document.xml.rels`, with so many pictures and charts.
pub fn document_relations(pictures: usize, charts: usize) -> String {
    let mut relations = DOCUMENT_RELATIONS.to_owned();
    for number in 1..=pictures {
        relations.push_str(&format!(
            "<Relationship Id=\"rIdPicture{number}\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/image{number}.png\"/>"
        ));
    }
    for number in 1..=charts {
        relations.push_str(&format!(
            "<Relationship Id=\"rIdChart{number}\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart\" Target=\"charts/chart{number}.xml\"/>"
        ));
    }
    relations + "</Relationships>"
}

const DOCUMENT_RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable\" Target=\"fontTable.xml\"/>",
    "<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>",
    "<Relationship Id=\"rId5\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header2.xml\"/>",
);

/// `word/settings.xml`. Compatibility mode 15 keeps Word from opening the paper in the layout of an older version.
pub const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>",
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>",
    "<w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/>",
    "</w:settings>"
);

/// `docProps/core.xml`.
pub fn properties(paper: &Paper) -> String {
    let title = xml::escape(format!("{} {}", paper.kind, paper.subject).trim());
    let creator = xml::escape(&paper.bodies.join(", "));
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>\
         <dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
}

/// `word/fontTable.xml`.
pub fn fonts(profile: &Profile) -> String {
    let font = xml::escape(&profile.font);
    format!(
        "{DECLARATION}<w:fonts xmlns:w=\"{MAIN}\"><w:font w:name=\"{font}\"><w:panose1 w:val=\"02020603050405020304\"/>\
         <w:charset w:val=\"00\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>"
    )
}

/// `word/styles.xml`: the profile's sizes and distances, so that a person can still change them in one place.
pub fn styles(profile: &Profile, sheet: Sheet) -> String {
    let font = xml::escape(&profile.font);
    let size = xml::half_points(profile.body.size);
    let mut styles = format!(
        "{DECLARATION}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\"/>\
         <w:color w:val=\"000000\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
         <w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    );
    styles.push_str(&text_styles(profile));
    styles.push_str(&layout_styles(profile, sheet));
    styles + "</w:styles>"
}

/// Styles of running text and headings.
fn text_styles(profile: &Profile) -> String {
    let body = format!(
        "<w:spacing w:before=\"{}\" w:after=\"0\" w:line=\"{}\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"{}\"/><w:jc w:val=\"both\"/>",
        xml::twentieths(profile.body.gap),
        xml::twentieths(profile.body.line_pitch),
        xml::twips(profile.body.first_line),
    );
    let mut styles = style("BodyText", "Body Text", "", &format!("<w:widowControl/>{body}"), "");
    for level in 1..=3_u8 {
        let heading = profile.heading(level);
        let mut look = String::new();
        if heading.bold {
            look.push_str("<w:b/><w:bCs/>");
        }
        if heading.italic {
            look.push_str("<w:i/><w:iCs/>");
        }
        let outline = format!("<w:keepNext/><w:keepLines/>{body}<w:outlineLvl w:val=\"{}\"/>", level - 1);
        let name = format!("heading {level}");
        styles.push_str(&style(&format!("Heading{level}"), &name, "BodyText", &outline, &look));
    }
    styles
}

/// Styles of head, title, cells, recipients and page header.
fn layout_styles(profile: &Profile, sheet: Sheet) -> String {
    let mut styles = style("Head", "Paper Head", "", "<w:jc w:val=\"center\"/>", "");
    styles.push_str(&style("PaperTitle", "Paper Title", "", "<w:keepNext/><w:jc w:val=\"center\"/>", ""));
    let line = format!(
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{}\" w:lineRule=\"atLeast\"/>",
        xml::twentieths(profile.body.line_pitch)
    );
    styles.push_str(&style("Line", "Paper Line", "", &line, ""));
    let table = xml::half_points(profile.table.size);
    let pitch = xml::twentieths(profile.table.line_pitch);
    styles.push_str(&style(
        "Cell",
        "Paper Cell",
        "",
        &format!("<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"{pitch}\" w:lineRule=\"atLeast\"/>"),
        &format!("<w:sz w:val=\"{table}\"/><w:szCs w:val=\"{table}\"/>"),
    ));
    let small = xml::half_points(profile.recipients.size);
    styles.push_str(&style(
        "Recipients",
        "Paper Recipients",
        "",
        "",
        &format!("<w:sz w:val=\"{small}\"/><w:szCs w:val=\"{small}\"/>"),
    ));
    let number = xml::half_points(profile.page.number_size);
    let middle = xml::twips(sheet.text_width / 2.0);
    let end = xml::twips(sheet.text_width);
    styles.push_str(&style(
        "Header",
        "header",
        "",
        &format!("<w:tabs><w:tab w:val=\"center\" w:pos=\"{middle}\"/><w:tab w:val=\"right\" w:pos=\"{end}\"/></w:tabs>"),
        &format!("<w:sz w:val=\"{number}\"/><w:szCs w:val=\"{number}\"/>"),
    ));
    styles
}

fn style(id: &str, name: &str, next: &str, paragraph: &str, run: &str) -> String {
    let next = if next.is_empty() { String::new() } else { format!("<w:next w:val=\"{next}\"/>") };
    let run = if run.is_empty() { String::new() } else { format!("<w:rPr>{run}</w:rPr>") };
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>{next}\
         <w:qFormat/><w:pPr>{paragraph}</w:pPr>{run}</w:style>"
    )
}

/// A page header: the number in the middle from page 2 on, and the mark of an invented office on every page.
pub fn header(paper: &Paper, profile: &Profile, numbered: bool) -> String {
    // Sheets that stand for themselves, such as certificates, are not numbered.
    let numbered = numbered && paper.top != Top::Nothing;
    let mut runs = String::new();
    if numbered || !paper.mark.is_empty() {
        runs.push_str("<w:r><w:tab/></w:r>");
    }
    if numbered {
        for kind in ["begin", "instr", "separate", "text", "end"] {
            runs.push_str(&match kind {
                "instr" => "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>".to_owned(),
                "text" => "<w:r><w:t>2</w:t></w:r>".to_owned(),
                _ => format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>"),
            });
        }
    }
    if !paper.mark.is_empty() {
        let look = RunLook { bold: true, size: Some(profile.recipients.size), ..RunLook::default() };
        runs.push_str("<w:r><w:tab/></w:r>");
        runs.push_str(&xml::run(&paper.mark, look));
    }
    let paragraph = xml::paragraph("Header", "", &runs);
    format!("{DECLARATION}<w:hdr xmlns:w=\"{MAIN}\">{paragraph}</w:hdr>")
}
