//! The browser's files, inside the binary: the script, the style, the typeface, the icon.
//!
//! Built by `npm run build` in `frontend/`. Their names carry a hash of what is in them, so they
//! may be kept for ever by browsers.

use rust_embed::{EmbeddedFile, RustEmbed};
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../frontend/dist"]
struct Files;

/// Where the files are that every page names.
pub struct Assets {
    /// The script.
    pub script: String,
    /// The style.
    pub style: String,
    /// The icon.
    pub icon: String,
    /// The Latin letters of the typeface.
    pub latin: String,
    /// Its Arabic letters.
    pub arabic: String,
}

impl Assets {
    /// The files as they were built; addresses of nothing where they were not.
    pub fn built() -> &'static Self {
        static BUILT: LazyLock<Assets> = LazyLock::new(|| {
            let manifest = Files::get("manifest.json").map(|file| file.data).unwrap_or_default();
            let names: HashMap<String, String> = serde_json::from_slice(&manifest).unwrap_or_default();
            let address = |name: &str| format!("/assets/{}", names.get(name).map_or(name, String::as_str));
            Assets {
                script: address("app.js"),
                style: address("app.css"),
                icon: address("icon.svg"),
                latin: address("rubik-latin-wght-normal.woff2"),
                arabic: address("rubik-arabic-wght-normal.woff2"),
            }
        });
        &BUILT
    }
}

/// The file of this name, for `/assets/{file}`.
#[must_use]
pub fn file(name: &str) -> Option<EmbeddedFile> {
    (name != "manifest.json").then(|| Files::get(name)).flatten()
}

/// The same file compressed by Brotli, where it was built so.
#[must_use]
pub fn compressed(name: &str) -> Option<EmbeddedFile> {
    Files::get(&format!("{name}.br"))
}
