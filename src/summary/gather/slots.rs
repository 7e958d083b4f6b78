//! Places in a template of a sentence that are filled when it is used, and what is wrong with a template a person wrote.

use super::{Cluster, Fits, Material, Phrase, phrase};
use crate::inbox::model::{Band, Tendency};
use crate::text;

/// A place to be filled: how the file names it, how people do.
struct Slot {
    id: &'static str,
    name: &'static str,
}

const WHO: Slot = Slot { id: "who", name: "ai" };
const GIST: Slot = Slot { id: "gist", name: "ý" };
const SLOTS: [Slot; 5] = [
    WHO,
    GIST,
    Slot { id: "group", name: "nhóm" },
    Slot { id: "topic", name: "lĩnh vực" },
    Slot { id: "place", name: "nơi" },
];

/// Words for most people.
const SWEEPING: [&str; 4] = ["đa số", "phần lớn", "hầu hết", "tất cả"];

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPhrase {
    /// It says nothing.
    Empty,
    /// A brace that opens or closes nothing.
    Brace,
    /// A place of a name nobody knows.
    Unknown(String),
    /// It has no place for what people say.
    NoGist,
    /// It says itself how many think so, which only what a report says may.
    Sweeping,
}

/// A piece of a template.
enum Piece<'a> {
    Words(&'a str),
    Slot(&'a str),
}

fn pieces(body: &str) -> Option<Vec<Piece<'_>>> {
    let mut out = Vec::new();
    let mut rest = body;
    while let Some(open) = rest.find(['{', '}']) {
        let (words, after) = rest.split_at(open);
        let (slot, tail) = after.strip_prefix('{')?.split_once('}')?;
        if slot.contains('{') {
            return None;
        }
        out.push(Piece::Words(words));
        out.push(Piece::Slot(slot.trim()));
        rest = tail;
    }
    out.push(Piece::Words(rest));
    Some(out)
}

fn slot(named: &str) -> Option<&'static Slot> {
    let named = text::fold(named);
    SLOTS.iter().find(|slot| text::fold(slot.id) == named || text::fold(slot.name) == named)
}

/// A template a person wrote, as the file keeps it.
///
/// # Errors
/// What is wrong with it.
pub fn read(typed: &str, band: Option<Band>) -> Result<String, BadPhrase> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(BadPhrase::Empty);
    }
    let (mut body, mut words, mut gist) = (String::new(), String::new(), false);
    for piece in pieces(typed).ok_or(BadPhrase::Brace)? {
        match piece {
            Piece::Words(text) => {
                body.push_str(text);
                words.push_str(text);
            }
            Piece::Slot(named) => {
                let slot = slot(named).ok_or_else(|| BadPhrase::Unknown(named.to_owned()))?;
                gist |= slot.id == GIST.id;
                body.push('{');
                body.push_str(slot.id);
                body.push('}');
                words.push(' ');
            }
        }
    }
    if !gist {
        return Err(BadPhrase::NoGist);
    }
    // With their marks: "đá số" is no "đa số".
    let words = words.to_lowercase();
    if band.is_none_or(|band| band < Band::Majority) && SWEEPING.iter().any(|word| words.contains(word)) {
        return Err(BadPhrase::Sweeping);
    }
    Ok(body)
}

/// A template as people read it: places by their Vietnamese names when `vietnamese`.
pub fn shown(body: &str, vietnamese: bool) -> String {
    let Some(pieces) = pieces(body) else { return body.to_owned() };
    let mut out = String::with_capacity(body.len());
    for piece in pieces {
        match piece {
            Piece::Words(words) => out.push_str(words),
            Piece::Slot(named) => {
                let name = slot(named).map_or(named, |slot| if vietnamese { slot.name } else { slot.id });
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
    }
    out
}

/// The names of all places, as people type them.
pub fn names(vietnamese: bool) -> String {
    let names = SLOTS.iter().map(|slot| format!("{{{}}}", if vietnamese { slot.name } else { slot.id }));
    names.collect::<Vec<_>>().join(" ")
}

/// A sentence as a template would write it, about something invented.
pub fn preview(phrase: &Phrase) -> String {
    let group = if phrase.group.trim().is_empty() { "phụ huynh" } else { phrase.group.trim() };
    let (mood, matter) = match phrase.fits {
        Fits::Said => ("lo ngại ", "giá sách giáo khoa tăng so với năm trước"),
        Fits::Tendency(Tendency::Agree) => ("", "thư viện trường cho mượn sách là thiết thực"),
        Fits::Tendency(Tendency::Wish) => ("", "nhà trường công khai danh mục sách"),
        _ => ("", "giá sách giáo khoa tăng so với năm trước"),
    };
    let values = Values {
        who: phrase::who(phrase.band.unwrap_or(Band::Many), group),
        gist: format!("{mood}{matter}"),
        group: group.to_owned(),
        topic: "giáo dục".to_owned(),
        place: "Thôn 3".to_owned(),
    };
    values.fill(&phrase.body).map(|sentence| phrase::ended(&sentence)).unwrap_or_default()
}

/// What the places of a cluster's sentence hold.
pub(super) struct Values {
    who: String,
    gist: String,
    group: String,
    topic: String,
    place: String,
}

impl Values {
    pub fn of(cluster: &Cluster, gist: String, who: String, material: &Material) -> Self {
        let topic = cluster.topic.and_then(|id| material.topics.get(&id));
        let report = cluster.reports.first().and_then(|at| material.reports.get(*at));
        Self {
            who,
            gist,
            group: phrase::lowered(&cluster.group_name),
            topic: topic.map(|topic| phrase::lowered(&topic.name)).unwrap_or_default(),
            place: report.map(|report| report.unit.trim().to_owned()).unwrap_or_default(),
        }
    }

    pub fn who(&self) -> &str {
        &self.who
    }

    pub fn gist(&self) -> &str {
        &self.gist
    }

    fn get(&self, slot: &Slot) -> &str {
        match slot.id {
            "who" => &self.who,
            "gist" => &self.gist,
            "group" => &self.group,
            "topic" => &self.topic,
            _ => &self.place,
        }
    }

    /// The sentence; `None` when a place would stay empty.
    pub fn fill(&self, body: &str) -> Option<String> {
        let mut out = String::with_capacity(body.len() + self.gist.len());
        for piece in pieces(body)? {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Slot(named) => {
                    let value = self.get(slot(named)?);
                    if value.is_empty() {
                        return None;
                    }
                    // Inside the sentence the prevalence begins with a small letter.
                    let begins = out.trim().is_empty();
                    out.push_str(&if begins { phrase::raised(value) } else { phrase::lowered(value) });
                }
            }
        }
        Some(phrase::raised(&out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_read_with_vietnamese_or_english_places_and_shown_again() {
        for typed in ["{ai} cho rằng {ý}", " {Ai} cho rằng { y }", "{who} cho rằng {gist}"] {
            let read = read(typed, None).unwrap();
            assert_eq!(read.replace("{ gist }", "{gist}"), "{who} cho rằng {gist}");
            assert_eq!(shown(&read, true), "{ai} cho rằng {ý}");
        }
        assert_eq!(
            shown("{who} ở {place} nói về {topic}: {gist}", true),
            "{ai} ở {nơi} nói về {lĩnh vực}: {ý}"
        );
        assert_eq!(names(false), "{who} {gist} {group} {topic} {place}");
    }

    #[test]
    fn what_is_wrong_with_a_template_is_told() {
        let wrong = |typed: &str| read(typed, None).unwrap_err();
        assert_eq!(wrong("  "), BadPhrase::Empty);
        assert_eq!(wrong("{ai} cho rằng {nội dung}"), BadPhrase::Unknown("nội dung".into()));
        assert_eq!(wrong("{ai} cho rằng {ý"), BadPhrase::Brace);
        assert_eq!(wrong("{ai} cho rằng ý}"), BadPhrase::Brace);
        assert_eq!(wrong("{ai cho {ý}"), BadPhrase::Brace);
        assert_eq!(wrong("{ai} không nói gì"), BadPhrase::NoGist);
        // How many think so is the report's to say.
        assert_eq!(wrong("Đa số người dân cho rằng {ý}"), BadPhrase::Sweeping);
        assert!(read("Đa số {nhóm} cho rằng {ý}", Some(Band::Majority)).is_ok());
        assert!(read("Đặt đá số 1: {ý}", None).is_ok());
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_is_typed_breaks_it(typed in "[{}a-z ýđ]{0,40}") {
            if let Ok(body) = read(&typed, None) {
                proptest::prop_assert_eq!(read(&shown(&body, true), None), Ok(body));
            }
        }
    }
}
