//! Classes, meetings and duties, past and to come, from `data/classes.toml`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::Deserialize;

use super::DemoError;
use super::chance::Chance;
use super::people::Reporter;
use super::places::Units;
use super::reports::Office;
use super::template::{Scene, Template, UnknownGap};
use crate::file::Tx;
use crate::inbox::model::PeriodKind;
use crate::inbox::overdue::Who;
use crate::inbox::store::{NewDuty, all_duties, excuse, insert_duty};
use crate::training::model::{
    AgendaKind, AgendaPoint, ClassKind, ClassState, Cost, DayPart, Host, NewClass, Participant, Preparation,
    Repeat, Session, Summons,
};
use crate::training::store::insert_class;

/// Giao ban of so many months past are on record.
const BRIEFINGS: u32 = 8;

/// The data file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    class: Vec<ClassText>,
    briefing: BriefingText,
    duty: Vec<DutyText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassText {
    kind: String,
    title: String,
    purpose: String,
    from: Option<i64>,
    #[serde(default)]
    when: String,
    days: u64,
    place: String,
    state: String,
    audience: String,
    funding: String,
    joint: bool,
    people: usize,
    result: String,
    sessions: Vec<(u64, String, String, String, String, String)>,
    preparation: Vec<(String, String, u64)>,
    costs: Vec<(String, i64, i64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BriefingText {
    title: String,
    place: String,
    day: u32,
    audience: String,
    session: String,
    speaker: String,
    agenda: Vec<(String, String)>,
    preparation: Vec<(String, String, u64)>,
    results: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DutyText {
    name: String,
    direction: String,
    #[serde(default)]
    members: String,
    #[serde(default)]
    counterpart: String,
    period: String,
    due: i64,
    basis: String,
}

/// Reads the data file.
///
/// # Errors
/// [`DemoError::Data`] when it is wrong.
pub fn classes() -> Result<Classes, DemoError> {
    toml::from_str(include_str!("data/classes.toml")).map_err(|error| DemoError::data("classes", &error))
}

/// Enters classes, meetings and duties.
///
/// # Errors
/// [`DemoError`] when the file refuses.
pub fn enter(
    tx: &Tx,
    office: &Office,
    units: &Units,
    reporters: &[Reporter],
    chance: &mut Chance,
) -> Result<(), DemoError> {
    let classes = classes()?;
    let unknown = |error: UnknownGap| DemoError::data("classes", &error);
    for text in &classes.class {
        let class = class(text, office, units, reporters, chance).map_err(unknown)?;
        insert_class(tx, &class)?;
    }
    let series = tx.new_id();
    for back in 0..=BRIEFINGS {
        let Some(month) = (office.today + Months::new(1)).checked_sub_months(Months::new(back)) else {
            continue;
        };
        let mut meeting = briefing(&classes.briefing, month, office, chance).map_err(unknown)?;
        meeting.participants = at_the_table(units, reporters);
        meeting.series = Some(series);
        insert_class(tx, &meeting)?;
    }
    for text in &classes.duty {
        insert_duty(tx, &duty(text, units, office.today))?;
    }
    excuses(tx, units, reporters, office.today)
}

/// Reasons on record for the newest periods that are over: a few of those who report, and the office itself.
fn excuses(tx: &Tx, units: &Units, reporters: &[Reporter], today: NaiveDate) -> Result<(), DemoError> {
    let active = reporters.iter().filter(|reporter| reporter.weight > 0);
    let away: Vec<Who> = active.skip(3).step_by(11).map(|reporter| Who::Collaborator(reporter.id)).collect();
    let merged: Vec<Who> =
        units.committees.iter().skip(4).step_by(7).map(|(unit, _)| Who::Unit(*unit)).collect();
    for duty in all_duties(tx)? {
        let last = duty.last_due(today);
        let (number, who, reason) = match (duty.owes, duty.who.as_str()) {
            (false, "collaborator") => (last, away.as_slice(), "Đi học lớp trung cấp lý luận chính trị"),
            (false, _) => (last - 1, merged.as_slice(), "Đang sắp xếp lại tổ chức, gộp vào kỳ sau"),
            (true, _) if duty.kind == PeriodKind::Quarter => {
                (last, &[Who::Office][..], "Đã gửi bản giấy qua văn thư")
            }
            (true, _) => continue,
        };
        if let Some(span) = duty.span(number) {
            excuse(tx, duty.id, span, who, reason)?;
        }
    }
    Ok(())
}

/// Duties hold since lately: what came and what the office sent before is in a drawer.
fn duty(text: &DutyText, units: &Units, today: NaiveDate) -> NewDuty {
    let committees = text.members == "committees";
    let period = PeriodKind::from_id(&text.period);
    let owes = text.direction == "owes";
    let back = match period {
        PeriodKind::Week if owes => Days::new(14),
        PeriodKind::Week => Days::new(84),
        PeriodKind::Month if owes => Days::new(50),
        PeriodKind::Month => Days::new(240),
        _ => Days::new(120),
    };
    NewDuty {
        valid_from: Some(today - back),
        name: text.name.clone(),
        owes,
        counterpart: text.counterpart.clone(),
        period,
        due_day: text.due,
        basis: text.basis.clone(),
        units: if committees { units.committees.iter().map(|(unit, _)| *unit).collect() } else { Vec::new() },
        collaborators: text.members == "collaborators",
    }
}

fn filled(text: &str, day: NaiveDate, chance: &mut Chance) -> Result<String, UnknownGap> {
    Ok(Template::parse(text)?.fill(&mut Scene { day, ..Scene::default() }, chance))
}

/// The day `days` from today, or the Monday after when that is a weekend.
fn workday(today: NaiveDate, days: i64) -> NaiveDate {
    let day = if days < 0 {
        today - Days::new(days.unsigned_abs())
    } else {
        today + Days::new(days.unsigned_abs())
    };
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

fn class(
    text: &ClassText,
    office: &Office,
    units: &Units,
    reporters: &[Reporter],
    chance: &mut Chance,
) -> Result<NewClass, UnknownGap> {
    let from = text.from.map(|days| workday(office.today, days));
    let on = |day: u64| from.map(|from| from + Days::new(day.saturating_sub(1)));
    let participants = participants(text.people, units, reporters, chance);
    Ok(NewClass {
        kind: ClassKind::from_id(&text.kind),
        title: filled(&text.title, from.unwrap_or(office.today), chance)?,
        purpose: text.purpose.clone(),
        date_from: from,
        date_to: on(text.days),
        date_text: text.when.clone(),
        place: text.place.clone(),
        state: ClassState::from_id(&text.state),
        audience: text.audience.clone(),
        funding_source: text.funding.clone(),
        estimate: (!text.costs.is_empty())
            .then(|| text.costs.iter().map(|(_, number, each)| number * each).sum()),
        document_number: from.map_or_else(String::new, |_| format!("{}-KH/BTGDVTU", chance.between(12, 96))),
        document_date: from.map(|from| workday(from, -35)),
        result: text.result.clone(),
        hosts: hosts(text.joint),
        sessions: text
            .sessions
            .iter()
            .map(|(day, part, time_from, time_to, content, speaker)| Session {
                id: None,
                on: on(*day),
                part: DayPart::from_id(part),
                time_from: time_from.clone(),
                time_to: time_to.clone(),
                content: content.clone(),
                speaker: speaker.clone(),
                hall: text.place.clone(),
            })
            .collect(),
        preparation: preparation(&text.preparation, from, office.today),
        costs: text
            .costs
            .iter()
            .map(|(content, quantity, unit_cost)| Cost {
                content: content.clone(),
                quantity: *quantity,
                unit_cost: *unit_cost,
            })
            .collect(),
        summons: if text.people > 0 { summons(units, from, chance) } else { Vec::new() },
        participants,
        certificate_from: (text.state == "held").then_some(1),
        ..NewClass::default()
    })
}

fn hosts(joint: bool) -> Vec<Host> {
    let hosts = [
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn", "Nghiêm Thị Kim Oanh", "Phó Trưởng ban"),
        ("Trường Chính trị tỉnh Nam Sơn", "Doãn Khắc Lượng", "Hiệu trưởng"),
    ];
    hosts[..=usize::from(joint)]
        .iter()
        .map(|(name, signer, post)| Host {
            unit: None,
            name: (*name).to_owned(),
            signer: (*signer).to_owned(),
            post: (*post).to_owned(),
        })
        .collect()
}

fn preparation(
    tasks: &[(String, String, u64)],
    from: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<Preparation> {
    tasks
        .iter()
        .map(|(task, owner, days)| {
            let due_on = from.map(|from| from - Days::new(*days));
            Preparation {
                id: None,
                task: task.clone(),
                owner: owner.clone(),
                due_on,
                done: due_on.is_some_and(|due| due < today),
            }
        })
        .collect()
}

fn summons(units: &Units, from: Option<NaiveDate>, chance: &mut Chance) -> Vec<Summons> {
    units
        .committees
        .iter()
        .map(|(unit, _)| Summons {
            unit: Some(*unit),
            unit_name: String::new(),
            category: "cộng tác viên dư luận xã hội".to_owned(),
            number: chance.between(2, 5),
            names_due: from.map(|from| from - Days::new(6)),
            ..Summons::default()
        })
        .collect()
}

/// At most two hundred people fit into the hall.
fn participants(
    percent: usize,
    units: &Units,
    reporters: &[Reporter],
    chance: &mut Chance,
) -> Vec<Participant> {
    reporters
        .iter()
        .take(200)
        .filter(|reporter| reporter.weight > 0 && chance.percent(percent))
        .map(|reporter| participant(units, reporter))
        .collect()
}

/// People of a giao ban at most.
const TABLE: usize = 16;

/// Collaborators of the province, who come to a giao ban.
fn at_the_table(units: &Units, reporters: &[Reporter]) -> Vec<Participant> {
    let of_province = |reporter: &&Reporter| units.seats[reporter.seat].commune.is_none();
    let active = reporters.iter().filter(|reporter| reporter.weight > 0).filter(of_province);
    active.take(TABLE).map(|reporter| participant(units, reporter)).collect()
}

fn participant(units: &Units, reporter: &Reporter) -> Participant {
    let seat = &units.seats[reporter.seat];
    Participant {
        id: None,
        collaborator: Some(reporter.id),
        full_name: reporter.name.clone(),
        birth_year: Some(reporter.birth_year),
        unit: Some(seat.unit),
        unit_name: seat.name.clone(),
        post: reporter.post.clone(),
        phone: reporter.phone.clone(),
        ..Participant::default()
    }
}

fn briefing(
    text: &BriefingText,
    month: NaiveDate,
    office: &Office,
    chance: &mut Chance,
) -> Result<NewClass, UnknownGap> {
    let day = workday(month.with_day(text.day).unwrap_or(month), 0);
    let state = match (day - office.today).num_days() {
        ..0 => ClassState::Held,
        0..14 => ClassState::Summoned,
        _ => ClassState::Planned,
    };
    let held = state == ClassState::Held;
    let result = chance.pick(&text.results).cloned().unwrap_or_default();
    let agenda: Result<Vec<_>, _> = text
        .agenda
        .iter()
        .map(|(kind, content)| {
            Ok(AgendaPoint { kind: AgendaKind::from_id(kind), content: filled(content, month, chance)? })
        })
        .collect();
    Ok(NewClass {
        kind: ClassKind::Briefing,
        title: filled(&text.title, month, chance)?,
        date_from: Some(day),
        date_to: Some(day),
        place: text.place.clone(),
        state,
        audience: text.audience.clone(),
        repeat_rule: Repeat::Month,
        result: if held { result } else { String::new() },
        hosts: hosts(false),
        sessions: vec![Session {
            id: None,
            on: Some(day),
            part: DayPart::Afternoon,
            time_from: "14:00".to_owned(),
            time_to: "16:30".to_owned(),
            content: text.session.clone(),
            speaker: text.speaker.clone(),
            hall: text.place.clone(),
        }],
        preparation: preparation(&text.preparation, Some(day), office.today),
        agenda: agenda?,
        ..NewClass::default()
    })
}
