//! Who may write to somebody: everyone, people they know, nobody.

use snug_app::Error;
use snug_app::conversations::{Shown, StartWith};
use snug_domain::Refusal;
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_domain::people::Writers;
use snug_testkit::{Member, TestApp, minutes, refused};

/// What is said to somebody who looks whether they can write to another, and to whoever tries.
async fn asks(app: &TestApp, member: &Member, other: &Member) -> Result<(), Refusal> {
    let told = app.snug().find_profile(&member.actor(), other.handle()).await.expect("a profile").start;
    if let Err(refusal) = told {
        let start = StartWith::one(other.handle().clone(), member.draft("Hello"));
        let tried = app.snug().start_conversation(&member.actor(), start).await;
        assert_eq!(refused(tried), refusal, "told before typing, and when it is tried");
    }
    told
}

#[tokio::test]
async fn a_person_chooses_who_may_write_to_them() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    assert_eq!(asks(&app, &ana, &ben).await, Ok(()), "everyone, to begin with");
    ben.is_written_to_by(Writers::Acquaintances).await;
    assert_eq!(asks(&app, &ana, &ben).await, Err(Refusal::OnlyAcquaintances));
    ben.is_written_to_by(Writers::Nobody).await;
    assert_eq!(asks(&app, &ana, &ben).await, Err(Refusal::NotReachable));
    assert_eq!(asks(&app, &ben, &ana).await, Ok(()), "they may write to others");
}

#[tokio::test]
async fn people_know_those_they_are_in_a_conversation_with_or_were() {
    let app = TestApp::new().await;
    let [ana, ben, carla, deniz] =
        [app.member("ana").await, app.member("ben").await, app.member("carla").await, app.member("deniz").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined), (&deniz, Invited)], "Hello all").await;
    for member in [&ana, &ben, &carla, &deniz] {
        member.is_written_to_by(Writers::Acquaintances).await;
    }
    assert_eq!(asks(&app, &ben, &carla).await, Ok(()));
    assert_eq!(asks(&app, &carla, &ana).await, Ok(()));
    assert_eq!(asks(&app, &deniz, &ben).await, Err(Refusal::OnlyAcquaintances), "who did not accept is in none");
    assert_eq!(asks(&app, &ben, &deniz).await, Err(Refusal::OnlyAcquaintances));
    carla.leave(conversation).await;
    app.wait(minutes(2));
    deniz.accept(conversation).await;
    assert_eq!(asks(&app, &ben, &carla).await, Ok(()), "and were");
    assert_eq!(asks(&app, &carla, &deniz).await, Err(Refusal::OnlyAcquaintances), "they did not meet");
    assert_eq!(asks(&app, &deniz, &ben).await, Ok(()));
}

#[tokio::test]
async fn who_wants_no_messages_is_not_added_either_and_goes_on_where_they_talk() {
    let app = TestApp::new().await;
    let (ana, ben, talk) = app.talking("ana", "ben").await;
    let carla = app.member("carla").await;
    let conversation = app.several(&ana, &[(&carla, Joined)], "Hello Carla").await;
    ben.is_written_to_by(Writers::Nobody).await;
    match ana.try_add(conversation, &[&ben], Shown::All, "Hello Ben").await {
        Err(Error::CannotAsk(refused)) => {
            assert_eq!(refused, [(ben.handle().clone(), Refusal::NotReachable)]);
        }
        other => panic!("{other:?}"),
    }
    ana.say(talk, "We talk already").await;
    ben.say(talk, "We do").await;
    assert!(matches!(asks(&app, &ana, &ben).await, Err(Refusal::AlreadyTalking { .. })));
}
