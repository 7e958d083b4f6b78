//! The index on small sets, and a measurement.

mod find;
mod speed;
