//! Private is private: nothing that people wrote, and nothing that tells who they are or lets
//! somebody in, is in the log of any test.

use crate::logs::logged;
use crate::mail::ReceivedMail;
use snug_store::{Database, private_texts};

/// Shorter words than this are in every log by chance.
const SHORTEST: usize = 4;

/// Every private text of a database and of the mails that were sent.
pub(crate) async fn list(database: &Database, mails: &[ReceivedMail]) -> Vec<String> {
    let stored: Result<Vec<String>, snug_store::Error> = database.read(private_texts::list).await;
    let mut canaries = stored.expect("the database can be read");
    for mail in mails {
        canaries.push(mail.subject.clone());
        // The last part of a link is its token, where it has one.
        let tokens = mail.links().into_iter().filter_map(|link| Some(link.rsplit_once('/')?.1.to_owned()));
        canaries.extend(tokens.filter(|token| token.len() > 30));
    }
    canaries
}

/// The first of these texts that is in the log, line by line, as a log would have it.
pub(crate) fn find_in_log(canaries: &[String]) -> Option<&str> {
    let log = logged();
    let lines = canaries.iter().flat_map(|canary| canary.lines()).map(str::trim);
    lines.filter(|line| line.chars().count() >= SHORTEST).find(|line| log.contains(line))
}
