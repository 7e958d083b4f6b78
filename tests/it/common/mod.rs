//! Helpers of the whole-program tests.

pub mod drivers;
pub mod terminal;

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program on the command line as somebody in this folder, with settings and backups of their own.
pub fn duluan(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_duluan"))
        .args(arguments)
        .env("DULUAN_BACKUPS", folder.join("backups"))
        .env("DULUAN_CONFIG", folder.join("config"))
        .env("DULUAN_LANG", "vi")
        .current_dir(folder)
        .output()
        .unwrap()
}
