use snug_testkit::browser::TestSite;

#[tokio::test]
async fn what_is_archived_comes_back_by_a_new_message_or_by_hand() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ben).await;
    let path = format!("/conversations/{conversation}");
    let listed =
        async |show: &str| browser.open(format!("/conversations?show={show}")).await.count("#conversation-rows .row");

    let away = browser.press(&browser.open(&path).await, &format!("{path}/archive"), &[]).await;
    assert_eq!(away.notice(), "Archived. It comes back when someone writes.");
    assert_eq!((listed("all").await, listed("archived").await), (0, 1));
    ana.say(conversation, "Are you there?").await;
    assert_eq!((listed("all").await, listed("archived").await), (1, 0));

    browser.press(&browser.open(&path).await, &format!("{path}/archive"), &[]).await;
    let back = browser.press(&browser.open(&path).await, &format!("{path}/unarchive"), &[]).await;
    assert_eq!(back.notice(), "Back in your list.");
    assert_eq!((listed("all").await, listed("archived").await), (1, 0));

    let away = browser.press(&browser.open(&path).await, &format!("{path}/archive"), &[]).await;
    assert_eq!(away.text(".notice button"), "Undo");
    browser.press(&away, &format!("{path}/put-back/read"), &[]).await;
    assert_eq!((listed("all").await, listed("archived").await), (1, 0));
}

#[tokio::test]
async fn what_was_read_can_be_marked_as_unread() {
    let site = TestSite::new().await;
    let (_, ben, conversation) = site.talking("ana", "ben").await;
    ben.reads(conversation).await;
    let browser = site.sign_in(&ben).await;
    let path = format!("/conversations/{conversation}");
    let marked = browser.press(&browser.open(&path).await, &format!("{path}/unread"), &[]).await;
    assert_eq!(marked.notice(), "Marked as unread.");
    assert_eq!(marked.count(".row-unread"), 1);
    let undone = browser.press(&marked, &format!("{path}/put-back/read"), &[]).await;
    assert_eq!(undone.count(".row-unread"), 0);
    browser.press(&browser.open(&path).await, &format!("{path}/unread"), &[]).await;
    assert_eq!(browser.open("/conversations?show=unread").await.texts(".row-name"), ["Ana Ruiz"]);
}
