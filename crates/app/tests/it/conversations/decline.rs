//! Declining is silent: everything the starter can read and do is the same as for an invitation
//! that nobody answered.

use snug_app::conversations::{Filter, Participant, Stand};
use snug_app::live::CaughtUp;
use snug_domain::conversations::ToldState;
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, days, refused};

/// What the answer of a silent person is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Answer {
    None,
    Declined,
    /// Before the mail with the invitation left.
    DeclinedAtOnce,
}

/// How the others stand, and what is told of them.
fn told(participants: &[Participant]) -> Vec<(Option<ToldState>, bool, i64)> {
    participants.iter().map(|other| (other.state, other.is_present, other.read_sequence)).collect()
}

/// Everything the starter can read, without the ids and names that differ anyway.
async fn everything_read_by(app: &TestApp, ana: &Member, ben: &Member, conversation: ConversationId) -> Vec<String> {
    let shown = ana.sees(conversation).await;
    let listed = app.snug().find_listed(&ana.actor(), conversation).await.expect("listed");
    let profile = app.snug().find_profile(&ana.actor(), ben.handle()).await.expect("a profile");
    let changes = match app.snug().catch_up(&ana.actor(), 0).await.expect("changes") {
        CaughtUp::Events { events, unread, .. } => {
            let events = events.iter().map(|event| {
                let happened = event.happened.as_ref().expect("to be seen");
                (event.number, event.kind, happened.listed.stand, told(&happened.listed.participants))
            });
            format!("{:?} {unread}", events.collect::<Vec<_>>())
        }
        CaughtUp::Reload { number } => format!("reload {number}"),
    };
    vec![
        format!("{:?} {:?} {:?}", shown.stand, shown.invitation_bounced, told(&shown.participants)),
        format!("{} {} {} {}", shown.archived, shown.read_sequence, shown.unread_count, shown.read_by_others),
        format!("change {}", shown.change_number),
        format!("{:?} {:?} {:?}", listed.stand, listed.shelf, told(&listed.participants)),
        format!("{:?} {} {:?}", listed.active_at, listed.unread_count, listed.shelf),
        format!("{:?} {:?}", listed.level, listed.last.map(|last| last.kind)),
        format!(
            "{:?}",
            ana.lists(Filter::All).await.iter().map(|listed| told(&listed.participants)).collect::<Vec<_>>()
        ),
        format!("{:?}", ana.lists(Filter::Unread).await.len()),
        format!("{:?}", ana.texts(conversation).await),
        format!("{} {}", ana.bell().await.unread, ana.bell().await.invitations),
        format!("{:?}", profile.start.map_err(|refusal| (refusal.code(), refusal.again_at()))),
        changes,
    ]
}

/// The life of an invitation as its starter lives it, step by step.
async fn as_lived_by_the_starter(answer: Answer) -> Vec<Vec<String>> {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    if answer == Answer::DeclinedAtOnce {
        ben.decline(conversation).await;
    }
    app.deliver().await;
    if answer == Answer::Declined {
        ben.decline(conversation).await;
    }
    let mut lived = vec![everything_read_by(&app, &ana, &ben, conversation).await];

    let message = ana.entries(conversation).await[0].id;
    ana.edit(conversation, message, "Hello dear Ben").await;
    lived.push(everything_read_by(&app, &ana, &ben, conversation).await);

    let more = app.snug().reply(&ana.actor(), conversation, ana.draft("Are you there?")).await;
    let deleted = app.snug().delete_message(&ana.actor(), conversation, message).await;
    let read = app.snug().mark_read(&ana.actor(), conversation, i64::MAX).await;
    lived.push(vec![refused(more).code().into(), refused(deleted).code().into(), format!("{read:?}")]);

    app.snug().set_archived(&ana.actor(), conversation, true).await.expect("archived");
    app.advance(days(29)).await;
    lived.push(everything_read_by(&app, &ana, &ben, conversation).await);
    app.advance(days(1)).await;
    let withdrawn = app.snug().withdraw(&ana.actor(), conversation).await;
    lived.push(vec![refused(withdrawn).code().into()]);
    lived.push(vec![format!("{:?}", ana.sees(conversation).await.stand)]);
    lived.push(vec![format!("{} mails for Ana", app.mailbox("ana").await.len())]);
    lived
}

#[tokio::test]
async fn a_declined_invitation_looks_undecided_to_its_starter_all_its_life() {
    let undecided = as_lived_by_the_starter(Answer::None).await;
    assert!(undecided[0][0].starts_with("Waiting"), "{undecided:?}");
    assert_eq!(as_lived_by_the_starter(Answer::Declined).await, undecided);
}

#[tokio::test]
async fn nor_does_it_show_that_an_invitation_was_declined_before_it_was_mailed() {
    let undecided = as_lived_by_the_starter(Answer::None).await;
    assert_eq!(as_lived_by_the_starter(Answer::DeclinedAtOnce).await, undecided);
}

#[tokio::test]
async fn a_declined_invitation_is_withdrawn_as_an_undecided_one_is() {
    let mut lived = Vec::new();
    for is_declined in [false, true] {
        let app = TestApp::new().await;
        let (ana, ben) = (app.member("ana").await, app.member("ben").await);
        let conversation = ana.start_conversation("ben", "Hello Ben").await;
        app.deliver().await;
        if is_declined {
            ben.decline(conversation).await;
        }
        ana.withdraw(conversation).await;
        assert_eq!(ana.sees(conversation).await.stand, Stand::Withdrawn);
        lived.push(everything_read_by(&app, &ana, &ben, conversation).await);
    }
    assert_eq!(lived[0], lived[1]);
}

#[tokio::test]
async fn who_declined_sees_that_they_did_and_is_not_rung_any_more() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ben.decline(conversation).await;
    assert_eq!(ben.sees(conversation).await.stand, Stand::Declined);
    assert_eq!((ben.bell().await.unread, ben.bell().await.invitations), (0, 0));
    assert!(ben.lists(Filter::Invitations).await.is_empty());
    let listed = app.snug().find_listed(&ben.actor(), conversation).await.expect("listed");
    assert_eq!(listed.stand, Stand::Declined);
}

#[tokio::test]
async fn declining_twice_is_declining_once() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    tokio::join!(ben.decline(conversation), ben.decline(conversation));
    ben.decline(conversation).await;
    assert_eq!(app.snug().last_change(&ben.actor()).await.expect("a number"), 2, "invited, then declined");
}

#[tokio::test]
async fn what_was_accepted_or_withdrawn_cannot_be_declined() {
    let app = TestApp::new().await;
    let (_, ben, talking) = app.talking("ana", "ben").await;
    assert_eq!(refused(app.snug().decline(&ben.actor(), talking).await), Refusal::NoLongerOpen);
    let (carla, deniz) = (app.member("carla").await, app.member("deniz").await);
    let withdrawn = carla.start_conversation("deniz", "Hello Deniz").await;
    carla.withdraw(withdrawn).await;
    assert_eq!(refused(app.snug().decline(&deniz.actor(), withdrawn).await), Refusal::NoLongerOpen);
}
