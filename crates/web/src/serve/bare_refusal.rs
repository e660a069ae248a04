//! Requests that hyper refuses before they reach the site: a head that is broken or too long.
//!
//! hyper answers those itself, with a status and nothing else, and has no hook for it. So what it writes is looked at
//! here, and such an answer gets the headers of every answer and a problem.

use crate::headers::of_every_answer;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The answers to requests that never reach the site.
#[derive(Clone)]
pub(super) struct Refusals(Arc<[(&'static str, Vec<u8>)]>);

impl Refusals {
    /// The answers of a site that is served over https or not.
    pub(super) fn new(is_secure: bool) -> Self {
        let refusal = |status: u16, title: &str, code: &str, detail: &str| {
            let body = serde_json::json!({
                "type": "about:blank", "title": title, "status": status, "code": code, "detail": detail,
            })
            .to_string();
            let mut answer = format!(
                "HTTP/1.1 {status} {title}\r\nconnection: close\r\ncontent-type: application/problem+json\r\n\
                 content-length: {}\r\n",
                body.len()
            );
            for (name, value) in of_every_answer(is_secure) {
                answer.push_str(&format!("{name}: {value}\r\n"));
            }
            format!("{answer}\r\n{body}").into_bytes()
        };
        let (uri, headers) = ("URI Too Long", "Request Header Fields Too Large");
        Self(Arc::new([
            ("HTTP/1.1 400 ", refusal(400, "Bad Request", "bad-request", "This is no request of HTTP/1.1.")),
            ("HTTP/1.1 414 ", refusal(414, uri, "uri-too-long", "The address is too long.")),
            ("HTTP/1.1 431 ", refusal(431, headers, "headers-too-long", "The headers are too long, or too many.")),
        ]))
    }

    /// What to write instead of this, where it is an answer that hyper made itself: the site's own have headers.
    fn instead_of(&self, written: &[u8]) -> Option<&[u8]> {
        let text = std::str::from_utf8(written).ok()?;
        let is_bare = text.ends_with("\r\n\r\n") && text.contains("\r\ncontent-length: 0\r\n");
        if !is_bare || text.contains("\r\nx-content-type-options: ") {
            return None;
        }
        self.0.iter().find(|(beginning, _)| text.starts_with(beginning)).map(|(_, refusal)| refusal.as_slice())
    }
}

/// A connection whose bare refusals are replaced.
pub(super) struct Refusing<S> {
    stream: S,
    refusals: Refusals,
    /// How much of a refusal is written already, while one is.
    written: usize,
}

impl<S> Refusing<S> {
    pub(super) fn new(stream: S, refusals: Refusals) -> Self {
        Self { stream, refusals, written: 0 }
    }
}

impl<S: AsyncWrite + Unpin> Refusing<S> {
    /// Writes a refusal to its end; only then what it stands for counts as written.
    fn poll_refuse(&mut self, context: &mut Context<'_>, bare: &[u8]) -> Poll<io::Result<Option<usize>>> {
        let Some(refusal) = self.refusals.instead_of(bare) else { return Poll::Ready(Ok(None)) };
        while let Some(rest) = refusal.get(self.written..).filter(|rest| !rest.is_empty()) {
            match ready!(Pin::new(&mut self.stream).poll_write(context, rest))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                count => self.written += count,
            }
        }
        self.written = 0;
        Poll::Ready(Ok(Some(bare.len())))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Refusing<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Refusing<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match ready!(self.poll_refuse(context, bytes))? {
            Some(count) => Poll::Ready(Ok(count)),
            None => Pin::new(&mut self.stream).poll_write(context, bytes),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let first = slices.iter().find(|slice| !slice.is_empty());
        match ready!(self.poll_refuse(context, first.map_or(&[], |slice| slice)))? {
            Some(count) => Poll::Ready(Ok(count)),
            None => Pin::new(&mut self.stream).poll_write_vectored(context, slices),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
