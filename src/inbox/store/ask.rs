//! Conditions of a list of items as SQL: which rows of `item_doc` (alias `d`) belong to it, and which index finds them.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use uuid::Uuid;

/// A list: SQL conditions joined by AND, for a list of items and for a list of reports. The default is everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// Over `item_doc d`.
    items: Terms,
    /// Over `report`: those conditions that a report without items can meet.
    reports: Terms,
    /// Over `item_doc d`, for a list of reports: those conditions that only items can meet.
    contents: Terms,
    narrow: BTreeSet<Narrow>,
    /// Expression of the text index.
    words: Option<String>,
    /// No row can belong to the list.
    nothing: bool,
}

/// Conditions joined by AND, with their values.
#[derive(Clone, Debug, Default, PartialEq)]
struct Terms {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Terms {
    fn push(&mut self, sql: String, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(sql);
        self.values.extend(values);
    }

    /// All of them with `more` before; never empty.
    fn clause(&self, more: &str) -> String {
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
}

/// Conditions that an index of `item_doc` is made for, the ones with the fewest rows first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Narrow {
    Named,
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

    /// Adds a condition over `item_doc d`, with its values in the order of its question marks.
    pub(super) fn and(&mut self, sql: impl Into<String>, values: Vec<Value>) {
        let sql = sql.into();
        self.items.push(sql.clone(), values.clone());
        self.contents.push(sql, values);
    }

    /// Adds a condition that also reports without items can meet: as it reads over `item_doc d` and over `report`, with
    /// the same values.
    pub(super) fn and_report(
        &mut self,
        items: impl Into<String>,
        reports: impl Into<String>,
        values: Vec<Value>,
    ) {
        self.items.push(items.into(), values.clone());
        self.reports.push(reports.into(), values);
    }

    /// Only items in this state of triage (an identifier of [`crate::inbox::model::Triage`]).
    pub(super) fn triage(&mut self, id: &'static str) {
        // Written into the text, not bound: a partial index is only used when its condition can be seen.
        self.and(format!("d.triage = '{id}'"), Vec::new());
        self.narrow.extend(match id {
            "new" => Some(Narrow::New),
            "waiting" => Some(Narrow::Waiting),
            _ => None,
        });
    }

    /// Only items of urgent reports.
    pub(super) fn urgent(&mut self) {
        self.and_report("d.urgency <> 'normal'", "report.urgency <> 'normal'", Vec::new());
        self.narrow.insert(Narrow::Urgent);
    }

    /// Only rumours that are neither confirmed nor refuted.
    pub(super) fn open_rumours(&mut self) {
        self.and("d.kind = 'rumour' AND d.verification IN ('unverified', 'checking')", Vec::new());
        self.narrow.insert(Narrow::Rumour);
    }

    /// Only items of issues that are hot spots or may become one.
    pub(super) fn at_risk(&mut self) {
        self.and("d.grade IN ('risk', 'hot_spot')", Vec::new());
        self.narrow.insert(Narrow::Risk);
    }

    /// Only items this colleague handles.
    pub(super) fn handler(&mut self, handler: Uuid) {
        self.and("d.handler = ?", vec![Value::Blob(handler.as_bytes().to_vec())]);
        self.narrow.insert(Narrow::Handler);
    }

    /// Only items a query names by their ids, which are few beside all: they are looked up and put in order, instead of every
    /// item being asked whether it is one of them.
    pub(super) fn named(&mut self, ids: &str, values: Vec<Value>) {
        self.and(format!("d.item IN ({ids})"), values);
        self.narrow.insert(Narrow::Named);
    }

    /// Whether the list is read by an index made for it, or leaves nothing out: then a page of it comes at once, and its
    /// count in a moment, however large the file. Any other list may have to look at every item.
    pub fn is_quick(&self) -> bool {
        self.nothing || self.items.conditions.is_empty() || !self.narrow.is_empty()
    }

    /// No item and no report.
    pub(super) fn none(&mut self) {
        self.and_report("0", "0", Vec::new());
        self.nothing = true;
    }

    /// Only items the text index finds by this expression.
    pub(super) fn words(&mut self, expression: &str) {
        let within = "d.doc IN (SELECT rowid FROM item_fts WHERE item_fts MATCH ?)";
        self.contents.push(within.to_owned(), [Value::Text(expression.to_owned())]);
        self.words = Some(expression.to_owned());
    }

    /// The row number lists are read by: that of the text index where it leads, because only so it comes in order.
    pub(super) fn doc(&self) -> &'static str {
        if self.words.is_some() { "f.rowid" } else { "d.doc" }
    }

    /// `item_doc d` with the index that holds the fewest rows among those that fit. Without statistics SQLite would
    /// rather walk the whole table by row number.
    pub(super) fn table(&self) -> &'static str {
        if self.words.is_some() {
            return "item_fts f CROSS JOIN item_doc d ON d.doc = f.rowid";
        }
        // An index cannot be asked for where nothing is looked up at all.
        if self.nothing {
            return "item_doc d";
        }
        let urgent = self.narrow.contains(&Narrow::Urgent);
        match self.narrow.first() {
            // The index of the constraint that an item stands in the list once.
            Some(Narrow::Named) => "item_doc d INDEXED BY sqlite_autoindex_item_doc_1",
            Some(Narrow::Waiting) => "item_doc d INDEXED BY item_doc_waiting",
            Some(Narrow::Risk) => "item_doc d INDEXED BY item_doc_risk",
            Some(Narrow::Rumour) => "item_doc d INDEXED BY item_doc_rumour",
            Some(Narrow::Handler) if self.narrow.contains(&Narrow::New) => {
                "item_doc d INDEXED BY item_doc_in_hand"
            }
            Some(Narrow::Handler) => "item_doc d INDEXED BY item_doc_handler",
            // The index of urgent items holds the new ones only.
            Some(Narrow::New) if urgent => "item_doc d INDEXED BY item_doc_urgent",
            Some(Narrow::New) => "item_doc d INDEXED BY item_doc_new",
            Some(Narrow::Urgent) | None => "item_doc d",
        }
    }

    /// The conditions over `item_doc d`, with `more` before them; never empty.
    pub(super) fn clause(&self, more: &str) -> String {
        match (&self.words, more.is_empty()) {
            (None, _) => self.items.clause(more),
            (Some(_), true) => self.items.clause("item_fts MATCH ?"),
            (Some(_), false) => self.items.clause(&format!("{more} AND item_fts MATCH ?")),
        }
    }

    /// Values of [`Ask::clause`], after `first`.
    pub(super) fn values(&self, first: impl IntoIterator<Item = i64>) -> Vec<Value> {
        first
            .into_iter()
            .map(Value::Integer)
            .chain(self.words.clone().map(Value::Text))
            .chain(self.items.values.iter().cloned())
            .collect()
    }

    /// The conditions over `report`, with `more` before them, and their values.
    pub(super) fn over_reports(&self, more: &str) -> (String, Vec<Value>) {
        let mut terms = self.reports.clone();
        if !self.contents.conditions.is_empty() {
            let within = self.contents.clause("d.report = report.id");
            let values = self.contents.values.clone();
            terms.push(format!("EXISTS (SELECT 1 FROM item_doc d WHERE {within})"), values);
        }
        (terms.clause(more), terms.values)
    }
}
