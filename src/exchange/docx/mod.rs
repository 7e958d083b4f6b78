//! Word files: paragraphs, tables and text boxes in reading order, as a reader of the printed paper sees them.

mod body;
mod numbering;
pub(super) mod xml;

use super::{Archive, Content, Document, Notice, Reading, Refusal, Source};
use crate::text::encoding::{OldEncoding, old_font};
use body::Body;
use numbering::{Numbering, Styles};
use xml::{attribute, damaged};

use quick_xml::Reader;
use quick_xml::events::Event;

/// Most header and footer parts that are looked at.
const MARGIN_LIMIT: usize = 60;

/// Reads a Word file.
///
/// # Errors
/// [`Refusal`] when it is cut off, damaged, a bomb, or empty of text.
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    let (mut document, mut removed) = document(source, None)?;
    if document.lines().iter().all(|line| line.trim().is_empty()) {
        return Err(Refusal::NoText);
    }
    let mut notices = Vec::new();
    if let Some(old) = old_font(&document.lines().join("\n")) {
        // A letter of the old fonts is the soft hyphen, which cleaning takes out: it is read once more.
        (document, removed) = self::document(source, Some(old))?;
        notices.push(Notice::ReadAs(old));
    }
    if removed > 0 {
        notices.push(Notice::ControlsRemoved(removed));
    }
    Ok(Reading { content: Content::Document(document), notices })
}

/// The document, with texts of old fonts mended, and how many characters were taken out.
fn document(source: &Source, old: Option<OldEncoding>) -> Result<(Document, usize), Refusal> {
    let mut archive = Archive::open(&source.bytes)?;
    let main = main_part(&mut archive)?;
    let numbering = match archive.text("word/numbering.xml")? {
        Some(xml) => Numbering::read(&xml)?,
        None => Numbering::default(),
    };
    let styles = match archive.text("word/styles.xml")? {
        Some(xml) => Styles::read(&xml)?,
        None => Styles::default(),
    };
    let xml = archive.text(&main)?.ok_or_else(|| damaged(&main))?;
    let mut body = Body::new(styles, numbering);
    body.old = old;
    let blocks = body.read(&xml, &main)?;
    drop(xml);
    let mut document = Document { blocks, margins: std::mem::take(&mut body.boxes) };
    let margins: Vec<String> = archive
        .names()
        .iter()
        .filter(|name| name.starts_with("word/header") || name.starts_with("word/footer"))
        .take(MARGIN_LIMIT)
        .cloned()
        .collect();
    for name in margins {
        if let Some(xml) = archive.text(&name)? {
            let blocks = body.read(&xml, &name)?;
            document.margins.append(&mut body.boxes);
            document.margins.extend(super::lines_of(&blocks));
        }
    }
    Ok((document, body.removed))
}

/// The name of the main part: the usual one, else what the relations of the package say.
fn main_part(archive: &mut Archive) -> Result<String, Refusal> {
    const USUAL: &str = "word/document.xml";
    if archive.has(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let relations = archive.text("_rels/.rels")?.ok_or_else(|| damaged("_rels/.rels"))?;
    let mut reader = Reader::from_str(&relations);
    loop {
        match reader.read_event().map_err(|_| damaged("_rels/.rels"))? {
            Event::Start(element) | Event::Empty(element) => {
                let kind = attribute(&element, "Type").unwrap_or_default();
                if kind.ends_with("/officeDocument") {
                    let target = attribute(&element, "Target").unwrap_or_default();
                    return Ok(target.trim_start_matches('/').to_owned());
                }
            }
            Event::DocType(_) => return Err(Refusal::Entities),
            Event::Eof => return Err(damaged("_rels/.rels")),
            _ => {}
        }
    }
}
