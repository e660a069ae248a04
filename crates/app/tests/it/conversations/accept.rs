use snug_app::conversations::{Filter, Stand};
use snug_domain::Refusal;
use snug_domain::conversations::EntryKind;
use snug_testkit::{TestApp, days, refused};

#[tokio::test]
async fn after_accepting_both_can_write() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "From Ana").await;
    ben.say(conversation, "From Ben").await;
    for member in [&ana, &ben] {
        assert_eq!(member.sees(conversation).await.stand, Stand::Talking);
        assert_eq!(member.texts(conversation).await, ["Hello, shall we talk?", "", "From Ana", "From Ben"]);
    }
    assert!(ben.lists(Filter::Invitations).await.is_empty());
    assert_eq!(ben.lists(Filter::All).await.len(), 1);
}

#[tokio::test]
async fn an_acceptance_rings_the_bell_of_who_asked() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    assert_eq!(ana.bell().await.unread, 1);
    assert_eq!(ben.bell().await.unread, 0);
    let entries = ana.entries(conversation).await;
    assert_eq!(entries.iter().map(|entry| entry.kind).collect::<Vec<_>>(), [EntryKind::Message, EntryKind::Joined]);
    assert_eq!(entries[1].author.id, ben.id());
}

#[tokio::test]
async fn accepting_twice_is_accepting_once() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    tokio::join!(ben.accept(conversation), ben.accept(conversation));
    ben.accept(conversation).await;
    assert_eq!(ana.entries(conversation).await.len(), 2, "one message and one line");
    assert_eq!(ana.bell().await.unread, 1);
}

#[tokio::test]
async fn who_declined_can_still_accept() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ben.decline(conversation).await;
    ben.accept(conversation).await;
    assert_eq!(ana.sees(conversation).await.stand, Stand::Talking);
}

#[tokio::test]
async fn what_was_withdrawn_cannot_be_accepted() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    assert_eq!(refused(app.snug().accept(&ben.actor(), conversation).await), Refusal::NoLongerOpen);
}

#[tokio::test]
async fn an_invitation_lapses_after_thirty_days() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.wait(days(30));
    assert_eq!(refused(app.snug().accept(&ben.actor(), conversation).await), Refusal::NoLongerOpen);
    assert_eq!(refused(app.snug().decline(&ben.actor(), conversation).await), Refusal::NoLongerOpen);
    assert_eq!(ana.sees(conversation).await.stand, Stand::Lapsed);
    assert_eq!(ben.sees(conversation).await.stand, Stand::Gone);
    assert!(ben.texts(conversation).await.is_empty(), "what was not answered in time is not to be read any more");
    assert!(ben.lists(Filter::Invitations).await.is_empty());
}

#[tokio::test]
async fn a_lapsed_invitation_does_not_ring_on() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    ana.start_conversation("ben", "Hello Ben").await;
    assert_eq!((ben.bell().await.unread, ben.bell().await.invitations), (1, 1));
    app.wait(days(30));
    assert_eq!((ben.bell().await.unread, ben.bell().await.invitations), (0, 0));
    assert!(ben.lists(Filter::Unread).await.is_empty());
}

#[tokio::test]
async fn who_asked_cannot_accept_or_decline_for_the_other() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    assert_eq!(refused(app.snug().accept(&ana.actor(), conversation).await), Refusal::NoLongerOpen);
    assert_eq!(refused(app.snug().decline(&ana.actor(), conversation).await), Refusal::NoLongerOpen);
}
