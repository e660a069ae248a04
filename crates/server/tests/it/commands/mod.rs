//! The commands, through the real program.

mod community;
mod community_face;
mod dkim;
mod doctor;
mod person;
mod token;

use crate::installation::Installation;

#[test]
fn what_is_not_understood_ends_with_two() {
    let installation = Installation::on_sqlite();
    assert_eq!(installation.run(&["community", "destroy"]).code, Some(2));
    assert_eq!(installation.run(&["community", "create"]).code, Some(2));
}

#[test]
fn a_configuration_that_cannot_be_read_is_named() {
    let answer = Installation::on_sqlite().run(&["community", "list", "--config", "nowhere.toml"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.errors.starts_with("snug: nowhere.toml: it cannot be read"), "{}", answer.errors);
}

#[test]
fn the_description_of_the_api_is_printed_without_any_configuration() {
    let answer = Installation::on_sqlite().run(&["openapi"]);
    let description: serde_json::Value = serde_json::from_str(&answer.output).unwrap();
    assert!(description["openapi"].as_str().unwrap().starts_with("3."));
    assert!(description["paths"]["/api/v1/conversations"].is_object());
}
