//! Công văn mời báo cáo viên, thông báo triệu tập, giấy mời.

use super::plan::{lines_joined, upper_first};
use super::{Made, Maker, number, on, paragraphs, sentence, time};
use crate::exchange::paper::{Align, Block, Paper, Table, Top};
use crate::training::model::{ClassKind, Session};

impl Maker<'_> {
    /// A letter for each speaker, in the order they speak.
    pub(super) fn speaker_letters(&self) -> Vec<Made> {
        let mut speakers: Vec<&str> = Vec::new();
        for session in &self.known.sessions {
            let speaker = session.speaker.trim();
            if !speaker.is_empty() && !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
        speakers
            .into_iter()
            .map(|speaker| Made { suffix: speaker.to_owned(), paper: self.speaker_letter(speaker) })
            .collect()
    }

    fn speaker_letter(&self, speaker: &str) -> Paper {
        let sessions: Vec<&Session> =
            self.known.sessions.iter().filter(|session| session.speaker.trim() == speaker).collect();
        let mut blocks = vec![
            Block::Paragraph(format!("{}{}.", self.acting(), self.holds())),
            Block::Paragraph(format!(
                "{} trân trọng mời {speaker} làm báo cáo viên, với nội dung và thời gian như sau:",
                self.host().name
            )),
        ];
        for session in sessions {
            let content = session.content.trim().trim_end_matches(['.', ';']);
            let mut text = format!("- {content}");
            let when = time(session);
            if !when.is_empty() {
                text = format!("{text}; thời gian: {when}");
            }
            let hall = session.hall.trim();
            let place = if hall.is_empty() { lines_joined(&self.known.place) } else { hall.to_owned() };
            if !place.is_empty() {
                text = format!("{text}; địa điểm: {place}");
            }
            blocks.push(Block::Paragraph(sentence(&text)));
        }
        blocks.push(Block::Paragraph(format!(
            "Rất mong {speaker} quan tâm, bố trí thời gian tham gia để {} đạt kết quả tốt.",
            self.short_name()
        )));
        Paper {
            top: Top::Letter,
            addressees: vec![speaker.to_owned()],
            ..self.paper("Công văn", "CV", format!("mời báo cáo viên {}", self.named()), blocks)
        }
    }

    /// " tổ chức lớp …, từ ngày … đến ngày …, tại …".
    fn holds(&self) -> String {
        let mut text = format!(" tổ chức {}", self.named());
        for part in [self.days(), self.at_place()] {
            if !part.is_empty() {
                text = format!("{text}, {part}");
            }
        }
        text
    }

    fn at_place(&self) -> String {
        match lines_joined(&self.known.place).as_str() {
            "" => String::new(),
            place => format!("tại {place}"),
        }
    }

    /// What it is, in one word.
    pub(super) fn short_name(&self) -> &'static str {
        if self.known.kind == ClassKind::Class { "lớp học" } else { "hội nghị" }
    }

    /// Thông báo triệu tập: the units with whom and how many, and by when names are sent.
    pub(super) fn summons(&self) -> Paper {
        let mut blocks = vec![Block::Paragraph(format!(
            "{} thông báo triệu tập dự {} như sau:",
            self.acting(),
            self.named()
        ))];
        blocks.push(super::point("Thành phần, số lượng"));
        blocks.extend(paragraphs(&self.known.audience));
        blocks.push(Block::Table(self.summons_table()));
        let rest = self.what_when_where();
        // Who comes is in the table.
        let mut skip = false;
        for block in rest {
            if let Block::Heading { text, .. } = &block {
                skip = text == "Thành phần";
            }
            if !skip {
                blocks.push(block);
            }
        }
        if let Some(due) = self.known.summons.iter().filter_map(|summons| summons.names_due).min() {
            blocks.push(super::point("Gửi danh sách"));
            blocks.push(Block::Paragraph(format!(
                "Các đơn vị gửi danh sách người dự (họ và tên, chức vụ, đơn vị) về {} trước {}.",
                self.host().name,
                on(due)
            )));
        }
        let what =
            if self.known.kind == ClassKind::Class { "học viên dự" } else { "đại biểu dự" };
        blocks.push(Block::Paragraph(format!(
            "Đề nghị các đơn vị cử đúng thành phần, đủ số lượng và tạo điều kiện để {} tham dự đầy đủ.",
            if self.known.kind == ClassKind::Class { "học viên" } else { "đại biểu" }
        )));
        let mut paper = self.paper(
            "Thông báo",
            "TB",
            format!("triệu tập {what} {}", self.named()),
            super::numbered(blocks),
        );
        paper.recipients = self.recipients(true);
        paper
    }

    fn summons_table(&self) -> Table {
        let mut table = Table::of(&[
            ("TT", 1, Align::Centre),
            ("Đơn vị", 7, Align::Left),
            ("Thành phần", 6, Align::Left),
            ("Số lượng", 2, Align::Centre),
        ]);
        let mut sum = 0;
        for (at, one) in self.known.summons.iter().enumerate() {
            sum += one.number;
            let category = upper_first(one.category.trim());
            table.rows.push(vec![(at + 1).to_string(), one.unit_name.clone(), category, number(one.number)]);
        }
        table.sum(vec![String::new(), "Tổng cộng".to_owned(), String::new(), number(sum)]);
        table
    }

    /// Giấy mời.
    pub(super) fn invitation(&self) -> Paper {
        let mut blocks = vec![Block::Paragraph(format!(
            "{} trân trọng mời các đồng chí dự {}.",
            self.acting(),
            self.named()
        ))];
        let lead = |lead: &str, text: String| Block::Lead { lead: format!("{lead}:"), text: sentence(&text) };
        let contents: Vec<&str> = match self.known.agenda.as_slice() {
            [] => self.known.sessions.iter().map(|session| session.content.trim()).collect(),
            agenda => agenda.iter().map(|point| point.content.trim()).collect(),
        };
        if !contents.is_empty() {
            let text: Vec<&str> =
                contents.iter().map(|content| content.trim_end_matches(['.', ';'])).collect();
            blocks.push(lead("Nội dung", text.join("; ")));
        }
        if let (ClassKind::Briefing | ClassKind::Conference, Some(chair)) = (self.known.kind, self.chair()) {
            blocks.push(lead("Chủ trì", chair));
        }
        let begin = self.known.sessions.first().filter(|session| session.on.is_some()).map(time);
        let when = match (begin, self.known.date_from == self.known.date_to) {
            (Some(begin), true) => begin,
            _ => self.days(),
        };
        if !when.is_empty() {
            blocks.push(lead("Thời gian", upper_first(&when)));
        }
        if !self.known.place.trim().is_empty() {
            blocks.push(lead("Địa điểm", lines_joined(&self.known.place)));
        }
        blocks.push(Block::Paragraph(
            "Đề nghị các đồng chí sắp xếp công việc, dự đúng thời gian và thành phần.".to_owned(),
        ));
        let addressees = self.known.audience.split([';', '\n']).map(str::trim).filter(|one| !one.is_empty());
        Paper {
            addressees: addressees.map(upper_first).collect(),
            ..self.paper("Giấy mời", "GM", format!("dự {}", self.named()), blocks)
        }
    }

    /// Who presides: the speaker of the first session.
    pub(super) fn chair(&self) -> Option<String> {
        let speaker = self.known.sessions.first()?.speaker.trim();
        (!speaker.is_empty()).then(|| speaker.to_owned())
    }
}
