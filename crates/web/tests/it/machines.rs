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
    }
}

#[tokio::test]
async fn the_site_has_no_metrics_whoever_asks() {
    let site = TestSite::new().await;
    for host in ["riverside.localhost", "127.0.0.1"] {
        let browser = site.browser_at(host);
        for header in ["accept", "x-real-ip", "x-forwarded-for", "forwarded", "via"] {
            let asked = browser.request(Method::GET, "/metrics").header(header, "127.0.0.1");
            let answer = browser.send(asked).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{host} {header}");
            assert!(!answer.body.contains("snug_"), "{}", answer.body);
        }
    }
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
    let broken = without_database(&site).await;
    for (path, status) in [("/readyz", StatusCode::SERVICE_UNAVAILABLE), ("/healthz", StatusCode::OK)] {
        assert_eq!(ask(broken.clone(), path).await, status, "{path}");
    }
}

/// The same site, whose database is gone.
pub(crate) async fn without_database(site: &TestSite) -> Site {
    let database = TestDatabase::sqlite();
    database.close().await;
    Site { app: site.node_on(&database), ..site.site() }
}

async fn ask(site: Site, path: &str) -> StatusCode {
    let request = Request::builder().uri(path).header("host", "riverside.localhost").body(Body::empty());
    snug_web::router(site).oneshot(request.expect("a request")).await.expect("an answer").status()
}
