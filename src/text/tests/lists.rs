//! Known words with known answers.

use crate::text::{
    NameOrder, clean_line, clean_text, cut_name, cut_to_width, fold, for_terminal, is_syllable, keys,
    modern_tones, name_sort_key, nfc, sort_key, strict_key, title_case, width,
};

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty())
}

#[test]
fn fold_list() {
    let list = include_str!("../../../tests/data/lists/fold.tsv");
    assert!(lines(list).count() >= 10);
    for line in lines(list) {
        let (text, folded) = line.split_once('\t').unwrap();
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn collation_list_is_in_order() {
    let words: Vec<&str> = lines(include_str!("../../../tests/data/lists/collation.txt")).collect();
    assert!(words.len() > 90);
    for pair in words.windows(2) {
        assert!(sort_key(pair[0]) < sort_key(pair[1]), "{} before {}", pair[0], pair[1]);
    }
}

#[test]
fn names_list_is_in_order() {
    let names: Vec<&str> = lines(include_str!("../../../tests/data/lists/names.tsv"))
        .map(|line| line.split_once('\t').unwrap().1)
        .collect();
    assert_eq!(names.len(), 54);
    for pair in names.windows(2) {
        let key = |name| name_sort_key(name, "", NameOrder::GivenFirst);
        assert!(key(pair[0]) < key(pair[1]), "{} before {}", pair[0], pair[1]);
    }
}

#[test]
fn names_order() {
    let given = |name, given| name_sort_key(name, given, NameOrder::GivenFirst);
    assert_eq!(given("Nguyễn Thị Thuý", ""), given("nguyễn thị thúy", ""));
    assert!(given("Lê Thanh Hương", "") < given("Lê Hương Thanh", ""));
    assert!(given("Lê Hương Thanh", "Hương Thanh") < given("Lê Lan", ""));
    // No middle name comes before any, whatever the family.
    assert!(given("Vũ An", "") < given("Bùi Bá An", ""));
    let family = |name| name_sort_key(name, "", NameOrder::FamilyFirst);
    assert!(family("Bùi Văn Yên") < family("Đỗ Thị An"));
    assert!(sort_key("Thôn 2") < sort_key("Thôn 10"));
    assert_eq!(sort_key("Thôn 07"), sort_key("thôn 7"));
}

#[test]
fn strict_keys() {
    for (word, key) in [
        ("đất", "đât5"),
        ("hòa", "hoa2"),
        ("hoà", "hoa2"),
        ("HOÀ", "hoa2"),
        ("thuý", "thuy5"),
        ("thúy", "thuy5"),
        ("qúy", "quy5"),
        ("quý", "quy5"),
        ("khuỷu", "khuyu3"),
        ("những", "nhưng4"),
        ("Ðảng", "đang3"),
        ("49A", "49a"),
        ("müller", "muller"),
    ] {
        assert_eq!(strict_key(word), key);
        let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(word).collect();
        assert_eq!(strict_key(&decomposed), key, "{word} decomposed");
    }
    assert_eq!(
        keys("Xe 49A-123.45, giống OM5451 ở B'Lá"),
        ["xe", "49a", "123", "45", "giông5", "om", "5451", "ơ3", "b", "la5"]
    );
}

#[test]
fn cleaning() {
    let sample = include_str!("../../../tests/data/text/ansi_bidi.txt");
    let cleaned = clean_text(sample);
    assert_eq!(
        cleaned.text,
        "BÁO CÁO nhanh về đường xã Lộc An\nĐa số ý kiến đảo ngược đề nghị sửa đường.\nẩn hết.\n"
    );
    assert_eq!(cleaned.removed, 4 + 5 + 4 + 16 + 16 + 2 + 1 + 2 + 3);
    let line = clean_line("\u{feff} Nguyễn\u{a0}\u{a0}Thị\r\n Hương\t ");
    assert_eq!((line.text.as_str(), line.removed), ("Nguyễn Thị Hương", 1));
    assert_eq!(clean_text("a\r\nb\rc\u{b}d\te\u{a0}f").text, "a\nb\nc\nd\te f");
    assert_eq!(clean_text("👨\u{200d}👩").removed, 0);
    assert_eq!(clean_line("x\u{1b}]0;no end").text, "x]0;no end");
    assert_eq!(for_terminal("a\u{1b}[2Jb\u{202e}c\n"), "a␛[2Jb<U+202E>c\n");
    assert_eq!(for_terminal("Đất"), "Đất");
}

#[test]
fn cutting() {
    assert_eq!(cut_to_width("Nước sinh hoạt đục", 18), "Nước sinh hoạt đục");
    assert_eq!(cut_to_width("Nước sinh hoạt đục", 11), "Nước sinh…");
    assert_eq!(cut_to_width("Nước", 0), "");
    assert_eq!(cut_to_width("Nước", 1), "…");
    assert_eq!(width("👍 đất"), 6);
    let name = "Nguyễn Thị Thanh Hương";
    assert_eq!(cut_name(name, 30), name);
    assert_eq!(cut_name(name, 18), "N. Thị Thanh Hương");
    assert_eq!(cut_name(name, 15), "N.T.T. Hương");
    assert_eq!(cut_name(name, 11), "T.T. Hương");
    assert_eq!(cut_name(name, 8), "T. Hương");
    assert_eq!(cut_name(name, 5), "Hương");
    assert_eq!(cut_name(name, 4), "Hươ…");
    assert_eq!(cut_name("Nguyễn Thị Hương", 10), "N.T. Hương");
}

#[test]
fn written_names() {
    assert_eq!(title_case("NGUYỄN THỊ HƯƠNG"), "Nguyễn Thị Hương");
    assert_eq!(title_case("K'BRÊU"), "K'Brêu");
    assert_eq!(title_case("Nguyễn THỊ"), "Nguyễn THỊ");
    assert_eq!(title_case("123"), "123");
    for (old, modern) in [
        ("Hoà", "Hòa"),
        ("Thuý", "Thúy"),
        ("Qúy", "Quý"),
        ("khoẻ", "khỏe"),
        ("UỶ BAN", "ỦY BAN"),
        ("Nguyễn Thị Thuỳ, xã Hoà Lạc", "Nguyễn Thị Thùy, xã Hòa Lạc"),
        ("toàn hoàn huỳnh quỳnh già gìn giếng thuở khuỷu ngoài quý múa tía của cứu được", ""),
        ("Đắk Lắk Krông", ""),
    ] {
        let wanted = if modern.is_empty() { old } else { modern };
        assert_eq!(modern_tones(old), wanted);
    }
    assert_eq!(modern_tones(&nfc("Hoa\u{300}")), "Hòa");
}

#[test]
fn syllable_check() {
    let text = "đường nguyễn hòa thuở quyết điểm nóng dự luận xã hội đất đai tuyên giáo trung tâm chính trị đảng cộng sản \
                việt huyện ủy thủy quỳ khỏe toàn ngoài khuỷu nghiêng thương lượng người ư gì giữ giếng quốc quăng quần cửa \
                bia chuyển tiếng những văn báo cáo phản xoong boong quá thuế huệ yếu yến ý nghệ huých khuây khoéo kèo nghiêm \
                uỷ hoà quí giặc gìn quở rượu khuya luýnh xuềnh nguệch";
    for word in text.split_whitespace() {
        assert!(is_syllable(word), "{word}");
    }
    for word in ["dât", "kà", "ngiêng", "ghà", "windows", "bờt", "hòá", "x", "ư1", "đđ", "ñư", "brêu"]
    {
        assert!(!is_syllable(word), "{word}");
    }
}
