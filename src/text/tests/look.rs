//! Looking people up.

use crate::text::lookup::{Keys, Person, Query};

fn huong() -> Keys {
    Keys::new(Person {
        full_name: "Nguyễn Thị Hương",
        given_name: "",
        unit: "Hội LHPN xã Lộc An",
        post: "Chủ tịch",
        phones: "0912 345 678\n+84 (53) 2599938",
    })
}

fn finds(typed: &str, keys: &Keys) -> bool {
    Query::new(typed).score(keys).is_some()
}

#[test]
fn every_typed_word_begins_a_word() {
    let keys = huong();
    for typed in [
        "",
        "h",
        "hu",
        "huong",
        "Hương",
        "hương",
        "hươ",
        "nguyen",
        "Nguyễn T",
        "nth",
        "nt huong",
        "nt hu",
        "nh",
        "loc an huong",
        "huong loc",
        "chu tich",
        "chủ",
        "lhpn",
        "0912",
        "345678",
        "0912.345.678",
        "+84912345",
        "678",
        "huong 0912",
        "thi nguyen",
        "lọc",
    ] {
        assert!(finds(typed, &keys), "{typed}");
    }
    for typed in [
        "hường", "hượng", "âu", "huongg", "tn", "nhx", "hà", "0913", "lốc", "lồng", "đ", "nth 0913", "ương",
        "ng thuy",
    ] {
        assert!(!finds(typed, &keys), "{typed}");
    }
}

#[test]
fn marks_typed_must_be_there() {
    let keys = |name| Keys::new(Person { full_name: name, ..Person::default() });
    assert!(finds("dat", &keys("Huỳnh Tấn Đạt")));
    assert!(finds("đat", &keys("Huỳnh Tấn Đạt")));
    assert!(finds("đạt", &keys("Huỳnh Tấn Đạt")));
    assert!(!finds("đất", &keys("Huỳnh Tấn Đạt")));
    assert!(!finds("đạt", &keys("Huỳnh Tấn Dat")));
    assert!(finds("hoà", &keys("Trần Văn Hòa")));
    assert!(finds("k'br", &keys("K'Brêu")));
    assert!(finds("kbreu", &keys("K'Brêu")));
    assert!(finds("thôn 7", &Keys::new(Person { full_name: "A", unit: "Thôn 7", ..Person::default() })));
}

#[test]
fn better_answers_first() {
    let name = |full_name| Keys::new(Person { full_name, ..Person::default() });
    let score = |typed: &str, keys: &Keys| Query::new(typed).score(keys).unwrap();
    let given = name("Lê Thanh Hương");
    let middle = name("Lê Hương Thanh");
    let unit =
        Keys::new(Person { full_name: "Lê Hà", unit: "phường Hương Sơn", ..Person::default() });
    assert!(score("huong", &given) > score("huong", &middle));
    assert!(score("huong", &middle) > score("huong", &unit));
    assert!(score("hu", &name("Lê Văn Hu")) > score("hu", &given));
    assert!(score("nth", &name("Nguyễn Thị Hương")) > score("nth", &name("Nguyễn Thị Hồng Thu")));
    assert!(score("huong", &name("Lê Hương")) == score("huong", &name("Vũ Hương")));
}

/// A key press over 50,000 people. Measures only in a release build; run with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn speed() {
    let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi", "Nông", "Lò"];
    let middles = ["Thị", "Văn", "Hữu", "Thanh", "Ngọc", "Minh", "Thị Thu", "Quốc"];
    let givens =
        ["Hương", "Hòa", "Đạt", "Thúy", "Anh", "Linh", "Tuấn", "Việt", "Ngọc", "Thảo", "Hạnh", "Quang"];
    let people: Vec<Keys> = (0..50_000)
        .map(|n: usize| {
            let full_name = format!(
                "{} {} {}",
                families[n % families.len()],
                middles[n / 7 % middles.len()],
                givens[n / 3 % givens.len()]
            );
            let unit = format!("Hội Liên hiệp Phụ nữ xã Lộc An thôn {}", n % 40);
            let phones = format!("09{:08}", n * 1987 % 100_000_000);
            Keys::new(Person {
                full_name: &full_name,
                given_name: "",
                unit: &unit,
                post: "Chủ tịch Hội",
                phones: &phones,
            })
        })
        .collect();
    for typed in ["h", "hu", "huong", "nt", "nth", "nt huong", "0912", "loc an huong", "hội phụ nữ", "zz"]
    {
        let query = Query::new(typed);
        let start = std::time::Instant::now();
        let found = people.iter().filter_map(|keys| query.score(keys)).count();
        println!("{typed:14} {found:6} found in {:?}", start.elapsed());
    }
}
