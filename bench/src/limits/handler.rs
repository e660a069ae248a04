//! A handler that takes a message and answers as Snug does, and does nothing else: HTTP and JSON alone.
//!
//! It runs in a process of its own, as Snug does: this program again, asked for it by a hidden option.

use crate::client::{Caller, Client};
use crate::figures::Figure;
use crate::process::Process;
use crate::send::Sender;
use crate::talk::{Ear, Register, Voice, closed_loop};
use anyhow::{Context, Result};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};
use tokio::net::TcpListener;
use uuid::Uuid;

/// The option by which this program serves the handler instead of measuring.
const OPTION: &str = "--serve-bare-handler";

/// What is asked, as Snug takes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewMessage {
    text: String,
    client_id: String,
}

/// What is answered, as Snug answers it.
#[derive(Serialize)]
struct Message {
    id: Uuid,
    conversation: Uuid,
    sequence: i64,
    kind: &'static str,
    author: &'static str,
    origin: &'static str,
    text: String,
    html: String,
    client_id: Option<String>,
    created_at: &'static str,
    edited_at: Option<&'static str>,
    deleted_at: Option<&'static str>,
}

async fn take(Path(conversation): Path<Uuid>, Json(new): Json<NewMessage>) -> (StatusCode, Json<Message>) {
    let message = Message {
        id: Uuid::now_v7(),
        conversation,
        sequence: 1,
        kind: "message",
        author: "one.member",
        origin: "api",
        html: format!("<p>{}</p>\n", new.text),
        text: new.text,
        client_id: Some(new.client_id),
        created_at: "2026-03-02T09:00:00.000Z",
        edited_at: None,
        deleted_at: None,
    };
    (StatusCode::CREATED, Json(message))
}

/// Serves it until it is killed; says first where.
pub(crate) async fn serve() -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    println!("{}", listener.local_addr()?);
    let router = Router::new().route("/api/v1/conversations/{id}/messages", post(take));
    Ok(axum::serve(listener, router).await?)
}

/// So many at once in closed loop, as they are at Snug.
pub(super) async fn measure(senders: usize) -> Result<Figure> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(OPTION).stdout(Stdio::piped());
    let mut process = Process::start(command)?;
    let mut line = String::new();
    BufReader::new(process.take_output().context("what it says")?).read_line(&mut line)?;
    let address: SocketAddr = line.trim().parse()?;
    talk(address, senders, super::WARM_UP).await?;
    Ok(Figure::new("bare handler", "messages/s", talk(address, senders, super::MESSAGES).await?))
}

/// Messages a second.
async fn talk(address: SocketAddr, senders: usize, messages: usize) -> Result<f64> {
    let register = Register::new(messages);
    let mut voices = Vec::with_capacity(senders);
    for _ in 0..senders {
        let caller =
            Caller { address, host: String::from("bench.localhost"), token: "t".repeat(48), network: String::new() };
        let path = format!("/api/v1/conversations/{}/messages", Uuid::now_v7());
        let sender = Sender::new(Client::connect(caller).await?, path);
        voices.push(Unheard { sender, ear: Ear::new(&register) });
    }
    Ok(closed_loop(voices, &register).await?.rate())
}

/// Somebody whom nobody else hears: what they say counts as heard once it is taken.
struct Unheard {
    sender: Sender,
    ear: Ear,
}

impl Voice for Unheard {
    async fn say(&mut self, text: String) -> Result<()> {
        let said = text.clone();
        self.sender.say(text).await?;
        self.ear.hear(said.as_bytes());
        Ok(())
    }
}
