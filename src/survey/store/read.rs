//! Reading survey rounds.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::roster::store::name_on;
use crate::survey::model::{Answer, Forms, NewSurvey, Question, Sampling, Survey, SurveyLine};
use crate::text::fold;

/// All rounds, the newest first; those without a day stand at the end.
///
/// # Errors
/// Whatever SQLite answers.
pub fn survey_lines(conn: &Connection) -> rusqlite::Result<Vec<SurveyLine>> {
    conn.prepare_cached(
        "SELECT id, title, sampling, date_from, date_to,
           (SELECT coalesce(sum(issued), 0) FROM survey_unit WHERE survey = survey.id AND deleted = 0),
           (SELECT coalesce(sum(valid), 0) FROM survey_unit WHERE survey = survey.id AND deleted = 0),
           (SELECT count(*) FROM survey_question WHERE survey = survey.id AND deleted = 0)
         FROM survey WHERE deleted = 0
         ORDER BY coalesce(date_to, date_from) IS NULL, coalesce(date_to, date_from) DESC, id DESC",
    )?
    .query_map([], |row| {
        Ok(SurveyLine {
            id: row.get(0)?,
            title: row.get(1)?,
            sampling: Sampling::from_id(row.get_ref(2)?.as_str()?),
            date_from: row.get(3)?,
            date_to: row.get(4)?,
            issued: row.get(5)?,
            valid: row.get(6)?,
            questions: row.get(7)?,
        })
    })?
    .collect()
}

/// Rounds a person means by an id, the beginning of one, or words of a title; a title that is said whole is meant alone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rounds_meant(conn: &Connection, said: &str) -> rusqlite::Result<Vec<SurveyLine>> {
    let (title, id) = (fold(said.trim()), said.trim().to_lowercase());
    let mut lines = survey_lines(conn)?;
    if let Some(whole) = lines.iter().position(|line| fold(line.title.trim()) == title) {
        let alone = lines.iter().filter(|line| fold(line.title.trim()) == title).count() == 1;
        if alone {
            return Ok(vec![lines.swap_remove(whole)]);
        }
    }
    let id = Some(id).filter(|id| id.len() >= LEAST_OF_ID);
    lines.retain(|line| {
        fold(&line.title).contains(&title)
            || id.as_ref().is_some_and(|id| line.id.to_string().starts_with(id.as_str()))
    });
    Ok(lines)
}

/// Digits of an id that may stand for it.
const LEAST_OF_ID: usize = 6;

/// A round with all that belongs to it.
///
/// # Errors
/// Whatever SQLite answers.
pub fn survey(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Survey>> {
    let known = conn
        .prepare_cached(
            "SELECT title, target_group, sampling, date_from, date_to, basis, note FROM survey
             WHERE id = ?1 AND deleted = 0",
        )?
        .query_row([id], |row| {
            Ok(NewSurvey {
                title: row.get(0)?,
                target_group: row.get(1)?,
                sampling: Sampling::from_id(row.get_ref(2)?.as_str()?),
                date_from: row.get(3)?,
                date_to: row.get(4)?,
                basis: row.get(5)?,
                note: row.get(6)?,
            })
        })
        .optional()?;
    let Some(known) = known else { return Ok(None) };
    Ok(Some(Survey { id, known, units: forms(conn, id)?, questions: questions(conn, id)? }))
}

/// Forms by unit, in protocol order; those of the round as a whole last.
pub(super) fn forms(conn: &Connection, survey: Uuid) -> rusqlite::Result<Vec<Forms>> {
    // A round of before a unit was renamed has it by the name of then.
    let name = name_on("unit", "(SELECT coalesce(date_to, date_from) FROM survey WHERE survey.id = ?1)");
    conn.prepare_cached(&format!(
        "SELECT survey_unit.id, survey_unit.unit, coalesce({name}, ''), issued, returned, valid
         FROM survey_unit LEFT JOIN unit ON unit.id = survey_unit.unit
         WHERE survey_unit.survey = ?1 AND survey_unit.deleted = 0
         ORDER BY survey_unit.unit IS NULL, unit.protocol_order, unit.name, survey_unit.id"
    ))?
    .query_map([survey], |row| {
        Ok(Forms {
            id: row.get(0)?,
            unit: row.get(1)?,
            unit_name: row.get(2)?,
            issued: row.get(3)?,
            returned: row.get(4)?,
            valid: row.get(5)?,
        })
    })?
    .collect()
}

fn questions(conn: &Connection, survey: Uuid) -> rusqlite::Result<Vec<Question>> {
    let mut questions: Vec<Question> = conn
        .prepare_cached(
            "SELECT id, body, multiple FROM survey_question WHERE survey = ?1 AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([survey], |row| {
            Ok(Question { id: row.get(0)?, body: row.get(1)?, multiple: row.get(2)?, answers: Vec::new() })
        })?
        .collect::<rusqlite::Result<_>>()?;
    for question in &mut questions {
        question.answers = conn
            .prepare_cached(
                "SELECT id, label, answers FROM survey_answer WHERE question = ?1 AND deleted = 0
                 ORDER BY position, id",
            )?
            .query_map([question.id], |row| {
                Ok(Answer { id: row.get(0)?, label: row.get(1)?, answers: row.get(2)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
    }
    Ok(questions)
}
