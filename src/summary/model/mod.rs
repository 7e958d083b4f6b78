//! A synthesis and its sections.

mod counts;
mod exhibit;
mod order;
mod source;
mod text;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

pub use counts::{
    Count, Counted, Fact, Part, counted, counts, counts_work, number_of, origin, origins, recount, uncounted,
};
pub use exhibit::{ChartKind, Exhibit, exhibits};
pub use order::{block, moved};
pub use source::{Grouping, Source};
pub use text::{Marked, OPEN, Sentence, citation, cited, sentences, without_citations};

/// A synthesis as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynthesisRow {
    /// Id.
    pub id: Uuid,
    /// Its subject.
    pub title: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// drafting | submitted | issued.
    pub state: String,
    /// Sections with text.
    pub written: usize,
    /// Sections that can hold text.
    pub sections: usize,
}

/// A synthesis with its sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synthesis {
    /// Id.
    pub id: Uuid,
    /// Its subject.
    pub title: String,
    /// Kind of its period, as kept in the file.
    pub period_kind: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// drafting | submitted | issued.
    pub state: String,
    /// Number given; empty leaves room for it.
    pub document_number: String,
    /// Date given; `None` leaves room for the day.
    pub document_date: Option<NaiveDate>,
    /// Who signs.
    pub signer: String,
    /// The signer's post.
    pub signer_post: String,
    /// First line of the signature block.
    pub signs_for: String,
    /// Nơi nhận, one a line.
    pub recipients: String,
    /// The text as it was issued.
    pub issued_text: String,
    /// Notes, one a line; why it was taken back stands among them.
    pub note: String,
    /// What a thematic one is about; `None` for everything.
    pub topic: Option<Uuid>,
    /// The place it covers, a unit and all below it; `None` for the whole file.
    pub unit: Option<Uuid>,
    /// What its matters are gathered by.
    pub grouping: Grouping,
    /// Sections in the order of the paper, each below its parent.
    pub sections: Vec<Section>,
}

/// A template of a synthesis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// Id.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Identifier of a shipped one; empty for the office's own.
    pub code: String,
    /// Its headings on the first level.
    pub headings: Vec<String>,
    /// Kind of the periods it is offered first for, as kept in the file; empty for any.
    pub period_kind: String,
    /// Titles made of it name a topic: it is a thematic one.
    pub thematic: bool,
}

impl Template {
    /// Where it stands among those offered for a period of this kind: those made for it, those for any, the others.
    pub fn rank(&self, kind: &str) -> u8 {
        match self.period_kind.as_str() {
            own if own == kind => 0,
            "" => 1,
            _ => 2,
        }
    }
}

/// How far a synthesis has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// It is being written.
    #[default]
    Drafting,
    /// It lies before the one who signs.
    Submitted,
    /// It was signed and issued; its text stands.
    Issued,
}

impl State {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Drafting, "drafting"), (Self::Submitted, "submitted"), (Self::Issued, "issued")];

    /// The identifier kept in the file.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or("", |(_, id)| id)
    }

    /// The value of an identifier; drafting for one that is not known.
    pub fn from_id(id: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == id).map_or(Self::Drafting, |(state, _)| *state)
    }
}

/// What stands around the text of the paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its subject.
    pub title: String,
    /// Number given; empty leaves room for it.
    pub document_number: String,
    /// Date given; `None` leaves room for the day.
    pub document_date: Option<NaiveDate>,
    /// Who signs.
    pub signer: String,
    /// The signer's post.
    pub signer_post: String,
    /// First line of the signature block.
    pub signs_for: String,
    /// Nơi nhận, one a line.
    pub recipients: String,
}

impl Synthesis {
    /// How far it has come.
    pub fn state(&self) -> State {
        State::from_id(&self.state)
    }

    /// Puts something else around its text.
    pub fn take_head(&mut self, head: Head) {
        let Head { title, document_number, document_date, signer, signer_post, signs_for, recipients } = head;
        (self.title, self.document_number, self.document_date) = (title, document_number, document_date);
        (self.signer, self.signer_post, self.signs_for) = (signer, signer_post, signs_for);
        self.recipients = recipients;
    }

    /// What stands around its text.
    pub fn head(&self) -> Head {
        Head {
            title: self.title.clone(),
            document_number: self.document_number.clone(),
            document_date: self.document_date,
            signer: self.signer.clone(),
            signer_post: self.signer_post.clone(),
            signs_for: self.signs_for.clone(),
            recipients: self.recipients.clone(),
        }
    }
}

/// A section of an outline or of a synthesis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Id.
    pub id: Uuid,
    /// The section it stands under.
    pub parent: Option<Uuid>,
    /// Heading without its number.
    pub heading: String,
    /// What fills it.
    pub source: Source,
    /// Text with citations.
    pub body: String,
    /// A person wrote or changed the text since it was drafted.
    pub edited: bool,
}

impl Section {
    /// True when there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.body.trim().is_empty()
    }
}

/// Numbers before the headings of sections, in their order: `I-` on the first level, `1.` on the second, `a)` below.
/// Sections for which `counted` says no get none.
pub fn numbers(sections: &[Section], counted: impl Fn(&Section) -> bool) -> Vec<(u8, String)> {
    let mut counts: Vec<(Option<Uuid>, usize)> = Vec::new();
    let mut levels: Vec<(Uuid, u8)> = Vec::new();
    let mut out = Vec::with_capacity(sections.len());
    for section in sections {
        let above = section.parent.and_then(|parent| levels.iter().find(|(id, _)| *id == parent));
        let level = above.map_or(1, |(_, level)| level + 1);
        levels.push((section.id, level));
        if !counted(section) {
            out.push((level, String::new()));
            continue;
        }
        let count = if let Some((_, count)) = counts.iter_mut().find(|(parent, _)| *parent == section.parent)
        {
            *count += 1;
            *count
        } else {
            counts.push((section.parent, 1));
            1
        };
        out.push((
            level,
            match level {
                1 => format!("{}-", roman(count)),
                2 => format!("{count}."),
                _ => format!("{})", letter(count - 1)),
            },
        ));
    }
    out
}

/// A Roman number.
fn roman(mut number: usize) -> String {
    let mut out = String::new();
    for (value, sign) in [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

/// Letters of Vietnamese enumerations from 0: a, b, c, d, đ, e, g, …; after y they are doubled.
pub fn letter(index: usize) -> String {
    let letters: Vec<char> = "abcdđeghiklmnopqrstuvxy".chars().collect();
    letters[index % letters.len()].to_string().repeat(index / letters.len() + 1)
}

/// Counters for the upper level. Reports are counted, not people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counters {
    /// Reports of the period, "không phát sinh" among them.
    pub reports: usize,
    /// Of them, reports that say nothing arose.
    pub nothing: usize,
    /// Units and bodies that reported.
    pub units: usize,
    /// Matters.
    pub items: usize,
    /// Matters let into the synthesis.
    pub included: usize,
    /// Matters nobody decided about yet.
    pub untriaged: usize,
    /// Streams of opinion of the matters let in.
    pub streams: usize,
    /// Rumours among them.
    pub rumours: usize,
    /// Issues of grade salient or above that the period's reports touch.
    pub salient_issues: usize,
    /// Issues answered or settled in the period.
    pub handled: usize,
}

#[cfg(test)]
mod tests;
