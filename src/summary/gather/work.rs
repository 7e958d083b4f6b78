//! What the office did in a period, for the report on its work (báo cáo kết quả công tác dư luận xã hội).

use std::collections::BTreeMap;

use super::{Material, phrase};
use crate::summary::model::{Count, Fact, Source, counted};

/// What the office did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Counts.
    pub counts: BTreeMap<Fact, usize>,
    /// What it issued: subjects with their numbers.
    pub sent: Vec<String>,
    /// Issues of the period: what became of each.
    pub cases: Vec<String>,
    /// Giao ban and classes held, and survey rounds.
    pub held: Vec<String>,
    /// What is planned for the next period.
    pub next: Vec<String>,
}

impl Work {
    fn number(&self, fact: Fact) -> usize {
        self.counts.get(&fact).copied().unwrap_or(0)
    }

    fn count(&self, fact: Fact) -> String {
        counted(self.number(fact), Count::Work(fact))
    }

    /// `12 lớp` where there was any.
    fn some(&self, fact: Fact, before: &str, after: &str) -> Option<String> {
        (self.number(fact) > 0).then(|| format!("{before}{}{after}", self.count(fact)))
    }

    /// The text of a section.
    pub(super) fn told(&self, source: Source, material: &Material) -> String {
        let lines = match source {
            Source::Network => self.network(),
            Source::Reporting => self.reporting(material),
            Source::Cases => self.cases(),
            Source::Training => self.training(),
            Source::Next => list(&self.next),
            _ => Vec::new(),
        };
        super::draft::lines(lines)
    }

    fn network(&self) -> Vec<String> {
        let mut out = vec![format!(
            "Mạng lưới hiện có {} cộng tác viên dư luận xã hội tại {} đơn vị, địa bàn.",
            self.count(Fact::Collaborators),
            self.count(Fact::CoveredUnits)
        )];
        let changes = [
            self.some(Fact::Appointed, "công nhận, bổ sung ", " người"),
            self.some(Fact::Ended, "thôi làm cộng tác viên ", " người"),
            self.some(Fact::Commended, "khen thưởng ", " lượt"),
        ];
        out.extend(joined("Trong kỳ ", changes));
        out
    }

    fn reporting(&self, material: &Material) -> Vec<String> {
        let counters = material.counters();
        let mut out = vec![format!(
            "Trong kỳ đã tiếp nhận {} báo cáo từ {} đơn vị, địa bàn; {} nội dung phản ánh được tổng hợp (tính theo số báo \
             cáo, không phải số người).",
            counted(counters.reports, Count::Reports),
            counted(counters.units, Count::Units),
            counted(material.usable_places().len(), Count::Taken),
        )];
        if self.number(Fact::Due) > 0 {
            out.push(format!(
                "Chế độ báo cáo: {} trên {} lượt báo cáo đến hạn được gửi đúng hạn.",
                self.count(Fact::OnTime),
                self.count(Fact::Due)
            ));
        }
        if self.sent.is_empty() {
            return out;
        }
        out.push(format!("Đã ban hành {} báo cáo gửi cấp trên:", self.count(Fact::Sent)));
        out.extend(list(&self.sent));
        out
    }

    fn cases(&self) -> Vec<String> {
        let mut out = vec![format!(
            "Có {} vấn đề nổi cộm được theo dõi, trong đó {} vấn đề là điểm nóng hoặc có nguy cơ thành điểm nóng.",
            self.count(Fact::Salient),
            self.count(Fact::Risks)
        )];
        let done = [
            self.some(Fact::Settled, "đã giải quyết ", " vấn đề"),
            self.some(Fact::Answered, "trả lời ", " kiến nghị, phản ánh"),
            self.some(Fact::Orientations, "ban hành, chuyển ", " nội dung định hướng, phản hồi"),
        ];
        out.extend(joined("Trong kỳ ", done));
        out.extend(self.some(Fact::Overdue, "Còn ", " vấn đề quá hạn trả lời."));
        out.extend(list(&self.cases));
        out
    }

    fn training(&self) -> Vec<String> {
        let held = [
            self.some(Fact::Briefings, "", " hội nghị giao ban"),
            self.some(Fact::Classes, "", " lớp bồi dưỡng, tập huấn"),
            self.some(Fact::Surveys, "", " đợt điều tra dư luận xã hội"),
        ];
        let mut out: Vec<String> = joined("Trong kỳ đã tổ chức ", held).into_iter().collect();
        out.extend(self.some(Fact::Trained, "Có ", " lượt người dự các lớp và hội nghị."));
        out.extend(self.some(Fact::Forms, "Các đợt điều tra thu về ", " phiếu hợp lệ."));
        out.extend(list(&self.held));
        out
    }
}

fn joined<const N: usize>(begins: &str, parts: [Option<String>; N]) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{begins}{}.", parts.join("; ")))
}

fn list(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| format!("- {}", phrase::ended(line))).collect()
}
