//! The program serves, tells how it is, and stops when asked.

use crate::installation::Installation;
use crate::running::Running;
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

async fn get(client: &reqwest::Client, url: String) -> (u16, String) {
    let answer = client.get(url).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

/// Starts it with a listener for metrics, and says where that is.
fn serve_with_metrics(installation: &Installation) -> (Running, String) {
    let metrics = format!("127.0.0.1:{}", free_port());
    let running = installation.serve_with(&[("SNUG_METRICS_LISTEN", &metrics)]);
    (running, format!("http://{metrics}/metrics"))
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[tokio::test]
async fn it_says_that_it_lives_that_it_is_ready_and_how_much_it_does() {
    let installation = Installation::on_sqlite();
    let (running, metrics) = serve_with_metrics(&installation);
    let client = running.client();
    for path in ["/healthz", "/readyz"] {
        assert_eq!(get(&client, running.url("127.0.0.1", path)).await.0, 200, "{path}");
    }
    let (status, figures) = get(&client, metrics).await;
    assert_eq!(status, 200);
    assert!(figures.contains("snug_live_streams 0") && figures.contains("snug_requests_total"), "{figures}");
}

#[tokio::test]
async fn metrics_are_only_where_they_are_listened_for() {
    let installation = Installation::on_sqlite().with_riverside();
    let (running, metrics) = serve_with_metrics(&installation);
    let client = running.client();
    for host in ["127.0.0.1", "riverside.localhost"] {
        assert_eq!(get(&client, running.url(host, "/metrics")).await.0, 404, "{host}");
    }
    assert_eq!(get(&client, metrics.replace("/metrics", "/")).await.0, 404, "and nothing else is there");
    let unwatched = installation.serve();
    assert_eq!(get(&client, unwatched.url("127.0.0.1", "/metrics")).await.0, 404);
}

#[tokio::test]
async fn it_says_how_long_the_work_took_that_comes_round_again() {
    let installation = Installation::on_sqlite().with_riverside();
    let (running, metrics) = serve_with_metrics(&installation);
    let client = running.client();
    // Both are due at the start, beside the first answers.
    for _ in 0..10_000 {
        let figures = get(&client, metrics.clone()).await.1;
        let job = |job| figures.contains(&format!("snug_job_seconds_count{{job=\"{job}\"}} 1\n"));
        if job("digest") && job("clean-up") && job("wipe") {
            assert!(figures.contains("snug_job_seconds_bucket{job=\"digest\",le=\"600\"} 1\n"), "{figures}");
            assert!(figures.contains("snug_job_seconds_sum{job=\"digest\"} 0."), "{figures}");
            return;
        }
    }
    panic!("no job was done");
}

#[tokio::test]
async fn a_community_is_found_by_its_host_and_an_unknown_host_is_nothing() {
    let installation = Installation::on_sqlite().with_riverside();
    let running = installation.serve();
    let client = running.client();
    let (status, page) = get(&client, running.url("riverside.localhost", "/")).await;
    assert!(status == 200 && page.contains("Riverside"), "{status}");
    assert_eq!(get(&client, running.url("127.0.0.1", "/")).await.0, 404);
}

#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "how long it takes to stop is what is promised")]
async fn asked_to_stop_it_ends_soon_and_leaves_a_closed_database() {
    let installation = Installation::on_sqlite().with_riverside();
    let running = installation.serve();
    // A connection that stays open is no reason to wait.
    let client = running.client();
    assert_eq!(get(&client, running.url("127.0.0.1", "/healthz")).await.0, 200);

    let began = Instant::now();
    running.terminate();
    let (status, log) = running.wait();
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("\"stopped\""), "{log}");
    assert!(installation.path("snug.db").exists());
    assert!(!installation.path("snug.db-wal").exists(), "a closed database has no log beside it");
}

#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "how long it takes to stop is what is promised")]
async fn an_open_stream_ends_when_the_program_stops_and_holds_nobody_up() {
    let installation = Installation::on_sqlite().with_riverside();
    let token = installation.token_of_new("ana");
    let running = installation.serve();
    let url = running.url("riverside.localhost", "/api/v1/live");
    let mut stream = running.client().get(url).bearer_auth(token).send().await.unwrap();
    assert_eq!(stream.status().as_u16(), 200);

    let began = Instant::now();
    running.terminate();
    while stream.chunk().await.expect("an end, not a break").is_some() {}
    assert_eq!(running.wait().0.code(), Some(0));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

#[tokio::test]
async fn where_the_system_has_no_room_for_one_more_connection_it_waits_until_there_is() {
    let installation = Installation::on_sqlite();
    let running = installation.serve_with_open_files(64, 64);
    let connections: Vec<_> = (0..100).map(|_| TcpStream::connect(running.address()).unwrap()).collect();
    let client = running.client();
    let asked = client.get(running.url("127.0.0.1", "/healthz")).timeout(Duration::from_millis(500)).send().await;
    assert!(asked.is_err_and(|fault| fault.is_timeout()), "guard: there is room");

    drop(connections);
    assert_eq!(get(&client, running.url("127.0.0.1", "/healthz")).await.0, 200);
    running.terminate();
    let (status, log) = running.wait();
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(log.contains("could not accept a connection: out of file descriptors or memory"), "{log}");
}

#[tokio::test]
async fn it_takes_as_many_connections_as_the_system_gives_to_whom_asks() {
    let installation = Installation::on_sqlite();
    let running = installation.serve_with_open_files(64, 256);
    let connections: Vec<_> = (0..100).map(|_| TcpStream::connect(running.address()).unwrap()).collect();
    assert_eq!(get(&running.client(), running.url("127.0.0.1", "/healthz")).await.0, 200);
    drop(connections);
}

#[tokio::test]
async fn it_serves_on_postgresql_too() {
    let installation = Installation::on_postgres().with_riverside();
    let running = installation.serve();
    let client = running.client();
    assert_eq!(get(&client, running.url("127.0.0.1", "/readyz")).await.0, 200);
    running.terminate();
    assert_eq!(running.wait().0.code(), Some(0));
}

#[test]
fn a_place_that_is_taken_is_said_plainly() {
    let installation = Installation::on_sqlite();
    let running = installation.serve();
    let place = running.address().to_string();
    let mut command = installation.program();
    let done = command.args(["serve", "--config", "snug.toml"]).env("SNUG_LISTEN", &place).output().unwrap();
    assert_eq!(done.status.code(), Some(1));
    let errors = String::from_utf8(done.stderr).unwrap();
    assert!(errors.starts_with(&format!("snug: {place} cannot be listened on")), "{errors}");
}
