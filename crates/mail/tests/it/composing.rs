//! A letter in bytes, read back by an independent parser.

use crate::letters::invitation;
use mail_parser::{HeaderValue, MessageParser};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use snug_domain::Timestamp;
use snug_domain::people::Language;
use snug_mail::{Letter, Mailbox, Secret, compose, message_id};
use snug_texts::Texts;
use uuid::Uuid;

pub(crate) fn letter(language: Language) -> Letter {
    let written = invitation().write(Texts::of(language));
    Letter {
        from: Mailbox::new("Ana Ruiz (Riverside)", "ana.ruiz-4k@mail.riverside.example"),
        to: Mailbox::new("Ben Okafor", "ben@example.org"),
        reply_to: None,
        subject: written.subject,
        message_id: message_id(&Secret::new(&[7; 32]), Uuid::from_u128(1), "mail.riverside.example"),
        in_reply_to: None,
        references: vec![],
        date: Timestamp(1_795_294_800_123),
        list_unsubscribe: Some("https://riverside.example/u/TOKEN".into()),
        auto_generated: false,
        text: written.text,
        html: written.html,
        language,
    }
}

fn bytes(letter: &Letter) -> Vec<u8> {
    compose(letter, None).expect("a mail")
}

fn headers(letter: &Letter) -> String {
    let mail = String::from_utf8(bytes(letter)).expect("ASCII");
    mail.split_once("\r\n\r\n").map(|(headers, _)| headers.replace("\r\n", "\n")).expect("headers")
}

#[test]
fn an_invitation_has_the_headers_of_a_personal_message() {
    insta::assert_snapshot!(headers(&letter(Language::English)), @r#"
    Date: Sat, 21 Nov 2026 21:00:00 +0000
    From: "Ana Ruiz (Riverside)" <ana.ruiz-4k@mail.riverside.example>
    To: "Ben Okafor" <ben@example.org>
    Subject: Ana Ruiz would like to talk with you
    Message-ID: <qb6nd2udm5h5opdr667hrhecla@mail.riverside.example>
    List-Unsubscribe: <https://riverside.example/u/TOKEN>
    List-Unsubscribe-Post: List-Unsubscribe=One-Click
    X-Auto-Response-Suppress: All
    Content-Language: en
    MIME-Version: 1.0
    Content-Type: multipart/alternative;
     boundary="=03c96c84ae578e0c191ed5f41cb791f8"
    "#);
}

#[test]
fn a_subject_in_arabic_is_encoded() {
    let mut letter = letter(Language::Arabic);
    letter.from = Mailbox::new("سلمى حداد (Riverside)", "member-4k@mail.riverside.example");
    insta::assert_snapshot!(headers(&letter), @r#"
    Date: Sat, 21 Nov 2026 21:00:00 +0000
    From: =?utf-8?B?2LPZhNmF2Ykg2K3Yr9in2K8gKFJpdmVyc2lkZSk=?=
     <member-4k@mail.riverside.example>
    To: "Ben Okafor" <ben@example.org>
    Subject: =?utf-8?B?2K/YudmI2Kkg2KXZhNmJINmF2K3Yp9iv2KvYqSDZhdmGIEFuYSBS?=
     =?utf-8?B?dWl6?=
    Message-ID: <qb6nd2udm5h5opdr667hrhecla@mail.riverside.example>
    List-Unsubscribe: <https://riverside.example/u/TOKEN>
    List-Unsubscribe-Post: List-Unsubscribe=One-Click
    X-Auto-Response-Suppress: All
    Content-Language: ar
    MIME-Version: 1.0
    Content-Type: multipart/alternative;
     boundary="=03c96c84ae578e0c191ed5f41cb791f8"
    "#);
}

#[test]
fn an_answer_stands_in_its_thread_and_a_program_says_that_it_is_one() {
    let letter = Letter {
        reply_to: Some(Mailbox::new("Ana, Ben and \"the\" others", "c+token@mail.riverside.example")),
        in_reply_to: Some("<parent@example.org>".into()),
        references: vec!["<root@example.org>".into(), "parent@example.org".into()],
        auto_generated: true,
        list_unsubscribe: None,
        ..letter(Language::English)
    };
    insta::assert_snapshot!(headers(&letter), @r#"
    Date: Sat, 21 Nov 2026 21:00:00 +0000
    From: "Ana Ruiz (Riverside)" <ana.ruiz-4k@mail.riverside.example>
    To: "Ben Okafor" <ben@example.org>
    Reply-To: "Ana, Ben and \"the\" others" <c+token@mail.riverside.example>
    Subject: Ana Ruiz would like to talk with you
    Message-ID: <qb6nd2udm5h5opdr667hrhecla@mail.riverside.example>
    In-Reply-To: <parent@example.org>
    References: <root@example.org> <parent@example.org>
    Auto-Submitted: auto-generated
    X-Auto-Response-Suppress: All
    Content-Language: en
    MIME-Version: 1.0
    Content-Type: multipart/alternative;
     boundary="=03c96c84ae578e0c191ed5f41cb791f8"
    "#);
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    assert_eq!(bytes(&letter(Language::Arabic)), bytes(&letter(Language::Arabic)));
}

#[test]
fn a_mail_reads_back_as_it_was_written() {
    for language in Language::ALL {
        let letter = letter(language);
        let mail = bytes(&letter);
        let message = MessageParser::new().parse(&mail).expect("a message");
        assert_eq!(message.subject(), Some(letter.subject.as_str()));
        assert_eq!(message.body_text(0).expect("text").replace("\r\n", "\n"), letter.text);
        assert_eq!(message.body_html(0).expect("HTML").replace("\r\n", "\n"), letter.html);
        assert_eq!(message.date().map(mail_parser::DateTime::to_timestamp), Some(letter.date.0 / 1_000));
    }
}

#[test]
fn no_line_is_longer_than_a_server_takes() {
    for words in ["x".repeat(5_000), "ä".repeat(5_000), "سلمى ".repeat(1_000), "a b ".repeat(1_250)] {
        let letter = Letter {
            subject: words.clone(),
            text: words.clone(),
            html: words.clone(),
            from: Mailbox::new(&words, "ana@example.org"),
            ..letter(Language::English)
        };
        let mail = bytes(&letter);
        assert!(mail.is_ascii(), "no server on the way has to know 8BITMIME");
        assert!(mail.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
        let message = MessageParser::new().parse(&mail).expect("a message");
        assert_eq!(message.body_text(0).expect("text").trim_end(), words.trim_end());
        assert_eq!(message.subject().expect("a subject"), words.trim_end());
    }
}

#[test]
fn a_name_with_an_encoded_word_in_it_stays_what_it_shows() {
    let letter = Letter { from: Mailbox::new("=?utf-8?Q?Admin?=", "eve@example.org"), ..letter(Language::English) };
    let mail = bytes(&letter);
    let message = MessageParser::new().parse(&mail).expect("a message");
    let name = message.from().and_then(|from| from.first()).and_then(|from| from.name()).expect("a name").to_owned();
    assert!(!name.starts_with("Admin"), "{name}");
}

proptest! {
    #[test]
    fn nothing_a_person_writes_adds_a_header(
        words in any::<String>(), injected in "(\r\n|\n|\r)(Bcc|X-Eve): eve@example.org(\r\n\r\n)?", text in any::<String>()
    ) {
        let evil = format!("{words}{injected}{text}");
        let plain = letter(Language::English);
        let expected = names(&bytes(&Letter { reply_to: Some(plain.to.clone()), ..letter(Language::English) }));
        let mail = bytes(&Letter {
            from: Mailbox::new(&evil, &format!("ana@example.org{injected}")),
            to: Mailbox::new(&evil, "ben@example.org"),
            reply_to: Some(Mailbox::new(&evil, "ana@example.org")),
            subject: evil.clone(),
            message_id: format!("<a@example.org{injected}>"),
            list_unsubscribe: Some(format!("https://example.org{injected}")),
            text: text.clone(),
            html: evil,
            ..plain
        });
        prop_assert_eq!(names(&mail), expected);
        prop_assert!(mail.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
    }
}

/// The names of the headers, in order.
fn names(mail: &[u8]) -> Vec<String> {
    let message = MessageParser::new().parse(mail).expect("a message");
    let whole = message.headers().iter().filter(|header| !matches!(header.value, HeaderValue::Empty));
    whole.map(|header| header.name().to_owned()).collect()
}
