use snug_texts::Texts;

/// Characters shown of a name that is none of a browser.
const SHOWN: usize = 60;

/// What people call the browser or program that says this of itself.
pub(super) fn client_name(texts: Texts, said: &str) -> String {
    texts.browser(said).unwrap_or_else(|| {
        let shown: String = said.trim().chars().take(SHOWN).collect();
        if shown.is_empty() { texts.get("page-client-unknown").into_owned() } else { shown }
    })
}

#[cfg(test)]
mod tests {
    use super::client_name;
    use snug_domain::people::Language;
    use snug_texts::Texts;

    #[test]
    fn a_program_is_called_as_it_calls_itself() {
        let name = |said| client_name(Texts::of(Language::English), said);
        assert_eq!(name("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"), "Firefox on Linux");
        assert_eq!(name("curl/8.5.0"), "curl/8.5.0");
        assert_eq!(name(" "), "A browser or program");
    }
}
