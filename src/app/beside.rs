//! Work for the connection that writes which changes nothing in the file: nothing is read anew for it, nobody waits for it.

use std::io;

use super::desk::{Ask, Desk};
use super::room::{Answer, Write};
use super::threads::WriteDone;
use crate::file::{FileError, backup};
use crate::office;
use crate::screen::{Moment, Notice};

/// What came of such work.
struct Beside(Result<Answer, FileError>);

/// What came of the day's backup: nothing worth telling, or why there is none.
struct BackedUp(Option<FileError>);

impl Desk {
    /// Hands the writer such work; the answer goes to the room `at`.
    pub(super) fn beside(&mut self, at: Option<usize>, work: Write) -> io::Result<()> {
        let wrapped: Write =
            Box::new(move |file, reporter| Ok(Box::new(Beside(work(file, reporter))) as Answer));
        self.writer()?.write(at, wrapped);
        if at.is_some() {
            self.working_beside(true);
        }
        Ok(())
    }

    /// Makes the day's backup on the writer thread when the file has none of today. Asked again when a day has passed: an
    /// office's computer is not switched off.
    pub fn back_up(&mut self, moment: &Moment) -> Vec<Ask> {
        if self.backed_up.replace(moment.today()) != Some(moment.today()) {
            // Without a thread there is no backup, and the first write tells the person.
            let _ = self.beside(
                None,
                Box::new(|file, _| {
                    let failed = file.backup_daily(&backup::folder()).err();
                    Ok(Box::new(BackedUp(failed)) as Answer)
                }),
            );
        }
        Vec::new()
    }

    /// Takes the answer when it is of such work; gives back another's.
    pub(super) fn done_beside(&mut self, done: WriteDone, moment: &Moment) -> Result<Vec<Ask>, WriteDone> {
        let WriteDone { pane, answer } = done;
        let of_room = pane.is_some();
        let beside = match answer {
            Ok(answer) => match answer.downcast::<Beside>() {
                Ok(beside) => beside.0,
                Err(answer) => return Err(WriteDone { pane, answer: Ok(answer) }),
            },
            Err(error) => return Err(WriteDone { pane, answer: Err(error) }),
        };
        if of_room {
            self.working_beside(false);
        }
        Ok(match (beside, pane) {
            (Ok(answer), Some(at)) => {
                let wishes = self.panes[at].receive(answer, moment);
                self.run(at, wishes, moment)
            }
            (Ok(answer), None) => self.told_of_backup(&answer, moment),
            (Err(error), _) => vec![self.problem(&error, moment)],
        })
    }

    /// The bottom line is silent about a backup unless it failed.
    fn told_of_backup(&self, answer: &Answer, moment: &Moment) -> Vec<Ask> {
        let Some(BackedUp(Some(error))) = answer.downcast_ref() else {
            return Vec::new();
        };
        let why = office::problem::describe(moment.words, self.file().path(), error);
        vec![Ask::Say(Notice::note(moment.words.copies_no_backup(why)))]
    }
}
