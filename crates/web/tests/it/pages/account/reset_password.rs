use snug_testkit::PASSWORD;
use snug_testkit::browser::{StatusCode, TestSite};

const NEW: &str = "another corner by the window";

#[tokio::test]
async fn who_forgot_their_password_chooses_another_and_is_signed_out_everywhere_else() {
    let site = TestSite::new().await;
    let elsewhere = site.sign_in(&site.member("ana").await).await;
    site.keep_secret(NEW);

    let browser = site.browser();
    let form = browser.open(browser.open("/sign-in").await.link("Forgot your password?")).await;
    let told = browser.press(&form, "/password/forgot", &[("address", "ana@example.org")]).await;
    assert!(told.says("If ana@example.org belongs to a member"), "{}", told.main());

    let link = format!("/password/reset/{}", site.last_mail("ana").await.token_after("/password/reset/"));
    let before = site.rows().await;
    let form = browser.open(&link).await;
    site.rows().await.assert_same(&before, "opening the link");
    let short = browser.press(&form, &link, &[("password", "short")]).await;
    assert_eq!(short.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let home = browser.press(&short, &link, &[("password", NEW)]).await;
    assert_eq!(home.notice(), "Your new password is set.");
    assert_eq!(home.text(".menu-head strong"), "Ana Ruiz");

    assert_eq!(elsewhere.get("/people").await.status(), StatusCode::SEE_OTHER, "signed out there");
    assert_eq!(site.last_mail("ana").await.subject, "Your password for Riverside was changed");
    let sign_in = async |password| {
        site.browser().post("/sign-in", &[("address", "ana@example.org"), ("password", password)]).await.status()
    };
    assert_eq!(sign_in(PASSWORD).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign_in(NEW).await, StatusCode::SEE_OTHER);
    assert_eq!(browser.get(&link).await.status(), StatusCode::NOT_FOUND, "the link works once");
}
