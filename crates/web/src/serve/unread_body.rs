//! The rest of a request that was answered before its body was read.
//!
//! hyper reads on if the rest is there already, and closes the connection without a word if it is not. A proxy that
//! keeps connections then meets a closed one. So the rest is read first, within bounds; beyond them the answer says
//! `connection: close`, and the connection is closed only when the client has stopped sending.

use axum::body::{Body, Bytes};
use axum::http::header::{CONNECTION, EXPECT};
use axum::http::{HeaderValue, Response};
use futures_util::future::poll_fn;
use hyper::Request;
use hyper::body::{Body as _, Frame, Incoming, SizeHint};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::time::timeout;

/// How much of a body is read that nobody wants, and how long it may take to come.
const MOST: u64 = 2 * 1_024 * 1_024;
const PATIENCE: Duration = Duration::from_secs(3);

/// The body of a request, of which a part may be left.
pub(super) struct UnreadBody {
    body: Arc<SharedBody>,
    /// The client waits for a word before it sends the body (RFC 9110, 10.1.1).
    is_held_back: bool,
}

struct SharedBody {
    incoming: Mutex<Incoming>,
    is_begun: AtomicBool,
}

impl UnreadBody {
    /// The request with a body that is not lost with it; nothing to look after where it has none.
    pub(super) fn keep(request: Request<Incoming>) -> (axum::extract::Request, Option<Self>) {
        if request.body().is_end_stream() {
            return (request.map(Body::new), None);
        }
        let is_held_back = request.headers().contains_key(EXPECT);
        let (parts, incoming) = request.into_parts();
        let body = Arc::new(SharedBody { incoming: Mutex::new(incoming), is_begun: AtomicBool::new(false) });
        let request = Request::from_parts(parts, Body::new(Handed(Arc::clone(&body))));
        (request, Some(Self { body, is_held_back }))
    }

    /// Reads what is left. Where that is too much, has the answer say that the connection ends with it.
    pub(super) async fn finish(&self, response: &mut Response<Body>) -> Rest {
        let is_held_back = self.is_held_back && !self.body.is_begun.load(Ordering::Relaxed);
        let is_read = !is_held_back && timeout(PATIENCE, self.read_on()).await.unwrap_or(false);
        if is_read {
            return Rest::Read;
        }
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        Rest::Left
    }

    async fn read_on(&self) -> bool {
        let mut left = MOST;
        loop {
            if self.body.lock().size_hint().lower() > left {
                return false;
            }
            let frame = poll_fn(|context| Pin::new(&mut *self.body.lock()).poll_frame(context)).await;
            match frame {
                None => return true,
                Some(Err(_)) => return false,
                Some(Ok(frame)) => {
                    let length = frame.data_ref().map_or(0, Bytes::len);
                    match left.checked_sub(u64::try_from(length).unwrap_or(u64::MAX)) {
                        Some(less) => left = less,
                        None => return false,
                    }
                }
            }
        }
    }
}

/// What became of the rest of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// It was read.
    Read,
    /// It is still to come.
    Left,
}

/// Reads until the client stops sending, within bounds. A connection that is closed before that is reset, and a reset
/// can take the answer away from a client that has not read it yet (RFC 9112, 9.6).
pub(super) async fn linger(stream: &mut (impl AsyncRead + Unpin)) {
    let mut rest = stream.take(MOST);
    drop(timeout(PATIENCE, tokio::io::copy(&mut rest, &mut tokio::io::sink())).await);
}

impl SharedBody {
    fn lock(&self) -> MutexGuard<'_, Incoming> {
        // A panic elsewhere leaves nothing of ours half done in it.
        self.incoming.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The body, as handlers read it.
struct Handed(Arc<SharedBody>);

impl hyper::body::Body for Handed {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        self.0.is_begun.store(true, Ordering::Relaxed);
        Pin::new(&mut *self.0.lock()).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().size_hint()
    }
}
