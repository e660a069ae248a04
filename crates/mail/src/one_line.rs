//! Text that has to stay within one header. What passes here cannot add a header, end the
//! headers, or decode to something else than it shows.

/// The text as one line: no line break, no control character, no run of spaces.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|character| if breaks(character) { ' ' } else { character }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    // Some mail programs decode RFC 2047 words wherever they stand, even in a name that was
    // written as plain letters; a name must not smuggle one in.
    words.join(" ").replace("=?", "= ?")
}

/// An address, a URL or a message id: visible characters that need no quoting, and nothing else.
pub(crate) fn one_word(text: &str) -> String {
    text.chars()
        .filter(|character| !breaks(*character) && !character.is_whitespace() && !"<>\"".contains(*character))
        .collect()
}

fn breaks(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{one_line, one_word};
    use proptest::prelude::{any, prop_assert, proptest};

    #[test]
    fn a_line_break_becomes_a_space() {
        assert_eq!(one_line(" Ana\r\nBcc: eve@example.org\u{2028}Ruiz "), "Ana Bcc: eve@example.org Ruiz");
        assert_eq!(one_line("=?utf-8?Q?Admin?="), "= ?utf-8?Q?Admin?=");
    }

    proptest! {
        #[test]
        fn no_control_character_passes(text in any::<String>()) {
            prop_assert!(!one_line(&text).chars().any(char::is_control));
            prop_assert!(!one_word(&text).chars().any(|character| character.is_control() || character.is_whitespace()));
        }
    }
}
