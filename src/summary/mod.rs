//! The composer of the synthesis (báo cáo tổng hợp): gathers what the inbox let through, drafts it, checks it, prints it.

pub mod checks;
pub mod exhibit;
pub mod export;
pub mod gather;
pub mod labels;
pub mod model;
pub mod period;
pub mod problem;
pub mod register;
pub mod signed;
pub mod store;
pub mod tab;
pub mod table;
pub mod view;
pub mod wanted;
