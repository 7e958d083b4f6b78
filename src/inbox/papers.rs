//! An orientation on paper and as a text.

use chrono::{Datelike, NaiveDate};

use super::orientations::Recipient;
use super::records::OrientationRecord;
use crate::exchange::paper::{
    Block, Format, Number, OfficeHead, Paper, PaperDate, PaperError, Profile, print,
};

/// Recipients named one by one under Nơi nhận; more are told by their number.
const NAMED: usize = 6;

/// The paper of an orientation, the day left for the clerk: an answer is announced, anything else is guidance.
pub fn paper(
    record: &OrientationRecord,
    recipients: &[Recipient],
    office: &OfficeHead,
    today: NaiveDate,
) -> Paper {
    let answers = !record.items.is_empty() || record.answers_issue && record.issue.is_some();
    let (kind, short) = if answers { ("Thông báo", "TB") } else { ("Hướng dẫn", "HD") };
    Paper {
        superior: office.superior.clone(),
        bodies: vec![office.name.clone()],
        number: Number { number: String::new(), kind: short.to_owned(), code: office.document_code.clone() },
        place: office.place.clone(),
        date: PaperDate { day: None, month: today.month(), year: today.year() },
        kind: kind.to_owned(),
        subject: record.title.trim().to_owned(),
        blocks: blocks(record),
        signatures: vec![office.usual_signature()],
        recipients: to(recipients, office),
        mark: office.mark().to_owned(),
        ..Paper::default()
    }
}

fn blocks(record: &OrientationRecord) -> Vec<Block> {
    let mut blocks = Vec::new();
    let source = record.source_document.trim().trim_end_matches([',', '.', ';']);
    if !source.is_empty() {
        let based = if source.to_lowercase().starts_with("căn cứ") {
            format!("{source},")
        } else {
            format!("Căn cứ {source},")
        };
        blocks.push(Block::Paragraph(based));
    }
    let paragraphs = |text: &str| -> Vec<Block> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| Block::Paragraph(line.to_owned())).collect()
    };
    blocks.extend(paragraphs(&record.content));
    let official = paragraphs(&record.official_info);
    if !official.is_empty() {
        blocks.push(Block::Heading { level: 2, text: "Thông tin chính thức".to_owned() });
        blocks.extend(official);
    }
    blocks
}

/// Nơi nhận: people by name as long as they are few, units by name always, the body above, the archive.
fn to(recipients: &[Recipient], office: &OfficeHead) -> Vec<String> {
    let people: Vec<&Recipient> = recipients.iter().filter(|to| to.collaborator.is_some()).collect();
    let units = recipients.iter().filter(|to| to.collaborator.is_none());
    let mut lines: Vec<String> = if people.len() > NAMED {
        vec![format!("Cộng tác viên dư luận xã hội ({} đồng chí),", people.len())]
    } else {
        let line = |to: &&Recipient| match to.of.trim() {
            "" => format!("Đ/c {},", to.name),
            of => format!("Đ/c {}, {of},", to.name),
        };
        people.iter().map(line).collect()
    };
    lines.extend(units.map(|to| format!("{},", to.name)));
    if !office.superior.trim().is_empty() {
        lines.push(format!("{} (b/c),", office.superior.trim()));
    }
    lines.push("Lưu Văn phòng.".to_owned());
    lines
}

/// The orientation as the bytes of a file; as a text it is the message.
///
/// # Errors
/// [`PaperError`] when something still waits to be filled in, or the file could not be made.
pub fn bytes(
    paper: &Paper,
    message: &str,
    office: &OfficeHead,
    format: Format,
) -> Result<Vec<u8>, PaperError> {
    if format == Format::Text {
        let text = format!("\u{feff}{message}\n");
        return Ok(text.replace('\n', "\r\n").into_bytes());
    }
    let profile = Profile::of_office(&office.profile)
        .map_err(|error| PaperError::Io(std::io::Error::other(error.to_string())))?;
    print(paper, &profile, format)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn office() -> OfficeHead {
        OfficeHead {
            name: "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn".into(),
            superior: "Tỉnh ủy Nam Sơn".into(),
            document_code: "BTGDVTU".into(),
            ..OfficeHead::default()
        }
    }

    fn person(name: &str) -> Recipient {
        Recipient {
            collaborator: Some(Uuid::nil()),
            name: name.into(),
            of: "thôn 3".into(),
            ..Recipient::default()
        }
    }

    #[test]
    fn few_recipients_are_named_and_many_are_counted() {
        let two = [
            person("Nguyễn Thị Hương"),
            Recipient { unit: Some(Uuid::nil()), name: "UBND xã Lộc An".into(), ..Recipient::default() },
        ];
        assert_eq!(
            to(&two, &office()),
            ["Đ/c Nguyễn Thị Hương, thôn 3,", "UBND xã Lộc An,", "Tỉnh ủy Nam Sơn (b/c),", "Lưu Văn phòng."]
        );
        let many: Vec<Recipient> = (0..7).map(|_| person("An")).collect();
        assert_eq!(to(&many, &office())[0], "Cộng tác viên dư luận xã hội (7 đồng chí),");
    }

    #[test]
    fn an_answer_is_announced_and_an_orientation_guides() {
        let record = OrientationRecord {
            title: "Định hướng về giá nước".into(),
            content: "Giá nước mới áp dụng từ 01/12.\n\nGiải thích rõ khi được hỏi.".into(),
            official_info: "UBND tỉnh đã công bố bảng giá.".into(),
            source_document: "Quyết định 45/QĐ-UBND.".into(),
            ..OrientationRecord::default()
        };
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let guidance = paper(&record, &[], &office(), today);
        assert_eq!((guidance.kind.as_str(), guidance.number.kind.as_str()), ("Hướng dẫn", "HD"));
        let told: Vec<String> = guidance
            .blocks
            .iter()
            .map(|block| match block {
                Block::Heading { text, .. } => format!("# {text}"),
                Block::Paragraph(text) => text.clone(),
                _ => String::new(),
            })
            .collect();
        assert_eq!(
            told,
            [
                "Căn cứ Quyết định 45/QĐ-UBND,",
                "Giá nước mới áp dụng từ 01/12.",
                "Giải thích rõ khi được hỏi.",
                "# Thông tin chính thức",
                "UBND tỉnh đã công bố bảng giá.",
            ]
        );
        let answer = paper(&OrientationRecord { items: vec![Uuid::nil()], ..record }, &[], &office(), today);
        assert_eq!((answer.kind.as_str(), answer.number.kind.as_str()), ("Thông báo", "TB"));
    }

    #[test]
    fn a_text_is_written_for_notepad_and_a_gap_stops_the_paper() {
        let text = bytes(&Paper::default(), "Một\nHai", &office(), Format::Text).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), "\u{feff}Một\r\nHai\r\n");
        let gap = Paper { blocks: vec![Block::Paragraph("Ngày {ngày}".into())], ..Paper::default() };
        assert!(matches!(
            bytes(&gap, "", &office(), Format::Docx),
            Err(PaperError::Placeholders(left)) if left == ["{ngày}"]
        ));
    }
}
