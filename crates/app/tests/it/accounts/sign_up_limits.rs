use super::sign_up::{form, sign_up};
use snug_app::Client;
use snug_testkit::{Member, TestApp, hours, retry_at};
use std::net::{IpAddr, Ipv4Addr};

#[tokio::test]
async fn one_address_gets_five_such_mails_an_hour_whoever_asks() {
    let app = TestApp::new().await;
    app.member("ana").await;
    // Known or not, the limit is the same.
    for address in ["lena@example.org", "ana@example.org"] {
        for number in 0..5 {
            let client = Client { network: IpAddr::V4(Ipv4Addr::new(203, 0, 113, number)), ..Member::client() };
            let form = form("Somebody", address);
            app.snug().sign_up(&app.community(), &client, form, app.now()).await.expect("within the limit");
        }
        let again_at = retry_at(sign_up(&app, form("Somebody", address)).await);
        assert_eq!((again_at - app.now()).0, hours(1).0 / 5);
    }
}

#[tokio::test]
async fn one_network_address_signs_up_twenty_times_an_hour() {
    let app = TestApp::new().await;
    for number in 0..20 {
        sign_up(&app, form("Somebody", &format!("person{number}@example.org"))).await.expect("within the limit");
    }
    retry_at(sign_up(&app, form("Somebody", "one.more@example.org")).await);
}
