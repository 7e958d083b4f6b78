//! What makes two rows look like one and the same: people, units, matters. A person decides; these only ask.

use chrono::NaiveDateTime;
use uuid::Uuid;

/// What a collaborator is told from another by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonFacts {
    /// Key of the full name, marks and all.
    pub name: String,
    /// The same without marks, i for y.
    pub folded: String,
    /// Birth year.
    pub birth_year: Option<i64>,
    /// Unit and the unit above it, without marks; empty when there is none.
    pub unit: String,
    /// Phones in local form.
    pub phones: Vec<String>,
}

/// What a unit is told from another by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitFacts {
    /// Name without marks.
    pub name: String,
    /// Level; empty when it is not known.
    pub level: String,
    /// The unit above it.
    pub parent: Option<Uuid>,
    /// Its name without marks; empty when there is none.
    pub parent_name: String,
}

/// What a matter is told from another by, but for its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemFacts {
    /// Its report.
    pub report: Uuid,
    /// Unit of the report and the unit above it, without marks; the unit as the source wrote it; empty when none is named.
    pub unit: String,
    /// When it was received.
    pub received_at: Option<NaiveDateTime>,
    /// It was set down as a duplicate already.
    pub settled: bool,
    /// Numbers in the text, in order.
    pub numbers: Vec<String>,
}

/// Two reports of one matter come within so many days.
pub const DAYS: i64 = 14;
/// From this share on, in hundredths, two texts are one even where a unit is not known.
const ALL_BUT_THE_SAME: u32 = 90;

/// The numbers a text names. Who tells the same matter anew a week later tells other numbers.
pub fn numbers_in(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|number| !number.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Two collaborators who look like one person: one phone under names that are close, or one name in one unit with nothing
/// that speaks against it.
pub fn like_one_person(one: &PersonFacts, other: &PersonFacts) -> bool {
    let same_name = one.folded == other.folded && !one.folded.is_empty();
    let years_differ = matches!((one.birth_year, other.birth_year), (Some(a), Some(b)) if a != b);
    if one.phones.iter().any(|phone| other.phones.contains(phone)) {
        return same_name || (!years_differ && close(&one.folded, &other.folded));
    }
    // One name, and numbers a slip apart: no two people have these by chance.
    let slipped = one.phones.iter().any(|phone| other.phones.iter().any(|typed| is_slip(phone, typed)));
    if same_name && slipped && !years_differ {
        return true;
    }
    let same_unit = !one.unit.is_empty() && one.unit == other.unit;
    if !same_name || !same_unit || years_differ {
        return false;
    }
    // Hoa and Hòa of one unit, each with a phone of their own, are two people.
    one.name == other.name || one.phones.is_empty() || other.phones.is_empty()
}

/// Names a slip of the keys or an abbreviation apart: the same given name with the same first letters before it, or at most
/// two letters of the whole.
fn close(one: &str, other: &str) -> bool {
    let initials = |name: &str| name.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
    let given = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    if one.is_empty() || other.is_empty() {
        return false;
    }
    (given(one) == given(other) && initials(one) == initials(other)) || apart(one, other) <= 2
}

/// Letters to change, add or leave out to make one text the other.
fn apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (place, wanted) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *wanted);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Two numbers that differ by one digit, or by two neighbours in the other order.
pub fn is_slip(one: &str, other: &str) -> bool {
    let differ: Vec<(usize, (u8, u8))> =
        one.bytes().zip(other.bytes()).enumerate().filter(|(_, (left, right))| left != right).collect();
    one.len() == other.len()
        && match differ.as_slice() {
            [_] => true,
            [(first, left), (second, right)] => second - first == 1 && left.0 == right.1 && left.1 == right.0,
            _ => false,
        }
}

/// Two units that look like one: the same name under the same unit, or under one that is not known.
pub fn like_one_unit(one: &UnitFacts, other: &UnitFacts) -> bool {
    let level = one.level == other.level || one.level.is_empty() || other.level.is_empty();
    let place = one.parent == other.parent
        || one.parent.is_none()
        || other.parent.is_none()
        || one.parent_name == other.parent_name;
    one.name == other.name && !one.name.is_empty() && level && place
}

/// Two matters that may be one, as far as their reports tell: from one unit, in different reports, about the same
/// time, with the same numbers. `share` is what their texts have in common, in hundredths.
pub fn like_one_item(one: &ItemFacts, other: &ItemFacts, share: u32, nearly: u32) -> bool {
    if one.report == other.report || one.settled || other.settled {
        return false;
    }
    let days = match (one.received_at, other.received_at) {
        (Some(one), Some(other)) => (one.date() - other.date()).num_days().abs(),
        _ => 0,
    };
    let known = !one.unit.is_empty() && !other.unit.is_empty();
    let enough = if known { nearly } else { ALL_BUT_THE_SAME };
    let numbers = one.numbers == other.numbers;
    days <= DAYS && share >= enough && numbers && (!known || one.unit == other.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, folded: &str, year: i64, unit: &str, phone: &str) -> PersonFacts {
        PersonFacts {
            name: name.to_owned(),
            folded: folded.to_owned(),
            birth_year: (year > 0).then_some(year),
            unit: unit.to_owned(),
            phones: if phone.is_empty() { Vec::new() } else { vec![phone.to_owned()] },
        }
    }

    #[test]
    fn one_phone_and_a_close_name_is_one_person() {
        let hoa = person("nguyên5 thi6 hoa2", "nguien thi hoa", 1980, "thon 1|xa loc an", "0912345678");
        let like = |other: &PersonFacts| like_one_person(&hoa, other) && like_one_person(other, &hoa);
        assert!(like(&person("nguyên5 thi6 hoa", "nguien thi hoa", 1981, "", "0912345678")));
        assert!(like(&person("nguyên5 t hoa2", "nguien t hoa", 0, "", "0912345678")));
        assert!(like(&person("nguyên thi hao", "nguien thi hao", 0, "", "0912345678")));
        assert!(!like(&person("nguyên thi hao", "nguien thi hao", 1990, "", "0912345678")));
        assert!(!like(&person("trân2 văn nam", "tran van nam", 0, "", "0912345678")), "an office's line");
    }

    #[test]
    fn one_name_in_one_unit_is_one_person_unless_something_speaks_against_it() {
        let hoa = person("hoa2", "le thi hoa", 0, "thon 1|xa loc an", "0911111111");
        let like = |other: &PersonFacts| like_one_person(&hoa, other);
        assert!(like(&person("hoa2", "le thi hoa", 1980, "thon 1|xa loc an", "0922222222")));
        assert!(like(&person("hoa", "le thi hoa", 0, "thon 1|xa loc an", "")), "spelled without marks");
        assert!(!like(&person("hoa", "le thi hoa", 0, "thon 1|xa loc an", "0922222222")), "Hoa and Hòa");
        assert!(!like(&person("hoa2", "le thi hoa", 0, "thon 1|xa loc duc", "0922222222")));
        let born = |year| person("hoa2", "le thi hoa", year, "thon 1|xa loc an", "");
        assert!(!like_one_person(&born(1960), &born(1990)));
        assert!(!like_one_person(&person("a", "a b", 0, "", ""), &person("a", "a b", 0, "", "")));
    }

    #[test]
    fn units_of_one_name_are_one_where_they_stand_in_one_place() {
        let unit = |name: &str, parent: u128, parent_name: &str| UnitFacts {
            name: name.to_owned(),
            level: String::new(),
            parent: (parent > 0).then(|| Uuid::from_u128(parent)),
            parent_name: parent_name.to_owned(),
        };
        assert!(like_one_unit(&unit("thon 1", 1, "xa loc an"), &unit("thon 1", 1, "xa loc an")));
        assert!(like_one_unit(&unit("thon 1", 1, "xa loc an"), &unit("thon 1", 2, "xa loc an")));
        assert!(like_one_unit(&unit("xa loc an", 0, ""), &unit("xa loc an", 2, "tinh")));
        assert!(!like_one_unit(&unit("thon 1", 1, "xa loc an"), &unit("thon 1", 2, "xa loc duc")));
        assert!(!like_one_unit(&unit("thon 1", 1, ""), &unit("thon 2", 1, "")));
        let commune = UnitFacts { level: "commune".into(), ..unit("loc an", 0, "") };
        let base = UnitFacts { level: "base".into(), ..unit("loc an", 0, "") };
        assert!(!like_one_unit(&commune, &base));
    }

    #[test]
    fn matters_are_one_when_one_unit_sent_them_twice() {
        let item = |report: u128, unit: &str, day: u32| ItemFacts {
            report: Uuid::from_u128(report),
            unit: unit.to_owned(),
            received_at: chrono::NaiveDate::from_ymd_opt(2026, 11, day)
                .and_then(|day| day.and_hms_opt(8, 0, 0)),
            settled: false,
            numbers: Vec::new(),
        };
        let like = |one: &ItemFacts, other: &ItemFacts, share| like_one_item(one, other, share, 75);
        assert!(like(&item(1, "thon 1", 1), &item(2, "thon 1", 15), 80));
        assert!(!like(&item(1, "thon 1", 1), &item(2, "thon 1", 15), 70));
        assert!(!like(&item(1, "thon 1", 1), &item(2, "thon 1", 16), 100));
        let told = |text: &str| ItemFacts { numbers: numbers_in(text), ..item(2, "thon 1", 1) };
        let own = ItemFacts { numbers: numbers_in("70 hộ, 3/4 ngày"), ..item(1, "thon 1", 1) };
        assert!(like(&own, &told("70 hộ từ 3/4"), 95) && !like(&own, &told("90 hộ từ 3/4"), 95));
        assert!(!like(&item(1, "thon 1", 1), &item(1, "thon 1", 1), 100), "of one report");
        assert!(!like(&item(1, "thon 1", 1), &item(2, "thon 2", 1), 100), "two units say the same");
        assert!(!like(&item(1, "", 1), &item(2, "thon 2", 1), 80));
        assert!(like(&item(1, "", 1), &item(2, "thon 2", 1), 95));
        let settled = ItemFacts { settled: true, ..item(2, "thon 1", 1) };
        assert!(!like(&item(1, "thon 1", 1), &settled, 100));
    }
}
