//! Which of our crates may use which.

use super::crates;

/// Each crate, and those it may be built with.
const ARROWS: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("texts", &["domain"]),
    ("bus", &["domain"]),
    ("store", &["domain"]),
    ("mail", &["domain", "texts"]),
    ("app", &["bus", "domain", "mail", "store", "texts"]),
    ("smtp", &["app", "domain", "mail"]),
    ("web", &["app", "domain", "texts"]),
    ("server", &["app", "bus", "domain", "mail", "smtp", "store", "texts", "web"]),
    ("testkit", &["app", "bus", "domain", "mail", "smtp", "store", "texts", "web"]),
];

#[test]
fn the_arrows_between_our_crates_point_one_way() {
    for found in crates() {
        let (_, allowed) = ARROWS.iter().find(|(name, _)| *name == found.name).unwrap_or_else(|| {
            panic!("{} is a new crate: say here, and in ARCHITECTURE.md, what it may use", found.name)
        });
        for used in found.our_dependencies() {
            assert!(allowed.contains(&used.as_str()), "{} may not use {used}", found.name);
        }
    }
}

#[test]
fn every_crate_named_by_an_arrow_exists() {
    let names: Vec<String> = crates().into_iter().map(|found| found.name).collect();
    for (name, _) in ARROWS {
        assert!(names.iter().any(|existing| existing == name), "{name} is gone");
    }
}

#[test]
fn pages_and_the_api_cannot_reach_the_database() {
    let web = crates().into_iter().find(|found| found.name == "web").expect("web is there");
    assert!(!web.our_dependencies().iter().any(|used| used == "store"), "a door calls a use case of `app`");
}

#[test]
fn the_rules_cannot_do_input_or_output() {
    let domain = crates().into_iter().find(|found| found.name == "domain").expect("domain is there");
    let pure =
        ["icu_properties", "idna", "jiff", "serde", "thiserror", "unicode-normalization", "unicode-security", "uuid"];
    for used in domain.dependencies() {
        assert!(pure.contains(&used.as_str()), "domain uses {used}: is that still pure?");
    }
}
