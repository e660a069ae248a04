use snug_domain::people::{Language, Preferences, Theme, Writers, Zone};
use snug_store::Error;
use snug_store::testing::{Parameter, columns, set_column};
use snug_testkit::{Member, TestApp};

/// What somebody who signs in has chosen.
async fn chosen(app: &TestApp, member: &Member) -> Preferences {
    let token = member.sign_in().await;
    let arrived = app.snug().arrive(&app.community().host, Some(token), app.now()).await.expect("arrived");
    arrived.and_then(|arrival| arrival.signed_in).expect("signed in").person.preferences
}

async fn count_rows(app: &TestApp) -> usize {
    let rows = app.database().read::<_, Error, _>(|tx| columns(tx, "preferences", &["theme"], &[])).await;
    rows.expect("preferences").len()
}

#[tokio::test]
async fn who_has_chosen_nothing_has_what_everybody_begins_with_and_no_row() {
    let app = TestApp::new().await;
    let (ana, yusuf) = (app.member("ana").await, app.member("yusuf").await);
    assert_eq!(chosen(&app, &ana).await, Preferences::new(Language::English));
    assert_eq!(chosen(&app, &yusuf).await, Preferences::new(Language::Arabic));
    assert_eq!(count_rows(&app).await, 0);
}

#[tokio::test]
async fn what_somebody_chose_is_kept_and_can_be_chosen_anew() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let first = Preferences {
        language: Language::Arabic,
        theme: Theme::Dark,
        wants_mail: false,
        bell_sound: true,
        enter_sends: false,
        shows_presence: false,
        writers: Writers::Acquaintances,
        letter_keys: false,
        mentions_ring: false,
        chosen_zone: Zone::parse("Asia/Riyadh").ok(),
        browser_zone: Zone::parse("Europe/Lisbon").ok(),
    };
    for preferences in [first, Preferences { wants_mail: true, ..first }, Preferences::new(Language::English)] {
        app.snug().set_preferences(&ana.actor(), preferences).await.expect("kept");
        assert_eq!(chosen(&app, &ana).await, preferences);
    }
    assert_eq!(chosen(&app, &ben).await, Preferences::new(Language::English), "of nobody else");
    assert_eq!(count_rows(&app).await, 1);
}

#[tokio::test]
async fn a_look_of_a_newer_program_keeps_nobody_out() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let quiet = Preferences { theme: Theme::Dark, wants_mail: false, ..ana.person.preferences };
    app.snug().set_preferences(&ana.actor(), quiet).await.expect("kept");
    let sepia = Parameter::Text(String::from("sepia"));
    let set = app.database().write::<_, Error, _>(move |tx| set_column(tx, ("preferences", "theme"), &sepia, &[]));
    assert_eq!(set.await, Ok(1));
    assert_eq!(chosen(&app, &ana).await, Preferences { theme: Theme::Auto, ..quiet });
    let friends = Parameter::Text(String::from("friends"));
    let set = app.database().write::<_, Error, _>(move |tx| set_column(tx, ("preferences", "writers"), &friends, &[]));
    assert_eq!(set.await, Ok(1));
    assert_eq!(chosen(&app, &ana).await.writers, Writers::Nobody, "it lets in nobody whom it might keep out");
}
