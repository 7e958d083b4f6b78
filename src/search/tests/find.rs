//! What is found, and in which order.

use proptest::prelude::*;
use rusqlite::Connection;

use crate::search::{Query, Rank, Vocabulary, index};
use crate::text::{fold, syllables};

pub fn memory() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(include_str!("../../../schema.sql")).unwrap();
    conn
}

fn filled(texts: &[&str]) -> (Connection, Vocabulary) {
    let conn = memory();
    let mut writer = index::Writer::new(&conn);
    for (doc, text) in texts.iter().enumerate() {
        writer.insert(doc as i64 + 1, text).unwrap();
    }
    writer.finish().unwrap();
    let vocabulary = Vocabulary::load(&conn).unwrap();
    (conn, vocabulary)
}

fn found(conn: &Connection, vocabulary: &Vocabulary, words: &str) -> Vec<i64> {
    Query::parse(words, vocabulary).docs(conn, None, 100).unwrap()
}

const TEXTS: [&str; 9] = [
    "Người dân lo về đất đai ven sông",
    "Thành đạt nhờ học nghề",
    "Bồi thường đất ở, không đai kèm",
    "Nước sinh hoạt đục ở thôn Hoà Lạc",
    "dat dai viết không dấu",
    "Giá điện tăng, khu vực 49A",
    "Đường dát đá, xã Hòa Lạc",
    "Số 0263 và OM5451 ở B'Lá",
    "中文 и русский",
];

#[test]
fn marks_typed_must_be_there() {
    let (conn, vocabulary) = filled(&TEXTS);
    let cases: &[(&str, &[i64])] = &[
        ("dat dai", &[5, 3, 1]),
        ("đất đai", &[3, 1]),
        ("đất ", &[3, 1]),
        ("đất", &[3, 1]),
        ("đât", &[3, 1]),
        ("dat", &[7, 5, 3, 2, 1]),
        ("đat", &[3, 2, 1]),
        ("da", &[7, 5, 3, 2, 1]),
        ("da ", &[7]),
        ("dá", &[7, 5, 3, 1]),
        ("dá ", &[7]),
        ("hoa lac", &[7, 4]),
        ("hòa l", &[7, 4]),
        ("hoà lạc", &[7, 4]),
        ("49a", &[6]),
        ("49", &[6]),
        ("om5451", &[8]),
        ("b'la", &[8]),
        ("ĐẤT ĐAI", &[3, 1]),
        ("中文", &[9]),
        ("русс", &[9]),
        ("", &[]),
        ("không có", &[]),
        ("đất OR \"AND*", &[]),
    ];
    for (words, docs) in cases {
        assert_eq!(found(&conn, &vocabulary, words), *docs, "{words}");
    }
}

#[test]
fn long_numbers_are_found_without_the_vocabulary() {
    let (conn, vocabulary) =
        filled(&["Số LA-H-04570 năm 2025", "Số LA-H-04571 năm 2026", "Số 0457 và 20261"]);
    let cases: &[(&str, &[i64])] = &[
        ("04570", &[1]),
        ("04570 ", &[1]),
        ("0457", &[3]),
        ("0457 ", &[3]),
        ("04571 nam 2026", &[2]),
        ("0458", &[]),
        ("04572", &[]),
        ("2025", &[1]),
        ("2026", &[2]),
        ("20261", &[3]),
        ("2026 ", &[2]),
        ("so 045", &[3]),
    ];
    for (words, docs) in cases {
        assert_eq!(found(&conn, &vocabulary, words), *docs, "{words}");
    }
    let (conn, vocabulary) = filled(&["LA-H-04570", "LA-H-04571", "LA-H-14570"]);
    assert_eq!(found(&conn, &vocabulary, "0457"), [2, 1]);
    assert_eq!(found(&conn, &vocabulary, "la-h-04571"), [2]);
    assert_eq!(vocabulary.len(), 2, "la, h");
}

#[test]
fn pages_removal_and_purge() {
    let (conn, mut vocabulary) = filled(&TEXTS);
    let query = Query::parse("dat", &vocabulary);
    assert_eq!(query.docs(&conn, None, 2).unwrap(), [7, 5]);
    assert_eq!(query.docs(&conn, Some(5), 2).unwrap(), [3, 2]);
    assert_eq!(query.count(&conn, 3).unwrap(), 3);
    assert_eq!(query.count(&conn, 100).unwrap(), 5);
    index::remove(&conn, 6).unwrap();
    assert!(found(&conn, &vocabulary, "giá điện").is_empty());
    index::insert(&conn, 6, "Xe buýt đông khách").unwrap();
    vocabulary.refresh(&conn).unwrap();
    assert_eq!(found(&conn, &vocabulary, "buyt"), [6]);
    index::purge(&conn).unwrap();
    let kept: i64 =
        conn.query_row("SELECT count(*) FROM vocabulary WHERE key = '49a'", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
    let left: Vec<Vec<u8>> = conn
        .prepare("SELECT block FROM item_fts_data")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(!left.iter().any(|block| block.windows(3).any(|bytes| bytes == b"49a")));
    index::clear(&conn).unwrap();
    vocabulary.refresh(&conn).unwrap();
    assert!(vocabulary.is_empty() && found(&conn, &vocabulary, "dat").is_empty());
    index::insert(&conn, 1, "đất").unwrap();
    vocabulary.refresh(&conn).unwrap();
    assert_eq!(found(&conn, &vocabulary, "dat"), [1]);
}

#[test]
fn identifiers_are_not_indexed() {
    let (conn, vocabulary) =
        filled(&["Gọi 0912 345 678, thư a.b@c.example, căn cước 042079999417; họp 20/11, có 45 người"]);
    for typed in ["0912", "345", "678", "042079999417", "042", "example"] {
        assert!(found(&conn, &vocabulary, typed).is_empty(), "{typed}");
    }
    assert_eq!(found(&conn, &vocabulary, "goi can cuoc 45 20"), [1]);
}

#[test]
fn ranking() {
    let (_, vocabulary) = filled(&TEXTS);
    let rank = |words: &str, text: &str| Query::parse(words, &vocabulary).rank(text);
    assert_eq!(rank("dat dai", TEXTS[0]), Rank { exact: false, adjacent: true });
    assert_eq!(rank("dat dai", TEXTS[4]), Rank { exact: true, adjacent: true });
    assert_eq!(rank("đất đai", TEXTS[2]), Rank { exact: true, adjacent: false });
    assert_eq!(rank("đất đa", TEXTS[0]), Rank { exact: true, adjacent: true });
    assert!(rank("đất đai", TEXTS[0]) > rank("đất đai", TEXTS[2]));
    let text = "Đất, đai: dat";
    let query = Query::parse("đất da", &vocabulary);
    let marked: Vec<&str> = query.found(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(marked, ["Đất", "đai", "dat"]);
}

#[test]
fn an_interrupted_search_says_so() {
    let (mut conn, vocabulary) = filled(&TEXTS);
    let handle = conn.get_interrupt_handle();
    conn.progress_handler(
        1,
        Some(move || {
            handle.interrupt();
            true
        }),
    )
    .unwrap();
    let error = Query::parse("d", &vocabulary).docs(&conn, None, 10).unwrap_err();
    assert!(crate::search::is_interrupted(&error));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The index finds just the texts that hold every typed word by the rule.
    #[test]
    fn index_agrees_with_reading(
        texts in prop::collection::vec("(đất|đat|dat|đạt|đai|dải|hòa|hoà|an|ăn|ân|ấn|7|7a|x)( (đất|dat|đai|hoa|an|ấn|7))?", 1..8),
        words in "(đất|dat|đât|đ|d|da|hoa|hoà|an|ân|a|7)( (đai|dai|an|7|h))? ?",
    ) {
        let slices: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (conn, vocabulary) = filled(&slices);
        let open = !words.ends_with(' ');
        let typed: Vec<&str> = syllables(&words).collect();
        let wanted: Vec<i64> = (0..texts.len()).rev().filter(|&at| {
            typed.iter().enumerate().all(|(n, typed_word)| syllables(&texts[at]).any(|word| {
                let begins = open && n + 1 == typed.len();
                let (a, b) = (fold(typed_word), fold(word));
                let folded = if begins { b.starts_with(&a) } else { a == b };
                folded && crate::text::lookup::Query::new(typed_word)
                    .score(&crate::text::lookup::Keys::new(crate::text::lookup::Person { unit: word, ..Default::default() }))
                    .is_some()
            }))
        }).map(|at| at as i64 + 1).collect();
        prop_assert_eq!(found(&conn, &vocabulary, &words), wanted);
    }

    #[test]
    fn any_words_are_searchable(text in any::<String>(), words in any::<String>()) {
        let (conn, vocabulary) = filled(&[&text, "đất đai"]);
        let query = Query::parse(&words, &vocabulary);
        query.docs(&conn, None, 10).unwrap();
        query.rank(&text);
        query.found(&text);
        if let Some(first) = syllables(&crate::text::nfc(&text)).next().filter(|word| !crate::text::strict_key(word).is_empty()) {
            prop_assert!(Query::parse(first, &vocabulary).docs(&conn, None, 10).unwrap().contains(&1), "{}", first);
        }
    }
}
