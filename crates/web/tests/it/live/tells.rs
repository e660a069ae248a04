use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn a_stream_is_for_members_and_is_neither_kept_nor_held_back() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let stream = site.sign_in(&ana).await.live(None).await;
    assert_eq!(stream.status(), StatusCode::OK);
    assert_eq!(stream.header("content-type"), "text/event-stream");
    assert_eq!(stream.header("x-accel-buffering"), "no");
    assert!(stream.header("cache-control").contains("no-"));
    assert!(stream.header("content-encoding").is_empty());
    assert_eq!(
        site.browser().live(None).await.status(),
        StatusCode::UNAUTHORIZED,
        "a stream has nowhere to redirect to"
    );
}

#[tokio::test]
async fn a_message_of_the_other_is_told_and_rings() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let mut stream = site.sign_in(&ben).await.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    ana.say(conversation, "Are *you* there?").await;

    let change = stream.next_change().await;
    assert_eq!(change.actions(), ["row", "message"]);
    assert!(change.data.contains("<em>you</em>") && change.data.contains("row-unread"), "{}", change.data);
    let bell = stream.next().await.expect("an event");
    assert_eq!((bell.name.as_str(), bell.id.as_str()), ("bell", change.id.as_str()));
    assert_eq!(bell.json()["unread"], 1);
    assert_eq!(bell.json()["ring"], true);
    assert_eq!(bell.json()["text"], "Bell: one unread conversation");
}

#[tokio::test]
async fn an_own_message_comes_to_every_tab_and_rings_nowhere() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    ana.reads(conversation).await;
    let browser = site.sign_in(&ana).await;
    let mut tabs = Vec::new();
    for _ in 0..10 {
        let mut tab = browser.clone().live(None).await;
        assert_eq!(tab.next().await.expect("an event").name, "hello");
        tabs.push(tab);
    }
    assert_eq!(site.snug().count_followers(), 10);
    ana.say(conversation, "From the first tab").await;
    for tab in &mut tabs {
        assert!(tab.next_change().await.data.contains("From the first tab"));
        assert_eq!(tab.next_named("bell").await.json()["ring"], false);
    }
}

#[tokio::test]
async fn what_happens_is_told_in_order_each_with_a_number() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let mut stream = site.sign_in(&ana).await.live(None).await;
    let message = ben.say(conversation, "One").await;
    let mut told = vec![stream.next_change().await];
    ben.edit(conversation, message.id, "Two").await;
    told.push(stream.next_change().await);
    ben.delete(conversation, message.id).await;
    told.push(stream.next_change().await);
    let answer = ana.say(conversation, "Three").await;
    told.push(stream.next_change().await);
    ben.reads(conversation).await;
    told.push(stream.next_change().await);

    let numbers: Vec<_> = told.iter().map(|event| event.number()).collect();
    assert!(numbers.windows(2).all(|pair| pair[1] == pair[0] + 1), "{numbers:?}");
    assert!(told[0].data.contains("One") && told[1].data.contains("Two"));
    assert!(!told[2].data.contains("Two") && told[2].data.contains("This message was deleted."));
    assert!(told[4].data.contains(&format!("sequence=\"{}\"", answer.sequence)), "{}", told[4].data);
}

#[tokio::test]
async fn an_invitation_rings_and_an_acceptance_too() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let mut anas = site.sign_in(&ana).await.live(None).await;
    let mut bens = site.sign_in(&ben).await.live(None).await;
    for stream in [&mut anas, &mut bens] {
        assert_eq!(stream.next().await.expect("an event").name, "hello");
    }
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    assert_eq!(bens.next_change().await.actions(), ["row", "replace", "reopen"]);
    assert_eq!(bens.next_named("bell").await.json()["ring"], true);
    anas.next_change().await;
    assert_eq!(anas.next_named("bell").await.json()["ring"], false, "one's own");

    ben.accept(conversation).await;
    assert!(anas.next_change().await.actions().contains(&String::from("reopen")));
    assert_eq!(anas.next_named("bell").await.json()["ring"], true);
}

#[tokio::test]
async fn declining_tells_the_starter_nothing_at_all() {
    let site = TestSite::new().await;
    let (ana, ben, talking) = site.talking("ana", "ben").await;
    let carla = site.member("carla").await;
    let undecided = ana.start_conversation("carla", "Hello Carla").await;
    let mut stream = site.sign_in(&ana).await.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    let before = site.snug().last_change(&ana.actor()).await.expect("a number");
    carla.decline(undecided).await;
    ben.say(talking, "The next thing that happens").await;
    let next = stream.next().await.expect("an event");
    assert_eq!(next.number(), before + 1, "no number was taken in between");
    assert!(next.data.contains("The next thing that happens"));
}

#[tokio::test]
async fn a_lost_hint_is_made_up_for_by_asking_for_news() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let mut stream = site.sign_in(&ben).await.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    // As another node does it, whose hints do not come here.
    site.another_node().reply(&ana.actor(), conversation, ana.draft("From elsewhere")).await.expect("a message");
    site.snug().look_for_news(site.now()).await.expect("news");
    assert!(stream.next_change().await.data.contains("From elsewhere"));
}
