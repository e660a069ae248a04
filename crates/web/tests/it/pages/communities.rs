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
    for host in ["RIVERSIDE.localhost", "riverside.localhost:80", "Riverside.Localhost:8080"] {
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
            if path.starts_with("/api/") {
                assert_eq!(answer.json()["code"], "not-found");
            } else {
                let said = if path == "/live" { "There is nothing here" } else { "There is no community here" };
                assert_eq!(answer.text("h1"), said, "{host}{path}");
                assert!(!answer.has(".bar"), "nothing to sign in to");
            }
        }
    }
}

#[tokio::test]
async fn an_unknown_host_is_said_in_the_language_of_the_browser() {
    let site = TestSite::new().await;
    let browser = site.browser_at("nowhere.localhost");
    let answer = browser.send(browser.request(Method::GET, "/people").header("accept-language", "ar")).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!((answer.attribute("html", "lang"), answer.attribute("html", "dir")), ("ar".into(), "rtl".into()));
}

#[tokio::test]
async fn a_host_that_is_a_community_but_for_www_or_a_last_dot_leads_there() {
    let site = TestSite::new().await;
    let browser = site.browser();
    for host in [
        "www.riverside.localhost",
        "WWW.Riverside.localhost:443",
        "riverside.localhost.",
        "www.riverside.localhost.:80",
    ] {
        for path in ["/", "/people?q=a%20b", "/api/v1/me", "/nothing-here"] {
            for method in [Method::GET, Method::HEAD, Method::POST] {
                let answer = browser.send(browser.request(method.clone(), path).header("host", host)).await;
                assert_eq!(answer.status(), StatusCode::PERMANENT_REDIRECT, "{method} {host}{path}");
                assert_eq!(answer.header("location"), format!("http://riverside.localhost{path}"), "{host}");
            }
        }
    }
    for host in ["www.nowhere.localhost", "nowhere.localhost.", "www.", "www.www.riverside.localhost", "."] {
        let answer = browser.send(browser.request(Method::GET, "/").header("host", host)).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{host}");
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
