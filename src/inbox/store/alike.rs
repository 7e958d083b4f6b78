//! Items that say the same: those most like one, and those an import brought in a second time.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use rusqlite::Connection;
use uuid::Uuid;

use super::card::item_cards;
use super::docs::{DAY, first_doc};
use super::list::rows_of_items;
use crate::inbox::model::{NewItem, NewReport, Triage};
use crate::inbox::rows::{Alike, Doubled, ItemCard};
use crate::text::fold;
use crate::text::likeness::{Near, Print, nearly_same};

/// Items read on each side of an item's date when its like are looked for.
const NEIGHBOURS: usize = 3000;
/// Items that are offered at most.
const OFFERED: usize = 12;
/// Below this share two texts have no more in common than any two.
const LEAST: u32 = 12;
/// What the same title and the same unit count for beside the share of the texts, in hundredths.
const SAME: u32 = 10;
/// A report is sent again within so many days.
const AGAIN_DAYS: i64 = 93;
/// Most items among which those sent again are looked for.
const MOST: usize = 120_000;
/// The same for one report that was just typed in.
const MOST_BESIDE_ONE: usize = 6000;

/// What an item says, for comparing: its text, or its title when there is none.
pub fn said<'a>(title: &'a str, body: &'a str) -> &'a str {
    if body.trim().is_empty() { title } else { body }
}

struct Told {
    doc: i64,
    item: Uuid,
    report: Uuid,
    unit: Option<Uuid>,
    title: String,
    print: Print,
}

/// Items of a range of row numbers, from its beginning or its end.
fn told(conn: &Connection, from: i64, to: i64, newest: bool, most: usize) -> rusqlite::Result<Vec<Told>> {
    let order = if newest { "DESC" } else { "ASC" };
    conn.prepare_cached(&format!(
        "SELECT d.doc, d.item, d.report, d.unit, item.title, item.body FROM item_doc d JOIN item ON item.id = d.item
         WHERE d.doc >= ?1 AND d.doc <= ?2 ORDER BY d.doc {order} LIMIT {most}"
    ))?
    .query_map([from, to], |row| {
        let title: String = row.get(4)?;
        let print = Print::of(said(&title, row.get_ref(5)?.as_str()?));
        Ok(Told {
            doc: row.get(0)?,
            item: row.get(1)?,
            report: row.get(2)?,
            unit: row.get(3)?,
            title: fold(title.trim()),
            print,
        })
    })?
    .collect()
}

/// An item and those most like it among those received about the same time: by the share of the texts, the same title and
/// the same unit. `None` when the item is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn alike(conn: &Connection, item: Uuid) -> rusqlite::Result<Option<(Box<ItemCard>, Vec<Alike>)>> {
    let Some(own) = item_cards(conn, &[item])?.pop() else {
        return Ok(None);
    };
    let doc = own.row.doc;
    let print = Print::of(said(&own.row.title, &own.body));
    let title = fold(own.row.title.trim());
    let unit: Option<Uuid> = conn
        .prepare_cached("SELECT unit FROM report WHERE id = ?1")?
        .query_row([own.row.report], |row| row.get(0))?;
    let mut others = told(conn, doc, i64::MAX, false, NEIGHBOURS)?;
    others.extend(told(conn, i64::MIN, doc, true, NEIGHBOURS)?);
    let mut ranked: Vec<(u32, i64, u32, Uuid)> = others
        .into_iter()
        .filter(|other| other.item != item)
        .filter_map(|other| {
            let share = print.share(&other.print);
            let same_title = !title.is_empty() && other.title == title;
            let same_unit = unit.is_some() && other.unit == unit;
            let points = share + SAME * (u32::from(same_title) + u32::from(same_unit));
            let offered = share >= LEAST || (same_title && same_unit);
            // Among equals the nearer in time stands first.
            offered.then_some((points, -(other.doc - doc).abs(), share, other.item))
        })
        .collect();
    ranked.sort_unstable_by(|one, other| other.cmp(one));
    ranked.truncate(OFFERED);
    let items: Vec<Uuid> = ranked.iter().map(|(.., item)| *item).collect();
    let cards = item_cards(conn, &items)?;
    let offered = cards.into_iter().filter_map(|card| {
        let share = ranked.iter().find(|(.., item)| *item == card.row.item)?.2;
        Some(Alike { share, card })
    });
    Ok(Some((Box::new(own), offered.collect())))
}

/// Items of these reports that say nearly what an item of another report says, received about the same time: what was
/// sent again with a word changed. Items already set down as duplicates are none.
///
/// # Errors
/// Whatever SQLite answers.
pub fn sent_again(conn: &Connection, reports: &[Uuid]) -> rusqlite::Result<Vec<Doubled>> {
    let mut docs = conn.prepare_cached("SELECT min(doc), max(doc) FROM item_doc WHERE report = ?1")?;
    let (mut first, mut last) = (i64::MAX, i64::MIN);
    for report in reports {
        let (oldest, newest): (Option<i64>, Option<i64>) =
            docs.query_row([report], |row| Ok((row.get(0)?, row.get(1)?)))?;
        first = first.min(oldest.unwrap_or(first));
        last = last.max(newest.unwrap_or(last));
    }
    if first > last {
        return Ok(Vec::new());
    }
    let (from, to) = (first.saturating_sub(AGAIN_DAYS * DAY), last.saturating_add(AGAIN_DAYS * DAY));
    let made: HashMap<Uuid, usize> = reports.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let most = if reports.len() == 1 { MOST_BESIDE_ONE } else { MOST };
    let mut all = told(conn, from, to, true, most)?;
    // What was there before stands first, then what came in as it was numbered, so that the earlier of two is named so.
    all.sort_by_key(|told| (made.get(&told.report).copied(), told.doc));
    let known = all.iter().take_while(|told| !made.contains_key(&told.report)).count();
    let prints: Vec<Print> = all.iter_mut().map(|told| std::mem::take(&mut told.print)).collect();
    let near =
        nearly_same(&prints, |earlier, later| later >= known && all[earlier].report != all[later].report);
    let mut found = Vec::new();
    for Near { earlier, later, share } in near {
        let rows = rows_of_items(conn, &[all[later].item, all[earlier].item])?;
        let [row, before] = rows.as_slice() else { continue };
        let marked = [row, before].iter().any(|row| row.triage == Triage::Duplicate);
        if !marked {
            found.push(Doubled {
                item: row.item,
                number: row.arrival_number.clone(),
                title: row.title.clone(),
                earlier: before.arrival_number.clone(),
                unit: before.unit.clone(),
                share,
            });
        }
    }
    Ok(found)
}

/// An item that an import would make.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// The source it stands in.
    pub source: String,
    /// Which report of the import it belongs to.
    pub report: usize,
    /// Its title.
    pub title: String,
    /// When its report was received; `None` is now.
    pub received_at: Option<NaiveDateTime>,
    /// What is compared of it.
    print: Print,
}

impl Fresh {
    /// Of an item of a report.
    pub fn of(report: &NewReport, at: usize, item: &NewItem) -> Self {
        Self {
            source: report.source_name.clone(),
            report: at,
            title: item.title.clone(),
            received_at: report.received_at,
            print: Print::of(said(&item.title, &item.body)),
        }
    }
}

/// What [`sent_again`] would find when these items were in the file; each stands under the name of its source.
///
/// # Errors
/// Whatever SQLite answers.
pub fn would_be_again(
    conn: &Connection,
    fresh: &[Fresh],
    now: NaiveDateTime,
) -> rusqlite::Result<Vec<Doubled>> {
    let days = || fresh.iter().map(|item| item.received_at.unwrap_or(now).date());
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        return Ok(Vec::new());
    };
    let from = first_doc(first).saturating_sub(AGAIN_DAYS * DAY);
    let to = first_doc(last).saturating_add((AGAIN_DAYS + 1) * DAY);
    let mut kept = told(conn, from, to, true, MOST)?;
    kept.sort_by_key(|told| told.doc);
    let mut prints: Vec<Print> = kept.iter_mut().map(|told| std::mem::take(&mut told.print)).collect();
    prints.extend(fresh.iter().map(|item| item.print.clone()));
    let report = |at: usize| at.checked_sub(kept.len()).map(|at| fresh[at].report);
    let near = nearly_same(&prints, |earlier, later| {
        later >= kept.len() && (earlier < kept.len() || report(earlier) != report(later))
    });
    let mut found = Vec::new();
    for Near { earlier, later, share } in near {
        let item = &fresh[later - kept.len()];
        let before = match kept.get(earlier) {
            None => (fresh[earlier - kept.len()].source.clone(), String::new()),
            Some(told) => match rows_of_items(conn, &[told.item])?.pop() {
                Some(row) if row.triage != Triage::Duplicate => (row.arrival_number, row.unit),
                _ => continue,
            },
        };
        found.push(Doubled {
            item: Uuid::nil(),
            number: item.source.clone(),
            title: item.title.clone(),
            earlier: before.0,
            unit: before.1,
            share,
        });
    }
    Ok(found)
}
