//! The lists of tests/data and the properties that hold for any text.

mod encodings;
mod lists;
mod look;
mod properties;
