//! Splitting a matter: its paragraphs, and at which of them a new matter begins.

use uuid::Uuid;

use super::window::Window;
use super::{Command, Effects, Query, State, queue};
use crate::inbox::rows::ItemCard;
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice};

/// The paragraphs of an item, with a flag on headings.
pub type Pieces = Vec<(String, bool)>;

/// The paragraphs of an item; each may begin a matter of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    item: Uuid,
    /// Number of its report and title.
    pub heading: String,
    /// Paragraphs, or sentences when there is only one.
    pub pieces: Vec<String>,
    /// Whether a matter begins at the piece; the first always begins one.
    pub begins: Vec<bool>,
    /// The piece under the cursor.
    pub cursor: usize,
    /// The item can be joined to one before it.
    pub joins: bool,
}

/// What the window ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Split into these texts.
    Split(Vec<String>),
    /// Join to the matter before.
    Join,
}

impl Split {
    fn of(card: &ItemCard, found: Pieces) -> Self {
        let mut begins: Vec<bool> = found.iter().map(|(_, heading)| *heading).collect();
        if let Some(first) = begins.first_mut() {
            *first = true;
        }
        // The cursor stands where the next mark is likely.
        let cursor = begins.iter().skip(1).position(|begins| *begins).map_or(1, |at| at + 1);
        Self {
            item: card.row.item,
            heading: format!("{} {}", card.row.arrival_number, card.row.title),
            cursor: cursor.min(found.len().saturating_sub(1)),
            pieces: found.into_iter().map(|(text, _)| text).collect(),
            begins,
            joins: card.row.place_in_report.0 > 1,
        }
    }

    /// How many matters it would make.
    pub fn count(&self) -> usize {
        self.begins.iter().filter(|begins| **begins).count()
    }

    fn parts(&self) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        for (piece, begins) in self.pieces.iter().zip(&self.begins) {
            match parts.last_mut().filter(|_| !begins) {
                Some(part) => {
                    part.push('\n');
                    part.push_str(piece);
                }
                None => parts.push(piece.clone()),
            }
        }
        parts
    }

    pub(super) fn update(&mut self, action: &Action) -> Outcome<(Uuid, Wish)> {
        let last = self.pieces.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Home => self.cursor = 0,
            Action::End => self.cursor = last,
            Action::Mark => {
                if self.cursor > 0
                    && let Some(begins) = self.begins.get_mut(self.cursor)
                {
                    *begins = !*begins;
                }
                self.cursor = (self.cursor + 1).min(last);
            }
            Action::Open => {
                // Nothing marked: the piece under the cursor is the one that is meant.
                if self.count() < 2 && self.cursor > 0 {
                    self.begins[self.cursor] = true;
                }
                if self.count() < 2 {
                    return Outcome::Unused;
                }
                return Outcome::Chosen((self.item, Wish::Split(self.parts())));
            }
            Action::Triage(crate::screen::Decision::Duplicate) if self.joins => {
                return Outcome::Chosen((self.item, Wish::Join));
            }
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }
}

/// Asks for the paragraphs of the item under the cursor.
pub(super) fn ask(state: &State) -> Effects {
    state.list.current_id().map(|item| Effect::ReadNow(Query::Pieces(item))).into_iter().collect()
}

/// Opens the window over the paragraphs.
pub(super) fn open(state: &mut State, found: Option<(Box<ItemCard>, Pieces)>, moment: &Moment) -> Effects {
    let Some((card, pieces)) = found else {
        return queue::gone(moment);
    };
    let split = Split::of(&card, pieces);
    if split.pieces.len() < 2 && !split.joins {
        return vec![Effect::Notify(Notice::note(moment.words.inbox_split_nothing()))];
    }
    state.window = Some(Window::Split(split));
    Effect::none()
}

/// Sends the wish to the file.
pub(super) fn run(item: Uuid, wish: Wish, moment: &Moment) -> Effects {
    let (command, said) = match wish {
        Wish::Split(parts) => {
            let count = parts.len() as u64;
            (Command::Split(item, parts), moment.words.inbox_split_done(count))
        }
        Wish::Join => (Command::Join(item), moment.words.inbox_joined().to_owned()),
    };
    vec![Effect::Write(command), Effect::Notify(Notice::done(said))]
}

/// It is in the file: the list is read anew.
pub(super) fn done(state: &mut State, moment: &Moment) -> Effects {
    queue::refresh(state, moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(pieces: &[(&str, bool)]) -> Split {
        let mut card = ItemCard::default();
        card.row.place_in_report = (1, 1);
        Split::of(&card, pieces.iter().map(|(text, heading)| ((*text).to_owned(), *heading)).collect())
    }

    #[test]
    fn headings_are_marked_before_and_space_marks_and_unmarks() {
        let lines = [("1. Về điện", true), ("Giá tăng.", false), ("2. Về nước", true), ("Nước đục.", false)];
        let mut split = split(&lines);
        assert_eq!(split.begins, [true, false, true, false]);
        let Outcome::Chosen((_, Wish::Split(parts))) = split.update(&Action::Open) else {
            panic!("no parts")
        };
        assert_eq!(parts, ["1. Về điện\nGiá tăng.", "2. Về nước\nNước đục."]);
        assert_eq!(split.cursor, 2);
        split.update(&Action::Mark);
        assert_eq!((split.count(), split.cursor), (1, 3));
        // The first piece always begins a matter; one matter is nothing to split.
        split.cursor = 0;
        split.update(&Action::Mark);
        assert_eq!(split.count(), 1);
        split.cursor = 0;
        assert_eq!(split.update(&Action::Open), Outcome::Unused);
    }

    #[test]
    fn without_a_mark_it_is_split_at_the_cursor() {
        let mut split = split(&[("Giá điện tăng.", false), ("Nước đục.", false), ("Bà con lo.", false)]);
        assert_eq!(split.cursor, 1);
        let Outcome::Chosen((_, Wish::Split(parts))) = split.update(&Action::Open) else {
            panic!("no parts")
        };
        assert_eq!(parts, ["Giá điện tăng.", "Nước đục.\nBà con lo."]);
    }

    #[test]
    fn only_an_item_with_one_before_it_is_joined() {
        let mut split = split(&[("Giá điện tăng.", false), ("Nước đục.", false)]);
        let join = Action::Triage(crate::screen::Decision::Duplicate);
        assert_eq!(split.update(&join), Outcome::Unused);
        split.joins = true;
        assert_eq!(split.update(&join), Outcome::Chosen((Uuid::nil(), Wish::Join)));
    }
}
