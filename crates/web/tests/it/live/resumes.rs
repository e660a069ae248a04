use snug_testkit::browser::TestSite;
use snug_testkit::days;

#[tokio::test]
async fn who_was_asleep_hears_everything_missed_once_and_in_order() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ben).await;
    let mut stream = browser.live(None).await;
    ana.say(conversation, "Before").await;
    let last = stream.next_change().await.number();
    drop(stream);
    for number in 0..20 {
        ana.say(conversation, &format!("Missed {number}.")).await;
    }

    let mut again = browser.live_again(last).await;
    for number in 0..20 {
        let event = again.next_change().await;
        assert!(event.data.contains(&format!("Missed {number}.")), "{}", event.data);
        assert_eq!(event.number(), last + 1 + number);
    }
    let bell = again.next().await.expect("an event");
    assert_eq!(bell.name, "bell", "one bell for all of it");
    ana.say(conversation, "Now").await;
    let now = again.next().await.expect("an event");
    assert!(now.data.contains("Now") && now.number() == last + 21, "nothing twice: {now:?}");
}

#[tokio::test]
async fn a_page_hears_what_happened_since_it_was_made() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ben).await;
    let page = browser.open(format!("/conversations/{conversation}")).await;
    let change: i64 = page.attribute("meta[name=snug-change]", "content").parse().expect("a number");
    ana.say(conversation, "While the page was on its way").await;
    let mut stream = browser.live(Some(change)).await;
    assert!(stream.next_change().await.data.contains("While the page was on its way"));
}

#[tokio::test]
async fn the_last_event_that_was_heard_counts_more_than_what_the_page_began_with() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ben).await;
    let heard = site.snug().last_change(&ben.actor()).await.expect("a number");
    ana.say(conversation, "Next").await;
    // The address says `since=0`, as it did when the page was opened.
    assert_eq!(browser.live_again(heard).await.next_change().await.number(), heard + 1);
}

#[tokio::test]
async fn who_slept_too_long_loads_the_page_anew() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    site.advance(days(4)).await;
    ana.say(conversation, "News").await;
    let last = site.snug().last_change(&ben.actor()).await.expect("a number");
    let mut stream = site.sign_in(&ben).await.live(Some(0)).await;
    let reload = stream.next_named("reload").await;
    assert_eq!(reload.number(), last, "and goes on from there");
    ana.say(conversation, "More news").await;
    assert_eq!(stream.next_change().await.number(), last + 1);
}

#[tokio::test]
async fn a_number_that_is_none_of_ours_loads_the_page_anew() {
    let site = TestSite::new().await;
    let (_, ben, _) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ben).await;
    for nonsense in [-1, 1_000_000, i64::MAX, i64::MIN] {
        let mut stream = browser.live(Some(nonsense)).await;
        assert_eq!(stream.next().await.expect("an event").name, "hello");
        assert_eq!(stream.next().await.expect("an event").name, "reload", "{nonsense}");
    }
}
