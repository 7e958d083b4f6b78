//! What offices really have: names of 120 letters, nobody named to sign, months of 5,000 reports, forty pages.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::exchange::paper::pages::{PageLine, sheets};
use crate::exchange::{self, Content, Source as File};
use crate::summary::gather::Material;
use crate::text;

/// 120 letters, as bodies of merged communes are named.
const LONG: &str = "Ban Chỉ đạo công tác nắm bắt tư tưởng, dư luận xã hội và định hướng thông tin tuyên truyền liên xã \
                    Lộc An, Lộc Hà, Hà Ba";

/// The words of the Word file, as a reader of Word files finds them.
fn written(synthesis: &Synthesis, office: &OfficeHead) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("BC.docx");
    write(&path, synthesis, office, today(), &Exhibits::default(), None).unwrap();
    let reading = exchange::read(&File::open(&path).unwrap(), None).unwrap();
    let Content::Document(document) = reading.content else { panic!("no document") };
    folded(&document.lines().join(" "))
}

fn folded(text: &str) -> String {
    text::fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages(synthesis: &Synthesis, office: &OfficeHead) -> Vec<crate::exchange::paper::pages::Page> {
    as_pages(synthesis, office, today(), &Exhibits::default()).unwrap()
}

#[test]
fn a_name_of_120_letters_stands_whole_on_the_paper_and_on_the_screen() {
    assert_eq!(LONG.chars().count(), 120);
    for profile in ["dang", "nha-nuoc"] {
        let office = OfficeHead {
            name: LONG.into(),
            superior: format!("{LONG} tỉnh"),
            profile: profile.into(),
            ..head()
        };
        let own = Synthesis { recipients: LONG.into(), signer_post: LONG.into(), ..synthesis() };
        let text = written(&own, &office);
        assert!(text.matches(&folded(LONG)).count() >= 4, "{profile}: {text}");
        let pages = pages(&own, &office);
        let shares = |line: &PageLine| match line {
            PageLine::Cells { cells, .. } => cells.iter().map(|cell| cell.share).sum::<f32>(),
            _ => 1.0,
        };
        let widest = pages.iter().flat_map(|page| &page.lines).map(shares).fold(0.0, f32::max);
        assert!(widest <= 1.001, "{profile}: {widest} of the page's width");
        for width in [60, 78, 118] {
            for row in sheets(&pages, width).iter().flat_map(|sheet| &sheet.rows) {
                let cells: usize = row.spans.iter().map(|span| span.text.width()).sum();
                assert!(cells <= width, "{profile}, {width}: {row:?}");
            }
        }
    }
}

#[test]
fn where_nobody_is_named_to_sign_the_place_stays_blank() {
    let own =
        Synthesis {
            signs_for: "T/M BAN THƯỜNG VỤ".into(), signer_post: "BÍ THƯ".into(), ..synthesis()
        };
    let paper = paper(&own, &head(), today(), &Exhibits::default(), None);
    assert_eq!((paper.signatures.len(), paper.signatures[0].name.as_str()), (1, ""));
    let text = written(&own, &head());
    assert!(text.contains("t/m ban thuong vu") && text.contains("bi thu"), "{text}");
}

#[test]
fn forty_pages_are_forty_pages_and_no_line_is_lost() {
    let line = |at: usize| {
        format!(
            "Ý kiến thứ {at}: nhân dân băn khoăn về tiến độ sửa đường liên thôn; nhiều ý kiến đề nghị công khai dự \
             toán, thời gian thi công và người chịu trách nhiệm để bà con theo dõi, giám sát. Việc đã kéo dài từ năm \
             trước, mưa lớn làm hỏng thêm mặt đường, trẻ em đi học vất vả."
        )
    };
    let body = (1..=400).map(line).collect::<Vec<_>>().join("\n");
    let sections = vec![Section { heading: "Tình hình chung".into(), body, ..Section::default() }];
    let own = Synthesis { title: "tình hình tháng 10/2026".into(), sections, ..Synthesis::default() };
    let pages = pages(&own, &head());
    assert!(pages.len() >= 40, "{}", pages.len());
    assert_eq!(pages.last().unwrap().number, Some(pages.len()));
    let text = written(&own, &head());
    assert!((1..=400).all(|at| text.contains(&format!("y kien thu {at}:"))));
}

#[test]
fn a_month_of_5000_reports_is_drafted_and_printed_within_bounds() {
    let one = october();
    let mut many =
        Material { topics: one.topics.clone(), issues: one.issues.clone(), ..Material::empty(one.period) };
    for at in 0..5000_u128 {
        let sample = &one.items[at as usize % one.items.len()];
        let mut report = one.reports[sample.report].clone();
        report.id = Uuid::from_u128(1_000_000 + at);
        let mut item = sample.clone();
        (item.id, item.report) = (Uuid::from_u128(2_000_000 + at), at as usize);
        for (stream, part) in item.streams.iter_mut().zip(0..) {
            stream.id = Uuid::from_u128(3_000_000 + at * 10 + part);
        }
        many.reports.push(report);
        many.items.push(item);
    }
    let sections = draft(&many, &outline(), &phrases());
    let text: usize = sections.iter().map(|section| section.body.lines().count()).sum();
    assert!(text < 400, "{text} lines nobody would read");
    let own = Synthesis { sections, ..synthesis() };
    assert!(written(&own, &head()).contains("5.000 bao cao"));
    assert!(pages(&own, &head()).len() < 40);
}
