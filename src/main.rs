//! Starts duluan: the report of what nobody foresaw, arguments, hand over.

use std::process::ExitCode;

fn main() -> ExitCode {
    // Before the screen's own hook, which gives the terminal back and then calls this one. Without it the report is plainer.
    let _ = color_eyre::install();
    duluan::cli::main(std::env::args_os())
}
