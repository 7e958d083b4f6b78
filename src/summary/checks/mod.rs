//! What a synthesis still lacks, checked against the period's material. Pure functions; every finding carries what it is about,
//! so that the keys can lead there and an answer with a reason can be kept for it.

mod left;
mod told;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::gather::{Lacking, Material, MaterialItem, MaterialStream};
use super::labels;
use super::model::{Count, Exhibit, Section, Sentence, Source};
use super::period::Period;
use crate::file::link_id;
use crate::text;
use crate::text::mixed::MixedMap;
use crate::words::Words;

/// A passage of the synthesis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Section.
    pub section: Uuid,
    /// The sentence without citations.
    pub text: String,
}

impl Told {
    /// What an answer is kept for: these words in this section. Other words are asked about again.
    pub fn subject(&self) -> Uuid {
        link_id("told", &[self.section.as_bytes(), text::fold(&self.text).as_bytes()])
    }
}

/// A report that seems to have been sent twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Twice {
    /// Matter of the later report.
    pub item: Uuid,
    /// Arrival number of the later report.
    pub later: String,
    /// Arrival number of the earlier one.
    pub earlier: String,
    /// What both texts share, in hundredths.
    pub share: u32,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// Nothing was let in yet, so the draft took matters nobody decided about.
    NothingDecided(usize),
    /// Matters of the period nobody decided about.
    Untriaged(usize),
    /// A hot spot, or a risk of one, the text does not mention: issue and its title.
    HotSpotNotMentioned(Uuid, String),
    /// Matters let in that the text does not use.
    ItemsNotUsed(Vec<Uuid>),
    /// Strong streams (many and above) left out.
    StreamsLeftOut(Vec<Uuid>),
    /// A tendency of a topic that no sentence of the text carries: minority views left out.
    MinorityLeftOut(Vec<Uuid>),
    /// A sentence that tells an unverified rumour as if it were known.
    RumourAsOpinion(Told),
    /// A sentence that says what most people think on one report.
    MajorityOnOneReport(Told),
    /// Two sentences that have most people agree and most people not, on one topic.
    MajoritiesOpposed(Told, Told),
    /// A number that says another count than the file: the passage, the number written and the count.
    NumbersDisagree(Told, usize, usize),
    /// Sources whose words are others than when they were cited.
    SourcesChanged(Vec<Uuid>),
    /// A passage that may tell who a citizen is.
    PersonalData(Told),
    /// Matters used that say nearly what another used one says.
    CountedTwice(Vec<Twice>),
    /// A table or chart that will not be printed: its section, the heading, and which it is.
    NotPrinted(Uuid, String, Exhibit),
    /// Shorter periods without an issued synthesis: each with how far its one has come.
    ShorterLacking(Vec<Lacking>),
    /// Issued syntheses of shorter periods the text takes nothing from.
    ShorterNotUsed(Vec<(Uuid, Period)>),
    /// The head of the paper would name no issuing body.
    NoOffice,
    /// No forecast.
    NoForecast,
    /// No recommendation.
    NoRecommendation,
}

/// Where the keys lead from a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A passage of a section.
    Passage(Told),
    /// A stream or an item among the sources.
    Source(Uuid),
    /// The sentence that cites a stream or an item.
    Cited(Uuid),
    /// A table or chart of a section.
    Exhibit(Uuid, Exhibit),
    /// The section of a source.
    Section(Source),
    /// Matters nobody decided about, in the inbox.
    Inbox,
    /// The office's name.
    Office,
}

/// One thing a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What an answer is kept for.
    pub id: Uuid,
    /// Where the keys lead.
    pub lead: Lead,
}

/// What was kept beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Findings answered, with the reason, by kind and what they are about.
    pub answers: HashMap<(String, Uuid), String>,
    /// Digests of what the cited streams and items said when they were cited; nothing for those of which it was not kept.
    pub cited: HashMap<Uuid, String>,
    /// What the paper had of streams and items when it was issued: why it left them out, nothing for those it carries.
    pub frozen: HashMap<Uuid, Option<String>>,
}

impl Kept {
    fn is_answered(&self, kind: &str, subject: Uuid) -> bool {
        // Nothing is looked up with a key of two owned parts: answers are few.
        self.answers.keys().any(|(answered, about)| *about == subject && answered == kind)
    }
}

/// What a stream or an item says, as it is kept when it is cited: a digest, so that what is masked or erased there stands nowhere
/// else.
pub fn said(item: &MaterialItem, stream: Option<&MaterialStream>) -> String {
    let mut hash = Sha256::new();
    let says: &[&str] = match stream {
        Some(stream) => &[stream.band.id(), stream.tendency.id(), &stream.group_name, &stream.gist],
        None => &[&item.title, &item.lead],
    };
    for part in says {
        hash.update(part.trim().as_bytes());
        hash.update([0]);
    }
    let mut digest = String::with_capacity(16);
    for byte in hash.finalize().iter().take(8) {
        // Writing to a String cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

impl Check {
    /// Identifier, as scripts read it and answers are kept under.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NothingDecided(_) => "nothing_decided",
            Self::Untriaged(_) => "untriaged",
            Self::HotSpotNotMentioned(..) => "hot_spot_not_mentioned",
            Self::ItemsNotUsed(_) => "item_not_used",
            Self::StreamsLeftOut(_) => "stream_left_out",
            Self::MinorityLeftOut(_) => "minority_left_out",
            Self::RumourAsOpinion(_) => "rumour_as_opinion",
            Self::MajorityOnOneReport(_) => "majority_on_one_report",
            Self::MajoritiesOpposed(..) => "majorities_opposed",
            Self::NumbersDisagree(..) => "numbers_disagree",
            Self::SourcesChanged(_) => "source_changed",
            Self::PersonalData(_) => "personal_data",
            Self::CountedTwice(_) => "counted_twice",
            Self::NotPrinted(..) => "exhibit_not_printed",
            Self::ShorterLacking(_) => "shorter_missing",
            Self::ShorterNotUsed(_) => "shorter_not_used",
            Self::NoOffice => "no_office_name",
            Self::NoForecast => "no_forecast",
            Self::NoRecommendation => "no_recommendation",
        }
    }

    /// How many things it is about; as many rows as the list of findings has for it.
    pub fn count(&self) -> usize {
        match self {
            Self::ItemsNotUsed(ids)
            | Self::StreamsLeftOut(ids)
            | Self::MinorityLeftOut(ids)
            | Self::SourcesChanged(ids) => ids.len(),
            Self::CountedTwice(pairs) => pairs.len(),
            _ => 1,
        }
    }

    /// What it is about, one by one.
    pub fn subjects(&self, material: &Material) -> Vec<Subject> {
        let nil = |lead| vec![Subject { id: Uuid::nil(), lead }];
        let passage = |told: &Told| vec![Subject { id: told.subject(), lead: Lead::Passage(told.clone()) }];
        match self {
            Self::NothingDecided(_) | Self::Untriaged(_) => nil(Lead::Inbox),
            Self::HotSpotNotMentioned(issue, _) => {
                let item = material.items.iter().find(|item| item.issue == Some(*issue));
                let lead = item.map_or(Lead::Inbox, |item| Lead::Source(item.id));
                vec![Subject { id: *issue, lead }]
            }
            Self::ItemsNotUsed(ids) | Self::StreamsLeftOut(ids) | Self::MinorityLeftOut(ids) => {
                ids.iter().map(|id| Subject { id: *id, lead: Lead::Source(*id) }).collect()
            }
            Self::SourcesChanged(ids) => {
                ids.iter().map(|id| Subject { id: changed(material, *id), lead: Lead::Cited(*id) }).collect()
            }
            Self::RumourAsOpinion(told)
            | Self::MajorityOnOneReport(told)
            | Self::MajoritiesOpposed(told, _)
            | Self::NumbersDisagree(told, ..)
            | Self::PersonalData(told) => passage(told),
            Self::CountedTwice(pairs) => {
                pairs.iter().map(|twice| Subject { id: twice.item, lead: Lead::Source(twice.item) }).collect()
            }
            Self::NotPrinted(section, _, exhibit) => vec![Subject {
                id: link_id("exhibit", &[section.as_bytes(), exhibit.id().as_bytes()]),
                lead: Lead::Exhibit(*section, *exhibit),
            }],
            Self::ShorterLacking(_) | Self::ShorterNotUsed(_) => nil(Lead::Section(Source::General)),
            Self::NoOffice => nil(Lead::Office),
            Self::NoForecast => nil(Lead::Section(Source::Forecast)),
            Self::NoRecommendation => nil(Lead::Section(Source::Recommendation)),
        }
    }

    /// The finding in words, sentences cut to their beginnings.
    pub fn message(&self, words: &Words) -> String {
        self.told(words, short)
    }

    /// The finding in words with whole sentences.
    pub fn whole(&self, words: &Words) -> String {
        self.told(words, str::to_owned)
    }

    fn told(&self, words: &Words, short: fn(&str) -> String) -> String {
        match self {
            Self::NothingDecided(count) => words.summary_check_nothing_decided(count_of(*count)),
            Self::Untriaged(count) => words.summary_check_untriaged(count_of(*count)),
            Self::HotSpotNotMentioned(_, title) => words.summary_check_hot_spot(title.as_str()),
            Self::ItemsNotUsed(items) => words.summary_check_items(count_of(items.len())),
            Self::StreamsLeftOut(streams) => words.summary_check_streams(count_of(streams.len())),
            Self::MinorityLeftOut(streams) => words.summary_check_minority(count_of(streams.len())),
            Self::RumourAsOpinion(told) => words.summary_check_rumour(short(&told.text)),
            Self::MajorityOnOneReport(told) => words.summary_check_majority(short(&told.text)),
            Self::MajoritiesOpposed(one, other) => {
                words.summary_check_opposed(short(&one.text), short(&other.text))
            }
            Self::NumbersDisagree(told, written, now) => {
                words.summary_check_numbers(count_of(*now), short(&told.text), count_of(*written))
            }
            Self::SourcesChanged(sources) => words.summary_check_changed(count_of(sources.len())),
            Self::PersonalData(told) => words.summary_check_personal(short(&told.text)),
            Self::CountedTwice(pairs) => {
                let named = pairs
                    .iter()
                    .take(3)
                    .map(|one| format!("{} ~ {} ({}%)", one.later, one.earlier, one.share));
                let more = if pairs.len() > 3 { ", …" } else { "" };
                let named = format!("{}{more}", named.collect::<Vec<_>>().join(", "));
                words.summary_check_twice(count_of(pairs.len()), named)
            }
            Self::NotPrinted(_, heading, Exhibit::Chart(_)) => {
                words.summary_check_small_chart(heading.as_str())
            }
            Self::NotPrinted(_, heading, Exhibit::Survey(..)) => {
                words.summary_check_gone_table(heading.as_str())
            }
            Self::ShorterLacking(lacking) => words.summary_check_lacking(lacking_told(lacking, words)),
            Self::ShorterNotUsed(issued) => {
                let names: Vec<String> = issued.iter().map(|(_, period)| period.name()).collect();
                words.summary_check_shorter(names.join(", "))
            }
            Self::NoOffice => words.summary_check_no_office().to_owned(),
            Self::NoForecast => words.summary_check_forecast().to_owned(),
            Self::NoRecommendation => words.summary_check_recommendation().to_owned(),
        }
    }
}

/// The shorter periods by name, with how far each has come.
fn lacking_told(lacking: &[Lacking], words: &Words) -> String {
    let told = lacking.iter().map(|one| {
        let state = one.state.map_or(words.summary_not_made(), |state| labels::state(words, state.id()));
        format!("{} ({state})", one.period.name())
    });
    told.collect::<Vec<_>>().join(", ")
}

/// What an answer to a changed source is kept for: the source as it is now. Another change is asked about again.
pub fn changed(material: &Material, id: Uuid) -> Uuid {
    let now = material.items.iter().find_map(|item| {
        let stream = item.streams.iter().find(|stream| stream.id == id);
        (item.id == id || stream.is_some()).then(|| said(item, stream))
    });
    let now = now.unwrap_or_default();
    link_id("changed", &[id.as_bytes(), now.as_bytes()])
}

fn count_of(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The beginning of a sentence, cut behind a whole word.
fn short(sentence: &str) -> String {
    let cut = text::cut_to_width(sentence, 60);
    match cut.strip_suffix('…').and_then(|begun| begun.rsplit_once(' ')) {
        Some((whole, _)) => format!("{}…", whole.trim_end_matches([',', ';', ':'])),
        None => cut.into_owned(),
    }
}

/// Findings about these sections that nobody answered, the gravest first.
pub fn check(sections: &[Section], material: &Material, facts: &Facts, kept: &Kept) -> Vec<Check> {
    let mut found = all(sections, material, facts, kept);
    if !kept.answers.is_empty() {
        found.retain_mut(|check| still_open(check, material, kept));
    }
    found
}

/// Takes out of a finding what was answered; false when nothing is left.
fn still_open(check: &mut Check, material: &Material, kept: &Kept) -> bool {
    let kind = check.kind();
    match check {
        Check::ItemsNotUsed(ids) | Check::StreamsLeftOut(ids) | Check::MinorityLeftOut(ids) => {
            ids.retain(|id| !kept.is_answered(kind, *id));
            !ids.is_empty()
        }
        Check::SourcesChanged(ids) => {
            ids.retain(|id| !kept.is_answered(kind, changed(material, *id)));
            !ids.is_empty()
        }
        Check::CountedTwice(pairs) => {
            pairs.retain(|one| !kept.is_answered(kind, one.item));
            !pairs.is_empty()
        }
        single => single.subjects(material).iter().all(|subject| !kept.is_answered(kind, subject.id)),
    }
}

/// Findings about these sections, answered or not.
pub fn all(sections: &[Section], material: &Material, facts: &Facts, kept: &Kept) -> Vec<Check> {
    let places = Places { material, facts };
    let used = sections.iter().flat_map(|section| super::model::cited(&section.body)).collect();
    let mut found = Vec::new();
    left::hot_spots(&mut found, sections, &places, &used);
    told::passages(&mut found, sections, &places);
    left::changed(&mut found, &places, kept, &used);
    left::not_printed(&mut found, sections, material);
    left::counted_twice(&mut found, material);
    left::shorter(&mut found, sections, material);
    // A report on the office's own work tells no matters; what it counts is checked above.
    let tells_matters = sections.iter().any(|section| section.source.tells_matters());
    let own_work = !tells_matters && sections.iter().any(|section| section.source.tells_work());
    if !own_work {
        left::out(&mut found, material, &used);
        let empty =
            |source| sections.iter().filter(|section| section.source == source).all(Section::is_empty);
        if empty(Source::Forecast) {
            found.push(Check::NoForecast);
        }
        if empty(Source::Recommendation) {
            found.push(Check::NoRecommendation);
        }
    }
    if facts.untriaged > 0 {
        found.push(if material.undecided() {
            Check::NothingDecided(facts.untriaged)
        } else {
            Check::Untriaged(facts.untriaged)
        });
    }
    if !material.named {
        found.push(Check::NoOffice);
    }
    found
}

/// What the checks know of a period's material without looking through it again: it is made once, the text is checked with every
/// key.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Positions of items and of their streams by id.
    places: MixedMap<Uuid, (usize, Option<usize>)>,
    /// Hot spots and risks of one that the period's matters belong to, with their matters.
    grave: Vec<(Uuid, Vec<usize>)>,
    counts: HashMap<Count, usize>,
    untriaged: usize,
    /// Lines of the text as they were looked at last.
    seen: RefCell<told::Seen>,
}

impl Facts {
    /// The facts of a material.
    pub fn of(material: &Material) -> Self {
        let counters = material.counters();
        let mut facts = Self { untriaged: counters.untriaged, ..Self::default() };
        let mut grave: BTreeMap<Uuid, Vec<usize>> = BTreeMap::new();
        for (at, item) in material.items.iter().enumerate() {
            facts.places.insert(item.id, (at, None));
            for (place, stream) in item.streams.iter().enumerate() {
                facts.places.insert(stream.id, (at, Some(place)));
            }
            let issue =
                item.issue.filter(|id| material.issues.get(id).is_some_and(|issue| issue.rank() >= 2));
            if let Some(issue) = issue {
                grave.entry(issue).or_default().push(at);
            }
        }
        facts.grave = grave.into_iter().collect();
        facts.counts = material.counts();
        facts
    }

    /// What a live count says now.
    pub fn count(&self, what: Count) -> usize {
        self.counts.get(&what).copied().unwrap_or(0)
    }
}

/// Where a cited stream or item stands.
#[derive(Clone, Copy)]
struct Places<'a> {
    material: &'a Material,
    facts: &'a Facts,
}

impl<'a> Places<'a> {
    fn get(&self, id: Uuid) -> Option<(&'a MaterialItem, Option<&'a MaterialStream>)> {
        let (at, stream) = self.facts.places.get(&id)?;
        let item = self.material.items.get(*at)?;
        Some((item, stream.and_then(|stream| item.streams.get(stream))))
    }

    fn cited<'b>(
        &'b self,
        sentence: &'b Sentence,
    ) -> impl Iterator<Item = (&'a MaterialItem, Option<&'a MaterialStream>)> + 'b {
        sentence.sources.iter().filter_map(|id| self.get(*id))
    }
}

#[cfg(test)]
mod tests;
