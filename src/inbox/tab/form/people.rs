//! People and units that forms name.

use uuid::Uuid;

use crate::inbox::records::Addressee;
use crate::roster::model::{Narrow, Roster};
use crate::screen::form::Picked;

/// Those a form names, as a field shows them.
pub(super) fn picked(addressees: &[Addressee]) -> Vec<Picked> {
    let id = |to: &Addressee| match (to.collaborator, to.unit) {
        (Some(id), _) => format!("c:{id}"),
        (None, Some(id)) => format!("u:{id}"),
        (None, None) => String::new(),
    };
    addressees.iter().map(|to| Picked::new(id(to), to.name.as_str(), "")).collect()
}

/// Those who were picked.
pub(super) fn addressees(picked: &[Picked]) -> Vec<Addressee> {
    let addressee = |one: &Picked| {
        let (kind, id) = one.id.split_once(':')?;
        let id: Uuid = id.parse().ok()?;
        let (collaborator, unit) = if kind == "c" { (Some(id), None) } else { (None, Some(id)) };
        Some(Addressee { collaborator, unit, name: one.name.clone() })
    };
    picked.iter().filter_map(addressee).collect()
}

/// Collaborators and units that answer to what is typed, the best first.
pub(super) fn answering(people: &Roster, typed: &str) -> Vec<Picked> {
    /// Of people and of units, at most.
    const MOST: usize = 40;
    let found = people.find(typed, &Narrow::default());
    let persons = found.into_iter().take(MOST).filter_map(|at| people.person(at)).map(|person| {
        Picked::new(format!("c:{}", person.id), person.full_name.as_ref(), people.unit_name(person))
    });
    let units = people.units_answering(typed).take(MOST);
    // Behind a unit that is found by a name it bore stands that name.
    let units = units.map(|(id, name, before)| Picked::new(format!("u:{id}"), name, before));
    persons.chain(units).collect()
}
