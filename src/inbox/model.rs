//! Types of the inbox and the rules that need nothing but them.

pub mod duties;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::text::{dates, identifiers};

identifiers! {
    /// State of an item in triage.
    Triage {
        /// Not looked at yet.
        #[default]
        New = "new",
        /// Goes into the synthesis (đưa vào tổng hợp).
        Included = "included",
        /// Waits for more from the reporter (chờ bổ sung).
        Waiting = "waiting",
        /// Set aside, with a reason (lưu hồ sơ).
        Filed = "filed",
        /// The same as another item (trùng).
        Duplicate = "duplicate",
    }
}

identifiers! {
    /// Urgency of a report (độ khẩn).
    Urgency {
        /// Thường.
        #[default]
        Normal = "normal",
        /// Khẩn.
        Urgent = "urgent",
        /// Thượng khẩn.
        VeryUrgent = "very_urgent",
        /// Hỏa tốc.
        Flash = "flash",
    }
}

identifiers! {
    /// The rumour axis: opinion or rumour.
    ItemKind {
        /// An opinion.
        #[default]
        Opinion = "opinion",
        /// A rumour (tin đồn).
        Rumour = "rumour",
    }
}

identifiers! {
    /// How far a rumour is verified.
    Verification {
        /// Not a rumour.
        #[default]
        None = "",
        /// Chưa xác minh.
        Unverified = "unverified",
        /// Đang xác minh.
        Checking = "checking",
        /// Đã xác minh là đúng.
        ConfirmedTrue = "confirmed_true",
        /// Đã xác minh là sai.
        ConfirmedFalse = "confirmed_false",
        /// Không thể xác minh.
        Unverifiable = "unverifiable",
    }
}

identifiers! {
    /// Prevalence band of a stream: words, not percentages.
    Band {
        /// Chưa xác định.
        #[default]
        Unknown = "unknown",
        /// Có ý kiến.
        Few = "few",
        /// Một số ý kiến.
        Some = "some",
        /// Nhiều ý kiến.
        Many = "many",
        /// Đa số.
        Majority = "majority",
        /// Tuyệt đại đa số.
        Overwhelming = "overwhelming",
    }
}

identifiers! {
    /// Tendency of a stream.
    Tendency {
        /// Chưa rõ.
        #[default]
        Unclear = "unclear",
        /// Đồng tình.
        Agree = "agree",
        /// Không đồng tình, phản đối.
        Disagree = "disagree",
        /// Băn khoăn, lo lắng.
        Worry = "worry",
        /// Kiến nghị, mong muốn.
        Wish = "wish",
    }
}

identifiers! {
    /// Intensity of a stream in words; optional.
    Intensity {
        /// Not said.
        #[default]
        None = "",
        /// Nhẹ.
        Light = "light",
        /// Vừa.
        Medium = "medium",
        /// Gay gắt.
        Harsh = "harsh",
    }
}

identifiers! {
    /// Kind of a report.
    ReportKind {
        /// A single feedback (phản ánh).
        #[default]
        Feedback = "feedback",
        /// Báo cáo định kỳ.
        Periodic = "periodic",
        /// Báo cáo nhanh.
        Quick = "quick",
        /// Báo cáo chuyên đề.
        Thematic = "thematic",
        /// Báo cáo đột xuất.
        AdHoc = "ad_hoc",
        /// Phản ánh qua thư điện tử.
        Mail = "mail",
        /// Không phát sinh: on time, not queued.
        Nothing = "nothing",
    }
}

identifiers! {
    /// Channel a report came through.
    Channel {
        /// Not said.
        #[default]
        Unknown = "",
        /// Gặp trực tiếp.
        Direct = "direct",
        /// Hội họp, giao ban.
        Meeting = "meeting",
        /// Điện thoại.
        Phone = "phone",
        /// Phiếu hỏi.
        Questionnaire = "questionnaire",
        /// Đơn thư.
        Letter = "letter",
        /// Báo chí.
        Press = "press",
        /// Mạng xã hội, Zalo.
        Social = "social",
        /// Thư điện tử.
        Mail = "mail",
        /// Báo cáo văn bản.
        Report = "report",
    }
}

identifiers! {
    /// Kind of the period a report or synthesis covers.
    PeriodKind {
        /// Not said.
        #[default]
        None = "",
        /// Tuần.
        Week = "week",
        /// Tháng.
        Month = "month",
        /// Quý.
        Quarter = "quarter",
        /// Sáu tháng.
        HalfYear = "half_year",
        /// Năm.
        Year = "year",
        /// Đột xuất.
        AdHoc = "ad_hoc",
    }
}

impl PeriodKind {
    /// The kind of a stretch of days a person wrote.
    pub fn of_days(kind: dates::PeriodKind) -> Self {
        match kind {
            dates::PeriodKind::Week => Self::Week,
            dates::PeriodKind::Month => Self::Month,
            dates::PeriodKind::Quarter => Self::Quarter,
            dates::PeriodKind::HalfYear => Self::HalfYear,
            dates::PeriodKind::Year => Self::Year,
            dates::PeriodKind::Day | dates::PeriodKind::Custom => Self::AdHoc,
        }
    }
}

/// A stream of opinion (luồng ý kiến) as it is entered or read from a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewStream {
    /// Code of a shipped topic or `None`.
    pub topic: Option<Uuid>,
    /// Group of people, never a person.
    pub group_name: String,
    /// Prevalence.
    pub band: Band,
    /// Tendency.
    pub tendency: Tendency,
    /// Intensity.
    pub intensity: Intensity,
    /// What they say.
    pub gist: String,
    /// The reporter's own word for the band.
    pub band_word: String,
    /// The reporter's own word for the tendency.
    pub tendency_word: String,
}

/// One matter inside a report, before it has an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewItem {
    /// Title.
    pub title: String,
    /// Text.
    pub body: String,
    /// Place.
    pub place: String,
    /// Topics, as ids of `topic` rows.
    pub topics: Vec<Uuid>,
    /// Opinion or rumour.
    pub kind: ItemKind,
    /// For a rumour: how far it is verified.
    pub verification: Verification,
    /// Streams in the order of the text.
    pub streams: Vec<NewStream>,
    /// Forecast.
    pub forecast: String,
    /// Recommendation.
    pub recommendation: String,
    /// The issue it belongs to.
    pub issue: Option<Uuid>,
    /// State in triage; an item that comes in is new.
    pub triage: Triage,
    /// Why it is filed or waiting.
    pub triage_reason: String,
    /// The colleague who handles it.
    pub handler: Option<Uuid>,
}

/// A file kept with a report, before it has an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewAttachment {
    /// File name.
    pub name: String,
    /// Media type, e.g. `application/pdf`; empty when unknown.
    pub media_type: String,
    /// The bytes as they came; the store deflates them.
    pub bytes: Vec<u8>,
    /// The report itself was read from it.
    pub original: bool,
}

/// A submission with its items, before it has an id or an arrival number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewReport {
    /// When it was received; `None` = now.
    pub received_at: Option<NaiveDateTime>,
    /// Where `received_at` comes from: mail | form | log | document | import | entry.
    pub received_rule: &'static str,
    /// Title.
    pub title: String,
    /// Text before the first item.
    pub summary: String,
    /// The collaborator who handed it in, when known on the roster.
    pub collaborator: Option<Uuid>,
    /// Who handed it in, as written.
    pub submitter_name: String,
    /// Address a mail came from, for finding the collaborator; not kept.
    pub submitter_address: String,
    /// The unit, when known.
    pub unit: Option<Uuid>,
    /// The unit's name as the source wrote it.
    pub unit_name: String,
    /// Document number, e.g. 45-BC/ĐU.
    pub document_number: String,
    /// Date of the document.
    pub document_date: Option<NaiveDate>,
    /// Issuing body.
    pub issuer: String,
    /// Kind.
    pub kind: ReportKind,
    /// Kind of the period.
    pub period_kind: PeriodKind,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period.
    pub period_to: Option<NaiveDate>,
    /// Channel.
    pub channel: Channel,
    /// Urgency.
    pub urgency: Urgency,
    /// What the same file, mail or form is known by: `sha256:…`, `mail:…`, `form:…`; empty for an entry by hand.
    pub source_key: String,
    /// File name it came from.
    pub source_name: String,
    /// What was noted about it, such as how a log says it was handled.
    pub note: String,
    /// Items in the order of the text.
    pub items: Vec<NewItem>,
    /// Files kept with it.
    pub attachments: Vec<NewAttachment>,
}

/// The last day on which a report for a period that ends on `period_to` is on time: `due_day` days after it, moved off
/// a weekend by the duty's rule (keep | before | after).
pub fn due_on(period_to: NaiveDate, due_day: i64, weekend_rule: &str) -> Option<NaiveDate> {
    let due = period_to.checked_add_signed(chrono::TimeDelta::try_days(due_day)?)?;
    let past_friday = i64::from(due.weekday().num_days_from_monday()) - 4;
    if past_friday <= 0 {
        return Some(due);
    }
    match weekend_rule {
        "before" => due.checked_sub_signed(chrono::TimeDelta::days(past_friday)),
        "after" => due.checked_add_signed(chrono::TimeDelta::days(3 - past_friday)),
        _ => Some(due),
    }
}

/// Reasons for setting an item aside that come with every file, in the order their digits choose them.
pub const FILE_REASONS: &[&str] = &[
    "Không thuộc phạm vi dư luận xã hội",
    "Đã phản ánh kỳ trước, không có diễn biến mới",
    "Đã được giải quyết, trả lời",
    "Đơn thư khiếu nại, tố cáo: chuyển cơ quan có thẩm quyền",
    "Thông tin chưa rõ, không bổ sung được",
    "Ý kiến đơn lẻ, lưu để theo dõi",
];

/// Code, name and filter of each shipped view, in the order of the bar. Those before "all" hold what is still open: neither
/// set aside nor a duplicate. A view's count is the number of rows it opens with. Later ones stand behind: files of earlier
/// versions have the others in their places already.
pub const VIEWS: &[(&str, &str, &str)] = &[
    ("new", "Mới", "tt:mới"),
    ("waiting", "Chờ", "tt:chờ"),
    ("mine", "Của tôi", "tt:mới củatôi"),
    ("urgent", "Khẩn", "tt:mới khẩn"),
    ("rumour", "Tin đồn", "tinđồn:chưaxácminh,đangxácminh không:tt:lưu,trùng"),
    ("risk", "Nguy cơ", "mức:nguycơ,điểmnóng không:tt:lưu,trùng"),
    ("all", "Tất cả", ""),
    ("answer_overdue", "Quá hạn trả lời", "trảlời:quáhạn"),
    ("filed_disagree", "Lưu, không đồng tình", "tt:lưu tháiđộ:khôngđồngtình"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn due_days_leave_the_weekend_by_the_rule() {
        // 31/10/2026 is a Saturday.
        let end = day("2026-10-30");
        assert_eq!(due_on(end, 1, "keep"), Some(day("2026-10-31")));
        assert_eq!(due_on(end, 1, "before"), Some(day("2026-10-30")));
        assert_eq!(due_on(end, 1, "after"), Some(day("2026-11-02")));
        assert_eq!(due_on(end, 2, "before"), Some(day("2026-10-30")));
        assert_eq!(due_on(end, 2, "after"), Some(day("2026-11-02")));
        assert_eq!(due_on(end, 3, "before"), Some(day("2026-11-02")));
    }

    #[test]
    fn identifiers_read_back_and_unknown_ones_read_as_the_default() {
        for triage in Triage::ALL {
            assert_eq!(Triage::from_id(triage.id()), *triage);
        }
        assert_eq!(Triage::from_id("postponed"), Triage::New);
    }
}
