//! A conversation with a third participant, on every page that shows it.

use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_testkit::browser::TestSite;
use snug_testkit::minutes;

#[tokio::test]
async fn words_are_whose_they_are_in_the_conversation_the_row_and_the_bell() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ben.say(conversation, "From Ben").await;
    carla.say(conversation, "From Carla").await;
    let browser = site.sign_in(&ana).await;
    let page = browser.open(format!("/conversations/{conversation}")).await;
    assert_eq!(page.texts(".message-list .message-author"), ["You", "Ben Okafor", "Carla Lindqvist"]);
    let called = "Ben and Carla";
    assert_eq!(page.text("#conversation-title"), called);
    assert_eq!(page.texts(".row-name"), [called]);
    assert_eq!(page.text(".row-words"), "Carla: From Carla");
    let bell = browser.open("/bell").await;
    assert_eq!(bell.text(".bell-entry-words"), "Carla: From Carla");
    let own = site.sign_in(&carla).await.open("/conversations").await;
    assert_eq!(own.text(".row-words"), "You: From Carla");
}

#[tokio::test]
async fn a_line_says_what_happened_and_who_left_withdrew_nothing() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let path = format!("/conversations/{conversation}");
    let secret = "After she left";
    carla.leave(conversation).await;
    ana.say(conversation, secret).await;
    let page = site.sign_in(&ben).await.open(&path).await;
    assert_eq!(
        page.texts(".line span:first-child"),
        ["Ana Ruiz began this conversation.", "You joined.", "Carla Lindqvist joined.", "Carla Lindqvist left."]
    );
    assert!(page.has("#composer") && page.says(secret) && !page.says("accepted"), "{}", page.main());
    let page = site.sign_in(&carla).await.open(&path).await;
    assert!(page.says("Hello both") && page.says("You left.") && page.says("You left this conversation."));
    assert!(!page.has("#composer") && !page.says(secret) && !page.says("took it back"), "{}", page.main());
}

#[tokio::test]
async fn who_is_asked_sees_who_asks_and_the_message_and_nothing_else() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let emma = site.member("emma").await;
    let others = [(&ben, Joined), (&carla, Invited), (&emma, Declined)];
    let conversation = site.several(&ana, &others, "Hello all").await;
    ben.say(conversation, "Not for Carla").await;
    let browser = site.sign_in(&carla).await;
    for path in [format!("/conversations/{conversation}"), "/conversations".into(), "/bell".into()] {
        let page = browser.open(&path).await;
        assert!(page.says("Hello all") && !page.says("Not for Carla") && !page.says("Emma"), "{path}: {}", page.main());
    }
    assert!(
        browser
            .open(format!("/conversations/{conversation}"))
            .await
            .says("Ana Ruiz invites you to a conversation of several people")
    );
}

#[tokio::test]
async fn names_and_faces_stand_beside_messages_only_where_several_write_and_once_for_what_one_says_in_a_row() {
    let site = TestSite::new().await;
    let (ana, ben, of_two) = site.talking("ana", "ben").await;
    let carla = site.member("carla").await;
    ben.say(of_two, "Only the two of us").await;
    let browser = site.sign_in(&ana).await;
    let two = browser.open(format!("/conversations/{of_two}")).await;
    assert_eq!((two.count(".message .avatar"), two.count(".message-author:not(.unseen)")), (0, 0));
    assert_eq!(two.texts(".message-author").last().map(String::as_str), Some("Ben Okafor"), "said to a screen reader");

    let several = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    for text in ["One", "Two"] {
        ben.say(several, text).await;
    }
    carla.say(several, "Three").await;
    site.wait(minutes(6));
    carla.say(several, "Four").await;
    let page = browser.open(format!("/conversations/{several}")).await;
    assert_eq!(
        page.texts(".message-author:not(.unseen)"),
        ["Ben Okafor", "Ben Okafor", "Carla Lindqvist", "Carla Lindqvist"]
    );
    assert_eq!(page.texts(".message-follows .message-text"), ["Two"], "Carla's last one came later");
}
