//! Words of papers, of what they lack, and of why one was not written.

use super::print::PrintError;
use super::{Gap, PaperKind};
use crate::exchange::paper::{PaperError, ProfileError};
use crate::words::Words;

/// Words of a paper.
pub fn paper(words: &Words, kind: PaperKind) -> &str {
    match kind {
        PaperKind::Plan => words.training_paper_plan(),
        PaperKind::Decision => words.training_paper_decision(),
        PaperKind::Speakers => words.training_paper_speakers(),
        PaperKind::Summons => words.training_paper_summons(),
        PaperKind::Invitation => words.training_paper_invitation(),
        PaperKind::Program => words.training_paper_program(),
        PaperKind::Estimate => words.training_paper_estimate(),
        PaperKind::Students => words.training_paper_students(),
        PaperKind::Attendance => words.training_paper_attendance(),
        PaperKind::AttendanceByUnit => words.training_paper_attendance_by_unit(),
        PaperKind::Payments => words.training_paper_payments(),
        PaperKind::Materials => words.training_paper_materials(),
        PaperKind::CertificateList => words.training_paper_certificate_list(),
        PaperKind::Certificates => words.training_paper_certificates(),
        PaperKind::Results => words.training_paper_results(),
        PaperKind::Minutes => words.training_paper_minutes(),
        PaperKind::Conclusion => words.training_paper_conclusion(),
    }
}

/// What is missing, and where it is entered.
pub fn gap(words: &Words, gap: Gap) -> &str {
    match gap {
        Gap::Office => words.training_gap_office(),
        Gap::Title => words.training_gap_title(),
        Gap::Code => words.training_gap_code(),
        Gap::OfficePlace => words.training_gap_office_place(),
        Gap::Days => words.training_gap_days(),
        Gap::Place => words.training_gap_place(),
        Gap::Purpose => words.training_gap_purpose(),
        Gap::Audience => words.training_gap_audience(),
        Gap::Sessions => words.training_gap_sessions(),
        Gap::Speakers => words.training_gap_speakers(),
        Gap::SomeSpeakers => words.training_gap_some_speakers(),
        Gap::Signer => words.training_gap_signer(),
        Gap::Costs => words.training_gap_costs(),
        Gap::CostsDiffer => words.training_gap_costs_differ(),
        Gap::Summons => words.training_gap_summons(),
        Gap::NamesDue => words.training_gap_names_due(),
        Gap::Participants => words.training_gap_participants(),
        Gap::CertificateNumbers => words.training_gap_certificate_numbers(),
        Gap::Agenda => words.training_gap_agenda(),
        Gap::Result => words.training_gap_result(),
        Gap::Preparation => words.training_gap_preparation(),
        Gap::Funding => words.training_gap_funding(),
    }
}

/// Several of them in a row.
pub fn gaps(words: &Words, gaps: &[Gap]) -> String {
    gaps.iter().map(|one| gap(words, *one)).collect::<Vec<_>>().join("; ")
}

/// Why a paper was not written.
pub fn problem(words: &Words, kind: PaperKind, error: &PrintError) -> String {
    match error {
        PrintError::Missing(missing) => {
            words.training_papers_stopped(paper(words, kind), gaps(words, missing))
        }
        PrintError::Exists(path) => words.training_papers_exists(path.display().to_string()),
        PrintError::Profile(error) => profile_problem(words, error),
        PrintError::Paper(PaperError::Placeholders(left)) => {
            words.training_papers_placeholders(left.join(", "))
        }
        PrintError::Paper(error) => words.training_papers_failed(error.to_string()),
        PrintError::Write(path, error) => {
            words.training_papers_not_written(path.display().to_string(), error.to_string())
        }
    }
}

/// What is wrong with a layout.
pub fn profile_problem(words: &Words, error: &ProfileError) -> String {
    match error {
        ProfileError::Own { path, line, message } => {
            words.training_papers_profile(line.to_string(), path.display().to_string(), message.as_str())
        }
        ProfileError::Measures(path) => words.training_papers_measures(path.display().to_string()),
        ProfileError::Unreadable(path, error) => {
            words.training_papers_not_written(path.display().to_string(), error.to_string())
        }
        ProfileError::Invalid(error) => words.training_papers_failed(error.to_string()),
    }
}
