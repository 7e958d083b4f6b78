//! Who on the roster may be the person somebody is entering.

use uuid::Uuid;

use super::super::{name_key, spelling_key};
use super::{Narrow, Person, Roster};
use crate::text;

impl Person {
    /// One of these numbers is one of theirs, be it not the first.
    pub fn has_one_of(&self, phones: &[String]) -> bool {
        phones.iter().any(|phone| self.keys.has_phone(phone))
    }
}

impl Roster {
    /// People who may be meant by what is typed of a new one, the likeliest first: who has one of the phones, who bears the name, who
    /// bears it but for marks and stands in the same unit. Of a name that differs in marks nobody elsewhere is meant: Hoa and Hòa
    /// are many.
    pub fn may_be(&self, name: &str, phones: &[String], unit: Option<Uuid>) -> Vec<&Person> {
        let (spelling, key) = (spelling_key(name), name_key(name));
        let has_phone = |person: &Person| person.has_one_of(phones);
        let is_beside = |person: &Person| unit.is_some() && self.unit_id(person) == unit;
        let is_named = |person: &Person| name_key(&person.full_name) == key;
        let is_alike = |person: &&Person| {
            spelling_key(&person.full_name) == spelling && (is_named(person) || is_beside(person))
        };
        let found =
            if spelling.is_empty() { Vec::new() } else { self.find(&text::fold(name), &Narrow::default()) };
        let named = found.into_iter().filter_map(|at| self.person(at)).filter(is_alike);
        let mut found: Vec<&Person> = named.collect();
        if !phones.is_empty() {
            let known: Vec<Uuid> = found.iter().map(|person| person.id).collect();
            let others = self.people.iter().filter(|person| has_phone(person) && !known.contains(&person.id));
            found.extend(others);
        }
        found.sort_by_key(|person| {
            std::cmp::Reverse((has_phone(person), is_beside(person), is_named(person)))
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{NewUnit, Unit};
    use super::super::PersonRow;
    use super::*;

    #[test]
    fn a_phone_a_name_and_a_name_without_marks_in_the_unit_are_somebody() {
        let unit = |id: u128, name: &str| Unit { id: Uuid::from_u128(id), known: NewUnit::named(name) };
        let row = |id: u128, name: &str, unit: u128, phone: &str| PersonRow {
            id: Uuid::from_u128(id),
            full_name: name.into(),
            unit: Some(Uuid::from_u128(unit)),
            phones: phone.into(),
            ..PersonRow::default()
        };
        let roster = Roster::new(
            vec![unit(8, "xã Lộc An"), unit(9, "xã Phú Hòa")],
            [
                row(1, "Nguyễn Thị Hương", 8, "0912345678"),
                row(2, "Nguyễn Thị Hương", 9, "0987000111"),
                row(3, "Trần Văn Nam", 9, "0398111222\n0398555666"),
            ],
        );
        let found = |name: &str, phones: &[&str], unit: Option<u128>| -> Vec<u128> {
            let phones: Vec<String> = phones.iter().map(|phone| (*phone).to_owned()).collect();
            let found = roster.may_be(name, &phones, unit.map(Uuid::from_u128));
            found.into_iter().map(|person| person.id.as_u128()).collect()
        };
        assert_eq!(found("nguyễn thị hương", &[], Some(9)), [2, 1]);
        assert_eq!(found("Nguyên Thị Hương", &[], Some(8)), [1], "a slip in the marks, in the same unit");
        assert_eq!(found("Nguyên Thị Hương", &[], None), [0u128; 0]);
        assert_eq!(found("Lê Thị Hoa", &["0398111222"], Some(8)), [3]);
        assert_eq!(found("Nguyễn Thị Hương", &["0398111222"], Some(8)), [3, 1, 2]);
        assert_eq!(found("", &[], Some(8)), [0u128; 0]);
        assert_eq!(found("Lê Thị Hoa", &["0398555666"], Some(8)), [3], "their second number");
    }
}
