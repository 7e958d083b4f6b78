//! SQL that no single room owns: rows that look like one and the same, and making one of them.

mod doubles;
mod items;
mod join;
mod people;
mod units;

pub use doubles::{Kind, rebuild_doubles, set_apart, update_doubles};
pub use join::{join, would_join};

#[cfg(test)]
mod tests;
