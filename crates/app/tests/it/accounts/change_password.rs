use super::lets_in;
use snug_domain::{Field, Invalid, Problem};
use snug_testkit::{PASSWORD, TestApp, invalid, retry_at};

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let (here, elsewhere) = (ana.sign_in().await, ana.sign_in().await);
    let arrival = super::arrive(&app, &here).await.expect("a community");
    let session = arrival.signed_in.map(|signed_in| signed_in.session);
    let changed = app.snug().change_password(&ana.actor(), session, PASSWORD, "another quiet corner").await;
    changed.expect("changed");
    assert!(lets_in(&app, &here).await);
    assert!(!lets_in(&app, &elsewhere).await);
    assert_eq!(app.last_mail("ana").await.subject, "Your password for Riverside was changed");
}

#[tokio::test]
async fn the_password_in_use_is_asked_for_and_not_to_be_guessed() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let change = |current: &'static str| {
        let (snug, actor) = (app.snug(), ana.actor());
        async move { snug.change_password(&actor, None, current, "another quiet corner").await }
    };
    for _ in 0..10 {
        assert_eq!(invalid(change("a wrong guess").await), [Invalid::new(Field::CurrentPassword, Problem::Wrong)]);
    }
    retry_at(change(PASSWORD).await);
}
