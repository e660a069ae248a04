use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::minutes;

#[tokio::test]
async fn an_own_message_is_edited_and_deleted_for_both() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let message = ana.say(conversation, "Bring bred").await;
    let path = format!("/conversations/{conversation}");
    let (edit, delete) =
        (format!("{path}/messages/{}/edit", message.id), format!("{path}/messages/{}/delete", message.id));

    let edited = anas.press(&anas.open(&path).await, &edit, &[("text", "Bring bread")]).await;
    assert!(!edited.has(".notice"), "it is seen");
    let heard = bens.open(&path).await;
    assert_eq!(heard.text(".message:last-child .message-text"), "Bring bread");
    assert_eq!(heard.text(".message:last-child .message-edited"), "edited");
    assert!(!heard.has(&format!("form[action='{edit}']")), "no tools for what another wrote");

    let restore = format!("{path}/messages/{}/restore", message.id);
    let deleted = anas.press(&edited, &delete, &[]).await;
    assert_eq!(deleted.notice(), "Message deleted.");
    assert!(!deleted.body.contains("Bring"), "nothing of it in what the browser keeps");
    anas.press(&deleted, &restore, &[]).await;
    let heard = bens.open(&path).await;
    assert_eq!(heard.text(".message:last-child .message-text"), "Bring bread");

    anas.press(&anas.open(&path).await, &delete, &[]).await;
    let gone = bens.open(&path).await;
    assert_eq!(gone.text(".message:last-child .message-text"), "This message was deleted.");
    assert!(!gone.body.contains("Bring"));
    let late = anas.post(&edit, &[("text", "Back again")]).await;
    assert_eq!(late.status(), StatusCode::FORBIDDEN);
    assert!(late.says("This message was deleted."), "{}", late.main());
}

#[tokio::test]
async fn only_who_wrote_a_message_changes_it() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let message = ana.say(conversation, "Mine").await;
    let path = format!("/conversations/{conversation}/messages/{}", message.id);
    let bens = site.sign_in(&ben).await;
    assert_eq!(bens.post(format!("{path}/edit"), &[("text", "Yours")]).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(bens.post(format!("{path}/delete"), &[]).await.status(), StatusCode::FORBIDDEN);
    let carla = site.sign_in(&site.member("carla").await).await;
    assert_eq!(carla.post(format!("{path}/edit"), &[("text", "Ours")]).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(carla.post(format!("{path}/delete"), &[]).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(ana.texts(conversation).await.pop().as_deref(), Some("Mine"));
}

#[tokio::test]
async fn a_message_is_not_reached_by_way_of_another_conversation() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let (_, _, other) = site.talking("ana", "carla").await;
    let message = ana.say(conversation, "Here").await;
    let anas = site.sign_in(&ana).await;
    let path = format!("/conversations/{other}/messages/{}/edit", message.id);
    assert_eq!(anas.post(path, &[("text", "There")]).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_edit_that_cannot_be_taken_says_why_and_keeps_what_was_typed() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let message = ana.say(conversation, "Mine").await;
    let path = format!("/conversations/{conversation}/messages/{}/edit", message.id);
    let browser = site.sign_in(&ana).await;
    let (empty, long) = (String::from("  "), "Far too long. ".repeat(2_000));
    for (typed, why) in [(empty, "Write something first."), (long, "At most 20000 characters, please.")] {
        let answer = browser.post(&path, &[("text", &typed)]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.text("#text-error"), why);
        assert_eq!(answer.text("textarea").trim(), typed.trim());
        let saved = browser.press(&answer, &path, &[("text", "Ours")]).await;
        assert_eq!(saved.text(".message:last-child .message-text"), "Ours");
    }
}

#[tokio::test]
async fn an_edit_too_soon_after_many_keeps_what_was_typed() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let message = ana.say(conversation, "Mine").await;
    let path = format!("/conversations/{conversation}/messages/{}/edit", message.id);
    let browser = site.sign_in(&ana).await;
    // With what she said, 30 in a minute.
    for take in 1..30 {
        let answer = browser.post(&path, &[("text", format!("Mine, take {take}").as_str())]).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "take {take}");
    }
    let answer = browser.post(&path, &[("text", "Mine, take 30")]).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), "2", "30 a minute: the next in two seconds");
    assert_eq!(answer.text("textarea"), "Mine, take 30");
}

#[tokio::test]
async fn an_edit_in_a_second_tab_overwrites_nothing_and_shows_both_texts() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let message = ana.say(conversation, "Bring bred").await;
    let path = format!("/conversations/{conversation}");
    let edit = format!("{path}/messages/{}/edit", message.id);
    let browser = site.sign_in(&ana).await;
    let (one, other) = (browser.open(&path).await, browser.open(&path).await);
    site.wait(minutes(1));
    browser.press(&one, &edit, &[("text", "Bring bread")]).await;
    let answer = browser.press(&other, &edit, &[("text", "Bring salt")]).await;
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    assert!(answer.says("Bring bread"), "{}", answer.main());
    assert_eq!(answer.text("textarea"), "Bring salt");
    assert_eq!(ana.texts(conversation).await.pop().as_deref(), Some("Bring bread"));
    let saved = browser.press(&answer, &edit, &[("text", "Bring bread and salt")]).await;
    assert_eq!(saved.text(".message:last-child .message-text"), "Bring bread and salt");
}
