//! Is this row of a list somebody the roster already knows?

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{NewCollaborator, name_key};
use crate::text;

/// What a person is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// Id.
    pub id: Uuid,
    /// Key of the full name.
    pub name: String,
    /// Birth year.
    pub birth_year: Option<i32>,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Unit.
    pub unit: Option<Uuid>,
    /// E-mail, small letters.
    pub email: String,
    /// Phones in local form.
    pub phones: Vec<String>,
}

impl KnownPerson {
    /// What somebody with this id is known by.
    pub fn of(id: Uuid, known: &NewCollaborator) -> Self {
        Self {
            id,
            name: name_key(&known.full_name),
            birth_year: known.birth_year,
            birth_date: known.birth_date,
            unit: known.unit,
            email: known.email.to_lowercase(),
            phones: known.phones.clone(),
        }
    }
}

/// What the index says of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonMatch {
    /// The same person.
    Same(Uuid),
    /// Another person, but a human should look: the same name in the same unit, or the same phone under another name.
    Suspected(Uuid),
    /// Nobody known.
    New,
}

/// People by name, phone and e-mail.
#[derive(Clone, Debug, Default)]
pub struct PersonIndex {
    people: Vec<KnownPerson>,
    by_name: HashMap<String, Vec<usize>>,
    by_phone: HashMap<String, Vec<usize>>,
    by_email: HashMap<String, Vec<usize>>,
}

impl PersonIndex {
    /// Adds a person, or what else a person is known by.
    pub fn add(&mut self, person: KnownPerson) {
        let at = self.people.len();
        self.by_name.entry(person.name.clone()).or_default().push(at);
        for phone in &person.phones {
            self.by_phone.entry(phone.clone()).or_default().push(at);
        }
        if !person.email.is_empty() {
            self.by_email.entry(person.email.clone()).or_default().push(at);
        }
        self.people.push(person);
    }

    /// Looks a row up. The same person is: the same name with a common phone, e-mail or birth date, or with the same
    /// birth year and unit; a name without marks counts where phone or e-mail agree. Where a list gives nothing but name
    /// and unit, these two are enough.
    pub fn find(&self, row: &KnownPerson) -> PersonMatch {
        let mut suspected = None;
        for &at in self.by_name.get(&row.name).into_iter().flatten() {
            let known = &self.people[at];
            if same(known, row) {
                return PersonMatch::Same(known.id);
            }
            if known.unit == row.unit && row.unit.is_some() && !differ(known.birth_year, row.birth_year) {
                suspected = Some(known.id);
            }
        }
        let folded = without_marks(&row.name);
        let phones = row.phones.iter().filter_map(|phone| self.by_phone.get(phone));
        let email = self.by_email.get(&row.email).filter(|_| !row.email.is_empty());
        for &at in phones.chain(email).flatten() {
            let known = &self.people[at];
            if without_marks(&known.name) == folded && !differ(known.birth_year, row.birth_year) {
                return PersonMatch::Same(known.id);
            }
            suspected = suspected.or(Some(known.id));
        }
        suspected.map_or(PersonMatch::New, PersonMatch::Suspected)
    }
}

/// A name key without marks and tones.
fn without_marks(name_key: &str) -> String {
    let words: Vec<String> = name_key.split(' ').map(text::keys::fold_key).collect();
    words.join(" ")
}

fn same(known: &KnownPerson, row: &KnownPerson) -> bool {
    let common_phone = known.phones.iter().any(|phone| row.phones.contains(phone));
    let common_email = !row.email.is_empty() && known.email == row.email;
    let same_date = row.birth_date.is_some() && known.birth_date == row.birth_date;
    let same_unit = row.unit.is_some() && known.unit == row.unit;
    let same_year = row.birth_year.is_some() && known.birth_year == row.birth_year;
    if common_phone || common_email || same_date || (same_year && same_unit) {
        return true;
    }
    // Nothing but name and unit on one side, and nothing that speaks against it.
    let bare = |person: &KnownPerson| {
        person.birth_year.is_none() && person.phones.is_empty() && person.email.is_empty()
    };
    same_unit && (bare(known) || bare(row))
}

fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: u128, name: &str, year: i32, unit: u128, phone: &str) -> KnownPerson {
        KnownPerson::of(
            Uuid::from_u128(id),
            &NewCollaborator {
                full_name: name.to_owned(),
                birth_year: (year > 0).then_some(year),
                unit: (unit > 0).then(|| Uuid::from_u128(unit)),
                phones: if phone.is_empty() { Vec::new() } else { vec![phone.to_owned()] },
                ..NewCollaborator::default()
            },
        )
    }

    fn index() -> PersonIndex {
        let mut index = PersonIndex::default();
        index.add(person(1, "Lê Thị Hương", 1990, 10, "0548262364"));
        index.add(person(2, "Nguyễn Văn Hòa", 1978, 10, "0718926107"));
        index.add(person(3, "Trần Văn Ba", 0, 11, ""));
        index
    }

    #[test]
    fn the_same_person_is_known_again() {
        let same = |row| index().find(&row);
        let (huong, hoa, ba) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        assert_eq!(same(person(0, "NGUYỄN VĂN HOÀ", 1978, 12, "0718926107")), PersonMatch::Same(hoa));
        assert_eq!(same(person(0, "Nguyen Van Hoa", 0, 0, "0718926107")), PersonMatch::Same(hoa));
        assert_eq!(same(person(0, "Lê Thị Hương", 1990, 10, "0999999999")), PersonMatch::Same(huong));
        assert_eq!(same(person(0, "Lê Thị Hương", 0, 10, "")), PersonMatch::Same(huong));
        assert_eq!(same(person(0, "Trần Văn Ba", 1960, 11, "0911111111")), PersonMatch::Same(ba));
    }

    #[test]
    fn others_are_kept_apart() {
        let find = |row| index().find(&row);
        assert_eq!(find(person(0, "Lê Thị Hương", 1969, 12, "0539543778")), PersonMatch::New);
        assert_eq!(find(person(0, "Lê Thị Hương", 1969, 10, "0539543778")), PersonMatch::New);
        assert_eq!(
            find(person(0, "Lê Thị Hương", 0, 10, "0539543778")),
            PersonMatch::Suspected(Uuid::from_u128(1))
        );
        assert_eq!(
            find(person(0, "Phạm Thị Mai", 1980, 12, "0718926107")),
            PersonMatch::Suspected(Uuid::from_u128(2)),
            "one phone, two names: an office's line"
        );
    }
}
