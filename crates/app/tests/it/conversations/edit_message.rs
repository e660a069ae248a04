use snug_app::Error;
use snug_app::conversations::{Edit, version};
use snug_domain::Refusal;
use snug_domain::conversations::MessageText;
use snug_testkit::{TestApp, days, minutes, refused};

fn text(text: &str) -> MessageText {
    MessageText::parse(text).expect("a text")
}

#[tokio::test]
async fn an_edited_message_says_so_and_rings_no_bell() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "On Sunday?").await;
    ben.reads(conversation).await;
    app.wait(minutes(1));
    ana.edit(conversation, message.id, "On **Monday**?").await;
    let seen = ben.entries(conversation).await.pop().expect("a message");
    assert_eq!((seen.source.as_str(), seen.edited_at), ("On **Monday**?", Some(app.now())));
    assert_eq!(seen.html, "<p dir=\"auto\">On <strong>Monday</strong>?</p>\n");
    assert_eq!(ben.bell().await.unread, 0);
}

#[tokio::test]
async fn the_same_text_is_no_edit() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "On Sunday?").await;
    assert_eq!(ana.edit(conversation, message.id, "On Sunday?").await.edited_at, None);
}

#[tokio::test]
async fn nobody_edits_what_another_wrote() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "On Sunday?").await;
    let answer = app.snug().edit_message(&ben.actor(), conversation, message.id, text("Never")).await;
    assert_eq!(refused(answer), Refusal::NotTheAuthor);
    let line = ana.entries(conversation).await[1].id;
    let answer = app.snug().edit_message(&ben.actor(), conversation, line, text("I never joined")).await;
    assert_eq!(refused(answer), Refusal::NotTheAuthor, "what happened is nobody's to change");
}

#[tokio::test]
async fn a_message_is_edited_in_its_own_conversation_only() {
    let app = TestApp::new().await;
    let (ana, _, with_ben) = app.talking("ana", "ben").await;
    let (_, _, with_carla) = app.talking("ana", "carla").await;
    let message = ana.say(with_ben, "On Sunday?").await;
    let answer = app.snug().edit_message(&ana.actor(), with_carla, message.id, text("On Monday?")).await;
    assert!(matches!(answer, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_message_of_an_invitation_can_be_edited_until_it_is_answered() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ban").await;
    let message = ana.entries(conversation).await[0].id;
    ana.edit(conversation, message, "Hello Ben").await;
    assert_eq!(ben.texts(conversation).await, ["Hello Ben"]);
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains("Hello Ben") && !mail.text.contains("Hello Ban"), "the mail says what it says now");
}

#[tokio::test]
async fn what_lapsed_or_was_withdrawn_cannot_be_edited() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let withdrawn = ana.start_conversation("ben", "Hello Ben").await;
    let message = ana.entries(withdrawn).await[0].id;
    ana.withdraw(withdrawn).await;
    let answer = app.snug().edit_message(&ana.actor(), withdrawn, message, text("Hello")).await;
    assert_eq!(refused(answer), Refusal::NoLongerOpen);

    let lapsed = ana.start_conversation("carla", "Hello Carla").await;
    let message = ana.entries(lapsed).await[0].id;
    app.wait(days(30));
    let answer = app.snug().edit_message(&ana.actor(), lapsed, message, text("Hello")).await;
    assert_eq!(refused(answer), Refusal::NoLongerOpen);
}

#[tokio::test]
async fn a_deleted_message_cannot_be_edited() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "On Sunday?").await;
    ana.delete(conversation, message.id).await;
    let answer = app.snug().edit_message(&ana.actor(), conversation, message.id, text("On Monday?")).await;
    assert_eq!(refused(answer), Refusal::Deleted);
}

#[tokio::test]
async fn an_edit_does_not_overwrite_another_that_it_does_not_know_of() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "On Sunday?").await;
    let edit = |words, made_from| Edit { text: text(words), made_from: Some(made_from) };
    app.wait(minutes(1));
    let first = edit("On Monday?", version(&message));
    let edited = app.snug().edit_message(&ana.actor(), conversation, message.id, first).await.expect("edited");
    app.wait(minutes(1));
    let late = edit("On Tuesday?", version(&message));
    let answer = app.snug().edit_message(&ana.actor(), conversation, message.id, late).await;
    assert!(matches!(answer, Err(Error::Conflict)), "{answer:?}");
    assert_eq!(ana.texts(conversation).await.pop().as_deref(), Some("On Monday?"));
    let informed = edit("On Tuesday?", version(&edited));
    app.snug().edit_message(&ana.actor(), conversation, message.id, informed).await.expect("edited");
    assert_eq!(ana.texts(conversation).await.pop().as_deref(), Some("On Tuesday?"));
}
