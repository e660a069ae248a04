use super::lets_in;
use snug_app::Error;
use snug_app::accounts::{Confirmation, SignUp};
use snug_domain::people::Language;
use snug_domain::{Field, Invalid, Problem};
use snug_testkit::{Member, PASSWORD, TestApp, days, invalid};

pub(super) fn form(name: &str, address: &str) -> SignUp {
    SignUp {
        name: name.to_owned(),
        address: address.to_owned(),
        password: PASSWORD.to_owned(),
        language: Language::English,
    }
}

pub(super) async fn sign_up(app: &TestApp, form: SignUp) -> Result<(), Error> {
    app.snug().sign_up(&app.community(), &Member::client(), form, app.now()).await
}

async fn confirm(app: &TestApp, token: &str) -> Result<(String, bool), Error> {
    confirm_with(app, token, PASSWORD).await
}

async fn confirm_with(app: &TestApp, token: &str, password: &str) -> Result<(String, bool), Error> {
    confirm_by(app, token, Confirmation::Password(password.to_owned())).await
}

pub(super) async fn confirm_anew(app: &TestApp, token: &str, name: &str) -> Result<(String, bool), Error> {
    let (name, password) = (name.to_owned(), PASSWORD.to_owned());
    confirm_by(app, token, Confirmation::Anew { name, password, language: Language::English }).await
}

async fn confirm_by(app: &TestApp, token: &str, confirmation: Confirmation) -> Result<(String, bool), Error> {
    let (community, client) = (app.community(), Member::client());
    let (signed_in, session) = app.snug().confirm_address(&community, &client, token, confirmation, app.now()).await?;
    Ok((signed_in.person.name, lets_in(app, &session).await))
}

#[tokio::test]
async fn who_confirms_their_address_becomes_a_member_and_is_signed_in() {
    let app = TestApp::new().await;
    sign_up(&app, form("Lena Vogel", "lena@example.org")).await.expect("taken");
    let mail = app.last_mail("lena").await;
    assert_eq!(mail.subject, "Please confirm your address for Riverside");
    assert!(!mail.text.contains("Lena"), "the name is what a stranger typed");
    let token = mail.token_after("/sign-up/confirm/");
    assert_eq!(confirm(&app, &token).await.expect("confirmed"), (String::from("Lena Vogel"), true));

    let ana = app.member("ana").await;
    let found = app.snug().list_members(&ana.actor(), "lena", None, 10).await.expect("members");
    assert_eq!(found.members.len(), 1);
}

#[tokio::test]
async fn until_then_there_is_no_such_member() {
    let app = TestApp::new().await;
    app.member("ana").await;
    sign_up(&app, form("Lena Vogel", "lena@example.org")).await.expect("taken");
    assert_eq!(app.count_members().await, 1);
    let (community, client) = (app.community(), Member::client());
    let answer = app.snug().sign_in(&community, &client, "lena@example.org", PASSWORD, app.now()).await;
    assert!(matches!(answer, Err(Error::WrongCredentials)));
}

#[tokio::test]
async fn an_address_that_has_an_account_gets_the_same_answer_and_another_mail() {
    let app = TestApp::new().await;
    app.member("ana").await;
    sign_up(&app, form("Somebody Else", "ANA@example.org")).await.expect("the same answer");
    assert_eq!(app.last_mail("ana").await.subject, "You already have an account at Riverside");
    assert_eq!(app.count_members().await, 1);
}

#[tokio::test]
async fn a_stranger_who_signs_up_first_does_not_get_hold_of_the_address() {
    let app = TestApp::new().await;
    let squatter = SignUp { password: String::from("known to the squatter"), ..form("Squatter", "lena@example.org") };
    sign_up(&app, squatter).await.expect("taken");
    let of_squatter = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    sign_up(&app, form("Lena Vogel", "lena@example.org")).await.expect("taken as well");
    let own = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    confirm(&app, &own).await.expect("confirmed");

    let answer = confirm_with(&app, &of_squatter, "known to the squatter").await;
    assert!(matches!(answer, Err(Error::NotFound)), "the account that was confirmed first stands");
    for (password, is_right) in [("known to the squatter", false), (PASSWORD, true)] {
        let (community, client) = (app.community(), Member::client());
        let answer = app.snug().sign_in(&community, &client, "lena@example.org", password, app.now()).await;
        assert_eq!(answer.is_ok(), is_right);
    }
}

#[tokio::test]
async fn nobody_confirms_an_account_whose_password_they_did_not_choose() {
    let app = TestApp::new().await;
    let stranger = SignUp { password: String::from("known to a stranger"), ..form("Lena Vogel", "lena@example.org") };
    sign_up(&app, stranger).await.expect("taken");
    let token = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    let wrong = vec![Invalid::new(Field::Password, Problem::Wrong)];
    for _ in 0..10 {
        assert_eq!(invalid(confirm(&app, &token).await), wrong);
    }
    assert!(matches!(confirm(&app, &token).await, Err(Error::TooMany { .. })), "nor is it guessed");
}

#[tokio::test]
async fn who_holds_the_mail_of_a_stranger_s_sign_up_makes_it_their_own() {
    let app = TestApp::new().await;
    let stranger = SignUp {
        password: String::from("known to a stranger"),
        language: Language::Arabic,
        ..form("A squatter", "lena@example.org")
    };
    sign_up(&app, stranger).await.expect("taken");
    let token = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    let nameless = confirm_anew(&app, &token, "  ").await;
    assert_eq!(invalid(nameless), vec![Invalid::new(Field::Name, Problem::Empty)]);
    assert_eq!(confirm_anew(&app, &token, "Lena Vogel").await.expect("confirmed"), (String::from("Lena Vogel"), true));
    let (community, client) = (app.community(), Member::client());
    for (password, is_right) in [("known to a stranger", false), (PASSWORD, true)] {
        let answer = app.snug().sign_in(&community, &client, "lena@example.org", password, app.now()).await;
        assert_eq!(answer.is_ok(), is_right, "{password}");
    }
    assert!(matches!(confirm_anew(&app, &token, "Once more").await, Err(Error::NotFound)), "the link works once");
}

#[tokio::test]
async fn opening_the_link_changes_nothing() {
    let app = TestApp::new().await;
    app.member("ana").await;
    sign_up(&app, form("Lena Vogel", "lena@example.org")).await.expect("taken");
    let token = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    for _ in 0..3 {
        let address = app.snug().find_sign_up(&app.community(), &token, app.now()).await.expect("still waiting");
        assert_eq!(address, "lena@example.org");
    }
    assert_eq!(app.count_members().await, 1);
    assert!(confirm(&app, &token).await.is_ok());
}

#[tokio::test]
async fn the_link_works_once_and_for_two_days() {
    let app = TestApp::new().await;
    sign_up(&app, form("Lena Vogel", "lena@example.org")).await.expect("taken");
    let used = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    confirm(&app, &used).await.expect("confirmed");
    assert!(matches!(confirm(&app, &used).await, Err(Error::NotFound)));

    sign_up(&app, form("Mia Vogel", "mia@example.org")).await.expect("taken");
    let expired = app.last_mail("mia").await.token_after("/sign-up/confirm/");
    app.advance(days(2)).await;
    assert!(matches!(app.snug().find_sign_up(&app.community(), &expired, app.now()).await, Err(Error::NotFound)));
    assert!(matches!(confirm(&app, &expired).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_token_that_was_made_up_is_not_found() {
    let app = TestApp::new().await;
    for token in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "🦊"] {
        assert!(matches!(confirm(&app, token).await, Err(Error::NotFound)), "{token}");
    }
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once() {
    let app = TestApp::new().await;
    let form = SignUp { password: String::from("short"), ..form(" ", "not an address") };
    let faults = invalid(sign_up(&app, form).await);
    assert_eq!(
        faults,
        [
            Invalid::new(Field::Name, Problem::Empty),
            Invalid::new(Field::Address, Problem::Malformed),
            Invalid::new(Field::Password, Problem::TooShort { least: 10 }),
        ]
    );
}

#[tokio::test]
async fn two_clicks_on_the_button_make_one_member() {
    let app = TestApp::new().await;
    app.member("ana").await;
    sign_up(&app, form("Lena Vogel", "lena@example.org")).await.expect("taken");
    let token = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    let (one, other) = tokio::join!(confirm(&app, &token), confirm(&app, &token));
    assert!(one.is_ok() != other.is_ok(), "one click makes the member");
    assert!([one, other].into_iter().filter_map(Result::err).all(|error| matches!(error, Error::NotFound)));
    assert_eq!(app.count_members().await, 2);
}

#[tokio::test]
async fn two_people_of_one_name_who_confirm_at_once_get_a_handle_each() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let mut tokens = Vec::new();
    for address in ["lena@example.org", "lena.vogel@example.org"] {
        sign_up(&app, form("Lena Vogel", address)).await.expect("taken");
        tokens.push(app.last_mail(address).await.token_after("/sign-up/confirm/"));
    }
    let (one, other) = tokio::join!(confirm(&app, &tokens[0]), confirm(&app, &tokens[1]));
    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    let found = app.snug().list_members(&ana.actor(), "lena", None, 10).await.expect("members");
    assert_ne!(found.members[0].handle, found.members[1].handle);
}
