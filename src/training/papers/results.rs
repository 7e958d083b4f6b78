//! Báo cáo kết quả lớp.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Maker, heading, number, numbered, paragraphs, part, point};
use crate::exchange::paper::{Align, Block, Paper, Table};
use crate::roster::model::UnitLevel;
use crate::training::model::{Tally, UnitTally, by_level};

/// Times people were absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Away {
    excused: i64,
    unexcused: i64,
}

impl Maker<'_> {
    /// Báo cáo kết quả, with the counts by unit and by session.
    pub(super) fn results(&self) -> Paper {
        let mut blocks = vec![
            Block::Paragraph(format!("{} báo cáo kết quả tổ chức {} như sau:", self.acting(), self.named())),
            heading("CÔNG TÁC TỔ CHỨC"),
        ];
        blocks.extend(self.what_when_where());
        blocks.push(heading("KẾT QUẢ"));
        blocks.extend(self.counts());
        if !self.known.result.trim().is_empty() {
            blocks.push(heading("ĐÁNH GIÁ CHUNG, KIẾN NGHỊ"));
            blocks.extend(paragraphs(&self.known.result));
        }
        let mut paper =
            self.paper("Báo cáo", "BC", format!("kết quả tổ chức {}", self.named()), numbered(blocks));
        paper.recipients = self.recipients(false);
        paper
    }

    fn counts(&self) -> Vec<Block> {
        let known = self.known;
        let summoned: i64 = known.summons.iter().map(|summons| summons.number).sum();
        let listed = known.participants.len() as i64;
        let mut blocks = vec![point("Số lượng")];
        let mut text = Vec::new();
        if summoned > 0 {
            text.push(format!("Triệu tập {} người", number(summoned)));
        }
        text.push(format!(
            "{} {} người",
            if summoned > 0 { "có tên trong danh sách" } else { "Có tên trong danh sách" },
            number(listed)
        ));
        let walked = known.participants.iter().filter(|person| person.walk_in).count() as i64;
        if walked > 0 {
            text.push(format!("trong đó bổ sung khi lớp mở {} người", number(walked)));
        }
        let stand_ins =
            known.participants.iter().filter(|person| !person.stand_in_for.trim().is_empty()).count() as i64;
        if stand_ins > 0 {
            text.push(format!("dự thay {} người", number(stand_ins)));
        }
        blocks.push(Block::Paragraph(format!("{}.", text.join("; "))));
        if !known.sessions.is_empty() && listed > 0 {
            blocks.push(point("Chuyên cần theo buổi"));
            blocks.push(Block::Table(self.by_session(listed)));
        }
        if listed > 0 {
            let units = self.class.by_unit();
            let by_level = by_level(&units);
            if by_level.len() > 1 {
                blocks.push(point("Kết quả theo cấp"));
                blocks.push(Block::Table(levels(&by_level)));
            }
            blocks.push(point("Kết quả theo đơn vị"));
            blocks.push(Block::Table(rows_of(&units)));
            if !known.sessions.is_empty() {
                blocks.push(Block::Paragraph(
                    "Có mặt: dự ít nhất một buổi; vắng: không dự buổi nào.".to_owned(),
                ));
            }
        }
        blocks
    }

    fn by_session(&self, listed: i64) -> Table {
        let mut away: HashMap<Uuid, Away> = HashMap::new();
        for absence in &self.class.absences {
            let of = away.entry(absence.session).or_default();
            *(if absence.excused { &mut of.excused } else { &mut of.unexcused }) += 1;
        }
        let mut table = Table::of(&[
            ("TT", 1, Align::Centre),
            ("Buổi", 5, Align::Left),
            ("Có mặt", 2, Align::Right),
            ("Vắng có phép", 2, Align::Right),
            ("Vắng không phép", 2, Align::Right),
        ]);
        for (at, session) in self.known.sessions.iter().enumerate() {
            let of = session.id.and_then(|id| away.get(&id)).copied().unwrap_or_default();
            let day = session.on.map(super::short).unwrap_or_default();
            let name = format!("{} {day}", part(session.part));
            let name = if name.trim().is_empty() { session.content.clone() } else { name.trim().to_owned() };
            table.rows.push(vec![
                (at + 1).to_string(),
                name,
                number(listed - of.excused - of.unexcused),
                number(of.excused),
                number(of.unexcused),
            ]);
        }
        table
    }
}

/// A row a unit, and all together.
fn rows_of(units: &[UnitTally]) -> Table {
    let mut table = counted("Đơn vị");
    for (at, unit) in units.iter().enumerate() {
        let name = if unit.name.is_empty() { "Chưa rõ đơn vị" } else { unit.name.as_str() };
        table.rows.push(row((at + 1).to_string(), name, &unit.tally));
    }
    let all = Tally::sum(units.iter().map(|unit| &unit.tally));
    table.sum(row(String::new(), "Tổng cộng", &all));
    table
}

/// A row a level.
fn levels(of: &[(UnitLevel, Tally)]) -> Table {
    let mut table = counted("Cấp");
    for (at, (level, tally)) in of.iter().enumerate() {
        let name = match level {
            UnitLevel::Unknown => "Khác",
            UnitLevel::Central => "Trung ương",
            UnitLevel::Province => "Cấp tỉnh",
            UnitLevel::District => "Cấp huyện",
            UnitLevel::Commune => "Cấp xã",
            UnitLevel::Base => "Thôn, tổ dân phố, chi bộ",
        };
        table.rows.push(row((at + 1).to_string(), name, tally));
    }
    table
}

/// A table whose rows are counted the same way.
fn counted(of: &str) -> Table {
    Table::of(&[
        ("TT", 2, Align::Centre),
        (of, 9, Align::Left),
        ("Triệu tập", 3, Align::Right),
        ("Có tên", 3, Align::Right),
        ("Có mặt", 3, Align::Right),
        ("Vắng có phép", 3, Align::Right),
        ("Vắng không phép", 3, Align::Right),
        ("Cấp GCN", 3, Align::Right),
    ])
}

fn row(at: String, name: &str, of: &Tally) -> Vec<String> {
    let counts = [of.summoned, of.listed, of.attended, of.excused, of.unexcused, of.certificates];
    let mut cells = vec![at, name.to_owned()];
    cells.extend(counts.map(number));
    cells
}
