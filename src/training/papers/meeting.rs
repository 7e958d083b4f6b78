//! Biên bản and thông báo kết luận of a giao ban or another meeting.

use super::plan::{lines_joined, upper_first};
use super::{Maker, heading, number, numbered, paragraphs, sentence, time};
use crate::exchange::paper::{Block, Paper, Signature};
use crate::training::model::{AgendaKind, Participant};

/// People named one by one in a record of a meeting.
const NAMED: usize = 40;

impl Maker<'_> {
    /// When a meeting of one session was held, else its days.
    fn held_on(&self) -> String {
        match self.known.sessions.as_slice() {
            [only] if only.on.is_some() => time(only),
            _ => self.days(),
        }
    }

    /// Biên bản: who was there, the points by kind, the conclusion; the chair and the secretary sign.
    pub(super) fn minutes(&self) -> Paper {
        let known = self.known;
        let mut blocks = vec![heading("THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN")];
        let lead = |lead: &str, text: String| Block::Lead { lead: format!("{lead}:"), text: sentence(&text) };
        let chair = self.chair().unwrap_or_default();
        for (name, text) in [
            ("Thời gian", upper_first(&self.held_on())),
            ("Địa điểm", lines_joined(&known.place)),
            ("Chủ trì", chair),
            ("Thành phần", lines_joined(&known.audience)),
        ] {
            if !text.is_empty() {
                blocks.push(lead(name, text));
            }
        }
        blocks.extend(self.who_came());
        blocks.push(heading("NỘI DUNG"));
        for (kind, words) in [
            (AgendaKind::Synthesis, "Báo cáo tổng hợp"),
            (AgendaKind::Addition, "Ý kiến bổ sung"),
            (AgendaKind::Answer, "Trả lời kiến nghị kỳ trước"),
            (AgendaKind::Orientation, "Định hướng kỳ tới"),
            (AgendaKind::Other, "Nội dung khác"),
        ] {
            let points: Vec<&str> = known
                .agenda
                .iter()
                .filter(|point| point.kind == kind)
                .map(|point| point.content.trim())
                .collect();
            if points.is_empty() {
                continue;
            }
            blocks.push(super::point(words));
            blocks.extend(points.iter().flat_map(|text| paragraphs(text)));
        }
        if known.agenda.is_empty() {
            blocks.extend(known.sessions.iter().flat_map(|session| paragraphs(&session.content)));
        }
        if !known.result.trim().is_empty() {
            blocks.push(heading("KẾT LUẬN"));
            blocks.extend(paragraphs(&known.result));
        }
        let mut paper = self.paper("Biên bản", "BB", self.named(), numbered(blocks));
        let signs = paper.signatures.pop().unwrap_or_default();
        paper.signatures = vec![
            Signature { post: "Thư ký".to_owned(), ..Signature::default() },
            Signature { authority: String::new(), post: "Chủ trì".to_owned(), name: signs.name },
        ];
        paper.recipients = self.recipients(false);
        paper
    }

    /// Who was there, by name as long as they are few, and who was not.
    fn who_came(&self) -> Vec<Block> {
        let people = &self.known.participants;
        if people.is_empty() {
            return Vec::new();
        }
        let sessions = self.known.sessions.len().max(1);
        let away = |person: &&Participant| {
            let absences =
                self.class.absences.iter().filter(|absence| Some(absence.participant) == person.id);
            absences.count() >= sessions
        };
        let (absent, present): (Vec<&Participant>, Vec<&Participant>) = people.iter().partition(away);
        let named = |people: &[&Participant]| {
            let name = |person: &&Participant| {
                let of = [person.post.trim(), person.unit_name.trim()];
                let of: Vec<&str> = of.into_iter().filter(|part| !part.is_empty()).collect();
                if of.is_empty() {
                    person.full_name.clone()
                } else {
                    format!("{} ({})", person.full_name, of.join(", "))
                }
            };
            people.iter().map(name).collect::<Vec<_>>().join("; ")
        };
        let mut blocks = Vec::new();
        let list =
            if present.len() > NAMED { "có danh sách kèm theo".to_owned() } else { named(&present) };
        let text = format!("{} đồng chí; {list}.", number(present.len() as i64));
        blocks.push(Block::Lead { lead: "Có mặt:".to_owned(), text });
        if !absent.is_empty() {
            let excused = absent.iter().filter(|person| {
                self.class
                    .absences
                    .iter()
                    .any(|absence| Some(absence.participant) == person.id && absence.excused)
            });
            let text = format!(
                "{} đồng chí, trong đó có lý do {}; {}.",
                number(absent.len() as i64),
                excused.count(),
                named(&absent)
            );
            blocks.push(Block::Lead { lead: "Vắng mặt:".to_owned(), text });
        }
        blocks
    }

    /// Thông báo kết luận.
    pub(super) fn conclusion(&self) -> Paper {
        let known = self.known;
        let mut when = upper_first(&self.held_on());
        let place = lines_joined(&known.place);
        if !place.is_empty() {
            when = if when.is_empty() { format!("Tại {place}") } else { format!("{when}, tại {place}") };
        }
        let body = self.host().name;
        let begin = if when.is_empty() { body } else { format!("{when}, {body}") };
        let mut blocks = vec![Block::Paragraph(format!("{begin} tổ chức {}.", self.named()))];
        let heard: Vec<&str> = [
            (AgendaKind::Synthesis, "báo cáo tổng hợp"),
            (AgendaKind::Addition, "ý kiến bổ sung của các thành viên dự họp"),
            (AgendaKind::Answer, "nội dung trả lời kiến nghị kỳ trước"),
        ]
        .into_iter()
        .filter(|(kind, _)| known.agenda.iter().any(|point| point.kind == *kind))
        .map(|(_, words)| words)
        .collect();
        let heard = match heard.as_slice() {
            [] => "Sau khi trao đổi, thảo luận".to_owned(),
            heard => format!("Sau khi nghe {}", heard.join(", ")),
        };
        let chair =
            self.chair().map_or_else(|| "hội nghị".to_owned(), |chair| format!("{chair} chủ trì hội nghị"));
        blocks.push(Block::Paragraph(format!("{heard}, {chair} kết luận như sau:")));
        blocks.extend(paragraphs(&known.result));
        let orientation: Vec<&str> = known
            .agenda
            .iter()
            .filter(|point| point.kind == AgendaKind::Orientation)
            .map(|point| point.content.trim())
            .collect();
        if !orientation.is_empty() {
            blocks.push(Block::Heading { level: 2, text: "Nội dung định hướng".to_owned() });
            blocks.extend(orientation.iter().flat_map(|text| paragraphs(text)));
        }
        let mut paper = self.paper("Thông báo", "TB", format!("kết luận {}", self.named()), blocks);
        paper.recipients = self.recipients(true);
        paper
    }
}
