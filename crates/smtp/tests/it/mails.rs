//! A mail to send.

use snug_domain::people::Language;
use snug_domain::{DeliveryId, Timestamp};
use snug_mail::letters::Invitation;
use snug_mail::{DkimKey, Letter, Mailbox, Secret, bounce_address, compose, message_id};
use snug_smtp::Parcel;
use snug_texts::Texts;
use uuid::Uuid;

const DOMAIN: &str = "mail.snug.test";

/// An invitation to `NAME@example.org` with a name and a message that are hard to carry.
pub(crate) fn letter(name: &str) -> Letter {
    let long = "لا تنسَ ".repeat(200);
    let written = Invitation {
        inviter_name: "سلمى \"حداد\"".into(),
        compare_handle: None,
        group: None,
        is_reminder: false,
        community_name: "Riverside".into(),
        message_html: format!("<p>{long}</p>"),
        message_text: format!(".\n..\nFrom here on\n{long}\n{}", "x".repeat(2_000)),
        read_url: "https://riverside.example/m/TOKEN".into(),
        stop_url: "https://riverside.example/u/TOKEN".into(),
        to_name: "Ben Okafor".into(),
    }
    .write(Texts::of(Language::English));
    Letter {
        from: Mailbox::new("سلمى \"حداد\" (Riverside)", &format!("member-4k@{DOMAIN}")),
        to: Mailbox::new("Ben Okafor", &format!("{name}@example.org")),
        reply_to: None,
        subject: written.subject,
        message_id: message_id(&secret(), Uuid::from_u128(1), DOMAIN),
        in_reply_to: None,
        references: vec![],
        date: Timestamp(1_795_294_800_000),
        list_unsubscribe: Some("https://riverside.example/u/TOKEN".into()),
        auto_generated: false,
        text: written.text,
        html: written.html,
        language: Language::English,
    }
}

/// The letter to `NAME@example.org`, ready to be sent.
pub(crate) fn parcel(name: &str, key: Option<&DkimKey>) -> Parcel {
    Parcel {
        envelope_from: bounce_address(&secret(), DeliveryId(Uuid::from_u128(1)), DOMAIN),
        envelope_to: format!("{name}@example.org"),
        raw: compose(&letter(name), key).expect("a mail"),
    }
}

fn secret() -> Secret {
    Secret::new(&[7; 32])
}
