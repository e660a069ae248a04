use snug_app::Error;
use snug_app::conversations::Posted;
use snug_testkit::{TestApp, hours};

#[tokio::test]
async fn the_same_message_sent_twice_posts_once() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let draft = ana.draft("Only once, please");
    let first = app.snug().reply(&ana.actor(), conversation, draft.clone()).await.expect("sent");
    app.wait(hours(1));
    let second = app.snug().reply(&ana.actor(), conversation, draft).await.expect("sent before");
    assert!(matches!(first, Posted::New(_)));
    assert_eq!(second, Posted::Before(first.message().clone()));
    assert_eq!(ben.texts(conversation).await.iter().filter(|text| *text == "Only once, please").count(), 1);
    assert_eq!(ben.sees(conversation).await.unread_count, 1);
}

#[tokio::test]
async fn the_same_key_with_another_text_is_a_conflict() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    app.snug().reply(&ana.actor(), conversation, ana.draft_with("key", "The first text")).await.expect("sent");
    let second = app.snug().reply(&ana.actor(), conversation, ana.draft_with("key", "Another text")).await;
    assert!(matches!(second, Err(Error::Conflict)));
    assert!(!ben.texts(conversation).await.contains(&String::from("Another text")));
}

#[tokio::test]
async fn two_people_may_use_the_same_key() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    for member in [&ana, &ben] {
        let posted = app.snug().reply(&member.actor(), conversation, member.draft_with("key", "The same words")).await;
        assert!(matches!(posted, Ok(Posted::New(_))));
    }
}

#[tokio::test]
async fn one_message_sent_many_times_at_once_posts_once() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let (actor, draft) = (ana.actor(), ana.draft("Only once, please"));
    let send = || app.snug().reply(&actor, conversation, draft.clone());
    let answers = tokio::join!(send(), send(), send(), send(), send());
    let answers = [answers.0, answers.1, answers.2, answers.3, answers.4].map(|answer| answer.expect("sent"));
    assert_eq!(answers.iter().filter(|answer| matches!(answer, Posted::New(_))).count(), 1);
    assert!(answers.iter().all(|answer| answer.message() == answers[0].message()));
    assert_eq!(ben.texts(conversation).await.len(), 3);
}

#[tokio::test]
async fn one_key_used_in_two_conversations_at_once_posts_in_one() {
    let app = TestApp::new().await;
    let (ana, _, with_ben) = app.talking("ana", "ben").await;
    let (_, _, with_carla) = app.talking("ana", "carla").await;
    let (actor, draft) = (ana.actor(), ana.draft("Only in one of them"));
    let send = |conversation| app.snug().reply(&actor, conversation, draft.clone());
    let (one, other) = tokio::join!(send(with_ben), send(with_carla));
    let (sent, refused) = if one.is_ok() { (one, other) } else { (other, one) };
    assert!(matches!(sent, Ok(Posted::New(_))));
    assert!(matches!(refused, Err(Error::Conflict)));
}

#[tokio::test]
async fn messages_sent_at_once_are_numbered_without_a_gap() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    tokio::join!(
        ana.say(conversation, "one from Ana"),
        ben.say(conversation, "one from Ben"),
        ana.say(conversation, "two from Ana"),
        ben.say(conversation, "two from Ben"),
    );
    let sequences: Vec<i64> = ana.entries(conversation).await.iter().map(|entry| entry.sequence).collect();
    assert_eq!(sequences, [1, 2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn somebody_who_is_not_in_is_told_there_is_no_such_conversation() {
    let app = TestApp::new().await;
    let (_, _, conversation) = app.talking("ana", "ben").await;
    let eve = app.member("emma").await;
    let answer = app.snug().reply(&eve.actor(), conversation, eve.draft("Let me in")).await;
    assert!(matches!(answer, Err(Error::NotFound)));
}

#[tokio::test]
async fn what_is_written_is_kept_as_typed_and_shown_without_danger() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let text = "**Hello** <script>alert(1)</script> [here](javascript:alert(1)) ![spy](https://example.org/spy.png)";
    ana.say(conversation, text).await;
    let entry = ben.entries(conversation).await.pop().expect("a message");
    assert_eq!(entry.source, text);
    insta::assert_snapshot!(
        entry.html.trim_end(),
        @r#"<p dir="auto"><strong>Hello</strong> &lt;script&gt;alert(1)&lt;/script&gt; here (javascript:alert(1)) <a href="https://example.org/spy.png" rel="nofollow noopener noreferrer">spy</a></p>"#
    );
}
