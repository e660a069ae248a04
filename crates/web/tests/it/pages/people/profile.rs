use snug_testkit::browser::{Answer, Browser, StatusCode, TestSite};
use snug_testkit::{Member, days, hours};

async fn profile(browser: &Browser, of: &Member) -> Answer {
    browser.open(format!("/people/{}", of.handle())).await
}

#[tokio::test]
async fn a_profile_has_one_door_that_leads_to_the_first_message() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let browser = site.sign_in(&ana).await;
    let page = profile(&browser, &ben).await;
    assert_eq!(page.text("h1"), "Ben Okafor");
    assert_eq!(page.link("Start conversation"), "/conversations/new?to=ben.okafor");
    assert_eq!(page.attribute("main time", "datetime"), "2025-03-02T09:00:00Z", "a member since then");
}

#[tokio::test]
async fn the_door_tells_what_stands_between_two() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let path = format!("/conversations/{conversation}");

    let waiting = profile(&anas, &ben).await;
    assert!(waiting.says("You wrote to Ben on 2 March 2026. There is no answer yet."), "{}", waiting.main());
    assert_eq!(waiting.link("See your message"), path);
    let invited = profile(&bens, &ana).await;
    assert!(invited.says("Ana would like to talk with you."), "{}", invited.main());
    assert_eq!(invited.link("Answer the invitation"), path);

    ben.accept(conversation).await;
    assert_eq!(profile(&anas, &ben).await.link("Resume conversation"), path);
    assert_eq!(profile(&bens, &ana).await.link("Resume conversation"), path);
}

#[tokio::test]
async fn the_door_of_who_declined_looks_as_if_they_had_not_answered() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let browser = site.sign_in(&ana).await;
    let (ben, emma) = (site.member("ben").await, site.member("emma").await);
    let declined = ana.start_conversation("ben", "Hello there").await;
    let undecided = ana.start_conversation("emma", "Hello there").await;
    ben.decline(declined).await;
    for span in [days(0), days(29), days(2), days(28), days(2)] {
        site.wait(span);
        let [bens, emmas] = [profile(&browser, &ben).await, profile(&browser, &emma).await];
        let alike = emmas.text(".profile-door").replace("Emma", "Ben");
        assert_eq!(bens.text(".profile-door"), alike);
        let leads = |page: &Answer| page.attributes(".profile-door a", "href").join(" ");
        let alike = leads(&emmas).replace(&undecided.to_string(), &declined.to_string());
        assert_eq!(leads(&bens), alike.replace("emma.novak", "ben.okafor"));
    }
}

#[tokio::test]
async fn the_own_profile_leads_to_its_preferences() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let page = profile(&site.sign_in(&ana).await, &ana).await;
    assert_eq!(page.link("Edit my profile"), "/preferences#profile");
    assert!(!page.has("a[href^='/conversations/new']"));
}

#[tokio::test]
async fn who_has_enough_undecided_invitations_is_told_before_typing() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let browser = site.sign_in(&ana).await;
    for number in 0..10 {
        ana.start_conversation(&format!("walker{number}"), "Hello").await;
    }
    let ben = site.member("ben").await;
    let reason = "Many of your invitations are not answered yet.";
    let page = profile(&browser, &ben).await;
    assert!(page.text(".reason").starts_with(reason), "{}", page.main());
    let form = browser.open("/conversations/new?to=ben.okafor").await;
    assert!(form.says(reason) && !form.has("form[action='/conversations']"), "{}", form.main());
}

fn says_present(profile: &Answer) -> bool {
    profile.has("[data-presence]:not([hidden])")
}

#[tokio::test]
async fn who_was_on_the_site_in_the_last_two_minutes_is_shown_to_be() {
    let site = TestSite::new().await;
    let (ana, ben, _) = site.talking("ana", "ben").await;
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    assert!(!says_present(&profile(&anas, &ben).await), "signing in is no presence");
    assert_eq!(bens.post("/presence", &[]).await.status(), StatusCode::NO_CONTENT);
    assert!(says_present(&profile(&anas, &ben).await));
    let asked = format!("/presence?of={},nobody,@@@,{}", ana.handle(), ben.handle());
    assert_eq!(anas.get(&asked).await.body, format!("[\"{}\"]", ben.handle()));
    site.wait(snug_testkit::minutes(2));
    assert!(!says_present(&profile(&anas, &ben).await));
    assert_eq!(anas.get(&asked).await.body, "[]");
}

#[tokio::test]
async fn there_is_no_page_of_nobody() {
    let site = TestSite::new().await;
    let browser = site.sign_in(&site.member("ana").await).await;
    for path in ["/people/nobody", "/people/%00", "/people/%FF", "/people/a%2Fb"] {
        let answer = browser.get(path).await;
        assert!(answer.status().is_client_error(), "{path}: {}", answer.status());
        assert_eq!(answer.text("h1"), "There is nothing here", "{path}");
    }
}

#[tokio::test]
async fn a_name_that_looks_like_anothers_is_told_apart_by_its_handle_wherever_one_meets_it() {
    let site = TestSite::new().await;
    let (ben, emma) = (site.member("ben").await, site.member("emma").await);
    site.member("ana").await;
    let browser = site.sign_in(&ben).await;
    assert!(!profile(&browser, &emma).await.has(".lookalike"));
    site.snug().edit_profile(&emma.actor(), "Аnа Ruіz", emma.handle().as_str(), "").await.expect("renamed");

    let at_handle = format!("@{}", emma.handle());
    let said = profile(&browser, &emma).await.text(".lookalike");
    assert!(
        said.starts_with("Another member’s name or username looks like this name.") && said.contains(&at_handle),
        "{said}"
    );
    for path in ["/people", "/people?q=ruiz", "/conversations/new?q=ana"] {
        let page = browser.open(path).await;
        assert!(page.has(".lookalike") && page.body.contains("@ana.ruiz"), "{path}: {}", page.main());
    }
    let writing = browser.open(format!("/conversations/new?to={}", emma.handle())).await;
    assert!(writing.has(".lookalike") && writing.body.contains(&at_handle), "{}", writing.main());

    let conversation = emma.start_conversation("ben", "Hello Ben").await;
    let link = format!("/m/{}", site.last_mail("ben").await.token_after("/m/"));
    for path in [format!("/conversations/{conversation}"), link] {
        let invited = browser.open(&path).await;
        assert!(invited.text(".lookalike").contains(&at_handle), "{path}: {}", invited.main());
    }
    let me = site.sign_in(&emma).await;
    assert!(!profile(&me, &emma).await.has(".lookalike"), "who it is knows it");
}

#[tokio::test]
async fn a_name_that_looks_like_anothers_has_its_handle_beside_it_in_lists_bell_head_and_digest() {
    let site = TestSite::new().await;
    let (ben, emma) = (site.member("ben").await, site.member("emma").await);
    let at_handle = format!("@{}", emma.handle());
    let (_, _, conversation) = site.talking("emma", "ben").await;
    emma.say(conversation, "Hello Ben").await;
    let browser = site.sign_in(&ben).await;
    let pages = ["/conversations", "/bell", &format!("/conversations/{conversation}")];
    for path in pages {
        assert!(!browser.open(path).await.has(".beside-name"), "{path}: quiet where there is nothing to say");
    }

    site.member("ana").await;
    site.snug().edit_profile(&emma.actor(), "Аnа Ruіz", emma.handle().as_str(), "").await.expect("renamed");
    for path in pages {
        let page = browser.open(path).await;
        assert!(page.texts(".beside-name").contains(&at_handle), "{path}: {}", page.main());
    }
    let head = browser.open(format!("/conversations/{conversation}")).await;
    assert_eq!(head.text(".conversation-head .beside-name"), at_handle);
    site.advance(hours(1)).await;
    let mail = site.last_mail("ben").await;
    assert!(mail.text.contains(&at_handle) && mail.html.contains(&at_handle), "{}", mail.text);

    site.snug().edit_profile(&emma.actor(), "Emma Berg", emma.handle().as_str(), "").await.expect("renamed");
    assert!(!browser.open("/conversations").await.has(".beside-name"));
}
