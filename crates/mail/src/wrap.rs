//! Plain text in lines that every mail program shows whole.

/// The width of a line; RFC 5322, 2.1.1, asks for at most 78, and an answer adds `> `.
const WIDTH: usize = 76;

/// The text with its long lines broken at spaces. A word that is longer than a line, such as a
/// URL, stays whole; empty lines at the ends go, and more than one in between become one.
pub(crate) fn wrap(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        let after_empty = lines.last().is_none_or(String::is_empty);
        if !(line.is_empty() && after_empty) {
            break_line(line, &mut lines);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.push(String::new());
    lines.join("\n")
}

fn break_line(line: &str, lines: &mut Vec<String>) {
    if line.chars().count() <= WIDTH {
        lines.push(line.to_owned());
        return;
    }
    let indent: String = line.chars().take_while(|character| matches!(character, ' ' | '>')).collect();
    let mut current = indent.clone();
    for word in line.trim_start_matches([' ', '>']).split(' ') {
        let full = current.chars().count() + 1 + word.chars().count() > WIDTH;
        if full && current.len() > indent.len() {
            lines.push(std::mem::replace(&mut current, indent.clone()));
        }
        if current.len() > indent.len() {
            current.push(' ');
        }
        current.push_str(word);
    }
    lines.push(current);
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, wrap};
    use proptest::prelude::{any, prop_assert_eq, proptest};

    #[test]
    fn a_long_line_is_broken_at_a_space_and_a_url_is_not() {
        let url = format!("https://example.org/{}", "x".repeat(100));
        let wrapped = wrap(&format!("\n\n{}\n\n\n> {}\n{url}\n\n", "word ".repeat(20), "quoted ".repeat(15)));
        insta::assert_snapshot!(wrapped, @r"
        word word word word word word word word word word word word word word word
        word word word word word

        > quoted quoted quoted quoted quoted quoted quoted quoted quoted quoted
        > quoted quoted quoted quoted quoted
        https://example.org/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        ");
        assert!(wrapped.lines().all(|line| line.chars().count() <= WIDTH || line == url));
    }

    proptest! {
        #[test]
        fn wrapping_loses_no_word(text in any::<String>()) {
            let words = |text: &str| text.replace('>', " ").split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&wrap(&text)), words(&text));
        }
    }
}
