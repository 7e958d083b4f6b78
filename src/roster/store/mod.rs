//! SQL of the roster.

mod former;
mod keys;
mod list;
mod many;
mod mapping;
mod office;
mod parts;
mod person;
mod unit;
mod views;

pub use former::{formers, name_on};
pub use keys::{rebuild_keys, update_keys};
pub use list::{births, roster};
pub use many::{
    change_many, decide, delete_collaborators, delete_unit, move_unit, rename_unit, save_unit, would_change,
};
pub use mapping::{mappings, remember_mapping};
pub use office::{
    OfficeCard, handler_named, know_handler, office_card, office_head, office_name, retention_years,
    set_office,
};
pub use parts::topic_names;
pub use person::{
    collaborator, insert_collaborator, match_collaborator, person_index, set_phones, update_collaborator,
};
pub use unit::{ensure_unit, find_unit, find_unit_on, insert_unit, unit, unit_index, units, update_unit};
pub use views::{move_view, remove_view, save_view, shipped, view_record, views};

#[cfg(test)]
mod tests;
