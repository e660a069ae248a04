//! Who reads what somebody writes.

use snug_app::conversations::Shown;
use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::days;

#[tokio::test]
async fn a_conversation_is_shown_to_those_in_it_alone() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "The otters are back").await;
    let path = format!("/conversations/{conversation}");
    for member in [&ana, &ben] {
        assert!(site.sign_in(member).await.open(&path).await.says("The otters are back"), "guard");
    }
    let carla = site.sign_in(&site.member("carla").await).await;
    assert_eq!(carla.get(&path).await.status(), StatusCode::NOT_FOUND);
    for path in ["/conversations", "/people?q=otters", "/people/ana.ruiz", "/bell"] {
        assert!(!carla.open(path).await.body.contains("otters are back"), "{path}");
    }
}

#[tokio::test]
async fn who_is_added_later_reads_what_was_chosen_for_them() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let group = ana.start_group(&[&ben], "The shed", "The first word of all").await;
    ben.accept(group).await;
    let from = ana.say(group, "From here on it matters").await;
    let added = [("carla", Shown::Nothing), ("deniz", Shown::From(from.id)), ("emma", Shown::All)];
    for (key, shown) in added {
        let member = site.member(key).await;
        ana.adds(group, &member, shown, "Welcome").await;
        member.accept(group).await;
        let page = site.sign_in(&member).await.open(format!("/conversations/{group}")).await;
        let read = (page.says("The first word of all"), page.says("From here on it matters"));
        assert_eq!(read, (key == "emma", key != "carla"), "{key}");
        assert!(page.says("Welcome"), "{key}");
    }
}

#[tokio::test]
async fn messages_are_stored_in_readable_form_and_no_page_shows_them_to_operators() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "Kept as it was written").await;
    assert!(site.private_texts().await.iter().any(|text| text == "Kept as it was written"));
    let of_operators = |path: &str| ["/admin", "/moderation", "/operator"].iter().any(|word| path.contains(word));
    let routes = snug_web::routes();
    assert!(routes.len() > 80, "guard");
    let shown: Vec<_> = routes.iter().filter(|route| of_operators(&route.path)).collect();
    assert!(shown.is_empty(), "say on the privacy page what operators see there: {shown:?}");
}

#[tokio::test]
async fn what_was_written_does_not_grow_old() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "Still here after years").await;
    site.advance(days(1_000)).await;
    site.advance(days(1)).await;
    assert!(ben.texts(conversation).await.iter().any(|text| text == "Still here after years"));
}
