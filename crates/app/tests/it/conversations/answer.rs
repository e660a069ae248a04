//! Answering one message of a conversation.

use snug_app::Error;
use snug_app::conversations::{Messages, Posted, Reply, Shown, Slice};
use snug_app::live::CaughtUp;
use snug_domain::conversations::ParticipantState::Joined;
use snug_domain::people::Preferences;
use snug_domain::{ConversationId, Field, Invalid, Problem};
use snug_testkit::{Member, TestApp, minutes};

/// What a member sees of a conversation, with what is quoted.
async fn read(app: &TestApp, member: &Member, conversation: ConversationId) -> Messages {
    app.snug().show_conversation(&member.actor(), conversation, Slice::Last, 50).await.expect("messages").1
}

/// The words that the last message quotes, and whose they are; nothing where it quotes none.
async fn quoted(app: &TestApp, member: &Member, conversation: ConversationId) -> Option<(String, String, bool)> {
    let messages = read(app, member, conversation).await;
    let quoted = messages.quoted_by(messages.entries.last()?)?;
    Some((quoted.author.name.to_string(), quoted.excerpt.clone(), quoted.is_deleted))
}

fn fault(answer: Result<Posted, Error>) -> Invalid {
    match answer {
        Err(Error::Invalid(faults)) => faults[0],
        other => panic!("{other:?}"),
    }
}

const NOT_FOUND: Invalid = Invalid::new(Field::InReplyTo, Problem::NotFound);

#[tokio::test]
async fn an_answer_quotes_the_message_it_answers_as_it_is_now() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let question = ana.say(conversation, "Is **Sunday** good?").await;
    ana.say(conversation, "Or Monday?").await;
    ben.try_answer(conversation, question.sequence, "It is").await.expect("an answer");
    let by_ana = |words: &str, is_deleted| Some((String::from("Ana Ruiz"), String::from(words), is_deleted));
    assert_eq!(quoted(&app, &ana, conversation).await, by_ana("Is Sunday good?", false));
    ana.edit(conversation, question.id, "Is Saturday good?").await;
    assert_eq!(quoted(&app, &ben, conversation).await, by_ana("Is Saturday good?", false));
    ana.delete(conversation, question.id).await;
    assert_eq!(quoted(&app, &ben, conversation).await, by_ana("", true));
}

#[tokio::test]
async fn an_answer_comes_live_with_the_message_it_answers() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let question = ana.say(conversation, "Is Sunday good?").await;
    let after = app.snug().last_change(&ana.actor()).await.expect("a number");
    ben.try_answer(conversation, question.sequence, "It is").await.expect("an answer");
    let Ok(CaughtUp::Events { events, .. }) = app.snug().catch_up(&ana.actor(), after).await else { panic!("events") };
    let quoted = events[0].happened.as_ref().and_then(|happened| happened.quoted.as_ref()).expect("a quote");
    assert_eq!((quoted.id, quoted.excerpt.as_str()), (question.id, "Is Sunday good?"));
}

#[tokio::test]
async fn nobody_answers_what_they_cannot_see() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let before = ana.say(conversation, "Before Carla came").await;
    ana.adds(conversation, &carla, Shown::Nothing, "Come in").await;
    carla.accept(conversation).await;
    assert_eq!(fault(carla.try_answer(conversation, before.sequence, "What?").await), NOT_FOUND);
    assert_eq!(fault(carla.try_answer(conversation, 1_000, "What?").await), NOT_FOUND);
    assert_eq!(fault(carla.try_answer(conversation, -1, "What?").await), NOT_FOUND);
    let joined = read(&app, &carla, conversation).await.entries.pop().expect("a line");
    assert_eq!(fault(carla.try_answer(conversation, joined.sequence, "A line").await), NOT_FOUND, "not a line");
    assert!(!carla.hears(conversation).await.iter().any(|text| text == "What?"), "nothing is half done");
}

#[tokio::test]
async fn an_answer_to_what_its_reader_cannot_see_quotes_nothing_to_them() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let before = ana.say(conversation, "Before Carla came").await;
    ana.adds(conversation, &carla, Shown::Nothing, "Come in").await;
    carla.accept(conversation).await;
    let after = app.snug().last_change(&carla.actor()).await.expect("a number");
    ben.try_answer(conversation, before.sequence, "About that").await.expect("an answer");
    assert_eq!(quoted(&app, &ana, conversation).await.map(|(_, words, _)| words), Some("Before Carla came".into()));
    let messages = read(&app, &carla, conversation).await;
    let answer = messages.entries.last().expect("the answer");
    assert_eq!((answer.source.as_str(), answer.in_reply_to, messages.quoted.len()), ("About that", None, 0));
    let Ok(CaughtUp::Events { events, .. }) = app.snug().catch_up(&carla.actor(), after).await else {
        panic!("events")
    };
    let happened = events[0].happened.as_ref().expect("the answer");
    assert_eq!(happened.message.as_ref().map(|message| message.in_reply_to), Some(None));
    assert!(happened.quoted.is_none());
}

#[tokio::test]
async fn sending_an_answer_again_posts_it_once_and_as_an_answer_to_another_is_a_conflict() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let [first, second] =
        [ana.say(conversation, "Sunday?").await.sequence, ana.say(conversation, "Monday?").await.sequence];
    let send = async |in_reply_to| {
        let reply = Reply { draft: ben.draft_with("key", "Yes"), in_reply_to };
        app.snug().reply(&ben.actor(), conversation, reply).await
    };
    assert!(matches!(send(Some(first)).await, Ok(Posted::New(_))));
    let Ok(Posted::Before(sent)) = send(Some(first)).await else { panic!("it was sent before") };
    assert_eq!(sent.in_reply_to, Some(first));
    assert!(matches!(send(Some(second)).await, Err(Error::Conflict)));
    assert!(matches!(send(None).await, Err(Error::Conflict)));
}

#[tokio::test]
async fn an_answer_to_ones_message_is_heard_in_a_muted_conversation_unless_one_wants_none() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let by_ben = ben.say(conversation, "I have a ladder").await.sequence;
    let by_carla = carla.say(conversation, "I have a hammer").await.sequence;
    app.snug().set_level(&ben.actor(), conversation, snug_domain::conversations::Level::Muted).await.expect("a level");
    ben.reads(conversation).await;
    app.advance(minutes(6)).await;
    let mails = app.mailbox("ben").await.len();
    let hears = async || {
        app.advance(minutes(6)).await;
        (ben.bell().await.unread, app.mailbox("ben").await.len() - mails)
    };
    ana.try_answer(conversation, by_carla, "Good").await.expect("an answer");
    assert_eq!(hears().await, (0, 0), "an answer to somebody else");
    ana.try_answer(conversation, by_ben, "Bring it").await.expect("an answer");
    assert_eq!(hears().await, (1, 1));
    ben.reads(conversation).await;
    let preferences = Preferences { mentions_ring: false, ..ben.person.preferences };
    app.snug().set_preferences(&ben.actor(), preferences).await.expect("kept");
    ana.try_answer(conversation, by_ben, "Please").await.expect("an answer");
    assert_eq!(hears().await, (0, 1));
}
