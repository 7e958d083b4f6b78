//! Looking people up while typing: `cargo bench --bench lookup`.
//!
//! A roster of 50,000 invented people in 3,000 units, in memory as the program holds it. Every prefix of what is typed is a key
//! press: finding and ordering those who answer to it. What stands beside `wanted` is for an ordinary office machine with nothing
//! else to do. `cargo bench --bench lookup -- 5000` takes another size; a build without optimising tells nothing but that it runs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that fails has no result"
)]

use std::time::{Duration, Instant};

use duluan::roster::model::{Narrow, NewUnit, PersonRow, Roster, Unit};
use uuid::Uuid;

/// People on the roster.
const PEOPLE: usize = 50_000;
/// Milliseconds of work for a key.
const WANTED: f64 = 2.0;
/// Times each key is pressed.
const ROUNDS: usize = 20;

/// What people type: names, initials, units, posts, numbers, slips.
const TYPED: &[&str] = &[
    "nguyen thi huong",
    "nth",
    "nt huong",
    "Hương lộc an",
    "lhpn loc",
    "chu tich mttq",
    "0912 345",
    "4567",
    "huwowng",
    "nguyn huogn",
    "xqz",
];

const FAMILY: &[&str] =
    &["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Nông", "Lò"];
const MIDDLE: &[&str] = &["Thị", "Văn", "Thị Thanh", "Đức", "Minh", "Ngọc", "Quang", "Thu", "Hữu"];
const GIVEN: &[&str] = &[
    "Hương", "Hường", "Huệ", "Hoa", "Hòa", "Hằng", "Lan", "Liên", "Mai", "Nga", "Phương", "Thảo", "Thúy",
    "Trang", "Vân", "An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hùng", "Khánh", "Long", "Nam",
    "Phong", "Sơn", "Tuấn", "Việt",
];
const BODIES: &[&str] = &[
    "Đảng ủy",
    "Ủy ban nhân dân",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Hội Liên hiệp Phụ nữ",
    "Hội Cựu chiến binh",
    "Đoàn TNCS Hồ Chí Minh",
];
const POSTS: &[&str] =
    &["Chủ tịch", "Phó Chủ tịch", "Bí thư", "Trưởng thôn", "Giáo viên", "Công chức Văn hóa - Xã hội"];
const PLACES: &[&str] = &["Lộc", "Phú", "Vĩnh", "Bến", "Tân", "Khe", "Nà", "Đồng", "Yên", "Cẩm"];
const SECOND: &[&str] = &["An", "Đức", "Hòa", "Thúy", "Đá", "Lập", "Lim", "Lạn", "Tâm", "Sơn"];

/// Numbers that follow from a seed.
struct Chance(u64);

impl Chance {
    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound
    }
}

fn roster(people: usize) -> Roster {
    let mut chance = Chance(20_261_123);
    let units: Vec<Unit> = (0..people.div_ceil(17))
        .map(|at| {
            let place = format!("xã {} {}", chance.one_of(PLACES), chance.one_of(SECOND));
            let name = format!("{} {place}", chance.one_of(BODIES));
            Unit { id: Uuid::from_u128(at as u128 + 1), known: NewUnit::named(&name) }
        })
        .collect();
    let ids: Vec<Uuid> = units.iter().map(|unit| unit.id).collect();
    let rows: Vec<PersonRow> = (0..people)
        .map(|at| PersonRow {
            id: Uuid::from_u128(1_000_000 + at as u128),
            full_name: format!(
                "{} {} {}",
                chance.one_of(FAMILY),
                chance.one_of(MIDDLE),
                chance.one_of(GIVEN)
            ),
            unit: Some(ids[chance.below(ids.len())]),
            post: chance.one_of(POSTS).to_owned(),
            phones: format!("07{:08}", chance.below(100_000_000)),
            ..PersonRow::default()
        })
        .collect();
    Roster::new(units, rows)
}

fn main() {
    let people = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(PEOPLE);
    let begun = Instant::now();
    let roster = roster(people);
    println!("{people} people, made in {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let mut all: Vec<(Duration, String, usize)> = Vec::new();
    let narrow = Narrow::default();
    for typed in TYPED {
        for (end, letter) in typed.char_indices() {
            let part = &typed[..end + letter.len_utf8()];
            let mut times: Vec<Duration> = Vec::with_capacity(ROUNDS);
            let mut found = 0;
            for _ in 0..ROUNDS {
                let begun = Instant::now();
                found = roster.find(part, &narrow).len();
                times.push(begun.elapsed());
            }
            times.sort();
            all.push((times[ROUNDS / 2], part.to_owned(), found));
        }
    }
    all.sort();
    let at = |share: usize| &all[(all.len() - 1) * share / 100];
    let milliseconds = |time: &Duration| time.as_secs_f64() * 1000.0;
    for (name, share) in [("p50", 50), ("p99", 99), ("slowest", 100)] {
        let (time, part, found) = at(share);
        let short = if milliseconds(time) > WANTED { "  SHORT" } else { "" };
        println!(
            "key {name:8} {:8.3} ms  wanted {WANTED:.1}{short}   “{part}”, {found} found",
            milliseconds(time)
        );
    }
}
