//! Work that comes round again.

use snug_app::Ran;
use snug_app::conversations::Filter;
use snug_store::testing::make_rendering_old;
use snug_testkit::{Member, TestApp, days, hours, minutes};

async fn run(app: &TestApp) -> Ran {
    app.snug().run_due_jobs(app.now()).await.expect("jobs are done")
}

#[tokio::test]
async fn each_job_is_done_when_its_time_comes_and_not_before() {
    let app = TestApp::new().await;
    assert_eq!(run(&app).await, Ran::default(), "the first round was at the start");
    app.wait(minutes(5));
    assert_eq!(run(&app).await, Ran { digests: Some(0), forgotten: None, wiped: Some(0), rendered: Some(0) });
    assert_eq!(run(&app).await, Ran::default());
    app.wait(hours(1));
    let ran = run(&app).await;
    assert!(ran.digests.is_some() && ran.forgotten.is_some());
}

#[tokio::test]
async fn what_is_over_is_forgotten_and_what_is_not_stays() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let token = ana.sign_in().await;
    let (community, client) = (app.community(), Member::client());
    app.snug().request_sign_in_link(&community, &client, &ana.address(), app.now()).await.expect("asked");
    app.advance(days(4)).await;
    assert_eq!(app.snug().clean_up(app.now()).await.expect("cleaned"), 0, "the round before has done it");
    assert_eq!(ben.texts(conversation).await.len(), 2, "what people wrote is kept");
    assert_eq!(app.snug().list_sessions(&ana.actor()).await.expect("sessions").len(), 1);

    app.wait(days(60));
    assert_eq!(app.snug().clean_up(app.now()).await.expect("cleaned"), 1, "a session that nobody used");
    assert!(app.snug().list_sessions(&ana.actor()).await.expect("sessions").is_empty());
    app.keep_secret(token.reveal());
}

#[tokio::test]
async fn what_an_older_renderer_made_is_shown_right_at_once_and_made_again() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let deleted = ana.say(conversation, "Gone").await;
    ana.delete(conversation, deleted.id).await;
    for number in 0..60 {
        ana.say(conversation, &format!("- a\n  - b{number}")).await;
        app.wait(minutes(1));
    }
    let right = ben.entries(conversation).await;
    let old = app.database().write(make_rendering_old).await;
    assert_eq!(old.expect("made old"), 62, "guard: there are old ones");
    let html = |entries: Vec<snug_app::Message>| entries.into_iter().map(|entry| entry.html).collect::<Vec<_>>();
    let shown = ben.entries(conversation).await;
    assert_eq!(html(shown)[3..], html(right.clone())[3..], "right at once");

    app.wait(minutes(1));
    assert_eq!(run(&app).await.rendered, Some(62));
    assert_eq!(ben.entries(conversation).await, right, "and so is what is kept");
    assert_eq!(ben.lists(Filter::All).await[0].last.clone().expect("words").excerpt, "a b59");
    app.wait(minutes(1));
    assert_eq!(run(&app).await.rendered, Some(0));
}
