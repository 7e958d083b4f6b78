//! The source table (bảng đối chiếu): every stream of the period, and every matter without one, carried and where, or left out
//! and why. Pure functions.

use std::collections::HashMap;

use uuid::Uuid;

use super::checks::{Kept, Told};
use super::gather::{Material, MaterialItem, MaterialStream};
use super::model::{Section, sentences};
use crate::inbox::model::{Tendency, Triage};

/// Kinds of findings that ask why a stream is left out.
pub const STREAM_KINDS: [&str; 2] = ["stream_left_out", "minority_left_out"];
/// Kind of the finding that asks why a matter is left out.
pub const ITEM_KIND: &str = "item_not_used";

/// What became of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Let in and left out; nobody said why.
    Open,
    /// Let in and left out for this reason.
    Reasoned(String),
    /// Not let in: what triage said, the reason, and the number of the report it doubles.
    Aside {
        /// What triage said.
        triage: Triage,
        /// Why.
        reason: String,
        /// Arrival number of the report that says the same.
        same_as: String,
    },
    /// Left out when the synthesis was issued, in the words that were kept then.
    Frozen(String),
    /// Carried by this sentence, the first one.
    Carried(Told),
}

/// Groups the table is read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Left out without a reason.
    Open,
    /// Left out with a reason.
    Reasoned,
    /// Not let in.
    Aside,
    /// Carried.
    Carried,
}

impl Group {
    /// The groups in the order of the table.
    pub const ALL: [Self; 4] = [Self::Open, Self::Reasoned, Self::Aside, Self::Carried];
}

impl Fate {
    /// Its group.
    pub fn group(&self) -> Group {
        match self {
            Self::Open => Group::Open,
            Self::Reasoned(_) | Self::Frozen(_) => Group::Reasoned,
            Self::Aside { .. } => Group::Aside,
            Self::Carried(_) => Group::Carried,
        }
    }
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The stream; the item when it has none.
    pub id: Uuid,
    /// Position of its item in the material.
    pub item: usize,
    /// Position of the stream in its item.
    pub stream: Option<usize>,
    /// Position of the section that carries it.
    pub section: Option<usize>,
    /// What became of it.
    pub fate: Fate,
}

impl Row {
    /// Its item and stream.
    pub fn told<'a>(&self, material: &'a Material) -> Option<(&'a MaterialItem, Option<&'a MaterialStream>)> {
        let item = material.items.get(self.item)?;
        Some((item, self.stream.and_then(|stream| item.streams.get(stream))))
    }
}

/// Counts of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows.
    pub rows: usize,
    /// Carried.
    pub carried: usize,
    /// Let in, left out with a reason.
    pub reasoned: usize,
    /// Not let in.
    pub aside: usize,
    /// Let in, left out without a reason.
    pub open: usize,
    /// Of all that is not carried, those who do not agree.
    pub disagree: usize,
}

/// Every stream of the period: those left out without a reason first, those carried last, in the order of the text.
pub fn rows(sections: &[Section], material: &Material, kept: &Kept, issued: bool) -> Vec<Row> {
    let carried = carried(sections);
    // What was issued before tables were kept whole has only what it carries.
    let frozen = issued && kept.frozen.values().any(Option::is_some);
    let state = if material.undecided() { Triage::New } else { Triage::Included };
    let mut rows = Vec::new();
    for (at, item) in material.items.iter().enumerate() {
        let places: Vec<Option<usize>> =
            if item.streams.is_empty() { vec![None] } else { (0..item.streams.len()).map(Some).collect() };
        let touched = places.iter().any(|place| carried.contains_key(&id_of(item, *place)));
        for stream in places {
            let id = id_of(item, stream);
            let place = carried.get(&id);
            let fate = match (place, kept.frozen.get(&id)) {
                (Some((_, told)), _) => Fate::Carried(told.clone()),
                (None, Some(Some(reason))) if frozen => Fate::Frozen(reason.clone()),
                // It came after the paper was issued.
                (None, _) if frozen => continue,
                _ if item.triage != state => aside(item, material),
                _ => reason(item, id, touched, kept).map_or(Fate::Open, Fate::Reasoned),
            };
            rows.push((
                place.map(|(order, _)| *order),
                Row { id, item: at, stream, section: place.map(|(order, _)| order.0), fate },
            ));
        }
    }
    rows.sort_by_key(|(order, row)| (row.fate.group() as u8, *order));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn id_of(item: &MaterialItem, stream: Option<usize>) -> Uuid {
    stream.and_then(|at| item.streams.get(at)).map_or(item.id, |stream| stream.id)
}

/// Section and place in it of the sentence that carries something.
type Order = (usize, usize);

/// What the sections carry, with the first sentence that does.
fn carried(sections: &[Section]) -> HashMap<Uuid, (Order, Told)> {
    let mut carried = HashMap::new();
    for (at, section) in sections.iter().enumerate() {
        for (place, sentence) in sentences(&section.body).into_iter().enumerate() {
            for source in &sentence.sources {
                let told = || Told { section: section.id, text: sentence.text.clone() };
                carried.entry(*source).or_insert_with(|| ((at, place), told()));
            }
        }
    }
    carried
}

fn aside(item: &MaterialItem, material: &Material) -> Fate {
    let other = item.duplicate_of.and_then(|id| material.items.iter().find(|other| other.id == id));
    let same_as = other.and_then(|other| material.report(other)).map(|report| report.arrival_number.clone());
    Fate::Aside {
        triage: item.triage,
        reason: item.triage_reason.trim().to_owned(),
        same_as: same_as.unwrap_or_default(),
    }
}

/// Why a stream is left out, or the whole of its matter.
fn reason(item: &MaterialItem, id: Uuid, touched: bool, kept: &Kept) -> Option<String> {
    let of = |kind: &str, id: Uuid| kept.answers.get(&(kind.to_owned(), id)).cloned();
    let of_stream = STREAM_KINDS.into_iter().find_map(|kind| of(kind, id));
    of_stream.or_else(|| of(ITEM_KIND, item.id).filter(|_| !touched))
}

/// Findings that a reason for this row answers: those about the stream, and the one about the matter when nothing of it would be
/// left without a reason.
pub fn answers(rows: &[Row], row: &Row, material: &Material) -> Vec<(&'static str, Uuid)> {
    let Some(item) = material.items.get(row.item) else { return Vec::new() };
    let mut about: Vec<(&'static str, Uuid)> = Vec::new();
    if row.stream.is_some() {
        about.extend(STREAM_KINDS.map(|kind| (kind, row.id)));
    }
    let mut others = rows.iter().filter(|other| other.item == row.item && other.id != row.id);
    if others.all(|other| matches!(other.fate, Fate::Reasoned(_))) {
        about.push((ITEM_KIND, item.id));
    }
    about
}

/// The counts of the table.
pub fn totals(rows: &[Row], material: &Material) -> Totals {
    let mut totals = Totals { rows: rows.len(), ..Totals::default() };
    for row in rows {
        match row.fate.group() {
            Group::Open => totals.open += 1,
            Group::Reasoned => totals.reasoned += 1,
            Group::Aside => totals.aside += 1,
            Group::Carried => {
                totals.carried += 1;
                continue;
            }
        }
        let stream = row.told(material).and_then(|(_, stream)| stream);
        totals.disagree += usize::from(stream.is_some_and(|stream| stream.tendency == Tendency::Disagree));
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::gather::draft;
    use crate::summary::gather::tests::{id, october, outline, phrases};

    fn drafted() -> Vec<Section> {
        draft(&october(), &outline(), &phrases())
    }

    /// The draft without its lines that say this.
    fn without(words: &str) -> Vec<Section> {
        let mut sections = drafted();
        for section in &mut sections {
            let lines: Vec<&str> = section.body.lines().filter(|line| !line.contains(words)).collect();
            section.body = lines.join("\n");
        }
        sections
    }

    fn fate(rows: &[Row], wanted: u128) -> Fate {
        rows.iter().find(|row| row.id == id(wanted)).unwrap().fate.clone()
    }

    #[test]
    fn what_is_carried_leads_to_its_sentence_and_what_is_not_stands_first() {
        let material = october();
        let rows = rows(&without("thư viện"), &material, &Kept::default(), false);
        assert_eq!(rows[0].id, id(102));
        assert_eq!(rows[0].fate, Fate::Open);
        assert!(matches!(fate(&rows, 101), Fate::Carried(told) if told.text.contains("giá bộ sách tăng")));
        // A matter without streams has a row of its own.
        assert!(matches!(fate(&rows, 15), Fate::Carried(_)));
        let totals = totals(&rows, &material);
        assert_eq!(totals.rows, totals.carried + totals.reasoned + totals.aside + totals.open);
        assert_eq!((totals.open, totals.reasoned), (1, 0));
        let carried = rows.iter().filter_map(|row| row.section).collect::<Vec<_>>();
        assert!(carried.is_sorted());
    }

    #[test]
    fn a_reason_is_found_whatever_finding_it_was_given_for() {
        let material = october();
        let mut kept = Kept::default();
        kept.answers.insert(("minority_left_out".into(), id(102)), "đã có ở kỳ trước".into());
        let found = rows(&without("thư viện"), &material, &kept, false);
        assert_eq!(fate(&found, 102), Fate::Reasoned("đã có ở kỳ trước".into()));
        // One stream of the matter is carried: a reason for the whole matter says nothing of the other.
        kept.answers = HashMap::from([((ITEM_KIND.to_owned(), id(11)), "ngoài địa bàn".to_owned())]);
        assert_eq!(fate(&rows(&without("thư viện"), &material, &kept, false), 102), Fate::Open);
        assert_eq!(fate(&rows(&[], &material, &kept, false), 102), Fate::Reasoned("ngoài địa bàn".into()));
    }

    #[test]
    fn the_last_stream_with_a_reason_answers_for_its_matter() {
        let material = october();
        let mut kept = Kept::default();
        let found = rows(&[], &material, &kept, false);
        let of = |rows: &[Row], wanted| {
            let row = rows.iter().find(|row| row.id == id(wanted)).unwrap();
            answers(rows, row, &material)
        };
        assert!(!of(&found, 101).contains(&(ITEM_KIND, id(11))));
        assert_eq!(of(&found, 15), [(ITEM_KIND, id(15))]);
        kept.answers.insert(("stream_left_out".into(), id(102)), "lặp lại".into());
        let found = rows(&[], &material, &kept, false);
        assert!(of(&found, 101).contains(&(ITEM_KIND, id(11))));
    }

    #[test]
    fn what_was_not_let_in_says_what_triage_said() {
        let mut material = october();
        material.items[0].triage = Triage::Filed;
        material.items[0].triage_reason = "không rõ nguồn".into();
        material.items[1].triage = Triage::Duplicate;
        material.items[1].duplicate_of = Some(id(11));
        let rows = rows(&drafted(), &material, &Kept::default(), false);
        // What the text cites is carried, whatever became of it since.
        assert!(matches!(fate(&rows, 101), Fate::Carried(_)));
        let rows = super::rows(&[], &material, &Kept::default(), false);
        let aside = |triage, reason: &str, same_as: &str| Fate::Aside {
            triage,
            reason: reason.into(),
            same_as: same_as.into(),
        };
        assert_eq!(fate(&rows, 101), aside(Triage::Filed, "không rõ nguồn", ""));
        assert_eq!(fate(&rows, 103), aside(Triage::Duplicate, "", "LA-H-0001"));
        assert_eq!(totals(&rows, &material).disagree, 1);
    }

    #[test]
    fn an_issued_one_keeps_its_words_and_takes_nothing_that_came_later() {
        let material = october();
        let kept = Kept {
            frozen: HashMap::from([(id(101), None), (id(102), Some("lặp lại".to_owned()))]),
            ..Kept::default()
        };
        let mut sections = without("thư viện");
        let found = rows(&sections, &material, &kept, true);
        assert_eq!(fate(&found, 102), Fate::Frozen("lặp lại".into()));
        sections.clear();
        assert_eq!(rows(&sections, &material, &kept, true).len(), 1, "the rest came later");
        assert!(rows(&sections, &material, &kept, false).len() > 4, "taken back it is read anew");
    }
}
