//! What a paper lacks, told before it is printed.

use super::PaperKind;
use crate::exchange::paper::OfficeHead;
use crate::training::model::{Class, Participant};

crate::text::identifiers! {
    /// Something a paper needs and the file does not know.
    Gap {
        /// The office has no name.
        #[default]
        Office = "office",
        /// It has no title.
        Title = "title",
        /// The office's code in document numbers.
        Code = "code",
        /// Place before the date.
        OfficePlace = "office-place",
        /// No day, not even a vague one.
        Days = "days",
        /// Where it is held.
        Place = "place",
        /// What it is for.
        Purpose = "purpose",
        /// For whom it is.
        Audience = "audience",
        /// No sessions.
        Sessions = "sessions",
        /// No session names a speaker.
        Speakers = "speakers",
        /// Some session names none.
        SomeSpeakers = "some-speakers",
        /// A host has no signer.
        Signer = "signer",
        /// No lines of the estimate.
        Costs = "costs",
        /// The lines do not add up to the estimate.
        CostsDiffer = "costs-differ",
        /// No units are summoned.
        Summons = "summons",
        /// The day names are sent by.
        NamesDue = "names-due",
        /// Nobody is on the list.
        Participants = "participants",
        /// No numbers of certificates.
        CertificateNumbers = "certificate-numbers",
        /// No points of the agenda.
        Agenda = "agenda",
        /// No conclusion.
        Result = "result",
        /// What must be prepared, and by whom.
        Preparation = "preparation",
        /// Where the money comes from.
        Funding = "funding",
    }
}

impl Gap {
    /// Without it there is no such paper: what is left would be an empty table.
    pub fn stops(self, kind: PaperKind) -> bool {
        match self {
            Self::Office | Self::Title | Self::Sessions | Self::Speakers | Self::Costs => true,
            Self::Summons => kind == PaperKind::Summons,
            Self::Participants => !matches!(kind, PaperKind::Minutes | PaperKind::Results),
            Self::Result => kind == PaperKind::Conclusion,
            _ => false,
        }
    }
}

/// What the paper of a kind lacks: what stops it first.
pub fn gaps(kind: PaperKind, class: &Class, office: &OfficeHead) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = [Gap::Title]
        .iter()
        .chain(needed(kind))
        .copied()
        .filter(|gap| is_missing(*gap, class, office))
        .collect();
    gaps.sort_by_key(|gap| !gap.stops(kind));
    gaps
}

/// What a paper needs.
fn needed(kind: PaperKind) -> &'static [Gap] {
    use Gap as G;
    match kind {
        PaperKind::Plan => &[
            G::Office,
            G::Purpose,
            G::Audience,
            G::Days,
            G::Place,
            G::Preparation,
            G::Signer,
            G::Code,
            G::OfficePlace,
        ],
        PaperKind::Decision => &[G::Office, G::Days, G::Place, G::Signer, G::Code, G::OfficePlace],
        PaperKind::Speakers => {
            &[G::Office, G::Speakers, G::SomeSpeakers, G::Days, G::Place, G::Signer, G::Code, G::OfficePlace]
        }
        PaperKind::Summons => {
            &[G::Office, G::Summons, G::NamesDue, G::Days, G::Place, G::Signer, G::Code, G::OfficePlace]
        }
        PaperKind::Invitation => {
            &[G::Office, G::Audience, G::Days, G::Place, G::Signer, G::Code, G::OfficePlace]
        }
        PaperKind::Program => &[G::Office, G::Sessions, G::SomeSpeakers, G::Place],
        PaperKind::Estimate => &[G::Office, G::Costs, G::CostsDiffer, G::Funding, G::Signer, G::OfficePlace],
        PaperKind::Students | PaperKind::Materials => &[G::Office, G::Participants],
        PaperKind::Attendance | PaperKind::AttendanceByUnit | PaperKind::Payments => {
            &[G::Office, G::Participants, G::Sessions]
        }
        PaperKind::CertificateList | PaperKind::Certificates => {
            &[G::Office, G::Participants, G::CertificateNumbers, G::Days, G::Signer, G::OfficePlace]
        }
        PaperKind::Results => &[
            G::Office,
            G::Participants,
            G::Days,
            G::Place,
            G::Summons,
            G::Result,
            G::Signer,
            G::Code,
            G::OfficePlace,
        ],
        PaperKind::Minutes => &[
            G::Office,
            G::Participants,
            G::Agenda,
            G::Result,
            G::Days,
            G::Place,
            G::Signer,
            G::Code,
            G::OfficePlace,
        ],
        PaperKind::Conclusion => {
            &[G::Office, G::Result, G::Days, G::Place, G::Signer, G::Code, G::OfficePlace]
        }
    }
}

fn is_missing(gap: Gap, class: &Class, office: &OfficeHead) -> bool {
    let known = &class.known;
    let blank = |text: &str| text.trim().is_empty();
    match gap {
        Gap::Office => blank(&office.name) && known.hosts.iter().all(|host| blank(&host.name)),
        Gap::Title => blank(&known.title),
        Gap::Code => blank(&office.document_code),
        Gap::OfficePlace => blank(&office.place),
        Gap::Days => known.date_from.is_none() && known.date_to.is_none() && blank(&known.date_text),
        Gap::Place => blank(&known.place),
        Gap::Purpose => blank(&known.purpose),
        Gap::Audience => blank(&known.audience),
        Gap::Sessions => known.sessions.is_empty(),
        Gap::Speakers => known.sessions.iter().all(|session| blank(&session.speaker)),
        Gap::SomeSpeakers => {
            let silent = known.sessions.iter().filter(|session| blank(&session.speaker)).count();
            silent > 0 && silent < known.sessions.len()
        }
        Gap::Signer => known.hosts.is_empty() || known.hosts.iter().any(|host| blank(&host.signer)),
        Gap::Costs => known.costs.is_empty(),
        Gap::CostsDiffer => class.costs_differ().is_some(),
        Gap::Summons => known.summons.is_empty(),
        Gap::NamesDue => known.summons.iter().any(|summons| summons.names_due.is_none()),
        Gap::Participants => known.participants.is_empty(),
        Gap::CertificateNumbers => {
            let without = |person: &Participant| blank(&person.certificate_number);
            known.certificate_from.is_none() && known.participants.iter().any(without)
        }
        Gap::Agenda => known.agenda.is_empty(),
        Gap::Result => blank(&known.result),
        Gap::Preparation => known.preparation.is_empty(),
        Gap::Funding => blank(&known.funding_source),
    }
}
