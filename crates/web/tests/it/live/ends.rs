use snug_testkit::browser::TestSite;
use std::time::Duration;

/// A little more than the time between two beats.
const BEAT: Duration = Duration::from_secs(21);

#[tokio::test]
async fn a_stream_gives_a_sign_of_life() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let mut stream = site.sign_in(&ana).await.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    for _ in 0..3 {
        site.let_connections_wait(BEAT).await;
        assert_eq!(stream.next().await.expect("an event").name, "beat");
    }
}

#[tokio::test]
async fn who_is_signed_out_hears_no_more() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let (here, elsewhere) = (site.sign_in(&ana).await, site.sign_in(&ana).await);
    let (mut kept, mut ended) = (here.live(None).await, elsewhere.live(None).await);
    for stream in [&mut kept, &mut ended] {
        assert_eq!(stream.next().await.expect("an event").name, "hello");
    }
    here.submit("/preferences/sessions/end-others", &[]).await;
    site.let_connections_wait(BEAT).await;
    assert!(ended.ends().await, "the other browser");
    assert_eq!(kept.next().await.expect("an event").name, "beat", "this one goes on");
}

#[tokio::test]
async fn streams_end_when_the_program_stops() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let mut stream = browser.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    site.stop();
    assert!(stream.ends().await);
}

#[tokio::test]
async fn nobody_is_counted_as_following_who_left() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let mut stream = browser.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    drop((stream, browser));
    ben.say(conversation, "Anybody there?").await;
    site.let_connections_wait(BEAT).await;
    // The end of a connection is noticed by the task that serves it.
    for _ in 0..1_000 {
        tokio::task::yield_now().await;
    }
    assert_eq!(site.snug().count_followers(), 0);
}
