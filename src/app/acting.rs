//! What the program does with keys: to the window over the room, to the first screen, to the room, or for all.

use std::path::Path;

use ratatui::crossterm::event::Event;

use super::desk::{Ask, Busy, Desk};
use super::help::Help;
use super::menu::{self, Menu, why_idle};
use super::office_form;
use super::over::{Answer, Asked, Over};
use super::own_editor::OwnEditorError;
use super::palette::{Command, Palette};
use super::program::{Next, Program, Stage, moment};
use super::start::{Start, Wanted};
use crate::demo;
use crate::file::FileError;
use crate::office;
use crate::screen::burst::Step;
use crate::screen::keys::{Key, Place, Row, places};
use crate::screen::popup::{Confirm, Outcome};
use crate::screen::{Action, InputEvent, Notice, Tab};
use crate::text::typing::Method;

impl Program<'_> {
    pub(super) fn take_keys(&mut self, events: &[Event]) {
        self.keyboard.take(events);
        if self.keyboard.was_used() {
            self.on_desk(Desk::look_outside);
            if let Some(back_up) = self.backup {
                self.on_desk(back_up);
            }
        }
        // A Windows console does not mark pastes.
        while let Some(step) = self.next_step() {
            match step {
                Step::Act(action) => {
                    self.hush();
                    self.act(&action);
                }
                Step::Composed => self.reply(Notice::note(self.words.screen_composed())),
                Step::Nothing(key) => self.unused(key),
                Step::Mouse(mouse) => self.mouse(mouse),
                Step::Resize | Step::Focus => {}
            }
            if self.has_ended() {
                return;
            }
        }
    }

    /// A key that means nothing where the keys go: in the menu it may stand beside a command.
    fn unused(&mut self, key: Key) {
        if self.take_key(key) {
            return;
        }
        let given = self.menu.as_mut().map_or(Outcome::Unused, |menu| menu.press(key));
        if given == Outcome::Unused {
            self.reply(Notice::note(self.why_unused(key)));
        } else {
            self.hush();
            self.menu_answered(given);
        }
    }

    /// What the menu asked for is done where it was opened.
    fn menu_answered(&mut self, answer: Outcome<Action>) {
        match answer {
            Outcome::Chosen(action) => {
                self.menu = None;
                self.act(&action);
            }
            Outcome::Cancelled => self.menu = None,
            Outcome::Open | Outcome::Unused => {}
        }
    }

    fn open_menu(&mut self) {
        let place = self.place();
        let idle = |row: &Row| (!self.works_below(row)).then(|| why_idle(&row.action, place, self.words));
        let (own, words, ascii) = (&self.own, self.words, self.look.ascii);
        self.menu = Some(Menu::new(&menu::Open { place, own, idle: &idle, words, ascii }));
    }

    fn reply(&mut self, notice: Notice) {
        self.hush();
        self.notice = Some(notice);
    }

    fn next_step(&mut self) -> Option<Step> {
        let place = self.place();
        self.keyboard.next(place, cfg!(windows))
    }

    pub(super) fn act(&mut self, action: &Action) {
        if *action == Action::Quit {
            self.leave();
            return;
        }
        if self.wants_key(action) {
            return;
        }
        if *action == Action::SwitchTyping {
            self.switch_typing();
            return;
        }
        if *action == Action::Input(InputEvent::PasteKept) {
            self.paste_kept();
            return;
        }
        if let Some(menu) = &mut self.menu {
            let answer = menu.update(action);
            self.menu_answered(answer);
            return;
        }
        if *action == Action::Menu {
            self.open_menu();
            return;
        }
        match action {
            Action::OwnKeys => return self.open_keys(),
            Action::Settings => return self.open_settings(),
            Action::Browse if !matches!(self.over, Some(Over::Browse(_))) => return self.browse(),
            Action::Help if !matches!(self.over, Some(Over::Help(_))) => return self.open_help(),
            _ => {}
        }
        if let Some(over) = &mut self.over {
            let moment = moment((self.clock)(), self.size, self.words, &self.settings);
            let answer = over.update(action, &self.folder, &moment);
            self.answer(answer);
            return;
        }
        if matches!(action, Action::Export | Action::Papers) && self.asks_for_name() {
            self.ask_for_name();
            return;
        }
        match (action, &mut self.stage) {
            (Action::Suspend, _) => self.suspend(),
            (_, Stage::Start(start)) => {
                let moment = moment((self.clock)(), self.size, self.words, &self.settings);
                let wanted = start.update(action, &self.folder, &moment);
                self.begin(wanted);
            }
            (Action::Back, Stage::Desk(desk)) if desk.cancel() => {
                self.notice = Some(Notice::note(self.words.screen_stopping()));
            }
            (Action::Palette, Stage::Desk(desk)) => {
                let (place, works) = (desk.pane().place(), |row: &Row| desk.works(&row.action));
                let palette =
                    Palette::new(place, desk.chosen(), &works, &self.own, self.words, self.look.ascii);
                self.over = Some(Over::Palette(palette));
            }
            (Action::OpenFile, _) => self.over = Some(Over::Files(Box::new(Start::new(&self.settings)))),
            (Action::Tab(tab), _) => self.on_desk(|desk, moment| desk.show(*tab, moment)),
            (Action::Undo | Action::Redo, _) => self.undo(action),
            (Action::Paste(_), _) => self.paste(action),
            _ => self.pass_on(action),
        }
    }

    /// The keys of the place, over a window too.
    fn open_help(&mut self) {
        let works = |row: &Row| self.works(row);
        let help = Help::new(self.place(), &works, &self.own, self.words, self.look.ascii);
        self.lay_over(Over::Help(help));
    }

    /// Lays a window over what is there.
    pub(super) fn lay_over(&mut self, over: Over) {
        self.under.extend(self.over.replace(over));
    }

    /// Closes the window on top; the one below it is there again.
    pub(super) fn close_over(&mut self) {
        self.over = self.under.pop();
    }

    /// Closes all windows over the rooms.
    pub(super) fn close_all(&mut self) {
        self.under.clear();
        self.over = None;
    }

    /// What a window over the room asked for.
    fn answer(&mut self, answer: Answer) {
        match answer {
            Answer::Stay => {}
            Answer::Close => self.close_over(),
            Answer::Keys(wanted) => self.give_keys(wanted),
            Answer::Browse(wanted) => self.browsed(wanted),
            Answer::Kept(filled) => self.keep(*filled),
            Answer::Renamed(filled, before) => {
                let picker = office_form::whose(&filled, &before, &self.settings, self.words);
                self.lay_over(Over::Whose(Box::new(picker)));
            }
            Answer::Do(command) => self.command(&command),
            Answer::File(wanted) => self.begin(wanted),
            Answer::Tested(answer) => self.tested(answer),
            Answer::Yes(Asked::NameOffice) => {
                self.close_all();
                self.open_settings();
            }
            Answer::Yes(Asked::LeaveWork) => {
                if let Stage::Desk(desk) = &self.stage {
                    desk.cancel();
                }
                self.close_all();
                self.end();
            }
        }
    }

    /// Telex, VNI, or as the terminal sends it; the settings remember which.
    fn switch_typing(&mut self) {
        self.settings.typing = Method::after(self.settings.typing);
        self.keyboard.set_method(self.settings.typing);
        self.settings_changed = true;
        self.notice = Some(Notice::note(match self.settings.typing {
            Some(method) => self.words.screen_typing_on(method.name()),
            None => self.words.screen_typing_off().to_owned(),
        }));
        self.save_settings();
    }

    /// What was copied or cut last goes in as a paste.
    fn paste_kept(&mut self) {
        if self.kept.is_empty() {
            self.notice = Some(Notice::note(self.words.screen_nothing_kept()));
        } else {
            self.act(&Action::Input(InputEvent::Paste(self.kept.clone())));
        }
    }

    /// The person's own editor was closed; a text that was changed goes where it came from.
    pub fn own_editor_closed(&mut self, edited: Result<Option<String>, OwnEditorError>) {
        self.notice = Some(match edited {
            Ok(None) => Notice::note(self.words.screen_own_editor_unchanged()),
            Ok(Some(text)) => {
                self.act(&Action::Input(InputEvent::Replace(text)));
                Notice::done(self.words.screen_own_editor_taken())
            }
            Err(OwnEditorError::NotStarted { program, error }) => {
                Notice::problem(self.words.screen_own_editor_missing(error.to_string(), program))
            }
            Err(OwnEditorError::Failed { program }) => {
                Notice::problem(self.words.screen_own_editor_failed(program))
            }
            Err(error) => Notice::problem(self.words.screen_own_editor_lost(error.to_string())),
        });
    }

    /// Why a key does nothing: it is one of another place of the tab, or of none.
    fn why_unused(&self, key: Key) -> String {
        let name = key.name(self.words, self.look.ascii);
        let here = self.place();
        if let (None, Stage::Desk(desk)) = (&self.over, &self.stage) {
            let tab = places_of(desk.chosen());
            let found = tab.filter(|place| *place != here).find_map(|place| {
                let row = place.own_rows().find(|row| self.own.keys(place, row).contains(&key))?;
                Some((row, place))
            });
            if let Some((row, place)) = found {
                let (label, place) = ((row.label)(self.words), (place.title)(self.words));
                return self.words.screen_key_elsewhere(label, name, place);
            }
        }
        self.words.screen_key_unused(name)
    }

    /// An action to the room in sight; when it means nothing there, the person is told why.
    fn pass_on(&mut self, action: &Action) {
        let asks = self.ask_desk(|desk, moment| desk.act(action, moment));
        if asks.contains(&Ask::Unused) {
            let place = self.place();
            let found = place.all_rows().find(|row| row.action == *action);
            self.notice = Some(Notice::note(match (action, found) {
                (Action::Back, _) => self.words.screen_how_to_quit().to_owned(),
                (_, Some(row)) if !self.works(row) => why_idle(action, place, self.words),
                (_, Some(row)) => self.words.screen_action_unused((row.label)(self.words)),
                (_, None) => self.words.screen_nothing_to_do().to_owned(),
            }));
        }
        self.grant(asks);
    }

    /// The room may know where the cursor stood; the file's undo is the same for all.
    fn undo(&mut self, action: &Action) {
        let asks = self.ask_desk(|desk, moment| desk.act(action, moment));
        if asks.contains(&Ask::Unused) {
            self.on_desk(|desk, moment| desk.undo(*action == Action::Undo, moment));
        } else {
            self.grant(asks);
        }
    }

    /// A paste in a list opens a filled new report: in the inbox, when the room in sight has no use for it.
    fn paste(&mut self, action: &Action) {
        let asks = self.ask_desk(|desk, moment| desk.act(action, moment));
        if asks.contains(&Ask::Unused) {
            self.on_desk(|desk, moment| desk.show(Tab::Inbox, moment));
            self.pass_on(action);
        } else {
            self.grant(asks);
        }
    }

    /// Lends the terminal to the shell, where there is one that can take it.
    fn suspend(&mut self) {
        if cfg!(unix) && super::threads::has_shell() {
            self.next = Next::Suspend;
        } else {
            self.notice = Some(Notice::note(self.words.screen_no_shell()));
        }
    }

    fn command(&mut self, command: &Command) {
        self.close_all();
        if let Some(tab) = command.tab {
            self.on_desk(|desk, moment| desk.show(tab, moment));
        }
        self.act(&command.action);
    }

    pub(super) fn begin(&mut self, wanted: Wanted) {
        // The file that is open is left when its last writes are in it.
        if !matches!(wanted, Wanted::Nothing | Wanted::Leave) && self.writes() > 0 {
            self.notice = Some(Notice::note(self.words.app_still_writing()));
            return;
        }
        let opened = match wanted {
            Wanted::Nothing => return,
            Wanted::Leave => return self.leave(),
            Wanted::Open(path) if self.asks_where(&path) => return,
            Wanted::Open(path) => self.open(&path).map_err(|error| (path, error)),
            Wanted::OpenThere(path) => self.open_there(&path).map_err(|error| (path, error)),
            Wanted::OpenCopy(path) => self.open_copy(&path).map_err(|error| (path, error)),
            Wanted::Demo(path) => self.demonstrate(&path).map_err(|error| (path, error)),
            Wanted::Create(path, settings) => office::found(&path, &settings)
                .and_then(|_| {
                    self.settings = *settings;
                    self.settings_changed = true;
                    self.open(&path)
                })
                .map_err(|error| (path, error)),
        };
        match opened {
            Ok(()) => {
                self.close_all();
                self.after_first_frame();
            }
            Err((path, error)) => {
                self.notice = Some(Notice::problem(office::problem::describe(self.words, &path, &error)));
            }
        }
    }

    /// Makes the demonstration and opens it; nothing is left behind when that does not work.
    fn demonstrate(&mut self, path: &Path) -> Result<(), FileError> {
        let mut file = office::create(path, self.settings.who())?;
        let options = demo::Options::usual((self.clock)().date());
        let made = demo::invent(&mut file, &options, &mut |_| true).map_err(|error| match error {
            demo::DemoError::File(error) => error,
            other => FileError::Io(std::io::Error::other(other)),
        });
        drop(file);
        if made.is_err() {
            // The first error is the one worth telling.
            let _ = std::fs::remove_file(path);
        }
        made?;
        self.settings_changed = true;
        self.open(path)
    }

    /// Leaves; long work is not broken off without a word.
    pub(super) fn leave(&mut self) {
        let working = matches!(&self.stage, Stage::Desk(desk) if matches!(desk.busy(), Busy::Working(_)));
        if working && !matches!(self.over, Some(Over::Ask(_))) {
            let words = self.words;
            let question =
                Confirm::new(words.app_leave_work(), words.app_leave_work_question(), Asked::LeaveWork);
            self.lay_over(Over::Ask(question));
            return;
        }
        self.end();
    }

    fn end(&mut self) {
        // What is said from here on is about the last writes.
        self.hush();
        self.keep_drafts();
        self.next = Next::End;
    }
}

/// The places of a tab's rooms.
fn places_of(tab: Tab) -> impl Iterator<Item = &'static Place> {
    let prefix = match tab {
        Tab::Roster => "roster",
        Tab::Training => "training",
        Tab::Inbox => "inbox",
        Tab::Summary => "summary",
    };
    places().filter(move |place| place.name.starts_with(prefix) && !place.is_text())
}
