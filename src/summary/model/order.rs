//! The order of sections: each stands behind its parent, with what is below it.

use std::ops::Range;

use uuid::Uuid;

use super::Section;

/// The section at a place and all below it, which stand right behind it.
pub fn block(sections: &[Section], at: usize) -> Range<usize> {
    let Some(top) = sections.get(at) else { return at..at };
    let mut inside = vec![top.id];
    let mut end = at + 1;
    while let Some(next) = sections.get(end) {
        if !next.parent.is_some_and(|parent| inside.contains(&parent)) {
            break;
        }
        inside.push(next.id);
        end += 1;
    }
    at..end
}

/// The ids in their order when the section at a place moves before the one above it of its level, or behind the one below it.
/// `None` when there is none.
pub fn moved(sections: &[Section], at: usize, down: bool) -> Option<Vec<Uuid>> {
    let here = block(sections, at);
    let parent = sections.get(at)?.parent;
    let sibling = |place: &usize| sections[*place].parent == parent;
    let other = if down { (here.end..sections.len()).find(sibling)? } else { (0..at).rev().find(sibling)? };
    let other = block(sections, other);
    let (first, second) = if down { (here, other) } else { (other, here) };
    let mut order: Vec<Uuid> = sections.iter().map(|section| section.id).collect();
    // Both stand side by side: between two of one level only what is below the first can stand.
    order[first.start..second.end].rotate_left(first.len());
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections() -> Vec<Section> {
        [(1, None), (2, None), (3, Some(2)), (4, Some(2)), (5, Some(4)), (6, None)]
            .map(|(id, parent)| Section {
                id: Uuid::from_u128(id),
                parent: parent.map(Uuid::from_u128),
                ..Section::default()
            })
            .to_vec()
    }

    fn order(at: usize, down: bool) -> Option<Vec<u128>> {
        moved(&sections(), at, down).map(|ids| ids.iter().map(Uuid::as_u128).collect())
    }

    #[test]
    fn a_section_moves_with_all_below_it() {
        assert_eq!(block(&sections(), 1), 1..5);
        assert_eq!(order(1, false), Some(vec![2, 3, 4, 5, 1, 6]));
        assert_eq!(order(1, true), Some(vec![1, 6, 2, 3, 4, 5]));
        assert_eq!(order(3, false), Some(vec![1, 2, 4, 5, 3, 6]));
        assert_eq!(order(2, true), Some(vec![1, 2, 4, 5, 3, 6]));
    }

    #[test]
    fn at_the_end_of_its_level_it_stays() {
        assert_eq!(order(0, false), None);
        assert_eq!(order(5, true), None);
        assert_eq!(order(3, true), None);
        assert_eq!(order(4, false), None);
        assert_eq!(moved(&[], 0, true), None);
    }
}
