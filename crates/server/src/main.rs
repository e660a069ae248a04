//! The program `snug`; everything is in the library beside it.

use std::process::ExitCode;

// A message is many small things made and freed by several threads (docs/performance.md).
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    snug_server::commands::run()
}
