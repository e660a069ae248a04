use snug_testkit::browser::{Method, StatusCode, TestSite};
use snug_testkit::minutes;

#[tokio::test]
async fn one_click_of_a_mail_program_stops_mails_without_cookie_or_origin() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let mail = site.last_mail("ben").await;
    assert_eq!(mail.header("List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
    let link = mail.header("List-Unsubscribe").expect("a link").trim_matches(['<', '>']).to_owned();

    let program = site.browser();
    let click = program.request(Method::POST, &link).form(&[("List-Unsubscribe", "One-Click")]);
    let mut click = click.build().expect("a post");
    for header in ["origin", "sec-fetch-site", "sec-fetch-mode"] {
        click.headers_mut().remove(header);
    }
    let answer = program.execute(click).await;
    assert_eq!((answer.status(), answer.text("h1").as_str()), (StatusCode::OK, "Mails are stopped"));

    ben.accept(conversation).await;
    ana.say(conversation, "Are you there?").await;
    site.advance(minutes(10)).await;
    assert_eq!(site.mailbox("ben").await.len(), 1, "no digest");
}

#[tokio::test]
async fn mails_are_stopped_by_a_button_and_come_again_by_another() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    ana.start_conversation("ben", "Hello Ben").await;
    let link = format!("/u/{}", site.last_mail("ben").await.token_after("/u/"));
    let browser = site.browser();
    let before = site.rows().await;
    let page = browser.open(&link).await;
    site.rows().await.assert_same(&before, "opening the link");
    let stopped = browser.press(&page, &link, &[]).await;
    assert!(stopped.says("Riverside sends you no more mails about conversations."), "{}", stopped.main());
    let bens = site.sign_in(&ben).await;
    assert!(bens.open("/preferences").await.has("input[name=mail][value=off][checked]"));

    let again = browser.press(&stopped, &format!("{link}/resume"), &[]).await;
    assert_eq!(again.text("h1"), "Mails come again");
    assert_eq!(again.link("My Conversations"), "/conversations");
    assert_eq!(again.link("Mail in your preferences"), "/preferences");
    assert!(bens.open("/preferences").await.has("input[name=mail][value=together][checked]"));
}

#[tokio::test]
async fn a_link_that_never_was_one_says_so_kindly() {
    let site = TestSite::new().await;
    let browser = site.browser();
    for answer in [
        browser.get("/u/never-was-one").await,
        browser.post("/u/never-was-one", &[]).await,
        browser.post("/u/never-was-one/resume", &[]).await,
    ] {
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        assert_eq!(answer.text("h1"), "This link stops no mails");
        assert!(answer.says("open the one at the foot of another mail from Riverside"), "{}", answer.main());
        assert_eq!(answer.link("Sign in and go to the preferences"), "/preferences");
    }
}
