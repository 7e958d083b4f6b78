//! SQL of the roster.

mod keys;
mod list;
mod mapping;
mod office;
mod person;
mod unit;

pub use keys::{rebuild_keys, update_keys};
pub use list::roster;
pub use mapping::{mappings, remember_mapping};
pub use office::{OfficeCard, know_handler, office_card, office_name, set_office, shipped};
pub use person::{
    collaborator, insert_collaborator, match_collaborator, person_index, set_phones, update_collaborator,
};
pub use unit::{ensure_unit, find_unit, insert_unit, unit, unit_index, units, update_unit};
