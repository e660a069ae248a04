use super::answer::parse;
use reqwest::{Response, StatusCode};
use scraper::Html;
use std::time::Duration;

/// Longer than any event takes; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(10);

/// An event, as browsers dispatch it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveEvent {
    /// Its name; `message` where it has none of its own.
    pub name: String,
    /// The last id that was heard, with this event or before.
    pub id: String,
    /// What it brings.
    pub data: String,
}

impl LiveEvent {
    /// Its number.
    #[must_use]
    #[track_caller]
    pub fn number(&self) -> i64 {
        self.id.parse().unwrap_or_else(|_| panic!("no number: {self:?}"))
    }

    /// The JSON it brings.
    #[must_use]
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.data).unwrap_or_else(|fault| panic!("no JSON, {fault}: {self:?}"))
    }

    /// The actions of the `<turbo-stream>` elements it brings.
    #[must_use]
    pub fn actions(&self) -> Vec<String> {
        let (html, stream) = (Html::parse_fragment(&self.data), parse("turbo-stream"));
        let streams = html.select(&stream).filter_map(|stream| stream.attr("action"));
        streams.map(str::to_owned).collect()
    }
}

/// An event stream that is open, read as the standard says (HTML, 9.2.6).
pub struct Events {
    response: Response,
    /// Bytes that are no whole line yet.
    rest: Vec<u8>,
    last_id: String,
}

impl Events {
    pub(super) fn of(response: Response) -> Self {
        Self { response, rest: Vec::new(), last_id: String::new() }
    }

    /// The status the stream was answered with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// A header of the stream.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The next event; `None` once the stream has ended.
    pub async fn next(&mut self) -> Option<LiveEvent> {
        tokio::time::timeout(PATIENCE, self.read_event()).await.expect("an event, or the end of the stream")
    }

    /// The next event with this name; those before it are passed over.
    pub async fn next_named(&mut self, name: &str) -> LiveEvent {
        loop {
            let event = self.next().await.unwrap_or_else(|| panic!("the stream ended before {name}"));
            if event.name == name {
                return event;
            }
        }
    }

    /// The next change of the page, and the bell after it.
    pub async fn next_change(&mut self) -> LiveEvent {
        self.next_named("message").await
    }

    /// Whether the stream ends here, with nothing but beats before its end.
    pub async fn ends(&mut self) -> bool {
        loop {
            match self.next().await {
                None => return true,
                Some(event) if event.name == "beat" => {}
                Some(_) => return false,
            }
        }
    }

    async fn read_event(&mut self) -> Option<LiveEvent> {
        let (mut name, mut data) = (String::new(), Vec::new());
        loop {
            let line = self.read_line().await?;
            let (field, value) = line.split_once(':').unwrap_or((&line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match field {
                "event" => value.clone_into(&mut name),
                "data" => data.push(value.to_owned()),
                "id" => value.clone_into(&mut self.last_id),
                "" if line.is_empty() && data.is_empty() => name.clear(),
                "" if line.is_empty() => {
                    let name = if name.is_empty() { String::from("message") } else { name };
                    return Some(LiveEvent { name, id: self.last_id.clone(), data: data.join("\n") });
                }
                _ => {}
            }
        }
    }

    async fn read_line(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.rest.drain(..=end).collect();
                return Some(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned());
            }
            let bytes = self.response.chunk().await.ok().flatten()?;
            self.rest.extend_from_slice(&bytes);
        }
    }
}
