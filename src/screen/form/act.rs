//! What keys do in a form: moving, typing, taking choices, saving.

use super::field::{Field, Kind};
use super::pick::{self, Pick};
use super::{Form, Step};
use crate::screen::action::{Action, InputEvent};
use crate::screen::moment::Moment;
use crate::screen::popup::{Confirm, Outcome};

impl Form {
    /// Takes an action of [`Form::place`].
    pub fn update(&mut self, action: &Action, moment: &Moment) -> Step {
        self.now = moment.now;
        if let Some(asking) = &self.asking {
            let answer = asking.update(action);
            return self.answered(answer);
        }
        self.unkept = true;
        match action {
            Action::Save => self.save(Step::Save, moment),
            Action::SaveNext => self.save(Step::SaveNext, moment),
            Action::Back => self.back(),
            Action::Open => self.accept(moment),
            Action::NextPane => self.go(true, true, moment),
            Action::PreviousPane => self.go(false, true, moment),
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => self.cursor_key(action, moment),
            Action::MaskPersonal => self.mask(),
            Action::Import if self.works(action) => Step::Files,
            Action::Recipients if self.works(action) => Step::Recipients,
            Action::Alike if self.works(action) => Step::Alike,
            Action::Copy => self.copied(),
            Action::DropDraft if self.restored => self.ask_to_drop(moment),
            Action::Input(event) => self.typed(event, moment),
            Action::Paste(text) => self.typed(&InputEvent::Paste(text.clone()), moment),
            _ => Step::Unused,
        }
    }

    /// What was typed would be gone for good, so one key is not enough.
    fn ask_to_drop(&mut self, moment: &Moment) -> Step {
        let words = moment.words;
        self.asking = Some(Confirm::new(words.form_drop_title(), words.form_drop_question(), Step::Drop));
        Step::Stay
    }

    fn answered(&mut self, answer: Outcome<Step>) -> Step {
        match answer {
            Outcome::Unused => return Step::Unused,
            Outcome::Open | Outcome::Cancelled | Outcome::Chosen(_) => self.asking = None,
        }
        if let Outcome::Chosen(step) = answer { step } else { Step::Stay }
    }

    fn pick(&mut self) -> Option<&mut Pick> {
        match &mut self.fields.get_mut(self.at)?.kind {
            Kind::Pick(pick) => Some(pick),
            _ => None,
        }
    }

    fn back(&mut self) -> Step {
        match self.pick() {
            Some(pick) if pick.is_open() => {
                pick.escape();
                Step::Stay
            }
            _ => Step::Leave,
        }
    }

    /// Enter: takes the choice under the cursor, goes on, and saves from the last field.
    fn accept(&mut self, moment: &Moment) -> Step {
        if let Some(pick) = self.pick().filter(|pick| pick.is_open()) {
            pick.take();
            if pick.is_many() {
                return Step::Stay;
            }
            return self.go(true, false, moment);
        }
        if self.neighbour(true).is_none() {
            self.save(Step::Save, moment)
        } else {
            self.go(true, false, moment)
        }
    }

    fn cursor_key(&mut self, action: &Action, moment: &Moment) -> Step {
        let down = matches!(action, Action::Down | Action::PageDown);
        let page = matches!(action, Action::PageUp | Action::PageDown);
        if let Some(pick) = self.pick().filter(|pick| pick.is_open()) {
            pick.go(down, if page { pick::SHOWN } else { 1 });
            return Step::Stay;
        }
        if !page {
            return self.go(down, false, moment);
        }
        let to = if down { self.next_section() } else { self.sections().rev().find(|at| *at < self.at) };
        match to.or_else(|| if down { self.last() } else { None }) {
            Some(to) => self.move_to(to, moment),
            None => Step::Stay,
        }
    }

    /// The first field of each section in sight.
    fn sections(&self) -> impl DoubleEndedIterator<Item = usize> {
        let headed = |at: usize| at == 0 || self.fields[at].heading.is_some();
        (0..self.fields.len()).filter(move |at| !self.fields[*at].hidden && headed(*at))
    }

    /// Where the section after the cursor begins.
    pub(super) fn next_section(&self) -> Option<usize> {
        self.sections().find(|at| *at > self.at)
    }

    /// True when the list of the field with the cursor is open.
    pub(super) fn has_open_list(&self) -> bool {
        matches!(self.fields.get(self.at), Some(Field { kind: Kind::Pick(pick), .. }) if pick.is_open())
    }

    fn last(&self) -> Option<usize> {
        (0..self.fields.len()).rev().find(|at| !self.fields[*at].hidden)
    }

    fn neighbour(&self, on: bool) -> Option<usize> {
        let shown = |at: &usize| !self.fields[*at].hidden;
        if on { (self.at + 1..self.fields.len()).find(shown) } else { (0..self.at).rev().find(shown) }
    }

    /// To the next field, or the one before; Tab goes round.
    fn go(&mut self, on: bool, round: bool, moment: &Moment) -> Step {
        // What is under the cursor of an open list was meant.
        if on
            && let Some(pick) =
                self.pick().filter(|pick| pick.is_open() && !pick.typed_text().is_empty() && pick.is_meant())
        {
            pick.take();
        }
        let round = || {
            if !round {
                None
            } else if on {
                Some(0)
            } else {
                self.last()
            }
        };
        match self.neighbour(on).or_else(round) {
            Some(to) => self.move_to(to, moment),
            None => Step::Stay,
        }
    }

    fn move_to(&mut self, to: usize, moment: &Moment) -> Step {
        let left = self.leave(moment);
        self.enter(to);
        left.map_or(Step::Stay, Step::Left)
    }

    /// Judges the field with the cursor; its name when it has another value than before.
    fn leave(&mut self, moment: &Moment) -> Option<String> {
        let field = self.fields.get_mut(self.at)?;
        field.unselect();
        if let Kind::Pick(pick) = &mut field.kind {
            pick.close();
        }
        let changed = field.stored() != field.entered;
        // Passing through says nothing about a field nobody has filled in.
        if changed || field.changed() || !field.is_empty() {
            field.judge(moment);
        }
        changed.then(|| field.name.clone())
    }

    pub(super) fn enter(&mut self, to: usize) {
        self.at = to;
        if let Some(field) = self.fields.get_mut(to) {
            field.entered = field.stored();
            field.hidden = false;
            field.select();
        }
    }

    fn save(&mut self, step: Step, moment: &Moment) -> Step {
        if let Some(pick) = self.pick().filter(|pick| pick.is_open() && pick.is_named()) {
            pick.take();
        }
        self.leave(moment);
        let mut wrong = None;
        for (at, field) in self.fields.iter_mut().enumerate().filter(|(_, field)| !field.hidden) {
            // What the room said about fields together stands until one of them is changed.
            let said = field.said.take();
            if !field.judge(moment) {
                wrong = wrong.or(Some(at));
            } else if field.said.is_none() {
                field.said = said;
            }
        }
        match wrong {
            None => step,
            Some(at) => {
                self.enter(at);
                Step::Stay
            }
        }
    }

    fn mask(&mut self) -> Step {
        let first = self.fields.get(self.at).filter(|field| !field.found.is_empty()).map(|_| self.at);
        let at = first.or_else(|| self.fields.iter().position(|field| !field.found.is_empty()));
        let masked = at.and_then(|at| self.fields.get_mut(at)).is_some_and(Field::mask);
        if masked { Step::Stay } else { Step::Unused }
    }

    /// What is selected in the field with the cursor, else all of it.
    fn copied(&self) -> Step {
        let field = self.fields.get(self.at).filter(|field| !field.secret);
        let Some(field) = field else { return Step::Unused };
        let selected = field.selected();
        let text = selected.map_or_else(|| self.text(self.current()), str::to_owned);
        if text.is_empty() { Step::Unused } else { Step::Copy(text) }
    }

    fn typed(&mut self, event: &InputEvent, moment: &Moment) -> Step {
        let Some(field) = self.fields.get_mut(self.at) else { return Step::Unused };
        if let Kind::Long { editor, .. } = &mut field.kind
            && matches!(event, InputEvent::Up | InputEvent::Down)
        {
            // At the edge of the text the cursor goes on to the next field.
            let before = editor.cursor();
            editor.apply(event);
            let down = matches!(event, InputEvent::Down);
            return if editor.cursor() == before { self.go(down, false, moment) } else { Step::Stay };
        }
        let was_empty = field.is_empty();
        let changed = field.typed(event);
        if let Kind::Long { editor, .. } = &mut field.kind
            && let Some(text) = editor.take_copied()
        {
            return Step::Copy(text);
        }
        match &field.kind {
            _ if *event == InputEvent::Copy => self.copied(),
            _ if !changed => Step::Stay,
            Kind::Choice { .. } | Kind::Flag(_) => {
                field.entered = field.stored();
                Step::Left(field.name.clone())
            }
            Kind::Pick(pick) if pick.asks() && pick.open => {
                Step::Ask { field: field.name.clone(), typed: pick.input.text().to_owned() }
            }
            _ if was_empty != field.is_empty() => Step::Filled(field.name.clone()),
            _ => Step::Stay,
        }
    }
}
