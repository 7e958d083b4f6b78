//! Writing survey rounds. Rows that say the same stay the same rows, so that the log tells what was changed and nothing else.

use rusqlite::params;
use uuid::Uuid;

use crate::file::Tx;
use crate::survey::model::{Answer, Forms, NewQuestion, NewSurvey, Question, SurveyRow};

/// Enters a round.
///
/// # Errors
/// Whatever SQLite answers.
pub fn insert_survey(tx: &Tx, survey: &NewSurvey) -> rusqlite::Result<Uuid> {
    let id = tx.new_id();
    tx.prepare_cached(
        "INSERT INTO survey (id, title, target_group, sampling, date_from, date_to, basis, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        id,
        survey.title,
        survey.target_group,
        survey.sampling.id(),
        survey.date_from,
        survey.date_to,
        survey.basis,
        survey.note
    ])?;
    Ok(id)
}

/// Writes what is known of a round; its figures stay.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_survey(tx: &Tx, id: Uuid, survey: &NewSurvey) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "UPDATE survey SET title = ?2, target_group = ?3, sampling = ?4, date_from = ?5, date_to = ?6, basis = ?7,
           note = ?8 WHERE id = ?1",
    )?
    .execute(params![
        id,
        survey.title,
        survey.target_group,
        survey.sampling.id(),
        survey.date_from,
        survey.date_to,
        survey.basis,
        survey.note
    ])?;
    Ok(())
}

/// Enters the forms of a unit, or writes them anew.
///
/// # Errors
/// Whatever SQLite answers.
pub fn save_forms(tx: &Tx, survey: Uuid, forms: &Forms) -> rusqlite::Result<()> {
    match forms.id {
        Some(id) => tx
            .prepare_cached(
                "UPDATE survey_unit SET unit = ?2, issued = ?3, returned = ?4, valid = ?5 WHERE id = ?1",
            )?
            .execute(params![id, forms.unit, forms.issued, forms.returned, forms.valid])?,
        None => tx
            .prepare_cached(
                "INSERT INTO survey_unit (id, survey, unit, issued, returned, valid) VALUES (?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![tx.new_id(), survey, forms.unit, forms.issued, forms.returned, forms.valid])?,
    };
    Ok(())
}

/// Enters a question with its answers, or writes them anew.
///
/// # Errors
/// Whatever SQLite answers.
pub fn save_question(tx: &Tx, survey: Uuid, new: &NewQuestion) -> rusqlite::Result<Uuid> {
    let question = &new.question;
    let id = if let Some(id) = question.id {
        tx.prepare_cached("UPDATE survey_question SET body = ?2, multiple = ?3 WHERE id = ?1")?
            .execute(params![id, question.body, question.multiple])?;
        id
    } else {
        let id = tx.new_id();
        let last: i64 = tx
            .prepare_cached(
                "SELECT coalesce(max(position), -1) FROM survey_question WHERE survey = ?1 AND deleted = 0",
            )?
            .query_row([survey], |row| row.get(0))?;
        tx.prepare_cached(
            "INSERT INTO survey_question (id, survey, position, body, multiple) VALUES (?, ?, ?, ?, ?)",
        )?
        .execute(params![id, survey, last + 1, question.body, question.multiple])?;
        id
    };
    set_answers(tx, id, &question.answers)?;
    if let Some(number) = new.number {
        move_question(tx, survey, id, number)?;
    }
    Ok(id)
}

/// Makes these the answers: one of the same words stays the same row, then one at the same place.
fn set_answers(tx: &Tx, question: Uuid, answers: &[Answer]) -> rusqlite::Result<()> {
    let mut rows: Vec<(Uuid, String)> = tx
        .prepare_cached(
            "SELECT id, label FROM survey_answer WHERE question = ?1 AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([question], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut known: Vec<Option<Uuid>> = answers
        .iter()
        .map(|answer| {
            let at = rows.iter().position(|(_, label)| *label == answer.label)?;
            Some(rows.remove(at).0)
        })
        .collect();
    for row in known.iter_mut().filter(|row| row.is_none()) {
        *row = (!rows.is_empty()).then(|| rows.remove(0).0);
    }
    for (at, (answer, row)) in answers.iter().zip(known).enumerate() {
        match row {
            Some(row) => tx
                .prepare_cached(
                    "UPDATE survey_answer SET label = ?2, answers = ?3, position = ?4 WHERE id = ?1",
                )?
                .execute(params![row, answer.label, answer.answers, at as i64])?,
            None => tx
                .prepare_cached(
                    "INSERT INTO survey_answer (id, question, position, label, answers) VALUES (?, ?, ?, ?, ?)",
                )?
                .execute(params![tx.new_id(), question, at as i64, answer.label, answer.answers])?,
        };
    }
    for (row, _) in rows {
        tx.prepare_cached("UPDATE survey_answer SET deleted = 1 WHERE id = ?1")?.execute([row])?;
    }
    Ok(())
}

/// Puts a question at a place among the others, from 1.
///
/// # Errors
/// Whatever SQLite answers.
pub fn move_question(tx: &Tx, survey: Uuid, question: Uuid, number: usize) -> rusqlite::Result<()> {
    let mut order: Vec<(Uuid, i64)> = tx
        .prepare_cached(
            "SELECT id, position FROM survey_question WHERE survey = ?1 AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([survey], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let Some(at) = order.iter().position(|(id, _)| *id == question) else { return Ok(()) };
    let moved = order.remove(at);
    order.insert(number.saturating_sub(1).min(order.len()), moved);
    for (at, (id, position)) in order.into_iter().enumerate().filter(|(at, (_, was))| *at as i64 != *was) {
        debug_assert_ne!(at as i64, position);
        tx.prepare_cached("UPDATE survey_question SET position = ?2 WHERE id = ?1")?
            .execute(params![id, at as i64])?;
    }
    Ok(())
}

/// Takes counted questions into a round, a new one when none is given, and the forms they were counted from where nobody wrote
/// down yet how many came back.
///
/// # Errors
/// Whatever SQLite answers.
pub fn take_in(
    tx: &Tx,
    into: Option<Uuid>,
    new: &NewSurvey,
    forms: &[Forms],
    questions: &[Question],
) -> rusqlite::Result<Uuid> {
    let id = match into {
        Some(id) => id,
        None => insert_survey(tx, new)?,
    };
    add_forms(tx, id, forms)?;
    for question in questions {
        save_question(tx, id, &NewQuestion { question: question.clone(), number: None })?;
    }
    Ok(id)
}

/// Adds how many came back and count to what was handed out, unit by unit. What is written down of them stays as it is.
fn add_forms(tx: &Tx, survey: Uuid, new: &[Forms]) -> rusqlite::Result<()> {
    let known = super::read::forms(tx, survey)?;
    if known.iter().any(|forms| forms.returned > 0 || forms.valid > 0) {
        return Ok(());
    }
    for forms in new {
        let issued = known.iter().find(|known| known.unit == forms.unit);
        let (id, issued) = issued.map_or((None, forms.issued), |known| (known.id, known.issued));
        save_forms(tx, survey, &Forms { id, issued, ..forms.clone() })?;
    }
    Ok(())
}

/// Takes a round, the forms of a unit or a question off.
///
/// # Errors
/// Whatever SQLite answers.
pub fn delete(tx: &Tx, row: SurveyRow) -> rusqlite::Result<()> {
    let (sql, id) = match row {
        SurveyRow::Survey(id) => ("UPDATE survey SET deleted = 1 WHERE id = ?1", id),
        SurveyRow::Forms(id) => ("UPDATE survey_unit SET deleted = 1 WHERE id = ?1", id),
        SurveyRow::Question(id) => ("UPDATE survey_question SET deleted = 1 WHERE id = ?1", id),
    };
    tx.prepare_cached(sql)?.execute([id])?;
    Ok(())
}
