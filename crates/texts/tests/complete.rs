//! Holds every language complete: the same keys with the same blanks, and every key that the code
//! or a template names.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what it expects by failing, also in what its tests share"
)]

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The keys of a language, each with the names of its blanks.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files below a folder whose name ends so.
fn files(folder: &Path, ends: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            files(&entry, ends, found);
        } else if ends.iter().any(|end| entry.to_string_lossy().ends_with(end)) {
            found.push(entry);
        }
    }
}

fn keys(language: &str) -> Keys {
    let mut paths = Vec::new();
    files(&root().join("locales").join(language), &[".ftl"], &mut paths);
    let mut keys = Keys::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a file of texts");
        let resource =
            FluentResource::try_new(text).unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let mut blanks = BTreeSet::new();
            let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{} says nothing", message.id.name));
            collect_from_pattern(pattern, &mut blanks);
            let before = keys.insert(message.id.name.to_owned(), blanks);
            assert!(before.is_none(), "{} is there twice in {language}", message.id.name);
        }
    }
    keys
}

fn collect_from_pattern(pattern: &Pattern<&str>, blanks: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => collect_from_inline(inline, blanks),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                collect_from_inline(selector, blanks);
                variants.iter().for_each(|variant| collect_from_pattern(&variant.value, blanks));
            }
        }
    }
}

fn collect_from_inline(inline: &InlineExpression<&str>, blanks: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            blanks.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| collect_from_inline(argument, blanks));
        }
        _ => {}
    }
}

/// Every key that the code and the templates name: in code each literal that looks like one, in a
/// template what it asks the texts for.
fn named() -> BTreeSet<String> {
    let mut paths = Vec::new();
    files(&root().join("crates"), &[".rs", ".html", ".txt"], &mut paths);
    let mut named = BTreeSet::new();
    for path in paths.iter().filter(|path| !path.components().any(|part| part.as_os_str() == "tests")) {
        let text = std::fs::read_to_string(path).expect("a file of the program");
        let is_code = path.extension().is_some_and(|extension| extension == "rs");
        let parts: Vec<_> = text.split('"').collect();
        for pair in parts.windows(2) {
            let [before, literal] = pair else { continue };
            if is_key(literal) && (is_code || before.ends_with(".get(") || before.ends_with(".fill(")) {
                named.insert((*literal).to_owned());
            }
        }
    }
    named
}

fn is_key(text: &str) -> bool {
    let areas = ["page-", "bell-", "live-", "error-", "mail-", "names-", "line-", "time-"];
    areas.iter().any(|area| text.len() > area.len() && text.starts_with(area))
        && text.chars().all(|character| character.is_ascii_lowercase() || character == '-')
        && !text.ends_with('-')
}

#[test]
fn every_language_has_the_same_keys_with_the_same_blanks() {
    let english = keys("en");
    assert!(english.len() > 200, "the texts were found");
    for language in std::fs::read_dir(root().join("locales")).expect("the languages") {
        let language = language.expect("a language").file_name().to_string_lossy().into_owned();
        let other = keys(&language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language} lacks {missing:?}, and only it has {extra:?}");
        for (key, blanks) in &english {
            assert_eq!(other.get(key), Some(blanks), "the blanks of {key} in {language}");
        }
    }
}

#[test]
fn every_key_that_is_named_exists() {
    let keys = keys("en");
    let named = named();
    assert!(named.len() > 100, "the names of keys were found");
    let missing: Vec<_> = named.iter().filter(|key| !keys.contains_key(*key)).collect();
    assert!(missing.is_empty(), "no language has {missing:?}");
}

#[test]
fn every_text_is_said_somewhere() {
    let named = named();
    let unsaid: Vec<_> = keys("en").into_keys().filter(|key| !named.contains(key)).collect();
    assert!(unsaid.is_empty(), "nobody says {unsaid:?}");
}
