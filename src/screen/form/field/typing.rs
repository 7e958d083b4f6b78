//! What typing does to a field.

use super::{Field, Fixed, Kind};
use crate::screen::action::InputEvent;
use crate::text::fold;

impl Field {
    /// Applies typing; true when what stands in it changed.
    pub(in crate::screen::form) fn typed(&mut self, event: &InputEvent) -> bool {
        let before = self.is_empty();
        if before && !self.suggested.is_empty() && matches!(event, InputEvent::Backspace | InputEvent::Delete)
        {
            self.suggested.clear();
            self.refused = true;
            return true;
        }
        let changed = match &mut self.kind {
            Kind::Text(input) | Kind::Phone(input) | Kind::Day { input, .. } | Kind::Number { input, .. } => {
                input.apply(event)
            }
            Kind::Long { editor, .. } => editor.apply(event),
            Kind::Choice { values, at, typed } => choose(values, at, typed, event),
            Kind::Pick(pick) => pick.typed(event),
            Kind::Flag(on) => flip(on, event),
        };
        if changed {
            // What was said was about another text.
            self.said = None;
            self.look_for_people();
        }
        changed
    }

    /// A day or a number that stands there is written over by what is typed, unless the cursor is moved first.
    pub(in crate::screen::form) fn select(&mut self) {
        if let Kind::Day { input, .. } | Kind::Number { input, .. } = &mut self.kind {
            input.apply(&InputEvent::SelectAll);
        }
    }

    /// Takes the selection back.
    pub(in crate::screen::form) fn unselect(&mut self) {
        if let Kind::Day { input, .. } | Kind::Number { input, .. } = &mut self.kind {
            input.apply(&InputEvent::End);
        }
    }
}

/// The cursor keys and the blank go through the values; letters go to the value that begins with them.
fn choose(values: &[Fixed], at: &mut usize, typed: &mut String, event: &InputEvent) -> bool {
    let count = values.len().max(1);
    let to = match event {
        InputEvent::Left => (*at + count - 1) % count,
        InputEvent::Right => (*at + 1) % count,
        InputEvent::Home => 0,
        InputEvent::End => count - 1,
        InputEvent::Insert(text) if text.trim().is_empty() => (*at + 1) % count,
        InputEvent::Insert(text) => return jump(values, at, typed, &fold(text)),
        _ => return false,
    };
    typed.clear();
    let moved = to != *at;
    *at = to;
    moved
}

fn jump(values: &[Fixed], at: &mut usize, typed: &mut String, more: &str) -> bool {
    let place = |begun: &str| {
        let found = |(_, name): &Fixed| fold(name).starts_with(begun);
        // From the one after, so that the same letter again goes on to the next.
        (1..=values.len()).map(|step| (*at + step) % values.len()).find(|at| found(&values[*at]))
    };
    let longer = format!("{typed}{more}");
    let stays = values.get(*at).is_some_and(|(_, name)| fold(name).starts_with(&longer));
    if stays && !typed.is_empty() {
        *typed = longer;
        return false;
    }
    let (to, begun) = match (place(&longer), place(more)) {
        (Some(to), _) => (to, longer),
        (None, Some(to)) => (to, more.to_owned()),
        (None, None) => return false,
    };
    *typed = begun;
    let moved = to != *at;
    *at = to;
    moved
}

fn flip(on: &mut bool, event: &InputEvent) -> bool {
    let now = match event {
        InputEvent::Insert(text) if text.trim().is_empty() => !*on,
        InputEvent::Left | InputEvent::Right => !*on,
        InputEvent::Insert(text) => match fold(text).chars().next() {
            Some('c' | 'x' | 'y') => true,
            Some('k' | 'n') => false,
            _ => return false,
        },
        InputEvent::Backspace | InputEvent::Delete => false,
        _ => return false,
    };
    let changed = now != *on;
    *on = now;
    changed
}
