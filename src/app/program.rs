//! The program as a state: it takes what wakes it and draws itself. It owns no terminal, so tests run it as it is.

use std::path::Path;
use std::sync::mpsc::Sender;

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::crossterm::event::Event;
use ratatui::layout::Size;

use super::desk::{Ask, Busy, Desk};
use super::frame;
use super::over::{Answer, Command, Over};
use super::start::{Start, Wanted};
use super::threads::Wake;
use crate::demo;
use crate::file::FileError;
use crate::office;
use crate::screen::burst::{Keyboard, Step};
use crate::screen::keys::Place;
use crate::screen::look::Wish;
use crate::screen::{Action, Look, Moment, Notice, Tab};
use crate::settings::Settings;
use crate::text::typing::Method;
use crate::words::Words;

/// The running program.
pub struct Program<'a> {
    words: &'a Words,
    settings: Settings,
    look: Look,
    size: Size,
    wake: Sender<Wake>,
    keyboard: Keyboard,
    stage: Stage,
    over: Option<Over>,
    notice: Option<Notice>,
    copied: Option<String>,
    tells_busy: bool,
    settings_changed: bool,
    ended: bool,
    clock: fn() -> NaiveDateTime,
}

/// What is on the screen.
enum Stage {
    /// No file yet.
    Start(Box<Start>),
    /// An office.
    Desk(Box<Desk>),
}

impl<'a> Program<'a> {
    /// A program without a file: it shows the first screen.
    pub fn new(words: &'a Words, settings: Settings, wake: Sender<Wake>, size: Size) -> Self {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let look = Look::new(Wish { plain: no_colour || settings.colourless, ascii: settings.ascii });
        let notice = super::start::trouble(&settings, words);
        let mut keyboard = Keyboard::default();
        keyboard.set_method(settings.typing);
        Self {
            stage: Stage::Start(Box::new(Start::new(&settings, words))),
            words,
            settings,
            look,
            size,
            wake,
            keyboard,
            over: None,
            notice,
            copied: None,
            tells_busy: false,
            settings_changed: false,
            ended: false,
            clock: || chrono::Local::now().naive_local(),
        }
    }

    /// Opens an office's file and reads what the first frame shows.
    ///
    /// # Errors
    /// When the file cannot be used; the screen stays as it was.
    pub fn open(&mut self, path: &Path) -> Result<(), FileError> {
        let desk = Desk::open(path, self.settings.who(), self.wake.clone())?;
        if let Some(notice) = desk.file().notice() {
            self.notice = Some(Notice::note(super::start::file_notice(notice, self.words)));
        }
        self.stage = Stage::Desk(Box::new(desk));
        self.settings_changed |= self.settings.remember(path);
        self.on_desk(|desk, moment| desk.show(Tab::default(), moment));
        Ok(())
    }

    /// Says something on the bottom line.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    /// What can wait until the first frame is seen: the counts of the other tabs, the settings.
    pub fn after_first_frame(&mut self) {
        if matches!(self.stage, Stage::Desk(_)) {
            self.on_desk(Desk::recount);
            self.save_settings();
        }
    }

    fn save_settings(&mut self) {
        if !std::mem::take(&mut self.settings_changed) {
            return;
        }
        if let Err(error) = self.settings.save() {
            self.notice.get_or_insert(Notice::note(self.words.settings_not_saved(error.to_string())));
        }
    }

    /// True when the program is to be left.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// True while text is being written that is not kept yet.
    pub fn is_dirty(&self) -> bool {
        matches!(&self.stage, Stage::Desk(desk) if desk.is_dirty())
    }

    /// True while something is read or written beside the loop.
    pub fn is_busy(&self) -> bool {
        matches!(&self.stage, Stage::Desk(desk) if desk.busy() != Busy::Idle)
    }

    /// Whether the bottom line says that something is read or written.
    pub fn tell_busy(&mut self, tells: bool) {
        self.tells_busy = tells;
    }

    /// Text for the terminal's clipboard, once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// Texts being written are kept as drafts.
    pub fn keep_drafts(&mut self) {
        self.on_desk(Desk::keep_drafts);
    }

    /// Takes what woke the loop.
    pub fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Terminal(events) => self.take_keys(&events),
            Wake::Read(done) => self.on_desk(|desk, moment| desk.read_done(done, moment)),
            Wake::Written(done) => self.on_desk(|desk, moment| desk.written(done, moment)),
            Wake::Progress(progress) => {
                if let Stage::Desk(desk) = &mut self.stage {
                    desk.progressed(progress);
                }
            }
            Wake::End | Wake::Died | Wake::TerminalGone(_) => self.ended = true,
        }
    }

    /// The window has another size.
    pub fn resize(&mut self, size: Size) {
        if self.size != size {
            self.size = size;
            self.on_desk(Desk::resize);
        }
    }

    fn take_keys(&mut self, events: &[Event]) {
        self.keyboard.take(events);
        if self.keyboard.was_used() {
            self.on_desk(Desk::look_outside);
        }
        // A Windows console does not mark pastes.
        while let Some(step) = self.next_step() {
            match step {
                Step::Act(action) => {
                    self.notice = None;
                    self.act(&action);
                }
                Step::Nothing(key) => {
                    let key = key.name(self.words, self.look.ascii);
                    self.notice = Some(Notice::note(self.words.screen_key_unused(key)));
                }
                Step::Resize | Step::Focus => {}
            }
            if self.ended {
                return;
            }
        }
    }

    fn next_step(&mut self) -> Option<Step> {
        let place = self.place();
        self.keyboard.next(place, cfg!(windows))
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match (&self.over, &self.stage) {
            (Some(over), _) => over.place(),
            (None, Stage::Start(start)) => start.place(),
            (None, Stage::Desk(desk)) => desk.pane().place(),
        }
    }

    fn act(&mut self, action: &Action) {
        if *action == Action::Quit {
            self.leave();
            return;
        }
        if *action == Action::SwitchTyping {
            self.switch_typing();
            return;
        }
        if let Some(over) = &mut self.over {
            match over.update(action, &mut self.settings, self.words) {
                Answer::Kept => {
                    self.over = None;
                    self.notice = Some(Notice::done(self.words.settings_kept()));
                    self.settings_changed = true;
                    self.save_settings();
                    if let Stage::Desk(desk) = &mut self.stage {
                        desk.set_who(self.settings.who());
                    }
                }
                Answer::Wrong(wrong) => self.notice = Some(Notice::problem(wrong)),
                Answer::Stay => {}
                Answer::Close => self.over = None,
                Answer::Do(command) => self.command(&command),
            }
            return;
        }
        match (action, &mut self.stage) {
            (Action::Help, _) => self.over = Some(Over::help(self.place(), self.words, self.look.ascii)),
            (_, Stage::Start(start)) => {
                let wanted = start.update(action, self.words, &mut self.settings);
                self.begin(wanted);
            }
            (Action::Back, Stage::Desk(desk)) if desk.cancel() => {
                self.notice = Some(Notice::note(self.words.screen_stopping()));
            }
            (Action::Palette, Stage::Desk(desk)) => {
                let place = desk.pane().place();
                self.over = Some(Over::palette(place, desk.chosen(), self.words, self.look.ascii));
            }
            (Action::Settings, _) => self.over = Some(Over::settings(&self.settings)),
            (Action::Tab(tab), _) => self.on_desk(|desk, moment| desk.show(*tab, moment)),
            (Action::Undo | Action::Redo, _) => self.undo(action),
            (Action::Paste(_), _) => self.paste(action),
            _ => self.pass_on(action),
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

    /// An action to the room in sight; when it means nothing there, the person is told why.
    fn pass_on(&mut self, action: &Action) {
        let asks = self.ask_desk(|desk, moment| desk.act(action, moment));
        if asks.contains(&Ask::Unused) {
            let label =
                self.place().all_rows().find(|row| row.action == *action).map(|row| (row.label)(self.words));
            self.notice = Some(Notice::note(match (action, label) {
                (Action::Back, _) => self.words.screen_how_to_quit().to_owned(),
                (_, Some(label)) => self.words.screen_action_unused(label),
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

    fn command(&mut self, command: &Command) {
        self.over = None;
        if let Some(tab) = command.tab {
            self.on_desk(|desk, moment| desk.show(tab, moment));
        }
        self.act(&command.action);
    }

    fn begin(&mut self, wanted: Wanted) {
        let opened = match wanted {
            Wanted::Nothing => return,
            Wanted::Leave => return self.leave(),
            Wanted::Open(path) => self.open(&path).map_err(|error| (path, error)),
            Wanted::Demo(path) => self.demonstrate(&path).map_err(|error| (path, error)),
            Wanted::Create(path) => office::found(&path, &self.settings)
                .and_then(|_| {
                    self.settings_changed = true;
                    self.open(&path)
                })
                .map_err(|error| (path, error)),
        };
        match opened {
            Ok(()) => self.after_first_frame(),
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

    fn leave(&mut self) {
        self.keep_drafts();
        self.ended = true;
    }

    fn on_desk(&mut self, work: impl FnOnce(&mut Desk, &Moment) -> Vec<Ask>) {
        let asks = self.ask_desk(work);
        self.grant(asks);
    }

    fn ask_desk(&mut self, work: impl FnOnce(&mut Desk, &Moment) -> Vec<Ask>) -> Vec<Ask> {
        let Stage::Desk(desk) = &mut self.stage else {
            return Vec::new();
        };
        let moment = Moment {
            now: (self.clock)(),
            width: self.size.width,
            height: self.size.height.saturating_sub(2),
            words: self.words,
            settings: &self.settings,
        };
        work(desk, &moment)
    }

    fn grant(&mut self, asks: Vec<Ask>) {
        for ask in asks {
            match ask {
                Ask::Say(notice) => self.notice = Some(notice),
                Ask::Copy(text) => self.copied = Some(text),
                Ask::Quit => self.leave(),
                Ask::Unused => {}
            }
        }
    }

    /// Draws the whole window.
    pub fn draw(&self, frame: &mut Frame) {
        let area = frame.area();
        if frame::too_small(area) {
            frame::draw_too_small(frame, self.words);
            return;
        }
        let [bar, room, bottom] = frame::areas(area);
        let mut busy = Busy::Idle;
        match &self.stage {
            Stage::Start(start) => start.draw(frame, bar.union(room), &self.look, self.words),
            Stage::Desk(desk) => {
                busy = match desk.busy() {
                    Busy::Reading | Busy::Writing if !self.tells_busy => Busy::Idle,
                    busy => busy,
                };
                frame::draw_bar(frame, bar, desk, self.office(desk), &self.look, self.words);
                desk.pane().draw(frame, room, &self.look, self.words);
            }
        }
        if let Some(over) = &self.over {
            over.draw(frame, room, &self.look, self.words);
        }
        let notice = self.notice.as_ref();
        let going_on = frame::GoingOn { busy, typing: self.keyboard.method() };
        frame::draw_bottom(frame, bottom, self.place(), notice, going_on, &self.look, self.words);
    }

    /// The office's name: as the file has it, else as the person set it, else the file's own name.
    fn office<'b>(&'b self, desk: &'b Desk) -> &'b str {
        let file = || desk.file().path().file_stem().and_then(|name| name.to_str());
        let set = Some(self.settings.office.as_str()).filter(|name| !name.is_empty());
        desk.office().or(set).or_else(file).unwrap_or_default()
    }
}
