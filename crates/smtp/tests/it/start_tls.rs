//! STARTTLS in the hands of somebody on the way: what was said in the clear counts for nothing.

use crate::scripted::{Answer, Scripted, note, plain};
use crate::servers::{held_up, outlet};
use snug_domain::deliveries::SetupFault;
use snug_smtp::{Login, RelaySettings, Security};
use std::time::Duration;

const OFFER: &str = "250-mail.example.org\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n";

async fn meets<A: Into<Answer> + Clone>(start_tls: A) -> Scripted {
    let server = Scripted::saying(&[("EHLO", Answer::from(OFFER)), ("STARTTLS", start_tls.into())]).await;
    let settings = RelaySettings {
        security: Security::StartTls,
        login: Some(Login { user: "snug".into(), password: "secret".into() }),
        ..plain(server.port)
    };
    let handed = outlet(settings).send(&note("ben@example.org")).await;
    assert_eq!(held_up(&handed), Some(SetupFault::Encryption), "{handed:?}");
    server
}

#[tokio::test]
async fn answers_sent_before_the_encryption_refuse_the_connection() {
    for more in [
        "250-localhost\r\n250 AUTH PLAIN\r\n235 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 2.0.0 FORGED before TLS\r\n",
        "550 5.1.1 No such user\r\n",
        "\r\n",
        "x",
    ] {
        let server = meets(format!("220 go\r\n{more}").as_str()).await;
        let heard = server.heard();
        assert_eq!(heard.len(), 2, "EHLO, STARTTLS and nothing after it: {heard:?}");
    }
}

#[tokio::test]
async fn answers_sent_instead_of_the_encryption_refuse_the_connection() {
    let late = Answer::Trickle(b"220 go\r\n250 2.0.0 FORGED before TLS\r\n".to_vec(), Duration::from_millis(2));
    let server = meets(late).await;
    assert!(server.heard_of("AUTH").is_empty() && server.heard_of("MAIL").is_empty());
}

#[tokio::test]
async fn a_server_that_will_not_encrypt_gets_neither_password_nor_mail() {
    for refusal in ["454 4.7.0 TLS not available\r\n", "502 5.5.1 Not now\r\n", "250 Ok\r\n"] {
        let server = Scripted::saying(&[("EHLO", OFFER), ("STARTTLS", refusal)]).await;
        let settings = RelaySettings {
            security: Security::StartTls,
            login: Some(Login { user: "snug".into(), password: "secret".into() }),
            ..plain(server.port)
        };
        crate::servers::later(&outlet(settings).send(&note("ben@example.org")).await);
        assert_eq!(server.heard().len(), 2, "{:?}", server.heard());
    }
}
