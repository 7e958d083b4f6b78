//! SQL of the inbox: entering reports, the rows lists are derived from, reading, deciding.

mod docs;
mod enter;
mod lookup;

pub use docs::{doc_of, rebuild_docs, update_docs};
pub use enter::{NewIssue, Numbering, insert_handler, insert_issue, insert_report, insert_topic};
pub use lookup::{
    Handler, Issue, Topic, find_by_source_key, handlers, issues, report_of_arrival, topic_links, topics,
};
