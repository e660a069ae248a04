use crate::invalid::{Field, Invalid, Problem};

/// A language Snug speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Arabic.
    Arabic,
}

impl Language {
    /// All of them, as a person chooses from them.
    pub const ALL: [Self; 2] = [Self::English, Self::Arabic];

    /// The tag of RFC 5646: `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
        }
    }

    /// The language's own name for itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Arabic => "العربية",
        }
    }

    /// `ltr` or `rtl`, as HTML wants it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
            Self::Arabic => "rtl",
        }
    }

    /// The language with this tag.
    pub fn parse(tag: &str) -> Result<Self, Invalid> {
        Self::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
            .ok_or(Invalid::new(Field::Language, Problem::Malformed))
    }

    /// The first language of an `Accept-Language` header that Snug speaks (RFC 9110, 12.5.4).
    #[must_use]
    pub fn preferred(accept_language: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for range in accept_language.split(',').take(20) {
            let mut parts = range.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q=").map(str::to_owned))
                .map_or(1.0, |weight| weight.parse().unwrap_or(0.0));
            if let Ok(language) = Self::parse(&primary)
                && weight > best.map_or(0.0, |(_, weight)| weight)
            {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_language_a_browser_prefers_is_found() {
        assert_eq!(Language::preferred("ar-EG,ar;q=0.9,en;q=0.8"), Some(Language::Arabic));
        assert_eq!(Language::preferred("fr, en;q=0.3, ar;q=0.2"), Some(Language::English));
        assert_eq!(Language::preferred("fr;q=x, *"), None);
    }
}
