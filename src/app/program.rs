//! The program as a state: it takes what wakes it and draws itself. It owns no terminal, so tests run it as it is.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Size;

use super::clipboard;
use super::desk::{Ask, Busy, Desk};
use super::frame::{self, Bottom};
use super::menu::Menu;
use super::over::Over;
use super::start::Start;
use super::threads::Wake;
use crate::file::FileError;
use crate::screen::burst::Keyboard;
use crate::screen::columns::cut;
use crate::screen::keys::hints::Hinting;
use crate::screen::keys::{OwnKeys, Place, Row, popup};
use crate::screen::look::{Ground, Wish};
use crate::screen::plain::Font;
use crate::screen::{Action, Level, Look, Moment, Notice, Tab};
use crate::settings::{Settings, Theme};
use crate::words::Words;

/// The running program.
pub struct Program<'a> {
    pub(super) words: &'a Words,
    pub(super) settings: Settings,
    pub(super) look: Look,
    pub(super) own: OwnKeys,
    pub(super) size: Size,
    pub(super) wake: Sender<Wake>,
    pub(super) keyboard: Keyboard,
    pub(super) stage: Stage,
    pub(super) over: Option<Over>,
    /// The windows below it, which are there again when it is closed.
    pub(super) under: Vec<Over>,
    /// F9, over everything.
    pub(super) menu: Option<Menu>,
    pub(super) notice: Option<Notice>,
    pub(super) copied: Option<String>,
    /// What Ctrl-V puts in.
    pub(super) kept: String,
    for_own_editor: Option<String>,
    tells_busy: bool,
    pub(super) settings_changed: bool,
    /// The person was asked to name the office before a paper is made.
    pub(super) asked_for_name: bool,
    /// How the day's backup is made, when a file is opened and when a day has passed; a test makes none.
    pub(super) backup: Option<fn(&mut Desk, &Moment) -> Vec<Ask>>,
    pub(super) next: Next,
    pub(super) clock: fn() -> NaiveDateTime,
    /// Where new files are offered.
    pub(super) folder: PathBuf,
    /// The folder files were looked for in last.
    pub(super) looked_in: Option<PathBuf>,
}

/// What the loop is to do after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Go on.
    Run,
    /// Lend the terminal to the shell.
    Suspend,
    /// Leave.
    End,
}

/// What is on the screen.
pub(super) enum Stage {
    /// No file yet.
    Start(Box<Start>),
    /// An office.
    Desk(Box<Desk>),
}

impl<'a> Program<'a> {
    /// A program without a file: it shows the first screen.
    pub fn new(words: &'a Words, settings: Settings, wake: Sender<Wake>, size: Size) -> Self {
        let (own, refused) = OwnKeys::read(settings.own_keys());
        let mut keyboard = Keyboard::default();
        keyboard.set_method(settings.typing);
        keyboard.set_own_keys(own.clone());
        let trouble = super::start::trouble(&settings, words);
        let notice = trouble.or_else(|| super::own_keys::trouble(&refused, words));
        Self {
            stage: Stage::Start(Box::new(Start::new(&settings))),
            folder: super::start::folder(),
            looked_in: None,
            words,
            look: look(&settings),
            own,
            settings,
            size,
            wake,
            keyboard,
            over: None,
            under: Vec::new(),
            menu: None,
            notice,
            copied: None,
            kept: String::new(),
            for_own_editor: None,
            tells_busy: false,
            settings_changed: false,
            asked_for_name: false,
            backup: None,
            next: Next::Run,
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
        self.asked_for_name = false;
        self.say_nameless();
        self.settings_changed |= self.settings.remember(path);
        self.on_desk(|desk, moment| desk.show(Tab::default(), moment));
        Ok(())
    }

    /// Says something above the keys.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    /// What was said is read; nothing is said any more.
    pub(super) fn hush(&mut self) {
        self.notice = None;
    }

    /// What can wait until the first frame is seen: the counts of the other tabs, the settings.
    pub fn after_first_frame(&mut self) {
        if matches!(self.stage, Stage::Desk(_)) {
            self.on_desk(Desk::recount);
            self.save_settings();
        }
    }

    /// The day's backup, when the file has none of today; only asked for by the loop, so that a test makes none.
    pub fn back_up(&mut self) {
        self.backup = Some(Desk::back_up);
        self.on_desk(Desk::back_up);
    }

    pub(super) fn save_settings(&mut self) {
        if !std::mem::take(&mut self.settings_changed) {
            return;
        }
        if let Err(error) = self.settings.save() {
            self.notice.get_or_insert(Notice::note(self.words.settings_not_saved(error.to_string())));
        }
    }

    /// True when the program is to be left.
    pub fn has_ended(&self) -> bool {
        self.next == Next::End
    }

    /// True while text is being written that is not kept yet.
    pub fn is_dirty(&self) -> bool {
        matches!(&self.stage, Stage::Desk(desk) if desk.is_dirty())
    }

    /// True while something is read or written beside the loop.
    pub fn is_busy(&self) -> bool {
        matches!(&self.stage, Stage::Desk(desk) if desk.busy() != Busy::Idle)
    }

    /// Writes handed over and not in the file yet.
    pub fn writes(&self) -> usize {
        match &self.stage {
            Stage::Desk(desk) => desk.writes(),
            Stage::Start(_) => 0,
        }
    }

    /// What did not work, when that is what the bottom line says.
    pub fn problem(&self) -> Option<&str> {
        let notice = self.notice.as_ref().filter(|notice| notice.level == Level::Problem);
        notice.map(|notice| notice.text.as_str())
    }

    /// True once when the person asked to lend the terminal to the shell.
    pub fn take_suspend(&mut self) -> bool {
        let suspends = self.next == Next::Suspend;
        if suspends {
            self.next = Next::Run;
        }
        suspends
    }

    /// Whether the bottom line says that something is read or written.
    pub fn tell_busy(&mut self, tells: bool) {
        self.tells_busy = tells;
    }

    /// Text for the terminal's clipboard, once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// Text for the person's own editor, once. What came of it goes to [`Program::own_editor_closed`].
    pub fn take_for_own_editor(&mut self) -> Option<String> {
        self.for_own_editor.take()
    }

    /// Texts being written are kept as drafts.
    pub fn keep_drafts(&mut self) {
        self.on_desk(Desk::keep_drafts);
    }

    /// Takes what woke the loop.
    pub fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Terminal(events) => self.take_keys(&events),
            Wake::Read(done) => self.on_answer(|desk, moment| desk.read_done(done, moment)),
            Wake::Written(done) => self.on_answer(|desk, moment| desk.written(done, moment)),
            Wake::Progress(progress) => {
                if let Stage::Desk(desk) = &mut self.stage {
                    desk.progressed(progress);
                }
            }
            Wake::Listed(listing) => self.listed(listing),
            Wake::End | Wake::Died | Wake::TerminalGone(_) => self.next = Next::End,
            Wake::Suspend => self.next = Next::Suspend,
            // The loop has taken the terminal again and draws.
            Wake::Resumed => {}
        }
    }

    /// The window has another size.
    pub fn resize(&mut self, size: Size) {
        if self.size != size {
            self.size = size;
            self.on_desk(Desk::resize);
        }
    }

    pub(super) fn on_desk(&mut self, work: impl FnOnce(&mut Desk, &Moment) -> Vec<Ask>) {
        let asks = self.ask_desk(work);
        self.grant(asks);
    }

    /// An answer came. Where it opens a window, what was said before is over: the line belongs to the window's keys.
    fn on_answer(&mut self, work: impl FnOnce(&mut Desk, &Moment) -> Vec<Ask>) {
        let before = self.place();
        let asks = self.ask_desk(work);
        if self.place().modal && !std::ptr::eq(before, self.place()) {
            self.hush();
        }
        self.grant(asks);
    }

    pub(super) fn ask_desk(&mut self, work: impl FnOnce(&mut Desk, &Moment) -> Vec<Ask>) -> Vec<Ask> {
        let Stage::Desk(desk) = &mut self.stage else {
            return Vec::new();
        };
        let moment = moment((self.clock)(), self.size, self.words, &self.settings);
        work(desk, &moment)
    }

    pub(super) fn grant(&mut self, asks: Vec<Ask>) {
        for ask in asks {
            match ask {
                Ask::Say(notice) => self.notice = Some(notice),
                Ask::Hush => self.notice = None,
                Ask::Copy(text) => self.copy(text),
                Ask::Keep(text) => self.kept = text,
                Ask::OwnEditor(text) => self.for_own_editor = Some(text),
                Ask::Share(file, place) => {
                    self.settings.share(&file, &place);
                    self.settings_changed = true;
                    self.save_settings();
                }
                Ask::Quit => self.leave(),
                Ask::Unused => {}
            }
        }
    }

    /// To the terminal's clipboard, and says what; the room may say it in its own words.
    fn copy(&mut self, text: String) {
        self.kept.clone_from(&text);
        if text.len() > clipboard::MOST {
            self.notice = Some(Notice::problem(self.words.screen_too_long_to_copy()));
            return;
        }
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let mut shown = cut(line.trim(), COPIED, self.look.ellipsis()).into_owned();
        if line.trim().len() < text.trim().len() && !shown.ends_with(self.look.ellipsis()) {
            shown.push_str(self.look.ellipsis());
        }
        self.notice = Some(Notice::done(self.words.screen_copied(shown)));
        self.copied = Some(text);
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        if self.menu.is_some() {
            return &popup::MENU;
        }
        self.place_below()
    }

    /// Where the keys go when no menu is open.
    pub(super) fn place_below(&self) -> &'static Place {
        match (&self.over, &self.stage) {
            (Some(over), _) => over.place(),
            (None, Stage::Start(start)) => start.place(),
            (None, Stage::Desk(desk)) => desk.pane().place(),
        }
    }

    /// Draws the whole window.
    pub fn draw(&self, frame: &mut Frame) {
        self.draw_all(frame);
        // The last thing done, so that whatever is drawn is put into what the console has.
        let font = Font { ascii: self.settings.ascii, unaccented: self.settings.unaccented };
        font.fit(frame.buffer_mut());
    }

    fn draw_all(&self, frame: &mut Frame) {
        let area = frame.area();
        if frame::too_small(area) {
            frame::draw_too_small(frame, self.words);
            return;
        }
        let [bar, room, _] = frame::areas(area);
        match &self.stage {
            Stage::Start(start) => start.draw(frame, bar.union(room), &self.look, self.words),
            Stage::Desk(desk) => {
                frame::draw_bar(frame, bar, desk, self.office(desk), &self.look, self.words);
                desk.pane().draw(frame, room, &self.look, self.words);
            }
        }
        for over in self.under.iter().chain(&self.over) {
            over.draw(frame, [bar.union(room), room], &self.look, self.words);
        }
        if let Some(menu) = &self.menu {
            menu.draw(frame, bar.union(room), &self.look);
        }
        let works = |row: &Row| self.works(row);
        self.bottom(&works).draw(frame, area, &self.look);
    }

    /// What stands on the bottom line.
    pub(super) fn bottom<'b>(&'b self, works: &'b dyn Fn(&Row) -> bool) -> Bottom<'b> {
        let busy = match &self.stage {
            Stage::Desk(desk) => desk.busy(),
            Stage::Start(_) => Busy::Idle,
        };
        let waiting = match &self.stage {
            Stage::Desk(desk) => desk.waiting(),
            Stage::Start(_) => 0,
        };
        let hinting =
            Hinting { place: self.place(), own: &self.own, works, words: self.words, ascii: self.look.ascii };
        Bottom {
            notice: self.notice.as_ref(),
            hinting,
            typing: self.keyboard.method(),
            waiting,
            busy: match busy {
                Busy::Reading | Busy::Writing if !self.tells_busy => Busy::Idle,
                busy => busy,
            },
        }
    }

    /// Whether a row of the place would do something now.
    pub(super) fn works(&self, row: &Row) -> bool {
        self.menu.is_some() || self.works_below(row)
    }

    /// The same when no menu is open.
    pub(super) fn works_below(&self, row: &Row) -> bool {
        match (&self.over, &self.stage) {
            (None, Stage::Desk(desk)) => desk.works(&row.action),
            (Some(over), _) => over.works(&row.action),
            (None, Stage::Start(start)) if start.form().is_some() => {
                start.form().is_none_or(|form| form.works(&row.action))
            }
            (None, Stage::Start(_)) if self.place_below() == &popup::START => {
                !matches!(row.action, Action::Undo | Action::Redo | Action::Palette | Action::Refresh)
            }
            _ => true,
        }
    }

    /// The office's name: as the file has it, else as the person set it, else the file's own name.
    pub(super) fn office<'b>(&'b self, desk: &'b Desk) -> &'b str {
        let file = || desk.file().path().file_stem().and_then(|name| name.to_str());
        let set = Some(self.settings.office.as_str()).filter(|name| !name.is_empty());
        desk.office().or(set).or_else(file).unwrap_or_default()
    }

    /// The title of the terminal's window.
    pub fn title(&self) -> String {
        let app = self.words.app_name();
        match &self.stage {
            Stage::Start(_) => app.to_owned(),
            Stage::Desk(desk) => format!("{} – {app}", self.office(desk)),
        }
    }
}

/// Columns of what was copied that are told.
const COPIED: usize = 120;

/// What a room may know of the outside now; its area is the window without the bar and the bottom line.
pub(super) fn moment<'a>(
    now: NaiveDateTime,
    size: Size,
    words: &'a Words,
    settings: &'a Settings,
) -> Moment<'a> {
    Moment { now, width: size.width, height: size.height.saturating_sub(2), words, settings }
}

/// The look the settings and the terminal ask for.
pub(super) fn look(settings: &Settings) -> Look {
    // The screens that tests compare do not depend on the terminal the tests run in.
    let no_colour = !cfg!(test) && std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let told = || std::env::var("COLORFGBG").map_or(Ground::Unknown, |colours| Ground::told(&colours));
    let ground = match settings.theme {
        Theme::Dark => Ground::Dark,
        Theme::Light => Ground::Light,
        // A console of Windows is dark unless somebody changed it.
        Theme::Auto | Theme::None if cfg!(windows) => Ground::Dark,
        Theme::Auto | Theme::None => told(),
    };
    Look::new(Wish { plain: no_colour || settings.theme == Theme::None, ascii: settings.ascii, ground })
}
