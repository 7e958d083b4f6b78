//! Records of the log in words: actions, tables, fields and values as a person reads them.

use chrono::{NaiveDate, NaiveDateTime};

use super::model::{Author, Datum, Deed, Entry};
use crate::inbox::labels as inbox;
use crate::inbox::model::{
    Band, Channel, Intensity, PeriodKind, ReportKind, Tendency, Triage, Urgency, Verification,
};
use crate::roster::labels as roster;
use crate::roster::model::{Sex, Status};
use crate::training::labels as training;
use crate::training::model::{AgendaKind, ClassKind, ClassState, DayPart};
use crate::words::Words;

/// The words of an action, or its identifier when this program does not know it.
pub fn action<'a>(words: &'a Words, action: &'a str) -> &'a str {
    by_id(words, "action", action).unwrap_or(action)
}

/// What a record of a table is called.
pub fn table<'a>(words: &'a Words, table: &'a str) -> &'a str {
    by_id(words, "file-table", table).unwrap_or(table)
}

/// What a field is called.
pub fn column<'a>(words: &'a Words, table: &str, column: &'a str) -> &'a str {
    by_id(words, &format!("file-column-{}", dashed(table)), column)
        .or_else(|| by_id(words, "file-column", column))
        .unwrap_or(column)
}

fn by_id<'a>(words: &'a Words, prefix: &str, identifier: &str) -> Option<&'a str> {
    words.by_id(&format!("{prefix}-{}", dashed(identifier)))
}

fn dashed(identifier: &str) -> String {
    identifier.replace('_', "-")
}

/// A value in words: labels of enumerations, names, dates as offices write them.
pub fn value(words: &Words, table: &str, column: &str, datum: &Datum) -> String {
    match datum {
        _ if datum.is_empty() => words.copies_empty().to_owned(),
        Datum::Nothing => words.copies_empty().to_owned(),
        Datum::Number(number) => self::number(words, table, column, *number),
        Datum::Name(name) => name.clone(),
        Datum::Bytes(count) => words.file_history_bytes(*count as i64),
        Datum::Text(text) => self::text(words, table, column, text),
    }
}

/// The same on one line.
pub fn value_line(words: &Words, table: &str, column: &str, datum: &Datum) -> String {
    let mut line = value(words, table, column, datum);
    if line.contains(['\n', '\r', '\t']) {
        line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    line
}

/// True for a field that is yes or no, kept as 1 or 0.
pub fn is_yes_or_no(column: &str) -> bool {
    matches!(
        column,
        "deleted"
            | "active"
            | "demonstration"
            | "original"
            | "walk_in"
            | "excused"
            | "done"
            | "optional"
            | "carried"
            | "multiple"
    )
}

fn number(words: &Words, table: &str, column: &str, number: i64) -> String {
    if is_yes_or_no(column) {
        return if number == 0 { words.copies_no() } else { words.copies_yes() }.to_owned();
    }
    match (table, column) {
        (_, "allowance" | "estimate" | "unit_cost") => words.copies_money(words.number(number)),
        (_, "birth_year" | "year") => number.to_string(),
        _ => words.number(number),
    }
}

fn text(words: &Words, table: &str, column: &str, text: &str) -> String {
    if let Some(label) = code(words, table, column, text) {
        return label.to_owned();
    }
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return words.day(day);
    }
    if let Ok(moment) = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S") {
        return words.moment(moment);
    }
    without_citations(text)
}

/// A text of a synthesis without the tokens that name its sources.
fn without_citations(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟦') {
        let Some((_, behind)) = after.split_once('⟧') else { break };
        plain.push_str(before);
        plain.push('▸');
        rest = behind;
    }
    plain.push_str(rest);
    plain
}

/// The words of an identifier in a field that holds one of a few; `None` for every other text.
pub fn code<'a>(words: &'a Words, table: &str, column: &str, id: &str) -> Option<&'a str> {
    /// The words of the value that has this identifier.
    macro_rules! of {
        ($kind:ty, $label:path) => {
            <$kind>::ALL.iter().copied().find(|value| value.id() == id).map(|value| $label(words, value))
        };
    }
    match (table, column) {
        (_, "triage") => of!(Triage, inbox::triage),
        (_, "urgency") => of!(Urgency, inbox::urgency),
        (_, "verification") => of!(Verification, inbox::verification),
        (_, "band") => of!(Band, inbox::band),
        ("phrase", "tendency") if id == "said" => Some(words.summary_fits_said()),
        ("synthesis", "grouping") => by_id(words, "summary-by", id),
        (_, "tendency") => of!(Tendency, inbox::tendency),
        (_, "intensity") => of!(Intensity, inbox::intensity),
        (_, "channel") => of!(Channel, inbox::channel),
        (_, "period_kind") => of!(PeriodKind, inbox::period_kind),
        ("report", "kind") => of!(ReportKind, inbox::report_kind),
        ("issue", "grade") => by_id(words, "inbox-grade", id),
        ("orientation", "sent_through") => by_id(words, "inbox-form-way", id),
        ("collaborator", "sex") => of!(Sex, roster::sex),
        ("collaborator", "status") => of!(Status, roster::status),
        (_, "level") => by_id(words, "roster-level", id),
        ("class", "kind") => of!(ClassKind, training::kind),
        ("class", "state") => of!(ClassState, training::state),
        (_, "part") => of!(DayPart, training::part),
        ("agenda_point", "kind") => of!(AgendaKind, training::agenda),
        ("synthesis", "state") => by_id(words, "summary-state", id),
        _ => words
            .by_id(&format!("copies-value-{}-{}-{}", dashed(table), dashed(column), dashed(id)))
            .or_else(|| words.by_id(&format!("copies-value-{}-{}", dashed(column), dashed(id)))),
    }
    .filter(|label| !label.is_empty())
}

/// Who: person and office; what to do when the person's machine has no name set.
pub fn author(words: &Words, author: &Author) -> String {
    match (author.person.as_str(), author.office.as_str()) {
        _ if author.at.is_none() => words.copies_program().to_owned(),
        ("", "") => words.copies_nobody().to_owned(),
        (person, "") => person.to_owned(),
        ("", office) => words.copies_nobody_of(office),
        (person, office) => format!("{person}, {office}"),
    }
}

/// The person in a narrow column.
pub fn person<'a>(words: &'a Words, author: &'a Author) -> &'a str {
    match author.person.as_str() {
        _ if author.at.is_none() => words.copies_program(),
        "" => words.copies_no_name(),
        person => person,
    }
}

/// When, without this year's year.
pub fn when(words: &Words, author: &Author, today: NaiveDate) -> String {
    author.at.map_or_else(String::new, |at| {
        format!("{} {}", words.day_short(at.date(), today), at.format("%H:%M"))
    })
}

/// What a line of a history says: field, old and new.
pub fn deed(words: &Words, entry: &Entry) -> String {
    let of = |text: String| {
        if entry.name.is_empty() {
            return text;
        }
        words.copies_of_row(entry.name.as_str(), table(words, entry.table), text)
    };
    let named = || words.copies_row(entry.name.as_str(), table(words, entry.table));
    match &entry.deed {
        Deed::Created { with: 0 } if entry.name.is_empty() => words.copies_created().to_owned(),
        Deed::Created { with } if entry.name.is_empty() => words.copies_created_with(*with as i64),
        Deed::Created { .. } => words.copies_added(named()),
        Deed::Changed { column: "deleted", new, .. } => match (new, entry.name.is_empty()) {
            (Datum::Number(0), true) => words.copies_restored().to_owned(),
            (_, true) => words.copies_deleted().to_owned(),
            (Datum::Number(0), false) => words.copies_added_again(named()),
            (_, false) => words.copies_removed(named()),
        },
        Deed::Changed { column: name, old, new } => {
            let value = |datum| value_line(words, entry.table, name, datum);
            of(words.copies_changed(column(words, entry.table, name), value(new), value(old)))
        }
        Deed::Erased { column: name } => of(words.copies_erased(column(words, entry.table, name))),
        Deed::Blanked { column: name } => of(words.copies_blanked(column(words, entry.table, name))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::schema;
    use crate::words::Language;

    const SCHEMA: &str = include_str!("../../schema.sql");

    /// Identifiers a column's comment lists: `watch | salient | risk`.
    fn identifiers(comment: &str) -> Vec<&str> {
        let list = comment.split([':', ';', ',', '(', '=']).find(|part| part.contains(" | "));
        list.unwrap_or_default()
            .split(" | ")
            .map(|word| word.split_whitespace().next().unwrap_or_default())
            .filter(|word| {
                !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            })
            .collect()
    }

    #[test]
    fn every_table_field_and_identifier_has_words() {
        let mut missing = Vec::new();
        for language in [Language::Vietnamese, Language::English] {
            let words = Words::new(language);
            for table in schema::tables() {
                if super::table(&words, table.name) == table.name && language == Language::Vietnamese {
                    missing.push(format!("{language:?} table {}", table.name));
                }
                let start = SCHEMA.find(&format!("CREATE TABLE {} (", table.name)).unwrap();
                let lines: Vec<_> = SCHEMA[start..].lines().skip(1).collect();
                for (line, column) in lines.iter().zip(&table.columns).skip(1) {
                    let told = crate::copies::model::is_told(table.name, column.name);
                    let id = format!("file-column-{}", dashed(column.name));
                    let own = format!("file-column-{}-{}", dashed(table.name), dashed(column.name));
                    if told && words.by_id(&id).is_none() && words.by_id(&own).is_none() {
                        missing.push(format!("{language:?} {id} ({})", table.name));
                    }
                    let comment = line.split_once("--").map_or("", |(_, comment)| comment);
                    for id in identifiers(comment) {
                        if told
                            && column.name != "form_marks"
                            && code(&words, table.name, column.name, id).is_none()
                        {
                            missing.push(format!("{language:?} value {} {} {id}", table.name, column.name));
                        }
                    }
                }
            }
        }
        missing.sort();
        missing.dedup();
        assert!(missing.is_empty(), "{}", missing.join("\n"));
    }

    #[test]
    fn values_are_words_names_and_dates() {
        let words = Words::new(Language::Vietnamese);
        let text = |table, column, text: &str| value(&words, table, column, &Datum::Text(text.to_owned()));
        assert_eq!(text("item", "triage", "waiting"), "chờ bổ sung");
        assert_eq!(text("collaborator", "term_to", "2026-11-05"), "05/11/2026");
        assert_eq!(text("report", "received_at", "2026-11-05T07:08:00"), "05/11/2026 07:08");
        assert_eq!(text("item", "title", "new"), "new", "only fields of identifiers are translated");
        assert_eq!(text("item", "triage", "next_years_state"), "next_years_state");
        assert_eq!(text("synthesis_section", "body", "Giá tăng ⟦0190a b⟧."), "Giá tăng ▸.");
        assert_eq!(value(&words, "collaborator", "birth_year", &Datum::Number(1975)), "1975");
        assert_eq!(value(&words, "collaborator", "allowance", &Datum::Number(300_000)), "300.000 đ");
        assert_eq!(value(&words, "item", "title", &Datum::Text(String::new())), "(trống)");
    }
}
