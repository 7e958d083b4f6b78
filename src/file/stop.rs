//! Stopping long work at once, though one statement of it may run for many seconds.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;

use super::error::FileError;

/// Asks long work to stop; copies of it ask the same work. The work ends with nothing done.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

/// After so many steps of its machine SQLite looks whether it is to go on: some thousand times a second.
const OFTEN: i32 = 5_000;

impl Stop {
    /// Asks.
    pub fn ask(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Takes it back, for the next work.
    pub fn clear(&self) {
        self.0.store(false, Ordering::SeqCst);
    }

    /// True when it was asked.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// For work between statements: an error when it is to stop.
    pub(super) fn look(stop: Option<&Self>) -> Result<(), FileError> {
        if stop.is_some_and(Self::is_asked) { Err(FileError::interrupted()) } else { Ok(()) }
    }

    /// From now on a statement of the connection that runs when it is asked is broken off.
    pub(super) fn watch(stop: Option<&Self>, conn: &mut Connection) -> rusqlite::Result<()> {
        match stop.cloned() {
            Some(stop) => conn.progress_handler(OFTEN, Some(move || stop.is_asked())),
            None => Ok(()),
        }
    }

    /// From now on they run to their end.
    pub(super) fn leave(conn: &mut Connection) {
        // It fails for a connection of another thread only.
        let _ = conn.progress_handler(0, None::<fn() -> bool>);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_without_end_is_broken_off_and_the_next_one_runs() {
        let mut conn = Connection::open_in_memory().unwrap();
        let stop = Stop::default();
        let endless =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
        Stop::watch(Some(&stop), &mut conn).unwrap();
        let asking = stop.clone();
        let asked = std::thread::spawn(move || asking.ask());
        let answer = conn.query_row(endless, [], |row| row.get::<_, i64>(0));
        asked.join().unwrap();
        assert!(FileError::from(answer.unwrap_err()).is_interrupted());
        Stop::leave(&mut conn);
        let few = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000) SELECT count(*) FROM n";
        assert_eq!(conn.query_row(few, [], |row| row.get::<_, i64>(0)).unwrap(), 50_000);
    }
}
