//! The rules that give new items to colleagues: their order, and what they would give away now. And giving by hand.

use uuid::Uuid;

use super::window::Window;
use super::{Command, Effects, Query, State, decide, form};
use crate::inbox::rows::{Decision, Handler, RuleRow, Trial};
use crate::roster::model::is_one_handler;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice};

/// The window of the rules.
#[derive(Debug, Default)]
pub struct Rules {
    /// The rules, and what they would give away now.
    pub trial: Trial,
    /// The line under the cursor.
    pub cursor: usize,
}

/// What a person wants of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A new one.
    New,
    /// The form of this one.
    Edit(Uuid),
    /// This one away; carries what it says.
    Remove(Uuid, String),
    /// This one a place up or down.
    Move(Uuid, bool),
    /// All of them to work on what nobody has.
    Give,
}

/// What is written about rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleWrite {
    /// Takes a rule away.
    Remove(Uuid),
    /// Moves it a place up or down.
    Move(Uuid, bool),
    /// Gives new items that nobody has to colleagues.
    Give,
}

/// What the window of colleagues offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A colleague, or nobody.
    To(Option<Uuid>),
    /// Oneself, whom the file does not know yet.
    Me,
    /// Somebody else.
    New,
}

impl Rules {
    /// The rule under the cursor.
    pub fn rule(&self) -> Option<&RuleRow> {
        self.trial.rules.get(self.cursor)
    }

    pub(super) fn update(&mut self, action: &Action) -> Outcome<Wish> {
        let last = self.trial.rules.len().saturating_sub(1);
        let rule = self.rule();
        let wish = match action {
            Action::Up => {
                self.cursor = self.cursor.saturating_sub(1);
                None
            }
            Action::Down => {
                self.cursor = (self.cursor + 1).min(last);
                None
            }
            Action::Home => {
                self.cursor = 0;
                None
            }
            Action::End => {
                self.cursor = last;
                None
            }
            Action::New => Some(Wish::New),
            Action::Edit | Action::Open => Some(rule.map_or(Wish::New, |rule| Wish::Edit(rule.id))),
            Action::Delete => rule.map(|rule| Wish::Remove(rule.id, rule.handler.clone())),
            Action::ScrollUp => rule.map(|rule| Wish::Move(rule.id, true)),
            Action::ScrollDown => rule.map(|rule| Wish::Move(rule.id, false)),
            Action::Assign => Some(Wish::Give),
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        };
        wish.map_or(Outcome::Open, Outcome::Chosen)
    }
}

/// Shows the rules as they are now; the cursor stays on its rule.
pub(super) fn open(state: &mut State, trial: Trial) -> Effects {
    let before = match &state.window {
        Some(Window::Rules(open)) => open.rule().map(|rule| (rule.id, open.cursor)),
        _ => None,
    };
    let last = trial.rules.len().saturating_sub(1);
    let cursor = before
        .map_or(0, |(id, at)| trial.rules.iter().position(|rule| rule.id == id).unwrap_or(at).min(last));
    state.window = Some(Window::Rules(Rules { trial, cursor }));
    Effect::none()
}

/// Does what was wished. The window stays where the answer shows in it.
pub(super) fn run(state: &mut State, rules: &Rules, wish: Wish, moment: &Moment) -> (bool, Effects) {
    let words = moment.words;
    match wish {
        Wish::New => (false, form::open(form::Subject::Rule(None))),
        Wish::Edit(id) => (false, form::open(form::Subject::Rule(Some(id)))),
        Wish::Move(id, up) => (true, vec![Effect::Write(Command::Rule(RuleWrite::Move(id, up)))]),
        Wish::Remove(id, name) => {
            let question = words.inbox_rule_remove_question(name);
            let confirm = Confirm::new(words.inbox_rule_remove(), question, RuleWrite::Remove(id));
            state.window = Some(Window::Rule(confirm));
            (false, Effect::none())
        }
        Wish::Give if rules.trial.fits() == 0 => {
            (true, vec![Effect::Notify(Notice::note(words.inbox_rules_nothing()))])
        }
        Wish::Give => {
            let question = words.inbox_rules_give_question(rules.trial.fits(), shares(&rules.trial));
            state.window =
                Some(Window::Rule(Confirm::new(words.inbox_rules_give(), question, RuleWrite::Give)));
            (false, Effect::none())
        }
    }
}

/// Who would get how many: `Lê Thị Hoa 7, Trần Văn Nam 5`.
pub fn shares(trial: &Trial) -> String {
    let share = |(name, count): &(String, u64)| format!("{name} {count}");
    trial.by_handler.iter().map(share).collect::<Vec<_>>().join(", ")
}

/// Items were given away by the rules.
pub(super) fn given(count: usize, moment: &Moment) -> Effects {
    vec![
        Effect::Notify(Notice::done(moment.words.inbox_rules_given(count as u64))),
        Effect::ReadNow(Query::Rules),
    ]
}

/// Offers the colleagues items can be given to, oneself first.
pub(super) fn choose_handler(
    state: &mut State,
    items: Vec<Uuid>,
    handlers: Vec<Handler>,
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let (person, mark) = (moment.settings.person.as_str(), moment.settings.mark.as_str());
    let is_me = |one: &Handler| is_one_handler((&one.full_name, &one.mark), (person, mark));
    let choice = |one: Handler, name: String| {
        Choice::new(Given::To(Some(one.id)), name, words.inbox_handler_open(one.open))
    };
    let (mine, others): (Vec<Handler>, Vec<Handler>) = handlers.into_iter().partition(is_me);
    let mut choices: Vec<Choice<Given>> = Vec::new();
    for me in mine {
        let name = words.inbox_handler_me(&me.full_name);
        choices.push(choice(me, name));
    }
    if choices.is_empty() && !person.trim().is_empty() {
        choices.push(Choice::new(Given::Me, words.inbox_handler_me(person), ""));
    }
    choices.extend(others.into_iter().map(|one| {
        let name = one.full_name.clone();
        choice(one, name)
    }));
    choices.push(Choice::new(Given::New, words.inbox_handler_new(), "").always());
    choices.push(Choice::new(Given::To(None), words.inbox_handler_nobody(), ""));
    let title = words.inbox_handler_title(items.len() as u64);
    state.window = Some(Window::Handler(Picker::one(title, choices), items));
    if person.trim().is_empty() {
        return vec![Effect::Notify(Notice::note(words.inbox_handler_nameless()))];
    }
    Effect::none()
}

/// Takes whom items are given to.
pub(super) fn handler_chosen(
    state: &mut State,
    chosen: &[Given],
    typed: &str,
    items: Vec<Uuid>,
    moment: &Moment,
) -> Effects {
    let settings = moment.settings;
    match chosen.first() {
        Some(Given::To(handler)) => decide::apply(state, items, Decision::Handler(*handler), moment),
        Some(Given::Me) => {
            let me = Decision::HandlerNamed(settings.person.clone(), settings.mark.clone());
            decide::apply(state, items, me, moment)
        }
        Some(Given::New) => {
            let words = moment.words;
            let prompt =
                Prompt::new(words.inbox_handler_new(), words.inbox_handler_question(), typed.trim(), items);
            state.window = Some(Window::HandlerName(prompt));
            Effect::none()
        }
        None => Effect::none(),
    }
}

/// The name of somebody new was typed.
pub(super) fn named(state: &mut State, items: Vec<Uuid>, name: &str, moment: &Moment) -> Effects {
    if name.trim().is_empty() {
        return Effect::none();
    }
    decide::apply(state, items, Decision::HandlerNamed(name.trim().to_owned(), String::new()), moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(id: u128, handler: &str, fits: u64) -> RuleRow {
        RuleRow { id: Uuid::from_u128(id), handler: handler.into(), works: true, fits, ..RuleRow::default() }
    }

    #[test]
    fn the_cursor_stays_on_its_rule_when_the_order_changes() {
        let mut state = State::default();
        let trial = |ids: &[u128]| Trial {
            rules: ids.iter().map(|id| rule(*id, "Hoa", 0)).collect(),
            ..Trial::default()
        };
        open(&mut state, trial(&[1, 2, 3]));
        if let Some(Window::Rules(rules)) = &mut state.window {
            assert_eq!(rules.update(&Action::Down), Outcome::Open);
            assert_eq!(
                rules.update(&Action::ScrollUp),
                Outcome::Chosen(Wish::Move(Uuid::from_u128(2), true))
            );
        }
        open(&mut state, trial(&[2, 1, 3]));
        assert!(matches!(&state.window, Some(Window::Rules(rules)) if rules.cursor == 0));
        open(&mut state, trial(&[]));
        let Some(Window::Rules(rules)) = &mut state.window else { panic!("closed") };
        assert_eq!(rules.update(&Action::Open), Outcome::Chosen(Wish::New));
        assert_eq!(rules.update(&Action::Delete), Outcome::Open, "there is nothing to take away");
    }
}
