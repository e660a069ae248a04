//! What a server said.

use snug_domain::deliveries::{EnhancedCode, Rejection, Stage};

/// Some servers answer with a page of text; the first lines say it.
const LONGEST: usize = 500;

/// A reply of a server: its code decides, its words are for people.
pub(super) struct Reply {
    pub code: u16,
    pub lines: Vec<String>,
    /// Whether it ended: after one that did not, nothing more can be said on the connection.
    pub is_whole: bool,
}

/// One line of a reply.
pub(super) struct ReplyLine<'a> {
    pub code: u16,
    pub has_next: bool,
    pub text: &'a [u8],
}

impl<'a> ReplyLine<'a> {
    /// The line in these bytes; none where they do not begin with a code.
    pub(super) fn parse(line: &'a [u8]) -> Option<Self> {
        let (code, rest) = line.split_at_checked(3)?;
        let is_code = code.iter().all(u8::is_ascii_digit) && matches!(code.first(), Some(b'2'..=b'5'));
        let code = std::str::from_utf8(code).ok().filter(|_| is_code)?.parse().ok()?;
        match rest {
            [] => Some(Self { code, has_next: false, text: &[] }),
            [mark @ (b'-' | b' ' | b'\t'), text @ ..] => Some(Self { code, has_next: *mark == b'-', text }),
            _ => None,
        }
    }
}

impl Reply {
    pub(super) fn is_positive(&self) -> bool {
        (200..300).contains(&self.code)
    }

    /// Its words in one line, an enhanced code once and not at every line.
    pub(super) fn words(&self) -> String {
        let enhanced = |line: &str| line.split_whitespace().next().and_then(EnhancedCode::parse);
        let repeated = self.lines.first().and_then(|line| enhanced(line));
        let mut said = Vec::new();
        for (place, line) in self.lines.iter().enumerate() {
            let again = usize::from(place > 0 && repeated.is_some() && enhanced(line) == repeated);
            said.extend(line.split_whitespace().skip(again));
        }
        said.join(" ").chars().take(LONGEST).collect()
    }

    /// Code and words, as they are kept with a delivery.
    pub(super) fn in_one_line(&self) -> String {
        format!("{} {}", self.code, self.words()).trim_end().to_owned()
    }

    /// This reply, which was not the one the command is for.
    pub(super) fn rejects(&self, stage: Stage) -> Rejection {
        match self.code {
            400.. => Rejection { stage, code: Some(self.code), words: self.words() },
            _ => without_code(stage, &format!("The mail server gave an answer that does not fit: {}", self.code)),
        }
    }

    /// This reply, which agrees and does not end.
    pub(super) fn without_end(&self, stage: Stage) -> Rejection {
        without_code(stage, &format!("The mail server gave an answer without an end: {}", self.code))
    }
}

/// What kept us from hearing an answer.
pub(super) fn without_code(stage: Stage, words: &str) -> Rejection {
    Rejection { stage, code: None, words: words.chars().take(LONGEST).collect() }
}

/// Bytes as text: UTF-8 where they are, else as the older servers mean them. Nothing in it moves other text about.
pub(super) fn readable(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let is_plain = |character: &char| !matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).filter(is_plain).collect()
}

#[cfg(test)]
mod tests {
    use super::{Reply, ReplyLine, readable};
    use proptest::prelude::{any, prop_assert, proptest};

    fn words(lines: &[&[u8]]) -> String {
        Reply { code: 550, lines: lines.iter().map(|line| readable(line)).collect(), is_whole: true }.words()
    }

    #[test]
    fn words_of_any_encoding_are_shown() {
        assert_eq!(words(&["5.1.1 Größe überschritten".as_bytes()]), "5.1.1 Größe überschritten");
        assert_eq!(words(&[b"5.1.1 bo\xeete pleine"]), "5.1.1 boîte pleine");
        assert_eq!(words(&[b"no\0such\x1b[31m \xe2\x80\xae user"]), "no such [31m user");
    }

    #[test]
    fn an_enhanced_code_is_said_once() {
        assert_eq!(
            words(&[b"5.1.1 No such user.", b"5.1.1 Try another", b"5.7.1 or none"]),
            "5.1.1 No such user. Try another 5.7.1 or none"
        );
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_strange(bytes in any::<Vec<u8>>()) {
            if let Some(line) = ReplyLine::parse(&bytes) {
                prop_assert!((200..600).contains(&line.code));
            }
            prop_assert!(!readable(&bytes).chars().any(char::is_control));
        }
    }
}
