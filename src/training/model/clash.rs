//! What stands in two places at one time: a hall, a speaker, a participant.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::DayPart;
use crate::text::fold;

/// What two classes share at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// A hall, or the place where no hall is named.
    Hall,
    /// A speaker.
    Speaker,
    /// Somebody on both lists.
    Person,
}

/// Something of a class that is wanted elsewhere at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The class.
    pub class: Uuid,
    /// The other one; the same where two of its own sessions clash.
    pub other: Uuid,
    /// Title of the other.
    pub title: String,
    /// What they share.
    pub shared: Shared,
    /// Its name; of several participants the first.
    pub name: String,
    /// How many they share beside it.
    pub more: usize,
    /// On which day.
    pub on: NaiveDate,
    /// In which part of it, when the sessions say so.
    pub part: DayPart,
}

/// A span of a day that a class takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The class.
    pub class: Uuid,
    /// Its title.
    pub title: String,
    /// The day.
    pub on: NaiveDate,
    /// Part of the day.
    pub part: DayPart,
    /// Begin, HH:MM; empty when unknown.
    pub time_from: String,
    /// End, HH:MM; empty when unknown.
    pub time_to: String,
    /// Hall.
    pub hall: String,
    /// Place of the class.
    pub place: String,
    /// Speaker, or several after semicolons.
    pub speaker: String,
}

/// Noon and evening begin, HH:MM, where only hours are given.
const NOON: &str = "12:00";
const EVENING: &str = "17:30";

impl Slot {
    /// Part of the day, by its hours where it is not said.
    fn part(&self) -> DayPart {
        match (self.part, self.time_from.as_str()) {
            (DayPart::Unknown, "") => DayPart::Unknown,
            (DayPart::Unknown, from) if from < NOON => DayPart::Morning,
            (DayPart::Unknown, from) if from < EVENING => DayPart::Afternoon,
            (DayPart::Unknown, _) => DayPart::Evening,
            (part, _) => part,
        }
    }

    /// Both take the same time, as far as they say when: hours count first, then parts of the day; who says neither takes it all.
    pub fn meets(&self, other: &Self) -> bool {
        if self.on != other.on {
            return false;
        }
        let hours = |slot: &Self| !slot.time_from.is_empty() && !slot.time_to.is_empty();
        if hours(self) && hours(other) {
            return self.time_from < other.time_to && other.time_from < self.time_to;
        }
        let (own, theirs) = (self.part(), other.part());
        own == theirs || own == DayPart::Unknown || theirs == DayPart::Unknown
    }

    /// The hall both are held in. A hall called the same in another place is another hall.
    fn hall(&self, other: &Self) -> Option<&str> {
        let named = |slot: &Self| match slot.hall.trim() {
            "" => (fold(&slot.place), String::new()),
            hall => (fold(hall), fold(&slot.place)),
        };
        let ((own, place), (theirs, elsewhere)) = (named(self), named(other));
        let known = !own.trim().is_empty() && own == theirs;
        let apart = !place.is_empty() && !elsewhere.is_empty() && place != elsewhere;
        (known && !apart)
            .then(|| if self.hall.trim().is_empty() { self.place.trim() } else { self.hall.trim() })
    }

    /// Speakers by the name they are known by. Who is named by a post or a single word may be anybody.
    fn speakers(&self) -> impl Iterator<Item = (String, &str)> {
        let is_person = |bare: &str| bare.contains(' ') && !POSTS.iter().any(|post| bare.starts_with(post));
        self.speaker.split(';').map(|name| (bare(name), name.trim())).filter(move |(bare, _)| is_person(bare))
    }
}

/// Words before a name that do not belong to it.
const BEFORE: &[&str] =
    &["dong chi ", "d/c ", "ong ", "ba ", "thay ", "co ", "ts. ", "ths. ", "pgs. ", "gs. ", "ts ", "ths "];

/// What speakers are called who are not known by name yet.
const POSTS: &[&str] = &[
    "bao cao vien",
    "giang vien",
    "lanh dao",
    "dai dien",
    "thuong truc",
    "chuyen vien",
    "ban ",
    "so ",
    "phong ",
];

/// A speaker's name without forms of address and without the post after a comma or dash.
fn bare(name: &str) -> String {
    let name = name.split([',', '(', '–', '-']).next().unwrap_or_default();
    let folded = fold(name);
    let mut rest = folded.trim();
    while let Some(shorter) = BEFORE.iter().find_map(|before| rest.strip_prefix(before)) {
        rest = shorter.trim_start();
    }
    rest.to_owned()
}

/// Pairs of slots that take the same time, the earlier class first, each pair once.
pub fn meeting(slots: &[Slot]) -> Vec<(&Slot, &Slot)> {
    let mut days: BTreeMap<NaiveDate, Vec<&Slot>> = BTreeMap::new();
    for slot in slots {
        days.entry(slot.on).or_default().push(slot);
    }
    let mut pairs = Vec::new();
    for day in days.values() {
        for (at, own) in day.iter().enumerate() {
            pairs
                .extend(day.iter().skip(at + 1).filter(|other| own.meets(other)).map(|other| (*own, *other)));
        }
    }
    pairs
}

/// Halls and speakers two slots share.
pub fn shared(own: &Slot, other: &Slot) -> Vec<(Shared, String)> {
    let mut found = Vec::new();
    // Two sessions of one class in one hall at one time are a programme with several contents.
    if own.class != other.class {
        found.extend(own.hall(other).map(|hall| (Shared::Hall, hall.to_owned())));
    }
    // A session entered in two lines is no clash; two halls at one time are.
    if own.class != other.class || fold(&own.hall) != fold(&other.hall) {
        let theirs: Vec<String> = other.speakers().map(|(bare, _)| bare).collect();
        let both = own.speakers().filter(|(bare, _)| theirs.contains(bare));
        found.extend(both.map(|(_, name)| (Shared::Speaker, name.to_owned())));
    }
    found
}

/// Says a clash at both classes.
pub fn at_both(pair: (&Slot, &Slot), shared: Shared, name: &str, more: usize) -> impl Iterator<Item = Clash> {
    let (own, other) = pair;
    let part = if own.part() == DayPart::Unknown { other.part() } else { own.part() };
    let clash = move |own: &Slot, other: &Slot| Clash {
        class: own.class,
        other: other.class,
        title: other.title.clone(),
        shared,
        name: name.to_owned(),
        more,
        on: own.on,
        part,
    };
    let back = (own.class != other.class).then(|| clash(other, own));
    std::iter::once(clash(own, other)).chain(back)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(class: u128, part: DayPart, hours: &str, hall: &str, place: &str, speaker: &str) -> Slot {
        let (from, to) = hours.split_once('-').unwrap_or((hours, ""));
        Slot {
            class: Uuid::from_u128(class),
            title: format!("Lớp {class}"),
            on: "2026-12-14".parse().unwrap(),
            part,
            time_from: from.into(),
            time_to: to.into(),
            hall: hall.into(),
            place: place.into(),
            speaker: speaker.into(),
        }
    }

    #[test]
    fn hours_count_before_parts_of_the_day_and_who_says_neither_takes_the_whole_day() {
        use DayPart::{Afternoon, Morning, Unknown};
        let at = |part, hours| slot(1, part, hours, "", "", "");
        for (own, other, meets) in [
            (at(Morning, "07:30-09:00"), at(Morning, "09:00-11:00"), false),
            (at(Morning, "07:30-09:30"), at(Morning, "09:00-11:00"), true),
            (at(Morning, ""), at(Afternoon, ""), false),
            (at(Morning, ""), at(Unknown, "08:00"), true),
            (at(Morning, ""), at(Unknown, "13:30"), false),
            (at(Unknown, ""), at(Afternoon, "13:30-16:30"), true),
        ] {
            assert_eq!((own.meets(&other), other.meets(&own)), (meets, meets), "{own:?} {other:?}");
        }
        let tomorrow = Slot { on: "2026-12-15".parse().unwrap(), ..at(Unknown, "") };
        assert!(!at(Unknown, "").meets(&tomorrow));
    }

    #[test]
    fn a_hall_is_one_hall_only_in_one_place_and_speakers_go_by_their_names() {
        let at = |class, hall, place, speaker| slot(class, DayPart::Morning, "", hall, place, speaker);
        let told = |own: &Slot, other: &Slot| shared(own, other);
        let hall = at(1, "Hội trường A", "Nam Sơn", "Đ/c Vi Thị Ỏn, Phó Ban");
        assert_eq!(told(&hall, &at(2, "hoi truong a", "", "")), [(Shared::Hall, "Hội trường A".into())]);
        assert_eq!(told(&hall, &at(2, "Hội trường A", "Lộc An", "")), []);
        assert_eq!(
            told(&hall, &at(2, "", "", "Trần Văn B; đồng chí Vi Thị Ỏn")),
            [(Shared::Speaker, "Đ/c Vi Thị Ỏn, Phó Ban".into())]
        );
        assert_eq!(
            told(&at(1, "", "UBND xã", ""), &at(2, "", "UBND xã", "")),
            [(Shared::Hall, "UBND xã".into())]
        );
        // Nobody is named by a post or a single word.
        assert_eq!(told(&at(1, "", "", "Báo cáo viên"), &at(2, "", "", "báo cáo viên, tỉnh")), []);
        assert_eq!(told(&at(1, "", "", "BCV"), &at(2, "", "", "BCV")), []);
    }

    #[test]
    fn two_contents_of_one_session_are_no_clash_but_one_speaker_in_two_halls_is() {
        let at = |hall, speaker| slot(1, DayPart::Morning, "", hall, "Nam Sơn", speaker);
        assert_eq!(shared(&at("A", "Vi Thị Ỏn"), &at("A", "Vi Thị Ỏn")), []);
        assert_eq!(
            shared(&at("A", "Vi Thị Ỏn"), &at("B", "Vi Thị Ỏn")),
            [(Shared::Speaker, "Vi Thị Ỏn".into())]
        );
        let both: Vec<Clash> =
            at_both((&at("A", ""), &slot(2, DayPart::Unknown, "", "A", "", "")), Shared::Hall, "A", 0)
                .collect();
        assert_eq!(both.len(), 2);
        assert_eq!((both[0].title.as_str(), both[1].title.as_str()), ("Lớp 2", "Lớp 1"));
        assert_eq!(both[1].part, DayPart::Morning);
    }
}
