//! Streams of opinion in a matter's text: how many, who, for or against, in the reporter's own words.

use std::sync::LazyLock;

use uuid::Uuid;

use super::phrases::{Phrases, Token, between, tokens};
use super::sentences;
use crate::inbox::model::{Band, Intensity, NewStream, Tendency};

/// Words of a band. `phần lớn` counts as `đa số` (the field's own usage); the reporter's word is kept beside it.
static BANDS: LazyLock<Phrases<Band>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            "tuyệt đại đa số; tuyệt đại bộ phận; tuyệt đối đa số; đại đa số; hầu hết; gần như toàn bộ; 100%",
            Band::Overwhelming,
        ),
        (
            "đa số; phần lớn; phần đông; đại bộ phận; số đông; đa phần; phần nhiều; hơn một nửa",
            Band::Majority,
        ),
        (
            "nhiều; rất nhiều; khá nhiều; không ít; đông đảo; nhiều luồng; có nhiều; có không ít; có khá nhiều",
            Band::Many,
        ),
        (
            "một số; một bộ phận; một vài; vài; có một số; còn một số; còn có một số; vẫn còn một số; cũng có một số; \
          có một bộ phận; còn một bộ phận; một nhóm; một phần",
            Band::Some,
        ),
        (
            "có ý kiến; cũng có ý kiến; còn có ý kiến; cá biệt; cá biệt có; cá biệt có ý kiến; cá biệt còn có ý kiến; \
          có người; cũng có người; số ít; một số ít; thiểu số; một ý kiến; có cử tri; có phụ huynh",
            Band::Few,
        ),
    ])
});

/// Words of a tendency, strong enough to decide it.
static CUES: LazyLock<Phrases<Tendency>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            "đồng tình; tán thành; ủng hộ; đồng thuận; nhất trí; hoan nghênh; phấn khởi; vui mừng; vui vẻ; hài lòng; \
             tin tưởng; đánh giá cao; đánh giá tốt; đánh giá tích cực; ghi nhận; khen; khen ngợi; biểu dương; hào hứng; \
             xúc động; tự hào; yên tâm; an tâm; chấp hành tốt; hưởng ứng; cảm ơn; biết ơn; đồng ý; đồng lòng; cảm kích; \
             trân trọng; mừng; ấn tượng; phấn chấn; kỳ vọng lớn; tích cực tham gia",
            Tendency::Agree,
        ),
        (
            "phản đối; bức xúc; phẫn nộ; bất bình; bất mãn; phê phán; lên án; tẩy chay; bất công; không công bằng; \
             chưa công bằng; thiếu công bằng; không minh bạch; thiếu minh bạch; chưa minh bạch; thiếu khách quan; \
             ghi thiếu; thiên vị; khuất tất; sai phạm; vòi vĩnh; hạch sách; nhũng nhiễu; chỉ trích; bất hợp lý; \
             không hợp lý; chưa hợp lý; chưa thỏa đáng; không thỏa đáng; không chấp nhận; khó chấp nhận; gay gắt; lạm thu; \
             ngăn cản; khiếu nại; tố cáo; kiên quyết không",
            Tendency::Disagree,
        ),
        (
            "băn khoăn; lo lắng; lo ngại; lo sợ; lo âu; lo; e ngại; quan ngại; ái ngại; ngại; trăn trở; tâm tư; \
             thắc mắc; nghi ngờ; hoài nghi; đặt câu hỏi; bất an; hoang mang; sợ; phàn nàn; kêu ca; than phiền; chưa yên tâm; \
             không yên tâm; chưa an tâm; thiếu tin tưởng; chưa tin tưởng; giảm lòng tin; mất lòng tin; xấu hổ; thiệt thòi; \
             bỏ lại phía sau; khó hiểu; rất khổ; vất vả; khó khăn; sốt ruột; nôn nóng; chưa rõ; quá muộn; quá chậm; không còn động lực; \
             mong; mong sớm; đề nghị; yêu cầu làm rõ; chưa hiểu; buồn; thất vọng; hụt hẫng; dao động; ngán ngại; bi quan",
            Tendency::Worry,
        ),
        (
            "mong muốn; kiến nghị; nguyện vọng; có nguyện vọng; đề xuất; kỳ vọng; mong mỏi; ước mong; mong ước; ước muốn",
            Tendency::Wish,
        ),
        // Words that hold one of the above and say something else.
        (
            "chăm lo; lo liệu; lo toan; kiến nghị của; ghi nhận được; khó khăn hơn; không sợ",
            Tendency::Unclear,
        ),
    ])
});

/// Words that turn a cue of agreement round when they stand up to this many words before it.
const NEGATION_REACH: usize = 3;

static NEGATIONS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "không; chưa; chẳng; không hoàn toàn; chưa thật sự; chưa thực sự; thiếu; không mấy; ít",
        (),
    )])
});

/// Verbs that report an opinion without saying which.
static SAYING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "cho rằng; cho biết; phản ánh; nêu; nhận định; nhận thấy; cảm thấy; bày tỏ; bày tỏ sự; nói",
        (),
    )])
});

/// Words that make a reported fact a complaint.
static LACKS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "không; chưa; chậm; thiếu; bị; khó; ít; giảm; quá; kém; hỏng; xuống cấp; ô nhiễm; đắt; cao hơn; tăng cao; mất; lãng phí; \
         trễ; muộn; phải chờ; nợ; rườm rà; phiền hà",
        (),
    )])
});

/// Words of people after a band: `nhiều hộ`, `một số ý kiến`; `một số tuyến đường` is no opinion.
static PEOPLE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "ý kiến; người; hộ; cán bộ; đảng viên; nhân dân; người dân; bà con; cử tri; phụ huynh; công nhân; nông dân; tiểu thương; \
         giáo viên; học sinh; sinh viên; thanh niên; phụ nữ; chị em; doanh nghiệp; gia đình; cư dân; dân; hội viên; xã viên; \
         ngư dân; nạn nhân; cựu chiến binh; đoàn viên; dư luận; quần chúng; đồng bào; cha mẹ; bạn đọc; tín đồ; giáo dân; \
         phật tử; lao động; tài xế; lái xe; chủ; hợp tác xã; viên chức; công chức; đại biểu; trưởng thôn; nhà giáo; y bác sĩ; \
         bác sĩ; bệnh nhân; già làng; chức sắc; trí thức; văn nghệ sĩ; người lao động; chủ hộ; tổ trưởng; cơ sở; luồng ý kiến; \
         tài khoản; bình luận; khách hàng; du khách; kiều bào; cán bộ hưu trí; quần chúng nhân dân; tầng lớp nhân dân",
        (),
    )])
});

/// Names of many that can stand without a band: `Cử tri kiến nghị …`. `Người bị hại đề nghị …` speaks of one.
static COLLECTIVES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "nhân dân; người dân; bà con; bà con nhân dân; cử tri; cán bộ, đảng viên; cán bộ, đảng viên và nhân dân; đảng viên; \
         dư luận; dư luận xã hội; dư luận nhân dân; quần chúng; quần chúng nhân dân; đồng bào; đồng bào các dân tộc; công nhân; \
         người lao động; nông dân; tiểu thương; phụ huynh; phụ huynh học sinh; cha mẹ học sinh; giáo viên; ngư dân; thanh niên; \
         hội viên; đoàn viên; các hộ; các hộ dân; các tiểu thương; các tầng lớp nhân dân; các doanh nghiệp; doanh nghiệp; giáo dân",
        (),
    )])
});

/// Words that may stand between a band and its people: `nhiều bà con`, `đa số các hộ`.
const PEOPLE_REACH: usize = 4;

/// Words of a strong feeling.
static HARSH: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[("gay gắt; bức xúc; phẫn nộ; quyết liệt; bất bình; kịch liệt; phản ứng mạnh", ())])
});

/// Words that lead to an opinion in the middle of a sentence: `…, song một số ý kiến …`.
static TURNS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        "tuy nhiên; tuy vậy; song; nhưng; bên cạnh đó; đồng thời; ngoài ra; mặt khác; trong đó; trong khi đó; ngược lại; \
         cùng với đó; thế nhưng; tuy nhiên vẫn; nhưng vẫn; song vẫn; nhưng cũng; song cũng",
        (),
    )])
});

/// The streams of a matter, in the order of its text. `topic` is the matter's own.
pub fn streams(paragraphs: &[String], topic: Option<Uuid>) -> Vec<NewStream> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let bulleted = paragraph.starts_with(['-', '+', '*', '•']);
        for (start, end) in clauses(paragraph) {
            let clause = &paragraph[start..end];
            if let Some(stream) = stream(clause, bulleted && start <= 4, topic) {
                found.push(stream);
            }
        }
    }
    found
}

/// Sentences, cut again where an opinion begins after a semicolon or a turning word.
fn clauses(paragraph: &str) -> Vec<(usize, usize)> {
    let mut clauses = Vec::new();
    for (start, end) in sentences::split(paragraph) {
        let sentence = &paragraph[start..end];
        let mut from = 0;
        for (at, c) in sentence.char_indices() {
            if !matches!(c, ';' | ',' | ':') || at <= from {
                continue;
            }
            let after = &sentence[at + 1..];
            let turned = without_turn(after);
            let begins = banded(turned).is_some();
            let cuts = match c {
                ';' => begins,
                // `Ở thôn Đông Hạ: Đa số Nhân dân …`: what stands before says where.
                ':' => {
                    begins && sentence[from..at].chars().count() < 90 && banded(&sentence[from..at]).is_none()
                }
                _ => begins && turned.len() < after.trim_start().len(),
            };
            if cuts {
                if c != ':' {
                    clauses.push((start + from, start + at));
                }
                from = at + 1;
            }
        }
        clauses.push((start + from, end));
    }
    clauses
}

/// The text after a turning word at its front.
fn without_turn(text: &str) -> &str {
    let trimmed = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let words = tokens(trimmed);
    let mut at = 0;
    while let Some((length, ())) = TURNS.at(&words, at) {
        at += length;
    }
    words.get(at).map_or(trimmed, |word| &trimmed[word.start..])
}

/// The band a clause begins with, when people follow it: words of the band, where the people begin.
fn banded(clause: &str) -> Option<(Vec<Token>, usize, Band)> {
    let words = tokens(clause);
    let (length, band) = BANDS.at(&words, 0)?;
    let named = |at: usize| PEOPLE.at(&words, at).is_some();
    // `có ý kiến`, `cá biệt có ý kiến` name their people themselves.
    let people = band == Band::Few || (length..length + PEOPLE_REACH).any(named);
    people.then_some((words, length, band))
}

fn stream(clause: &str, bulleted: bool, topic: Option<Uuid>) -> Option<NewStream> {
    let clause = without_turn(clause);
    let whole = clause.trim_end_matches([';', ',', ' ']);
    let Some((words, length, band)) = banded(whole) else {
        return plain_stream(whole, topic);
    };
    let cue = cue(&words, length);
    let says = SAYING.first(&words, length);
    let tendency = match &cue {
        Some(cue) => cue.tendency,
        None if says.is_some_and(|(at, ..)| LACKS.first(&words, at).is_some()) => Tendency::Worry,
        None if says.is_some_and(|(at, length, ())| {
            between(whole, &words, at, at + length).eq_ignore_ascii_case("phản ánh")
        }) =>
        {
            Tendency::Worry
        }
        None => Tendency::Unclear,
    };
    let opinion = words[..words.len().min(length + 2)].iter().any(|word| word.key == "kiên5");
    // A number of people and no opinion is a fact of the matter.
    if tendency == Tendency::Unclear && says.is_none() && !opinion && !bulleted {
        return None;
    }
    let group_end = match (&cue, says) {
        (Some(cue), Some((at, ..))) => cue.from.min(at),
        (Some(cue), None) => cue.from,
        (None, Some((at, ..))) => at,
        (None, None) => length,
    };
    Some(NewStream {
        topic,
        group_name: group(whole, &words, length, group_end),
        band,
        tendency,
        intensity: intensity(whole),
        gist: whole.trim().to_owned(),
        band_word: between(whole, &words, 0, length).to_lowercase(),
        tendency_word: cue
            .map_or_else(String::new, |cue| between(whole, &words, cue.from, cue.to).to_lowercase()),
    })
}

/// `Nhân dân phấn khởi trước …`: people and a tendency without a band. Only a strong word right after the people counts.
fn plain_stream(clause: &str, topic: Option<Uuid>) -> Option<NewStream> {
    let words = tokens(clause);
    let (people, ()) = COLLECTIVES.at(&words, 0)?;
    let cue = cue(&words, people)?;
    let near = cue.from <= people + 8;
    let weak = cue.tendency == Tendency::Worry && cue.to - cue.from < 2;
    // `… được ghi nhận`: done to them, not by them.
    let passive = cue.from > 0 && matches!(words[cue.from - 1].key.as_str(), "đươc5" | "bi5");
    if !near || weak || passive {
        return None;
    }
    Some(NewStream {
        topic,
        group_name: group(clause, &words, 0, cue.from),
        band: Band::Unknown,
        tendency: cue.tendency,
        intensity: intensity(clause),
        gist: clause.trim().to_owned(),
        band_word: String::new(),
        tendency_word: between(clause, &words, cue.from, cue.to).to_lowercase(),
    })
}

struct Cue {
    from: usize,
    to: usize,
    tendency: Tendency,
}

/// The first word of a tendency from word `from` on; agreement that is denied is disagreement, opposition denied is
/// agreement.
fn cue(words: &[Token], from: usize) -> Option<Cue> {
    let mut at = from;
    loop {
        let (found, length, tendency) = CUES.first(words, at)?;
        if tendency == Tendency::Unclear {
            at = found + length;
            continue;
        }
        let reach = found.saturating_sub(NEGATION_REACH).max(from);
        let denied = (reach..found).find(|&before| {
            NEGATIONS
                .at(words, before)
                .is_some_and(|(length, ())| before + length <= found && close(words, before + length, found))
        });
        let (from, tendency) = match (denied, tendency) {
            (Some(before), Tendency::Agree) => (before, Tendency::Disagree),
            (Some(before), Tendency::Disagree) if found == before + 1 => (before, Tendency::Agree),
            (Some(before), Tendency::Worry) if found == before + 1 && words[before].key != "it5" => {
                (before, Tendency::Agree)
            }
            (_, tendency) => (found, tendency),
        };
        return Some(Cue { from, to: found + length, tendency });
    }
}

/// Between a negation and what it denies stand only words like `hoàn toàn`, `thật sự`, `được`.
fn close(words: &[Token], from: usize, to: usize) -> bool {
    words[from..to].iter().all(|word| {
        matches!(
            word.key.as_str(),
            "hoan2"
                | "toan2"
                | "thât5"
                | "thưc5"
                | "sư5"
                | "đươc5"
                | "cao"
                | "mây5"
                | "hê2"
                | "co5"
                | "con2"
                | "thê3"
        )
    })
}

/// The people a stream speaks of: what stands between the band and the opinion, without `ý kiến của`.
fn group(clause: &str, words: &[Token], from: usize, to: usize) -> String {
    const LIMIT: usize = 80;
    let mut text = between(clause, words, from, to).trim();
    // Parentheses and asides end the naming of a group.
    text = text.split(['(', ':', ';', '“', '"']).next().unwrap_or_default().trim();
    for lead in ["ý kiến của", "ý kiến trong", "ý kiến từ", "ý kiến", "các ", "luồng ý kiến"]
    {
        if text.len() >= lead.len()
            && text.is_char_boundary(lead.len())
            && text[..lead.len()].eq_ignore_ascii_case(lead)
        {
            text = text[lead.len()..].trim_start();
        }
    }
    for tail in [
        " cũng",
        " đã",
        " rất",
        " có",
        " còn",
        " đang",
        " đều",
        " vẫn",
        " hết sức",
        " bày tỏ",
        " tỏ ra",
        " chia sẻ",
    ] {
        text = text.strip_suffix(tail).unwrap_or(text);
    }
    let text = text.trim_matches([',', ' ', '-']);
    if text.chars().count() <= LIMIT {
        return text.to_owned();
    }
    text.split(',')
        .next()
        .map(str::trim)
        .filter(|part| part.chars().count() <= LIMIT)
        .unwrap_or_default()
        .to_owned()
}

fn intensity(clause: &str) -> Intensity {
    if HARSH.occurs(clause) { Intensity::Harsh } else { Intensity::None }
}

/// True when a line begins with an opinion and its band.
pub fn begins_with_band(line: &str) -> bool {
    banded(without_turn(line)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Band, Tendency, String)> {
        streams(&[text.to_owned()], None)
            .into_iter()
            .map(|stream| (stream.band, stream.tendency, stream.group_name))
            .collect()
    }

    #[test]
    fn bands_tendencies_and_groups() {
        for (text, band, tendency, group) in [
            ("- Đa số Nhân dân đồng tình với chủ trương.", Band::Majority, Tendency::Agree, "Nhân dân"),
            (
                "Tuyệt đại đa số cán bộ, đảng viên tin tưởng.",
                Band::Overwhelming,
                Tendency::Agree,
                "cán bộ, đảng viên",
            ),
            ("Phần lớn hộ dân chưa hoàn toàn đồng tình.", Band::Majority, Tendency::Disagree, "hộ dân"),
            (
                "Nhiều ý kiến của tiểu thương phản đối việc di dời.",
                Band::Many,
                Tendency::Disagree,
                "tiểu thương",
            ),
            ("Tuy nhiên, vẫn còn một số ý kiến băn khoăn.", Band::Some, Tendency::Worry, ""),
            ("Một bộ phận thanh niên mong muốn có việc làm.", Band::Some, Tendency::Wish, "thanh niên"),
            ("Có ý kiến cho rằng làm như vậy là chưa công bằng.", Band::Few, Tendency::Disagree, ""),
            ("Không ít người cho biết nước chảy yếu, không đủ dùng.", Band::Many, Tendency::Worry, "người"),
            ("Đa số bà con không phản đối dự án.", Band::Majority, Tendency::Agree, "bà con"),
            ("Một số ý kiến trung tính.", Band::Some, Tendency::Unclear, "trung tính"),
        ] {
            let found = read(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((found[0].0, found[0].1), (band, tendency), "{text}");
            if group != "trung tính" {
                assert_eq!(found[0].2, group, "{text}");
            }
        }
    }

    #[test]
    fn several_in_one_sentence() {
        let found = read(
            "Qua nắm bắt: Đa số Nhân dân đồng tình với chủ trương; một số ý kiến lo lắng về tiến độ, song cũng có ý kiến phản đối.",
        );
        let kinds: Vec<_> = found.iter().map(|(band, tendency, _)| (*band, *tendency)).collect();
        assert_eq!(
            kinds,
            [
                (Band::Majority, Tendency::Agree),
                (Band::Some, Tendency::Worry),
                (Band::Few, Tendency::Disagree)
            ]
        );
    }

    #[test]
    fn facts_are_no_streams() {
        for text in [
            "Một số tuyến đường xuống cấp, băn khoăn chưa biết khi nào sửa.",
            "Nước đục khiến một số hộ phải mua nước bình.",
            "Nhiều gia đình có xe.",
            "Công ty lo liệu việc đưa đón.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
        assert_eq!(read("Nhân dân phấn khởi trước kết quả đạt được.").len(), 1);
    }
}
