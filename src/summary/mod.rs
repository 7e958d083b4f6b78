//! summary

pub mod model;
pub mod store;
pub mod tab;
pub mod view;
