use super::{arrive, lets_in};
use snug_app::accounts::Token;
use snug_app::{Client, Error};
use snug_domain::Timestamp;
use snug_testkit::{Member, PASSWORD, TestApp, days, minutes, retry_at, seconds};
use std::net::{IpAddr, Ipv4Addr};

async fn sign_in(app: &TestApp, address: &str, password: &str) -> Result<Token, Error> {
    sign_in_from(app, 7, address, password).await
}

async fn sign_in_from(app: &TestApp, network: u8, address: &str, password: &str) -> Result<Token, Error> {
    let client = Client { network: IpAddr::V4(Ipv4Addr::new(203, 0, 113, network)), ..Member::client() };
    let answer = app.snug().sign_in(&app.community(), &client, address, password, app.now()).await;
    answer.map(|(_, token)| token)
}

#[tokio::test]
async fn address_and_password_let_a_member_in() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let token = sign_in(&app, " ANA@Example.org ", PASSWORD).await.expect("signed in");
    let arrival = arrive(&app, &token).await.expect("a community");
    assert_eq!(arrival.signed_in.expect("signed in").person.id, ana.id());
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let app = TestApp::new().await;
    app.member("ana").await;
    for (address, password) in
        [("ana@example.org", "another password"), ("nobody@example.org", PASSWORD), ("no address at all", PASSWORD)]
    {
        let answer = sign_in(&app, address, password).await;
        assert!(matches!(answer, Err(Error::WrongCredentials)), "{address}");
    }
}

#[tokio::test]
async fn ten_attempts_with_one_address_known_or_not_and_then_it_is_told_when_to_go_on() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let mut told: Vec<Timestamp> = Vec::new();
    for address in ["ana@example.org", "nobody@example.org"] {
        for _ in 0..10 {
            assert!(matches!(sign_in(&app, address, "a wrong guess").await, Err(Error::WrongCredentials)));
        }
        told.push(retry_at(sign_in(&app, address, PASSWORD).await));
    }
    assert_eq!(told, [app.now() + seconds(90), app.now() + seconds(90)]);
    app.wait(seconds(90));
    assert!(sign_in(&app, "ana@example.org", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn every_spelling_of_an_address_counts_as_the_same() {
    let app = TestApp::new().await;
    let spellings = ["ana@bücher.example", "ANA@xn--bcher-kva.example", "ana@bu\u{308}cher.example"];
    for spelling in spellings.into_iter().cycle().take(10) {
        assert!(matches!(sign_in(&app, spelling, "a wrong guess").await, Err(Error::WrongCredentials)));
    }
    for spelling in spellings {
        assert_eq!(retry_at(sign_in(&app, spelling, PASSWORD).await), app.now() + seconds(90));
    }
}

#[tokio::test]
async fn sixty_attempts_from_one_network_address_whatever_they_try() {
    let app = TestApp::new().await;
    for number in 0..60 {
        let answer = sign_in(&app, &format!("person{number}@example.org"), "a guess").await;
        assert!(matches!(answer, Err(Error::WrongCredentials)));
    }
    assert_eq!(retry_at(sign_in(&app, "one.more@example.org", "a guess").await), app.now() + seconds(15));
    let elsewhere = sign_in_from(&app, 8, "one.more@example.org", "a guess").await;
    assert!(matches!(elsewhere, Err(Error::WrongCredentials)));
}

#[tokio::test]
async fn a_session_ends_sixty_days_after_it_was_last_used() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let token = ana.sign_in().await;
    app.advance(days(59)).await;
    assert!(lets_in(&app, &token).await);
    app.advance(days(59)).await;
    assert!(lets_in(&app, &token).await, "being used keeps it");
    app.advance(days(60)).await;
    assert!(!lets_in(&app, &token).await);
}

#[tokio::test]
async fn being_used_is_noted_once_an_hour() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let token = ana.sign_in().await;
    let seen_at = || async { app.snug().list_sessions(&ana.actor()).await.expect("sessions")[0].seen_at };
    let begun = app.now();
    app.wait(minutes(59));
    assert!(lets_in(&app, &token).await);
    assert_eq!(seen_at().await, begun);
    app.wait(minutes(1));
    assert!(lets_in(&app, &token).await);
    assert_eq!(seen_at().await, app.now());
}

#[tokio::test]
async fn a_token_that_was_made_up_lets_nobody_in() {
    let app = TestApp::new().await;
    let token = Token::shown("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    assert!(!lets_in(&app, &token).await);
    let nowhere = app.snug().arrive("elsewhere.localhost", None, app.now()).await.expect("an answer");
    assert!(nowhere.is_none(), "no community has this name");
}
