use super::super::{Signature, Table};
use super::*;

fn party() -> Profile {
    Profile::shipped("dang").unwrap()
}

fn long(paragraphs: usize) -> Paper {
    let text = "Nhiều ý kiến của cán bộ, đảng viên và Nhân dân băn khoăn về giá sách giáo khoa năm học mới, cho rằng mức tăng \
                gây khó khăn cho gia đình có hai con đi học trở lên; đề nghị cơ quan chức năng sớm công khai danh mục.";
    Paper {
        superior: "Tỉnh ủy Nam Sơn".into(),
        bodies: vec!["Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn".into()],
        kind: "Báo cáo".into(),
        subject: "tình hình Nhân dân và dư luận xã hội tháng 10/2026".into(),
        place: "Nam Sơn".into(),
        blocks: vec![Block::Paragraph(text.into()); paragraphs],
        signatures: vec![Signature {
            post: "Trưởng ban".into(),
            name: "Lê Văn Hòa".into(),
            ..Signature::default()
        }],
        recipients: vec!["Lưu Văn phòng.".into()],
        ..Paper::default()
    }
}

#[test]
fn pages_are_counted_and_the_signature_stands_with_text() {
    assert_eq!(pages(&long(2), &party()).len(), 1);
    for paragraphs in 4..40 {
        let pages = pages(&long(paragraphs), &party());
        let last = pages.last().unwrap();
        assert!(matches!(last.lines.last(), Some(PageLine::Cells { .. })));
        let text =
            last.lines.iter().filter(|line| matches!(line, PageLine::Text(line) if line.text.contains(' ')));
        assert!(text.count() >= 2, "{paragraphs}: {:?}", last.lines);
        assert_eq!(pages[0].number, None);
        assert!(pages.iter().skip(1).enumerate().all(|(at, page)| page.number == Some(at + 2)));
    }
}

#[test]
fn no_row_of_the_screen_is_wider_than_it_and_no_word_is_lost() {
    let mut paper = long(12);
    let mut table =
        Table::of(&[("TT", 1, Align::Centre), ("Đơn vị", 5, Align::Left), ("Số", 2, Align::Right)]);
    for at in 0..60 {
        table.rows.push(vec![
            at.to_string(),
            format!("Ủy ban Mặt trận Tổ quốc Việt Nam xã số {at}"),
            "12".into(),
        ]);
    }
    table.sum(vec![String::new(), "Tổng cộng".into(), "720".into()]);
    paper.blocks.push(Block::Table(table));
    for width in [40, 60, 76, 100] {
        let all = pages(&paper, &party());
        let mut said = String::new();
        for page in &all {
            for row in rows(page, width) {
                let text = row.text();
                assert!(unicode_width::UnicodeWidthStr::width(text.as_str()) <= width, "{width}: {text}");
                said.push_str(&text);
                said.push(' ');
            }
        }
        let words: Vec<&str> = said.split([' ', '│', '─']).filter(|word| !word.is_empty()).collect();
        assert_eq!(words.iter().filter(|word| **word == "khoa").count(), 12, "{width}");
        let ruled =
            |page: &&Page| page.lines.iter().any(|line| matches!(line, PageLine::Cells { ruled: true, .. }));
        let tables = all.iter().filter(ruled).count();
        assert!(tables > 1);
        assert_eq!(words.iter().filter(|word| **word == "TT").count(), tables, "the heading comes back");
        assert!(words.contains(&"720"));
    }
}

#[test]
fn a_picture_takes_its_room() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x64\0\0\0\x64\x08\x02\0\0\0".to_vec();
    png.extend([0; 20]);
    let picture = Picture { png, width_mm: 160, alt: "Biểu đồ".into() };
    let mut paper = long(1);
    paper.blocks.push(Block::Picture(picture));
    assert_eq!(pages(&paper, &party()).len(), 2);
}
