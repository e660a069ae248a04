//! The demo: a sample community in a folder of its own, and every mail kept there too.
//!
//! The same program as `snug serve`, on other settings. It never sends a mail anywhere and never
//! touches a folder that is not its own.

mod folder;
mod sample;

pub(crate) use folder::Folder;

use crate::configuration::read_or_make_secret;
use crate::serve::Node;
use anyhow::Context;
use snug_app::{App, PasswordCost, Settings};
use snug_bus::Bus;
use snug_domain::Span;
use snug_domain::conversations::DIGEST_WINDOW;
use snug_smtp::{MailFolder, Outlet};
use snug_store::{Database, Location, Synchronous};
use snug_web::{ClientAddress, Demo};
use std::path::Path;
use tokio::net::TcpListener;

/// How many closures may read at once: a demo has one visitor.
const READERS: usize = 2;

/// Makes the sample where it is missing, and gets everything ready to serve.
pub(crate) async fn prepare(folder: &Folder, listener: TcpListener, digest_window: Span) -> anyhow::Result<Node> {
    let port = listener.local_addr()?.port();
    if !folder.is_whole() {
        folder.empty()?;
        write_sample(folder, port).await.context("could not write the sample data")?;
        folder.mark_whole()?;
    }
    let database = open_database(folder)?;
    let settings = Settings { digest_window, ..settings(folder, port)? };
    Ok(Node {
        app: App::new(database.clone(), Bus::new(), settings),
        database,
        clock: crate::machine_clock(),
        outlet: open_mails(folder)?,
        demo: Some(Demo { mails: folder.mails() }),
        client_address: ClientAddress::Connection,
        listener,
        metrics: None,
    })
}

/// The line that says where to go.
#[must_use]
pub(crate) fn welcome(port: u16, folder: &Path) -> String {
    let site = format!("http://riverside.localhost:{port}/");
    let (mails, folder) = (format!("{site}demo/mails"), folder.display());
    format!(
        "Open {site} and sign in as ana@example.org with the password \"{}\" (everybody has it).\n\
         Every mail is shown at {mails}. The demo keeps its data in {folder}. Ctrl+C stops it.",
        sample::PASSWORD
    )
}

/// The app on a demo's data, for commands beside one that runs.
pub(crate) fn open(folder: &Folder) -> anyhow::Result<(Database, App)> {
    let database = open_database(folder)?;
    // No command shows an address, so the port it would have does not matter.
    let settings = settings(folder, 80)?;
    Ok((database.clone(), App::new(database, Bus::new(), settings)))
}

async fn write_sample(folder: &Folder, port: u16) -> anyhow::Result<()> {
    let database = open_database(folder)?;
    // Weeks of talk are written within a second.
    let settings = Settings { limits: false, ..settings(folder, port)? };
    let app = App::new(database.clone(), Bus::new(), settings);
    sample::write(&app, &open_mails(folder)?, crate::machine_clock().now()).await?;
    database.close().await;
    Ok(())
}

fn settings(folder: &Folder, port: u16) -> anyhow::Result<Settings> {
    Ok(Settings {
        secret: read_or_make_secret(&folder.secret())?,
        scheme: "http",
        port: Some(port),
        dkim: Vec::new(),
        digest_window: DIGEST_WINDOW,
        limits: true,
        // Everybody has the same password, and it is printed at the start.
        password_cost: PasswordCost::Least,
    })
}

fn open_database(folder: &Folder) -> anyhow::Result<Database> {
    let location = Location::Sqlite { file: folder.database(), synchronous: Synchronous::Full, readers: READERS };
    let database = Database::open(&location)?;
    database.migrate()?;
    Ok(database)
}

fn open_mails(folder: &Folder) -> anyhow::Result<Outlet> {
    let mails = folder.mails();
    MailFolder::open(&mails).map(Outlet::Folder).with_context(|| format!("{} cannot be used", mails.display()))
}
