use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn the_demo_lets_one_be_anybody_in_one_click_and_read_every_mail() {
    let site = TestSite::demo().await;
    site.member("ana").await.start_conversation("ben", "Hello *Ben*").await;
    site.advance(INVITATION_MAIL_WAITS).await;
    let browser = site.browser();
    let home = browser.open("/").await;
    assert_eq!(home.text(".demo-strip p"), "This is a demo.");
    let ben = browser.press(&home, "/demo/become/ben.okafor", &[]).await;
    assert_eq!(ben.text(".demo-strip-who"), "You are Ben Okafor");
    let ana = browser.press(&ben, "/demo/become/ana.ruiz", &[]).await;
    assert_eq!(ana.text(".menu-head strong"), "Ana Ruiz");

    let mails = browser.open("/demo/mails").await;
    assert_eq!(mails.texts(".mail-subject"), ["Ana Ruiz would like to talk with you"]);
    let mail = browser.open(mails.attribute(".mail-row", "href")).await;
    assert_eq!(mail.attributes("main h1", "dir"), ["auto"]);
    let frame = browser.open(mail.attribute("iframe", "src")).await;
    assert!(frame.body.contains("<em>Ben</em>"));
    assert!(browser.open(mail.link("Text")).await.text("pre").contains("Hello *Ben*"));
    assert!(browser.open(mail.link("Source")).await.text("pre").contains("Message-ID:"));
}

#[tokio::test]
async fn a_mail_in_the_demo_is_shown_where_nothing_of_it_can_run() {
    let site = TestSite::demo().await;
    site.member("ana").await.start_conversation("ben", "Hello Ben").await;
    site.advance(INVITATION_MAIL_WAITS).await;
    let browser = site.browser();
    let page = browser.open(browser.open("/demo/mails").await.attribute(".mail-row", "href")).await;
    assert!(!page.attribute("iframe", "sandbox").contains("allow-scripts"));
    let frame = browser.get(page.attribute("iframe", "src")).await;
    let policy = frame.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'unsafe-inline'"), "{policy}");
    assert!(policy.contains("sandbox") && !policy.contains("allow-scripts") && !policy.contains("allow-same-origin"));
    assert_eq!(frame.header("x-frame-options"), "SAMEORIGIN");
}

#[tokio::test]
async fn only_mails_are_shown_and_no_other_file() {
    let site = TestSite::demo().await;
    let browser = site.browser();
    for name in ["..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "..", "nothing.eml", ".eml", "a%00.eml", "..%2Fa.eml"] {
        for path in [format!("/demo/mails/{name}"), format!("/demo/mails/{name}/html")] {
            assert_eq!(browser.get(&path).await.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn outside_of_the_demo_none_of_it_is_there() {
    let site = TestSite::new().await;
    site.member("ana").await.start_conversation("ben", "Hello Ben").await;
    site.advance(INVITATION_MAIL_WAITS).await;
    let browser = site.sign_in(&site.member("ana").await).await;
    assert!(!browser.open("/people").await.body.contains("/demo/"));
    for path in ["/demo/mails", "/demo/mails/1.eml", "/demo/mails/1.eml/html"] {
        assert_eq!(browser.get(path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let before = site.rows().await;
    assert_eq!(browser.post("/demo/become/ben.okafor", &[]).await.status(), StatusCode::NOT_FOUND);
    site.rows().await.assert_same(&before, "becoming somebody");
}
