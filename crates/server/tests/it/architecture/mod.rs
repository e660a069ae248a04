//! What ARCHITECTURE.md promises about the code, held by tests that read the code.

mod arrows;
mod bench;
mod heavy_crates;
mod modules;
mod pages;
mod sql;

use std::path::{Path, PathBuf};

/// The folder of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace is there")
}

/// The text of a file, named from the root.
fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file under a folder named from the root, itself named from the root, in order.
fn files_under(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a folder can be read to its end").path();
            let brought = path.ends_with("node_modules") || path.ends_with("dist") || path.ends_with("results");
            if path.is_dir() && !brought {
                folders.push(path);
            } else if path.is_file() {
                files.push(path.strip_prefix(root()).expect("under the root").to_owned());
            }
        }
    }
    assert!(!files.is_empty(), "nothing in {folder}: the test would pass for nothing");
    files.sort();
    files
}

/// Every Rust file of the crates, named from the root.
fn rust_files() -> Vec<PathBuf> {
    files_under("crates").into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}

/// One of our crates: its folder's name, and what its manifest says.
struct OurCrate {
    name: String,
    manifest: toml::Table,
}

impl OurCrate {
    /// What this crate is built with; what only its tests use does not count.
    fn dependencies(&self) -> Vec<String> {
        ["dependencies", "build-dependencies"]
            .iter()
            .filter_map(|section| self.manifest.get(*section)?.as_table())
            .flat_map(|table| table.keys().cloned())
            .collect()
    }

    /// Our crates among them, by folder.
    fn our_dependencies(&self) -> Vec<String> {
        self.dependencies().iter().filter_map(|name| name.strip_prefix("snug-")).map(str::to_owned).collect()
    }
}

/// All our crates, by name.
fn crates() -> Vec<OurCrate> {
    let mut names: Vec<String> = std::fs::read_dir(root().join("crates"))
        .expect("there are crates")
        .map(|entry| entry.expect("a crate").file_name().into_string().expect("a plain name"))
        .collect();
    names.sort();
    let manifest = |name: &str| read(format!("crates/{name}/Cargo.toml")).parse().expect("a manifest");
    names.into_iter().map(|name| OurCrate { manifest: manifest(&name), name }).collect()
}
