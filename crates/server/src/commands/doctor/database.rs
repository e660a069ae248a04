use super::report::Report;
use crate::commands::place::{has_communities, missing_secret};
use crate::configuration::Configuration;
use snug_store::{Database, Error, Location, schema};

const ABOUT: &str = "database";

/// Whether the database can be reached, is up to date, and can be written; returns it if all of that is so.
pub(super) async fn check(configuration: &Configuration, report: &mut Report) -> Option<Database> {
    if let Location::Sqlite { file, .. } = &configuration.database
        && !file.exists()
    {
        report.doubtful(ABOUT, format!("{} is not there yet; the first command makes it", file.display()));
        return None;
    }
    match find(configuration).await {
        Ok((database, missing)) if missing.is_empty() => {
            check_writing(&database, configuration, report).await;
            Some(database)
        }
        Ok((_, missing)) => {
            let missing = missing.join(", ");
            report.doubtful(ABOUT, format!("it is not up to date ({missing}); the next start brings it there"));
            None
        }
        Err(fault) => {
            report.wrong(ABOUT, in_words(&fault, &configuration.database));
            None
        }
    }
}

async fn find(configuration: &Configuration) -> Result<(Database, Vec<&'static str>), Error> {
    let database = Database::open(&configuration.database)?;
    let missing = database.read(schema::list_missing).await?;
    Ok((database, missing))
}

async fn check_writing(database: &Database, configuration: &Configuration, report: &mut Report) {
    match database.check_writing().await {
        Ok(()) => report.fine(ABOUT, "it can be reached and written, and is up to date"),
        Err(fault) => report.wrong(ABOUT, format!("{fault}; see that the disk has room and the server is no standby")),
    }
    let path = &configuration.secret_file;
    if !path.exists() {
        match has_communities(database).await {
            Ok(false) => report.fine("secret", "it is made at the first start"),
            Ok(true) => report.wrong("secret", missing_secret(path)),
            Err(fault) => report.wrong("secret", fault),
        }
    }
}

fn in_words(fault: &Error, location: &Location) -> String {
    match (fault, location) {
        (Error::Damaged(_), _) => format!("{fault}; stop the program and restore a backup"),
        (Error::Newer(_), _) => format!("{fault}; run the newer program, or restore a backup"),
        (_, Location::Sqlite { file, .. }) => {
            format!("{fault}; see that {} belongs to the user the program runs as", file.display())
        }
        (_, Location::Postgres { .. }) => format!("{fault}; see database.postgres, and that the server runs"),
    }
}
