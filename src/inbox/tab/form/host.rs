//! Forms over a page that lies over the tabs: an issue, an answer, an orientation. The page stays under them, so that saving
//! leads back to its row.

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::{Answer, Ask, Open, Opened, Subject, Write, filled, form_of, people};
use crate::roster::model::Roster;
use crate::screen::form::{Drafts, Step};
use crate::screen::{Action, Effect, Look, Moment, Notice, Place};
use crate::words::Words;

/// The form over a page, and what is on its way from it.
#[derive(Debug, Default)]
pub struct Host {
    open: Option<Open>,
    /// Saved forms whose answer has not come, with the number of the save.
    saving: Vec<(u64, Open)>,
    drafts: Drafts,
    people: Option<Arc<Roster>>,
    saves: u64,
}

/// A record that is in the file now.
#[derive(Debug)]
pub struct Kept {
    /// Whose form it was.
    pub subject: Subject,
    /// The record.
    pub id: Option<Uuid>,
}

/// What a form over a page asks of the file.
pub type Effects = Vec<Effect<Ask, Write>>;

/// Opens the form of a record.
pub fn open(subject: Subject) -> Effects {
    vec![Effect::ReadNow(Ask::Open(subject)), Effect::Read(Ask::People)]
}

impl Host {
    /// True while a form is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// True while text stands in it that no draft holds.
    pub fn is_dirty(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.form.is_dirty())
    }

    /// Where the keys go while it is open.
    pub fn place(&self) -> Option<&'static Place> {
        self.open.as_ref().map(|open| open.form.place())
    }

    /// Whether an action would do something in it.
    pub fn works(&self, action: &Action) -> bool {
        self.open.as_ref().is_none_or(|open| open.form.works(action))
    }

    /// Draws it over the page.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        if let Some(open) = &self.open {
            open.form.draw(frame, area, look, words);
        }
    }

    /// Takes an action; `None` for one of the page under it.
    pub fn update(&mut self, action: &Action, moment: &Moment) -> Option<Effects> {
        match action {
            Action::Refresh if self.open.is_none() => {
                // What could not be written comes back.
                if let Some((_, open)) = self.saving.pop() {
                    self.drafts.answered(&open.form);
                    self.open = Some(open);
                }
                return None;
            }
            Action::KeepDraft => {
                let open = self.open.as_mut()?;
                let write = self.drafts.keep(&mut open.form, moment);
                return Some(write.map(|write| Effect::Write(Write::Draft(write))).into_iter().collect());
            }
            Action::Refresh | Action::Resize | Action::Recount | Action::Show(_) => return None,
            _ => {}
        }
        let open = self.open.as_mut()?;
        let step = open.form.update(action, moment);
        Some(self.take(step, moment))
    }

    fn take(&mut self, step: Step, moment: &Moment) -> Effects {
        let Some(open) = self.open.as_mut() else { return Effect::none() };
        match step {
            Step::Copy(text) => vec![Effect::Copy(text)],
            Step::Unused => Effect::unused(),
            Step::Ask { field, typed } => {
                if let Some(people) = &self.people {
                    open.form.offer(&field, &typed, people::answering(people, &typed));
                }
                Effect::none()
            }
            Step::Save | Step::SaveNext => self.save(moment),
            Step::Leave => self.leave(moment),
            Step::Drop => {
                let subject = open.subject.clone();
                let write = self.drafts.drop(subject.draft());
                self.open = None;
                let mut effects = vec![Effect::Write(Write::Draft(write))];
                effects.extend(self::open(subject));
                effects
            }
            Step::Stay | Step::Left(_) | Step::Filled(_) | Step::Files => Effect::none(),
        }
    }

    fn save(&mut self, moment: &Moment) -> Effects {
        let Some(open) = self.open.as_mut() else { return Effect::none() };
        let Some(record) = filled(open, self.people.as_deref(), &[], moment) else { return Effect::none() };
        let Some(saved) = self.open.take() else { return Effect::none() };
        self.saves += 1;
        let write = Write::Save {
            save: self.saves,
            subject: saved.subject.clone(),
            record: Box::new(record),
            mark: moment.settings.mark.clone(),
            files: String::new(),
        };
        self.drafts.saving(&saved.form);
        self.saving.push((self.saves, saved));
        vec![Effect::Write(write)]
    }

    /// Closes the form; what was typed is kept, and said to be.
    fn leave(&mut self, moment: &Moment) -> Effects {
        let Some(mut open) = self.open.take() else { return Effect::none() };
        let (write, said) = self.drafts.leave(&mut open.form, moment);
        let write = write.map(|write| Effect::Write(Write::Draft(write)));
        write.into_iter().chain(said.map(Effect::Notify)).collect()
    }

    /// Takes an answer; what is in the file now, when that is what it says.
    pub fn receive(&mut self, answer: Answer, moment: &Moment) -> (Effects, Option<Kept>) {
        match answer {
            Answer::Opened(opened) => return (self.show(*opened, moment), None),
            Answer::People(people) => self.people = Some(people),
            Answer::Saved(saved) => {
                let at = self.saving.iter().position(|(save, _)| *save == saved.save);
                let kept = at.map(|at| self.saving.remove(at)).map(|(_, open)| {
                    self.drafts.answered(&open.form);
                    Kept { subject: open.subject, id: saved.id }
                });
                return (Effect::none(), kept);
            }
            Answer::Kept(draft) => self.drafts.arrived(draft),
            Answer::Recognised(_) | Answer::Duties(_) => {}
        }
        (Effect::none(), None)
    }

    fn show(&mut self, opened: Opened, moment: &Moment) -> Effects {
        let Some(mut form) = form_of(&opened, moment) else {
            return vec![Effect::Notify(Notice::problem(moment.words.inbox_gone()))];
        };
        let Opened { subject, draft, record, topics, groups, colleagues } = opened;
        self.drafts.restore(&mut form, draft, moment.words);
        self.open = Some(Open { subject, form, record, topics, groups, colleagues, then: None });
        Effect::none()
    }
}
