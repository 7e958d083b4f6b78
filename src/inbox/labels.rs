//! The words of the inbox's enumerations.

pub mod duties;

use chrono::NaiveDate;

use super::audience;
use super::columns::Field;
use super::issues::{Happened, IssueLine, IssueView};
use super::model::{
    Band, Channel, FILE_REASONS, Intensity, PeriodKind, ReportKind, Tendency, Triage, Urgency, VIEWS,
    Verification,
};
use super::order::By;
use super::orientations::OrientationView;
use crate::search::filter::{Problem, english_key, english_value};
use crate::words::{Language, Words};

/// What a column of a log holds.
pub fn field(words: &Words, field: Field) -> &str {
    words.by_id(&format!("inbox-field-{}", field.code())).unwrap_or_default()
}

/// State in triage.
pub fn triage(words: &Words, triage: Triage) -> &str {
    match triage {
        Triage::New => words.inbox_triage_new(),
        Triage::Included => words.inbox_triage_included(),
        Triage::Waiting => words.inbox_triage_waiting(),
        Triage::Filed => words.inbox_triage_filed(),
        Triage::Duplicate => words.inbox_triage_duplicate(),
    }
}

/// Urgency of a report.
pub fn urgency(words: &Words, urgency: Urgency) -> &str {
    match urgency {
        Urgency::Normal => words.inbox_urgency_normal(),
        Urgency::Urgent => words.inbox_urgency_urgent(),
        Urgency::VeryUrgent => words.inbox_urgency_very(),
        Urgency::Flash => words.inbox_urgency_flash(),
    }
}

/// How far a rumour is verified; empty on an opinion.
pub fn verification(words: &Words, verification: Verification) -> &str {
    match verification {
        Verification::None => "",
        Verification::Unverified => words.inbox_verification_unverified(),
        Verification::Checking => words.inbox_verification_checking(),
        Verification::ConfirmedTrue => words.inbox_verification_true(),
        Verification::ConfirmedFalse => words.inbox_verification_false(),
        Verification::Unverifiable => words.inbox_verification_unverifiable(),
    }
}

/// Prevalence band.
pub fn band(words: &Words, band: Band) -> &str {
    match band {
        Band::Unknown => words.inbox_band_unknown(),
        Band::Few => words.inbox_band_few(),
        Band::Some => words.inbox_band_some(),
        Band::Many => words.inbox_band_many(),
        Band::Majority => words.inbox_band_majority(),
        Band::Overwhelming => words.inbox_band_overwhelming(),
    }
}

/// Tendency of a stream.
pub fn tendency(words: &Words, tendency: Tendency) -> &str {
    match tendency {
        Tendency::Unclear => words.inbox_tendency_unclear(),
        Tendency::Agree => words.inbox_tendency_agree(),
        Tendency::Disagree => words.inbox_tendency_disagree(),
        Tendency::Worry => words.inbox_tendency_worry(),
        Tendency::Wish => words.inbox_tendency_wish(),
    }
}

/// Intensity of a stream; empty when it was not said.
pub fn intensity(words: &Words, intensity: Intensity) -> &str {
    match intensity {
        Intensity::None => "",
        Intensity::Light => words.inbox_intensity_light(),
        Intensity::Medium => words.inbox_intensity_medium(),
        Intensity::Harsh => words.inbox_intensity_harsh(),
    }
}

/// Kind of a report.
pub fn report_kind(words: &Words, kind: ReportKind) -> &str {
    match kind {
        ReportKind::Feedback => words.inbox_kind_feedback(),
        ReportKind::Periodic => words.inbox_kind_periodic(),
        ReportKind::Quick => words.inbox_kind_quick(),
        ReportKind::Thematic => words.inbox_kind_thematic(),
        ReportKind::AdHoc => words.inbox_kind_ad_hoc(),
        ReportKind::Mail => words.inbox_kind_mail(),
        ReportKind::Nothing => words.inbox_kind_nothing(),
    }
}

/// Channel a report came through; empty when it was not said.
pub fn channel(words: &Words, channel: Channel) -> &str {
    match channel {
        Channel::Unknown => "",
        Channel::Direct => words.inbox_channel_direct(),
        Channel::Meeting => words.inbox_channel_meeting(),
        Channel::Phone => words.inbox_channel_phone(),
        Channel::Questionnaire => words.inbox_channel_questionnaire(),
        Channel::Letter => words.inbox_channel_letter(),
        Channel::Press => words.inbox_channel_press(),
        Channel::Social => words.inbox_channel_social(),
        Channel::Mail => words.inbox_channel_mail(),
        Channel::Report => words.inbox_channel_report(),
    }
}

/// Kind of a period; empty when there is none.
pub fn period_kind(words: &Words, kind: PeriodKind) -> &str {
    match kind {
        PeriodKind::None => "",
        PeriodKind::Week => words.inbox_period_week(),
        PeriodKind::Month => words.inbox_period_month(),
        PeriodKind::Quarter => words.inbox_period_quarter(),
        PeriodKind::HalfYear => words.inbox_period_half_year(),
        PeriodKind::Year => words.inbox_period_year(),
        PeriodKind::AdHoc => words.inbox_period_ad_hoc(),
    }
}

/// Grade of an issue, by its identifier; an unknown one as it stands.
pub fn grade<'a>(words: &'a Words, grade: &'a str) -> &'a str {
    match grade {
        "watch" => words.inbox_grade_watch(),
        "salient" => words.inbox_grade_salient(),
        "risk" => words.inbox_grade_risk(),
        "hot_spot" => words.inbox_grade_hot_spot(),
        other => other,
    }
}

/// State of an issue, by its identifier; an unknown one as it stands.
pub fn issue_state<'a>(words: &'a Words, state: &'a str) -> &'a str {
    match state {
        "new" => words.inbox_form_state_new(),
        "handling" => words.inbox_form_state_handling(),
        "settled" => words.inbox_form_state_settled(),
        other => other,
    }
}

/// How far the answer to an issue is.
pub fn issue_answer(words: &Words, line: &IssueLine, today: NaiveDate) -> String {
    let late = line.answer_due.map(|due| (today - due).num_days());
    match (line.answered_on, line.answer_due) {
        (Some(day), _) => words.issues_answered_on(words.day_short(day, today)),
        (None, Some(_)) if line.is_overdue(today) => words.issues_overdue(late.unwrap_or_default()),
        (None, _) if line.has_answer => words.issues_answered().to_owned(),
        (None, Some(due)) => words.issues_due(words.day_short(due, today)),
        (None, None) => words.issues_no_due().to_owned(),
    }
}

/// A step of an issue.
pub fn issue_step(words: &Words, what: &Happened, today: NaiveDate) -> String {
    match what {
        Happened::Entered(by_grade, state) => {
            words.issues_step_entered(grade(words, by_grade), issue_state(words, state))
        }
        Happened::Grade(from, to) => words.issues_step_grade(grade(words, from), grade(words, to)),
        Happened::State(from, to) => {
            words.issues_step_state(issue_state(words, from), issue_state(words, to))
        }
        Happened::Due(Some(due)) => words.issues_step_due(words.day_short(*due, today)),
        Happened::Due(None) => words.issues_step_no_due().to_owned(),
        Happened::Answered => words.issues_step_answered().to_owned(),
        Happened::Unanswered => words.issues_step_unanswered().to_owned(),
    }
}

/// Which issues a view of the page shows.
pub fn issue_view(words: &Words, view: IssueView) -> &str {
    match view {
        IssueView::Open => words.issues_view_open(),
        IssueView::Overdue => words.issues_view_overdue(),
        IssueView::Answered => words.issues_view_answered(),
        IssueView::Settled => words.issues_view_settled(),
        IssueView::All => words.issues_view_all(),
    }
}

/// Grade of an issue where there is little room.
pub fn grade_short<'a>(words: &'a Words, by_grade: &'a str) -> &'a str {
    if by_grade == "risk" { words.issues_grade_risk() } else { grade(words, by_grade) }
}

/// What is wrong with the filter of those an orientation goes to, and what is allowed.
pub fn audience_problem(words: &Words, problem: &audience::Problem) -> String {
    match problem {
        audience::Problem::OpenQuote => words.inbox_filter_open_quote().to_owned(),
        audience::Problem::Key(typed, allowed) => {
            words.orientations_filter_unknown_key(allowed.join(", "), typed)
        }
        audience::Problem::Value(typed, allowed) => {
            words.orientations_filter_unknown_value(allowed.join(", "), typed)
        }
        audience::Problem::Missing(key) => words.inbox_filter_missing_text(key),
        audience::Problem::Negated(typed) => words.orientations_filter_negated(typed),
    }
}

/// Which orientations a view of their page shows.
pub fn orientation_view(words: &Words, view: OrientationView) -> &str {
    match view {
        OrientationView::All => words.orientations_view_all(),
        OrientationView::Unsent => words.orientations_view_unsent(),
        OrientationView::Sent => words.orientations_view_sent(),
    }
}

/// The way an answer was sent, by its identifier; an unknown one as it stands.
pub fn sent_through<'a>(words: &'a Words, way: &'a str) -> &'a str {
    match way {
        "" => words.inbox_form_not_sent(),
        "zalo" => "Zalo",
        "mailbox" => words.inbox_form_way_mailbox(),
        "meeting" => words.inbox_form_way_meeting(),
        "phone" => words.inbox_form_way_phone(),
        "paper" => words.inbox_form_way_paper(),
        other => other,
    }
}

/// When and how an answer was sent; `day` is its day in words, when it was.
pub fn sent(words: &Words, day: Option<String>, way: &str) -> String {
    match day {
        Some(day) if way.is_empty() => words.inbox_answer_sent_on(day),
        Some(day) => words.inbox_answer_sent(day, sent_through(words, way)),
        None if way.is_empty() => words.inbox_form_not_sent().to_owned(),
        None => words.inbox_answer_to_send(sent_through(words, way)),
    }
}

/// A kind of personal data, by the end of its message id.
pub fn personal<'a>(words: &'a Words, kind: &str) -> &'a str {
    words.by_id(&format!("inbox-personal-{kind}")).unwrap_or_else(|| words.inbox_personal_other())
}

/// What is wrong with a filter, and what is allowed.
pub fn filter_problem(words: &Words, problem: &Problem) -> String {
    let english = words.language() == Language::English;
    let key_name = |key: &'static str| if english { english_key(key) } else { key };
    let list = |allowed: &[&'static str], in_english: fn(&str) -> &str| {
        let named = |name: &&'static str| if english { in_english(name) } else { name };
        let mut list = allowed.iter().take(8).map(named).collect::<Vec<_>>().join(", ");
        if allowed.len() > 8 {
            list.push('…');
        }
        list
    };
    match problem {
        Problem::UnknownKey { typed, allowed } => {
            words.inbox_filter_unknown_key(list(allowed, english_key), typed)
        }
        Problem::UnknownValue { key, typed, allowed } => {
            words.inbox_filter_unknown_value(list(allowed, english_value), key_name(key), typed)
        }
        Problem::MissingValue { key, allowed } if allowed.is_empty() => {
            words.inbox_filter_missing_text(key_name(key))
        }
        Problem::MissingValue { key, allowed } => {
            words.inbox_filter_missing_value(list(allowed, english_value), key_name(key))
        }
        Problem::Date { key, typed, .. } => words.inbox_filter_no_day(key_name(key), typed),
        Problem::OpenQuote => words.inbox_filter_open_quote().to_owned(),
        _ => words.inbox_filter_not_a_term().to_owned(),
    }
}

/// A reason for setting aside as the list shows it: those that come with every file are kept in Vietnamese, because papers
/// are, and have a name in English.
pub fn file_reason<'a>(words: &'a Words, reason: &'a str) -> &'a str {
    if words.language() == Language::Vietnamese {
        return reason;
    }
    let at = FILE_REASONS.iter().position(|shipped| *shipped == reason);
    at.and_then(|at| words.by_id(&format!("inbox-file-reason-{at}"))).unwrap_or(reason)
}

/// The name of a view in the person's language; names the office gave as they stand.
pub fn view_name<'a>(words: &'a Words, code: &str, name: &'a str) -> &'a str {
    match VIEWS.iter().find(|(known, shipped, _)| *known == code && *shipped == name) {
        Some((code, ..)) => words.by_id(&format!("inbox-view-{code}")).unwrap_or(name),
        None => name,
    }
}

/// What a list can be ordered by.
pub fn order(words: &Words, by: By) -> &str {
    match by {
        By::Day => words.inbox_order_day(),
        By::Unit => words.inbox_order_unit(),
        By::Title => words.inbox_order_title_column(),
        By::Topic => words.inbox_order_topic(),
        By::Handler => words.inbox_order_handler(),
        By::Urgency => words.inbox_order_urgency(),
        By::Triage => words.inbox_order_triage(),
    }
}

/// The same in a word or two.
pub fn order_short(words: &Words, by: By) -> &str {
    match by {
        By::Day => words.inbox_column_day(),
        By::Unit => words.inbox_column_unit(),
        By::Title => words.inbox_column_title(),
        By::Topic => words.inbox_column_topic(),
        By::Handler => words.inbox_order_handler(),
        By::Urgency => words.inbox_column_urgency(),
        By::Triage => words.inbox_column_triage(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::filter::parse;

    #[test]
    fn an_english_screen_has_no_vietnamese_reasons_and_filter_names() {
        let words = Words::new(Language::English);
        for reason in FILE_REASONS {
            assert!(file_reason(&words, reason).is_ascii(), "{reason}");
        }
        assert_eq!(file_reason(&words, "một lý do riêng"), "một lý do riêng");
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        for filter in ["nokey:x", "status:what", "status:", "từ:hừm", "đv:", "urgency:what"] {
            let problem = parse(filter, today).unwrap_err().problem;
            let told = filter_problem(&words, &problem).replace("hừm", "").replace(['“', '”', '…', '’'], "");
            assert!(told.is_ascii(), "{filter}: {told}");
        }
    }
}
