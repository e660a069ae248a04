use snug_app::Error;
use snug_app::conversations::{Filter, Posted, Stand, StartWith};
use snug_domain::Refusal;
use snug_domain::communities::Conversations;
use snug_domain::conversations::Became;
use snug_domain::people::Handle;
use snug_testkit::{TestApp, days, refused};

#[tokio::test]
async fn the_other_one_is_invited_with_the_first_message() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;

    assert_eq!(ana.sees(conversation).await.stand, Stand::Waiting { sent_at: app.now() });
    assert_eq!(ben.sees(conversation).await.stand, Stand::Invited { sent_at: app.now() });
    assert_eq!(ben.texts(conversation).await, ["Hello Ben"]);
    assert_eq!(ben.lists(Filter::Invitations).await.len(), 1);
    assert_eq!(ana.lists(Filter::All).await.len(), 1);
    assert_eq!(app.last_mail("ben").await.subject, "Ana Ruiz would like to talk with you");
}

#[tokio::test]
async fn nothing_more_can_be_sent_until_the_other_one_accepts() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;

    let by_starter = app.snug().reply(&ana.actor(), conversation, ana.draft("Are you there?")).await;
    assert_eq!(refused(by_starter), Refusal::NotAccepted);
    let by_invited = app.snug().reply(&ben.actor(), conversation, ben.draft("Who are you?")).await;
    assert_eq!(refused(by_invited), Refusal::AcceptFirst);
}

#[tokio::test]
async fn one_invitation_per_pair_and_direction_in_sixty_days_whatever_became_of_it() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let again_at = app.now() + days(60);
    let (sent_at, became) = (app.now(), Became::Waiting);
    let already = Refusal::AlreadyInvited { conversation, sent_at, again_at, became };

    assert_eq!(refused(ana.try_start("ben", "Hello again").await), already);
    ben.decline(conversation).await;
    assert_eq!(refused(ana.try_start("ben", "Hello again").await), already);
    ana.withdraw(conversation).await;
    let already = Refusal::AlreadyInvited { conversation, sent_at, again_at, became: Became::Withdrawn };
    assert_eq!(refused(ana.try_start("ben", "Hello again").await), already);
    app.wait(days(59));
    assert_eq!(refused(ana.try_start("ben", "Hello again").await), already);
    app.wait(days(1));
    assert!(ana.try_start("ben", "Hello again").await.is_ok());
}

#[tokio::test]
async fn who_is_invited_answers_instead_of_inviting() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    assert_eq!(refused(ben.try_start("ana", "Hello Ana").await), Refusal::InvitedByThem { conversation });
}

#[tokio::test]
async fn two_who_talk_have_one_conversation() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    app.wait(days(90));
    assert_eq!(refused(ana.try_start("ben", "Hello").await), Refusal::AlreadyTalking { conversation });
    assert_eq!(refused(ben.try_start("ana", "Hello").await), Refusal::AlreadyTalking { conversation });
}

#[tokio::test]
async fn when_both_invite_each_other_at_once_one_invitation_stands() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let answers = tokio::join!(ana.try_start("ben", "Hello Ben"), ben.try_start("ana", "Hello Ana"));
    let (stands, refusal) = match answers {
        (Ok(posted), refusal) | (refusal, Ok(posted)) => (posted.message().conversation, refused(refusal)),
        (Err(_), Err(_)) => panic!("one of the two is first"),
    };
    assert_eq!(refusal, Refusal::InvitedByThem { conversation: stands });
}

#[tokio::test]
async fn nobody_writes_to_themself() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    assert_eq!(refused(ana.try_start("ana", "Hello me").await), Refusal::Yourself);
}

#[tokio::test]
async fn a_handle_nobody_has_is_not_reachable() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let to = Handle::parse("nobody.here").expect("a handle");
    let answer = app.snug().start_conversation(&ana.actor(), StartWith::one(to, ana.draft("Hello"))).await;
    assert_eq!(refused(answer), Refusal::NotReachable);
}

#[tokio::test]
async fn a_start_that_is_repeated_invites_once() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let start = StartWith::one(ben.handle().clone(), ana.draft("Hello Ben"));
    let actor = ana.actor();
    let again = || app.snug().start_conversation(&actor, start.clone());

    let answers = tokio::join!(again(), again(), again());
    let answers = [answers.0, answers.1, answers.2].map(|answer| answer.expect("started"));
    let new = answers.iter().filter(|answer| matches!(answer, Posted::New(_))).count();
    assert_eq!(new, 1, "the others are told what came of the first");
    assert!(answers.iter().all(|answer| answer.message() == answers[0].message()));
    assert_eq!(ben.lists(Filter::Invitations).await.len(), 1);
    assert_eq!(app.mailbox("ben").await.len(), 1);
}

#[tokio::test]
async fn a_key_that_was_used_for_another_start_is_a_conflict() {
    let app = TestApp::new().await;
    let (ana, ben, carla) = (app.member("ana").await, app.member("ben").await, app.member("carla").await);
    let draft = ana.draft("Hello there");
    let start = |to: &Handle| StartWith::one(to.clone(), draft.clone());
    app.snug().start_conversation(&ana.actor(), start(ben.handle())).await.expect("started");
    let other = app.snug().start_conversation(&ana.actor(), start(carla.handle())).await;
    assert!(matches!(other, Err(Error::Conflict)));
}

#[tokio::test]
async fn what_stands_in_the_way_is_told_before_typing() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let profile = || async { app.snug().find_profile(&ana.actor(), ben.handle()).await.expect("a profile").start };
    assert_eq!(profile().await, Ok(()));
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let again_at = app.now() + days(60);
    assert_eq!(
        profile().await,
        Err(Refusal::AlreadyInvited { conversation, sent_at: app.now(), again_at, became: Became::Waiting })
    );
    ben.accept(conversation).await;
    assert_eq!(profile().await, Err(Refusal::AlreadyTalking { conversation }));
    app.turn_conversations(Conversations::Off).await;
    assert_eq!(profile().await, Err(Refusal::ConversationsOff));
}
