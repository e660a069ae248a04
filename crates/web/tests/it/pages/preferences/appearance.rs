use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn a_member_chooses_language_and_looks() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let page = ana.open("/preferences").await;
    let chosen = [("language", "ar"), ("theme", "dark"), ("send_key", "ctrl_enter"), ("letter_keys", "off")];
    let saved = ana.press(&page, "/preferences/appearance", &chosen).await;
    assert_eq!(saved.attributes("html", "dir"), ["rtl"]);
    assert_eq!(saved.attributes("html", "data-theme"), ["dark"]);
    assert!(saved.has("input[name=send_key][value=ctrl_enter][checked]"));
    assert!(saved.has("input[name=letter_keys][value=off][checked]"));
    assert!(saved.has("meta[name=snug-letter-keys][content=off]"), "every page knows");
    assert_eq!(ana.open("/people").await.attributes("html", "lang"), ["ar"]);

    let unknown = ana.post("/preferences/appearance", &[("language", "xx"), ("theme", "dark")]).await;
    assert_eq!(unknown.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ana.open("/people").await.attributes("html", "lang"), ["ar"], "nothing changed");
}

#[tokio::test]
async fn somebody_new_is_met_in_the_language_of_their_browser() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let met = async |languages: &str| {
        let request =
            browser.request("GET".parse().expect("a method"), "/sign-in").header("accept-language", languages);
        browser.send(request).await.attribute("html", "lang")
    };
    assert_eq!(met("ar-EG,ar;q=0.9,en;q=0.5").await, "ar");
    assert_eq!(met("en-GB").await, "en");
    assert_eq!(met("fr, ar;q=0.5").await, "ar");
    assert_eq!(met("fr").await, "en", "the language of the community");
    assert_eq!(met("nonsense;;;q=x,*").await, "en");
}
