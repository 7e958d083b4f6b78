//! The period beside the one before, as a page.

use super::composer::count;
use super::{Effects, Page, State, Window};
use crate::inbox::labels;
use crate::inbox::model::Tendency;
use crate::screen::columns::cell;
use crate::screen::{Effect, Notice};
use crate::summary::gather::{Compared, compare};
use crate::words::Words;

/// Columns of a name, and of each of the three numbers behind it.
const NAME: usize = 38;
const NUMBER: usize = 10;

/// Opens the page; says so when the period before brought nothing.
pub(super) fn open(state: &mut State, words: &Words) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::none() };
    let Some(compared) = compare(&open.material) else {
        return vec![Effect::Notify(Notice::note(words.summary_nothing_before()))];
    };
    let line = |name: &str, numbers: [&str; 3]| {
        let mut line = String::with_capacity(NAME + 3 * NUMBER + 8);
        cell(&mut line, name, NAME, false, "…");
        for number in numbers {
            cell(&mut line, number, NUMBER, true, "…");
        }
        line.trim_end().to_owned()
    };
    let row = |name: &str, one: &Compared| {
        let difference = one.now as i64 - one.before as i64;
        let change = match difference {
            0 => "0".to_owned(),
            _ => format!("{}{}", if difference > 0 { "+" } else { "-" }, words.number(difference.abs())),
        };
        line(name, [&words.number(count(one.now)), &words.number(count(one.before)), &change])
    };
    let head = [words.summary_compare_now(), words.summary_compare_before(), words.summary_compare_change()];
    let mut lines = vec![line("", head)];
    lines.push(row(words.summary_compare_reports(), &compared.reports));
    lines.push(row(words.summary_compare_items(), &compared.items));
    lines.extend([String::new(), words.summary_compare_topics().to_owned()]);
    lines.extend(compared.topics.iter().map(|one| row(&one.name, one)));
    lines.extend([String::new(), words.summary_compare_tendencies().to_owned()]);
    for one in &compared.tendencies {
        let tendency = Tendency::from_id(one.tendency.unwrap_or_default());
        lines.push(row(labels::tendency(words, tendency), one));
    }
    let title = words.summary_compare(compared.period.as_str(), open.period.as_str());
    state.window = Some(Window::Read(Page::new(title, lines.join("\n"))));
    Effect::none()
}
