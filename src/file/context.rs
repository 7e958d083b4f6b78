//! What the triggers ask for while they log: who writes, the next number, the clock, the group.
//!
//! The functions exist only on connections of this program, and answer only while a write is open, so that nothing can
//! be written past the log. They are INNOCUOUS, never DIRECTONLY: with `trusted_schema=OFF` a plain function fails as
//! unsafe inside a trigger.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

/// Milliseconds since 1970 UTC. Tests and the demonstration set another one.
pub type Clock = Box<dyn Fn() -> i64 + Send>;

/// The machine's clock.
pub(super) fn system_clock() -> Clock {
    Box::new(|| {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |passed| i64::try_from(passed.as_millis()).unwrap_or(0))
    })
}

/// The numbers of the open write, shared with the functions of the connection.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Replica's short number.
    pub rep: AtomicI64,
    /// Last number given to a record.
    pub seq: AtomicI64,
    /// Last clock given to a record.
    pub hlc: AtomicI64,
    /// Open group; 0 = none is open and logging is refused.
    pub grp: AtomicI64,
}

impl Numbers {
    /// Raises the clock: above everything read, and to the present.
    pub fn raise(&self, read: i64, now: i64) {
        let present = now.clamp(0, 1 << 46) << 16;
        let last = self.hlc.load(Relaxed).max(read).max(present - 1);
        self.hlc.store(last, Relaxed);
    }
    /// The next clock value.
    pub fn tick(&self) -> i64 {
        self.hlc.fetch_add(1, Relaxed) + 1
    }
    /// Refuses logging until the next group begins.
    pub fn close(&self) {
        self.grp.store(0, Relaxed);
    }
    /// The last record number that was given.
    pub fn last(&self) -> i64 {
        self.seq.load(Relaxed)
    }
    /// The next record number.
    pub fn next(&self) -> i64 {
        self.seq.fetch_add(1, Relaxed) + 1
    }
}

/// Registers the triggers' functions.
pub(super) fn register(conn: &Connection, numbers: &Arc<Numbers>) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    let give = |name: &str, value: fn(&Numbers) -> i64| {
        let numbers = Arc::clone(numbers);
        conn.create_scalar_function(name, 0, flags, move |_| {
            if numbers.grp.load(Relaxed) == 0 {
                return Err(rusqlite::Error::UserFunctionError("no write is open".into()));
            }
            Ok(value(&numbers))
        })
    };
    give("log_rep", |numbers| numbers.rep.load(Relaxed))?;
    give("log_seq", Numbers::next)?;
    give("log_hlc", Numbers::tick)?;
    give("log_grp", |numbers| numbers.grp.load(Relaxed))
}
