//! SQL that no single room owns: rows that look like one and the same, and making one of them.

mod doubles;
mod follow;
mod items;
mod join;
mod joined;
mod people;
mod personal;
mod reorganise;
mod units;
mod verdict;

pub use doubles::{Kind, rebuild_doubles, set_all_apart, set_apart, update_doubles, waiting};
pub use follow::{follow_joins, joins_follow};
pub use join::{carry_over, join, join_all, stands_for, would_join};
pub use personal::{Held, Personal, Place, personal};
pub use reorganise::{Reorganised, follows, reorganise};
pub use verdict::settle_verdict;

#[cfg(test)]
mod tests;
