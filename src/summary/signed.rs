//! The signed paper read back: what it says becomes the text of the sections, and sentences that are still there, or nearly so,
//! keep their citations. Pure functions over the lines of a Word file.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::model::{Exhibit, Section, Sentence, citation, sentences, without_citations};
use crate::text;

/// What a signed paper says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadBack {
    /// Its whole text.
    pub text: String,
    /// The number it bears.
    pub number: Option<String>,
    /// The day it was signed.
    pub day: Option<NaiveDate>,
    /// The text of each section, with citations.
    pub bodies: Vec<(Uuid, String)>,
    /// Cited sentences that stand as they were.
    pub same: usize,
    /// Cited sentences whose words were changed.
    pub changed: usize,
    /// Cited sentences that are gone.
    pub lost: Vec<String>,
}

/// Words two sentences must share, in hundredths of all their words, for one to be the other mended.
const MENDED: usize = 55;

/// Lines from the top among which number and day stand.
const HEAD: usize = 20;

/// Reads a signed paper back. `None` when none of the headings stands in it: it is another paper.
///
/// `placed` are the tables and charts of the sections with the lines they print: they stand for their tokens.
pub fn read_back(
    sections: &[Section],
    lines: &[String],
    placed: &[(Exhibit, Vec<String>)],
) -> Option<ReadBack> {
    let parts = parts(sections, &with_tokens(lines, placed))?;
    let head = &lines[..lines.len().min(HEAD)];
    let mut read = ReadBack {
        text: whole(lines),
        number: head.iter().find_map(|line| number(line)),
        day: head.iter().find(|line| is_dated(line)).and_then(|line| day(line)),
        ..ReadBack::default()
    };
    for (section, lines) in sections.iter().zip(parts) {
        let body = carry_over(&lines, &section.body, &mut read);
        read.bodies.push((section.id, body));
    }
    Some(read)
}

/// The lines with a token for each table and chart in the place of what it prints.
fn with_tokens(lines: &[String], placed: &[(Exhibit, Vec<String>)]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut left = placed.iter().filter(|(_, printed)| !printed.is_empty()).peekable();
    // What the table that is being read prints.
    let mut inside: HashSet<String> = HashSet::new();
    for line in lines {
        let said = text::fold(line.trim());
        if let Some((exhibit, printed)) = left.next_if(|(_, printed)| text::fold(printed[0].trim()) == said) {
            out.push(exhibit.token());
            inside = printed.iter().map(|line| text::fold(line.trim())).collect();
        } else if !inside.contains(&said) {
            if !said.is_empty() {
                inside.clear();
            }
            out.push(line.clone());
        }
    }
    out
}

/// `Số 212-BC/ĐU`, `Số: 30/BC-UBND`: the number with its sign; nothing while its place is blank.
fn number(line: &str) -> Option<String> {
    let line = line.trim();
    let rest = line.strip_prefix("Số").or_else(|| line.strip_prefix("SỐ"))?;
    let number = rest.trim_start_matches(|sign: char| sign == ':' || sign.is_whitespace());
    let begun = rest.len() > number.len() && number.starts_with(|sign: char| sign.is_ascii_digit());
    begun.then(|| number.split_whitespace().collect::<Vec<_>>().join("")).filter(|number| number.len() <= 40)
}

/// True for the line of place and day, blank or filled in. A day the text speaks of is none of the paper's own.
fn is_dated(line: &str) -> bool {
    let folded = text::fold(line);
    let words: Vec<&str> =
        folded.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    folded.contains(", ngay") && words.ends_with(&["ngay", "thang", "nam"])
}

/// `Nam Sơn, ngày 05 tháng 11 năm 2026`; nothing while the day is blank.
fn day(line: &str) -> Option<NaiveDate> {
    let folded = text::fold(line);
    let words: Vec<&str> =
        folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(6).find_map(|part| match part {
        ["ngay", day, "thang", month, "nam", year] => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    })
}

fn whole(lines: &[String]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// A heading without its number, in capitals or not.
fn bare(line: &str) -> String {
    let folded = text::fold(line.trim());
    let rest = folded.split_once([' ', '\u{a0}']).filter(|(number, _)| {
        number.ends_with(['-', '.', ')'])
            && number.len() <= 7
            && number.chars().all(|sign| sign.is_ascii_alphanumeric() || "-.)".contains(sign))
    });
    rest.map_or(folded.as_str(), |(_, rest)| rest).trim().to_owned()
}

/// What follows the text: recipients and signatures.
fn is_end(line: &str) -> bool {
    let folded = text::fold(line.trim());
    folded == "noi nhan"
        || folded.starts_with("noi nhan:")
        || ["t/m ", "tm. ", "k/t ", "kt. ", "t/l ", "tl. "].iter().any(|begin| folded.starts_with(begin))
}

/// The lines of each section, in the order of the outline.
fn parts(sections: &[Section], lines: &[String]) -> Option<Vec<Vec<String>>> {
    let mut parts = vec![Vec::new(); sections.len()];
    let mut at: Option<usize> = None;
    for line in lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        if at.is_some() && is_end(line) {
            break;
        }
        let heading = bare(line);
        let next = at.map_or(0, |at| at + 1);
        let found = (next..sections.len()).find(|place| {
            let wanted = bare(&sections[*place].heading);
            !wanted.is_empty() && heading == wanted
        });
        match (found, at) {
            (Some(found), _) => at = Some(found),
            (None, Some(at)) => parts[at].push(line.to_owned()),
            (None, None) => {}
        }
    }
    at.map(|_| parts)
}

/// A sentence of a signed line.
struct Place {
    line: usize,
    /// Byte behind its last word.
    end: usize,
    key: String,
    words: HashSet<String>,
}

fn places(lines: &[String]) -> Vec<Place> {
    let mut places = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let mut begin = 0;
        let mut ends: Vec<usize> = text
            .char_indices()
            .filter(|(at, sign)| {
                matches!(sign, '.' | ';' | '!' | '?')
                    && text[at + sign.len_utf8()..].chars().next().is_none_or(char::is_whitespace)
            })
            .map(|(at, sign)| at + sign.len_utf8())
            .collect();
        if ends.last() != Some(&text.len()) {
            ends.push(text.len());
        }
        for end in ends {
            let sentence = &text[begin..end];
            let kept = sentence.trim_end_matches(['.', ';', '!', '?', ' ']).len();
            if kept > 0 {
                places.push(Place { line, end: begin + kept, key: key(sentence), words: words(sentence) });
            }
            begin = end;
        }
    }
    places
}

fn key(sentence: &str) -> String {
    let folded = text::fold(sentence);
    let words: Vec<&str> =
        folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn words(sentence: &str) -> HashSet<String> {
    key(sentence).split(' ').map(str::to_owned).collect()
}

fn share(one: &HashSet<String>, other: &HashSet<String>) -> usize {
    let both = one.intersection(other).count();
    let all = one.len() + other.len() - both;
    (both * 100).checked_div(all).unwrap_or(0)
}

/// The lines with the citations of the sentences that are found in them. A line that stands word for word keeps all its tokens:
/// live counts, and which synthesis of a shorter period it was taken from.
fn carry_over(lines: &[String], body: &str, read: &mut ReadBack) -> String {
    let mut told: Vec<String> = lines.to_vec();
    let mut open: Vec<usize> = (0..lines.len()).collect();
    let mut cited = Vec::new();
    for own in body.lines() {
        let plain = without_citations(own);
        let said: Vec<Sentence> = sentences(own).into_iter().filter(|one| !one.sources.is_empty()).collect();
        let stands = open.iter().position(|at| !plain.trim().is_empty() && lines[*at].trim() == plain.trim());
        match stands {
            Some(place) => {
                let at = open.remove(place);
                own.trim().clone_into(&mut told[at]);
                read.same += said.len();
            }
            None => cited.extend(said),
        }
    }
    let left: Vec<String> = open.iter().map(|at| lines[*at].clone()).collect();
    for (at, line) in open.into_iter().zip(with_citations(&left, cited, read)) {
        told[at] = line;
    }
    told.join("\n")
}

/// The lines with the citations of the sentences that are found in them, or nearly so.
fn with_citations(lines: &[String], cited: Vec<Sentence>, read: &mut ReadBack) -> Vec<String> {
    let places = places(lines);
    let mut tokens: HashMap<usize, Vec<Uuid>> = HashMap::new();
    let mut left = Vec::new();
    let mut taken: HashSet<usize> = HashSet::new();
    for sentence in cited {
        let wanted = key(&sentence.text);
        // A sentence of ours may be two of the paper: the last carries the citation.
        let found = places
            .iter()
            .enumerate()
            .find(|(at, place)| !taken.contains(at) && (place.key == wanted || ends_with(&wanted, place)));
        match found {
            Some((at, _)) => {
                read.same += 1;
                taken.insert(at);
                tokens.entry(at).or_default().extend(sentence.sources);
            }
            None => left.push(sentence),
        }
    }
    for sentence in left {
        let wanted = words(&sentence.text);
        let best = places
            .iter()
            .enumerate()
            .filter(|(at, _)| !taken.contains(at))
            .map(|(at, place)| (share(&wanted, &place.words), std::cmp::Reverse(at)))
            .max()
            .filter(|(share, _)| *share >= MENDED);
        match best {
            Some((_, std::cmp::Reverse(at))) => {
                read.changed += 1;
                taken.insert(at);
                tokens.entry(at).or_default().extend(sentence.sources);
            }
            None => read.lost.push(sentence.text),
        }
    }
    let mut told: Vec<String> = lines.to_vec();
    let mut order: Vec<(usize, Vec<Uuid>)> = tokens.into_iter().collect();
    // From the end, so that what stands before keeps its place.
    order.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    for (at, mut sources) in order {
        sources.dedup();
        let place = &places[at];
        told[place.line].insert_str(place.end, &citation(&sources));
    }
    told
}

/// The place is the last of several sentences that were one of ours.
fn ends_with(wanted: &str, place: &Place) -> bool {
    place.words.len() > 3 && wanted.len() > place.key.len() && wanted.ends_with(place.key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::export::{blocks_of, heading};
    use crate::summary::gather::draft;
    use crate::summary::gather::tests::{october, outline, phrases};
    use crate::summary::model::{Count, cited, counted, counts, numbers, origin, origins};

    fn drafted() -> Vec<Section> {
        let mut sections = draft(&october(), &outline(), &phrases());
        for (section, name) in sections.iter_mut().zip([
            "Tình hình chung",
            "Những vấn đề dư luận quan tâm",
            "Nhận định, dự báo",
            "Kiến nghị, đề xuất",
        ]) {
            section.heading = name.to_owned();
        }
        sections
    }

    /// The lines as a reader of Word files gives them.
    fn signed(sections: &[Section]) -> Vec<String> {
        let mut lines: Vec<String> = [
            "ĐẢNG BỘ HUYỆN",
            "ĐẢNG ỦY XÃ LỘC AN",
            "Số 12-BC/ĐU",
            "BÁO CÁO",
            "tình hình Nhân dân tháng 10/2026",
        ]
        .map(str::to_owned)
        .to_vec();
        lines.extend(blocks_of(sections));
        lines.extend(
            ["Nơi nhận:", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ", "Nguyễn Văn Bền"].map(str::to_owned),
        );
        lines
    }

    #[test]
    fn an_unchanged_paper_gives_every_section_back_with_its_citations() {
        let sections = drafted();
        let read = read_back(&sections, &signed(&sections), &[]).unwrap();
        assert_eq!((read.changed, read.lost.clone()), (0, Vec::new()));
        for (section, (id, body)) in sections.iter().zip(&read.bodies) {
            assert_eq!(section.id, *id);
            assert_eq!(without_citations(body), without_citations(&section.body));
            assert_eq!(cited(body), cited(&section.body), "{body}");
        }
        assert!(read.text.contains("Số 12-BC/ĐU") && read.text.contains("Nguyễn Văn Bền"));
    }

    #[test]
    fn mended_sentences_keep_their_sources_and_what_was_struck_out_is_told() {
        let sections = drafted();
        let mut lines = signed(&sections);
        let at = lines.iter().position(|line| line.contains("thư viện")).unwrap();
        lines.remove(at);
        let at = lines.iter().position(|line| line.contains("bồi thường thấp hơn")).unwrap();
        lines[at] = lines[at].replace("thấp hơn giá thị trường", "còn thấp so với giá thị trường");
        let read = read_back(&sections, &lines, &[]).unwrap();
        assert_eq!((read.changed, read.lost.len()), (1, 1), "{read:?}");
        assert!(read.lost[0].contains("thư viện"));
        let body = &read.bodies[1].1;
        let mended = sentences(body).into_iter().find(|one| one.text.contains("còn thấp so với")).unwrap();
        let before = sentences(&sections[1].body);
        let before = before.iter().find(|one| one.text.contains("bồi thường thấp hơn")).unwrap();
        assert_eq!(mended.sources, before.sources);
    }

    #[test]
    fn lines_that_stand_keep_their_live_counts_and_where_they_were_taken_from() {
        let mut sections = drafted();
        let july = Uuid::from_u128(7);
        sections[0].body = format!("Đã tiếp nhận {} báo cáo.", counted(12, Count::Reports));
        sections[1].body = format!("Tháng 7/2026{}:\n{}", origin(july), sections[1].body);
        let read = read_back(&sections, &signed(&sections), &[]).unwrap();
        let bodies: Vec<&str> = read.bodies.iter().map(|(_, body)| body.as_str()).collect();
        assert_eq!((counts(bodies[0]).len(), origins(bodies[1])), (1, vec![july]), "{bodies:?}");
        // A number that was mended by hand is that number for good.
        let mended: Vec<String> =
            signed(&sections).into_iter().map(|line| line.replace("tiếp nhận 12", "tiếp nhận 13")).collect();
        let read = read_back(&sections, &mended, &[]).unwrap();
        assert_eq!(read.bodies[0].1, "Đã tiếp nhận 13 báo cáo.");
    }

    #[test]
    fn only_the_line_of_recipients_ends_the_text() {
        let sections = drafted();
        let mut lines = signed(&sections);
        let at = lines.iter().position(|line| line.contains("thư viện")).unwrap();
        lines.insert(at, "Nơi nhận hỗ trợ xa nhà, nhiều hộ phải đi hai lần.".to_owned());
        let read = read_back(&sections, &lines, &[]).unwrap();
        assert_eq!(read.lost, Vec::<String>::new());
        assert!(read.bodies[1].1.contains("Nơi nhận hỗ trợ") && !read.bodies[3].1.contains("Lưu Văn phòng"));
    }

    #[test]
    fn a_table_in_the_text_stays_the_token_it_was() {
        let mut sections = drafted();
        let exhibit = Exhibit::Chart(crate::summary::model::ChartKind::Topics);
        sections[0].body = format!("{}\n{}", sections[0].body, exhibit.token());
        let mut lines = signed(&sections);
        let at = lines.iter().position(|line| line.starts_with("II-")).unwrap();
        let printed = ["Biểu đồ 1. Số báo cáo theo lĩnh vực", "Đất đai", "7"].map(str::to_owned).to_vec();
        lines.splice(at..at, printed.clone());
        let read = read_back(&sections, &lines, &[(exhibit, printed)]).unwrap();
        assert!(read.bodies[0].1.ends_with(&exhibit.token()), "{}", read.bodies[0].1);
        assert!(!read.bodies[0].1.contains("Đất đai\n"));
        assert!(read.text.contains("Biểu đồ 1."), "what was issued says all it says");
    }

    #[test]
    fn number_and_day_are_read_where_they_were_filled_in() {
        for (line, wanted) in [
            ("Số 212-BC/BTGDVTU", Some("212-BC/BTGDVTU")),
            ("Số: 30 /BC-UBND", Some("30/BC-UBND")),
            ("Số \u{a0}\u{a0}\u{a0}-BC/ĐU", None),
            ("Số báo cáo: 12", None),
            ("Số12", None),
        ] {
            assert_eq!(number(line).as_deref(), wanted, "{line}");
        }
        let fifth = NaiveDate::from_ymd_opt(2026, 11, 5);
        assert_eq!(day("Nam Sơn, ngày 05 tháng 11 năm 2026"), fifth);
        assert_eq!(day("Nam Sơn, ngày \u{a0}\u{a0} tháng 11 năm 2026"), None);
        assert_eq!(day("ngày 31 tháng 2 năm 2026"), None);
        let sections = drafted();
        let mut lines = signed(&sections);
        lines.insert(3, "Lộc An, ngày 05 tháng 11 năm 2026".to_owned());
        let read = read_back(&sections, &lines, &[]).unwrap();
        assert_eq!((read.number.as_deref(), read.day), (Some("12-BC/ĐU"), fifth));
        // Written by hand, it is not in the file: a day further down is not taken for it.
        lines[3] = "Lộc An, ngày      tháng      năm 2026".to_owned();
        lines.insert(4, "Thực hiện Kế hoạch số 5-KH/ĐU, ngày 12 tháng 3 năm 2024".to_owned());
        assert_eq!(read_back(&sections, &lines, &[]).unwrap().day, None);
    }

    #[test]
    fn another_paper_is_none_of_it() {
        let lines = ["CÔNG VĂN", "về việc mời họp", "Kính gửi các đồng chí."].map(str::to_owned);
        assert_eq!(read_back(&drafted(), &lines, &[]), None);
    }

    #[test]
    fn headings_are_known_in_capitals_and_under_other_numbers() {
        let sections = drafted();
        let lines: Vec<String> = signed(&sections)
            .into_iter()
            .map(|line| if line.starts_with("II-") { line.replace("II-", "2.") } else { line })
            .collect();
        let read = read_back(&sections, &lines, &[]).unwrap();
        assert_eq!(read.lost, Vec::<String>::new());
        let (level, number) = numbers(&sections, |_| true)[0].clone();
        assert_eq!(bare(&heading(level, &number, "Tình hình chung")), "tinh hinh chung");
    }
}
