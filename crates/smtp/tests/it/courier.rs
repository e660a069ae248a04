use crate::log::Log;
use crate::office::Office;
use crate::scripted::{Scripted, plain};
use crate::servers::outlet;
use snug_domain::Span;
use snug_domain::deliveries::DeliveryState;
use snug_smtp::{MailFolder, Outlet, courier};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

fn folder(path: &Path) -> Outlet {
    Outlet::Folder(MailFolder::open(path).expect("a folder"))
}

#[tokio::test]
async fn two_couriers_carry_each_mail_once() {
    let (office, path) = (Office::open().await, tempfile::tempdir().expect("a folder"));
    office.write(20).await;
    let (outlet, clock) = (folder(path.path()), office.clock(Span(0)));
    let (one, two) =
        tokio::join!(courier::run_once(&office.app, &outlet, &clock), courier::run_once(&office.app, &outlet, &clock));
    assert_eq!(one + two, 20);
    assert_eq!(std::fs::read_dir(path.path()).expect("a folder").count(), 20);
    assert_eq!(office.count(DeliveryState::Sent).await, 20);
}

#[tokio::test]
async fn a_courier_carries_more_than_it_has_hands_and_what_comes_later() {
    let (office, path) = (Office::open().await, tempfile::tempdir().expect("a folder"));
    office.write(30).await;
    let stop = CancellationToken::new();
    let mut running = JoinSet::new();
    running.spawn(courier::run(office.app.clone(), folder(path.path()), office.clock(Span(0)), stop.clone()));
    office.all_sent(30).await;
    office.write(1).await;
    office.all_sent(31).await;
    stop.cancel();
    running.join_all().await;
}

#[tokio::test]
async fn a_mail_waits_while_its_server_is_down_and_goes_once_it_is_up() {
    let (office, path) = (Office::open().await, tempfile::tempdir().expect("a folder"));
    office.write(1).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let carried = courier::run_once(&office.app, &outlet(plain(port)), &office.clock(Span(0))).await;
    assert_eq!((carried, office.count(DeliveryState::Deferred).await), (1, 1));

    let up = folder(path.path());
    let carried = courier::run_once(&office.app, &up, &office.clock(Span::seconds(59))).await;
    assert_eq!(carried, 0, "a server that was down is not asked again at once");
    let carried = courier::run_once(&office.app, &up, &office.clock(Span::minutes(1))).await;
    assert_eq!((carried, office.count(DeliveryState::Sent).await), (1, 1));
}

#[tokio::test]
async fn told_to_stop_a_courier_brings_the_mail_in_hand_to_its_end() {
    let office = Office::open().await;
    office.write(1).await;
    let (came, may_answer) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (stop, mut running) = (CancellationToken::new(), JoinSet::new());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    running.spawn(thoughtful_server(listener, Arc::clone(&came), Arc::clone(&may_answer)));
    running.spawn(courier::run(office.app.clone(), outlet(plain(port)), office.clock(Span(0)), stop.clone()));

    came.notified().await;
    stop.cancel();
    assert_eq!(office.count(DeliveryState::Queued).await, 1, "the server has not answered yet");
    may_answer.notify_one();
    running.join_all().await;
    assert_eq!(office.count(DeliveryState::Sent).await, 1);
}

#[tokio::test]
async fn a_mail_that_takes_longer_than_a_lease_is_not_taken_by_another_courier() {
    let office = Office::open().await;
    office.write(1).await;
    let (came, may_answer) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (stop, mut running) = (CancellationToken::new(), JoinSet::new());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    running.spawn(thoughtful_server(listener, Arc::clone(&came), Arc::clone(&may_answer)));
    let (minutes, looks) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicI64::new(0)));
    let clock = office.clock_of(Arc::clone(&minutes), Arc::clone(&looks));
    let often = Duration::from_millis(20);
    running.spawn(courier::run_renewing(office.app.clone(), outlet(plain(port)), clock, stop.clone(), often));

    came.notified().await;
    minutes.store(9, Ordering::SeqCst);
    // Two looks at the clock that the courier has no other reason for: the first renewal is done before the second.
    let before = looks.load(Ordering::SeqCst);
    while looks.load(Ordering::SeqCst) < before + 8 {
        tokio::time::sleep(often).await;
    }
    let other = office.clock(Span::minutes(15));
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(courier::run_once(&office.app, &folder(empty.path()), &other).await, 0, "it is in hand");
    stop.cancel();
    may_answer.notify_one();
    running.join_all().await;
    assert_eq!(office.count(DeliveryState::Sent).await, 1);
}

#[tokio::test]
async fn the_operator_hears_of_a_fault_once_and_not_with_each_mail() {
    let office = Office::open().await;
    office.write(5).await;
    let server = Scripted::saying(&[("RCPT", "554 5.7.1 <lena-1@example.org>: Relay access denied\r\n")]).await;
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().json().with_writer(log.clone()).finish();
    {
        let _reading = tracing::subscriber::set_default(subscriber);
        let carried = courier::run_once(&office.app, &outlet(plain(server.port)), &office.clock(Span(0))).await;
        assert_eq!((carried, office.count(DeliveryState::Deferred).await), (5, 5));
    }
    let lines = log.lines();
    let errors: Vec<_> = lines.iter().filter(|line| line.contains("\"ERROR\"")).collect();
    assert_eq!(errors.len(), 1, "{lines:?}");
    assert!(errors[0].contains("\"fault\":\"relay\"") && errors[0].contains("\"enhanced\":\"5.7.1\""), "{errors:?}");
    assert!(!lines.iter().any(|line| line.contains("lena")), "no address is in a log: {lines:?}");
}

/// A server that thinks about a mail until it is told to answer.
async fn thoughtful_server(listener: TcpListener, came: Arc<Notify>, may_answer: Arc<Notify>) {
    let (stream, _) = listener.accept().await.expect("a connection");
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 mail.example.org\r\n").await.expect("sent");
    let (mut line, mut in_mail) = (String::new(), false);
    while stream.read_line(&mut line).await.is_ok_and(|length| length > 0) {
        let said = std::mem::take(&mut line);
        let answer = match said.trim_end() {
            "." => {
                came.notify_one();
                may_answer.notified().await;
                in_mail = false;
                "250 2.0.0 Ok: queued\r\n"
            }
            _ if in_mail => continue,
            "DATA" => {
                in_mail = true;
                "354 Go on\r\n"
            }
            "QUIT" => return,
            _ => "250 Ok\r\n",
        };
        stream.write_all(answer.as_bytes()).await.expect("sent");
    }
}
