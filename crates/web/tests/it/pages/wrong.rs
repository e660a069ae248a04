//! Whatever goes wrong, a page of the site says so.

use axum::body::Body;
use axum::http::{HeaderValue, Request};
use snug_app::Clock;
use snug_testkit::browser::{Method, StatusCode, TestSite};
use std::sync::atomic::{AtomicBool, Ordering};
use tower::ServiceExt;

#[tokio::test]
async fn an_address_of_nothing_is_a_page_that_leads_on() {
    let site = TestSite::new().await;
    for browser in [site.browser(), site.sign_in(&site.member("ana").await).await] {
        for path in ["/nothing-here", "/people/", "/conversations/not-an-id", "/sign-in/", "/%F0%28", "//"] {
            let answer = browser.get(path).await;
            if answer.status() == StatusCode::SEE_OTHER {
                assert!(answer.location().starts_with("/sign-in"), "{path}");
                continue;
            }
            assert!(answer.status().is_client_error(), "{path}: {}", answer.status());
            assert_eq!(answer.text("h1"), "There is nothing here", "{path}");
            assert_eq!(answer.link("Go to the start"), "/");
        }
    }
}

#[tokio::test]
async fn a_method_that_is_none_is_told_which_there_are() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let answer = browser.send(browser.request(Method::DELETE, "/people")).await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("allow"), "GET,HEAD");
    let answer = browser.send(browser.request(Method::GET, "/sign-out")).await;
    assert_eq!((answer.status(), answer.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
    assert!(answer.has("main h1"));
}

#[tokio::test]
async fn a_body_that_is_too_large_or_no_form_is_refused() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}/messages");
    let large = "a".repeat(513 * 1_024);
    let answer = browser.post(&path, &[("text", &large), ("client_id", "one")]).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.has("main h1"));
    let json = browser.request(Method::POST, &path).header("content-type", "application/json").body("{}");
    assert_eq!(browser.send(json).await.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(ana.texts(conversation).await.len(), 2, "nothing was posted");
}

#[tokio::test]
async fn the_longest_message_there_may_be_is_taken() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    // Four bytes each, twelve characters each in a form.
    let longest = "🦦".repeat(20_000);
    let path = format!("/conversations/{conversation}/messages");
    let answer = browser.post(&path, &[("text", &longest), ("client_id", "one")]).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{}", answer.main());
}

#[tokio::test]
async fn a_post_from_another_site_does_nothing_and_says_why() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    let before = site.rows().await;
    for (site_said, origin) in [("cross-site", "https://evil.example"), ("same-site", "http://other.localhost")] {
        let post = browser.request(Method::POST, "/preferences/notifications").form(&[("mail", "off")]);
        let mut post = post.build().expect("a post");
        post.headers_mut().insert("sec-fetch-site", HeaderValue::from_static(site_said));
        post.headers_mut().insert("origin", HeaderValue::from_static(origin));
        let answer = browser.execute(post).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{site_said}");
        assert_eq!(answer.text("h1"), "That did not come from this site");
    }
    site.rows().await.assert_same(&before, "a post from another site");
    let own = browser.post("/preferences/notifications", &[("mail", "off")]).await;
    assert_eq!(own.status(), StatusCode::SEE_OTHER, "guard: from here it is taken");
}

#[tokio::test]
async fn a_fault_that_nobody_foresaw_is_a_page_too() {
    let site = TestSite::new().await;
    let (broken, clock) = (AtomicBool::new(true), site.site().clock);
    let clock = Clock::new(move || {
        assert!(!broken.swap(false, Ordering::SeqCst), "a clock without hands");
        clock.now()
    });
    let router = snug_web::router(snug_web::Site { clock, ..site.site() });
    let request = Request::builder().uri("/").header("host", "riverside.localhost").body(Body::empty());
    let answer = router.oneshot(request.expect("a request")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.headers().contains_key("content-security-policy"));
    let body = axum::body::to_bytes(answer.into_body(), 100_000).await.expect("a body");
    let page = String::from_utf8_lossy(&body);
    assert!(page.contains("Something broke on our side") && !page.contains("hands"), "{page}");
}
