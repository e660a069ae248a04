use super::block_on;
use crate::demo::{self, Folder};
use crate::logging;
use crate::serve::{Figures, Signals};
use anyhow::Context;
use snug_domain::Span;
use std::net::SocketAddr;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// Serves a sample community.
#[derive(clap::Args)]
pub(super) struct Demo {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder to keep everything in
    #[arg(long, value_name = "DIR", default_value = "snug-data/demo")]
    data: PathBuf,
    /// Begin again with the sample as it was at first
    #[arg(long)]
    fresh: bool,
    /// How often the digest looks for unread messages: 30s, 5m
    #[arg(long, value_name = "TIME", default_value = "5m", value_parser = parse_span)]
    digest_window: Span,
}

impl Demo {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        logging::start_quietly();
        block_on(async {
            let signals = Signals::listen()?;
            // First of all: where another demo runs, its data is left alone.
            let listener = TcpListener::bind(self.listen)
                .await
                .with_context(|| format!("{} cannot be listened on; name another place with --listen", self.listen))?;
            let port = listener.local_addr()?.port();
            let folder = Folder::claim(&self.data)?;
            if self.fresh {
                folder.empty()?;
            }
            let node = demo::prepare(&folder, listener, self.digest_window).await?;
            println!("{}", demo::welcome(port, &self.data));
            node.serve(Figures::record()?, signals).await
        })
    }
}

fn parse_span(text: &str) -> Result<Span, String> {
    let wrong = || String::from("a time such as 30s or 5m is needed");
    let (number, unit) = text.split_at_checked(text.len().saturating_sub(1)).ok_or_else(wrong)?;
    let number: u32 = number.parse().map_err(|_| wrong())?;
    match (number, unit) {
        (0, _) => Err(wrong()),
        (seconds, "s") => Ok(Span::seconds(seconds.into())),
        (minutes, "m") => Ok(Span::minutes(minutes.into())),
        _ => Err(wrong()),
    }
}
