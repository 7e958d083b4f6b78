//! People and units in the histories: phones, fields, units that go into others.

use rusqlite::params;
use uuid::Uuid;

use super::World;
use crate::file::write::Written;
use crate::file::{FileError, link_id};

impl World {
    /// A unit goes into another: its last day, its people, what became of it and the name it bore, in one action.
    pub(super) fn reorganise(&mut self, copy: usize) {
        let (Some(old), Some(new)) = (self.row(copy, "unit"), self.row(copy, "unit")) else { return };
        let (name, became, value) = (Uuid::now_v7(), Uuid::now_v7(), self.value());
        let done: Result<Written<()>, FileError> = self.copies[copy].file.write("reorganise", |tx| {
            tx.execute("UPDATE unit SET valid_to = '2026-06-30' WHERE id = ?1", [old])?;
            tx.execute("UPDATE collaborator SET unit = ?2 WHERE unit = ?1", [old, new])?;
            let sql = "INSERT INTO unit_name(id, unit, name) VALUES (?1, ?2, ?3)";
            tx.execute(sql, params![name, old, value])?;
            let sql =
                "INSERT INTO unit_succession(id, old_unit, new_unit, kind) VALUES (?1, ?2, ?3, 'merge')";
            tx.execute(sql, [became, old, new])?;
            Ok(())
        });
        done.unwrap();
        self.rows.entry("unit_name").or_default().push(name);
        self.rows.entry("unit_succession").or_default().push(became);
        self.copies[copy].facts.insert(("unit_name", name, "name", value));
    }

    pub(super) fn link(&mut self, copy: usize) {
        let Some(person) = self.row(copy, "collaborator") else {
            return;
        };
        if self.dice.roll(2) == 0 {
            let number = format!("09{}", self.dice.roll(2));
            let id = link_id("collaborator_phone", &[person.as_bytes(), number.as_bytes()]);
            let position = self.dice.roll(3) as i64;
            let sql = "INSERT INTO collaborator_phone(id, collaborator, number, position) VALUES (?1, ?2, ?3, ?4) \
                ON CONFLICT (id) DO UPDATE SET deleted = 0";
            self.write(copy, sql, params![id, person, number, position]);
            self.rows.entry("collaborator_phone").or_default().push(id);
        } else if let Some(topic) = self.row(copy, "topic") {
            let id = link_id("collaborator_topic", &[person.as_bytes(), topic.as_bytes()]);
            let sql = "INSERT INTO collaborator_topic(id, collaborator, topic) VALUES (?1, ?2, ?3) \
                ON CONFLICT (id) DO UPDATE SET deleted = 0";
            self.write(copy, sql, params![id, person, topic]);
            self.rows.entry("collaborator_topic").or_default().push(id);
        }
    }
}
