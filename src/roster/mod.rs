//! The roster: units, the collaborators in them, and how a person is found in two seconds.

pub mod export;
pub mod import;
pub mod labels;
pub mod model;
pub mod papers;
pub mod store;
pub mod tab;
pub mod view;
