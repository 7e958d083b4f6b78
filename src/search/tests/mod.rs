//! The index on small sets, and a measurement.

mod filter;
mod find;
mod speed;
