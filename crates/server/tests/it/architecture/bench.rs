//! The bench is a workspace of its own: the product is built without what only the bench uses.

use super::read;
use toml::{Table, Value};

fn manifest(path: &str) -> Table {
    read(path).parse().expect("a manifest")
}

/// The names of all packages a lock file has, with their versions.
fn locked(path: &str) -> Vec<(String, String)> {
    let lock: Table = read(path).parse().expect("a lock file");
    let packages = lock["package"].as_array().expect("packages").iter();
    let word = |package: &Value, key| package[key].as_str().expect("a word").to_owned();
    packages.map(|package| (word(package, "name"), word(package, "version"))).collect()
}

#[test]
fn the_product_is_built_without_what_only_the_bench_uses() {
    let (product, bench) = (locked("Cargo.lock"), locked("bench/Cargo.lock"));
    for only in ["snug-bench", "indicatif", "comfy-table", "postgres"] {
        assert!(bench.iter().any(|(name, _)| name == only), "the bench no longer uses {only}: take it off this list");
        assert!(!product.iter().any(|(name, _)| name == only), "{only} is built with the product");
    }
}

#[test]
fn what_the_bench_shares_with_the_product_is_built_once() {
    let (product, bench) = (manifest("Cargo.toml"), manifest("bench/Cargo.toml"));
    assert_eq!(bench["profile"], product["profile"], "with other profiles, the same crate is another");
    let product = locked("Cargo.lock");
    let other = locked("bench/Cargo.lock").into_iter().filter(|package| {
        let mut named = product.iter().filter(|(name, _)| *name == package.0).peekable();
        named.peek().is_some() && named.all(|of_product| of_product != package)
    });
    assert_eq!(other.collect::<Vec<_>>(), [], "cp Cargo.lock bench/ && (cd bench && cargo check)");
}

#[test]
fn the_bench_takes_the_lints_of_the_product() {
    let (product, bench) = (manifest("Cargo.toml"), manifest("bench/Cargo.toml"));
    assert_eq!(bench["lints"], product["workspace"]["lints"]);
    for key in ["edition", "rust-version", "license", "publish"] {
        assert_eq!(bench["package"][key], product["workspace"]["package"][key], "{key}");
    }
}
