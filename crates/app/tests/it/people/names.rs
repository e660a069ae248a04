use snug_app::Error;
use snug_app::accounts::SignUp;
use snug_domain::people::{Handle, Language};
use snug_domain::{Field, Invalid, Problem};
use snug_testkit::{Member, PASSWORD, TestApp, days, hours, invalid};

/// Gives a member another name and handle.
async fn rename(app: &TestApp, member: &Member, name: &str, handle: &str) -> Result<(), Error> {
    app.snug().edit_profile(&member.actor(), name, handle, "").await.map(drop)
}

fn taken() -> Vec<Invalid> {
    vec![Invalid::new(Field::Handle, Problem::Taken)]
}

#[tokio::test]
async fn a_handle_given_up_stays_with_its_owner_for_90_days() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let old = ana.handle().to_string();
    rename(&app, &ana, "Ana Ruiz", "ana.new").await.expect("renamed");
    assert_eq!(invalid(rename(&app, &ben, "Ben Okafor", &old).await), taken());
    app.wait(days(89));
    app.run_jobs().await;
    assert_eq!(invalid(rename(&app, &ben, "Ben Okafor", &old).await), taken());
    rename(&app, &ana, "Ana Ruiz", &old).await.expect("its owner has it back");
    assert_eq!(invalid(rename(&app, &ben, "Ben Okafor", "ana.new").await), taken(), "the other one is kept too");

    app.wait(days(90));
    rename(&app, &ben, "Ben Okafor", "ana.new").await.expect("free again");
    app.wait(days(91));
    app.run_jobs().await;
    rename(&app, &ana, "Ana Ruiz", "ben.okafor").await.expect("free again, and forgotten");
}

#[tokio::test]
async fn whoever_signs_up_gets_no_handle_that_is_kept_for_somebody_or_for_the_site() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let community = app.community();
    let create = async |name: &str, address: &str| {
        let new = snug_app::people::NewPerson {
            name: name.to_owned(),
            about: String::new(),
            address: address.to_owned(),
            password: None,
            language: Language::English,
        };
        app.snug().create_person(&community, new, app.now()).await.expect("created").handle.to_string()
    };
    rename(&app, &ana, "Ana Ruiz", "ana.new").await.expect("renamed");
    assert_eq!(create("Ana Ruiz", "other@example.org").await, "ana.ruiz-2");
    assert_eq!(create("New", "new@example.org").await, "new-2");
}

#[tokio::test]
async fn nobody_gives_themself_a_name_that_speaks_for_the_community() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for name in ["Riverside (moderators)", "Аdmin", "Rivеrside", "Support"] {
        let answer = rename(&app, &ana, name, ana.handle().as_str()).await;
        assert_eq!(invalid(answer), [Invalid::new(Field::Name, Problem::Reserved)], "{name}");
        let form = SignUp {
            name: name.to_owned(),
            address: String::from("noor@example.org"),
            password: PASSWORD.to_owned(),
            language: Language::English,
        };
        let answer = app.snug().sign_up(&app.community(), &Member::client(), form, app.now()).await;
        assert_eq!(invalid(answer), [Invalid::new(Field::Name, Problem::Reserved)], "{name}");
    }
    for handle in ["admin", "riverside", "me", "support-2"] {
        let answer = rename(&app, &ana, "Ana Ruiz", handle).await;
        assert_eq!(invalid(answer), [Invalid::new(Field::Handle, Problem::Reserved)], "{handle}");
    }
}

#[tokio::test]
async fn one_is_renamed_five_times_a_day_and_changes_the_line_about_oneself_as_often_as_one_likes() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for number in 0..5 {
        rename(&app, &ana, "Ana Ruiz", &format!("ana-{number}")).await.expect("renamed");
    }
    assert!(matches!(rename(&app, &ana, "Ana Soto", "ana-4").await, Err(Error::TooMany { .. })));
    let about = app.snug().edit_profile(&ana.actor(), "Ana Ruiz", "ana-4", "Likes rivers").await;
    assert_eq!(about.expect("edited").about, "Likes rivers");
    app.wait(hours(5));
    rename(&app, &ana, "Ana Soto", "ana-4").await.expect("renamed");
}

#[tokio::test]
async fn a_name_that_looks_like_anothers_is_said_so_wherever_one_meets_it_and_forbidden_to_nobody() {
    let app = TestApp::new().await;
    let (ana, ben, zoe) = (app.member("ana").await, app.member("ben").await, app.member("emma").await);
    let lookalike = async |of: &Member| {
        let handle = of.handle().clone();
        app.snug().find_profile(&ben.actor(), &handle).await.expect("a profile").is_lookalike
    };
    assert!(!lookalike(&ana).await && !lookalike(&zoe).await);
    rename(&app, &zoe, "Аnа  Ruіz", zoe.handle().as_str()).await.expect("people may share a name");
    assert!(lookalike(&ana).await && lookalike(&zoe).await && !lookalike(&ben).await);

    for search in ["", "ana", "emma"] {
        let page = app.snug().list_members(&ben.actor(), search, None, 10).await.expect("members");
        assert!(!page.members.is_empty(), "guard: somebody is found");
        for person in page.members {
            let said = page.lookalikes.contains(&person.handle);
            assert_eq!(said, person.id != ben.id(), "{} in a search for {search:?}", person.handle);
        }
    }
    let conversation = zoe.start_conversation("ben", "Hello Ben").await;
    assert!(ben.sees(conversation).await.partner.is_lookalike);
    let handle: &Handle = zoe.handle();
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains(&format!("@{handle}")) && mail.html.contains(&format!("@{handle}")), "{}", mail.text);

    rename(&app, &zoe, "Emma Berg", zoe.handle().as_str()).await.expect("renamed");
    assert!(!lookalike(&ana).await && !lookalike(&zoe).await);
}
