//! Rich texts made on the spot.

use super::*;
use crate::exchange::{Content, Notice};

fn reading(text: &str) -> Reading {
    read(&Source::new("a.rtf", text.as_bytes().to_vec())).unwrap()
}

fn document(text: &str) -> Document {
    match reading(text).content {
        Content::Document(document) => document,
        other => panic!("{other:?}"),
    }
}

#[test]
fn letters_by_number_by_code_page_and_by_font() {
    let text = document(
        r"{\rtf1\ansi\ansicpg1258\uc1 Vi\'ea\'f2t \u272?\u-10179?\u-8704? {\uc0\u7845} \{x\}\~y\par}",
    );
    assert_eq!(text.lines()[0], "Việt Đ😀 ấ {x} y");
    let old = reading(
        r"{\rtf1\ansi\deff1{\fonttbl{\f0\fcharset0 .VnTimeH;}{\f1\fcharset0 .VnTime;}{\f2\fcharset163 Arial;}}{\f0 b\'b8o c\'b8o}\par d\'ad lu\'cbn x\'b7 h\'e9i {\f2 \'f0\'e1}\par}",
    );
    let Content::Document(document) = &old.content else { panic!() };
    assert_eq!(document.lines()[..2], ["BÁO CÁO", "dư luận xã hội đá"]);
    assert_eq!(old.notices, [Notice::ReadAs(OldEncoding::Tcvn3)]);
}

#[test]
fn layout_tables_and_what_is_no_text() {
    let text = document(
        r"{\rtf1{\info{\title bỏ}}{\header \pard MAT\par}\pard\qc\b Dam\b0\par\pard thuong{\v an}{\deleted xoa}\line hai\par
\trowd\intbl a\par b\cell\intbl c\cell\row\pard sau{\*\bia la}{\pict 00}{\field{\*\fldinst PAGE}{\fldrslt 7}}{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard HOA TOC\par}}}\par}",
    );
    let Block::Paragraph(first) = &text.blocks[0] else { panic!() };
    assert!(first.bold && first.centred && first.text == "Dam");
    assert_eq!(text.lines(), ["Dam", "thuong", "hai", "a", "b", "c", "sau7"]);
    let Block::Table(rows) = &text.blocks[2] else { panic!("{:?}", text.blocks) };
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [2]);
    assert_eq!(text.margins, ["MAT", "HOA TOC"]);
}

#[test]
fn broken_texts_are_refused() {
    let refused = |text: &str| read(&Source::new("a.rtf", text.as_bytes().to_vec())).unwrap_err();
    assert_eq!(refused(r"{\rtf1 chu\par"), Refusal::CutOff);
    assert_eq!(refused(r"{\rtf1{\pict 00}}"), Refusal::NoText);
    assert!(matches!(refused(&("{\\rtf1".to_owned() + &"{".repeat(600))), Refusal::TooDeep { .. }));
    assert_eq!(refused("{\\rtf1\\bin999999999 x}"), Refusal::CutOff);
}
