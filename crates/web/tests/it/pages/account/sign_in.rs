use snug_testkit::PASSWORD;
use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn a_member_signs_in_and_is_led_back_to_where_they_were_going() {
    let site = TestSite::new().await;
    let (ana, browser) = (site.member("ana").await, site.browser());
    let asked = browser.get("/people?q=b%C3%A9n").await;
    assert_eq!(asked.location(), "/sign-in?return_to=%2Fpeople%3Fq%3Db%25C3%25A9n");
    let form = browser.open("/people?q=b%C3%A9n").await;
    let typed = [("address", ana.address()), ("password", PASSWORD.to_owned())];
    let typed = typed.each_ref().map(|(name, value)| (*name, value.as_str()));
    let page = browser.press(&form, "/sign-in", &typed).await;
    assert_eq!(page.attribute("#people-search", "value"), "bén");
    assert_eq!(browser.get("/sign-in?return_to=/bell").await.location(), "/bell", "who is in is led on at once");
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "evil", ""] {
        let (browser, address) = (site.browser(), ana.address());
        let typed = [("address", address.as_str()), ("password", PASSWORD), ("return_to", elsewhere)];
        assert_eq!(browser.post("/sign-in", &typed).await.location(), "/", "{elsewhere:?}");
        let encoded: String = elsewhere.bytes().map(|byte| format!("%{byte:02X}")).collect();
        assert_eq!(browser.get(format!("/sign-in?return_to={encoded}")).await.location(), "/", "{elsewhere:?}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_told_alike() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let browser = site.browser();
    for address in ["ana@example.org", "nobody@example.org", "nonsense"] {
        let answer = browser.post("/sign-in", &[("address", address), ("password", "not the one")]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text("[role=alert]").starts_with("This address and password do not fit together."));
        assert_eq!(answer.attribute("#address", "value"), address);
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn a_session_ends_when_it_was_not_used_for_sixty_days() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    site.wait(snug_testkit::days(59));
    assert_eq!(ana.get("/people").await.status(), StatusCode::OK);
    site.wait(snug_testkit::days(59));
    assert_eq!(ana.get("/people").await.status(), StatusCode::OK, "being used keeps it");
    site.wait(snug_testkit::days(60));
    assert_eq!(ana.get("/people").await.location(), "/sign-in?return_to=%2Fpeople");
}

#[tokio::test]
async fn a_form_sent_by_nobody_leads_to_signing_in() {
    let site = TestSite::new().await;
    let answer = site.browser().post("/preferences/profile", &[("name", "Somebody")]).await;
    assert_eq!((answer.status(), answer.location().as_str()), (StatusCode::SEE_OTHER, "/sign-in?why=ended"));
}
