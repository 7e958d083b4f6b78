//! summary

pub mod model;
pub mod store;
