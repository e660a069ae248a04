//! A stranger cannot keep a person out.

use snug_app::accounts::Token;
use snug_app::{Client, Error};
use snug_testkit::{Member, PASSWORD, TestApp, minutes, retry_at};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::task::JoinSet;

const ANA: &str = "ana@example.org";

/// A browser nobody knows, in a network of its own.
fn stranger(number: u16) -> Client {
    let [high, low] = number.to_be_bytes();
    Client::new(IpAddr::V4(Ipv4Addr::new(198, 51, high, low)), "A stranger")
}

async fn sign_in(app: &TestApp, client: &Client, password: &str) -> Result<Token, Error> {
    let answer = app.snug().sign_in(&app.community(), client, ANA, password, app.now()).await;
    answer.map(|(_, token)| token)
}

async fn guess(app: &TestApp, client: &Client) -> Result<(), Error> {
    match sign_in(app, client, "a wrong guess").await {
        Err(Error::WrongCredentials) => Ok(()),
        other => other.map(drop),
    }
}

#[tokio::test]
async fn forty_wrong_passwords_from_forty_networks_do_not_keep_the_owner_out() {
    let app = TestApp::new().await;
    app.member("ana").await;
    for number in 0..40 {
        guess(&app, &stranger(number)).await.expect("an attempt");
    }
    sign_in(&app, &stranger(1_000), PASSWORD).await.expect("signed in, from a network never seen before");
}

#[tokio::test]
async fn guessing_from_everywhere_ends_and_the_owner_comes_in_from_where_they_are_known() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    // A browser of hers that she signed out, and a session at home.
    let left = sign_in(&app, &stranger(2_000), PASSWORD).await.expect("signed in");
    let session = super::session_of(&app, &left).await;
    app.snug().sign_out(&ana.actor(), session).await.expect("signed out");
    sign_in(&app, &stranger(3_000), PASSWORD).await.expect("signed in");

    let mut tried = 0;
    while guess(&app, &stranger(tried)).await.is_ok() {
        tried += 1;
        assert!(tried < 1_000, "guessing comes to an end");
    }
    assert!(tried > 250, "guard: only after many");
    retry_at(sign_in(&app, &stranger(4_000), PASSWORD).await);
    let travelling = Client { mark: Some(left.mark()), ..stranger(5_000) };
    sign_in(&app, &travelling, PASSWORD).await.expect("in a browser she signed in with before");
    sign_in(&app, &stranger(3_000), PASSWORD).await.expect("from a network she is signed in from");
}

#[tokio::test]
async fn a_known_browser_is_not_refused_for_what_others_do_in_its_network() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let library = stranger(1);
    let known = sign_in(&app, &library, PASSWORD).await.expect("signed in");
    while guess(&app, &library).await.is_ok() {}
    let here = Client { mark: Some(known.mark()), ..library.clone() };
    sign_in(&app, &here, PASSWORD).await.expect("signed in");
    retry_at(sign_in(&app, &library, PASSWORD).await);
}

#[tokio::test]
async fn a_known_browser_guesses_ten_times_like_any_other() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let known = Client { mark: Some(ana.sign_in().await.mark()), ..Member::client() };
    for number in 0..10 {
        guess(&app, &Client { network: stranger(number).network, ..known.clone() }).await.expect("an attempt");
    }
    retry_at(guess(&app, &known).await);
    let made_up = Client { mark: Some(Token::shown("made up")), ..stranger(1) };
    for _ in 0..10 {
        guess(&app, &made_up).await.expect("an attempt");
    }
    retry_at(guess(&app, &made_up).await);
}

#[tokio::test]
async fn a_mark_is_of_one_account_and_ends_with_all_else() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let (bens, anas) = (ben.sign_in().await.mark(), ana.sign_in().await.mark());
    let ended = app.snug().end_other_sessions(&ana.actor(), None, snug_app::accounts::Tokens::End).await;
    assert_eq!(ended.expect("ended"), 1);
    for mark in [bens, anas] {
        let client = Client { mark: Some(mark), ..stranger(1) };
        while guess(&app, &client).await.is_ok() {}
        // Counted as the stranger it is.
        retry_at(guess(&app, &stranger(1)).await);
        app.wait(minutes(15));
    }
}

#[tokio::test]
async fn the_networks_of_one_customer_are_counted_together() {
    let app = TestApp::new().await;
    let from =
        |household: u16| Client::new(IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 1, household, 0, 0, 0, 1)), "A stranger");
    let mut tried = 0;
    for household in 0..900 {
        let address = format!("somebody{household}@example.org");
        let answer = app.snug().sign_in(&app.community(), &from(household), &address, "a guess", app.now()).await;
        match answer {
            Err(Error::WrongCredentials) => tried += 1,
            answer => drop(retry_at(answer)),
        }
    }
    assert_eq!(tried, 240, "four times what one household may");
}

#[tokio::test]
async fn strangers_who_ask_for_links_do_not_use_up_the_owners() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let ask = async |client: &Client| app.snug().request_sign_in_link(&app.community(), client, ANA, app.now()).await;
    for number in 0..40 {
        ask(&stranger(number)).await.expect("the same answer");
    }
    assert_eq!(app.mailbox("ana").await.len(), 6, "no more than six an hour");
    ask(&stranger(1_000)).await.expect("the same answer");
    let newest = app.last_mail("ana").await.token_after("/sign-in/link/");
    let in_use = app.snug().sign_in_by_link(&app.community(), &stranger(1_000), &newest, app.now()).await;
    in_use.expect("the newest link lets her in");
}

#[tokio::test]
async fn who_used_their_link_gets_another_whatever_strangers_asked_for() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let use_up = async || {
        for number in 0..20 {
            let asked = app.snug().request_password_reset(&app.community(), &stranger(number), ANA, app.now()).await;
            asked.expect("the same answer");
        }
    };
    use_up().await;
    let newest = app.last_mail("ana").await.token_after("/password/reset/");
    let reset = app.snug().reset_password(&app.community(), &stranger(999), &newest, PASSWORD, app.now()).await;
    reset.expect("a new password");
    let before = app.mailbox("ana").await.len();
    let asked = app.snug().request_password_reset(&app.community(), &stranger(999), ANA, app.now()).await;
    asked.expect("asked");
    assert_eq!(app.mailbox("ana").await.len(), before + 1);
    let asked = app.snug().request_sign_in_link(&app.community(), &stranger(999), ANA, app.now()).await;
    asked.expect("asked");
    assert_eq!(app.mailbox("ana").await.len(), before + 2, "another kind of link is counted apart");
}

#[tokio::test]
async fn a_password_fits_however_a_keyboard_composes_it() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let link = async |password: &str| {
        app.snug().request_password_reset(&app.community(), &Member::client(), ANA, app.now()).await.expect("asked");
        let link = app.last_mail("ana").await.token_after("/password/reset/");
        let reset = app.snug().reset_password(&app.community(), &Member::client(), &link, password, app.now()).await;
        reset.expect("a new password");
        app.deliver().await;
    };
    link("caf\u{e9} sous la pluie").await;
    sign_in(&app, &Member::client(), "cafe\u{301} sous la\u{a0}pluie").await.expect("composed or not");
    link("An\u{303}o nuevo, casa nueva").await;
    sign_in(&app, &Member::client(), "A\u{f1}o nuevo, casa nueva").await.expect("or the other way round");
    assert!(sign_in(&app, &Member::client(), "Ano nuevo, casa nueva").await.is_err());
    drop(ana);
}

#[tokio::test]
async fn however_many_guess_at_once_from_wherever_the_owner_is_not_turned_away() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let left = sign_in(&app, &stranger(2_000), PASSWORD).await.expect("signed in");
    let session = super::session_of(&app, &left).await;
    app.snug().sign_out(&ana.actor(), session).await.expect("signed out");
    let (mut crowd, came) = (JoinSet::new(), Arc::new(AtomicUsize::new(0)));
    for number in 0..600 {
        let (snug, community, now, came) = (app.snug().clone(), app.community(), app.now(), Arc::clone(&came));
        // Some of them from where she is now.
        let guesser = stranger(if number % 4 == 0 { 5_000 } else { number });
        crowd.spawn(async move {
            came.fetch_add(1, Ordering::Relaxed);
            snug.sign_in(&community, &guesser, ANA, "a wrong guess", now).await.map(drop)
        });
    }
    // All of them ask before she does.
    while came.load(Ordering::Relaxed) < 600 {
        tokio::task::yield_now().await;
    }
    let travelling = Client { mark: Some(left.mark()), ..stranger(5_000) };
    sign_in(&app, &travelling, PASSWORD).await.expect("in a browser she signed in with before");
    assert!(crowd.join_all().await.iter().all(Result::is_err), "guard: nobody guessed it");
}
