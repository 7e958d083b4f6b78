//! Joins the tab Hộp báo cáo with its store.

mod files;
pub(super) mod forms;
mod rehearsal;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use uuid::Uuid;

use super::paths::typed_paths;
use super::room::{Room, as_the_tab_does};
use super::threads::Reporter;
use crate::file::{FileError, OfficeFile, drafts};
use crate::inbox::import::{part, pieces, sentences_of, streams_of};
use crate::inbox::order::Order;
use crate::inbox::store::{self, Ask, Eyes};
use crate::inbox::tab::{
    self, Command, Entry, Intake, Kind, Message, Query, RuleWrite, Sources, State, StreamWrite, Told,
    Verdict, ViewWrite,
};
use crate::inbox::view;
use crate::office::import::{self, Imported, Options, Outcome};
use crate::screen::list::Wanted;
use crate::screen::{Action, Effect, Look, Moment, Notice, Place, Selection, Target};
use crate::search::Vocabulary;
use crate::search::filter::Key;
use crate::words::Words;

/// The tab.
pub struct Inbox;

impl Room for Inbox {
    as_the_tab_does!(Answer);

    fn receive(state: &mut State, answer: Answer, moment: &Moment) -> Vec<Effect<Query, Command>> {
        let message = match answer {
            Answer::Tab(message) => message,
            Answer::Form(mut answer, unkept) => {
                if let (tab::form::Answer::Saved(saved), Some((name, reason))) =
                    (answer.as_mut(), unkept.first())
                {
                    saved.unkept = Some(format!("{name}: {}", import::refused(moment.words, reason)));
                }
                Message::Form(*answer)
            }
            Answer::Files(done) => Message::FilesDone(files::told(done, moment.words)),
            Answer::Rehearsed(answer) => {
                let (sources, again, imported) = *answer;
                Message::Rehearsed(rehearsal::rehearsed(sources, again, &imported, moment.words))
            }
            Answer::Imported(imported) => Message::Imported(intake(&imported, moment.words)),
        };
        tab::receive(state, message, moment)
    }

    fn count(state: &State) -> Option<u64> {
        tab::count(state)
    }

    fn record(state: &State) -> Option<Target> {
        state.list.current_id().map(Target::Item)
    }

    fn selection(state: &State) -> Selection {
        tab::selection(state)
    }

    fn is_dirty(state: &State) -> bool {
        tab::form::is_dirty(state)
    }

    fn query(connection: &Connection, query: Query) -> Result<Answer, FileError> {
        Ok(Answer::Tab(self::query(connection, query)?))
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Answer, FileError> {
        self::command(file, command, |_, _| true)
    }

    fn command_reporting(
        file: &mut OfficeFile,
        command: Command,
        reporter: &Reporter,
    ) -> Result<Answer, FileError> {
        self::command(file, command, |done, all| reporter.report(done as u64, all as u64))
    }
}

/// What comes back to the tab: an answer of its own, or what became of an import, which only here can be put in words.
pub enum Answer {
    /// The tab's own.
    Tab(Message),
    /// To a form, and files that were to be kept with its report and are not.
    Form(Box<tab::form::Answer>, Vec<files::Unkept>),
    /// What became of files of a report.
    Files(files::Done),
    /// What an import would make: what was asked, and the answer.
    Rehearsed(Box<(Sources, Vec<PathBuf>, Imported)>),
    /// What became of an import.
    Imported(Imported),
}

/// Items marked, or put in order, at once at most.
const MOST_MARKED: usize = store::COUNT_LIMIT as usize;

/// Runs a read of the tab.
///
/// # Errors
/// Whatever the file answers.
pub fn query(connection: &Connection, query: Query) -> rusqlite::Result<Message> {
    Ok(match query {
        Query::Start { eyes, limit, generation } => start(connection, &eyes, limit, generation)?,
        Query::Page { eyes, filter, wanted, limit, generation } => {
            let ask = ask(connection, &filter, &eyes)?;
            let (rows, more) = store::page(connection, &ask, &wanted, limit)?;
            Message::Page { wanted, rows, more, generation }
        }
        Query::Whole { eyes, filter, order, generation } => {
            whole(connection, &ask(connection, &filter, &eyes)?, order, generation)?
        }
        Query::Views => Message::Views(store::views(connection)?),
        Query::Found { typed, vocabulary, order, generation } => {
            let (mut rows, more) = store::found(connection, &vocabulary, &typed)?;
            if !order.is_received() {
                order.sort(&mut rows);
            }
            Message::Found { rows, more, generation }
        }
        Query::Counts { eyes, views, list } => {
            let ask = |filter: &String| ask(connection, filter, &eyes);
            let quick = |filter: &String| {
                let ask = ask(filter)?;
                ask.is_quick().then(|| store::count(connection, &ask)).transpose()
            };
            let views = views.iter().map(quick).collect::<rusqlite::Result<_>>()?;
            let list = list.as_ref().map(quick).transpose()?.flatten();
            Message::Counts { views, list }
        }
        Query::Counted { eyes, views, list } => {
            let count = |filter: &str| store::count(connection, &ask(connection, filter, &eyes)?);
            // What the person looks at first.
            let list = list.map(|list| count(&list).map(|count| (list, count))).transpose()?;
            let views = views.into_iter().map(|(id, filter)| Ok((id, count(&filter)?)));
            Message::Counted { views: views.collect::<rusqlite::Result<_>>()?, list }
        }
        Query::New(_) => Message::New(store::count(connection, &Ask::new_items())?),
        Query::Cards(items) => Message::Cards(store::item_cards(connection, &items)?),
        Query::Ids { eyes, filter } => {
            let ask = ask(connection, &filter, &eyes)?;
            let found = store::items_below(connection, &ask, i64::MAX, MOST_MARKED)?;
            Message::Ids(found.into_iter().map(|(_, item)| item).collect())
        }
        Query::Report(report) => Message::Report(store::report_card(connection, report)?.map(Box::new)),
        Query::Vocabulary => Message::Vocabulary(Arc::new(Vocabulary::load(connection)?)),
        Query::Names => {
            let keys = [Key::Unit, Key::Topic, Key::Handler, Key::Issue];
            let names = keys.map(|key| store::names_of(connection, key).map(|names| (key, names)));
            Message::Names(names.into_iter().collect::<rusqlite::Result<_>>()?)
        }
        Query::Topics(items) => {
            let set = store::common_topics(connection, &items)?;
            Message::Topics(items, store::topics(connection)?, set)
        }
        Query::Issues(items) => {
            let any = store::any_issue(connection, &items)?;
            Message::Issues(items, store::issues(connection)?, any)
        }
        Query::IssueCounts => Message::IssueCounts(store::items_of_issues(connection)?),
        Query::Rules => Message::Rules(Box::new(store::try_rules(connection)?)),
        Query::Handlers(items) => Message::Handlers(items, store::handlers(connection)?),
        Query::Reasons(items) => Message::Reasons(items, store::file_reasons(connection)?),
        Query::Pieces(item) => Message::Pieces(store::item_cards(connection, &[item])?.pop().map(|card| {
            let pieces = pieces(&card.body);
            (Box::new(card), pieces)
        })),
        Query::Sentences(item) => Message::Sentences(of_sentences(connection, item)?),
        Query::Personal(items) => Message::Flagged(store::flagged(connection, &items)?),
        Query::Alike(item) => Message::Alike(store::alike(connection, item)?),
        Query::SentAgain(report) => Message::SentAgain(store::sent_again(connection, &[report])?),
        Query::Locate(item) => Message::Located(store::row_of_item(connection, item)?.map(Box::new)),
        Query::Files(report) => files::files(connection, report)?,
        Query::Form(ask) => Message::Form(forms::query(connection, ask)?),
    })
}

/// All rows of a list in an order that only shows when all are there; of a long one that it is too long.
fn whole(connection: &Connection, ask: &Ask, order: Order, generation: u64) -> rusqlite::Result<Message> {
    let items = store::items_below(connection, ask, i64::MAX, MOST_MARKED + 1)?;
    if items.len() > MOST_MARKED {
        return Ok(Message::TooLong(generation));
    }
    let items: Vec<Uuid> = items.into_iter().map(|(_, item)| item).collect();
    let mut rows = store::rows_of_items(connection, &items)?;
    order.sort(&mut rows);
    Ok(Message::Found { rows, more: false, generation })
}

/// An item and the sentences of its text; `None` when it is gone.
fn of_sentences(connection: &Connection, item: Uuid) -> rusqlite::Result<Option<Told>> {
    let card = store::item_cards(connection, &[item])?.pop();
    Ok(card.map(|card| {
        let sentences = sentences_of(&card.body);
        (Box::new(card), sentences)
    }))
}

/// What the first frame shows.
fn start(connection: &Connection, eyes: &Eyes, limit: usize, generation: u64) -> rusqlite::Result<Message> {
    let views = store::views(connection)?;
    let filter = views.first().map_or("", |view| view.filter.as_str());
    let (rows, more) = store::page(connection, &ask(connection, filter, eyes)?, &Wanted::First, limit)?;
    let card = match rows.first() {
        Some(row) => store::item_cards(connection, &[row.item])?.pop().map(Box::new),
        None => None,
    };
    let draft = drafts::read(connection, tab::form::REPORT, Uuid::nil())?.is_some();
    Ok(Message::Started { views, rows, more, card, draft, generation })
}

/// The list of a filter. One that was written by another version and is not understood here shows nothing.
fn ask(connection: &Connection, filter: &str, eyes: &Eyes) -> rusqlite::Result<Ask> {
    Ask::of_filter(connection, filter, eyes).map(|ask| ask.unwrap_or_else(|_| Ask::nothing()))
}

/// Runs a write of the tab. A decision is one action of the change log, so that undo takes back the whole batch; an import
/// is one a file. `go_on` hears how many of how many files are done and answers whether to go on.
///
/// # Errors
/// Whatever the file answers; of the work that failed nothing was written then.
pub fn command(
    file: &mut OfficeFile,
    command: Command,
    go_on: impl Fn(usize, usize) -> bool,
) -> Result<Answer, FileError> {
    match command {
        Command::Decide(Verdict { items, decision }) => file
            .write(decision.action(), |tx| store::decide(tx, &items, &decision))
            .map(|written| Answer::Tab(Message::Decided(written.value))),
        Command::Split(item, parts) => {
            let topics = import::recogniser(file.connection())?;
            let parts: Vec<_> =
                parts.iter().enumerate().map(|(at, text)| part(text, at == 0, &topics)).collect();
            file.write("split-item", |tx| store::split(tx, item, &parts)).map(|_| Answer::Tab(Message::Split))
        }
        Command::Join(item) => {
            file.write("join-items", |tx| store::join(tx, item)).map(|_| Answer::Tab(Message::Split))
        }
        Command::Rehearse(sources, again) => {
            let paths = if again.is_empty() { typed_paths(&sources.typed) } else { again.clone() };
            let options = Options { dry_run: true, ..options(&sources) };
            let imported =
                import::import(file, &paths, &options, |progress| go_on(progress.done, progress.all))?;
            Ok(Answer::Rehearsed(Box::new((sources, again, imported))))
        }
        Command::Import(sources) => {
            let options = Options { leave: sources.leave.clone(), ..options(&sources) };
            import::import(file, &typed_paths(&sources.typed), &options, |progress| {
                go_on(progress.done, progress.all)
            })
            .map(Answer::Imported)
        }
        Command::SaveFiles(report, only, typed) => files::save(file, report, only, &typed).map(Answer::Files),
        Command::Attach(report, typed) => files::put_in(file, report, &typed).map(Answer::Files),
        Command::Rule(write) => rule(file, write).map(Answer::Tab),
        Command::View(write) => view(file, write).map(Answer::Tab),
        Command::Streams(item, write) => {
            streams(file, item, &write)?;
            Ok(Answer::Tab(Message::Streams(item)))
        }
        Command::Mask(masking) => {
            let masked = file.write("item-mask", |tx| -> Result<usize, FileError> {
                let mut count = 0;
                for (item, stay) in &masking {
                    count += usize::from(store::mask(tx, *item, stay)?);
                }
                Ok(count)
            })?;
            Ok(Answer::Tab(Message::Masked(masked.value)))
        }
        Command::Form(write) => {
            forms::write(file, write).map(|(answer, unkept)| Answer::Form(Box::new(answer), unkept))
        }
    }
}

/// How sources are read.
fn options(sources: &Sources) -> Options {
    Options {
        encodings: sources.encodings.clone(),
        layouts: sources.layouts.clone(),
        ..Options::new(sources.mark.clone(), sources.today)
    }
}

/// Writes about rules. Giving by them is one action that undo takes back whole.
fn rule(file: &mut OfficeFile, write: RuleWrite) -> Result<Message, FileError> {
    match write {
        RuleWrite::Remove(id) => {
            file.write("rule-remove", |tx| store::remove_rule(tx, id).map_err(FileError::from))?;
        }
        RuleWrite::Move(id, up) => {
            file.write("rule-move", |tx| store::move_rule(tx, id, up).map_err(FileError::from))?;
        }
        RuleWrite::Give => {
            let given = file.write("assign-rules", |tx| store::apply_rules(tx).map_err(FileError::from))?;
            return Ok(Message::GivenAway(given.value));
        }
    }
    Ok(Message::Rules(Box::new(store::try_rules(file.connection())?)))
}

/// Writes about streams of an item.
fn streams(file: &mut OfficeFile, item: Uuid, write: &StreamWrite) -> Result<(), FileError> {
    match write {
        StreamWrite::Take(sentences) => {
            let found = streams_of(sentences);
            file.write("stream-enter", |tx| store::add_streams(tx, item, &found))
        }
        StreamWrite::Remove(gone) => file.write("stream-remove", |tx| store::remove_streams(tx, gone)),
        StreamWrite::Tendency(of, tendency) => {
            file.write("stream-edit", |tx| store::set_tendency(tx, of, *tendency))
        }
    }
    .map(drop)
}

/// Writes about views.
fn view(file: &mut OfficeFile, write: ViewWrite) -> Result<Message, FileError> {
    match write {
        ViewWrite::Remove(id) => {
            file.write("view-remove", |tx| store::remove_view(tx, id).map_err(FileError::from))?;
        }
        ViewWrite::Move(id, front) => {
            file.write("view-move", |tx| store::move_view(tx, id, front).map_err(FileError::from))?;
        }
    }
    Ok(Message::Views(store::views(file.connection())?))
}

/// What became of an import, in words.
fn intake(imported: &Imported, words: &Words) -> Intake {
    let mut entries: Vec<Entry> = imported.sources.iter().map(|source| entry(source, words)).collect();
    let refused = entries.iter().filter(|entry| entry.kind == Kind::Refused).count();
    entries.extend(imported.doubled.iter().map(|doubled| Entry {
        kind: Kind::Doubled,
        name: import::shown(Path::new(&format!("{} {}", doubled.number, doubled.title))),
        said: vec![words.import_doubled(&doubled.earlier, u64::from(doubled.share), &doubled.unit)],
    }));
    let taken = imported.sources.len() - refused;
    let sum = words.import_sum(import::made(&imported.counts(), words), taken as i64);
    let number = refused as i64;
    let said = if imported.cancelled {
        Notice::note(format!("{sum} {}", words.import_cancelled()))
    } else if refused == 0 {
        Notice::done(sum)
    } else if taken == 0 {
        Notice::problem(words.inbox_intake_none(number))
    } else {
        Notice::note(format!("{sum} {}", words.import_sum_refused(number)))
    };
    Intake { said, entries }
}

/// What became of one source, in words.
fn entry(source: &Outcome, words: &Words) -> Entry {
    // The folder is the one that was named; a long one would push the name out of sight.
    let name = source.path.file_name().map_or(source.path.as_path(), Path::new);
    let told = source.told.iter().map(|told| import::told(words, told));
    let (kind, said) = match &source.result {
        Err(reason) => (Kind::Refused, vec![import::refused(words, reason)]),
        Ok(counts) => {
            let kind = match (source.told.is_empty(), counts.created() + counts.updated) {
                (false, _) => Kind::LookAt,
                (true, 0) => Kind::Known,
                (true, _) => Kind::Made,
            };
            (kind, std::iter::once(import::made(counts, words)).chain(told).collect())
        }
    };
    Entry { kind, name: import::shown(name), said }
}
