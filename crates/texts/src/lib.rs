//! What Snug says, in every language it speaks.
//!
//! The texts are Fluent files in `locales/LANGUAGE/*.ftl`, embedded in the binary; the only crate
//! that knows Fluent. A test holds every language complete, and every key that the code or a
//! template names present.

mod browser;
mod line;
mod times;

pub use times::{Hours, Times};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use snug_domain::people::Language;
use std::borrow::Cow;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../locales"]
struct Files;

/// The texts of one language. Copied freely: it only points at them.
#[derive(Clone, Copy)]
pub struct Texts {
    language: Language,
    bundle: &'static FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts in this language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::English));
        static ARABIC: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::Arabic));
        let bundle = match language {
            Language::English => &*ENGLISH,
            Language::Arabic => &*ARABIC,
        };
        Self { language, bundle }
    }

    /// The language they are in.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// The text under this key; the key itself where there is none, which a test excludes.
    #[must_use]
    pub fn get(self, key: &str) -> Cow<'static, str> {
        self.format(key, None)
    }

    /// The text under this key with blanks to fill: `t.fill("invited-by").with("name", name)`.
    #[must_use]
    pub fn fill<'a>(self, key: &'a str) -> Filled<'a> {
        Filled { texts: self, key, arguments: FluentArgs::new() }
    }

    /// What a conversation is called by these people and so many more. Each name is written as it is given.
    #[must_use]
    pub fn names(self, names: &[String], more: usize) -> String {
        match names {
            [] => self.get("names-none").into_owned(),
            [one] => one.clone(),
            [first, second] if more == 0 => {
                self.fill("names-two").with("first", first.as_str()).with("second", second.as_str()).to_string()
            }
            [first, second, third] if more == 0 => {
                let filled = self.fill("names-three").with("first", first.as_str()).with("second", second.as_str());
                filled.with("third", third.as_str()).to_string()
            }
            [first, second, rest @ ..] => {
                let filled = self.fill("names-more").with("first", first.as_str()).with("second", second.as_str());
                filled.with("more", more + rest.len()).to_string()
            }
        }
    }

    /// Whom something is done to, by the same rule: up to three are named, and of more the first two.
    #[must_use]
    pub fn people(self, names: &[String]) -> String {
        match names {
            [first, second, rest @ ..] if rest.len() > 1 => {
                let filled =
                    self.fill("names-more-object").with("first", first.as_str()).with("second", second.as_str());
                filled.with("more", rest.len()).to_string()
            }
            _ => self.names(names, 0),
        }
    }

    fn format(self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return Cow::Owned(key.to_owned());
        };
        let mut faults = Vec::new();
        match self.bundle.format_pattern(pattern, arguments, &mut faults) {
            Cow::Borrowed(text) => Cow::Owned(text.to_owned()),
            Cow::Owned(text) => Cow::Owned(text),
        }
    }
}

/// A text whose blanks are being filled; displays as the whole.
pub struct Filled<'a> {
    texts: Texts,
    key: &'a str,
    arguments: FluentArgs<'a>,
}

impl<'a> Filled<'a> {
    /// Fills the blank of this name: a text, or a number that the plural follows.
    #[must_use]
    pub fn with(mut self, name: &'a str, value: impl Into<FluentValue<'a>>) -> Self {
        self.arguments.set(name, value);
        self
    }
}

impl std::fmt::Display for Filled<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.texts.format(self.key, Some(&self.arguments)))
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolates show as boxes in mail subjects and in terminals; templates isolate names by `<bdi>`.
    bundle.set_use_isolating(false);
    for path in Files::iter().filter(|path| path.starts_with(&format!("{}/", language.tag()))) {
        let text = Files::get(&path).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default();
        // A file with a mistake gives what of it is sound; a test refuses the mistake.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
