use super::{ConnectInfo, LONGEST_HEAD, Refusals, serve_patiently};
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(50);
const REQUEST: &str = "GET /address HTTP/1.1\r\nhost: riverside.localhost\r\n\r\n";

struct Server {
    address: SocketAddr,
    /// Somebody asked for `/slow`.
    asked: Arc<Notify>,
    /// Lets `/slow` answer.
    answer: Arc<Notify>,
    stopping: CancellationToken,
    serving: JoinHandle<()>,
}

impl Server {
    async fn start(patience: Duration) -> Self {
        let (asked, answer) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (tell, wait) = (Arc::clone(&asked), Arc::clone(&answer));
        let slow = async move || {
            tell.notify_one();
            wait.notified().await;
            "slow but whole"
        };
        let address = async |ConnectInfo(address): ConnectInfo<SocketAddr>| address.to_string();
        let router = Router::new().route("/address", get(address)).route("/slow", get(slow));
        let router = router.route("/refuses", post(async || StatusCode::FORBIDDEN));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let (address, stopping) = (listener.local_addr().expect("an address"), CancellationToken::new());
        let serving = serve_patiently(listener, router, Refusals::new(true), stopping.clone(), patience);
        Self { address, asked, answer, stopping, serving: TaskTracker::new().spawn(serving) }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("a connection")
    }

    /// Waits until it has stopped.
    async fn ends(self) {
        tokio::time::timeout(LONG / 4, self.serving).await.expect("it stops soon").expect("no panic");
    }
}

async fn send(connection: &mut TcpStream, bytes: impl AsRef<[u8]>) {
    connection.write_all(bytes.as_ref()).await.expect("a connection that takes it");
}

/// Reads until it has seen this; fails if the connection is closed before.
async fn read_until(connection: &mut TcpStream, end: &str) -> String {
    let mut read = Vec::new();
    while !read.ends_with(end.as_bytes()) {
        let count = connection.read_buf(&mut read).await.expect("an answer");
        assert!(count > 0, "closed after {:?}", String::from_utf8_lossy(&read));
    }
    String::from_utf8(read).expect("text")
}

/// Reads until the connection is closed.
async fn read_to_end(connection: &mut TcpStream) -> String {
    let mut read = String::new();
    let end = tokio::time::timeout(LONG / 4, connection.read_to_string(&mut read)).await;
    end.expect("it is closed soon").expect("an end, not a break");
    read
}

#[tokio::test]
async fn a_connection_is_kept_for_more_than_one_request() {
    let server = Server::start(LONG).await;
    let mut connection = server.connect().await;
    let address = connection.local_addr().expect("an address").to_string();
    for _ in 0..2 {
        send(&mut connection, REQUEST).await;
        let answer = read_until(&mut connection, &address).await;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("\r\ndate: "), "{answer}");
    }
}

#[tokio::test]
async fn what_is_no_request_is_refused_and_the_connection_closed() {
    let server = Server::start(LONG).await;
    for nonsense in ["\u{16}\u{3}\u{1}\u{2}", "GET / HTTP/1.1\r\nno header\r\n"] {
        let mut connection = server.connect().await;
        send(&mut connection, nonsense).await;
        connection.shutdown().await.expect("an end");
        let answer = read_to_end(&mut connection).await;
        assert!(answer.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{nonsense:?}: {answer:?}");
        assert_is_a_problem(&answer, "bad-request");
    }
}

#[tokio::test]
async fn a_head_without_end_is_refused() {
    let server = Server::start(LONG).await;
    let with_cookie = |length: usize| REQUEST.replace("\r\n\r\n", &format!("\r\ncookie: {:x<length$}", ""));
    let mut connection = server.connect().await;
    send(&mut connection, with_cookie(LONGEST_HEAD - 200) + "\r\n\r\n").await;
    let address = connection.local_addr().expect("an address").to_string();
    assert!(read_until(&mut connection, &address).await.starts_with("HTTP/1.1 200 OK\r\n"), "guard: not too long");

    let mut connection = server.connect().await;
    let length = LONGEST_HEAD - with_cookie(0).len();
    send(&mut connection, with_cookie(length)).await;
    let answer = read_to_end(&mut connection).await;
    assert!(answer.starts_with("HTTP/1.1 431 Request Header Fields Too Large\r\n"), "{answer:?}");
    assert_is_a_problem(&answer, "headers-too-long");

    let mut connection = server.connect().await;
    let many: String = (0..200).map(|number| format!("x-{number}: 1\r\n")).collect();
    send(&mut connection, REQUEST.replace("\r\n\r\n", &format!("\r\n{many}\r\n"))).await;
    assert_is_a_problem(&read_to_end(&mut connection).await, "headers-too-long");
}

#[tokio::test]
async fn an_address_without_end_is_refused() {
    let server = Server::start(LONG).await;
    for length in [65_600, 70_000, 120_000] {
        let mut connection = server.connect().await;
        send(&mut connection, format!("GET /{} HTTP/1.1\r\nhost: a\r\n\r\n", "a".repeat(length))).await;
        let answer = read_to_end(&mut connection).await;
        assert!(answer.starts_with("HTTP/1.1 4"), "{length}: {answer:?}");
        let code = if answer.contains(" 414 ") { "uri-too-long" } else { "headers-too-long" };
        assert_is_a_problem(&answer, code);
    }
}

fn assert_is_a_problem(answer: &str, code: &str) {
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    for header in [
        "connection: close",
        "content-type: application/problem+json",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "strict-transport-security: max-age=31536000",
    ] {
        assert!(head.lines().any(|line| line == header), "no {header} in {head}");
    }
    assert!(head.contains(&format!("content-length: {}\r\n", body.len())), "{head}");
    let problem: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(problem["code"], code);
    assert!(head.starts_with(&format!("HTTP/1.1 {} ", problem["status"])), "{head}");
}

/// The head of a post with a body of this length.
fn post_of(length: usize) -> String {
    format!("POST /refuses HTTP/1.1\r\nhost: a\r\ncontent-length: {length}\r\n\r\n")
}

#[tokio::test]
async fn a_body_that_nobody_reads_does_not_break_the_connection() {
    let server = Server::start(LONG).await;
    let mut connection = server.connect().await;
    let address = connection.local_addr().expect("an address").to_string();
    for length in [1, 1_000, 300_000] {
        send(&mut connection, post_of(length)).await;
        // It comes late, as from a slow browser.
        tokio::time::sleep(SHORT).await;
        send(&mut connection, vec![b'a'; length]).await;
        let answer = read_until(&mut connection, "\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 403 ") && !answer.contains("connection: close"), "{answer}");
        send(&mut connection, REQUEST).await;
        read_until(&mut connection, &address).await;
    }
    let chunked = "POST /refuses HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n";
    send(&mut connection, chunked).await;
    tokio::time::sleep(SHORT).await;
    send(&mut connection, "5\r\nhello\r\n0\r\n\r\n").await;
    assert!(read_until(&mut connection, "\r\n\r\n").await.starts_with("HTTP/1.1 403 "));
    send(&mut connection, REQUEST).await;
    read_until(&mut connection, &address).await;
}

#[tokio::test]
async fn where_the_rest_of_a_body_is_not_read_the_answer_says_that_the_connection_ends() {
    let server = Server::start(LONG).await;
    // Too much, never to come, and held back until it is asked for.
    let (much, never) = (post_of(100_000_000), post_of(1_000));
    let held_back = post_of(1_000).replace("\r\n\r\n", "\r\nexpect: 100-continue\r\n\r\n");
    for (head, sent) in [(much, 1_000_000), (never, 10), (held_back, 0)] {
        let mut connection = server.connect().await;
        send(&mut connection, &head).await;
        send(&mut connection, vec![b'a'; sent]).await;
        let answer = read_to_end(&mut connection).await;
        assert!(answer.starts_with("HTTP/1.1 403 ") && answer.contains("\r\nconnection: close\r\n"), "{answer:?}");
    }
}

#[tokio::test]
async fn who_does_not_go_on_is_not_waited_for() {
    let server = Server::start(SHORT).await;
    let (mut silent, mut half, mut idle) = (server.connect().await, server.connect().await, server.connect().await);
    send(&mut half, "GET /address HTTP/1.1\r\nhost: river").await;
    send(&mut idle, REQUEST).await;
    assert_eq!(read_to_end(&mut silent).await, "");
    assert_eq!(read_to_end(&mut half).await, "");
    assert!(read_to_end(&mut idle).await.starts_with("HTTP/1.1 200 OK\r\n"), "answered, then closed");
}

#[tokio::test]
async fn an_answer_may_take_longer_than_a_request() {
    let server = Server::start(SHORT).await;
    let (mut slow, mut silent) = (server.connect().await, server.connect().await);
    send(&mut slow, REQUEST.replace("/address", "/slow")).await;
    server.asked.notified().await;
    assert_eq!(read_to_end(&mut silent).await, "", "guard: patience is over");
    server.answer.notify_one();
    assert!(read_until(&mut slow, "slow but whole").await.starts_with("HTTP/1.1 200 OK\r\n"));
}

#[tokio::test]
async fn stopping_finishes_what_has_begun_and_begins_nothing() {
    let server = Server::start(LONG).await;
    let mut slow = server.connect().await;
    send(&mut slow, REQUEST.replace("/address", "/slow")).await;
    server.asked.notified().await;

    server.stopping.cancel();
    while TcpStream::connect(server.address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    assert!(!server.serving.is_finished(), "it waits for the answer");
    server.answer.notify_one();
    let answer = read_to_end(&mut slow).await;
    assert!(answer.contains("\r\nconnection: close\r\n") && answer.ends_with("slow but whole"), "{answer}");
    server.ends().await;
}

#[tokio::test]
async fn stopping_does_not_wait_for_connections_on_which_nothing_happens() {
    let server = Server::start(LONG).await;
    let (mut silent, mut idle) = (server.connect().await, server.connect().await);
    send(&mut idle, REQUEST).await;
    let address = idle.local_addr().expect("an address").to_string();
    read_until(&mut idle, &address).await;
    server.stopping.cancel();
    assert_eq!(read_to_end(&mut silent).await, "");
    assert_eq!(read_to_end(&mut idle).await, "");
    server.ends().await;
}
