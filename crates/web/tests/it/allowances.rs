//! Every write has an allowance: whatever is asked again and again is refused in the end, and told when to come back.

use crate::cases::{Case, Place, Who, all};
use snug_testkit::browser::{Answer, StatusCode, TestSite};
use snug_testkit::hours;

/// More than anything may be done in a minute.
const MOST: usize = 125;

/// Routes that have none, and why.
const EXCUSED: &[(&str, &str)] = &[
    ("POST /sign-out", "it ends the session that asks"),
    ("DELETE /api/v1/sessions/current", "it ends the session that asks"),
    ("POST /demo/become/{handle}", "in the demo everybody is everybody, and elsewhere it is not there"),
];

async fn ask(site: &TestSite, place: &Place, case: &Case) -> Answer {
    let browser = site.browser();
    if case.who == Who::Members {
        browser.set_cookie("snug-session", place.ana.sign_in().await.reveal());
    }
    browser.send(case.request(&browser, place)).await
}

/// Asks each of these routes until it refuses, and says how many they are.
async fn ask_until_refused(is_meant: impl Fn(&Case) -> bool) -> usize {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let mut tried = 0;
    for case in all().iter().filter(|case| !case.method().is_safe() && is_meant(case)) {
        if EXCUSED.iter().any(|(route, _)| *route == case.route) {
            continue;
        }
        // What another route used up is there again.
        site.wait(hours(1));
        let first = ask(&site, &place, case).await;
        assert_ne!(first.status(), StatusCode::TOO_MANY_REQUESTS, "guard: {} is asked once", case.route);
        let mut answer = first;
        for _ in 0..MOST {
            if answer.status() == StatusCode::TOO_MANY_REQUESTS {
                break;
            }
            assert!(!answer.status().is_server_error(), "{}: {}", case.route, answer.status());
            answer = ask(&site, &place, case).await;
        }
        assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS, "{} is never refused", case.route);
        let seconds: u64 = answer.header("retry-after").parse().unwrap_or(0);
        assert!(seconds > 0, "{} does not tell when to try again", case.route);
        tried += 1;
    }
    tried
}

fn is_of_api(case: &Case) -> bool {
    case.route.contains(" /api/")
}

#[tokio::test]
async fn whatever_a_page_does_again_and_again_is_refused_in_the_end() {
    let tried = ask_until_refused(|case| !is_of_api(case)).await;
    assert!(tried > 30, "guard: only {tried} routes were tried");
}

#[tokio::test]
async fn whatever_a_program_does_again_and_again_is_refused_in_the_end() {
    let tried = ask_until_refused(is_of_api).await;
    assert!(tried > 15, "guard: only {tried} routes were tried");
}

#[tokio::test]
async fn an_excuse_is_for_a_route_that_is_there() {
    for (route, _) in EXCUSED {
        assert!(all().iter().any(|case| case.route == *route), "{route}");
    }
}
