//! Starts duluan: arguments, hand over.

use std::process::ExitCode;

fn main() -> ExitCode {
    duluan::cli::main(std::env::args_os())
}
