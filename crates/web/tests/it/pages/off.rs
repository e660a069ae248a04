//! Where conversations are off, there is no button, link or address for them.

use crate::cases::{Place, all, is_about_conversations};
use snug_domain::communities::Conversations;
use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn no_page_leads_to_conversations() {
    let site = TestSite::new().await;
    site.talking("ana", "ben").await;
    site.turn_conversations(Conversations::Off).await;
    let ana = site.sign_in(&site.member("ana").await).await;
    assert_eq!(ana.get("/").await.location(), "/people");
    for path in ["/people", "/people?q=ben", "/people/ben.okafor", "/people/ana.ruiz", "/preferences", "/nothing-here"]
    {
        let page = ana.open(path).await;
        for address in ["/conversations", "/bell", "/preview"] {
            assert!(!page.body.contains(address), "{path} leads to {address}");
        }
    }
}

#[tokio::test]
async fn every_address_about_conversations_is_not_there() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    site.turn_conversations(Conversations::Off).await;
    let ana = site.browser();
    ana.set_cookie("snug-session", place.ana.sign_in().await.reveal());
    let before = site.rows().await;
    let about: Vec<_> = all().into_iter().filter(is_about_conversations).collect();
    assert!(about.len() > 30, "guard: there are such routes");
    for case in about {
        let answer = ana.send(case.request(&ana, &place)).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{}", case.route);
        assert_eq!(place.secret_in(&answer.body).filter(|secret| *secret != "Ana Ruiz"), None, "{}", case.route);
        assert!(!answer.body.contains("/conversations\""), "{} leads there", case.route);
    }
    site.rows().await.assert_same(&before, "asking for what is not there");
}

#[tokio::test]
async fn what_was_said_comes_back_when_they_are_on_again() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    site.turn_conversations(Conversations::Off).await;
    site.turn_conversations(Conversations::On).await;
    let browser = site.sign_in(&ana).await;
    assert!(browser.open(format!("/conversations/{conversation}")).await.has("#composer-text"));
}

#[tokio::test]
async fn the_home_page_promises_no_conversations() {
    let site = TestSite::new().await;
    site.turn_conversations(Conversations::Off).await;
    let home = site.browser().open("/").await;
    assert_eq!(home.text("h1"), "Welcome to Riverside");
    assert!(!home.main().contains("Talk privately") && !home.has(".hero-points"), "{}", home.main());
}
