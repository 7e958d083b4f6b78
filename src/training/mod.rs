//! Classes for collaborators and meetings with them (lớp bồi dưỡng, hội nghị giao ban).

pub mod calendar;
pub mod export;
pub mod import;
pub mod labels;
pub mod model;
pub mod papers;
pub mod store;
pub mod tab;
pub mod view;
