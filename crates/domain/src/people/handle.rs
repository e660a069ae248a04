use crate::Span;
use crate::allowance::Allowance;
use crate::invalid::{Field, Invalid, Problem};

/// How long a handle that its owner gave up is kept for them, so that nobody is taken for them.
pub const RELEASED_FOR: Span = Span::days(90);
/// New names and handles of one person.
pub const RENAMES: Allowance = Allowance { name: "renames by person", count: 5, period: Span::days(1) };

/// The short name in addresses of pages: `ana`, `ben.okafor`, `lena-3`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(String);

impl Handle {
    /// The longest handle, in characters.
    pub const LONGEST: usize = 30;

    /// Lower-case letters, digits, and `. - _` between them.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim().trim_start_matches('@').to_lowercase();
        let problem = if text.is_empty() {
            Problem::Empty
        } else if text.len() > Self::LONGEST {
            Problem::TooLong { most: Self::LONGEST }
        } else if text.len() < 2 {
            Problem::TooShort { least: 2 }
        } else if is_handle(&text) {
            return Ok(Self(text));
        } else {
            Problem::Malformed
        };
        Err(Invalid::new(Field::Handle, problem))
    }

    /// The handle that suits a name already reduced to plain letters: `Ana Ruiz` is `ana.ruiz`.
    ///
    /// A name without Latin letters is `member`; a number behind it tells two apart.
    #[must_use]
    pub fn suggest(plain_name: &str, number: u32) -> Self {
        let mut base = String::new();
        for word in plain_name.split(|character: char| !character.is_ascii_alphanumeric()) {
            if !word.is_empty() && base.len() + word.len() < Self::LONGEST - 6 {
                if !base.is_empty() {
                    base.push('.');
                }
                base.push_str(&word.to_ascii_lowercase());
            }
        }
        if base.len() < 2 {
            base = String::from("member");
        }
        Self(if number < 2 { base } else { format!("{base}-{number}") })
    }

    /// The handle as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Handle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_handle(text: &str) -> bool {
    let mark = |character: char| matches!(character, '.' | '-' | '_');
    text.chars().all(|character| character.is_ascii_lowercase() || character.is_ascii_digit() || mark(character))
        && !text.starts_with(mark)
        && !text.ends_with(mark)
}

#[cfg(test)]
mod tests {
    use super::Handle;
    use proptest::prelude::{any, prop_assert, proptest};

    #[test]
    fn a_handle_is_suggested_from_a_name() {
        assert_eq!(Handle::suggest("Ana Ruiz", 1).as_str(), "ana.ruiz");
        assert_eq!(Handle::suggest("Ana Ruiz", 3).as_str(), "ana.ruiz-3");
        assert_eq!(Handle::suggest("سلمى", 1).as_str(), "member");
    }

    proptest! {
        #[test]
        fn every_suggestion_is_a_handle(name in any::<String>(), number in 0_u32..100_000) {
            let suggested = Handle::suggest(&name, number);
            prop_assert!(Handle::parse(suggested.as_str()).is_ok(), "{suggested}");
        }
    }
}
