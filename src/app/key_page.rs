//! The person's own keys: every command with its key, which can be given another. What cannot be is refused with the reason;
//! what is changed works at once and stands in the settings file.

use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::own_keys::refusal;
use crate::screen::columns::cell;
use crate::screen::input::Input;
use crate::screen::keys::own::{self, OwnKeys, in_words, is_free};
use crate::screen::keys::{
    Key, Label, Place, Row, copies, form, global, inbox, popup, roster, summary, training,
};
use crate::screen::popup::{Confirm, Outcome, window};
use crate::screen::{Action, Look, wrap};
use crate::text::{fold, width};
use crate::words::Words;

/// The page.
pub struct KeyPage {
    entries: Vec<Entry>,
    input: Input,
    found: Vec<usize>,
    cursor: usize,
    /// The next key pressed is the command's.
    waiting: Option<Waiting>,
    asking: Option<Confirm<()>>,
}

/// A key is waited for.
struct Waiting {
    /// The key comes beside those the command has.
    beside: bool,
    /// Why the last one could not be.
    refused: Option<String>,
}

/// A command of a room, in all its places.
struct Entry {
    /// The room.
    heading: String,
    /// What the settings call it.
    names: Vec<String>,
    label: String,
    help: String,
    keys: String,
    /// The keys are the person's own.
    own: bool,
    found_by: String,
}

/// The keys of the settings as they are to be.
pub type Wanted = BTreeMap<String, Vec<String>>;

/// The rooms as they stand on the page.
const ROOMS: [(Label, &[&Place]); 7] = [
    (Words::key_place_inbox, inbox::PLACES),
    (Words::key_place_roster, roster::PLACES),
    (Words::key_place_training, training::PLACES),
    (Words::key_place_summary, summary::PLACES),
    (Words::key_place_over, copies::PLACES),
    (Words::key_place_form, form::PLACES),
    (Words::key_place_windows, popup::PLACES),
];

/// True for a command whose key can be another: the keys that move, accept and leave stay what they are.
fn is_offered(row: &Row) -> bool {
    row.keys.first().is_none_or(|key| is_free(*key))
}

impl KeyPage {
    /// Every command with the keys it has now.
    pub fn new(wanted: &Wanted, words: &Words, ascii: bool) -> Self {
        let mut page = Self {
            entries: Vec::new(),
            input: Input::default(),
            found: Vec::new(),
            cursor: 0,
            waiting: None,
            asking: None,
        };
        page.renew(wanted, words, ascii);
        page
    }

    /// The same commands with other keys; the cursor stays.
    pub fn renew(&mut self, wanted: &Wanted, words: &Words, ascii: bool) {
        let own = read(wanted);
        let mut entries = Vec::with_capacity(160);
        for (heading, rows) in [
            (words.screen_help_everywhere(), global::EVERYWHERE),
            (words.screen_help_everywhere(), global::ALWAYS),
            (words.screen_help_everywhere(), global::BY_NAME),
            (words.screen_help_everywhere(), global::LIST),
            (words.keys_of_texts(), global::TEXT),
        ] {
            for row in rows.iter().filter(|row| is_offered(row)) {
                let names = vec![own::name(&row.action)];
                entries.push(Entry::new(heading, names, row, None, &own, words, ascii));
            }
        }
        for (heading, places) in ROOMS {
            let mut seen: Vec<&Action> = Vec::new();
            let rows = places.iter().flat_map(|place| place.rows.iter().map(move |row| (*place, row)));
            for (place, row) in rows.filter(|(_, row)| is_offered(row)) {
                if seen.contains(&&row.action) {
                    continue;
                }
                seen.push(&row.action);
                let action = own::name(&row.action);
                let having =
                    places.iter().filter(|place| place.rows.iter().any(|of| of.action == row.action));
                let names = having.map(|place| format!("{}.{action}", place.name)).collect();
                entries.push(Entry::new(heading(words), names, row, Some(place), &own, words, ascii));
            }
        }
        self.entries = entries;
        self.narrow();
    }

    fn narrow(&mut self) {
        let typed = fold(self.input.text());
        let found = |entry: &Entry| typed.split_whitespace().all(|word| entry.found_by.contains(word));
        self.found = (0..self.entries.len()).filter(|at| found(&self.entries[*at])).collect();
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
    }

    fn current(&self) -> Option<&Entry> {
        self.entries.get(*self.found.get(self.cursor)?)
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match (&self.asking, &self.waiting) {
            (Some(_), _) => &popup::CONFIRM,
            (None, Some(_)) => &popup::KEY_PRESS,
            (None, None) => &popup::KEYS,
        }
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match action {
            Action::Delete => self.current().is_some_and(|entry| entry.own),
            Action::Revert => self.entries.iter().any(|entry| entry.own),
            _ => true,
        }
    }

    /// True while the next key is to be a command's.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Takes an action; the choice is the keys of the settings as they are to be.
    pub fn update(&mut self, action: &Action, wanted: &Wanted, words: &Words) -> Outcome<Wanted> {
        if let Some(question) = &self.asking {
            let answer = question.update(action);
            if matches!(answer, Outcome::Chosen(()) | Outcome::Cancelled) {
                self.asking = None;
            }
            return if answer == Outcome::Chosen(()) {
                Outcome::Chosen(Wanted::new())
            } else {
                Outcome::Open
            };
        }
        let last = self.found.len().saturating_sub(1);
        match action {
            Action::Back if self.waiting.take().is_some() => {}
            Action::Back => return Outcome::Cancelled,
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(PAGE),
            Action::PageDown => self.cursor = (self.cursor + PAGE).min(last),
            Action::Input(event) if self.input.apply(event) => {
                self.cursor = 0;
                self.narrow();
            }
            Action::Open | Action::New if self.current().is_some() => {
                self.waiting = Some(Waiting { beside: *action == Action::New, refused: None });
            }
            Action::Delete => return self.as_shipped(wanted),
            Action::Revert if self.works(action) => {
                let question = Confirm::new(words.keys_reset_title(), words.keys_reset_question(), ());
                self.asking = Some(question);
            }
            _ => {}
        }
        Outcome::Open
    }

    /// The command under the cursor has its shipped keys again.
    fn as_shipped(&self, wanted: &Wanted) -> Outcome<Wanted> {
        let Some(entry) = self.current().filter(|entry| entry.own) else { return Outcome::Open };
        let mut wanted = wanted.clone();
        // A line for one place, or the line for all that stands behind it.
        let of_places = entry.names.iter().filter(|name| wanted.remove(*name).is_some()).count();
        if of_places == 0
            && let Some((_, action)) = entry.names.first().and_then(|name| name.split_once('.'))
        {
            wanted.remove(action);
        }
        Outcome::Chosen(wanted)
    }

    /// Takes the key that is waited for: the keys of the settings with it, unless it cannot be.
    pub fn press(&mut self, key: Key, wanted: &Wanted, words: &Words, ascii: bool) -> Outcome<Wanted> {
        let key = key.small().unwrap_or(key);
        let (Some(at), Some(waiting)) = (self.found.get(self.cursor), &mut self.waiting) else {
            return Outcome::Unused;
        };
        let entry = &self.entries[*at];
        let shown = key.name(words, ascii).into_owned();
        let text = in_words(key).unwrap_or_else(|| shown.clone());
        let own = read(wanted);
        let why = match in_words(key) {
            Some(text) => entry.names.iter().find_map(|name| own.refusal(name, &text)),
            None => Some(own::Refusal::RuledOut(own::Ruled::Moves)),
        };
        if let Some(why) = why {
            waiting.refused = Some(refusal(why, &shown, words));
            return Outcome::Open;
        }
        let beside = waiting.beside;
        let mut wanted = wanted.clone();
        for name in &entry.names {
            let mut keys = if beside { own.texts(name) } else { Vec::new() };
            keys.retain(|known| *known != text);
            keys.push(text.clone());
            wanted.insert(name.clone(), keys);
        }
        self.waiting = None;
        Outcome::Chosen(wanted)
    }

    /// Draws it on the whole area.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        frame.render_widget(Clear, area);
        let [head, rule, list, below, told] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(1),
            Constraint::Length(1),
        ])
        .areas(area);
        let title = format!(" {}", words.keys_title());
        let [left, field] =
            Layout::horizontal([Constraint::Length(width(&title) as u16 + 3), Constraint::Min(12)])
                .areas(head);
        frame.render_widget(Line::styled(title, look.strong), left);
        let search = format!("{} ", words.screen_help_search());
        self.input.draw(frame, field, &search, look, self.waiting.is_none());
        for line in [rule, below] {
            let text = look.horizontal().repeat(usize::from(line.width));
            frame.render_widget(Line::styled(text, look.rule), line);
        }
        self.draw_list(frame, list, look, words);
        if let Some(entry) = self.current() {
            let help = wrap::lines(&entry.help, usize::from(told.width.saturating_sub(2)), 1);
            frame.render_widget(Line::raw(format!(" {}", help.first().unwrap_or(&""))), told);
        }
        if let Some(waiting) = &self.waiting {
            self.draw_waiting(frame, area, waiting, look, words);
        }
        if let Some(question) = &self.asking {
            question.draw(frame, area, look);
        }
    }

    fn draw_list(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        if self.found.is_empty() {
            frame.render_widget(Line::styled(format!(" {}", words.screen_nothing_found()), look.dim), area);
            return;
        }
        let widest = |text: fn(&Entry) -> &str| {
            self.entries.iter().map(|entry| width(text(entry))).max().unwrap_or_default()
        };
        let (headings, keys) = (widest(|entry| &entry.heading), widest(|entry| &entry.keys));
        let shown = usize::from(area.height).max(1);
        let top = (self.cursor + 1).saturating_sub(shown);
        let room = usize::from(area.width.min(WIDEST)).saturating_sub(headings + keys + 8);
        let mut before = "";
        for ((row, at), place) in self.found.iter().enumerate().skip(top).zip(area.rows()) {
            let entry = &self.entries[*at];
            let heading = if entry.heading == before { "" } else { entry.heading.as_str() };
            before = entry.heading.as_str();
            frame.render_widget(entry.line(heading, row == self.cursor, [headings, room, keys], look), place);
        }
    }

    /// What is waited for, and why the key before could not be.
    fn draw_waiting(&self, frame: &mut Frame, area: Rect, waiting: &Waiting, look: &Look, words: &Words) {
        let Some(entry) = self.current() else { return };
        let inside = usize::from(area.width.saturating_sub(12).clamp(20, 60));
        let asked = words.keys_press(entry.keys.as_str(), entry.label.as_str());
        let mut lines: Vec<Line> = wrap::lines(&asked, inside, 4).into_iter().map(Line::raw).collect();
        if let Some(refused) = &waiting.refused {
            lines.push(Line::raw(""));
            let refused = wrap::lines(refused, inside, 5);
            lines.extend(refused.into_iter().map(|line| Line::styled(line, look.warning)));
        }
        let title = if waiting.beside { words.keys_add_title() } else { words.keys_change_title() };
        let within = window(frame, area, title, inside as u16 + 4, lines.len() as u16 + 4, look);
        let within = within.inner(ratatui::layout::Margin::new(1, 1));
        let end = lines.first().map_or(0, |line| line.width() as u16);
        for (line, row) in lines.into_iter().zip(within.rows()) {
            frame.render_widget(line, row);
        }
        // The page under it would leave the cursor anywhere.
        frame.set_cursor_position((within.x + end.min(within.width), within.y));
    }
}

/// Rows a key of a page moves.
const PAGE: usize = 12;
/// A line longer than this is hard to follow to its key.
const WIDEST: u16 = 80;

/// The keys of the settings, without those that are refused.
fn read(wanted: &Wanted) -> OwnKeys {
    OwnKeys::read(wanted.iter().map(|(action, keys)| (action.as_str(), keys.as_slice()))).0
}

impl Entry {
    fn new(
        heading: &str,
        names: Vec<String>,
        row: &'static Row,
        place: Option<&Place>,
        own: &OwnKeys,
        words: &Words,
        ascii: bool,
    ) -> Self {
        let (has, is_own) = own.keys_of(place, row);
        let keys: Vec<_> = has.iter().map(|key| key.name(words, ascii)).collect();
        let (label, help, mut keys) = ((row.label)(words), (row.help)(words), keys.join(" "));
        if keys.is_empty() {
            keys.push_str(if ascii { "-" } else { "–" });
        }
        let found_by = fold(&format!("{heading} {label} {help} {keys}"));
        Self {
            heading: heading.to_owned(),
            names,
            label: label.to_owned(),
            help: help.to_owned(),
            keys,
            own: is_own,
            found_by,
        }
    }

    fn line(&self, heading: &str, chosen: bool, widths: [usize; 3], look: &Look) -> Line<'_> {
        let [headings, room, keys] = widths;
        let (mut first, mut label, mut key) = (String::from(" "), String::from("  "), String::from(" "));
        cell(&mut first, heading, headings, false, look.ellipsis());
        cell(&mut label, &self.label, room, false, look.ellipsis());
        cell(&mut key, &self.keys, keys, true, look.ellipsis());
        // The person's own keys have a sign.
        key.push(' ');
        key.push_str(if self.own { look.mark() } else { " " });
        key.push(' ');
        let pointer = if chosen { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
        let [labels, keys] = if chosen { [look.cursor; 2] } else { [look.plain, look.accent] };
        Line::from(vec![
            Span::styled(first, look.dim),
            pointer,
            Span::styled(label[1..].to_owned(), labels),
            Span::styled(key, keys),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::InputEvent;
    use crate::words::Language;

    struct Bench {
        page: KeyPage,
        wanted: Wanted,
        words: Words,
    }

    impl Bench {
        fn new() -> Self {
            let (wanted, words) = (Wanted::new(), Words::new(Language::Vietnamese));
            Self { page: KeyPage::new(&wanted, &words, false), wanted, words }
        }

        /// Stands on the command of this room and name.
        fn on(&mut self, room: &str, label: &str) {
            self.page.input = Input::default();
            self.page.update(&Action::Input(InputEvent::Insert(String::new())), &self.wanted, &self.words);
            self.page.narrow();
            let is = |at: &usize| {
                let entry = &self.page.entries[*at];
                entry.heading == room && entry.label == label
            };
            self.page.cursor = self.page.found.iter().position(is).expect("it is offered");
        }

        fn taken(&mut self, answer: Outcome<Wanted>) -> bool {
            let Outcome::Chosen(wanted) = answer else { return false };
            self.wanted = wanted;
            self.page.renew(&self.wanted, &self.words, false);
            true
        }

        fn press(&mut self, action: &Action, key: Key) -> bool {
            self.page.update(action, &self.wanted, &self.words);
            let answer = self.page.press(key, &self.wanted, &self.words, false);
            self.taken(answer)
        }

        fn refused(&self) -> &str {
            self.page.waiting.as_ref().and_then(|waiting| waiting.refused.as_deref()).unwrap_or_default()
        }
    }

    #[test]
    fn a_command_has_another_key_in_all_places_of_its_room_and_the_shipped_one_again() {
        let mut bench = Bench::new();
        let (room, label) =
            (bench.words.key_place_roster().to_owned(), bench.words.key_edit_person().to_owned());
        bench.on(&room, &label);
        assert!(bench.press(&Action::Open, Key::Char('v')));
        assert_eq!(bench.wanted["roster.edit"], ["v"]);
        assert_eq!(bench.wanted["roster-card.edit"], ["v"]);
        assert!(bench.press(&Action::New, Key::F(11)));
        assert_eq!(bench.page.current().unwrap().keys, "v F11");
        assert!(bench.page.works(&Action::Delete));
        let answer = bench.page.update(&Action::Delete, &bench.wanted, &bench.words);
        assert!(bench.taken(answer));
        assert!(bench.wanted.is_empty(), "{:?}", bench.wanted);
        assert_eq!(bench.page.current().unwrap().keys, "F2");
    }

    #[test]
    fn keys_that_cannot_be_are_refused_with_the_reason_and_another_can_be_pressed() {
        let mut bench = Bench::new();
        let (room, label) = (bench.words.key_place_inbox().to_owned(), bench.words.key_include().to_owned());
        bench.on(&room, &label);
        for (key, why) in [
            (Key::Char('a'), "bộ gõ"),
            (Key::Char('['), "bộ gõ"),
            (Key::Char('1'), "tab"),
            (Key::Ctrl('m'), "Enter"),
            (Key::Up, "di chuyển"),
            (Key::F(1), "trợ giúp"),
            (Key::Char('b'), bench.words.key_wait()),
        ]
        .map(|(key, why)| (key, why.to_owned()))
        {
            assert!(!bench.press(&Action::Open, key), "{key:?}");
            assert!(bench.refused().contains(&why), "{key:?}: {}", bench.refused());
        }
        let answer = bench.page.press(Key::Char('='), &bench.wanted, &bench.words, false);
        assert!(bench.taken(answer));
        assert_eq!(bench.wanted["inbox.triage-include"], ["="]);
    }

    #[test]
    fn all_keys_are_as_shipped_again_when_the_person_says_so() {
        let mut bench = Bench::new();
        assert!(!bench.page.works(&Action::Revert));
        let label = bench.words.key_undo().to_owned();
        let room = bench.words.screen_help_everywhere().to_owned();
        bench.on(&room, &label);
        assert!(bench.press(&Action::Open, Key::Char('%')));
        bench.page.update(&Action::Revert, &bench.wanted, &bench.words);
        assert_eq!(bench.page.place(), &popup::CONFIRM);
        let answer = bench.page.update(&Action::Open, &bench.wanted, &bench.words);
        assert!(bench.taken(answer) && bench.wanted.is_empty());
    }
}
