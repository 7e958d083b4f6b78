//! Danh sách cấp giấy chứng nhận, giấy chứng nhận.

use std::collections::HashMap;

use uuid::Uuid;

use super::plan::lines_joined;
use super::{Maker, number};
use crate::exchange::paper::{Align, Block, Closing, Line, Paper, Signature, Table, Top, pages};
use crate::training::model::Participant;

/// Sizes and distances of a certificate, in points.
struct Set {
    title: u8,
    name: u8,
    text: u8,
    gap: u16,
}

/// As it is set when there is room.
const ROOMY: Set = Set { title: 28, name: 20, text: 14, gap: 8 };
/// With names that fill lines.
const TIGHT: Set = Set { title: 20, name: 15, text: 12, gap: 2 };

impl Maker<'_> {
    /// Who gets a certificate, with its number: all who were at one session at least. A number that was given stays; the
    /// others go on from the first number of the class.
    fn certified(&self) -> Vec<(&Participant, String)> {
        let mut absent: HashMap<Uuid, usize> = HashMap::new();
        for absence in &self.class.absences {
            *absent.entry(absence.participant).or_default() += 1;
        }
        let sessions = self.known.sessions.len();
        let away = |person: &Participant| {
            sessions > 0
                && person.id.is_some_and(|id| absent.get(&id).is_some_and(|count| *count >= sessions))
        };
        let mut next = self.known.certificate_from;
        self.known
            .participants
            .iter()
            .filter(|person| !away(person))
            .map(|person| {
                let own = person.certificate_number.trim();
                if !own.is_empty() {
                    return (person, own.to_owned());
                }
                let number = next.map(|number| format!("{number:02}")).unwrap_or_default();
                next = next.map(|number| number + 1);
                (person, number)
            })
            .collect()
    }

    /// Who signs the certificates: the one entered for them, else who signs for the host.
    fn certificate_signature(&self) -> Signature {
        let usual = self.signature(&self.host());
        match self.known.certificate_signer.trim() {
            "" => usual,
            signer => match signer.split_once([',', '-']) {
                // "Lê Văn Hòa, Giám đốc" names the post too.
                Some((name, post)) => {
                    let host = crate::training::model::Host {
                        signer: name.trim().to_owned(),
                        post: post.trim().to_owned(),
                        ..self.host()
                    };
                    self.signature(&host)
                }
                None => Signature { name: signer.to_owned(), ..usual },
            },
        }
    }

    /// Danh sách cấp giấy chứng nhận.
    pub(super) fn certificate_list(&self) -> Paper {
        let mut table = Table::of(&[
            ("TT", 2, Align::Centre),
            ("Họ và tên", 8, Align::Left),
            ("Năm sinh", 3, Align::Centre),
            ("Đơn vị", 9, Align::Left),
            ("Số GCN", 3, Align::Centre),
            ("Ký nhận", 5, Align::Left),
        ]);
        table.row_height = 8;
        let certified = self.certified();
        for (at, (person, number)) in certified.iter().enumerate() {
            table.rows.push(vec![
                (at + 1).to_string(),
                person.full_name.clone(),
                person.birth_year.map(|year| year.to_string()).unwrap_or_default(),
                person.unit_name.clone(),
                number.clone(),
            ]);
        }
        let text = format!("Danh sách có {} người được cấp giấy chứng nhận.", number(certified.len() as i64));
        let blocks =
            vec![Block::Table(table), Block::Line(Line { text, gap: 6, italic: true, ..Line::default() })];
        let mut paper = self.sheet("Danh sách cấp giấy chứng nhận", self.named(), blocks);
        let signatures = vec![self.certificate_signature()];
        paper.blocks.push(Block::Closing(Closing { dated: true, signatures }));
        paper
    }

    /// Giấy chứng nhận, one a page: what would run over with long names is set tighter.
    pub(super) fn certificates(&self) -> Paper {
        let mut paper = Paper {
            top: Top::Nothing,
            landscape: true,
            framed: true,
            ..self.sheet("Giấy chứng nhận", self.named(), Vec::new())
        };
        let mut blocks = Vec::new();
        for (person, number) in self.certified() {
            if !blocks.is_empty() {
                blocks.push(Block::PageBreak);
            }
            paper.blocks = self.certificate(person, &number, &ROOMY);
            if pages::pages(&paper, self.profile).len() > 1 {
                paper.blocks = self.certificate(person, &number, &TIGHT);
            }
            blocks.append(&mut paper.blocks);
        }
        paper.blocks = blocks;
        paper
    }

    fn certificate(&self, person: &Participant, number: &str, set: &Set) -> Vec<Block> {
        let body = self.host().name;
        let text = |line: Line| Block::Line(line.sized(set.text).after(set.gap));
        let mut blocks = vec![
            Block::Head,
            Block::Line(Line::centred("GIẤY CHỨNG NHẬN").bold().sized(set.title).after(set.gap * 2)),
            text(Line::centred(format!("{body} chứng nhận"))),
            Block::Line(Line::centred(person.full_name.to_uppercase()).bold().sized(set.name).after(set.gap)),
        ];
        let mut about = Vec::new();
        if let Some(year) = person.birth_year {
            about.push(format!("Năm sinh: {year}"));
        }
        for (label, text) in [("Chức vụ", person.post.trim()), ("Đơn vị", person.unit_name.trim())] {
            if !text.is_empty() {
                about.push(format!("{label}: {text}"));
            }
        }
        if !about.is_empty() {
            blocks.push(text(Line::centred(about.join(" - "))));
        }
        let mut done = format!("Đã hoàn thành {}", self.named());
        for part in [self.days(), lines_joined(&self.known.place)] {
            if !part.is_empty() {
                done = format!("{done}, {part}");
            }
        }
        blocks.push(text(Line::centred(format!("{done}."))));
        if !number.is_empty() {
            blocks.push(text(Line { text: format!("Số: {number}/GCN"), ..Line::default() }));
        }
        let signatures = vec![self.certificate_signature()];
        blocks.push(Block::Closing(Closing { dated: true, signatures }));
        blocks
    }
}
