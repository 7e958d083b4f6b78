//! The running program: event loop, tab bar, effects, writer and reader threads.
//!
//! # How a key travels
//!
//! terminal event → [`screen::burst`](crate::screen::burst) finds the [`Action`](crate::screen::Action) in the key table of
//! the place the room named → `tab::update(&mut State, &Action, &Moment)` changes the state and returns effects → `app` runs
//! them → their answers go to `tab::receive` → `view::draw`.
//!
//! # How a room is made
//!
//! * `<room>/tab.rs`: `State` (all that is shown, `Default` = not read yet), `Query` (reads), `Command` (writes), `Message`
//!   (answers), `update`, `receive`, `place`. Pure: no SQL, no files, no clock but [`Moment`](crate::screen::Moment). Answer
//!   [`Effect::unused`](crate::screen::Effect::unused) to an action that means nothing here and the person is told so.
//! * `<room>/view.rs`: `draw(frame, area, &State, &Look, &Words)`. Reads only; builds only the rows in sight. The area is the
//!   window without the tab bar and the hint line, `Moment::width` × `Moment::height` of the last update.
//! * `app/<room>.rs`: `impl Room`, with `query(&Connection, Query)` and `command(&mut OfficeFile, Command)` calling the
//!   room's store.
//! * `screen/keys/<room>.rs`: its places and their rows. Hints, F1 and the palette come from there.
//!
//! Actions the program itself sends: `Refresh` (first of all, after F5, after undo, when another tab or another program
//! changed the file: read what is shown anew, the cursor stays), `Resize` (the area has another size, or the tab comes into
//! sight again), `Recount` (out of sight: read the count for the tab bar with `Effect::Read`), `KeepDraft` (two seconds after
//! `is_dirty` became true, and before the program ends), `Show(target)` (another room asked for it).
//!
//! # Reads
//!
//! `ReadNow` runs on the loop's own connection before the next frame: for a page by key or a row by id, so that no frame
//! shows an empty place. `Read` runs on the reader thread: searches, counts, long lists. A later `Read` of the same variant
//! of `Query` supersedes an earlier one, which is interrupted and never answers. Of one update's effects the `ReadNow`s run
//! before the `Write`s are handed over, so that a decision and the next preview do not wait for the disk.
//!
//! # Commands
//!
//! The hint line, F1, the menu (F9), the palette (Ctrl-P) and the page of the person's own keys are made of the key table. What
//! a row cannot do now `Room::works` says; the menu tells why. Ctrl-C copies what `Room::copied` gives, and in a form the field.
//!
//! # Writes
//!
//! `Write`s run in order on the writer thread. Show the decision at once; the answer comes when it is on the disk. After a
//! write the other rooms are stale and get `Refresh` when they are shown. When a write fails the person is told and the
//! room gets `Refresh`.
//!
//! # Pages over the tabs
//!
//! History, the list of what was done, decisions and merges are one more room ([`copies`]) that lies over the tab in sight
//! and has no tab of its own. A room names the record under its cursor in [`Room::record`]; F8 shows its history.
//!
//! # Popups
//!
//! A room keeps its windows in its state (`Option<Picker<…>>`, `Option<Confirm<…>>`, …), names their place
//! (`&keys::popup::PICKER`) in `place`, passes actions to them first and draws them last.

mod acting;
mod beside;
mod browse;
mod browsing;
mod charts;
mod clipboard;
pub mod copies;
mod desk;
mod drafts;
mod frame;
mod help;
pub mod inbox;
mod issues;
mod key_page;
mod menu;
mod mouse;
mod office_form;
mod orientations;
mod over;
mod overdue;
mod own_editor;
mod own_keys;
mod pages;
mod palette;
mod paths;
mod program;
mod room;
pub mod roster;
mod run;
mod settling;
mod start;
pub mod summary;
mod survey;
pub mod terminal;
mod test_page;
mod threads;
pub mod training;
pub mod training_papers;
mod undo;
mod whereabouts;

#[cfg(test)]
mod tests;

pub use room::{Pane, Room, Seat};
pub use run::{AppError, run};
pub use threads::{Reporter, end};
