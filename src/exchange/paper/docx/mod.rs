//! Writes a paper as a Word file.
//!
//! The parts are written here rather than through a library: the layout of official papers needs the language of the
//! text, header rows that repeat in tables, and elements in the order the standard asks for, and a paper uses only a
//! dozen elements of WordprocessingML (ECMA-376 part 1, chapter 17).

mod blocks;
mod body;
mod chart;
mod parts;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Paper, PaperError, Profile, Sheet};

/// The paper as a .docx. The same paper gives the same bytes.
///
/// # Errors
/// What making the archive answers.
pub fn write(paper: &Paper, profile: &Profile) -> Result<Vec<u8>, PaperError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let (document, pictures, charts) = body::document(paper, profile);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", parts::content_types(charts.len())),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::properties(paper)),
        ("word/_rels/document.xml.rels", parts::document_relations(pictures.len(), charts.len())),
        ("word/styles.xml", parts::styles(profile, Sheet::of(paper, profile))),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/fontTable.xml", parts::fonts(profile)),
        ("word/header1.xml", parts::header(paper, profile, true)),
        ("word/header2.xml", parts::header(paper, profile, false)),
        ("word/document.xml", document),
    ] {
        archive.start_file(name, options)?;
        archive.write_all(content.as_bytes())?;
    }
    for (at, picture) in pictures.iter().enumerate() {
        archive.start_file(format!("word/media/image{}.png", at + 1), options)?;
        archive.write_all(&picture.png)?;
    }
    for (at, chart) in charts.iter().enumerate() {
        archive.start_file(format!("word/charts/chart{}.xml", at + 1), options)?;
        archive.write_all(chart::part(chart, profile).as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
