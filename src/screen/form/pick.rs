//! One of many, found by typing; or several.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::screen::action::InputEvent;
use crate::screen::input::Input;
use crate::text::fold;

/// What was chosen, or can be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// What it is known by: a code, or a row's id as text; empty for words of one's own.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What stands dim behind it.
    pub note: String,
}

impl Picked {
    /// A choice.
    pub fn new(id: impl Into<String>, name: impl Into<String>, note: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), note: note.into() }
    }

    /// A choice that is a row of the file.
    pub fn row(id: Uuid, name: impl Into<String>, note: impl Into<String>) -> Self {
        Self::new(id.to_string(), name, note)
    }

    /// The row it is.
    pub fn uuid(&self) -> Option<Uuid> {
        self.id.parse().ok()
    }
}

/// A field that is filled by typing a part of what is meant and taking one of those found.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    pub(super) chosen: Vec<Picked>,
    pub(super) input: Input,
    /// What was chosen before something was typed in its place.
    before: Vec<Picked>,
    /// All there is, with what each is found by; `None` when the room looks itself.
    all: Option<Vec<(String, Picked)>>,
    many: bool,
    free: bool,
    /// The choices for what is typed.
    pub(super) offered: Vec<Picked>,
    pub(super) cursor: usize,
    pub(super) open: bool,
}

/// Choices shown at once at most.
pub const SHOWN: usize = 8;
/// Fewer letters out of the middle of a name would be any name's.
const LETTERS: usize = 3;
/// Choices offered at most.
const MOST: usize = 200;

impl Pick {
    /// Among these. Every typed word must begin a word of the name or note, marks optional; the first letters of the words
    /// work too.
    pub fn among(all: impl IntoIterator<Item = Picked>) -> Self {
        let found_by = |picked: Picked| {
            let words = fold(&format!("{} {}", picked.name, picked.note));
            let initials: String =
                fold(&picked.name).split_whitespace().filter_map(|word| word.chars().next()).collect();
            (format!("{words} {initials}"), picked)
        };
        Self { all: Some(all.into_iter().map(found_by).collect()), ..Self::default() }
    }

    /// Among what the room finds: it gets [`Step::Ask`](super::Step::Ask) with what is typed and answers with
    /// [`Form::offer`](super::Form::offer).
    pub fn asked() -> Self {
        Self::default()
    }

    /// Several can be chosen.
    #[must_use]
    pub fn many(mut self) -> Self {
        self.many = true;
        self
    }

    /// Words that are not among the choices are allowed.
    #[must_use]
    pub fn free(mut self) -> Self {
        self.free = true;
        self
    }

    /// True when the room is to be asked for what is typed.
    pub(super) fn asks(&self) -> bool {
        self.all.is_none()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.input.text().trim().is_empty()
    }

    /// Typed words that are none of the choices, where only those are allowed.
    pub(super) fn is_loose(&self) -> bool {
        !self.free && !self.input.text().trim().is_empty()
    }

    /// What is typed and not chosen.
    pub(super) fn typed_text(&self) -> &str {
        self.input.text().trim()
    }

    /// Everything chosen and typed, as words.
    pub(super) fn text(&self) -> String {
        let names = self.chosen.iter().map(|picked| picked.name.as_str());
        let typed = Some(self.typed_text()).filter(|typed| !typed.is_empty());
        names.chain(typed).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn put_text(&mut self, text: &str) {
        self.chosen.clear();
        self.input = Input::new(text);
        self.close();
    }

    pub(super) fn stored(&self) -> Value {
        let chosen: Vec<Value> =
            self.chosen.iter().map(|picked| json!([picked.id, picked.name, picked.note])).collect();
        json!({ "chosen": chosen, "typed": self.input.text() })
    }

    /// True when it holds what [`Pick::stored`] gave.
    pub(super) fn is_as_stored(&self, stored: &Value) -> bool {
        let chosen = stored.get("chosen").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let part =
            |value: &'_ Value, at: usize, text: &str| value.get(at).and_then(Value::as_str) == Some(text);
        let same = |(picked, value): (&Picked, &Value)| {
            part(value, 0, &picked.id) && part(value, 1, &picked.name) && part(value, 2, &picked.note)
        };
        self.chosen.len() == chosen.len()
            && self.chosen.iter().zip(chosen).all(same)
            && stored.get("typed").and_then(Value::as_str) == Some(self.input.text())
    }

    pub(super) fn restore(&mut self, kept: &Value) {
        let part =
            |value: &Value, at: usize| value.get(at).and_then(Value::as_str).unwrap_or_default().to_owned();
        let chosen = kept.get("chosen").and_then(Value::as_array).into_iter().flatten();
        self.chosen = chosen.map(|one| Picked::new(part(one, 0), part(one, 1), part(one, 2))).collect();
        self.input = Input::new(kept.get("typed").and_then(Value::as_str).unwrap_or_default());
        self.close();
    }

    /// Applies typing; true when something changed.
    pub(super) fn typed(&mut self, event: &InputEvent) -> bool {
        let empty = self.input.text().is_empty();
        match event {
            InputEvent::Insert(text) if empty && text == " " => {
                self.narrow();
                self.open = !self.offered.is_empty() || self.asks();
                return self.open;
            }
            InputEvent::Insert(_) | InputEvent::Paste(_) if empty && !self.many => {
                self.before = std::mem::take(&mut self.chosen);
            }
            // Going back into what was chosen makes text of it again, to be corrected.
            InputEvent::Backspace if empty => {
                let Some(last) = self.chosen.pop() else { return false };
                if !self.many {
                    self.input = Input::new(&last.name);
                    self.input.apply(event);
                    self.before = vec![last];
                }
                self.refresh();
                return true;
            }
            _ => {}
        }
        let changed = self.input.apply(event);
        if changed {
            self.refresh();
        }
        changed
    }

    fn refresh(&mut self) {
        self.narrow();
        self.open = !self.input.text().trim().is_empty() && (self.asks() || !self.offered.is_empty());
    }

    /// The choices that answer to what is typed.
    fn narrow(&mut self) {
        self.cursor = 0;
        let Some(all) = &self.all else {
            self.offered.clear();
            return;
        };
        let typed = fold(self.input.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let answers = |found_by: &str| words.iter().all(|word| answers_to(found_by, word));
        // Offices call each other by letters out of the middle of a name: LHPN, MTTQ. Those stand behind.
        let by_letters = |found_by: &str| {
            let letters = found_by.rsplit(' ').next().unwrap_or_default();
            words
                .iter()
                .all(|word| answers_to(found_by, word) || word.len() >= LETTERS && letters.contains(word))
        };
        let free = |picked: &Picked| !(self.many && self.chosen.contains(picked));
        let exact = all.iter().filter(|(found_by, _)| answers(found_by));
        let loose = all.iter().filter(|(found_by, _)| !answers(found_by) && by_letters(found_by));
        self.offered = exact
            .chain(loose)
            .filter(|(_, picked)| free(picked))
            .map(|(_, picked)| picked.clone())
            .take(MOST)
            .collect();
    }

    /// Whether saving takes the choice under the cursor.
    pub(super) fn is_named(&self) -> bool {
        !self.typed_text().is_empty() && (!self.free || self.asks() && self.is_meant())
    }

    /// Whether going on to another field takes the choice under the cursor. A whole name that is nobody's in the list is
    /// kept as it was typed: another person must not be taken for the one who was meant.
    pub(super) fn is_meant(&self) -> bool {
        if !(self.free && self.asks()) || self.cursor > 0 {
            return true;
        }
        let Some(first) = self.offered.first() else { return false };
        let (typed, name) = (fold(self.typed_text()), fold(&first.name));
        let words: Vec<&str> = typed.split_whitespace().collect();
        let whole = words.len() > 2;
        let names = |word: &&str| {
            name.split_whitespace().any(|part| if whole { part == *word } else { part.starts_with(*word) })
        };
        words.len() < 2 || words.iter().all(names)
    }

    /// The room's answer for what was typed; too late an answer is not taken.
    pub(super) fn offer(&mut self, typed: &str, offered: Vec<Picked>) {
        if self.input.text() == typed {
            self.offered = offered;
            self.offered.truncate(MOST);
            self.cursor = 0;
        }
    }

    pub(super) fn close(&mut self) {
        self.open = false;
        self.offered.clear();
        self.cursor = 0;
    }

    /// Closes the list. Where only its choices are allowed the typed words go too, and what stood there before is back;
    /// words of one's own stay.
    pub(super) fn escape(&mut self) {
        self.close();
        if !self.free && !self.typed_text().is_empty() {
            self.input = Input::default();
            if !self.many {
                self.chosen = std::mem::take(&mut self.before);
            }
        }
    }

    /// True while the list takes the cursor keys.
    pub(super) fn is_open(&self) -> bool {
        self.open && !self.offered.is_empty()
    }

    pub(super) fn go(&mut self, down: bool, rows: usize) {
        let last = self.offered.len().saturating_sub(1);
        self.cursor = if down { (self.cursor + rows).min(last) } else { self.cursor.saturating_sub(rows) };
    }

    /// Takes the choice under the cursor of the open list; true when there was one.
    pub(super) fn take(&mut self) -> bool {
        if !self.is_open() {
            return false;
        }
        let Some(picked) = self.offered.get(self.cursor).cloned() else {
            return false;
        };
        if !self.many {
            self.chosen.clear();
        }
        if !self.chosen.contains(&picked) {
            self.chosen.push(picked);
        }
        self.input = Input::default();
        self.close();
        true
    }

    /// Several can be chosen.
    pub(super) fn is_many(&self) -> bool {
        self.many
    }

    /// Words of one's own are allowed.
    pub(super) fn is_free(&self) -> bool {
        self.free
    }
}

/// True when a word of what a choice is found by begins with a typed one.
fn answers_to(found_by: &str, word: &str) -> bool {
    found_by.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.starts_with(word))
}
