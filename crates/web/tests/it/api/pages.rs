//! Lists come in pages.

use super::{Program, expect};
use serde_json::Value;
use snug_testkit::browser::TestSite;
use snug_testkit::seconds;

fn items(page: &Value) -> &Vec<Value> {
    page["items"].as_array().expect("a list")
}

#[tokio::test]
async fn every_conversation_is_on_one_page_and_only_one() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    for key in ["ben", "carla", "emma", "farid", "grace"] {
        let other = site.member(key).await;
        let conversation = other.start_conversation("ana", "Hello").await;
        ana.accept(conversation).await;
        site.wait(seconds(1));
    }
    let program = Program::of(&site, &ana).await;
    let (mut handles, mut after) = (Vec::new(), String::new());
    loop {
        let page = program.get(&format!("/conversations?limit=2{after}")).await;
        expect(&page, 200);
        let page = page.json();
        assert!(items(&page).len() <= 2);
        handles.extend(
            items(&page).iter().map(|item| item["participants"][0]["handle"].as_str().unwrap_or_default().to_owned()),
        );
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(handles, ["grace.mbeki", "farid.rahimi", "emma.novak", "carla.lindqvist", "ben.okafor"]);
}

#[tokio::test]
async fn messages_are_read_from_both_ends_and_between() {
    let site = TestSite::new().await;
    let (ana, _, conversation) = site.talking("ana", "ben").await;
    for number in 3..=8 {
        ana.say(conversation, &format!("Message {number}")).await;
    }
    let program = Program::of(&site, &ana).await;
    let part = async |query: &str| {
        let page = program.get(&format!("/conversations/{conversation}/messages?{query}")).await;
        expect(&page, 200);
        let page = page.json();
        let numbers: Vec<_> = items(&page).iter().filter_map(|entry| entry["sequence"].as_i64()).collect();
        (numbers, page["next"].as_i64())
    };
    assert_eq!(part("limit=3").await, (vec![6, 7, 8], Some(6)));
    assert_eq!(part("limit=3&before=6").await, (vec![3, 4, 5], Some(3)));
    assert_eq!(part("limit=3&before=3").await, (vec![1, 2], None));
    assert_eq!(part("limit=3&after=2").await, (vec![3, 4, 5], Some(5)));
    assert_eq!(part("limit=3&after=5").await, (vec![6, 7, 8], None));
    assert_eq!(part("limit=2&after=2&before=6").await, (vec![3, 4], Some(4)));
    assert_eq!(part("limit=2&after=4&before=6").await, (vec![5], None));
}

#[tokio::test]
async fn the_directory_is_searched_and_paged() {
    let site = TestSite::new().await;
    let program = Program::of(&site, &site.member("ana").await).await;
    for key in ["ben", "carla", "deniz"] {
        site.member(key).await;
    }
    let first = program.get("/people?limit=3").await.json();
    assert_eq!(items(&first).len(), 3);
    let next = first["next"].as_str().expect("there is more");
    let rest = program.get(&format!("/people?limit=3&after={next}")).await.json();
    assert_eq!((items(&rest).len(), &rest["next"]), (1, &Value::Null));

    let found = program.get("/people?search=lind").await.json();
    assert_eq!(items(&found)[0]["name"], "Carla Lindqvist");
}
