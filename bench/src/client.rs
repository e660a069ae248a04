//! A client that keeps its connection: what a browser does, at the least cost to the machine that both share.

use anyhow::{Context, Result, bail, ensure};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST, HeaderMap, SET_COOKIE};
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// Whom to ask, and as whom.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) address: SocketAddr,
    /// The host name, by which a community is found.
    pub(crate) host: String,
    /// What stands behind `Bearer`; empty for nobody.
    pub(crate) token: String,
    /// The network address that the proxy in front would name; empty for none.
    pub(crate) network: String,
}

impl Caller {
    /// The same caller, as a proxy in front names where they come from.
    pub(crate) fn from(self, network: String) -> Self {
        Self { network, ..self }
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// A connection that is kept.
pub(crate) struct Client {
    caller: Caller,
    sender: SendRequest<Full<Bytes>>,
}

impl Client {
    pub(crate) async fn connect(caller: Caller) -> Result<Self> {
        let stream = TcpStream::connect(caller.address).await.context("connecting")?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        // It ends when the sender is dropped, or the server closes.
        tokio::spawn(async move { drop(connection.await) });
        Ok(Self { caller, sender })
    }

    /// Whether the server has closed it.
    pub(crate) fn is_closed(&self) -> bool {
        self.sender.is_closed()
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask(Method::GET, path, "application/json", Bytes::new()).await
    }

    pub(crate) async fn post(&mut self, path: &str, json: String) -> Result<Answer> {
        self.ask(Method::POST, path, "application/json", json.into()).await
    }

    pub(crate) async fn put(&mut self, path: &str, json: String) -> Result<Answer> {
        self.ask(Method::PUT, path, "application/json", json.into()).await
    }

    /// Asks, and reads the answer to its end.
    async fn ask(&mut self, method: Method, path: &str, accept: &str, body: Bytes) -> Result<Answer> {
        let response = self.send(method, path, accept, body).await?;
        let (parts, body) = response.into_parts();
        Ok(Answer { status: parts.status, headers: parts.headers, body: body.collect().await?.to_bytes() })
    }

    /// Opens an event stream.
    pub(crate) async fn follow(mut self, path: &str) -> Result<Events> {
        let response = self.send(Method::GET, path, "text/event-stream", Bytes::new()).await?;
        if response.status() != StatusCode::OK {
            bail!("the event stream answered {}", response.status());
        }
        Ok(Events { body: response.into_body(), _client: self })
    }

    /// Signs in as a browser does; returns the cookie of the session.
    pub(crate) async fn sign_in(&mut self, address: &str, password: &str) -> Result<String> {
        let typed = serde_json::json!({ "address": address, "password": password }).to_string();
        let response = self.send(Method::POST, "/api/v1/sessions", "application/json", typed.into()).await?;
        ensure!(response.status() == StatusCode::CREATED, "signing in answered {}", response.status());
        let cookie = response.headers().get(SET_COOKIE).context("no cookie")?.to_str()?.to_owned();
        response.into_body().collect().await?;
        Ok(cookie.split(';').next().unwrap_or_default().to_owned())
    }

    /// Opens a page as a browser does in which somebody is signed in; how long its first byte took, and the page.
    pub(crate) async fn open(&mut self, path: &str, cookie: &str) -> Result<(Duration, Answer)> {
        let request = Request::get(path)
            .header(HOST, &self.caller.host)
            .header(COOKIE, cookie)
            .header(ACCEPT, "text/html")
            .body(Full::default())?;
        self.sender.ready().await?;
        let asked = Instant::now();
        let mut response = self.sender.send_request(request).await?;
        let first = response.body_mut().frame().await.context("an empty page")??;
        let took = asked.elapsed();
        let (status, headers) = (response.status(), response.headers().clone());
        let mut page = first.into_data().unwrap_or_default().to_vec();
        page.extend(response.into_body().collect().await?.to_bytes());
        Ok((took, Answer { status, headers, body: page.into() }))
    }

    /// Posts a form as a browser does in which somebody is signed in.
    pub(crate) async fn post_form(&mut self, path: &str, cookie: &str, form: String) -> Result<Answer> {
        let request = Request::post(path)
            .header(HOST, &self.caller.host)
            .header(COOKIE, cookie)
            .header(ACCEPT, "text/html")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::new(form.into()))?;
        self.sender.ready().await?;
        let (parts, body) = self.sender.send_request(request).await?.into_parts();
        Ok(Answer { status: parts.status, headers: parts.headers, body: body.collect().await?.to_bytes() })
    }

    async fn send(&mut self, method: Method, path: &str, accept: &str, body: Bytes) -> Result<Response<Incoming>> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, &self.caller.host)
            .header(ACCEPT, accept)
            .header(CONTENT_TYPE, "application/json");
        if !self.caller.network.is_empty() {
            request = request.header("x-forwarded-for", &self.caller.network);
        }
        if !self.caller.token.is_empty() {
            request = request.header(AUTHORIZATION, format!("Bearer {}", self.caller.token));
        }
        let request = request.body(Full::new(body))?;
        self.sender.ready().await?;
        Ok(self.sender.send_request(request).await?)
    }
}

/// An event stream that is open.
pub(crate) struct Events {
    body: Incoming,
    _client: Client,
}

impl Events {
    /// The next bytes of it; `None` at its end.
    pub(crate) async fn next(&mut self) -> Option<Bytes> {
        while let Some(frame) = self.body.frame().await {
            if let Ok(bytes) = frame.ok()?.into_data() {
                return Some(bytes);
            }
        }
        None
    }
}
