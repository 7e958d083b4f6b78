//! How much two texts have in common, which of many are nearly the same, and in which words two differ.

use std::ops::Range;

use super::keys::{fold, syllables};
use super::mixed::MixedMap;

/// From this share on (in hundredths) two texts are nearly the same: one was sent again, with a word or a number changed.
/// Reports about one matter by different people stay below 60.
pub const NEARLY: u32 = 75;

/// With fewer pairs of syllables a text is too short to be told from a common phrase.
const TELLING: usize = 16;
/// Bands of least hashes; texts that agree in one whole band are compared.
const BANDS: usize = 16;
/// Hashes of a band.
const BAND: usize = 3;
/// Keys of a sketch.
const SKETCH: usize = 6;
/// Hashes of a key of a sketch: of two texts nearly the same nine in ten share a key, of two sent again word for word all.
const SKETCHED: usize = 4;
/// Earlier texts of a band a text is compared with, so that a phrase of every report costs nothing.
const COMPARED: usize = 8;

/// What is compared of a text: its pairs of neighbouring syllables, without case and marks. Pairs tell matters apart where
/// single syllables are too common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Print {
    /// Hashes of the pairs, sorted, each once.
    pairs: Vec<u64>,
}

impl Print {
    /// Of a text.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let hashes: Vec<u64> = syllables(&folded).map(hash).collect();
        let mut pairs: Vec<u64> =
            hashes.windows(2).map(|pair| mix(pair[0].rotate_left(1) ^ mix(pair[1]))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self { pairs }
    }

    /// Share of common pairs among all of both, in hundredths.
    pub fn share(&self, other: &Self) -> u32 {
        let common = self.common(other);
        let all = self.pairs.len() + other.pairs.len() - common;
        (common * 100).checked_div(all).unwrap_or(0) as u32
    }

    /// How many pairs both have.
    pub fn common(&self, other: &Self) -> usize {
        let (mut own, mut others) = (self.pairs.iter().peekable(), other.pairs.iter().peekable());
        let mut common = 0;
        while let (Some(one), Some(two)) = (own.peek(), others.peek()) {
            let order = one.cmp(two);
            common += usize::from(order.is_eq());
            if order.is_le() {
                own.next();
            }
            if order.is_ge() {
                others.next();
            }
        }
        common
    }

    /// False when they are too different in length to be nearly the same, whatever they say.
    fn can_be_near(&self, other: &Self) -> bool {
        let (one, two) = (self.pairs.len(), other.pairs.len());
        one.min(two) * 100 >= one.max(two) * NEARLY as usize
    }

    /// Long enough to be compared.
    pub fn tells(&self) -> bool {
        self.pairs.len() >= TELLING
    }

    /// A few keys to find it by among very many: kept in the file, so they never change. Small, because each stands in an
    /// index.
    pub fn sketch(&self) -> [i64; SKETCH] {
        self.banded::<SKETCH>(SKETCHED).map(|key| (key >> 20).cast_signed())
    }

    fn bands(&self) -> [u64; BANDS] {
        self.banded(BAND)
    }

    /// A key for each band: the same for two texts with the likelihood of their share to the power of the band's hashes.
    fn banded<const N: usize>(&self, hashes: usize) -> [u64; N] {
        let mut bands = [0; N];
        for (at, band) in bands.iter_mut().enumerate() {
            *band = at as u64;
            for row in 0..hashes {
                let seed = mix((at * hashes + row) as u64 + 1);
                let least = self.pairs.iter().map(|pair| mix(pair ^ seed)).min().unwrap_or(0);
                *band = mix(*band ^ least);
            }
        }
        bands
    }
}

/// A text that is nearly the same as an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Place of the earlier one.
    pub earlier: usize,
    /// Place of the later one.
    pub later: usize,
    /// Their share, in hundredths.
    pub share: u32,
}

/// Texts nearly the same as an earlier one of the row, each with the one it is most like. `apart` says whether two of them
/// may be compared at all. Takes time proportional to the number of texts.
pub fn nearly_same(prints: &[Print], apart: impl Fn(usize, usize) -> bool) -> Vec<Near> {
    let mut known: MixedMap<u64, Vec<usize>> = MixedMap::default();
    let mut found = Vec::new();
    let mut compared = Vec::new();
    for (later, print) in prints.iter().enumerate().filter(|(_, print)| print.tells()) {
        let mut best: Option<Near> = None;
        compared.clear();
        for band in print.bands() {
            let place = known.entry(band).or_default();
            for &earlier in place.iter().rev().take(COMPARED) {
                if !print.can_be_near(&prints[earlier])
                    || compared.contains(&earlier)
                    || !apart(earlier, later)
                {
                    continue;
                }
                compared.push(earlier);
                let share = print.share(&prints[earlier]);
                let better = best.is_none_or(|best| (share, earlier) > (best.share, best.earlier));
                if share >= NEARLY && better {
                    best = Some(Near { earlier, later, share });
                }
            }
            place.push(later);
        }
        found.extend(best);
    }
    found
}

/// Most words of both texts multiplied that are compared one by one; beyond, all between their common beginning and end
/// counts as different.
const MOST_COMPARED: usize = 2_000_000;

/// Byte ranges of the words that stand in only one of two texts: those of `one`, those of `other`. Case does not count.
pub fn differing(one: &str, other: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (ones, others) = (words(one), words(other));
    let same = |(a, b): &(&Word, &Word)| a.text == b.text;
    let head = ones.iter().zip(&others).take_while(same).count();
    let tail = ones[head..].iter().rev().zip(others[head..].iter().rev()).take_while(same).count();
    let (left, right) = (&ones[head..ones.len() - tail], &others[head..others.len() - tail]);
    let (in_left, in_right) = common(left, right);
    (ranges(left, &in_left), ranges(right, &in_right))
}

struct Word {
    text: String,
    range: Range<usize>,
}

fn words(text: &str) -> Vec<Word> {
    syllables(text)
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Word { text: word.to_lowercase(), range: start..start + word.len() }
        })
        .collect()
}

/// For each word whether it belongs to the longest row of words both have.
fn common(left: &[Word], right: &[Word]) -> (Vec<bool>, Vec<bool>) {
    let (mut in_left, mut in_right) = (vec![false; left.len()], vec![false; right.len()]);
    let width = right.len() + 1;
    if left.len().saturating_mul(right.len()) > MOST_COMPARED {
        return (in_left, in_right);
    }
    let mut longest = vec![0_u16; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * width + j] = if left[i].text == right[j].text {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        if left[i].text == right[j].text {
            in_left[i] = true;
            in_right[j] = true;
            i += 1;
            j += 1;
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (in_left, in_right)
}

/// Ranges of the words that are not common, neighbours joined.
fn ranges(words: &[Word], common: &[bool]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joined = false;
    for (word, common) in words.iter().zip(common) {
        if *common {
            joined = false;
            continue;
        }
        match found.last_mut().filter(|_| joined) {
            Some(last) => last.end = word.range.end,
            None => found.push(word.range.clone()),
        }
        joined = true;
    }
    found
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The last step of splitmix64: every bit of the answer depends on every bit of the number.
fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
