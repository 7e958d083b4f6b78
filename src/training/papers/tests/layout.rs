//! Every paper as Word file against its profile: sheet, margins, fonts, sizes, page number, table widths, signatures.

use std::io::{Cursor, Read};

use super::*;

struct File {
    document: String,
    styles: String,
    header: String,
}

fn unpacked(paper: &Paper, profile: &Profile) -> File {
    let bytes = print(paper, profile, Format::Docx).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    File {
        document: part("word/document.xml"),
        styles: part("word/styles.xml"),
        header: part("word/header1.xml"),
    }
}

fn twips(millimetres: f32) -> i32 {
    (millimetres * 1440.0 / 25.4).round() as i32
}

/// The widths of a table's columns.
fn grid(table: &str) -> Vec<i32> {
    let grid = &table[..table.find("</w:tblGrid>").unwrap()];
    let widths = grid.split("<w:gridCol w:w=\"").skip(1);
    widths.map(|rest| rest[..rest.find('"').unwrap()].parse().unwrap()).collect()
}

fn every_paper(check: impl Fn(&Paper, &Profile, &File, &str)) {
    let today = day("2026-11-22").unwrap();
    for profile in profiles() {
        for kind in ClassKind::ALL {
            for &paper in PaperKind::of(*kind) {
                let mut known = class(*kind);
                known.known.sessions[0].hall = "Hội trường B".into();
                known.known.hosts.push(Host {
                    name: "Trường Chính trị tỉnh Nam Sơn".into(),
                    signer: "Doãn Khắc Lượng".into(),
                    post: "Hiệu trưởng".into(),
                    unit: None,
                });
                for made in make(paper, &known, &office(), &profile, today) {
                    let file = unpacked(&made.paper, &profile);
                    check(&made.paper, &profile, &file, &format!("{} {paper:?} of a {kind:?}", profile.name));
                }
            }
        }
    }
}

#[test]
fn the_sheet_and_its_margins_are_the_profiles() {
    every_paper(|paper, profile, file, name| {
        let page = &profile.page;
        let (width, height) =
            if paper.landscape { (page.height, page.width) } else { (page.width, page.height) };
        let orient = if paper.landscape { " w:orient=\"landscape\"" } else { "" };
        let size = format!("<w:pgSz w:w=\"{}\" w:h=\"{}\"{orient}/>", twips(width), twips(height));
        assert!(file.document.contains(&size), "{name}");
        let margins = format!(
            "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\"",
            twips(page.top),
            twips(page.right),
            twips(page.bottom),
            twips(page.left),
            twips(page.header),
        );
        assert!(file.document.contains(&margins), "{name}");
        assert_eq!(file.document.contains("<w:pgBorders"), paper.framed, "{name}");
        // From page 2 on the number stands in the middle of the text; certificates have none.
        assert_eq!(file.header.contains(" PAGE "), paper.top != Top::Nothing, "{name}");
        let middle = twips((width - page.left - page.right) / 2.0);
        assert!(file.styles.contains(&format!("<w:tab w:val=\"center\" w:pos=\"{middle}\"/>")), "{name}");
    });
}

#[test]
fn fonts_sizes_and_distances_are_the_profiles() {
    every_paper(|_, profile, file, name| {
        let body = &profile.body;
        for wanted in [
            format!("w:ascii=\"{0}\" w:eastAsia=\"{0}\" w:hAnsi=\"{0}\" w:cs=\"{0}\"", profile.font),
            format!("<w:sz w:val=\"{}\"/>", (body.size * 2.0) as i32),
            format!("<w:sz w:val=\"{}\"/>", (profile.table.size * 2.0) as i32),
            format!("<w:sz w:val=\"{}\"/>", (profile.recipients.size * 2.0) as i32),
            format!(
                "<w:spacing w:before=\"{}\" w:after=\"0\" w:line=\"{}\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"{}\"/><w:jc w:val=\"both\"/>",
                (body.gap * 20.0) as i32,
                (body.line_pitch * 20.0) as i32,
                twips(body.first_line)
            ),
            "<w:lang w:val=\"vi-VN\"".to_owned(),
        ] {
            assert!(file.styles.contains(&wanted), "{name}: {wanted}");
        }
    });
}

#[test]
fn tables_fill_the_text_and_their_rows_are_not_torn() {
    every_paper(|paper, profile, file, name| {
        let page = &profile.page;
        let width = if paper.landscape { page.height } else { page.width };
        let text = twips(width - page.left - page.right);
        for table in file.document.split("<w:tbl>").skip(1) {
            let whole: i32 = grid(table).iter().sum();
            assert!((whole - text).abs() <= 2, "{name}: {whole} of {text}");
            let inside = &table[..table.find("</w:tbl>").unwrap()];
            assert_eq!(inside.matches("<w:tr>").count(), inside.matches("<w:cantSplit/>").count(), "{name}");
            if inside.contains("<w:tblBorders>") {
                assert_eq!(inside.matches("<w:tblHeader/>").count(), 1, "{name}");
            }
            // Every row fills the grid.
            for row in inside.split("<w:tr>").skip(1) {
                let cells = row.split("<w:tcW w:w=\"").skip(1);
                let sum: i32 =
                    cells.map(|rest| rest[..rest.find('"').unwrap()].parse::<i32>().unwrap()).sum();
                assert_eq!(sum, whole, "{name}");
            }
        }
    });
}

#[test]
fn signatures_and_heads_keep_the_rules_of_the_profile() {
    every_paper(|paper, profile, file, name| {
        let party = profile.signature.on_behalf == "T/M";
        let place = if party { "K/T TRƯỞNG BAN" } else { "KT. TRƯỞNG BAN" };
        // A record of a meeting is signed by its chair, a sheet for money by who paid it out.
        let own = ["CHỦ TRÌ", "NGƯỜI CHI TIỀN"].iter().find(|post| file.document.contains(*post));
        if own.is_none() {
            assert!(file.document.contains(place), "{name}");
            assert!(file.document.contains("PHÓ TRƯỞNG BAN"), "{name}");
        }
        let motto = if party {
            "ĐẢNG CỘNG SẢN VIỆT NAM"
        } else {
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        };
        assert!(file.document.contains(motto), "{name}");
        let numbered = matches!(paper.top, Top::Full | Top::Letter);
        let line = profile.number_line(&paper.number);
        assert_eq!(file.document.contains(&line), numbered, "{name}: {line}");
    });
}

#[test]
fn a_joint_plan_has_two_signatures_on_one_height() {
    let mut joint = class(ClassKind::Class);
    joint.known.hosts.push(Host {
        name: "Trường Chính trị".into(),
        signer: "Doãn Khắc Lượng".into(),
        post: "Hiệu trưởng".into(),
        unit: None,
    });
    for profile in profiles() {
        let today = day("2026-11-22").unwrap();
        let plan = make(PaperKind::Plan, &joint, &office(), &profile, today).remove(0).paper;
        let file = unpacked(&plan, &profile);
        let row = file.document.split("<w:tr>").find(|row| row.contains("Nghiêm Thị Kim Oanh")).unwrap();
        assert!(row.contains("Doãn Khắc Lượng"));
        let cells: Vec<usize> =
            row.split("<w:tc>").skip(1).map(|cell| cell.matches("<w:p>").count()).collect();
        assert_eq!(cells[0], cells[1], "as many lines above either name");
    }
}
