//! The plan of a year on one page: what to follow, with what was reported on it; classes, giao ban and survey rounds.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Command, Effects, Query, State, Window, papers};
use crate::screen::form::{Field, Form, Pick, Picked, Said};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment};
use crate::training::model::{PlanItem, PlanRow, quarter, read_when, told_when};

/// What the page is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearMaterial {
    /// The year.
    pub year: i32,
    /// What to follow.
    pub rows: Vec<PlanRow>,
    /// Topics a point can be about.
    pub topics: Vec<(Uuid, String)>,
    /// Classes and meetings of the year: id, days, title.
    pub classes: Vec<(Uuid, String, String)>,
    /// Survey rounds of the year: days, title.
    pub surveys: Vec<(String, String)>,
}

/// A line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearLine {
    /// The heading of what to follow, of classes, of survey rounds.
    Head(YearPart),
    /// The point at this position.
    Item(usize),
    /// The class at this position.
    Class(usize),
    /// The survey round at this position.
    Survey(usize),
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPart {
    /// What to follow.
    Items,
    /// Classes and meetings.
    Classes,
    /// Survey rounds.
    Surveys,
}

/// The open page.
#[derive(Debug)]
pub struct Year {
    /// What it is made of.
    pub material: YearMaterial,
    /// Its lines.
    pub lines: Vec<YearLine>,
    /// The line under the cursor.
    pub cursor: usize,
    /// The quarter of today.
    pub quarter: (NaiveDate, NaiveDate),
    /// The form over it, and the point it is about.
    pub form: Option<(Form, PlanItem)>,
}

impl Year {
    /// The point under the cursor.
    pub fn here(&self) -> Option<&PlanRow> {
        match self.lines.get(self.cursor)? {
            YearLine::Item(at) => self.material.rows.get(*at),
            _ => None,
        }
    }

    /// Points that run this quarter without a report.
    pub fn silent(&self) -> usize {
        self.material.rows.iter().filter(|row| row.is_silent(self.quarter)).count()
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match action {
            Action::Edit | Action::Delete | Action::ScrollUp | Action::ScrollDown => self.here().is_some(),
            Action::Open => {
                !matches!(self.lines.get(self.cursor), None | Some(YearLine::Head(_) | YearLine::Survey(_)))
            }
            _ => true,
        }
    }
}

/// Asks for the page of the year in sight.
pub(super) fn ask(state: &State) -> Effects {
    let year = state.month.map_or_else(|| state.today_year(), |month| month.year);
    vec![Effect::ReadNow(Query::Year(year))]
}

/// Opens the page, or fills it anew.
pub(super) fn open(state: &mut State, material: YearMaterial) -> Effects {
    let part = |part, lines: Vec<YearLine>| {
        let head = (part == YearPart::Items || !lines.is_empty()).then_some(YearLine::Head(part));
        head.into_iter().chain(lines)
    };
    let lines: Vec<YearLine> = part(YearPart::Items, (0..material.rows.len()).map(YearLine::Item).collect())
        .chain(part(YearPart::Classes, (0..material.classes.len()).map(YearLine::Class).collect()))
        .chain(part(YearPart::Surveys, (0..material.surveys.len()).map(YearLine::Survey).collect()))
        .collect();
    let before = state.year.take();
    let id = before.as_ref().and_then(Year::here).map(|row| row.item.id);
    let same = lines.iter().position(|line| match line {
        YearLine::Item(at) => id.is_some_and(|id| material.rows[*at].item.id == id),
        _ => false,
    });
    let cursor = same.or(before.map(|before| before.cursor)).unwrap_or(1).min(lines.len().saturating_sub(1));
    state.year = Some(Year { material, lines, cursor, quarter: quarter(state.today), form: None });
    Effect::none()
}

/// Takes an action while the page is open.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = &mut state.year else { return Effect::unused() };
    if open.form.is_some() {
        return form_update(open, action, moment);
    }
    let last = open.lines.len().saturating_sub(1);
    let page = usize::from(moment.height).saturating_sub(4).max(1);
    let year = open.material.year;
    match action {
        Action::Up => open.cursor = open.cursor.saturating_sub(1),
        Action::Down => open.cursor = (open.cursor + 1).min(last),
        Action::PageUp => open.cursor = open.cursor.saturating_sub(page),
        Action::PageDown => open.cursor = (open.cursor + page).min(last),
        Action::Home => open.cursor = 0,
        Action::End => open.cursor = last,
        Action::PreviousMonth => return vec![Effect::ReadNow(Query::Year(year - 1))],
        Action::NextMonth => return vec![Effect::ReadNow(Query::Year(year + 1))],
        Action::Back => state.year = None,
        Action::New => {
            open.form = Some((form(&open.material, &PlanItem::default(), moment), PlanItem::default()));
        }
        Action::ScrollUp | Action::ScrollDown => {
            let Some(id) = open.here().map(|row| row.item.id) else { return Effect::unused() };
            let down = *action == Action::ScrollDown;
            return vec![Effect::Write(Command::MovePlanItem { year, id, down })];
        }
        Action::Delete => {
            let Some(row) = open.here() else { return Effect::unused() };
            let words = moment.words;
            let question = words.training_year_delete(row.item.content.as_str());
            let confirm = Confirm::new(words.training_year(year.to_string()), question, (year, row.item.id));
            state.window = Some(Window::DeletePlanItem(confirm));
        }
        Action::Papers => return papers::ask_year(year),
        Action::Edit | Action::Open => match open.lines.get(open.cursor) {
            Some(YearLine::Item(at)) => {
                let item = open.material.rows[*at].item.clone();
                open.form = Some((form(&open.material, &item, moment), item));
            }
            Some(YearLine::Class(at)) if *action == Action::Open => {
                let id = open.material.classes[*at].0;
                state.year = None;
                state.wanted = Some(id);
                return super::agenda::go_to_wanted(state);
            }
            _ => return Effect::unused(),
        },
        _ => return Effect::unused(),
    }
    Effect::none()
}

fn form(material: &YearMaterial, item: &PlanItem, moment: &Moment) -> Form {
    let words = moment.words;
    let topics = material.topics.iter().map(|(id, name)| Picked::row(*id, name.as_str(), ""));
    let topics: Vec<Picked> = topics.collect();
    let chosen: Vec<Picked> =
        topics.iter().filter(|topic| topic.uuid() == item.topic && item.topic.is_some()).cloned().collect();
    let fields = vec![
        Field::long("content", words.training_year_content(), 1, 4)
            .help(words.training_year_content_help())
            .required()
            .value(&item.content),
        Field::text("event", words.training_year_event())
            .help(words.training_year_event_help())
            .value(&item.event),
        Field::text("when", words.training_column_days())
            .help(words.training_year_when_help())
            .check(|text, words| {
                let wrong = read_when(text, 2000).is_none();
                wrong.then(|| Said::Wrong(words.training_year_when_wrong().to_owned()))
            })
            .value(&told_when(item.date_from, item.date_to)),
        Field::text("owner", words.training_year_owner()).beside().value(&item.owner),
        Field::text("basis", words.training_year_basis())
            .help(words.training_year_basis_help())
            .value(&item.basis),
        Field::pick("topic", words.training_year_topic(), Pick::among(topics))
            .help(words.training_year_topic_help())
            .chosen(chosen),
    ];
    let year = material.year.to_string();
    let title = if item.id.is_nil() { words.training_year_new(year) } else { words.training_year_edit(year) };
    Form::new(title, fields, moment)
}

/// The form has the keys.
fn form_update(open: &mut Year, action: &Action, moment: &Moment) -> Effects {
    use crate::screen::form::Step;
    let year = open.material.year;
    let Some((form, item)) = &mut open.form else { return Effect::none() };
    match form.update(action, moment) {
        Step::Save | Step::SaveNext => {
            let (date_from, date_to) = read_when(&form.text("when"), year).unwrap_or_default();
            let saved = PlanItem {
                id: item.id,
                content: form.text("content"),
                event: form.text("event"),
                date_from,
                date_to,
                owner: form.text("owner"),
                basis: form.text("basis"),
                topic: form.id("topic"),
            };
            open.form = None;
            vec![Effect::Write(Command::SavePlanItem(year, Box::new(saved)))]
        }
        Step::Leave | Step::Drop => {
            open.form = None;
            Effect::none()
        }
        Step::Copy(text) => vec![Effect::Copy(text)],
        Step::Unused => Effect::unused(),
        _ => Effect::none(),
    }
}
