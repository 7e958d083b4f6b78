//! The filter language as conditions of a list.

use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use chrono::Days;

use super::ask::Ask;
use super::docs::first_doc;
use crate::inbox::rows::Eyes;
use crate::roster::model::is_one_handler;
use crate::search::filter::{FilterError, Key, Term, Value, parse};
use crate::search::{Query, Vocabulary};
use crate::text::keys::{fold, strict_key, syllables};

impl Ask {
    /// The list of a filter in the filter language; what is wrong with it when it cannot be read.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    pub fn of_filter(
        conn: &Connection,
        filter: &str,
        eyes: &Eyes,
    ) -> rusqlite::Result<Result<Self, FilterError>> {
        let filter = match parse(filter, eyes.today) {
            Ok(filter) => filter,
            Err(error) => return Ok(Err(error)),
        };
        let mut ask = Self::all();
        for term in &filter.terms {
            add(&mut ask, conn, term, eyes)?;
        }
        if !filter.words.trim().is_empty() {
            let query = Query::parse(&filter.words, &Vocabulary::load(conn)?);
            match query.expression() {
                Some(expression) => ask.words(expression),
                None => ask.none(),
            }
        }
        Ok(Ok(ask))
    }

    /// No item.
    pub fn nothing() -> Self {
        let mut ask = Self::all();
        ask.none();
        ask
    }

    /// Items nobody has decided about.
    pub fn new_items() -> Self {
        let mut ask = Self::all();
        ask.triage("new");
        ask
    }
}

/// A condition over `item_doc d`, and over `report` where a report without items can meet it.
struct Condition {
    items: String,
    reports: Option<String>,
    values: Vec<Sql>,
}

impl Condition {
    fn items(sql: impl Into<String>, values: Vec<Sql>) -> Self {
        Self { items: sql.into(), reports: None, values }
    }

    /// `sql` speaks of the columns of `report`.
    fn report(sql: &str, values: Vec<Sql>) -> Self {
        Self {
            items: format!("EXISTS (SELECT 1 FROM report WHERE report.id = d.report AND ({sql}))"),
            reports: Some(sql.to_owned()),
            values,
        }
    }
}

fn add(ask: &mut Ask, conn: &Connection, term: &Term, eyes: &Eyes) -> rusqlite::Result<()> {
    if !term.negated && by_index(ask, conn, term, eyes)? {
        return Ok(());
    }
    let condition = condition(conn, term, eyes)?;
    if !term.negated && condition.items.ends_with("IN ()") {
        ask.none();
        return Ok(());
    }
    // A condition over a missing value is unknown to SQL, and must count as not met when it is turned round.
    let turned = |sql: String| {
        if term.negated { format!("NOT coalesce(({sql}), 0)") } else { sql }
    };
    match condition.reports {
        Some(reports) => ask.and_report(turned(condition.items), turned(reports), condition.values),
        None => ask.and(turned(condition.items), condition.values),
    }
    Ok(())
}

/// Conditions an index is made for; false when the term is none of them.
fn by_index(ask: &mut Ask, conn: &Connection, term: &Term, eyes: &Eyes) -> rusqlite::Result<bool> {
    let mut choices = choices(term);
    choices.sort_unstable();
    match (term.key, choices.as_slice()) {
        (Key::Triage, [id]) => ask.triage(id),
        (Key::Urgency, []) => ask.urgent(),
        (Key::Rumour, ["checking", "unverified"]) => ask.open_rumours(),
        (Key::Grade, ["hot_spot", "risk"]) => ask.at_risk(),
        (Key::Issue, _) => {
            let (ids, values) = items_of(&issues(conn, term)?);
            ask.named(&ids, values);
        }
        (Key::Answer, ["overdue"]) => {
            let (ids, values) = overdue_answers(eyes);
            ask.named(&ids, values);
        }
        (Key::Mine, _) => match me(conn, eyes)?.as_slice() {
            [handler] => ask.handler(*handler),
            _ => return Ok(false),
        },
        _ => return Ok(false),
    }
    Ok(true)
}

fn condition(conn: &Connection, term: &Term, eyes: &Eyes) -> rusqlite::Result<Condition> {
    let choices = choices(term);
    Ok(match term.key {
        Key::Triage => Condition::items(one_of("d.triage", &choices), Vec::new()),
        Key::Urgency if choices.is_empty() => Condition {
            items: "d.urgency <> 'normal'".to_owned(),
            reports: Some("report.urgency <> 'normal'".to_owned()),
            values: Vec::new(),
        },
        Key::Urgency => Condition {
            items: one_of("d.urgency", &choices),
            reports: Some(one_of("report.urgency", &choices)),
            values: Vec::new(),
        },
        Key::Rumour if choices.is_empty() => Condition::items("d.kind = 'rumour'", Vec::new()),
        Key::Rumour => Condition::items(
            format!("d.kind = 'rumour' AND {}", one_of("d.verification", &choices)),
            Vec::new(),
        ),
        Key::Grade => Condition::items(one_of("d.grade", &choices), Vec::new()),
        Key::Channel => Condition::report(&one_of("report.channel", &choices), Vec::new()),
        Key::Kind => Condition::report(&one_of("report.kind", &choices), Vec::new()),
        Key::Band => Condition::items(of_stream(&one_of("stream.band", &choices)), Vec::new()),
        Key::Tendency => Condition::items(of_stream(&one_of("stream.tendency", &choices)), Vec::new()),
        Key::From | Key::To | Key::Period => days(term),
        Key::Mine => among("d.handler", &me(conn, eyes)?),
        Key::Handler => among("d.handler", &handlers(conn, term)?),
        Key::Unit => units(conn, term)?,
        Key::Topic => {
            let mut within = among("item_topic.topic", &tree(conn, "topic", term)?);
            within.items = format!(
                "EXISTS (SELECT 1 FROM item_topic WHERE item_topic.item = d.item AND item_topic.deleted = 0 AND {})",
                within.items
            );
            within
        }
        Key::Issue => {
            let (ids, values) = items_of(&issues(conn, term)?);
            Condition::items(format!("d.item IN ({ids})"), values)
        }
        Key::Answer => answers(&choices, eyes),
        Key::Collaborator => named_in(
            conn,
            term,
            "coalesce((SELECT full_name FROM collaborator WHERE collaborator.id = report.collaborator),
               report.submitter_name)",
        )
        .map(|(sql, values)| Condition::report(&sql, values))?,
        Key::Group => named_in(conn, term, "stream.group_name")
            .map(|(sql, values)| Condition::items(of_stream(&sql), values))?,
        Key::Place => named_in(conn, term, "item.place").map(|(sql, values)| {
            Condition::items(
                format!("EXISTS (SELECT 1 FROM item WHERE item.id = d.item AND ({sql}))"),
                values,
            )
        })?,
        Key::Number => {
            let numbers = texts(term).map(|text| Sql::Text(text.to_owned()));
            let values: Vec<Sql> = numbers.flat_map(|text| [text.clone(), text.clone(), text]).collect();
            let one = "report.arrival_number = ? COLLATE NOCASE OR report.document_number = ? COLLATE NOCASE
               OR report.arrival_number LIKE '%-' || ?";
            Condition::report(&vec![one; values.len() / 3].join(" OR "), values)
        }
    })
}

/// Ids of the items of these issues, as a query.
fn items_of(issues: &[Uuid]) -> (String, Vec<Sql>) {
    let issues = among("issue", issues);
    // As the index has it, which is used only where its condition can be seen.
    (
        format!("SELECT id FROM item WHERE issue IS NOT NULL AND deleted = 0 AND {}", issues.items),
        issues.values,
    )
}

/// Ids of the items whose issue was to be answered by now and was not, as a query.
fn overdue_answers(eyes: &Eyes) -> (String, Vec<Sql>) {
    let ids = "SELECT id FROM item WHERE issue IS NOT NULL AND deleted = 0 AND issue IN
       (SELECT id FROM issue WHERE deleted = 0 AND answered_on IS NULL AND state <> 'settled' AND answer_due < ?)";
    (ids.to_owned(), vec![Sql::Text(eyes.today.to_string())])
}

/// Whether those who reported an item were answered: with an orientation that was sent, or by what their issue says.
fn answers(choices: &[&str], eyes: &Eyes) -> Condition {
    let given = "(EXISTS (SELECT 1 FROM item JOIN issue ON issue.id = item.issue
         WHERE item.id = d.item AND issue.deleted = 0 AND issue.answered_on IS NOT NULL)
       OR EXISTS (SELECT 1 FROM orientation_item AS link JOIN orientation ON orientation.id = link.orientation
         WHERE link.item = d.item AND link.deleted = 0 AND orientation.deleted = 0 AND orientation.sent_at IS NOT NULL))";
    let (mut any, mut values) = (Vec::new(), Vec::new());
    for choice in choices {
        any.push(match *choice {
            "overdue" => {
                let (ids, of_it) = overdue_answers(eyes);
                values.extend(of_it);
                format!("d.item IN ({ids})")
            }
            "none" => format!("NOT {given}"),
            _ => given.to_owned(),
        });
    }
    Condition::items(any.join(" OR "), values)
}

fn choices(term: &Term) -> Vec<&'static str> {
    let chosen = term.any_of.iter().filter_map(|value| match value {
        Value::Choice(id) => Some(*id),
        _ => None,
    });
    chosen.collect()
}

fn texts(term: &Term) -> impl Iterator<Item = &str> {
    term.any_of.iter().filter_map(|value| match value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// `column` is one of these identifiers of the program's own.
fn one_of(column: &str, ids: &[&'static str]) -> String {
    let list: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    format!("{column} IN ({})", list.join(", "))
}

/// `column` is one of these ids; no id, no row.
fn among(column: &str, ids: &[Uuid]) -> Condition {
    let marks = vec!["?"; ids.len()].join(", ");
    let values = ids.iter().map(|id| Sql::Blob(id.as_bytes().to_vec())).collect();
    Condition::items(format!("{column} IN ({marks})"), values)
}

fn of_stream(sql: &str) -> String {
    format!("EXISTS (SELECT 1 FROM stream WHERE stream.item = d.item AND stream.deleted = 0 AND ({sql}))")
}

/// Days and periods of receipt: ranges of row numbers.
fn days(term: &Term) -> Condition {
    let (mut items, mut reports) = (Vec::new(), Vec::new());
    for value in &term.any_of {
        let (from, to) = match (value, term.key) {
            (Value::Day(day), Key::From) => (Some(*day), None),
            (Value::Day(day), _) => (None, Some(*day)),
            (Value::Period(period), _) => (Some(period.from), Some(period.to)),
            _ => continue,
        };
        let end = to.and_then(|to| to.checked_add_days(Days::new(1)));
        let first = from.map_or(i64::MIN, first_doc);
        let last = end.map_or(i64::MAX, first_doc);
        items.push(format!("(d.doc >= {first} AND d.doc < {last})"));
        let first = from.map_or_else(String::new, |day| day.to_string());
        let last = end.map_or_else(|| "9999".to_owned(), |day| day.to_string());
        reports.push(format!("(report.received_at >= '{first}' AND report.received_at < '{last}')"));
    }
    Condition { items: items.join(" OR "), reports: Some(reports.join(" OR ")), values: Vec::new() }
}

/// Rows of `handler` that are the person who looks.
fn me(conn: &Connection, eyes: &Eyes) -> rusqlite::Result<Vec<Uuid>> {
    let all = named_rows(conn, "SELECT id, NULL, full_name, mark FROM handler WHERE deleted = 0")?;
    let mine =
        all.into_iter().filter(|row| is_one_handler((&row.name, &row.other), (&eyes.person, &eyes.mark)));
    Ok(mine.map(|row| row.id).collect())
}

fn handlers(conn: &Connection, term: &Term) -> rusqlite::Result<Vec<Uuid>> {
    let all = named_rows(conn, "SELECT id, NULL, full_name, mark FROM handler WHERE deleted = 0")?;
    Ok(all
        .into_iter()
        .filter(|row| {
            texts(term).any(|text| is_named(&row.name, text) || row.other.eq_ignore_ascii_case(text))
        })
        .map(|row| row.id)
        .collect())
}

fn issues(conn: &Connection, term: &Term) -> rusqlite::Result<Vec<Uuid>> {
    let all = named_rows(conn, "SELECT id, NULL, title, '' FROM issue WHERE deleted = 0")?;
    let mut found = Vec::new();
    for text in texts(term) {
        // A whole title means that issue, not those whose titles go on from it; quotation marks cannot be written in a filter.
        let whole = |row: &&Named| row.name.replace(['"', '“', '”'], "") == text;
        let before = found.len();
        found.extend(all.iter().filter(whole).map(|row| row.id));
        if found.len() == before {
            found.extend(all.iter().filter(|row| is_named(&row.name, text)).map(|row| row.id));
        }
    }
    Ok(found)
}

struct Named {
    id: Uuid,
    parent: Option<Uuid>,
    name: String,
    other: String,
}

fn named_rows(conn: &Connection, sql: &str) -> rusqlite::Result<Vec<Named>> {
    conn.prepare_cached(sql)?
        .query_map([], |row| {
            Ok(Named { id: row.get(0)?, parent: row.get(1)?, name: row.get(2)?, other: row.get(3)? })
        })?
        .collect()
}

/// Rows of a tree (`unit`, `topic`) whose name has the words, with all that stand below them. A unit is found by the names it
/// bore too, and brings those that were merged into it.
fn tree(conn: &Connection, table: &str, term: &Term) -> rusqlite::Result<Vec<Uuid>> {
    let of_units = table != "topic";
    let sql = match table {
        "topic" => "SELECT id, parent, name, code FROM topic WHERE deleted = 0",
        _ => "SELECT id, parent, name, short_name FROM unit WHERE deleted = 0",
    };
    let all = named_rows(conn, sql)?;
    let mut others: Vec<Named> = Vec::new();
    let mut merged: Vec<(Uuid, Uuid)> = Vec::new();
    if of_units {
        others = named_rows(conn, "SELECT unit, NULL, name, '' FROM unit_name WHERE deleted = 0")?;
        merged = conn
            .prepare_cached(
                "SELECT new_unit, old_unit FROM unit_succession
                 WHERE deleted = 0 AND kind = 'merge' AND new_unit IS NOT NULL",
            )?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
    }
    let is_meant = |row: &&Named| {
        texts(term)
            .any(|text| is_named(&row.name, text) || (!row.other.is_empty() && is_named(&row.other, text)))
    };
    let mut found: Vec<Uuid> = Vec::new();
    for row in all.iter().chain(&others).filter(is_meant) {
        if !found.contains(&row.id) {
            found.push(row.id);
        }
    }
    let mut at = 0;
    while let Some(parent) = found.get(at).copied() {
        let below = all.iter().filter(|row| row.parent == Some(parent)).map(|row| row.id);
        let before = merged.iter().filter(|(new, _)| *new == parent).map(|(_, old)| *old);
        for id in below.chain(before).collect::<Vec<_>>() {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        at += 1;
    }
    Ok(found)
}

/// Units of the roster by their names, and reports whose sender is not on it by the name they gave.
fn units(conn: &Connection, term: &Term) -> rusqlite::Result<Condition> {
    let known = tree(conn, "unit", term)?;
    let (written, names) = named_in(conn, term, "report.unit_name")?;
    let marks = vec!["?"; known.len()].join(", ");
    let ids = known.iter().map(|id| Sql::Blob(id.as_bytes().to_vec()));
    let values = ids.chain(names).collect();
    Ok(Condition {
        items: format!(
            "d.unit IN ({marks}) OR (d.unit IS NULL
               AND EXISTS (SELECT 1 FROM report WHERE report.id = d.report AND ({written})))"
        ),
        reports: Some(format!("report.unit IN ({marks}) OR (report.unit IS NULL AND ({written}))")),
        values,
    })
}

/// `column` has the words of one of the term's texts.
fn named_in(conn: &Connection, term: &Term, column: &str) -> rusqlite::Result<(String, Vec<Sql>)> {
    install(conn)?;
    let values: Vec<Sql> = texts(term).map(|text| Sql::Text(text.to_owned())).collect();
    Ok((vec![format!("is_named({column}, ?)"); values.len()].join(" OR "), values))
}

/// Makes [`is_named`] known to SQLite, once a connection.
fn install(conn: &Connection) -> rusqlite::Result<()> {
    if conn.prepare_cached("SELECT is_named('', '')").is_ok() {
        return Ok(());
    }
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("is_named", 2, flags, |context| {
        let name = context.get_raw(0).as_str_or_null()?.unwrap_or_default();
        let typed = context.get_raw(1).as_str()?;
        Ok(is_named(name, typed))
    })
}

/// True when the typed words stand side by side in the name, each beginning a word: marks typed must be there, marks not
/// typed are free.
fn is_named(name: &str, typed: &str) -> bool {
    let typed: Vec<&str> = syllables(typed).collect();
    let words: Vec<&str> = syllables(name).collect();
    !typed.is_empty()
        && words
            .windows(typed.len())
            .any(|run| run.iter().zip(&typed).all(|(word, typed)| begins(word, typed)))
}

fn begins(word: &str, typed: &str) -> bool {
    if !fold(word).starts_with(&fold(typed)) {
        return false;
    }
    typed.is_ascii()
        || strict_key(word) == strict_key(typed)
        || word.to_lowercase().starts_with(&typed.to_lowercase())
}

/// Topics every one of the items has.
///
/// # Errors
/// Whatever SQLite answers.
pub fn common_topics(conn: &Connection, items: &[Uuid]) -> rusqlite::Result<Vec<Uuid>> {
    let mut statement =
        conn.prepare_cached("SELECT topic FROM item_topic WHERE item = ?1 AND deleted = 0")?;
    let mut common: Option<Vec<Uuid>> = None;
    for item in items {
        let own: Vec<Uuid> =
            statement.query_map([item], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        common = Some(match common {
            Some(common) => common.into_iter().filter(|topic| own.contains(topic)).collect(),
            None => own,
        });
    }
    Ok(common.unwrap_or_default())
}

/// True when one of the items stands under an issue.
///
/// # Errors
/// Whatever SQLite answers.
pub fn any_issue(conn: &Connection, items: &[Uuid]) -> rusqlite::Result<bool> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM item WHERE id = ?1 AND issue IS NOT NULL")?;
    for item in items {
        if statement.exists([item])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Names a filter's key can be completed with.
///
/// # Errors
/// Whatever SQLite answers.
pub fn names_of(conn: &Connection, key: Key) -> rusqlite::Result<Vec<String>> {
    let sql = match key {
        Key::Unit => "SELECT name FROM unit WHERE deleted = 0 ORDER BY protocol_order, name",
        Key::Topic => "SELECT name FROM topic WHERE deleted = 0 ORDER BY position, name",
        Key::Handler => "SELECT full_name FROM handler WHERE deleted = 0 ORDER BY full_name",
        Key::Issue => "SELECT title FROM issue WHERE deleted = 0 ORDER BY id DESC",
        _ => return Ok(Vec::new()),
    };
    let none: [i64; 0] = [];
    conn.prepare_cached(sql)?.query_map(params_from_iter(none), |row| row.get(0))?.collect()
}
