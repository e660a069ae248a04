use snug_testkit::browser::{StatusCode, TestSite};
use std::collections::BTreeSet;

#[tokio::test]
async fn where_nothing_is_yet_somebody_to_write_to_is_offered() {
    let site = TestSite::new().await;
    site.member("ben").await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let list = ana.open("/conversations").await;
    assert!(list.says("No conversations here") && list.says("Find someone to write to."), "{}", list.main());
    assert_eq!(list.attributes(".cards a", "href"), ["/people/ben.okafor"]);
    for (show, words) in [
        ("unread", "You have read everything."),
        ("invitations", "No invitation waits for you."),
        ("archived", "Nothing is archived."),
    ] {
        assert!(ana.open(format!("/conversations?show={show}")).await.says(words), "{show}");
    }
}

#[tokio::test]
async fn the_list_has_the_last_words_and_the_newest_first() {
    let site = TestSite::new().await;
    let (ana, ben, with_ben) = site.talking("ana", "ben").await;
    site.wait(snug_testkit::minutes(1));
    let (_, _, with_carla) = site.talking("ana", "carla").await;
    site.wait(snug_testkit::minutes(1));
    ben.say(with_ben, "See you **there**").await;
    site.wait(snug_testkit::minutes(1));
    let browser = site.sign_in(&ana).await;
    assert_eq!(browser.open("/conversations").await.texts(".row-name"), ["Ben Okafor", "Carla Lindqvist"]);
    ana.say(with_carla, "Good night").await;
    let list = browser.open("/conversations").await;
    assert_eq!(list.texts(".row-name"), ["Carla Lindqvist", "Ben Okafor"]);
    assert_eq!(list.text(".row-words"), "You: Good night");
    assert_eq!(list.count(".row-unread"), 1);
}

#[tokio::test]
async fn the_list_goes_on_page_by_page_without_gaps_or_doubles() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    for number in 0..85 {
        let other = site.member(&format!("walker{number:02}")).await;
        let conversation = other.start_conversation("ana", "Hello Ana").await;
        ana.accept(conversation).await;
    }
    let browser = site.sign_in(&ana).await;
    let (mut path, mut rows) = (Some(String::from("/conversations")), Vec::new());
    while let Some(page) = path {
        let page = browser.open(page).await;
        rows.extend(page.attributes(".row", "id"));
        path = page.attributes(".pager a", "href").pop();
    }
    assert_eq!(rows.len(), 85);
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), 85, "nothing twice, though all are of one moment");
}

#[tokio::test]
async fn a_place_that_is_none_begins_at_the_top() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    for query in ["after=nonsense", "after=1.2", "show=nonsense", "after="] {
        let list = browser.get(format!("/conversations?{query}")).await;
        assert_eq!((list.status(), list.count(".row")), (StatusCode::OK, 1), "{query}");
    }
}

#[tokio::test]
async fn while_nothing_is_open_those_who_wait_for_an_answer_stand_beside_the_list() {
    let site = TestSite::new().await;
    let (ana, ben, talk) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    browser.open(format!("/conversations/{talk}")).await;
    ana.reads(talk).await;
    let nothing = browser.open("/conversations").await;
    assert!(nothing.says("You are all caught up"), "{}", nothing.main());
    assert_eq!(nothing.link("Write to someone"), "/conversations/new");
    site.wait(snug_testkit::minutes(1));
    ben.say(talk, "Are you there?").await;
    site.wait(snug_testkit::minutes(1));
    site.member("carla").await.start_conversation("ana", "Hello Ana").await;
    let waiting = browser.open("/conversations").await;
    assert_eq!(waiting.texts(".waits-name"), ["Carla Lindqvist", "Ben Okafor"]);
    assert_eq!(waiting.texts(".waits .tag"), ["Invitation"]);
}

#[tokio::test]
async fn all_invitations_are_declined_with_one_button_which_can_be_undone() {
    let site = TestSite::new().await;
    let ben = site.member("ben").await;
    let browser = site.sign_in(&ben).await;
    site.member("ana").await.start_conversation("ben", "Hello Ben").await;
    let list = browser.open("/conversations?show=invitations").await;
    assert!(!list.says("Decline all"), "of one there is no all");
    site.member("carla").await.start_conversation("ben", "Hello Ben").await;
    let list = browser.open("/conversations?show=invitations").await;
    let empty = browser.press(&list, "/conversations/decline-all", &[]).await;
    assert_eq!((empty.count(".row"), empty.notice()), (0, String::from("All invitations declined. Nobody is told.")));
    let undo = empty.attribute(".notice form", "action");
    let back = browser.press(&empty, &undo, &[]).await;
    assert_eq!(back.count(".row"), 2, "{}", back.main());
}
