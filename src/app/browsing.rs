//! Files chosen for the line with the cursor: the window laid over it, folders read beside the loop.

use std::path::PathBuf;
use std::thread;

use super::browse::{Browse, Listing, Wanted, list};
use super::over::Over;
use super::program::Program;
use super::threads::Wake;
use crate::screen::{Action, InputEvent, Notice};
use crate::text::paths::written;

impl Program<'_> {
    /// Lays the window of files over the line that takes their paths.
    pub(super) fn browse(&mut self) {
        let place = self.place_below();
        let takes = place.all_rows().any(|row| row.action == Action::Browse && self.works_below(row));
        if !takes {
            self.notice = Some(Notice::note(self.words.screen_nothing_to_do()));
            return;
        }
        let folder = self.looked_in.clone().unwrap_or_else(|| self.folder.clone());
        let today = (self.clock)().date();
        self.lay_over(Over::Browse(Box::new(Browse::new(folder.clone(), today))));
        self.read_folder(Some(folder));
    }

    /// What the window asks for.
    pub(super) fn browsed(&mut self, wanted: Wanted) {
        match wanted {
            Wanted::Nothing => {}
            Wanted::Unused => self.notice = Some(Notice::note(self.words.screen_nothing_to_do())),
            Wanted::Leave => self.leave_browsing(),
            Wanted::Read(folder) => self.read_folder(folder),
            Wanted::Take(paths) => {
                self.leave_browsing();
                self.act(&Action::Input(InputEvent::Replace(written(&paths))));
            }
        }
    }

    /// The folder in sight is where the next files are looked for.
    fn leave_browsing(&mut self) {
        if let Some(Over::Browse(open)) = &self.over
            && let Some(folder) = open.folder()
        {
            self.looked_in = Some(folder.to_owned());
        }
        self.close_over();
    }

    fn read_folder(&mut self, folder: Option<PathBuf>) {
        let wake = self.wake.clone();
        let asked = folder.clone();
        let read = move || {
            // The loop may have ended meanwhile.
            let _ = wake.send(Wake::Listed(list(folder)));
        };
        if let Err(error) = thread::Builder::new().name("folder".to_owned()).spawn(read) {
            self.listed(Listing { folder: asked, entries: Err(error) });
        }
    }

    /// What a folder holds is there.
    pub(super) fn listed(&mut self, listing: Listing) {
        if let Some(Over::Browse(open)) = &mut self.over {
            open.listed(listing, self.words);
        }
    }
}
