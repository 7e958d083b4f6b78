//! Names of people that never lived: family, middle and given names in about the shares they have in Viet Nam.

use serde::Deserialize;

use super::chance::Chance;
use crate::roster::model::Sex;

/// Lists of `names.toml`: each entry a name and its weight.
#[derive(Debug, Deserialize)]
pub struct Names {
    family: Vec<(String, u32)>,
    male_middle: Vec<(String, u32)>,
    female_middle: Vec<(String, u32)>,
    male_given: Vec<(String, u32)>,
    female_given: Vec<(String, u32)>,
}

impl Names {
    /// A full name.
    pub fn full(&self, sex: Sex, chance: &mut Chance) -> String {
        let (middle, given) = match sex {
            Sex::Female => (&self.female_middle, &self.female_given),
            _ => (&self.male_middle, &self.male_given),
        };
        let family = one(&self.family, chance);
        let middle = one(middle, chance);
        let mut given = one(given, chance);
        // Thị Thu Thu and Minh Minh are nobody's name.
        for _ in 0..8 {
            if !middle.split(' ').any(|word| word == given) && family != given {
                break;
            }
            given = one(if sex == Sex::Female { &self.female_given } else { &self.male_given }, chance);
        }
        format!("{family} {middle} {given}")
    }

    /// Every word of the lists, for tests.
    #[cfg(test)]
    pub fn words(&self) -> impl Iterator<Item = &str> {
        [&self.family, &self.male_middle, &self.female_middle, &self.male_given, &self.female_given]
            .into_iter()
            .flatten()
            .flat_map(|(name, _)| name.split(' '))
    }
}

fn one<'a>(list: &'a [(String, u32)], chance: &mut Chance) -> &'a str {
    chance.weighted(list, |entry| entry.1).map_or("", |entry| entry.0.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::is_syllable;

    fn names() -> Names {
        toml::from_str(include_str!("data/names.toml")).unwrap()
    }

    #[test]
    fn every_word_is_a_vietnamese_syllable() {
        for word in names().words() {
            assert!(is_syllable(&word.to_lowercase()), "{word}");
        }
    }

    #[test]
    fn names_are_full_and_seldom_the_same() {
        let (names, mut chance) = (names(), Chance::new(1));
        let all: std::collections::BTreeSet<String> = (0..1_000)
            .map(|turn| names.full(if turn % 2 == 0 { Sex::Female } else { Sex::Male }, &mut chance))
            .collect();
        assert!(all.len() > 880, "{}", all.len());
        for name in &all {
            let words: Vec<&str> = name.split(' ').collect();
            assert!((3..=4).contains(&words.len()), "{name}");
            assert_ne!(words.last(), words.get(words.len() - 2), "{name}");
        }
        let nguyen = all.iter().filter(|name| name.starts_with("Nguyễn ")).count();
        assert!((220..420).contains(&nguyen), "{nguyen}");
    }
}
