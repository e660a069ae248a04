use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::{PASSWORD, minutes};

#[tokio::test]
async fn too_many_attempts_to_sign_in_are_told_when_to_try_again() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let browser = site.browser();
    let wrong = [("address", "ana@example.org"), ("password", "not the one")];
    for _ in 0..10 {
        assert_eq!(browser.post("/sign-in", &wrong).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = [("address", "ana@example.org"), ("password", PASSWORD)];
    let answer = browser.post("/sign-in", &right).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), "90");
    assert!(answer.text(".alert").starts_with("Too many attempts. Let us mail you a link instead"));
    assert_eq!(answer.attribute("#address", "value"), "ana@example.org", "what was typed is kept");
    assert_eq!(answer.attribute("main time", "datetime"), "2026-03-02T09:01:30Z");
    site.wait(minutes(2));
    assert_eq!(browser.post("/sign-in", &right).await.location(), "/");
}

#[tokio::test]
async fn one_place_gets_five_links_of_a_kind_an_hour_and_is_told_to_use_the_newest() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let browser = site.browser();
    let asked = [("address", "ana@example.org")];
    for path in ["/sign-in/link", "/password/forgot"] {
        for _ in 0..5 {
            assert_eq!(browser.post(path, &asked).await.status(), StatusCode::OK);
        }
        let answer = browser.post(path, &asked).await;
        assert_eq!((answer.status(), answer.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "720"));
        assert!(answer.text(".alert").contains("The newest mail you have still lets you in."), "{}", answer.main());
        assert_eq!(answer.attribute("#address", "value"), "ana@example.org", "what was typed is kept");
    }
    assert_eq!(site.mailbox("ana").await.len(), 10);
}

#[tokio::test]
async fn one_network_address_signs_up_twenty_times_an_hour() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let sign_up = async |number: u32| {
        let address = format!("stranger-{number}@example.org");
        browser.post("/sign-up", &[("name", "A stranger"), ("address", &address), ("password", PASSWORD)]).await
    };
    for number in 0..20 {
        assert_eq!(sign_up(number).await.status(), StatusCode::OK);
    }
    let answer = sign_up(20).await;
    assert_eq!((answer.status(), answer.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "180"));
}
