use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::seconds;

#[tokio::test]
async fn the_two_talk_in_markdown() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let path = format!("/conversations/{conversation}");
    let (form, messages) = (anas.open(&path).await, format!("{path}/messages"));
    let text = "**Bring** bread\n\n<script>alert(1)</script>";
    let said = anas.press(&form, &messages, &[("text", text)]).await;
    assert_eq!(said.text(".message:last-child .message-text strong"), "Bring");
    assert_eq!(said.text(".message:last-child .message-author"), "You");
    assert!(!said.has("main script"), "nothing of a message runs");

    let heard = bens.open(&path).await;
    assert_eq!(heard.text(".new-line"), "New messages");
    assert_eq!(heard.text(".message:last-child .message-author"), "Ana Ruiz");
    bens.press(&heard, &format!("{path}/read"), &[]).await;
    assert!(!bens.open(&path).await.has(".new-line"));
    assert_eq!(anas.open(&path).await.count(".message:last-child .message-seen"), 1);
}

#[tokio::test]
async fn the_same_form_sent_twice_posts_once_and_with_other_words_it_says_so() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}");
    let (form, messages) = (browser.open(&path).await, format!("{path}/messages"));
    browser.press(&form, &messages, &[("text", "Once")]).await;
    let again = browser.press(&form, &messages, &[("text", "Once")]).await;
    assert_eq!(again.texts(".message-text").iter().filter(|text| *text == "Once").count(), 1);

    let other = browser.press(&form, &messages, &[("text", "Other words")]).await;
    assert_eq!(other.status(), StatusCode::CONFLICT);
    assert!(other.text("[role=alert]").starts_with("This was sent before with other words."));
    assert_eq!(other.text("#composer-text"), "Other words", "what was typed is kept");
}

#[tokio::test]
async fn an_empty_message_is_not_sent() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}");
    let answer = browser.press(&browser.open(&path).await, &format!("{path}/messages"), &[("text", " \n")]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.text("[role=alert]"), "Write something first.");
}

#[tokio::test]
async fn thirty_messages_a_minute_are_enough_and_what_was_typed_is_kept() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}");
    for number in 0..30 {
        ana.say(conversation, &format!("Message {number}")).await;
    }
    let (form, messages) = (browser.open(&path).await, format!("{path}/messages"));
    let answer = browser.press(&form, &messages, &[("text", "One too many")]).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), "2");
    assert_eq!(answer.text("[role=alert]"), "That was quick. Please try again in 2 seconds.");
    assert_eq!(answer.text("#composer-text"), "One too many");
    site.wait(seconds(2));
    let sent = browser.press(&answer, &messages, &[]).await;
    assert_eq!(sent.text(".message:last-child .message-text"), "One too many");
}

#[tokio::test]
async fn a_preview_shows_how_it_will_look() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let form = browser.open(format!("/conversations/{conversation}")).await;
    let preview = browser.press(&form, "/preview", &[("text", "So *quiet* here")]).await;
    assert_eq!(preview.text("#preview em"), "quiet");
    let nothing = browser.press(&form, "/preview", &[("text", " ")]).await;
    assert!(nothing.says("There is nothing to show yet."), "{}", nothing.main());
}

#[tokio::test]
async fn the_preview_of_a_first_message_shows_its_links_as_text_as_the_invited_sees_them() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    let typed = ("text", "See <https://example.org/garden>");
    assert!(browser.submit("/preview", &[typed]).await.has("#preview a"), "guard");
    let first = browser.submit("/preview", &[typed, ("begins", "true")]).await;
    assert!(!first.has("#preview a") && first.text("#preview .prose").contains("https://example.org/garden"));
}
