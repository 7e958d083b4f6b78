//! Chương trình, lịch giảng dạy; dự toán.

use super::plan::{lines_joined, upper_first};
use super::{Maker, hours, number, part, sentence, short, sum_in_words};
use crate::exchange::paper::{Align, Block, Line, Paper, Signature, Table, Top};
use crate::text::fold;
use crate::training::model::ClassKind;

impl Maker<'_> {
    /// Lịch giảng dạy of a class, chương trình of a meeting; across the sheet when halls change.
    pub(super) fn program(&self) -> Paper {
        let known = self.known;
        let place = fold(known.place.trim());
        let halls = known.sessions.iter().any(|session| {
            let hall = fold(session.hall.trim());
            !hall.is_empty() && hall != place
        });
        let class = known.kind == ClassKind::Class;
        let who = if class { "Báo cáo viên" } else { "Thực hiện" };
        let mut columns = vec![
            ("Ngày", 4, Align::Centre),
            ("Buổi", 3, Align::Centre),
            ("Giờ", 3, Align::Centre),
            ("Nội dung", 9, Align::Left),
            (who, 6, Align::Left),
        ];
        if halls {
            columns.push(("Hội trường", 5, Align::Left));
        }
        let mut table = Table::of(&columns);
        let mut day = None;
        for session in &known.sessions {
            // A day stands once, at its first session.
            let on =
                if day == session.on { String::new() } else { session.on.map(short).unwrap_or_default() };
            day = session.on;
            table.rows.push(vec![
                on,
                part(session.part).to_owned(),
                hours(session).replace(" - ", "\n"),
                session.content.trim().to_owned(),
                session.speaker.trim().to_owned(),
                session.hall.trim().to_owned(),
            ]);
        }
        let mut blocks = Vec::new();
        for (lead, text) in
            [("Thời gian:", upper_first(&self.days())), ("Địa điểm:", lines_joined(&known.place))]
        {
            if !text.is_empty() {
                blocks.push(Block::Lead { lead: lead.to_owned(), text: sentence(&text) });
            }
        }
        blocks.push(Block::Table(table));
        if !known.agenda.is_empty() {
            blocks.push(Block::Line(Line {
                text: "Nội dung chi tiết:".into(),
                bold: true,
                gap: 6,
                ..Line::default()
            }));
            for (at, point) in known.agenda.iter().enumerate() {
                blocks.push(Block::Paragraph(sentence(&format!("{}. {}", at + 1, point.content.trim()))));
            }
        }
        let kind = if class { "Lịch giảng dạy" } else { "Chương trình" };
        let mut paper = self.sheet(kind, known.title.trim().to_owned(), blocks);
        paper.landscape = halls;
        self.close(&mut paper, Vec::new());
        paper
    }

    /// Dự toán, with the sum in words.
    pub(super) fn estimate(&self) -> Paper {
        let known = self.known;
        let mut table = Table::of(&[
            ("TT", 2, Align::Centre),
            ("Nội dung chi", 12, Align::Left),
            ("Số lượng", 4, Align::Right),
            ("Đơn giá (đồng)", 6, Align::Right),
            ("Thành tiền (đồng)", 7, Align::Right),
        ]);
        let mut sum: i64 = 0;
        for (at, cost) in known.costs.iter().enumerate() {
            let amount = cost.quantity.saturating_mul(cost.unit_cost);
            sum = sum.saturating_add(amount);
            table.rows.push(vec![
                (at + 1).to_string(),
                cost.content.trim().to_owned(),
                number(cost.quantity),
                number(cost.unit_cost),
                number(amount),
            ]);
        }
        table.sum(vec![String::new(), "Tổng cộng".to_owned(), String::new(), String::new(), number(sum)]);
        let mut blocks = Vec::new();
        for (lead, text) in [
            ("Thời gian:", upper_first(&self.days())),
            ("Địa điểm:", lines_joined(&known.place)),
            ("Nguồn kinh phí:", known.funding_source.trim().to_owned()),
        ] {
            if !text.is_empty() {
                blocks.push(Block::Lead { lead: lead.to_owned(), text: sentence(&text) });
            }
        }
        blocks.push(Block::Table(table));
        blocks.push(Block::Line(Line {
            text: format!("Bằng chữ: {}.", sum_in_words(sum)),
            italic: true,
            gap: 6,
            ..Line::default()
        }));
        let mut paper = self.paper("Dự toán", "", format!("kinh phí tổ chức {}", self.named()), blocks);
        paper.top = Top::Bare;
        paper.recipients = Vec::new();
        // Who drew it up stands beside who approves it; the date stands above both.
        let drawn = Signature { post: "Người lập".to_owned(), ..Signature::default() };
        let mut signatures = vec![drawn];
        signatures.append(&mut paper.signatures);
        paper.blocks.push(Block::Closing(crate::exchange::paper::Closing { dated: true, signatures }));
        paper
    }
}
