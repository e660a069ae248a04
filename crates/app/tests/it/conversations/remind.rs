use snug_app::Error;
use snug_app::conversations::{Filter, Reminder, Stand};
use snug_domain::Refusal;
use snug_domain::conversations::REMINDED_AFTER;
use snug_testkit::{TestApp, days, minutes, refused};

#[tokio::test]
async fn who_waits_reminds_once_after_three_days_by_bell_and_mail() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let sent_at = app.now();
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.advance(minutes(1)).await;
    assert_eq!(app.mailbox("ben").await.len(), 1, "guard");
    let early = app.snug().remind(&ana.actor(), conversation).await;
    assert_eq!(refused(early), Refusal::TooEarly { again_at: sent_at + REMINDED_AFTER });
    assert_eq!(ana.sees(conversation).await.reminder, Some(Reminder::From(sent_at + REMINDED_AFTER)));
    app.advance(days(3)).await;
    ben.bell().await;
    app.snug().mark_all_read(&ben.actor()).await.expect("read");
    assert_eq!(ana.sees(conversation).await.reminder, Some(Reminder::Now));
    ana.reminds(conversation).await;
    ana.reminds(conversation).await;
    let reminded_at = app.now();
    assert_eq!(ana.sees(conversation).await.reminder, Some(Reminder::Sent(reminded_at)));
    assert_eq!(ben.bell().await.unread, 1, "it rings anew");
    app.advance(minutes(1)).await;
    let mails = app.mailbox("ben").await;
    let [first, second] = &mails[..] else { panic!("two mails, and not {}", mails.len()) };
    assert_eq!(second.subject, format!("Reminder: {}", first.subject));
    assert!(second.text.contains("This is the only reminder.") && second.text.contains("Hello Ben"), "{}", second.text);
    assert_ne!(first.header("message-id"), second.header("message-id"), "else a mailbox takes them for one");
    assert_eq!(refused(app.snug().remind(&ana.actor(), conversation).await), Refusal::AlreadyReminded);
    assert_eq!(app.mailbox("ben").await.len(), 2);
    ben.accept(conversation).await;
    assert_eq!(ana.sees(conversation).await.reminder, None);
}

#[tokio::test]
async fn who_declined_hears_nothing_of_a_reminder_and_it_does_not_lapse_later() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.advance(days(3)).await;
    ben.decline(conversation).await;
    let (mails, number) =
        (app.mailbox("ben").await.len(), app.snug().last_change(&ben.actor()).await.expect("a number"));
    ana.reminds(conversation).await;
    app.advance(minutes(1)).await;
    assert_eq!((app.mailbox("ben").await.len(), ben.bell().await.unread), (mails, 0));
    assert_eq!(app.snug().last_change(&ben.actor()).await.expect("a number"), number);
    app.wait(days(27));
    assert_eq!(ana.sees(conversation).await.stand, Stand::Lapsed);
}

#[tokio::test]
async fn only_who_waits_reminds() {
    let app = TestApp::new().await;
    let (ana, ben, talk) = app.talking("ana", "ben").await;
    let carla = app.member("carla").await;
    app.wait(days(4));
    assert_eq!(refused(app.snug().remind(&ana.actor(), talk).await), Refusal::NoLongerOpen);
    assert!(matches!(app.snug().remind(&carla.actor(), talk).await, Err(Error::NotFound)));
    let asked = ben.start_conversation("carla", "Hello Carla").await;
    app.wait(days(4));
    assert_eq!(refused(app.snug().remind(&carla.actor(), asked).await), Refusal::NoLongerOpen, "nor who is asked");
}

#[tokio::test]
async fn all_invitations_are_declined_at_once_and_that_is_undone_for_them_alone() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    let mut asked = Vec::new();
    for name in ["ana", "carla", "deniz"] {
        asked.push(app.member(name).await.start_conversation("ben", "Hello Ben").await);
    }
    ben.decline(asked[0]).await;
    app.wait(minutes(1));
    let actor = ben.actor();
    app.snug().decline_all(&actor).await.expect("declined");
    assert!(ben.lists(Filter::Invitations).await.is_empty());
    app.wait(minutes(1));
    app.snug().undo_decline_all(&ben.actor(), actor.now).await.expect("undone");
    let waiting: Vec<_> = ben.lists(Filter::Invitations).await.iter().map(|listed| listed.conversation).collect();
    assert!(waiting.len() == 2 && !waiting.contains(&asked[0]), "what was declined before stays so");
}
