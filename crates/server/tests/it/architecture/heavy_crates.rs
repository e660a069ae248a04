//! A heavy crate stands in exactly one of ours, so that an edit rebuilds little and a change of mind stays small.

use super::crates;

/// A crate of others, and those of ours it may stand in.
const HOMES: [(&str, &[&str]); 17] = [
    ("ammonia", &["app"]),
    ("argon2", &["app"]),
    ("axum", &["web"]),
    ("comrak", &["app"]),
    ("fluent-bundle", &["texts"]),
    ("hyper", &["web"]),
    ("image", &["app"]),
    ("mail-auth", &["mail"]),
    ("mail-builder", &["mail"]),
    ("rusqlite", &["store"]),
    ("tikv-jemallocator", &["server"]),
    ("tokio-postgres", &["store"]),
    ("tokio-postgres-rustls", &["store"]),
    ("tokio-rustls", &["smtp"]),
    ("tower-http", &["web"]),
    ("utoipa", &["web"]),
    ("clap", &["server"]),
];

#[test]
fn a_heavy_crate_stands_in_exactly_one_of_ours() {
    let ours = crates();
    for (heavy, homes) in HOMES {
        let users: Vec<&str> = ours
            .iter()
            .filter(|found| found.dependencies().iter().any(|used| used == heavy))
            .map(|found| found.name.as_str())
            .collect();
        assert!(!users.is_empty(), "nobody uses {heavy}: take it off this list");
        assert!(users.iter().all(|user| homes.contains(user)), "{heavy} belongs to {homes:?}, but {users:?} use it");
    }
}
