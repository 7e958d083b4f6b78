//! The first screen, when no file is open: open one, make one, or look at a demonstration.

use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::form::Form;
use super::paths::typed_path;
use crate::file;
use crate::screen::keys::{Label, Place, popup};
use crate::screen::popup::{Outcome, Prompt};
use crate::screen::{Action, Look, Notice, wrap};
use crate::settings::{Settings, Trouble};
use crate::text::cut_to_width;
use crate::words::Words;

/// The first screen.
pub struct Start {
    entries: Vec<Entry>,
    cursor: usize,
    asking: Option<Asking>,
    wrong: Option<String>,
}

/// An entry of the menu.
#[derive(Clone)]
enum Entry {
    /// A file opened before.
    Last(PathBuf),
    /// A file by its name.
    Open,
    /// A new office.
    Create,
    /// An invented office.
    Demo,
}

/// What is being asked.
enum Asking {
    /// A file name, to open or for the demonstration.
    Path(Prompt<Entry>),
    /// The new office.
    Form(Form),
}

/// What the first screen wants of the program.
pub enum Wanted {
    /// Nothing yet.
    Nothing,
    /// Leave the program.
    Leave,
    /// Open this file.
    Open(PathBuf),
    /// Make this file and open it.
    Create(PathBuf),
    /// Make this file, fill it with an invented office and open it.
    Demo(PathBuf),
}

/// Rows of the heading.
const HEADING: u16 = 4;
/// Files opened before that are offered.
const LAST: usize = 4;

impl Start {
    /// The first screen with the files that were opened before and still are there.
    pub fn new(settings: &Settings, _words: &Words) -> Self {
        let last = settings.last_files.iter().filter(|path| path.is_file()).take(LAST);
        let entries = last
            .map(|path| Entry::Last(path.clone()))
            .chain([Entry::Open, Entry::Create, Entry::Demo])
            .collect();
        Self { entries, cursor: 0, asking: None, wrong: None }
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match self.asking {
            None => &popup::START,
            Some(Asking::Path(_)) => &popup::PROMPT,
            Some(Asking::Form(_)) => &popup::FORM,
        }
    }

    /// Takes an action. A finished form goes into `settings`.
    pub fn update(&mut self, action: &Action, words: &Words, settings: &mut Settings) -> Wanted {
        self.wrong = None;
        match &mut self.asking {
            None => self.menu(action, words, settings),
            Some(Asking::Path(prompt)) => match prompt.update(action) {
                Outcome::Chosen((entry, path)) => self.path_given(&entry, &path, words),
                Outcome::Cancelled => {
                    self.asking = None;
                    Wanted::Nothing
                }
                Outcome::Open | Outcome::Unused => Wanted::Nothing,
            },
            Some(Asking::Form(form)) => match form.update(action) {
                Outcome::Chosen(()) => self.form_given(words, settings),
                Outcome::Cancelled => {
                    self.asking = None;
                    Wanted::Nothing
                }
                Outcome::Open | Outcome::Unused => Wanted::Nothing,
            },
        }
    }

    fn menu(&mut self, action: &Action, words: &Words, settings: &Settings) -> Wanted {
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(self.entries.len() - 1),
            Action::Back => return Wanted::Leave,
            Action::Open => match self.entries[self.cursor].clone() {
                Entry::Last(path) => return Wanted::Open(path),
                entry @ Entry::Open => {
                    let question = words.app_start_open_question();
                    let prompt = Prompt::new(words.app_start_open(), question, &folder_text(), entry);
                    self.asking = Some(Asking::Path(prompt));
                }
                entry @ Entry::Demo => {
                    let free = shown(&free_name(&folder(), words.app_start_demo_name()));
                    let question = words.app_start_demo_question();
                    let prompt = Prompt::new(words.app_start_demo(), question, &free, entry);
                    self.asking = Some(Asking::Path(prompt));
                }
                Entry::Create => {
                    let path = shown(&free_name(&folder(), words.app_start_file_name()));
                    let last = (Words::app_start_path as Label, Words::app_start_path_hint as Label);
                    self.asking = Some(Asking::Form(Form::new(settings, last, &path)));
                }
            },
            _ => {}
        }
        Wanted::Nothing
    }

    fn path_given(&mut self, entry: &Entry, path: &str, words: &Words) -> Wanted {
        let path = typed_path(path);
        match entry {
            Entry::Demo => {
                let path = with_ending(path);
                if path.exists() {
                    self.wrong = Some(words.app_start_exists(shown(&path)));
                    return Wanted::Nothing;
                }
                Wanted::Demo(path)
            }
            _ if path.is_file() => Wanted::Open(path),
            _ if with_ending(path.clone()).is_file() => Wanted::Open(with_ending(path)),
            _ => {
                self.wrong = Some(words.app_start_no_file(shown(&path)));
                Wanted::Nothing
            }
        }
    }

    fn form_given(&mut self, words: &Words, settings: &mut Settings) -> Wanted {
        let Some(Asking::Form(form)) = &mut self.asking else {
            return Wanted::Nothing;
        };
        let path = with_ending(typed_path(form.last()));
        let mut filled = settings.clone();
        if let Err((at, wrong)) = form.keep(&mut filled, words) {
            form.go_to(at);
            self.wrong = Some(wrong);
            return Wanted::Nothing;
        }
        if path.exists() {
            form.go_to_last();
            self.wrong = Some(words.app_start_exists(shown(&path)));
            return Wanted::Nothing;
        }
        *settings = filled;
        Wanted::Create(path)
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let column_width = area.width.saturating_sub(8).min(72);
        let column = Rect { x: area.x + (area.width - column_width) / 2, width: column_width, ..area };
        let mut lines = vec![
            Line::raw(""),
            Line::from(vec![
                Span::styled(words.app_name(), look.strong),
                Span::styled(format!("  {}", words.app_start_what()), look.dim),
            ]),
            Line::styled(look.horizontal().repeat(usize::from(column_width)), look.rule),
            Line::raw(""),
        ];
        match &self.asking {
            Some(Asking::Form(form)) => lines.extend((0..form.height()).map(|_| Line::raw(""))),
            _ => self.menu_lines(&mut lines, usize::from(column_width), look, words),
        }
        lines.push(Line::raw(""));
        let note = match &self.wrong {
            Some(wrong) => (wrong.as_str(), look.warning),
            None => (words.app_start_secret(), look.dim),
        };
        lines.extend(
            wrap::lines(note.0, usize::from(column_width), 4)
                .into_iter()
                .map(|line| Line::styled(line.to_owned(), note.1)),
        );
        for (line, row) in lines.into_iter().zip(column.rows()) {
            frame.render_widget(line, row);
        }
        match &self.asking {
            Some(Asking::Path(prompt)) => prompt.draw(frame, area, look),
            Some(Asking::Form(form)) => {
                let below =
                    Rect { y: column.y + HEADING, height: column.height.saturating_sub(HEADING), ..column };
                form.draw(frame, below, look, words);
            }
            None => {}
        }
    }

    fn menu_lines(&self, lines: &mut Vec<Line<'_>>, width: usize, look: &Look, words: &Words) {
        for (at, entry) in self.entries.iter().enumerate() {
            let text = match entry {
                Entry::Last(path) => words.app_start_last(shown(path)),
                Entry::Open => words.app_start_open().to_owned(),
                Entry::Create => words.app_start_create().to_owned(),
                Entry::Demo => words.app_start_demo().to_owned(),
            };
            let chosen = at == self.cursor;
            let pointer = if chosen { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
            let text = format!(" {}", cut_to_width(&text, width.saturating_sub(3)));
            let blanks = width.saturating_sub(crate::text::width(&text) + 1);
            let filled = format!("{text}{}", " ".repeat(blanks));
            let style = if chosen { look.cursor } else { look.plain };
            lines.push(Line::from(vec![pointer, Span::styled(filled, style)]));
        }
    }
}

/// Where people keep their files.
fn folder() -> PathBuf {
    directories::UserDirs::new()
        .and_then(|folders| folders.document_dir().map(Path::to_owned))
        .filter(|folder| folder.is_dir())
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_default()
}

fn folder_text() -> String {
    let mut text = shown(&folder());
    if !text.is_empty() {
        text.push(std::path::MAIN_SEPARATOR);
    }
    text
}

/// The first name that is free in a folder: `so-tay.duluan`, `so-tay-2.duluan`, …
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.duluan"));
    let others = (2..1000).map(|number| folder.join(format!("{name}-{number}.duluan")));
    std::iter::once(first.clone()).chain(others).find(|path| !path.exists()).unwrap_or(first)
}

fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension("duluan") }
}

fn shown(path: &Path) -> String {
    crate::text::for_terminal(&path.display().to_string()).into_owned()
}

/// What was wrong with the settings, for the bottom line.
pub fn trouble(settings: &Settings, words: &Words) -> Option<Notice> {
    settings.trouble.as_ref().map(|trouble| {
        Notice::problem(match trouble {
            Trouble::Broken { kept: Some(kept) } => words.settings_broken(shown(kept)),
            Trouble::Broken { kept: None } | Trouble::Unreadable => words.settings_unreadable().to_owned(),
        })
    })
}

/// What there is to say about a file just opened.
pub fn file_notice(notice: &file::Notice, words: &Words) -> String {
    match notice {
        file::Notice::Newer(version) => words.app_file_newer(*version),
        file::Notice::Upgraded { backup, .. } => words.app_file_upgraded(shown(backup)),
        _ => words.app_file_read_only().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::InputEvent;
    use crate::words::Language;

    fn typing(start: &mut Start, settings: &mut Settings, words: &Words, text: &str) {
        for action in [Action::Input(InputEvent::Insert(text.to_owned())), Action::Open] {
            start.update(&action, words, settings);
        }
    }

    /// The settings as the form has them.
    fn filled(form: &Form) -> Settings {
        let mut settings = Settings::default();
        form.keep(&mut settings, &Words::new(Language::Vietnamese)).unwrap();
        settings
    }

    #[test]
    fn a_new_office_is_asked_for_its_name_prefix_and_mark() {
        let words = Words::new(Language::Vietnamese);
        let mut settings = Settings::default();
        let mut start = Start::new(&settings, &words);
        start.update(&Action::Down, &words, &mut settings);
        start.update(&Action::Open, &words, &mut settings);
        assert_eq!(start.place(), &popup::FORM);
        for text in ["Xã Lộc An", "la", "Nguyễn Văn Hòa"] {
            typing(&mut start, &mut settings, &words, text);
        }
        // No mark: the form says so and stands there.
        assert!(matches!(start.update(&Action::Save, &words, &mut settings), Wanted::Nothing));
        assert!(start.wrong.is_some());
        assert_eq!(settings.office, "");
        typing(&mut start, &mut settings, &words, "h");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so");
        let Some(Asking::Form(form)) = &mut start.asking else { panic!() };
        *form = Form::new(
            &filled(form),
            (Words::app_start_path, Words::app_start_path_hint),
            &path.display().to_string(),
        );
        form.go_to_last();
        let Wanted::Create(made) = start.update(&Action::Open, &words, &mut settings) else {
            panic!("{:?}", start.wrong)
        };
        assert_eq!(made, path.with_extension("duluan"));
        assert_eq!(
            (settings.office.as_str(), settings.prefix.as_str(), settings.mark.as_str()),
            ("Xã Lộc An", "LA", "H")
        );
    }

    #[test]
    fn a_file_that_is_not_there_is_not_opened() {
        let words = Words::new(Language::Vietnamese);
        let mut settings = Settings::default();
        let mut start = Start::new(&settings, &words);
        start.update(&Action::Open, &words, &mut settings);
        assert_eq!(start.place(), &popup::PROMPT);
        typing(&mut start, &mut settings, &words, "khong-co");
        assert!(start.wrong.is_some());
        start.update(&Action::Back, &words, &mut settings);
        assert_eq!(start.place(), &popup::START);
        assert!(matches!(start.update(&Action::Back, &words, &mut settings), Wanted::Leave));
    }

    #[test]
    fn a_file_without_an_ending_gets_one() {
        assert_eq!(with_ending(PathBuf::from("so")), PathBuf::from("so.duluan"));
        assert_eq!(with_ending(PathBuf::from("so.db")), PathBuf::from("so.db"));
    }
}
