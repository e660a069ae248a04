//! Three questions about a person, each asked at its doors: may they sign in, may they be mailed, do they take part. A
//! guest has no account; whoever is suspended may nothing.

use snug_app::Error;
use snug_domain::account::LinkPurpose;
use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_store::testing::{Parameter, set_column};
use snug_testkit::{Member, PASSWORD, TestApp, minutes};

/// A column of people, and what stands there.
type Is = (&'static str, &'static str);
const GUEST: Is = ("kind", "guest");
const SUSPENDED: Is = ("state", "suspended");

async fn make(app: &TestApp, member: &Member, (column, word): Is) {
    let (word, whose) = (Parameter::Text(word.to_owned()), [("id", Parameter::Id(member.id().0))]);
    let made = app.database().write(move |tx| set_column(tx, ("people", column), &word, &whose)).await;
    assert_eq!(made.expect("made"), 1);
}

#[tokio::test]
async fn who_has_no_account_or_is_suspended_may_not_sign_in() {
    for is in [GUEST, SUSPENDED] {
        let app = TestApp::new().await;
        let (ben, community, client) = (app.member("ben").await, app.community(), Member::client());
        let (session, (_, token)) = (ben.sign_in().await, ben.api_token("A program").await);
        make(&app, &ben, is).await;

        let arrived = app.snug().arrive(&community.host, Some(session), app.now()).await.expect("asked");
        assert!(arrived.expect("a community").signed_in.is_none(), "by a session");
        let needs = snug_domain::api_token::Access::Read;
        let arrived = app.snug().arrive_with_api_token(&community.host, token, needs, app.now()).await.expect("asked");
        assert!(arrived.expect("a community").1.is_none(), "by a token");
        let signed_in = app.snug().sign_in(&community, &client, &ben.address(), PASSWORD, app.now()).await;
        assert!(matches!(signed_in, Err(Error::WrongCredentials)), "by a password");
        app.snug().request_sign_in_link(&community, &client, &ben.address(), app.now()).await.expect("asked");
        app.deliver().await;
        assert!(app.mailbox("ben").await.is_empty(), "by a link");
    }
}

#[tokio::test]
async fn a_link_that_signs_in_stops_to_work_with_the_account() {
    for is in [GUEST, SUSPENDED] {
        let app = TestApp::new().await;
        let (ben, community, client) = (app.member("ben").await, app.community(), Member::client());
        app.snug().request_sign_in_link(&community, &client, &ben.address(), app.now()).await.expect("asked");
        app.deliver().await;
        let link = app.last_mail("ben").await.token_after("/sign-in/link/");
        make(&app, &ben, is).await;
        let found = app.snug().find_link(&community, &link, LinkPurpose::SignIn, app.now()).await;
        assert!(matches!(found, Err(Error::NotFound)));
        let signed_in = app.snug().sign_in_by_link(&community, &client, &link, app.now()).await;
        assert!(matches!(signed_in, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_guest_is_mailed_and_can_stop_it_and_who_is_suspended_is_not() {
    for (is, mailed) in [(GUEST, 1), (SUSPENDED, 0)] {
        let app = TestApp::new().await;
        let (carla, ben, conversation) = app.talking("carla", "ben").await;
        app.advance(minutes(5)).await;
        let before = app.mailbox("ben").await.len();
        carla.say(conversation, "News").await;
        make(&app, &ben, is).await;
        app.advance(minutes(5)).await;
        assert_eq!(app.mailbox("ben").await.len(), before + mailed);
        if mailed > 0 {
            let link = app.last_mail("ben").await.token_after("/u/");
            let found = app.snug().find_subscriber(&app.community(), &link).await.expect("found");
            assert_eq!(found.id, ben.id());
        }
    }
}

#[tokio::test]
async fn a_guest_takes_part_from_a_mail_and_who_is_suspended_does_not() {
    for (is, takes_part) in [(GUEST, true), (SUSPENDED, false)] {
        let app = TestApp::new().await;
        let (ana, ben) = (app.member("ana").await, app.member("ben").await);
        ana.start_conversation("ben", "Hello Ben").await;
        app.wait(INVITATION_MAIL_WAITS);
        app.deliver().await;
        let link = app.last_mail("ben").await.token_after("/m/");
        make(&app, &ben, is).await;
        let landed = app.snug().land(&app.community(), &link, None, app.now()).await;
        assert_eq!(landed.is_ok(), takes_part);
    }
}

#[tokio::test]
async fn the_invitation_of_somebody_who_takes_no_part_any_more_is_not_mailed() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    ana.start_conversation("ben", "Hello Ben").await;
    make(&app, &ana, SUSPENDED).await;
    app.wait(INVITATION_MAIL_WAITS);
    app.deliver().await;
    assert!(app.mailbox("ben").await.is_empty());
}

#[tokio::test]
async fn the_directory_has_members_only() {
    for is in [GUEST, SUSPENDED] {
        let app = TestApp::new().await;
        let (ana, ben) = (app.member("ana").await, app.member("ben").await);
        make(&app, &ben, is).await;
        for search in ["", "ben"] {
            let page = app.snug().list_members(&ana.actor(), search, None, 10).await.expect("members");
            assert!(page.members.iter().all(|person| person.id != ben.id()), "{search}");
        }
    }
}
