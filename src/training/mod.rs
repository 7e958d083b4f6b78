//! training

pub mod model;
pub mod store;
