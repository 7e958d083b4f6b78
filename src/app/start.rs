//! The first screen, when no file is open: open one, make one, or look at a demonstration.

use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::office_form;
use super::paths::typed_path;
use crate::file;
use crate::screen::columns::cell;
use crate::screen::form::{Form, Said, Step};
use crate::screen::keys::{Place, popup};
use crate::screen::popup::{Outcome, Prompt};
use crate::screen::{Action, Look, Moment, Notice, wrap};
use crate::settings::{Settings, Trouble};
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
    Path(Box<Prompt<Entry>>),
    /// The new office.
    Form(Box<Form>),
}

/// What the first screen wants of the program.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// Nothing yet.
    Nothing,
    /// Leave the program.
    Leave,
    /// Open this file.
    Open(PathBuf),
    /// Open this file where it lies, though that may go away.
    OpenThere(PathBuf),
    /// Work on a copy of this file.
    OpenCopy(PathBuf),
    /// Make this file for the office of these settings and open it.
    Create(PathBuf, Box<Settings>),
    /// Make this file, fill it with an invented office and open it.
    Demo(PathBuf),
}

/// Files opened before that are offered.
const LAST: usize = 4;

impl Start {
    /// The first screen with the files that were opened before and still are there.
    pub fn new(settings: &Settings) -> Self {
        let last = settings.last_files.iter().filter(|path| path.is_file()).take(LAST);
        let mut entries: Vec<Entry> = last.map(|path| Entry::Last(path.clone())).collect();
        // Who has a file opens one; who has none makes one or looks at the demonstration.
        let others = if entries.is_empty() {
            [Entry::Create, Entry::Demo, Entry::Open]
        } else {
            [Entry::Open, Entry::Create, Entry::Demo]
        };
        entries.extend(others);
        Self { entries, cursor: 0, asking: None, wrong: None }
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match &self.asking {
            None => &popup::START,
            Some(Asking::Path(_)) => &popup::PATH,
            Some(Asking::Form(form)) => form.place(),
        }
    }

    /// The form of a new office, while it is filled in.
    pub fn form(&self) -> Option<&Form> {
        match &self.asking {
            Some(Asking::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action, folder: &Path, moment: &Moment) -> Wanted {
        self.wrong = None;
        match &mut self.asking {
            None => self.menu(action, folder, moment),
            Some(Asking::Path(prompt)) => match prompt.update(action) {
                Outcome::Chosen((entry, path)) => self.path_given(&entry, &path, moment.words),
                Outcome::Cancelled => {
                    self.asking = None;
                    Wanted::Nothing
                }
                Outcome::Open | Outcome::Unused => Wanted::Nothing,
            },
            Some(Asking::Form(form)) => match form.update(action, moment) {
                Step::Save => self.form_given(moment),
                Step::Leave => {
                    self.asking = None;
                    Wanted::Nothing
                }
                _ => Wanted::Nothing,
            },
        }
    }

    fn menu(&mut self, action: &Action, folder: &Path, moment: &Moment) -> Wanted {
        let words = moment.words;
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(self.entries.len() - 1),
            Action::Back => return Wanted::Leave,
            Action::Open => match self.entries[self.cursor].clone() {
                Entry::Last(path) => return Wanted::Open(path),
                entry @ Entry::Open => {
                    let question = words.app_start_open_question();
                    let prompt = Prompt::new(words.app_start_open(), question, &begun(folder), entry);
                    self.asking = Some(Asking::Path(Box::new(prompt)));
                }
                entry @ Entry::Demo => {
                    let free = shown(&free_name(folder, words.app_start_demo_name()));
                    let question = words.app_start_demo_question();
                    let prompt = Prompt::new(words.app_start_demo(), question, &free, entry);
                    self.asking = Some(Asking::Path(Box::new(prompt)));
                }
                Entry::Create => {
                    let path = shown(&free_name(folder, words.app_start_file_name()));
                    let form = office_form::founding(moment.settings, &path, moment);
                    self.asking = Some(Asking::Form(Box::new(form)));
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

    fn form_given(&mut self, moment: &Moment) -> Wanted {
        let Some(Asking::Form(form)) = &mut self.asking else {
            return Wanted::Nothing;
        };
        let path = with_ending(typed_path(&form.text("path")));
        if path.exists() {
            form.say("path", Said::Wrong(moment.words.app_start_exists(shown(&path))));
            form.go_to("path");
            return Wanted::Nothing;
        }
        Wanted::Create(path, Box::new(office_form::founded(form, moment.settings)))
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        frame.render_widget(Clear, area);
        if let Some(Asking::Form(form)) = &self.asking {
            form.draw(frame, area, look, words);
            return;
        }
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
        self.menu_lines(&mut lines, usize::from(column_width), look, words);
        lines.push(Line::raw(""));
        let asking = matches!(self.asking, Some(Asking::Path(_)));
        let note = match &self.wrong {
            // While a path is asked for, its window says it: it would cover this one.
            Some(wrong) if !asking => (wrong.as_str(), look.warning),
            _ => (words.app_start_secret(), look.dim),
        };
        lines.extend(
            wrap::lines(note.0, usize::from(column_width), 4)
                .into_iter()
                .map(|line| Line::styled(line.to_owned(), note.1)),
        );
        for (line, row) in lines.into_iter().zip(column.rows()) {
            frame.render_widget(line, row);
        }
        if let Some(Asking::Path(prompt)) = &self.asking {
            prompt.draw_saying(frame, area, look, self.wrong.as_deref().unwrap_or_default());
        }
    }

    fn menu_lines(&self, lines: &mut Vec<Line<'_>>, width: usize, look: &Look, words: &Words) {
        for (at, entry) in self.entries.iter().enumerate() {
            let (text, told) = match entry {
                Entry::Last(path) => (words.app_start_last(shown(path)), None),
                Entry::Open => (words.app_start_open().to_owned(), Some(words.app_start_open_told())),
                Entry::Create => (words.app_start_create().to_owned(), Some(words.app_start_create_told())),
                Entry::Demo => (words.app_start_demo().to_owned(), Some(words.app_start_demo_told())),
            };
            let chosen = at == self.cursor;
            let pointer = if chosen { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
            let mut line = String::from(" ");
            cell(&mut line, &text, width.saturating_sub(2), false, look.ellipsis());
            let style = if chosen { look.cursor } else { look.plain };
            lines.push(Line::from(vec![pointer, Span::styled(line, style)]));
            lines.extend(told.map(|told| Line::styled(format!("    {told}"), look.dim)));
        }
    }
}

/// Where people keep their files.
pub fn folder() -> PathBuf {
    directories::UserDirs::new()
        .and_then(|folders| folders.document_dir().map(Path::to_owned))
        .filter(|folder| folder.is_dir())
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_default()
}

/// A folder as the begin of a file's name.
fn begun(folder: &Path) -> String {
    let mut text = shown(folder);
    if !text.is_empty() {
        text.push(std::path::MAIN_SEPARATOR);
    }
    text
}

/// The first name that is free in a folder: `so-tay.duluan`, `so-tay-2.duluan`, …
pub(super) fn free_name(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.duluan"));
    let others = (2..1000).map(|number| folder.join(format!("{name}-{number}.duluan")));
    std::iter::once(first.clone()).chain(others).find(|path| !path.exists()).unwrap_or(first)
}

pub(super) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension("duluan") }
}

pub(super) fn shown(path: &Path) -> String {
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

    struct Outside {
        words: Words,
        settings: Settings,
    }

    impl Outside {
        fn new() -> Self {
            Self { words: Words::new(Language::Vietnamese), settings: Settings::default() }
        }

        fn act(&self, start: &mut Start, action: &Action) -> Wanted {
            let moment = Moment {
                now: chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(8, 0, 0).unwrap(),
                width: 80,
                height: 22,
                words: &self.words,
                settings: &self.settings,
            };
            start.update(action, Path::new(""), &moment)
        }

        fn line(&self, start: &mut Start, text: &str) -> Wanted {
            self.act(start, &Action::Input(InputEvent::Insert(text.to_owned())));
            self.act(start, &Action::Open)
        }
    }

    #[test]
    fn a_new_office_is_asked_for_its_name_prefix_and_mark() {
        let (outside, mut start) = (Outside::new(), Start::new(&Settings::default()));
        outside.act(&mut start, &Action::Open);
        for text in ["Xã Lộc An", "la", "Nguyễn Văn Hòa", "ọ"] {
            outside.line(&mut start, text);
        }
        // A mark with a tone: the form says so and stands there.
        assert!(matches!(outside.act(&mut start, &Action::Save), Wanted::Nothing));
        let Some(Asking::Form(form)) = &start.asking else { panic!() };
        assert_eq!(form.current(), "mark");
        outside.act(&mut start, &Action::Input(InputEvent::Backspace));
        outside.line(&mut start, "h");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so");
        let Some(Asking::Form(form)) = &mut start.asking else { panic!() };
        form.set("path", &path.display().to_string());
        let Wanted::Create(made, settings) = outside.act(&mut start, &Action::Save) else { panic!() };
        assert_eq!(made, path.with_extension("duluan"));
        assert_eq!(
            (settings.office.as_str(), settings.prefix.as_str(), settings.mark.as_str()),
            ("Xã Lộc An", "LA", "H")
        );
        // A file that is there is not written over; the form keeps all that was typed.
        std::fs::write(&made, "").unwrap();
        assert!(matches!(outside.act(&mut start, &Action::Save), Wanted::Nothing));
        let Some(Asking::Form(form)) = &start.asking else { panic!() };
        assert_eq!((form.current(), form.text("office").as_str()), ("path", "Xã Lộc An"));
    }

    #[test]
    fn a_file_that_is_not_there_is_not_opened() {
        let (outside, mut start) = (Outside::new(), Start::new(&Settings::default()));
        outside.act(&mut start, &Action::Down);
        outside.act(&mut start, &Action::Down);
        outside.act(&mut start, &Action::Open);
        assert_eq!(start.place(), &popup::PATH);
        outside.line(&mut start, "khong-co");
        assert!(start.wrong.is_some());
        outside.act(&mut start, &Action::Back);
        assert_eq!(start.place(), &popup::START);
        assert!(matches!(outside.act(&mut start, &Action::Back), Wanted::Leave));
    }

    #[test]
    fn a_file_without_an_ending_gets_one() {
        assert_eq!(with_ending(PathBuf::from("so")), PathBuf::from("so.duluan"));
        assert_eq!(with_ending(PathBuf::from("so.db")), PathBuf::from("so.db"));
    }
}
