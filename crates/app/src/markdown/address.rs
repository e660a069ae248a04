use ammonia::Url;

/// An absolute address that every browser and mail program reads alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// As it was typed, for people to read.
    pub typed: String,
    /// As the URL Standard writes it, for programs to open.
    pub href: String,
}

impl Address {
    /// None for what nothing here can open, and for what is not what it looks like: on a page of ours a browser takes
    /// `https:path` for one of ours, and it passes over slashes too many, line ends and whatever stands before an `@`.
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let url = Url::parse(typed).ok()?;
        let (_, rest) = typed.split_once(':')?;
        let is_plain = !typed.contains(char::is_control)
            && match url.scheme() {
                "http" | "https" => has_plain_host(rest),
                "mailto" => !url.path().trim().is_empty(),
                _ => false,
            };
        is_plain.then(|| Self { typed: typed.to_owned(), href: url.into() })
    }
}

/// Whether two slashes and a host follow the scheme, and nothing that could be taken for another host.
fn has_plain_host(rest: &str) -> bool {
    rest.strip_prefix("//").is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !host.contains(['@', '\\'])
    })
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn href(typed: &str) -> Option<String> {
        Address::parse(typed).map(|address| address.href)
    }

    #[test]
    fn an_address_is_written_as_browsers_read_it() {
        for (typed, written) in [
            ("https://example.org", "https://example.org/"),
            ("HTTPS://Example.ORG/A", "https://example.org/A"),
            ("https://example.org/a b", "https://example.org/a%20b"),
            ("https://example.org/a\\b", "https://example.org/a/b"),
            ("https://example.org/../x", "https://example.org/x"),
            ("https://example.org/@ana", "https://example.org/@ana"),
            ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9"),
            ("http://[::1]:8080/", "http://[::1]:8080/"),
            ("MAILTO:ana@example.org", "mailto:ana@example.org"),
        ] {
            assert_eq!(href(typed).as_deref(), Some(written), "{typed}");
        }
    }

    #[test]
    fn an_address_that_is_not_what_it_looks_like_is_none() {
        for typed in [
            "https:sign-out",
            "https:/sign-out",
            "https:",
            "https://",
            "https:///example.org",
            "https:\\\\example.org",
            "https:/\\example.org",
            "https://\\example.org",
            "https://example.org\\@example.com/",
            "https://example.org@example.com/",
            "https://ana:secret@example.org/",
            "https://exa\tmple.org/",
            "https://example.org/\n",
            "ht\ntps://example.org",
            "\u{1}https://example.org",
            "//example.org",
            "/sign-out",
            "?a",
            "#a",
            "sign-out",
            "",
            "mailto:",
            "mailto:?",
            "mailto: ",
            "mailto:ana@example.org\r\nBcc: ben@example.org",
            "javascript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,hello",
            "file:///etc/passwd",
            "blob:https://example.org/1",
            "tel:+4412345",
            "https://example.org:99999/",
            "https://exa mple.org/",
        ] {
            assert_eq!(href(typed), None, "{typed:?}");
        }
    }
}
