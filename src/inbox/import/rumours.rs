//! Rumours in a matter's text, and how far they are verified.

use std::sync::LazyLock;

use super::phrases::{Phrases, tokens};
use super::sentences;
use crate::inbox::model::Verification;

static RUMOURS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "tin đồn; đồn thổi; đồn đoán; lời đồn; tin thất thiệt; thông tin thất thiệt; lan truyền thông tin; lan truyền tin; \
         lan truyền nội dung; lan truyền tin nhắn; rộ lên thông tin; rộ tin; tin giả; nghe đồn; đồn rằng; đồn là; có tin đồn; \
         xuất hiện thông tin cho rằng",
        (),
    )])
});

/// Words that deny a rumour, after it is said to be checked.
static FALSE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "bịa đặt; là sai; không đúng; sai sự thật; không có cơ sở; không có thật; thông tin sai; tin giả; bác bỏ; đính chính; \
         không có căn cứ; thất thiệt; không chính xác; xuyên tạc",
        (),
    )])
});

static TRUE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "là đúng; là có thật; có thật; có cơ sở; đúng sự thật; đúng như; là chính xác; thừa nhận",
        (),
    )])
});

static CHECKED: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "xác minh; kiểm chứng; kiểm tra; khẳng định; làm rõ; thông báo chính thức; bác bỏ; đính chính",
        (),
    )])
});

static OPEN: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "chưa được; chưa xác minh; chưa kiểm chứng; chưa rõ; chưa có thông tin chính thức; chưa có kết luận; chưa có cơ sở; \
         chưa thể; chưa có thông báo; chưa khẳng định; chưa có căn cứ",
        (),
    )])
});

static CHECKING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "đang xác minh; đang được xác minh; đang kiểm tra; đang làm rõ; đang điều tra; đang tiến hành xác minh",
        (),
    )])
});

/// Whether the paragraphs tell of a rumour, and how far it is verified; the most open one counts.
pub fn rumour(paragraphs: &[String]) -> Option<Verification> {
    let mut found = None;
    for paragraph in paragraphs {
        let ranges = sentences::split(paragraph);
        for (at, &(start, end)) in ranges.iter().enumerate() {
            if !RUMOURS.occurs(&paragraph[start..end]) || warns(&paragraph[start..end]) {
                continue;
            }
            // What became of it often stands in the next sentence.
            let next = ranges.get(at + 1).map_or(end, |&(_, next)| next);
            let own = verification(&paragraph[start..end]);
            let verified =
                own.or_else(|| verification(&paragraph[start..next])).unwrap_or(Verification::Unverified);
            found = Some(found.map_or(verified, |other: Verification| other.min(verified)));
        }
    }
    found
}

/// `tuyên truyền không tin theo tin đồn` warns of rumours and tells none.
fn warns(sentence: &str) -> bool {
    static WARNINGS: LazyLock<Phrases<()>> = LazyLock::new(|| {
        Phrases::new(&[(
            "không tin; không nghe theo; không lan truyền; không chia sẻ; cảnh giác với tin; chấn chỉnh tin; \
             đấu tranh với tin; không ghi nhận tin đồn; không có tin đồn; xử lý tin giả; phòng, chống tin giả",
            (),
        )])
    });
    WARNINGS.occurs(sentence)
}

fn verification(sentence: &str) -> Option<Verification> {
    let words = tokens(sentence);
    if CHECKING.first(&words, 0).is_some() {
        return Some(Verification::Checking);
    }
    if OPEN.first(&words, 0).is_some() {
        return Some(Verification::Unverified);
    }
    let (at, length, ()) = CHECKED.first(&words, 0)?;
    if FALSE.first(&words, at).is_some() {
        return Some(Verification::ConfirmedFalse);
    }
    TRUE.first(&words, at + length).map(|_| Verification::ConfirmedTrue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verified_or_not() {
        for (text, expected) in [
            ("Tin đồn vỡ hồ đã được xác minh là bịa đặt: đập an toàn.", Some(Verification::ConfirmedFalse)),
            (
                "Tin đồn nước nhiễm chì đã được Trung tâm xác minh là không đúng sự thật.",
                Some(Verification::ConfirmedFalse),
            ),
            (
                "Có tin đồn sắp tăng giá. Cơ quan thuế đã bác bỏ thông tin này.",
                Some(Verification::ConfirmedFalse),
            ),
            ("Lan truyền tin đồn hồ sắp vỡ; tin chưa được kiểm chứng.", Some(Verification::Unverified)),
            (
                "Xuất hiện tin đồn sắp có quy hoạch; cơ quan chức năng chưa có thông tin chính thức.",
                Some(Verification::Unverified),
            ),
            ("Tin đồn này công an đang xác minh.", Some(Verification::Checking)),
            (
                "Tin đồn chủ hụi bỏ trốn đã được công an xác minh là có thật.",
                Some(Verification::ConfirmedTrue),
            ),
            ("Bà con nghe đồn sẽ thu phí.", Some(Verification::Unverified)),
            ("Đề nghị bà con không tin theo tin đồn.", None),
            ("Giá lúa giảm.", None),
        ] {
            assert_eq!(rumour(&[text.to_owned()]), expected, "{text}");
        }
    }
}
