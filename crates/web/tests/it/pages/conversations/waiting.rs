use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::{days, minutes};

#[tokio::test]
async fn the_first_message_can_be_edited_until_it_is_accepted() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let browser = site.sign_in(&ana).await;
    let conversation = ana.start_conversation("ben", "Helo Ben").await;
    let path = format!("/conversations/{conversation}");

    let page = browser.open(&path).await;
    assert_eq!(page.text("textarea"), "Helo Ben");
    assert_eq!(page.attribute(".letter-state time", "datetime"), "2026-04-01T09:00:00Z", "it lapses in thirty days");
    let first = ana.entries(conversation).await.remove(0).id;
    let edit = format!("{path}/messages/{first}/edit");
    assert!(!page.has(&format!("form[action='{path}/messages/{first}/delete']")), "it goes only with the invitation");
    let empty = browser.press(&page, &edit, &[("text", "  ")]).await;
    assert_eq!(
        (empty.status(), empty.text("#text-error").as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "Write something first.")
    );
    let edited = browser.press(&page, &edit, &[("text", "Hello Ben")]).await;
    assert!(!edited.has(".notice"), "it is seen");
    assert_eq!(edited.text(".message-text"), "Hello Ben");
    assert!(edited.has(".message-edited"));

    assert_eq!(site.sign_in(&ben).await.open(&path).await.text(".message-text"), "Hello Ben");
    ben.accept(conversation).await;
    let late = browser.press(&edited, &edit, &[("text", "Too late?")]).await;
    assert_eq!(late.notice(), "Your invitation was accepted meanwhile. Your message is changed.");
    assert_eq!(late.text(".message-text"), "Too late?", "an own message can be edited while one talks");
}

#[tokio::test]
async fn who_withdraws_leaves_nothing_to_be_read() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let path = format!("/conversations/{conversation}");
    let withdrawn = anas.press(&anas.open(&path).await, &format!("{path}/withdraw"), &[]).await;
    assert_eq!(withdrawn.notice(), "Your message is withdrawn.");
    assert_eq!(withdrawn.count("#conversation-rows .row"), 0, "back in the list, without it");
    let undone = anas.press(&withdrawn, &format!("{path}/withdraw/undo"), &[]).await;
    assert!(undone.says("Waiting for Ben to answer"), "{}", undone.main());
    anas.press(&undone, &format!("{path}/withdraw"), &[]).await;
    let standing = "You wrote to Ben on 2 March 2026 and took it back. You can write again on 1 May 2026. \
        Ben can write to you any time.";
    for place in [&path, "/people/ben.okafor", "/conversations/new?to=ben.okafor"] {
        let page = anas.open(place).await;
        assert!(page.says(standing), "{place}: {}", page.main());
    }

    let gone = bens.open(&path).await;
    assert!(gone.says("This invitation is no longer open.") && !gone.body.contains("Hello Ben"), "{}", gone.main());
    assert!(bens.open("/conversations").await.texts("#conversation-rows .row").is_empty());
    let late = bens.post(format!("{path}/accept"), &[]).await;
    assert_eq!(late.status(), StatusCode::FORBIDDEN);
    assert!(late.says("This invitation is no longer open."), "{}", late.main());
}

#[tokio::test]
async fn an_invitation_lapses_after_thirty_days_for_both() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let path = format!("/conversations/{}", ana.start_conversation("ben", "Hello Ben").await);
    site.wait(days(30));
    assert!(anas.open(&path).await.says("There was no answer in time."));
    assert!(bens.open(&path).await.says("This invitation is no longer open."));
    assert_eq!(bens.post(format!("{path}/accept"), &[]).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(bens.open("/conversations?show=invitations").await.count("#conversation-rows .row"), 0);
}

#[tokio::test]
async fn nothing_more_can_be_said_before_the_answer() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let messages = format!("/conversations/{}/messages", ana.start_conversation("ben", "Hello Ben").await);
    let more = anas.post(&messages, &[("text", "And more"), ("client_id", "one")]).await;
    assert_eq!(more.status(), StatusCode::FORBIDDEN);
    let early = bens.post(&messages, &[("text", "An answer"), ("client_id", "two")]).await;
    assert_eq!(early.status(), StatusCode::FORBIDDEN);
    assert_eq!(anas.open(messages.trim_end_matches("/messages")).await.count(".message"), 1);
}

#[tokio::test]
async fn after_three_days_one_reminds_once() {
    let site = TestSite::new().await;
    let [ana, _ben] = [site.member("ana").await, site.member("ben").await];
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let path = format!("/conversations/{conversation}");
    let browser = site.sign_in(&ana).await;
    let page = browser.open(&path).await;
    assert!(
        page.says("You can remind them once, from 5 March 2026") && !page.says("Remind them once"),
        "{}",
        page.main()
    );
    site.wait(days(3));
    let page = browser.open(&path).await;
    let reminded = browser.press(&page, &format!("{path}/remind"), &[]).await;
    assert_eq!(reminded.notice(), "They are reminded, by the bell and by mail.");
    assert!(reminded.says("You reminded them on 5 March 2026"), "{}", reminded.main());
    site.wait(minutes(1));
    let again = browser.post(format!("{path}/remind"), &[]).await;
    assert!(again.body.contains("You reminded them already"), "{}", again.main());
}
