//! The hint line: the keys that matter here, as many as fit.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Place, Row};
use crate::screen::look::Look;
use crate::words::Words;

/// The hint line of a place for `width` columns: rows by priority as long as they fit, in the order of the table.
pub fn hint_line(place: &Place, words: &Words, look: &Look, width: u16) -> Line<'static> {
    let mut rows: Vec<(usize, &'static Row, String, usize)> = place
        .all_rows()
        .filter(|row| row.hint > 0 && usable(place, row))
        .enumerate()
        .map(|(order, row)| {
            let key = row
                .keys
                .iter()
                .find(|key| !(place.is_text() && matches!(key, super::Key::Char(_))))
                .map_or_else(String::new, |key| key.name(words, look.ascii).into_owned());
            let width = key.width() + 1 + (row.label)(words).width() + 2;
            (order, row, key, width)
        })
        .collect();
    rows.sort_by_key(|(order, row, ..)| (std::cmp::Reverse(row.hint), *order));
    // One blank before the first; the two blanks after the last need not fit.
    let mut left = usize::from(width) + 1;
    rows.retain(|(.., needed)| {
        let fits = *needed <= left;
        left -= if fits { *needed } else { 0 };
        fits
    });
    let mut spans = Vec::with_capacity(rows.len() * 3);
    for (_, row, key, _) in rows {
        spans.push(Span::raw(if spans.is_empty() { " " } else { "  " }));
        spans.push(Span::styled(key, look.accent));
        spans.push(Span::raw(format!(" {}", (row.label)(words))));
    }
    Line::from(spans)
}

/// A row that has a key here.
fn usable(place: &Place, row: &Row) -> bool {
    !place.is_text() || row.keys.iter().any(|key| !matches!(key, super::Key::Char(_)))
}

#[cfg(test)]
mod tests {
    use super::super::{inbox, places, popup};
    use super::*;
    use crate::screen::look::Wish;
    use crate::words::Language;

    #[test]
    fn the_hint_line_never_is_wider_than_the_screen() {
        let look = Look::new(Wish::default());
        for language in [Language::Vietnamese, Language::English] {
            let words = Words::new(language);
            for place in places() {
                for width in [20, 60, 80, 120] {
                    let line = hint_line(place, &words, &look, width);
                    assert!(line.width() <= usize::from(width), "{} {width}: {line}", place.name);
                }
            }
        }
    }

    #[test]
    fn the_most_important_keys_come_first() {
        let words = Words::new(Language::Vietnamese);
        let look = Look::new(Wish::default());
        let line = hint_line(&inbox::QUEUE, &words, &look, 80).to_string();
        assert!(line.starts_with(" t tổng hợp"), "{line}");
        assert!(line.contains("z hoàn tác"), "{line}");
        let line = hint_line(&inbox::QUEUE, &words, &look, 120).to_string();
        assert!(line.contains("F1"), "{line}");
        let line = hint_line(&popup::CONFIRM, &words, &look, 80).to_string();
        assert!(line.starts_with(" Enter "), "{line}");
    }

    #[test]
    fn in_a_text_field_no_letter_is_offered() {
        let words = Words::new(Language::Vietnamese);
        let look = Look::new(Wish::default());
        let line = hint_line(&inbox::SEARCH, &words, &look, 120).to_string();
        assert!(line.contains("Ctrl-Z"), "{line}");
        assert!(!line.contains(" z "), "{line}");
    }
}
