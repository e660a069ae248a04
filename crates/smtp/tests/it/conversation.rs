//! What we say to a server, and how long we wait for what it says.

use crate::scripted::{Answer, END, GREETING, Scripted, note, plain};
use crate::servers::{held_up, later, outlet};
use snug_domain::deliveries::SetupFault;
use snug_smtp::{Handed, Login, RelaySettings, TimeLimits};
use std::time::Duration;

fn extensions(lines: &[&str]) -> Answer {
    let lines: Vec<String> = lines.iter().map(|line| format!("250-{line}\r\n")).collect();
    Answer::from(&format!("250-mail.example.org\r\n{}250 HELP\r\n", lines.concat()))
}

async fn send_to(server: &Scripted, address: &str) -> Handed {
    outlet(plain(server.port)).send(&note(address)).await
}

#[tokio::test]
async fn a_mail_goes_as_the_protocol_has_it() {
    let server = Scripted::saying(&[("EHLO", extensions(&["SIZE 1000", "8BITMIME", "SMTPUTF8"]))]).await;
    assert!(matches!(send_to(&server, "ben@xn--bcher-kva.example").await, Handed::Taken { .. }));
    let size = note("").raw.len();
    assert_eq!(
        server.heard(),
        [
            "EHLO [127.0.0.1]",
            &format!("MAIL FROM:<bounce+1@mail.snug.test> SIZE={size}"),
            "RCPT TO:<ben@xn--bcher-kva.example>",
            "DATA",
            "Subject: Hello",
            "",
            "..",
            "...dots",
            "bare",
            "line",
            ".",
        ]
    );
}

#[tokio::test]
async fn letters_beyond_ascii_before_the_at_sign_need_a_server_that_carries_them() {
    let able = Scripted::saying(&[("EHLO", extensions(&["8BITMIME", "SMTPUTF8"]))]).await;
    assert!(matches!(send_to(&able, "संपर्क@xn--c2bd4bq1db8d.xn--h2brj9c").await, Handed::Taken { .. }));
    assert_eq!(able.heard_of("MAIL"), ["MAIL FROM:<bounce+1@mail.snug.test> BODY=8BITMIME SMTPUTF8"]);
    assert_eq!(able.heard_of("RCPT"), ["RCPT TO:<संपर्क@xn--c2bd4bq1db8d.xn--h2brj9c>"]);

    let unable = Scripted::saying(&[("EHLO", extensions(&["8BITMIME"]))]).await;
    let outlet = outlet(plain(unable.port));
    let handed = outlet.send(&note("josé@example.org")).await;
    assert_eq!(held_up(&handed), Some(SetupFault::Utf8), "no server has refused the address");
    assert!(unable.heard_of("MAIL").is_empty());
    assert!(matches!(outlet.send(&note("jose@example.org")).await, Handed::Taken { .. }));
    assert_eq!(unable.heard_of("EHLO").len(), 1, "the next mail goes on the same connection");
}

#[tokio::test]
async fn a_mail_that_is_too_large_for_the_server_is_our_own_matter() {
    let server = Scripted::saying(&[("EHLO", extensions(&["SIZE 10"]))]).await;
    assert_eq!(held_up(&send_to(&server, "ben@example.org").await), Some(SetupFault::Size));
}

#[tokio::test]
async fn a_server_of_old_is_greeted_as_it_understands() {
    let server = Scripted::saying(&[("EHLO", "502 5.5.1 What?\r\n")]).await;
    assert!(matches!(send_to(&server, "ben@example.org").await, Handed::Taken { .. }));
    assert_eq!(server.heard_of("HELO"), ["HELO [127.0.0.1]"]);
}

#[tokio::test]
async fn the_name_we_greet_with_is_the_operators() {
    let server = Scripted::saying::<Answer>(&[]).await;
    let settings = RelaySettings { hello_name: Some("snug.example.org".into()), ..plain(server.port) };
    assert!(matches!(outlet(settings).send(&note("ben@example.org")).await, Handed::Taken { .. }));
    assert_eq!(server.heard_of("EHLO"), ["EHLO snug.example.org"]);
}

#[tokio::test]
async fn one_connection_carries_mail_after_mail() {
    let server = Scripted::saying(&[("RCPT", "250 Ok\r\n")]).await;
    let outlet = outlet(plain(server.port));
    for _ in 0..3 {
        assert!(matches!(outlet.send(&note("ben@example.org")).await, Handed::Taken { .. }));
    }
    outlet.rest().await;
    let count = |verb: &str| server.heard_of(verb).len();
    assert_eq!((count("EHLO"), count("RSET"), count("DATA"), count("QUIT")), (1, 2, 3, 1));
}

#[tokio::test]
async fn a_server_that_had_enough_of_a_connection_gets_another() {
    let server = Scripted::saying(&[("RSET", "421 4.7.0 Enough\r\n")]).await;
    let outlet = outlet(plain(server.port));
    for _ in 0..2 {
        assert!(matches!(outlet.send(&note("ben@example.org")).await, Handed::Taken { .. }));
    }
    assert_eq!(server.heard_of("EHLO").len(), 2);
}

#[tokio::test]
async fn we_log_in_the_way_the_server_knows() {
    let settings = |server: &Scripted| RelaySettings {
        login: Some(Login { user: "snug".into(), password: "secret".into() }),
        ..plain(server.port)
    };
    for (offer, answers, heard) in [
        ("AUTH PLAIN LOGIN", vec![("AUTH", "235 Welcome\r\n")], vec!["AUTH PLAIN AHNudWcAc2VjcmV0"]),
        (
            "AUTH=LOGIN",
            vec![
                ("AUTH", "334 VXNlcm5hbWU6\r\n"),
                ("c251Zw==", "334 UGFzc3dvcmQ6\r\n"),
                ("c2VjcmV0", "235 Welcome\r\n"),
            ],
            vec!["AUTH LOGIN", "c251Zw==", "c2VjcmV0"],
        ),
    ] {
        let mut answers: Vec<(&str, Answer)> = answers.into_iter().map(|(verb, said)| (verb, said.into())).collect();
        answers.push(("EHLO", extensions(&[offer])));
        let server = Scripted::saying(&answers).await;
        let handed = outlet(settings(&server)).send(&note("ben@example.org")).await;
        assert!(matches!(handed, Handed::Taken { .. }), "{handed:?}");
        assert_eq!(server.heard()[1..=heard.len()], heard);
    }
    let without = Scripted::saying(&[("EHLO", extensions(&["AUTH CRAM-MD5"]))]).await;
    let handed = outlet(settings(&without)).send(&note("ben@example.org")).await;
    assert_eq!(held_up(&handed), Some(SetupFault::Login));
    assert!(without.heard_of("MAIL").is_empty());
}

#[tokio::test]
async fn a_server_may_scan_a_mail_for_longer_than_it_may_take_to_answer_a_command() {
    let second = Duration::from_secs(1);
    let limits = TimeLimits { command: second, envelope: second, greeting: second, ..TimeLimits::rfc5321(second) };
    // Nineteen bytes: a second and a half.
    let slow = Answer::Trickle(b"250 2.0.0 scanned\r\n".to_vec(), Duration::from_millis(80));
    let server = Scripted::saying(&[(END, slow)]).await;
    let handed = outlet(RelaySettings { limits, ..plain(server.port) }).send(&note("ben@example.org")).await;
    assert!(matches!(handed, Handed::Taken { .. }), "{handed:?}");
}

#[tokio::test]
async fn a_server_that_trickles_is_not_waited_for_without_end() {
    let limit = Duration::from_millis(300);
    let limits = TimeLimits { command: limit, envelope: limit, greeting: limit, ..TimeLimits::rfc5321(limit) };
    let slow = |text: &str| Answer::Trickle(text.as_bytes().to_vec(), Duration::from_millis(50));
    for (verb, answer) in [
        (GREETING, slow("220 mail.example.org is here for you\r\n")),
        ("RCPT", slow("250 this one is known here, after all\r\n")),
    ] {
        let server = Scripted::saying(&[(verb, answer)]).await;
        let handed = outlet(RelaySettings { limits, ..plain(server.port) }).send(&note("ben@example.org")).await;
        assert_eq!(later(&handed), "The mail server did not answer in time", "{verb}");
    }
}
