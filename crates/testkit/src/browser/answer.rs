use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::{Response, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// What the site answered, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    /// The body as it came.
    pub body: String,
}

impl Answer {
    /// Reads an answer. An event stream has no end: only its beginning is kept.
    pub(super) async fn read(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let body = match kind {
            "text/event-stream" => String::new(),
            _ => response.text().await.expect("a body"),
        };
        Self { status, headers, body }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The header with this name; nothing where there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where the answer leads.
    #[must_use]
    #[track_caller]
    pub fn location(&self) -> String {
        let location = self.header(LOCATION.as_str());
        assert!(!location.is_empty(), "expected to be led on, got {}: {}", self.status, self.main());
        location.to_owned()
    }

    /// The JSON in the body.
    #[must_use]
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|fault| panic!("no JSON, {fault}: {}", self.body))
    }

    /// The page, with what browsers show that run no script.
    #[must_use]
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body.replace("<noscript>", "").replace("</noscript>", ""))
    }

    /// The texts of all elements that match.
    #[must_use]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.html().select(&parse(selector)).map(text_of).collect()
    }

    /// The text of the first element that matches.
    #[must_use]
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let first = self.texts(selector).into_iter().next();
        first.unwrap_or_else(|| panic!("no {selector} on the page, {}: {}", self.status, self.main()))
    }

    /// An attribute of all elements that match and have it.
    #[must_use]
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = self.html();
        html.select(&parse(selector)).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    }

    /// An attribute of the first element that matches and has it.
    #[must_use]
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let first = self.attributes(selector, name).into_iter().next();
        first.unwrap_or_else(|| panic!("no {selector} with {name} on the page, {}: {}", self.status, self.main()))
    }

    /// How many elements match.
    #[must_use]
    pub fn count(&self, selector: &str) -> usize {
        self.html().select(&parse(selector)).count()
    }

    /// Whether an element matches.
    #[must_use]
    pub fn has(&self, selector: &str) -> bool {
        self.count(selector) > 0
    }

    /// The text of the page, without what surrounds every page.
    #[must_use]
    pub fn main(&self) -> String {
        self.texts("main").join(" ")
    }

    /// What is said once after something was done.
    #[must_use]
    pub fn notice(&self) -> String {
        self.texts(".notice-text").join(" ")
    }

    /// Whether the page says this.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        self.main().contains(text)
    }

    /// Where the link with these words leads.
    #[must_use]
    #[track_caller]
    pub fn link(&self, words: &str) -> String {
        let html = self.html();
        let found = html.select(&parse("a[href]")).find(|link| text_of(*link) == words);
        let address = found.and_then(|link| link.attr("href"));
        address.unwrap_or_else(|| panic!("no link \"{words}\" on the page: {}", self.main())).to_owned()
    }
}

#[track_caller]
pub(super) fn parse(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|fault| panic!("{selector}: {fault}"))
}

/// A text as it is read: without the marks that keep a name from turning the words around it.
fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    let read = text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}
