//! Counts what the office did in a period.

use chrono::{Local, NaiveDate};
use rusqlite::{Connection, params};

use crate::inbox::model::duties::Standing;
use crate::inbox::store::{Sight, all_duties, sheet};
use crate::summary::gather::{Material, Work};
use crate::summary::model::Fact;
use crate::summary::period::Period;
use crate::text::{NameOrder, fold};

/// Counts that take one statement each; `?1` and `?2` are the days of the period.
const COUNTS: &[(Fact, &str)] = &[
    (Fact::Collaborators, "SELECT count(*) FROM collaborator WHERE deleted = 0 AND status = 'active'"),
    (
        Fact::CoveredUnits,
        "SELECT count(DISTINCT unit) FROM collaborator WHERE deleted = 0 AND status = 'active'",
    ),
    (
        Fact::Appointed,
        "SELECT count(DISTINCT collaborator) FROM appointment WHERE deleted = 0 AND kind IN ('appoint', 'renew')
           AND coalesce(decision_date, term_from) BETWEEN ?1 AND ?2",
    ),
    (
        Fact::Ended,
        "SELECT count(DISTINCT collaborator) FROM appointment WHERE deleted = 0 AND kind = 'end'
           AND coalesce(decision_date, term_to) BETWEEN ?1 AND ?2",
    ),
    (
        Fact::Commended,
        "SELECT count(*) FROM commendation WHERE deleted = 0 AND awarded_on BETWEEN ?1 AND ?2",
    ),
    (
        Fact::Settled,
        "SELECT count(DISTINCT row) FROM log JOIN issue ON issue.id = log.row AND issue.deleted = 0
         JOIN grp ON grp.rep = log.rep AND grp.grp = log.grp
         WHERE log.new = 'settled' AND issue.state = 'settled' AND substr(grp.at, 1, 10) BETWEEN ?1 AND ?2",
    ),
    (Fact::Answered, "SELECT count(*) FROM issue WHERE deleted = 0 AND answered_on BETWEEN ?1 AND ?2"),
    (
        Fact::Overdue,
        "SELECT count(*) FROM issue WHERE deleted = 0 AND state <> 'settled' AND answer_due <= ?2
           AND (answered_on IS NULL OR answered_on > ?2) AND ?1 <> ''",
    ),
    (
        Fact::Orientations,
        "SELECT count(*) FROM orientation WHERE deleted = 0 AND substr(sent_at, 1, 10) BETWEEN ?1 AND ?2",
    ),
    (Fact::Briefings, "SELECT count(*) FROM class WHERE kind = 'briefing' AND deleted = 0 AND state = 'held' AND date_from BETWEEN ?1 AND ?2"),
    (Fact::Classes, "SELECT count(*) FROM class WHERE kind = 'class' AND deleted = 0 AND state = 'held' AND date_from BETWEEN ?1 AND ?2"),
    (
        Fact::Trained,
        "SELECT count(*) FROM participant p JOIN class c ON c.id = p.class AND c.deleted = 0 AND c.state = 'held'
           AND c.date_from BETWEEN ?1 AND ?2 WHERE p.deleted = 0",
    ),
    (
        Fact::Surveys,
        "SELECT count(*) FROM survey WHERE deleted = 0 AND coalesce(date_to, date_from) BETWEEN ?1 AND ?2",
    ),
    (
        Fact::Forms,
        "SELECT coalesce(sum(u.valid), 0) FROM survey_unit u JOIN survey s ON s.id = u.survey AND s.deleted = 0
           AND coalesce(s.date_to, s.date_from) BETWEEN ?1 AND ?2 WHERE u.deleted = 0",
    ),
];

/// What the office did in the period of a material.
pub(super) fn work(conn: &Connection, material: &Material) -> rusqlite::Result<Work> {
    let period = &material.period;
    let mut work = Work::default();
    for (fact, sql) in COUNTS {
        let days = [period.from, period.to];
        let mut statement = conn.prepare_cached(sql)?;
        let days = &days[..statement.parameter_count()];
        let count: i64 = statement.query_row(rusqlite::params_from_iter(days), |row| row.get(0))?;
        work.counts.insert(*fact, count.unsigned_abs() as usize);
    }
    let (due, on_time) = in_time(conn, period)?;
    work.counts.insert(Fact::Due, due);
    work.counts.insert(Fact::OnTime, on_time);
    issues(&mut work, material);
    work.sent = sent(conn, period)?;
    work.counts.insert(Fact::Sent, work.sent.len());
    work.held = held(conn, period)?;
    work.next = next(conn, period)?;
    Ok(work)
}

/// Reports that were due in the period by the duties of those who report, and those of them that came in time.
fn in_time(conn: &Connection, period: &Period) -> rusqlite::Result<(usize, usize)> {
    let sight = Sight { today: Local::now().date_naive(), order: NameOrder::default() };
    let (mut due, mut on_time) = (0, 0);
    for duty in all_duties(conn)?.iter().filter(|duty| !duty.owes) {
        let numbers = duty.number(period.from)..=duty.number(period.to);
        let sheet = sheet(conn, duty, numbers, &[], &sight)?;
        for (at, (span, _)) in sheet.periods.iter().enumerate() {
            if !(period.from..=period.to).contains(&span.to) {
                continue;
            }
            let in_time = sheet.count(at, Standing::OnTime) + sheet.count(at, Standing::Nothing);
            on_time += in_time;
            due += in_time + sheet.count(at, Standing::Late) + sheet.count(at, Standing::Missing);
        }
    }
    Ok((due, on_time))
}

/// Issues that matters of the period belong to, the graver ones by name.
fn issues(work: &mut Work, material: &Material) {
    let mut found: Vec<_> = material.items.iter().filter_map(|item| item.issue).collect();
    found.sort_unstable();
    found.dedup();
    let mut salient: Vec<_> =
        found.iter().filter_map(|id| material.issues.get(id)).filter(|issue| issue.rank() > 0).collect();
    salient.sort_by(|a, b| b.rank().cmp(&a.rank()).then_with(|| a.title.cmp(&b.title)));
    work.counts.insert(Fact::Salient, salient.len());
    work.counts.insert(Fact::Risks, salient.iter().filter(|issue| issue.rank() > 1).count());
    work.cases = salient
        .into_iter()
        .map(|issue| {
            let state = match issue.state.as_str() {
                "handling" => "đang được xử lý",
                "settled" => "đã được giải quyết",
                _ => "đang theo dõi",
            };
            let result = issue.result.lines().next().unwrap_or_default().trim();
            let result = if result.is_empty() { String::new() } else { format!("; kết quả: {result}") };
            format!("{}: {state}{result}", issue.title.trim_end_matches('.'))
        })
        .collect();
}

/// What was issued in the period, by its day.
fn sent(conn: &Connection, period: &Period) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT title, document_number, document_date FROM synthesis
         WHERE deleted = 0 AND state = 'issued' AND unit IS NULL
           AND coalesce(document_date, period_to) BETWEEN ?1 AND ?2
         ORDER BY coalesce(document_date, period_to), id",
    )?
    .query_map(params![period.from, period.to], |row| {
        let (title, number, day): (String, String, Option<NaiveDate>) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let number =
            if number.trim().is_empty() { String::new() } else { format!(" số {}", number.trim()) };
        let day = day.map_or_else(String::new, |day| format!(" ngày {}", day.format("%d/%m/%Y")));
        Ok(format!("Báo cáo{number}{day} về {}", title.trim().trim_end_matches('.')))
    })?
    .collect()
}

/// Giao ban, classes and survey rounds of the period by name.
fn held(conn: &Connection, period: &Period) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT title, date_from, place, 0 FROM class
           WHERE deleted = 0 AND state = 'held' AND date_from BETWEEN ?1 AND ?2
         UNION ALL SELECT title, coalesce(date_to, date_from), '', 1 FROM survey
           WHERE deleted = 0 AND coalesce(date_to, date_from) BETWEEN ?1 AND ?2
         ORDER BY 2, 1",
    )?
    .query_map(params![period.from, period.to], |row| {
        let (title, day, place): (String, NaiveDate, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let place = if place.trim().is_empty() { String::new() } else { format!(", {}", place.trim()) };
        let title = if row.get(3)? { surveyed(&title) } else { title };
        Ok(format!("{} ({}{place})", title.trim().trim_end_matches('.'), day.format("%d/%m/%Y")))
    })?
    .collect()
}

/// A survey round as papers name it; most titles say themselves that it is one.
fn surveyed(title: &str) -> String {
    let folded = fold(title.trim());
    let says = ["dieu tra", "khao sat", "tham do"].iter().any(|word| folded.starts_with(word));
    if says { title.to_owned() } else { format!("Điều tra dư luận xã hội: {}", title.trim()) }
}

/// What the year's plan and the agenda have for a period as long as this one after it.
fn next(conn: &Connection, period: &Period) -> rusqlite::Result<Vec<String>> {
    let Some(next) = period.next() else { return Ok(Vec::new()) };
    conn.prepare_cached(
        "SELECT 'Theo dõi, nắm bắt dư luận về: ' || content, coalesce(date_from, date_to) AS day FROM plan_item
           WHERE deleted = 0 AND date_from <= ?2 AND coalesce(date_to, date_from) >= ?1
         UNION ALL SELECT 'Tổ chức ' || title, date_from FROM class
           WHERE deleted = 0 AND state NOT IN ('cancelled', 'held') AND date_from BETWEEN ?1 AND ?2
         ORDER BY 2, 1 LIMIT 30",
    )?
    .query_map(params![next.from, next.to], |row| row.get(0))?
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survey_is_called_one_once() {
        assert_eq!(surveyed("Chất lượng nước sạch"), "Điều tra dư luận xã hội: Chất lượng nước sạch");
        assert_eq!(surveyed("Điều tra dư luận về nước sạch"), "Điều tra dư luận về nước sạch");
        assert_eq!(surveyed("Khảo sát nước sạch"), "Khảo sát nước sạch");
    }
}
