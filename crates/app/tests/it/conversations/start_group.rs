//! Starting with several people.

use snug_app::conversations::{Filter, Stand, StartWith, Title};
use snug_app::{Actor, Error};
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_domain::conversations::{ConversationKind, EntryKind};
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, refused, seconds};
use std::sync::Arc;

async fn four(app: &TestApp) -> [Member; 4] {
    [app.member("ana").await, app.member("ben").await, app.member("carla").await, app.member("deniz").await]
}

/// Tries to begin a conversation from another.
async fn begin_from(by: &Member, from: ConversationId, others: &[&Member]) -> Result<ConversationId, Error> {
    let to = others.iter().map(|other| other.handle().clone()).collect();
    let start = StartWith { to, title: None, begun_from: Some(from), draft: by.draft("Let us all talk") };
    let posted = by.snug().start_conversation(&by.actor(), start).await?;
    Ok(posted.message().conversation)
}

#[tokio::test]
async fn each_accepts_for_themself_and_it_runs_as_soon_as_one_has() {
    let app = TestApp::new().await;
    let [ana, ben, carla, deniz] = four(&app).await;
    let conversation = ana.start_group(&[&ben, &carla, &deniz], "Swifts", "Hello all").await;
    assert!(matches!(ana.sees(conversation).await.stand, Stand::Waiting { .. }));
    let said = app.snug().reply(&ana.actor(), conversation, ana.draft("Anybody?")).await;
    assert_eq!(refused(said), Refusal::NotAccepted);
    ben.accept(conversation).await;
    for member in [&ana, &ben] {
        assert_eq!(member.sees(conversation).await.stand, Stand::Talking);
    }
    for member in [&carla, &deniz] {
        assert!(matches!(member.sees(conversation).await.stand, Stand::Invited { .. }), "each for themself");
    }
    ana.say(conversation, "There you are").await;
    assert_eq!(ben.hears(conversation).await, ["Hello all", "There you are"]);
    assert_eq!(carla.hears(conversation).await, ["Hello all"]);
}

#[tokio::test]
async fn who_is_asked_is_told_the_title() {
    let app = TestApp::new().await;
    let [ana, ben, carla, _] = four(&app).await;
    let conversation = ana.start_group(&[&ben, &carla], "Swifts", "Hello both").await;
    assert_eq!(ben.sees(conversation).await.title, Title::Named("Swifts".into()));
    assert!(app.last_mail("ben").await.text.contains("Swifts"));
}

#[tokio::test]
async fn one_other_and_a_title_make_a_group_beside_what_the_two_have() {
    let app = TestApp::new().await;
    let (ana, ben, direct) = app.talking("ana", "ben").await;
    let group = ana.start_group(&[&ben], "Swifts", "A group of two").await;
    ben.accept(group).await;
    assert_eq!(ben.sees(group).await.kind, ConversationKind::Group);
    assert_eq!(ben.sees(direct).await.kind, ConversationKind::Direct);
    assert_eq!(ben.lists(Filter::All).await.len(), 2);
}

#[tokio::test]
async fn each_who_is_asked_counts_against_the_limits() {
    let app = TestApp::new().await;
    let mut others = Vec::new();
    for number in 0..11 {
        others.push(app.member_without_password(&format!("person{number}")).await);
    }
    let others: Vec<_> = others.iter().collect();
    let ana = app.member("ana").await;
    assert_eq!(refused(ana.try_start_group(&others, "", "Hello all").await), Refusal::TooManyUndecided);
    ana.try_start_group(&others[..10], "", "Hello all").await.expect("ten are asked");
    let new = app.new_member("ben").await;
    let answer = refused(new.try_start_group(&others[..6], "", "Hello all").await);
    assert!(matches!(answer, Refusal::TooManyInvitations { .. }), "{answer:?}");
    new.try_start_group(&others[..5], "", "Hello all").await.expect("five are asked");
}

#[tokio::test]
async fn there_are_never_more_people_than_the_community_allows() {
    let app = TestApp::new().await;
    let [ana, ben, carla, deniz] = four(&app).await;
    let community = Arc::new(app.snug().set_most_people("riverside", 3).await.expect("a number"));
    let to = [&ben, &carla, &deniz].map(|other| other.handle().clone()).to_vec();
    let start = StartWith { to, title: None, begun_from: None, draft: ana.draft("Hello all") };
    let actor = Actor { community, ..ana.actor() };
    let answer = app.snug().start_conversation(&actor, start).await;
    assert_eq!(refused(answer), Refusal::TooManyPeople { most: 3 });
}

#[tokio::test]
async fn who_cannot_be_asked_is_named_with_why_and_nobody_is_asked() {
    let app = TestApp::new().await;
    let [ana, ben, carla, _] = four(&app).await;
    ana.start_conversation("carla", "Hello Carla").await;
    let before = app.rows().await;
    match ana.try_start_group(&[&ben, &carla, &ana], "", "Hello all").await {
        Err(Error::CannotAsk(who)) => {
            let who: Vec<_> = who.iter().map(|(handle, refusal)| (handle.as_str(), refusal.code())).collect();
            assert_eq!(who, [("carla.lindqvist", "already-invited"), ("ana.ruiz", "yourself")]);
        }
        other => panic!("expected names, got {other:?}"),
    }
    app.rows().await.assert_same(&before, "what was refused");
}

#[tokio::test]
async fn a_retry_begins_one_conversation() {
    let app = TestApp::new().await;
    let [ana, ben, carla, _] = four(&app).await;
    let to = [&ben, &carla].map(|other| other.handle().clone()).to_vec();
    let start = StartWith { to, title: None, begun_from: None, draft: ana.draft("Hello both") };
    let first = app.snug().start_conversation(&ana.actor(), start.clone()).await.expect("begun");
    let again = app.snug().start_conversation(&ana.actor(), start).await.expect("the same");
    assert_eq!(first.message().id, again.message().id);
    assert_eq!(ben.lists(Filter::Invitations).await.len(), 1);
}

#[tokio::test]
async fn what_begins_from_a_direct_conversation_is_linked_with_it_for_the_two_only() {
    let app = TestApp::new().await;
    let (ana, ben, direct) = app.talking("ana", "ben").await;
    let carla = app.member("carla").await;
    let group = begin_from(&ana, direct, &[&ben, &carla]).await.expect("begun");
    for other in [&ben, &carla] {
        other.accept(group).await;
    }
    assert_eq!(ana.sees(group).await.begun_from, Some(direct));
    assert_eq!(ben.sees(group).await.begun_from, Some(direct));
    assert_eq!(carla.sees(group).await.begun_from, None, "who is not in it is not told");
    let last = ben.entries(direct).await.pop().expect("a line");
    assert_eq!((last.kind, last.source), (EntryKind::Continued, group.to_string()));
    assert_eq!(ben.sees(direct).await.participants.len(), 1, "it is never widened");
    assert_eq!(carla.hears(group).await, ["Let us all talk"], "and what the two said stays between them");
    let shown = app.snug().find_listed(&carla.actor(), direct).await;
    assert!(matches!(shown, Err(Error::NotFound)));
}

#[tokio::test]
async fn nothing_begins_from_what_others_say_and_who_is_not_asked_is_not_told() {
    let app = TestApp::new().await;
    let (ana, ben, direct) = app.talking("ana", "ben").await;
    let [carla, deniz] = [app.member("carla").await, app.member("deniz").await];
    assert!(matches!(begin_from(&carla, direct, &[&deniz]).await, Err(Error::NotFound)));
    let before = ben.entries(direct).await.len();
    let group = begin_from(&ana, direct, &[&carla, &deniz]).await.expect("begun");
    assert_eq!(ana.sees(group).await.begun_from, None);
    assert_eq!(ben.entries(direct).await.len(), before, "Ben hears nothing of it");
}

#[tokio::test]
async fn taking_it_back_is_undone_also_among_people_who_talk_and_whoever_was_taken_back_before_stays_out() {
    let app = TestApp::new().await;
    let (ana, ben, _) = app.talking("ana", "ben").await;
    let [carla, deniz] = [app.member("carla").await, app.member("deniz").await];
    let asked = [(&ben, Invited), (&carla, Declined), (&deniz, Invited)];
    let conversation = app.several(&ana, &asked, "Hello all").await;
    ana.remove(conversation, &deniz).await;
    app.wait(seconds(5));
    ana.withdraw(conversation).await;
    assert_eq!(ben.sees(conversation).await.stand, Stand::Gone);
    app.wait(seconds(5));
    ana.undoes_withdrawing(conversation).await;
    assert!(matches!(ben.sees(conversation).await.stand, Stand::Invited { .. }));
    assert_eq!(carla.sees(conversation).await.stand, Stand::Declined);
    assert_eq!(deniz.sees(conversation).await.stand, Stand::Gone, "was taken back before");
    assert!(deniz.lists(Filter::Invitations).await.is_empty());
    assert_eq!(deniz.hears(conversation).await, [""; 0]);
}

#[tokio::test]
async fn undoing_it_asks_no_more_than_may_wait_at_once() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let mut others = Vec::new();
    for number in 0..12 {
        others.push(app.member_without_password(&format!("person{number}")).await);
    }
    let others: Vec<_> = others.iter().collect();
    let conversation = ana.start_group(&others[..6], "", "Hello all").await;
    ana.withdraw(conversation).await;
    ana.start_group(&others[6..], "", "Hello you instead").await;
    let undone = app.snug().undo_withdraw(&ana.actor(), conversation).await;
    assert_eq!(refused(undone), Refusal::TooManyUndecided, "twelve would wait");
}

#[tokio::test]
async fn how_many_take_part_is_the_same_in_the_list_and_in_the_conversation() {
    let app = TestApp::new().await;
    let [ana, ben, carla, deniz] = four(&app).await;
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Declined), (&deniz, Invited)], "Hello").await;
    let listed = app.snug().find_listed(&ana.actor(), conversation).await.expect("a row");
    assert_eq!((listed.others, ana.sees(conversation).await.others), (3, 3));
}
