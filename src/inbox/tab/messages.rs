//! What the tab reads and writes, and what comes back.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use super::form;
use super::{FilesDone, Intake, Pieces, Rehearsed, RuleWrite, Sources, ViewWrite};
use super::{Masking, StreamWrite};
use crate::inbox::order::Order;
use crate::inbox::rows::{
    Alike, Decision, Doubled, Eyes, FileRow, Flagged, Handler, Issue, ItemCard, ItemRow, ReportCard, Topic,
    Trial, View,
};
use crate::screen::list::Wanted;
use crate::search::Vocabulary;
use crate::search::filter::Key;

/// What the tab reads.
#[derive(Clone, Debug)]
pub enum Query {
    /// Views, the first page of the first view and its first preview.
    Start {
        /// Who looks.
        eyes: Eyes,
        /// Rows of the page.
        limit: usize,
        /// Of the state when it was asked.
        generation: u64,
    },
    /// A page of a list.
    Page {
        /// Who looks.
        eyes: Eyes,
        /// The list's filter.
        filter: String,
        /// Which page.
        wanted: Wanted<i64>,
        /// Rows of the page.
        limit: usize,
        /// Of the state when it was asked.
        generation: u64,
    },
    /// All rows of a list that is put in order.
    Whole {
        /// Who looks.
        eyes: Eyes,
        /// The list's filter.
        filter: String,
        /// The order.
        order: Order,
        /// Of the state when it was asked.
        generation: u64,
    },
    /// The views on the bar.
    Views,
    /// Counts of those views, and of the list, that no index was made for. Waits for every other read.
    Counted {
        /// Who looks.
        eyes: Eyes,
        /// Their ids and filters.
        views: Vec<(Uuid, String)>,
        /// The list's filter, when that takes longer too.
        list: Option<String>,
    },
    /// Items that hold the typed words.
    Found {
        /// What was typed.
        typed: String,
        /// Syllables to expand the last one with.
        vocabulary: Arc<Vocabulary>,
        /// The order; by receipt the best come first.
        order: Order,
        /// Of the state when it was asked.
        generation: u64,
    },
    /// Counts of the views that are counted in a moment, and of the list.
    Counts {
        /// Who looks.
        eyes: Eyes,
        /// Filters of the views.
        views: Vec<String>,
        /// The list's filter; `None` when it is a view or a search.
        list: Option<String>,
    },
    /// The count on the tab bar, while the tab is out of sight.
    New(Eyes),
    /// Whole items.
    Cards(Vec<Uuid>),
    /// Ids of all rows of a list, for marking them.
    Ids {
        /// Who looks.
        eyes: Eyes,
        /// The list's filter.
        filter: String,
    },
    /// A whole report.
    Report(Uuid),
    /// The syllables of the index.
    Vocabulary,
    /// Names a filter can be completed with.
    Names,
    /// Topics to choose from, for these items.
    Topics(Vec<Uuid>),
    /// Issues to choose from, for these items.
    Issues(Vec<Uuid>),
    /// How many items every issue has.
    IssueCounts,
    /// Reasons for setting these items aside.
    Reasons(Vec<Uuid>),
    /// The rules that give items away, and what they would do.
    Rules,
    /// Colleagues these items can be given to.
    Handlers(Vec<Uuid>),
    /// The paragraphs of an item.
    Pieces(Uuid),
    /// The sentences of an item.
    Sentences(Uuid),
    /// What in the texts of these items may tell who a citizen is.
    Personal(Vec<Uuid>),
    /// Items most like this one.
    Alike(Uuid),
    /// What a report that was just typed in says again.
    SentAgain(Uuid),
    /// Where an item stands.
    Locate(Uuid),
    /// The files kept with a report.
    Files(Uuid),
    /// What a form needs.
    Form(form::Ask),
}

/// What the tab writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// A decision.
    Decide(Verdict),
    /// Splits an item into these texts.
    Split(Uuid, Vec<String>),
    /// Joins an item to the one before it in its report.
    Join(Uuid),
    /// Looks at what files would make, writing nothing; only at these again when any are named.
    Rehearse(Sources, Vec<PathBuf>),
    /// Rules that give items away.
    Rule(RuleWrite),
    /// Views of the queue.
    View(ViewWrite),
    /// Streams of an item.
    Streams(Uuid, StreamWrite),
    /// Masks what may tell who a citizen is.
    Mask(Masking),
    /// Brings files in.
    Import(Sources),
    /// Saves a file of a report, or all of them, in a folder.
    SaveFiles(Uuid, Option<Uuid>, String),
    /// Keeps files with a report.
    Attach(Uuid, String),
    /// What a form writes.
    Form(form::Write),
}

/// A decision and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The items.
    pub items: Vec<Uuid>,
    /// What is decided about them.
    pub decision: Decision,
}

/// An item and the sentences of its text, as ranges of bytes.
pub type Told = (Box<ItemCard>, Vec<Range<usize>>);

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// Answer to [`Query::Start`].
    Started {
        /// The views.
        views: Vec<View>,
        /// The first page of the first.
        rows: Vec<ItemRow>,
        /// There are more.
        more: bool,
        /// The first preview.
        card: Option<Box<ItemCard>>,
        /// A report was typed and not saved.
        draft: bool,
        /// Of the question.
        generation: u64,
    },
    /// Answer to [`Query::Page`].
    Page {
        /// Which page.
        wanted: Wanted<i64>,
        /// Its rows.
        rows: Vec<ItemRow>,
        /// There are more.
        more: bool,
        /// Of the question.
        generation: u64,
    },
    /// Answer to [`Query::Found`].
    Found {
        /// The rows, the best first.
        rows: Vec<ItemRow>,
        /// Older ones were left out.
        more: bool,
        /// Of the question.
        generation: u64,
    },
    /// Answer to [`Query::Counts`].
    Counts {
        /// Of the views; `None` for one that takes longer.
        views: Vec<Option<u64>>,
        /// Of the list, when it was asked and is counted in a moment.
        list: Option<u64>,
    },
    /// Answer to [`Query::Views`].
    Views(Vec<View>),
    /// Answer to [`Query::Counted`].
    Counted {
        /// Of the views, by their ids.
        views: Vec<(Uuid, u64)>,
        /// The list's filter and its count, when it was asked.
        list: Option<(String, u64)>,
    },
    /// Answer to [`Query::Whole`] for a list that is too long to be put in order; the generation of the question.
    TooLong(u64),
    /// Answer to [`Query::New`].
    New(u64),
    /// Answer to [`Query::Cards`].
    Cards(Vec<ItemCard>),
    /// Answer to [`Query::Ids`].
    Ids(Vec<Uuid>),
    /// Answer to [`Query::Report`]; `None` when it is gone.
    Report(Option<Box<ReportCard>>),
    /// Answer to [`Query::Vocabulary`].
    Vocabulary(Arc<Vocabulary>),
    /// Answer to [`Query::Names`].
    Names(Vec<(Key, Vec<String>)>),
    /// Answer to [`Query::Topics`]: all topics, and those every one of the items has.
    Topics(Vec<Uuid>, Vec<Topic>, Vec<Uuid>),
    /// Answer to [`Query::Issues`]; the flag tells that one of the items has an issue.
    Issues(Vec<Uuid>, Vec<Issue>, bool),
    /// Answer to [`Query::IssueCounts`].
    IssueCounts(HashMap<Uuid, u64>),
    /// Answer to [`Query::Reasons`].
    Reasons(Vec<Uuid>, Vec<String>),
    /// Answer to [`Query::Rules`].
    Rules(Box<Trial>),
    /// So many items were given away by the rules.
    GivenAway(usize),
    /// Answer to [`Query::Handlers`].
    Handlers(Vec<Uuid>, Vec<Handler>),
    /// Answer to [`Query::Alike`]: the item and its like; `None` when it is gone.
    Alike(Option<(Box<ItemCard>, Vec<Alike>)>),
    /// Answer to [`Query::SentAgain`].
    SentAgain(Vec<Doubled>),
    /// Answer to [`Query::Locate`].
    Located(Option<Box<ItemRow>>),
    /// A decision is in the file; how many items it changed.
    Decided(usize),
    /// Answer to [`Query::Pieces`]: the item and its paragraphs, with a flag on headings; `None` when it is gone.
    Pieces(Option<(Box<ItemCard>, Pieces)>),
    /// An item was split or joined.
    Split,
    /// Streams of this item were written.
    Streams(Uuid),
    /// Answer to [`Query::Sentences`]; `None` when the item is gone.
    Sentences(Option<Told>),
    /// Answer to [`Query::Personal`].
    Flagged(Vec<Flagged>),
    /// In so many items something was masked.
    Masked(usize),
    /// What files would make.
    Rehearsed(Rehearsed),
    /// Files were brought in, or refused.
    Imported(Intake),
    /// Answer to [`Query::Files`]: the report, its arrival number, its files.
    Files(Uuid, String, Vec<FileRow>),
    /// Files were saved out or put in.
    FilesDone(FilesDone),
    /// To a form.
    Form(form::Answer),
}
