use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn a_conversation_is_started_from_a_profile() {
    let site = TestSite::new().await;
    site.member("ben").await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let profile = ana.open("/people/ben.okafor").await;
    let form = ana.open(profile.link("Start conversation")).await;
    site.keep_secret("Shall we plan the *harvest* feast?");
    let waiting = ana.press(&form, "/conversations", &[("text", "Shall we plan the *harvest* feast?")]).await;

    assert!(!waiting.has(".notice"), "it is seen");
    assert!(waiting.says("Waiting for Ben to answer"), "{}", waiting.main());
    assert_eq!(waiting.text(".message-text em"), "harvest");
    assert_eq!(waiting.texts("#conversation-rows .row-name"), ["Ben Okafor"]);
    assert!(!waiting.has("#composer-text"), "nothing more can be sent");
    let mail = site.last_mail("ben").await;
    assert_eq!(mail.subject, "Ana Ruiz would like to talk with you");
}

#[tokio::test]
async fn the_same_form_sent_twice_starts_once() {
    let site = TestSite::new().await;
    site.member("ben").await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let form = ana.open("/conversations/new?to=ben.okafor").await;
    let first = ana.press(&form, "/conversations", &[("text", "Hello Ben")]).await;
    let again = ana.press(&form, "/conversations", &[("text", "Hello Ben")]).await;
    assert_eq!(first.attribute("section.conversation", "id"), again.attribute("section.conversation", "id"));
    assert_eq!(again.count(".message"), 1);
    assert_eq!(site.mailbox("ben").await.len(), 1);
}

#[tokio::test]
async fn what_cannot_be_sent_is_kept_to_be_mended() {
    let site = TestSite::new().await;
    site.member("ben").await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let form = ana.open("/conversations/new?to=ben.okafor").await;
    let empty = ana.press(&form, "/conversations", &[("text", " \n ")]).await;
    assert_eq!(empty.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.text("[role=alert]"), "Write something first.");

    let long = "a".repeat(20_001);
    let answer = ana.press(&form, "/conversations", &[("text", &long)]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.text("textarea").len(), 20_001, "what was typed is not lost");
    assert!(site.sent_mails().is_empty());
}

#[tokio::test]
async fn a_second_message_before_the_answer_leads_to_the_first() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let browser = site.sign_in(&ana).await;
    let form = {
        site.member("ben").await;
        browser.open("/conversations/new?to=ben.okafor").await
    };
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let path = format!("/conversations/{conversation}");
    assert_eq!(browser.get("/conversations/new?to=ben.okafor").await.location(), path);

    let refused = browser.press(&form, "/conversations", &[("text", "And another thing")]).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    assert!(refused.says("You wrote to Ben on 2 March 2026. There is no answer yet."), "{}", refused.main());
    assert_eq!(site.mailbox("ben").await.len(), 1);
}

#[tokio::test]
async fn whom_to_write_to_is_found_by_name() {
    let site = TestSite::new().await;
    site.member("ben").await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let all = ana.open("/conversations/new").await;
    assert_eq!(all.texts(".choices strong"), ["Ben Okafor"], "oneself is not offered");
    let found = ana.open("/conversations/new?q=oka").await;
    assert_eq!(found.attribute(".choices a", "href"), "/conversations/new?to=ben.okafor");
    assert!(ana.open("/conversations/new?q=zzz").await.says("Nobody found for “zzz”."));
}

#[tokio::test]
async fn nobody_writes_to_somebody_who_is_not_there() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    for to in ["nobody", "%00", "a%20b"] {
        assert_eq!(ana.get(format!("/conversations/new?to={to}")).await.status(), StatusCode::NOT_FOUND, "{to}");
    }
    let fields = [("to", "nobody"), ("text", "Hello"), ("client_id", "one")];
    assert_eq!(ana.post("/conversations", &fields).await.status(), StatusCode::NOT_FOUND);
    let own = ana.post("/conversations", &[("to", "ana.ruiz"), ("text", "Hello"), ("client_id", "two")]).await;
    assert_eq!(own.status(), StatusCode::FORBIDDEN);
    assert!(own.says("This is you."), "{}", own.main());
}
