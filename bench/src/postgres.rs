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
    let (before, _) = apart(server)?;
    Ok(format!("{before}/{name}"))
}

/// Makes a database that is the same as another, which nobody may have open; returns its address.
pub(crate) fn copy_database(url: &str) -> Result<String> {
    let (_, name) = apart(url)?;
    let copy = create_database_as(&maintenance(url)?, &format!("TEMPLATE {name}"))?;
    // A checkpoint that came later would be in the way of what is measured.
    execute(&copy, "CHECKPOINT")?;
    Ok(copy)
}

/// Removes a database, whoever has it open.
pub(crate) fn drop_database(url: &str) -> Result<()> {
    let (_, name) = apart(url)?;
    execute(&maintenance(url)?, &format!("DROP DATABASE {name} WITH (FORCE)"))
}

/// The database that every server has, for what cannot be done from inside the one it is about.
fn maintenance(url: &str) -> Result<String> {
    let (before, _) = apart(url)?;
    Ok(format!("{before}/postgres"))
}

fn apart(url: &str) -> Result<(&str, &str)> {
    url.rsplit_once('/').ok_or_else(|| anyhow!("an address without the name of a database"))
}

/// Runs statements.
pub(crate) fn execute(url: &str, statements: &str) -> Result<()> {
    with_client(url, |client| Ok(client.batch_execute(statements)?))
}

/// Works with a connection, on a thread of its own: this client has a runtime inside, and there can be only one.
pub(crate) fn with_client<T: Send>(url: &str, work: impl FnOnce(&mut Client) -> Result<T> + Send) -> Result<T> {
    thread::scope(|scope| {
        let working = scope.spawn(|| {
            let mut client = Client::connect(url, NoTls)?;
            let done = work(&mut client)?;
            // Once this returned, the server knows that nobody has the database open.
            client.close()?;
            Ok(done)
        });
        working.join().map_err(|_| anyhow!("the client of PostgreSQL panicked"))?
    })
}

/// Has the server look at what is there, as it would by itself within a minute: it plans badly for what it never saw.
pub(crate) fn analyze(url: &str) -> Result<()> {
    execute(url, "ANALYZE")
}

/// Asks for one text.
pub(crate) fn ask(url: &str, query: &str) -> Result<String> {
    thread::scope(|scope| {
        let work = scope.spawn(|| Client::connect(url, NoTls)?.query_one(query, &[])?.try_get(0));
        work.join().map_err(|_| anyhow!("the client of PostgreSQL panicked"))?.map_err(Into::into)
    })
}
