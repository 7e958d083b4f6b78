//! Forms of the tab: a report on the phone, an item, an issue, an orientation, a duty, a rule, a view.
//!
//! A form covers the queue. It is opened with what the file knows of its record and with the draft that was not saved; its
//! text is kept as a draft while it is typed, and stays until the file has said that the record is in it.

mod duty;
mod host;
mod issue;
mod item;
mod keep;
mod messages;
mod orientation;
mod people;
mod report;
mod rule;
mod view;

use std::sync::Arc;

use super::{Command, Effects, Query, State, intake, queue, window};
use uuid::Uuid;

use crate::inbox::model::{Channel, NewItem};
use crate::inbox::rows::{Doubled, Handler, Topic, View};
use crate::roster::model::Roster;
use crate::screen::form::{Drafts, Form, Step};
use crate::screen::{Action, Effect, Moment, Notice, Tab, Target};
use crate::words::Words;

pub use host::{Host, open as open_over};
pub use keep::is_dirty;
use keep::{keep, leave, written};
pub use messages::{Answer, Ask, Opened, REPORT, Record, Saved, Subject, Write};

/// The open form.
#[derive(Debug)]
pub struct Open {
    /// Whose.
    pub subject: Subject,
    /// The form.
    pub form: Form,
    /// The record as it was when the form was opened.
    record: Option<Record>,
    topics: Vec<Topic>,
    groups: Vec<String>,
    colleagues: Vec<Handler>,
    /// What to do when the text has been looked at.
    then: Option<Step>,
}

/// Forms of the tab: the open one, those on their way to the file, and whom they can name.
#[derive(Debug, Default)]
pub struct Forms {
    /// The open form.
    pub open: Option<Open>,
    /// Saved forms whose answer has not come, with the number of the save.
    saving: Vec<(u64, Open)>,
    /// Drafts on their way to the file.
    drafts: Drafts,
    people: Option<Arc<Roster>>,
    saves: u64,
    /// Files the next form of a report is to be opened with.
    attach: Option<String>,
    /// The meeting at which the report of the form is told: it goes on its agenda.
    meeting: Option<Uuid>,
}

/// Opens a new report with pictures or scans attached.
pub(super) fn attach(state: &mut State, files: String) -> Effects {
    state.forms.attach = Some(files);
    open(Subject::Report(String::new()))
}

/// Opens a new report told at a meeting; saved, it stands on the agenda there.
pub(super) fn told_at(state: &mut State, meeting: Uuid) -> Effects {
    state.forms.meeting = Some(meeting);
    open(Subject::Report(String::new()))
}

/// Opens the form of a record.
pub(super) fn open(subject: Subject) -> Effects {
    vec![Effect::ReadNow(Query::Form(Ask::Open(subject))), Effect::Read(Query::Form(Ask::People))]
}

/// Opens a form about rows of the queue; nothing without one.
pub(super) fn open_for(state: &State, subject: Subject) -> Effects {
    if state.list.current().is_some() { open(subject) } else { Effect::unused() }
}

/// Opens the form of the item under the cursor.
pub(super) fn edit(state: &State) -> Effects {
    state.list.current_id().map_or_else(Effect::unused, |item| open(Subject::Item(item)))
}

/// Opens the form of the issue that the item under the cursor belongs to.
pub(super) fn edit_issue(state: &State, moment: &Moment) -> Effects {
    let card = state.list.current_id().and_then(|item| state.cards.get(item));
    match card.and_then(|card| card.issue.as_ref()) {
        Some((issue, _)) => open(Subject::Issue(Some(*issue))),
        None => vec![Effect::Notify(Notice::note(moment.words.inbox_form_no_issue()))],
    }
}

/// Reads the duties, to choose one from.
pub(super) fn duties() -> Effects {
    vec![Effect::ReadNow(Query::Form(Ask::Duties))]
}

/// Takes an action of the open form; `None` for one of the queue under it.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Option<Effects> {
    match action {
        Action::Refresh if !state.forms.saving.is_empty() && state.forms.open.is_none() => {
            // What could not be written comes back.
            if let Some((_, open)) = state.forms.saving.pop() {
                state.forms.drafts.answered(&open.form);
                state.forms.open = Some(open);
            }
            return None;
        }
        Action::KeepDraft => return keep(state, moment),
        Action::Refresh | Action::Resize | Action::Recount | Action::Show(_) => return None,
        _ => {}
    }
    let open = state.forms.open.as_mut()?;
    let step = open.form.update(action, moment);
    Some(take(state, step, moment))
}

fn take(state: &mut State, step: Step, moment: &Moment) -> Effects {
    let Some(open) = state.forms.open.as_mut() else {
        return Effect::none();
    };
    match step {
        Step::Stay | Step::Recipients | Step::Alike => Effect::none(),
        Step::Copy(text) => vec![Effect::Copy(text)],
        Step::Unused => Effect::unused(),
        Step::Ask { field, typed } => {
            if let Some(people) = &state.forms.people {
                let mut found = people::answering(people, &typed);
                if field == rule::UNIT {
                    found.retain(|one| one.id.starts_with("u:"));
                }
                open.form.offer(&field, &typed, found);
            }
            Effect::none()
        }
        Step::Left(field) => left(open, &field, moment),
        Step::Filled(_) => {
            if matches!(open.subject, Subject::Report(_) | Subject::Item(_)) {
                report::reveal_streams(&mut open.form);
            }
            Effect::none()
        }
        Step::Save | Step::SaveNext if !matches!(open.subject, Subject::Report(_)) => {
            save(state, &step, moment)
        }
        Step::Save | Step::SaveNext => {
            // What the text says is looked at once more: the field may never have been left.
            let text = open.form.text(report::TEXT);
            open.then = Some(step);
            vec![Effect::ReadNow(Query::Form(Ask::Recognise(text)))]
        }
        Step::Leave => {
            let rule = matches!(open.subject, Subject::Rule(_));
            let meeting = state.forms.meeting.take();
            let mut effects = leave(state, moment);
            effects.extend(meeting.map(|meeting| Effect::Show(Tab::Training, Target::Class(meeting))));
            if rule && state.forms.open.is_none() {
                effects.push(Effect::ReadNow(Query::Rules));
            }
            effects
        }
        Step::Files => {
            let mut effects = leave(state, moment);
            effects.retain(|effect| !matches!(effect, Effect::Notify(_)));
            effects.extend(intake::ask(state, moment));
            effects
        }
        Step::Drop => {
            let key = open.subject.draft();
            let fresh = Opened {
                subject: open.subject.clone(),
                draft: None,
                record: open.record.take(),
                topics: std::mem::take(&mut open.topics),
                groups: std::mem::take(&mut open.groups),
                colleagues: std::mem::take(&mut open.colleagues),
                issues: Vec::new(),
            };
            let mut effects = written(Some(state.forms.drafts.drop(key)));
            effects.extend(show(state, fresh, moment));
            effects
        }
    }
}

/// A field has another value.
fn left(open: &mut Open, field: &str, moment: &Moment) -> Effects {
    match &open.subject {
        Subject::Report(_) => report::left(&mut open.form, field, moment),
        Subject::Item(_) => {
            if field == report::WHO {
                report::judge_sender(&mut open.form, moment);
            }
            report::reveal_streams(&mut open.form);
            Effect::none()
        }
        Subject::Duty(_) => {
            duty::left(&mut open.form);
            Effect::none()
        }
        Subject::Issue(_)
        | Subject::Reply(_)
        | Subject::Answer(_)
        | Subject::IssueAnswer(_)
        | Subject::Orientation
        | Subject::Rule(_)
        | Subject::View(..) => Effect::none(),
    }
}

/// Takes an answer.
pub(super) fn receive(state: &mut State, answer: Answer, moment: &Moment) -> Effects {
    match answer {
        Answer::Opened(opened) => show(state, *opened, moment),
        Answer::People(people) => {
            state.forms.people = Some(people);
            Effect::none()
        }
        // Only the pages over the tabs send to those a filter means.
        Answer::Audience(_) => Effect::none(),
        Answer::Recognised(item) => recognised(state, &item, moment),
        Answer::Duties(duties) => {
            window::choose_duty(state, duties, moment);
            Effect::none()
        }
        Answer::Saved(saved) => done(state, *saved, moment),
        Answer::Kept(draft) => {
            state.forms.drafts.arrived(draft);
            Effect::none()
        }
    }
}

fn show(state: &mut State, opened: Opened, moment: &Moment) -> Effects {
    let Some(mut form) = form_of(&opened, moment) else {
        return queue::gone(moment);
    };
    let Opened { subject, draft, record, topics, groups, colleagues, .. } = opened;
    let mut effects = Effect::none();
    if let (Subject::Report(_), Some(files)) = (&subject, state.forms.attach.take()) {
        form.set(report::FILES, &files);
    }
    if matches!(subject, Subject::Report(_)) && state.forms.meeting.is_some() {
        form.set(report::CHANNEL, Channel::Meeting.id());
        form.set_note(moment.words.inbox_form_meeting());
    } else {
        state.forms.meeting = None;
    }
    let restored = state.forms.drafts.restore(&mut form, draft, moment.words);
    if restored && matches!(subject, Subject::Report(_)) {
        effects.extend(report::resume(&mut form));
    }
    let subject = match subject {
        Subject::Report(pasted) => {
            if !pasted.is_empty() {
                effects.extend(report::paste(&mut form, &pasted));
            }
            Subject::Report(String::new())
        }
        other => other,
    };
    state.forms.open = Some(Open { subject, form, record, topics, groups, colleagues, then: None });
    effects
}

/// The form of a record; `None` when that is gone.
fn form_of(opened: &Opened, moment: &Moment) -> Option<Form> {
    let Opened { subject, record, topics, groups, colleagues, issues, .. } = opened;
    let form = match (subject, record) {
        (Subject::Report(_), _) => report::form(topics, groups, moment),
        (_, Some(Record::Item(record))) => item::form(record, topics, groups, moment),
        (_, Some(Record::Issue(record))) => issue::form(record, topics, moment),
        (_, Some(Record::Orientation(record))) => orientation::form(record, issues, moment),
        (_, Some(Record::Duty(record))) => duty::form(record, moment),
        (_, Some(Record::Rule(record))) => rule::form(record, colleagues, topics, moment),
        (_, Some(Record::View(record))) => view::form(record, moment),
        (_, Some(Record::Report(_)) | None) => return None,
    };
    Some(form.drafted(Some(subject.draft())))
}

/// What the text says is suggested; then the form is saved, when that was asked for.
fn recognised(state: &mut State, item: &NewItem, moment: &Moment) -> Effects {
    let Some(open) = state.forms.open.as_mut() else {
        return Effect::none();
    };
    report::suggest(&mut open.form, item, &open.topics);
    match open.then.take() {
        Some(step) => save(state, &step, moment),
        None => Effect::none(),
    }
}

fn save(state: &mut State, step: &Step, moment: &Moment) -> Effects {
    let Some(open) = state.forms.open.as_mut() else {
        return Effect::none();
    };
    let Some(record) = filled(open, state.forms.people.as_deref(), &state.views, moment) else {
        return Effect::none();
    };
    let Some(saved) = state.forms.open.take() else {
        return Effect::none();
    };
    state.forms.saves += 1;
    let save = state.forms.saves;
    let write = Write::Save {
        save,
        subject: saved.subject.clone(),
        record: Box::new(record),
        mark: moment.settings.mark.clone(),
        files: saved.form.text(report::FILES),
        meeting: state.forms.meeting.filter(|_| matches!(saved.subject, Subject::Report(_))),
    };
    let meeting = state.forms.meeting.take_if(|_| *step != Step::SaveNext);
    if *step == Step::SaveNext {
        let form = report::next(&saved.form, &saved.topics, &saved.groups, moment);
        let form = form.drafted(Some(saved.subject.draft()));
        state.forms.open = Some(Open {
            subject: saved.subject.clone(),
            form,
            record: None,
            topics: saved.topics.clone(),
            groups: saved.groups.clone(),
            colleagues: Vec::new(),
            then: None,
        });
    }
    state.forms.drafts.saving(&saved.form);
    state.forms.saving.push((save, saved));
    let mut effects = vec![Effect::Write(Command::Form(write))];
    // Back to the meeting, where the next is said.
    effects.extend(meeting.map(|meeting| Effect::Show(Tab::Training, Target::Class(meeting))));
    effects
}

/// The record as it was filled in; `None` when its fields do not go together, which the form says.
fn filled(open: &mut Open, people: Option<&Roster>, views: &[View], moment: &Moment) -> Option<Record> {
    let form = &mut open.form;
    match open.record.clone() {
        None | Some(Record::Report(_)) => report::read(form, people, moment).map(Record::Report),
        Some(Record::Item(before)) => Some(Record::Item(item::read(form, &before, people))),
        Some(Record::Issue(before)) => issue::read(form, &before, moment).map(Record::Issue),
        Some(Record::Orientation(before)) => Some(Record::Orientation(orientation::read(form, before))),
        Some(Record::Duty(before)) => duty::read(form, &before, moment).map(Record::Duty),
        Some(Record::Rule(before)) => Some(Record::Rule(rule::read(form, &before))),
        Some(Record::View(before)) => view::read(form, &before, views, moment).map(Record::View),
    }
}

/// A record is in the file: it stands under the cursor, and its number is said.
fn done(state: &mut State, saved: Saved, moment: &Moment) -> Effects {
    let words = moment.words;
    let mut who = String::new();
    let (mut answered, mut rule, mut view) = (false, false, false);
    if let Some(at) = state.forms.saving.iter().position(|(save, _)| *save == saved.save) {
        let (_, open) = state.forms.saving.remove(at);
        state.forms.drafts.answered(&open.form);
        who = open.form.text(report::WHO);
        answered = matches!(open.subject, Subject::Reply(_) | Subject::Answer(_));
        rule = matches!(open.subject, Subject::Rule(_));
        view = matches!(open.subject, Subject::View(None, _));
    }
    let number = &saved.arrival_number;
    let mut told_unkept = Effect::none();
    let next = state.forms.open.as_mut().filter(|open| matches!(open.subject, Subject::Report(_)));
    if let Some(unkept) = saved.unkept {
        told_unkept = vec![Effect::Notify(Notice::problem(words.inbox_form_unkept(number, unkept)))];
    }
    let said = match &saved.row {
        _ if answered => words.inbox_form_answer_kept().to_owned(),
        _ if number.is_empty() => words.inbox_form_kept().to_owned(),
        Some(_) if saved.matters > 1 => words.inbox_form_saved_many(saved.matters as u64, number),
        Some(row) if next.is_some() => words.inbox_form_saved_next(number, &row.title),
        Some(_) => words.inbox_form_saved(number),
        None => words.inbox_form_saved_nothing(number, who),
    };
    let mut told = Effect::none();
    match next {
        // In the form of the next one the line under its title says it: the hints stay in sight.
        Some(open) if !number.is_empty() => open.form.set_note(said),
        _ => told.push(Effect::Notify(Notice::done(said))),
    }
    let mut effects = match saved.row {
        Some(row) => {
            let mut effects = queue::stand_on(state, &row, moment);
            effects.push(Effect::Read(Query::SentAgain(row.report)));
            effects
        }
        None => queue::refresh(state, moment),
    };
    effects.extend(told);
    effects.extend(told_unkept);
    if view {
        state.show_view = saved.id;
        effects.push(Effect::ReadNow(Query::Views));
    }
    if rule {
        effects.push(Effect::ReadNow(Query::Rules));
    }
    effects
}

/// Says that the report which was just typed in says what another said.
pub(super) fn sent_again(state: &mut State, found: &[Doubled], moment: &Moment) -> Effects {
    let Some(Doubled { number, earlier, share, .. }) = found.first() else {
        return Effect::none();
    };
    let said = moment.words.inbox_form_doubled(earlier, number, u64::from(*share));
    match state.forms.open.as_mut().filter(|open| matches!(open.subject, Subject::Report(_))) {
        Some(open) => {
            open.form.set_note(said);
            Effect::none()
        }
        None => vec![Effect::Notify(Notice::note(said))],
    }
}

/// A day as a field shows it.
fn day(day: Option<chrono::NaiveDate>, words: &Words) -> String {
    day.map_or_else(String::new, |day| words.day(day))
}
