//! Conditions of a list of items as SQL: which rows of `item_doc` (alias `d`) belong to it, and which index finds them.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use uuid::Uuid;

/// A list of items: SQL conditions over `item_doc d` joined by AND. The default is every item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    conditions: Vec<String>,
    values: Vec<Value>,
    narrow: BTreeSet<Narrow>,
}

/// Conditions that an index of `item_doc` is made for, the ones with the fewest rows first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Narrow {
    Waiting,
    Risk,
    Rumour,
    Handler,
    New,
    Urgent,
}

impl Ask {
    /// Every item.
    pub fn all() -> Self {
        Self::default()
    }

    /// Adds a condition with its values, in the order of its question marks.
    pub(super) fn and(&mut self, sql: impl Into<String>, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(sql.into());
        self.values.extend(values);
    }

    /// Only items in this state of triage (an identifier of [`crate::inbox::model::Triage`]).
    pub(super) fn triage(&mut self, id: &'static str) {
        // Written into the text, not bound: a partial index is only used when its condition can be seen.
        self.and(format!("d.triage = '{id}'"), []);
        self.narrow.extend(match id {
            "new" => Some(Narrow::New),
            "waiting" => Some(Narrow::Waiting),
            _ => None,
        });
    }

    /// Only items of urgent reports.
    pub(super) fn urgent(&mut self) {
        self.and("d.urgency <> 'normal'", []);
        self.narrow.insert(Narrow::Urgent);
    }

    /// Only rumours that are neither confirmed nor refuted.
    pub(super) fn open_rumours(&mut self) {
        self.and(
            "d.kind = 'rumour' AND d.verification IN ('unverified', 'checking')",
            [],
        );
        self.narrow.insert(Narrow::Rumour);
    }

    /// Only items of issues that are hot spots or may become one.
    pub(super) fn at_risk(&mut self) {
        self.and("d.grade IN ('risk', 'hot_spot')", []);
        self.narrow.insert(Narrow::Risk);
    }

    /// Only items this colleague handles.
    pub(super) fn handler(&mut self, handler: Uuid) {
        self.and("d.handler = ?", [Value::Blob(handler.as_bytes().to_vec())]);
        self.narrow.insert(Narrow::Handler);
    }

    /// `item_doc d` with the index that holds the fewest rows among those that fit. Without statistics SQLite would
    /// rather walk the whole table by row number.
    pub(super) fn table(&self) -> &'static str {
        let urgent = self.narrow.contains(&Narrow::Urgent);
        match self.narrow.first() {
            Some(Narrow::Waiting) => "item_doc d INDEXED BY item_doc_waiting",
            Some(Narrow::Risk) => "item_doc d INDEXED BY item_doc_risk",
            Some(Narrow::Rumour) => "item_doc d INDEXED BY item_doc_rumour",
            Some(Narrow::Handler) => "item_doc d INDEXED BY item_doc_handler",
            // The index of urgent items holds the new ones only.
            Some(Narrow::New) if urgent => "item_doc d INDEXED BY item_doc_urgent",
            Some(Narrow::New) => "item_doc d INDEXED BY item_doc_new",
            Some(Narrow::Urgent) | None => "item_doc d",
        }
    }

    /// The conditions, with `more` before them; never empty.
    pub(super) fn clause(&self, more: &str) -> String {
        let mut sql = more.to_owned();
        for condition in &self.conditions {
            if !sql.is_empty() {
                sql.push_str(" AND ");
            }
            sql.push('(');
            sql.push_str(condition);
            sql.push(')');
        }
        if sql.is_empty() {
            sql.push('1');
        }
        sql
    }

    /// Values of the conditions, after `first`.
    pub(super) fn values(&self, first: impl IntoIterator<Item = i64>) -> Vec<Value> {
        first
            .into_iter()
            .map(Value::Integer)
            .chain(self.values.iter().cloned())
            .collect()
    }
}
