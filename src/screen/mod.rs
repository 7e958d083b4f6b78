//! What screens are made of. Knows no office, no SQL and no file.
//!
//! | module | what is in it |
//! |---|---|
//! | [`action`] | everything a key can ask for, one flat enum |
//! | [`keys`] | the one key table as data; keys, places, look-up, hint line |
//! | [`burst`] | what the terminal sent becomes actions, a burst of typing at a time |
//! | [`effect`] | what a room asks the program to do |
//! | [`moment`] | what a room may know of the outside: clock, size, words, settings |
//! | [`look`] | styles by meaning |
//! | [`list`] | a list over a window of loaded rows, kept by id |
//! | [`columns`] | columns fitted to a width by priority, cells cut by grapheme |
//! | [`input`] | one line of text |
//! | [`chart_page`] | bars with their numbers, one chart at a time |
//! | [`form`] | a form as data: fields, checks, drafts |
//! | [`editor`] | text of many lines |
//! | [`popup`] | a window over the room: box, question, one-line prompt |
//! | [`plain`] | the screen for consoles whose font lacks letters or signs |
//! | [`preview`] | printed pages to read through |
//! | [`picker`] | type to find and choose |
//! | [`reminder`] | a message ready to be sent, to read and copy |
//! | [`secret`] | a question in the command window whose answer does not show |
//! | [`status`] | messages and progress on the bottom line |
//! | [`told`] | what became of something, told at length in a window |
//! | [`wrap`] | text broken into lines |

pub mod action;
pub mod bars;
pub mod burst;
pub mod chart_page;
pub mod columns;
pub mod editor;
pub mod effect;
pub mod form;
pub mod input;
pub mod keys;
pub mod list;
pub mod look;
pub mod moment;
pub mod picker;
pub mod plain;
pub mod popup;
pub mod preview;
pub mod reminder;
pub mod secret;
pub mod status;
pub mod told;
pub mod views;
pub mod wrap;

pub use action::{Action, Decision, InputEvent, Motion, Selection, Tab, Target};
pub use effect::Effect;
pub use keys::{Key, Place};
pub use look::Look;
pub use moment::Moment;
pub use status::{Level, Notice};
