//! Connections: takes them, and hands each request to the site.
//!
//! HTTP/1.1 and no TLS: a proxy stands in front, and speaks with browsers. One task and one open file a connection;
//! most of them are event streams that say nothing most of the time, so what an open one costs is what counts.

mod bare_refusal;
#[cfg(test)]
mod tests;
mod unread_body;

use crate::{Site, router};
use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use bare_refusal::{Refusals, Refusing};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Error, Request};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;
use unread_body::{Rest, UnreadBody, linger};

/// How long a connection may take until it has sent the head of its next request, whether it sends it slowly or says
/// nothing at all. Proxies keep a connection for two minutes (Caddy) or one (nginx) until they need it again; ending
/// it before they do would now and then end it under a request. Streams that are open are no part of this.
const PATIENCE: Duration = Duration::from_secs(150);
/// The longest head of a request, in bytes, and the most that is read ahead of a body. Longer ones are refused (431).
const LONGEST_HEAD: usize = 64 * 1_024;
/// How long to wait where the system has no room for one more connection, until one may have ended.
const NO_ROOM: Duration = Duration::from_secs(1);

/// Answers requests until the site is told to stop; then it takes no new ones and finishes those
/// it has.
pub async fn serve(listener: TcpListener, site: Site) {
    let (stopping, refusals) = (site.stopping.clone(), Refusals::new(site.is_secure()));
    serve_patiently(listener, router(site), refusals, stopping, PATIENCE).await;
}

/// Answers `GET /metrics` with what this writes, as Prometheus reads it. A listener of its own, so that no proxy in
/// front of the site leads here: how often something was declined would tell an inviter what nobody else tells them.
pub async fn serve_metrics(
    listener: TcpListener,
    write: Arc<dyn Fn() -> String + Send + Sync>,
    stopping: CancellationToken,
) {
    let metrics = move || async move { ([(CONTENT_TYPE, "text/plain; version=0.0.4")], write()) };
    let router = Router::new().route("/metrics", get(metrics));
    serve_patiently(listener, router, Refusals::new(false), stopping, PATIENCE).await;
}

async fn serve_patiently(
    listener: TcpListener,
    router: Router,
    refusals: Refusals,
    stopping: CancellationToken,
    patience: Duration,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience).max_buf_size(LONGEST_HEAD);
    let connections = TaskTracker::new();
    while let Some((stream, address)) = stopping.run_until_cancelled(accept(&listener)).await {
        connections.spawn(answer(http.clone(), stream, address, (router.clone(), refusals.clone()), stopping.clone()));
    }
    drop(listener);
    connections.close();
    connections.wait().await;
}

/// The next connection. Whatever is wrong with one is no reason to take no others.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(fault) if has_left(&fault) => (),
            Err(fault) => {
                tracing::warn!(%fault, "could not accept a connection: out of file descriptors or memory");
                tokio::time::sleep(NO_ROOM).await;
            }
        }
    }
}

/// Whether it was the other end that went away while it waited to be accepted.
fn has_left(fault: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(fault.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Answers what comes on a connection, until it ends; when stopping, only what has begun.
async fn answer(
    http: http1::Builder,
    mut stream: TcpStream,
    address: SocketAddr,
    (router, refusals): (Router, Refusals),
    stopping: CancellationToken,
) {
    // An event is small, and the next may be long in coming: it must not wait until the last is acknowledged.
    // This fails where the other end is gone, which is found out soon enough.
    drop(stream.set_nodelay(true));
    let is_sending = AtomicBool::new(false);
    let left = &is_sending;
    let service = service_fn(move |request: Request<Incoming>| {
        let (mut request, unread) = UnreadBody::keep(request);
        request.extensions_mut().insert(ConnectInfo(address));
        let answering = router.clone().oneshot(request);
        Box::pin(async move {
            let mut response = answering.await?;
            if let Some(unread) = unread
                && unread.finish(&mut response).await == Rest::Left
            {
                left.store(true, Ordering::Relaxed);
            }
            Ok::<_, Infallible>(response)
        })
    });
    let ended = {
        let io = TokioIo::new(Refusing::new(&mut stream, refusals));
        let mut connection = pin!(http.serve_connection(io, service));
        tokio::select! {
            ended = connection.as_mut() => ended,
            () = stopping.cancelled() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        }
    };
    let is_refused = ended.as_ref().is_err_and(Error::is_parse);
    if let Err(fault) = ended {
        note(&fault);
    }
    if is_refused || is_sending.load(Ordering::Relaxed) {
        linger(&mut stream).await;
    }
}

/// That a connection broke is everyday business of the other end.
fn note(fault: &Error) {
    tracing::debug!(%fault, "a connection broke");
}
