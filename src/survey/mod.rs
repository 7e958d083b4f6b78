//! Survey rounds (đợt điều tra dư luận xã hội): forms issued, returned and valid by unit, questions with their answers as counts.
//!
//! Single sheets of single people are never kept: an import counts them and lets go of everything else.

pub mod export;
pub mod import;
pub mod labels;
pub mod model;
pub mod papers;
pub mod store;
pub mod tab;
pub mod view;
