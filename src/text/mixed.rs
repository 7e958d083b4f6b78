//! Sets and maps whose keys are scattered already: ids and hashes. The library's own hasher guards against keys chosen by an enemy
//! and costs several times as much; these keys are made here.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map by ids or hashes.
pub type MixedMap<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;
/// A set of ids or hashes.
pub type MixedSet<K> = HashSet<K, BuildHasherDefault<Mixed>>;

/// A hasher for keys that are scattered already.
#[derive(Default)]
pub struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        // A product is scattered best at its top, a table takes its places from the bottom.
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_be_bytes(eight));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = (self.0.rotate_left(26) ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, length: usize) {
        self.0 ^= length as u64;
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use uuid::Uuid;

    use super::*;

    #[test]
    fn ids_that_follow_each_other_are_spread_over_a_table() {
        let made = BuildHasherDefault::<Mixed>::default();
        let ids = (0..4096_u128).map(|at| Uuid::from_u128(0x0199_aaaa_bbbb_7000_8000_0000_0000_0000 + at));
        let hashes: Vec<u64> = ids.map(|id| made.hash_one(id)).collect();
        // A table takes the place from the low bits and a tag from the highest.
        for shift in [0, 52] {
            let places: HashSet<u64> = hashes.iter().map(|hash| (hash >> shift) & 0xfff).collect();
            assert!(places.len() > 2000, "{shift}: {}", places.len());
        }
    }
}
