use snug_testkit::browser::{Method, StatusCode, TestSite};
use snug_testkit::days;

#[tokio::test]
async fn a_token_is_shown_once_and_works_until_it_is_revoked() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let made = ana.press(&ana.open("/preferences").await, "/preferences/tokens", &[("name", "Garden bot")]).await;
    assert_eq!(made.status(), StatusCode::CREATED);
    let token = made.text(".new-token code");
    site.keep_secret(&token);
    let page = ana.open("/preferences").await;
    assert_eq!(page.text("#tokens .entry strong"), "Garden bot");
    assert!(!page.body.contains(&token), "shown once");

    let program = site.browser();
    let ask = async || program.send(program.request(Method::GET, "/api/v1/me").bearer_auth(&token)).await.status();
    assert_eq!(ask().await, StatusCode::OK);
    let revoke = page.attribute("#tokens form[action$='/revoke']", "action");
    let revoked = ana.press(&page, &revoke, &[]).await;
    assert_eq!(revoked.notice(), "That key no longer works.");
    assert_eq!(ask().await, StatusCode::UNAUTHORIZED);
    assert_eq!(ana.post(&revoke, &[]).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_token_without_a_name_is_not_made() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let answer = ana.post("/preferences/tokens", &[("name", " ")]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.has(".new-token") && !answer.has("#tokens .entry"));
}

#[tokio::test]
async fn a_token_says_what_it_may_and_until_when() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let typed = [("name", "A display"), ("scope", "read"), ("expires_in_days", "30")];
    let made = ana.press(&ana.open("/preferences").await, "/preferences/tokens", &typed).await;
    site.keep_secret(&made.text(".new-token code"));
    let entry = made.text("#tokens .entry");
    assert!(entry.contains("Read") && entry.contains("works until") && entry.contains("never used"), "{entry}");
    site.wait(days(31));
    let entry = ana.open("/preferences").await.text("#tokens .entry");
    assert!(entry.contains("No longer works since"), "{entry}");
    for wrong in [[("scope", "everything"), ("name", "x")], [("expires_in_days", "soon"), ("name", "x")]] {
        assert_eq!(ana.post("/preferences/tokens", &wrong).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}
