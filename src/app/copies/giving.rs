//! What goes out: bundles, and the file at the place where colleagues share it.

use std::path::Path;

use rusqlite::Connection;

use crate::app::paths::typed_path;
use crate::app::start;
use crate::app::threads::Reporter;
use crate::copies::store;
use crate::copies::tab::{Given, Items, Offer, Order, Put, Shared, What};
use crate::file::bundle::{Bundled, Choice, Options, Redaction};
use crate::file::merge::{MergeError, Options as MergeOptions, Progress};
use crate::file::{FileError, OfficeFile, backup, own};
use crate::inbox::rows::Eyes;
use crate::inbox::store::{Ask, all_items, count};
use crate::screen::Selection;
use crate::words::{Language, Words};

/// What a bundle can be made of.
pub(super) fn offer(
    connection: &Connection,
    selection: Selection,
    eyes: &Eyes,
    prefix: &str,
) -> rusqlite::Result<Offer> {
    let Selection { marked, current, filter } = selection;
    let listed = match filter {
        Some(filter) => match Ask::of_filter(connection, &filter, eyes)? {
            Ok(ask) => {
                Some((filter, eyes.clone(), count(connection, &ask)?)).filter(|(.., count)| *count > 0)
            }
            Err(_) => None,
        },
        None => None,
    };
    let is_marked = !marked.is_empty();
    let chosen = if is_marked { marked } else { current.into_iter().collect() };
    let day = eyes.today.format("%Y-%m-%d");
    let name = if prefix.is_empty() { format!("goi-{day}") } else { format!("goi-{prefix}-{day}") };
    Ok(Offer {
        items: Items { chosen, marked: is_marked, listed },
        offices: own::others(connection)?,
        path: start::shown(&start::free_name(&start::folder(), &name)),
    })
}

/// What an order would make.
pub(super) fn plan(file: &OfficeFile, order: Box<Order>, reporter: &Reporter) -> Given {
    let path = start::with_ending(typed_path(&order.out));
    let refused = match folder_of(&path) {
        _ if path.exists() => Some(FileError::Exists(path.clone())),
        Some(folder) if !folder.is_dir() => Some(FileError::Missing(folder.to_owned())),
        _ => None,
    };
    if let Some(error) = refused {
        return Given::Refused(path, error);
    }
    match made(file, &order, reporter, |choice, options| file.bundle_plan(choice, options)) {
        Ok(bundled) => Given::Plan(order, bundled, path),
        Err(error) => Given::Refused(path, error),
    }
}

fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

/// Writes it.
pub(super) fn write(file: &OfficeFile, order: &Order, reporter: &Reporter) -> Given {
    let path = start::with_ending(typed_path(&order.out));
    match made(file, order, reporter, |choice, options| file.bundle(choice, &path, options)) {
        Ok(bundled) => Given::Written(bundled, path, order.passphrase.is_some()),
        Err(error) => Given::Refused(path, error),
    }
}

fn made(
    file: &OfficeFile,
    order: &Order,
    reporter: &Reporter,
    make: impl FnOnce(&Choice, Options) -> Result<Bundled, FileError>,
) -> Result<Bundled, FileError> {
    let choice = match &order.what {
        What::Chosen(choice) => choice.clone(),
        What::Listed(filter, eyes) => {
            let ask = Ask::of_filter(file.connection(), filter, eyes)?.unwrap_or_else(|_| Ask::nothing());
            Choice::Items(all_items(file.connection(), &ask)?)
        }
    };
    // What is written into the bundle is Vietnamese whoever writes it: that is what it is read in.
    let note = Words::of(Language::Vietnamese).bundle_redacted_note().to_owned();
    let redaction = Redaction { note };
    let told = |done: usize, all: usize| {
        reporter.report(done as u64, all as u64);
    };
    let options = Options {
        passphrase: order.passphrase.as_ref(),
        redact: order.redact.then_some(&redaction),
        stop: Some(reporter.stop()),
        told: Some(&told),
    };
    make(&choice, options)
}

/// Takes in what lies at the shared place and puts the file there.
pub(super) fn publish(file: &mut OfficeFile, typed: &str, reporter: &Reporter) -> Result<Shared, FileError> {
    let place = start::with_ending(typed_path(typed));
    let place = std::path::absolute(&place).unwrap_or(place);
    if let Some(folder) = folder_of(&place)
        && !folder.is_dir()
    {
        return Ok(Shared::Refused(place.clone(), FileError::Missing(folder.to_owned())));
    }
    if is_same(file.path(), &place) {
        return Ok(Shared::Itself);
    }
    let folder = backup::folder();
    let options =
        MergeOptions { backups: Some(&folder), stop: Some(reporter.stop()), ..MergeOptions::default() };
    let told = &mut |part: usize| reporter.report(part as u64, Progress::WHOLE as u64);
    match file.publish_telling(&place, options, told) {
        Ok(published) => Ok(Shared::Put(Box::new(Put {
            own: file.path().to_owned(),
            place,
            put: published.put,
            records: published.merged.records,
            rows: published.merged.rows,
            waiting: store::count(file.connection())?,
        }))),
        Err(MergeError::Other(error)) => Ok(Shared::Refused(place, error)),
        Err(MergeError::Cancelled) => Ok(Shared::Cancelled),
        Err(MergeError::Ours(error)) => Err(error),
    }
}

/// True when both are one file.
fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
