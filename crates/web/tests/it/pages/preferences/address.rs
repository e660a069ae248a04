use snug_domain::deliveries::{INVITATION_MAIL_WAITS, Rejection, Stage};
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn whose_mail_comes_back_is_told_where_they_look_and_has_it_tried_again() {
    let site = TestSite::new().await;
    site.member("ana").await.start_conversation("ben", "Hello Ben").await;
    let browser = site.sign_in(&site.member("ben").await).await;
    for path in ["/conversations", "/preferences"] {
        assert!(!browser.open(path).await.says("comes back"), "guard: {path}");
    }
    site.let_mail_fail();
    site.wait(INVITATION_MAIL_WAITS);
    let due = site.snug().claim_deliveries(site.now(), 1).await.expect("claimed").pop().expect("due");
    let words = String::from("5.1.1 No such user here");
    let rejection = Rejection { stage: Stage::Recipient, code: Some(550), words };
    site.snug().record_refused(&due, &rejection, site.now()).await.expect("recorded");

    let list = browser.open("/conversations").await;
    assert!(list.says("Mail to ben@example.org comes back"), "{}", list.main());
    let preferences = browser.open(list.link("See what to do")).await;
    assert!(preferences.says("Mail to ben@example.org comes back"), "{}", preferences.main());
    let again = browser.press(&preferences, "/preferences/address/retry", &[]).await;
    assert_eq!(again.notice(), "Mails go to your address again.");
    for path in ["/conversations", "/preferences"] {
        assert!(!browser.open(path).await.says("comes back"), "{path}");
    }
}
