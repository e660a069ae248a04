use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn a_member_says_who_they_are() {
    let site = TestSite::new().await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let page = ana.open("/preferences").await;
    assert_eq!(page.attribute("#handle", "value"), "ana.ruiz");
    let typed = [("name", "Ana R. Soto"), ("handle", "Ana.Soto"), ("about", "Bees & <b>bread</b>")];
    let saved = ana.press(&page, "/preferences/profile", &typed).await;
    assert_eq!(saved.text("#profile .saved"), "Saved");
    let profile = ana.open("/people/ana.soto").await;
    assert_eq!(profile.text("h1"), "Ana R. Soto");
    assert_eq!(profile.text(".profile-about"), "Bees & <b>bread</b>");
    assert_eq!(ana.open("/people?q=soto").await.texts("#people strong"), ["Ana R. Soto"]);
    assert_eq!(ana.get("/people/ana.ruiz").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_short_name_that_is_taken_or_malformed_is_said_beside_its_field() {
    let site = TestSite::new().await;
    site.member("ben").await;
    let ana = site.sign_in(&site.member("ana").await).await;
    let save = async |handle| {
        let typed = [("name", "Ana Ruiz"), ("handle", handle), ("about", "")];
        let answer = ana.post("/preferences/profile", &typed).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{handle}");
        assert_eq!(answer.attribute("#handle", "value"), handle, "what was typed is kept");
        answer.text("#handle-error")
    };
    assert_eq!(
        save("ben.okafor").await,
        "Somebody else has this one, or one that looks like it. Please choose another."
    );
    assert!(save("an a").await.starts_with("Only small Latin letters"));
    assert_eq!(save("a").await, "At least 2 characters, please.");
}
