//! Nearly the same texts, and the words in which two differ.

use crate::text::likeness::{NEARLY, Near, Print, differing, nearly_same};

const WATER: &str = "Nước sinh hoạt ở thôn Đông Thượng đục kéo dài sáu ngày nay, bà con phải mua nước bình để nấu ăn, \
    lo ảnh hưởng sức khỏe trẻ nhỏ và người già; đề nghị nhà máy nước súc xả đường ống và trả lời bằng văn bản.";
const SENT_AGAIN: &str = "Nước sinh hoạt ở thôn Đông Thượng đục kéo dài bảy ngày nay, bà con phải mua nước bình để nấu ăn, \
    lo ảnh hưởng sức khỏe trẻ nhỏ và người già; đề nghị nhà máy nước súc xả đường ống và trả lời bằng văn bản.";
const OTHERS: &str = "Nước sinh hoạt ở thôn Bãi Tây yếu, phải hứng từ nửa đêm, nhiều hộ khoan giếng; bà con mong nhà máy nước \
    tăng áp lực, báo trước lịch cấp và giảm tiền những ngày không có nước dùng.";

#[test]
fn what_was_sent_again_is_nearly_the_same_and_another_view_of_the_matter_is_not() {
    let [water, again, others] = [WATER, SENT_AGAIN, OTHERS].map(Print::of);
    assert!(water.share(&again) >= NEARLY, "{}", water.share(&again));
    assert!(water.share(&others) < 30, "{}", water.share(&others));
    assert_eq!(water.share(&water), 100);
    assert_eq!(Print::of("NUOC SINH HOAT").share(&Print::of("nước sinh hoạt")), 100);
    assert_eq!(Print::of("").share(&Print::of("")), 0);
}

#[test]
fn among_many_texts_only_the_planted_pair_is_found() {
    // Texts of sixty syllables that share single words but hardly a pair.
    let mut state = 7_u64;
    let mut texts: Vec<String> = (0..3000)
        .map(|_| {
            let words = (0..60).map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                ["ba", "con", "de", "nghi", "nuoc", "duong", "dien", "gia"][(state >> 61) as usize].to_owned()
                    + ["n", "ng", "t", "m"][(state >> 33) as usize % 4]
            });
            words.collect::<Vec<_>>().join(" ")
        })
        .collect();
    texts.insert(100, WATER.to_owned());
    texts.push(SENT_AGAIN.to_owned());
    let prints: Vec<Print> = texts.iter().map(|text| Print::of(text)).collect();
    let found = nearly_same(&prints, |_, _| true);
    let share = prints[100].share(&prints[3001]);
    assert_eq!(found, [Near { earlier: 100, later: 3001, share }]);
    assert_eq!(nearly_same(&prints, |earlier, _| earlier != 100), []);
}

#[test]
fn a_phrase_too_short_to_tell_is_never_a_copy() {
    let prints = [Print::of("Không phát sinh vấn đề mới."), Print::of("Không phát sinh vấn đề mới.")];
    assert_eq!(nearly_same(&prints, |_, _| true), []);
}

#[test]
fn the_differing_words_are_marked_on_both_sides() {
    let (one, other) = differing(WATER, SENT_AGAIN);
    assert_eq!(one.len(), 1);
    assert_eq!((&WATER[one[0].clone()], &SENT_AGAIN[other[0].clone()]), ("sáu", "bảy"));
    let (one, other) = differing("Giá sách tăng mạnh", "Giá sách giáo khoa tăng");
    assert_eq!(&"Giá sách tăng mạnh"[one[0].clone()], "mạnh");
    assert_eq!(&"Giá sách giáo khoa tăng"[other[0].clone()], "giáo khoa");
    assert_eq!(differing("một hai", "MỘT hai"), (vec![], vec![]));
    let (none, new) = differing("", "a");
    assert!(none.is_empty() && new.first() == Some(&(0..1)));
}
