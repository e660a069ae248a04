//! How much somebody wants to hear of a conversation, and its star.

use snug_app::conversations::{Filter, Shown};
use snug_domain::ConversationId;
use snug_domain::Refusal;
use snug_domain::conversations::Level;
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_domain::people::Preferences;
use snug_testkit::{Member, TestApp, minutes, refused};

/// Ana and Ben and Carla; Ben has muted it.
async fn muted(app: &TestApp) -> ([Member; 3], ConversationId) {
    let people = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let [ana, ben, carla] = &people;
    let conversation = app.several(ana, &[(ben, Joined), (carla, Joined)], "Hello both").await;
    set(app, ben, conversation, Level::Muted).await;
    app.advance(minutes(6)).await;
    (people, conversation)
}

async fn set(app: &TestApp, member: &Member, conversation: ConversationId, level: Level) {
    app.snug().set_level(&member.actor(), conversation, level).await.expect("a level");
}

/// How many conversations ring, how much is unread in this one, and how many mails came.
async fn hears(app: &TestApp, member: &Member, conversation: ConversationId) -> (i64, i64, usize) {
    app.advance(minutes(6)).await;
    let unread = member.sees(conversation).await.unread_count;
    (member.bell().await.unread, unread, app.mailbox(&member.key).await.len())
}

#[tokio::test]
async fn a_muted_conversation_counts_and_neither_rings_nor_is_mailed() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = muted(&app).await;
    let (_, _, mails) = hears(&app, &ben, conversation).await;
    let (_, _, mails_of_carla) = hears(&app, &carla, conversation).await;
    ana.say(conversation, "To whom it may concern").await;
    assert_eq!(hears(&app, &ben, conversation).await, (0, 1, mails));
    assert_eq!(ben.lists(Filter::Unread).await.len(), 1);
    assert_eq!(hears(&app, &carla, conversation).await, (1, 1, mails_of_carla + 1), "guard: the others hear");
    set(&app, &ben, conversation, Level::Normal).await;
    assert_eq!(hears(&app, &ben, conversation).await, (1, 1, mails), "and what is old is not mailed later");
}

#[tokio::test]
async fn who_is_named_in_a_muted_conversation_hears_it() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = muted(&app).await;
    let (_, _, mails) = hears(&app, &ben, conversation).await;
    ana.say(conversation, "What do you say, @ben.okafor?").await;
    assert_eq!(hears(&app, &ben, conversation).await, (1, 1, mails + 1));
    ben.reads(conversation).await;
    ana.say(conversation, "`@ben.okafor` is how to name him").await;
    ana.say(conversation, "And @carla.lindqvist?").await;
    assert_eq!(hears(&app, &ben, conversation).await, (0, 2, mails + 1), "not in code, and not for another");
}

#[tokio::test]
async fn a_name_takes_a_muted_conversation_out_of_the_archive_and_nothing_else_does() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = muted(&app).await;
    app.snug().set_archived(&ben.actor(), conversation, true).await.expect("put away");
    ana.say(conversation, "Nobody in particular").await;
    assert!(ben.lists(Filter::All).await.is_empty());
    ana.say(conversation, "Are you there, @ben.okafor?").await;
    assert_eq!(ben.lists(Filter::All).await.len(), 1);
}

#[tokio::test]
async fn who_does_not_want_that_does_not_hear_it_even_then() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = muted(&app).await;
    let preferences = Preferences { mentions_ring: false, ..ben.person.preferences };
    app.snug().set_preferences(&ben.actor(), preferences).await.expect("kept");
    let (_, _, mails) = hears(&app, &ben, conversation).await;
    ana.say(conversation, "What do you say, @ben.okafor?").await;
    assert_eq!(hears(&app, &ben, conversation).await, (0, 1, mails));
}

#[tokio::test]
async fn what_was_muted_while_its_mail_waited_is_not_mailed() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = muted(&app).await;
    let mails = app.mailbox("carla").await.len();
    ana.say(conversation, "Not for Carla by now").await;
    app.wait(minutes(6));
    app.run_jobs().await;
    set(&app, &carla, conversation, Level::Muted).await;
    app.deliver().await;
    assert_eq!(app.mailbox("carla").await.len(), mails);
    set(&app, &ben, conversation, Level::Normal).await;
}

#[tokio::test]
async fn only_who_takes_part_mutes_it() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Invited)], "Hello both").await;
    let by_asked = app.snug().set_level(&carla.actor(), conversation, Level::Muted).await;
    assert_eq!(refused(by_asked), Refusal::AcceptFirst);
    ben.leave(conversation).await;
    let by_gone = app.snug().set_level(&ben.actor(), conversation, Level::Muted).await;
    assert_eq!(refused(by_gone), Refusal::NotInIt);
}

#[tokio::test]
async fn a_star_is_its_owners_and_stays_when_they_leave_and_come_back() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let starred = async |starred| {
        app.snug().set_starred(&ben.actor(), conversation, starred).await.expect("a star");
    };
    starred(true).await;
    assert_eq!((ben.lists(Filter::Starred).await.len(), ana.lists(Filter::Starred).await.len()), (1, 0));
    ben.leave(conversation).await;
    assert_eq!(ben.lists(Filter::Starred).await.len(), 1);
    ana.adds(conversation, &ben, Shown::Nothing, "Come back").await;
    assert!(ben.lists(Filter::Starred).await.is_empty(), "an invitation has none");
    ben.accept(conversation).await;
    assert!(ben.sees(conversation).await.starred);
    starred(false).await;
    assert!(ben.lists(Filter::Starred).await.is_empty());
}

#[tokio::test]
async fn what_is_deleted_or_restored_makes_nothing_unread_in_the_archive() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "Unread").await;
    let gone = ana.say(conversation, "Unread too").await;
    app.snug().set_archived(&ben.actor(), conversation, true).await.expect("put away");
    ana.delete(conversation, gone.id).await;
    assert_eq!((ben.sees(conversation).await.unread_count, ben.bell().await.unread), (0, 0));
    ana.restore(conversation, gone.id).await;
    assert_eq!((ben.sees(conversation).await.unread_count, ben.bell().await.unread), (0, 0));
    assert!(ben.sees(conversation).await.archived);
}

#[tokio::test]
async fn a_muted_conversation_rings_no_more_once_what_named_its_reader_is_deleted_and_again_once_it_is_restored() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = muted(&app).await;
    let rings = async || (ben.bell().await.unread, ben.sees(conversation).await.unread_count);
    ana.say(conversation, "To whom it may concern").await;
    let first = ana.say(conversation, "What do you say, @ben.okafor?").await;
    let second = carla.say(conversation, "Yes, @ben.okafor, what?").await;
    let about_carla = ana.say(conversation, "And you, @carla.lindqvist?").await;
    assert_eq!(rings().await, (1, 4));
    ana.delete(conversation, first.id).await;
    assert_eq!(rings().await, (1, 3), "another names him");
    carla.delete(conversation, second.id).await;
    assert_eq!(rings().await, (0, 2));
    ana.delete(conversation, about_carla.id).await;
    ana.restore(conversation, about_carla.id).await;
    assert_eq!(rings().await, (0, 2), "it does not name him");
    let mails = app.mailbox("ben").await.len();
    ana.restore(conversation, first.id).await;
    assert_eq!(rings().await, (1, 3));
    ana.delete(conversation, first.id).await;
    assert_eq!(hears(&app, &ben, conversation).await, (0, 2, mails), "and no mail tells of it");
}

#[tokio::test]
async fn what_named_its_reader_and_was_read_rings_for_nothing_later() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = muted(&app).await;
    ana.say(conversation, "What do you say, @ben.okafor?").await;
    ben.reads(conversation).await;
    let gone = ana.say(conversation, "Nobody in particular").await;
    ana.say(conversation, "Nobody either").await;
    ana.delete(conversation, gone.id).await;
    assert_eq!((ben.bell().await.unread, ben.sees(conversation).await.unread_count), (0, 1));
}
