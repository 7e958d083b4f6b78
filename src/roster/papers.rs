//! Lists of collaborators on paper: the sheet on which an allowance is signed for, and who is put up for commendation.
//!
//! Papers are Vietnamese whatever language the screen speaks, as all papers of the office are.

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};
use uuid::Uuid;

use super::model::{Activity, ActivityRule, Collaborator};
use crate::exchange::paper::{
    Align, Block, Closing, Line, OfficeHead, Paper, PaperDate, Signature, Table, Top,
};
use crate::exchange::{CellOut, SheetOut};
use crate::text::amount::sum_in_words;
use crate::text::dates::Period;
use crate::words::{Language, Words};

/// Millimetres of a row in which somebody signs.
const SIGNED: u16 = 9;

/// The months a span of days lies in.
pub fn months(span: Period) -> i64 {
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    (month(span.to) - month(span.from) + 1).max(1)
}

/// How months are counted, as the sheet says it: an allowance is paid by the month of actual service, and a month that was begun
/// or broken off counts when most of it was served. [`is_paid`] holds it.
const PAID_RULE: &str = "Cách tính số tháng: tính tháng có ngày 15 nằm trong nhiệm kỳ hoặc có quá nửa số ngày nằm trong nhiệm kỳ.";

/// Whether somebody is paid for the month that begins on `first`: the term holds on its 15th day, or for more than half of it.
fn is_paid(person: &Collaborator, first: NaiveDate) -> bool {
    let Some(last) = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()) else {
        return false;
    };
    let from = person.known.term_from.map_or(first, |day| day.max(first));
    let to = person.known.term_to.map_or(last, |day| day.min(last));
    if from > to {
        return false;
    }
    (from.day()..=to.day()).contains(&15) || 2 * (to.day() - from.day() + 1) > last.day()
}

/// Months of a span for which somebody is paid.
fn paid_months(person: &Collaborator, span: Period) -> i64 {
    let month = |at: i64| {
        let at = u32::try_from(at).ok()?;
        span.from.with_day(1)?.checked_add_months(Months::new(at))
    };
    (0..months(span)).filter_map(month).filter(|first| is_paid(person, *first)).count() as i64
}

/// Somebody who is paid: the months, and the sum.
fn payees(people: &[Collaborator], span: Period) -> Vec<(&Collaborator, i64, i64)> {
    people
        .iter()
        .filter_map(|person| {
            let amount = person.known.allowance.filter(|amount| *amount > 0)?;
            let months = paid_months(person, span);
            (months > 0).then_some((person, months, amount * months))
        })
        .collect()
}

/// People of one unit stand together, units in the order in which they first come; before them those in none, over whom no heading
/// stands. Every commune has its thôn 1: the name alone makes no unit.
fn by_unit(mut payees: Vec<(&Collaborator, i64, i64)>) -> Vec<(&Collaborator, i64, i64)> {
    let mut first: HashMap<Option<Uuid>, usize> = HashMap::from([(None, 0)]);
    for (person, ..) in &payees {
        let place = first.len();
        first.entry(person.known.unit).or_insert(place);
    }
    payees.sort_by_key(|(person, ..)| first.get(&person.known.unit).copied());
    payees
}

/// A list without number; place and date stand at its end.
fn sheet(kind: &str, subject: String, blocks: Vec<Block>, office: &OfficeHead, today: NaiveDate) -> Paper {
    Paper {
        top: Top::Bare,
        superior: office.superior.clone(),
        bodies: vec![office.name.clone()],
        place: office.place.clone(),
        date: PaperDate { day: None, month: today.month(), year: today.year() },
        kind: kind.to_owned(),
        subject,
        blocks,
        mark: office.mark().to_owned(),
        ..Paper::default()
    }
}

fn signs(post: &str) -> Signature {
    Signature { post: post.to_uppercase(), ..Signature::default() }
}

fn number(amount: i64) -> String {
    Words::of(Language::Vietnamese).number(amount)
}

/// The sheet on which collaborators sign for their allowance, by unit.
pub fn allowances(
    people: &[Collaborator],
    span: Period,
    named: &str,
    office: &OfficeHead,
    today: NaiveDate,
) -> Paper {
    let payees = by_unit(payees(people, span));
    let units = payees.chunk_by(|one, other| one.0.known.unit == other.0.known.unit);
    // A heading over every single name would make three pages of one.
    let grouped = units.count() * 2 <= payees.len();
    let mut columns =
        vec![("TT", 2, Align::Centre), ("Họ và tên", 8, Align::Left), ("Chức vụ", 8, Align::Left)];
    if !grouped {
        columns.push(("Đơn vị", 9, Align::Left));
    }
    columns.extend([
        ("Mức một tháng (đồng)", 5, Align::Right),
        ("Số tháng", 3, Align::Centre),
        ("Thành tiền (đồng)", 5, Align::Right),
        ("Ký nhận", 6, Align::Left),
    ]);
    let mut table = Table::of(&columns);
    table.row_height = SIGNED;
    let mut unit = None;
    for (at, (person, months, sum)) in payees.iter().enumerate() {
        if grouped && unit != Some(person.known.unit) {
            unit = Some(person.known.unit);
            if !person.unit_name.is_empty() {
                table.group(person.unit_name.clone());
            }
        }
        let mut row = vec![(at + 1).to_string(), person.known.full_name.clone(), person.known.post.clone()];
        if !grouped {
            row.push(person.unit_name.clone());
        }
        row.push(number(person.known.allowance.unwrap_or_default()));
        row.extend([months.to_string(), number(*sum)]);
        table.rows.push(row);
    }
    let total: i64 = payees.iter().map(|(_, _, sum)| sum).sum();
    let blank = String::new;
    let mut sum = vec![blank(), "Tổng cộng".to_owned()];
    sum.resize(columns.len() - 2, blank());
    sum.push(number(total));
    table.sum(sum);
    let said = format!("Bằng chữ: {}.", sum_in_words(total));
    let mut blocks = vec![Block::Table(table)];
    for text in [said, PAID_RULE.to_owned()] {
        blocks.push(Block::Line(Line { text, italic: true, gap: 6, ..Line::default() }));
    }
    let signatures = vec![signs("Người lập bảng"), signs("Kế toán"), office.usual_signature()];
    blocks.push(Block::Closing(Closing { dated: true, signatures }));
    let subject = format!("phụ cấp cộng tác viên dư luận xã hội {named}").trim_end().to_owned();
    Paper { landscape: true, ..sheet("Danh sách ký nhận", subject, blocks, office, today) }
}

/// The same as a sheet of a workbook, with the sums as numbers.
pub fn allowance_sheet(people: &[Collaborator], span: Period) -> SheetOut {
    let payees = payees(people, span);
    let heads =
        ["TT", "Họ và tên", "Đơn vị", "Chức vụ", "Mức một tháng", "Số tháng", "Thành tiền", "Ký nhận"];
    let mut rows: Vec<(bool, Vec<CellOut>)> = payees
        .iter()
        .enumerate()
        .map(|(at, (person, months, sum))| {
            let known = &person.known;
            let cells = vec![
                CellOut::Count(at as i64 + 1),
                known.full_name.as_str().into(),
                person.unit_name.as_str().into(),
                known.post.as_str().into(),
                CellOut::Count(known.allowance.unwrap_or_default()),
                CellOut::Count(*months),
                CellOut::Count(*sum),
                CellOut::Empty,
            ];
            (false, cells)
        })
        .collect();
    let total = payees.iter().map(|(_, _, sum)| sum).sum();
    let empty = || CellOut::Empty;
    rows.push((
        true,
        vec![empty(), "Tổng cộng".into(), empty(), empty(), empty(), empty(), CellOut::Count(total), empty()],
    ));
    SheetOut {
        name: "Phụ cấp".to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
        rows,
        notes: vec![format!("Bằng chữ: {}.", sum_in_words(total)), PAID_RULE.to_owned()],
        signed: true,
        ..SheetOut::default()
    }
}

/// The rule in a sentence: it stands on the list, so that nobody asks why somebody is on it.
pub fn rule_told(rule: &ActivityRule) -> String {
    let words = Words::of(Language::Vietnamese);
    format!(
        "Căn cứ để lập danh sách: từ {} đến {}, gửi từ {} báo cáo trở lên và đúng hạn từ {}% trở lên số kỳ phải báo cáo. \
         Chỉ tính số lần gửi và thời hạn, không xét nội dung phản ánh.",
        words.day(rule.from),
        words.day(rule.to),
        rule.reports,
        rule.share
    )
}

/// Who is put up for commendation by a rule, the most active first.
pub fn commended(
    mut people: Vec<(Collaborator, Activity)>,
    rule: &ActivityRule,
    office: &OfficeHead,
    today: NaiveDate,
) -> Paper {
    people.retain(|(_, activity)| rule.meets(*activity));
    people.sort_by_key(|(_, activity)| std::cmp::Reverse((activity.reports, activity.share())));
    let mut table = Table::of(&[
        ("TT", 2, Align::Centre),
        ("Họ và tên", 8, Align::Left),
        ("Chức vụ", 7, Align::Left),
        ("Đơn vị", 9, Align::Left),
        ("Số báo cáo", 3, Align::Centre),
        ("Đúng hạn", 4, Align::Centre),
        ("Đã khen", 3, Align::Centre),
    ]);
    for (at, (person, activity)) in people.iter().enumerate() {
        let share = activity.share().map(|share| format!("{}/{} ({share}%)", activity.on_time, activity.due));
        let times = person.known.commendations.len();
        table.rows.push(vec![
            (at + 1).to_string(),
            person.known.full_name.clone(),
            person.known.post.clone(),
            person.unit_name.clone(),
            activity.reports.to_string(),
            share.unwrap_or_else(|| "–".to_owned()),
            if times == 0 { String::new() } else { format!("{times} lần") },
        ]);
    }
    let count = people.len() as i64;
    let line = |text: String| Block::Line(Line { text, italic: true, gap: 6, ..Line::default() });
    let mut blocks = vec![Block::Table(table), line(format!("Danh sách có {} người.", number(count)))];
    blocks.push(line(rule_told(rule)));
    let signatures = vec![signs("Người lập danh sách"), office.usual_signature()];
    blocks.push(Block::Closing(Closing { dated: true, signatures }));
    let subject = "cộng tác viên dư luận xã hội đề nghị khen thưởng".to_owned();
    sheet("Danh sách", subject, blocks, office, today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::dates::PeriodKind;

    #[test]
    fn a_month_is_paid_when_its_fifteenth_or_most_of_it_was_served() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let paid = |from: &str, to: &str| {
            let mut person = Collaborator::default();
            (person.known.term_from, person.known.term_to) = (day(from), day(to));
            let (from, to) = (day("2026-01-01").unwrap(), day("2026-03-31").unwrap());
            paid_months(&person, Period { from, to, kind: PeriodKind::Quarter })
        };
        assert_eq!(paid("", ""), 3);
        assert_eq!(paid("2026-01-15", ""), 3);
        // Sixteen of the 31 days of January are more than half of it, thirteen of the 28 of February are not.
        assert_eq!(paid("2026-01-16", ""), 3);
        assert_eq!(paid("2026-01-17", ""), 2);
        assert_eq!(paid("2026-02-16", ""), 1);
        assert_eq!(paid("", "2026-03-14"), 2);
        assert_eq!(paid("", "2026-03-15"), 3);
        assert_eq!(paid("2026-02-15", "2026-02-15"), 1);
        assert_eq!(paid("2026-04-01", ""), 0);
        assert_eq!(paid("", "2025-12-31"), 0);
    }

    #[test]
    fn units_of_one_name_stay_apart_and_nobody_stands_under_another_unit() {
        let person = |name: &str, unit: Option<u128>| {
            let mut person = Collaborator::default();
            person.known.full_name = name.into();
            person.known.unit = unit.map(Uuid::from_u128);
            person.unit_name = if unit.is_some() { "thôn 1".into() } else { String::new() };
            person
        };
        let people =
            [("a", Some(1)), ("b", Some(2)), ("c", None), ("d", Some(1))].map(|of| person(of.0, of.1));
        let order = by_unit(people.iter().map(|person| (person, 1, 1)).collect());
        let order: Vec<&str> = order.iter().map(|of| of.0.known.full_name.as_str()).collect();
        assert_eq!(order, ["c", "a", "d", "b"]);
    }
}
