//! Reports: who hands in what, and how far the office has got with it.

use std::collections::HashMap;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};
use serde::Deserialize;
use uuid::Uuid;

use super::DemoError;
use super::calendar::Arrival;
use super::chance::Chance;
use super::issues::Thread;
use super::matters::{Story, templates};
use super::people::{Colleague, Reporter};
use super::places::{Commune, Places, Setting, Units};
use super::template::{Scene, Template};
use crate::inbox::model::{
    Channel, ItemKind, NewItem, NewReport, PeriodKind, ReportKind, Triage, Urgency, Verification,
};

/// The office as far as it is invented.
pub struct Office<'a> {
    /// The province.
    pub places: &'a Places,
    /// What people talk about.
    pub stories: &'a [Story],
    /// Ids of topics by code.
    pub topics: HashMap<String, Uuid>,
    /// The day the office is looked at.
    pub today: NaiveDate,
}

/// Sentences around the matters.
pub struct Phrases {
    gathered: Vec<Template>,
    general: Vec<Template>,
    waiting: Vec<String>,
    nothing: Vec<String>,
    quick: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhrasesText {
    gathered: Vec<String>,
    general: Vec<String>,
    waiting: Vec<String>,
    nothing: Vec<String>,
    quick: Vec<String>,
}

impl Phrases {
    /// Reads the data file.
    ///
    /// # Errors
    /// [`DemoError::Data`] when it is wrong.
    pub fn read() -> Result<Self, DemoError> {
        let wrong = |error: &dyn std::error::Error| DemoError::data("reports", error);
        let text: PhrasesText =
            toml::from_str(include_str!("data/reports.toml")).map_err(|error| wrong(&error))?;
        Ok(Self {
            gathered: templates(&text.gathered).map_err(|error| wrong(&error))?,
            general: templates(&text.general).map_err(|error| wrong(&error))?,
            waiting: text.waiting,
            nothing: text.nothing,
            quick: text.quick,
        })
    }
}

impl<'a> Office<'a> {
    /// A scene in a base unit of a commune.
    pub fn scene<'s>(
        &self,
        commune: &'s Commune,
        full_name: &'s str,
        base: usize,
        chance: &mut Chance,
    ) -> Scene<'s>
    where
        'a: 's,
    {
        let pick = |list: &'s [String], chance: &mut Chance| chance.pick(list).map_or("", String::as_str);
        let other =
            (base + 1 + chance.below(commune.bases.len().saturating_sub(1))) % commune.bases.len().max(1);
        Scene {
            base: commune.bases.get(base).map_or("", String::as_str),
            other_base: commune.bases.get(other).map_or("", String::as_str),
            commune: full_name,
            commune_name: commune.plain_name(),
            school: pick(&commune.schools, chance),
            market: &commune.market,
            road: pick(&commune.roads, chance),
            canal: pick(&commune.canals, chance),
            day: self.today,
            ..Scene::default()
        }
    }
}

/// Makes one report after the other.
pub struct Reports<'a> {
    /// The office.
    pub office: &'a Office<'a>,
    /// Its units.
    pub units: &'a Units,
    /// Collaborators.
    pub reporters: &'a [Reporter],
    /// Colleagues who work on the file.
    pub colleagues: &'a [Colleague],
    /// Matters that go on.
    pub threads: &'a [Thread],
    /// Sentences.
    pub phrases: &'a Phrases,
    /// Reasons for setting an item aside.
    pub reasons: &'a [String],
    /// Active collaborators of each commune.
    by_commune: Vec<Vec<usize>>,
    /// Stories each kind of place can have in each month.
    calendar: HashMap<(u8, u32), Vec<usize>>,
}

impl<'a> Reports<'a> {
    /// Ready to make reports.
    pub fn new(
        office: &'a Office<'a>,
        units: &'a Units,
        reporters: &'a [Reporter],
        colleagues: &'a [Colleague],
        threads: &'a [Thread],
        phrases: &'a Phrases,
        reasons: &'a [String],
    ) -> Self {
        let mut by_commune = vec![Vec::new(); office.places.commune.len()];
        for (number, reporter) in reporters.iter().enumerate().filter(|(_, reporter)| reporter.weight > 0) {
            if let Some(commune) = units.seats[reporter.seat].commune {
                by_commune[commune].push(number);
            }
        }
        let mut calendar = HashMap::new();
        for setting in [Setting::Rural, Setting::Urban, Setting::Island] {
            for month in 1..=12 {
                let day = NaiveDate::from_ymd_opt(2026, month, 1).unwrap_or_default();
                let can = (0..office.stories.len())
                    .filter(|&story| {
                        office.stories[story].fits(setting, day) && !office.stories[story].only_as_issue()
                    })
                    .collect();
                calendar.insert((setting as u8, month), can);
            }
        }
        Self { office, units, reporters, colleagues, threads, phrases, reasons, by_commune, calendar }
    }

    /// The report of an arrival, and the number of the colleague who took it in.
    pub fn report(&self, moment: NaiveDateTime, arrival: Arrival, chance: &mut Chance) -> (NewReport, usize) {
        let (mut report, commune) = match arrival {
            Arrival::Monthly(commune, month) => (self.monthly(moment, commune, month, chance), Some(commune)),
            Arrival::Feedback => self.feedback(moment, chance),
        };
        report.received_at = Some(moment);
        let colleague = commune.unwrap_or(0) % self.colleagues.len().max(1);
        let age = (self.office.today - moment.date()).num_days();
        for item in &mut report.items {
            self.triage(item, age, colleague, chance);
        }
        (report, colleague)
    }

    /// The monthly report of a commune's committee.
    fn monthly(
        &self,
        moment: NaiveDateTime,
        number: usize,
        month: NaiveDate,
        chance: &mut Chance,
    ) -> NewReport {
        let commune = &self.office.places.commune[number];
        let full_name = commune.full_name();
        let (unit, committee) = self.units.committees.get(number).cloned().unzip();
        let committee = committee.unwrap_or_default();
        let day = moment.date();
        let wanted = 2 + chance.below(3);
        let mut told: Vec<usize> = Vec::new();
        let mut items = Vec::new();
        let going_on = self.threads.iter().filter(|thread| thread.commune == number && going_on(thread, day));
        for thread in going_on.take(2) {
            told.push(thread.story);
            items.push(self.item(thread.story, number, Some(thread.base), day, Some(thread.issue), chance));
        }
        for _ in 0..wanted * 4 {
            if items.len() >= wanted {
                break;
            }
            let Some(story) = self.story(commune.setting, day, chance) else {
                break;
            };
            if !told.contains(&story) {
                told.push(story);
                items.push(self.item(story, number, None, day, None, chance));
            }
        }
        let mut scene = Scene { day, ..self.office.scene(commune, &full_name, 0, chance) };
        let general = chance.pick(&self.phrases.general);
        NewReport {
            received_rule: "document",
            title: format!(
                "Báo cáo tình hình Nhân dân và dư luận xã hội tháng {}/{}",
                month.month(),
                month.year()
            ),
            summary: general.map_or_else(String::new, |general| general.fill(&mut scene, chance)),
            submitter_name: self.committee_reporter(number),
            collaborator: self.by_commune[number].first().map(|&first| self.reporters[first].id),
            unit,
            unit_name: full_name.clone(),
            document_number: format!("{}-BC/ĐU", 4 * i64::from(month.month()) + chance.between(1, 90)),
            document_date: Some(day - Days::new(chance.below(3) as u64)),
            issuer: committee,
            kind: ReportKind::Periodic,
            period_kind: PeriodKind::Month,
            period_from: Some(month),
            period_to: month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()),
            channel: Channel::Report,
            items,
            ..NewReport::default()
        }
    }

    fn committee_reporter(&self, commune: usize) -> String {
        self.by_commune[commune].first().map_or_else(String::new, |&first| self.reporters[first].name.clone())
    }

    /// What a collaborator hands in.
    fn feedback(&self, moment: NaiveDateTime, chance: &mut Chance) -> (NewReport, Option<usize>) {
        let day = moment.date();
        let thread = if chance.percent(35) { self.thread(day, chance) } else { None };
        let reporter = match thread {
            Some(thread) => self.reporter_of(thread.commune, chance),
            None => chance.weighted(self.reporters, |reporter| reporter.weight),
        };
        let seat = reporter.map(|reporter| &self.units.seats[reporter.seat]);
        let commune = thread
            .map(|thread| thread.commune)
            .or_else(|| seat.and_then(|seat| seat.commune))
            .unwrap_or_else(|| chance.below(self.office.places.commune.len()));
        let mut report = NewReport {
            received_rule: "entry",
            collaborator: reporter.map(|reporter| reporter.id),
            submitter_name: reporter.map_or_else(String::new, |reporter| reporter.name.clone()),
            unit: seat.map(|seat| seat.unit),
            unit_name: seat.map_or_else(String::new, |seat| seat.name.clone()),
            channel: channel(chance),
            ..NewReport::default()
        };
        if thread.is_none() && chance.percent(4) {
            report.kind = ReportKind::Nothing;
            report.channel = Channel::Phone;
            report.period_kind = PeriodKind::Week;
            report.period_from = Some(day - Days::new(u64::from(day.weekday().num_days_from_monday())));
            report.period_to = report.period_from.map(|monday| monday + Days::new(6));
            report.title = chance.pick(&self.phrases.nothing).cloned().unwrap_or_default();
            return (report, Some(commune));
        }
        let base = thread.map(|thread| thread.base).or(seat.and_then(|seat| seat.base));
        let setting = self.office.places.commune[commune].setting;
        let story = thread.map(|thread| thread.story).or_else(|| self.story(setting, day, chance));
        if let Some(story) = story {
            report.items.push(self.item(
                story,
                commune,
                base,
                day,
                thread.map(|thread| thread.issue),
                chance,
            ));
            urgency(&mut report, &self.office.stories[story], chance);
        }
        if chance.percent(14)
            && let Some(second) = self.story(setting, day, chance).filter(|second| Some(*second) != story)
        {
            report.items.push(self.item(second, commune, base, day, None, chance));
        }
        let title = report.items.first().map_or("", |item| item.title.as_str());
        report.title = match report.kind {
            ReportKind::Quick => {
                format!("{}{title}", chance.pick(&self.phrases.quick).map_or("", String::as_str))
            }
            _ => title.to_owned(),
        };
        (report, Some(commune))
    }

    fn thread(&self, day: NaiveDate, chance: &mut Chance) -> Option<&'a Thread> {
        let now: Vec<&Thread> = self.threads.iter().filter(|thread| going_on(thread, day)).collect();
        // The hot spot is the first of all threads; everybody talks about it.
        let hot = |thread: &&&Thread| {
            if self.office.stories[thread.story].only_as_issue() { 4 } else { 1 }
        };
        chance.weighted(&now, |thread| hot(&thread)).copied()
    }

    fn reporter_of(&self, commune: usize, chance: &mut Chance) -> Option<&'a Reporter> {
        chance
            .weighted(&self.by_commune[commune], |&number| self.reporters[number].weight)
            .map(|&number| &self.reporters[number])
    }

    fn story(&self, setting: Setting, day: NaiveDate, chance: &mut Chance) -> Option<usize> {
        self.calendar.get(&(setting as u8, day.month())).and_then(|list| chance.pick(list)).copied()
    }

    fn item(
        &self,
        story: usize,
        commune: usize,
        base: Option<usize>,
        day: NaiveDate,
        issue: Option<Uuid>,
        chance: &mut Chance,
    ) -> NewItem {
        let story = &self.office.stories[story];
        let commune = &self.office.places.commune[commune];
        let full_name = commune.full_name();
        let base = base.unwrap_or_else(|| chance.below(commune.bases.len()));
        let mut scene = Scene { day, ..self.office.scene(commune, &full_name, base, chance) };
        let mut item = story.item(&mut scene, chance);
        if chance.percent(60)
            && let Some(gathered) = chance.pick(&self.phrases.gathered)
        {
            item.body.push(' ');
            item.body.push_str(&gathered.fill(&mut scene, chance));
        }
        item.issue = issue;
        item.topics.extend(self.office.topics.get(&story.topic).copied());
        for stream in &mut item.streams {
            stream.topic = item.topics.first().copied();
        }
        item
    }

    /// How far the office has got: the last days are new, older items decided.
    fn triage(&self, item: &mut NewItem, age: i64, colleague: usize, chance: &mut Chance) {
        if item.kind == ItemKind::Rumour {
            item.verification = verification(age, chance);
        }
        let new = age <= 8 || (age <= 14 && chance.percent(30));
        if !new || chance.percent(60) {
            item.handler = self.colleagues.get(colleague).map(|colleague| colleague.id);
        }
        if new {
            return;
        }
        item.triage = match chance.below(100) {
            _ if item.issue.is_some() => Triage::Included,
            0..70 => Triage::Included,
            70..74 if age < 60 => Triage::Waiting,
            _ => Triage::Filed,
        };
        let reasons = match item.triage {
            Triage::Waiting => &self.phrases.waiting,
            Triage::Filed => self.reasons,
            _ => return,
        };
        item.triage_reason = chance.pick(reasons).cloned().unwrap_or_default();
    }
}

/// Some matters cannot wait.
fn urgency(report: &mut NewReport, story: &Story, chance: &mut Chance) {
    if !story.urgent || !chance.percent(60) {
        return;
    }
    report.kind = ReportKind::Quick;
    report.channel = if chance.percent(60) { Channel::Phone } else { Channel::Social };
    report.urgency = match chance.below(100) {
        0..74 => Urgency::Urgent,
        74..95 => Urgency::VeryUrgent,
        _ => Urgency::Flash,
    };
}

fn going_on(thread: &Thread, day: NaiveDate) -> bool {
    thread.from <= day && day <= thread.to
}

fn channel(chance: &mut Chance) -> Channel {
    let weights = [
        (Channel::Phone, 28_u32),
        (Channel::Direct, 24),
        (Channel::Meeting, 22),
        (Channel::Social, 10),
        (Channel::Mail, 6),
        (Channel::Letter, 4),
        (Channel::Questionnaire, 4),
        (Channel::Press, 2),
    ];
    chance.weighted(&weights, |entry| entry.1).map_or(Channel::Unknown, |entry| entry.0)
}

fn verification(age: i64, chance: &mut Chance) -> Verification {
    let at = chance.below(100);
    if age < 20 {
        return if at < 60 { Verification::Unverified } else { Verification::Checking };
    }
    match at {
        0..62 => Verification::ConfirmedFalse,
        62..76 => Verification::ConfirmedTrue,
        76..92 => Verification::Unverifiable,
        _ => Verification::Checking,
    }
}
