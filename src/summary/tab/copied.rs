//! What Ctrl-C copies of syntheses.

use super::{Pane, State, Window};
use crate::screen::Moment;
use crate::summary::model::Marked;

/// The page that is read; the section under the cursor as the paper has it, without its citations; the source under the
/// cursor; the title of a synthesis.
pub fn copied(state: &State, _moment: &Moment) -> Option<String> {
    if let Some(window) = &state.window {
        return match window {
            Window::Read(page) => Some(page.text.clone()),
            Window::Table(table) => table.here().map(|line| [&*line.from, &line.said, &line.fate].join("\n")),
            Window::Register(open) => open.here().map(|one| {
                let body = if one.body.is_empty() { String::new() } else { format!("/{}", one.body) };
                format!("{}-{}{body} {}", one.number, one.kind, one.title)
            }),
            _ => None,
        };
    }
    let Some(open) = &state.open else {
        return state.rows.as_ref()?.get(state.cursor).map(|row| row.title.clone());
    };
    if open.pane == Pane::Sources {
        let source = open.sources.get(open.source)?;
        let item = open.material.items.get(source.item)?;
        let stream = source.stream.and_then(|at| item.streams.get(at));
        let told = stream.map_or(item.lead.as_str(), |stream| stream.gist.as_str());
        return Some([item.title.as_str(), told].join("\n").trim().to_owned());
    }
    let text = open.editor.text();
    let plain: String = text.chars().filter(|sign| !Marked::is_mark(*sign)).collect();
    (!plain.trim().is_empty()).then_some(plain)
}
