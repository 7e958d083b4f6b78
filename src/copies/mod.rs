//! The log on the screen: who changed what (Lịch sử), what was done in this run, what waits for a decision (Cần quyết
//! định), and merges. The pages lie over the tabs; the command line prints with the same words.

pub mod labels;
pub mod model;
pub mod store;
pub mod tab;
pub mod view;
