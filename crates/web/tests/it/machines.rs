//! What machines ask.

use axum::body::Body;
use axum::http::Request;
use snug_testkit::browser::{Method, StatusCode, TestSite};
use snug_testkit::database::TestDatabase;
use snug_web::Site;
use tower::ServiceExt;

#[tokio::test]
async fn a_program_that_works_says_so_at_any_host() {
    let site = TestSite::new().await;
    for host in ["riverside.localhost", "127.0.0.1"] {
        let prober = site.browser_at(host);
        for (path, body) in [("/healthz", "alive\n"), ("/readyz", "ready\n")] {
            let answer = prober.get(path).await;
            assert_eq!((answer.status(), answer.body.as_str()), (StatusCode::OK, body));
        }
        let figures = prober.get("/metrics").await;
        assert_eq!(figures.header("content-type"), "text/plain; version=0.0.4");
        assert_eq!(figures.body, "snug_people 0\n");
    }
}

#[tokio::test]
async fn figures_are_for_this_machine_and_not_for_whom_a_proxy_asks() {
    let site = TestSite::new().await;
    let browser = site.browser();
    for header in ["x-forwarded-for", "forwarded", "via"] {
        let passed_on = browser.request(Method::GET, "/metrics").header(header, "192.0.2.1");
        assert_eq!(browser.send(passed_on).await.status(), StatusCode::NOT_FOUND, "{header}");
    }
    assert_eq!(ask(site.site(), "/metrics").await, StatusCode::NOT_FOUND, "from nowhere known");
}

#[tokio::test]
async fn a_program_that_is_about_to_stop_takes_no_more() {
    let site = TestSite::new().await;
    site.stop();
    for (path, status) in [("/readyz", StatusCode::SERVICE_UNAVAILABLE), ("/healthz", StatusCode::OK)] {
        assert_eq!(ask(site.site(), path).await, status, "{path}");
    }
}

#[tokio::test]
async fn a_program_without_its_database_lives_but_is_not_ready() {
    let site = TestSite::new().await;
    let database = TestDatabase::sqlite();
    database.close().await;
    let broken = Site { app: site.node_on(&database), ..site.site() };
    for (path, status) in [("/readyz", StatusCode::SERVICE_UNAVAILABLE), ("/healthz", StatusCode::OK)] {
        assert_eq!(ask(broken.clone(), path).await, status, "{path}");
    }
    assert_eq!(ask(broken, "/sign-in").await, StatusCode::SERVICE_UNAVAILABLE);
}

async fn ask(site: Site, path: &str) -> StatusCode {
    let request = Request::builder().uri(path).header("host", "riverside.localhost").body(Body::empty());
    snug_web::router(site).oneshot(request.expect("a request")).await.expect("an answer").status()
}
