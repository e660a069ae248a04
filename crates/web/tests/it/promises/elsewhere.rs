//! Mails, browsers, other sites, and the log.

use crate::cases::{Place, Who, all};
use scraper::{Html, Selector};
use snug_domain::conversations::DIGEST_WINDOW;
use snug_testkit::browser::TestSite;
use snug_testkit::{ReceivedMail, logged};

/// What has a browser or a mail program fetch something by itself.
fn fetched(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let of = |selector: &str, attribute: &str| -> Vec<String> {
        let found = Selector::parse(selector).expect("a selector");
        page.select(&found).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
    };
    [
        of("[src]", "src"),
        of("[srcset]", "srcset"),
        of("link[href]", "href"),
        of("[background]", "background"),
        of("[poster]", "poster"),
        of("object[data]", "data"),
    ]
    .concat()
}

async fn mails(site: &TestSite) -> Vec<ReceivedMail> {
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben, shall we talk?").await;
    assert_eq!(site.mailbox("ben").await.len(), 1, "guard: the invitation is mailed before he accepts");
    ben.accept(conversation).await;
    ana.say(conversation, "![a picture](https://elsewhere.example/otter.png)").await;
    site.advance(DIGEST_WINDOW).await;
    site.mailbox("ben").await
}

#[tokio::test]
async fn pages_load_nothing_from_other_sites() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let ana = site.sign_in(&place.ana).await;
    let mut seen = 0;
    for case in all().iter().filter(|case| case.method().is_safe() && case.who != Who::Holders) {
        let answer = ana.send(case.request(&ana, &place)).await;
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{}", case.route);
        if answer.header("content-type").starts_with("text/html") && !case.route.ends_with("/html") {
            for address in fetched(&answer.body) {
                seen += 1;
                assert!(address.starts_with('/') && !address.starts_with("//"), "{} loads {address}", case.route);
            }
        }
    }
    assert!(seen > 50, "guard: pages load something");
}

#[tokio::test]
async fn there_are_no_cookies_but_those_that_are_named() {
    const NAMED: [&str; 5] = ["session", "browser", "notice", "return-to", "decision"];
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let mut kept = 0;
    for case in all() {
        let browser = site.browser();
        browser.set_cookie("snug-session", place.ana.sign_in().await.reveal());
        let answer = browser.send(case.request(&browser, &place)).await;
        for cookie in answer.headers().get_all("set-cookie") {
            kept += 1;
            let (name, _) = cookie.to_str().expect("a cookie").split_once('=').expect("a name");
            let name = name.strip_prefix("snug-").expect("one of ours");
            assert!(NAMED.contains(&name), "{} keeps {name}", case.route);
        }
    }
    assert!(kept > 5, "guard: some are kept");
}

#[tokio::test]
async fn a_link_does_not_tell_where_it_was_followed() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "See https://elsewhere.example/").await;
    let page = site.sign_in(&ana).await.open(format!("/conversations/{conversation}")).await;
    assert!(page.has("a[href='https://elsewhere.example/']"), "guard");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    assert!(!page.has("[referrerpolicy]"));
}

#[tokio::test]
async fn mails_hold_no_pictures_and_load_nothing() {
    let site = TestSite::new().await;
    let mails = mails(&site).await;
    assert!(mails.len() > 1, "guard: an invitation and a digest");
    for mail in mails {
        assert!(mail.html.contains("<a "), "guard: there is HTML");
        assert_eq!(fetched(&mail.html), [""; 0], "{}", mail.subject);
        assert!(!mail.html.contains("url("), "{}", mail.subject);
    }
}

#[tokio::test]
async fn every_mail_about_conversations_can_be_stopped_without_signing_in() {
    let site = TestSite::new().await;
    let mails = mails(&site).await;
    assert!(mails.len() > 1, "guard: an invitation and a digest");
    for mail in mails {
        let nobody = site.browser();
        let path = format!("/u/{}", mail.token_after("/u/"));
        let page = nobody.open(&path).await;
        assert!(nobody.press(&page, &path, &[]).await.says("Mails are stopped"), "{}", mail.subject);
    }
}

/// The test kit looks for every other private text at the end of this test, as of all.
#[tokio::test]
async fn the_log_holds_nothing_private() {
    let site = TestSite::new().await;
    mails(&site).await;
    let browser = site.sign_in(&site.member("ben").await).await;
    browser.open("/conversations").await;
    let log = logged();
    assert!(log.contains("/conversations"), "guard: requests are logged");
    for private in ["elsewhere.example", "ben@example.org", "Ben Okafor", "ben.okafor"] {
        assert!(!log.contains(private), "{private}");
    }
}

#[test]
fn nobody_can_delete_or_download_their_account_yet() {
    let routes = snug_web::routes();
    assert!(routes.iter().any(|route| route.path == "/preferences"), "guard");
    let does = |path: &str| ["account", "download", "export", "erase"].iter().any(|word| path.contains(word));
    let found: Vec<_> = routes.iter().filter(|route| does(&route.path)).collect();
    assert!(found.is_empty(), "say on the privacy page how: {found:?}");
    assert!(!routes.iter().any(|route| route.method == "DELETE" && route.path == "/api/v1/me"));
}
