//! The program `snug`; everything is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    snug_server::commands::run()
}
