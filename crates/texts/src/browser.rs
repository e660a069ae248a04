//! Browsers, as people call them.

use crate::Texts;

/// Browsers by the word in their name that no browser below it in the list has.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems, in the same way: an Android also says Linux, an iPhone also says Mac OS X.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

impl Texts {
    /// What people call the browser that says this of itself: `Firefox on Windows`. Nothing of what it says is in the
    /// answer; there is none for what is no browser.
    #[must_use]
    pub fn browser(self, user_agent: &str) -> Option<String> {
        let find = |names: &[(&str, &'static str)]| {
            names.iter().find(|(word, _)| user_agent.contains(word)).map(|(_, name)| *name)
        };
        let browser = find(&BROWSERS)?;
        Some(match find(&SYSTEMS) {
            Some(system) => self.fill("page-client").with("browser", browser).with("system", system).to_string(),
            None => browser.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::Texts;
    use snug_domain::people::Language;

    #[test]
    fn a_browser_is_called_as_people_call_it() {
        let name = |said| Texts::of(Language::English).browser(said);
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/18.5 Mobile/15E148 Safari/604.1";
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0";
        assert_eq!(name(firefox).as_deref(), Some("Firefox on Windows"));
        assert_eq!(name(safari).as_deref(), Some("Safari on iPhone"));
        assert_eq!(name(edge).as_deref(), Some("Edge on Windows"));
        assert_eq!(name("curl/8.5.0"), None);
        assert_eq!(name(""), None);
    }
}
