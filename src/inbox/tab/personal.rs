//! What may tell who a citizen is, in the items that are meant: shown one by one, and masked but for what stays.

use uuid::Uuid;

use super::window::Window;
use super::{Command, Effects, Query, State};
use crate::inbox::rows::Flagged;
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice};

/// The window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Personal {
    /// What was found, in the order of the items.
    pub found: Vec<Flagged>,
    /// Those that stay as they are.
    pub stay: Vec<bool>,
    /// The one under the cursor.
    pub cursor: usize,
}

/// Items, and the words in each that stay as they are.
pub type Masking = Vec<(Uuid, Vec<String>)>;

impl Personal {
    /// How many are masked.
    pub fn masked(&self) -> usize {
        self.stay.iter().filter(|stay| !**stay).count()
    }

    pub(super) fn update(&mut self, action: &Action) -> Outcome<Masking> {
        let last = self.found.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Home => self.cursor = 0,
            Action::End => self.cursor = last,
            Action::Mark => {
                if let Some(stay) = self.stay.get_mut(self.cursor) {
                    *stay = !*stay;
                }
                self.cursor = (self.cursor + 1).min(last);
            }
            Action::Open | Action::MaskPersonal if self.masked() > 0 => {
                return Outcome::Chosen(self.masking());
            }
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    fn masking(&self) -> Masking {
        let mut masking: Masking = Vec::new();
        for (one, stay) in self.found.iter().zip(&self.stay) {
            if masking.last().is_none_or(|(item, _)| *item != one.item) {
                masking.push((one.item, Vec::new()));
            }
            if let Some((_, words)) = masking.last_mut().filter(|_| *stay) {
                words.push(one.text.clone());
            }
        }
        masking
    }
}

/// Asks what stands in these items.
pub(super) fn ask(items: Vec<Uuid>) -> Effects {
    if items.is_empty() {
        return Effect::unused();
    }
    vec![Effect::Read(Query::Personal(items))]
}

/// Shows what was found.
pub(super) fn open(state: &mut State, found: Vec<Flagged>, moment: &Moment) -> Effects {
    if found.is_empty() {
        return vec![Effect::Notify(Notice::note(moment.words.inbox_personal_none()))];
    }
    let stay = vec![false; found.len()];
    state.window = Some(Window::Personal(Personal { found, stay, cursor: 0 }));
    Effect::none()
}

/// Sends it to the file.
pub(super) fn run(masking: Masking) -> Effects {
    vec![Effect::Write(Command::Mask(masking))]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flagged(item: u128, text: &str) -> Flagged {
        Flagged { item: Uuid::from_u128(item), text: text.to_owned(), ..Flagged::default() }
    }

    #[test]
    fn what_stays_is_named_with_its_item() {
        let found = vec![flagged(1, "chị Hương"), flagged(1, "0912 345 678"), flagged(2, "anh Ba")];
        let mut open = Personal { stay: vec![false; 3], found, cursor: 0 };
        open.update(&Action::Mark);
        assert_eq!((open.masked(), open.cursor), (2, 1));
        let Outcome::Chosen(masking) = open.update(&Action::Open) else { panic!("nothing masked") };
        let first = (Uuid::from_u128(1), vec!["chị Hương".to_owned()]);
        assert_eq!(masking, [first, (Uuid::from_u128(2), Vec::new())]);
        open.stay = vec![true; 3];
        assert_eq!(open.update(&Action::Open), Outcome::Unused);
    }
}
