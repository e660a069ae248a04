use super::digests;
use snug_testkit::{TestApp, minutes};

#[tokio::test]
async fn two_conversations_come_in_one_mail() {
    let app = TestApp::new().await;
    for (key, text) in [("ana", "From Ana"), ("carla", "From Carla")] {
        let (other, _, conversation) = app.talking(key, "ben").await;
        other.say(conversation, text).await;
        app.wait(minutes(1));
    }
    app.advance(minutes(5)).await;
    let mails = digests(&app, "ben").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Carla Lindqvist and 1 other wrote to you");
    assert!(mails[0].text.contains("From Ana") && mails[0].text.contains("From Carla"));
}

#[tokio::test]
async fn an_acceptance_waits_for_the_digest() {
    let app = TestApp::new().await;
    app.talking("ana", "ben").await;
    assert!(app.mailbox("ana").await.is_empty());
    app.advance(minutes(5)).await;
    let mail = app.last_mail("ana").await;
    assert_eq!(mail.subject, "Ben Okafor accepted your invitation");
    assert!(mail.text.contains("Ben Okafor accepted your invitation. You can talk now."), "{}", mail.text);
    for written in ["wrote to you", "new message", "Answer:"] {
        assert!(!mail.text.contains(written), "nobody wrote, but it says {written:?}: {}", mail.text);
    }
}

#[tokio::test]
async fn who_accepted_and_wrote_is_named_as_who_wrote() {
    let app = TestApp::new().await;
    let (_, ben, conversation) = app.talking("ana", "ben").await;
    app.talking("ana", "carla").await;
    ben.say(conversation, "Here I am").await;
    app.advance(minutes(5)).await;
    let mail = app.last_mail("ana").await;
    assert_eq!(mail.subject, "Ben Okafor wrote to you");
    assert!(mail.text.contains("1 new message\n"), "the line is none: {}", mail.text);
    for name in ["Ben Okafor", "Carla Lindqvist"] {
        assert!(mail.text.contains(&format!("{name} accepted your invitation.")), "{}", mail.text);
    }
}

#[tokio::test]
async fn a_digest_as_its_reader_gets_it() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    for day in ["Friday", "Saturday", "Sunday", "Monday"] {
        ana.say(conversation, &format!("Shall we meet on **{day}**?")).await;
    }
    app.advance(minutes(5)).await;
    let mail = app.last_mail("ben").await;
    let text = mail
        .text
        .replace(&conversation.to_string(), "ID")
        .replace(&mail.token_after("/u/"), "TOKEN")
        .replace(&mail.token_after("/mute/"), "MUTE");
    assert_eq!(mail.from, "Ana Ruiz (Riverside) <no-reply@mail.riverside.example>");
    insta::assert_snapshot!(text, @"
    To answer Ana Ruiz, use the link below. An answer to this mail reaches
    nobody.

    Hello Ben,

    Ana wrote to you.

      today, 09:00 UTC

      Shall we meet on **Saturday**?

      today, 09:00 UTC

      Shall we meet on **Sunday**?

      today, 09:00 UTC

      Shall we meet on **Monday**?

      and 1 more

    Answer:
    http://riverside.localhost/conversations/ID

    Stop mails of this conversation:
    http://riverside.localhost/mute/MUTE

    You get this mail because people wrote to you at Riverside while you were
    away.

    Change your preferences:
    http://riverside.localhost/preferences

    Stop mails from Riverside:
    http://riverside.localhost/u/TOKEN
    ");
}
