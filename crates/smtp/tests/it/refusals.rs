//! Mails that do not go, and what becomes of them.

use crate::mails::parcel;
use crate::servers::{Servers, mailbox, outlet};
use snug_smtp::{Handed, Login, RelayFault, RelaySettings, Security, SmtpRelay};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

fn later(handed: &Handed) -> &str {
    let Handed::Later { reply } = handed else { panic!("{handed:?}") };
    reply
}

#[tokio::test]
async fn a_mail_that_the_server_puts_off_is_tried_again() {
    let servers = Servers::running();
    let handed = outlet(servers.settings()).send(&parcel("later", None)).await;
    let reply = later(&handed);
    assert!(reply.starts_with("450 4.2.1 ") && reply.ends_with("please try again later"), "{reply}");
}

#[tokio::test]
async fn a_mail_that_the_server_refuses_is_given_up() {
    let servers = Servers::running();
    let handed = outlet(servers.settings()).send(&parcel("never", None)).await;
    let Handed::Never { reply } = handed else { panic!("{handed:?}") };
    assert!(reply.starts_with("550 5.1.1 ") && reply.ends_with("There is no such mailbox here"), "{reply}");
}

#[tokio::test]
async fn a_refused_mail_does_not_hold_up_the_next() {
    let servers = Servers::running();
    let outlet = outlet(RelaySettings { connections: 1, ..servers.settings() });
    assert!(matches!(outlet.send(&parcel("never", None)).await, Handed::Never { .. }));
    assert!(matches!(outlet.send(&parcel(&mailbox("next"), None)).await, Handed::Taken { .. }));
}

#[tokio::test]
async fn a_wrong_password_is_our_trouble_and_not_the_recipients() {
    let servers = Servers::running();
    let login = Some(Login { user: "snug@snug.test".into(), password: "wrong".into() });
    let handed = outlet(RelaySettings { login, ..servers.settings() }).send(&parcel("password", None)).await;
    assert!(later(&handed).starts_with("535 5.7.8 "));
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let servers = Servers::running();
    for (security, port) in [(Security::StartTls, "SMTP_PORT"), (Security::Tls, "SMTPS_PORT")] {
        let port = servers.port(port);
        let settings = RelaySettings { security, port, extra_root_certificate: None, ..servers.settings() };
        let handed = outlet(settings).send(&parcel("certificate", None)).await;
        assert!(later(&handed).contains("certificate"), "{}", later(&handed));
    }
}

#[tokio::test]
async fn a_certificate_of_another_host_is_refused() {
    let servers = Servers::running();
    // The same server by a name that its certificate does not bear.
    let settings = RelaySettings { host: "127.0.0.1".into(), ..servers.settings() };
    let handed = outlet(settings).send(&parcel("host", None)).await;
    assert!(later(&handed).contains("certificate"), "{}", later(&handed));
}

#[tokio::test]
async fn a_server_that_is_down_makes_the_mail_wait() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let handed = outlet(plain(port)).send(&parcel("down", None)).await;
    assert!(later(&handed).contains("refused"), "{}", later(&handed));
}

#[tokio::test]
async fn a_server_that_says_nothing_makes_the_mail_wait() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let settings = RelaySettings { timeout: Duration::from_millis(200), ..plain(port) };
    let handed = outlet(settings).send(&parcel("silent", None)).await;
    assert_eq!(later(&handed), "The mail server did not answer in time");
}

#[tokio::test]
async fn a_server_without_encryption_gets_neither_password_nor_mail() {
    let (port, heard) = scripted(&["250 mail.example.org"]).await;
    let settings = RelaySettings {
        security: Security::StartTls,
        login: Some(Login { user: "snug".into(), password: "secret".into() }),
        ..plain(port)
    };
    let handed = outlet(settings).send(&parcel("stripped", None)).await;
    assert!(later(&handed).contains("STARTTLS"), "{}", later(&handed));
    let heard = heard.await.expect("what was said");
    assert!(heard.iter().all(|line| line.starts_with("EHLO") || line.starts_with("QUIT")), "{heard:?}");
}

#[tokio::test]
async fn a_server_that_refuses_to_greet_makes_the_mail_wait() {
    let (port, _heard) = scripted(&["550 5.7.1 We do not talk to you"]).await;
    let handed = outlet(plain(port)).send(&parcel("greeting", None)).await;
    assert_eq!(later(&handed), "550 5.7.1 We do not talk to you");
}

#[tokio::test]
async fn a_server_that_suddenly_wants_a_login_makes_the_mail_wait() {
    let (port, _heard) = scripted(&["250 mail.example.org", "530 5.7.0 Authentication required"]).await;
    let handed = outlet(plain(port)).send(&parcel("login", None)).await;
    assert_eq!(later(&handed), "530 5.7.0 Authentication required");
}

#[tokio::test]
async fn a_server_that_does_not_want_this_sender_makes_the_mail_wait() {
    const TOLD: [[&str; 2]; 3] = [
        ["250 mail.example.org", "553 5.1.8 Sender address rejected: Domain not found"],
        ["250 mail.example.org", "550 5.7.1 Sender is not allowed"],
        ["250 mail.example.org", "554 5.7.1 Relay access denied"],
    ];
    for answers in &TOLD {
        let (port, _heard) = scripted(answers).await;
        let handed = outlet(plain(port)).send(&parcel("sender", None)).await;
        assert_eq!(later(&handed), answers[1]);
    }
}

#[tokio::test]
async fn letters_that_the_server_cannot_carry_are_given_up() {
    let (port, _heard) = scripted(&["250 mail.example.org"]).await;
    let mail = snug_smtp::Parcel { envelope_to: "josé@example.org".into(), ..parcel("letters", None) };
    assert!(matches!(outlet(plain(port)).send(&mail).await, Handed::Never { .. }));
}

#[test]
fn mail_never_crosses_a_network_in_the_clear() {
    for host in ["mail.example.org", "192.0.2.1", "localhost.example.org"] {
        let settings = RelaySettings { host: host.into(), ..plain(25) };
        assert!(matches!(SmtpRelay::new(settings), Err(RelayFault::Unencrypted)), "{host}");
    }
}

#[test]
fn settings_show_no_password() {
    let login = Some(Login { user: "snug".into(), password: "secret".into() });
    let settings = RelaySettings { login, ..plain(25) };
    assert!(!format!("{settings:?}").contains("secret"));
}

pub(crate) fn plain(port: u16) -> RelaySettings {
    RelaySettings {
        host: "localhost".into(),
        port,
        security: Security::None,
        login: None,
        connections: 1,
        timeout: Duration::from_secs(10),
        extra_root_certificate: None,
        hello_name: None,
    }
}

/// A server that answers with these lines in turn, then agrees to everything; and what it heard.
async fn scripted(answers: &'static [&'static str]) -> (u16, tokio::task::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    #[expect(clippy::disallowed_methods, reason = "the server ends with its connection, and the test with it")]
    let heard = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 mail.example.org\r\n").await.expect("sent");
        let mut answers = answers.iter();
        let mut heard = Vec::new();
        let mut line = String::new();
        while stream.read_line(&mut line).await.is_ok_and(|length| length > 0) {
            heard.push(std::mem::take(&mut line));
            let answer = format!("{}\r\n", answers.next().unwrap_or(&"250 Ok"));
            if stream.write_all(answer.as_bytes()).await.is_err() {
                break;
            }
        }
        heard
    });
    (port, heard)
}
