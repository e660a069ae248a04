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
            let by = part.find(&format!("{name} · today, 09:00"));
            assert!(by.expect("an author") < part.rfind(words).expect("the words"), "{part}");
        }
        assert!(part.contains("Ana and Carla"), "{part}");
    }
}

#[tokio::test]
async fn an_answer_tells_which_message_it_answers_unless_its_reader_cannot_see_that() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let before = ben.say(conversation, "I have a *ladder*").await.sequence;
    ana.adds(conversation, &carla, Shown::Nothing, "Hello Carla").await;
    carla.accept(conversation).await;
    let after = carla.say(conversation, "I have a hammer").await.sequence;
    for member in [&ana, &ben, &carla] {
        member.reads(conversation).await;
    }
    ana.try_answer(conversation, before, "Bring it").await.expect("an answer");
    ana.try_answer(conversation, after, "And that").await.expect("an answer");
    app.advance(minutes(10)).await;
    let [bens, carlas] = [app.last_mail("ben").await, app.last_mail("carla").await];
    for part in [&bens.text, &bens.html] {
        assert!(part.contains("In reply to you: I have a ladder"), "{part}");
        assert!(part.contains("In reply to Carla Lindqvist: I have a hammer"), "{part}");
    }
    for part in [&carlas.text, &carlas.html] {
        assert!(!part.contains("ladder") && part.contains("In reply to you: I have a hammer"), "{part}");
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
    assert!(!mail.text.contains("and 1 more"), "it counts nothing else: {}", mail.text);
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
