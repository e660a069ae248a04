//! What is kept of somebody, and for how long.

use snug_domain::account::{BROWSER_IS_KNOWN, SESSION_LASTS, SIGN_UP_LASTS};
use snug_domain::conversations::{CHANGES_KEPT, UNDO_DELETING};
use snug_domain::deliveries::DELIVERIES_KEPT;
use snug_domain::people::RELEASED_FOR;
use snug_domain::{Problem, Span};
use snug_testkit::browser::TestSite;
use snug_testkit::{PASSWORD, hours, invalid, minutes};

/// How many rows a table has that hold this.
async fn rows(site: &TestSite, table: &str, holding: &str) -> usize {
    site.rows().await.texts(table).iter().filter(|row| row.contains(holding)).count()
}

/// Lets time pass with the jobs that come round in it, so that no clean-up takes it for a leap of the clock.
async fn live_through(site: &TestSite, span: Span) {
    let mut left = span.0;
    while left > 0 {
        let step = left.min(Span::days(6).0);
        site.advance(Span(step)).await;
        left -= step;
    }
    site.advance(hours(2)).await;
}

#[tokio::test]
async fn a_deleted_text_can_be_brought_back_and_then_is_wiped() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let message = ana.say(conversation, "Better left unsaid").await;
    let is_kept = async || site.private_texts().await.iter().any(|text| text.contains("Better left unsaid"));
    ana.delete(conversation, message.id).await;
    ana.restore(conversation, message.id).await;
    ana.delete(conversation, message.id).await;
    assert!(is_kept().await, "guard: it waits to be brought back");
    site.advance(UNDO_DELETING).await;
    site.advance(minutes(2)).await;
    assert!(!is_kept().await);
}

#[tokio::test]
async fn no_password_is_stored() {
    let site = TestSite::new().await;
    site.member("ana").await;
    assert_eq!(rows(&site, "people", "argon2id").await, 1, "guard: its hash is");
    for table in ["people", "sign_ups", "sessions"] {
        assert_eq!(rows(&site, table, PASSWORD).await, 0, "{table}");
    }
}

#[tokio::test]
async fn a_session_that_is_not_used_is_forgotten() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    assert_eq!(rows(&site, "sessions", "browser").await, 1, "the name of the browser is kept");
    live_through(&site, SESSION_LASTS).await;
    assert_eq!(rows(&site, "sessions", "").await, 0);
    assert!(ana.get("/people").await.location().starts_with("/sign-in"));
}

#[tokio::test]
async fn no_network_address_is_stored_and_a_known_browser_is_forgotten_after_its_time() {
    let site = TestSite::new().await;
    site.sign_in(&site.member("ana").await).await;
    assert!(rows(&site, "known_browsers", "").await > 0, "guard: the browser is known");
    let all = site.rows().await;
    assert_eq!(all.texts("").iter().filter(|row| row.contains("127.0.0.1")).count(), 0);
    live_through(&site, BROWSER_IS_KNOWN).await;
    assert_eq!(rows(&site, "known_browsers", "").await, 0);
}

#[tokio::test]
async fn a_sign_up_that_nobody_confirms_is_forgotten() {
    let site = TestSite::new().await;
    let form = [("name", "Noor Haddad"), ("address", "noor@example.org"), ("password", PASSWORD)];
    site.browser().post("/sign-up", &form).await;
    assert_eq!(rows(&site, "sign_ups", "noor@example.org").await, 1, "guard");
    live_through(&site, SIGN_UP_LASTS).await;
    assert_eq!(rows(&site, "sign_ups", "").await, 0);
}

#[tokio::test]
async fn what_became_of_a_mail_is_forgotten_after_its_time_and_its_text_is_not_kept() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let invitation = ana.start_conversation("ben", "A word that only the conversation keeps").await;
    assert!(site.last_mail("ben").await.text.contains("A word that only"), "guard: it was mailed");
    assert_eq!(rows(&site, "deliveries", "ben@example.org").await, 1);
    assert_eq!(rows(&site, "deliveries", "A word that only").await, 0);
    ana.withdraw(invitation).await;
    live_through(&site, DELIVERIES_KEPT).await;
    assert_eq!(rows(&site, "deliveries", "").await, 0);
}

#[tokio::test]
async fn that_something_changed_is_forgotten_after_its_time() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "The otters are back").await;
    ben.reads(conversation).await;
    assert!(rows(&site, "changes", "").await > 0, "guard");
    assert_eq!(rows(&site, "changes", "otters").await, 0, "not what it was");
    live_through(&site, CHANGES_KEPT).await;
    assert_eq!(rows(&site, "changes", "").await, 0);
}

#[tokio::test]
async fn a_handle_that_was_given_up_is_kept_for_its_owner_for_a_time() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    site.snug().edit_profile(&ana.actor(), "Ana Ruiz", "river-keeper", "").await.expect("a handle");
    site.snug().edit_profile(&ana.actor(), "Ana Ruiz", "ana", "").await.expect("another");
    let taken = async || site.snug().edit_profile(&ben.actor(), "Ben Okafor", "river-keeper", "").await;
    assert_eq!(invalid(taken().await)[0].problem, Problem::Taken);
    live_through(&site, RELEASED_FOR).await;
    assert!(taken().await.is_ok());
}
