//! What forms of the inbox read and write beside whole reports.

use rusqlite::Connection;

/// Streams looked at for the groups they name.
const LOOKED_AT: i64 = 500;

/// Groups of people that the newest streams name, the most frequent first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn groups(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT group_name FROM (SELECT group_name FROM stream WHERE deleted = 0 ORDER BY id DESC LIMIT ?1)
         WHERE group_name <> '' GROUP BY group_name ORDER BY count(*) DESC, group_name LIMIT 100",
    )?
    .query_map([LOOKED_AT], |row| row.get(0))?
    .collect()
}
