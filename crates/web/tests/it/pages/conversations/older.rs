use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::minutes;

#[tokio::test]
async fn older_messages_are_a_link_away_without_gaps_or_doubles() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    for number in 0..120 {
        let by = if number % 2 == 0 { &ana } else { &ben };
        by.say(conversation, &format!("Message {number}")).await;
        if number % 20 == 0 {
            site.wait(minutes(5));
        }
    }
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}");
    let (mut page, mut texts) = (browser.open(&path).await, Vec::new());
    assert_eq!(page.count(".message-list > [data-sequence]"), 50);
    loop {
        let older = page.attributes("a[href*='before=']", "href").pop();
        texts.splice(0..0, page.texts(".message-list .message-text"));
        let Some(older) = older else { break };
        page = browser.open(older).await;
    }
    let expected: Vec<_> = (0..120).map(|number| format!("Message {number}")).collect();
    assert_eq!(texts[1..], expected, "after the first message, all in order");

    // And forward again, to where it ends.
    let mut seen = page.count(".message-list > [data-sequence]");
    while let Some(newer) = page.attributes("a[href*='after_message=']", "href").pop() {
        page = browser.open(newer).await;
        seen += page.count(".message-list > [data-sequence]");
    }
    assert_eq!(seen, 122, "every entry once");
    assert_eq!(page.texts(".message-list .message-text").pop().as_deref(), Some("Message 119"));
}

#[tokio::test]
async fn a_place_that_is_none_is_no_fault_of_ours() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    site.member("carla").await;
    let browser = site.sign_in(&ana).await;
    for query in ["before=0", "before=-1", "before=9223372036854775807", "after_message=9223372036854775807"] {
        let answer = browser.get(format!("/conversations/{conversation}?{query}")).await;
        assert_eq!(answer.status(), StatusCode::OK, "{query}");
    }
    let waiting = ana.start_conversation("carla", "Hello Carla").await;
    let page = browser.open(&format!("/conversations/{waiting}?before=1")).await;
    assert!(page.says("Hello Carla"), "what has not begun is one message");
    for query in ["before=x", "before=99999999999999999999", "after_message=1.5"] {
        let answer = browser.get(format!("/conversations/{conversation}?{query}")).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.text("h1"), "There is nothing here", "{query}");
    }
}
