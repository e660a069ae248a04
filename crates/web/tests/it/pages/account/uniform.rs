//! Nobody learns from an answer whether an address is known.

use snug_testkit::PASSWORD;
use snug_testkit::browser::{Answer, TestSite};

/// What was answered, without the address that was typed, and without the day's date.
fn normalised(answer: &Answer, address: &str) -> (u16, Vec<(String, String)>, String) {
    let headers = answer.headers().iter().filter(|(name, _)| *name != "date" && *name != "content-length");
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().expect("plain").to_owned()));
    (answer.status().as_u16(), headers.collect(), answer.body.replace(address, "ADDRESS"))
}

async fn assert_uniform(path: &str, others: &[(&str, &str)]) {
    let site = TestSite::new().await;
    site.member("ana").await;
    let mut answers = Vec::new();
    for address in ["ana@example.org", "nobody@example.org"] {
        let fields = [&[("address", address)], others].concat();
        answers.push(normalised(&site.browser().post(path, &fields).await, address));
    }
    assert_eq!(answers[0], answers[1]);
    assert!(answers[0].2.contains("ADDRESS") || answers[0].0 == 429, "guard: the answer is about the address");
}

#[tokio::test]
async fn signing_up_answers_the_same_for_a_known_address() {
    assert_uniform("/sign-up", &[("name", "Somebody"), ("password", PASSWORD)]).await;
}

#[tokio::test]
async fn asking_for_a_link_answers_the_same_for_a_known_address() {
    assert_uniform("/sign-in/link", &[]).await;
}

#[tokio::test]
async fn asking_for_a_new_password_answers_the_same_for_a_known_address() {
    assert_uniform("/password/forgot", &[]).await;
}

#[tokio::test]
async fn a_wrong_password_answers_the_same_for_a_known_address() {
    assert_uniform("/sign-in", &[("password", "not the one")]).await;
}

#[tokio::test]
async fn the_limit_of_mails_is_the_same_for_a_known_address() {
    let site = TestSite::new().await;
    site.member("ana").await;
    let mut answers = Vec::new();
    for address in ["ana@example.org", "nobody@example.org"] {
        let mut statuses = Vec::new();
        for _ in 0..7 {
            statuses.push(normalised(&site.browser().post("/password/forgot", &[("address", address)]).await, address));
        }
        answers.push(statuses);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0][6].0, 429, "guard: the limit was reached");
}
