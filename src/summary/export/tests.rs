mod limits;

use std::fs;

use uuid::Uuid;

use super::*;
use crate::exchange::paper::PaperError;
use crate::summary::checks::Kept;
use crate::summary::gather::draft;
use crate::summary::gather::tests::{october, outline, phrases};
use crate::summary::problem::ExportError;

fn head() -> OfficeHead {
    OfficeHead {
        name: "Đảng ủy xã Lộc An".into(),
        superior: "Đảng bộ tỉnh Nam Sơn".into(),
        place: "Lộc An".into(),
        document_code: "ĐU".into(),
        profile: "dang".into(),
        demonstration: false,
    }
}

fn synthesis() -> Synthesis {
    let mut sections = draft(&october(), &outline(), &phrases());
    for (section, heading) in
        sections.iter_mut().zip(["Tình hình chung", "Địa phương", "Nhận định, dự báo", "Kiến nghị"])
    {
        section.heading = heading.into();
    }
    Synthesis {
        title: "tình hình Nhân dân và dư luận xã hội tháng 10/2026".into(),
        sections,
        ..Synthesis::default()
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()
}

#[test]
fn the_paper_has_the_offices_head_numbered_headings_and_no_citation() {
    let paper = paper(&synthesis(), &head(), today(), &Exhibits::default(), None);
    assert_eq!((paper.date.day, paper.date.month, paper.date.year), (None, 11, 2026));
    assert_eq!(paper.signatures[0].authority, "T/M BAN THƯỜNG VỤ");
    let headings: Vec<&str> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(headings[..2], ["I- TÌNH HÌNH CHUNG", "II- ĐỊA PHƯƠNG"]);
    assert!(headings.contains(&"b) Giáo dục (2 báo cáo, giảm 1 so với kỳ trước)"));
    assert!(!format!("{paper:?}").contains('⟦'));
    assert!(paper.mark.is_empty() && paper.annex.is_none());
}

#[test]
fn empty_sections_drop_out_and_the_rest_is_numbered_anew() {
    let mut synthesis = synthesis();
    synthesis.sections[0].body.clear();
    let top = Section { id: Uuid::from_u128(1), heading: "Vấn đề".into(), ..Section::default() };
    synthesis.sections[1].parent = Some(top.id);
    synthesis.sections.insert(1, top);
    let paper = paper(&synthesis, &head(), today(), &Exhibits::default(), None);
    let first: Vec<&Block> = paper.blocks.iter().take(2).collect();
    assert_eq!(first[0], &Block::Heading { level: 1, text: "I- VẤN ĐỀ".into() });
    assert_eq!(first[1], &Block::Heading { level: 2, text: "1. Địa phương".into() });
}

#[test]
fn the_annex_lists_every_sentence_with_its_reports() {
    let material = october();
    let paper = paper(
        &synthesis(),
        &head(),
        today(),
        &Exhibits::default(),
        Some(Sources { material: &material, kept: &Kept::default() }),
    );
    let annex = paper.annex.unwrap();
    let Block::Table(table) = &annex.blocks[1] else { panic!("no table") };
    let row = table.rows.iter().find(|row| row[1].contains("giá bộ sách")).unwrap();
    assert_eq!(row[2], "LA-H-0001 Hội LHPN xã Lộc An, 01/10/2026\nLA-H-0002 Thôn 7, 02/10/2026");
}

#[test]
fn invented_offices_are_marked_and_state_bodies_sign_their_way() {
    let office =
        OfficeHead { demonstration: true, profile: "nha-nuoc".into(), name: "UBND xã".into(), ..head() };
    let paper = paper(&synthesis(), &office, today(), &Exhibits::default(), None);
    assert_eq!(paper.mark, "DỮ LIỆU MINH HỌA");
    assert_eq!(paper.signatures[0].authority, "");
    let mut own = synthesis();
    own.signs_for = "K/T TRƯỞNG BAN".into();
    own.signer_post = "PHÓ TRƯỞNG BAN".into();
    own.signer = "Tạ Thị Thanh Huệ".into();
    own.recipients = "Thường trực Tỉnh ủy,\n\nLưu Ban.".into();
    own.document_date = NaiveDate::from_ymd_opt(2026, 10, 30);
    let paper = super::paper(&own, &office, today(), &Exhibits::default(), None);
    assert_eq!(paper.signatures[0].name, "Tạ Thị Thanh Huệ");
    assert_eq!(paper.recipients, ["Thường trực Tỉnh ủy,", "Lưu Ban."]);
    assert_eq!(paper.date, PaperDate { day: Some(30), month: 10, year: 2026 });
}

#[test]
fn files_appear_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("BC.docx");
    write(&path, &synthesis(), &head(), today(), &Exhibits::default(), None).unwrap();
    assert!(fs::read(&path).unwrap().starts_with(b"PK"));
    for (name, wanted) in [("BC.md", "## I- TÌNH HÌNH CHUNG"), ("BC.TXT", "BÁO CÁO")] {
        let path = folder.path().join(name);
        write(&path, &synthesis(), &head(), today(), &Exhibits::default(), None).unwrap();
        assert!(fs::read_to_string(&path).unwrap().contains(wanted));
    }
    let unknown =
        write(&folder.path().join("BC.pdf"), &synthesis(), &head(), today(), &Exhibits::default(), None);
    assert!(matches!(unknown, Err(ExportError::UnknownFormat(_))));
    let nowhere = write(
        &folder.path().join("khong co/BC.docx"),
        &synthesis(),
        &head(),
        today(),
        &Exhibits::default(),
        None,
    );
    assert!(matches!(nowhere, Err(ExportError::Write { .. })));
    let empty = write(
        &folder.path().join("trong.docx"),
        &Synthesis::default(),
        &head(),
        today(),
        &Exhibits::default(),
        None,
    );
    assert!(matches!(empty, Err(ExportError::Empty)));
    let mut left = synthesis();
    left.sections[0].body = "Kính gửi {tên đơn vị}".into();
    let refused = write(&path, &left, &head(), today(), &Exhibits::default(), None);
    assert!(matches!(refused, Err(ExportError::Paper(PaperError::Placeholders(_)))));
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["BC.TXT", "BC.docx", "BC.md"]);
}

#[test]
fn lettered_lines_are_headings() {
    for line in ["a) Đất đai (7 báo cáo)", "đ) Y tế", "aa) Khác"] {
        assert!(is_subheading(line), "{line}");
    }
    for line in ["a) Nhiều ý kiến lo lắng.", "Theo báo cáo (2)", "1) Một", "a)Sát", "A) Hoa"] {
        assert!(!is_subheading(line), "{line}");
    }
}
