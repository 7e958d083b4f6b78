//! The list of those to be reminded, as a message for Zalo or mail.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::State;
use crate::inbox::labels::duties as labels;
use crate::inbox::model::duties::Standing;
use crate::inbox::overdue::{Bound, Sheet, Who};
use crate::words::Words;

/// The message about the period under the cursor, and how many it names; `None` when nobody lacks a report. With marks only
/// those marked are in it.
pub fn of(state: &State, words: &Words) -> Option<(String, usize)> {
    if state.on_owed() {
        return None;
    }
    let sheet = state.sheet.as_ref()?;
    let wanted = |who: Who| state.marked.is_empty() || state.marked.contains(&who);
    text(sheet, state.column, state.today, wanted, words)
}

fn text(
    sheet: &Sheet,
    at: usize,
    today: NaiveDate,
    wanted: impl Fn(Who) -> bool,
    words: &Words,
) -> Option<(String, usize)> {
    let (span, due) = *sheet.periods.get(at)?;
    let lacks = |row: &&Bound| {
        let standing = row.cells.get(at).map(|cell| cell.standing);
        matches!(standing, Some(Standing::Missing | Standing::NotDue)) && wanted(row.who)
    };
    let rows: Vec<&Bound> = sheet.rows.iter().filter(lacks).collect();
    if rows.is_empty() {
        return None;
    }
    let mut period = labels::period(words, &sheet.duty, span);
    let days = labels::days(&sheet.duty, span);
    if !days.is_empty() {
        let _ = write!(period, " ({days})");
    }
    let mut text = words.overdue_remind_head(words.day(due), &sheet.duty.name, period);
    text.push('\n');
    text.push_str(&words.overdue_remind_list(words.day(today), rows.len() as u64));
    for (number, row) in (1..).zip(&rows) {
        let _ = write!(text, "\n{number}. {}", row.name);
        if !row.unit.is_empty() {
            let _ = write!(text, " ({})", row.unit);
        }
        if let Some(since) = since(sheet, row, at, words) {
            let _ = write!(text, ": {since}");
        }
    }
    text.push('\n');
    text.push_str(words.overdue_remind_end());
    Some((text, rows.len()))
}

/// Since when nothing came, where it is more than the one period.
fn since(sheet: &Sheet, row: &Bound, at: usize, words: &Words) -> Option<String> {
    // Of a period that is not due yet, those before it.
    let due = row.cells.get(at).is_some_and(|cell| cell.standing == Standing::Missing);
    let missing = row.missing_on_end(if due { at } else { at.checked_sub(1)? });
    let first = sheet.periods.get(*missing.first()?)?;
    let count = missing.len() as u64;
    if due && count < 2 {
        return None;
    }
    let first = labels::period(words, &sheet.duty, first.0);
    Some(match row.last_came(at) {
        Some(day) => words.overdue_remind_since(words.day(day), count, first),
        None => words.overdue_remind_never(count, first),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbox::model::PeriodKind;
    use crate::inbox::model::duties::{Came, Duty, Order, Service};
    use crate::words::Language;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_message_names_who_lacks_the_period_and_since_when() {
        let words = Words::new(Language::Vietnamese);
        let duty = Duty {
            name: "Báo cáo tháng".into(),
            kind: PeriodKind::Month,
            boundary: 1,
            due_day: 5,
            ..Duty::default()
        };
        let (last, today) = (duty.number(day("2026-11-22")), day("2026-11-22"));
        let order = Order::new(&duty, last - 3..=last, today);
        let row = |name: &str, days: &[&str]| {
            let came = |on: &&str| Came { id: Uuid::nil(), on: day(on), nothing: false, stated: None };
            let mut came: Vec<Came> = days.iter().map(came).collect();
            let cells = order.settle(&Service::default(), &mut came, &[]);
            Bound {
                who: Who::Collaborator(Uuid::from_u128(name.len() as u128)),
                name: name.into(),
                unit: "Thôn 3".into(),
                cells,
                came,
                excuses: Vec::new(),
            }
        };
        let rows = vec![
            row("Trần Văn An", &["2026-08-20"]),
            row("Lê Thị Bình", &["2026-09-20", "2026-10-20"]),
            row("Đỗ Văn Cường", &["2026-09-20"]),
        ];
        let sheet = Sheet { duty: duty.clone(), periods: order.periods(), rows, sent: Vec::new() };
        let (message, count) = text(&sheet, 2, today, |_| true, &words).unwrap();
        assert_eq!(count, 2);
        assert_eq!(
            message.lines().collect::<Vec<_>>(),
            [
                "Nhắc gửi: Báo cáo tháng, kỳ tháng 10/2026, hạn 05/11/2026.",
                "Đến ngày 22/11/2026 chưa nhận được của 2 nơi:",
                "1. Trần Văn An (Thôn 3): chưa gửi 2 kỳ liền, từ tháng 9/2026; gửi gần nhất 20/08/2026",
                "2. Đỗ Văn Cường (Thôn 3)",
                "Đề nghị gửi sớm. Kỳ này không có gì mới thì báo “không phát sinh”.",
            ]
        );
        // Only one was marked; and of a period that is still open who lacks those before it is told.
        let an = sheet.rows[0].who;
        let (message, count) = text(&sheet, 3, today, |who| who == an, &words).unwrap();
        assert_eq!(count, 1);
        assert!(message.contains("chưa gửi 2 kỳ liền, từ tháng 9/2026"), "{message}");
        assert!(text(&sheet, 2, today, |who| who == sheet.rows[1].who, &words).is_none());
    }
}
