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
async fn a_handle_that_looks_like_anothers_is_not_free() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    assert_eq!(ana.handle().as_str(), "ana.ruiz", "guard");
    for handle in ["ana.ruiz", "ana..ruiz", "ana_ruiz", "ana-ruiz", "anaruiz", "4na.ru1z"] {
        assert_eq!(invalid(rename(&app, &ben, "Ben Okafor", handle).await), taken(), "{handle}");
    }
    rename(&app, &ana, "Ana Ruiz", "ana_ruiz").await.expect("it is her own that it looks like");
    rename(&app, &ana, "Ana Ruiz", "zorro").await.expect("renamed");
    assert_eq!(invalid(rename(&app, &ben, "Ben Okafor", "ana-ruiz").await), taken(), "it is kept for her");
    rename(&app, &ben, "Ben Okafor", "ana.ruiz-2").await.expect("a number tells two apart");
}

#[tokio::test]
async fn a_handle_given_up_while_the_clock_was_ahead_is_kept_for_nobody() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    for (ahead, kept) in [(days(365), "ana.ruiz"), (hours(5), "ana.new")] {
        app.wait(ahead);
        rename(&app, &ana, "Ana Ruiz", if kept == "ana.ruiz" { "ana.new" } else { "zorro" }).await.expect("renamed");
        app.wait(snug_domain::Span(-ahead.0));
        rename(&app, &ben, "Ben Okafor", kept).await.expect("free");
        rename(&app, &ben, "Ben Okafor", "ben").await.expect("free");
    }
    app.wait(days(200));
    app.snug().clean_up(app.now()).await.expect("cleaned up");
    let rows = app.rows().await;
    rows.assert_same(&rows.without("released_handles"), "nor does it stay in the database: what was given up");
}

#[tokio::test]
async fn a_name_holds_no_handle_behind_an_at() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    for name in ["Ana Ruiz @ana.ruiz", "@ana.ruiz", "Ben (＠ana)"] {
        let answer = rename(&app, &ben, name, ben.handle().as_str()).await;
        assert_eq!(invalid(answer), [Invalid::new(Field::Name, Problem::HoldsHandle)], "{name}");
    }
    rename(&app, &ben, "Ben @ Riverside", ben.handle().as_str()).await.expect("no handle");
}

#[tokio::test]
async fn a_name_that_looks_like_anothers_handle_is_said_so() {
    let app = TestApp::new().await;
    let (ana, ben, emma) = (app.member("ana").await, app.member("ben").await, app.member("emma").await);
    let is_told = async |handle: &str| {
        let handle = Handle::parse(handle).expect("a handle");
        app.snug().find_profile(&emma.actor(), &handle).await.expect("a profile").is_lookalike
    };
    rename(&app, &ana, "Ana Ruiz", "zorro").await.expect("renamed");
    for name in ["Zorro", "ZORRO", "Ana (zorro)", "zorro.", "Z0rro", "Ben Okafor@zorro", "Ben, @ zorro"] {
        rename(&app, &ben, name, "ben.okafor").await.expect("renamed");
        assert!(is_told("ben.okafor").await, "{name}");
        assert!(!is_told("zorro").await, "her own name looks like nobody's");
        app.wait(days(1));
    }
    rename(&app, &ben, "Ben Zorro", "ben.okafor").await.expect("renamed");
    assert!(!is_told("ben.okafor").await);
    rename(&app, &ana, "Ana Ruiz", "benzorro").await.expect("renamed");
    assert!(is_told("ben.okafor").await, "a new handle is compared too");
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
    assert!(ben.sees(conversation).await.inviter.expect("an inviter").is_lookalike);
    let handle: &Handle = zoe.handle();
    let mail = app.last_mail("ben").await;
    assert!(mail.text.contains(&format!("@{handle}")) && mail.html.contains(&format!("@{handle}")), "{}", mail.text);

    rename(&app, &zoe, "Emma Berg", zoe.handle().as_str()).await.expect("renamed");
    assert!(!lookalike(&ana).await && !lookalike(&zoe).await);
}
