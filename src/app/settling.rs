//! The settings on the running program: kept, put to work at once, and the office's row written into the file.

use super::desk::Desk;
use super::key_page::{self, KeyPage};
use super::office_form::{self, Filled};
use super::over::{Asked, Over};
use super::program::{Program, Stage, look, moment};
use super::room::Answer;
use super::terminal;
use super::test_page::TestPage;
use crate::file::{FileError, own};
use crate::roster::store::{OfficeCard, know_handler, office_card, set_office};
use crate::screen::keys::{Key, OwnKeys, global};
use crate::screen::popup::{Confirm, Outcome};
use crate::screen::{Action, Notice, Tab};
use crate::settings::Settings;
use crate::words::Words;

impl Program<'_> {
    /// The settings, with the office's row of the open file.
    pub(super) fn open_settings(&mut self) {
        let office = match &self.stage {
            Stage::Desk(desk) if desk.file().is_writable() => {
                office_card(desk.file().connection()).ok().map(Box::new)
            }
            _ => None,
        };
        let moment = moment((self.clock)(), self.size, self.words, &self.settings);
        let form = office_form::settings(&self.settings, office.as_deref(), &moment);
        self.lay_over(Over::Settings(Box::new(form), office));
    }

    /// Keeps what the form was filled with and says what changed.
    pub(super) fn keep(&mut self, filled: Filled) {
        self.close_all();
        self.put_to_work(filled.settings);
        let words = self.words;
        let mut said = words.settings_kept().to_owned();
        if let Some(office) = filled.office {
            said = if office.prefix.is_empty() {
                words.settings_kept_no_prefix(office.name.as_str())
            } else {
                words.settings_kept_in_file(office.name.as_str(), office.prefix.as_str())
            };
            self.write_office(office, filled.another);
        }
        self.notice = Some(Notice::done(said));
        self.settings_changed = true;
        self.save_settings();
    }

    /// Other settings, at work from now on.
    fn put_to_work(&mut self, settings: Settings) {
        self.look = look(&settings);
        self.keyboard.set_method(settings.typing);
        terminal::take_mouse(settings.mouse);
        let who = settings.who();
        // Another language than it is now; one that was asked for at the start stays until it is changed here.
        let language = settings.language.filter(|language| Some(*language) != self.settings.language);
        let names = settings.name_order != self.settings.name_order;
        self.settings = settings;
        if let Some(language) = language {
            self.words = Words::of(language);
        }
        if let Stage::Desk(desk) = &mut self.stage {
            desk.set_who(who);
        }
        if language.is_some() || names {
            self.on_desk(Desk::refresh);
        }
    }

    /// The person's own keys.
    pub(super) fn open_keys(&mut self) {
        let page = KeyPage::new(&self.settings.keys, self.words, self.look.ascii);
        self.lay_over(Over::Keys(Box::new(page)));
    }

    /// A key that works everywhere was pressed while one is waited for; false when none is.
    pub(super) fn wants_key(&mut self, action: &Action) -> bool {
        let key = global::ALWAYS.iter().find(|row| row.action == *action).and_then(|row| row.keys.first());
        key.is_some_and(|key| self.take_key(*key))
    }

    /// Takes the key that is waited for; false when none is.
    pub(super) fn take_key(&mut self, key: Key) -> bool {
        let Some(Over::Keys(page)) = &mut self.over else { return false };
        if self.menu.is_some() || !page.is_waiting() {
            return false;
        }
        self.notice = None;
        if let Outcome::Chosen(wanted) = page.press(key, &self.settings.keys, self.words, self.look.ascii) {
            self.give_keys(wanted);
        }
        true
    }

    /// The person's own keys, at work from now on and in the settings file.
    pub(super) fn give_keys(&mut self, wanted: key_page::Wanted) {
        self.settings.keys = wanted;
        let (own, _) = OwnKeys::read(self.settings.own_keys());
        self.keyboard.set_own_keys(own.clone());
        self.own = own;
        if let Some(Over::Keys(page)) = &mut self.over {
            page.renew(&self.settings.keys, self.words, self.look.ascii);
        }
        self.notice = Some(Notice::done(self.words.keys_kept()));
        self.settings_changed = true;
        self.save_settings();
    }

    fn write_office(&mut self, office: OfficeCard, another: bool) {
        let (person, mark) = (self.settings.person.clone(), self.settings.mark.clone());
        self.on_desk(|desk, moment| {
            let handed = desk.write_for_all(Box::new(move |file, _| {
                file.write("office-edit", |tx| {
                    if another {
                        own::hand_to_another(tx)?;
                    }
                    set_office(tx, &office)?;
                    know_handler(tx, &person, &mark).map_err(FileError::from)
                })?;
                Ok(Box::new(()) as Answer)
            }));
            handed.map_or_else(|error| vec![desk.problem(&error.into(), moment)], |()| Vec::new())
        });
    }

    /// Asks once which letters and signs the console shows.
    pub fn test_console(&mut self) {
        if !self.settings.tested {
            self.lay_over(Over::Test(TestPage::default()));
        }
    }

    /// True before a file was opened.
    pub fn is_at_start(&self) -> bool {
        matches!(self.stage, Stage::Start(_))
    }

    pub(super) fn tested(&mut self, answer: usize) {
        self.close_over();
        TestPage::keep(answer, &mut self.settings);
        self.look = look(&self.settings);
        self.settings_changed = true;
        self.save_settings();
    }

    /// Says so when the file does not name its office.
    pub(super) fn say_nameless(&mut self) {
        if let Stage::Desk(desk) = &self.stage
            && desk.office().is_none()
            && desk.file().is_writable()
        {
            self.notice.get_or_insert(Notice::note(self.words.app_nameless()));
        }
    }

    /// True before the first paper of an office without a name.
    pub(super) fn asks_for_name(&self) -> bool {
        !self.asked_for_name
            && matches!(&self.stage, Stage::Desk(desk) if desk.chosen() == Tab::Summary
                && desk.office().is_none() && desk.file().is_writable() && !desk.pane().place().modal)
    }

    pub(super) fn ask_for_name(&mut self) {
        self.asked_for_name = true;
        let words = self.words;
        let question =
            Confirm::new(words.app_nameless_title(), words.app_nameless_question(), Asked::NameOffice);
        self.over = Some(Over::Ask(question));
    }
}
