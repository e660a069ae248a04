use snug_app::Error;
use snug_app::conversations::{Slice, StartWith};
use snug_domain::Refusal;
use snug_domain::conversations::{INVITATIONS_A_DAY, INVITATIONS_A_DAY_WHEN_NEW, UNDECIDED_AT_ONCE};
use snug_domain::people::Handle;
use snug_testkit::{Member, TestApp, days, hours, minutes, refused, retry_at, seconds};

/// Invites so many strangers, each of whom accepts, so that none is undecided.
async fn invite(app: &TestApp, starter: &Member, first: usize, count: usize) {
    for number in first..first + count {
        let key = format!("stranger{number}");
        let stranger = app.member(&key).await;
        stranger.accept(starter.start_conversation(&key, "Hello stranger").await).await;
    }
}

#[tokio::test]
async fn a_new_member_sends_five_invitations_a_day() {
    let app = TestApp::new().await;
    let ana = app.new_member("ana").await;
    invite(&app, &ana, 0, 1).await;
    app.wait(hours(1));
    invite(&app, &ana, 1, INVITATIONS_A_DAY_WHEN_NEW - 1).await;
    let again_at = app.now() + hours(23);
    assert_eq!(refused(ana.try_start("ben", "Hello Ben").await), Refusal::TooManyInvitations { again_at });
    app.wait(hours(23));
    assert!(ana.try_start("ben", "Hello Ben").await.is_ok());
}

#[tokio::test]
async fn after_three_days_a_member_sends_twenty_invitations_a_day() {
    let app = TestApp::new().await;
    let ana = app.new_member("ana").await;
    app.wait(days(3));
    invite(&app, &ana, 0, INVITATIONS_A_DAY).await;
    let again_at = app.now() + days(1);
    assert_eq!(refused(ana.try_start("ben", "Hello Ben").await), Refusal::TooManyInvitations { again_at });
}

#[tokio::test]
async fn ten_undecided_invitations_at_once_are_enough() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let mut sent = Vec::new();
    for number in 0..UNDECIDED_AT_ONCE {
        sent.push(ana.start_conversation(&format!("stranger{number}"), "Hello stranger").await);
    }
    assert_eq!(refused(ana.try_start("ben", "Hello Ben").await), Refusal::TooManyUndecided);
    ana.withdraw(sent[0]).await;
    assert!(ana.try_start("ben", "Hello Ben").await.is_ok(), "one that is taken back makes room");
    assert_eq!(refused(ana.try_start("carla", "Hello Carla").await), Refusal::TooManyUndecided);
    app.wait(days(30));
    assert!(ana.try_start("carla", "Hello Carla").await.is_ok(), "and so do those that lapsed");
}

#[tokio::test]
async fn a_declined_invitation_makes_no_room_for_another() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for number in 0..UNDECIDED_AT_ONCE {
        let key = format!("stranger{number}");
        let conversation = ana.start_conversation(&key, "Hello stranger").await;
        app.member(&key).await.decline(conversation).await;
    }
    assert_eq!(refused(ana.try_start("ben", "Hello Ben").await), Refusal::TooManyUndecided);
}

#[tokio::test]
async fn thirty_messages_a_minute_and_then_it_is_told_when_to_go_on() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    for _ in 0..30 {
        ana.say(conversation, "And another thing").await;
    }
    let draft = ana.draft("One too many");
    let answer = app.snug().reply(&ana.actor(), conversation, draft.clone()).await;
    let again_at = retry_at(answer);
    assert_eq!(again_at, app.now() + seconds(2));
    ben.say(conversation, "It counts for each of us").await;
    assert_eq!(ben.texts(conversation).await.len(), 33, "what was refused left nothing");

    app.wait(seconds(2));
    assert!(app.snug().reply(&ana.actor(), conversation, draft).await.is_ok());
    app.wait(minutes(1));
    for _ in 0..30 {
        ana.say(conversation, "A minute later all is well").await;
    }
}

#[tokio::test]
async fn an_edit_counts_as_a_message() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Version 0").await;
    for version in 1..30 {
        ana.edit(conversation, message.id, &format!("Version {version}")).await;
    }
    let text = ana.draft("Version 30").text;
    retry_at(app.snug().edit_message(&ana.actor(), conversation, message.id, text).await);
}

/// A long text that is much HTML.
fn long() -> String {
    "🦊 **a** ".repeat(2_400)
}

#[tokio::test]
async fn nothing_long_is_rendered_for_whoever_may_not_send_it() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let (snug, carla) = (app.snug(), app.member("carla").await);
    let own = ben.say(conversation, "Mine").await;
    for number in 0..100 {
        let reply = snug.reply(&carla.actor(), conversation, carla.draft(&long())).await;
        assert!(matches!(reply, Err(Error::NotFound)));
        let to = Handle::parse("nobody.here").expect("a short name");
        let start = StartWith::one(to, carla.draft(&long()));
        assert_eq!(refused(snug.start_conversation(&carla.actor(), start).await), Refusal::NotReachable);
        let edit = snug.edit_message(&carla.actor(), conversation, own.id, carla.draft(&long()).text).await;
        assert!(matches!(edit, Err(Error::NotFound)));
        if number % 10 == 9 {
            app.wait(minutes(1));
        }
    }
    for _ in 0..60 {
        snug.preview(&carla.actor(), &carla.draft(&long()).text).await.expect("none of them was counted as rendered");
    }
    retry_at(snug.preview(&carla.actor(), &carla.draft("short").text).await);

    for _ in 0..30 {
        ana.say(conversation, "And another thing").await;
    }
    let first = ana.entries(conversation).await.pop().expect("a message").id;
    for _ in 0..70 {
        retry_at(snug.reply(&ana.actor(), conversation, ana.draft(&long())).await);
        retry_at(snug.edit_message(&ana.actor(), conversation, first, ana.draft(&long()).text).await);
    }
    snug.preview(&ana.actor(), &ana.draft(&long()).text).await.expect("nothing was rendered for her");
}

#[tokio::test]
async fn a_retry_of_a_long_message_is_the_message() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let draft = ana.draft(&long());
    let first = app.snug().reply(&ana.actor(), conversation, draft.clone()).await.expect("sent");
    let again = app.snug().reply(&ana.actor(), conversation, draft).await.expect("sent");
    assert_eq!(again.message(), first.message());
}

#[tokio::test]
async fn large_messages_fill_eight_mebibytes_a_day_and_no_more() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let text =
        format!("|{}\n|{}\n{}", "a|".repeat(25), "-|".repeat(25), format!("|{}\n", "🦊|".repeat(25)).repeat(380));
    let (mut kept, mut sent) = (0, 0);
    let refused = loop {
        app.wait(minutes(1));
        match app.snug().reply(&ana.actor(), conversation, ana.draft(&text)).await {
            Ok(posted) => kept += posted.message().html.len() + posted.message().source.len(),
            Err(refused) => break refused,
        }
        sent += 1;
    };
    assert!(matches!(refused, Error::TooMany { .. }), "{refused:?}");
    assert!(sent > 20 && kept < 9 << 20, "{sent} messages of {kept} bytes");
    ana.say(conversation, "A short one goes").await;
    app.wait(hours(3));
    assert!(app.snug().reply(&ana.actor(), conversation, ana.draft(&text)).await.is_ok());

    let mut seen = Vec::new();
    let mut slice = Slice::Last;
    loop {
        let page = app.snug().show_conversation(&ben.actor(), conversation, slice, 50).await.expect("a page").1;
        let bytes: usize = page.entries.iter().map(|entry| entry.html.len() + entry.source.len()).sum();
        assert!(bytes <= 400 * 1_024, "{bytes} bytes on a page");
        seen.extend(page.entries.iter().rev().map(|entry| entry.sequence));
        if !page.more {
            break;
        }
        slice = Slice::Before(*seen.last().expect("something on a page"));
    }
    let last = i64::try_from(seen.len()).expect("a few");
    assert_eq!(seen, (1..=last).rev().collect::<Vec<_>>(), "each once, whatever a page ends by");
    let missed = app.snug().catch_up(&ben.actor(), 0).await.expect("changes");
    assert!(matches!(missed, snug_app::live::CaughtUp::Reload { .. }), "too many bytes to catch up with");
}
