//! Helpers of the whole-program tests.

pub mod drivers;
pub mod terminal;
