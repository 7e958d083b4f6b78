//! Text that was deleted while changes were tracked: it still stands in the file, and nobody sees it who reads the paper.

use std::ops::Range;

use crate::exchange::compound::{u16_at, u32_at};

/// Where the table of the pages with properties of letters stands in the head.
const PAGES: usize = 0xfa;
/// Bytes of such a page.
const PAGE: usize = 512;
/// Most pages that are read.
const PAGE_LIMIT: usize = 100_000;
/// The property that a letter was deleted while changes were tracked.
const DELETED: u16 = 0x0800;
/// What stands for a deleted letter; it is left out of what is shown.
const NOTHING: u16 = 1;

/// Places of deleted letters in the main stream, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Deleted(Vec<Range<usize>>);

impl Deleted {
    /// Reads the places; `None` when the tables do not fit together, as in a damaged file.
    pub fn read(main: &[u8], table: &[u8]) -> Option<Self> {
        let at = u32_at(main, PAGES)? as usize;
        let length = u32_at(main, PAGES + 4)? as usize;
        let plc = table.get(at..)?.get(..length)?;
        let count = length.checked_sub(4)? / 8;
        if count > PAGE_LIMIT {
            return None;
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for number in 0..count {
            let page = (u32_at(plc, (count + 1) * 4 + number * 4)? & 0x3f_ffff) as usize;
            of_page(main.get(page * PAGE..)?.get(..PAGE)?, &mut ranges)?;
        }
        ranges.sort_unstable_by_key(|range| range.start);
        Some(Self(ranges))
    }

    /// The letter at a place, or what stands for nothing. Ends of cells stay: the table around would fall apart.
    pub fn left(&self, place: usize, letter: u16) -> u16 {
        let before = self.0.partition_point(|range| range.start <= place);
        let deleted = before > 0 && self.0[before - 1].contains(&place);
        if deleted && letter != 7 { NOTHING } else { letter }
    }
}

/// The deleted ranges of a page: its runs, and where the properties of each stand.
fn of_page(page: &[u8], ranges: &mut Vec<Range<usize>>) -> Option<()> {
    let runs = usize::from(*page.last()?);
    for run in 0..runs {
        let from = u32_at(page, run * 4)? as usize;
        let to = u32_at(page, run * 4 + 4)? as usize;
        let place = usize::from(*page.get((runs + 1) * 4 + run)?) * 2;
        if place == 0 {
            continue;
        }
        let length = usize::from(*page.get(place)?);
        if from < to && is_deleted(page.get(place + 1..)?.get(..length)?) {
            ranges.push(from..to);
        }
    }
    Some(())
}

/// Whether properties say that the letters were deleted; the last word counts.
fn is_deleted(mut properties: &[u8]) -> bool {
    let mut deleted = false;
    while let Some(code) = u16_at(properties, 0) {
        let operand = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ => usize::from(properties.get(2).copied().unwrap_or(0)) + 1,
        };
        if code == DELETED {
            deleted = properties.get(2).is_some_and(|said| *said != 0);
        }
        properties = properties.get(2 + operand..).unwrap_or_default();
    }
    deleted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_walked_over_to_the_one_that_is_asked_for() {
        // Bold, a font of two bytes, a long one, then deleted.
        let before = [0x35, 0x08, 1, 0x4f, 0x4a, 2, 0, 0x47, 0xca, 2, 9, 9];
        assert!(!is_deleted(&before));
        assert!(is_deleted(&[&before[..], &[0x00, 0x08, 1]].concat()));
        assert!(!is_deleted(&[&before[..], &[0x00, 0x08, 1, 0x00, 0x08, 0]].concat()));
        assert!(!is_deleted(&[0x00]));
    }

    #[test]
    fn only_letters_in_a_deleted_range_are_left_out() {
        let deleted = Deleted(vec![10..14, 20..22]);
        let left: Vec<u16> = [9, 10, 13, 14, 20].map(|place| deleted.left(place, 65)).into();
        assert_eq!(left, [65, NOTHING, NOTHING, 65, NOTHING]);
        assert_eq!(deleted.left(11, 7), 7);
    }
}
