//! duluan: roster, training schedule, report inbox and summary composer of a public-opinion office over one
//! SQLite file that is copied between offices and merged with nothing lost.
//!
//! The map of the house. Imports run down this list and never up (`tests/it/house.rs` holds it):
//!
//! | room | what is in it |
//! |---|---|
//! | [`cli`] | one file per command; prints, never decides |
//! | [`app`] | the running program: event loop, tab bar, effects, writer and reader threads |
//! | [`copies`] | the log on the screen: history, what was done, decisions, merges |
//! | [`demo`] | invents an office |
//! | [`office`] | the office's file opened with everything the rooms derive from it |
//! | [`summary`] [`survey`] [`inbox`] [`training`] [`roster`] | the rooms, four tabs and the page of survey rounds: `model`, `store`, `import`/`export`, `tab`, `view` |
//! | [`screen`] | what screens are made of: actions, key table, theme, list; knows no office |
//! | [`search`] | the text index and the filter language |
//! | [`exchange`] | formats in and out; knows no SQL and no screen |
//! | [`file`] | the office's file: open, write (change log), undo, history, merge, bundle, publish, backup, check |
//! | [`words`] [`settings`] | messages in both languages; the user's own settings |
//! | [`text`] | Vietnamese: keys for search and order, cleaning, encodings |

pub mod app;
pub mod cli;
pub mod copies;
pub mod demo;
pub mod exchange;
pub mod file;
pub mod inbox;
pub mod office;
pub mod roster;
pub mod screen;
pub mod search;
pub mod settings;
pub mod summary;
pub mod survey;
pub mod text;
pub mod training;
pub mod words;
