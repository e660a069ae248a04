use super::is_not_found;
use snug_app::accounts::{Confirmation, SignUp};
use snug_domain::account::LinkPurpose;
use snug_domain::people::Language;
use snug_testkit::{Member, PASSWORD, TestApp};

#[tokio::test]
async fn a_link_of_a_mail_works_in_its_own_community_only() {
    let app = TestApp::new().await;
    let hilltop = app.add_community("hilltop").await;
    for place in [&*app, &hilltop] {
        place.member("ana").await;
        place.member("ben").await;
    }
    let (snug, here, there, now) = (app.snug(), app.community(), hilltop.community(), app.now());
    let client = Member::client();
    let form = SignUp {
        name: String::from("Lena Vogel"),
        address: String::from("lena@example.org"),
        password: PASSWORD.to_owned(),
        language: Language::English,
    };
    snug.sign_up(&here, &client, form, now).await.expect("taken");
    snug.request_sign_in_link(&here, &client, "ana@example.org", now).await.expect("asked");
    let sign_in = app.last_mail("ana").await.token_after("/sign-in/link/");
    snug.request_password_reset(&here, &client, "ana@example.org", now).await.expect("asked");
    let reset = app.last_mail("ana").await.token_after("/password/reset/");
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    let confirm = app.last_mail("lena").await.token_after("/sign-up/confirm/");
    let invitation = app.last_mail("ben").await;
    let (landing, stop) = (invitation.token_after("/m/"), invitation.token_after("/u/"));

    let answers = [
        is_not_found(&snug.find_sign_up(&there, &confirm, now).await),
        is_not_found(
            &snug.confirm_address(&there, &client, &confirm, Confirmation::Password(PASSWORD.to_owned()), now).await,
        ),
        is_not_found(&snug.find_link(&there, &sign_in, LinkPurpose::SignIn, now).await),
        is_not_found(&snug.sign_in_by_link(&there, &client, &sign_in, now).await),
        is_not_found(&snug.find_link(&there, &reset, LinkPurpose::ResetPassword, now).await),
        is_not_found(&snug.reset_password(&there, &client, &reset, "another quiet corner", now).await),
        is_not_found(&snug.land(&there, &landing, None, now).await),
        is_not_found(&snug.accept_from_mail(&there, &landing, None, now).await),
        is_not_found(&snug.decline_from_mail(&there, &landing, None, now).await),
        is_not_found(&snug.find_subscriber(&there, &stop).await),
        is_not_found(&snug.subscribe(&there, &stop, false, app.now()).await),
    ];
    assert!(answers.iter().all(|answer| *answer), "{answers:?}");
    assert!(hilltop.mailbox("ben").await.is_empty());
    assert!(snug.land(&here, &landing, None, now).await.is_ok(), "at home it works");
}
