//! Chance that is the same on every machine: xoshiro256** seeded by splitmix64 (Blackman and Vigna, public domain
//! algorithms). Thirty lines of our own are less than a dependency, and no dependency promises the same numbers for ever,
//! which "same seed, same office" needs.

/// A source of chance.
#[derive(Clone, Debug)]
pub struct Chance {
    state: [u64; 4],
}

/// The next number of splitmix64.
fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl Chance {
    /// The chance of a seed.
    pub fn new(seed: u64) -> Self {
        let mut mixer = seed;
        Self { state: std::array::from_fn(|_| splitmix(&mut mixer)) }
    }

    /// An independent source for one part of the office, so that a change in one part leaves the others as they were.
    pub fn part(seed: u64, name: &str) -> Self {
        // FNV-1a over the name.
        let hash = name.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        Self::new(seed ^ hash)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let out = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        out
    }

    /// A number below `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        // The high half of a 128-bit product: even enough for any count of rows, and without a division.
        ((u128::from(self.bits()) * end as u128) >> 64) as usize
    }

    /// A number from `low` to `high`, both possible.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high.abs_diff(low) as usize + 1) as i64
    }

    /// True `percent` times in a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list; `None` of an empty one.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }

    /// One of a list with weights; `None` of an empty one.
    pub fn weighted<'a, T>(&mut self, list: &'a [T], weight: impl Fn(&T) -> u32) -> Option<&'a T> {
        let total: u32 = list.iter().map(&weight).sum();
        let mut at = self.below(total as usize) as u32;
        list.iter().find(|entry| {
            let own = weight(entry);
            let here = at < own;
            at = at.saturating_sub(own);
            here
        })
    }

    /// The first `count` of a shuffled list of indices below `length`.
    pub fn sample(&mut self, length: usize, count: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..length).collect();
        for at in 0..count.min(length) {
            let other = at + self.below(length - at);
            all.swap(at, other);
        }
        all.truncate(count);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_one_sequence_for_ever() {
        let mut chance = Chance::new(1);
        let first: Vec<u64> = (0..3).map(|_| chance.bits()).collect();
        assert_eq!(first, [0xB3F2_AF6D_0FC7_10C5, 0x853B_5596_4736_4CEA, 0x92F8_9756_082A_4514]);
        assert_ne!(Chance::new(2).bits(), first[0]);
        assert_ne!(Chance::part(1, "people").bits(), Chance::part(1, "reports").bits());
    }

    #[test]
    fn every_number_of_a_span_comes_and_none_outside() {
        let mut chance = Chance::new(7);
        let mut seen = [0_u32; 6];
        for _ in 0..6_000 {
            let number = chance.between(-2, 3);
            seen[usize::try_from(number + 2).unwrap()] += 1;
        }
        assert!(seen.iter().all(|&times| (800..1_200).contains(&times)), "{seen:?}");
    }

    #[test]
    fn weights_count() {
        let mut chance = Chance::new(3);
        let list = [("rare", 1_u32), ("never", 0), ("often", 9)];
        let mut often = 0;
        for _ in 0..1_000 {
            let (name, _) = chance.weighted(&list, |entry| entry.1).unwrap();
            assert_ne!(*name, "never");
            often += usize::from(*name == "often");
        }
        assert!((850..950).contains(&often), "{often}");
        assert!(chance.weighted(&[] as &[(u8, u32)], |entry| entry.1).is_none());
    }

    #[test]
    fn a_sample_repeats_nothing() {
        let mut chance = Chance::new(11);
        let mut sample = chance.sample(50, 20);
        sample.sort_unstable();
        sample.dedup();
        assert_eq!(sample.len(), 20);
        assert_eq!(chance.sample(3, 9).len(), 3);
    }
}
