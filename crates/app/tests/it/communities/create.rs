use snug_app::communities::NewCommunity;
use snug_domain::people::Language;
use snug_domain::{Field, Invalid, Problem};
use snug_testkit::{TestApp, invalid};

fn named(slug: &str, host: &str) -> NewCommunity {
    NewCommunity {
        slug: slug.to_owned(),
        name: String::from("Hilltop"),
        host: host.to_owned(),
        mail_domain: String::from("mail.hilltop.example"),
        language: Language::English,
    }
}

#[tokio::test]
async fn no_two_communities_share_a_word_or_a_host_name() {
    let app = TestApp::new().await;
    let create = |slug, host| app.snug().create_community(named(slug, host), app.now());
    let same_slug = create("riverside", "hilltop.localhost").await;
    assert_eq!(invalid(same_slug), [Invalid::new(Field::Handle, Problem::Taken)]);
    let same_host = create("hilltop", "RIVERSIDE.localhost").await;
    assert_eq!(invalid(same_host), [Invalid::new(Field::Host, Problem::Taken)]);
    create("hilltop", "hilltop.localhost").await.expect("created");
    assert_eq!(app.snug().list_communities().await.expect("communities").len(), 2);
}

#[tokio::test]
async fn a_host_name_with_a_port_or_a_path_is_none() {
    let app = TestApp::new().await;
    for host in ["", "hilltop.localhost:8080", "hilltop/../riverside", "hill top", "-hilltop"] {
        let answer = app.snug().create_community(named("hilltop", host), app.now()).await;
        assert_eq!(invalid(answer), [Invalid::new(Field::Host, Problem::Malformed)], "{host}");
    }
}
