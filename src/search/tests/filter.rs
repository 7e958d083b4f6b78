//! The filter language.

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::search::filter::{Filter, FilterError, Key, Problem, Term, Value, complete, parse};
use crate::text::dates::{DateProblem, Period, PeriodKind};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Sunday, 22 November 2026.
fn today() -> NaiveDate {
    day(2026, 11, 22)
}

fn read(input: &str) -> (Vec<(Key, Vec<Value>, bool)>, String) {
    let filter = parse(input, today()).unwrap_or_else(|error| panic!("{input}: {error}"));
    (filter.terms.into_iter().map(|term| (term.key, term.any_of, term.negated)).collect(), filter.words)
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

#[test]
fn the_sentence_of_the_handbook() {
    let input = r#"tt:mới đv:"Lộc An" chủđề:đất từ:01/10 đến:-7n khẩn không:tinđồn giá điện"#;
    let (terms, words) = read(input);
    let wanted = vec![
        (Key::Triage, vec![Value::Choice("new")], false),
        (Key::Unit, vec![text("Lộc An")], false),
        (Key::Topic, vec![text("đất")], false),
        (Key::From, vec![Value::Day(day(2026, 10, 1))], false),
        (Key::To, vec![Value::Day(day(2026, 11, 15))], false),
        (Key::Urgency, vec![Value::Any], false),
        (Key::Rumour, vec![Value::Any], true),
    ];
    assert_eq!(terms, wanted);
    assert_eq!(words, "giá điện");
    let unaccented = "TT:moi dv:“Lộc An” chude:đất tu:2026-10-01 den:15/11 khẩn !tinđồn giá điện";
    assert_eq!(read(unaccented), (wanted.clone(), words.clone()));
    let english =
        r#"status:new unit:"Lộc An" topic:đất since:2026-10-01 until:-7d urgent not:rumour giá điện"#;
    assert_eq!(read(english), (wanted, words));
}

#[test]
fn values() {
    let one = |input: &str| read(input).0.remove(0);
    assert_eq!(one("tt:mới,chờ").1, [Value::Choice("new"), Value::Choice("waiting")]);
    assert_eq!(one("tt:chờ bổ sung").1, [Value::Choice("waiting")]);
    assert_eq!(one("mức:nguy cơ thành điểm nóng"), (Key::Grade, vec![Value::Choice("risk")], false));
    assert_eq!(one("không:mức:\"điểm nóng\""), (Key::Grade, vec![Value::Choice("hot_spot")], true));
    assert_eq!(one("!đv:Lộc"), (Key::Unit, vec![text("Lộc")], true));
    assert_eq!(one("từ:hôm qua").1, [Value::Day(day(2026, 11, 21))]);
    assert_eq!(one("từ:tháng 10/2026").1, [Value::Day(day(2026, 10, 1))]);
    assert_eq!(one("đến:tháng 10/2026").1, [Value::Day(day(2026, 10, 31))]);
    let month = Period { from: day(2026, 10, 1), to: day(2026, 10, 31), kind: PeriodKind::Month };
    assert_eq!(one("kỳ:2026-10").1, [Value::Period(month)]);
    assert_eq!(one("khẩn:hỏatốc").1, [Value::Choice("flash")]);
    assert_eq!(one("tinđồn:chưa xác minh").1, [Value::Choice("unverified")]);
    assert_eq!(one("không:tin đồn"), (Key::Rumour, vec![Value::Any], true));
    assert_eq!(one("số:LA-H-0457").1, [text("LA-H-0457")]);
    assert_eq!(one("củatôi").0, Key::Mine);
    assert_eq!(read("từ:hôm qua giá điện").1, "giá điện");
}

#[test]
fn words() {
    assert_eq!(read("giá điện").1, "giá điện");
    assert_eq!(read("giá điện ").1, "giá điện ");
    assert_eq!(read("giá tt:mới").1, "giá ");
    assert_eq!(read("khan nước").1, "khan nước");
    assert_eq!(read("\"khẩn\" \"tt:mới\"").1, "khẩn tt:mới ");
    assert_eq!(read("lúc 10:30 tại http://a.example").1, "lúc 10:30 tại http://a.example");
    assert_eq!(read(""), (vec![], String::new()));
    let query_words = parse("gia\u{301}", today()).unwrap().words;
    assert_eq!(query_words, "giá");
}

#[test]
fn spans_and_errors() {
    let filter = parse("  đv:\"Lộc An\" từ:hôm qua x", today()).unwrap();
    assert_eq!(filter.terms[0].span, 2..13);
    assert_eq!(filter.terms[1].span, 14..24);
    let wrong = |input: &str| {
        let FilterError { span, problem } = parse(input, today()).unwrap_err();
        (span, problem)
    };
    let (span, problem) = wrong("điện tx:mới");
    assert_eq!(span, 5..7);
    let Problem::UnknownKey { typed, allowed } = problem else { panic!("{problem:?}") };
    assert_eq!((typed.as_str(), allowed[0]), ("tx", "tt"));
    let (span, problem) = wrong("giá tt:mớ");
    assert_eq!(span, 7..9);
    let Problem::UnknownValue { key: "tt", typed, allowed } = problem else { panic!("{problem:?}") };
    assert_eq!((typed.as_str(), allowed), ("mớ", vec!["mới", "tổnghợp", "chờ", "lưu", "trùng"]));
    assert_eq!(
        wrong("từ:31/02"),
        (3..8, Problem::Date { key: "từ", typed: "31/02".into(), problem: DateProblem::NoSuchDay })
    );
    assert!(matches!(wrong("đv:"), (span, Problem::MissingValue { key: "đv", .. }) if span == (0..3)));
    assert!(matches!(wrong("!đv:"), (_, Problem::MissingValue { .. })));
    assert_eq!(wrong("a đv:\"Lộc"), (5..6, Problem::OpenQuote));
    assert_eq!(wrong("không:giá"), (0..9, Problem::NotATerm));
    assert_eq!(wrong("!"), (0..1, Problem::NotATerm));
}

#[test]
fn completion() {
    let units = |key: Key| match key {
        Key::Unit => {
            vec!["xã Lộc An".into(), "phường Bến Đá".into(), "Hội LHPN xã Lộc An".into(), "Lộc Đức".into()]
        }
        _ => vec![],
    };
    let at_end = |input: &str| {
        let done = complete(input, input.chars().count(), units);
        (done.span, done.candidates)
    };
    assert_eq!(at_end("giá t").0, 4..5);
    assert!(at_end("giá t").1.contains(&"tt:".to_owned()) && at_end("t").1.contains(&"tinđồn".to_owned()));
    assert_eq!(at_end("đơ"), (0..2, ["đv:", "khẩn:", "nhóm:"].map(str::to_owned).to_vec()));
    assert_eq!(at_end("tt:"), (3..3, ["mới", "tổnghợp", "chờ", "lưu", "trùng"].map(str::to_owned).to_vec()));
    assert_eq!(at_end("tt:mới,c"), (7..8, vec!["chờ".to_owned()]));
    assert_eq!(at_end("không:tt:m"), (9..10, vec!["mới".to_owned()]));
    let loc = ["\"Lộc Đức\"", "\"xã Lộc An\"", "\"Hội LHPN xã Lộc An\""].map(str::to_owned).to_vec();
    assert_eq!(at_end("đv:loc"), (3..6, loc.clone()));
    assert_eq!(at_end("đv:\"lộc "), (3..8, loc));
    assert_eq!(complete("tt:m giá", 4, units).candidates, ["mới"]);
    assert!(at_end("xyz:a").1.is_empty());
    assert_eq!(at_end("giá ").0, 4..4);
    // Every offered key and value is understood.
    for key in at_end("").1 {
        let Some(name) = key.strip_suffix(':') else {
            assert!(parse(&key, today()).unwrap().terms.len() == 1, "{key}");
            continue;
        };
        for value in at_end(&format!("{name}:")).1 {
            parse(&format!("{name}:{value}"), today()).unwrap();
        }
    }
}

fn without_spans(filter: Filter) -> (Vec<Term>, String) {
    (
        filter.terms.into_iter().map(|term| Term { span: 0..0, ..term }).collect(),
        filter.words.trim().to_owned(),
    )
}

proptest! {
    #[test]
    fn any_input(
        input in prop_oneof![
            "(tt|đv|từ|khẩn|không|!|:|\"|,|mới|hôm qua|tháng| |10/2026|a|é|-7n|kỳ|tinđồn|“){0,12}",
            any::<String>(),
        ],
        cursor in 0usize..40,
    ) {
        let length = input.chars().count();
        match parse(&input, today()) {
            Ok(filter) => {
                for term in &filter.terms {
                    prop_assert!(term.span.start < term.span.end && term.span.end <= length && !term.any_of.is_empty());
                }
                let written = filter.to_string();
                let again = parse(&written, today());
                prop_assert!(again.is_ok(), "{} -> {}: {:?}", input, written, again);
                prop_assert_eq!(without_spans(again.unwrap()), without_spans(filter), "{}", written);
            }
            Err(error) => prop_assert!(error.span.start < error.span.end && error.span.end <= length, "{:?}", error),
        }
        let done = complete(&input, cursor, |_| vec!["Lộc An".to_owned()]);
        prop_assert!(done.span.start <= done.span.end && done.span.end <= length);
    }
}
