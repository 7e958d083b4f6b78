//! What holds for any text.

use proptest::prelude::*;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

use crate::text::clean::is_dangerous;
use crate::text::{
    clean_line, clean_text, cut_name, cut_to_width, fold, for_terminal, keys, lookup, modern_tones, sort_key,
    syllables, title_case, width,
};

/// Texts from the letters that matter here, and any characters at all.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-ZđĐàảãáạăằắâầấậêềếệôơờớợưừứựỳýỵ\u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{306}\u{31b}0-9 ,.'\\-]{0,40}",
        "[a-c \t\r\n\u{0}-\u{1f}\u{7f}-\u{9f}\u{a0}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2069}\u{feff}\\[\\];2Jm]{0,40}",
        "\\PC{0,30}",
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn fold_is_idempotent(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn keys_do_not_depend_on_the_normal_form(text in text()) {
        let nfc: String = text.nfc().collect();
        let nfd: String = nfc.nfd().collect();
        prop_assert_eq!(keys(&nfc), keys(&nfd));
        prop_assert_eq!(sort_key(&nfc), sort_key(&nfd));
        prop_assert_eq!(fold(&nfc), fold(&nfd));
        let person = |full_name| lookup::Keys::new(lookup::Person { full_name, ..lookup::Person::default() });
        prop_assert_eq!(person(&nfc), person(&nfd));
    }

    #[test]
    fn order_agrees_with_equality(a in text(), b in text()) {
        if keys(&a) == keys(&b) && !a.contains('0') && !b.contains('0') {
            prop_assert_eq!(sort_key(&a), sort_key(&b));
        }
        // More syllables after the same beginning come later.
        let longer = format!("{a} {b}");
        prop_assert!(sort_key(&a) <= sort_key(&longer));
    }

    #[test]
    fn cleaned_text_is_clean(text in text()) {
        let line = clean_line(&text);
        prop_assert!(!line.text.chars().any(|c| is_dangerous(c) || c == '\n' || c == '\t'));
        prop_assert!(!line.text.contains("  ") && line.text.trim() == line.text);
        prop_assert!(is_nfc(&line.text));
        prop_assert_eq!(&clean_line(&line.text).text, &line.text);
        let many = clean_text(&text);
        prop_assert!(!many.text.chars().any(is_dangerous));
        prop_assert!(is_nfc(&many.text));
        let again = clean_text(&many.text);
        prop_assert_eq!(again.removed, 0);
        prop_assert_eq!(&again.text, &many.text);
        prop_assert!(!for_terminal(&text).chars().any(is_dangerous));
    }

    #[test]
    fn cuts_fit(text in text(), cells in 0usize..30) {
        let text = clean_line(&text).text;
        prop_assert!(width(&cut_to_width(&text, cells)) <= cells);
        prop_assert!(width(&cut_name(&text, cells)) <= cells);
    }

    #[test]
    fn modern_placement_keeps_the_word(text in text()) {
        let modern = modern_tones(&text);
        prop_assert_eq!(keys(&modern), keys(&text));
        let again = modern_tones(&modern);
        prop_assert_eq!(&again, &modern);
        prop_assert_eq!(fold(&title_case(&text)), fold(&text.nfc().collect::<String>()));
    }

    #[test]
    fn everyone_answers_to_the_own_name(name in "[A-ZĐÂ][a-zàảãáạăêôơư]{0,6}( [A-ZĐÂ][a-zàảãáạăêôơư]{0,6}){0,4}", take in 1usize..6) {
        let record = lookup::Keys::new(lookup::Person { full_name: &name, ..lookup::Person::default() });
        prop_assert!(lookup::Query::new(&name).score(&record).is_some());
        prop_assert!(lookup::Query::new(&fold(&name)).score(&record).is_some());
        let beginnings: Vec<String> = syllables(&name).map(|word| word.chars().take(take).collect()).collect();
        prop_assert!(lookup::Query::new(&beginnings.join(" ")).score(&record).is_some());
        let initials: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
        prop_assert!(lookup::Query::new(&fold(&initials)).score(&record).is_some());
    }

    #[test]
    fn looking_up_never_fails(typed in text(), name in text()) {
        let record = lookup::Keys::new(lookup::Person { full_name: &name, phones: &name, ..lookup::Person::default() });
        let _ = lookup::Query::new(&typed).score(&record);
    }
}

#[test]
fn characters_taken_for_composed_are() {
    for c in ('\0'..=char::MAX).filter(|c| crate::text::stands_composed(*c)) {
        assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
        assert_eq!(canonical_combining_class(c), 0, "{c:?}");
    }
}
