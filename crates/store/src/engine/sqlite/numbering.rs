//! `$1` becomes `?1`.
//!
//! SQLite takes `$1` for a name and numbers names by appearance, so `$2, $1`
//! would be bound the wrong way round. `?1` means what PostgreSQL's `$1` means.

/// The statement with its parameters numbered as SQLite wants them.
pub(crate) fn numbered(sql: &str) -> String {
    let mut text = String::with_capacity(sql.len());
    let mut quote = None;
    let mut characters = sql.chars().peekable();
    while let Some(character) = characters.next() {
        match quote {
            Some(open) if character == open => quote = None,
            None if character == '\'' || character == '"' => quote = Some(character),
            None if character == '$' && characters.peek().is_some_and(char::is_ascii_digit) => {
                text.push('?');
                continue;
            }
            Some(_) | None => {}
        }
        text.push(character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn parameters_are_numbered_and_texts_left_alone() {
        assert_eq!(numbered("SELECT $2, $1, '$3 ''$4', \"a$5\", $10"), "SELECT ?2, ?1, '$3 ''$4', \"a$5\", ?10");
    }
}
