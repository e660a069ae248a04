use super::{Program, expect};
use snug_testkit::browser::TestSite;
use snug_testkit::minutes;

#[tokio::test]
async fn who_says_so_is_on_the_site_for_two_minutes() {
    let site = TestSite::new().await;
    let (ana, ben, _) = site.talking("ana", "ben").await;
    let (ana, ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let present = async || ana.get("/people/ben.okafor").await.json()["present"] == true;
    assert!(!present().await);
    expect(&ben.call("/presence").await, 204);
    assert!(present().await);
    site.wait(minutes(2));
    assert!(!present().await);
}
