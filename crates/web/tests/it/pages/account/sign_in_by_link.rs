use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::{PASSWORD, hours, minutes};

#[tokio::test]
async fn a_member_signs_in_by_a_link_in_a_mail() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let browser = site.browser();
    let form = browser.open("/sign-in").await;
    let told = browser.press(&form, "/sign-in/link", &[("address", "ana@example.org")]).await;
    assert!(told.says("If ana@example.org belongs to a member, a mail with a link is on its way."), "{}", told.main());

    let link = format!("/sign-in/link/{}", site.last_mail("ana").await.token_after("/sign-in/link/"));
    let before = site.rows().await;
    let button = browser.open(&link).await;
    site.rows().await.assert_same(&before, "opening the link");
    let home = browser.press(&button, &link, &[]).await;
    assert!(!home.has(".notice"), "it is seen");
    assert_eq!(home.text(".menu-head strong"), "Ana Ruiz");

    let again = site.browser().submit(&link, &[]).await;
    assert_eq!((again.status(), again.text("h1").as_str()), (StatusCode::NOT_FOUND, "This link no longer works"));
}

#[tokio::test]
async fn a_link_leads_back_to_where_they_were_going_when_they_asked_for_it() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let browser = site.browser();
    let form = browser.open("/people?q=b%C3%A9n").await;
    let wrong = browser.press(&form, "/sign-in/link", &[("address", "nonsense")]).await;
    browser.press(&wrong, "/sign-in/link", &[("address", "ana@example.org")]).await;
    let link = format!("/sign-in/link/{}", site.last_mail("ana").await.token_after("/sign-in/link/"));
    let page = browser.press(&browser.open(&link).await, &link, &[]).await;
    assert_eq!(page.attribute("#people-search", "value"), "bén");
    assert!(!page.has(".notice"), "it is seen");
}

#[tokio::test]
async fn a_link_leads_to_no_other_site() {
    let site = TestSite::new().await;
    site.member("ana").await;
    for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example", "/a; domain=example.org", ""] {
        site.wait(hours(1));
        let browser = site.browser();
        browser.post("/sign-in/link", &[("address", "ana@example.org"), ("return_to", elsewhere)]).await;
        let link = format!("/sign-in/link/{}", site.last_mail("ana").await.token_after("/sign-in/link/"));
        assert_eq!(browser.post(&link, &[]).await.location(), "/", "{elsewhere:?}");
    }
}

#[tokio::test]
async fn a_link_leads_home_in_a_browser_that_did_not_ask_for_it() {
    let site = TestSite::new().await;
    site.member("ana").await;
    site.browser().post("/sign-in/link", &[("address", "ana@example.org"), ("return_to", "/people?q=swifts")]).await;
    let link = format!("/sign-in/link/{}", site.last_mail("ana").await.token_after("/sign-in/link/"));
    assert_eq!(site.browser().post(&link, &[]).await.location(), "/");
}

#[tokio::test]
async fn a_link_to_sign_in_works_for_half_an_hour_and_for_nothing_else() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let browser = site.browser();
    browser.post("/sign-in/link", &[("address", "ana@example.org")]).await;
    let token = site.last_mail("ana").await.token_after("/sign-in/link/");
    assert_eq!(browser.get(format!("/password/reset/{token}")).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(browser.get(format!("/sign-up/confirm/{token}")).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(browser.get(format!("/u/{token}")).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(browser.get(format!("/m/{token}")).await.status(), StatusCode::GONE);
    site.wait(minutes(30));
    assert_eq!(browser.get(format!("/sign-in/link/{token}")).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(browser.post(format!("/sign-in/link/{token}"), &[]).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_no_address_is_said_beside_the_field() {
    let site = TestSite::new().await;
    let answer = site.browser().post("/sign-in/link", &[("address", "nonsense")]).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.text("#address-error"), "This does not look like an e-mail address.");
}

#[tokio::test]
async fn a_link_says_whose_it_is_and_that_it_replaces_who_is_signed_in() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    site.browser().post("/sign-in/link", &[("address", &ana.address())]).await;
    let link = format!("/sign-in/link/{}", site.last_mail("ana").await.token_after("/sign-in/link/"));
    let nobody = site.browser().open(&link).await;
    assert!(nobody.says("you are in as Ana Ruiz") && !nobody.has(".alert"), "{}", nobody.main());
    let own = site.sign_in(&ana).await.open(&link).await;
    assert!(!own.has(".alert"), "{}", own.main());

    let bens = site.sign_in(&ben).await;
    let before = bens.cookie("snug-session").expect("a session");
    let page = bens.open(&link).await;
    assert_eq!(page.text(".alert"), "You are signed in here as Ben Okafor. That ends when you go on.");
    assert_eq!(page.text("form[action^='/sign-in/link/'] button"), "Sign in as Ana Ruiz");
    let home = bens.press(&page, &link, &[]).await;
    assert_eq!(home.text(".menu-head strong"), "Ana Ruiz");
    let old = site.browser();
    old.set_cookie("snug-session", &before);
    assert_eq!(old.get("/people").await.status(), StatusCode::SEE_OTHER, "the old session has ended");
}

#[tokio::test]
async fn links_for_a_password_and_a_sign_up_say_whose_they_are_too() {
    let site = TestSite::new().await;
    let ben = site.sign_in(&site.member("ben").await).await;
    site.member("ana").await;
    site.browser().post("/password/forgot", &[("address", "ana@example.org")]).await;
    let reset = format!("/password/reset/{}", site.last_mail("ana").await.token_after("/password/reset/"));
    let page = ben.open(&reset).await;
    assert!(page.says("For the account of Ana Ruiz") && page.says("signed in here as Ben Okafor"), "{}", page.main());
    let again = ben.post(&reset, &[("password", "short")]).await;
    assert!(again.says("For the account of Ana Ruiz") && again.has("#password-error"));

    let form = [("name", "Lena Vogel"), ("address", "lena@example.org"), ("password", PASSWORD)];
    site.browser().post("/sign-up", &form).await;
    let confirm = format!("/sign-up/confirm/{}", site.last_mail("lena").await.token_after("/sign-up/confirm/"));
    let page = ben.open(&confirm).await;
    assert!(page.says("lena@example.org") && page.says("signed in here as Ben Okafor"), "{}", page.main());
}

#[tokio::test]
async fn a_browser_stays_known_after_signing_out() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    browser.submit("/sign-out", &[]).await;
    let wrong = [("address", "ana@example.org"), ("password", "not the one")];
    let neighbour = site.browser();
    while neighbour.post("/sign-in", &wrong).await.status() != StatusCode::TOO_MANY_REQUESTS {}
    let right = [("address", "ana@example.org"), ("password", PASSWORD)];
    assert_eq!(neighbour.post("/sign-in", &right).await.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(browser.post("/sign-in", &right).await.location(), "/");
}
