//! Lists of people: học viên, điểm danh, ký nhận.

use super::plan::lines_joined;
use super::{Maker, number, part, sentence, time};
use crate::exchange::paper::{Align, Block, Closing, Line, Paper, Signature, Table, Top};
use crate::training::model::{ClassKind, Participant, Session};

/// Sessions with a column of their own; more make sheets.
const COLUMNS: usize = 6;

impl Maker<'_> {
    /// What those who attend are called.
    fn people_word(&self) -> &'static str {
        if self.known.kind == ClassKind::Class { "học viên" } else { "đại biểu" }
    }

    /// Danh sách học viên.
    pub(super) fn students(&self) -> Paper {
        let mut table = Table::of(&[
            ("TT", 2, Align::Centre),
            ("Họ và tên", 8, Align::Left),
            ("Năm sinh", 3, Align::Centre),
            ("Chức vụ", 7, Align::Left),
            ("Đơn vị", 9, Align::Left),
            ("Ghi chú", 5, Align::Left),
        ]);
        for (at, person) in self.known.participants.iter().enumerate() {
            table.rows.push(vec![
                (at + 1).to_string(),
                person.full_name.clone(),
                person.birth_year.map(|year| year.to_string()).unwrap_or_default(),
                person.post.clone(),
                person.unit_name.clone(),
                remark(person),
            ]);
        }
        let count = self.known.participants.len() as i64;
        let mut blocks = Vec::new();
        if let Some(plan) = self.plan_reference() {
            blocks.push(Block::Line(Line::centred(format!("(Kèm theo {plan})")).italic()));
        }
        blocks.push(Block::Table(table));
        let text = format!("Danh sách có {} {}.", number(count), self.people_word());
        blocks.push(Block::Line(Line { text, gap: 6, italic: true, ..Line::default() }));
        let mut paper = self.sheet(&format!("Danh sách {}", self.people_word()), self.named(), blocks);
        self.close(&mut paper, Vec::new());
        paper
    }

    /// Bảng điểm danh: everybody with a column a session; or a sheet a unit.
    pub(super) fn attendance(&self, by_unit: bool) -> Paper {
        let sessions = &self.known.sessions;
        let mut blocks = Vec::new();
        let groups = if by_unit { self.units() } else { vec![(String::new(), self.everybody())] };
        let chunks: Vec<&[Session]> = sessions.chunks(COLUMNS).collect();
        for (unit, people) in &groups {
            for sessions in &chunks {
                if !blocks.is_empty() {
                    blocks.push(Block::PageBreak);
                }
                if by_unit {
                    let line =
                        Line { text: format!("Đơn vị: {unit}"), bold: true, gap: 6, ..Line::default() };
                    blocks.push(Block::Line(line));
                }
                // Above the table: below a full one it would stand alone on the next page.
                blocks.push(Block::Line(Line {
                    text: "Có mặt ký tên; vắng ghi P (có phép) hoặc K (không phép).".to_owned(),
                    italic: true,
                    gap: 6,
                    ..Line::default()
                }));
                blocks.push(Block::Table(roll(people, sessions, by_unit)));
            }
        }
        let mut paper = self.sheet("Bảng điểm danh", self.named(), blocks);
        paper.landscape = true;
        self.close(&mut paper, vec![signer_line("Người điểm danh")]);
        paper
    }

    /// Ký nhận tiền, a sheet a session; the amount is written by hand.
    pub(super) fn payments(&self) -> Paper {
        let mut blocks = Vec::new();
        for session in &self.known.sessions {
            if !blocks.is_empty() {
                blocks.push(Block::PageBreak);
            }
            let mut of = time(session);
            if of.is_empty() {
                of = lines_joined(&session.content);
            }
            blocks.push(Block::Lead { lead: "Buổi:".to_owned(), text: sentence(&of) });
            let mut table = signing(&["Số tiền (đồng)", "Ký nhận"]);
            for (at, person) in self.known.participants.iter().enumerate() {
                table.rows.push(person_cells(at, person));
            }
            table.sum(vec![String::new(), "Tổng cộng".to_owned()]);
            blocks.push(Block::Table(table));
            let signatures = vec![signer_line("Người chi tiền"), signer_line("Kế toán")];
            blocks.push(Block::Closing(Closing { dated: true, signatures }));
        }
        self.sheet("Danh sách ký nhận tiền", self.named(), blocks)
    }

    /// Ký nhận tài liệu.
    pub(super) fn materials(&self) -> Paper {
        let mut table = signing(&["Số bộ", "Ký nhận"]);
        for (at, person) in self.known.participants.iter().enumerate() {
            table.rows.push(person_cells(at, person));
        }
        let mut paper = self.sheet("Danh sách ký nhận tài liệu", self.named(), vec![Block::Table(table)]);
        self.close(&mut paper, vec![signer_line("Người phát tài liệu")]);
        paper
    }

    /// A list without number: its date stands at the end.
    pub(super) fn sheet(&self, kind: &str, subject: String, blocks: Vec<Block>) -> Paper {
        Paper {
            top: Top::Bare,
            recipients: Vec::new(),
            signatures: Vec::new(),
            ..self.paper(kind, "", subject, blocks)
        }
    }

    /// Ends a list with the date, who drew it up if anybody, and who signs for the host.
    pub(super) fn close(&self, paper: &mut Paper, mut before: Vec<Signature>) {
        before.push(self.signature(&self.host()));
        paper.blocks.push(Block::Closing(Closing { dated: true, signatures: before }));
    }

    fn everybody(&self) -> Vec<&Participant> {
        self.known.participants.iter().collect()
    }

    /// The people of each unit, in the order the units come up.
    pub(super) fn units(&self) -> Vec<(String, Vec<&Participant>)> {
        let mut units: Vec<(String, Vec<&Participant>)> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for person in &self.known.participants {
            let name = match person.unit_name.trim() {
                "" => "Chưa rõ đơn vị",
                name => name,
            };
            let at = *places.entry(name).or_insert_with(|| {
                units.push((name.to_owned(), Vec::new()));
                units.len() - 1
            });
            units[at].1.push(person);
        }
        units
    }
}

/// A signature whose name is written in by hand.
fn signer_line(post: &str) -> Signature {
    Signature { post: post.to_owned(), ..Signature::default() }
}

/// What is to be said of somebody on a list.
fn remark(person: &Participant) -> String {
    let mut parts = Vec::new();
    if !person.stand_in_for.trim().is_empty() {
        parts.push(format!("Thay {}", person.stand_in_for.trim()));
    }
    if person.walk_in {
        parts.push("Bổ sung".to_owned());
    }
    parts.join("; ")
}

/// Number, name and unit.
fn person_cells(at: usize, person: &Participant) -> Vec<String> {
    vec![(at + 1).to_string(), person.full_name.clone(), person.unit_name.clone()]
}

/// A table to sign in.
fn signing(last: &[&str]) -> Table {
    let mut columns =
        vec![("TT", 2, Align::Centre), ("Họ và tên", 9, Align::Left), ("Đơn vị", 10, Align::Left)];
    columns.extend(last.iter().map(|heading| (*heading, 6, Align::Right)));
    Table { row_height: 9, ..Table::of(&columns) }
}

/// Names against sessions.
fn roll(people: &[&Participant], sessions: &[Session], by_unit: bool) -> Table {
    let headings: Vec<String> = sessions.iter().map(session_heading).collect();
    let mut columns = vec![("TT", 2, Align::Centre), ("Họ và tên", 9, Align::Left)];
    columns.push(if by_unit { ("Chức vụ", 8, Align::Left) } else { ("Đơn vị", 9, Align::Left) });
    columns.extend(headings.iter().map(|heading| (heading.as_str(), 5, Align::Centre)));
    let mut table = Table { row_height: 9, ..Table::of(&columns) };
    for (at, person) in people.iter().enumerate() {
        let mut cells = person_cells(at, person);
        if by_unit {
            cells[2].clone_from(&person.post);
        }
        table.rows.push(cells);
    }
    table
}

/// "Sáng 14/10".
fn session_heading(session: &Session) -> String {
    let day = session.on.map(|on| on.format("%d/%m").to_string()).unwrap_or_default();
    let heading = format!("{} {day}", part(session.part));
    match heading.trim() {
        "" => session.content.chars().take(20).collect(),
        heading => heading.to_owned(),
    }
}
