use snug_testkit::browser::{Browser, Method, StatusCode, TestSite};
use snug_testkit::minutes;

#[tokio::test]
async fn who_turns_mail_off_gets_none() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    ana.say(conversation, "Are you coming?").await;
    site.advance(minutes(5)).await;
    assert_eq!(site.mailbox("ben").await.len(), 1, "guard: with mail on there is one");
    let browser = site.sign_in(&ben).await;
    let page = browser.open("/preferences").await;
    assert!(page.says("To ben@example.org, every 5 minutes at most"), "{}", page.main());
    let saved = browser.press(&page, "/preferences/notifications", &[("mail", "off")]).await;
    assert_eq!(saved.text("#notifications .saved"), "Saved");
    assert!(saved.has("input[name=mail][value=off][checked]"));
    ana.say(conversation, "Are you there?").await;
    site.advance(minutes(10)).await;
    assert_eq!(site.mailbox("ben").await.len(), 1, "no more than before");
}

#[tokio::test]
async fn the_sound_of_the_bell_is_as_chosen() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let page = ana.open("/preferences").await;
    let without = ana.submit("/preferences/notifications", &[("mail", "together")]).await;
    assert_eq!(without.attribute(".bell", "data-bell-sound-value"), "false");
    let with = ana.press(&page, "/preferences/notifications", &[("sound", "on")]).await;
    assert_eq!(with.attribute(".bell", "data-bell-sound-value"), "true");
    assert!(with.has("input[name=sound][checked]"));
}

#[tokio::test]
async fn a_script_that_saves_can_tell_that_it_is_saved_from_being_asked_to_sign_in() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    let save = |browser: &Browser, part: &str| {
        let fields = [("mail", "off"), ("language", "en"), ("theme", "dark")];
        browser
            .request(Method::POST, &format!("/preferences/{part}"))
            .header("Accept", "application/json")
            .form(&fields)
    };
    for part in ["notifications", "appearance", "privacy"] {
        assert_eq!(browser.send(save(&browser, part)).await.status(), StatusCode::NO_CONTENT, "{part}");
        let nobody = site.browser();
        assert_eq!(nobody.send(save(&nobody, part)).await.status(), StatusCode::SEE_OTHER, "{part}");
    }
}
