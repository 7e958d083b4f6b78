//! Columns fitted to a width by priority, and cells cut by grapheme.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A column of a list.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Least width in cells.
    pub least: u16,
    /// Width it would like.
    pub most: u16,
    /// 0 always stays; of the others the highest numbers go first when the screen is narrow.
    pub rank: u8,
    /// Numbers stand at the right.
    pub right: bool,
}

impl Column {
    /// A column of text.
    pub const fn new(least: u16, most: u16, rank: u8) -> Self {
        Self { least, most, rank, right: false }
    }

    /// A column of numbers, which stand at the right.
    pub const fn number(width: u16, rank: u8) -> Self {
        Self { least: width, most: width, rank, right: true }
    }
}

/// Blanks between columns.
pub const GAP: u16 = 2;

/// Widths of the columns for `width` cells, [`GAP`] between them; 0 for a column that is left out. What is left over goes to the
/// columns that would like it, first come first.
pub fn fit(columns: &[Column], width: u16) -> Vec<u16> {
    let mut shown: Vec<bool> = vec![true; columns.len()];
    let needed = |shown: &[bool]| -> u16 {
        let count = shown.iter().filter(|shown| **shown).count() as u16;
        let least: u16 =
            columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column.least).sum();
        least + GAP * count.saturating_sub(1)
    };
    while needed(&shown) > width {
        let last = columns
            .iter()
            .enumerate()
            .filter(|(at, column)| shown[*at] && column.rank > 0)
            .max_by_key(|(at, column)| (column.rank, *at));
        let Some((at, _)) = last else { break };
        shown[at] = false;
    }
    let mut left = width.saturating_sub(needed(&shown));
    columns
        .iter()
        .zip(&shown)
        .map(|(column, shown)| {
            if !shown {
                return 0;
            }
            let more = column.most.saturating_sub(column.least).min(left);
            left -= more;
            column.least + more
        })
        .collect()
}

/// Text cut to `width` cells with `ellipsis` where it was cut: behind a whole word, or between graphemes where that would
/// leave less than half of the room.
pub fn cut<'a>(text: &'a str, width: usize, ellipsis: &str) -> Cow<'a, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    if width < ellipsis.width() {
        return Cow::Borrowed("");
    }
    let room = width - ellipsis.width();
    let mut used = 0;
    let mut end = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        end += grapheme.len();
    }
    let mut kept = &text[..end];
    if !text[end..].starts_with(' ')
        && let Some(word) = kept.rfind(' ').filter(|word| kept[..*word].width() * 2 >= room)
    {
        kept = &kept[..word];
    }
    Cow::Owned(format!("{}{ellipsis}", kept.trim_end_matches([' ', ','])))
}

/// `text` cut to `width` cells from its start, between words: for names whose end tells which it is.
pub fn cut_front<'a>(text: &'a str, width: usize, ellipsis: &str) -> Cow<'a, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut ends = text.match_indices(' ').map(|(at, _)| &text[at + 1..]);
    match ends.find(|end| end.width() + ellipsis.width() <= width) {
        Some(end) => Cow::Owned(format!("{ellipsis}{end}")),
        // Not one word has room.
        None => cut(text, width, ellipsis),
    }
}

/// A path cut to `width` cells from its start, behind a separator where one leaves room: its last part tells which it is.
pub fn cut_path<'a>(path: &'a str, width: usize, ellipsis: &str) -> Cow<'a, str> {
    if path.width() <= width {
        return Cow::Borrowed(path);
    }
    // Before a separator a tilde would mean the person's own folder.
    let ellipsis = if ellipsis == "~" { "..." } else { ellipsis };
    let fits = |from: usize| path[from..].width() + ellipsis.width() <= width;
    let part = path.match_indices(['/', '\\']).map(|(at, _)| at).find(|at| fits(*at));
    match part.or_else(|| path.grapheme_indices(true).map(|(at, _)| at).find(|at| fits(*at))) {
        Some(from) => Cow::Owned(format!("{ellipsis}{}", &path[from..])),
        None => Cow::Borrowed(""),
    }
}

/// True for what is written like a path from the root of a disk or a share.
pub fn is_path(text: &str) -> bool {
    text.starts_with(['/', '~']) || text.starts_with("\\\\") || text.get(1..3) == Some(":\\")
}

/// Adds `text` to `line`, cut or filled to exactly `width` cells.
pub fn cell(line: &mut String, text: &str, width: usize, right: bool, ellipsis: &str) {
    let text = cut(text, width, ellipsis);
    let blanks = width.saturating_sub(text.width());
    if right {
        line.extend(std::iter::repeat_n(' ', blanks));
    }
    line.push_str(&text);
    if !right {
        line.extend(std::iter::repeat_n(' ', blanks));
    }
}

/// The letters of a column as Excel shows them.
pub fn letters(column: usize) -> String {
    let mut rest = column;
    let mut found = String::new();
    loop {
        found.insert(0, char::from(b'A' + (rest % 26) as u8));
        if rest < 26 {
            return found;
        }
        rest = rest / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_excel() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn columns_go_by_priority_and_the_rest_is_shared_out() {
        let columns =
            [Column::new(10, 20, 0), Column::new(8, 8, 2), Column::new(6, 6, 1), Column::number(4, 0)];
        assert_eq!(fit(&columns, 60), [20, 8, 6, 4]);
        assert_eq!(fit(&columns, 36), [12, 8, 6, 4]);
        assert_eq!(fit(&columns, 30), [16, 0, 6, 4]);
        assert_eq!(fit(&columns, 20), [14, 0, 0, 4]);
        for width in 0..80 {
            let widths = fit(&columns, width);
            let shown = widths.iter().filter(|width| **width > 0).count() as u16;
            let sum: u16 = widths.iter().sum::<u16>() + GAP * (shown - 1);
            assert!(sum <= width.max(16), "{width}: {widths:?}");
        }
    }

    #[test]
    fn text_is_cut_behind_a_whole_word() {
        assert_eq!(cut("TT HCC xã Vĩnh Thúy", 17, "…"), "TT HCC xã Vĩnh…");
        assert_eq!(cut("TDP số 2, phường Hòa Lạc", 12, "…"), "TDP số 2…");
        assert_eq!(cut("xã Nghiêngngả", 9, "…"), "xã Nghiê…", "little would be left");
    }

    #[test]
    fn text_is_cut_between_letters_by_cells() {
        assert_eq!(cut("Hội LHPN xã Lộc An", 9, "…"), "Hội LHPN…");
        assert_eq!(cut("ngắn", 9, "…"), "ngắn");
        assert_eq!(cut("中文字", 4, "…"), "中…");
        assert_eq!(cut("abc", 0, "…"), "");
        let decomposed = "e\u{302}\u{301}".repeat(4);
        assert_eq!(cut(&decomposed, 3, "…"), format!("{}…", "e\u{302}\u{301}".repeat(2)));
    }

    #[test]
    fn where_the_end_tells_which_it_is_the_front_is_cut() {
        let title = "tình hình tháng 10/2026 trên địa bàn xã Lộc An";
        assert_eq!(cut_front(title, 60, "…"), title);
        assert_eq!(cut_front(title, 30, "…"), "…trên địa bàn xã Lộc An");
        assert_eq!(cut_front(title, 4, "…"), "…An");
        assert_eq!(cut_front("Nghiêng", 4, "…"), "Ngh…");
    }

    #[test]
    fn a_path_keeps_its_last_parts() {
        let path = "/home/hoa/Documents/goi-LA-2026-11-22.duluan";
        assert_eq!(cut_path(path, 80, "…"), path);
        assert_eq!(cut_path(path, 38, "…"), "…/Documents/goi-LA-2026-11-22.duluan");
        assert_eq!(cut_path(path, 26, "…"), "…/goi-LA-2026-11-22.duluan");
        assert_eq!(cut_path(path, 12, "…"), "…1-22.duluan");
        assert_eq!(cut_path(r"C:\Users\hoa\so.duluan", 14, "…"), r"…\so.duluan");
        assert_eq!(cut_path(path, 0, "…"), "");
        assert_eq!(cut_path(path, 30, "~"), ".../goi-LA-2026-11-22.duluan");
        assert!(is_path(r"C:\so.duluan") && is_path(r"\\may-chu\so") && is_path("/so") && is_path("~/so"));
        assert!(!is_path("Đường đi") && !is_path("12/11"));
    }

    #[test]
    fn cells_have_exactly_their_width() {
        let mut line = String::new();
        cell(&mut line, "Thôn 3", 8, false, "…");
        cell(&mut line, "12", 5, true, "…");
        cell(&mut line, "Trường THCS", 6, false, "…");
        assert_eq!(line, "Thôn 3     12Trườn…");
    }
}
