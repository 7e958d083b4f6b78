//! Documents put together from paragraphs as readers meet them, made presentable at the end.

use super::{Block, Content, Document, Notice, Paragraph, Reading, Refusal};
use crate::text::clean_text;
use crate::text::encoding::{OldEncoding, mend_font, old_font};

/// The document of blocks whose texts are as they came: texts of old fonts mended, everything cleaned. `known` is the old
/// encoding that the reader found by the names of fonts and has mended itself.
///
/// # Errors
/// [`Refusal::NoText`].
pub fn finish(mut document: Document, known: Option<OldEncoding>) -> Result<Reading, Refusal> {
    let old = old_font(&document.lines().join("\n"));
    let mut removed = 0;
    blocks(&mut document.blocks, old, &mut removed);
    for line in &mut document.margins {
        *line = presentable(line, old, &mut removed);
    }
    if document.lines().iter().all(|line| line.trim().is_empty()) {
        return Err(Refusal::NoText);
    }
    let mut notices: Vec<Notice> = old.or(known).map(Notice::ReadAs).into_iter().collect();
    if removed > 0 {
        notices.push(Notice::ControlsRemoved(removed));
    }
    Ok(Reading { content: Content::Document(document), notices })
}

fn blocks(list: &mut [Block], old: Option<OldEncoding>, removed: &mut usize) {
    for block in list {
        match block {
            Block::Paragraph(paragraph) => paragraph.text = presentable(&paragraph.text, old, removed),
            // Readers make tables of paragraphs only.
            Block::Table(rows) => rows.iter_mut().flatten().for_each(|cell| blocks(cell, old, removed)),
        }
    }
}

fn presentable(text: &str, old: Option<OldEncoding>, removed: &mut usize) -> String {
    let mended = old.map(|old| mend_font(text, old));
    let cleaned = clean_text(mended.as_deref().unwrap_or(text));
    *removed += cleaned.removed;
    cleaned.text.trim_end().to_owned()
}

/// A paragraph of plain text.
pub fn plain(text: &str) -> Block {
    Block::Paragraph(Paragraph { text: text.to_owned(), ..Paragraph::default() })
}
