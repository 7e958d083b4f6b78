//! A file is untrusted until its structure is known to be that of an office file, ours too: a trigger or a view of a
//! stranger would run with our rights.
//!
//! The quick way compares the statements that stand in the file with those this program writes, word by word: a file
//! upgraded from an older version has the same tables with other blanks between. Where the words differ, the structure itself
//! is compared with that of a fresh file, which has to be made for it: columns, indexes, foreign keys. Triggers must be equal
//! to the letter.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::OnceLock;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use super::error::FileError;
use super::schema::{SCHEMA, TRIGGERS, statements};

/// Statements by the name of what they create.
type Objects = BTreeMap<String, String>;

/// Tables the text index keeps for itself, as FTS5 writes them.
const SHADOWS: &[(&str, &str)] = &[
    ("item_fts_data", "CREATE TABLE 'item_fts_data'(id INTEGER PRIMARY KEY, block BLOB)"),
    (
        "item_fts_idx",
        "CREATE TABLE 'item_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    ),
    ("item_fts_docsize", "CREATE TABLE 'item_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)"),
    ("item_fts_config", "CREATE TABLE 'item_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID"),
];

/// The view that hands changed fields to the log.
const LOG_VIEW: &str = "field_change";

/// What stands in a file of the current version. Reading the schema again for every connection would cost more than
/// comparing it.
static EXPECTED: OnceLock<Objects> = OnceLock::new();

/// Longest value and row, in bytes: an attachment has at most 20 MB. A longer one was not written by this program.
const LONGEST: i32 = 64 << 20;

/// Settings of a connection that come before its first statement.
pub(super) fn guard(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    Ok(())
}

/// Refuses a file beside which lies a journal that names a super-journal of another file: SQLite would look for the file of
/// that name, and remove it when it likes what stands in it. One of its own is named after the file (`-mj` and a number).
pub(super) fn journal(path: &Path) -> Result<(), FileError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-journal");
    let mut journal = match File::open(&beside) {
        Ok(journal) => journal,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let Some(named) = super_journal(&mut journal) else { return Ok(()) };
    let file_name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let own = format!("{}-mj", file_name(path));
    if file_name(Path::new(&named)).starts_with(&own) {
        Ok(())
    } else {
        Err(FileError::Foreign(beside.to_string_lossy().into_owned()))
    }
}

/// The name of the super-journal that stands at the end of a journal: page, name, its length, its sum, a magic number, as the
/// file format of SQLite says.
fn super_journal(journal: &mut File) -> Option<String> {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    /// SQLite takes no longer name.
    const LONGEST_NAME: i64 = 4096;
    let mut end = [0; 16];
    journal.seek(SeekFrom::End(-16)).ok()?;
    journal.read_exact(&mut end).ok()?;
    let [l0, l1, l2, l3, _, _, _, _, magic @ ..] = end;
    if magic != MAGIC {
        return None;
    }
    let length = i64::from(u32::from_be_bytes([l0, l1, l2, l3])).min(LONGEST_NAME);
    let mut name = Vec::new();
    // A length that is a lie names nothing of ours.
    if journal.seek(SeekFrom::End(-16 - length)).is_ok() {
        journal.take(length as u64).read_to_end(&mut name).ok()?;
    }
    Some(String::from_utf8_lossy(&name).into_owned())
}

/// The version of an office file.
///
/// # Errors
/// [`FileError::NotAnOffice`] when the file is none.
pub(super) fn version(conn: &Connection) -> Result<i64, FileError> {
    let application: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != super::schema::APPLICATION_ID {
        return Err(FileError::NotAnOffice);
    }
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a file whose structure is not that of the current version.
pub(super) fn structure(conn: &Connection) -> Result<(), FileError> {
    let mut wanted: BTreeMap<&str, &str> =
        EXPECTED.get_or_init(expected).iter().map(|(name, sql)| (name.as_str(), sql.as_str())).collect();
    let mut differing = Vec::new();
    for (name, kind, sql) in objects(conn)? {
        match wanted.remove(name.as_str()) {
            Some(text) if text == sql => {}
            Some(text) if (kind == "table" || kind == "index") && words_of(text) == words_of(&sql) => {}
            Some(_) if kind == "table" || kind == "index" => differing.push(name),
            _ => return Err(FileError::Foreign(name)),
        }
    }
    if let Some(missing) = wanted.into_keys().next() {
        return Err(FileError::Foreign(missing.to_owned()));
    }
    if differing.is_empty() {
        return Ok(());
    }
    let fresh = Connection::open_in_memory()?;
    super::open::lay_out(&fresh)?;
    match differing.into_iter().find(
        |name| !matches!((shape(conn, name), shape(&fresh, name)), (Ok(ours), Ok(theirs)) if ours == theirs),
    ) {
        Some(name) => Err(FileError::Foreign(name)),
        None => Ok(()),
    }
}

/// Refuses what may run code in a file of a version this program does not know: views other than the log's own, and virtual
/// tables other than the text index. Triggers never run while reading.
pub(super) fn readable(conn: &Connection) -> Result<(), FileError> {
    let expected = EXPECTED.get_or_init(expected);
    for (name, kind, sql) in objects(conn)? {
        let virtual_table = sql.starts_with("CREATE VIRTUAL") && name != "item_fts";
        let view = kind == "view" && !(name == LOG_VIEW && expected.get(LOG_VIEW) == Some(&sql));
        if view || virtual_table {
            return Err(FileError::Foreign(name));
        }
    }
    Ok(())
}

/// Name, kind and statement of everything in the file but SQLite's own indexes.
fn objects(conn: &Connection) -> rusqlite::Result<Vec<(String, String, String)>> {
    let mut statement = conn.prepare("SELECT name, type, coalesce(sql, '') FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut found: Vec<(String, String, String)> = rows.collect::<Result<_, _>>()?;
    found.retain(|(name, kind, sql)| !is_automatic(name, kind, sql));
    Ok(found)
}

/// Indexes behind PRIMARY KEY and UNIQUE have no statement; the statistics of ANALYZE are tables that hold no code.
fn is_automatic(name: &str, kind: &str, sql: &str) -> bool {
    match kind {
        "index" => name.starts_with("sqlite_autoindex_") && sql.is_empty(),
        "table" => {
            matches!(name, "sqlite_stat1" | "sqlite_stat4") && sql.starts_with("CREATE TABLE sqlite_stat")
        }
        _ => false,
    }
}

fn expected() -> Objects {
    let mut objects: Objects =
        SHADOWS.iter().map(|(name, sql)| ((*name).to_owned(), (*sql).to_owned())).collect();
    for sql in statements(SCHEMA).into_iter().chain(statements(TRIGGERS)) {
        let words = sql.split([' ', '(']).skip_while(|word| {
            matches!(*word, "CREATE" | "UNIQUE" | "VIRTUAL" | "TABLE" | "INDEX" | "VIEW" | "TRIGGER")
        });
        if let Some(name) = words.take(1).next() {
            objects.insert(name.to_owned(), sql.clone());
        }
    }
    objects
}

/// Columns, indexes and foreign keys of a table, or the columns of an index, as SQLite sees them.
pub(super) fn shape(conn: &Connection, name: &str) -> rusqlite::Result<Vec<String>> {
    const LOOK: [&str; 4] = [
        "SELECT name || '|' || type || '|' || \"notnull\" || '|' || coalesce(dflt_value, '') || '|' || pk || '|' || hidden
           FROM pragma_table_xinfo(?1) ORDER BY cid",
        "SELECT \"from\" || '|' || \"table\" || '|' || coalesce(\"to\", '') || '|' || on_update || '|' || on_delete
           FROM pragma_foreign_key_list(?1) ORDER BY \"from\"",
        "SELECT coalesce(name, '') || '|' || \"desc\" || '|' || coll || '|' || key FROM pragma_index_xinfo(?1) ORDER BY seqno",
        "SELECT type || '|' || wr || '|' || strict FROM pragma_table_list WHERE name = ?1 AND schema = 'main'",
    ];
    let mut shape = Vec::new();
    for sql in LOOK {
        let mut statement = conn.prepare(sql)?;
        for line in statement.query_map([name], |row| row.get(0))? {
            shape.push(line?);
        }
        shape.push(String::new());
    }
    // Conditions of an index, checks, conflict clauses and generated columns show only in the statement.
    let sql: Option<String> =
        conn.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [name], |row| row.get(0))?;
    shape.extend(sql.map(|sql| statement(&sql)));
    Ok(shape)
}

/// The words and signs of a statement, parted only where two words would become one: the same for what says the same, and another
/// for `TEXT NOT NULL` and `TEXTNOTNULL`.
fn words_of(sql: &str) -> String {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let whole = statements(&format!("{sql}\n;")).concat();
    let mut words = String::with_capacity(whole.len());
    let (mut quoted, mut gap) = (false, false);
    for letter in whole.chars() {
        if letter.is_whitespace() && !quoted {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && is_word(letter) && words.ends_with(is_word) {
            words.push(' ');
        }
        quoted ^= letter == '\'';
        words.push(letter);
    }
    words
}

/// A statement without comments and blanks: what is left says the same wherever SQLite or an older version broke its lines.
fn statement(sql: &str) -> String {
    let whole = statements(&format!("{sql}\n;")).concat();
    whole.chars().filter(|letter| !letter.is_whitespace() && *letter != '"').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fresh_file_is_trusted_and_a_changed_one_is_not() {
        let conn = Connection::open_in_memory().unwrap();
        super::super::open::lay_out(&conn).unwrap();
        structure(&conn).unwrap();
        for (change, name) in [
            ("CREATE VIEW seen AS SELECT 1", "seen"),
            ("CREATE TABLE more (x)", "more"),
            ("CREATE TRIGGER spy AFTER INSERT ON unit BEGIN SELECT 1; END", "spy"),
            ("CREATE VIRTUAL TABLE other_fts USING fts5(x)", "other_fts"),
            ("DROP TRIGGER unit_new", "unit_new"),
            ("DROP TABLE draft; CREATE TABLE draft (place TEXT)", "draft"),
            ("DROP INDEX item_doc_new; CREATE INDEX item_doc_new ON item_doc(doc)", "item_doc_new"),
        ] {
            let conn = Connection::open_in_memory().unwrap();
            super::super::open::lay_out(&conn).unwrap();
            conn.execute_batch(change).unwrap();
            match structure(&conn) {
                Err(FileError::Foreign(object)) => assert!(object.starts_with(name), "{change}: {object}"),
                other => panic!("{change}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_journal_may_name_a_super_journal_of_its_own_file_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so.duluan");
        journal(&path).unwrap();
        for (named, trusted) in [
            (folder.path().join("so.duluan-mj4F0A1B9C2"), true),
            (folder.path().join("quy.txt"), false),
            (folder.path().join("khac.duluan-mj4F0A1B9C2"), false),
        ] {
            let name = named.to_string_lossy().into_owned();
            let mut bytes = b"pages".to_vec();
            bytes.extend(1_u32.to_be_bytes());
            bytes.extend(name.as_bytes());
            bytes.extend((name.len() as u32).to_be_bytes());
            bytes.extend(0_u32.to_be_bytes());
            bytes.extend([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
            std::fs::write(folder.path().join("so.duluan-journal"), bytes).unwrap();
            assert_eq!(journal(&path).is_ok(), trusted, "{name}");
        }
        std::fs::write(folder.path().join("so.duluan-journal"), "ngắn").unwrap();
        journal(&path).unwrap();
    }

    #[test]
    fn a_column_added_by_an_upgrade_says_the_same_as_one_that_was_always_there() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE seen (id INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT 'a  b' ) STRICT;
             ALTER TABLE seen ADD COLUMN later TEXT NOT NULL DEFAULT '' CHECK (length(later) < 9);",
        )
        .unwrap();
        let added: String = conn.query_row("SELECT sql FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        let fresh = "CREATE TABLE seen ( -- as it is now\n id INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT 'a  b',\n\
                     later TEXT NOT NULL DEFAULT '' CHECK (length(later) < 9)\n) STRICT";
        assert_ne!(added, fresh);
        assert_eq!(words_of(&added), words_of(fresh));
        for other in [
            fresh.replace("TEXT NOT", "TEXTNOT"),
            fresh.replace("a  b", "a b"),
            fresh.replace("< 9", "< 19"),
            fresh.replace(" STRICT", ""),
        ] {
            assert_ne!(words_of(&other), words_of(fresh), "{other}");
        }
    }

    #[test]
    fn the_same_structure_under_another_text_is_trusted() {
        let conn = Connection::open_in_memory().unwrap();
        super::super::open::lay_out(&conn).unwrap();
        let sql: String = conn
            .query_row("SELECT sql FROM sqlite_schema WHERE name = 'place_kept'", [], |row| row.get(0))
            .unwrap();
        conn.execute_batch(&format!("DROP TABLE place_kept; {}", sql.replace(", ", " ,\n  -- as it was\n")))
            .unwrap();
        structure(&conn).unwrap();
    }
}
