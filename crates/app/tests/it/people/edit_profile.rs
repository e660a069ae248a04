use snug_app::Error;
use snug_domain::{Field, Invalid, Problem};
use snug_testkit::{TestApp, invalid};

#[tokio::test]
async fn a_changed_name_and_handle_are_found_and_the_old_ones_are_not() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let old = ana.handle().clone();
    let edited = app.snug().edit_profile(&ana.actor(), "Ana Soto", "ana.s", "Likes rivers").await.expect("edited");
    assert_eq!((edited.name.as_str(), edited.about.as_str()), ("Ana Soto", "Likes rivers"));
    let found = app.snug().find_profile(&ben.actor(), &edited.handle).await.expect("a profile");
    assert_eq!(found.person.name, "Ana Soto");
    assert!(matches!(app.snug().find_profile(&ben.actor(), &old).await, Err(Error::NotFound)));
    let by_old_name = app.snug().list_members(&ben.actor(), "ruiz", None, 10).await.expect("members");
    assert!(by_old_name.members.is_empty());
}

#[tokio::test]
async fn a_handle_that_is_taken_stays_with_its_owner() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let answer = app.snug().edit_profile(&ana.actor(), "Ana Ruiz", ben.handle().as_str(), "").await;
    assert_eq!(invalid(answer), [Invalid::new(Field::Handle, Problem::Taken)]);
}
