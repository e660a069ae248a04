//! Times are told where the reader is.

use snug_testkit::browser::{Browser, StatusCode, TestSite};
use snug_testkit::{Member, hours, minutes};

/// The test kit's clock begins on Monday 2 March 2026 at 09:00 UTC.
async fn conversation(site: &TestSite) -> (Member, Browser, String) {
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "Shall we meet?").await;
    let browser = site.sign_in(&ben).await;
    (ben, browser, format!("/conversations/{conversation}"))
}

#[tokio::test]
async fn times_are_in_the_zone_of_the_browser_and_else_said_to_be_utc() {
    let site = TestSite::new().await;
    let (_, browser, path) = conversation(&site).await;
    let page = browser.open(&path).await;
    let times = page.texts(".message time");
    assert!(times.iter().all(|time| time.ends_with(" UTC")) && !times.is_empty(), "{times:?}");
    assert_eq!(page.texts(".message-list .day"), ["Today"]);

    browser.set_cookie("snug-zone", "Asia/Tokyo");
    let page = browser.open(&path).await;
    let times = page.texts(".message time");
    assert!(times.iter().all(|time| time.starts_with("18:0")) && !times.is_empty(), "{times:?}");
    let machines = page.attributes(".message time", "datetime");
    assert!(
        machines.iter().all(|time| time.starts_with("2026-03-02T18:0") && time.ends_with("+09:00")),
        "{machines:?}"
    );

    browser.set_cookie("snug-zone", "Mars/Olympus");
    assert!(browser.open(&path).await.text(".message time").ends_with(" UTC"), "no zone of this world");
}

#[tokio::test]
async fn a_day_begins_where_the_reader_is() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    site.advance(hours(5)).await;
    ana.say(conversation, "At two in the afternoon, UTC").await;
    site.advance(hours(2)).await;
    ana.say(conversation, "At four").await;
    let browser = site.sign_in(&ben).await;
    let days = async |zone: &str| {
        browser.set_cookie("snug-zone", zone);
        browser.open(format!("/conversations/{conversation}")).await.texts(".message-list .day")
    };
    assert_eq!(days("Europe/Paris").await, ["Today"]);
    assert_eq!(days("Asia/Tokyo").await, ["Yesterday", "Today"]);
}

#[tokio::test]
async fn a_zone_one_chose_stands_before_that_of_the_browser() {
    let site = TestSite::new().await;
    let (_, browser, path) = conversation(&site).await;
    browser.set_cookie("snug-zone", "Asia/Tokyo");
    let page = browser.open("/preferences").await;
    assert!(page.has("#time-zone option[value=auto][selected]"));
    let chosen = [("language", "en"), ("theme", "auto"), ("time_zone", "America/Lima")];
    let saved = browser.press(&page, "/preferences/appearance", &chosen).await;
    assert!(saved.has("#time-zone option[value='America/Lima'][selected]"));
    assert!(saved.has("meta[name=snug-zone][content=chosen]"), "the script leaves the page as it is");
    assert!(browser.open(&path).await.text(".message time").starts_with("04:0"));

    let unknown = [("language", "en"), ("theme", "auto"), ("time_zone", "Europe/Atlantis")];
    let refused = browser.post("/preferences/appearance", &unknown).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(browser.open(&path).await.text(".message time").starts_with("04:0"), "nothing changed");
}

#[tokio::test]
async fn mails_are_in_the_zone_of_the_browser_used_last() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ben).await;
    browser.set_cookie("snug-zone", "Asia/Tokyo");
    browser.post("/presence", &[]).await;
    site.advance(minutes(10)).await;
    ana.say(conversation, "Are you there?").await;
    site.advance(minutes(10)).await;
    let mail = site.last_mail("ben").await;
    assert!(mail.text.contains("  today, 18:1"), "{}", mail.text);
}
