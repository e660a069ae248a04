//! Who may write to whom: one table of what the two chose, tried at every door.

use crate::api::Program;
use serde_json::json;
use snug_domain::people::Writers::{self, Acquaintances, Everyone, Nobody};
use snug_testkit::Member;
use snug_testkit::browser::{Browser, StatusCode, TestSite};

/// Who blocked whom.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Blocks {
    Nobody,
    /// Ben blocked Ana, who wants to write to him.
    Ben,
    Ana,
    Both,
}

/// What Ana is told, as its code and as a sentence.
type Answer = Option<(&'static str, &'static str)>;

const MAY: Answer = None;
const NOT_REACHABLE: Answer = Some(("not-reachable", "Ben takes no messages."));
const ONLY_ACQUAINTANCES: Answer = Some((
    "only-acquaintances",
    "Ben takes messages only from people they know: those they are in a conversation with, or were.",
));
const BLOCKED_BY_YOU: Answer = Some(("blocked-by-you", "You blocked Ben. Unblock them to write to them."));

/// Who may write to Ben, whether the two know each other, who blocked whom, and what Ana is told.
const CASES: &[(Writers, bool, Blocks, Answer)] = &[
    (Everyone, false, Blocks::Nobody, MAY),
    (Everyone, true, Blocks::Nobody, MAY),
    (Acquaintances, false, Blocks::Nobody, ONLY_ACQUAINTANCES),
    (Acquaintances, true, Blocks::Nobody, MAY),
    (Nobody, false, Blocks::Nobody, NOT_REACHABLE),
    (Nobody, true, Blocks::Nobody, NOT_REACHABLE),
    (Everyone, false, Blocks::Ben, NOT_REACHABLE),
    (Everyone, true, Blocks::Ben, NOT_REACHABLE),
    (Acquaintances, false, Blocks::Ben, ONLY_ACQUAINTANCES),
    (Acquaintances, true, Blocks::Ben, NOT_REACHABLE),
    (Nobody, true, Blocks::Ben, NOT_REACHABLE),
    (Everyone, false, Blocks::Ana, BLOCKED_BY_YOU),
    (Acquaintances, false, Blocks::Ana, BLOCKED_BY_YOU),
    (Nobody, true, Blocks::Ana, BLOCKED_BY_YOU),
    (Everyone, true, Blocks::Both, BLOCKED_BY_YOU),
];

/// What the pages tell Ana, before she types and when she sends all the same.
async fn ask_pages(browser: &Browser, answer: Answer) {
    let profile = browser.open("/people/ben.okafor").await;
    let write = browser.open("/conversations/new?to=ben.okafor").await;
    let starts = "a[href='/conversations/new?to=ben.okafor']";
    let Some((_, words)) = answer else {
        assert!(profile.has(starts) && write.has("#composer-text"), "{}", profile.main());
        return;
    };
    assert!(!profile.has(starts) && profile.says(words), "{}", profile.main());
    assert!(!write.has("#composer-text") && write.says(words), "{}", write.main());
    let form = [("to", "ben.okafor"), ("text", "Hello Ben"), ("client_id", "page-1")];
    let sent = browser.post("/conversations", &form).await;
    assert_eq!(sent.status(), StatusCode::FORBIDDEN);
    assert!(sent.says(words) && sent.body.contains("Hello Ben"), "what she wrote is not lost: {}", sent.main());
}

/// What a program of hers is told.
async fn ask_api(program: &Program, carla: &Member, answer: Answer) {
    let start = program.get("/people/ben.okafor").await.json()["start"].clone();
    assert_eq!((&start["allowed"], &start["code"]), (&json!(answer.is_none()), &json!(answer.map(|(code, _)| code))));
    let new = |to: serde_json::Value| json!({"to": to, "text": "Hello", "client_id": format!("api-{to}")});
    let group = program.post("/conversations", new(json!(["ben.okafor", carla.handle().as_str()]))).await;
    let alone = match answer {
        // Between them there is one invitation in 60 days.
        None => {
            assert_eq!(group.status(), StatusCode::CREATED, "{}", group.body);
            return;
        }
        Some(_) => program.post("/conversations", new(json!("ben.okafor"))).await,
    };
    let code = answer.map(|(code, _)| code);
    assert_eq!((alone.status(), alone.json()["code"].as_str()), (StatusCode::FORBIDDEN, code));
    assert_eq!((group.status(), group.json()["people"][0]["code"].as_str()), (StatusCode::FORBIDDEN, code));
}

#[tokio::test]
async fn every_door_gives_the_same_answer_to_whoever_wants_to_write() {
    for (writers, are_acquainted, blocks, answer) in CASES {
        let site = TestSite::new().await;
        let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
        if *are_acquainted {
            // Asked by Carla, so that nothing was asked between the two.
            let group = carla.start_group(&[&ana, &ben], "", "Hello both").await;
            ana.accept(group).await;
            ben.accept(group).await;
        }
        ben.is_written_to_by(*writers).await;
        if matches!(blocks, Blocks::Ben | Blocks::Both) {
            ben.blocks(&ana).await;
        }
        if matches!(blocks, Blocks::Ana | Blocks::Both) {
            ana.blocks(&ben).await;
        }

        ask_pages(&site.sign_in(&ana).await, *answer).await;
        ask_api(&Program::of(&site, &ana).await, &carla, *answer).await;
    }
}
