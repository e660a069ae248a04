use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::{PASSWORD, days, minutes};

#[tokio::test]
async fn an_invitation_is_accepted_from_its_mail_without_signing_in() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello *Ben*, see <https://example.org/garden>").await;
    let link = format!("/m/{}", site.last_mail("ben").await.token_after("/m/"));
    let browser = site.browser();
    let landing = browser.open(&link).await;
    assert_eq!(landing.text("h1"), "Ana Ruiz would like to talk with you");
    assert_eq!(landing.text(".letter em"), "Ben");
    assert!(!landing.has(".letter .prose a"), "a stranger's links are text");

    let done = browser.press(&landing, &format!("{link}/accept"), &[]).await;
    assert_eq!(done.text("h1"), "You and Ana can talk now");
    assert_eq!(done.link("Go to the conversation"), format!("/conversations/{conversation}"));
    assert!(ben.sees(conversation).await.unread_count > 0 || ana.sees(conversation).await.unread_count > 0);
    assert!(!browser.open("/").await.has("form[action='/sign-out']"), "a mail link is not a key: nobody is signed in");
    assert!(browser.get(format!("/conversations/{conversation}")).await.location().starts_with("/sign-in?"));
    let reminded = browser.open(&link).await;
    assert_eq!(reminded.text("h1"), "You and Ana can talk now", "the browser it was decided in");
    let again = site.browser().open(&link).await;
    assert_eq!(again.status(), StatusCode::GONE, "opened elsewhere it tells nobody what was decided");
    assert!(again.has("main a[href^='/sign-in?return_to=/m/']"), "{}", again.main());
    let path = format!("/conversations/{conversation}");
    assert_eq!(site.sign_in(&ben).await.get(&link).await.location(), path, "its owner is led there");
}

#[tokio::test]
async fn an_invitation_is_declined_from_its_mail_and_that_is_undone_there() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let link = format!("/m/{}", site.last_mail("ben").await.token_after("/m/"));
    let browser = site.browser();
    let done = browser.press(&browser.open(&link).await, &format!("{link}/decline"), &[]).await;
    assert_eq!(done.text("h1"), "Declined");
    assert!(done.says("Ana is not told."), "{}", done.main());
    assert!(!done.body.contains("Hello Ben"));
    let elsewhere = site.browser();
    let late = elsewhere.submit(format!("{link}/accept"), &[]).await;
    assert_eq!(late.status(), StatusCode::GONE, "what was decided is changed only by its owner");
    let reopened = browser.open(&link).await;
    assert_eq!(reopened.text("h1"), "Declined", "reopened here it says so");
    assert!(reopened.has("main time"), "and when: {}", reopened.main());
    assert!(reopened.link("Sign in to change it").starts_with("/sign-in?return_to=/m/"));
    let undone = browser.press(&reopened, &format!("{link}/undo"), &[]).await;
    assert_eq!(undone.text("h1"), "Ana Ruiz would like to talk with you");
    browser.press(&undone, &format!("{link}/accept"), &[]).await;
    ana.say(conversation, "Good that you came").await;
    let again = browser.submit(format!("{link}/decline"), &[]).await;
    assert_eq!(again.text("h1"), "You and Ana can talk now", "what was accepted cannot be declined");
    assert!(!again.body.contains("Good that you came"), "a mail link shows no history");
}

#[tokio::test]
async fn a_browser_is_reminded_of_its_own_decision_and_of_no_other() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let link = format!("/m/{}", site.last_mail("ben").await.token_after("/m/"));
    let browser = site.browser();
    browser.submit(format!("{link}/decline"), &[]).await;
    site.wait(minutes(11));
    let later = browser.open(&link).await;
    assert_eq!(later.text("h1"), "Declined");
    assert!(!later.has("form[action$='/undo']"), "undone only for a while: {}", later.main());

    site.member("ben").await.accept(conversation).await;
    assert_eq!(browser.open(&link).await.status(), StatusCode::GONE, "its owner decided otherwise since");
}

#[tokio::test]
async fn the_mail_of_an_invitation_stops_mails_by_a_button_on_its_page() {
    let site = TestSite::new().await;
    site.member("ana").await.start_conversation("ben", "Hello Ben").await;
    let mail = site.last_mail("ben").await;
    let browser = site.browser();
    let landing = browser.open(format!("/m/{}", mail.token_after("/m/"))).await;
    let stopped = browser.press(&landing, &format!("/u/{}", mail.token_after("/u/")), &[]).await;
    assert_eq!(stopped.text("h1"), "Mails are stopped");
}

#[tokio::test]
async fn a_link_that_leads_nowhere_any_more_says_so_kindly() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let withdrawn = ana.start_conversation("ben", "Hello Ben").await;
    let withdrawn_link = format!("/m/{}", site.last_mail("ben").await.token_after("/m/"));
    ana.withdraw(withdrawn).await;
    ana.start_conversation("carla", "Hello Carla").await;
    let lapsed_link = format!("/m/{}", site.last_mail("carla").await.token_after("/m/"));
    site.wait(days(30));
    let browser = site.browser();
    for link in [withdrawn_link.as_str(), lapsed_link.as_str(), "/m/never-was-one", "/m/%FF"] {
        for answer in [
            browser.get(link).await,
            browser.post(format!("{link}/accept"), &[]).await,
            browser.post(format!("{link}/decline"), &[]).await,
        ] {
            assert!([StatusCode::GONE, StatusCode::BAD_REQUEST].contains(&answer.status()), "{}", answer.status());
            assert!(!answer.body.contains("Hello"), "nothing of the message is left");
            assert!(answer.has("main h1") && answer.has("main a"), "it says so, and where to go: {}", answer.main());
        }
    }
}

#[tokio::test]
async fn a_link_that_ended_with_the_old_password_leads_its_owner_through_signing_in_to_the_invitation() {
    let site = TestSite::new().await;
    site.member("ana").await.start_conversation("ben", "Hello Ben").await;
    let link = format!("/m/{}", site.last_mail("ben").await.token_after("/m/"));
    let bens = site.sign_in(&site.member("ben").await).await;
    let new = "another corner by the window";
    bens.post("/preferences/password", &[("current_password", PASSWORD), ("password", new)]).await;

    let thief = site.browser();
    for answer in [
        thief.get(&link).await,
        thief.post(format!("{link}/accept"), &[]).await,
        thief.post(format!("{link}/decline"), &[]).await,
        thief.post(format!("{link}/undo"), &[]).await,
    ] {
        assert_eq!(answer.status(), StatusCode::GONE);
        assert_eq!(answer.text("h1"), "This link has ended");
        assert!(!answer.body.contains("Hello Ben") && !answer.body.contains("Ana"), "{}", answer.main());
    }
    let sign_in = site.browser();
    let ended = sign_in.open(&link).await;
    let form = sign_in.open(ended.link("Sign in and go to the invitation")).await;
    let typed = [("address", "ben@example.org"), ("password", new), ("return_to", link.as_str())];
    let landing = sign_in.press(&form, "/sign-in", &typed).await;
    assert_eq!(landing.text("h1"), "Ana Ruiz would like to talk with you");
    let done = sign_in.press(&landing, &format!("{link}/accept"), &[]).await;
    assert_eq!(done.text("h1"), "You and Ana can talk now");
}
