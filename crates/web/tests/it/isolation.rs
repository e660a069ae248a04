//! One community never sees or changes another: every route there is, asked with the ids, the
//! links and the sessions of another community.

use crate::cases::{Case, Place, Who, all, stranger};
use snug_testkit::TestCommunity;
use snug_testkit::browser::{Answer, StatusCode, TestSite};
use snug_testkit::seconds;

async fn two_communities() -> (TestSite, Place, TestCommunity) {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let hillside = site.add_community("hillside").await;
    hillside.member("zoe").await;
    site.deliver().await;
    (site, place, hillside)
}

fn assert_tells_nothing(case: &Case, place: &Place, answer: &Answer) {
    let secret = place.secret_in(&answer.body);
    assert_eq!(secret, None, "{} shows it, {}: {}", case.route, answer.status(), answer.body);
}

/// Whether somebody was sent away to sign in.
fn is_asked_to_sign_in(case: &Case, answer: &Answer) -> bool {
    // A stream has nowhere to redirect to.
    if case.is_of_the_api() || case.route == "GET /live" {
        answer.status() == StatusCode::UNAUTHORIZED
    } else {
        answer.status() == StatusCode::SEE_OTHER && answer.location().starts_with("/sign-in")
    }
}

#[tokio::test]
async fn what_is_of_another_community_is_not_there() {
    let (site, place, hillside) = two_communities().await;
    let riverside = site.community().id;
    let before = site.rows().await.of(riverside);
    assert!(before.count() > 40, "guard: there is something to be seen");
    for case in all() {
        let zoe = stranger(&site, &hillside, "hillside.localhost").await;
        let answer = zoe.send(case.request(&zoe, &place)).await;
        assert_tells_nothing(&case, &place, &answer);
        if case.names_something() {
            let unknown = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::GONE];
            assert!(unknown.contains(&answer.status()), "{}: {}", case.route, answer.status());
        }
        site.rows().await.of(riverside).assert_same(&before, case.route);
    }
}

#[tokio::test]
async fn a_session_of_another_community_is_nobody() {
    let (site, place, hillside) = two_communities().await;
    for case in all().iter().filter(|case| case.who != Who::Holders) {
        let before = site.rows().await.without("allowances");
        let nobody = site.browser();
        let expected = nobody.send(case.request(&nobody, &place)).await;
        if case.who == Who::Members {
            assert!(is_asked_to_sign_in(case, &expected), "{}: {}", case.route, expected.status());
        }
        assert_tells_nothing(case, &place, &expected);
        site.rows().await.without("allowances").assert_same(&before, case.route);

        // There are more routes than one does changes in a minute.
        site.wait(seconds(1));
        let zoe = stranger(&site, &hillside, "riverside.localhost").await;
        let with_session = site.rows().await;
        let answer = zoe.send(case.request(&zoe, &place)).await;
        assert_eq!(answer.status(), expected.status(), "{}", case.route);
        assert_eq!(answer.header("location"), expected.header("location"), "{}", case.route);
        assert_tells_nothing(case, &place, &answer);
        site.rows().await.without("allowances").assert_same(&with_session.without("allowances"), case.route);
        let session = site.snug().list_sessions(&hillside.member("zoe").await.actor()).await.expect("sessions");
        assert_eq!(session.len(), 1, "{}", case.route);
        site.snug()
            .end_other_sessions(&hillside.member("zoe").await.actor(), None, snug_app::accounts::Tokens::Keep)
            .await
            .expect("ended");
    }
}

#[tokio::test]
async fn a_token_of_another_community_is_nobodys() {
    let (site, place, hillside) = two_communities().await;
    let zoe = hillside.member("zoe").await;
    let (_, token) = zoe.api_token("A program").await;
    let at_home = site.browser_at("hillside.localhost");
    let own = at_home.send(at_home.request("GET".parse().expect("a method"), "/api/v1/me").bearer_auth(token.reveal()));
    assert_eq!(own.await.status(), StatusCode::OK, "guard: it is a token that works");

    let before = site.rows().await;
    for case in all().iter().filter(|case| case.who == Who::Members && case.is_of_the_api()) {
        let browser = site.browser();
        let answer = browser.send(case.request(&browser, &place).bearer_auth(token.reveal())).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{}", case.route);
        assert_tells_nothing(case, &place, &answer);
    }
    site.rows().await.assert_same(&before, "a foreign token");
}

#[tokio::test]
async fn the_cases_are_asked_in_earnest_by_those_who_may() {
    let (site, place, _) = two_communities().await;
    let reading = |case: &&Case| case.who == Who::Members && case.method().is_safe();
    for case in all().iter().filter(reading) {
        let answer = ask_as_ana(&site, &place, case).await;
        let known = answer.status().is_success() || answer.status().is_redirection();
        assert!(known, "{}: {} {}", case.route, answer.status(), answer.body);
    }
    let writing = |case: &&Case| case.who == Who::Members && !reading(case) && !case.route.contains("password");
    let malformed = [400, 405, 415, 422].map(|status| StatusCode::from_u16(status).expect("a status"));
    for case in all().iter().filter(writing) {
        let answer = ask_as_ana(&site, &place, case).await;
        assert!(!malformed.contains(&answer.status()), "{}: {} {}", case.route, answer.status(), answer.body);
    }
}

async fn ask_as_ana(site: &TestSite, place: &Place, case: &Case) -> Answer {
    let browser = site.browser();
    browser.set_cookie("snug-session", place.ana.sign_in().await.reveal());
    browser.send(case.request(&browser, place)).await
}
