use snug_testkit::browser::{Answer, Browser, StatusCode, TestSite};
use snug_testkit::{PASSWORD, days};

async fn sign_up(browser: &Browser, name: &str, address: &str, password: &str) -> Answer {
    let form = browser.open("/sign-up").await;
    browser.press(&form, "/sign-up", &[("name", name), ("address", address), ("password", password)]).await
}

#[tokio::test]
async fn somebody_becomes_a_member_by_the_form_behind_the_link_in_their_mail() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let told = sign_up(&browser, "Noor Haddad", "noor@example.org", PASSWORD).await;
    assert!(told.says("We sent a mail to noor@example.org."), "{}", told.main());

    let link =
        format!("/sign-up/confirm/{}", site.last_mail("noor@example.org").await.token_after("/sign-up/confirm/"));
    let before = site.rows().await;
    let form = browser.open(&link).await;
    assert_eq!(form.text("main .button"), "Confirm and sign in");
    site.rows().await.assert_same(&before, "opening the link");
    assert!(!browser.open("/").await.has("form[action='/sign-out']"), "nobody is signed in yet");

    let home = browser.press(&form, &link, &[("password", PASSWORD)]).await;
    assert_eq!(home.notice(), "Welcome. Your address is confirmed and you are signed in.");
    assert_eq!(home.text(".menu-head strong"), "Noor Haddad");
    assert_eq!(browser.open("/").await.notice(), "", "a notice is said once");
}

#[tokio::test]
async fn a_link_that_was_used_or_is_too_old_says_so_kindly() {
    let site = TestSite::new().await;
    let browser = site.browser();
    sign_up(&browser, "Noor Haddad", "noor@example.org", PASSWORD).await;
    let used =
        format!("/sign-up/confirm/{}", site.last_mail("noor@example.org").await.token_after("/sign-up/confirm/"));
    browser.submit(&used, &[("password", PASSWORD)]).await;
    sign_up(&site.browser(), "Omar Aziz", "omar@example.org", PASSWORD).await;
    let old = format!("/sign-up/confirm/{}", site.last_mail("omar@example.org").await.token_after("/sign-up/confirm/"));
    site.wait(days(2));

    for link in [used.as_str(), old.as_str(), "/sign-up/confirm/never-was-one"] {
        for answer in [browser.get(link).await, browser.post(link, &[("password", PASSWORD)]).await] {
            assert_eq!(answer.status(), StatusCode::NOT_FOUND);
            assert_eq!(answer.text("h1"), "This link no longer works");
        }
    }
}

#[tokio::test]
async fn all_that_is_wrong_with_what_was_typed_is_said_at_once_beside_its_field() {
    let site = TestSite::new().await;
    let answer = sign_up(&site.browser(), "  ", "nonsense", "short").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.text("#name-error"), "Enter a name.");
    assert_eq!(answer.text("#address-error"), "This does not look like an e-mail address.");
    assert_eq!(answer.text("#password-error"), "At least 10 characters, please.");
    assert_eq!(answer.attribute("#address", "value"), "nonsense", "what was typed is kept");
    assert!(!answer.body.contains("short"), "a password is not sent back");
    assert!(site.sent_mails().is_empty());
}

#[tokio::test]
async fn who_signs_up_with_the_address_of_another_holds_no_key_to_it() {
    let site = TestSite::new().await;
    sign_up(&site.browser(), "A squatter", "noor@example.org", PASSWORD).await;
    let link =
        format!("/sign-up/confirm/{}", site.last_mail("noor@example.org").await.token_after("/sign-up/confirm/"));
    let owner = site.browser();
    let form = owner.open(&link).await;
    let before = site.rows().await.without("allowances");
    for password in ["", "a password of her own"] {
        let answer = owner.press(&form, &link, &[("password", password)]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{password:?}");
        assert!(answer.has("#password-error"), "{}", answer.main());
    }
    site.rows().await.without("allowances").assert_same(&before, "the wrong password");
}

#[tokio::test]
async fn the_owner_of_an_address_that_somebody_else_typed_chooses_name_and_password() {
    let site = TestSite::new().await;
    sign_up(&site.browser(), "A squatter", "noor@example.org", "known to a squatter").await;
    let link =
        format!("/sign-up/confirm/{}", site.last_mail("noor@example.org").await.token_after("/sign-up/confirm/"));
    let owner = site.browser();
    let form = owner.open(owner.open(&link).await.link("Choose both anew")).await;
    assert!(!form.body.contains("squatter"), "what was typed is not shown");
    let wrong = owner.press(&form, &link, &[("name", "Noor Haddad"), ("password", "short")]).await;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.attribute("#name", "value"), "Noor Haddad", "what was typed is kept");
    assert_eq!(wrong.text("#password-error"), "At least 10 characters, please.");
    let home = owner.press(&wrong, &link, &[("name", "Noor Haddad"), ("password", PASSWORD)]).await;
    assert_eq!(home.text(".menu-head strong"), "Noor Haddad");
}

#[tokio::test]
async fn who_gets_no_mail_is_told_how_to_go_on() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let signed_up = sign_up(&browser, "Noor Haddad", "noor@example.org", PASSWORD).await;
    assert!(signed_up.says("Any such mail of the last two days will do"), "{}", signed_up.main());
    assert_eq!(signed_up.link("Ask again"), "/sign-up");
    for (path, again) in [("/sign-in/link", "/sign-in"), ("/password/forgot", "/password/forgot")] {
        let sent = browser.post(path, &[("address", "ana@example.org")]).await;
        assert_eq!(sent.link("Ask again"), again);
    }
}

#[tokio::test]
async fn who_is_signed_in_need_not_sign_up() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    assert_eq!(ana.get("/sign-up").await.location(), "/");
}
