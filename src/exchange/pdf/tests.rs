//! PDF files made on the spot.

use std::io::Write as _;

use super::*;
use crate::exchange::{Block, Content};

/// A file of one page that is drawn so; `more` objects stand behind it.
fn pdf(drawing: &str, more: &[Vec<u8>]) -> Source {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
            .to_vec(),
        format!("<</Length {}>>stream\n{drawing}\nendstream", drawing.len()).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    objects.extend_from_slice(more);
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        writeln!(bytes, "{} 0 obj", at + 1).unwrap();
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let start = bytes.len();
    write!(bytes, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(bytes, "{place:010} 00000 n ").unwrap();
    }
    write!(bytes, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", objects.len() + 1).unwrap();
    Source::new("a.pdf", bytes)
}

fn lines(source: &Source) -> Vec<String> {
    match read(source).unwrap().content {
        Content::Document(document) => document.lines(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn letters_are_put_together_where_they_stand() {
    let drawing = "BT /F 10 Tf 100 700 Td (Dau) Tj 300 0 Td (cot hai) Tj -300 -40 Td [(Ba)-20(o)-500(cao)] TJ \
        0 -40 Td (- dong day den het le phai cua trang giay nay, rat dai va day du chu hon nua nhe) Tj \
        0 -12 Td (roi di tiep) Tj 0 -12 Td (2. moi) Tj ET";
    assert_eq!(
        lines(&pdf(drawing, &[])),
        [
            "Dau",
            "cot hai",
            "Bao cao",
            "- dong day den het le phai cua trang giay nay, rat dai va day du chu hon nua nhe roi di tiep",
            "2. moi",
        ]
    );
}

#[test]
fn scans_cut_files_and_bombs_are_refused() {
    assert_eq!(read(&pdf("0 0 10 10 re f", &[])).unwrap_err(), Refusal::NotSupported(Kind::Scan));
    let mut cut = pdf("BT /F 10 Tf (x) Tj ET", &[]).bytes;
    cut.truncate(cut.len() / 3);
    assert!(read(&Source::new("a.pdf", cut)).is_err());
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&vec![b' '; UNPACKED_LIMIT + 1]).unwrap();
    let packed = packed.finish().unwrap();
    let head = format!("<</Type/ObjStm/N 1/First 0/Filter/FlateDecode/Length {}>>stream\n", packed.len());
    let bomb = [head.as_bytes(), &packed, b"\nendstream"].concat();
    assert!(matches!(read(&pdf("", &[bomb])).unwrap_err(), Refusal::Unpacks { .. }));
}

#[test]
fn what_goes_round_or_down_forever_ends() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let _ = read(&pdf(&format!("BT /F 10 Tf {deep} TJ (x) Tj ET"), &[deep.into_bytes()]));
    // A page tree whose pages are itself, and a font that leads back to itself.
    let round = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\n\
        trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF";
    assert!(read(&Source::new("a.pdf", round.to_vec())).is_err());
    let font =
        b"<</Type/Font/Subtype/Type0/Encoding 6 0 R/DescendantFonts 6 0 R/ToUnicode 6 0 R/W 6 0 R>>".to_vec();
    let _ = read(&pdf("BT /F 10 Tf (x) Tj ET", &[font]));
}

#[test]
fn columns_drawn_cell_by_cell_or_line_by_line_are_tables() {
    let cells = "BT /F 10 Tf 100 700 Td (TREN) Tj 0 -12 Td (DUOI) Tj 200 12 Td (PHAI) Tj 0 -12 Td (Ngay 1 thang 2) Tj ET \
        BT /F 10 Tf 100 600 Td (Than bai o ben duoi bang) Tj ET";
    let tabs = "BT /F 10 Tf 100 700 Td (TREN) Tj 200 0 Td (PHAI) Tj -200 -12 Td (DUOI) Tj 200 0 Td (Ngay 1 thang 2) Tj ET \
        BT /F 10 Tf 100 600 Td (Than bai o ben duoi bang) Tj ET";
    let table = |drawing: &str| match read(&pdf(drawing, &[])).unwrap().content {
        Content::Document(document) => {
            let [Block::Table(rows), Block::Paragraph(after)] = &document.blocks[..] else {
                panic!("{:?}", document.blocks)
            };
            assert_eq!(after.text, "Than bai o ben duoi bang");
            rows.iter().map(|row| row.iter().map(Vec::len).collect()).collect::<Vec<Vec<usize>>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(table(cells), [[2, 2]]);
    assert_eq!(table(tabs), [[1, 1], [1, 1]]);
}
