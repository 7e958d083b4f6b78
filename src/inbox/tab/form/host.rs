//! Forms over a page that lies over the tabs: an issue, an answer, an orientation. The page stays under them, so that saving
//! leads back to its row.

use std::collections::HashMap;
use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::orientation::FILTER;
use super::{Answer, Ask, Open, Opened, Subject, Write, filled, form_of, people};
use crate::inbox::audience::{Audience, Wrong, with_found};
use crate::inbox::labels;
use crate::inbox::records::Addressee;
use crate::screen::form::{Drafts, Said, Step};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, InputEvent, Look, Moment, Notice, Place};
use crate::words::Words;

/// The form over a page, and what is on its way from it.
#[derive(Debug, Default)]
pub struct Host {
    open: Option<Open>,
    /// Saved forms whose answer has not come, with the number of the save.
    saving: Vec<(u64, Open)>,
    drafts: Drafts,
    audience: Option<Arc<Audience>>,
    /// What Tab goes through in the filter.
    offer: Option<Offer>,
    /// The filter whose people stand under the title.
    told: Option<(String, usize)>,
    /// Everybody it goes to, over the form.
    list: Option<Picker<()>>,
    saves: u64,
}

/// Completions of the end of the filter.
#[derive(Debug)]
struct Offer {
    /// The line up to it.
    before: String,
    candidates: Vec<String>,
    /// The one that stands in the line.
    at: usize,
}

impl Offer {
    fn line(&self) -> String {
        format!("{}{}", self.before, self.candidates.get(self.at).map_or("", String::as_str))
    }
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
    vec![Effect::ReadNow(Ask::Open(subject)), Effect::Read(Ask::Audience)]
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
        let list = self.list.as_ref().map(Picker::place);
        list.or_else(|| self.open.as_ref().map(|open| open.form.place()))
    }

    /// Whether an action would do something in it.
    pub fn works(&self, action: &Action) -> bool {
        self.list.is_some() || self.open.as_ref().is_none_or(|open| open.form.works(action))
    }

    /// Draws it over the page.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        if let Some(open) = &self.open {
            open.form.draw(frame, area, look, words);
        }
        if let Some(list) = &self.list {
            list.draw(frame, area, look, words.orientations_nobody());
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
        if let Some(list) = &mut self.list {
            match list.update(action) {
                Outcome::Open => {}
                Outcome::Unused => return Some(Effect::unused()),
                Outcome::Cancelled | Outcome::Chosen(_) => self.list = None,
            }
            return Some(Effect::none());
        }
        if *action == Action::NextPane && self.complete_filter(moment) {
            self.tell_recipients(moment.words);
            return Some(Effect::none());
        }
        let open = self.open.as_mut()?;
        let step = open.form.update(action, moment);
        let effects = self.take(step, moment);
        self.tell_recipients(moment.words);
        Some(effects)
    }

    fn take(&mut self, step: Step, moment: &Moment) -> Effects {
        let Some(open) = self.open.as_mut() else { return Effect::none() };
        match step {
            Step::Copy(text) => vec![Effect::Copy(text)],
            Step::Unused | Step::Alike => Effect::unused(),
            Step::Ask { field, typed } => {
                if let Some(audience) = &self.audience {
                    open.form.offer(&field, &typed, people::answering(&audience.roster, &typed));
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
            Step::Recipients => {
                self.list_recipients(moment.words);
                Effect::none()
            }
            Step::Stay | Step::Left(_) | Step::Filled(_) | Step::Files => Effect::none(),
        }
    }

    fn save(&mut self, moment: &Moment) -> Effects {
        let Some(open) = self.open.as_mut() else { return Effect::none() };
        if let Some(wrong) = wrong_filter(open, self.audience.as_deref()) {
            open.form.point_at(FILTER, wrong.span);
            open.form.say(FILTER, Said::Wrong(labels::audience_problem(moment.words, &wrong.problem)));
            return Effect::none();
        }
        let roster = self.audience.as_ref().map(|audience| &audience.roster);
        let Some(record) = filled(open, roster, &[], moment) else { return Effect::none() };
        let Some(saved) = self.open.take() else { return Effect::none() };
        self.saves += 1;
        let write = Write::Save {
            save: self.saves,
            subject: saved.subject.clone(),
            record: Box::new(record),
            mark: moment.settings.mark.clone(),
            files: String::new(),
            meeting: None,
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
            Answer::Audience(audience) => {
                self.audience = Some(audience);
                self.tell_recipients(moment.words);
            }
            Answer::Saved(saved) => {
                let at = self.saving.iter().position(|(save, _)| *save == saved.save);
                let kept = at.map(|at| self.saving.remove(at)).map(|(_, open)| {
                    self.drafts.answered(&open.form);
                    Kept { subject: open.subject, id: saved.id }
                });
                return (Effect::none(), kept);
            }
            Answer::Kept(draft) => self.drafts.arrived(draft),
            Answer::Recognised(_) | Answer::Duties(_) | Answer::People(_) => {}
        }
        (Effect::none(), None)
    }

    fn show(&mut self, opened: Opened, moment: &Moment) -> Effects {
        let Some(mut form) = form_of(&opened, moment) else {
            return vec![Effect::Notify(Notice::problem(moment.words.inbox_gone()))];
        };
        let Opened { subject, draft, record, topics, groups, colleagues, .. } = opened;
        let restored = self.drafts.restore(&mut form, draft, moment.words);
        // That a draft was taken back is told first.
        let told = (form.text(FILTER), form.chosen("recipients").len());
        self.open = Some(Open { subject, form, record, topics, groups, colleagues, then: None });
        self.told = restored.then_some(told);
        self.tell_recipients(moment.words);
        Effect::none()
    }

    /// Completes the end of the filter, and again goes on to the next possibility. False where nothing can be completed: Tab
    /// leaves the field then.
    fn complete_filter(&mut self, moment: &Moment) -> bool {
        let (Some(open), Some(audience)) = (&mut self.open, &self.audience) else { return false };
        if open.form.current() != FILTER {
            return false;
        }
        let Some(line) = open.form.line(FILTER).map(str::to_owned) else { return false };
        let going = self.offer.take().filter(|offer| offer.candidates.len() > 1 && offer.line() == line);
        let next = if let Some(Offer { before, candidates, at }) = going {
            Offer { before, at: (at + 1) % candidates.len(), candidates }
        } else {
            if line.is_empty() || line.ends_with(char::is_whitespace) {
                return false;
            }
            let completion = audience.complete(&line);
            let before = line.chars().take(completion.span.start).collect();
            Offer { before, candidates: completion.candidates, at: 0 }
        };
        let completed = next.line();
        if next.candidates.is_empty() || completed == line {
            return false;
        }
        let event = InputEvent::Replace(completed);
        open.form.update(&Action::Input(event), moment);
        let others: Vec<&str> =
            next.candidates.iter().skip(next.at + 1).take(OTHERS).map(String::as_str).collect();
        if !others.is_empty() {
            open.form.say(FILTER, Said::Warning(moment.words.inbox_filter_others(others.join("  "))));
        }
        self.offer = Some(next);
        true
    }

    /// Everybody the form names and its filter means.
    fn recipients(&self) -> Option<Result<Vec<Addressee>, Wrong>> {
        let form = &self.open.as_ref()?.form;
        let audience = self.audience.as_ref().filter(|_| form.has(FILTER))?;
        let named = people::addressees(form.chosen("recipients"));
        Some(audience.of(&form.text(FILTER)).map(|found| with_found(&named, found)))
    }

    /// Says under the title how many it goes to and who is among them; again when another filter is typed.
    fn tell_recipients(&mut self, words: &Words) {
        let Some(open) = self.open.as_ref().filter(|open| open.form.has(FILTER)) else { return };
        let now = (open.form.text(FILTER), open.form.chosen("recipients").len());
        if self.told.as_ref() == Some(&now) {
            return;
        }
        let Some(found) = self.recipients() else { return };
        let said = match found {
            Ok(all) if all.is_empty() => words.orientations_to_nobody().to_owned(),
            Ok(all) => {
                let names: Vec<&str> = all.iter().take(NAMES).map(|to| to.name.as_str()).collect();
                let more = if all.len() > NAMES { "…" } else { "" };
                words.orientations_goes_to(all.len() as u64, format!("{}{more}", names.join(", ")))
            }
            Err(wrong) => labels::audience_problem(words, &wrong.problem),
        };
        self.told = Some(now);
        if let Some(open) = self.open.as_mut() {
            open.form.set_note(said);
        }
    }

    /// Shows everybody it goes to.
    fn list_recipients(&mut self, words: &Words) {
        let Some(Ok(all)) = self.recipients() else { return };
        let Some(audience) = &self.audience else { return };
        let units: HashMap<Uuid, &str> = match self.open.as_ref().map(|open| open.form.text(FILTER)) {
            Some(filter) => audience.people(&filter).unwrap_or_default(),
            None => Vec::new(),
        }
        .into_iter()
        .map(|person| (person.id, audience.roster.unit_name(person)))
        .collect();
        let title = words.orientations_list_title(all.len() as u64);
        let choice = |to: Addressee| {
            let unit = to.collaborator.and_then(|id| units.get(&id)).copied().unwrap_or_default();
            Choice::new((), to.name, unit)
        };
        self.list = Some(Picker::one(title, all.into_iter().map(choice).collect()));
    }
}

/// Possibilities told behind the one that stands in the filter.
const OTHERS: usize = 4;

/// Names told under the title.
const NAMES: usize = 6;

/// What is wrong with the filter of those it goes to.
fn wrong_filter(open: &Open, audience: Option<&Audience>) -> Option<Wrong> {
    if !open.form.has(FILTER) {
        return None;
    }
    audience?.of(open.form.line(FILTER)?).err()
}
