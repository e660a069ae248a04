use snug_testkit::browser::{Method, StatusCode, TestSite};

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
