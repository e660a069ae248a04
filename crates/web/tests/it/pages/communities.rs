use snug_testkit::browser::{Method, StatusCode, TestSite};

#[tokio::test]
async fn each_host_is_its_own_community() {
    let site = TestSite::new().await;
    let hillside = site.add_community("hillside").await;
    site.member("ana").await;
    let zoe = site.sign_in(&hillside.member("zoe").await).await;
    assert_eq!(zoe.open("/people").await.texts("#people strong"), ["zoe"]);
    assert!(site.browser().open("/").await.says("Talk privately in Riverside"));
    assert!(site.browser_at("hillside.localhost").open("/").await.says("Talk privately in Hillside"));
}

#[tokio::test]
async fn a_host_is_found_however_it_is_written() {
    let site = TestSite::new().await;
    let browser = site.browser();
    for host in ["RIVERSIDE.localhost", "riverside.localhost.", "riverside.localhost:80", "Riverside.Localhost.:8080"] {
        let answer = browser.send(browser.request(Method::GET, "/").header("host", host)).await;
        assert_eq!(answer.status(), StatusCode::OK, "{host}");
    }
}

#[tokio::test]
async fn a_host_that_is_no_community_has_nothing() {
    let site = TestSite::new().await;
    for host in ["nowhere.localhost", "localhost", "127.0.0.1"] {
        for path in ["/", "/sign-in", "/people", "/live", "/api/v1/me"] {
            let answer = site.browser_at(host).get(path).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{host}{path}");
            assert!(!answer.body.contains("Riverside"));
        }
    }
}

#[tokio::test]
async fn in_the_demo_a_host_that_is_no_community_lists_those_there_are() {
    let site = TestSite::demo().await;
    site.add_community("hillside").await;
    let list = site.browser_at("localhost").open("/").await;
    assert_eq!(list.texts(".choices strong"), ["Hillside", "Riverside"]);
    assert_eq!(list.attributes(".choices a", "href"), ["http://hillside.localhost/", "http://riverside.localhost/"]);
}
