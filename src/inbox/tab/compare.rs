//! Duplicates side by side: an item, and those most like it one after the other.

use std::ops::Range;

use uuid::Uuid;

use super::window::Window;
use super::{Effects, Query, State};
use crate::inbox::rows::{Alike, ItemCard, ItemRow};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::text::fold;
use crate::text::likeness::differing;

/// An item beside one like it.
#[derive(Debug)]
pub struct Compare {
    /// The item that may be a duplicate.
    pub own: Box<ItemCard>,
    /// Those most like it, the most alike first; never empty.
    pub others: Vec<Alike>,
    /// The one in sight.
    pub at: usize,
    /// Lines both texts are scrolled by; drawing stops at the last page.
    pub scroll: u16,
    /// Words only the item has, and words only the other has, as byte ranges of [`Compare::text`].
    pub differing: (Vec<Range<usize>>, Vec<Range<usize>>),
    page: u16,
}

impl Compare {
    fn new(own: Box<ItemCard>, others: Vec<Alike>, page: u16) -> Self {
        let mut compare = Self { own, others, at: 0, scroll: 0, differing: Default::default(), page };
        compare.show(0);
        compare
    }

    /// The text of an item that is compared: the title where there is no text.
    pub fn text(card: &ItemCard) -> &str {
        if card.body.trim().is_empty() { &card.row.title } else { &card.body }
    }

    /// The one in sight.
    pub fn other(&self) -> Option<&Alike> {
        self.others.get(self.at)
    }

    /// The one that came later, which is the duplicate, and the one that came first. Of two of one moment the arrival
    /// numbers tell.
    pub fn later_and_earlier(&self) -> Option<(&ItemCard, &ItemCard)> {
        let other = &self.other()?.card;
        let came = |card: &ItemCard| (card.row.received_at, card.row.arrival_number.clone());
        Some(if came(&self.own) < came(other) { (other, &self.own) } else { (&self.own, other) })
    }

    /// Both have the same title.
    pub fn same_title(&self) -> bool {
        let title = |card: &ItemCard| fold(card.row.title.trim());
        self.other().is_some_and(|other| title(&other.card) == title(&self.own))
    }

    /// Both came from the same unit.
    pub fn same_unit(&self) -> bool {
        let unit = |card: &ItemCard| fold(card.row.unit.trim());
        self.other()
            .is_some_and(|other| !other.card.row.unit.is_empty() && unit(&other.card) == unit(&self.own))
    }

    /// Days between the two; `None` when a day is not known.
    pub fn days_apart(&self) -> Option<u64> {
        let other = self.other()?.card.row.received_at?.date();
        Some((self.own.row.received_at?.date() - other).num_days().unsigned_abs())
    }

    fn show(&mut self, at: usize) {
        self.at = at.min(self.others.len().saturating_sub(1));
        self.scroll = 0;
        let other = self.others.get(self.at).map(|other| Self::text(&other.card));
        self.differing = differing(Self::text(&self.own), other.unwrap_or_default());
    }

    /// The choice is the duplicate and the item it is a duplicate of.
    pub(super) fn update(&mut self, action: &Action) -> Outcome<(Uuid, Uuid)> {
        match action {
            Action::Left => self.show(self.at.saturating_sub(1)),
            Action::Right => self.show(self.at + 1),
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll = self.scroll.saturating_add(1),
            Action::PageUp => self.scroll = self.scroll.saturating_sub(self.page),
            Action::PageDown => self.scroll = self.scroll.saturating_add(self.page),
            Action::Home => self.scroll = 0,
            Action::End => self.scroll = u16::MAX,
            Action::Back => return Outcome::Cancelled,
            Action::Open => {
                return match self.later_and_earlier() {
                    Some((later, earlier)) => Outcome::Chosen((later.row.item, earlier.row.item)),
                    None => Outcome::Cancelled,
                };
            }
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }
}

/// Looks for those most like an item. That takes longer than a key may, so it is said at once.
pub(super) fn ask(state: &mut State, item: &ItemRow, moment: &Moment) -> Effects {
    state.comparing = Some(item.item);
    let said = moment.words.inbox_looking_alike(&item.arrival_number);
    vec![Effect::Notify(Notice::note(said)), Effect::Read(Query::Alike(item.item))]
}

/// Shows an item beside those most like it, to choose the one it is a duplicate of.
pub(super) fn open(
    state: &mut State,
    found: Option<(Box<ItemCard>, Vec<Alike>)>,
    moment: &Moment,
) -> Effects {
    let Some((own, others)) = found else {
        return super::queue::gone(moment);
    };
    // The person may have gone on while they were looked for.
    if state.window.is_some() || state.comparing.take() != Some(own.row.item) {
        return Effect::none();
    }
    if others.is_empty() {
        return vec![Effect::Notify(Notice::note(moment.words.inbox_nothing_alike()))];
    }
    let page = state.shape.height.saturating_sub(10).max(1);
    state.window = Some(Window::Compare(Compare::new(own, others, page)));
    vec![Effect::Hush]
}
