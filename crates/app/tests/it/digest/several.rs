//! A digest of conversations with a third participant.

use super::digests;
use snug_app::conversations::Shown;
use snug_domain::conversations::ParticipantState::Joined;
use snug_testkit::{TestApp, minutes};

#[tokio::test]
async fn each_message_names_who_wrote_it() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ana.say(conversation, "From Ana").await;
    carla.say(conversation, "From Carla").await;
    app.advance(minutes(5)).await;
    let mails = digests(&app, "ben").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Carla Lindqvist and 1 other wrote to you");
    for part in [&mails[0].text, &mails[0].html] {
        for (name, words) in [("Ana Ruiz", "From Ana"), ("Carla Lindqvist", "From Carla")] {
            let by = part.find(&format!("{name}</bdi> · 09:00")).or(part.find(&format!("{name} · 09:00")));
            assert!(by.expect("an author") < part.find(words).expect("the words"), "{part}");
        }
        assert!(part.contains("Ana and Carla"), "{part}");
    }
}

#[tokio::test]
async fn nothing_is_mailed_that_was_said_while_one_was_not_in() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    ben.say(conversation, "Before she joined").await;
    ben.adds(conversation, &carla, Shown::Nothing, "Hello Carla").await;
    carla.accept(conversation).await;
    ben.say(conversation, "While she is in").await;
    carla.leave(conversation).await;
    let (_, _, other) = app.talking("deniz", "carla").await;
    app.member("deniz").await.say(other, "From Deniz").await;
    ben.say(conversation, "After she left").await;
    app.advance(minutes(5)).await;
    let mail = app.last_mail("carla").await;
    assert!(mail.text.contains("From Deniz"), "guard: {}", mail.text);
    for words in ["Before she joined", "While she is in", "After she left"] {
        assert!(!mail.text.contains(words), "{words:?}: {}", mail.text);
    }
}

#[tokio::test]
async fn a_digest_that_was_written_while_one_was_in_tells_what_was_said_until_then() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    ben.say(conversation, "Before she joined").await;
    ben.adds(conversation, &carla, Shown::Nothing, "Hello Carla").await;
    carla.accept(conversation).await;
    ben.say(conversation, "While she is in").await;
    app.advance(minutes(5)).await;
    let mail = app.last_mail("carla").await;
    assert!(mail.text.contains("While she is in") && !mail.text.contains("Before she joined"), "{}", mail.text);
    assert!(mail.text.contains("1 new message\n"), "{}", mail.text);
}

#[tokio::test]
async fn a_line_says_what_happened_and_is_no_acceptance() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    carla.leave(conversation).await;
    ana.say(conversation, "She had to go").await;
    app.advance(minutes(5)).await;
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains("Carla Lindqvist left."), "{}", mail.text);
    assert!(!mail.text.contains("accepted") && !mail.subject.contains("accepted"), "{}: {}", mail.subject, mail.text);
}

#[tokio::test]
async fn several_added_at_once_are_one_line_of_a_digest() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let [deniz, emma, farid] = [app.member("deniz").await, app.member("emma").await, app.member("farid").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    ben.reads(conversation).await;
    let asked = [&carla, &deniz, &emma, &farid];
    ana.try_add(conversation, &asked, Shown::All, "Hello all of you").await.expect("asked");
    app.advance(minutes(6)).await;
    let text = app.last_mail("ben").await.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let names = format!("{}, {} and 2 others", carla.person.name, deniz.person.name);
    assert!(text.contains(&format!("Ana Ruiz invited {names}, with everything said so far.")), "{text}");
    assert_eq!(text.matches("invited").count(), 1, "{text}");
}
