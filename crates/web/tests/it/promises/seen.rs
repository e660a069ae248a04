//! What others see of somebody.

use snug_domain::people::Preferences;
use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn members_see_a_profile_and_no_address() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    site.snug().edit_profile(&ben.actor(), "Ben Okafor", "ben", "Repairs bicycles.").await.expect("a profile");
    let browser = site.sign_in(&ana).await;
    let profile = browser.open("/people/ben").await;
    for shown in ["Ben Okafor", "@ben", "Repairs bicycles.", "Member since"] {
        assert!(profile.says(shown), "{shown}");
    }
    for path in ["/people/ben", "/people", "/people?q=ben", "/conversations/new?to=ben", "/api/v1/people/ben"] {
        assert!(!browser.open(path).await.body.contains(&ben.address()), "{path}");
    }
    let own = site.sign_in(&ben).await.open("/preferences").await;
    assert!(own.body.contains(&ben.address()), "guard: the address is known, and shown to its owner");
}

#[tokio::test]
async fn who_is_not_signed_in_sees_nobody() {
    let site = TestSite::new().await;
    let (_, _, conversation) = site.talking("ana", "ben").await;
    let nobody = site.browser();
    for path in ["/people", "/people/ben.okafor", "/conversations", &format!("/conversations/{conversation}")] {
        let answer = nobody.get(path).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
        assert!(answer.location().starts_with("/sign-in"), "{path}");
    }
    let home = nobody.open("/").await;
    assert!(!home.body.contains("Ana Ruiz") && !home.body.contains("Ben Okafor"));
}

#[tokio::test]
async fn presence_is_seen_by_those_one_talks_with_and_can_be_hidden() {
    let site = TestSite::new().await;
    let (ana, ben, _) = site.talking("ana", "ben").await;
    let grace = site.member("grace").await;
    grace.start_conversation("ben", "Hello from a stranger").await;
    for member in [&ana, &ben, &grace] {
        member.is_on_the_site().await;
    }
    let sees = async |who| {
        let profile = site.sign_in(who).await.open("/people/ben.okafor").await;
        !profile.has("[data-presence][hidden]")
    };
    assert!(sees(&ana).await, "they talk");
    assert!(!sees(&grace).await, "he has not accepted");
    let preferences = Preferences { shows_presence: false, ..ben.person.preferences };
    site.snug().set_preferences(&ben.actor(), preferences).await.expect("preferences");
    assert!(!sees(&ana).await, "he hides it");
    let others = site.sign_in(&ben).await.open("/people/ana.ruiz").await;
    assert!(others.has("[data-presence][hidden]"), "and does not see it of others");
}

#[tokio::test]
async fn reading_shows_in_a_conversation_and_not_before_accepting() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "Have you seen the heron?").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}");
    let is_read = async || {
        let page = browser.open(&path).await.main();
        // It stands in the list, as a message, and in the box to edit it.
        page.split("the heron?").nth(2).expect("her message").contains(" Read ")
    };
    assert!(!is_read().await);
    ben.reads(conversation).await;
    assert!(is_read().await);

    let carla = site.member("carla").await;
    let invitation = ana.start_conversation("carla", "Shall we talk about the weir?").await;
    let path = format!("/conversations/{invitation}");
    let unread = browser.open(&path).await.main();
    let read = site.sign_in(&carla).await.open(&path).await;
    assert!(read.says("about the weir"), "guard: she reads it");
    assert_eq!(browser.open(&path).await.main(), unread);
}

#[tokio::test]
async fn declining_looks_like_no_answer() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let carla = site.member("carla").await;
    let invitation = ana.start_conversation("carla", "Shall we talk about the weir?").await;
    let browser = site.sign_in(&ana).await;
    let paths = [format!("/conversations/{invitation}"), String::from("/people/carla.lindqvist")];
    let mut undecided = Vec::new();
    for path in &paths {
        undecided.push(browser.open(path).await.main());
    }
    carla.decline(invitation).await;
    for (path, before) in paths.iter().zip(undecided) {
        assert_eq!(browser.open(path).await.main(), before, "{path}");
    }
}

#[tokio::test]
async fn a_block_looks_like_taking_no_messages_and_closes_without_a_reason() {
    let site = TestSite::new().await;
    let (ana, ben, talk) = site.talking("ana", "ben").await;
    let carla = site.member("carla").await;
    ben.blocks(&ana).await;
    ben.blocks(&carla).await;
    for (member, path) in [(&ana, format!("/conversations/{talk}")), (&carla, String::from("/people/ben.okafor"))] {
        let page = site.sign_in(member).await.open(&path).await;
        let said = ["This conversation is closed.", "Ben takes no messages."];
        assert!(said.iter().any(|said| page.says(said)), "{}", page.main());
        // The button to block him oneself, and nothing else.
        assert_eq!(page.main().matches("lock").count(), page.main().matches("Block Ben").count(), "{}", page.main());
    }
    let profile = site.sign_in(&ana).await.open("/people/ben.okafor").await;
    assert!(profile.says("Ben takes no messages."), "{}", profile.main());
}
