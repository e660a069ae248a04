//! What the composer's script gets instead of a page.

use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn a_script_gets_its_message_for_the_page_that_is_open() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let sent = browser.stream(&path, &[("text", "So *quick*"), ("client_id", "one")]).await;
    assert_eq!(sent.status(), StatusCode::OK);
    assert_eq!(sent.header("content-type"), "text/vnd.turbo-stream.html; charset=utf-8");
    assert!(sent.body.contains("data-client-id=\"one\"") && sent.body.contains("<em>quick</em>"), "{}", sent.body);
    let again = browser.stream(&path, &[("text", "So *quick*"), ("client_id", "one")]).await;
    assert_eq!(again.body, sent.body, "sending again after a break gives the same");
}

#[tokio::test]
async fn a_script_is_told_why_a_message_was_not_taken() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let refused = browser.stream(&path, &[("text", " "), ("client_id", "one")]).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attribute("turbo-stream", "action"), "refused");
    assert_eq!(refused.attribute("turbo-stream", "target"), "message-client-one");
    assert!(refused.body.contains("Write something first."), "{}", refused.body);

    browser.stream(&path, &[("text", "First"), ("client_id", "two")]).await;
    let other = browser.stream(&path, &[("text", "Second"), ("client_id", "two")]).await;
    assert_eq!(other.status(), StatusCode::CONFLICT);
    for number in 0..29 {
        ana.say(conversation, &format!("Message {number}")).await;
    }
    let many = browser.stream(&path, &[("text", "Too many"), ("client_id", "three")]).await;
    assert_eq!((many.status(), many.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "2"));
}

#[tokio::test]
async fn turbo_that_navigates_gets_a_page() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let led = browser.navigate(&path, &[("text", "Hello"), ("client_id", "one")]).await;
    assert_eq!(led.location(), format!("/conversations/{conversation}#composer"));
}

#[tokio::test]
async fn a_script_tells_how_far_was_read_without_an_answer() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let first = ana.say(conversation, "One").await;
    ana.say(conversation, "Two").await;
    let browser = site.sign_in(&ben).await;
    let sequence = first.sequence.to_string();
    let read = browser.post(format!("/conversations/{conversation}/read"), &[("sequence", &sequence)]).await;
    assert_eq!(read.status(), StatusCode::NO_CONTENT);
    assert_eq!(ben.sees(conversation).await.unread_count, 1);
    assert_eq!(browser.open(format!("/conversations/{conversation}")).await.count(".new-line"), 1);
}
