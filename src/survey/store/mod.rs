//! SQL of survey rounds.

mod mapping;
mod read;
mod write;

pub use mapping::{recall, remember, units_named};
pub use read::{rounds_meant, survey, survey_lines};
pub use write::{delete, insert_survey, move_question, save_forms, save_question, take_in, update_survey};

#[cfg(test)]
mod tests;
