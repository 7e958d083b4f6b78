//! The plan of a year on one page: what to follow, with what was reported on it; classes, giao ban and survey rounds.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Command, Effects, Query, State, Window, papers};
use crate::screen::form::{DraftKey, Field, Form, Pick, Picked, Said, Step};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Tab, Target};
use crate::training::model::{PlanItem, PlanRow, quarter, read_when, told_when};
use crate::training::papers::year::DutyLine;

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
    /// Duties that hold in the year.
    pub duties: Vec<DutyLine>,
    /// What was typed into the form of a point and not saved: of which, and the text.
    pub drafts: Vec<(Uuid, String)>,
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
    /// The duty at this position.
    Duty(usize),
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
    /// Duties.
    Duties,
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
    /// The form on its way into the file.
    pub(super) sent: Option<(Form, PlanItem)>,
}

/// Drafts of points are kept under this name.
const DRAFT: &str = "plan-item";

/// Where the draft of a point of a year is kept; a new one has a place a year.
pub fn plan_draft(year: i32, id: Uuid) -> DraftKey {
    let row = if id.is_nil() { Uuid::from_u128(u128::from(year.unsigned_abs())) } else { id };
    (DRAFT, row)
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
        .chain(part(YearPart::Duties, (0..material.duties.len()).map(YearLine::Duty).collect()))
        .collect();
    let before = state.year.take();
    let id = before.as_ref().and_then(Year::here).map(|row| row.item.id);
    let same = lines.iter().position(|line| match line {
        YearLine::Item(at) => id.is_some_and(|id| material.rows[*at].item.id == id),
        _ => false,
    });
    let cursor =
        same.or(before.as_ref().map(|before| before.cursor)).unwrap_or(1).min(lines.len().saturating_sub(1));
    let (form, sent) = before.map(|before| (before.form, before.sent)).unwrap_or_default();
    state.year = Some(Year { material, lines, cursor, quarter: quarter(state.today), form, sent });
    Effect::none()
}

/// Takes an action while the page is open.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = &mut state.year else { return Effect::unused() };
    if open.form.is_some() {
        return form_update(state, action, moment);
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
            return open_form(state, PlanItem::default(), moment);
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
                return open_form(state, item, moment);
            }
            Some(YearLine::Duty(at)) => {
                let id = open.material.duties[*at].id;
                return vec![Effect::Show(Tab::Inbox, Target::Duty(Some(id)))];
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

/// Opens the form of a point, with what was typed into it and not saved.
fn open_form(state: &mut State, item: PlanItem, moment: &Moment) -> Effects {
    let Some(open) = &mut state.year else { return Effect::none() };
    let key = plan_draft(open.material.year, item.id);
    let mut form = form(&open.material, &item, moment).drafted(Some(key));
    let kept = open.material.drafts.iter().find(|(row, _)| *row == key.1).map(|(_, text)| text.clone());
    state.drafts.restore(&mut form, kept, moment.words);
    open.form = Some((form, item));
    Effect::none()
}

/// The form has the keys.
fn form_update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = &mut state.year else { return Effect::unused() };
    let year = open.material.year;
    let Some((mut form, item)) = open.form.take() else { return Effect::unused() };
    match form.update(action, moment) {
        Step::Save | Step::SaveNext => {
            let saved = read(&form, &item, year);
            state.drafts.saving(&form);
            open.sent = Some((form, item));
            return vec![Effect::Write(Command::SavePlanItem(year, Box::new(saved)))];
        }
        Step::Leave => {
            let (write, said) = state.drafts.leave(&mut form, moment);
            let write = write.map(|write| Effect::Write(Command::Draft(write)));
            return write.into_iter().chain(said.map(Effect::Notify)).collect();
        }
        Step::Drop => {
            let key = plan_draft(year, item.id);
            open.material.drafts.retain(|(row, _)| *row != key.1);
            let write = Effect::Write(Command::Draft(state.drafts.drop(key)));
            let mut effects = open_form(state, item, moment);
            effects.push(write);
            return effects;
        }
        step => {
            open.form = Some((form, item));
            match step {
                Step::Copy(text) => return vec![Effect::Copy(text)],
                Step::Unused => return Effect::unused(),
                _ => {}
            }
        }
    }
    Effect::none()
}

fn read(form: &Form, item: &PlanItem, year: i32) -> PlanItem {
    let (date_from, date_to) = read_when(&form.text("when"), year).unwrap_or_default();
    PlanItem {
        id: item.id,
        content: form.text("content"),
        event: form.text("event"),
        date_from,
        date_to,
        owner: form.text("owner"),
        basis: form.text("basis"),
        topic: form.id("topic"),
    }
}

/// Keeps what is typed as a draft.
pub(super) fn keep(state: &mut State, moment: &Moment) -> Effects {
    let form = state.year.as_mut().and_then(|open| open.form.as_mut());
    let write = form.and_then(|(form, _)| state.drafts.keep(form, moment));
    write.map(|write| Effect::Write(Command::Draft(write))).into_iter().collect()
}

/// A draft is in the file: the page holds what its forms were left with.
pub(super) fn drafted(state: &State, key: DraftKey) -> Effects {
    match &state.year {
        Some(open) if key.0 == DRAFT => vec![Effect::ReadNow(Query::Year(open.material.year))],
        _ => Effect::none(),
    }
}

/// What was sent is in the file; when it is not, its form comes back.
pub(super) fn answered(state: &mut State, kept: bool) {
    let Some(open) = &mut state.year else { return };
    if let Some((form, item)) = open.sent.take() {
        state.drafts.answered(&form);
        if !kept && open.form.is_none() {
            open.form = Some((form, item));
        }
    }
}
