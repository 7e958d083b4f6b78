//! What the tables and charts of a text are made of.

use std::collections::HashSet;

use chrono::Months;
use rusqlite::Connection;

use super::material;
use crate::inbox::rows::Eyes;
use crate::inbox::store::{Ask, charts};
use crate::summary::exhibit::{Exhibits, MONTHS, Round, chart};
use crate::summary::model::{ChartKind, Exhibit, Synthesis, exhibits as found_in};
use crate::summary::period::Period;
use crate::survey::store::{survey, survey_lines};

/// Survey rounds that have questions.
pub(super) fn rounds(conn: &Connection) -> rusqlite::Result<Vec<Round>> {
    let mut questions = conn.prepare_cached(
        "SELECT id, body FROM survey_question WHERE survey = ?1 AND deleted = 0 ORDER BY position, id",
    )?;
    let lines = survey_lines(conn)?.into_iter().filter(|line| line.questions > 0);
    let round = |line: crate::survey::model::SurveyLine| {
        let questions = questions.query_map([line.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Round { id: line.id, title: line.title, questions: questions.collect::<rusqlite::Result<_>>()? })
    };
    lines.map(round).collect()
}

/// What the tables and charts of a synthesis are made of. Without any, nothing is read.
///
/// # Errors
/// Whatever SQLite answers.
pub fn exhibits(conn: &Connection, synthesis: &Synthesis) -> rusqlite::Result<Exhibits> {
    let placed: HashSet<Exhibit> =
        synthesis.sections.iter().flat_map(|section| found_in(&section.body)).collect();
    let mut exhibits = Exhibits::default();
    let mut kinds: Vec<ChartKind> = Vec::new();
    for exhibit in placed {
        match exhibit {
            Exhibit::Chart(kind) => kinds.push(kind),
            Exhibit::Survey(round, _) => {
                if let Some(survey) = survey(conn, round)? {
                    exhibits.rounds.insert(round, survey);
                }
            }
        }
    }
    let period = synthesis.from.zip(synthesis.to);
    let period = period.and_then(|(from, to)| Period::stored(&synthesis.period_kind, from, to));
    let Some(period) = period.filter(|_| !kinds.is_empty()) else { return Ok(exhibits) };
    let material = material(conn, &period)?;
    let months = if kinds.contains(&ChartKind::Months) { months(conn, &period)? } else { Vec::new() };
    for kind in kinds {
        exhibits.charts.extend(chart(kind, &material, &months).map(|chart| (kind, chart)));
    }
    Ok(exhibits)
}

/// The months up to the end of a period.
fn months(conn: &Connection, period: &Period) -> rusqlite::Result<Vec<crate::inbox::charts::Month>> {
    let back = period.to.checked_sub_months(Months::new(MONTHS as u32 - 1)).unwrap_or(period.from);
    let from = chrono::Datelike::with_day(&back, 1).unwrap_or(back).min(period.from);
    let filter = format!("từ:{} đến:{}", from.format("%d/%m/%Y"), period.to.format("%d/%m/%Y"));
    let eyes = Eyes { mark: String::new(), person: String::new(), today: period.to };
    let ask = Ask::of_filter(conn, &filter, &eyes)?.unwrap_or_else(|_| Ask::nothing());
    Ok(charts(conn, &ask)?.months)
}
