use snug_app::Error;
use snug_app::conversations::{Filter, Stand};
use snug_domain::Refusal;
use snug_testkit::{TestApp, refused};

#[tokio::test]
async fn what_is_withdrawn_is_gone_from_both_lists() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    assert_eq!(ana.sees(conversation).await.stand, Stand::Withdrawn);
    assert_eq!(ben.sees(conversation).await.stand, Stand::Gone);
    assert!(ben.texts(conversation).await.is_empty(), "what was taken back is not to be read any more");
    assert!(ana.lists(Filter::All).await.is_empty());
    assert!(ben.lists(Filter::Invitations).await.is_empty());
    assert_eq!(ben.bell().await.unread, 0);
}

#[tokio::test]
async fn an_invitation_withdrawn_in_time_is_not_mailed() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    assert!(app.mailbox("ben").await.is_empty());
}

#[tokio::test]
async fn withdrawing_twice_is_withdrawing_once() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    ana.withdraw(conversation).await;
    assert_eq!(app.snug().last_change(&ana.actor()).await.expect("a number"), 2, "started, then withdrawn");
}

#[tokio::test]
async fn what_was_accepted_cannot_be_withdrawn() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    assert_eq!(refused(app.snug().withdraw(&ana.actor(), conversation).await), Refusal::NoLongerOpen);
    assert_eq!(refused(app.snug().withdraw(&ben.actor(), conversation).await), Refusal::NoLongerOpen);
}

#[tokio::test]
async fn when_one_accepts_while_the_other_withdraws_both_see_the_same() {
    for _ in 0..5 {
        let app = TestApp::new().await;
        let (ana, ben) = (app.member("ana").await, app.member("ben").await);
        let conversation = ana.start_conversation("ben", "Hello Ben").await;
        let (as_starter, as_invited) = (ana.actor(), ben.actor());
        let (withdrawn, accepted) =
            tokio::join!(app.snug().withdraw(&as_starter, conversation), app.snug().accept(&as_invited, conversation));
        assert!(withdrawn.is_ok() != accepted.is_ok(), "one of the two is first");
        let expected =
            if accepted.is_ok() { (Stand::Talking, Stand::Talking) } else { (Stand::Withdrawn, Stand::Gone) };
        assert_eq!((ana.sees(conversation).await.stand, ben.sees(conversation).await.stand), expected);
    }
}

#[tokio::test]
async fn what_was_taken_back_is_not_found_by_its_id_either() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let message = ana.entries(conversation).await[0].id;
    let found = async || app.snug().find_message(&ben.actor(), conversation, message).await;
    assert!(found().await.is_ok(), "guard: it is his while he can answer");
    ana.withdraw(conversation).await;
    assert!(matches!(found().await, Err(Error::NotFound)));
}
