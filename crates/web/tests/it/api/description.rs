use super::expect;
use serde_json::Value;
use snug_testkit::browser::TestSite;
use std::collections::BTreeSet;

fn described() -> Value {
    serde_json::to_value(snug_web::api::openapi()).expect("a description")
}

fn operations(described: &Value) -> Vec<&Value> {
    let items = described["paths"].as_object().expect("paths").values();
    items.flat_map(|item| item.as_object().expect("operations").values()).collect()
}

/// Every value under this key, wherever it is.
fn all_under<'a>(value: &'a Value, key: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get(key));
            fields.values().for_each(|value| all_under(value, key, found));
        }
        Value::Array(values) => values.iter().for_each(|value| all_under(value, key, found)),
        _ => {}
    }
}

#[tokio::test]
async fn the_description_is_served_as_it_is_printed() {
    let site = TestSite::new().await;
    let answer = site.browser().get("/api/openapi.json").await;
    expect(&answer, 200);
    assert_eq!(answer.json(), described());
}

#[test]
fn every_operation_has_an_id_of_its_own_and_says_what_it_does() {
    let described = described();
    let operations = operations(&described);
    assert!(operations.len() > 30, "they are looked at");
    let ids: BTreeSet<&str> = operations.iter().filter_map(|operation| operation["operationId"].as_str()).collect();
    assert_eq!(ids.len(), operations.len());
    for operation in operations {
        let id = &operation["operationId"];
        assert!(operation["summary"].as_str().is_some_and(|summary| summary.ends_with('.')), "{id}");
        assert!(operation["responses"]["404"].is_object(), "{id}");
    }
}

#[test]
fn whatever_the_description_refers_to_is_in_it() {
    let described = described();
    let (mut references, mut linked) = (Vec::new(), Vec::new());
    all_under(&described, "$ref", &mut references);
    all_under(&described, "links", &mut linked);
    assert!(!references.is_empty() && !linked.is_empty(), "they are looked at");
    for reference in references {
        let pointer = reference.as_str().and_then(|reference| reference.strip_prefix('#')).expect("a reference");
        assert!(described.pointer(pointer).is_some(), "{pointer}");
    }
    let mut ids = Vec::new();
    all_under(&described["paths"], "operationId", &mut ids);
    let known: Vec<&Value> = operations(&described).into_iter().map(|operation| &operation["operationId"]).collect();
    for id in ids {
        assert!(known.contains(&id), "a link leads to {id}");
    }
}
