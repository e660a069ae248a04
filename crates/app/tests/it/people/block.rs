//! Blocking: who is blocked reaches nobody who blocked them, and is not told.

use snug_app::Error;
use snug_app::conversations::{Filter, Shown, Stand};
use snug_app::live::CaughtUp;
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_domain::conversations::{ChangeKind, Level, Role};
use snug_domain::people::{Handle, Writers};
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, days, minutes, refused, seconds};

async fn may_start(app: &TestApp, member: &Member, with: &Member) -> Result<(), Refusal> {
    app.snug().find_profile(&member.actor(), with.handle()).await.expect("a profile").start
}

async fn reply(app: &TestApp, member: &Member, conversation: ConversationId) -> Result<(), Error> {
    app.snug().reply(&member.actor(), conversation, member.draft("Do you hear me?")).await.map(drop)
}

#[tokio::test]
async fn a_direct_conversation_is_closed_for_both_and_goes_on_once_nobody_blocks() {
    let app = TestApp::new().await;
    let (ana, ben, talk) = app.talking("ana", "ben").await;
    let message = ana.say(talk, "Hello").await.id;
    ben.blocks(&ana).await;
    ben.blocks(&ana).await;
    for member in [&ana, &ben] {
        assert_eq!(member.sees(talk).await.stand, Stand::Closed);
        assert_eq!(member.lists(Filter::All).await[0].stand, Stand::Closed);
        assert_eq!(refused(reply(&app, member, talk).await), Refusal::Closed);
        assert!(member.texts(talk).await.contains(&String::from("Hello")), "what was said stays");
    }
    assert_eq!((ana.sees(talk).await.has_blocked, ben.sees(talk).await.has_blocked), (false, true));
    let edited = app.snug().edit_message(&ana.actor(), talk, message, ana.draft("Hear me").text).await;
    assert_eq!(refused(edited), Refusal::Closed, "an edit is a message too");
    ana.delete(talk, message).await;

    ana.blocks(&ben).await;
    ben.unblocks(&ana).await;
    assert_eq!(ben.sees(talk).await.stand, Stand::Closed, "the other blocks still");
    ana.unblocks(&ben).await;
    ana.unblocks(&ben).await;
    assert_eq!(ben.sees(talk).await.stand, Stand::Talking);
    ana.say(talk, "Here we are again").await;
}

#[tokio::test]
async fn what_is_asked_between_the_two_ends_and_the_blocked_one_is_not_told() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let group = app.several(&ana, &[(&carla, Joined), (&ben, Invited)], "Hello both").await;
    app.wait(days(61));
    let asked = ana.start_conversation("ben", "Hello Ben").await;
    let number = app.snug().last_change(&ana.actor()).await.expect("a number");
    ben.blocks(&ana).await;
    assert_eq!(app.snug().last_change(&ana.actor()).await.expect("a number"), number, "nothing changes for Ana");
    assert!(matches!(ana.sees(asked).await.stand, Stand::Waiting { .. }));
    assert!(ben.lists(Filter::Invitations).await.is_empty());
    assert_eq!(ben.bell().await.unread, 0);
    assert_eq!(ben.sees(asked).await.stand, Stand::Declined);
    let accepted = app.snug().accept(&ben.actor(), asked).await;
    assert_eq!(refused(accepted), Refusal::BlockedByYou, "unblock first");
    assert_eq!(ben.sees(group).await.stand, Stand::Gone, "guard: it lapsed before");
    ben.unblocks(&ana).await;
    ben.accept(asked).await;
    assert_eq!(ana.sees(asked).await.stand, Stand::Talking);
}

#[tokio::test]
async fn an_invitation_to_a_group_by_somebody_who_is_blocked_is_declined_and_can_be_accepted_after_all() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let group = app.several(&ana, &[(&carla, Joined), (&ben, Invited)], "Hello both").await;
    ben.blocks(&ana).await;
    let seen = ben.sees(group).await;
    assert!(seen.stand == Stand::Declined && seen.has_blocked);
    ben.accept(group).await;
    carla.say(group, "Welcome").await;
    assert_eq!(ben.lists(Filter::All).await[0].stand, Stand::Talking);
}

#[tokio::test]
async fn what_the_blocker_asked_is_taken_back() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let asked = ben.start_conversation("ana", "Hello Ana").await;
    ben.blocks(&ana).await;
    assert_eq!(ben.sees(asked).await.stand, Stand::Withdrawn);
    assert!(ana.lists(Filter::Invitations).await.is_empty());
    app.deliver().await;
    assert!(app.mailbox("ana").await.is_empty(), "no mail either");
}

#[tokio::test]
async fn what_the_blocked_one_declined_before_is_no_way_back() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let asked = ben.start_conversation("ana", "Hello Ana").await;
    ana.decline(asked).await;
    ben.blocks(&ana).await;
    assert_eq!(refused(app.snug().accept(&ana.actor(), asked).await), Refusal::NoLongerOpen);
    assert_eq!(refused(ana.try_start("ben", "Hello").await), Refusal::NotReachable);
}

#[tokio::test]
async fn a_withdrawal_that_is_undone_reaches_nobody_who_blocked_meanwhile() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let asked = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(asked).await;
    ben.blocks(&ana).await;
    ana.undoes_withdrawing(asked).await;
    assert!(matches!(ana.sees(asked).await.stand, Stand::Waiting { .. }), "to her nothing is different");
    assert!(ben.lists(Filter::Invitations).await.is_empty());
    assert_eq!(ben.bell().await.unread, 0);
    app.advance(minutes(2)).await;
    assert!(app.mailbox("ben").await.is_empty());
}

#[tokio::test]
async fn whom_one_asked_to_a_group_before_is_not_asked_any_more_and_what_a_blocked_host_does_does_not_ring() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let deniz = app.member("deniz").await;
    let group = app.several(&ben, &[(&carla, Joined), (&ana, Invited)], "Hello both").await;
    let alone = ben.start_group(&[&deniz], "Only Deniz", "Hello Deniz").await;
    ben.blocks(&ana).await;
    ben.blocks(&deniz).await;
    assert_eq!(refused(app.snug().accept(&ana.actor(), group).await), Refusal::NoLongerOpen);
    assert_eq!((deniz.sees(alone).await.stand, ben.sees(alone).await.stand), (Stand::Gone, Stand::Withdrawn));

    let theirs = app.several(&carla, &[(&ben, Joined)], "Hello Ben").await;
    ben.reads(theirs).await;
    ben.blocks(&carla).await;
    for role in [Role::Host, Role::Member] {
        carla.makes(theirs, &ben, role).await;
    }
    carla.remove(theirs, &ben).await;
    assert_eq!(ben.bell().await.unread, 0);
    app.advance(minutes(30)).await;
    assert!(app.mailbox("ben").await.iter().all(|mail| !mail.text.contains("host")), "nor is it mailed");
}

#[tokio::test]
async fn what_was_unread_of_who_is_blocked_is_read_and_what_others_wrote_is_not() {
    let app = TestApp::new().await;
    let (ana, ben, talk) = app.talking("ana", "ben").await;
    let carla = app.member("carla").await;
    let group = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ben.reads(group).await;
    ben.reads(talk).await;
    ana.say(talk, "Between us").await;
    ana.say(group, "To all").await;
    carla.say(group, "From Carla").await;
    ben.blocks(&ana).await;
    let unread =
        async |conversation| app.snug().find_listed(&ben.actor(), conversation).await.expect("his").unread_count;
    assert_eq!((unread(group).await, unread(talk).await, ben.bell().await.unread), (1, 0, 1));
    app.advance(minutes(30)).await;
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains("From Carla") && !mail.text.contains("To all") && !mail.text.contains("Between us"));
}

#[tokio::test]
async fn a_decline_of_somebody_who_is_blocked_is_not_taken_back_unless_the_block_is_at_once() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let asked = ana.start_conversation("ben", "Hello Ben").await;
    ben.decline(asked).await;
    app.wait(seconds(1));
    ben.blocks(&ana).await;
    assert_eq!(refused(app.snug().undo_decline(&ben.actor(), asked).await), Refusal::BlockedByYou);
    ben.unblocks(&ana).await;
    assert_eq!(ben.sees(asked).await.stand, Stand::Declined, "which was declined before");
    ben.undoes_declining(asked).await;

    ben.blocks(&ana).await;
    app.wait(seconds(30));
    ben.unblocks(&ana).await;
    assert!(matches!(ben.sees(asked).await.stand, Stand::Invited { .. }), "as before the block");
    ben.blocks(&ana).await;
    app.wait(minutes(2));
    ben.unblocks(&ana).await;
    assert_eq!(ben.sees(asked).await.stand, Stand::Declined, "that was no slip");
    ben.accept(asked).await;
}

#[tokio::test]
async fn who_is_blocked_neither_writes_nor_adds_and_who_blocks_is_told_to_unblock() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&carla, Joined)], "Hello Carla").await;
    ben.blocks(&ana).await;
    assert_eq!(may_start(&app, &ana, &ben).await, Err(Refusal::NotReachable));
    assert_eq!(may_start(&app, &ben, &ana).await, Err(Refusal::BlockedByYou));
    assert_eq!(refused(ana.try_start("ben", "Hello").await), Refusal::NotReachable);
    let added = ana.try_add(conversation, &[&ben], Shown::All, "Hello Ben").await;
    assert!(matches!(&added, Err(Error::CannotAsk(why)) if why[0].1 == Refusal::NotReachable), "{added:?}");
    ben.is_written_to_by(Writers::Acquaintances).await;
    assert_eq!(may_start(&app, &ana, &ben).await, Err(Refusal::OnlyAcquaintances), "as others are told");
    assert_eq!(may_start(&app, &carla, &ben).await, Err(Refusal::OnlyAcquaintances));
    assert_eq!(refused(app.snug().block(&ben.actor(), ben.handle()).await), Refusal::Yourself);
    let nobody = Handle::parse("nobody.here").expect("a handle");
    assert!(matches!(app.snug().block(&ben.actor(), &nobody).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn in_a_group_what_a_blocked_person_writes_is_no_news() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ben.reads(conversation).await;
    app.advance(minutes(30)).await;
    let mails = app.mailbox("ben").await.len();
    ben.blocks(&ana).await;
    let number = app.snug().last_change(&ben.actor()).await.expect("a number");
    let folded = ana.say(conversation, "Do you hear me, @ben.okafor?").await;
    assert!(!folded.from_blocked, "to herself she is none");
    let seen = ben.entries(conversation).await.pop().expect("a message");
    assert!(seen.id == folded.id && seen.from_blocked);
    let listed = ben.lists(Filter::All).await.remove(0);
    assert_eq!((listed.unread_count, listed.rings), (0, false));
    assert!(listed.last.expect("words").from_blocked);
    match app.snug().catch_up(&ben.actor(), number).await {
        Ok(CaughtUp::Events { events, .. }) => {
            let event = &events[0];
            let message = event.happened.as_ref().and_then(|happened| happened.message.as_ref()).expect("a message");
            assert!(event.kind == ChangeKind::Message && message.from_blocked && !message.is_news_to(ben.id()));
        }
        other => panic!("{other:?}"),
    }
    app.advance(minutes(30)).await;
    assert_eq!(app.mailbox("ben").await.len(), mails, "no digest tells of it");
    let heard = carla.say(conversation, "This one you hear").await;
    carla.try_answer(conversation, folded.sequence, "And this").await.expect("sent");
    assert_eq!(ben.lists(Filter::All).await[0].unread_count, 2);
    app.advance(minutes(30)).await;
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains("This one you hear") && !mail.text.contains("Do you hear me"), "{}", mail.text);
    ben.unblocks(&ana).await;
    assert!(!ben.entries(conversation).await.iter().any(|entry| entry.from_blocked));
    assert!(heard.sequence > folded.sequence);
}

#[tokio::test]
async fn a_muted_conversation_is_not_heard_because_a_blocked_person_names_one() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ben.reads(conversation).await;
    app.snug().set_level(&ben.actor(), conversation, Level::Muted).await.expect("muted");
    ben.blocks(&ana).await;
    ana.say(conversation, "Listen, @ben.okafor").await;
    assert_eq!(ben.bell().await.unread, 0);
    carla.say(conversation, "Listen, @ben.okafor").await;
    assert_eq!(ben.bell().await.unread, 1, "guard: others are heard");
}

#[tokio::test]
async fn who_is_asked_to_a_group_hears_that_somebody_they_blocked_is_in_it() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&carla, Joined), (&ben, Invited)], "Hello both").await;
    assert!(!ben.sees(conversation).await.has_blocked);
    ben.blocks(&carla).await;
    assert!(matches!(ben.sees(conversation).await.stand, Stand::Invited { .. }), "Ana asked, and not Carla");
    assert!(ben.sees(conversation).await.has_blocked);
    ben.accept(conversation).await;
}

#[tokio::test]
async fn neither_sees_the_other_on_the_site_nor_what_they_read() {
    let app = TestApp::new().await;
    let (ana, ben, talk) = app.talking("ana", "ben").await;
    let said = ana.say(talk, "Hello").await;
    ben.is_on_the_site().await;
    ana.is_on_the_site().await;
    assert!(ana.sees(talk).await.participants[0].is_present, "guard");
    ben.blocks(&ana).await;
    ben.reads(talk).await;
    for (member, other) in [(&ana, &ben), (&ben, &ana)] {
        let shown = member.sees(talk).await;
        assert!(!shown.participants[0].is_present);
        assert!(shown.read_by_others < said.sequence);
        let asked = (vec![other.handle().clone()], vec![talk]);
        let readers = app.snug().list_readers(&member.actor(), talk, said.id).await.expect("asked");
        assert!(readers.read.is_empty() && readers.unread.is_empty());
        let present = app.snug().list_present(&member.actor(), asked.0, asked.1).await.expect("asked");
        assert!(present.is_empty());
    }
}

#[tokio::test]
async fn whom_one_blocked_is_listed_by_name() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    for other in [&carla, &ben] {
        ana.blocks(other).await;
    }
    let listed = async |member: &Member| {
        let blocked = app.snug().list_blocked(&member.actor()).await.expect("a list");
        blocked.into_iter().map(|(person, _)| person.name).collect::<Vec<_>>()
    };
    assert_eq!(listed(&ana).await, ["Ben Okafor", "Carla Lindqvist"]);
    assert!(listed(&ben).await.is_empty(), "who is blocked is not told");
    ana.unblocks(&ben).await;
    assert_eq!(listed(&ana).await, ["Carla Lindqvist"]);
}
