//! Báo cáo kết quả lớp.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Maker, heading, number, numbered, paragraphs, part, point};
use crate::exchange::paper::{Align, Block, Paper, Table};
use crate::text::fold;

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
            blocks.push(point("Kết quả theo đơn vị"));
            blocks.push(Block::Table(self.by_unit()));
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

    /// Summoned, on the list, and absent (times) of each unit.
    fn by_unit(&self) -> Table {
        let mut away: HashMap<Uuid, Away> = HashMap::new();
        for absence in &self.class.absences {
            let of = away.entry(absence.participant).or_default();
            *(if absence.excused { &mut of.excused } else { &mut of.unexcused }) += 1;
        }
        let mut called: Vec<(String, i64)> = Vec::new();
        for one in &self.known.summons {
            match called.iter_mut().find(|(name, _)| fold(name) == fold(one.unit_name.trim())) {
                Some((_, count)) => *count += one.number,
                None => called.push((one.unit_name.trim().to_owned(), one.number)),
            }
        }
        let came = self.units();
        let mut names: Vec<String> = called.iter().map(|(name, _)| name.clone()).collect();
        for (name, _) in &came {
            if !names.iter().any(|known| fold(known) == fold(name)) {
                names.push(name.clone());
            }
        }
        let mut table = Table::of(&[
            ("TT", 2, Align::Centre),
            ("Đơn vị", 12, Align::Left),
            ("Triệu tập", 3, Align::Right),
            ("Dự lớp", 3, Align::Right),
            ("Lượt vắng có phép", 4, Align::Right),
            ("Lượt vắng không phép", 4, Align::Right),
        ]);
        let mut sums = [0_i64; 4];
        for (at, name) in names.iter().enumerate() {
            let summoned =
                called.iter().find(|(known, _)| fold(known) == fold(name)).map_or(0, |(_, count)| *count);
            let people = came.iter().find(|(known, _)| fold(known) == fold(name));
            let people = people.map(|(_, people)| people.as_slice()).unwrap_or_default();
            let of = people.iter().filter_map(|person| away.get(&person.id?));
            let (excused, unexcused) = of.fold((0, 0), |sum, of| (sum.0 + of.excused, sum.1 + of.unexcused));
            let row = [summoned, people.len() as i64, excused, unexcused];
            sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
            let mut cells = vec![(at + 1).to_string(), name.clone()];
            cells.extend(row.map(number));
            table.rows.push(cells);
        }
        let mut cells = vec![String::new(), "Tổng cộng".to_owned()];
        cells.extend(sums.map(number));
        table.sum(cells);
        table
    }
}
