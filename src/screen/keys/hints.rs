//! The hint line: the keys that matter here, as many as fit.

use std::borrow::Cow;
use std::cmp::Reverse;

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::global::PINNED;
use super::own::OwnKeys;
use super::{Key, Place, Row};
use crate::screen::look::Look;
use crate::words::Words;

/// What the hint line is made for.
#[derive(Clone, Copy)]
pub struct Hinting<'a> {
    /// Where the keys go.
    pub place: &'static Place,
    /// The person's own keys.
    pub own: &'a OwnKeys,
    /// Whether a row would do something now: nothing is promised that does nothing.
    pub works: &'a dyn Fn(&Row) -> bool,
    /// Messages.
    pub words: &'a Words,
    /// Signs in ASCII.
    pub ascii: bool,
}

/// A hint on the line.
#[derive(Debug)]
pub struct Hint<'a> {
    /// What it stands for.
    pub row: &'static Row,
    /// First column.
    pub column: u16,
    /// The key.
    pub key: Cow<'a, str>,
    /// What it does.
    pub label: &'a str,
}

impl Hint<'_> {
    /// Columns it takes.
    pub fn width(&self) -> u16 {
        (self.key.width() + 1 + self.label.width()) as u16
    }
}

/// Hints by priority as long as they fit `width` columns, in that order.
pub fn hints<'a>(of: &Hinting<'a>, width: u16) -> Vec<Hint<'a>> {
    let mut rows: Vec<&'static Row> =
        of.place.all_rows().filter(|row| row.hint > 0 && (of.works)(row)).collect();
    // A sort that keeps the order of the table among equals; in a window its own keys go before what is pinned.
    rows.sort_by_key(|row| match row.hint {
        PINNED if of.place.modal => Reverse(1),
        hint => Reverse(hint),
    });
    let pinned = (!of.place.modal).then(|| rows.iter().position(|row| row.hint == PINNED)).flatten();
    let pinned = pinned.and_then(|at| hint(of, rows.remove(at)));
    let width = width.saturating_sub(pinned.as_ref().map_or(0, |hint| hint.width() + 2));
    let mut column = 1;
    let mut hints = Vec::with_capacity(rows.len() + 1);
    for mut hint in rows.into_iter().filter_map(|row| hint(of, row)) {
        if column + hint.width() <= width {
            hint.column = column;
            column += hint.width() + 2;
            hints.push(hint);
        }
    }
    hints.extend(pinned.map(|hint| Hint { column, ..hint }));
    hints
}

/// The hint of a row, by a key that is no text here.
fn hint<'a>(of: &Hinting<'a>, row: &'static Row) -> Option<Hint<'a>> {
    let keys = of.own.keys(of.place, row);
    let key = *keys.iter().find(|key| !(of.place.is_text() && matches!(key, Key::Char(_))))?;
    Some(Hint { row, column: 1, key: key.name(of.words, of.ascii), label: (row.label)(of.words) })
}

/// The hints as a line of the screen.
pub fn line(hints: Vec<Hint<'_>>, look: &Look) -> Line<'static> {
    let mut spans = Vec::with_capacity(hints.len() * 3);
    for hint in hints {
        spans.push(Span::raw(if spans.is_empty() { " " } else { "  " }));
        spans.push(Span::styled(hint.key.into_owned(), look.accent));
        spans.push(Span::raw(format!(" {}", hint.label)));
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::super::{inbox, places, popup};
    use super::*;
    use crate::screen::Action;
    use crate::screen::look::Wish;
    use crate::words::Language;

    fn shown(place: &'static Place, language: Language, width: u16, useful: &dyn Fn(&Row) -> bool) -> String {
        let (words, own) = (Words::new(language), OwnKeys::default());
        let of = Hinting { place, own: &own, works: useful, words: &words, ascii: false };
        line(hints(&of, width), &Look::new(Wish::default())).to_string()
    }

    fn vietnamese(place: &'static Place, width: u16) -> String {
        shown(place, Language::Vietnamese, width, &|_| true)
    }

    #[test]
    fn the_hint_line_holds_whole_hints_and_never_is_wider_than_the_screen() {
        for language in [Language::Vietnamese, Language::English] {
            let words = Words::new(language);
            for place in places() {
                for width in [20, 60, 80, 120] {
                    let line = shown(place, language, width, &|_| true);
                    assert!(line.width() <= usize::from(width), "{} {width}: {line}", place.name);
                    for hint in line.split("  ").filter(|hint| !hint.is_empty()) {
                        let whole = place.all_rows().any(|row| hint.ends_with((row.label)(&words)));
                        assert!(whole, "{} {width}: {hint}", place.name);
                    }
                }
            }
        }
    }

    #[test]
    fn the_most_important_keys_come_first() {
        let line = vietnamese(&inbox::QUEUE, 80);
        assert!(line.starts_with(" t tổng hợp"), "{line}");
        let line = vietnamese(&inbox::QUEUE, 120);
        assert!(line.contains("z hoàn tác"), "{line}");
        assert!(line.contains("F1"), "{line}");
        let line = vietnamese(&popup::CONFIRM, 80);
        assert!(line.starts_with(" Enter "), "{line}");
    }

    #[test]
    fn what_does_nothing_now_is_not_promised() {
        let idle = |row: &Row| !matches!(row.action, Action::Triage(_));
        let line = shown(&inbox::QUEUE, Language::Vietnamese, 80, &idle);
        assert!(!line.contains("tổng hợp") && line.contains("F1"), "{line}");
    }

    #[test]
    fn in_a_text_field_no_letter_is_offered() {
        let line = vietnamese(&inbox::SEARCH, 120);
        assert!(line.contains("Ctrl-Z"), "{line}");
        assert!(!line.contains(" z "), "{line}");
    }

    #[test]
    fn an_own_key_is_the_one_that_is_shown() {
        let keys = [String::from("=")];
        let (own, _) = OwnKeys::read([("triage-include", keys.as_slice())]);
        let words = Words::new(Language::Vietnamese);
        let of = Hinting { place: &inbox::QUEUE, own: &own, works: &|_| true, words: &words, ascii: false };
        let hints = hints(&of, 80);
        assert_eq!((hints[0].key.as_ref(), hints[0].column), ("=", 1));
        assert_eq!(hints[1].column, hints[0].width() + 3);
    }
}
