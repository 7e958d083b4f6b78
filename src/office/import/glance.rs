//! What a source looks like as it was read, for a person to judge before it is brought in.

use crate::exchange::{Cell, Chosen, Content, Format, Mail, Notice, Reading, Source, Workbook, sniff};
use crate::inbox::columns::{Layouts, LogSheet};
use crate::inbox::import::log_sheets;
use crate::text::encoding::OldEncoding;

/// Lines that are shown at most.
const LINES: usize = 40;
/// Longest line that is shown, in characters.
const LONGEST: usize = 400;

/// What a source looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// Its first lines.
    pub lines: Vec<String>,
    /// It is a text without formats, whose encoding a person may choose.
    pub plain: bool,
    /// A line of it as each encoding reads it.
    pub trials: Vec<(Chosen, String)>,
    /// The encoding the person chose.
    pub chosen: Option<Chosen>,
    /// The encoding of before Unicode it was recognised to be in.
    pub recognised: Option<OldEncoding>,
    /// Its sheets that are logs, or may be.
    pub logs: Vec<LogSheet>,
}

impl Glance {
    /// What can be said before it is read.
    pub(super) fn bytes(&mut self, source: &Source, chosen: Option<Chosen>) {
        self.plain = matches!(sniff(source), Ok(Format::Text | Format::Csv));
        if self.plain {
            self.trials = Chosen::ALL.map(|chosen| (chosen, chosen.trial(&source.bytes))).into();
        }
        self.chosen = chosen;
    }

    /// What was read.
    pub(super) fn reading(&mut self, reading: &Reading, known: &Layouts) {
        self.recognised = reading.notices.iter().find_map(|notice| match notice {
            Notice::ReadAs(old) => Some(*old),
            _ => None,
        });
        let lines = match &reading.content {
            Content::Document(document) => document.lines(),
            Content::Workbook(workbook) => rows(workbook),
            Content::Mail(mail) => of_mail(mail),
            Content::Mailbox(mails) => mails.iter().take(LINES).map(|mail| mail.name.clone()).collect(),
        };
        let filled = lines.into_iter().filter(|line| !line.trim().is_empty());
        self.lines = filled
            .take(LINES)
            .map(|line| line.trim().replace('\t', "  ").chars().take(LONGEST).collect())
            .collect();
        if let Content::Workbook(workbook) = &reading.content {
            self.logs = log_sheets(workbook, known);
        }
    }
}

fn of_mail(mail: &Mail) -> Vec<String> {
    let mut lines = vec![mail.subject.clone(), format!("{} {}", mail.from_name, mail.from_address)];
    lines.extend(mail.body.lines());
    lines
}

fn rows(workbook: &Workbook) -> Vec<String> {
    let shown = |cell: &Cell| match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(text.replace('\n', " ")),
        Cell::Number(number) => Some(number.to_string()),
        Cell::Moment(moment) => Some(moment.format("%d/%m/%Y").to_string()),
    };
    let rows = workbook.sheets.iter().flat_map(|sheet| sheet.rows.iter().take(LINES));
    rows.take(LINES).map(|row| row.cells.iter().filter_map(shown).collect::<Vec<_>>().join(" | ")).collect()
}
