//! Mail scanners open every link of every mail, with GET and with HEAD. Nothing may come of it.

use scraper::{Html, Selector};
use snug_testkit::browser::{Method, StatusCode, TestSite};
use snug_testkit::{PASSWORD, ReceivedMail, Rows, minutes};
use std::collections::BTreeSet;

/// A mail of every kind that there is.
async fn send_every_mail(site: &TestSite) {
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "Otters at dawn").await;
    ana.start_conversation("carla", "Herons at dusk").await;
    site.advance(minutes(5)).await;
    let browser = site.browser();
    let sign_up = |address| [("name", "Noor Haddad"), ("address", address), ("password", PASSWORD)];
    browser.post("/sign-up", &sign_up("noor@example.org")).await;
    browser.post("/sign-up", &sign_up("ana@example.org")).await;
    browser.post("/sign-in/link", &[("address", "ben@example.org")]).await;
    let carla = site.sign_in(&site.member("carla").await).await;
    let change = [("current_password", PASSWORD), ("password", "another corner by the window")];
    carla.post("/preferences/password", &change).await;
    browser.post("/password/forgot", &[("address", "carla@example.org")]).await;
    site.deliver().await;
}

/// Every link of a mail: in its text, in its HTML, in its headers.
fn links(mail: &ReceivedMail) -> BTreeSet<String> {
    let html = Html::parse_document(&mail.html);
    let anchors = Selector::parse("a[href], img[src], link[href]").expect("a selector");
    let shown = html.select(&anchors).filter_map(|element| element.attr("href").or(element.attr("src")));
    let header = mail.header("List-Unsubscribe").map(|link| link.trim_matches(['<', '>']));
    shown.chain(header).map(str::to_owned).chain(mail.links()).collect()
}

#[tokio::test]
async fn opening_every_link_of_every_mail_changes_nothing() {
    let site = TestSite::new().await;
    send_every_mail(&site).await;
    let subjects: BTreeSet<_> = site.sent_mails().into_iter().map(|mail| mail.subject).collect();
    let expected = [
        "Ana Ruiz would like to talk with you",
        "Ana Ruiz wrote to you",
        "Choose a new password for Riverside",
        "Please confirm your address for Riverside",
        "You already have an account at Riverside",
        "Your link to sign in to Riverside",
        "Your password for Riverside was changed",
    ];
    assert_eq!(subjects.iter().map(String::as_str).collect::<Vec<_>>(), expected, "a mail of every kind");

    let before = site.rows().await;
    let signed_in = site.sign_in(&site.member("ben").await).await;
    let with_session = site.rows().await;
    let but_for_signing_in = |rows: &Rows| rows.without("sessions").without("known_browsers").without("allowances");
    but_for_signing_in(&with_session).assert_same(&but_for_signing_in(&before), "signing in");
    let mut opened = 0;
    for link in site.sent_mails().iter().flat_map(links) {
        assert!(link.starts_with("http://riverside.localhost/"), "every link leads here: {link}");
        for browser in [&site.browser(), &signed_in] {
            for method in [Method::GET, Method::HEAD] {
                let answer = browser.send(browser.request(method.clone(), &link)).await;
                let kind = [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::GONE].contains(&answer.status());
                assert!(kind, "{method} {link}: {}", answer.status());
                assert!(answer.headers().get_all("set-cookie").iter().next().is_none(), "{link} sets a cookie");
                opened += 1;
            }
        }
    }
    assert!(opened > 40, "guard: only {opened} links");
    site.rows().await.assert_same(&with_session, "opening the links");
}
