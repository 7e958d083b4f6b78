//! Classes in the histories: sessions, people on the list, who was absent.

use rusqlite::params;
use uuid::Uuid;

use super::World;
use crate::file::link_id;

impl World {
    /// A class is entered, or gets a session, somebody on its list, or an absence.
    pub(super) fn attend(&mut self, copy: usize) {
        let (id, value) = (Uuid::now_v7(), self.value());
        let class = self.row(copy, "class");
        let (table, column, sql) = match (self.dice.roll(5), class) {
            (1, Some(_)) => (
                "class_session",
                "content",
                "INSERT INTO class_session(id, class, content) VALUES (?1, ?2, ?3)",
            ),
            (2 | 3, Some(_)) => (
                "participant",
                "full_name",
                "INSERT INTO participant(id, class, full_name) VALUES (?1, ?2, ?3)",
            ),
            (4, Some(_)) => return self.stay_away(copy),
            _ => {
                self.write(copy, "INSERT INTO class(id, title) VALUES (?1, ?2)", params![id, value]);
                self.enters(copy, ("class", id, "title", value));
                return;
            }
        };
        self.write(copy, sql, params![id, class, value]);
        self.enters(copy, (table, id, column, value));
    }

    /// The same absence entered in two copies is one row.
    fn stay_away(&mut self, copy: usize) {
        let (Some(person), Some(session)) = (self.row(copy, "participant"), self.row(copy, "class_session"))
        else {
            return;
        };
        let id = link_id("absence", &[person.as_bytes(), session.as_bytes()]);
        let excused = self.dice.roll(2) as i64;
        let sql = "INSERT INTO absence(id, participant, session, excused) VALUES (?1, ?2, ?3, ?4) \
            ON CONFLICT (id) DO UPDATE SET deleted = 0, excused = excluded.excused";
        self.write(copy, sql, params![id, person, session, excused]);
        self.rows.entry("absence").or_default().push(id);
    }

    fn enters(&mut self, copy: usize, fact: super::Fact) {
        self.rows.entry(fact.0).or_default().push(fact.1);
        self.copies[copy].facts.insert(fact);
    }
}
