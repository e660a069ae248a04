use super::answer::Answer;
use super::events::Events;
use super::form::find_form;
use crate::installation::Installation;
use reqwest::header::{ACCEPT, COOKIE, HeaderMap, ORIGIN, SET_COOKIE, USER_AGENT};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Request, RequestBuilder};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What Turbo asks for when a form is sent.
const TURBO_STREAM: &str = "text/vnd.turbo-stream.html, text/html, application/xhtml+xml";
/// What our composer asks for: a change to the open page, and nothing else.
const STREAM_ONLY: &str = "text/vnd.turbo-stream.html";

/// A browser at one host. Clones are tabs of the same one.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    origin: String,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    installation: Arc<Installation>,
}

impl Browser {
    pub(super) fn new(installation: Arc<Installation>, host: &str, address: SocketAddr) -> Self {
        let client = Client::builder().resolve(host, address).redirect(Policy::none()).no_proxy().build();
        Self {
            client: client.expect("a client"),
            origin: format!("http://{host}:{}", address.port()),
            cookies: Arc::default(),
            installation,
        }
    }

    /// Opens a page, wherever that leads. A link of a mail may be given whole.
    pub async fn open(&self, path: impl AsRef<str>) -> Answer {
        let answer = self.get(path).await;
        self.follow(answer).await
    }

    /// Asks for one page, and stays with the answer.
    pub async fn get(&self, path: impl AsRef<str>) -> Answer {
        self.send(self.request(Method::GET, path.as_ref())).await
    }

    /// Sends a form, wherever that leads.
    pub async fn submit(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        self.follow(answer).await
    }

    /// Sends a form, and stays with the answer.
    pub async fn post(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path.as_ref()).form(fields)).await
    }

    /// Sends a form as our script does that puts the answer into the open page.
    pub async fn stream(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path.as_ref()).header(ACCEPT, STREAM_ONLY).form(fields)).await
    }

    /// Sends a form as Turbo does that navigates.
    pub async fn navigate(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path.as_ref()).header(ACCEPT, TURBO_STREAM).form(fields)).await
    }

    /// Presses the button on a page that sends to `action`, after filling in these fields.
    #[track_caller]
    pub fn press<'a>(
        &'a self,
        page: &Answer,
        action: &'a str,
        fields: &[(&str, &str)],
    ) -> impl Future<Output = Answer> + 'a {
        let mut filled = find_form(page, action);
        for (name, value) in fields {
            filled.retain(|(known, _)| known != name);
            filled.push(((*name).to_owned(), (*value).to_owned()));
        }
        async move {
            let answer = self.send(self.request(Method::POST, action).form(&filled)).await;
            self.follow(answer).await
        }
    }

    /// Follows the event stream from here on, or from the change with this number.
    pub async fn live(&self, since: Option<i64>) -> Events {
        let path = since.map_or_else(|| String::from("/live"), |since| format!("/live?since={since}"));
        self.follow_events(self.request(Method::GET, &path)).await
    }

    /// Follows the event stream again, after the last event that was heard.
    pub async fn live_again(&self, last_event_id: i64) -> Events {
        let request = self.request(Method::GET, "/live?since=0");
        self.follow_events(request.header("last-event-id", last_event_id)).await
    }

    /// Follows the event stream that a request opens.
    pub async fn follow_events(&self, request: RequestBuilder) -> Events {
        let response = request.header(ACCEPT, "text/event-stream").send().await.expect("a stream");
        Events::of(response)
    }

    /// A request as this browser makes it, to be changed before it is sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let is_safe = method.is_safe();
        let cookies: Vec<_> = self.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = self
            .client
            .request(method, format!("{}{}", self.origin, path_of(path)))
            .header(USER_AGENT, "A browser of 2026")
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-site", if is_safe { "none" } else { "same-origin" });
        let request = if cookies.is_empty() { request } else { request.header(COOKIE, cookies.join("; ")) };
        if is_safe { request } else { request.header(ORIGIN, &self.origin) }
    }

    /// Sends a request, and keeps the cookies of the answer.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        self.execute(request.build().expect("a request")).await
    }

    /// Sends exactly this request, and keeps the cookies of the answer.
    pub async fn execute(&self, request: Request) -> Answer {
        let response = self.client.execute(request).await.expect("an answer");
        self.keep_cookies(response.headers());
        Answer::read(response).await
    }

    /// What this browser kept under a name.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies().get(name).cloned()
    }

    /// Keeps a cookie that came from elsewhere.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies().insert(name.to_owned(), value.to_owned());
    }

    /// `http://riverside.localhost:4711`
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    async fn follow(&self, mut answer: Answer) -> Answer {
        while answer.status().is_redirection() {
            let path = answer.location();
            assert!(path.starts_with('/') && !path.starts_with("//"), "led to another site: {path}");
            let without_fragment = path.split('#').next().unwrap_or_default().to_owned();
            answer = self.get(without_fragment).await;
        }
        answer
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for cookie in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let Some((name, value)) = pair.split_once('=') else { continue };
            if attributes.contains("Max-Age=0") {
                self.cookies().remove(name);
            } else {
                self.installation.keep_secret(value);
                self.set_cookie(name, value);
            }
        }
    }

    fn cookies(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The path and query of a link, whatever host it names.
fn path_of(link: &str) -> &str {
    match link.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
        None => link,
    }
}
