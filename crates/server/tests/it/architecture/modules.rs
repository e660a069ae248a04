//! A path can be guessed: a folder is a noun, a file a verb, and each folder says at its top what it owns.

use super::{files_under, read, rust_files};

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 9] = ["common", "helper", "helpers", "manager", "misc", "prelude", "shared", "util", "utils"];

#[test]
fn no_file_or_folder_has_a_name_that_says_nothing() {
    for folder in ["crates", "frontend", "e2e"] {
        for path in files_under(folder) {
            let parts = path.iter().filter_map(|part| part.to_str()).map(|part| part.split('.').next().unwrap_or(part));
            for part in parts {
                assert!(!EMPTY_NAMES.contains(&part), "{}: name it after what it holds", path.display());
            }
        }
    }
}

#[test]
fn every_crate_and_folder_says_at_its_top_what_it_owns() {
    let heads = ["lib.rs", "main.rs", "mod.rs"];
    for path in rust_files().into_iter().filter(|path| heads.iter().any(|head| path.ends_with(head))) {
        assert!(read(&path).starts_with("//! "), "{}: the first line says what is inside", path.display());
    }
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    for found in super::crates() {
        let lints = found.manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
        assert_eq!(lints, Some(true), "{}: [lints] workspace = true", found.name);
    }
}
