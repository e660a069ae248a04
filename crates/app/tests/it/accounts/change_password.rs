use super::{lets_in, session_of};
use snug_app::accounts::{PasswordChange, Token, Tokens};
use snug_app::{Client, Error};
use snug_domain::{Field, Invalid, Problem, Refusal};
use snug_testkit::{Member, PASSWORD, TestApp, invalid, refused, retry_at};
use std::net::{IpAddr, Ipv4Addr};

fn change(current: &str) -> PasswordChange {
    PasswordChange { current: current.to_owned(), new: String::from("another quiet corner"), tokens: Tokens::End }
}

async fn change_in(app: &TestApp, ana: &Member, browser: &Token, current: &str) -> Result<(), Error> {
    change_from(app, ana, (browser, &Member::client()), change(current)).await
}

async fn change_from(
    app: &TestApp,
    ana: &Member,
    (browser, client): (&Token, &Client),
    change: PasswordChange,
) -> Result<(), Error> {
    let session = session_of(app, browser).await;
    app.snug().change_password(&ana.actor(), (session, client), change).await
}

#[tokio::test]
async fn the_password_in_use_is_asked_for_and_not_to_be_guessed() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let browser = ana.sign_in().await;
    for _ in 0..10 {
        let answer = change_in(&app, &ana, &browser, "a wrong guess").await;
        assert_eq!(invalid(answer), [Invalid::new(Field::CurrentPassword, Problem::Wrong)]);
    }
    retry_at(change_in(&app, &ana, &browser, PASSWORD).await);
}

#[tokio::test]
async fn guesses_with_a_stolen_session_do_not_count_against_its_owner() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let (stolen, own) = (ana.sign_in().await, ana.sign_in().await);
    let thief = Client { network: IpAddr::V4(Ipv4Addr::new(198, 51, 100, 9)), ..Member::client() };
    for browser in [&stolen, &own] {
        for _ in 0..10 {
            invalid(change_from(&app, &ana, (browser, &thief), change("a wrong guess")).await);
        }
        retry_at(change_from(&app, &ana, (browser, &thief), change("a wrong guess")).await);
    }
    // Not even where the thief has a copy of the very session.
    change_in(&app, &ana, &own, PASSWORD).await.expect("changed");
}

#[tokio::test]
async fn there_is_no_first_password_to_change() {
    let app = TestApp::new().await;
    let ana = app.member_without_password("ana").await;
    let browser = ana.sign_in().await;
    for current in ["", "anything"] {
        assert_eq!(refused(change_in(&app, &ana, &browser, current).await), Refusal::NoPasswordYet);
    }
    assert!(!app.snug().has_password(&ana.actor()).await.expect("an answer"));

    app.snug().request_own_password_link(&ana.actor(), &Member::client()).await.expect("a mail");
    let link = app.last_mail("ana").await.token_after("/password/reset/");
    let reset = app.snug().reset_password(&app.community(), &Member::client(), &link, PASSWORD, app.now()).await;
    let (_, new) = reset.expect("a first password");
    assert!(lets_in(&app, &new).await);
    assert!(app.snug().has_password(&ana.actor()).await.expect("an answer"));
}

#[tokio::test]
async fn a_session_that_has_ended_changes_nothing() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let browser = ana.sign_in().await;
    let session = session_of(&app, &browser).await;
    app.snug().sign_out(&ana.actor(), session).await.expect("signed out");
    let answer = app.snug().change_password(&ana.actor(), (session, &Member::client()), change(PASSWORD)).await;
    assert!(matches!(answer, Err(Error::NotFound)));
}
