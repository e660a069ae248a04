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
    assert!(weak.text("#password-error").starts_with("Many people use this one"));
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
