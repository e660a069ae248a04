//! The digest: one mail about everything unread, to whoever is not there to see it.

mod before_sending;
mod letter;
mod many;
mod several;
mod who_gets_it;

use snug_testkit::{ReceivedMail, TestApp};

/// The digests for this person.
async fn digests(app: &TestApp, key: &str) -> Vec<ReceivedMail> {
    let mut mails = app.mailbox(key).await;
    mails.retain(|mail| mail.subject.contains(" wrote to you") || mail.subject.contains(" accepted your invitation"));
    mails
}
