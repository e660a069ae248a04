use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn the_invited_sees_who_asks_and_accepts() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let conversation = ana.start_conversation("ben", "Hello from <https://example.org/garden>").await;
    let path = format!("/conversations/{conversation}");

    let list = bens.open("/conversations?show=invitations").await;
    assert_eq!(list.texts("#conversation-rows .row-name"), ["Ana Ruiz"]);
    assert_eq!(list.attribute("#invitations", "data-count"), "1");
    let invited = bens.open(&path).await;
    assert_eq!(invited.text(".letter-asks"), "Ana Ruiz would like to talk with you");
    assert_eq!(invited.attribute(".letter-head time", "datetime"), "2025-03-02T09:00:00Z", "a member since then");
    assert!(!invited.has(".message-text a"), "a stranger's links are text");
    assert!(!anas.open(&path).await.has(".message-seen"), "reading it is not told");

    let talking = bens.press(&invited, &format!("{path}/accept"), &[]).await;
    assert!(talking.has("#composer-text") && talking.says("You accepted. You can talk now."), "{}", talking.main());
    assert!(talking.has(".message-text a[rel~=nofollow]"), "now links are links");
    assert!(anas.open(&path).await.says("Ben Okafor accepted. You can talk now."));
    let again = bens.submit(format!("{path}/accept"), &[]).await;
    assert_eq!(again.texts(".line").len(), 1, "accepting twice is accepting once");
}

#[tokio::test]
async fn who_declines_can_accept_after_all_and_the_starter_sees_no_difference() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let path = format!("/conversations/{}", ana.start_conversation("ben", "Hello Ben").await);
    let before = anas.open(&path).await.html().root_element().text().collect::<String>();

    let declined = bens.press(&bens.open(&path).await, &format!("{path}/decline"), &[]).await;
    assert_eq!(declined.notice(), "Declined. The writer is not told.");
    assert_eq!(declined.count("#conversation-rows .row"), 0, "back in the list, without it");
    let undone = bens.press(&declined, &format!("{path}/decline/undo"), &[]).await;
    assert!(undone.has(&format!("form[action='{path}/accept']")), "{}", undone.main());
    bens.press(&undone, &format!("{path}/decline"), &[]).await;
    let archived = bens.open("/conversations?show=archived").await;
    assert_eq!(archived.text("#conversation-rows .row .row-mark"), "Declined");
    let standing = "Ana wrote to you on 2 March 2026; you declined. Ana is not told. You can still accept.";
    let profile = bens.open("/people/ana.ruiz").await;
    assert!(profile.says(standing), "{}", profile.main());
    let declined = bens.open("/conversations/new?to=ana.ruiz").await;
    assert!(declined.says(standing), "{}", declined.main());
    let after = anas.open(&path).await.html().root_element().text().collect::<String>();
    assert_eq!(before, after);

    let talking = bens.press(&declined, &format!("{path}/accept"), &[]).await;
    assert!(talking.has("#composer-text"));
    assert!(anas.open(&path).await.has("#composer-text"));
    let late = bens.post(format!("{path}/decline"), &[]).await;
    assert_eq!(late.status(), StatusCode::FORBIDDEN, "what was accepted cannot be declined");
}

#[tokio::test]
async fn nobody_decides_for_another() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let path = format!("/conversations/{}", ana.start_conversation("ben", "Hello Ben").await);
    let anas = site.sign_in(&ana).await;
    for verb in ["accept", "decline"] {
        assert_eq!(anas.post(format!("{path}/{verb}"), &[]).await.status(), StatusCode::FORBIDDEN, "{verb}");
    }
    let bens = site.sign_in(&ben).await;
    assert_eq!(bens.post(format!("{path}/withdraw"), &[]).await.status(), StatusCode::FORBIDDEN);
    let carla = site.sign_in(&site.member("carla").await).await;
    for verb in ["accept", "decline", "withdraw", "archive", "unarchive", "read", "unread"] {
        assert_eq!(carla.post(format!("{path}/{verb}"), &[]).await.status(), StatusCode::NOT_FOUND, "{verb}");
    }
    assert_eq!(carla.get(&path).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_invitation_is_a_letter_with_its_decision_under_it_also_after_declining() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let anas = site.sign_in(&ana).await;
    let profile = [("name", "Ana Ruiz"), ("handle", "ana.ruiz"), ("about", "Keeps the seed library.")];
    anas.submit("/preferences/profile", &profile).await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let path = format!("/conversations/{conversation}");
    let bens = site.sign_in(&ben).await;
    let letter = bens.open(&path).await;
    assert_eq!(letter.text(".letter-about"), "Keeps the seed library.");
    assert_eq!(letter.count(".letter .message-list ~ .decide form"), 3, "accept, decline, decline and block");
    bens.submit(format!("{path}/decline"), &[]).await;
    let declined = bens.open(&path).await;
    assert_eq!(declined.text(".letter-about"), "Keeps the seed library.");
    assert_eq!(declined.text(".letter .message-list ~ .decide .button"), "Accept after all");
}
