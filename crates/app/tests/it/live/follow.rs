use snug_testkit::{TestApp, seconds};
use std::time::Duration;

#[tokio::test]
async fn a_hint_wakes_who_follows_and_a_lost_one_is_made_up_for() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let mut follower = app.snug().follow(&ben.actor()).expect("a place");
    assert_eq!(app.snug().count_followers(), 1);

    // Nobody passes the hint on: it is lost, and found by looking.
    ana.say(conversation, "News").await;
    app.wait(seconds(1));
    app.snug().look_for_news(app.now()).await.expect("looked");
    tokio::time::timeout(Duration::from_secs(5), follower.changed()).await.expect("woken by looking");

    let passing = app.snug().pass_on_hints();
    let told = async {
        ana.say(conversation, "More news").await;
        tokio::time::timeout(Duration::from_secs(5), follower.changed()).await.expect("woken by a hint");
    };
    tokio::select! {
        biased;
        () = passing => panic!("the bus is gone"),
        () = told => {}
    }
    drop(follower);
    assert_eq!(app.snug().count_followers(), 0);
}
