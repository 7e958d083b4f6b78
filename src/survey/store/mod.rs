//! SQL of survey rounds.

mod read;
mod write;

pub use read::{survey, survey_lines};
pub use write::{delete, insert_survey, move_question, save_forms, save_question, take_in, update_survey};

#[cfg(test)]
mod tests;
