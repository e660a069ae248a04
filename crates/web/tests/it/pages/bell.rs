use snug_testkit::browser::TestSite;

#[tokio::test]
async fn the_bell_shows_what_is_unread_and_marks_it_all_as_read() {
    let site = TestSite::new().await;
    let (ben, ana, conversation) = site.talking("ben", "ana").await;
    site.member("carla").await.start_conversation("ana", "Hello *Ana*").await;
    ana.reads(conversation).await;
    let browser = site.sign_in(&ana).await;
    let bell = browser.open("/bell").await;
    assert_eq!(bell.texts(".bell-entry strong"), ["Carla Lindqvist"]);
    assert_eq!(bell.text(".bell-entry .tag"), "Invitation");

    ben.say(conversation, "News").await;
    let page = browser.open("/people").await;
    assert_eq!(page.text(".bell .count"), "2");
    assert_eq!(page.attribute(".bell summary", "aria-label"), "Bell: 2 unread conversations");
    let bell = browser.open("/bell").await;
    assert_eq!(bell.count(".bell-entry"), 2);
    assert_eq!(bell.texts(".bell-entry .count"), ["1 unread"], "of the one that is no invitation");
    let read = browser.press(&bell, "/bell/read-all", &[]).await;
    assert!(!read.has(".notice"), "it is seen");
    assert!(read.has(".bell .count[hidden]"), "nothing to count");
    assert!(browser.open("/bell").await.says("Nothing unread. All is quiet."));
}

#[tokio::test]
async fn the_bell_holds_ten_and_counts_all() {
    let site = TestSite::new().await;
    for number in 0..12 {
        site.member(&format!("walker{number}")).await.start_conversation("ana", "Hello Ana").await;
    }
    let browser = site.sign_in(&site.member("ana").await).await;
    let bell = browser.open("/bell").await;
    assert_eq!(bell.count(".bell-entry"), 10);
    assert_eq!(browser.open("/people").await.text(".bell .count"), "12");
}

#[tokio::test]
async fn the_menu_leads_to_the_page_of_the_bell_where_no_script_runs() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    assert_eq!(browser.open("/people").await.link("See what is unread"), "/bell");
}
