//! Bytes to a server and back, within limits of time and size.

use super::reply::{Reply, ReplyLine, readable, without_code};
use super::tls::Tls;
use snug_domain::deliveries::{Rejection, Stage};
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;
use tokio_util::either::Either;

/// A reply that is longer is not read to its end.
const LONGEST_REPLY: usize = 64 * 1024;
const BLOCK: usize = 64 * 1024;
/// A server that hangs up in the middle of a mail has often said why.
const LAST_WORDS: Duration = Duration::from_secs(1);

const TOO_SLOW: &str = "The mail server did not answer in time";
const HUNG_UP: &str = "The mail server closed the connection";

/// A connection to a server.
pub(super) struct Wire {
    stream: Either<TcpStream, TlsStream<TcpStream>>,
    /// What the server sent and nobody has read.
    unread: Vec<u8>,
}

/// A line of a reply, and how it ended.
enum Line {
    Whole(Vec<u8>),
    /// It is longer than anybody reads.
    Endless(Vec<u8>),
    /// The server hung up.
    Last(Vec<u8>),
}

impl Wire {
    pub(super) fn in_the_clear(stream: TcpStream) -> Self {
        Self { stream: Either::Left(stream), unread: Vec::new() }
    }

    /// The same connection, encrypted. Refused where the server sent anything that was not asked for: read after the
    /// handshake, it would pass for what the server says inside (RFC 3207, section 6).
    pub(super) async fn encrypted(self, tls: &Tls, limit: Duration) -> Result<Self, Rejection> {
        let fails = |words: &str| without_code(Stage::Encryption, words);
        if !self.unread.is_empty() {
            return Err(fails("The mail server sent something between STARTTLS and the encryption"));
        }
        let Either::Left(stream) = self.stream else { return Err(fails("The connection is encrypted already")) };
        match timeout(limit, tls.handshake(stream)).await {
            Ok(Ok(stream)) => Ok(Self { stream: Either::Right(stream), unread: Vec::new() }),
            Ok(Err(fault)) => Err(fails(&format!("The encryption failed: {fault}"))),
            Err(_) => Err(fails(TOO_SLOW)),
        }
    }

    /// Says one line, and hears the answer.
    pub(super) async fn command(&mut self, stage: Stage, line: &str, limit: Duration) -> Result<Reply, Rejection> {
        if line.contains(['\r', '\n', '\0']) {
            return Err(without_code(stage, "The command has more than one line"));
        }
        // An answer that came before its question would pass for that of this one.
        if !self.unread.is_empty() {
            return Err(without_code(stage, "The mail server answered before it was asked"));
        }
        let line = format!("{line}\r\n");
        match timeout(limit, self.ask(line.as_bytes())).await {
            Ok(answered) => answered.map_err(|fault| without_code(stage, &fault)),
            Err(_) => Err(without_code(stage, TOO_SLOW)),
        }
    }

    async fn ask(&mut self, line: &[u8]) -> Result<Reply, String> {
        self.write(line).await.map_err(|fault| lost(&fault))?;
        self.read_reply().await
    }

    /// Hears an answer.
    pub(super) async fn reply(&mut self, stage: Stage, limit: Duration) -> Result<Reply, Rejection> {
        match timeout(limit, self.read_reply()).await {
            Ok(answered) => answered.map_err(|fault| without_code(stage, &fault)),
            Err(_) => Err(without_code(stage, TOO_SLOW)),
        }
    }

    /// Sends a mail, block by block.
    pub(super) async fn send(&mut self, mail: &[u8], limit: Duration) -> Result<(), Rejection> {
        for block in mail.chunks(BLOCK) {
            match timeout(limit, self.write(block)).await {
                Ok(Ok(())) => {}
                Ok(Err(fault)) => {
                    let last_words = self.reply(Stage::Content, LAST_WORDS).await;
                    let refused = last_words.ok().filter(|reply| reply.code >= 400);
                    return Err(refused.map_or_else(
                        || without_code(Stage::Content, &lost(&fault)),
                        |reply| reply.rejects(Stage::Content),
                    ));
                }
                Err(_) => return Err(without_code(Stage::Content, "The mail server did not read the mail in time")),
            }
        }
        Ok(())
    }

    async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await?;
        self.stream.flush().await
    }

    async fn read_reply(&mut self) -> Result<Reply, String> {
        let (mut left, mut lines, mut code) = (LONGEST_REPLY, Vec::new(), None);
        loop {
            let (line, is_whole, is_last) = match self.read_line(left).await? {
                Line::Whole(line) => (line, true, false),
                Line::Endless(line) => (line, false, false),
                Line::Last(line) => (line, false, true),
            };
            left = left.saturating_sub(line.len() + 1);
            // Where a later line has no code, the one before goes on.
            let (has_next, text) = match (ReplyLine::parse(&line), code) {
                (Some(parsed), _) => {
                    code = Some(parsed.code);
                    (parsed.has_next, parsed.text)
                }
                (None, Some(_)) => (true, line.as_slice()),
                (None, None) => return Err(String::from("The mail server gave no answer that SMTP knows")),
            };
            lines.push(readable(text));
            let Some(code) = code else { continue };
            if is_last && has_next {
                return Err(String::from(HUNG_UP));
            }
            if !has_next || !is_whole || left == 0 {
                return Ok(Reply { code, lines, is_whole: is_whole && !has_next });
            }
        }
    }

    /// The next line, so long at the most.
    async fn read_line(&mut self, most: usize) -> Result<Line, String> {
        let mut looked = 0;
        loop {
            if let Some(end) = self.unread.iter().skip(looked).position(|byte| *byte == b'\n') {
                let mut line: Vec<u8> = self.unread.drain(..=looked + end).collect();
                line.pop();
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                return Ok(Line::Whole(line));
            }
            looked = self.unread.len();
            if looked >= most {
                return Ok(Line::Endless(std::mem::take(&mut self.unread)));
            }
            match self.stream.read_buf(&mut self.unread).await {
                // A server that hangs up without ending its line has said it all the same.
                Ok(0) if looked > 3 => return Ok(Line::Last(std::mem::take(&mut self.unread))),
                Ok(0) => return Err(String::from(HUNG_UP)),
                Ok(_) => {}
                Err(fault) => return Err(lost(&fault)),
            }
        }
    }
}

fn lost(fault: &io::Error) -> String {
    format!("The connection to the mail server broke: {fault}")
}
