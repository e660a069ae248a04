use crate::invalid::{Field, Invalid, line};

/// What a person is called: one line of 1 to 60 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// The name in this text, without the white space around it.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        line(Field::Name, text, 1, 60).map(Self)
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The line about oneself: none, or up to 160 characters.
pub fn about(text: &str) -> Result<String, Invalid> {
    line(Field::About, text, 0, 160)
}

/// The letters that stand for a picture: of the first word and of the last.
#[must_use]
pub fn initials(name: &str) -> String {
    let letter = |word: &str| word.chars().find(|character| character.is_alphanumeric());
    let mut letters = name.split_whitespace().filter_map(letter);
    let first = letters.next();
    first.into_iter().chain(letters.next_back()).flat_map(char::to_uppercase).collect()
}

/// The words of a text that a search may begin with, at most twelve.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).take(12)
}

#[cfg(test)]
mod tests {
    use super::{PersonName, about, initials};
    use crate::Problem;

    #[test]
    fn initials_are_of_the_first_word_and_the_last() {
        assert_eq!(initials("Ana María Ruiz"), "AR");
        assert_eq!(initials("ben"), "B");
        assert_eq!(initials("سلمى حداد"), "سح");
        assert_eq!(initials("…"), "");
    }

    #[test]
    fn a_name_cannot_turn_the_sentence_around_it() {
        assert!(PersonName::parse("Ana\u{202e}nimda").is_err());
        assert_eq!(PersonName::parse("  Ana \n Ruiz ").expect("a name").as_str(), "Ana Ruiz");
    }

    #[test]
    fn a_name_shows_something_and_hides_nothing() {
        let problem = |text: &str| PersonName::parse(text).map_err(|invalid| invalid.problem);
        for nothing in ["\u{200b}", "\u{3164}", "\u{2800} \u{2800}", "\u{301}", "\u{e0041}"] {
            assert_eq!(problem(nothing), Err(Problem::Empty), "{nothing:?}");
        }
        for hidden in ["Ana\u{200b}", "A\u{ad}na", "Ana\u{feff} Ruiz", "A\u{200d}na", "Ana\0"] {
            assert_eq!(problem(hidden), Err(Problem::Invisible), "{hidden:?}");
        }
        assert!(problem("علی\u{200c}رضا").is_ok());
        assert_eq!(about("\u{3164}"), Ok(String::new()), "an empty line about oneself");
    }
}
