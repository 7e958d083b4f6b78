//! The index at size. Measures only in a release build: `cargo test --release --lib search -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use super::find::memory;
use crate::search::{Query, Vocabulary, index};

/// A small generator of its own, so that the measurement is the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }

    /// Small numbers far more often than great ones, as words are used.
    fn skewed(&mut self, n: usize) -> usize {
        let a = self.below(n);
        let b = self.below(a + 1);
        self.below(b + 1)
    }
}

fn words() -> Vec<String> {
    let onsets =
        ["b", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "nh", "ph", "s", "t", "th", "tr", "v", "x"];
    let rhymes = [
        "ất", "ai", "ương", "iện", "ước", "a", "òa", "ân", "ản", "ổ", "ường", "ộ", "ạt", "ấn", "ông", "ôn",
        "iều", "ế", "ội", "ăn", "ang", "áp", "ành", "âm", "ên", "ục", "ươi", "ú", "ữa", "yền", "iếu", "oan",
        "ôi", "ơn", "úc", "ường", "ợp",
    ];
    let mut words: Vec<String> =
        rhymes.iter().flat_map(|rhyme| onsets.iter().map(move |onset| format!("{onset}{rhyme}"))).collect();
    let mut dice = Dice(7);
    for at in (1..words.len()).rev() {
        words.swap(at, dice.below(at + 1));
    }
    words.extend((0..3000).map(|n| n.to_string()));
    words
}

/// Between two reports, as in an office with a million of them in ten years.
const SECONDS_APART: i64 = 300;

#[test]
#[ignore = "a measurement"]
fn at_size() {
    let texts: i64 = std::env::var("TEXTS").ok().and_then(|n| n.parse().ok()).unwrap_or(200_000);
    let words = words();
    let mut dice = Dice(1);
    let conn = memory();
    let start = Instant::now();
    let mut bytes = 0;
    for batch in 0..texts / 1000 {
        conn.execute_batch("BEGIN").unwrap();
        let mut writer = index::Writer::new(&conn);
        for n in 0..1000 {
            let text =
                (0..75).map(|_| words[dice.skewed(words.len())].as_str()).collect::<Vec<_>>().join(" ");
            bytes += text.len();
            writer.insert(((batch * 1000 + n) * SECONDS_APART) << 20, &text).unwrap();
        }
        writer.finish().unwrap();
        conn.execute_batch("COMMIT").unwrap();
    }
    let size: i64 =
        conn.query_row("SELECT sum(length(block)) FROM item_fts_data", [], |row| row.get(0)).unwrap();
    println!(
        "{texts} texts, {bytes} bytes, indexed in {:?}, index {} %",
        start.elapsed(),
        size * 100 / bytes as i64
    );
    let start = Instant::now();
    let vocabulary = Vocabulary::load(&conn).unwrap();
    println!("vocabulary of {} in {:?}", vocabulary.len(), start.elapsed());
    let mut times = Vec::new();
    let mut query = |typed: &str| {
        let start = Instant::now();
        let hits = Query::parse(typed, &vocabulary).docs(&conn, None, 200).unwrap().len();
        times.push((start.elapsed(), typed.to_owned(), hits));
    };
    for _ in 0..200 {
        let typed: Vec<&str> =
            (0..=dice.below(3)).map(|_| words[dice.skewed(words.len())].as_str()).collect();
        let typed = if dice.below(2) == 0 { crate::text::fold(&typed.join(" ")) } else { typed.join(" ") };
        for (end, _) in typed.char_indices().skip(1) {
            query(&typed[..end]);
        }
        query(&typed);
    }
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 1000].0;
    println!("{} keys: p50 {:?} p90 {:?} p99 {:?}", times.len(), at(500), at(900), at(990));
    for (time, typed, hits) in times.iter().rev().take(5) {
        println!("  {time:?} {typed:?} {hits} hits");
    }
    assert!(at(990) < Duration::from_secs(1));
}
