//! Mails that do not go, and what becomes of them.

use crate::mails::parcel;
use crate::scripted::{GREETING, Scripted, plain};
use crate::servers::{Servers, bounced, held_up, later, mailbox, outlet};
use snug_domain::deliveries::SetupFault;
use snug_smtp::{Handed, Login, RelayFault, RelaySettings, Security, SmtpRelay, TimeLimits};
use std::time::Duration;
use tokio::net::TcpListener;

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
    let reply = bounced(&handed);
    assert!(reply.starts_with("550 5.1.1 ") && reply.ends_with("There is no such mailbox here"), "{reply}");
}

#[tokio::test]
async fn a_refused_mail_does_not_hold_up_the_next() {
    let servers = Servers::running();
    let outlet = outlet(RelaySettings { connections: 1, ..servers.settings() });
    bounced(&outlet.send(&parcel("never", None)).await);
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
    let limits = TimeLimits { greeting: Duration::from_millis(200), ..plain(port).limits };
    let settings = RelaySettings { limits, ..plain(port) };
    let handed = outlet(settings).send(&parcel("silent", None)).await;
    assert_eq!(later(&handed), "The mail server did not answer in time");
}

#[tokio::test]
async fn a_server_without_encryption_gets_neither_password_nor_mail() {
    let server = Scripted::saying(&[("EHLO", "250 mail.example.org\r\n")]).await;
    let settings = RelaySettings {
        security: Security::StartTls,
        login: Some(Login { user: "snug".into(), password: "secret".into() }),
        ..plain(server.port)
    };
    let handed = outlet(settings).send(&parcel("stripped", None)).await;
    assert!(later(&handed).contains("STARTTLS"), "{}", later(&handed));
    assert_eq!(held_up(&handed), Some(SetupFault::Encryption));
    let heard = server.heard();
    assert!(heard.iter().all(|line| line.starts_with("EHLO") || line.starts_with("QUIT")), "{heard:?}");
}

#[tokio::test]
async fn refusals_of_our_own_set_up_make_the_mail_wait_at_whatever_step_they_come() {
    for (step, reply, fault) in [
        (GREETING, "554 5.7.1 We do not talk to you", SetupFault::Unreachable),
        ("EHLO", "550 5.7.1 Your name is not known", SetupFault::Hello),
        ("MAIL", "530 5.7.0 Authentication required", SetupFault::Login),
        ("MAIL", "553 5.1.8 Sender address rejected: Domain not found", SetupFault::Sender),
        ("MAIL", "550 5.1.1 User unknown", SetupFault::Sender),
        ("RCPT", "504 5.5.2 <snug>: Helo command rejected: need fully-qualified hostname", SetupFault::Hello),
        ("RCPT", "554 5.7.1 Relay access denied", SetupFault::Relay),
        ("RCPT", "554 Relay access denied", SetupFault::Relay),
        ("DATA", "550 5.4.5 Daily user sending limit exceeded", SetupFault::Limit),
        (".", "550 5.7.26 Unauthenticated email is not accepted", SetupFault::Authentication),
    ] {
        let answer = format!("{reply}\r\n");
        // A server of old that knows no EHLO would be greeted again.
        let server = Scripted::saying(&[(step, answer.as_str()), ("HELO", answer.as_str())]).await;
        let handed = outlet(plain(server.port)).send(&parcel("set-up", None)).await;
        assert_eq!(later(&handed), reply);
        assert_eq!(held_up(&handed), Some(fault), "{reply}");
    }
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

#[test]
fn a_name_to_greet_with_cannot_be_a_command() {
    for name in ["", "snug example", "snug\r\nQUIT", "bücher.example"] {
        let settings = RelaySettings { hello_name: Some(name.into()), ..plain(25) };
        assert!(matches!(SmtpRelay::new(settings), Err(RelayFault::HelloName)), "{name:?}");
    }
}
