//! Sentences with gaps, as the data files of the demonstration write them:
//!
//! | gap | becomes |
//! |---|---|
//! | `{thon}` `{thon2}` | a base unit of the commune, and another one |
//! | `{xa}` `{ten_xa}` | the commune: `xã Lộc An`, `Lộc An` |
//! | `{truong}` `{cho}` `{duong}` `{kenh}` | a school, market, road, canal or stream there |
//! | `{ngay}` `{thang}` `{thang_truoc}` `{thang_sau}` `{nam}` | a day shortly before the report; months and year around it |
//! | `{12-40}` `{20-60/5}` | a number of the span, in steps |
//! | `{n:12-40}` … `{n}` | a number, and the same one again |
//! | `{a|b|c}` | one of them |

use std::fmt::Write as _;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::chance::Chance;

/// A sentence with gaps, ready to be filled many times.
#[derive(Clone, Debug)]
pub struct Template(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Slot(Slot),
    Number { label: Option<char>, low: i64, high: i64, step: i64 },
    Again(char),
    Choice(Vec<String>),
}

#[derive(Clone, Copy, Debug)]
enum Slot {
    Base,
    OtherBase,
    Commune,
    CommuneName,
    School,
    Market,
    Road,
    Canal,
    Day,
    Month,
    MonthBefore,
    MonthAfter,
    Year,
}

/// A gap that means nothing: the text inside the braces.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a gap that means nothing: {0}")]
pub struct UnknownGap(pub String);

/// Where and when a matter happens; fills the gaps of its sentences alike.
#[derive(Clone, Debug, Default)]
pub struct Scene<'a> {
    /// Base unit, as in a sentence: thôn Đông Hạ.
    pub base: &'a str,
    /// Another base unit of the commune.
    pub other_base: &'a str,
    /// Commune with its kind: xã Lộc An.
    pub commune: &'a str,
    /// Commune without it: Lộc An.
    pub commune_name: &'a str,
    /// A school.
    pub school: &'a str,
    /// A market.
    pub market: &'a str,
    /// A road.
    pub road: &'a str,
    /// A canal or stream.
    pub canal: &'a str,
    /// The day of the report.
    pub day: NaiveDate,
    pub(super) numbers: Vec<(char, i64)>,
}

impl Scene<'_> {
    /// Forgets the numbers kept for `{n}`, before the next matter.
    pub fn forget_numbers(&mut self) {
        self.numbers.clear();
    }
}

impl Template {
    /// Reads a sentence with gaps.
    ///
    /// # Errors
    /// [`UnknownGap`] for a gap this file does not know; the data files are held to it by a test.
    pub fn parse(text: &str) -> Result<Self, UnknownGap> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            let (gap, after) = after.split_once('}').ok_or_else(|| UnknownGap(after.to_owned()))?;
            pieces.push(piece(gap).ok_or_else(|| UnknownGap(gap.to_owned()))?);
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Self(pieces))
    }

    /// The sentence with its gaps filled; its first letter is a capital.
    pub fn fill(&self, scene: &mut Scene, chance: &mut Chance) -> String {
        let mut out = String::with_capacity(160);
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Slot(slot) => fill_slot(*slot, scene, chance, &mut out),
                Piece::Number { label, low, high, step } => {
                    let number = low + step * chance.between(0, (high - low) / step);
                    push_number(&mut out, number);
                    scene.numbers.extend(label.map(|label| (label, number)));
                }
                Piece::Again(label) => {
                    let kept = scene.numbers.iter().rev().find(|(own, _)| own == label);
                    push_number(&mut out, kept.map_or(2, |(_, number)| *number));
                }
                Piece::Choice(list) => out.push_str(chance.pick(list).map_or("", String::as_str)),
            }
        }
        with_capital(out)
    }
}

fn with_capital(text: String) -> String {
    let Some(first) = text.chars().next().filter(|first| first.is_lowercase()) else {
        return text;
    };
    let mut out: String = first.to_uppercase().collect();
    out.push_str(&text[first.len_utf8()..]);
    out
}

fn piece(gap: &str) -> Option<Piece> {
    if gap.contains('|') {
        return Some(Piece::Choice(gap.split('|').map(str::to_owned).collect()));
    }
    if let Some(slot) = slot(gap) {
        return Some(Piece::Slot(slot));
    }
    let mut letters = gap.chars();
    if let (Some(label), None) = (letters.next().filter(char::is_ascii_lowercase), letters.next()) {
        return Some(Piece::Again(label));
    }
    let (label, span) = match gap.split_once(':') {
        Some((label, span)) => (Some(label.chars().next()?), span),
        None => (None, gap),
    };
    let (span, step) = span.split_once('/').unwrap_or((span, "1"));
    let (low, high) = span.split_once('-')?;
    let (low, high, step) = (low.parse().ok()?, high.parse().ok()?, step.parse().ok()?);
    (low <= high && step > 0).then_some(Piece::Number { label, low, high, step })
}

fn slot(name: &str) -> Option<Slot> {
    Some(match name {
        "thon" => Slot::Base,
        "thon2" => Slot::OtherBase,
        "xa" => Slot::Commune,
        "ten_xa" => Slot::CommuneName,
        "truong" => Slot::School,
        "cho" => Slot::Market,
        "duong" => Slot::Road,
        "kenh" => Slot::Canal,
        "ngay" => Slot::Day,
        "thang" => Slot::Month,
        "thang_truoc" => Slot::MonthBefore,
        "thang_sau" => Slot::MonthAfter,
        "nam" => Slot::Year,
        _ => return None,
    })
}

fn fill_slot(slot: Slot, scene: &Scene, chance: &mut Chance, out: &mut String) {
    let month = |day: Option<NaiveDate>| day.unwrap_or(scene.day).month();
    // Writing to a String cannot fail.
    let _ = match slot {
        Slot::Base => write!(out, "{}", scene.base),
        Slot::OtherBase => write!(out, "{}", scene.other_base),
        Slot::Commune => write!(out, "{}", scene.commune),
        Slot::CommuneName => write!(out, "{}", scene.commune_name),
        Slot::School => write!(out, "{}", scene.school),
        Slot::Market => write!(out, "{}", scene.market),
        Slot::Road => write!(out, "{}", scene.road),
        Slot::Canal => write!(out, "{}", scene.canal),
        Slot::Day => {
            let before = Days::new(chance.between(1, 6).unsigned_abs());
            let day = scene.day.checked_sub_days(before).unwrap_or(scene.day);
            write!(out, "{}/{}", day.day(), day.month())
        }
        Slot::Month => write!(out, "{}", month(None)),
        Slot::MonthBefore => write!(out, "{}", month(scene.day.checked_sub_months(Months::new(1)))),
        Slot::MonthAfter => write!(out, "{}", month(scene.day.checked_add_months(Months::new(1)))),
        Slot::Year => write!(out, "{}", scene.day.year()),
    };
}

/// A number as offices write it: 1.250.
fn push_number(out: &mut String, number: i64) {
    let digits = number.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 3 {
            out.push('.');
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> String {
        let mut scene = Scene {
            base: "thôn Đông Hạ",
            commune: "xã Lộc An",
            day: NaiveDate::from_ymd_opt(2026, 1, 3).unwrap(),
            ..Scene::default()
        };
        Template::parse(text).unwrap().fill(&mut scene, &mut Chance::new(5))
    }

    #[test]
    fn gaps_are_filled_with_the_scene() {
        assert_eq!(filled("{thon}, {xa}: tháng {thang_truoc}"), "Thôn Đông Hạ, xã Lộc An: tháng 12");
        assert_eq!(filled("đủ {1200-1200} kg"), "Đủ 1.200 kg");
        assert_eq!(filled("{n:7-7} hộ, cả {n} hộ"), "7 hộ, cả 7 hộ");
        assert!(["Nước yếu", "Nước đục"].contains(&filled("nước {yếu|đục}").as_str()));
        let ready: i64 = filled("{20-60/5}").parse().unwrap();
        assert!((20..=60).contains(&ready) && ready % 5 == 0);
    }

    #[test]
    fn a_gap_that_means_nothing_is_told() {
        for text in ["{thôn}", "{9-2}", "{12", "{}", "{x:y}"] {
            assert!(Template::parse(text).is_err(), "{text}");
        }
    }
}
