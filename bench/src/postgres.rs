//! A database of its own for each that is measured, on the server that the bench was given.

use anyhow::{Result, anyhow};
use postgres::{Client, NoTls};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Makes an empty database on a server; returns its address.
pub(crate) fn create_database(server: &str) -> Result<String> {
    create_database_as(server, "")
}

/// The same, with these options of `CREATE DATABASE`.
pub(crate) fn create_database_as(server: &str, options: &str) -> Result<String> {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let name = format!("bench_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    execute(server, &format!("CREATE DATABASE {name} {options}"))?;
    let (before, _) = server.rsplit_once('/').ok_or_else(|| anyhow!("an address without the name of a database"))?;
    Ok(format!("{before}/{name}"))
}

/// Runs statements, on a thread of its own: this client has a runtime inside, and there can be only one.
pub(crate) fn execute(url: &str, statements: &str) -> Result<()> {
    thread::scope(|scope| {
        let work = scope.spawn(|| Client::connect(url, NoTls)?.batch_execute(statements));
        work.join().map_err(|_| anyhow!("the client of PostgreSQL panicked"))?.map_err(Into::into)
    })
}
