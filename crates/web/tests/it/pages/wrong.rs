//! Whatever goes wrong, a page of the site says so.

use crate::cases::{self, Place};
use crate::machines::without_database;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Request};
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
            assert_eq!(answer.link("Home"), "/");
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
    assert!(answer.has("main h1"));
}

#[tokio::test]
async fn whatever_is_only_posted_to_leads_on_whoever_opens_it() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let (anas, nobodys) = (site.sign_in(&place.ana).await, site.browser());
    let routes = cases::all();
    let is_posted = |case: &&cases::Case| case.method() == Method::POST && !case.is_of_the_api();
    let mut opened = 0;
    for case in routes.iter().filter(is_posted) {
        let path = place.fill(case.path);
        for browser in [&anas, &nobodys] {
            for method in [Method::GET, Method::HEAD] {
                let answer = browser.send(browser.request(method, &path)).await;
                let led = answer.status() == StatusCode::SEE_OTHER;
                assert!(led || answer.status().is_success(), "{}: {}", case.route, answer.status());
                let onwards = if led { browser.open(answer.location()).await } else { answer };
                assert!(onwards.status() != StatusCode::METHOD_NOT_ALLOWED, "{}", case.route);
                opened += 1;
            }
        }
    }
    assert!(opened > 120, "guard: only {opened}");
    for (path, page) in [
        ("/sign-in/link", "/sign-in"),
        ("/sign-out", "/"),
        ("/preview?text=Hello", "/"),
        ("/preferences/sessions/1/end", "/preferences"),
        ("/conversations/1/messages/2/edit", "/conversations/1"),
        ("/m/token/accept", "/m/token"),
        ("/u/token/resume", "/u/token"),
    ] {
        assert_eq!(anas.get(path).await.location(), page, "{path}");
    }
}

#[tokio::test]
async fn who_is_signed_in_is_not_told_to_sign_in() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let hint = "Perhaps you need to sign in";
    assert!(site.browser().get("/nothing-here").await.says(hint));
    assert!(!ana.get("/nothing-here").await.says(hint));
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

#[tokio::test]
async fn without_the_database_a_page_says_so_in_the_language_of_the_browser() {
    let site = TestSite::new().await;
    let broken = without_database(&site).await;
    for (language, title) in [("en", "We cannot get at our data"), ("ar-EG,en;q=0.3", "تعذر الوصول إلى بياناتنا")]
    {
        for path in ["/", "/sign-in", "/conversations", "/people/ana", "/nothing-here", "/m/token", "/live"] {
            let answer = ask(&broken, Request::get(path).header("accept-language", language), "").await;
            assert_eq!(answer.0, StatusCode::SERVICE_UNAVAILABLE, "{path}");
            assert_eq!(answer.1["retry-after"], "5", "{path}");
            assert!(answer.1.contains_key("content-security-policy"), "{path}");
            assert!(answer.2.contains(title) && answer.2.contains("/assets/"), "{path}: {}", answer.2);
        }
    }
    let answer = ask(&broken, Request::get("/api/v1/me").header("accept-language", "ar"), "").await;
    assert_eq!((answer.0, &answer.1["retry-after"]), (StatusCode::SERVICE_UNAVAILABLE, &HeaderValue::from_static("5")));
    let problem: serde_json::Value = serde_json::from_str(&answer.2).expect("JSON");
    assert_eq!(problem["code"], "unavailable");
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.starts_with("ما حُفظ")), "{problem}");
}

#[tokio::test]
async fn what_was_written_is_in_the_page_that_says_that_it_was_not_taken() {
    let site = TestSite::new().await;
    let broken = without_database(&site).await;
    let form = "application/x-www-form-urlencoded";
    let post = || Request::post("/conversations/7/messages?x=1").header("content-type", form);
    let answer = ask(&broken, post(), "client_id=k%261&text=%3Cb%3ENot+lost%0A%0Ayet&empty=").await;
    assert_eq!(answer.0, StatusCode::SERVICE_UNAVAILABLE);
    let page = scraper::Html::parse_document(&answer.2);
    let find = |selector: &str| page.select(&scraper::Selector::parse(selector).expect("a selector")).next();
    let text: String = find("main form textarea[name=text]").expect("what was written").text().collect();
    assert_eq!(text.trim_start_matches('\n'), "<b>Not lost\n\nyet");
    let action = find("main form[method=post]").and_then(|form| form.attr("action")).map(str::to_owned);
    assert_eq!(action.as_deref(), Some("/conversations/7/messages?x=1"));
    let key = find("main form input[name=client_id]").and_then(|input| input.attr("value")).map(str::to_owned);
    assert_eq!(key.as_deref(), Some("k&1"), "the key that posts it once");

    let secret = Request::post("/sign-up").header("content-type", form);
    let answer = ask(&broken, secret, "name=Ana&address=ana%40example.org&password=a+quiet+corner").await;
    assert_eq!(answer.0, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!answer.2.contains("quiet corner") && !answer.2.contains("ana@"), "{}", answer.2);
}

#[tokio::test]
async fn a_stream_that_is_asked_for_wrongly_is_told_so_in_our_words() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    for since in ["abc", "1.5", "99999999999999999999", ""] {
        let answer = browser.get(&format!("/live?since={since}")).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{since}");
        assert_eq!(answer.text("h1"), "There is nothing here", "{since}");
    }
}

#[tokio::test]
async fn whatever_is_asked_of_a_machine_in_a_wrong_way_is_a_page_too() {
    let site = TestSite::new().await;
    let browser = site.browser();
    for (method, path, status) in [
        (Method::POST, "/healthz", StatusCode::METHOD_NOT_ALLOWED),
        (Method::DELETE, "/live", StatusCode::METHOD_NOT_ALLOWED),
        (Method::GET, "/assets/nothing.js", StatusCode::NOT_FOUND),
        (Method::GET, "/live", StatusCode::UNAUTHORIZED),
    ] {
        let answer = browser.send(browser.request(method, path)).await;
        assert_eq!(answer.status(), status, "{path}");
        assert!(answer.has("main h1"), "{path}");
    }
    let stream = browser.request(Method::GET, "/live").header("accept", "text/event-stream");
    let answer = browser.send(stream).await;
    assert_eq!((answer.status(), answer.body.as_str()), (StatusCode::UNAUTHORIZED, ""));
}

async fn ask(
    site: &snug_web::Site,
    request: axum::http::request::Builder,
    body: &str,
) -> (StatusCode, HeaderMap, String) {
    let request = request.header("host", "riverside.localhost").body(Body::from(body.to_owned()));
    let answer = snug_web::router(site.clone()).oneshot(request.expect("a request")).await.expect("an answer");
    let (head, body) = answer.into_parts();
    let body = axum::body::to_bytes(body, 100_000).await.expect("a body");
    (head.status, head.headers, String::from_utf8_lossy(&body).into_owned())
}
