//! Readers against files made on the spot.

use std::io::{Cursor, Write as _};

use super::*;

/// A docx of one main part.
fn docx(parts: &[(&str, &str)]) -> Source {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    Source::new("a.docx", zip.finish().unwrap().into_inner())
}

fn main(body: &str) -> Source {
    docx(&[("word/document.xml", &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"))])
}

fn document(source: &Source) -> Document {
    match read(source, None).map(|reading| reading.content) {
        Ok(Content::Document(document)) => document,
        other => panic!("{other:?}"),
    }
}

#[test]
fn runs_breaks_fields_and_changes() {
    let source = main(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:jc w:val=\"center\"/></w:pPr>
           <w:r><w:rPr><w:b/></w:rPr><w:t>Báo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t xml:space=\"preserve\"> cáo &amp;</w:t><w:br/><w:t>hai</w:t></w:r></w:p>
         <w:p><w:r><w:t>Trang </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>
           <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>
           <w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins>
           <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p><w:p/>",
    );
    let document = document(&source);
    let Block::Paragraph(first) = &document.blocks[0] else { panic!() };
    assert_eq!(first.text, "Báo\t cáo &\nhai");
    assert!(first.bold && first.centred && !first.italic);
    assert_eq!(document.lines()[2..], ["Trang thêm", ""]);
}

#[test]
fn tables_and_text_boxes_once() {
    let source = main(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>
         <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>lặp</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>
         <w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>xóa</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
         <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
           <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    );
    let document = document(&source);
    let Block::Table(rows) = &document.blocks[0] else { panic!() };
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(document.lines(), ["a", "", "b", "HỎA TỐC"]);
    assert_eq!(document.margins, ["HỎA TỐC"]);
}

#[test]
fn headers_and_watermarks_are_margins() {
    let source = docx(&[
        ("word/document.xml", "<w:document><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"),
        (
            "word/header1.xml",
            "<w:hdr><w:p><w:r><w:t>MẬT</w:t></w:r></w:p><w:p><v:textpath string=\"TỐI MẬT\"/></w:p></w:hdr>",
        ),
    ]);
    let margins = document(&source).margins;
    assert!(
        margins.iter().any(|line| line == "MẬT") && margins.iter().any(|line| line == "TỐI MẬT"),
        "{margins:?}"
    );
}

#[test]
fn hostile_files_are_refused() {
    let entities =
        docx(&[("word/document.xml", "<!DOCTYPE w [<!ENTITY a \"b\">]><w:document>&a;</w:document>")]);
    assert_eq!(read(&entities, None).unwrap_err(), Refusal::Entities);
    let deep = main(&("<w:tbl><w:tr><w:tc>".repeat(500) + &"</w:tc></w:tr></w:tbl>".repeat(500)));
    assert!(matches!(read(&deep, None).unwrap_err(), Refusal::TooDeep { .. }));
    let bomb = main(&"<w:p/>".repeat(12_000_000));
    assert!(matches!(read(&bomb, None).unwrap_err(), Refusal::Unpacks { .. }));
    let mut cut = main("<w:p><w:r><w:t>x</w:t></w:r></w:p>").bytes;
    cut.truncate(cut.len() / 2);
    assert_eq!(read(&Source::new("a.docx", cut), None).unwrap_err(), Refusal::CutOff);
    assert_eq!(read(&main("<w:p/>"), None).unwrap_err(), Refusal::NoText);
}

#[test]
fn kinds_are_told_by_content() {
    let refused = |name: &str, bytes: &[u8]| read(&Source::new(name, bytes.to_vec()), None).unwrap_err();
    assert_eq!(refused("a.docx", b""), Refusal::Empty);
    assert_eq!(refused("a.txt", b"%PDF-1.4"), Refusal::CutOff);
    assert_eq!(refused("a.docx", b"{\\rtf1"), Refusal::CutOff);
    assert_eq!(refused("a.docx", "chữ".as_bytes()), Refusal::PlainTextNamed { extension: "docx".into() });
    let mails = read(&Source::new("a", b"From a@b Mon\nFrom: a@b\n\nx".to_vec()), None).unwrap().content;
    assert!(matches!(mails, Content::Mailbox(mails) if mails.len() == 1));
    assert_eq!(refused("a.png", b"\x89PNG\r\n\x1a\n"), Refusal::NotSupported(Kind::Picture));
    assert_eq!(refused("a.bin", &[0; 100]), Refusal::NotSupported(Kind::Unknown));
    let mail =
        b"From: a <a@b.example>\r\nDate: Mon, 07 Sep 2026 23:30:05 +0000\r\nSubject: x\r\n\r\nchao\r\n";
    match read(&Source::new("a.txt", mail.to_vec()), None).unwrap().content {
        Content::Mail(mail) => assert_eq!(mail.date.unwrap().to_string(), "2026-09-08 06:30:05"),
        other => panic!("{other:?}"),
    }
}
