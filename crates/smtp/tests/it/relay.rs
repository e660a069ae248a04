//! Mails that arrive.

use crate::mails::{letter, parcel};
use crate::servers::{Servers, mailbox, outlet};
use snug_smtp::{Handed, RelaySettings, Security};

/// The mail as it was sent: the servers on the way only write above it.
fn as_sent(arrived: &[u8], raw: &[u8]) -> bool {
    let sent = String::from_utf8_lossy(raw).replace("\r\n", "\n");
    String::from_utf8_lossy(arrived).replace("\r\n", "\n").trim_end().ends_with(sent.trim_end())
}

#[tokio::test]
async fn a_mail_goes_through_starttls_and_arrives_as_it_was_sent() {
    let (servers, name) = (Servers::running(), mailbox("starttls"));
    let mail = parcel(&name, None);
    let handed = outlet(servers.settings()).send(&mail).await;
    let Handed::Taken { reply } = handed else { panic!("{handed:?}") };
    assert!(reply.starts_with("250 2.0.0 Ok: queued as "), "the words of the server: {reply}");

    let arrived = servers.arrived(&name).await;
    assert!(as_sent(&arrived, &mail.raw), "{}", String::from_utf8_lossy(&arrived));
    let text = String::from_utf8_lossy(&arrived);
    assert!(text.starts_with(&format!("Return-Path: <{}>", mail.envelope_from)), "{text}");
    assert!(text.contains("with ESMTPSA"), "encrypted and logged in: {text}");
    assert!(text.contains(&letter(&name).message_id), "{text}");
}

#[tokio::test]
async fn a_mail_goes_through_tls_from_the_first_byte() {
    let (servers, name) = (Servers::running(), mailbox("tls"));
    let mail = parcel(&name, None);
    let settings = RelaySettings { security: Security::Tls, port: servers.port("SMTPS_PORT"), ..servers.settings() };
    assert!(matches!(outlet(settings).send(&mail).await, Handed::Taken { .. }));
    assert!(as_sent(&servers.arrived(&name).await, &mail.raw));
}

#[tokio::test]
async fn many_mails_at_once_arrive_once_each() {
    let (servers, name) = (Servers::running(), mailbox("many"));
    let outlet = outlet(servers.settings());
    let mail = parcel(&name, None);
    for _ in 0..4 {
        let (first, second, third) = tokio::join!(outlet.send(&mail), outlet.send(&mail), outlet.send(&mail));
        for handed in [first, second, third] {
            assert!(matches!(handed, Handed::Taken { .. }));
        }
    }
    assert_eq!(servers.arrived_mails(&name, 12).await.len(), 12);
}

#[tokio::test]
async fn a_mail_after_a_rest_opens_a_new_connection() {
    let (servers, name) = (Servers::running(), mailbox("rest"));
    let outlet = outlet(servers.settings());
    for _ in 0..2 {
        assert!(matches!(outlet.send(&parcel(&name, None)).await, Handed::Taken { .. }));
        outlet.rest().await;
    }
    assert_eq!(servers.arrived_mails(&name, 2).await.len(), 2);
}
