//! Kế hoạch công tác dư luận xã hội of a year.

use chrono::{Datelike, NaiveDate};

use super::{number, numbered, short};
use crate::exchange::paper::{Align, Block, Number, OfficeHead, Paper, PaperDate, Table};
use crate::training::labels;
use crate::training::model::{ClassKind, ClassLine, ClassState, PlanItem, told_when, vague_month};
use crate::words::{Language, Words};

/// What a year's plan is made of. What other rooms keep is filled in by who may read them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearPlan {
    /// The year.
    pub year: i32,
    /// What is to be followed.
    pub items: Vec<PlanItem>,
    /// Classes and meetings of every year; those of this one are taken.
    pub classes: Vec<ClassLine>,
    /// Survey rounds of the year: title and days.
    pub surveys: Vec<(String, String)>,
    /// Duties that hold in the year.
    pub duties: Vec<DutyLine>,
}

/// A duty as a year's plan names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DutyLine {
    /// Id.
    pub id: uuid::Uuid,
    /// What it is.
    pub name: String,
    /// How often: week | month | quarter | half_year | year.
    pub period: String,
    /// The office owes it; otherwise it receives.
    pub owes: bool,
    /// Whom it binds: collaborator | unit | named.
    pub who: String,
    /// For what the office owes: the body it goes to.
    pub counterpart: String,
    /// Days after the period's last day; negative = before it ends.
    pub due_day: i64,
}

impl YearPlan {
    /// Whether there is anything to print.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
            && self.surveys.is_empty()
            && self.duties.is_empty()
            && self.of_year().next().is_none()
    }

    /// Classes and meetings of the year that were not called off.
    pub fn of_year(&self) -> impl Iterator<Item = &ClassLine> {
        self.classes.iter().filter(|class| {
            let year = class.date_from.or(class.date_to).map(|day| day.year());
            let vague = || vague_month(&class.date_text, self.year).map(|month| month.year);
            class.state != ClassState::Cancelled && year.or_else(vague) == Some(self.year)
        })
    }

    /// The paper.
    pub fn paper(&self, office: &OfficeHead, today: NaiveDate) -> Paper {
        let mut blocks = vec![Block::Paragraph(format!(
            "{} xây dựng kế hoạch công tác dư luận xã hội năm {} như sau:",
            office.name, self.year
        ))];
        blocks.extend(self.followed());
        let kinds = [
            ("BỒI DƯỠNG, TẬP HUẤN", ClassKind::Class),
            ("GIAO BAN DƯ LUẬN XÃ HỘI", ClassKind::Briefing),
            ("HỘI NGHỊ", ClassKind::Conference),
        ];
        for (heading, kind) in kinds {
            let classes: Vec<&ClassLine> = self.of_year().filter(|class| class.kind == kind).collect();
            if !classes.is_empty() {
                blocks.push(super::heading(heading));
                blocks.push(Block::Table(held(&classes)));
            }
        }
        if !self.surveys.is_empty() {
            blocks.push(super::heading("ĐIỀU TRA DƯ LUẬN XÃ HỘI"));
            let mut table = Table::of(&[
                ("TT", 2, Align::Centre),
                ("Đợt điều tra", 16, Align::Left),
                ("Thời gian", 10, Align::Left),
            ]);
            for (at, (title, days)) in self.surveys.iter().enumerate() {
                table.rows.push(vec![(at + 1).to_string(), title.clone(), days.clone()]);
            }
            blocks.push(Block::Table(table));
        }
        if !self.duties.is_empty() {
            blocks.push(super::heading("CHẾ ĐỘ BÁO CÁO"));
            let mut table = Table::of(&[
                ("TT", 2, Align::Centre),
                ("Báo cáo", 10, Align::Left),
                ("Định kỳ", 5, Align::Left),
                ("Nơi gửi, nơi nhận", 9, Align::Left),
                ("Thời hạn", 7, Align::Left),
            ]);
            for (at, duty) in self.duties.iter().enumerate() {
                let [often, who, due] = labels::duty(Words::of(Language::Vietnamese), duty);
                table.rows.push(vec![(at + 1).to_string(), duty.name.clone(), often, who, due]);
            }
            blocks.push(Block::Table(table));
        }
        let mut recipients = Vec::new();
        if !office.superior.trim().is_empty() {
            recipients.push(format!("{} (b/c),", office.superior.trim()));
        }
        recipients.push("Lưu Văn phòng.".to_owned());
        Paper {
            superior: office.superior.clone(),
            bodies: vec![office.name.clone()],
            number: Number {
                number: String::new(),
                kind: "KH".to_owned(),
                code: office.document_code.clone(),
            },
            place: office.place.clone(),
            date: PaperDate { day: None, month: today.month(), year: today.year() },
            kind: "Kế hoạch".to_owned(),
            subject: format!("công tác dư luận xã hội năm {}", self.year),
            blocks: numbered(blocks),
            signatures: vec![office.usual_signature()],
            recipients,
            mark: office.mark().to_owned(),
            ..Paper::default()
        }
    }

    fn followed(&self) -> Vec<Block> {
        if self.items.is_empty() {
            return Vec::new();
        }
        let mut table = Table::of(&[
            ("TT", 2, Align::Centre),
            ("Nội dung nắm bắt", 12, Align::Left),
            ("Thời gian", 6, Align::Left),
            ("Thực hiện", 6, Align::Left),
            ("Căn cứ", 6, Align::Left),
        ]);
        for (at, item) in self.items.iter().enumerate() {
            let content = match item.event.trim() {
                "" => item.content.clone(),
                event => format!("{} ({event})", item.content),
            };
            table.rows.push(vec![
                (at + 1).to_string(),
                content,
                told_when(item.date_from, item.date_to),
                item.owner.clone(),
                item.basis.clone(),
            ]);
        }
        vec![super::heading("NỘI DUNG CẦN NẮM BẮT"), Block::Table(table)]
    }
}

/// Classes or meetings with their days and places.
fn held(classes: &[&ClassLine]) -> Table {
    let mut table = Table::of(&[
        ("TT", 2, Align::Centre),
        ("Nội dung", 12, Align::Left),
        ("Thời gian", 6, Align::Left),
        ("Địa điểm", 9, Align::Left),
        ("Số người", 3, Align::Right),
    ]);
    for (at, class) in classes.iter().enumerate() {
        let days = match (class.date_from, class.date_to) {
            (None, None) => class.date_text.clone(),
            (from, to) => span(from, to),
        };
        let people =
            if class.participants == 0 { String::new() } else { number(i64::from(class.participants)) };
        table.rows.push(vec![(at + 1).to_string(), class.title.clone(), days, class.place.clone(), people]);
    }
    table
}

/// "14/10/2026 - 15/10/2026", one day, or nothing.
fn span(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{} - {}", short(from), short(to)),
        (Some(day), _) | (None, Some(day)) => short(day),
        (None, None) => String::new(),
    }
}
