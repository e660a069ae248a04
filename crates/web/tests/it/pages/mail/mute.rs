use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::minutes;

#[tokio::test]
async fn mails_of_one_conversation_are_stopped_by_a_button_and_come_again_by_another() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let salma = site.member("salma").await;
    let other = salma.start_conversation("ben", "Hello Ben").await;
    ben.accept(other).await;
    ana.say(conversation, "Are you there?").await;
    site.advance(minutes(10)).await;
    let link = format!("/mute/{}", site.last_mail("ben").await.token_after("/mute/"));
    let browser = site.browser();
    let before = site.rows().await;
    let page = browser.open(&link).await;
    site.rows().await.assert_same(&before, "opening the link");
    assert!(!page.body.contains("Ana") && !page.body.contains("Are you there"), "a link is no key");
    let muted = browser.press(&page, &link, &[]).await;
    assert_eq!(muted.text("h1"), "This conversation is muted");
    assert_eq!(browser.open(&link).await.text("h1"), "This conversation is muted", "opened again");

    let mails = site.mailbox("ben").await.len();
    ana.say(conversation, "Hello?").await;
    site.advance(minutes(10)).await;
    assert_eq!(site.mailbox("ben").await.len(), mails, "no mail of this conversation");
    salma.say(other, "And me?").await;
    site.advance(minutes(10)).await;
    assert_eq!(site.mailbox("ben").await.len(), mails + 1, "but of another");

    let again = browser.press(&muted, &format!("{link}/undo"), &[]).await;
    assert_eq!(again.text("h1"), "You hear of this conversation again");
    ana.say(conversation, "Once more").await;
    site.advance(minutes(10)).await;
    assert_eq!(site.mailbox("ben").await.len(), mails + 2);
}

#[tokio::test]
async fn the_link_of_who_does_not_take_part_or_that_never_was_one_says_so_kindly() {
    let site = TestSite::new().await;
    let (_, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.browser();
    let undecided = site.member("carla").await.start_conversation("ben", "Hello Ben").await;
    let url = site.snug().mute_url(&site.community(), ben.id(), undecided);
    let made_up = site.snug().mute_url(&site.community(), site.member("salma").await.id(), conversation);
    for url in [url, made_up, String::from("http://riverside.localhost/mute/never")] {
        let link = format!("/mute/{}", url.rsplit('/').next().unwrap_or_default());
        for answer in [browser.get(&link).await, browser.post(&link, &[]).await] {
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{link}");
            assert_eq!(answer.text("h1"), "This link stops no mails");
        }
    }
}
