//! A row that cannot be read, damaged or of a newer program, is logged and left out. It holds up none of the others.

use snug_app::live::{CaughtUp, Event};
use snug_domain::conversations::ChangeKind;
use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_store::testing::{Parameter, Whose, columns, make_rendering_old, set_column, set_no_text};
use snug_store::{Engine, Error};
use snug_testkit::{Member, TestApp, hours, logged, minutes};
use uuid::Uuid;

/// What stands in a column that this program cannot make anything of: nothing, and a word of a newer program.
const UNREADABLE: [&str; 2] = ["", "of_a_newer_program"];

/// Puts a value into a column of some rows.
async fn change(app: &TestApp, column: (&'static str, &'static str), value: Parameter, whose: Whose<'_>) {
    let whose = whose.to_vec();
    let changed = app.database().write::<_, Error, _>(move |tx| set_column(tx, column, &value, &whose)).await;
    assert!(changed.expect("changed") > 0, "guard: there is such a row");
}

/// Puts what is no text into a column of some rows; whether the database takes it.
async fn spoil(app: &TestApp, column: (&'static str, &'static str), whose: Whose<'_>) -> bool {
    if app.database().engine() == Engine::Postgres {
        return false;
    }
    let whose = whose.to_vec();
    let spoilt = app.database().write::<_, Error, _>(move |tx| set_no_text(tx, column, &whose)).await;
    spoilt.expect("spoilt") > 0
}

fn text(text: &str) -> Parameter {
    Parameter::Text(text.to_owned())
}

fn id(id: Uuid) -> Parameter {
    Parameter::Id(id)
}

/// How often a row was left out for what stands in this column, as an operator sees it.
fn left_out_for(column: &str) -> usize {
    let field = format!("column=\"{column}\"");
    logged().lines().filter(|line| line.contains("ERROR") && line.contains(&field)).count()
}

/// What stands with the deliveries of a kind: their state and why.
async fn states(app: &TestApp, kind: &str) -> Vec<Vec<String>> {
    let whose = [("kind", text(kind))];
    let found = app.database().read::<_, Error, _>(move |tx| columns(tx, "deliveries", &["state", "reply"], &whose));
    found.await.expect("states")
}

#[tokio::test]
async fn mails_that_cannot_be_read_are_put_off_with_a_reason_and_the_others_are_sent() {
    for word in UNREADABLE {
        let app = TestApp::new().await;
        let before = left_out_for("kind");
        // More than a courier takes at once.
        for number in 0..20 {
            app.member(&format!("stranger{number}")).await.start_conversation("carla", "Hello Carla").await;
        }
        change(&app, ("deliveries", "kind"), text(word), &[("state", text("queued"))]).await;
        app.member("ana").await.start_conversation("ben", "Hello Ben").await;
        app.wait(INVITATION_MAIL_WAITS);
        app.deliver().await;
        assert_eq!(app.mailbox("ben").await.len(), 1);
        assert_eq!(app.sent_mails().len(), 1);
        assert_eq!(left_out_for("kind"), before + 20);
        let reason = ["deferred", "this program cannot read it"].map(str::to_owned).to_vec();
        assert_eq!(states(&app, word).await, vec![reason; 20]);

        // They are not looked at again at once, and sent as soon as a program knows what they are.
        app.deliver().await;
        assert_eq!(left_out_for("kind"), before + 20);
        change(&app, ("deliveries", "kind"), text("invitation"), &[("kind", text(word))]).await;
        app.advance(minutes(1)).await;
        assert_eq!(app.sent_mails().len(), 21);
    }
}

#[tokio::test]
async fn a_mail_to_an_address_that_is_none_is_put_off_and_given_up_after_a_month() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    ana.start_conversation("ben", "Hello Ben").await;
    change(&app, ("deliveries", "address"), text("nowhere"), &[]).await;
    for _ in 0..190 {
        app.wait(hours(4));
        app.deliver().await;
    }
    assert_eq!(states(&app, "invitation").await, [["stopped", "this program cannot read it"]]);
    assert!(app.sent_mails().is_empty());
}

#[tokio::test]
async fn a_mail_about_what_cannot_be_read_is_put_off_and_the_others_are_sent() {
    for word in UNREADABLE {
        let app = TestApp::new().await;
        app.let_mail_fail();
        let ana = app.member("ana").await;
        ana.start_conversation("ben", "Hello Ben").await;
        ana.start_conversation("cleo", "Hello Cleo").await;
        let ben = app.member("ben").await;
        change(&app, ("people", "state"), text(word), &[("id", id(ben.id().0))]).await;
        app.advance(minutes(1)).await;
        assert_eq!(app.mailbox("cleo").await.len(), 1);
        assert_eq!(app.sent_mails().len(), 1);
    }
}

#[tokio::test]
async fn whoever_a_digest_cannot_be_written_for_keeps_nobody_from_theirs() {
    for word in UNREADABLE {
        let app = TestApp::new().await;
        let before = left_out_for("mail_state");
        let (ben, _, _) = app.talking("ben", "ana").await;
        app.talking("cleo", "ana").await;
        let (column, whose) = (("addresses", "mail_state"), [("person_id", id(ben.id().0))]);
        change(&app, column, text(word), &whose).await;
        app.advance(minutes(5)).await;
        assert_eq!((app.mailbox("ben").await.len(), app.mailbox("cleo").await.len()), (0, 1));
        assert_eq!(left_out_for("mail_state"), before + 1);

        // What they were not told of, they are told of later.
        change(&app, column, text("good"), &whose).await;
        app.advance(minutes(5)).await;
        assert_eq!((app.mailbox("ben").await.len(), app.mailbox("cleo").await.len()), (1, 1));
    }
}

#[tokio::test]
async fn more_people_a_digest_cannot_be_written_for_than_are_told_at_once_hide_nobody_behind_them() {
    let app = TestApp::new().await;
    for number in 0..=snug_store::digests::CHUNK {
        app.talking(&format!("stranger{number}"), "ben").await;
        app.wait(snug_domain::Span(500));
    }
    change(&app, ("addresses", "mail_state"), text(""), &[]).await;
    app.talking("zoe", "ana").await;
    app.advance(minutes(5)).await;
    assert_eq!(app.mailbox("zoe").await.len(), 1);
}

#[tokio::test]
async fn a_community_that_cannot_be_read_keeps_no_other_from_its_jobs() {
    let app = TestApp::new().await;
    app.add_community("hillside").await;
    app.talking("ben", "ana").await;
    change(&app, ("communities", "language"), text("of_a_newer_program"), &[("slug", text("hillside"))]).await;
    app.advance(minutes(5)).await;
    assert_eq!(app.mailbox("ben").await.len(), 1);
}

#[tokio::test]
async fn a_message_that_cannot_be_rendered_again_keeps_no_other_from_it() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    // More than are rendered at once.
    for number in 0..60 {
        ana.say(conversation, &format!("- a\n  - b{number}")).await;
        app.wait(minutes(1));
    }
    app.database().write(make_rendering_old).await.expect("made old");
    let entries = ana.entries(conversation).await;
    for entry in &entries[..55] {
        if !spoil(&app, ("messages", "source"), &[("id", id(entry.id.0))]).await {
            return;
        }
    }
    app.wait(minutes(1));
    let ran = app.snug().run_due_jobs(app.now()).await.expect("jobs are done");
    assert_eq!(ran.rendered, Some(7));
    // The test kit looks for every text in the log, and reads them all.
    change(&app, ("messages", "source"), text(""), &[]).await;
}

#[tokio::test]
async fn a_stream_goes_on_after_a_change_that_cannot_be_read() {
    for word in UNREADABLE {
        let app = TestApp::new().await;
        let (ana, ben, conversation) = app.talking("ana", "ben").await;
        let (cleo, _, other) = app.talking("cleo", "ben").await;
        let number = app.snug().last_change(&ben.actor()).await.expect("a number");
        ana.say(conversation, "One").await;
        cleo.say(other, "Two").await;
        let whose = [("person_id", id(ben.id().0)), ("number", Parameter::Integer(number + 1))];
        change(&app, ("changes", "kind"), text(word), &whose).await;
        let told = events(&app, &ben, number).await;
        assert_eq!(told.iter().map(|event| event.number).collect::<Vec<_>>(), [number + 2]);
        assert!(events(&app, &ben, number + 2).await.is_empty());
    }
}

#[tokio::test]
async fn a_stream_tells_of_other_conversations_where_one_cannot_be_read() {
    for word in UNREADABLE {
        let app = TestApp::new().await;
        let (ana, ben, conversation) = app.talking("ana", "ben").await;
        let (cleo, _, other) = app.talking("cleo", "ben").await;
        let number = app.snug().last_change(&ben.actor()).await.expect("a number");
        let message = ana.say(conversation, "One").await;
        cleo.say(other, "Two").await;
        change(&app, ("messages", "kind"), text(word), &[("id", id(message.id.0))]).await;
        let told = events(&app, &ben, number).await;
        assert_eq!(told.iter().map(|event| event.kind).collect::<Vec<_>>(), [ChangeKind::Message; 2]);
        assert!(told[0].happened.is_none(), "{:?}", told[0]);
        let message = told[1].happened.as_ref().and_then(|happened| happened.message.as_ref());
        assert_eq!(message.map(|message| message.source.as_str()), Some("Two"));
    }
}

async fn events(app: &TestApp, member: &Member, after: i64) -> Vec<Event> {
    match app.snug().catch_up(&member.actor(), after).await.expect("changes") {
        CaughtUp::Events { events, .. } => events,
        CaughtUp::Reload { number } => panic!("reload at {number}"),
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_read_hides_no_other_and_can_be_revoked_with_all() {
    for word in UNREADABLE {
        let app = TestApp::new().await;
        let ana = app.member("ana").await;
        let (bad, _) = ana.api_token("Of a newer program").await;
        let (good, _) = ana.api_token("Of this one").await;
        change(&app, ("api_tokens", "scope"), text(word), &[("id", id(bad.id.0))]).await;
        assert_eq!(app.snug().list_api_tokens(&ana.actor()).await.expect("tokens"), [good]);
    }
}

#[tokio::test]
async fn a_session_that_cannot_be_read_hides_no_other() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    ana.sign_in().await;
    if !spoil(&app, ("sessions", "client"), &[]).await {
        return;
    }
    ana.sign_in().await;
    assert_eq!(app.snug().list_sessions(&ana.actor()).await.expect("sessions").len(), 1);
    // The test kit looks for every text in the log, and reads them all.
    change(&app, ("sessions", "client"), text("A browser of 2026"), &[]).await;
}

#[tokio::test]
async fn the_directory_goes_on_behind_members_who_cannot_be_read() {
    for word in UNREADABLE {
        let app = TestApp::new().await;
        let ana = app.member("ana").await;
        for key in ["maia", "mbali", "mei", "mona", "mzia"] {
            app.member(key).await;
        }
        for key in ["mbali", "mei"] {
            let member = app.member(key).await;
            change(&app, ("people", "state"), text(word), &[("id", id(member.id().0))]).await;
        }
        let mona = [("id", id(app.member("mona").await.id().0))];
        change(&app, ("people", "language"), text("of_a_newer_program"), &mona).await;
        for (search, readable) in [("", vec!["ana.ruiz", "maia", "mzia"]), ("m", vec!["maia", "mzia"])] {
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let page = app.snug().list_members(&ana.actor(), search, after.as_ref(), 1).await.expect("members");
                found.extend(page.members.into_iter().map(|person| person.handle.to_string()));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(found, readable, "{search}");
        }
    }
}
