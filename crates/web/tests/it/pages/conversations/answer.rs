//! Answering one message, in the browser without script and with it.

use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn one_answers_a_message_without_a_script_and_the_answer_quotes_it() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let question = ana.say(conversation, "Is **Sunday** good?").await;
    ana.say(conversation, "Or Monday?").await;
    let browser = site.sign_in(&ben).await;
    let path = format!("/conversations/{conversation}");
    let page = browser.open(&path).await;
    assert!(!page.has(".composer-answers:not([hidden])"), "nothing is answered yet");
    let answer = page.attribute(&format!("#message-{} .message-answer", question.id), "href");
    assert_eq!(answer, format!("{path}?in_reply_to={}#composer", question.sequence));
    let form = browser.open(answer.trim_end_matches("#composer")).await;
    assert_eq!(form.text(".composer-answers .quote-author"), "Ana Ruiz");
    assert_eq!(form.text(".composer-answers .quote-words"), "Is Sunday good?");
    assert_eq!(form.attribute(".composer-answers a", "href"), format!("{path}#composer"), "and back");

    let said = browser.press(&form, &format!("{path}/messages"), &[("text", "It is")]).await;
    assert_eq!(said.text(".message:last-child .quote-author"), "Ana Ruiz");
    assert_eq!(said.text(".message:last-child .quote-words"), "Is Sunday good?");
    let leads_to = format!("{path}?after_message={}#message-{}", question.sequence - 1, question.id);
    assert_eq!(said.attribute(".message:last-child .quote", "href"), leads_to);
    assert!(browser.open(&leads_to).await.has(&format!("#message-{}", question.id)));
    let by_ana = site.sign_in(&ana).await.open(&path).await;
    assert_eq!(by_ana.text(".message:last-child .quote-author"), "You");
}

#[tokio::test]
async fn an_answer_that_is_refused_is_still_one() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let question = ana.say(conversation, "Is Sunday good?").await.sequence;
    let browser = site.sign_in(&ben).await;
    let path = format!("/conversations/{conversation}");
    let form = browser.open(format!("{path}?in_reply_to={question}")).await;
    let refused = browser.press(&form, &format!("{path}/messages"), &[("text", " ")]).await;
    assert_eq!(refused.text(".composer-answers .quote-words"), "Is Sunday good?");
    let said = browser.press(&refused, &format!("{path}/messages"), &[("text", "It is")]).await;
    assert_eq!(said.text(".message:last-child .quote-words"), "Is Sunday good?");
}

#[tokio::test]
async fn what_is_not_there_is_not_answered_and_the_text_is_kept() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}");
    for in_reply_to in ["4000", "-1", "none", "99999999999999999999"] {
        assert!(
            !browser.open(format!("{path}?in_reply_to={in_reply_to}")).await.has(".composer-answers:not([hidden])")
        );
        let fields = [("text", "Yes"), ("in_reply_to", in_reply_to)];
        let answer = browser.press(&browser.open(&path).await, &format!("{path}/messages"), &fields).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text("[role=alert]").starts_with("The message you reply to is not there any more."));
        assert_eq!(answer.text("#composer-text"), "Yes");
    }
}

#[tokio::test]
async fn an_open_answer_changes_with_the_message_it_quotes() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let question = ana.say(conversation, "Is Sunday good?").await;
    ben.try_answer(conversation, question.sequence, "It is").await.expect("an answer");
    let mut stream = site.sign_in(&ben).await.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    ana.edit(conversation, question.id, "Is Saturday good?").await;
    let edited = stream.next_change().await;
    let quote = format!("<turbo-stream action=\"update\" targets=\"[data-quotes='{}'] .quote-words\">", question.id);
    assert!(edited.data.contains(&format!("{quote}<template>Is Saturday good?</template>")), "{}", edited.data);
    ana.delete(conversation, question.id).await;
    let deleted = stream.next_change().await;
    assert!(deleted.data.contains(&format!("{quote}<template>This message was deleted")), "{}", deleted.data);
}
