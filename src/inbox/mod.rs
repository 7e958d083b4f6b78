//! The report inbox: submissions, the matters inside them, and what is decided about each.

pub mod audience;
pub mod briefing;
pub mod charts;
pub mod columns;
pub mod export;
pub mod import;
pub mod issues;
pub mod labels;
pub mod model;
pub mod order;
pub mod orientations;
pub mod overdue;
pub mod papers;
pub mod records;
pub mod rows;
pub mod store;
pub mod tab;
pub mod topics;
pub mod view;
