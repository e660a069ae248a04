use snug_app::people::NewPerson;
use snug_domain::people::Language;
use snug_domain::{Field, Invalid, Problem};
use snug_testkit::{PASSWORD, TestApp, invalid};

fn named(name: &str, address: &str) -> NewPerson {
    NewPerson {
        name: name.to_owned(),
        about: String::new(),
        address: address.to_owned(),
        password: Some(PASSWORD.to_owned()),
        language: Language::English,
    }
}

#[tokio::test]
async fn two_of_one_name_get_two_handles_and_two_addresses_to_write_from() {
    let app = TestApp::new().await;
    let community = app.community();
    let create = |address| app.snug().create_person(&community, named("Mia Vogel", address), app.now());
    let (one, other) = (create("mia.one@example.org").await, create("mia.two@example.org").await);
    let (one, other) = (one.expect("created"), other.expect("created"));
    assert_eq!((one.handle.as_str(), other.handle.as_str()), ("mia.vogel", "mia.vogel-2"));
    assert_ne!(one.mail_name, other.mail_name);
}

#[tokio::test]
async fn an_address_has_one_owner_whatever_its_case() {
    let app = TestApp::new().await;
    app.member("ana").await;
    let answer = app.snug().create_person(&app.community(), named("Ana Two", "ANA@example.org"), app.now()).await;
    assert_eq!(invalid(answer), [Invalid::new(Field::Address, Problem::Taken)]);
}
