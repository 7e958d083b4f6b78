//! The schema as data: `schema.sql` read once, so that log, merge and check speak of tables and columns by the
//! numbers that stand in its markers.

use std::sync::OnceLock;

/// The version of the schema this program writes (`user_version`).
pub const VERSION: i64 = 6;

/// `application_id` of an office file: "DULN".
pub const APPLICATION_ID: i64 = 0x4455_4C4E;

/// The whole schema with its comments.
pub(super) const SCHEMA: &str = include_str!("../../schema.sql");

/// The generated triggers.
pub(super) const TRIGGERS: &str = include_str!("triggers.sql");

/// Columns whose values must differ between rows, checked at entry and shown for decision after a merge. They are no
/// constraint, because a merge could fail on it.
pub const UNIQUE: &[(&str, &str)] = &[("report", "arrival_number")];

/// A column of an office table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its place in the table, as the log writes it.
    pub number: i64,
    /// The table it refers to.
    pub refers_to: Option<&'static str>,
    /// False when it may be NULL.
    pub required: bool,
    /// True for TEXT.
    pub text: bool,
    /// What an erased value becomes, as SQL: the column's default.
    pub blank: &'static str,
}

/// An office table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its number in the log.
    pub number: i64,
    /// Its columns; `id` is the first.
    pub columns: Vec<Column>,
    /// Columns whose hash is the row's id; empty when the table is no link table.
    pub link: Vec<&'static str>,
}

impl Table {
    /// The column of this number.
    pub fn column(&self, number: i64) -> Option<&Column> {
        self.columns.get(usize::try_from(number).ok()?)
    }
    /// The column of this name.
    pub fn named(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
    /// Names of all columns, separated by commas.
    pub(super) fn column_list(&self) -> String {
        let names: Vec<_> = self.columns.iter().map(|column| column.name).collect();
        names.join(", ")
    }
    /// What a row belongs to: the first reference it cannot be without (a stream's matter, a participant's class).
    pub(super) fn owner(&self) -> Option<(&'static Table, &Column)> {
        let column = self.columns.iter().find(|column| column.required && column.refers_to.is_some())?;
        Some((table_named(column.refers_to?)?, column))
    }
    /// Number of the column `deleted`.
    pub fn deleted(&self) -> i64 {
        self.named("deleted").map_or(-1, |column| column.number)
    }
}

/// All office tables, in the order of schema.sql.
pub fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| read(SCHEMA))
}

/// The office table of this number.
pub fn table(number: i64) -> Option<&'static Table> {
    static BY_NUMBER: OnceLock<Vec<Option<&'static Table>>> = OnceLock::new();
    let by_number = BY_NUMBER.get_or_init(|| {
        let greatest = tables().iter().map(|table| table.number).max().unwrap_or(0);
        (0..=greatest).map(|number| tables().iter().find(|table| table.number == number)).collect()
    });
    by_number.get(usize::try_from(number).ok()?).copied().flatten()
}

/// The office table of this name.
pub fn table_named(name: &str) -> Option<&'static Table> {
    tables().iter().find(|table| table.name == name)
}

fn read(schema: &'static str) -> Vec<Table> {
    let mut found = Vec::new();
    let mut lines = schema.lines();
    while let Some(line) = lines.next() {
        let Some(marker) = line.strip_prefix("-- @office ") else {
            continue;
        };
        let head = lines.next().unwrap_or_default();
        let Some(name) = head.strip_prefix("CREATE TABLE ").and_then(|rest| rest.split_whitespace().next())
        else {
            continue;
        };
        let number = marker.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(-1);
        let link = marker
            .split_once("link(")
            .map(|(_, rest)| rest.trim_end_matches(')').split(", ").collect())
            .unwrap_or_default();
        let columns = (0..)
            .zip(lines.by_ref().take_while(|line| !line.starts_with(')')))
            .map(|(number, line)| column(number, line))
            .collect();
        found.push(Table { name, number, columns, link });
    }
    found
}

fn column(number: i64, line: &'static str) -> Column {
    let code = line.split("--").next().unwrap_or_default().trim().trim_end_matches(',');
    let name = code.split_whitespace().next().unwrap_or_default();
    let refers_to = code.split_once("REFERENCES ").and_then(|(_, rest)| rest.split('(').next());
    Column {
        name,
        number,
        refers_to,
        required: code.contains("NOT NULL"),
        text: code.split_whitespace().nth(1) == Some("TEXT"),
        blank: code.split_once("DEFAULT ").map_or("NULL", |(_, default)| default.trim()),
    }
}

/// The statements of a script without comments and with one space between words, as they are kept in the file: small,
/// quick to read, and equal from one version of a comment to the next.
pub(super) fn statements(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    for line in script.lines() {
        let code = without_comment(line).trim();
        if code.is_empty() {
            continue;
        }
        if !current.is_empty() {
            current.push(' ');
        }
        let mut gap = false;
        let mut quoted = false;
        for letter in code.chars() {
            quoted ^= letter == '\'';
            if letter == ' ' && !quoted {
                gap = true;
                continue;
            }
            if std::mem::take(&mut gap) {
                current.push(' ');
            }
            current.push(letter);
        }
        let complete = if current.starts_with("CREATE TRIGGER") {
            current.ends_with("END;")
        } else {
            current.ends_with(';')
        };
        if complete {
            current.pop();
            found.push(std::mem::take(&mut current));
        }
    }
    found
}

/// The line up to `--` outside quotes.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let bytes = line.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\'' => quoted = !quoted,
            b'-' if !quoted && bytes.get(at + 1) == Some(&b'-') => return &line[..at],
            _ => {}
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rusqlite::Connection;

    use super::*;

    #[test]
    fn tables_are_read_as_sqlite_understands_them() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(SCHEMA).unwrap();
        assert_eq!(tables().len(), SCHEMA.matches("\n-- @office ").count());
        let numbers: BTreeSet<_> = tables().iter().map(|table| table.number).collect();
        assert_eq!(numbers.len(), tables().len(), "a number was given twice");
        assert!(numbers.iter().all(|number| *number > 0));
        for table in tables() {
            let mut info = conn
                .prepare("SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(?1) ORDER BY cid")
                .unwrap();
            let columns: Vec<(String, String, bool, Option<String>)> = info
                .query_map([table.name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            assert_eq!(columns.len(), table.columns.len(), "{}", table.name);
            for (column, (name, kind, required, default)) in table.columns.iter().zip(columns) {
                assert_eq!(column.name, name, "{}", table.name);
                assert_eq!(column.text, kind == "TEXT", "{}.{name}", table.name);
                assert_eq!(column.required, required, "{}.{name}", table.name);
                assert_eq!(column.blank, default.unwrap_or("NULL".into()), "{}.{name}", table.name);
            }
            let keys: i64 = conn
                .query_row("SELECT count(*) FROM pragma_foreign_key_list(?1)", [table.name], |row| row.get(0))
                .unwrap();
            let read = table.columns.iter().filter(|column| column.refers_to.is_some()).count();
            assert_eq!(keys, read as i64, "{}", table.name);
            assert!(table.deleted() > 0, "{}", table.name);
            assert!(table.link.iter().all(|name| table.named(name).is_some()), "{}", table.name);
        }
    }

    #[test]
    fn no_statement_keeps_a_comment() {
        let statements = statements(SCHEMA);
        assert!(statements.len() > 100);
        assert!(statements.iter().all(|sql| sql.starts_with("CREATE ") && !sql.contains("--")));
    }
}
