use super::sign_up::{confirm_anew, form, sign_up};
use snug_app::{Client, Error};
use snug_testkit::{Member, TestApp, minutes, retry_at};
use std::net::{IpAddr, Ipv4Addr};

/// Signs up from a network of this number.
async fn sign_up_from(app: &TestApp, number: u8, address: &str) -> Result<(), Error> {
    let client = Client { network: IpAddr::V4(Ipv4Addr::new(198, 51, 100, number)), ..Member::client() };
    app.snug().sign_up(&app.community(), &client, form("Somebody", address), app.now()).await
}

#[tokio::test]
async fn one_address_gets_six_such_mails_an_hour_whoever_asks_and_the_answer_stays_the_same() {
    let app = TestApp::new().await;
    app.member("ana").await;
    // Known or not, the limit is the same.
    for address in ["lena@example.org", "ana@example.org"] {
        for number in 0..9 {
            sign_up_from(&app, number, address).await.expect("the same answer");
        }
        assert_eq!(app.mailbox(address).await.len(), 6, "{address}");
        app.wait(minutes(10));
        sign_up_from(&app, 9, address).await.expect("the same answer");
        assert_eq!(app.mailbox(address).await.len(), 7, "{address}");
    }
}

#[tokio::test]
async fn strangers_do_not_keep_the_owner_of_an_address_from_signing_up() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        sign_up_from(&app, 1, "lena@example.org").await.expect("within the limit of one place");
    }
    retry_at(sign_up_from(&app, 1, "lena@example.org").await);
    assert_eq!(app.mailbox("lena@example.org").await.len(), 5);
    sign_up_from(&app, 2, "lena@example.org").await.expect("somebody else, somewhere else");
    assert_eq!(app.mailbox("lena@example.org").await.len(), 6, "gets a mail");

    for number in 3..30 {
        sign_up_from(&app, number, "mia@example.org").await.expect("the same answer");
    }
    sign_up(&app, form("Mia Vogel", "mia@example.org")).await.expect("the same answer");
    let token = app.last_mail("mia@example.org").await.token_after("/sign-up/confirm/");
    confirm_anew(&app, &token, "Mia Vogel").await.expect("any of the mails will do");
}

#[tokio::test]
async fn one_network_address_signs_up_twenty_times_an_hour() {
    let app = TestApp::new().await;
    for number in 0..20 {
        sign_up(&app, form("Somebody", &format!("person{number}@example.org"))).await.expect("within the limit");
    }
    retry_at(sign_up(&app, form("Somebody", "one.more@example.org")).await);
}
