//! Kế hoạch, kế hoạch liên tịch, quyết định mở lớp.

use chrono::Datelike;

use super::{Maker, heading, number, numbered, paragraphs, point, sentence, sum_in_words};
use crate::exchange::paper::{Align, Block, Line, Paper, PaperDate, Table};
use crate::training::model::ClassKind;

impl Maker<'_> {
    /// Kế hoạch; of two hosts a joint one, with both in the head and both signing.
    pub(super) fn plan(&self) -> Paper {
        let hosts: Vec<_> = self.known.hosts.iter().filter(|host| !host.name.trim().is_empty()).collect();
        let joint = hosts.len() > 1;
        let (kind, short) =
            if joint { ("Kế hoạch liên tịch", "KHLT") } else { ("Kế hoạch", "KH") };
        let mut blocks = Vec::new();
        let bodies = match hosts.as_slice() {
            [] => self.office.name.clone(),
            hosts => hosts.iter().map(|host| host.name.trim()).collect::<Vec<_>>().join(" và "),
        };
        let unites = if joint { "thống nhất xây dựng" } else { "xây dựng" };
        blocks
            .push(Block::Paragraph(format!("{bodies} {unites} kế hoạch tổ chức {} như sau:", self.named())));
        if !self.known.purpose.trim().is_empty() {
            blocks.push(heading("MỤC ĐÍCH, YÊU CẦU"));
            blocks.extend(paragraphs(&self.known.purpose));
        }
        blocks.push(heading("NỘI DUNG, THÀNH PHẦN, THỜI GIAN, ĐỊA ĐIỂM"));
        blocks.extend(self.what_when_where());
        blocks.extend(self.money());
        blocks.extend(self.who_does_what());
        let mut paper = self.paper(kind, short, format!("tổ chức {}", self.named()), numbered(blocks));
        if joint {
            paper.bodies = hosts.iter().map(|host| host.name.clone()).collect();
            paper.signatures = hosts.iter().map(|host| self.signature(host)).collect();
        }
        paper.recipients = self.recipients(true);
        self.known.document_number.trim().clone_into(&mut paper.number.number);
        if let Some(day) = self.known.document_date {
            paper.date = PaperDate { day: Some(day.day()), month: day.month(), year: day.year() };
        }
        paper
    }

    /// Content, audience, time and place, as far as they are known.
    pub(super) fn what_when_where(&self) -> Vec<Block> {
        let known = self.known;
        let mut blocks = Vec::new();
        if !known.sessions.is_empty() {
            blocks.push(point("Nội dung"));
            for session in &known.sessions {
                let speaker = session.speaker.trim();
                let content = session.content.trim().trim_end_matches(['.', ';']);
                let text = match (speaker, known.kind) {
                    ("", _) => format!("- {content}"),
                    (speaker, ClassKind::Class) => format!("- {content} (báo cáo viên: {speaker})"),
                    (speaker, _) => format!("- {content} ({speaker})"),
                };
                blocks.push(Block::Paragraph(sentence(&text)));
            }
        }
        if !known.agenda.is_empty() {
            blocks.push(point("Chương trình"));
            blocks.extend(
                known.agenda.iter().map(|point| Block::Paragraph(sentence(&format!("- {}", point.content)))),
            );
        }
        if !known.audience.trim().is_empty() || !known.summons.is_empty() {
            blocks.push(point("Thành phần"));
            blocks.extend(paragraphs(&known.audience));
            let summoned: i64 = known.summons.iter().map(|summons| summons.number).sum();
            if summoned > 0 {
                let units = self.summoned_units().len();
                let of = if units > 0 { format!(" của {units} đơn vị") } else { String::new() };
                blocks.push(Block::Paragraph(format!("Tổng số triệu tập: {} người{of}.", number(summoned))));
            }
        }
        let days = self.days();
        if !days.is_empty() {
            blocks.push(point("Thời gian"));
            let sessions = match known.sessions.len() {
                0 => String::new(),
                count => format!(" ({count} buổi)"),
            };
            blocks.push(Block::Paragraph(sentence(&format!("{}{sessions}", upper_first(&days)))));
        }
        if !known.place.trim().is_empty() {
            blocks.push(point("Địa điểm"));
            blocks.extend(paragraphs(&known.place));
        }
        blocks
    }

    fn money(&self) -> Vec<Block> {
        let known = self.known;
        let source = known.funding_source.trim();
        let lines: i64 = known.costs.iter().map(|cost| cost.quantity.saturating_mul(cost.unit_cost)).sum();
        let sum = known.estimate.or((lines > 0).then_some(lines));
        if source.is_empty() && sum.is_none() {
            return Vec::new();
        }
        let mut blocks = vec![heading("KINH PHÍ")];
        if let Some(sum) = sum {
            let words = sum_in_words(sum);
            blocks.push(Block::Paragraph(format!("Tổng kinh phí dự kiến: {} đồng ({words}).", number(sum))));
        }
        if !source.is_empty() {
            blocks.push(Block::Paragraph(sentence(&format!("Nguồn kinh phí: {source}"))));
        }
        blocks
    }

    /// Things to prepare, as a table.
    fn who_does_what(&self) -> Vec<Block> {
        if self.known.preparation.is_empty() {
            return Vec::new();
        }
        let mut table = Table::of(&[
            ("TT", 1, Align::Centre),
            ("Nội dung công việc", 8, Align::Left),
            ("Thực hiện", 5, Align::Left),
            ("Hoàn thành", 3, Align::Centre),
        ]);
        for (at, task) in self.known.preparation.iter().enumerate() {
            let due = task.due_on.map(super::short).unwrap_or_default();
            table.rows.push(vec![(at + 1).to_string(), task.task.clone(), task.owner.clone(), due]);
        }
        vec![heading("TỔ CHỨC THỰC HIỆN"), Block::Table(table)]
    }

    /// Quyết định mở lớp.
    pub(super) fn decision(&self) -> Paper {
        let host = self.host();
        let mut blocks = Vec::new();
        if let Some(plan) = self.plan_reference() {
            let hosts: Vec<&str> = self.known.hosts.iter().map(|host| host.name.trim()).collect();
            let of = if hosts.is_empty() { host.name.clone() } else { hosts.join(" và ") };
            blocks.push(Block::Paragraph(format!("Căn cứ {plan} của {of} về tổ chức {},", self.named())));
        }
        blocks.push(Block::Line(
            Line::centred(format!("{}\nQUYẾT ĐỊNH:", host.name.to_uppercase())).bold().after(12),
        ));
        let mut parts = vec![format!("Mở {}", self.named())];
        if !self.known.audience.trim().is_empty() {
            parts.push(format!("Thành phần: {}", lines_joined(&self.known.audience)));
        }
        let count = self.known.participants.len();
        if count > 0 {
            parts.push(format!("Số học viên: {} người (có danh sách kèm theo)", number(count as i64)));
        }
        let days = self.days();
        if !days.is_empty() {
            parts.push(format!("Thời gian: {days}"));
        }
        if !self.known.place.trim().is_empty() {
            parts.push(format!("Địa điểm: {}", lines_joined(&self.known.place)));
        }
        let text: Vec<String> = parts.iter().map(|part| sentence(part)).collect();
        blocks.push(article(1, &text.join(" ")));
        let tasks: Vec<String> = self
            .known
            .hosts
            .iter()
            .map(|host| host.name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let who = if tasks.is_empty() { host.name.clone() } else { tasks.join(" và ") };
        blocks.push(article(2, &format!("{who} chịu trách nhiệm tổ chức lớp theo đúng nội dung, chương trình, thời gian; quản lý học viên và báo cáo kết quả khi lớp kết thúc.")));
        let mut last = 3;
        if !self.known.funding_source.trim().is_empty() {
            let source = sentence(&format!("Kinh phí tổ chức lớp: {}", self.known.funding_source.trim()));
            blocks.push(article(last, &source));
            last += 1;
        }
        blocks.push(article(last, "Các đơn vị có liên quan và học viên có tên trong danh sách thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký."));
        let mut paper = self.paper("Quyết định", "QĐ", format!("về việc mở {}", self.named()), blocks);
        paper.recipients = self.recipients(true);
        paper.recipients.insert(0, format!("Như Điều {last},"));
        paper
    }
}

fn article(number: u32, text: &str) -> Block {
    Block::Lead { lead: format!("Điều {number}."), text: text.to_owned() }
}

/// Lines a person typed, as one.
pub(super) fn lines_joined(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

pub(super) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
