//! What every answer carries, whatever it answers.

use crate::cases::{Case, Place, Who, all};
use axum::http::HeaderValue;
use scraper::{Html, Selector};
use snug_testkit::PASSWORD;
use snug_testkit::browser::{Answer, Browser, Method, StatusCode, TestSite};

/// Every case asked by nobody, then by Ana with a session of its own.
async fn every_answer(site: &TestSite, place: &Place, case: &Case) -> [Answer; 2] {
    let (nobody, ana) = (site.browser(), signed_in(site, place).await);
    [nobody.send(case.request(&nobody, place)).await, ana.send(case.request(&ana, place)).await]
}

async fn signed_in(site: &TestSite, place: &Place) -> Browser {
    let browser = site.browser();
    browser.set_cookie("snug-session", place.ana.sign_in().await.reveal());
    browser
}

fn assert_protected(answer: &Answer, what: &str) {
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'"), "{what}: {policy}");
    assert!(!policy.contains("unsafe"), "{what}: {policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
}

fn assert_nothing_inline(answer: &Answer, what: &str) {
    if !answer.header("content-type").starts_with("text/html") {
        return;
    }
    let page = Html::parse_document(&answer.body);
    let inline = Selector::parse("script:not([src]), style, [style], iframe[srcdoc], a[href^='javascript:']");
    assert_eq!(page.select(&inline.expect("a selector")).count(), 0, "{what} has something inline");
    for element in page.select(&Selector::parse("*").expect("a selector")) {
        let handler = element.value().attrs().find(|(name, _)| name.starts_with("on"));
        assert!(handler.is_none(), "{what} has {handler:?}");
    }
}

/// What a community looks like is the same for everybody, and may be kept.
const FACES: [&str; 4] =
    ["GET /assets/community/{file}", "GET /favicon.ico", "GET /apple-touch-icon.png", "GET /manifest.webmanifest"];

#[tokio::test]
async fn every_answer_is_protected_and_has_nothing_inline() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let mut pages = 0;
    for case in all() {
        for answer in every_answer(&site, &place, &case).await {
            assert_protected(&answer, case.route);
            assert_nothing_inline(&answer, case.route);
            let kept = answer.header("cache-control");
            let is_kept = FACES.contains(&case.route) && kept.starts_with("public, max-age=");
            assert!(is_kept || ["no-store", "no-cache"].contains(&kept), "{}: {kept:?}", case.route);
            pages += usize::from(answer.header("content-type").starts_with("text/html"));
        }
    }
    assert!(pages > 50, "guard: only {pages} pages were looked at");
}

#[tokio::test]
async fn what_is_not_there_is_protected_too() {
    let site = TestSite::new().await;
    let (browser, elsewhere) = (site.browser(), site.browser_at("nowhere.localhost"));
    for path in ["/nothing-here", "/assets/nothing.js", "/api/v1/nothing", "/api/nothing", "/conversations/x"] {
        assert_protected(&browser.get(path).await, path);
        assert_protected(&elsewhere.get(path).await, path);
        assert_protected(&browser.send(browser.request(Method::DELETE, path)).await, path);
    }
    let cross_site = browser.request(Method::POST, "/sign-in").build().map(|mut post| {
        post.headers_mut().insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
        post
    });
    assert_protected(&browser.execute(cross_site.expect("a post")).await, "a post from another site");
}

#[tokio::test]
async fn no_route_takes_a_cookie_from_another_site() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let ana = signed_in(&site, &place).await;
    let before = site.rows().await;
    for case in all().iter().filter(|case| !case.method().is_safe()) {
        for fetched in ["cross-site", "same-site"] {
            let mut post = case.request(&ana, &place).build().expect("a post");
            post.headers_mut().insert("sec-fetch-site", HeaderValue::from_static(fetched));
            post.headers_mut().insert("origin", HeaderValue::from_static("https://evil.example"));
            let answer = ana.execute(post).await;
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{} {fetched}", case.route);
        }
        // A browser from before Sec-Fetch-Site says at least where it comes from.
        let mut post = case.request(&ana, &place).build().expect("a post");
        post.headers_mut().remove("sec-fetch-site");
        post.headers_mut().insert("origin", HeaderValue::from_static("https://evil.example"));
        assert_eq!(ana.execute(post).await.status(), StatusCode::FORBIDDEN, "{}", case.route);
    }
    site.rows().await.assert_same(&before, "posts from another site");
}

#[tokio::test]
async fn head_answers_as_get_without_a_body() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let ana = signed_in(&site, &place).await;
    for case in all().iter().filter(|case| case.method() == Method::GET) {
        let got = ana.send(case.request(&ana, &place)).await;
        let head = ana.send(ana.request(Method::HEAD, &place.fill(case.path))).await;
        assert_eq!(head.status(), got.status(), "{}", case.route);
        assert_eq!(head.header("content-type"), got.header("content-type"), "{}", case.route);
        assert_eq!(head.body, "", "{}", case.route);
    }
}

#[tokio::test]
async fn on_localhost_the_session_is_a_plain_cookie() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let typed = [("address", "ana@example.org"), ("password", PASSWORD)];
    let answer = site.browser().post("/sign-in", &typed).await;
    let (name, rest) = answer.header("set-cookie").split_once('=').expect("a cookie");
    assert_eq!(name, "snug-session");
    let attributes = rest.split_once("; ").expect("attributes").1;
    assert_eq!(attributes, "HttpOnly; SameSite=Lax; Path=/; Max-Age=5184000");
}

#[tokio::test]
async fn over_https_cookies_belong_to_one_host_and_never_travel_in_the_clear() {
    let site = TestSite::with_settings(|settings| settings.scheme = "https").await;
    site.member("ana").await;
    let browser = site.browser();
    let typed = [("address", "ana@example.org"), ("password", PASSWORD)];
    let answer = browser.post("/sign-in", &typed).await;
    assert!(answer.header("set-cookie").starts_with("__Host-snug-session="));
    assert!(answer.header("set-cookie").ends_with("; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=5184000"));
    let left = browser.post("/sign-out", &[]).await;
    let cookies: Vec<_> = left.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect();
    assert_eq!(cookies.len(), 1, "the session is forgotten");
    for cookie in cookies {
        assert!(cookie.starts_with("__Host-snug-") && cookie.contains("; Secure; Path=/"), "{cookie}");
    }
    let plain = site.browser();
    plain.set_cookie("snug-session", "planted-by-another-host");
    assert_eq!(plain.get("/people").await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_files_of_a_page_are_kept_for_ever_under_names_that_say_what_is_in_them() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let page = browser.open("/").await;
    let files = [
        (page.attribute("script[src]", "src"), "text/javascript"),
        (page.attribute("link[rel=stylesheet]", "href"), "text/css"),
        (page.attribute("link[rel=icon]", "href"), "image/png"),
    ];
    for (path, kind) in files {
        let file = browser.get(&path).await;
        assert_eq!(file.status(), StatusCode::OK, "{path}: the files of the browser are not built, see frontend/");
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(file.header("content-type"), kind);
        assert_eq!(file.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn public_pages_are_public() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let nobody = site.browser();
    for case in all().iter().filter(|case| case.who == Who::Anybody && !case.route.contains("demo")) {
        let status = nobody.send(case.request(&nobody, &place)).await.status();
        let is_private_file = case.path == "/assets/manifest.json";
        assert_eq!(status, if is_private_file { StatusCode::NOT_FOUND } else { StatusCode::OK }, "{}", case.route);
    }
}
