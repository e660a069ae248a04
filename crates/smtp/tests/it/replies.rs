//! Replies in any bytes, of any length: the code decides.

use crate::scripted::{Answer, END, GREETING, Scripted, note, plain};
use crate::servers::{bounced, held_up, later, outlet};
use snug_domain::deliveries::SetupFault;
use snug_smtp::Handed;

async fn handed<A: Into<Answer> + Clone>(answers: &[(&str, A)]) -> Handed {
    let server = Scripted::saying(answers).await;
    outlet(plain(server.port)).send(&note("ben@example.org")).await
}

#[tokio::test]
async fn a_mail_that_the_server_took_is_sent_whatever_its_words() {
    let long = format!("250 2.0.0 {}", "x".repeat(300_000));
    let lines = "250-2.0.0 more\r\n".repeat(20_000);
    let page = format!("{}250 2.0.0 at last\r\n", "250-2.0.0 more\r\n".repeat(1_000));
    for reply in [
        b"250 2.0.0 accept\xe9\r\n".as_slice(),
        "250 2.0.0 accepté\r\n".as_bytes(),
        b"250\r\n",
        b"250 \r\n",
        b"250 ok\n",
        b"250-2.0.0 \xff\xfe\r\n250-\x80\r\n250 2.0.0 queued\r\n",
        b"250-2.0.0 first\r\nsecond, without a code\r\n250 2.0.0 third\r\n",
        b"250 \0\x07\x1b[2J\r\n",
        b"251 2.0.0 forwarded\r\n",
        long.as_bytes(),
        lines.as_bytes(),
        page.as_bytes(),
    ] {
        let Handed::Taken { reply } = handed(&[(END, reply)]).await else {
            panic!("{:?}", String::from_utf8_lossy(&reply[..reply.len().min(80)]))
        };
        assert!(reply.starts_with("25") && reply.chars().count() <= 504, "{reply}");
        assert!(!reply.chars().any(char::is_control), "{reply:?}");
    }
    let hangs_up = Answer::HangUp(b"250 2.0.0 taken, and good-bye".to_vec());
    assert!(matches!(handed(&[(END, hangs_up)]).await, Handed::Taken { .. }));
}

#[tokio::test]
async fn a_refusal_bounces_whatever_its_words() {
    let long = format!("550 5.1.1 {}", "x".repeat(300_000));
    for (verb, reply, words) in [
        ("RCPT", b"550 5.1.1 Bo\xeete inconnue\r\n".as_slice(), "550 5.1.1 Boîte inconnue"),
        ("RCPT", b"550-5.1.1 No\r\n550-5.1.1 such\r\n550 5.1.1 user\r\n", "550 5.1.1 No such user"),
        ("RCPT", b"550\r\n", "550"),
        (END, b"550 5.1.1 \xff unknown\r\n", "550 5.1.1 ÿ unknown"),
        ("RCPT", long.as_bytes(), "550 5.1.1 xxx"),
    ] {
        let reply = bounced(&handed(&[(verb, reply)]).await);
        assert!(reply.starts_with(words) && reply.chars().count() <= 504, "{reply}");
    }
}

#[tokio::test]
async fn strange_bytes_before_the_mail_do_not_keep_it_from_going() {
    let server = Scripted::saying(&[
        (GREETING, b"220-caf\xe9\r\n220 \xff\r\n".as_slice()),
        ("EHLO", b"250-h\xe9llo\r\n250-SIZE 1000000\r\n250-X\xff\r\n250 8BITMIME\r\n"),
        ("MAIL", b"250 d'accord \xe9\r\n"),
        ("RCPT", b"250-\xe9\r\n250 ok\r\n"),
        ("DATA", b"354 \xe9\r\n"),
    ])
    .await;
    let handed = outlet(plain(server.port)).send(&note("ben@example.org")).await;
    assert!(matches!(handed, Handed::Taken { .. }), "{handed:?}");
    assert!(server.heard_of("MAIL")[0].contains(" SIZE="), "what it can do is understood: {:?}", server.heard());
}

#[tokio::test]
async fn what_is_no_answer_at_all_makes_the_mail_wait() {
    for reply in
        [b"".as_slice(), b"25", b"hello\r\n", b"250-and then\r\n", b"950 what\r\n", b"2500 ok\r\n", b"\xff\xfe\r\n"]
    {
        later(&handed(&[(END, Answer::HangUp(reply.to_vec()))]).await);
    }
    let noise = vec![b'x'; 300_000];
    assert_eq!(held_up(&handed(&[(GREETING, noise.as_slice())]).await), Some(SetupFault::Unreachable));
}

#[tokio::test]
async fn after_a_reply_without_an_end_the_connection_is_not_used_again() {
    let endless = format!("250 2.0.0 {}", "x".repeat(300_000));
    let server = Scripted::saying(&[(END, endless.as_str())]).await;
    let outlet = outlet(plain(server.port));
    for _ in 0..2 {
        assert!(matches!(outlet.send(&note("ben@example.org")).await, Handed::Taken { .. }));
    }
    assert_eq!(server.heard_of("EHLO").len(), 2);
}

#[tokio::test]
async fn an_answer_before_its_question_is_not_believed() {
    let server = Scripted::saying(&[("MAIL", "250 Ok\r\n250 Ok\r\n354 Go on\r\n250 2.0.0 forged\r\n")]).await;
    later(&outlet(plain(server.port)).send(&note("ben@example.org")).await);
    assert!(server.heard_of("RCPT").is_empty());
}
