/// The first words of a message for a list or a mail: one line, without Markdown's marks.
///
/// Ends with an ellipsis where something was left out.
#[must_use]
pub fn excerpt(source: &str, most: usize) -> String {
    let mut words = String::new();
    let mut left = most;
    for word in source.split_whitespace().filter_map(without_marks) {
        let length = word.chars().count() + usize::from(!words.is_empty());
        if length > left {
            if words.is_empty() {
                words.extend(word.chars().take(most));
            }
            words.push('…');
            return words;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&word);
        left -= length;
    }
    words
}

/// The word without the marks of headings, quotes, lists and emphasis around it; none if nothing
/// is left.
fn without_marks(word: &str) -> Option<String> {
    let is_emphasis = |character: &char| matches!(character, '*' | '_' | '`' | '~');
    let is_structure = |character: char| matches!(character, '#' | '>' | '-' | '+' | '=');
    // Emphasis ends before a comma or a question mark: the marks around the letters go, the rest stays.
    let begins = word.find(char::is_alphanumeric).unwrap_or(word.len());
    let ends = word.rfind(char::is_alphanumeric).unwrap_or(0);
    let places = word.char_indices().filter(|(at, character)| !is_emphasis(character) || (begins..=ends).contains(at));
    let bare: String = places.map(|(_, character)| character).collect();
    (!bare.chars().all(is_structure)).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use proptest::prelude::{any, prop_assert, proptest};

    #[test]
    fn the_marks_of_markdown_are_left_out() {
        assert_eq!(excerpt("# Hello\n\n> **dear** Ben,\n- one", 80), "Hello dear Ben, one");
        assert_eq!(excerpt("On **Monday**? (_Surely_!) `snake_case` * 🦊", 80), "On Monday? (Surely!) snake_case 🦊");
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(excerpt("one two three", 9), "one two…");
        assert_eq!(excerpt("Donaudampfschiff", 5), "Donau…");
    }

    proptest! {
        #[test]
        fn an_excerpt_is_one_short_line(source in any::<String>(), most in 1_usize..300) {
            let excerpt = excerpt(&source, most);
            prop_assert!(excerpt.chars().count() <= most + 1);
            prop_assert!(!excerpt.contains('\n'));
        }
    }
}
