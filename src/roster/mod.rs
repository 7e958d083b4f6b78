//! The roster: units, the collaborators in them, and how a person is found in two seconds.

pub mod import;
pub mod model;
pub mod store;
pub mod tab;
pub mod view;
