//! Every word a person sees, in both languages, from `locales/*.ftl`; numbers and dates as offices write them.
//!
//! [`Words`] has one method a message, made by `build.rs`, so a wrong id or argument does not compile. Numbers passed as
//! numbers are grouped (`4.210`); pass a year as text.

mod dates;
mod numbers;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The language of `vi`, `en`, `vi_VN.UTF-8` and the like; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("vi") => Some(Self::Vietnamese),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }

    /// `vi` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

/// The messages of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    plain: Vec<String>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Words {
    /// The messages of `language`.
    pub fn new(language: Language) -> Self {
        let (source, formatter): (_, Formatter) = match language {
            Language::Vietnamese => (include_str!("../../locales/vi.ftl"), numbers::vietnamese),
            Language::English => (include_str!("../../locales/en.ftl"), numbers::english),
        };
        // The tag chooses plural forms; a tag that could not be read would only lose those.
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would show as boxes on a console and end up in exported papers.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(formatter));
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
        let mut words = Self { language, bundle, plain: Vec::new() };
        words.plain = PLAIN.iter().map(|id| words.filled(id, [])).collect();
        words
    }

    /// The messages of `language`, made once and kept: the screen changes its language while it runs.
    pub fn of(language: Language) -> &'static Self {
        static VIETNAMESE: OnceLock<Words> = OnceLock::new();
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        let slot = match language {
            Language::Vietnamese => &VIETNAMESE,
            Language::English => &ENGLISH,
        };
        slot.get_or_init(|| Self::new(language))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of an id that is data, such as the action of a group in the change log; `None` when there is none or it
    /// needs arguments.
    pub fn by_id(&self, id: &str) -> Option<&str> {
        let slot = PLAIN.binary_search(&id).ok()?;
        self.plain.get(slot).map(String::as_str)
    }

    fn plain(&self, slot: usize) -> &str {
        self.plain.get(slot).map_or("", String::as_str)
    }

    fn filled<const N: usize>(&self, id: &str, arguments: [(&'static str, FluentValue<'_>); N]) -> String {
        let mut given = FluentArgs::with_capacity(N);
        for (name, value) in arguments {
            given.set(name, value);
        }
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        let text: Cow<'_, str> = self.bundle.format_pattern(pattern, Some(&given), &mut errors);
        text.into_owned()
    }
}

type Formatter = fn(&FluentValue, &intl_memoizer::concurrent::IntlLangMemoizer) -> Option<String>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_messages_and_arguments() {
        let missing: Vec<_> = SIGNATURES_VI.iter().filter(|m| !SIGNATURES_EN.contains(m)).collect();
        let extra: Vec<_> = SIGNATURES_EN.iter().filter(|m| !SIGNATURES_VI.contains(m)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "only in vi: {missing:?}\nonly in en: {extra:?}");
    }

    #[test]
    fn every_message_can_be_filled_in_both_languages() {
        for language in [Language::Vietnamese, Language::English] {
            let words = Words::new(language);
            for (id, text) in PLAIN.iter().zip(&words.plain) {
                assert!(text != id && !text.is_empty(), "{id} in {language:?}");
                assert!(!text.contains('{'), "{id} in {language:?}: {text}");
            }
        }
    }

    #[test]
    fn messages_are_found_by_id() {
        let words = Words::new(Language::Vietnamese);
        assert_eq!(words.by_id("app-name"), Some(words.app_name()));
        assert_eq!(words.by_id("no-such-message"), None);
    }

    #[test]
    fn numbers_in_messages_are_grouped() {
        assert_eq!(Words::new(Language::Vietnamese).cli_rows(4210), "4.210 dòng");
        assert_eq!(Words::new(Language::English).cli_rows(4210), "4,210 rows");
        assert_eq!(Words::new(Language::English).cli_rows(1), "1 row");
    }

    /// Arguments that are names and texts; every other one is taken for a number.
    const TOLD: &[&str] = &[
        "file", "height", "key", "kind", "number", "object", "other", "own", "path", "reason", "table",
        "title", "who", "width",
    ];

    #[test]
    fn one_of_a_thing_is_not_told_as_many() {
        let words = Words::new(Language::English);
        let many = |word: &str| {
            let bare = word.trim_matches(|sign: char| !sign.is_alphabetic());
            ["people", "are", "were", "have"].contains(&bare)
                || (bare.ends_with('s')
                    && !["is", "was", "has", "this"].contains(&bare)
                    && !bare.ends_with("ss"))
        };
        for (id, arguments) in SIGNATURES_EN {
            let mut one = FluentArgs::new();
            for argument in *arguments {
                let value =
                    if TOLD.contains(argument) { FluentValue::from("x") } else { FluentValue::from(1) };
                one.set(*argument, value);
            }
            let pattern = words.bundle.get_message(id).and_then(|message| message.value()).unwrap();
            let text = words.bundle.format_pattern(pattern, Some(&one), &mut Vec::new());
            let told: Vec<&str> = text.split_whitespace().collect();
            for (at, _) in told.iter().enumerate().filter(|(_, word)| word.trim_start_matches('(') == "1") {
                // “1 / 1 people” is some of all.
                let some = at > 0 && told[at - 1] == "/";
                let after = told[at + 1..].iter().take(2).take_while(|word| !word.contains('1'));
                let ends = |word: &&&str| word.ends_with([',', ';', ':', '.', ')', '?']);
                let closed = after.clone().position(|word| ends(&word)).map_or(2, |place| place + 1);
                assert!(some || !after.take(closed).any(|word| many(word)), "{id}: {text}");
            }
        }
    }
}
