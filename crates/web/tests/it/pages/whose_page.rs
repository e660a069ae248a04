//! A page of somebody who is not signed in any more does nothing for whoever is.

use snug_testkit::browser::{StatusCode, TestSite};

#[tokio::test]
async fn a_form_of_another_persons_page_is_refused_and_says_so() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let anas = site.sign_in(&ana).await;
    let path = format!("/conversations/{conversation}");
    let bens_page = ben.id().to_string();
    let before = site.rows().await;
    for (path, fields) in [
        (format!("{path}/messages"), vec![("text", "As Ana?"), ("client_id", "old-tab")]),
        (format!("{path}/archive"), vec![]),
        (String::from("/preferences/notifications"), vec![("mail", "off")]),
        (String::from("/sign-out"), vec![]),
    ] {
        let fields: Vec<_> = fields.into_iter().chain([("whose", bens_page.as_str())]).collect();
        let answer = anas.post(&path, &fields).await;
        assert_eq!(answer.status(), StatusCode::CONFLICT, "{path}");
        assert_eq!(answer.header("snug-signed-in"), "another", "{path}");
        assert!(answer.says("That page was somebody else’s"), "{path}: {}", answer.main());
    }
    assert_eq!(site.rows().await, before, "nothing was done");
    let own = anas.post(format!("{path}/archive"), &[("whose", ana.id().to_string().as_str())]).await;
    assert_eq!(own.status(), StatusCode::SEE_OTHER);
}
