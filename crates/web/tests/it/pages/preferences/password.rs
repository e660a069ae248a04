use snug_testkit::PASSWORD;
use snug_testkit::browser::{StatusCode, TestSite};

const NEW: &str = "another corner by the window";

#[tokio::test]
async fn a_new_password_ends_every_other_session_and_is_told_by_mail() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let (here, elsewhere) = (site.sign_in(&ana).await, site.sign_in(&ana).await);
    let change = [("current_password", PASSWORD), ("password", NEW)];
    let saved = here.press(&here.open("/preferences").await, "/preferences/password", &change).await;
    assert_eq!(saved.text("#password-part .saved"), "Saved");
    assert_eq!(elsewhere.get("/people").await.status(), StatusCode::SEE_OTHER);
    assert_eq!(site.last_mail("ana").await.subject, "Your password for Riverside was changed");
}

#[tokio::test]
async fn a_wrong_or_weak_password_is_said_beside_its_field() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let wrong = ana.post("/preferences/password", &[("current_password", "a guess"), ("password", NEW)]).await;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.text("#current_password-error"), "This is not your current password.");
    let weak = ana.post("/preferences/password", &[("current_password", PASSWORD), ("password", "password123")]).await;
    assert!(weak.text("#password-error").starts_with("This one is guessed easily"));
    assert!(site.sent_mails().is_empty());
}

#[tokio::test]
async fn a_stolen_session_is_no_place_to_guess_the_password_at() {
    let site = TestSite::new().await;
    let thief = site.sign_in(&site.member("ana").await).await;
    let mut statuses = Vec::new();
    for number in 0..12 {
        let guess = format!("guess {number}");
        statuses.push(
            thief.post("/preferences/password", &[("current_password", &guess), ("password", NEW)]).await.status(),
        );
    }
    assert_eq!(statuses[9], StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(statuses[10], StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_first_password_comes_by_a_link_of_a_mail() {
    let site = TestSite::new().await;
    let ana = site.member_without_password("ana").await;
    let browser = site.browser();
    browser.set_cookie("snug-session", ana.sign_in().await.reveal());
    let page = browser.open("/preferences").await;
    assert!(!page.has("#current_password"), "there is none to type");
    let sent = browser.press(&page, "/preferences/password/link", &[]).await;
    assert_eq!(sent.notice(), "A mail with a link is on its way to your address.");
    let link = format!("/password/reset/{}", site.last_mail("ana").await.token_after("/password/reset/"));
    let set = browser.press(&browser.open(&link).await, &link, &[("password", NEW)]).await;
    assert_eq!(set.notice(), "Your new password is set.");
    assert!(browser.open("/preferences").await.has("#current_password"));
}

#[tokio::test]
async fn keys_for_programs_end_with_the_password_unless_they_are_kept() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let browser = site.sign_in(&ana).await;
    let (_, token) = ana.api_token("Garden bot").await;
    let program = site.browser();
    let ask = async || {
        let request = program.request("GET".parse().expect("a method"), "/api/v1/me").bearer_auth(token.reveal());
        program.send(request).await.status()
    };
    let page = browser.open("/preferences").await;
    assert!(page.text("#password-part .choice").contains("Garden bot"), "it says which");
    let change = [("current_password", PASSWORD), ("password", NEW), ("keep_tokens", "on")];
    browser.press(&page, "/preferences/password", &change).await;
    assert_eq!(ask().await, StatusCode::OK);
    browser.post("/preferences/password", &[("current_password", NEW), ("password", PASSWORD)]).await;
    assert_eq!(ask().await, StatusCode::UNAUTHORIZED);
}
