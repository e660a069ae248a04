use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn one_sees_where_one_is_signed_in_and_ends_it_there() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let (here, elsewhere) = (site.sign_in(&ana).await, site.sign_in(&ana).await);
    let page = here.open("/preferences").await;
    assert_eq!(page.count("#sessions .entry"), 2);
    assert_eq!(page.texts("#sessions .tag").len(), 1, "this one is marked");

    let end = page.attribute("#sessions form[action$='/end']", "action");
    let ended = here.press(&page, &end, &[]).await;
    assert_eq!(ended.notice(), "That session is ended.");
    assert_eq!(ended.count("#sessions .entry"), 1);
    assert_eq!(elsewhere.get("/people").await.status(), StatusCode::SEE_OTHER);
    assert_eq!(here.post(&end, &[]).await.status(), StatusCode::NOT_FOUND, "it is gone");
    assert_eq!(here.get("/people").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn who_ends_the_session_of_this_browser_is_told_by_the_address_and_by_no_cookie() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let browser = site.sign_in(&ana).await;
    let session = site.snug().list_sessions(&ana.actor()).await.expect("sessions").remove(0).id;
    let ended = browser.post(format!("/preferences/sessions/{session}/end"), &[]).await;
    assert_eq!(ended.location(), "/sign-in?why=signed-out");
    assert_eq!(browser.cookie("snug-notice"), None, "another tab could take it");
    assert_eq!(browser.open(ended.location()).await.text(".reason"), "You are signed out.");
}

#[tokio::test]
async fn all_others_are_ended_at_once() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let (here, one, two) = (site.sign_in(&ana).await, site.sign_in(&ana).await, site.sign_in(&ana).await);
    let ended = here.press(&here.open("/preferences").await, "/preferences/sessions/end-others", &[]).await;
    assert_eq!(ended.notice(), "All other sessions are ended.");
    for other in [one, two] {
        assert_eq!(other.get("/people").await.status(), StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn nobody_ends_the_session_of_another() {
    let site = TestSite::new().await;
    let ben = site.member("ben").await;
    let bens = site.sign_in(&ben).await;
    let session = site.snug().list_sessions(&ben.actor()).await.expect("sessions").remove(0).id;
    let ana = site.sign_in(&site.member("ana").await).await;
    assert_eq!(ana.post(format!("/preferences/sessions/{session}/end"), &[]).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(bens.get("/people").await.status(), StatusCode::OK);
}
