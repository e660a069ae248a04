//! What is compressed: nothing whose length could tell a secret (BREACH).

use crate::cases::{Place, Who, all};
use snug_testkit::browser::TestSite;
use std::collections::BTreeSet;

/// The same for everybody, signed in or not.
const COMPRESSED: [&str; 2] = ["GET /api/openapi.json", "GET /assets/{file}"];

#[tokio::test]
async fn only_what_is_the_same_for_everybody_is_compressed() {
    let site = TestSite::new().await;
    let place = Place::fill_riverside(&site).await;
    let mut compressed = BTreeSet::new();
    for case in all() {
        let browser = site.browser();
        if case.who == Who::Members {
            browser.set_cookie("snug-session", place.ana.sign_in().await.reveal());
        }
        let path = if case.route == "GET /assets/{file}" { script() } else { place.fill(case.path) };
        let request = if case.route == "GET /assets/{file}" {
            browser.request(case.method(), &path)
        } else {
            case.request(&browser, &place)
        };
        let answer = browser.send(request.header("accept-encoding", "gzip, br")).await;
        if !answer.header("content-encoding").is_empty() {
            assert!(answer.header("vary").contains("accept-encoding"), "{}", case.route);
            compressed.insert(case.route);
        }
    }
    assert_eq!(compressed.into_iter().collect::<Vec<_>>(), COMPRESSED);
}

fn script() -> String {
    snug_web::assets::Assets::built().script.clone()
}
