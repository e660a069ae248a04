//! Second thoughts: declining and withdrawing are undone, and nobody else hears of it.

use snug_app::conversations::{Filter, Stand, Stood};
use snug_domain::{Refusal, Span};
use snug_testkit::{TestApp, days, refused};

#[tokio::test]
async fn who_declined_and_then_writes_answers_the_invitation() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ben.decline(conversation).await;
    app.wait(days(3));
    let written = ben.try_start("ana", "Hello Ana").await.expect("answered");
    assert_eq!(written.message().conversation, conversation, "no second conversation, which would tell");
    for one in [&ana, &ben] {
        assert_eq!(one.sees(conversation).await.stand, Stand::Talking);
        assert_eq!(one.texts(conversation).await, ["Hello Ben", "", "Hello Ana"]);
        assert_eq!(one.lists(Filter::All).await.len(), 1);
    }
    assert!(ana.say(conversation, "There you are").await.sequence > 3);
}

#[tokio::test]
async fn a_retry_of_what_answered_a_declined_invitation_posts_once() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ben.decline(conversation).await;
    let draft = ben.draft("Hello Ana");
    for _ in 0..2 {
        let start = snug_app::conversations::StartWith::one(ana.handle().clone(), draft.clone());
        app.snug().start_conversation(&ben.actor(), start).await.expect("answered");
    }
    assert_eq!(ana.texts(conversation).await, ["Hello Ben", "", "Hello Ana"]);
}

#[tokio::test]
async fn declining_is_undone_and_the_writer_hears_nothing() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let heard = app.snug().last_change(&ana.actor()).await.expect("a number");
    ben.decline(conversation).await;
    assert_eq!((ben.bell().await.unread, ben.bell().await.invitations), (0, 0));
    ben.undoes_declining(conversation).await;
    ben.undoes_declining(conversation).await;
    assert_eq!((ben.bell().await.unread, ben.bell().await.invitations), (1, 1));
    assert!(matches!(ben.sees(conversation).await.stand, Stand::Invited { .. }));
    assert_eq!(app.snug().last_change(&ana.actor()).await.expect("a number"), heard);
    assert_eq!(refused(app.snug().undo_decline(&ana.actor(), conversation).await), Refusal::NoLongerOpen);
    ben.accept(conversation).await;
    assert_eq!(refused(app.snug().undo_decline(&ben.actor(), conversation).await), Refusal::NoLongerOpen);
}

#[tokio::test]
async fn a_withdrawal_is_undone_within_a_minute() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    assert!(ben.lists(Filter::All).await.is_empty());
    app.wait(Span::seconds(59));
    ana.undoes_withdrawing(conversation).await;
    assert!(matches!(ana.sees(conversation).await.stand, Stand::Waiting { .. }));
    assert_eq!(ben.texts(conversation).await, ["Hello Ben"]);
    assert_eq!(ben.bell().await.unread, 1);
    ana.withdraw(conversation).await;
    app.wait(Span::seconds(60));
    assert_eq!(refused(app.snug().undo_withdraw(&ana.actor(), conversation).await), Refusal::TooLate);
}

#[tokio::test]
async fn what_was_withdrawn_before_its_mail_left_is_mailed_when_it_stands_again() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    app.advance(Span::seconds(30)).await;
    assert!(app.sent_mails().is_empty());
    ana.undoes_withdrawing(conversation).await;
    assert_eq!(app.mailbox("ben").await.len(), 1);
    ana.withdraw(conversation).await;
    ana.undoes_withdrawing(conversation).await;
    assert_eq!(app.mailbox("ben").await.len(), 1, "nobody is mailed twice");
}

#[tokio::test]
async fn a_withdrawal_is_not_undone_where_the_other_one_wrote_meanwhile() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ana.withdraw(conversation).await;
    ben.start_conversation("ana", "Hello Ana").await;
    assert_eq!(refused(app.snug().undo_withdraw(&ana.actor(), conversation).await), Refusal::TooLate);
    assert_eq!(refused(app.snug().undo_withdraw(&ben.actor(), conversation).await), Refusal::NoLongerOpen);
}

#[tokio::test]
async fn undoing_a_withdrawal_brings_no_declined_invitation_back() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    ben.decline(conversation).await;
    ana.withdraw(conversation).await;
    assert!(ben.lists(Filter::Archived).await.is_empty(), "there is nothing to accept");
    ana.undoes_withdrawing(conversation).await;
    assert!(matches!(ana.sees(conversation).await.stand, Stand::Waiting { .. }));
    assert_eq!(ben.sees(conversation).await.stand, Stand::Declined);
    assert_eq!(ben.bell().await.unread, 0);
    assert_eq!(ben.lists(Filter::Archived).await.len(), 1);
    assert!(app.mailbox("ben").await.is_empty());
}

#[tokio::test]
async fn what_waits_and_what_is_unread_is_in_all_and_in_the_bell_alike() {
    let app = TestApp::new().await;
    let (ana, ben, talking) = app.talking("ana", "ben").await;
    ana.say(talking, "Are you there?").await;
    app.member("carla").await.start_conversation("ben", "Hello Ben").await;
    let marked = async || ben.lists(Filter::All).await.iter().filter(|listed| listed.unread_count > 0).count();
    assert_eq!((ben.bell().await.unread, marked().await, ben.lists(Filter::Unread).await.len()), (2, 2, 2));
    let snug = app.snug();
    snug.set_archived(&ben.actor(), talking, true).await.expect("archived");
    assert_eq!((ben.bell().await.unread, marked().await, ben.lists(Filter::Unread).await.len()), (1, 1, 1));
    assert_eq!(
        ana.sees(talking).await.read_by_others,
        ana.sees(talking).await.read_by_others.min(2),
        "not told as read"
    );
    snug.mark_unread(&ben.actor(), talking).await.expect("marked");
    assert_eq!((ben.bell().await.unread, marked().await), (2, 2), "what is unread is not hidden in the archive");
}

#[tokio::test]
async fn undoing_archiving_gives_back_what_was_unread() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let snug = app.snug();
    let read = ana.sees(conversation).await.read_by_others;
    for unread in [2, 3] {
        ana.say(conversation, "Are you there?").await;
        if unread == 2 {
            ana.say(conversation, "Hello?").await;
        }
        let stood = snug.set_archived(&ben.actor(), conversation, true).await.expect("archived");
        assert_eq!(ben.bell().await.unread, 0);
        snug.put_back(&ben.actor(), conversation, stood).await.expect("put back");
        assert_eq!(ben.lists(Filter::Unread).await.first().map(|listed| listed.unread_count), Some(unread));
    }
    assert_eq!(ana.sees(conversation).await.read_by_others, read, "and the other one heard of nothing");
    ben.reads(conversation).await;
    let stood = snug.set_archived(&ben.actor(), conversation, true).await.expect("archived");
    snug.put_back(&ben.actor(), conversation, stood).await.expect("put back");
    assert_eq!((ben.lists(Filter::All).await.len(), ben.bell().await.unread), (1, 0), "what was read stays read");
}

#[tokio::test]
async fn undoing_archiving_lets_the_digest_tell_as_before() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    app.advance(days(1)).await;
    let told = app.mailbox("ben").await.len();
    ana.say(conversation, "Are you there?").await;
    let stood = app.snug().set_archived(&ben.actor(), conversation, true).await.expect("archived");
    app.snug().put_back(&ben.actor(), conversation, stood).await.expect("put back");
    app.advance(days(1)).await;
    assert_eq!(app.mailbox("ben").await.len(), told + 1);
    let stood = app.snug().set_archived(&ben.actor(), conversation, true).await.expect("archived");
    app.snug().put_back(&ben.actor(), conversation, stood).await.expect("put back");
    app.advance(days(1)).await;
    assert_eq!(app.mailbox("ben").await.len(), told + 1, "nobody is told twice");
}

#[tokio::test]
async fn a_mark_set_by_hand_survives_the_archive_and_its_undo() {
    let app = TestApp::new().await;
    let (_, ben, conversation) = app.talking("ana", "ben").await;
    let snug = app.snug();
    ben.reads(conversation).await;
    assert_eq!(snug.mark_unread(&ben.actor(), conversation).await.expect("marked"), Stood::Read);
    let stood = snug.set_archived(&ben.actor(), conversation, true).await.expect("archived");
    assert_eq!(stood, Stood::Unread);
    snug.put_back(&ben.actor(), conversation, stood).await.expect("put back");
    assert_eq!(ben.bell().await.unread, 1);
}

#[tokio::test]
async fn undoing_a_mark_puts_a_conversation_back_where_it_was_and_reads_nothing_new() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let snug = app.snug();
    ben.reads(conversation).await;
    let stood = snug.mark_unread(&ben.actor(), conversation).await.expect("marked");
    ana.say(conversation, "One more thing").await;
    snug.put_back(&ben.actor(), conversation, stood).await.expect("put back");
    assert_eq!(ben.lists(Filter::Unread).await.first().map(|listed| listed.unread_count), Some(1), "what is new");
    ben.reads(conversation).await;
    snug.set_archived(&ben.actor(), conversation, true).await.expect("archived");
    let stood = snug.mark_unread(&ben.actor(), conversation).await.expect("marked");
    assert_eq!(stood, Stood::Archived);
    snug.put_back(&ben.actor(), conversation, stood).await.expect("put back");
    assert_eq!((ben.lists(Filter::Archived).await.len(), ben.bell().await.unread), (1, 0));
}

#[tokio::test]
async fn what_is_written_between_archiving_and_its_undo_stays_unread() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ben.reads(conversation).await;
    let stood = app.snug().set_archived(&ben.actor(), conversation, true).await.expect("archived");
    ana.say(conversation, "One more thing").await;
    app.snug().put_back(&ben.actor(), conversation, stood).await.expect("put back");
    assert_eq!((ben.lists(Filter::All).await.len(), ben.bell().await.unread), (1, 1));
}

#[tokio::test]
async fn taking_back_what_one_began_with_several_is_undone_also_among_those_who_talk() {
    let app = TestApp::new().await;
    let (ana, ben, _) = app.talking("ana", "ben").await;
    let carla = app.member("carla").await;
    let conversation = ana.start_group(&[&ben, &carla], "", "Hello both").await;
    ana.withdraw(conversation).await;
    assert!(ben.lists(Filter::Invitations).await.is_empty());
    ana.undoes_withdrawing(conversation).await;
    assert_eq!(carla.lists(Filter::Invitations).await.len(), 1);
    ben.accept(conversation).await;
    assert_eq!(ana.sees(conversation).await.stand, Stand::Talking);
}
