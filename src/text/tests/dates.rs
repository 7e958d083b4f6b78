//! Days and periods.

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::text::dates::{DateProblem, Period, PeriodKind, parse_day, parse_period};

/// Sunday, 22 November 2026.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[test]
fn days() {
    for (typed, day) in [
        ("20/11", "2026-11-20"),
        ("20/11/2025", "2025-11-20"),
        ("1/2/26", "2026-02-01"),
        ("01-10-2026", "2026-10-01"),
        ("5.9.2026", "2026-09-05"),
        ("2026-11-20", "2026-11-20"),
        ("ngày 20 tháng 11 năm 2026", "2026-11-20"),
        ("ngay 20/11", "2026-11-20"),
        ("8 tháng 3", "2026-03-08"),
        ("hôm nay", "2026-11-22"),
        ("Hôm qua", "2026-11-21"),
        ("hom kia", "2026-11-20"),
        ("mai", "2026-11-23"),
        ("today", "2026-11-22"),
        ("-7n", "2026-11-15"),
        ("+3n", "2026-11-25"),
        ("-2t", "2026-11-08"),
        ("-1th", "2026-10-22"),
        ("-1 năm", "2025-11-22"),
        ("-7d", "2026-11-15"),
        ("3 ngày trước", "2026-11-19"),
        ("thứ hai", "2026-11-16"),
        ("Thứ 2", "2026-11-16"),
        ("t6", "2026-11-20"),
        ("chủ nhật", "2026-11-22"),
        ("cn tuần trước", "2026-11-15"),
        ("thu hai tuan nay", "2026-11-16"),
        ("thứ hai tuần sau", "2026-11-23"),
        ("thứ tư tới", "2026-11-25"),
        ("chủ nhật tới", "2026-11-29"),
        ("friday", "2026-11-20"),
    ] {
        assert_eq!(parse_day(typed, today()).map(|day| day.to_string()).as_deref(), Ok(day), "{typed}");
    }
    for (typed, problem) in [
        ("", DateProblem::Form),
        ("giá điện", DateProblem::Form),
        ("20", DateProblem::Form),
        ("-7x", DateProblem::Form),
        ("thứ tám", DateProblem::Form),
        ("thứ hai mưa", DateProblem::Form),
        ("31/02", DateProblem::NoSuchDay),
        ("20/13/2026", DateProblem::NoSuchDay),
        ("1/1/1066", DateProblem::NoSuchDay),
        ("-4000000000n", DateProblem::NoSuchDay),
        ("-99999999999999n", DateProblem::NoSuchDay),
    ] {
        assert_eq!(parse_day(typed, today()), Err(problem), "{typed}");
    }
}

#[test]
fn periods() {
    for (typed, period) in [
        ("2026-10", "2026-10"),
        ("10/2026", "2026-10"),
        ("tháng 10/2026", "2026-10"),
        ("tháng 10", "2026-10"),
        ("tháng 10 năm 2025", "2025-10"),
        ("T10/2025", "2025-10"),
        ("tháng 10 năm ngoái", "2025-10"),
        ("2026-Q3", "2026-Q3"),
        ("quý 3", "2026-Q3"),
        ("quý III/2025", "2025-Q3"),
        ("q3/2025", "2025-Q3"),
        ("2026-H1", "2026-H1"),
        ("6 tháng đầu năm", "2026-H1"),
        ("6 tháng cuối năm 2025", "2025-H2"),
        ("sáu tháng đầu năm 2025", "2025-H1"),
        ("nửa đầu năm 2025", "2025-H1"),
        ("2026", "2026"),
        ("năm 2025", "2025"),
        ("năm nay", "2026"),
        ("năm ngoái", "2025"),
        ("2026-W41", "2026-W41"),
        ("tuần 41", "2026-W41"),
        ("tuần 1/2027", "2027-W01"),
        ("tuần này", "2026-W47"),
        ("tuần trước", "2026-W46"),
        ("tuầntrước", "2026-W46"),
        ("last month", "2026-10"),
        ("quý này", "2026-Q4"),
        ("2026-11-12..2026-11-18", "2026-11-12..2026-11-18"),
        ("12/11..18/11", "2026-11-12..2026-11-18"),
        ("12/11/2025 - 18/11/2025", "2025-11-12..2025-11-18"),
        ("12/11-18/11/2025", "2025-11-12..2025-11-18"),
        ("từ 12/11 đến 18/11", "2026-11-12..2026-11-18"),
        ("tháng 8 đến tháng 10/2025", "2025-08-01..2025-10-31"),
        ("7 ngày qua", "2026-11-16..2026-11-22"),
        ("hôm qua", "2026-11-21"),
        ("20/11", "2026-11-20"),
    ] {
        assert_eq!(
            parse_period(typed, today()).map(|period| period.to_string()).as_deref(),
            Ok(period),
            "{typed}"
        );
    }
    let month = parse_period("2026-02", today()).unwrap();
    assert_eq!((month.from.to_string(), month.to.to_string()), ("2026-02-01".into(), "2026-02-28".into()));
    let week = parse_period("2026-W41", today()).unwrap();
    assert_eq!((week.from.to_string(), week.to.to_string()), ("2026-10-05".into(), "2026-10-11".into()));
    for (typed, problem) in [
        ("2026-13", DateProblem::NoSuchDay),
        ("quý 5", DateProblem::NoSuchDay),
        ("tuần 54", DateProblem::NoSuchDay),
        ("2026-11-18..2026-11-12", DateProblem::Reversed),
        ("tuần gì", DateProblem::Form),
        ("..", DateProblem::Form),
        ("đầu năm", DateProblem::Form),
    ] {
        assert_eq!(parse_period(typed, today()), Err(problem), "{typed}");
    }
}

#[test]
fn neighbours() {
    for (period, before, after) in [
        ("2026-10", "2026-09", "2026-11"),
        ("2026-01", "2025-12", "2026-02"),
        ("2026-Q1", "2025-Q4", "2026-Q2"),
        ("2026-H1", "2025-H2", "2026-H2"),
        ("2026-W01", "2025-W52", "2026-W02"),
        ("2026", "2025", "2027"),
        ("2026-11-12..2026-11-18", "2026-11-05..2026-11-11", "2026-11-19..2026-11-25"),
    ] {
        let parsed = parse_period(period, today()).unwrap();
        assert_eq!(
            (parsed.previous().to_string().as_str(), parsed.next().to_string().as_str()),
            (before, after)
        );
    }
}

proptest! {
    #[test]
    fn written_periods_are_read_again(days in 0u64..70_000, length in 0u64..400, kind in 0usize..7) {
        let first = NaiveDate::from_ymd_opt(1901, 1, 1).unwrap() + chrono::Days::new(days);
        let kinds = [PeriodKind::Day, PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::HalfYear,
            PeriodKind::Year];
        let period = kinds.get(kind).map_or_else(
            || Period { from: first, to: first + chrono::Days::new(length), kind: PeriodKind::Custom },
            |&kind| Period::of(kind, first),
        );
        prop_assert!(period.contains(first));
        prop_assert_eq!(parse_period(&period.to_string(), today()), Ok(period));
        prop_assert_eq!(period.next().previous(), period);
    }

    #[test]
    fn any_text(typed in "[0-9/.\\-+ ntthuangqydde\u{111}\u{ea}]{0,20}", any in any::<String>()) {
        for typed in [typed, any] {
            let _ = parse_day(&typed, today());
            if let Ok(period) = parse_period(&typed, today()) {
                prop_assert!(period.from <= period.to);
            }
        }
    }
}
