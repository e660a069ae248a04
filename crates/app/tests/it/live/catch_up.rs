use snug_app::conversations::Shown;
use snug_app::live::{CaughtUp, Event};
use snug_domain::communities::Conversations;
use snug_domain::conversations::ChangeKind;
use snug_domain::conversations::ParticipantState::Joined;
use snug_testkit::{Member, TestApp, days, minutes};

async fn catch_up(app: &TestApp, member: &Member, after: i64) -> CaughtUp {
    app.snug().catch_up(&member.actor(), after).await.expect("changes")
}

async fn events(app: &TestApp, member: &Member, after: i64) -> Vec<Event> {
    match catch_up(app, member, after).await {
        CaughtUp::Events { events, .. } => events,
        CaughtUp::Reload { number } => panic!("reload at {number}"),
    }
}

async fn kinds(app: &TestApp, member: &Member, after: i64) -> Vec<ChangeKind> {
    events(app, member, after).await.iter().map(|event| event.kind).collect()
}

#[tokio::test]
async fn what_happened_is_told_in_order_to_both() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "News").await;
    ben.reads(conversation).await;
    ana.edit(conversation, message.id, "Better news").await;
    ana.delete(conversation, message.id).await;
    app.snug().set_archived(&ben.actor(), conversation, true).await.expect("archived");

    use ChangeKind::{Accepted, Deleted, Edited, Invited, Listed, Message, Read, ReadByOther};
    assert_eq!(kinds(&app, &ana, 0).await, [Message, Accepted, Message, ReadByOther, Edited, Deleted]);
    assert_eq!(kinds(&app, &ben, 0).await, [Invited, Accepted, Message, Read, Edited, Deleted, Listed]);
    let numbers: Vec<i64> = events(&app, &ben, 0).await.iter().map(|event| event.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
}

#[tokio::test]
async fn a_page_goes_on_from_the_number_it_has() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let number = app.snug().last_change(&ben.actor()).await.expect("a number");
    assert_eq!(ben.sees(conversation).await.change_number, number);
    assert!(events(&app, &ben, number).await.is_empty());
    ana.say(conversation, "While you slept").await;
    let events = events(&app, &ben, number).await;
    assert_eq!(events.len(), 1);
    let happened = events[0].happened.as_ref().expect("to be seen");
    assert_eq!(happened.message.as_ref().map(|message| message.source.as_str()), Some("While you slept"));
    assert_eq!(happened.listed.unread_count, 1);
}

#[tokio::test]
async fn a_page_that_slept_too_long_loads_itself_anew() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    app.advance(days(4)).await;
    ana.say(conversation, "News").await;
    let last = app.snug().last_change(&ben.actor()).await.expect("a number");
    assert!(matches!(catch_up(&app, &ben, 0).await, CaughtUp::Reload { number } if number == last));
    assert_eq!(kinds(&app, &ben, last - 1).await, [ChangeKind::Message]);
}

#[tokio::test]
async fn a_number_that_is_none_of_ours_loads_the_page_anew() {
    let app = TestApp::new().await;
    let (_, ben, _) = app.talking("ana", "ben").await;
    for number in [-1, 99, i64::MAX - 1] {
        assert!(matches!(catch_up(&app, &ben, number).await, CaughtUp::Reload { number: 2 }), "{number}");
    }
}

#[tokio::test]
async fn a_page_that_missed_more_than_it_can_take_loads_itself_anew() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let number = app.snug().last_change(&ben.actor()).await.expect("a number");
    for _ in 0..7 {
        for _ in 0..30 {
            ana.say(conversation, "So much to say").await;
        }
        app.wait(minutes(1));
    }
    assert!(matches!(catch_up(&app, &ben, number).await, CaughtUp::Reload { .. }));
    assert_eq!(events(&app, &ben, number + 10).await.len(), 200);
}

#[tokio::test]
async fn of_a_decline_the_starter_hears_nothing() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let number = app.snug().last_change(&ana.actor()).await.expect("a number");
    ben.decline(conversation).await;
    assert_eq!(app.snug().last_change(&ana.actor()).await.expect("a number"), number);
    let message = ana.entries(conversation).await[0].id;
    let of_ben = app.snug().last_change(&ben.actor()).await.expect("a number");
    ana.edit(conversation, message, "Hello dear Ben").await;
    assert_eq!(app.snug().last_change(&ben.actor()).await.expect("a number"), of_ben, "nor Ben of an edit after it");
}

#[tokio::test]
async fn what_was_taken_back_is_not_told_later() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    let events = events(&app, &ben, 0).await;
    assert_eq!(events.len(), 2);
    for event in events {
        let text = event.happened.and_then(|happened| happened.message);
        assert!(text.is_none());
    }
}

#[tokio::test]
async fn what_somebody_was_asked_back_with_and_did_not_answer_in_time_is_not_told_later() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    ben.leave(conversation).await;
    ana.adds(conversation, &ben, Shown::Nothing, "Come back").await;
    let told = async || {
        let messages = events(&app, &ben, 0).await.into_iter().filter_map(|event| event.happened?.message);
        messages.map(|message| message.source).collect::<Vec<_>>()
    };
    assert!(told().await.contains(&String::from("Come back")), "guard: it is told while they can answer");
    app.wait(days(30));
    let told = told().await;
    assert!(told.contains(&String::from("Hello Ben")) && !told.contains(&String::from("Come back")), "{told:?}");
}

#[tokio::test]
async fn where_conversations_are_off_nothing_is_told() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "News").await;
    app.turn_conversations(Conversations::Off).await;
    match catch_up(&app, &ben, 0).await {
        CaughtUp::Events { events, unread, .. } => {
            assert!(events.iter().all(|event| event.happened.is_none()));
            assert_eq!(unread, 0);
        }
        CaughtUp::Reload { .. } => panic!("nothing is missing"),
    }
}
