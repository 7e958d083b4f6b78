//! How unit and post share the room of the list.

/// Cells a column of texts would like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// So that nine rows in ten are whole.
    pub most: u16,
    /// So that every row is whole.
    pub all: u16,
}

impl Wanted {
    /// What texts of these widths would like.
    pub fn of(mut widths: Vec<usize>) -> Self {
        widths.sort_unstable();
        let at = |part: usize| {
            let last = widths.len().saturating_sub(1);
            widths.get(last * part / 10).map_or(0, |width| u16::try_from(*width).unwrap_or(u16::MAX))
        };
        Self { most: at(9), all: at(10) }
    }
}

/// Shares `room` cells between two columns by what stands in them: neither is cut while the other has cells to spare, and
/// where both must be cut each gets its half.
pub fn share(room: u16, first: Wanted, second: Wanted) -> (u16, u16) {
    let fair = |first: u16, second: u16| {
        let half = room / 2;
        if first.saturating_add(second) <= room {
            (first, second)
        } else if first <= half {
            (first, room - first)
        } else if second <= room - half {
            (room - second, second)
        } else {
            (half, room - half)
        }
    };
    let (one, two) = fair(first.most, second.most);
    let left = room.saturating_sub(one + two);
    let one_more = first.all.saturating_sub(one).min(left);
    let two_more = second.all.saturating_sub(two).min(left - one_more);
    (one + one_more, two + two_more)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(most: u16, all: u16) -> Wanted {
        Wanted { most, all }
    }

    #[test]
    fn one_long_name_does_not_take_the_room_of_all() {
        let mut widths = vec![12; 99];
        widths.push(120);
        assert_eq!(Wanted::of(widths), wanted(12, 120));
        assert_eq!(Wanted::of(Vec::new()), wanted(0, 0));
        assert_eq!(Wanted::of(vec![7]), wanted(7, 7));
    }

    #[test]
    fn what_is_short_leaves_its_room_to_what_is_long() {
        assert_eq!(share(37, wanted(12, 14), wanted(25, 25)), (12, 25));
        assert_eq!(share(37, wanted(9, 9), wanted(40, 60)), (9, 28));
        assert_eq!(share(37, wanted(40, 120), wanted(10, 12)), (27, 10));
        assert_eq!(share(37, wanted(40, 120), wanted(40, 60)), (18, 19));
        assert_eq!(share(60, wanted(12, 30), wanted(20, 25)), (30, 25));
        assert_eq!(share(0, wanted(4, 4), wanted(4, 4)), (0, 0));
    }
}
