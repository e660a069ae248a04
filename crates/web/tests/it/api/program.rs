use serde_json::Value;
use snug_testkit::Member;
use snug_testkit::browser::{Answer, Browser, Events, Method, RequestBuilder, TestSite};

/// A program that calls the API, with a personal token or without.
pub(crate) struct Program {
    browser: Browser,
    token: Option<String>,
}

impl Program {
    /// A program of this member's, at their community.
    pub(crate) async fn of(site: &TestSite, member: &Member) -> Self {
        let actor = member.actor();
        let (_, token) = member.api_token("A program").await;
        Self { browser: site.browser_at(&actor.community.host), token: Some(token.reveal().to_owned()) }
    }

    /// A program with this token.
    pub(crate) fn with_token(site: &TestSite, token: &str) -> Self {
        Self { browser: site.browser(), token: Some(token.to_owned()) }
    }

    /// A page in a browser that this member signed in with.
    pub(crate) async fn of_browser(site: &TestSite, member: &Member) -> Self {
        Self::in_browser(site.sign_in(member).await)
    }

    /// A page in this browser.
    pub(crate) fn in_browser(browser: Browser) -> Self {
        Self { browser, token: None }
    }

    /// A program of nobody's.
    pub(crate) fn of_nobody(site: &TestSite) -> Self {
        Self { browser: site.browser(), token: None }
    }

    /// The same program, asking somewhere else.
    pub(crate) fn at(&self, browser: Browser) -> Self {
        Self { browser, token: self.token.clone() }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    /// Posts nothing: the path says it all.
    pub(crate) async fn call(&self, path: &str) -> Answer {
        self.send(self.request(Method::POST, path)).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(&body)).await
    }

    pub(crate) async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send(self.request(Method::PATCH, path).json(&body)).await
    }

    /// Follows what changes.
    pub(crate) async fn follow(&self, query: &str) -> Events {
        self.open(self.request(Method::GET, &format!("/live{query}"))).await
    }

    /// Opens the event stream of a request.
    pub(crate) async fn open(&self, request: RequestBuilder) -> Events {
        self.browser.follow_events(request).await
    }

    /// A request, to be changed before it is sent.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.browser.request(method, &format!("/api/v1{path}"));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub(crate) async fn send(&self, request: RequestBuilder) -> Answer {
        self.browser.send(request).await
    }
}
