use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn who_signs_out_is_out_and_so_is_a_copy_of_the_cookie() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let copied = ana.cookie("snug-session").expect("a session");
    let left = ana.press(&ana.open("/people").await, "/sign-out", &[]).await;
    assert_eq!(left.text(".reason"), "You are signed out.");
    assert_eq!(ana.cookie("snug-session"), None);

    let thief = site.browser();
    thief.set_cookie("snug-session", &copied);
    assert_eq!(thief.get("/people").await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_cookie_that_is_nonsense_is_nobody() {
    let site = TestSite::new().await;
    for nonsense in ["", "nonsense", "\"quoted\"", &"x".repeat(4_000)] {
        let browser = site.browser();
        browser.set_cookie("snug-session", nonsense);
        assert_eq!(browser.get("/").await.status(), StatusCode::OK);
        assert_eq!(browser.get("/people").await.status(), StatusCode::SEE_OTHER);
    }
}
