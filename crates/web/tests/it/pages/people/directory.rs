use snug_testkit::browser::{StatusCode, TestSite};
use std::collections::BTreeSet;

#[tokio::test]
async fn a_member_is_found_by_the_beginning_of_any_name_without_accents() {
    let site = TestSite::new().await;
    for key in ["ana", "ben", "deniz", "ines", "salma"] {
        site.member(key).await;
    }
    let ana = site.sign_in(&site.member("ana").await).await;
    let found = async |search: &str| ana.open(format!("/people?q={search}")).await.texts("#people strong");
    assert_eq!(found("OKA").await, ["Ben Okafor"]);
    assert_eq!(found("ines").await, ["Inês Carvalho"]);
    assert_eq!(found("carv+in").await, ["Inês Carvalho"]);
    assert_eq!(found("%D8%B3%D9%84%D9%85").await, ["سلمى حداد"]);
    assert_eq!(found("").await.len(), 5, "all of them");

    let nobody = ana.open("/people?q=zzz%3Cb%3E").await;
    assert!(nobody.says("Nobody found for “zzz<b>”."), "{}", nobody.main());
    assert_eq!(nobody.link("See everybody"), "/people");
}

#[tokio::test]
async fn the_directory_goes_on_page_by_page_without_gaps_or_doubles() {
    let site = TestSite::new().await;
    for number in 0..93 {
        site.member(&format!("walker{number:02}")).await;
    }
    let ana = site.sign_in(&site.member("ana").await).await;
    let (mut path, mut seen) = (String::from("/people?q=walker"), Vec::new());
    let mut pages = 1;
    loop {
        let page = ana.open(&path).await;
        seen.extend(page.texts("#people strong"));
        let Some(next) = page.attributes(".pager a", "href").pop() else { break };
        (path, pages) = (next, pages + 1);
    }
    assert_eq!((seen.len(), pages), (93, 3));
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 93, "nobody twice");
}

#[tokio::test]
async fn the_directory_is_for_members() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let stranger = site.browser();
    for path in ["/people", "/people?q=ana", &format!("/people/{}", ana.handle())] {
        let answer = stranger.get(path).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
        assert!(!answer.body.contains("Ana Ruiz"));
    }
}
