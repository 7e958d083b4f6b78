//! Lists of a class as lines of text, one entry a line with semicolons between its parts: the estimate, the units summoned, the
//! agenda.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::text::dates::parse_day;
use crate::text::fold;
use crate::training::labels;
use crate::training::model::{AgendaKind, AgendaPoint, Cost, Summons};
use crate::words::Words;

/// The lines of the estimate.
pub(super) fn costs(costs: &[Cost], words: &Words) -> String {
    let line = |cost: &Cost| {
        format!("{}; {}; {}", cost.content, words.number(cost.quantity), words.number(cost.unit_cost))
    };
    costs.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads them: content; number; đồng for one. A line that is none comes back.
pub(super) fn read_costs(text: &str) -> Result<Vec<Cost>, String> {
    entries(text)
        .map(|line| {
            let mut parts = line.rsplitn(3, ';').map(str::trim);
            let (unit_cost, quantity) = (parts.next().and_then(amount), parts.next().and_then(amount));
            let content = parts.next().unwrap_or_default().to_owned();
            match (quantity, unit_cost) {
                (Some(quantity), Some(unit_cost)) if !content.is_empty() => {
                    Ok(Cost { content, quantity, unit_cost })
                }
                _ => Err(line.to_owned()),
            }
        })
        .collect()
}

/// The units summoned.
pub(super) fn summons(summons: &[Summons], words: &Words) -> String {
    let line = |one: &Summons| {
        let due = one.names_due.map(|day| format!("; {}", words.day(day))).unwrap_or_default();
        format!("{}; {}; {}{due}", one.unit_name, one.category, one.number)
    };
    summons.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads them: unit; whom; how many; the day names are due. A line whose unit is not known, or that is none, comes back.
pub(super) fn read_summons(
    text: &str,
    units: &[(Uuid, String)],
    before: &[Summons],
    today: NaiveDate,
) -> Result<Vec<Summons>, String> {
    let mut read = Vec::new();
    for line in entries(text) {
        let wrong = || line.to_owned();
        let parts: Vec<&str> = line.split(';').map(str::trim).collect();
        let (&[name, category, number], rest) = parts.split_first_chunk::<3>().ok_or_else(wrong)?;
        let names_due = match rest {
            [] | [""] => None,
            [day, ..] => Some(parse_day(day, today).map_err(|_| wrong())?),
        };
        let found = match all_of(name, units) {
            Some(all) => all,
            None => vec![(one_of(name, units, before).ok_or_else(wrong)?, name.to_owned())],
        };
        if found.is_empty() {
            return Err(wrong());
        }
        let number = amount(number).ok_or_else(wrong)?;
        read.extend(found.into_iter().map(|(unit, unit_name)| Summons {
            unit: Some(unit),
            unit_name,
            category: category.to_owned(),
            number,
            names_due,
            ..Summons::default()
        }));
    }
    Ok(read)
}

/// The unit of a name.
fn one_of(name: &str, units: &[(Uuid, String)], before: &[Summons]) -> Option<Uuid> {
    let wanted = fold(name);
    // A unit that was merged since is known by the rows that are there.
    let known = || before.iter().find(|one| fold(&one.unit_name) == wanted).and_then(|one| one.unit);
    units.iter().find(|(_, known)| fold(known) == wanted).map(|(id, _)| *id).or_else(known)
}

/// "tất cả xã, phường": every unit whose name begins so; `None` for the name of one unit.
fn all_of(name: &str, units: &[(Uuid, String)]) -> Option<Vec<(Uuid, String)>> {
    let folded = fold(name);
    let kinds: Vec<String> =
        folded.strip_prefix("tat ca ")?.split(',').map(|kind| format!("{} ", kind.trim())).collect();
    // A village names its commune behind a comma: "thôn 3, xã Lộc An" is no commune.
    // “Xã đội”, “Xã đoàn” are bodies of a commune.
    let fits = |unit: &str| {
        let rest = kinds.iter().find_map(|kind| unit.strip_prefix(kind.trim_start_matches("cac ")));
        rest.is_some_and(|rest| !["doi ", "doan "].iter().any(|body| rest.starts_with(body)))
    };
    Some(units.iter().filter(|(_, unit)| fits(&fold(unit))).cloned().collect())
}

/// The points of an agenda, each after what it is.
pub(super) fn agenda(agenda: &[AgendaPoint], words: &Words) -> String {
    let line = |point: &AgendaPoint| match labels::agenda(words, point.kind) {
        "" => point.content.replace('\n', " "),
        kind => format!("{kind}: {}", point.content.replace('\n', " ")),
    };
    agenda.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads them; a point that stood there in several lines keeps them.
pub(super) fn read_agenda(text: &str, before: &[AgendaPoint], words: &Words) -> Vec<AgendaPoint> {
    entries(text)
        .map(|line| {
            let (kind, content) = kind_of(line, words);
            let same =
                before.iter().find(|point| point.kind == kind && point.content.replace('\n', " ") == content);
            AgendaPoint {
                kind,
                content: same.map_or_else(|| content.to_owned(), |point| point.content.clone()),
            }
        })
        .collect()
}

fn kind_of<'a>(line: &'a str, words: &Words) -> (AgendaKind, &'a str) {
    if let Some((kind, content)) = line.split_once(':') {
        let wanted = fold(kind.trim());
        let found = AgendaKind::ALL.iter().find(|kind| {
            let label = labels::agenda(words, **kind);
            !label.is_empty() && fold(label) == wanted
        });
        if let Some(kind) = found {
            return (*kind, content.trim());
        }
    }
    (AgendaKind::Other, line)
}

fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A number with or without its thousands apart.
fn amount(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches(['đ', 'Đ']).trim();
    let digits: String = text.chars().filter(|sign| !matches!(sign, '.' | ',' | ' ' | '\u{a0}')).collect();
    digits.parse().ok().filter(|number| (0..=1_000_000_000_000).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn an_estimate_is_read_as_it_is_written() {
        let words = Words::new(Language::Vietnamese);
        let known = [Cost { content: "Thù lao; bồi dưỡng".into(), quantity: 4, unit_cost: 1_000_000 }];
        let text = costs(&known, &words);
        assert_eq!(text, "Thù lao; bồi dưỡng; 4; 1.000.000");
        assert_eq!(read_costs(&text).unwrap(), known);
        assert_eq!(read_costs("Nước uống 20000"), Err("Nước uống 20000".to_owned()));
        assert_eq!(read_costs("Nước; 2; 20.000đ\n\n").unwrap().len(), 1);
    }

    #[test]
    fn units_are_summoned_by_name_and_an_unknown_one_is_told() {
        let words = Words::new(Language::Vietnamese);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let units = [(Uuid::from_u128(7), "Xã Lộc An".to_owned())];
        let read = read_summons("xa loc an; cộng tác viên; 3; 05/12/2026", &units, &[], today).unwrap();
        assert_eq!((read[0].unit, read[0].number), (Some(Uuid::from_u128(7)), 3));
        assert_eq!(summons(&read, &words), "xa loc an; cộng tác viên; 3; 05/12/2026");
        assert!(read_summons("Xã Lộc Đức; cộng tác viên; 3", &units, &[], today).is_err());
        assert!(read_summons("Xã Lộc An; ba", &units, &[], today).is_err());
        let units =
            [("xã Lộc An", 1), ("phường Bến Đá", 2), ("thôn 3, xã Lộc An", 3), ("Đảng ủy xã Lộc An", 4)]
                .map(|(name, id)| (Uuid::from_u128(id), name.to_owned()));
        let read = read_summons("Tất cả các xã, phường; trưởng ban; 1", &units, &[], today).unwrap();
        assert_eq!(
            read.iter().map(|one| one.unit_name.as_str()).collect::<Vec<_>>(),
            ["xã Lộc An", "phường Bến Đá"]
        );
        assert!(read_summons("tất cả sở; giám đốc; 1", &units, &[], today).is_err());
    }

    #[test]
    fn points_are_told_apart_by_what_stands_before_the_colon() {
        let words = Words::new(Language::Vietnamese);
        let known = [
            AgendaPoint {
                kind: AgendaKind::Answer, content: "Điện lực: đã thay trạm\ntừ 1/11".into()
            },
            AgendaPoint { kind: AgendaKind::Other, content: "Việc khác: không".into() },
        ];
        let text = agenda(&known, &words);
        assert_eq!(text, "trả lời kiến nghị: Điện lực: đã thay trạm từ 1/11\nViệc khác: không");
        assert_eq!(read_agenda(&text, &known, &words), known);
    }
}
