//! Helpers of the whole-program tests.

pub mod terminal;
