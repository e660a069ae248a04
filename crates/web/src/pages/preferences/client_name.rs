use snug_texts::Texts;

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

/// Characters shown of a name that is none of a browser.
const SHOWN: usize = 60;

/// What people call the browser that says this of itself: `Firefox on Windows`.
pub(super) fn client_name(texts: Texts, said: &str) -> String {
    let find =
        |names: &[(&str, &'static str)]| names.iter().find(|(word, _)| said.contains(word)).map(|(_, name)| *name);
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => {
            texts.fill("page-client").with("browser", browser).with("system", system).to_string()
        }
        (Some(name), None) => name.to_owned(),
        _ if said.trim().is_empty() => texts.get("page-client-unknown").into_owned(),
        _ => said.chars().take(SHOWN).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::client_name;
    use snug_domain::people::Language;
    use snug_texts::Texts;

    #[test]
    fn a_browser_is_called_as_people_call_it() {
        let name = |said| client_name(Texts::of(Language::English), said);
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/18.5 Mobile/15E148 Safari/604.1";
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0";
        assert_eq!(name(firefox), "Firefox on Windows");
        assert_eq!(name(safari), "Safari on iPhone");
        assert_eq!(name(edge), "Edge on Windows");
        assert_eq!(name("curl/8.5.0"), "curl/8.5.0");
        assert_eq!(name(""), "A browser or program");
    }
}
