//! The lists of tests/data and the properties that hold for any text.

mod dates;
mod encodings;
mod likeness;
mod lists;
mod look;
mod personal;
mod properties;
