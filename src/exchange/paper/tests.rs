use std::io::{Cursor, Read};

use super::*;

fn sample() -> Paper {
    Paper {
        superior: "Đảng bộ tỉnh Nam Sơn".into(),
        bodies: vec!["Đảng ủy xã Lộc An".into()],
        number: Number { number: String::new(), kind: "BC".into(), code: "ĐU".into() },
        place: "Lộc An".into(),
        date: PaperDate { day: None, month: 11, year: 2026 },
        kind: "Báo cáo".into(),
        subject: "tình hình Nhân dân và dư luận xã hội tháng 10/2026".into(),
        blocks: vec![
            Block::Heading { level: 1, text: "I- TÌNH HÌNH CHUNG".into() },
            Block::Paragraph(
                "Trong tháng, tình hình tư tưởng, đời sống của Nhân dân cơ bản ổn định; <giá> & \"điện\"."
                    .into(),
            ),
            Block::Heading { level: 2, text: "1. Địa phương".into() },
            Block::Table(Table {
                columns: vec![
                    Column { heading: "TT".into(), share: 1, align: Align::Centre },
                    Column { heading: "Đơn vị".into(), share: 5, align: Align::Left },
                    Column { heading: "Số báo cáo".into(), share: 2, align: Align::Right },
                ],
                rows: vec![
                    vec!["1".into(), "Thôn Đông Hạ".into(), "7".into()],
                    vec!["2".into(), "Thôn 3".into()],
                ],
                ..Table::default()
            }),
        ],
        signatures: vec![Signature {
            authority: "T/M BAN THƯỜNG VỤ".into(),
            post: "PHÓ BÍ THƯ".into(),
            name: "Nghiêm Thị Kim Oanh".into(),
        }],
        recipients: vec!["Ban Tuyên giáo và Dân vận Tỉnh ủy (b/c),".into(), "Lưu Văn phòng Đảng ủy.".into()],
        ..Paper::default()
    }
}

fn party() -> Profile {
    Profile::shipped("dang").unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Every part is well-formed XML.
fn well_formed(bytes: &[u8]) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..archive.len() {
        let mut text = String::new();
        let name = archive.by_index(index).unwrap().name().unwrap().into_owned();
        archive.by_index(index).unwrap().read_to_string(&mut text).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error:?}"),
            }
        }
    }
}

#[test]
fn page_margins_and_numbering_follow_the_party_profile() {
    let bytes = print(&sample(), &party(), Format::Docx).unwrap();
    well_formed(&bytes);
    let document = part(&bytes, "word/document.xml");
    // A4 with 20, 15, 20 and 30 mm.
    assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "{document}");
    assert!(document.contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""));
    assert!(document.contains("<w:titlePg/>"));
    // The first page has a header without a number, the others one with it, in the middle of the text.
    assert!(!part(&bytes, "word/header2.xml").contains("PAGE"));
    assert!(part(&bytes, "word/header1.xml").contains(" PAGE "));
    assert!(part(&bytes, "word/styles.xml").contains("<w:tab w:val=\"center\" w:pos=\"4677\"/>"));
    let section = document.rfind("<w:sectPr>").unwrap();
    assert!(
        document.rfind("<w:p>").unwrap() < section && document.ends_with("</w:sectPr></w:body></w:document>")
    );
}

#[test]
fn fonts_language_and_line_pitch_stand_in_the_styles() {
    let bytes = print(&sample(), &party(), Format::Docx).unwrap();
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains(
        "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
    ));
    assert!(styles.contains("<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"));
    assert!(styles.contains("<w:lang w:val=\"vi-VN\""));
    // Exactly 18 points, first line 10 mm, justified.
    assert!(
        styles.contains(
            "w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>"
        )
    );
}

#[test]
fn the_head_never_wraps_the_motto_and_prints_its_lines() {
    let bytes = print(&sample(), &party(), Format::Docx).unwrap();
    let document = part(&bytes, "word/document.xml");
    let head = &document[..document.find("</w:tbl>").unwrap()];
    assert!(head.contains("<w:tblLayout w:type=\"fixed\"/>"));
    let widths: Vec<i32> = head
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|rest| rest[..rest.find('"').unwrap()].parse().unwrap())
        .collect();
    assert_eq!(widths.iter().sum::<i32>(), 9354);
    for (text, look) in [
        ("ĐẢNG BỘ TỈNH NAM SƠN", "<w:rPr><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr>"),
        ("ĐẢNG ỦY XÃ LỘC AN", "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"28\"/>"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "<w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/><w:u w:val=\"single\"/>"),
        ("Số \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}-BC/ĐU", "<w:sz w:val=\"28\"/>"),
        ("Lộc An, ngày \u{a0}\u{a0}\u{a0} tháng 11 năm 2026", "<w:i/><w:iCs/>"),
    ] {
        let at = head.find(text).unwrap_or_else(|| panic!("{text} in {head}"));
        let run = &head[head[..at].rfind("<w:r>").unwrap()..at];
        assert!(run.contains(look), "{text}: {run}");
    }
    for profile in [party(), Profile::shipped("nha-nuoc").unwrap()] {
        for motto in &profile.head.motto {
            let size = motto.look.size(&motto.text, profile.head.right_width);
            assert!(metrics::width(&motto.text, size, motto.look.bold) < profile.head.right_width - 1.0);
        }
        let columns = profile.head.left_width + profile.head.right_width;
        assert!((columns - profile.page.text_width()).abs() < 0.01);
        let columns = profile.signature.left_width + profile.signature.right_width;
        assert!((columns - profile.page.text_width()).abs() < 0.01);
    }
}

#[test]
fn long_place_names_get_a_smaller_date_that_still_fits() {
    let look = party().head.place_date_style;
    let date = PaperDate { day: Some(15), month: 11, year: 2026 };
    let short = party().date_line("Lộc An", date);
    let long = party().date_line("Thành phố Hồ Chí Minh", date);
    assert!((look.size(&short, 93.0) - 14.0).abs() < 0.01);
    assert!(look.size(&long, 93.0) < 14.0);
}

#[test]
fn tables_repeat_their_heading_and_fill_the_width() {
    let bytes = print(&sample(), &party(), Format::Docx).unwrap();
    let document = part(&bytes, "word/document.xml");
    let table = &document[document.find("<w:tblBorders>").unwrap()..];
    let table = &table[..table.find("</w:tbl>").unwrap()];
    let widths: Vec<i32> = table
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|rest| rest[..rest.find('"').unwrap()].parse().unwrap())
        .collect();
    assert_eq!(widths.len(), 3);
    assert_eq!(widths.iter().sum::<i32>(), 9354);
    assert_eq!(table.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(table.matches("<w:tr>").count(), 3);
    // The row that came one cell short has three.
    assert_eq!(table.matches("<w:tc>").count(), 9);
}

#[test]
fn numbers_and_dates_are_written_as_the_rules_say() {
    let state = Profile::shipped("nha-nuoc").unwrap();
    let number = |text: &str| Number { number: text.into(), kind: "BC".into(), code: "ĐU".into() };
    assert_eq!(party().number_line(&number("12")), "Số 12-BC/ĐU");
    assert_eq!(party().number_line(&number("12-BC/BTGDVTU")), "Số 12-BC/BTGDVTU");
    assert_eq!(state.number_line(&number("30")), "Số: 30/BC-ĐU");
    let date = |day, month| PaperDate { day: Some(day), month, year: 2026 };
    assert_eq!(party().date_line("Lộc An", date(5, 2)), "Lộc An, ngày 05 tháng 02 năm 2026");
    assert_eq!(party().date_line("", date(15, 3)), "ngày 15 tháng 3 năm 2026");
    assert_eq!(party().on_behalf("Ban Thường vụ"), "T/M BAN THƯỜNG VỤ");
    assert_eq!(party().in_place("Trưởng ban"), "K/T TRƯỞNG BAN");
    assert_eq!(state.by_order("Chủ tịch"), "TL. CHỦ TỊCH");
}

#[test]
fn what_nobody_filled_in_stops_the_print_and_is_named() {
    for (text, found) in [
        ("Kính gửi {tên đơn vị}.", "{tên đơn vị}"),
        ("Theo ⟦0190aa⟧ nêu trên.", "⟦0190aa⟧"),
        ("Họp ngày ……… tại xã.", "………"),
        ("Người ký: [họ tên]", "[họ tên]"),
    ] {
        let mut paper = sample();
        paper.blocks.push(Block::Paragraph(text.into()));
        match print(&paper, &party(), Format::Docx) {
            Err(PaperError::Placeholders(left)) => assert_eq!(left, [found]),
            other => panic!("{text}: {:?}", other.map(|bytes| bytes.len())),
        }
    }
    let mut paper = sample();
    paper.blocks.push(Block::Paragraph("Theo tài liệu [12], giá điện... tăng.".into()));
    assert!(print(&paper, &party(), Format::Text).is_ok());
}

#[test]
fn control_characters_and_marks_of_xml_do_not_break_the_file() {
    let mut paper = sample();
    paper.blocks.push(Block::Paragraph("a\u{0}b\u{1b}[31m <w:p> & \u{ffff}".into()));
    let bytes = print(&paper, &party(), Format::Docx).unwrap();
    well_formed(&bytes);
    assert!(part(&bytes, "word/document.xml").contains("ab[31m &lt;w:p&gt; &amp; <"));
}

#[test]
fn an_invented_office_is_marked_on_every_page() {
    let mut paper = sample();
    paper.mark = "DỮ LIỆU MINH HỌA".into();
    let bytes = print(&paper, &party(), Format::Docx).unwrap();
    assert!(part(&bytes, "word/header1.xml").contains("DỮ LIỆU MINH HỌA"));
    assert!(part(&bytes, "word/header2.xml").contains("DỮ LIỆU MINH HỌA"));
    assert!(plain::markdown(&paper, &party()).starts_with("**DỮ LIỆU MINH HỌA**"));
    assert!(plain::text(&paper, &party()).lines().next().unwrap().ends_with("DỮ LIỆU MINH HỌA"));
}

#[test]
fn a_long_name_of_a_body_breaks_in_plain_text_where_the_word_file_breaks_it() {
    let mut paper = sample();
    paper.bodies = vec!["Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn".into()];
    let text = plain::text(&paper, &party());
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    assert!(lines.iter().any(|line| line.starts_with("BAN TUYÊN GIÁO VÀ ")), "{text}");
    assert!(lines.contains(&"DÂN VẬN TỈNH ỦY NAM SƠN"), "{text}");
}

#[test]
fn joint_papers_have_two_bodies_and_two_signatures() {
    let mut paper = sample();
    paper.bodies = vec!["Ban Xây dựng Đảng".into(), "Trung tâm Chính trị".into()];
    let other =
        Signature {
            authority: String::new(), post: "Giám đốc".into(), name: "Doãn Khắc Lượng".into()
        };
    paper.signatures.push(other);
    let document = part(&print(&paper, &party(), Format::Docx).unwrap(), "word/document.xml");
    let second = document.find("Doãn Khắc Lượng").unwrap();
    assert!(document.find("TRUNG TÂM CHÍNH TRỊ").unwrap() < document.find("BÁO CÁO").unwrap());
    assert!(document.find("Nghiêm Thị Kim Oanh").unwrap() < second);
    assert!(second < document.find("Nơi nhận:").unwrap());
    // A head who signs in their own right is printed bold.
    let post = document.find("GIÁM ĐỐC").unwrap();
    assert!(document[..post].ends_with(
        "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">"
    ));
}

#[test]
fn plain_text_keeps_to_its_lines_and_markdown_to_its_marks() {
    let mut paper = sample();
    paper.blocks.push(Block::Paragraph("1. một * hai_ba\n- bốn".into()));
    let text = plain::text(&paper, &party());
    assert!(text.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 76), "{text}");
    assert!(text.contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
    assert!(text.contains("TT: 1; Đơn vị: Thôn Đông Hạ; Số báo cáo: 7"));
    let markdown = plain::markdown(&paper, &party());
    assert!(markdown.contains("## I- TÌNH HÌNH CHUNG"));
    assert!(markdown.contains("| 1 | Thôn Đông Hạ | 7 |"), "{markdown}");
    assert!(markdown.contains("1\\. một \\* hai\\_ba  \n\\- bốn"), "{markdown}");
    let bytes = print(&paper, &party(), Format::Text).unwrap();
    assert!(bytes.starts_with(&[0xef, 0xbb, 0xbf]));
    assert!(!String::from_utf8(bytes).unwrap().replace("\r\n", "").contains('\n'));
}

#[test]
fn formats_are_known_by_the_ending() {
    assert_eq!(Format::of(Path::new("a/B.DOCX")), Some(Format::Docx));
    assert_eq!(Format::of(Path::new("b.md")), Some(Format::Markdown));
    assert_eq!(Format::of(Path::new("b.pdf")), None);
    assert_eq!(Format::of(Path::new("b")), None);
}

#[test]
fn broken_profiles_are_refused() {
    assert!(Profile::read("name = 1").is_err());
    assert!(Profile::read(&format!("{}\nspare = 1", include_str!("../../../profiles/dang.toml"))).is_err());
}

#[test]
fn an_offices_own_profile_takes_the_place_of_the_shipped_one_and_a_broken_one_names_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let name = |name| Profile::in_folder(name, Some(folder.path())).map(|profile| profile.name);
    assert_eq!(name("dang").unwrap(), "Văn bản của Đảng");
    let path = profile::own_path("dang", Some(folder.path())).unwrap();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let own = |text: &str| std::fs::write(&path, text).unwrap();
    let shipped = profile::shipped_text("dang");
    own(&format!("\u{feff}{}", shipped.replace("Văn bản của Đảng", "Mẫu riêng")));
    assert_eq!(name("dang").unwrap(), "Mẫu riêng");
    assert_eq!(name("nha-nuoc").unwrap(), "Văn bản hành chính nhà nước", "the other one is as it was");
    own(&shipped.replace("top = 20", "top = \"hai\""));
    let line = shipped.lines().position(|line| line.starts_with("top")).unwrap() + 1;
    assert!(matches!(name("dang"), Err(ProfileError::Own { line: at, .. }) if at == line));
    own(&shipped.replace("left_width = 72", "left_width = 172"));
    assert!(matches!(name("dang"), Err(ProfileError::Measures(_))));
    // A name out of somebody's file is no path.
    assert_eq!(profile::own_path("../dang", Some(folder.path())), None);
}

#[test]
fn a_letter_a_landscape_list_and_a_picture_are_written_as_word_reads_them() {
    let mut letter = sample();
    letter.top = Top::Letter;
    letter.subject = "mời báo cáo viên".into();
    letter.addressees = vec!["Sở Y tế".into(), "Sở Xây dựng".into()];
    let document = part(&print(&letter, &party(), Format::Docx).unwrap(), "word/document.xml");
    assert!(document.find("V/v mời báo cáo viên").unwrap() < document.find("Kính gửi:").unwrap());
    assert!(document.contains("- Sở Xây dựng") && !document.contains("BÁO CÁO</w:t>"));

    let mut list = sample();
    list.top = Top::Bare;
    list.landscape = true;
    let bytes = print(&list, &party(), Format::Docx).unwrap();
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    assert!(!document.contains("-BC/ĐU"));
    // The head takes the whole width of the sheet that lies across: 252 mm.
    let head = &document[..document.find("</w:tblGrid>").unwrap()];
    let widths = head.split("<w:gridCol w:w=\"").skip(1);
    let sum: i32 = widths.map(|rest| rest[..rest.find('"').unwrap()].parse::<i32>().unwrap()).sum();
    assert!((sum - 14287).abs() <= 1, "{sum}");

    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\xc8\0\0\0\x64\x08\x02\0\0\0".to_vec();
    png.extend([0; 16]);
    let mut report = sample();
    let picture =
        |png: Vec<u8>| Block::Picture(Picture { png, width_mm: 400, alt: "Biểu đồ <tuần>".into() });
    report.blocks.push(picture(png.clone()));
    let bytes = print(&report, &party(), Format::Docx).unwrap();
    well_formed_but_pictures(&bytes);
    // Never wider than the text, 165 mm, and half as high as wide.
    assert!(part(&bytes, "word/document.xml").contains("<wp:extent cx=\"5940000\" cy=\"2970000\"/>"));
    assert!(part(&bytes, "word/_rels/document.xml.rels").contains("Target=\"media/image1.png\""));
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut stored = Vec::new();
    archive.by_name("word/media/image1.png").unwrap().read_to_end(&mut stored).unwrap();
    assert_eq!(stored, png);
    // What is no picture is told by its words.
    report.blocks.push(picture(b"GIF89a".to_vec()));
    let bytes = print(&report, &party(), Format::Docx).unwrap();
    assert!(!part(&bytes, "word/_rels/document.xml.rels").contains("image2"));
}

/// The parts that are text are well-formed XML.
fn well_formed_but_pictures(bytes: &[u8]) {
    for name in ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"] {
        let text = part(bytes, name);
        let mut reader = quick_xml::Reader::from_str(&text);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
}
