//! Addresses beyond ASCII, through every door that takes one.

use snug_testkit::PASSWORD;
use snug_testkit::browser::TestSite;

/// Mailboxes as somebody types them first, as they are sent to, as they are read, and as they are typed later.
const MAILBOXES: [(&str, &str, &str, [&str; 3]); 3] = [
    (
        "ana@bücher.example",
        "ana@xn--bcher-kva.example",
        "ana@bücher.example",
        ["ana@xn--bcher-kva.example", "ANA@BU\u{308}CHER.Example", "ana@Bücher.example"],
    ),
    (
        "jose\u{301}@example.org",
        "josé@example.org",
        "josé@example.org",
        ["josé@example.org", "JOSÉ@EXAMPLE.ORG", "jose\u{301}@example.org"],
    ),
    (
        "संपर्क@xn--c2bd4bq1db8d.xn--h2brj9c",
        "संपर्क@xn--c2bd4bq1db8d.xn--h2brj9c",
        "संपर्क@डाटामेल.भारत",
        ["संपर्क@डाटामेल.भारत", "संपर्क@XN--C2BD4BQ1DB8D.भारत", " संपर्क@डाटामेल.भारत "],
    ),
];

#[tokio::test]
async fn one_mailbox_is_one_account_however_its_address_is_spelled() {
    for (typed, sent_to, readable, spellings) in MAILBOXES {
        let site = TestSite::new().await;
        let browser = site.browser();
        let form = browser.open("/sign-up").await;
        browser.press(&form, "/sign-up", &[("name", "Noor"), ("address", typed), ("password", PASSWORD)]).await;
        let link = format!("/sign-up/confirm/{}", site.last_mail(sent_to).await.token_after("/sign-up/confirm/"));
        let form = browser.open(&link).await;
        browser.press(&form, &link, &[("password", PASSWORD)]).await;
        assert!(browser.open("/preferences").await.says(readable), "people read {readable}");

        for spelling in spellings {
            let again = site.browser();
            let form = again.open("/sign-in").await;
            let home = again.press(&form, "/sign-in", &[("address", spelling), ("password", PASSWORD)]).await;
            assert_eq!(home.text(".menu-head strong"), "Noor", "{spelling}");
            let mails = site.mailbox(sent_to).await.len();
            let guest = site.browser();
            let form = guest.open("/sign-up").await;
            guest.press(&form, "/sign-up", &[("name", "Eve"), ("address", spelling), ("password", PASSWORD)]).await;
            let mailbox = site.mailbox(sent_to).await;
            assert_eq!(mailbox.len(), mails + 1, "{spelling}");
            assert!(mailbox.last().expect("a mail").subject.starts_with("You already have an account"), "{spelling}");
        }
    }
}

#[tokio::test]
async fn a_browser_sends_an_address_as_it_was_typed() {
    let site = TestSite::new().await;
    for page in ["/sign-up", "/sign-in", "/password/forgot"] {
        let form = site.browser().open(page).await;
        assert_eq!(form.attribute("#address", "type"), "text", "{page}: type=email rewrites and refuses");
        assert_eq!(form.attribute("#address", "inputmode"), "email");
        assert_eq!(form.attribute("#address", "autocomplete"), "email");
    }
}
