//! Personal identifiers.

use proptest::prelude::*;

use crate::text::personal::{Kind, find, identifiers, mask};

fn kinds(text: &str) -> Vec<&'static str> {
    identifiers(text).into_iter().map(|finding| finding.kind.id()).collect()
}

fn found(text: &str) -> Vec<(&str, Kind)> {
    find(text).into_iter().map(|finding| (&text[finding.range], finding.kind)).collect()
}

#[test]
fn the_list() {
    let list = include_str!("../../../tests/data/lists/pii.tsv");
    assert!(list.lines().count() >= 38);
    let mut wrong = Vec::new();
    for line in list.lines().filter(|line| !line.is_empty()) {
        let (text, kind) = line.split_once('\t').unwrap();
        let wanted: &[&str] = if kind == "none" { &[] } else { &[kind] };
        if kinds(text) != wanted {
            wrong.push((text, kind, kinds(text)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn ranges_and_more_forms() {
    for (text, wanted) in [
        ("qua số +84 72 555 0198, thư", ("+84 72 555 0198", Kind::Phone)),
        ("căn cước số 042 079 999 417, nhận", ("042 079 999 417", Kind::Cccd)),
        ("nhận qua STK 0719990004321.", ("0719990004321", Kind::Bank)),
        ("thư ho.gd.khelim@thudientu.example; căn", ("ho.gd.khelim@thudientu.example", Kind::Email)),
        ("ĐT: (0263) 3862 123 gặp", ("0263) 3862 123", Kind::Phone)),
        ("Zalo 0953.271.846", ("0953.271.846", Kind::Phone)),
        ("hộ chiếu B1234567", ("B1234567", Kind::Passport)),
        (
            "xem https://www.facebook.com/nguyen.van.a.123, nói",
            ("https://www.facebook.com/nguyen.van.a.123", Kind::Profile),
        ),
        ("trang zalo.me/0912345678", ("zalo.me/0912345678", Kind::Profile)),
        ("xe 49AA-123.45", ("49AA-123.45", Kind::Plate)),
    ] {
        assert_eq!(found(text), [wanted], "{text}");
    }
    for clean in [
        "từ 02.10.2026-05.10.2026",
        "Số 12-BC 2026",
        "mã số thuế 0312345678",
        "đường dây nóng 0263 3862 123",
        "chuyển khoản 5.000.000 đồng",
        "Điều 30A 1234 và khoản 2",
        "trang facebook của xã",
        "lúc 07 08 09 10 11",
        "quốc lộ 27C 123",
    ] {
        assert_eq!(found(clean), [], "{clean}");
    }
}

#[test]
fn names_in_free_text() {
    for (text, wanted) in [
        ("gọi gặp chị Hương ở thôn 3", ("chị Hương", Kind::Name)),
        ("hộ ông Nguyễn Văn Tám chưa nhận", ("hộ ông Nguyễn Văn Tám", Kind::Name)),
        ("Bà Trần Thị Bảy nói", ("Bà Trần Thị Bảy", Kind::Name)),
        ("cô giáo Hạnh dạy", ("cô giáo Hạnh", Kind::Name)),
        ("anh K'Brêu và", ("anh K'Brêu", Kind::Name)),
        ("ông Lê Văn Tư, Chủ tịch UBND xã", ("ông Lê Văn Tư", Kind::Official)),
        ("nick facebook \"Gió Mùa\" đăng", ("Gió Mùa", Kind::Nickname)),
    ] {
        assert_eq!(found(text), [wanted], "{text}");
    }
    for clean in [
        "bà con nhân dân",
        "ông A nói",
        "các chị Hội Phụ nữ",
        "ông Chủ tịch xã",
        "tỉnh Bà Rịa",
        "đảo Cô Tô",
        "các hộ Thôn 7",
        "đồng chí Nguyễn Văn Tám",
        "không Khu vực nào",
        "chuyện \"điểm nóng\" ở xã",
        "trong sông Hương",
        "công Anh",
    ] {
        assert_eq!(found(clean), [], "{clean}");
    }
}

#[test]
fn masking() {
    let text = "Bà Trần Thị Bảy (0912 345 678) và hộ ông Lê Tám; ông Lê Tư, Chủ tịch xã.";
    assert_eq!(mask(text, &find(text)), "Một người dân (•••) và một hộ dân; ông Lê Tư, Chủ tịch xã.");
    assert_eq!(mask("không có gì", &find("không có gì")), "không có gì");
}

proptest! {
    #[test]
    fn any_text(text in prop_oneof![
        "(0912 345 678|\\+84|ông |Nguyễn Văn A|@| |\"|facebook.com/|x\\.vn|49A-123.45|\\(|\\)|\n|STK |é){0,12}",
        any::<String>(),
    ]) {
        let findings = find(&text);
        for finding in &findings {
            prop_assert!(text.get(finding.range.clone()).is_some_and(|found| !found.is_empty()));
        }
        for pair in findings.windows(2) {
            prop_assert!(pair[0].range.end <= pair[1].range.start);
        }
        mask(&text, &findings);
    }
}

#[test]
fn no_alarm_on_clean_reports_and_all_of_the_others() {
    let clean = crate::text::nfc(include_str!("../../../tests/data/text/reports_clean.txt"));
    assert!(clean.len() > 50_000);
    assert_eq!(found(&clean), []);
    let flagged = include_str!("../../../tests/data/text/reports_flagged.txt");
    let wanted = [
        ("+84 72 555 0198", Kind::Phone),
        ("ho.gd.khelim@thudientu.example", Kind::Email),
        ("042 079 999 417", Kind::Cccd),
        ("0719990004321", Kind::Bank),
        ("0953 271 846", Kind::Phone),
        ("nguoidan.vt85@thudientu.example", Kind::Email),
        ("068185999123", Kind::Cccd),
    ];
    assert_eq!(found(flagged), wanted);
}
