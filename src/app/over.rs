//! Windows over every room: the keys (F1) and every command by name (Ctrl-P).

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};

use super::form::Form;
use crate::screen::columns::cell;
use crate::screen::input::Input;
use crate::screen::keys::{self, Place, Row, popup};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Outcome, window};
use crate::screen::{Action, Key, Look, Tab};
use crate::settings::Settings;
use crate::text::fold;
use crate::words::{Language, Words};

/// A window over the room.
pub enum Over {
    /// The keys of a place.
    Help(Help),
    /// Every command.
    Palette(Picker<Command>),
    /// The person's settings.
    Settings(Form),
}

/// A command of the palette: an action, in another tab when one is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// The tab it belongs to, when it is not the one in sight.
    pub tab: Option<Tab>,
    /// What it does.
    pub action: Action,
}

/// What the windows ask of the program.
pub enum Answer {
    /// Stay open.
    Stay,
    /// Close.
    Close,
    /// Close and do this.
    Do(Command),
    /// Close; the settings are others now.
    Kept,
    /// Stay open and say this.
    Wrong(String),
}

impl Over {
    /// The keys that work in `place`.
    pub fn help(place: &'static Place, words: &Words, ascii: bool) -> Self {
        Self::Help(Help::new(place, words, ascii))
    }

    /// The commands of `place`, then those of the other tabs.
    pub fn palette(place: &'static Place, chosen: Tab, words: &Words, ascii: bool) -> Self {
        let mut choices: Vec<Choice<Command>> = place
            .all_rows()
            .chain(keys::global::BY_NAME)
            .filter(|row| is_command(row))
            .map(|row| choice(row, None, words, ascii))
            .collect();
        for tab in Tab::ALL.into_iter().filter(|tab| *tab != chosen) {
            let Some(first) = first_place(tab) else { continue };
            choices.extend(
                first
                    .rows
                    .iter()
                    .filter(|row| is_command(row))
                    .map(|row| choice(row, Some(tab), words, ascii)),
            );
        }
        Self::Palette(Picker::one(words.screen_palette_title(), choices))
    }

    /// The person's settings.
    pub fn settings(settings: &Settings) -> Self {
        let language = settings.language.map_or("", Language::tag);
        Self::Settings(Form::new(
            settings,
            (Words::settings_language, Words::settings_language_hint),
            language,
        ))
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Settings(_) => &popup::FORM,
            Self::Help(_) => &popup::HELP,
            Self::Palette(_) => &popup::PALETTE,
        }
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action, settings: &mut Settings, words: &Words) -> Answer {
        match self {
            Self::Settings(form) => match form.update(action) {
                Outcome::Chosen(()) => match form.keep(settings, words) {
                    Ok(()) => {
                        settings.language = Language::from_tag(form.last()).or(settings.language);
                        Answer::Kept
                    }
                    Err((at, wrong)) => {
                        form.go_to(at);
                        Answer::Wrong(wrong)
                    }
                },
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
            Self::Help(help) => help.update(action),
            Self::Palette(picker) => match picker.update(action) {
                Outcome::Chosen(commands) => commands.into_iter().next().map_or(Answer::Close, Answer::Do),
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
        }
    }

    /// Draws it over the room.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        match self {
            Self::Settings(form) => {
                let inside = window(frame, area, words.settings_title(), 72, form.height() + 4, look);
                form.draw(frame, inside.inner(Margin::new(1, 1)), look, words);
            }
            Self::Help(help) => help.draw(frame, area, look, words),
            Self::Palette(picker) => picker.draw(frame, area, look, words.screen_nothing_found()),
        }
    }
}

/// Moves and what only has a meaning where the cursor is are no commands by name.
fn is_command(row: &Row) -> bool {
    !matches!(
        row.action,
        Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::ScrollUp
            | Action::ScrollDown
            | Action::Home
            | Action::End
            | Action::Back
            | Action::Palette
            | Action::NextPane
            | Action::PreviousPane
    )
}

fn first_place(tab: Tab) -> Option<&'static Place> {
    let places = match tab {
        Tab::Roster => keys::roster::PLACES,
        Tab::Training => keys::training::PLACES,
        Tab::Inbox => keys::inbox::PLACES,
        Tab::Summary => keys::summary::PLACES,
    };
    places.first().copied()
}

fn choice(row: &'static Row, tab: Option<Tab>, words: &Words, ascii: bool) -> Choice<Command> {
    let name = match tab {
        Some(tab) => {
            format!("{}: {} – {}", super::frame::title(tab)(words), (row.label)(words), (row.help)(words))
        }
        // The tabs share one sentence.
        None if matches!(row.action, Action::Tab(_)) => (row.label)(words).to_owned(),
        None => format!("{} – {}", (row.label)(words), (row.help)(words)),
    };
    let key = match tab {
        Some(_) => String::new(),
        None => key_names(row, false, words, ascii),
    };
    let command = Command { tab, action: row.action.clone() };
    Choice::new(command, name, key)
}

/// The names of a row's keys; in a text field only those that are no letters.
fn key_names(row: &Row, in_text: bool, words: &Words, ascii: bool) -> String {
    let names: Vec<_> = row
        .keys
        .iter()
        .filter(|key| !(in_text && matches!(key, Key::Char(_))))
        .map(|key| key.name(words, ascii))
        .collect();
    names.join(" ")
}

/// The keys of a place; typing narrows them.
pub struct Help {
    title: String,
    /// Heading of the keys that work everywhere.
    everywhere: String,
    lines: Vec<HelpLine>,
    found: Vec<usize>,
    input: Input,
    /// First row in sight.
    top: usize,
}

struct HelpLine {
    keys: String,
    label: String,
    text: String,
    everywhere: bool,
    found_by: String,
}

impl Help {
    fn new(place: &'static Place, words: &Words, ascii: bool) -> Self {
        let line = |row: &Row, everywhere: bool| {
            let keys = key_names(row, place.is_text(), words, ascii);
            let (label, text) = ((row.label)(words).to_owned(), (row.help)(words).to_owned());
            let found_by = fold(&format!("{keys} {label} {text}"));
            HelpLine { keys, label, text, everywhere, found_by }
        };
        let lines: Vec<HelpLine> = place
            .own_rows()
            .map(|row| line(row, false))
            .chain(place.rows_of_everywhere().map(|row| line(row, true)))
            .filter(|line| !line.keys.is_empty())
            .collect();
        Self {
            title: words.screen_help_title((place.title)(words)),
            everywhere: words.screen_help_everywhere().to_owned(),
            found: (0..lines.len()).collect(),
            lines,
            input: Input::default(),
            top: 0,
        }
    }

    fn update(&mut self, action: &Action) -> Answer {
        let last = self.found.len().saturating_sub(1);
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(last),
            Action::PageUp => self.top = self.top.saturating_sub(10),
            Action::PageDown => self.top = (self.top + 10).min(last),
            Action::Input(event) if self.input.apply(event) => self.narrow(),
            Action::Back | Action::Open | Action::Help => return Answer::Close,
            _ => {}
        }
        Answer::Stay
    }

    fn narrow(&mut self) {
        // A slash typed to begin a search, as in the rooms, is no part of it.
        let typed = fold(self.input.text());
        let typed = typed.strip_prefix('/').unwrap_or(&typed);
        self.found = (0..self.lines.len())
            .filter(|at| typed.split_whitespace().all(|word| self.lines[*at].found_by.contains(word)))
            .collect();
        self.top = 0;
    }

    fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let inside = window(
            frame,
            area,
            &self.title,
            area.width.saturating_sub(4).min(100),
            area.height.saturating_sub(2),
            look,
        );
        let [field, rule, list] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)])
                .areas(inside);
        self.input.draw(frame, field, &format!(" {} ", words.screen_help_search()), look, true);
        let line = look.horizontal().repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line, look.rule), rule);
        let rows = self.rows(usize::from(list.width), look);
        if rows.is_empty() {
            frame.render_widget(Line::styled(format!(" {}", words.screen_nothing_found()), look.dim), list);
            return;
        }
        // The last page stays full.
        let top = self.top.min(rows.len().saturating_sub(usize::from(list.height)));
        for (line, row) in rows.into_iter().skip(top).zip(list.rows()) {
            frame.render_widget(line, row);
        }
    }

    /// The lines found, long explanations on several rows.
    fn rows(&self, width: usize, look: &Look) -> Vec<Line<'_>> {
        let widest = |text: fn(&HelpLine) -> &str| {
            let widths = self.lines.iter().map(|line| crate::text::width(text(line)));
            widths.max().unwrap_or_default()
        };
        let (keys_width, label_width) = (widest(|line| &line.keys), widest(|line| &line.label));
        let text_width = width.saturating_sub(keys_width + label_width + 6);
        let mut rows = Vec::new();
        let mut everywhere = false;
        for line in self.found.iter().map(|at| &self.lines[*at]) {
            if line.everywhere && !everywhere {
                everywhere = true;
                if !rows.is_empty() {
                    rows.push(Line::raw(""));
                }
                rows.push(Line::styled(format!(" {}", self.everywhere), look.strong));
            }
            for (at, text) in crate::screen::wrap::lines(&line.text, text_width, 9).into_iter().enumerate() {
                let (first, second) =
                    if at == 0 { (line.keys.as_str(), line.label.as_str()) } else { ("", "") };
                let (mut keys, mut label) = (String::from(" "), String::from("  "));
                cell(&mut keys, first, keys_width, false, look.ellipsis());
                cell(&mut label, second, label_width, false, look.ellipsis());
                rows.push(Line::from(vec![
                    Span::styled(keys, look.accent),
                    Span::styled(label, look.strong),
                    Span::raw(format!("  {text}")),
                ]));
            }
        }
        rows
    }
}
