//! SQL of the inbox: entering reports, the rows lists are derived from, reading, deciding.

mod alike;
mod answer;
mod ask;
mod attachments;
mod briefing;
mod card;
mod charts;
mod decide;
mod docs;
mod duty;
mod enter;
mod filter;
mod find;
mod form;
mod head;
mod issues;
mod list;
mod lookup;
mod orientations;
mod overdue;
mod personal;
mod record;
mod rules;
mod shipped;
mod split;
mod streams;
mod views;

pub use alike::{Fresh, alike, said, sent_again, would_be_again};
pub use answer::{answer_record, answer_to, answer_to_issue, insert_orientation, save_answer};
pub use ask::Ask;
pub use attachments::{KeptFile, attach, file_rows, kept_files};
pub use briefing::{briefings, put_on_agenda, tell};
pub use card::{item_cards, report_card, report_rows, reports_by_month};
pub use charts::charts;
pub use decide::decide;
pub use docs::{DAY, rebuild_docs, update_docs};
pub use duty::{NewDuty, insert_duty};
pub use enter::{NewIssue, Numbering, insert_handler, insert_issue, insert_report, insert_topic};
pub use filter::{any_issue, common_topics, names_of};
pub use find::{FOUND_LIMIT, found, row_of_item};
pub use form::groups;
pub use issues::{issue_card, issue_counts, issue_lines, issue_titles, remove_issue};
pub use list::{all_items, count, items_below, page, plan, reports_after, rows_of_items};
pub use lookup::{
    find_by_source_key, handlers, issues, items_of_issues, report_of_arrival, topic_links, topics,
};
pub use orientations::{audience, mark_sent, orientation_card, orientation_lines, remove_orientation};
pub use overdue::{Sight, activity, all_duties, excuse, sheet, unexcuse};
pub use personal::{ITEM_TEXTS, flagged, mask};
pub use record::{duties, duty_record, issue_record, item_record, save_duty, save_issue, save_item};
pub use rules::{
    apply_rules, give, has_rules, move_rule, remove_rule, rule_record, rules, save_rule, try_rules,
};
pub use shipped::{file_reasons, shipped};
pub use split::{join, split};
pub use streams::{add_streams, remove_streams, set_tendency};
pub use views::{move_view, remove_view, save_view, view_record, views};

pub use super::rows::{COUNT_LIMIT, Decision, Eyes, Issue, Topic, View};

#[cfg(test)]
mod tests;
