//! The answers that were given to an item: to be read, copied for a message, mended.

use uuid::Uuid;

use super::window::Window;
use super::{Effects, State, form};
use crate::inbox::rows::AnswerRow;
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::words::Words;

/// The answers to an item.
#[derive(Debug)]
pub struct Answers {
    item: Uuid,
    /// The answers, the newest first; never empty.
    pub answers: Vec<AnswerRow>,
    /// The one in sight.
    pub at: usize,
    /// Lines it is scrolled by; drawing stops at its end.
    pub scroll: u16,
}

/// What the window ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Write another answer to this item.
    Another(Uuid),
    /// Mend this answer.
    Mend(Uuid),
}

impl Answers {
    /// The answer in sight.
    pub fn answer(&self) -> Option<&AnswerRow> {
        self.answers.get(self.at)
    }

    /// The answer in sight as a message to be sent.
    fn message(&self, words: &Words) -> String {
        let Some(answer) = self.answer() else { return String::new() };
        let mut parts = vec![answer.title.clone(), answer.content.clone()];
        if !answer.official_info.is_empty() {
            parts.push(format!("{}: {}", words.inbox_form_official(), answer.official_info));
        }
        if !answer.source_document.is_empty() {
            parts.push(format!("{}: {}", words.inbox_form_source(), answer.source_document));
        }
        parts.retain(|part| !part.trim().is_empty());
        parts.join("\n")
    }

    /// Copies the answer in sight; the window stays.
    pub(super) fn copy(&self, moment: &Moment) -> Effects {
        let said = Notice::done(moment.words.inbox_answer_copied());
        vec![Effect::Copy(self.message(moment.words)), Effect::Notify(said)]
    }

    pub(super) fn update(&mut self, action: &Action) -> Outcome<Wish> {
        let last = self.answers.len().saturating_sub(1);
        let to = match action {
            Action::Left => self.at.saturating_sub(1),
            Action::Right => (self.at + 1).min(last),
            _ => self.at,
        };
        if to != self.at {
            (self.at, self.scroll) = (to, 0);
            return Outcome::Open;
        }
        match action {
            Action::Left | Action::Right => {}
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll = self.scroll.saturating_add(1),
            Action::PageUp => self.scroll = self.scroll.saturating_sub(8),
            Action::PageDown => self.scroll = self.scroll.saturating_add(8),
            Action::New => return Outcome::Chosen(Wish::Another(self.item)),
            Action::Edit => {
                return self
                    .answer()
                    .map_or(Outcome::Cancelled, |answer| Outcome::Chosen(Wish::Mend(answer.id)));
            }
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }
}

/// `p`: an item that was answered shows its answers; else, and for marked items, an answer is written.
pub(super) fn ask(state: &mut State) -> Effects {
    let alone = state.list.marked().is_empty();
    let card = state.list.current_id().filter(|_| alone).and_then(|item| state.cards.get(item));
    match card {
        Some(card) if !card.answers.is_empty() => {
            let (item, answers) = (card.row.item, card.answers.clone());
            state.window = Some(Window::Answers(Answers { item, answers, at: 0, scroll: 0 }));
            Effect::none()
        }
        _ => form::open_for(state, form::Subject::Reply(state.list.chosen())),
    }
}

/// Opens the form that was wished for.
pub(super) fn run(wish: &Wish) -> Effects {
    form::open(match wish {
        Wish::Another(item) => form::Subject::Reply(vec![*item]),
        Wish::Mend(answer) => form::Subject::Answer(*answer),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn an_answer_is_copied_as_a_message_with_what_it_rests_on() {
        let answer = AnswerRow {
            title: "Trả lời: Nước đục".into(),
            content: "Đã súc rửa đường ống.".into(),
            source_document: "Công văn 12".into(),
            ..AnswerRow::default()
        };
        let other = AnswerRow { content: "Đang xem xét.".into(), ..AnswerRow::default() };
        let mut answers = Answers { item: Uuid::nil(), answers: vec![answer, other], at: 0, scroll: 3 };
        let words = Words::new(Language::Vietnamese);
        assert_eq!(
            answers.message(&words),
            "Trả lời: Nước đục\nĐã súc rửa đường ống.\nVăn bản căn cứ: Công văn 12"
        );
        answers.update(&Action::Right);
        assert_eq!((answers.at, answers.scroll), (1, 0));
        assert_eq!(answers.message(&words), "Đang xem xét.");
        answers.update(&Action::Right);
        assert_eq!(answers.at, 1);
        assert_eq!(answers.update(&Action::New), Outcome::Chosen(Wish::Another(Uuid::nil())));
    }
}
