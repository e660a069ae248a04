//! What the privacy page promises is true: each statement has a test that fails when it is not.

mod elsewhere;
mod kept;
mod seen;
mod written;

use snug_testkit::browser::TestSite;
use snug_web::views::PROMISES;
use std::collections::BTreeSet;

/// Each statement, and the test that holds it.
const HELD: &[(&str, &str)] = &[
    ("page-promise-profile", "members_see_a_profile_and_no_address"),
    ("page-promise-outside", "who_is_not_signed_in_sees_nobody"),
    ("page-promise-presence", "presence_is_seen_by_those_one_talks_with_and_can_be_hidden"),
    ("page-promise-read", "reading_shows_in_a_conversation_and_not_before_accepting"),
    ("page-promise-declined", "declining_looks_like_no_answer"),
    ("page-promise-blocked", "a_block_looks_like_taking_no_messages_and_closes_without_a_reason"),
    ("page-promise-only-those", "a_conversation_is_shown_to_those_in_it_alone"),
    ("page-promise-history", "who_is_added_later_reads_what_was_chosen_for_them"),
    ("page-promise-operator", "messages_are_stored_in_readable_form_and_no_page_shows_them_to_operators"),
    ("page-promise-stays", "what_was_written_does_not_grow_old"),
    ("page-promise-deleted", "a_deleted_text_can_be_brought_back_and_then_is_wiped"),
    ("page-promise-password", "no_password_is_stored"),
    ("page-promise-sessions", "a_session_that_is_not_used_is_forgotten"),
    ("page-promise-network", "no_network_address_is_stored_and_a_known_browser_is_forgotten_after_its_time"),
    ("page-promise-sign-ups", "a_sign_up_that_nobody_confirms_is_forgotten"),
    ("page-promise-mails", "what_became_of_a_mail_is_forgotten_after_its_time_and_its_text_is_not_kept"),
    ("page-promise-changes", "that_something_changed_is_forgotten_after_its_time"),
    ("page-promise-handle", "a_handle_that_was_given_up_is_kept_for_its_owner_for_a_time"),
    ("page-promise-loads", "pages_load_nothing_from_other_sites"),
    ("page-promise-cookies", "there_are_no_cookies_but_those_that_are_named"),
    ("page-promise-links", "a_link_does_not_tell_where_it_was_followed"),
    ("page-promise-mail-plain", "mails_hold_no_pictures_and_load_nothing"),
    ("page-promise-mail-stop", "every_mail_about_conversations_can_be_stopped_without_signing_in"),
    ("page-promise-logs", "the_log_holds_nothing_private"),
    ("page-promise-not-yet", "nobody_can_delete_or_download_their_account_yet"),
];

#[test]
fn every_statement_is_held_by_a_test_that_exists() {
    let said: BTreeSet<&str> = PROMISES.iter().flat_map(|(_, _, statements)| statements.iter().copied()).collect();
    let held: BTreeSet<&str> = HELD.iter().map(|(statement, _)| *statement).collect();
    assert_eq!(said, held, "a statement of the privacy page needs a test that holds it");
    let sources =
        [include_str!("elsewhere.rs"), include_str!("kept.rs"), include_str!("seen.rs"), include_str!("written.rs")]
            .concat();
    for (statement, test) in HELD {
        let is_there = ["#[tokio::test]\nasync fn", "#[test]\nfn"]
            .iter()
            .any(|begins| sources.contains(&format!("{begins} {test}()")));
        assert!(is_there, "{statement}: there is no test {test}");
    }
}

#[tokio::test]
async fn the_pages_that_explain_are_open_to_everybody_and_led_to_from_every_page() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    for browser in [site.browser(), ana] {
        for path in ["/", "/sign-in", "/people", "/preferences", "/conversations", "/nothing-here"] {
            let page = browser.open(path).await;
            for leads_to in ["/help", "/about", "/privacy"] {
                assert!(page.has(&format!("a[href='{leads_to}']")), "{path} leads to {leads_to}");
                assert!(browser.get(leads_to).await.status().is_success(), "{leads_to}");
            }
        }
    }
}

#[tokio::test]
async fn the_privacy_page_says_its_numbers_in_the_language_of_the_reader() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let english = browser.open("/privacy").await;
    assert!(english.says("What you do not use for 60 days is signed out and forgotten."), "{}", english.main());
    let get = browser.request("GET".parse().expect("a method"), "/privacy").header("accept-language", "ar");
    let arabic = browser.send(get).await;
    assert_eq!(arabic.attribute("html", "dir"), "rtl");
    assert!(arabic.says("وما لا تستخدمه مدة 60 يومًا"), "{}", arabic.main());
    for page in [english, arabic] {
        assert!(!page.body.contains("{$") && !page.body.contains("{ $"), "every blank is filled");
    }
}

#[tokio::test]
async fn help_says_nothing_of_conversations_where_there_are_none() {
    let site = TestSite::new().await;
    assert!(site.browser().open("/help").await.has("#invitations"), "guard");
    site.turn_conversations(snug_domain::communities::Conversations::Off).await;
    let help = site.browser().open("/help").await;
    assert!(help.has("#seen") && !help.has("#invitations") && !help.has("#bell"));
}
