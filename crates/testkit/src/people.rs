//! The people of the tests. Each is known by a short key, the same in every test.

use snug_domain::people::Language;

/// Somebody who can become a member.
pub(crate) struct Known {
    pub name: String,
    pub address: String,
    pub language: Language,
}

/// The password of everybody in the tests.
pub const PASSWORD: &str = "a quiet corner by the fire";

const NAMES: [(&str, &str); 12] = [
    ("ana", "Ana Ruiz"),
    ("ben", "Ben Okafor"),
    ("carla", "Carla Lindqvist"),
    ("deniz", "Deniz Aydın"),
    ("emma", "Emma Novak"),
    ("farid", "Farid Rahimi"),
    ("grace", "Grace Mbeki"),
    ("hugo", "Hugo O’Brien"),
    ("ines", "Inês Carvalho"),
    ("jun", "Jun Watanabe"),
    ("salma", "سلمى حداد"),
    ("yusuf", "يوسف منصور"),
];

impl Known {
    /// Whoever has this key; a stranger is named after the key.
    pub(crate) fn by_key(key: &str) -> Self {
        let name = NAMES.iter().find(|(known, _)| *known == key).map_or(key, |(_, name)| name);
        let speaks_arabic = matches!(key, "salma" | "yusuf");
        Self {
            name: name.to_owned(),
            address: address_of(key),
            language: if speaks_arabic { Language::Arabic } else { Language::English },
        }
    }
}

/// The address of whoever has this key, in every community.
#[must_use]
pub fn address_of(key: &str) -> String {
    if key.contains('@') { key.to_owned() } else { format!("{key}@example.org") }
}
