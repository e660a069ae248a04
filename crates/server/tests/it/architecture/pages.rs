//! The pages about the code tell the truth about where things are.

use super::{files_under, read, root};
use std::path::{Path, PathBuf};

/// Folders a page may name a path in; what is built into them is not there before a build.
const FOLDERS: [&str; 10] =
    [".ci", ".config", "bench", "crates", "deploy", "docs", "e2e", "frontend", "locales", "scripts"];

/// The pages about what is; decisions and the change log tell what was.
fn pages() -> Vec<PathBuf> {
    let docs = files_under("docs").into_iter().filter(|path| !path.starts_with("docs/decisions"));
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].into_iter().map(PathBuf::from).chain(docs).collect()
}

/// What stands between single back-ticks, one line at a time, outside fenced blocks.
fn named(page: &str) -> Vec<String> {
    let mut fenced = false;
    let mut names = Vec::new();
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            names.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    names
}

/// Whether a name is a path in this repository, written out.
fn is_path(name: &str) -> bool {
    let (first, built) = (name.split('/').next().unwrap_or(name), ["frontend/dist", "e2e/results"]);
    name.contains('/')
        && FOLDERS.contains(&first)
        && !name.contains([' ', '*', '<', '{'])
        && !built.iter().any(|folder| name.starts_with(folder))
}

/// What a page links to in this repository, named from the root.
fn links(path: &Path, page: &str) -> Vec<PathBuf> {
    let beside = path.parent().unwrap_or(Path::new(""));
    page.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|target| target.split('#').next().unwrap_or(target))
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .map(|target| beside.join(target))
        .collect()
}

#[test]
fn every_path_a_page_names_exists() {
    let (mut seen, mut missing) = (0, Vec::new());
    for page in pages() {
        let text = read(&page);
        let paths = named(&text).into_iter().filter(|name| is_path(name)).map(PathBuf::from);
        for path in paths.chain(links(&page, &text)) {
            seen += 1;
            if !root().join(&path).exists() {
                missing.push(format!("{} names {}", page.display(), path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "not there:\n{}", missing.join("\n"));
    assert!(seen > 30, "this test no longer recognises paths");
}

#[test]
fn the_architecture_is_read_in_one_sitting() {
    let lines = read("ARCHITECTURE.md").lines().count();
    assert!(lines < 400, "{lines} lines");
}

#[test]
fn the_architecture_names_every_crate() {
    let page = read("ARCHITECTURE.md");
    for found in super::crates() {
        assert!(page.contains(&format!("`crates/{}/`", found.name)), "crates/{}/ is not on the code map", found.name);
    }
}
