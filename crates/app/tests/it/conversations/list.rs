use snug_app::conversations::{Filter, Place};
use snug_domain::ConversationId;
use snug_testkit::{Member, TestApp, minutes};

/// Every conversation of a list, page by page.
async fn walk(app: &TestApp, member: &Member, filter: Filter, limit: usize) -> Vec<ConversationId> {
    let (mut from, mut found) = (Place::TOP, Vec::new());
    loop {
        let page = app.snug().list_conversations(&member.actor(), filter, from, limit).await.expect("a page");
        assert!(page.conversations.len() <= limit);
        found.extend(page.conversations.iter().map(|listed| listed.conversation));
        match page.next {
            Some(next) => from = next,
            None => return found,
        }
    }
}

#[tokio::test]
async fn each_tab_shows_its_own() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    let (_, _, quiet) = app.talking("ana", "ben").await;
    let (carla, _, unread) = app.talking("carla", "ben").await;
    let (_, _, archived) = app.talking("deniz", "ben").await;
    carla.say(unread, "News").await;
    app.snug().set_archived(&ben.actor(), archived, true).await.expect("archived");
    let invitation = app.member("emma").await.start_conversation("ben", "Hello Ben").await;

    let sorted = |mut ids: Vec<ConversationId>| {
        ids.sort_unstable();
        ids
    };
    assert_eq!(sorted(walk(&app, &ben, Filter::All, 20).await), sorted(vec![quiet, unread, invitation]));
    assert_eq!(sorted(walk(&app, &ben, Filter::Unread, 20).await), sorted(vec![unread, invitation]));
    assert_eq!(walk(&app, &ben, Filter::Invitations, 20).await, [invitation]);
    assert_eq!(walk(&app, &ben, Filter::Archived, 20).await, [archived]);
    ben.decline(invitation).await;
    assert_eq!(sorted(walk(&app, &ben, Filter::All, 20).await), sorted(vec![quiet, unread]));
    assert_eq!(sorted(walk(&app, &ben, Filter::Archived, 1).await), sorted(vec![archived, invitation]));
}

#[tokio::test]
async fn the_one_where_something_happened_last_is_first() {
    let app = TestApp::new().await;
    let (ana, ben, first) = app.talking("ana", "ben").await;
    app.wait(minutes(1));
    let (_, _, second) = app.talking("carla", "ben").await;
    assert_eq!(walk(&app, &ben, Filter::All, 20).await, [second, first]);
    app.wait(minutes(1));
    ana.say(first, "Back again").await;
    assert_eq!(walk(&app, &ben, Filter::All, 20).await, [first, second]);
}

#[tokio::test]
async fn pages_have_no_gap_and_nothing_twice_also_among_equal_times() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    let mut begun = Vec::new();
    for number in 0..14 {
        // Three at a time in the same instant.
        if number % 3 == 0 {
            app.wait(minutes(1));
        }
        begun.push(app.talking(&format!("stranger{number}"), "ben").await.2);
    }
    begun.sort_unstable();
    for limit in [1, 2, 5, 14, 20] {
        let mut walked = walk(&app, &ben, Filter::All, limit).await;
        walked.sort_unstable();
        assert_eq!(walked, begun, "in pages of {limit}");
    }
}

#[tokio::test]
async fn a_row_tells_the_last_words_and_whose_they_are() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "See you on Sunday").await;
    let listed = ben.lists(Filter::All).await.remove(0);
    let [other] = &listed.participants[..] else { panic!("the other one: {listed:?}") };
    assert_eq!((other.person.id, other.person.name.as_str()), (ana.id(), "Ana Ruiz"));
    let last = listed.last.expect("words");
    assert_eq!((last.author.id, last.excerpt.as_str()), (ana.id(), "See you on Sunday"));
    assert_eq!(listed.unread_count, 1);
}
