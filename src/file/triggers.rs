//! The generator of `triggers.sql`: nobody can forget to log a change, and no other tool can write past the log, because
//! the triggers call functions that only this program has.
//!
//! One trigger per column, because `AFTER UPDATE OF column` costs nothing for the columns an UPDATE does not name; one
//! trigger per table would make updates four times slower.

use std::fmt::Write as _;

use super::schema::{Column, Table, tables};

const HEAD: &str = "\
-- Generated from schema.sql by src/file/triggers.rs; a test keeps it equal. Do not edit: run the tests with
-- DULUAN_WRITE_TRIGGERS=1 after changing schema.sql.
";

const INTO: &str = "INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new)";

/// What every changed field is handed to, and the one trigger that logs it. A view, because only views take what is inserted
/// without keeping it. With the whole statement in every trigger the text SQLite parses for each connection was so long that
/// opening a file took more than twice the time. A value that an erasure took away (op 3) has no say in what is overwritten:
/// the record that holds is the erasure, and what is typed after it must follow it, or it would be erased too.
const LOGGED: &str = "
-- every changed field
CREATE VIEW field_change AS SELECT 0 AS tbl, NULL AS row, 0 AS col, NULL AS old, NULL AS new;
CREATE TRIGGER field_change_log INSTEAD OF INSERT ON field_change BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, \
    prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), NEW.tbl, NEW.row, 1, NEW.col, p.rep, p.seq, log_grp(), \
    NEW.old, NEW.new FROM (SELECT 1) LEFT JOIN (SELECT l.rep, l.seq FROM log l JOIN replica r ON r.n = l.rep \
    WHERE l.row = NEW.row AND l.tbl = NEW.tbl AND l.col = NEW.col \
    AND l.op <> 3 ORDER BY l.hlc DESC, r.uuid DESC, l.seq DESC LIMIT 1) p; END;
";

/// The whole script.
pub(super) fn generate() -> String {
    let mut script = HEAD.to_owned() + LOGGED;
    for table in tables() {
        let _ = write!(script, "\n-- {}\n", table.name);
        created(&mut script, table);
        for column in &table.columns[1..] {
            changed(&mut script, table, column);
        }
        guarded(&mut script, table);
    }
    script
}

/// A new row logs one record without values. Two kinds of rows may be created in two copies at once, and log what could
/// differ there: link rows (their id is a hash) and other rows with an id that is no UUIDv7.
fn created(script: &mut String, table: &Table) {
    let Table { name, number, .. } = table;
    if table.link.is_empty() {
        let _ = writeln!(
            script,
            "CREATE TRIGGER {name}_new AFTER INSERT ON {name} BEGIN {INTO} VALUES \
             (log_rep(), log_seq(), log_hlc(), {number}, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;"
        );
        let values: Vec<_> = table.columns[1..]
            .iter()
            .map(|column| format!("SELECT {} AS c, NEW.{} AS v", column.number, column.name))
            .collect();
        let _ = writeln!(
            script,
            "CREATE TRIGGER {name}_fixed AFTER INSERT ON {name} \
             WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN {INTO} \
             SELECT log_rep(), log_seq(), log_hlc(), {number}, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v \
             FROM ({}); END;",
            values.join(" UNION ALL ")
        );
        return;
    }
    let deleted = table.deleted();
    let mut body = format!(
        "{INTO} VALUES (log_rep(), log_seq(), log_hlc(), {number}, NEW.id, 0, {deleted}, NULL, NULL, log_grp(), \
         NULL, NEW.deleted); "
    );
    for column in extra(table) {
        let _ = write!(
            body,
            "{INTO} VALUES (log_rep(), log_seq(), log_hlc(), {number}, NEW.id, 1, {}, NULL, NULL, log_grp(), \
             NULL, NEW.{}); ",
            column.number, column.name
        );
    }
    let _ = writeln!(script, "CREATE TRIGGER {name}_new AFTER INSERT ON {name} BEGIN {body}END;");
}

/// Columns of a link table that its id says nothing of.
pub(super) fn extra(table: &Table) -> impl Iterator<Item = &Column> {
    table.columns[1..].iter().filter(|column| column.name != "deleted" && !table.link.contains(&column.name))
}

/// A changed field logs one record that names the record it overwrote: [`LOGGED`] does, once for all columns.
fn changed(script: &mut String, table: &Table, column: &Column) {
    let Table { name, number, .. } = table;
    let Column { name: field, number: place, .. } = column;
    let _ = writeln!(
        script,
        "CREATE TRIGGER {name}_{place} AFTER UPDATE OF {field} ON {name} WHEN OLD.{field} IS NOT NEW.{field} BEGIN \
         INSERT INTO field_change VALUES ({number}, NEW.id, {place}, OLD.{field}, NEW.{field}); END;"
    );
}

/// Rows are never removed (INSERT OR REPLACE would) and never get another id.
fn guarded(script: &mut String, table: &Table) {
    let name = table.name;
    let _ = writeln!(
        script,
        "CREATE TRIGGER {name}_keep BEFORE DELETE ON {name} BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;"
    );
    let _ = writeln!(
        script,
        "CREATE TRIGGER {name}_id BEFORE UPDATE OF id ON {name} BEGIN SELECT RAISE(ABORT, 'ids never change'); END;"
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::schema::TRIGGERS;

    #[test]
    fn the_script_is_what_the_generator_writes() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/file/triggers.sql");
        if std::env::var_os("DULUAN_WRITE_TRIGGERS").is_some() {
            std::fs::write(&path, generate()).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(&path).unwrap(),
            generate(),
            "DULUAN_WRITE_TRIGGERS=1 writes it anew"
        );
        assert!(std::env::var_os("DULUAN_WRITE_TRIGGERS").is_some() || TRIGGERS == generate());
    }
}
