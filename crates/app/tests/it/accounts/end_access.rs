//! Everything that throws a thief out ends everything a thief can hold.

use super::{lets_in, session_of};
use snug_app::accounts::{Credential, PasswordChange, Token, Tokens};
use snug_app::conversations::{Filter, Landing};
use snug_app::{Client, Error};
use snug_domain::account::LinkPurpose;
use snug_domain::api_token::Access;
use snug_domain::people::Handle;
use snug_domain::{ApiTokenId, ConversationId, PersonId, Refusal, SessionId};
use snug_testkit::{Member, PASSWORD, TestApp, refused};

/// All that somebody can hold of Ana's.
struct Held {
    session: Token,
    session_id: SessionId,
    token: Token,
    token_id: ApiTokenId,
    sign_in_link: String,
    reset_link: String,
    /// Of an invitation that waits for an answer.
    invitation_link: String,
    conversation: ConversationId,
}

impl Held {
    async fn of(app: &TestApp, ana: &Member, conversation: ConversationId) -> Self {
        let (community, client) = (app.community(), Member::client());
        app.snug().request_sign_in_link(&community, &client, &ana.address(), app.now()).await.expect("asked");
        let sign_in_link = app.last_mail("ana").await.token_after("/sign-in/link/");
        app.snug().request_password_reset(&community, &client, &ana.address(), app.now()).await.expect("asked");
        let reset_link = app.last_mail("ana").await.token_after("/password/reset/");
        let invitation_link = invitation_to_ana(app).await;
        let session = ana.sign_in().await;
        let (made, token) = ana.api_token("A thief").await;
        let session_id = session_of(app, &session).await;
        Self { session, session_id, token, token_id: made.id, sign_in_link, reset_link, invitation_link, conversation }
    }

    /// What of it still opens something.
    async fn working(&self, app: &TestApp, ana: &Member) -> Vec<&'static str> {
        let mut working = Vec::new();
        let host = app.community().host.clone();
        let arrived = app.snug().arrive_with_api_token(&host, self.token.clone(), Access::Read, app.now()).await;
        let linked = async |link, purpose| app.snug().find_link(&app.community(), link, purpose, app.now()).await;
        let hears = async |credential| {
            app.member("ben").await.say(self.conversation, "For Ana alone").await;
            app.snug().catch_up_as(&ana.actor(), credential, 0).await.is_ok()
        };
        let all = [
            ("session", lets_in(app, &self.session).await),
            ("token", arrived.expect("an answer").expect("a community").1.is_some()),
            ("sign-in link", linked(&self.sign_in_link, LinkPurpose::SignIn).await.is_ok()),
            ("reset link", linked(&self.reset_link, LinkPurpose::ResetPassword).await.is_ok()),
            ("invitation link", lands(app, &self.invitation_link, None).await.is_ok()),
            ("stream of the session", hears(Credential::Session(self.session_id)).await),
            ("stream of the token", hears(Credential::Token(self.token_id)).await),
        ];
        working.extend(all.into_iter().filter(|(_, works)| *works).map(|(name, _)| name));
        working
    }
}

/// The link in the mail of an invitation by somebody else each time.
async fn invitation_to_ana(app: &TestApp) -> String {
    for name in ["carla", "deniz", "emma", "farid"] {
        let inviter = app.member(name).await;
        if inviter.lists(Filter::All).await.is_empty() {
            inviter.start_conversation("ana", "Shall we meet?").await;
            return app.last_mail("ana").await.token_after("/m/");
        }
    }
    panic!("everybody has invited her");
}

async fn lands(app: &TestApp, link: &str, reader: Option<PersonId>) -> Result<Landing, Error> {
    app.snug().land(&app.community(), link, reader, app.now()).await
}

const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn until_then_all_of_it_works() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let held = Held::of(&app, &ana, conversation).await;
    assert_eq!(held.working(&app, &ana).await.len(), 7);
}

#[tokio::test]
async fn a_reset_ends_it_all_and_says_so() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let held = Held::of(&app, &ana, conversation).await;
    let (community, client) = (app.community(), Member::client());
    app.snug().request_password_reset(&community, &client, &ana.address(), app.now()).await.expect("asked");
    let link = app.last_mail("ana").await.token_after("/password/reset/");
    let new = app.snug().reset_password(&community, &client, &link, "another quiet corner", app.now()).await;
    assert!(lets_in(&app, &new.expect("a new password").1).await, "but here");
    assert_eq!(held.working(&app, &ana).await, NOTHING);
    let mail = app.last_mail("ana").await.text;
    assert!(mail.contains("All other browsers are signed out"), "{mail}");
    assert!(mail.contains("API keys, if you had any, no longer work."), "{mail}");
}

#[tokio::test]
async fn a_changed_password_ends_all_but_this_session_and_the_tokens_one_keeps() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let here = ana.sign_in().await;
    for (tokens, password, new) in
        [(Tokens::Keep, PASSWORD, "another quiet corner"), (Tokens::End, "another quiet corner", PASSWORD)]
    {
        let held = Held::of(&app, &ana, conversation).await;
        let change = PasswordChange { current: password.to_owned(), new: new.to_owned(), tokens };
        let session = session_of(&app, &here).await;
        app.snug().change_password(&ana.actor(), (session, &Member::client()), change).await.expect("changed");
        assert!(lets_in(&app, &here).await);
        let mail = app.last_mail("ana").await;
        assert_eq!(mail.subject, "Your password for Riverside was changed");
        match tokens {
            Tokens::Keep => {
                assert_eq!(held.working(&app, &ana).await, ["token", "stream of the token"]);
                assert!(mail.text.contains("One API key still works."), "{}", mail.text);
            }
            Tokens::End => assert_eq!(held.working(&app, &ana).await, NOTHING),
        }
    }
}

#[tokio::test]
async fn ending_all_others_ends_tokens_and_links_too() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let here = ana.sign_in().await;
    let session = session_of(&app, &here).await;
    for tokens in [Tokens::Keep, Tokens::End] {
        let held = Held::of(&app, &ana, conversation).await;
        assert_eq!(app.snug().end_other_sessions(&ana.actor(), Some(session), tokens).await.expect("ended"), 1);
        assert!(lets_in(&app, &here).await);
        match tokens {
            Tokens::Keep => assert_eq!(held.working(&app, &ana).await, ["token", "stream of the token"]),
            Tokens::End => assert_eq!(held.working(&app, &ana).await, NOTHING),
        }
    }
}

#[tokio::test]
async fn who_is_suspended_is_out_at_once_and_signs_in_anew_when_resumed() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let held = Held::of(&app, &ana, conversation).await;
    let (community, client) = (app.community(), Member::client());
    let handle = Handle::parse(ana.handle().as_str()).expect("a handle");
    app.snug().suspend_member(&community, &handle, app.now()).await.expect("suspended");
    assert_eq!(held.working(&app, &ana).await, NOTHING);
    let sign_in = async || app.snug().sign_in(&community, &client, &ana.address(), PASSWORD, app.now()).await;
    assert!(matches!(sign_in().await, Err(Error::WrongCredentials)));
    let again = app.snug().suspend_member(&community, &handle, app.now()).await;
    assert!(matches!(again, Err(Error::NotFound)), "nobody active has this handle");

    app.snug().resume_member(&community, &handle).await.expect("resumed");
    assert_eq!(held.working(&app, &ana).await, NOTHING, "what ended stays ended");
    let (_, token) = sign_in().await.expect("signed in");
    assert!(lets_in(&app, &token).await);
}

#[tokio::test]
async fn an_invitation_whose_link_ended_waits_for_its_owner_who_signs_in() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let link = invitation_to_ana(&app).await;
    let stop = app.last_mail("ana").await.token_after("/u/");
    app.snug().end_other_sessions(&ana.actor(), None, Tokens::End).await.expect("ended");

    let (snug, community, now) = (app.snug(), app.community(), app.now());
    assert_eq!(refused(lands(&app, &link, None).await), Refusal::LinkEnded);
    assert_eq!(refused(snug.accept_from_mail(&community, &link, None, now).await), Refusal::LinkEnded);
    assert_eq!(refused(snug.decline_from_mail(&community, &link, None, now).await), Refusal::LinkEnded);
    assert_eq!(refused(snug.undo_decline_from_mail(&community, &link, "", None, now).await), Refusal::LinkEnded);
    let stranger = app.member("ben").await.id();
    assert!(matches!(lands(&app, &link, Some(stranger)).await, Err(Error::NotFound)));
    assert!(snug.find_subscriber(&community, &stop).await.is_ok(), "mails can be stopped for good");

    let landing = lands(&app, &link, Some(ana.id())).await.expect("she is signed in");
    assert!(landing.message.is_some());
    snug.accept_from_mail(&community, &link, Some(ana.id()), now).await.expect("accepted");
}

#[tokio::test]
async fn a_mail_that_goes_out_afterwards_has_a_link_that_works() {
    let app = TestApp::new().await;
    let (ana, carla) = (app.member("ana").await, app.member("carla").await);
    carla.start_conversation("ana", "Shall we meet?").await;
    app.snug().end_other_sessions(&ana.actor(), None, Tokens::End).await.expect("ended");
    assert!(lands(&app, &app.last_mail("ana").await.token_after("/m/"), None).await.is_ok());
}

#[tokio::test]
async fn signing_in_over_a_session_ends_it() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let first = ana.sign_in().await;
    let here = Client { session: Some(first.clone()), ..Member::client() };
    let (_, second) = app
        .snug()
        .sign_in(&app.community(), &here, &ben.address(), PASSWORD, app.now())
        .await
        .expect("signed in as somebody else");
    assert!(!lets_in(&app, &first).await && lets_in(&app, &second).await);

    let here = Client { session: Some(second.clone()), ..Member::client() };
    app.snug().request_sign_in_link(&app.community(), &here, &ana.address(), app.now()).await.expect("asked");
    let link = app.last_mail("ana").await.token_after("/sign-in/link/");
    let (_, third) = app.snug().sign_in_by_link(&app.community(), &here, &link, app.now()).await.expect("signed in");
    assert!(!lets_in(&app, &second).await && lets_in(&app, &third).await);
}

#[tokio::test]
async fn a_session_that_has_ended_makes_no_token() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let session = session_of(&app, &ana.sign_in().await).await;
    app.snug().end_other_sessions(&ana.actor(), None, Tokens::End).await.expect("ended");
    let new = snug_app::accounts::NewApiToken {
        name: String::from("Too late"),
        scope: snug_domain::api_token::Scope::Read,
        expires_in_days: None,
    };
    let made = app.snug().create_api_token(&ana.actor(), Some(session), new).await;
    assert!(matches!(made, Err(Error::NotFound)));
}
