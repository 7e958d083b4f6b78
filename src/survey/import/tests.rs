//! Sheets as Google, Kobo, ODK and offices write them.

use std::collections::HashMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::exchange::Sheet;
use crate::survey::model::{Forms, Holds, OTHER, Question, Tells, Why};

fn sheet(rows: &[&[&str]]) -> Workbook {
    let cell = |text: &&str| match text.parse::<f64>() {
        Ok(number) => Cell::Number(number),
        Err(_) if text.is_empty() => Cell::Empty,
        Err(_) => Cell::Text((*text).to_owned()),
    };
    let rows = rows
        .iter()
        .enumerate()
        .map(|(at, row)| Row { number: at as u32 + 1, cells: row.iter().map(cell).collect() })
        .collect();
    Workbook { sheets: vec![Sheet { rows, ..Sheet::default() }] }
}

/// Question, several answers allowed, answers with counts.
type Told = (String, bool, Vec<(String, i64)>);

fn told(counted: &Counted) -> Vec<Told> {
    let answers = |question: &Question| {
        question.answers.iter().map(|answer| (answer.label.clone(), answer.answers)).collect()
    };
    counted
        .questions()
        .iter()
        .map(|question| (question.body.clone(), question.multiple, answers(question)))
        .collect()
}

fn told_of(body: &str, multiple: bool, answers: &[(&str, i64)]) -> Told {
    let answers = answers.iter().map(|(label, count)| ((*label).to_owned(), *count)).collect();
    (body.to_owned(), multiple, answers)
}

fn holds(counted: &Counted, head: &str) -> Holds {
    counted.columns.iter().find(|column| column.head == head).unwrap().holds
}

#[test]
fn answers_of_a_google_form_are_counted_and_who_gave_them_is_left_out() {
    let rows: &[&[&str]] = &[
        &["Dấu thời gian", "Họ và tên", "Liên lạc", "Hài lòng?", "Dùng dịch vụ nào?", "Góp ý thêm"],
        &[
            "1/10/2026 8:05:12",
            "Nông Thị Huệ",
            "0912 345 678",
            "Có",
            "Đất đai, Hộ tịch",
            "Nên mở cả buổi trưa thứ bảy",
        ],
        &["1/10/2026 8:06:12", "Trần Văn Nam", "0987 000 111", "Không", "Hộ tịch", "Chờ lâu ở quầy số ba"],
        &[
            "1/10/2026 8:07:12",
            "Lê Thị Bình",
            "b@c.example",
            "Có",
            "Đất đai, Chứng thực",
            "Cán bộ nhiệt tình lắm",
        ],
        &["1/10/2026 8:08:12", "", "", "Có", "Đất đai", "Thiếu chỗ để xe máy"],
        &["1/10/2026 8:09:12", "Cao Văn Sơn", "", "Có", "Hộ tịch, Chứng thực", "Đề nghị có nước uống"],
        &["1/10/2026 8:10:12", "", "", "", "", ""],
    ];
    let counted = count(&sheet(rows)).unwrap();
    assert_eq!((counted.shape, counted.rows, counted.valid), (Shape::Answers, 6, 5));
    assert_eq!(
        told(&counted),
        [
            told_of("Hài lòng?", false, &[("Có", 4), ("Không", 1)]),
            told_of("Dùng dịch vụ nào?", true, &[("Hộ tịch", 3), ("Đất đai", 3), ("Chứng thực", 2)]),
        ]
    );
    assert_eq!(holds(&counted, "Dấu thời gian"), Holds::Out(Why::Identity(Tells::Moment)));
    assert_eq!(holds(&counted, "Họ và tên"), Holds::Out(Why::Identity(Tells::Name)));
    // The heading says nothing; what stands in it does.
    assert_eq!(holds(&counted, "Liên lạc"), Holds::Out(Why::Identity(Tells::Phone)));
    assert!(matches!(holds(&counted, "Góp ý thêm"), Holds::Out(_)));
    assert!(!format!("{counted:?}").contains("0912"), "not even in memory");
}

#[test]
fn ticked_columns_of_kobo_are_one_question() {
    let rows: &[&[&str]] = &[
        &["start", "nhom/tuoi", "dich_vu", "dich_vu/dien", "dich_vu/nuoc", "dich_vu/rac", "_uuid"],
        &["2026-10-01T08:05:12", "18-30", "dien nuoc", "1", "1", "0", "0a1b2c3d-0000-4000-8000-000000000001"],
        &["2026-10-01T08:15:12", "31-45", "nuoc", "0", "1", "0", "0a1b2c3d-0000-4000-8000-000000000002"],
        &["2026-10-01T08:25:12", "18-30", "", "0", "0", "0", "0a1b2c3d-0000-4000-8000-000000000003"],
    ];
    let counted = count(&sheet(rows)).unwrap();
    assert_eq!(
        told(&counted),
        [
            told_of("nhom/tuoi", false, &[("18-30", 2), ("31-45", 1)]),
            told_of("dich_vu", true, &[("dien", 1), ("nuoc", 2), ("rac", 0)]),
        ]
    );
    assert_eq!(counted.columns[2].holds, Holds::Out(Why::Repeats));
    let group = &counted.columns[3];
    assert_eq!((group.at, group.wide, group.answered), (3, 3, 2));
    assert!(!group.choices().contains(&Holds::Single), "ticks are several answers by nature");
}

#[test]
fn questions_to_ong_ba_are_no_ticks() {
    let rows: &[&[&str]] =
        &[&["Ông/bà có điện?", "Ông/bà có nước?"], &["1", "0"], &["1", "1"], &["0", "1"], &["1", "1"]];
    let counted = count(&sheet(rows)).unwrap();
    assert_eq!(told(&counted)[1], told_of("Ông/bà có nước?", false, &[("0", 1), ("1", 3)]));
}

#[test]
fn what_was_written_by_hand_is_put_together_and_a_comma_alone_is_no_list() {
    let many = ["Có, rất thường xuyên", "Không, vì ở xa"];
    let mut rows: Vec<Vec<&str>> = vec![vec!["Nơi", "Đến họp không?"]];
    for at in 0..20 {
        rows.push(vec!["Thôn 1", many[at % 2]]);
    }
    rows.push(vec!["Thôn 1", "Tôi là chị Hương ở đầu ngõ, ai cũng biết"]);
    rows.push(vec!["Thôn 2", "Chỉ khi nào trưởng thôn gọi điện báo trước"]);
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let counted = count(&sheet(&rows)).unwrap();
    assert_eq!(
        told(&counted)[1],
        told_of("Đến họp không?", false, &[("Có, rất thường xuyên", 10), ("Không, vì ở xa", 10), (OTHER, 2)])
    );
    assert_eq!(counted.columns[1].by_hand(), 2);
}

#[test]
fn columns_are_turned_and_those_of_identity_are_not() {
    let rows: &[&[&str]] =
        &[&["Họ tên", "Chọn"], &["Lê An", "A; B"], &["Lê Bình", "A"], &["Lê Chi", "A; B"], &["Lê Dung", "B"]];
    let mut counted = count(&sheet(rows)).unwrap();
    assert!(!counted.columns[0].turn(false));
    let chosen = &mut counted.columns[1];
    assert_eq!(chosen.holds, Holds::Multiple);
    assert!(chosen.turn(false));
    assert_eq!(chosen.holds, Holds::Unit);
    assert!(chosen.question().is_none());
    assert!(chosen.turn(false));
    assert_eq!(chosen.holds, Holds::Out(Why::Chosen));
    assert!(chosen.turn(false));
    assert_eq!(chosen.question().unwrap().answers.len(), 3, "A; B is an answer of its own");
    assert!(chosen.turn(true));
    assert_eq!(chosen.holds, Holds::Out(Why::Chosen));
}

#[test]
fn tables_of_counts_in_columns_and_in_lines() {
    let columns: &[&[&str]] = &[
        &["KẾT QUẢ ĐIỀU TRA"],
        &["TT", "Câu hỏi", "Phương án trả lời", "Số phiếu", "Tỷ lệ (%)"],
        &["1", "Hài lòng?", "Có", "250", "62.5"],
        &["", "", "Không", "150", "37.5"],
        &["", "", "Tổng cộng", "400", "100"],
        &["2", "Tin tưởng?", "Có", "390", ""],
    ];
    let counted = count(&sheet(columns)).unwrap();
    assert_eq!(counted.shape, Shape::Counts);
    assert!(counted.forms(&HashMap::new()).forms.is_empty());
    let expected = [
        told_of("Hài lòng?", false, &[("Có", 250), ("Không", 150)]),
        told_of("Tin tưởng?", false, &[("Có", 390)]),
    ];
    assert_eq!(told(&counted), expected);
    let lines: &[&[&str]] =
        &[&["Hài lòng?"], &["Có", "250"], &["Không", "150"], &["Tin tưởng?"], &["Có", "390", "97.5"]];
    assert_eq!(told(&count(&sheet(lines)).unwrap()), expected);
}

#[test]
fn what_is_no_survey_is_refused() {
    assert_eq!(count(&Workbook::default()).unwrap_err(), NotASurvey::NoRows);
    assert_eq!(count(&sheet(&[&["Một", "Hai"]])).unwrap_err(), NotASurvey::NoRows);
    assert_eq!(
        count(&sheet(&[&["Họ tên", "SĐT"], &["Lê An", "0912345678"]])).unwrap_err(),
        NotASurvey::NoQuestions
    );
    let secret = sheet(&[&["MẬT"], &["A", "B"], &["Có", "Không"]]);
    assert!(matches!(count(&secret).unwrap_err(), NotASurvey::Secret(_)));
}

fn cases() -> ProptestConfig {
    use std::hash::{BuildHasher, RandomState};
    let chosen = std::env::var("DULUAN_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = chosen.unwrap_or_else(|| RandomState::new().hash_one(0));
    println!("DULUAN_SEED={seed} plays these cases again");
    ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_answer_is_counted_more_often_than_there_are_forms(
        heads in prop::collection::vec("(Q[1-3]|Q[1-3]/[abc]|Họ và tên|Ý kiến [a-c]|[a-z]{0,6})", 1..7),
        rows in prop::collection::vec(prop::collection::vec("(|0|1|TRUE|A|B|A; B|A, B|A, C, A|Ý kiến khác|[a-z ,;]{0,45}|0912 345 67[0-9]|ông Nguyễn Văn Sơn đã nói với tôi hôm qua)", 0..8), 0..40),
        turns in prop::collection::vec(0usize..7, 0..10),
    ) {
        let mut all: Vec<Vec<&str>> = vec![heads.iter().map(String::as_str).collect()];
        all.extend(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
        let all: Vec<&[&str]> = all.iter().map(Vec::as_slice).collect();
        if let Ok(mut counted) = count(&sheet(&all)) {
            for at in turns {
                if let Some(column) = counted.columns.get_mut(at) {
                    column.turn(false);
                }
            }
            if counted.shape == Shape::Answers {
                prop_assert!(counted.valid <= counted.rows && counted.rows <= rows.len());
                for question in counted.questions() {
                    let valid = counted.valid as i64;
                    prop_assert!(question.answers.iter().all(|answer| answer.answers <= valid), "{question:?} of {valid}");
                    prop_assert!(question.multiple || question.given() <= valid, "{question:?} of {valid}");
                    prop_assert!(!question.answers.iter().any(|answer| answer.label.contains("0912")), "{question:?}");
                    prop_assert!(!question.answers.iter().any(|answer| answer.label.contains("Sơn")), "{question:?}");
                }
            }
        }
    }
}

#[test]
fn a_column_of_units_makes_forms_by_unit_and_names_nobody_knows_count_for_the_whole() {
    let rows: &[&[&str]] = &[
        &["Đơn vị", "Giới tính", "Hài lòng?"],
        &["Lê Lợi", "Nam", "Có"],
        &["phường Lê Lợi", "Nữ", "Không"],
        &["Trần Phú", "Nam", "Có"],
        &["Trần Phú", "", ""],
        &["Lộc An", "Nữ", "Có"],
        &["", "Nam", "Có"],
    ];
    let mut counted = count(&sheet(rows)).unwrap();
    assert_eq!(holds(&counted, "Đơn vị"), Holds::Unit, "wards are called after people");
    assert_eq!((counted.rows, counted.valid), (6, 5), "the unit alone is no answer");
    assert_eq!(counted.questions().len(), 2);
    let (ward, other) = (uuid::Uuid::from_u128(1), uuid::Uuid::from_u128(2));
    let units: HashMap<String, uuid::Uuid> = [("Lê Lợi", ward), ("phường Lê Lợi", ward), ("Trần Phú", other)]
        .map(|(name, unit)| (name.to_owned(), unit))
        .into();
    let found = counted.forms(&units);
    let told: Vec<(Option<uuid::Uuid>, i64, i64)> =
        found.forms.iter().map(|forms: &Forms| (forms.unit, forms.returned, forms.valid)).collect();
    assert_eq!(told, [(Some(ward), 2, 2), (Some(other), 2, 1), (None, 2, 2)]);
    assert_eq!(found.unknown, ["Lộc An"]);
    // One column names the units; what was chosen is chosen again for the next file of the kind.
    let gender = counted.columns.iter().position(|column| column.head == "Giới tính").unwrap();
    while counted.columns[gender].holds != Holds::Unit {
        assert!(counted.turn(gender, false));
    }
    assert_eq!(holds(&counted, "Đơn vị"), Holds::Out(Why::Chosen));
    let mut next = count(&sheet(rows)).unwrap();
    assert_eq!(next.fingerprint(), counted.fingerprint());
    assert!(next.recall(&counted.mapping()) && !next.recall(&counted.mapping()));
    assert_eq!(next.mapping(), ["out", "unit", "single"]);
    // What tells who somebody is stays out whatever was remembered.
    let mut named = count(&sheet(&[&["Họ và tên", "Hài lòng?"], &["An", "Có"], &["Bình", "Không"]])).unwrap();
    assert!(!named.recall(&["single".to_owned(), "single".to_owned()]));
}
