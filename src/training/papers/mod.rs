//! The papers of a class, a giao ban and a year: what stands on them, from what the file knows.
//!
//! Each family is a function from a [`Class`] to a [`Paper`]; the layout is [`exchange::paper`](crate::exchange::paper)'s. Nothing is
//! made up: what is not known leaves its sentence out, and [`gaps`] tells beforehand. Number and day are left for the clerk.

mod certificates;
mod gaps;
pub mod labels;
mod letters;
mod lists;
mod meeting;
mod plan;
pub mod print;
mod results;
mod tables;
pub mod year;

use chrono::{Datelike, NaiveDate};

pub use crate::text::amount::sum_in_words;
pub use gaps::{Gap, gaps};

use super::model::{Class, ClassKind, DayPart, Host, NewClass, Session};
use crate::exchange::paper::{Block, Number, OfficeHead, Paper, PaperDate, Profile, Signature};
use crate::text::fold;

crate::text::identifiers! {
    /// A paper of a class or meeting.
    PaperKind {
        /// Kế hoạch, or kế hoạch liên tịch of two hosts.
        #[default]
        Plan = "plan",
        /// Quyết định mở lớp.
        Decision = "decision",
        /// Công văn mời báo cáo viên, one for each.
        Speakers = "speakers",
        /// Thông báo triệu tập.
        Summons = "summons",
        /// Giấy mời.
        Invitation = "invitation",
        /// Chương trình, lịch giảng dạy.
        Program = "program",
        /// Dự toán.
        Estimate = "estimate",
        /// Danh sách học viên, or of those who attend.
        Students = "students",
        /// Bảng điểm danh of everybody, a column a session.
        Attendance = "attendance",
        /// Bảng điểm danh, a sheet a unit.
        AttendanceByUnit = "attendance-by-unit",
        /// Ký nhận tiền, a sheet a session.
        Payments = "payments",
        /// Ký nhận tài liệu.
        Materials = "materials",
        /// Danh sách cấp giấy chứng nhận.
        CertificateList = "certificate-list",
        /// Giấy chứng nhận, one a page.
        Certificates = "certificates",
        /// Báo cáo kết quả lớp.
        Results = "results",
        /// Biên bản.
        Minutes = "minutes",
        /// Thông báo kết luận.
        Conclusion = "conclusion",
    }
}

impl PaperKind {
    /// The papers a class or meeting of a kind has, in the order they are needed.
    pub fn of(kind: ClassKind) -> &'static [Self] {
        use PaperKind as P;
        match kind {
            ClassKind::Class => &[
                P::Plan,
                P::Decision,
                P::Estimate,
                P::Program,
                P::Speakers,
                P::Summons,
                P::Invitation,
                P::Students,
                P::Attendance,
                P::AttendanceByUnit,
                P::Payments,
                P::Materials,
                P::CertificateList,
                P::Certificates,
                P::Results,
            ],
            ClassKind::Briefing => &[
                P::Plan,
                P::Invitation,
                P::Program,
                P::Estimate,
                P::Students,
                P::Attendance,
                P::Payments,
                P::Minutes,
                P::Conclusion,
            ],
            ClassKind::Conference => &[
                P::Plan,
                P::Invitation,
                P::Program,
                P::Estimate,
                P::Speakers,
                P::Summons,
                P::Students,
                P::Attendance,
                P::AttendanceByUnit,
                P::Payments,
                P::Materials,
                P::Minutes,
                P::Results,
                P::Conclusion,
            ],
        }
    }

    /// First words of its file's name.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Plan => "Ke hoach",
            Self::Decision => "Quyet dinh mo lop",
            Self::Speakers => "CV moi bao cao vien",
            Self::Summons => "TB trieu tap",
            Self::Invitation => "Giay moi",
            Self::Program => "Chuong trinh",
            Self::Estimate => "Du toan",
            Self::Students => "Danh sach",
            Self::Attendance => "Diem danh",
            Self::AttendanceByUnit => "Diem danh theo don vi",
            Self::Payments => "Ky nhan tien",
            Self::Materials => "Ky nhan tai lieu",
            Self::CertificateList => "DS cap giay chung nhan",
            Self::Certificates => "Giay chung nhan",
            Self::Results => "BC ket qua",
            Self::Minutes => "Bien ban",
            Self::Conclusion => "TB ket luan",
        }
    }
}

/// A paper, and what its file's name has to say beyond the kind when there are several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// For whom; empty when there is only one.
    pub suffix: String,
    /// The paper.
    pub paper: Paper,
}

/// The papers of a kind: one, but for letters one a speaker.
pub fn make(
    kind: PaperKind,
    class: &Class,
    office: &OfficeHead,
    profile: &Profile,
    today: NaiveDate,
) -> Vec<Made> {
    let maker = Maker { class, known: &class.known, office, profile, today };
    let paper = match kind {
        PaperKind::Plan => maker.plan(),
        PaperKind::Decision => maker.decision(),
        PaperKind::Speakers => return maker.speaker_letters(),
        PaperKind::Summons => maker.summons(),
        PaperKind::Invitation => maker.invitation(),
        PaperKind::Program => maker.program(),
        PaperKind::Estimate => maker.estimate(),
        PaperKind::Students => maker.students(),
        PaperKind::Attendance => maker.attendance(false),
        PaperKind::AttendanceByUnit => maker.attendance(true),
        PaperKind::Payments => maker.payments(),
        PaperKind::Materials => maker.materials(),
        PaperKind::CertificateList => maker.certificate_list(),
        PaperKind::Certificates => maker.certificates(),
        PaperKind::Results => maker.results(),
        PaperKind::Minutes => maker.minutes(),
        PaperKind::Conclusion => maker.conclusion(),
    };
    vec![Made { suffix: String::new(), paper }]
}

/// What every paper of a class is made from.
struct Maker<'a> {
    class: &'a Class,
    known: &'a NewClass,
    office: &'a OfficeHead,
    profile: &'a Profile,
    today: NaiveDate,
}

impl Maker<'_> {
    /// A paper of the first host, with number and signature.
    fn paper(&self, kind: &str, short: &str, subject: String, blocks: Vec<Block>) -> Paper {
        let host = self.host();
        Paper {
            superior: self.office.superior.clone(),
            bodies: vec![host.name.clone()],
            number: Number { number: String::new(), kind: short.to_owned(), code: self.code(&host) },
            place: self.office.place.clone(),
            date: PaperDate { day: None, month: self.today.month(), year: self.today.year() },
            kind: kind.to_owned(),
            subject,
            blocks,
            signatures: vec![self.signature(&host)],
            recipients: vec!["Như trên,".to_owned(), "Lưu Văn phòng.".to_owned()],
            mark: self.office.mark().to_owned(),
            ..Paper::default()
        }
    }

    /// The body that issues: the first host, or the office itself.
    fn host(&self) -> Host {
        let first = self.known.hosts.iter().find(|host| !host.name.trim().is_empty());
        first.cloned().unwrap_or_else(|| Host { name: self.office.name.clone(), ..Host::default() })
    }

    /// The office's code; another body's number bears its own.
    fn code(&self, host: &Host) -> String {
        let own = self.office.name.is_empty() || fold(&host.name) == fold(&self.office.name);
        if own { self.office.document_code.clone() } else { String::new() }
    }

    /// Who signs for a host, by the post: a deputy in place of the head, a secretary on behalf of the committee.
    fn signature(&self, host: &Host) -> Signature {
        let name = host.signer.trim().to_owned();
        let post = host.post.trim();
        if post.is_empty() {
            let usual = OfficeHead { name: host.name.clone(), ..self.office.clone() }.usual_signature();
            return Signature { name, ..usual };
        }
        let folded = fold(post);
        let authority = if folded.contains("bi thu") {
            self.profile.on_behalf("Ban Thường vụ")
        } else if folded.starts_with("pho ") {
            let head: String = post.chars().skip(4).collect();
            self.profile.in_place(head.trim())
        } else {
            String::new()
        };
        Signature { authority, post: post.to_owned(), name }
    }

    /// The title as it stands within a sentence.
    fn named(&self) -> String {
        lower_first(self.known.title.trim())
    }

    /// "từ ngày 14/10/2026 đến ngày 15/10/2026", the vague date as it was written, or nothing.
    fn days(&self) -> String {
        days(self.known)
    }

    /// The plan this class has, as a reference: "Kế hoạch số 12-KH/BTGDVTU, ngày 05/10/2026".
    fn plan_reference(&self) -> Option<String> {
        let number = self.known.document_number.trim();
        if number.is_empty() {
            return None;
        }
        let joint = if self.known.hosts.len() > 1 { "Kế hoạch liên tịch" } else { "Kế hoạch" };
        Some(match self.known.document_date {
            Some(day) => format!("{joint} số {number}, {}", on(day)),
            None => format!("{joint} số {number}"),
        })
    }

    /// "Thực hiện Kế hoạch số …, " at the head of a sentence, and the body that acts.
    fn acting(&self) -> String {
        let body = self.host().name;
        match self.plan_reference() {
            Some(plan) => format!("Thực hiện {plan}, {body}"),
            None => body,
        }
    }

    /// Units that are summoned, in few words or by name.
    fn summoned_units(&self) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        for one in &self.known.summons {
            let name = one.unit_name.trim();
            if !name.is_empty() && !units.iter().any(|known| known == name) {
                units.push(name.to_owned());
            }
        }
        units
    }

    /// Nơi nhận: the body above, the units by name as long as they are few, the archive.
    fn recipients(&self, units: bool) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.office.superior.trim().is_empty() {
            lines.push(format!("{} (b/c),", self.office.superior.trim()));
        }
        let hosts = self.known.hosts.iter().skip(1).filter(|host| !host.name.trim().is_empty());
        lines.extend(hosts.map(|host| format!("{},", host.name.trim())));
        if units {
            let units = self.summoned_units();
            if units.len() > NAMED {
                lines.push(format!("Các đơn vị được triệu tập ({} đơn vị),", units.len()));
            } else {
                lines.extend(units.into_iter().map(|unit| format!("{unit},")));
            }
        }
        lines.push("Lưu Văn phòng.".to_owned());
        lines
    }
}

/// Units named one by one under Nơi nhận.
const NAMED: usize = 5;

/// Days of a class within a sentence.
fn days(known: &NewClass) -> String {
    match (known.date_from, known.date_to) {
        (Some(from), Some(to)) if from != to => format!("từ {} đến {}", on(from), on(to)),
        (Some(day), _) | (None, Some(day)) => on(day),
        (None, None) => known.date_text.trim().to_owned(),
    }
}

/// "ngày 05/10/2026".
fn on(day: NaiveDate) -> String {
    format!("ngày {}", short(day))
}

/// "05/10/2026".
fn short(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// "07 giờ 30" from HH:MM.
fn hour(time: &str) -> String {
    match time.split_once(':') {
        Some((hours, minutes)) => format!("{hours} giờ {minutes}"),
        None => time.to_owned(),
    }
}

/// Hours of a session in a table: "07:30 - 11:00".
fn hours(session: &Session) -> String {
    match (session.time_from.as_str(), session.time_to.as_str()) {
        (from, "") => from.to_owned(),
        (from, to) => format!("{from} - {to}"),
    }
}

/// A session's time within a sentence: "từ 07 giờ 30 đến 11 giờ 00, sáng ngày 14/10/2026".
fn time(session: &Session) -> String {
    let mut parts = Vec::new();
    match (session.time_from.as_str(), session.time_to.as_str()) {
        ("", _) => {}
        (from, "") => parts.push(hour(from)),
        (from, to) => parts.push(format!("từ {} đến {}", hour(from), hour(to))),
    }
    let part = part(session.part).to_lowercase();
    let day = session.on.map(on).unwrap_or_default();
    let when = format!("{part} {day}").trim().to_owned();
    if !when.is_empty() {
        parts.push(when);
    }
    parts.join(", ")
}

/// Part of the day on paper.
fn part(part: DayPart) -> &'static str {
    match part {
        DayPart::Unknown => "",
        DayPart::Morning => "Sáng",
        DayPart::Afternoon => "Chiều",
        DayPart::Evening => "Tối",
    }
}

/// The text with a small first letter, but for a word in capitals.
fn lower_first(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let capitals = first.chars().count() > 1 && first.chars().all(|letter| !letter.is_lowercase());
    let mut letters = text.chars();
    match letters.next() {
        Some(letter) if !capitals => format!("{}{}", letter.to_lowercase(), letters.as_str()),
        _ => text.to_owned(),
    }
}

/// The text with a full stop at its end.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', ':', ';']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// A number as papers write it: 1.250.000.
fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// Paragraphs of a text a person typed, one a line.
fn paragraphs(text: &str) -> Vec<Block> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Block::Paragraph(sentence(line))).collect()
}

/// A heading of the first level; numbered in Roman figures by [`numbered`].
fn heading(text: &str) -> Block {
    Block::Heading { level: 1, text: text.to_owned() }
}

/// A heading of the second level.
fn point(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

/// Gives headings their numbers: I-, II- …; 1., 2. … anew below each.
fn numbered(mut blocks: Vec<Block>) -> Vec<Block> {
    const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let (mut first, mut second) = (0, 0);
    for block in &mut blocks {
        match block {
            Block::Heading { level: 1, text } => {
                *text = format!("{}- {text}", ROMAN.get(first).copied().unwrap_or_default());
                (first, second) = (first + 1, 0);
            }
            Block::Heading { level: 2, text } => {
                second += 1;
                *text = format!("{second}. {text}");
            }
            _ => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
