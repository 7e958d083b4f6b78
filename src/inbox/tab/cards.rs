//! Previews that were read, so that a cursor key draws in one frame.

use uuid::Uuid;

use crate::inbox::rows::ItemCard;

/// The last previews read.
#[derive(Debug, Default)]
pub struct Cards {
    cards: Vec<ItemCard>,
}

/// Most previews kept: two screens of neighbours.
const MOST: usize = 64;

impl Cards {
    /// The preview of an item, if it was read.
    pub fn get(&self, item: Uuid) -> Option<&ItemCard> {
        self.cards.iter().rev().find(|card| card.row.item == item)
    }

    /// Takes previews in; older ones of the same items go.
    pub fn add(&mut self, cards: Vec<ItemCard>) {
        for card in cards {
            self.cards.retain(|kept| kept.row.item != card.row.item);
            self.cards.push(card);
        }
        if self.cards.len() > MOST {
            self.cards.drain(..self.cards.len() - MOST);
        }
    }

    /// Forgets all previews but one, which stays on the screen until it is read anew.
    pub fn keep_only(&mut self, item: Option<Uuid>) {
        self.cards.retain(|card| Some(card.row.item) == item);
    }
}
